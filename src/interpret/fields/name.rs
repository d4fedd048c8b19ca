//! Whether some words are the name of a person or a company.

use super::sheet::Page;
use super::words::fold;
use crate::interpret::meaning::ValueKind;
use std::ops::Range;

/// The label of names, in capitals.
const LABEL: &str = "NAME";
/// A name has at most this many words.
const MOST_WORDS: usize = 9;
/// A name in small letters has at most this many words.
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
/// Public bodies, in front of `of`.
const BODIES: &[&str] = &[
    "BOARD",
    "CHURCH",
    "CITY",
    "COLLEGE",
    "COUNTY",
    "STATE",
    "TOWN",
    "UNIVERSITY",
];
/// What stands before the center or office of the agency.
const OF_AGENCY: &[&str] = &[
    "ASYLUM",
    "BENEFITS",
    "CONTACT",
    "DISTRICT",
    "FIELD",
    "PROCESSING",
    "PRODUCTION",
    "SERVICE",
    "SUPPORT",
    "VISA",
];
/// What only companies end with.
const INCORPORATED: &[&str] = &[
    "INC",
    "LLC",
    "LLP",
    "LP",
    "CORP",
    "CO",
    "CORPORATION",
    "LTD",
    "LIMITED",
    "PLLC",
    "PC",
    "INCORPORATED",
    "COMPANY",
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

/// Words of these are parts of a company's name, not of a person's.
const JOINING: &[&str] = &["for", "of", "the", "and"];
/// Small words within family names.
const PARTICLES: &[&str] = &[
    "af", "al", "ap", "av", "bin", "bint", "da", "das", "de", "del", "dem", "den", "der", "di",
    "do", "dos", "du", "e", "el", "ibn", "la", "las", "le", "los", "st.", "ter", "van", "von", "y",
    "zu",
];

/// A name found among some words.
#[derive(Debug, Clone)]
pub(super) struct Name {
    pub tokens: Vec<usize>,
    /// How many of them are family names in a cell of their own.
    pub family: Option<usize>,
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
    // A law firm behind `c/o` is another name.
    let ends = |t: &usize| {
        let token = page.token(*t);
        !free(t) || token.text.starts_with('(') || token.norm == "c/o"
    };
    let end = (start..tokens.end).find(ends).unwrap_or(tokens.end);
    // `TAMPA FL 33675` is a place.
    let zip = |t: usize| {
        let digits = page.token(t).text.get(..5);
        page.shape(t) == Some(ValueKind::Zip)
            || digits.is_some_and(|d| d.bytes().all(|b| b.is_ascii_digit()))
    };
    let state = |t: usize| page.token(t).text.len() == 2;
    if end < tokens.end && zip(end) && state(end - 1) {
        return None;
    }
    let mut of: Vec<usize> = (start..end).collect();
    // The letter of an A-Number whose digits follow.
    if of
        .last()
        .is_some_and(|t| matches!(page.token(*t).text.as_str(), "A" | "A#" | "A-"))
        && end < tokens.end
    {
        of.pop();
    }
    let mut name = judged(page, of)?;
    // `24/7 STAFFING CO`: beside a name stand numbers with a meaning of their own, or nothing.
    let stray = |t: usize| {
        let shape = page.shape(t);
        let text = page.token(t).text.trim_end_matches(['.', ')']);
        let mark = !text.chars().any(char::is_alphanumeric);
        let ordinal = text.len() <= 2 && text.bytes().all(|b| b.is_ascii_digit());
        !mark
            && !ordinal
            && shape.is_none_or(|s| {
                matches!(s, ValueKind::Digits | ValueKind::Mixed | ValueKind::Scrap)
            })
    };
    if (tokens.start..start).any(stray) {
        name.doubt = name.doubt.or(Some("more stands before it"));
    }
    Some(name)
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
    let company = names_company(&bare);
    // `LAKESIDE SERVICES LLC` says what it is by its end.
    let incorporated = company
        && bare
            .last()
            .is_some_and(|w| INCORPORATED.contains(&w.as_str()));
    let strange = |t: &usize| {
        let norm = page.token(*t).norm.as_str();
        let joins = (JOINING.contains(&norm) || norm == "center") && company;
        let taken = page.is_number_label(*t) || norm == "uscis";
        // `PAGE, ELLIOT` and `BANK, SARAH` are people.
        let family = *t == tokens[0] && tokens.len() > 1 && is_family(&page.token(*t).text);
        !family
            && (NO_NAMES.contains(&norm) && !joins && (!incorporated || taken)
                || page.is_other_label(*t) && !company)
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
    // `Prima Facie Determination` stands where a name may be.
    if super::list::notice_type(&words, page.pixels()).is_some() {
        return None;
    }
    let lettered: Vec<&str> = words
        .iter()
        .copied()
        .filter(|w| w.chars().any(char::is_alphabetic))
        .collect();
    let upper = lettered.iter().all(|w| !w.chars().any(char::is_lowercase));
    let capital = |w: &&&str| w.starts_with(char::is_uppercase);
    let particle = |w: &&&str| PARTICLES.contains(*w);
    let capitals =
        lettered.iter().filter(capital).count() + lettered.iter().filter(particle).count();
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
    Some(Name {
        tokens,
        family: None,
        doubt,
    })
}

/// The words of a name; given names in a column of their own stand behind a comma.
pub(super) fn words_of(page: &Page<'_>, name: &Name) -> String {
    let text = |t: &[usize]| {
        let words: Vec<&str> = t.iter().map(|t| page.token(*t).text.as_str()).collect();
        words.join(" ")
    };
    match name.family {
        Some(many) => {
            let (family, given) = name.tokens.split_at(many);
            format!("{}, {}", text(family).trim_end_matches(','), text(given))
        }
        None => text(&name.tokens),
    }
}

/// Whether some words are a company.
pub(super) fn is_company(words: &str) -> bool {
    let bare: Vec<String> = words.split_whitespace().map(fold).collect();
    names_company(&bare)
}

/// Whether folded words are a company, an office of the agency being none.
fn names_company(bare: &[String]) -> bool {
    let is = |word: &String, list: &[&str]| list.contains(&word.as_str());
    let ends = bare.iter().skip(1).any(|w| is(w, COMPANY));
    let begins = bare.len() > 2 && is(&bare[0], BODIES) && bare[1] == "OF";
    let of_agency = bare
        .windows(2)
        .any(|w| is(&w[1], &["CENTER", "OFFICE"]) && is(&w[0], OF_AGENCY));
    (ends || begins) && !of_agency
}

/// Whether a word in front of a comma may be a family name.
fn is_family(text: &str) -> bool {
    let bare = text.trim_end_matches(',');
    bare.len() < text.len() && bare.len() > 2 && bare.chars().all(char::is_alphabetic)
}

/// The tokens of a cell, if all of them are words.
pub(super) fn lettered(page: &Page<'_>, cell: Range<usize>) -> Option<Vec<usize>> {
    let word = |t: &usize| page.token(*t).text.chars().all(|c| !c.is_ascii_digit());
    (!cell.is_empty() && cell.clone().all(|t| word(&t))).then(|| cell.collect())
}

/// Whether print read from pixels may have an `L` for an `I`: hardly a name ends with a consonant
/// and an `L`, or with `LAL`. A name that begins with its label's word was read as one with it.
pub(super) fn may_be_misread(text: &str) -> bool {
    let odd = |word: &str| {
        let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
        let strange = |c: char| matches!(c, '|' | '`') || c.is_ascii_digit();
        let upper = letters.iter().filter(|c| c.is_uppercase()).count();
        // A small `l` among capitals, or where a capital belongs, is an `I`.
        let small = word.contains('l') && upper * 2 > letters.len() || word.starts_with('l');
        let labelled = letters.len() > LABEL.len() && word.starts_with(LABEL);
        let [.., before, 'L'] = letters[..] else {
            return small || labelled || word.contains(strange);
        };
        let usual = "AEIOUYRLWT".contains(before);
        small || labelled || !usual || word.contains("LAL")
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
