//! Words as lists compare them, and how far a misread word may be from the one that is meant.

/// Words shorter than this are read right or not at all …
const SHORTEST: usize = 4;
/// … those from this length on may have two letters wrong, others one.
const LONG: usize = 12;

/// Letters and digits alone, in capitals.
pub(super) fn fold(text: &str) -> String {
    text.chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_uppercase())
        .collect()
}

/// Whether a word as read is the one meant. In print read from pixels a few letters may be wrong.
pub(super) fn is_word(read: &str, meant: &str, pixels: bool) -> bool {
    if read == meant || !pixels {
        return read == meant;
    }
    let length = meant.chars().count();
    if length < SHORTEST || read.chars().count().abs_diff(length) > 2 {
        return false;
    }
    let most = if length >= LONG { 2 } else { 1 };
    strsim::levenshtein(read, meant) <= most
}

/// Digits for the letters that look like them.
pub(super) fn as_digits(text: &str) -> String {
    let digit = |c: char| crate::identifier::folding::as_digit(c).or(like_digit(c));
    text.chars().map(|c| digit(c).unwrap_or(c)).collect()
}

fn like_digit(c: char) -> Option<char> {
    Some(match c {
        'O' | 'o' | 'Q' | 'D' => '0',
        'I' | 'l' | '|' | '!' | 'i' => '1',
        'Z' | 'z' => '2',
        'S' | 's' => '5',
        'G' => '6',
        'B' => '8',
        _ => return None,
    })
}
