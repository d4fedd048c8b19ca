//! The characters of a block as the scanners see them, with what pixels misread put right.

use super::shape::{ValueKind, is_separator};
use super::sheet::Sheet;
use crate::identifier::confusables::digit_for;
use crate::identifier::folding::{Folded, fold};

/// A block's characters, and to which token each belongs.
pub(super) struct Spelled {
    pub chars: Vec<char>,
    pub token: Vec<usize>,
    pub repaired: Vec<usize>,
}

pub(super) fn spell(sheet: &Sheet, block: usize) -> Spelled {
    let mut spelled = Spelled {
        chars: Vec::new(),
        token: Vec::new(),
        repaired: Vec::new(),
    };
    let mut run = None;
    for t in sheet.blocks[block].tokens.clone() {
        let token = &sheet.tokens[t];
        if let Some(before) = run
            && !(before == token.run && sheet.is_comb(token.run))
        {
            spelled
                .chars
                .push(if before == token.run { ' ' } else { '\n' });
            spelled.token.push(t);
        }
        run = Some(token.run);
        let mended = if sheet.pixels && sheet.is_comb(token.run) {
            mend_cell(sheet, t)
        } else if sheet.pixels {
            mend(&token.text)
        } else {
            None
        };
        if mended.is_some() {
            spelled.repaired.push(t);
        }
        let text = mended.as_deref().unwrap_or(&token.text);
        for c in text.chars() {
            match fold(c) {
                Folded::Same => spelled.chars.push(c),
                Folded::Exact(seen) => spelled.chars.push(seen),
                Folded::Likely(seen) => {
                    spelled.chars.push(seen);
                    spelled.repaired.push(t);
                }
                Folded::Invisible => {
                    spelled.repaired.push(t);
                    continue;
                }
            }
            spelled.token.push(t);
        }
    }
    spelled
}

/// The digit that a letter in a comb box stands for, where most cells hold digits. The first three
/// may be a prefix, the first an `A`.
fn mend_cell(sheet: &Sheet, token: usize) -> Option<String> {
    let cells = sheet.runs[sheet.tokens[token].run].tokens.clone();
    let letter = |t: usize| sheet.tokens[t].text.chars().next().unwrap_or(' ');
    let digits = cells
        .clone()
        .filter(|t| letter(*t).is_ascii_digit())
        .count();
    let at = token - cells.start;
    if letter(token).is_ascii_digit() || digits * 3 < cells.len() * 2 {
        return None;
    }
    let first: Vec<char> = cells.clone().take(3).map(letter).collect();
    if cells.len() == 13 && at < 3 {
        let prefix = mend_prefix(&first)?;
        return prefix.get(at..=at).map(str::to_owned);
    }
    if at == 0 && letter(token) == 'A' {
        return None;
    }
    digit_for(letter(token)).map(String::from)
}

/// The digits that a word read from pixels stands for, where most of it is digits.
fn mend(word: &str) -> Option<String> {
    let digits = word.chars().filter(char::is_ascii_digit).count();
    if digits < 3 {
        return None;
    }
    let chars: Vec<char> = word.chars().collect();
    let prefix = (chars.len() >= 12)
        .then(|| mend_prefix(&chars[..3]))
        .flatten();
    let from = match &prefix {
        Some(_) => 3,
        None if chars.first() == Some(&'A') => 1,
        None => 0,
    };
    let mut mended: String = prefix.unwrap_or_else(|| chars[..from].iter().collect());
    for c in &chars[from..] {
        mended.push(match digit_for(*c) {
            Some(digit) => digit,
            None if is_separator(*c) || matches!(c, ',' | ':' | ')' | '(') => *c,
            None => return None,
        });
    }
    (mended != word).then_some(mended)
}

/// `1OE` and `I0E` can only be `IOE`.
fn mend_prefix(chars: &[char]) -> Option<String> {
    let letter = |c: &char| match c {
        '1' | 'l' | '|' | '!' => 'I',
        '0' => 'O',
        '5' => 'S',
        '2' => 'Z',
        '8' => 'B',
        c => c.to_ascii_uppercase(),
    };
    let letters: String = chars.iter().map(letter).collect();
    let known = crate::identifier::Prefix::known().any(|p| p.as_str() == letters);
    let one_is_letter = chars.iter().any(char::is_ascii_alphabetic);
    (known && one_is_letter).then_some(letters)
}

/// `TTY 800-767-1833` and `ZIP 72796-6157` have the shape too.
pub(super) fn may_be_receipt(raw: &str) -> bool {
    let (letters, rest) = raw.split_at(3);
    let known = crate::identifier::Prefix::known().any(|p| p.as_str() == letters);
    let others = [
        "PMB", "BOX", "TTY", "TEL", "FAX", "ZIP", "EXT", "TDD", "FEI", "EIN", "SSN", "DOB", "ABA",
    ];
    known || !others.contains(&letters) && rest.starts_with(|c: char| c.is_ascii_digit())
}

/// A number of ours at the end of a word that begins with other letters: its label glued to it.
pub(super) fn glued(raw: &str) -> Option<(ValueKind, &str)> {
    let digits = raw.bytes().rev().take_while(u8::is_ascii_digit).count();
    let head = &raw[..raw.len() - digits];
    let prefix = head.len().checked_sub(3).and_then(|i| head.get(i..));
    let known = prefix.is_some_and(|p| crate::identifier::Prefix::known().any(|k| k.as_str() == p));
    match digits {
        12 => Some((ValueKind::Digits, raw.get(raw.len() - 12..)?)),
        10 if known => Some((ValueKind::Receipt, raw.get(raw.len() - 13..)?)),
        7..=9 if head.ends_with('A') && head.len() > 3 => {
            Some((ValueKind::ANumber, raw.get(raw.len() - digits - 1..)?))
        }
        _ => None,
    }
}

/// Whether digits follow a number that is printed in groups, so that nobody knows where it ends.
pub(super) fn goes_on(chars: &[char], end: usize, raw: &str) -> bool {
    let at = |i: usize| chars.get(i).copied().unwrap_or('\0');
    let grouped = raw
        .trim_start_matches(['A', '#', '-', ' ', ':'])
        .chars()
        .any(|c| !c.is_ascii_digit());
    let dash = super::shape::is_dash(at(end));
    (dash || grouped && at(end) == ' ') && at(end + 1).is_ascii_digit()
}
