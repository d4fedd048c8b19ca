//! The receipt number: identifies a case.
//!
//! Three letters and ten digits. The letters stand for the system or service center. At the older
//! centers, the digits are the fiscal year (2), the computer workday (3) and a sequence number (5),
//! but MSC and YSC put a marker from 7 to 9 after the year, and IOE digits contain no date, so the
//! workday is not checked. Other numbers have the same format (NVC case numbers, card numbers), so
//! only a known prefix or a label makes a string a receipt number. Old naturalization cases have an
//! asterisk and nine digits; the case status page requires the asterisk. Source: uscis.gov,
//! "Checking Your Case Status Online".

use std::fmt;

use super::shape::STAR;
use super::{IdentifierKind, ParseError, compact};

/// The centers and systems that issue receipt numbers.
const KNOWN: [&str; 19] = [
    "IOE", "EAC", "WAC", "LIN", "SRC", "MSC", "NBC", "YSC", "VSC", "CSC", "NSC", "TSC", "PSC",
    "ZAR", "ZLA", "ZNY", "ZCH", "ZSF", "ZHN",
];
/// Asylum offices, whose receipt numbers may have nine digits.
const ASYLUM: [&str; 10] = [
    "ZAR", "ZBO", "ZCH", "ZHN", "ZLA", "ZMI", "ZNK", "ZNO", "ZNY", "ZSF",
];

/// The three letters at the start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Prefix([u8; 3]);

impl Prefix {
    /// All known prefixes.
    pub fn known() -> impl Iterator<Item = Self> {
        KNOWN.iter().chain(&ASYLUM).filter_map(|p| Self::parse(p))
    }

    fn parse(text: &str) -> Option<Self> {
        let letters: [u8; 3] = text.as_bytes().get(..3)?.try_into().ok()?;
        let letters = letters.map(|b| b.to_ascii_uppercase());
        letters
            .iter()
            .all(u8::is_ascii_uppercase)
            .then_some(Self(letters))
    }

    /// Five bits for each letter, the first one highest.
    fn packed(self) -> u64 {
        let letter = |bits: u64, letter: u8| bits << LETTER | u64::from(letter - b'A');
        self.0.into_iter().fold(0, letter)
    }

    /// The letters of these bits.
    fn unpacked(bits: u64) -> Self {
        let letter = |place: u32| b'A' + (bits >> (place * LETTER) & ((1 << LETTER) - 1)) as u8;
        Self([letter(2), letter(1), letter(0)])
    }

    /// The letters.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// Whether a known center or system issues this prefix.
    pub fn is_known(&self) -> bool {
        KNOWN.contains(&self.as_str()) || self.is_asylum()
    }

    /// Whether the case is handled in ELIS, so that an online account very likely exists.
    pub fn is_ioe(&self) -> bool {
        self.as_str() == "IOE"
    }

    /// The asylum offices, whose receipts may have nine digits.
    pub(super) fn asylum_offices() -> impl Iterator<Item = &'static str> {
        ASYLUM.into_iter()
    }

    /// Whether an asylum office issues it.
    pub fn is_asylum(&self) -> bool {
        ASYLUM.contains(&self.as_str())
    }
}

/// A receipt number. Displays as three letters and ten digits (nine for some asylum offices),
/// without separators.
///
/// Kept in one integer, since a batch compares millions of them; from its lowest bit on: the
/// digits, whether there are nine, whether they follow an asterisk, and five bits for each letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReceiptNumber(u64);

/// Bits of ten digits.
const DIGITS: u32 = 34;
/// The bit that says that there are nine.
const NINE: u32 = DIGITS;
/// The bit that says that they follow an asterisk.
const STARRED: u32 = NINE + 1;
/// The bits of the last letter.
const LETTERS: u32 = STARRED + 1;
/// Bits of a letter.
const LETTER: u32 = 5;

impl ReceiptNumber {
    /// Parses `IOE0912345678`, `EAC-21-123-45678` or `WAC 12 205 18326`. Any three letters are
    /// accepted here; unknown prefixes are left for the scoring to judge.
    ///
    /// # Errors
    /// If the text is not three letters and ten digits, or one of the older forms.
    pub fn parse(text: &str) -> Result<Self, ParseError> {
        let error = ParseError {
            kind: IdentifierKind::ReceiptNumber,
        };
        let compact = compact(text);
        if !compact.is_ascii() || compact.len() < 4 {
            return Err(error);
        }
        let (letters, digits) = compact.split_at(3);
        let prefix = Prefix::parse(letters).ok_or(error)?;
        let (digits, star) = digits
            .strip_prefix(STAR)
            .map_or((digits, false), |rest| (rest, true));
        let right_length = if star {
            digits.len() == 9
        } else {
            digits.len() == 10 || (digits.len() == 9 && prefix.is_asylum())
        };
        if !right_length || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(error);
        }
        let value: u64 = digits.parse().map_err(|_| error)?;
        let nine = u64::from(digits.len() == 9);
        Ok(Self(
            prefix.packed() << LETTERS | u64::from(star) << STARRED | nine << NINE | value,
        ))
    }

    /// The letters at the start.
    pub fn prefix(&self) -> Prefix {
        Prefix::unpacked(self.0 >> LETTERS)
    }
}

impl fmt::Display for ReceiptNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let has = |bit: u32| self.0 >> bit & 1 == 1;
        let star = if has(STARRED) { "*" } else { "" };
        let width = if has(NINE) { 9 } else { 10 };
        let digits = self.0 & ((1 << DIGITS) - 1);
        write!(f, "{}{star}{digits:0width$}", self.prefix().as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_are_dropped() {
        for (text, canonical) in [
            ("IOE0912345678", "IOE0912345678"),
            ("EAC-21-123-45678", "EAC2112345678"),
            ("WAC 12 205 18326", "WAC1220518326"),
            ("ioe0912345678", "IOE0912345678"),
            ("ZNY123456789", "ZNY123456789"),
            ("ZNY0123456789", "ZNY0123456789"),
            ("WSC*001234567", "WSC*001234567"),
        ] {
            assert_eq!(ReceiptNumber::parse(text).unwrap().to_string(), canonical);
        }
    }

    #[test]
    fn other_formats_are_refused() {
        for text in [
            "",
            "IOE",
            "IOE091234567",
            "IOE09123456789",
            "10E0912345678",
            "EAC123456789",
            "N0051411638",
            "A123456789",
        ] {
            assert!(ReceiptNumber::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn other_numbers_of_this_format_have_no_known_prefix() {
        for text in ["GUZ2019123456", "AAA0000000000", "ZZZ0657715855"] {
            assert!(
                !ReceiptNumber::parse(text).unwrap().prefix().is_known(),
                "{text}"
            );
        }
    }
}
