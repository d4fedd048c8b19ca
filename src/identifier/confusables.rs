//! The one table of look-alike characters, which OCR confuses.
//!
//! Everything that forgives a misreading is built from it: the repair of values, the regular
//! expressions for candidates, the recognizer's automata, the comparison of labels and the tables
//! of the model card. Tables of their own drift apart, and then a number that one of them lets
//! through is lost in the next.

/// Which way a confusion goes: what may be read where something else is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// The character is read where the digit is printed, and the digit where the character is
    /// printed.
    Both,
    /// The character is read where the digit is printed.
    ForDigit,
    /// The character is read where the digit is printed, and where the capital that looks like that
    /// digit is printed.
    ForDigitAndCapital,
}

/// A character and the digit that it looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LookAlike {
    /// What is read.
    pub read: char,
    /// The digit that looks like it.
    pub digit: char,
    /// Which way the two are confused.
    pub direction: Direction,
}

const fn row(read: char, digit: char, direction: Direction) -> LookAlike {
    LookAlike {
        read,
        digit,
        direction,
    }
}

/// Every confusion of a digit. Each digit that has any also has one row for [`Direction::Both`]:
/// its capital.
pub const LOOK_ALIKES: [LookAlike; 17] = [
    row('O', '0', Direction::Both),
    row('I', '1', Direction::Both),
    row('S', '5', Direction::Both),
    row('B', '8', Direction::Both),
    row('Z', '2', Direction::Both),
    row('G', '6', Direction::Both),
    row('o', '0', Direction::ForDigit),
    row('D', '0', Direction::ForDigit),
    row('Q', '0', Direction::ForDigit),
    row('l', '1', Direction::ForDigitAndCapital),
    row('i', '1', Direction::ForDigit),
    row('s', '5', Direction::ForDigit),
    row('z', '2', Direction::ForDigit),
    row('b', '6', Direction::ForDigit),
    row('L', '1', Direction::ForDigit),
    row('|', '1', Direction::ForDigitAndCapital),
    row('!', '1', Direction::ForDigitAndCapital),
];

/// The digit that a character is, or is often read for.
pub fn digit_for(c: char) -> Option<char> {
    if c.is_ascii_digit() {
        return Some(c);
    }
    let row = LOOK_ALIKES.iter().find(|row| row.read == c)?;
    Some(row.digit)
}

/// Whether a character is a digit or is often read for one.
pub fn is_like_digit(c: char) -> bool {
    digit_for(c).is_some()
}

/// The capital that looks like a digit.
fn capital_of(digit: char) -> Option<char> {
    let rows = LOOK_ALIKES.iter();
    rows.filter(|row| row.direction == Direction::Both)
        .find(|row| row.digit == digit)
        .map(|row| row.read)
}

/// The capitals that may be printed where a character was read, likeliest first: a small `l` may be
/// an `I` or an `L`.
pub fn capitals_for(c: char) -> impl Iterator<Item = char> {
    let exact = c.is_ascii_uppercase().then_some(c);
    let of_digit = c.is_ascii_digit().then(|| capital_of(c)).flatten();
    let alike = LOOK_ALIKES
        .iter()
        .find(|row| row.read == c && row.direction == Direction::ForDigitAndCapital)
        .and_then(|row| capital_of(row.digit));
    let small = c.is_ascii_lowercase().then(|| c.to_ascii_uppercase());
    [exact, of_digit, alike, small].into_iter().flatten()
}

/// What may be read where a capital is printed, besides the capital itself and its small letter.
pub fn reads_of_capital(capital: char) -> impl Iterator<Item = char> {
    LOOK_ALIKES
        .iter()
        .filter(move |row| capital_of(row.digit) == Some(capital))
        .filter_map(|row| match row.direction {
            Direction::Both => Some(row.digit),
            Direction::ForDigitAndCapital => Some(row.read),
            Direction::ForDigit => None,
        })
}

/// One and the same character for all that look alike, so that two texts can be compared whatever
/// was confused in them.
pub fn skeleton(c: char) -> char {
    digit_for(c).and_then(capital_of).unwrap_or(c)
}

/// The characters that pass for a digit, as a class of a regular expression.
pub fn digit_class() -> String {
    let alike: String = LOOK_ALIKES.iter().map(|row| row.read).collect();
    format!("[0-9{alike}]")
}

/// The characters that pass for a capital, as a class of a regular expression.
pub fn capital_class() -> String {
    let alike: String = LOOK_ALIKES
        .iter()
        .map(|row| row.read)
        .filter(|c| !c.is_ascii_alphanumeric())
        .collect();
    format!("[A-Za-z0-9{alike}]")
}

/// The table as JSON, from each character to its digit, for `training/compare.py`.
pub fn as_json() -> String {
    let rows: Vec<String> = LOOK_ALIKES
        .iter()
        .map(|row| format!("  \"{}\": \"{}\"", row.read, row.digit))
        .collect();
    format!("{{\n{}\n}}\n", rows.join(",\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_character_has_two_digits() {
        for (at, row) in LOOK_ALIKES.iter().enumerate() {
            assert!(LOOK_ALIKES[..at].iter().all(|other| other.read != row.read));
            assert!(capital_of(row.digit).is_some(), "{row:?}");
        }
    }

    #[test]
    fn every_direction_is_read_both_ways() {
        for c in ('!'..='~').filter(|c| !c.is_ascii_uppercase()) {
            for capital in capitals_for(c) {
                let small = capital.to_ascii_lowercase() == c;
                assert!(small || reads_of_capital(capital).any(|r| r == c), "{c}");
            }
        }
        assert_eq!(capitals_for('l').collect::<String>(), "IL");
        assert_eq!(digit_for('L'), Some('1'));
        assert_eq!(capitals_for('D').collect::<String>(), "D");
    }

    #[test]
    fn what_looks_alike_has_one_skeleton() {
        for group in ["0OQDo", "1LIl|!i", "5Ss", "8B", "2Zz", "6Gb"] {
            let first = group.chars().next().map(skeleton);
            assert!(group.chars().all(|c| Some(skeleton(c)) == first), "{group}");
        }
        assert_eq!(skeleton('A'), 'A');
    }
}
