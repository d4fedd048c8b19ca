//! Where the sentences of running text end.

use super::sheet::Sheet;
use super::words::is_abbreviation;
use std::ops::Range;

/// A sentence: its tokens.
pub(super) type Sentence = Range<usize>;

/// Cuts prose into sentences.
pub(super) fn sentences(sheet: &Sheet, tokens: Range<usize>) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut start = tokens.start;
    for t in tokens.clone() {
        let text = sheet.tokens[t].text.as_str();
        let bare = text.trim_end_matches([')', '"', '\u{201d}']);
        let ends = bare.ends_with(['.', '!']) && !is_abbreviation(bare);
        let next = tokens
            .contains(&(t + 1))
            .then(|| sheet.tokens[t + 1].text.as_str());
        let begins = next.is_none_or(|n| {
            n.chars().next().is_some_and(|c| {
                c.is_uppercase() || c.is_ascii_digit() || matches!(c, '(' | '"' | '\u{201c}' | '¿')
            })
        });
        // "(for example. 000000000000)": pixels show a comma as a full stop.
        let digits = next.is_some_and(|n| n.starts_with(|c: char| c.is_ascii_digit()));
        if ends && begins && !(digits && in_brackets(sheet, start..t + 1)) {
            found.push(start..t + 1);
            start = t + 1;
        }
    }
    if start < tokens.end {
        found.push(start..tokens.end);
    }
    found
}

/// Whether brackets are open behind these words.
fn in_brackets(sheet: &Sheet, words: Range<usize>) -> bool {
    let text = || sheet.tokens[words.clone()].iter().map(|t| t.text.as_str());
    let count = |c: char| text().map(|t| t.matches(c).count()).sum::<usize>();
    count('(') > count(')')
}
