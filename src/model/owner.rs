//! The owner of a number.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Whose number it is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Owner {
    /// The applicant.
    Applicant,
    /// The petitioner, who filed for someone else.
    Petitioner,
    /// The beneficiary of a petition.
    Beneficiary,
    /// The attorney or accredited representative, not the client.
    Representative,
    /// Not stated on the page.
    Unknown,
}

serde_plain::derive_display_from_serialize!(Owner);
serde_plain::derive_fromstr_from_deserialize!(Owner);
