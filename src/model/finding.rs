//! What a person should know or do: kinds of finding, how urgent they are, and the words for them.

use serde::{Deserialize, Serialize};

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Good to know.
    Info,
    /// A person should look.
    Warning,
    /// Acting on this without looking may cost months.
    Error,
}

/// The kinds of finding; the names are part of the JSON contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum FindingKind {
    /// The notice does not carry an account number though one very likely exists, or may.
    AccountNumberMissing,
    /// The cell for the account number is printed and empty.
    AccountNumberBlank,
    /// The notice is older than the accounts.
    AccountNumberTooEarly,
    /// A label is there, its value could not be read; or pages of the notice could not be read.
    AccountNumberUnreadable,
    /// A number seems to be printed where none could be read.
    NumberUnread,
    /// A value was read, but not surely enough.
    ToReview,
    /// Pages of the document could not be read.
    PageUnreadable,
    /// One A-Number, two account numbers.
    TwoAccounts,
    /// One account number, several A-Numbers.
    SharedAccount,
    /// The same notice twice in the batch.
    Duplicate,
    /// What a person wrote or settled at the review desk.
    Note,
    /// Decisions of the review desk that belong to nothing that was read.
    DecisionUnmatched,
}

/// One finding with what it means and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Finding {
    /// For programs.
    pub kind: FindingKind,
    /// How much it matters.
    pub severity: Severity,
    /// What was found and why that matters.
    pub message: String,
    /// What to do.
    pub advice: String,
    /// The numbers spoken of in `message`, as `{0}`, `{1}` …, kept apart so that `--mask` can shorten them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<String>,
    /// Paths of other documents concerned.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<String>,
}

serde_plain::derive_display_from_serialize!(Severity);
serde_plain::derive_fromstr_from_deserialize!(Severity);

serde_plain::derive_display_from_serialize!(FindingKind);
serde_plain::derive_fromstr_from_deserialize!(FindingKind);
