//! The labels of fields that hold words: which phrases they are, and where they stand.
//!
//! A phrase is a label where it is all of a run or of what stands before a colon; a run may also
//! begin with one and go on with the value. Labels of numbers and dates are found by
//! [`meaning`](crate::interpret::meaning).

use super::phrases::SPLIT;
use super::sheet::Page;
use super::words::is_word;
use crate::interpret::meaning::sheet::{Rect, Token};
use crate::model::record::{FieldClass, FieldKind};
use std::ops::Range;

/// Words that a person's label may have beside the role.
const OF_ROLE: &[&str] = &[
    "name",
    "names",
    "of",
    "the",
    "full",
    "you",
    "who",
    "filed",
    "filer",
    "principal",
    "last",
    "first",
    "given",
    "family",
    "del",
    "de",
    "nombre",
    "and",
    "members",
    "middle",
    "el",
    "la",
    "legal",
    "or",
    "organization",
    "business",
    "this",
    "form",
    "self",
    "usted",
    "main",
    "lead",
    "person",
    "for",
    "whom",
    "primary",
    "named",
    "information",
    "info",
    "record",
    "file",
    "filing",
    "alien",
    "u.s",
    "us",
    "party",
    "individual",
    "employer",
    "petitioning",
    "company",
    "sponsor",
    "worker",
    "petition",
    "application",
];
/// Words of a label in Spanish.
const SPANISH: &[&str] = &[
    "nombre",
    "solicitante",
    "peticionario",
    "beneficiario",
    "usted",
];
/// A label has at most this many words.
const MOST_WORDS: usize = 8;

/// A label of a field.
#[derive(Debug, Clone)]
pub(super) struct FieldLabel {
    pub kind: FieldKind,
    pub tokens: Range<usize>,
    pub run: usize,
    /// In a column of roles: its name stands left of it.
    pub in_row: bool,
    /// How it names the one who filed, whose role the form tells.
    pub filer: Option<Filer>,
    pub rect: Rect,
    pub size: f32,
    pub colon: bool,
    /// The value follows in the same run, and nothing but the words parts the two.
    pub bare: bool,
    /// In brackets, as captions under or behind a value are.
    pub bracketed: bool,
    pub text: String,
}

/// How a label names the one who filed, without a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Filer {
    /// `Filed by`, `Applicant/Petitioner`.
    Named,
    /// `Name`, `RE:`: it may be anybody else.
    Bare,
}

/// Labels of the one who filed, in the vocabulary's spelling.
const FILERS: &[&str] = &[
    "filed by",
    "filer",
    "name of filer",
    "filer name",
    "person who filed",
    "filing party",
    "requestor",
    "requester",
    "requestor name",
    "name of requestor",
    "applicant or petitioner",
    "petitioner or applicant",
    "applicant petitioner",
    "petitioner applicant",
    "applicant or petitioner name",
    "name of applicant or petitioner",
    "you filed as",
    "your name",
    "this notice is for",
];
/// Labels that may name the one who filed.
const BARE: &[&str] = &[
    "name",
    "names",
    "full name",
    "name last first",
    "name last first middle",
    "name family given",
    "person",
    "persons",
    "re",
    "in re",
    "regarding",
    "matter of",
    "in the matter of",
    "in matter of",
    "case of",
    "issued to",
];
/// Phrases for a role.
const ROLES: &[(&str, FieldKind)] = &[
    ("application filed by", FieldKind::Applicant),
    ("petition filed by", FieldKind::Petitioner),
    ("petition filed for", FieldKind::Beneficiary),
    ("filed for", FieldKind::Beneficiary),
    ("filed on behalf of", FieldKind::Beneficiary),
    ("appl", FieldKind::Applicant),
    ("appl name", FieldKind::Applicant),
    ("pet", FieldKind::Petitioner),
    ("petr", FieldKind::Petitioner),
    ("pet name", FieldKind::Petitioner),
    ("ben", FieldKind::Beneficiary),
    ("bene", FieldKind::Beneficiary),
    ("benef", FieldKind::Beneficiary),
    ("ben name", FieldKind::Beneficiary),
    ("benef name", FieldKind::Beneficiary),
    ("petitioning employer", FieldKind::Petitioner),
    ("petitioning organization", FieldKind::Petitioner),
];

/// The labels of a page, in the order of its runs.
pub(super) fn labels(page: &Page<'_>) -> Vec<FieldLabel> {
    let mut found = Vec::new();
    for (index, run) in page.sheet().runs.iter().enumerate() {
        if run.prose {
            // `You, the petitioner: DOE, JANE` and `This notice is about: I-130`.
            let label = spoken(page, index, run.tokens.clone());
            found.extend(label.or_else(|| asked_to(page, index, run.tokens.clone())));
            continue;
        }
        for part in parts(page, run.tokens.clone()) {
            of_part(page, index, part, &mut found);
        }
    }
    found
}

/// The label before the colon with which a line of small words begins.
fn spoken(page: &Page<'_>, run: usize, tokens: Range<usize>) -> Option<FieldLabel> {
    let part = parts(page, tokens).into_iter().next()?;
    let colon = page.token(part.end - 1).text.ends_with(':');
    let kind = colon.then(|| classify(page, part.clone()))??;
    Some(label(page, run, kind, part, false))
}

