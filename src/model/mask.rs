//! Shortens every number in a record to its last four characters, for a report that may be shown to others.
//!
//! All fields are treated, not only the values: what was printed, what a candidate looked like, the numbers that a finding
//! speaks of, and the names of files, which offices like to form from receipt numbers. So a masked path may name no file any
//! more. What is said by this program itself (messages, advice) holds no numbers but the ones kept in `values`; it is only
//! searched for the record's own numbers. PreviewOptions are masked where they are drawn, see [`crate::preview`].

use crate::model::finding::{Finding, FindingKind};
use crate::model::record::DocumentRecord;

/// Stands for a hidden character. ASCII, so that it survives every spreadsheet's guess of an encoding.
const HIDDEN: char = 'x';
/// Characters left to be seen at the end.
const SHOWN: usize = 4;
/// Digits of the shortest of the three numbers.
const SHORTEST: usize = 7;

/// Masks a whole record in place.
pub fn document(record: &mut DocumentRecord) {
    let own = own_digits(record);
    path(&mut record.path);
    if let Some(bytes) = &mut record.path_bytes {
        path(bytes);
    }
    let errors = record
        .error
        .iter_mut()
        .chain(record.pages.iter_mut().filter_map(|p| p.error.as_mut()));
    for error in errors {
        free_text(&mut error.message, &own);
    }
    for notice in &mut record.notices {
        for text in [
            &mut notice.form,
            &mut notice.notice_type,
            &mut notice.notice_date,
        ]
        .into_iter()
        .flatten()
        {
            free_text(text, &own);
        }
        for identifier in &mut notice.identifiers {
            number(&mut identifier.value);
            identifier
                .evidence
                .iter_mut()
                .for_each(|e| free_text(e, &own));
            for sighting in &mut identifier.sightings {
                number(&mut sighting.printed);
                sighting.label.iter_mut().for_each(path);
            }
        }
        for found in &mut notice.findings {
            finding_of(found, &own);
        }
    }
    for found in &mut record.findings {
        finding_of(found, &own);
    }
    for reading in record.crops.iter_mut().flat_map(|c| &mut c.readings) {
        reading.value.iter_mut().for_each(number);
    }
    for explanation in &mut record.explanations {
        number(&mut explanation.printed);
        explanation
            .reasons
            .iter_mut()
            .for_each(|r| free_text(r, &own));
    }
}

/// Masks a finding that stands in no record.
pub fn finding(found: &mut Finding) {
    finding_of(found, &[]);
}

/// Masks a path or a printed label: every run of digits that is long enough for one of the three numbers.
pub fn path(text: &mut String) {
    *text = with_runs(text, |digits| digits.len() >= SHORTEST);
}

/// A number as it is shown masked.
pub fn masked_number(value: &str) -> String {
    let mut text = value.to_owned();
    number(&mut text);
    text
}

fn finding_of(found: &mut Finding, own: &[String]) {
    // A person may have written any number into a note.
    if found.kind == FindingKind::Note {
        path(&mut found.message)
    } else {
        free_text(&mut found.message, own)
    }
    found.values.iter_mut().for_each(number);
    found.documents.iter_mut().for_each(path);
}

/// The digits of every number in the record, as read and as printed.
fn own_digits(record: &DocumentRecord) -> Vec<String> {
    let digits = |text: &str| -> String { text.chars().filter(char::is_ascii_digit).collect() };
    let mut own: Vec<String> = Vec::new();
    for identifier in record.notices.iter().flat_map(|n| &n.identifiers) {
        own.push(digits(&identifier.value));
        own.extend(identifier.sightings.iter().map(|s| digits(&s.printed)));
    }
    own.extend(record.explanations.iter().map(|e| digits(&e.printed)));
    // An A-Number of eight digits is padded with a zero that free text need not have.
    let unpadded: Vec<String> = own
        .iter()
        .map(|d| d.trim_start_matches('0').to_owned())
        .collect();
    own.extend(unpadded);
    own.retain(|d| d.len() >= SHORTEST);
    own.sort_unstable();
    own.dedup();
    own
}

