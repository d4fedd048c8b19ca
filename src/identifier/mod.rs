//! The three numbers as types. `parse` is the only way to create one; `Display` writes the
//! canonical form.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

mod a_number;
pub mod confusables;
pub mod folding;
mod online_account_number;
mod receipt_number;
pub mod shape;

pub use a_number::ANumber;
pub use online_account_number::OnlineAccountNumber;
pub use receipt_number::{Prefix, ReceiptNumber};

/// The kind of a number.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum IdentifierKind {
    /// Identifies a case.
    ReceiptNumber,
    /// Identifies a person's file.
    ANumber,
    /// Identifies a person's USCIS online account.
    OnlineAccountNumber,
}

impl IdentifierKind {
    /// Parses a number of this kind into its canonical form; `None` if it is not valid.
    pub fn canonical(self, text: &str) -> Option<String> {
        match self {
            Self::ReceiptNumber => ReceiptNumber::parse(text).ok().map(|n| n.to_string()),
            Self::ANumber => ANumber::parse(text).ok().map(|n| n.to_string()),
            Self::OnlineAccountNumber => {
                OnlineAccountNumber::parse(text).ok().map(|n| n.to_string())
            }
        }
    }

    /// The name as shown to people.
    pub fn name(self) -> &'static str {
        match self {
            Self::ReceiptNumber => "receipt number",
            Self::ANumber => "A-Number",
            Self::OnlineAccountNumber => "USCIS online account number",
        }
    }
}

/// The error for a string that is not a valid number. It does not quote the string, which may be
/// personal data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a valid {}", kind.name())]
pub struct ParseError {
    /// The expected kind.
    pub kind: IdentifierKind,
}

/// A number's characters as they are seen, without what only separates groups of them in print.
fn compact(text: &str) -> String {
    folding::fold_exactly(text.trim())
        .chars()
        .filter(|c| !is_separator(*c))
        .collect()
}

/// Whether a folded character only separates groups of digits in print.
pub fn is_separator(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '.')
}

serde_plain::derive_display_from_serialize!(IdentifierKind);
serde_plain::derive_fromstr_from_deserialize!(IdentifierKind);

impl std::str::FromStr for ANumber {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        Self::parse(text)
    }
}

impl std::str::FromStr for OnlineAccountNumber {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        Self::parse(text)
    }
}

impl std::str::FromStr for ReceiptNumber {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        Self::parse(text)
    }
}
