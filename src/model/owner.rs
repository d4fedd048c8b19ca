//! Whose number it is.

use serde::{Deserialize, Serialize};

/// Whose number it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Owner {
    /// Who applied.
    Applicant,
    /// Who petitioned for somebody else.
    Petitioner,
    /// For whom it was petitioned.
    Beneficiary,
    /// The attorney or accredited representative: not the client.
    Representative,
    /// The page does not say.
    Unknown,
}

serde_plain::derive_display_from_serialize!(Owner);
serde_plain::derive_fromstr_from_deserialize!(Owner);
