//! Finds the number in a printed line, to know its kind.

use std::ops::Range;

use crate::content::Kind;

/// The kind and byte range of the first number in a text; `None` if there is none.
pub fn find(text: &str) -> Option<(Kind, Range<usize>)> {
    let starts = text
        .char_indices()
        .map(|(i, _)| i)
        .filter(|&i| i == 0 || text.as_bytes()[i - 1] == b' ');
    starts.filter_map(|start| number_at(text, start)).next()
}

/// The longest run of words from `start` that is a number.
fn number_at(text: &str, start: usize) -> Option<(Kind, Range<usize>)> {
    let rest = &text[start..];
    let ends = rest
        .char_indices()
        .filter(|(_, c)| *c == ' ')
        .map(|(i, _)| i)
        .chain([rest.len()]);
    ends.take(5)
        .filter_map(|end| Some((kind_of(&rest[..end])?, start..start + end)))
        .last()
}

/// The kind of a number that is written exactly so, its separators apart.
pub fn kind_of(print: &str) -> Option<Kind> {
    let bare: Vec<u8> = print.bytes().filter(|b| !b" -#*".contains(b)).collect();
    let digits = |from: usize| bare.iter().skip(from).all(u8::is_ascii_digit);
    match bare.len() {
        // An asterisk takes the place of a digit.
        12 if print.contains('*') && bare[..3].iter().all(u8::is_ascii_uppercase) && digits(3) => {
            Some(Kind::Receipt)
        }
        13 if bare[..3].iter().all(u8::is_ascii_uppercase) && digits(3) => Some(Kind::Receipt),
        8..=10 if bare[0] == b'A' && digits(1) => Some(Kind::ANumber),
        12 if digits(0) => Some(Kind::Account),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_found_among_words() {
        assert_eq!(
            find("Receipt EAC-21-123-45678 x"),
            Some((Kind::Receipt, 8..24))
        );
        assert_eq!(find("A 012 345 678"), Some((Kind::ANumber, 0..13)));
        assert_eq!(find("is 0012 3456 7890"), Some((Kind::Account, 3..17)));
        assert_eq!(find("LIN*917195279"), Some((Kind::Receipt, 0..13)));
        assert_eq!(find("Notice Date 04/01/2021"), None);
        assert_eq!(find(""), None);
    }
}
