//! The A-Number (Alien Registration Number, `USCIS#` on cards): identifies a person's file.
//!
//! Seven to nine digits, padded with zeros to nine for comparison. The first digit can be anything:
//! `0` for permanent files, `1` if assigned by computer with a work permit, `2` for newer files,
//! `3` for V visas. Source: USCIS Policy Manual glossary, "A-number".

use std::fmt;

use super::{IdentifierKind, ParseError, compact};

/// An A-Number. Displays as `A` and nine digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ANumber(u32);

impl ANumber {
    /// Parses `A123 456 789`, `A-12345678`, `A# 012 345 678`, or bare digits, which only a label
    /// makes an A-Number.
    ///
    /// # Errors
    /// If the text is not an A-Number, or all its digits are zeros.
    pub fn parse(text: &str) -> Result<Self, ParseError> {
        let error = ParseError {
            kind: IdentifierKind::ANumber,
        };
        let text = compact(text);
        let digits = text
            .strip_prefix(['A', 'a'])
            .unwrap_or(&text)
            .trim_start_matches(['#', ':']);
        if !(7..=9).contains(&digits.len()) || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(error);
        }
        match digits.parse::<u32>() {
            // All zeros is a placeholder on forms.
            Ok(n) if n > 0 => Ok(Self(n)),
            _ => Err(error),
        }
    }
}

impl fmt::Display for ANumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "A{:09}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_printed_forms_have_one_canonical_form() {
        for text in [
            "A012345678",
            "A12345678",
            "A12 345 678",
            "A 012 345 678",
            "A-012345678",
            "A012-345-678",
            "A# 012 345 678",
            "012 345 678",
            "A#: 12345678",
        ] {
            assert_eq!(
                ANumber::parse(text).unwrap().to_string(),
                "A012345678",
                "{text}"
            );
        }
        assert_eq!(
            ANumber::parse("A1234567").unwrap().to_string(),
            "A001234567"
        );
    }

    #[test]
    fn other_numbers_are_refused() {
        for text in [
            "",
            "A",
            "A123456",
            "A1234567890",
            "A12345678B",
            "AA12345678",
            "A000000000",
            "IOE0912345678",
        ] {
            assert!(ANumber::parse(text).is_err(), "{text}");
        }
    }
}