fn free_text(text: &mut String, own: &[String]) {
    *text = with_runs(text, |digits| {
        own.iter().any(|o| digits.contains(o.as_str()))
    });
}

/// Hides a number: all letters and digits but the last four, and but the letters it begins with. Words stay.
fn number(text: &mut String) {
    if !text.contains(|c: char| c.is_ascii_digit()) {
        return;
    }
    let all = text.chars().filter(|c| c.is_alphanumeric()).count();
    let mut seen = 0;
    let mut in_prefix = true;
    *text = text
        .chars()
        .map(|c| {
            in_prefix &= !c.is_numeric() && seen < 3;
            if !c.is_alphanumeric() {
                return c;
            }
            seen += 1;
            if in_prefix || seen + SHOWN > all {
                c
            } else {
                HIDDEN
            }
        })
        .collect();
}

/// The text with every run of digits that `hides` wants hidden, given the run's digits, shortened to its last four. A run
/// goes on over single separators.
fn with_runs(text: &str, hides: impl Fn(&str) -> bool) -> String {
    let chars: Vec<char> = text.chars().collect();
    let is_digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
    let mut masked = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        if !c.is_ascii_digit() {
            masked.push(c);
            at += 1;
            continue;
        }
        let mut end = at + 1;
        loop {
            let separated = chars.get(end).is_some_and(|c| separates(*c)) && is_digit(end + 1);
            match (is_digit(end), separated) {
                (true, _) => end += 1,
                (false, true) => end += 2,
                (false, false) => break,
            }
        }
        let run = chars.get(at..end).unwrap_or_default();
        let digits: String = run.iter().filter(|c| c.is_ascii_digit()).collect();
        let hidden = if hides(&digits) {
            digits.len().saturating_sub(SHOWN)
        } else {
            0
        };
        let mut seen = 0;
        for &c in run {
            seen += usize::from(c.is_ascii_digit());
            masked.push(if c.is_ascii_digit() && seen <= hidden {
                HIDDEN
            } else {
                c
            });
        }
        at = end;
    }
    masked
}

fn separates(c: char) -> bool {
    matches!(
        c,
        ' ' | '-' | '_' | '.' | '\u{a0}' | '\u{2010}'..='\u{2015}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(mask: impl Fn(&mut String), text: &str) -> String {
        let mut text = text.to_owned();
        mask(&mut text);
        text
    }

    #[test]
    fn numbers_keep_their_last_four() {
        for (text, masked) in [
            ("001234567890", "xxxxxxxx7890"),
            ("0012 3456 7890", "xxxx xxxx 7890"),
            ("A012345678", "Axxxxx5678"),
            ("A012-345-678", "Axxx-xx5-678"),
            ("IOE0912345678", "IOExxxxxx5678"),
            ("1OE09I2345678", "xxxxxxxxx5678"),
            ("applicant", "applicant"),
        ] {
            assert_eq!(of(number, text), masked);
        }
    }

    #[test]
    fn paths_lose_long_runs_only() {
        assert_eq!(
            of(path, "in/2024/IOE0912345678 (2).pdf"),
            "in/2024/IOExxxxxx5678 (2).pdf"
        );
        assert_eq!(of(path, "A012-345-678.pdf"), "Axxx-xx5-678.pdf");
        assert_eq!(of(path, "0003.pdf"), "0003.pdf");
    }

    #[test]
    fn free_text_loses_the_records_own_numbers() {
        let own = ["12345678".to_owned()];
        assert_eq!(
            of(
                |t| free_text(t, &own),
                "call 1-800-375-5283 of A012 345 678"
            ),
            "call 1-800-375-5283 of Axxx xx5 678"
        );
    }
}
