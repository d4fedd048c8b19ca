//! Whether some words are the name of a person or a company.

use super::sheet::Page;
use super::words::fold;
use crate::interpret::meaning::ValueKind;
use std::ops::Range;

/// A name has at most so many words.
const MOST_WORDS: usize = 9;
/// A name in small letters has at most so many words.
const MOST_TITLED: usize = 5;
/// Words that no person's or company's name is made of alone; any of them leaves a name out.
const NO_NAMES: &[&str] = &[
    "a-number",
    "account",
    "address",
    "alien",
    "amount",
    "appointment",
    "attorney",
    "biometrics",
    "birth",
    "box",
    "case",
    "class",
    "code",
    "copy",
    "date",
    "form",
    "notice",
    "number",
    "online",
    "page",
    "receipt",
    "received",
    "representative",
    "section",
    "uscis",
    "type",
    "name",
    "names",
    "applicant",
    "petitioner",
    "beneficiary",
    "homeland",
    "immigration",
    "citizenship",
    "payment",
    "priority",
    "valid",
    "consulate",
    "sex",
    "country",
    "stamp",
    "processing",
    "you",
    "your",
    "relationship",
    "role",
    "spouse",
    "child",
    "dependent",
    "none",
    "n/a",
    "same",
    "unknown",
    "no.",
    "fein",
    "ssn",
    "dob",
    "firm",
    "bar",
    "oan",
    "addr",
    "city",
    "rel",
    "ref",
    "nbr",
    "the",
    "this",
    "we",
    "is",
    "was",
    "are",
    "not",
    "has",
    "have",
    "please",
    "relation",
    "office",
    "field",
    "service",
    "services",
    "center",
    "department",
    "records",
    "decision",
    "interview",
    "ceremony",
    "support",
    "application",
    "petition",
    "request",
    "atty/rep",
    "atty",
    "party",
    "members",
    "rep",
    "status",
    "for",
    "of",
];
/// What companies end with.
const COMPANY: &[&str] = &[
    "INC",
    "LLC",
    "LLP",
    "LP",
    "CORP",
    "CO",
    "COMPANY",
    "CORPORATION",
    "LTD",
    "LIMITED",
    "PLLC",
    "PC",
    "UNIVERSITY",
    "COLLEGE",
    "HOSPITAL",
    "GROUP",
    "FOUNDATION",
    "INCORPORATED",
    "SCHOOL",
    "CHURCH",
    "INSTITUTE",
    "ASSOCIATES",
    "PARTNERS",
    "BANK",
    "CENTER",
];

/// A name found among some words.
#[derive(Debug, Clone)]
pub(super) struct Name {
    pub tokens: Vec<usize>,
    /// Why not to be sure.
    pub doubt: Option<&'static str>,
}

/// The name that some tokens are, beside an A-Number in the same cell.
pub(super) fn name(page: &Page<'_>, tokens: Range<usize>) -> Option<Name> {
    let free = |t: &usize| {
        let shape = page.shape(*t);
        shape.is_none_or(|s| matches!(s, ValueKind::Name | ValueKind::Scrap))
            && page.token(*t).text.chars().any(char::is_alphabetic)
            || matches!(page.token(*t).text.as_str(), "&" | "-" | ",")
    };
    let start = tokens.clone().find(free)?;
    let end = (start..tokens.end)
        .find(|t| !free(t) || page.token(*t).text.starts_with('('))
        .unwrap_or(tokens.end);
    let mut of: Vec<usize> = (start..end).collect();
    // The letter of an A-Number whose digits follow.
    if of
        .last()
        .is_some_and(|t| matches!(page.token(*t).text.as_str(), "A" | "A#" | "A-"))
        && end < tokens.end
    {
        of.pop();
    }
    judged(page, of)
}

pub(super) fn judged(page: &Page<'_>, tokens: Vec<usize>) -> Option<Name> {
    let words: Vec<&str> = tokens
        .iter()
        .map(|t| page.token(*t).text.as_str())
        .collect();
    let bare: Vec<String> = words
        .iter()
        .map(|w| fold(w))
        .filter(|w| !w.is_empty())
        .collect();
    if bare.is_empty() || bare.len() > MOST_WORDS {
        return None;
    }
    let company = bare.len() > 1 && bare.iter().skip(1).any(|w| COMPANY.contains(&w.as_str()));
    let strange = |t: &usize| {
        let norm = page.token(*t).norm.as_str();
        let joins = matches!(norm, "for" | "of" | "the");
        NO_NAMES.contains(&norm) && !(joins && company) || page.is_other_label(*t) && !company
    };
    let in_name =
        |c: char| c.is_alphabetic() || matches!(c, '\'' | '’' | '-' | '.' | ',' | '&' | '/' | '`');
    let fine = |w: &str| company || w.chars().all(in_name);
    if tokens.iter().any(strange) || !words.iter().all(|w| fine(w)) {
        return None;
    }
    if words.iter().any(|w| w.ends_with([':', ';', '?'])) {
        return None;
    }
    let lettered: Vec<&str> = words
        .iter()
        .copied()
        .filter(|w| w.chars().any(char::is_alphabetic))
        .collect();
    let upper = lettered.iter().all(|w| !w.chars().any(char::is_lowercase));
    let capital = |w: &&&str| w.starts_with(char::is_uppercase);
    let capitals = lettered.iter().filter(capital).count();
    let titled = capitals * 2 > lettered.len();
    let all_titled = capitals == lettered.len() && lettered.len() <= MOST_TITLED;
    let comma = words.iter().any(|w| w.ends_with(','));
    let doubt = match () {
        () if bare.iter().all(|w| w.len() < 2) => return None,
        () if bare.len() == 1 && (!upper || bare[0].len() < 3) => return None,
        () if bare.len() == 1 => Some("a single word"),
        () if upper => None,
        () if comma || company => (!titled).then_some("not spelled as names are"),
        () if all_titled => None,
        () if titled => Some("not in capitals"),
        () => return None,
    };
    Some(Name { tokens, doubt })
}

/// Whether print read from pixels may have an `L` for an `I`: hardly a name ends with a consonant
/// and an `L`, or with `LAL`.
pub(super) fn may_be_misread(text: &str) -> bool {
    let odd = |word: &str| {
        let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
        let strange = |c: char| matches!(c, '|' | '`') || c.is_ascii_digit();
        let upper = letters.iter().filter(|c| c.is_uppercase()).count();
        // A small `l` among capitals, or where a capital belongs, is an `I`.
        let small = word.contains('l') && upper * 2 > letters.len() || word.starts_with('l');
        let [.., before, 'L'] = letters[..] else {
            return small || word.contains(strange);
        };
        let usual = "AEIOUYRLWT".contains(before);
        small || !usual || word.contains("LAL")
    };
    text.split_whitespace().any(odd)
}

/// A name's words without order and punctuation: `DOE, JANE` and `JANE DOE` are one person.
pub(super) fn key(words: &str) -> Vec<String> {
    let mut words: Vec<String> = words
        .split_whitespace()
        .map(fold)
        .filter(|w| !w.is_empty())
        .collect();
    words.sort();
    words
}
