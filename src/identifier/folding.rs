//! Characters of other scripts and styles that people see as digits, letters and separators of
//! ours.
//!
//! A text layer may hold full-width digits, a minus sign for a hyphen, or a Cyrillic letter that is
//! drawn like a Latin one. A person sees the number all the same. Each such character is folded
//! into the ASCII character that it is seen as, together with whether that is beyond doubt: a
//! full-width 3 is a 3 however it is drawn, but an Arabic-Indic digit or a Greek letter in a number
//! says that the text layer may be wrong about what is on the paper.

/// What a character is seen as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Folded {
    /// Nothing else.
    Same,
    /// Another character, and nobody who sees it could think otherwise.
    Exact(char),
    /// Another character, most likely.
    Likely(char),
    /// Nothing: it takes no room.
    Invisible,
}

/// What a character is seen as.
pub fn fold(c: char) -> Folded {
    if c.is_ascii() {
        return Folded::Same;
    }
    if let Some(ascii) = full_width(c) {
        return Folded::Exact(ascii);
    }
    if let Some(separator) = separator(c) {
        return Folded::Exact(separator);
    }
    if is_invisible(c) {
        return Folded::Invisible;
    }
    digit(c)
        .or_else(|| letter(c))
        .map_or(Folded::Same, Folded::Likely)
}

/// A text with exact folds done; other characters stay as they are.
pub fn fold_exactly(text: &str) -> String {
    text.chars()
        .map(|c| match fold(c) {
            Folded::Exact(seen) => seen,
            Folded::Same | Folded::Likely(_) | Folded::Invisible => c,
        })
        .collect()
}

/// The ASCII digit that a character is, or is seen as.
pub fn as_digit(c: char) -> Option<char> {
    let seen = match fold(c) {
        Folded::Same => c,
        Folded::Exact(seen) | Folded::Likely(seen) => seen,
        Folded::Invisible => return None,
    };
    seen.is_ascii_digit().then_some(seen)
}

/// Every fold that is beyond doubt, for programs that fold by a table.
pub fn exact_folds() -> impl Iterator<Item = (char, char)> {
    ('\u{80}'..='\u{ffff}').filter_map(|c| match fold(c) {
        Folded::Exact(seen) => Some((c, seen)),
        Folded::Same | Folded::Likely(_) | Folded::Invisible => None,
    })
}

/// Whether a character is not seen: no ink, no width, or an empty cell that looks like a space and
/// is none.
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{34f}' // combining grapheme joiner
        | '\u{61c}' | '\u{200b}'..='\u{200f}' // marks of direction, joiners, spaces without width
        | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' // Hangul fillers
        | '\u{17b4}' | '\u{17b5}' // inherent vowels of Khmer
        | '\u{180b}'..='\u{180f}' // Mongolian variation selectors and vowel separator
        | '\u{2028}'..='\u{202e}' // separators of lines, embeddings and overrides of direction
        | '\u{2060}'..='\u{206f}' // invisible operators, isolates
        | '\u{2800}' // the Braille cell without dots
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}'
        | '\u{13430}'..='\u{13440}' | '\u{13447}'..='\u{13455}' // joiners of hieroglyphs
        | '\u{1bca0}'..='\u{1bca3}' // shorthand format controls
        | '\u{1d159}' | '\u{1d173}'..='\u{1d17a}' // musical format controls
        | '\u{e0000}'..='\u{e0fff}') // tags, more variation selectors
}

/// Full-width forms stand in the order of ASCII.
fn full_width(c: char) -> Option<char> {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xff01 + u32::from('!')),
        _ => None,
    }
}

/// Hyphens, dots and spaces in their many widths.
fn separator(c: char) -> Option<char> {
    match c {
        '\u{ad}'
        | '\u{2010}'..='\u{2015}'
        | '\u{2043}'
        | '\u{2212}'
        | '\u{2e3a}'
        | '\u{2e3b}'
        | '\u{fe58}'
        | '\u{fe63}' => Some('-'),
        '\u{b7}' | '\u{2024}' | '\u{2027}' | '\u{2219}' | '\u{22c5}' | '\u{fe52}' => Some('.'),
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => {
            Some(' ')
        }
        _ => None,
    }
}

/// The zeros of the scripts whose ten decimal digits stand side by side (Unicode category Nd).
const ZEROS: [u32; 58] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6,
    0xe50, 0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50,
    0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0x104a0,
    0x10d30, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650, 0x116c0,
    0x11730, 0x118e0, 0x11950, 0x11c50, 0x11d50, 0x11da0, 0x16a60, 0x16b50, 0x1e140, 0x1e2f0,
    0x1e950, 0x1fbf0,
];

/// Digits of other scripts, of mathematics, raised, lowered and in circles.
fn digit(c: char) -> Option<char> {
    let code = u32::from(c);
    let from = |zero: u32| code.checked_sub(zero).filter(|value| *value < 10);
    let value = match code {
        0xb2 | 0xb3 => code - 0xb0,
        0xb9 => 1,
        0x2070 | 0x2074..=0x2079 => code - 0x2070,
        0x2080..=0x2089 => code - 0x2080,
        0x24ea | 0x24ff => 0,
        0x1d7ce..=0x1d7ff => (code - 0x1d7ce) % 10,
        _ => ZEROS
            .iter()
            .find_map(|zero| from(*zero))
            .or_else(|| numbered(code))?,
    };
    char::from_digit(value, 10)
}

/// Nine numbers in circles or brackets, or with a full stop.
fn numbered(code: u32) -> Option<u32> {
    const ONES: [u32; 7] = [0x2460, 0x2474, 0x2488, 0x24f5, 0x2776, 0x2780, 0x278a];
    let value = ONES
        .iter()
        .find_map(|one| code.checked_sub(*one).filter(|v| *v < 9))?;
    Some(value + 1)
}

/// Greek and Cyrillic letters that are drawn like Latin ones.
const LETTERS: [(&str, char); 25] = [
    ("АΑ", 'A'),
    ("ВΒ", 'B'),
    ("СϹ", 'C'),
    ("ЕΕ", 'E'),
    ("НΗ", 'H'),
    ("ІΙӀ", 'I'),
    ("ЈͿ", 'J'),
    ("КΚ", 'K'),
    ("МΜ", 'M'),
    ("Ν", 'N'),
    ("ОΟ", 'O'),
    ("РΡ", 'P'),
    ("Ԛ", 'Q'),
    ("Ѕ", 'S'),
    ("ТΤ", 'T'),
    ("Ԝ", 'W'),
    ("ХΧ", 'X'),
    ("ҮΥ", 'Y'),
    ("Ζ", 'Z'),
    ("а", 'a'),
    ("е", 'e'),
    ("оο", 'o'),
    ("с", 'c'),
    ("і", 'i'),
    ("ѕ", 's'),
];

fn letter(c: char) -> Option<char> {
    LETTERS
        .iter()
        .find(|(drawn_alike, _)| drawn_alike.contains(c))
        .map(|(_, latin)| *latin)
}

#[cfg(test)]
#[path = "folding_tests.rs"]
mod tests;
