//! The titles of forms, `APPLICATION FOR TRAVEL DOCUMENT`: values of the case type, never labels.

use super::normalize::is_upper;
use super::phrase::{LabelKind, Phrase, classify};
use super::shape::ValueKind;
use super::sheet::{Sheet, Token};
use super::value::Value;
use super::vocabulary::on;
use std::ops::Range;

/// Nouns with which the title of a form begins.
const NOUNS: [&str; 8] = [
    "application",
    "petition",
    "request",
    "consideration",
    "registration",
    "waiver",
    "affidavit",
    "supplement",
];
/// Words that may stand before such a noun.
const BEFORE: [&str; 6] = [
    "immigrant",
    "nonimmigrant",
    "refugee/asylee",
    "relative",
    "an",
    "the",
];
/// Words that join the noun with what is asked for.
const JOINS: [&str; 5] = ["for", "to", "of", "on", "by"];
/// A title has this many words at least, and a line that it goes on in this many at most.
const LEAST_WORDS: usize = 3;
const MOST_WORDS: usize = 9;
/// A title in a narrow cell has this many lines at most.
const MOST_LINES: usize = 5;
/// The join stands at most this many words behind the noun.
const JOIN_WITHIN: usize = 3;

/// Words with which no title of a form is mistaken: a number, an account, or a colon behind it.
fn may_be_label(tokens: &[Token]) -> bool {
    let ends = tokens.last().is_some_and(|t| t.ends_with(&[':', '>']));
    let announces = |t: &Token| t.says_number() || t.is(on::ACCOUNT | on::ATTORNEY | on::DATE);
    ends || tokens.iter().any(announces)
}

/// Whether a word is the code of a form, also as a reader of pixels sees it: `I485`, `1131`,
/// `l-129F`.
pub(super) fn is_code(text: &str) -> bool {
    let bare = text.trim_end_matches([',', ':', '-', '.']);
    let mut chars = bare.chars();
    let letter = chars
        .next()
        .is_some_and(|c| matches!(c, 'I' | 'l' | '1' | '|' | '!' | 'N' | 'G' | 'T' | 'J'));
    let rest = chars.as_str().trim_start_matches('-');
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let tail = &rest[digits..];
    letter && (2..=3).contains(&digits) && tail.len() <= 1
}

/// Whether a phrase is the title of a form, or goes on with the one in the line above.
pub(super) fn is_title(
    sheet: &Sheet,
    values: &[Value],
    part: Range<usize>,
    phrase: &Phrase,
) -> bool {
    let tokens = &sheet.tokens[part.clone()];
    if may_be_label(tokens) {
        return false;
    }
    opens(tokens) || goes_on(sheet, values, part, phrase)
}

/// `PETITION FOR ALIEN RELATIVE`.
fn opens(tokens: &[Token]) -> bool {
    begins(tokens, LEAST_WORDS)
}

/// Whether a line begins a title that goes on in the next: `APPLICATION FOR` is whole only so.
fn opens_unended(tokens: &[Token]) -> bool {
    let joins = |t: &Token| JOINS.contains(&t.norm.as_str());
    opens(tokens) || tokens.last().is_some_and(joins) && begins(tokens, LEAST_WORDS - 1)
}

/// Whether words begin with the noun of a title and a join near it, and are this many at least.
fn begins(tokens: &[Token], least: usize) -> bool {
    let words: Vec<&str> = tokens
        .iter()
        .map(|t| t.norm.as_str())
        .filter(|w| w.chars().any(char::is_alphabetic))
        .filter(|w| !is_code(&w.to_uppercase()))
        .collect();
    let lead = words.iter().take_while(|w| BEFORE.contains(w)).count();
    let noun = words.get(lead).is_some_and(|w| NOUNS.contains(w));
    let joined = words
        .iter()
        .skip(lead + 1)
        .take(JOIN_WITHIN)
        .any(|w| JOINS.contains(w));
    noun && joined && words.len() >= least
}

/// A later line of a title in capitals, `PERMANENT RESIDENCE OR ADJUST STATUS`: the lines from the
/// one that opens the title down to it follow one another in a block.
fn goes_on(sheet: &Sheet, values: &[Value], part: Range<usize>, phrase: &Phrase) -> bool {
    let mut run = sheet.tokens[part.start].run;
    let starts_line = sheet.runs[run].tokens.start == part.start;
    if !starts_line || !may_go_on(&sheet.tokens[part], phrase) {
        return false;
    }
    let block = sheet.runs[run].block;
    for _ in 1..MOST_LINES {
        let above = run.checked_sub(1).map(|above| &sheet.runs[above]);
        let Some(line) = above.filter(|line| line.block == block) else {
            return false;
        };
        let wide = line.rect.width() > 0.4 * sheet.runs[run].rect.width();
        let words = &sheet.tokens[line.tokens.clone()];
        if !wide || may_be_label(words) || !words.iter().all(|t| is_plain(t, values)) {
            return false;
        }
        if opens_unended(words) {
            return true;
        }
        if !may_go_on(words, &classify(sheet, line.tokens.clone())) {
            return false;
        }
        run -= 1;
    }
    false
}

/// Whether words may be a later line of a title: capitals that announce nothing of ours.
fn may_go_on(tokens: &[Token], phrase: &Phrase) -> bool {
    let capitals = tokens
        .iter()
        .all(|t| !t.text.chars().any(char::is_lowercase))
        && tokens.iter().any(|t| is_upper(&t.text));
    let quiet = matches!(
        phrase.kind,
        None | Some(LabelKind::Foreign | LabelKind::ANumber | LabelKind::Receipt | LabelKind::Name)
    );
    capitals && quiet && tokens.len() <= MOST_WORDS
}

/// Whether a word is no value, other than the code of a form.
fn is_plain(token: &Token, values: &[Value]) -> bool {
    let form = |v: usize| matches!(values[v].kind, ValueKind::Form | ValueKind::Scrap);
    token.value.is_none_or(form) || is_code(&token.text)
}

#[cfg(test)]
#[path = "case_title_tests.rs"]
mod tests;