/// A line of running text that asks somebody to come to the place under it.
fn asked_to(page: &Page<'_>, run: usize, tokens: Range<usize>) -> Option<FieldLabel> {
    let kind = classify(page, tokens.clone())?;
    let place = kind == FieldKind::AppointmentPlace;
    place.then(|| label(page, run, kind, tokens, false))
}

/// A run parted behind colons and at the marks between columns.
fn parts(page: &Page<'_>, run: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = run.start;
    for t in run.clone() {
        let text = page.token(t).text.as_str();
        let parts = matches!(text, "|" | "•" | "·" | "/" | ")");
        if parts || text.ends_with([':', ';', '>', '=']) {
            found.push(start..if parts { t } else { t + 1 });
            start = t + 1;
        }
    }
    found.push(start..run.end);
    found.retain(|p| !p.is_empty());
    found
}

fn of_part(page: &Page<'_>, run: usize, part: Range<usize>, out: &mut Vec<FieldLabel>) {
    let start = part.start + ordinals(page.tokens(part.clone()));
    let end = without_notes(page, start..part.end);
    if start >= end {
        return;
    }
    let whole = classify(page, start..end).or_else(|| classify(page, start..part.end));
    if let Some(kind) = whole {
        return out.push(label(page, run, kind, start..part.end, false));
    }
    // `Applicant - mail goes to`: a remark in small letters.
    let dash = (start + 1..end).find(|t| matches!(page.token(*t).text.as_str(), "-" | "–" | "—"));
    let small = |t: usize| !page.token(t).text.contains(char::is_uppercase) && !page.is_typed(t);
    if let Some(dash) = dash
        && (dash..part.end).all(small)
        && let Some(kind) = classify(page, start..dash)
    {
        return out.push(label(page, run, kind, start..part.end, false));
    }
    // `Consulate MUMBAI`: the longest beginning that is a label.
    let most = end.min(start + MOST_WORDS);
    let begins = (start + 1..most)
        .rev()
        .find_map(|to| Some((to, classify(page, start..to)?)))
        .filter(|(to, kind)| kind.class() != FieldClass::Name || ends_a_role(page.token(to - 1)));
    if let Some((to, kind)) = begins {
        out.push(label(page, run, kind, start..to, true));
    }
    // `OKONKWO, YUSUF (Applicant)`.
    let bracket = (start + 1..part.end).find(|t| page.token(*t).text.starts_with('('));
    // The bracket that closes is thin print, and may be lost.
    if let Some(from) = bracket
        && (page.pixels() || page.token(part.end - 1).text.ends_with(')'))
        && let Some(kind) = classify(page, from..part.end)
    {
        out.push(label(page, run, kind, from..part.end, true));
    }
}

/// Whether a label of a person may end with a word where the name follows: `Petitioner FIRST BANK`
/// and `Petitioner The Boston Group` go on with it.
fn ends_a_role(last: &Token) -> bool {
    let roles = [
        "applicant",
        "petitioner",
        "beneficiary",
        "name",
        "solicitante",
        "information",
        "info",
        "record",
        "petition",
        "by",
        "for",
    ];
    let word = last.norm.trim_end_matches('s');
    roles.contains(&word) || last.text.ends_with([')', '.'])
}

fn label(
    page: &Page<'_>,
    run: usize,
    kind: FieldKind,
    tokens: Range<usize>,
    bare: bool,
) -> FieldLabel {
    let sheet = page.sheet();
    let first = page.token(tokens.start);
    let last = page.token(tokens.end - 1);
    FieldLabel {
        kind,
        run,
        in_row: kind.class() == FieldClass::Name && is_row_role(page, tokens.clone()),
        filer: (kind == FieldKind::Applicant)
            .then(|| filer(page, tokens.clone()))
            .flatten(),
        rect: sheet.rect_of(tokens.clone()),
        size: first.size.max(1.0),
        colon: last.text.ends_with([':', '>', '=']),
        bare,
        bracketed: first.text.starts_with('('),
        text: sheet.text_of(tokens.clone()),
        tokens,
    }
}

/// How many tokens number a box of a form: `4.`, `9`, `(b)`.
fn ordinals(tokens: &[Token]) -> usize {
    let is_ordinal = |t: &Token| {
        let bare = t.text.trim_matches(['(', ')', '.']);
        let number = bare.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let digits = bare.len() <= number.len() + 1
            && (1..=2).contains(&number.len())
            && number.bytes().all(|b| b.is_ascii_digit());
        let bullet = matches!(
            t.text.as_str(),
            "•" | "▪" | "■" | "□" | "-" | "*" | "►" | "#"
        );
        let letter = bare.len() == 1 && bare.len() < t.text.len();
        // `No. Beneficiary` heads a column of persons and their numbers.
        let column = matches!(t.text.as_str(), "No." | "Nr.");
        bullet || digits || letter || column
    };
    let many = tokens.iter().take_while(|t| is_ordinal(t)).count();
    many.min(tokens.len().saturating_sub(1))
}

