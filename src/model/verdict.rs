//! The verdict on a candidate or a value.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The verdict on a candidate, ordered from best to worst.
///
/// Identifiers and fields of a record are `Accepted` or `Review`; rejected candidates appear only
/// in explanations.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Confirmed by the evidence.
    Accepted,
    /// A best guess that needs review.
    Review,
    /// Rejected; not reported.
    Rejected,
}

serde_plain::derive_display_from_serialize!(Verdict);
serde_plain::derive_fromstr_from_deserialize!(Verdict);
