//! People whom only a sentence names: `The petitioner is LE, WEI.` and `for WEI LE, the
//! beneficiary`.

use super::name;
use super::seen::{FieldReading, Rank};
use super::sheet::Page;
use crate::model::record::FieldKind;

/// Words between a role and the `is` that tells who has it.
const BEFORE_IS: usize = 5;
/// A name in a sentence has at most so many words.
const MOST_WORDS: usize = 5;
/// Words that leave a role what it is: `The petitioner on our record is …`.
const OF_RECORD: &[&str] = &[
    "on",
    "in",
    "of",
    "our",
    "the",
    "this",
    "your",
    "record",
    "records",
    "file",
    "files",
    "case",
    "form",
    "petition",
    "application",
    "request",
    "named",
    "shown",
];

pub(super) fn read(page: &Page<'_>, out: &mut Vec<FieldReading>) {
    let tokens = &page.sheet().tokens;
    for (at, token) in tokens.iter().enumerate() {
        let kind = match token.norm.as_str() {
            "applicant" => FieldKind::Applicant,
            "petitioner" => FieldKind::Petitioner,
            "beneficiary" => FieldKind::Beneficiary,
            _ => continue,
        };
        if token.sentence.is_some() {
            let found = told(page, at).or_else(|| apposed(page, at));
            out.extend(found.and_then(|name| reading(page, kind, &name)));
        }
    }
}

fn reading(page: &Page<'_>, kind: FieldKind, name: &[usize]) -> Option<FieldReading> {
    let (first, last) = (*name.first()?, *name.last()?);
    let text = page.sheet().text_of(first..last + 1);
    let text = text.trim_end_matches([',', '.', ';']);
    let mut reading = FieldReading::of(page, kind, name, text)?;
    text.clone_into(&mut reading.printed);
    let reading = reading.because("a sentence says who it is");
    Some(reading.ranked(Rank::Spoken))
}

/// Whether a token is a word in capitals.
fn is_upper(page: &Page<'_>, token: usize) -> bool {
    let text = &page.token(token).text;
    text.contains(char::is_alphabetic) && !text.contains(char::is_lowercase)
}

/// The words in capitals behind a role and `is`, up to the end of the sentence.
fn told(page: &Page<'_>, role: usize) -> Option<Vec<usize>> {
    let tokens = &page.sheet().tokens;
    let end = (role + 2 + BEFORE_IS).min(tokens.len());
    let is = (role + 1..end).find(|t| !OF_RECORD.contains(&tokens[*t].norm.as_str()))?;
    (tokens[is].norm == "is").then_some(())?;
    let mut name: Vec<usize> = (is + 1..tokens.len())
        .take_while(|t| is_upper(page, *t))
        .collect();
    let ends = |t: &usize| tokens[*t].text.ends_with('.');
    if let Some(end) = name.iter().position(ends) {
        name.truncate(end + 1);
    }
    let last = *name.last()?;
    (name.len() > 1 && tokens[role].sentence == tokens[last].sentence).then_some(name)
}

/// The words in capitals before `, the beneficiary`.
fn apposed(page: &Page<'_>, role: usize) -> Option<Vec<usize>> {
    let tokens = &page.sheet().tokens;
    let the = role.checked_sub(1).filter(|t| tokens[*t].norm == "the")?;
    let last = the.checked_sub(1)?;
    tokens[last].text.ends_with(',').then_some(())?;
    let same = |t: &usize| tokens[*t].sentence == tokens[role].sentence;
    let mut name: Vec<usize> = (0..the)
        .rev()
        .take_while(|t| is_upper(page, *t) && same(t))
        .collect();
    name.reverse();
    let whole = (2..=MOST_WORDS).contains(&name.len());
    let judged = name::judged(page, name.clone()).filter(|_| whole)?;
    judged.doubt.is_none().then_some(name)
}
