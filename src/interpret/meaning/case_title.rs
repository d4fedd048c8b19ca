//! The titles of forms, `APPLICATION FOR TRAVEL DOCUMENT`: values of the case type, never labels.

use super::normalize::is_upper;
use super::phrase::{LabelKind, Phrase};
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
/// A title has so many words at least, and a line that it goes on in so many at most.
const LEAST_WORDS: usize = 3;
const MOST_WORDS: usize = 9;
/// The join stands at most so many words behind the noun.
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
    noun && joined && words.len() >= LEAST_WORDS
}

/// The second line of a title in capitals, `PERMANENT RESIDENCE OR ADJUST STATUS`.
fn goes_on(sheet: &Sheet, values: &[Value], part: Range<usize>, phrase: &Phrase) -> bool {
    let tokens = &sheet.tokens[part.clone()];
    let run = tokens[0].run;
    let first = sheet.runs[run].tokens.start == part.start;
    let capitals = tokens
        .iter()
        .all(|t| !t.text.chars().any(char::is_lowercase))
        && tokens.iter().any(|t| is_upper(&t.text));
    let quiet = matches!(
        phrase.kind,
        None | Some(LabelKind::Foreign | LabelKind::ANumber | LabelKind::Receipt | LabelKind::Name)
    );
    let above = run
        .checked_sub(1)
        .filter(|r| sheet.runs[*r].block == sheet.runs[run].block);
    let Some(above) = above.filter(|_| first && capitals && quiet && tokens.len() <= MOST_WORDS)
    else {
        return false;
    };
    let line = &sheet.runs[above];
    let wide = line.rect.width() > 0.4 * sheet.runs[run].rect.width();
    let words = &sheet.tokens[line.tokens.clone()];
    let plain = |t: &&Token| {
        t.value
            .is_none_or(|v| matches!(values[v].kind, ValueKind::Form | ValueKind::Scrap))
            || is_code(&t.text)
    };
    wide && words.iter().all(|t| plain(&t)) && !may_be_label(words) && opens(words)
}

#[cfg(test)]
mod tests {
    use super::super::{LabelKind, Verdict, interpret};
    use crate::model::source::TextSource;
    use crate::text::sample::page;

    #[test]
    fn the_title_of_a_form_is_no_label() {
        for title in [
            "I131 APPLICATION FOR TRAVEL DOCUMENT",
            "1131 - APPLICATION FOR TRAVEL DOCUMENT",
            "APPLICATION FOR TRAVEL DOCUMENT",
            "I-90, Application to Replace Permanent Resident Card",
            "PETITION FOR ALIEN RELATIVE",
            "I821D - CONSIDERATION OF DEFERRED ACTION FOR CHILDHOOD ARRIVALS",
        ] {
            let rows = [
                (40.0, 100.0, "Receipt Number"),
                (200.0, 100.0, "Case Type"),
                (40.0, 112.0, "SRC1605516873"),
                (200.0, 112.0, title),
                (200.0, 130.0, "Applicant A 40 294 181"),
            ];
            let meaning = interpret(&page(&rows, TextSource::Ocr));
            let read = meaning
                .readings
                .iter()
                .find(|r| r.canonical == "A040294181");
            assert_eq!(read.map(|r| r.verdict), Some(Verdict::Accept), "{title}");
        }
    }

    #[test]
    fn a_label_of_a_number_is_no_title() {
        for label in [
            "Application for Permit Number",
            "Request for Payment No.",
            "Petition of Bank Account",
        ] {
            let rows = [(40.0, 100.0, label), (40.0, 112.0, "012345678901")];
            let meaning = interpret(&page(&rows, TextSource::TextLayer));
            let known = meaning
                .labels
                .iter()
                .any(|l| l.label.kind != LabelKind::Unknown);
            assert!(known, "{label}");
        }
    }
}
