//! What becomes of a candidate or a value.

use serde::{Deserialize, Serialize};

/// What becomes of a candidate; ordered from the best to the worst.
///
/// Identifiers and fields of a record are `Accepted` or `Review`; only explanations hold rejected candidates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// The evidence for it suffices.
    Accepted,
    /// The best guess: a person must look.
    Review,
    /// Not reported.
    Rejected,
}

serde_plain::derive_display_from_serialize!(Verdict);
serde_plain::derive_fromstr_from_deserialize!(Verdict);
