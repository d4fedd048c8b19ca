//! The USCIS online account number: identifies a person's online account, not a case or a file.
//!
//! Exactly twelve digits; leading zeros are common. USCIS publishes no check digit or range.
//! Source: Form I-485 and others, "USCIS Online Account Number (if any)", twelve boxes.

use std::fmt;

use super::{IdentifierKind, ParseError, compact};

/// An online account number. Displays as twelve digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OnlineAccountNumber(u64);

impl OnlineAccountNumber {
    /// Parses `123456789012`, `1234 5678 9012`, `1234-5678-9012` or `123 456 789 012`.
    ///
    /// # Errors
    /// If the text does not have twelve digits, or all of them are zeros.
    pub fn parse(text: &str) -> Result<Self, ParseError> {
        let error = ParseError {
            kind: IdentifierKind::OnlineAccountNumber,
        };
        let digits = compact(text);
        if digits.len() != 12 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(error);
        }
        match digits.parse::<u64>() {
            Ok(n) if n > 0 => Ok(Self(n)),
            _ => Err(error),
        }
    }
}

impl fmt::Display for OnlineAccountNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:012}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leading_zeros_stay() {
        for text in [
            "001234567890",
            "0012 3456 7890",
            "0012-3456-7890",
            "001 234 567 890",
        ] {
            assert_eq!(
                OnlineAccountNumber::parse(text).unwrap().to_string(),
                "001234567890",
                "{text}"
            );
        }
    }

    #[test]
    fn other_numbers_are_refused() {
        for text in [
            "",
            "12345678901",
            "1234567890123",
            "IOE0912345678",
            "12345678901A",
            "000000000000",
        ] {
            assert!(OnlineAccountNumber::parse(text).is_err(), "{text}");
        }
    }
}