/// The end of a phrase without footnote marks and remarks in brackets behind it.
fn without_notes(page: &Page<'_>, part: Range<usize>) -> usize {
    let mut end = part.end;
    while end > part.start + 1
        && page
            .token(end - 1)
            .text
            .trim_end_matches(':')
            .ends_with(')')
    {
        let open = (part.start + 1..end)
            .rev()
            .find(|t| page.token(*t).text.starts_with('('));
        match open {
            Some(open) => end = open,
            None => break,
        }
    }
    end
}

/// The field that a phrase announces.
fn classify(page: &Page<'_>, phrase: Range<usize>) -> Option<FieldKind> {
    let words = words_of(page, phrase.clone());
    if words.is_empty() || words.len() > MOST_WORDS {
        return None;
    }
    let alike = |(word, meant): (&&str, &&str)| is_word(word, meant, page.pixels());
    let known = |text: &&(FieldKind, Vec<&str>)| {
        text.1.len() == words.len() && words.iter().zip(&text.1).all(alike)
    };
    if let Some((kind, _)) = SPLIT.iter().find(known) {
        return Some(*kind);
    }
    role(page, phrase, &words)
}

/// The words of a phrase, as the vocabulary spells them.
fn words_of<'a>(page: &Page<'a>, phrase: Range<usize>) -> Vec<&'a str> {
    let words = page.tokens(phrase).iter().map(|t| t.norm.as_str());
    words.filter(|w| !w.is_empty() && *w != "#").collect()
}

/// How a phrase names the one who filed, if it does.
fn filer(page: &Page<'_>, phrase: Range<usize>) -> Option<Filer> {
    // The vocabulary takes `Applicant/Petitioner` for one role.
    let both = |t: &Token| {
        let text = t.text.to_lowercase();
        let roles = ["applicant", "petitioner", "beneficiary"];
        text.contains('/') && roles.iter().filter(|r| text.contains(**r)).count() > 1
    };
    let words = words_of(page, phrase.clone());
    let small = |t: &Token| t.norm.is_empty() || matches!(t.norm.as_str(), "name" | "of" | "the");
    if page.tokens(phrase.clone()).iter().any(both) {
        let alone = page.tokens(phrase).iter().all(|t| both(t) || small(t));
        return alone.then_some(Filer::Named);
    }
    let text = words.join(" ");
    let is = |list: &[&str]| list.contains(&text.as_str());
    match () {
        () if is(FILERS) => Some(Filer::Named),
        () if is(BARE) => Some(Filer::Bare),
        () => None,
    }
}

/// Words for the one who filed, in the column of a family's table that tells who each person is.
fn is_row_role(page: &Page<'_>, phrase: Range<usize>) -> bool {
    let words: Vec<&str> = page
        .tokens(phrase)
        .iter()
        .map(|t| t.norm.as_str())
        .collect();
    matches!(
        words[..],
        ["principal" | "self" | "pa"] | ["account", "holder"]
    )
}

/// The person that a phrase names, if it has no word but those of a person's label.
fn role(page: &Page<'_>, phrase: Range<usize>, words: &[&str]) -> Option<FieldKind> {
    let pixels = page.pixels();
    let is = |word: &str, list: &[&str]| list.iter().any(|m| is_word(word, m, pixels));
    let of = |word: &str| match () {
        () if is(word, &["applicant", "applicants", "solicitante"]) => Some(FieldKind::Applicant),
        () if is(word, &["petitioner", "peticionario", "self-petitioner"]) => {
            Some(FieldKind::Petitioner)
        }
        () if is(word, &["beneficiary", "beneficiario"]) => Some(FieldKind::Beneficiary),
        () => None,
    };
    if is_row_role(page, phrase.clone()) || filer(page, phrase.clone()).is_some() {
        return Some(FieldKind::Applicant);
    }
    let text = words.join(" ");
    if let Some((_, kind)) = ROLES.iter().find(|(phrase, _)| *phrase == text) {
        return Some(*kind);
    }
    let mut roles: Vec<FieldKind> = words.iter().filter_map(|w| of(w)).collect();
    roles.dedup();
    let [kind] = roles[..] else { return None };
    // `DE LA CRUZ` is a name beside an English role.
    let spanish = words.iter().any(|w| is(w, SPANISH));
    let article = |w: &&str| matches!(*w, "de" | "del" | "el" | "la");
    if !spanish && words.iter().any(article) {
        return None;
    }
    let number = |w: &str| w.bytes().all(|b| b.is_ascii_digit());
    // `(LAST, FIRSTD`: the bracket was read as a letter.
    let small = |w: &str| OF_ROLE.contains(&w) || pixels && w.len() > 4 && is(w, OF_ROLE);
    let fine = words
        .iter()
        .all(|w| of(w).is_some() || small(w) || number(w));
    // `Alien Beneficiary` is no label of a number, whatever else `alien` is.
    let other = !words.contains(&"alien") && phrase.clone().any(|t| page.is_number_label(t));
    (fine && !other).then_some(kind)
}
