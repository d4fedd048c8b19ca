//! Shortens every number in a record to its last four characters, for a report that may be shown to
//! others.
//!
//! All fields are treated, not only the values: what was printed, what a candidate looked like, the
//! numbers that a finding speaks of, and the names of files, which offices like to form from
//! receipt numbers. So a masked path may name no file any more. What is said by this program itself
//! (messages, advice) holds no numbers but the ones kept in `values`; it is only searched for the
//! record's own numbers. Previews are masked where they are drawn, see [`crate::preview`].
//!
//! Every record is taken apart field by field, without `..`: a field that is added to one does not
//! compile before somebody has decided here what becomes of it.

use crate::identifier::folding::as_digit;
use crate::model::error::DocumentError;
use crate::model::finding::{Deadline, Finding, FindingKind};
use crate::model::record::{
    Crop, DocumentRecord, Explanation, FieldKind, IdentifierRecord, NoticeRecord, PagePicture,
    PageRecord, Reading, Sighting,
};

mod fields;
mod runs;

use runs::{OwnNumbers, hide_numbers, hide_own_numbers};

/// Stands for a hidden character. ASCII, so that it survives every spreadsheet's guess of an
/// encoding.
const HIDDEN: char = 'x';
/// Characters left to be seen at the end.
const SHOWN: usize = 4;
/// Digits of the shortest of the three numbers.
const SHORTEST: usize = crate::identifier::shape::LEAST_DIGITS;

/// What a masked report shows of a field's value.
pub fn masked_field(kind: FieldKind, value: &str) -> String {
    fields::masked(kind.class(), value)
}

/// Masks a whole record in place.
pub fn document(record: &mut DocumentRecord) {
    let own = own_digits(record);
    let DocumentRecord {
        schema_version: _,
        path,
        path_bytes,
        content_hash: _,
        outcome: _,
        error,
        page_count: _,
        pages,
        notices,
        findings,
        decided: _,
        explanations,
        crops,
        pictures,
    } = record;
    any_text(path);
    path_bytes.iter_mut().for_each(encoded_path);
    error.iter_mut().for_each(|e| mask_error(e, &own));
    pages.iter_mut().for_each(|page| mask_page(page, &own));
    notices
        .iter_mut()
        .for_each(|notice| mask_notice(notice, &own));
    findings
        .iter_mut()
        .for_each(|found| mask_finding(found, &own));
    explanations.iter_mut().for_each(mask_explanation);
    crops.iter_mut().for_each(mask_crop);
    for picture in pictures {
        // The picture was masked as it was drawn.
        let PagePicture { page: _, png: _ } = picture;
    }
}

/// Masks a finding that stands in no record.
pub fn finding(found: &mut Finding) {
    mask_finding(found, &OwnNumbers::default());
}

/// Masks text that may hold anything: every run of digits that is long enough for one of the three
/// numbers.
pub fn any_text(text: &mut String) {
    *text = hide_numbers(text);
}

/// A number as it is shown masked.
pub fn masked_number(value: &str) -> String {
    let mut text = value.to_owned();
    number(&mut text);
    text
}

fn mask_error(error: &mut DocumentError, own: &OwnNumbers) {
    let DocumentError {
        kind: _,
        message,
        advice,
    } = error;
    said(message, own);
    said(advice, own);
}

fn mask_page(page: &mut PageRecord, own: &OwnNumbers) {
    let PageRecord {
        page: _,
        state: _,
        source: _,
        words: _,
        error,
    } = page;
    error.iter_mut().for_each(|e| mask_error(e, own));
}

fn mask_notice(notice: &mut NoticeRecord, own: &OwnNumbers) {
    let NoticeRecord {
        pages: _,
        is_notice: _,
        form,
        notice_type,
        notice_date,
        account_number: _,
        fields,
        identifiers,
        findings,
        decided: _,
    } = notice;
    form.iter_mut().for_each(any_text);
    notice_type.iter_mut().for_each(any_text);
    // A date has as many digits as a number, so only the record's own numbers are looked for.
    notice_date.iter_mut().for_each(|date| said(date, own));
    fields::mask_fields(fields, own);
    identifiers.iter_mut().for_each(mask_identifier);
    findings
        .iter_mut()
        .for_each(|found| mask_finding(found, own));
}

fn mask_identifier(identifier: &mut IdentifierRecord) {
    let IdentifierRecord {
        kind: _,
        value,
        verdict: _,
        owner: _,
        confidence: _,
        sightings,
        evidence,
        person,
        decided: _,
    } = identifier;
    number(value);
    for sighting in sightings {
        mask_sighting(sighting, number);
    }
    // The reasons quote labels as they are printed.
    evidence.iter_mut().for_each(any_text);
    person.iter_mut().for_each(fields::initials);
}

/// Masks what was printed at a place by `mask`, and the label there.
fn mask_sighting(sighting: &mut Sighting, mask: impl Fn(&mut String)) {
    let Sighting {
        location: _,
        printed,
        source: _,
        label,
    } = sighting;
    mask(printed);
    label.iter_mut().for_each(any_text);
}

fn mask_finding(found: &mut Finding, own: &OwnNumbers) {
    let Finding {
        kind,
        severity: _,
        message,
        advice,
        values,
        documents,
        deadline,
        decided: _,
    } = found;
    // A person may have written any number into a note.
    if *kind == FindingKind::Note {
        any_text(message);
        any_text(advice);
    } else {
        said(message, own);
        said(advice, own);
    }
    values.iter_mut().for_each(number);
    documents.iter_mut().for_each(any_text);
    if let Some(deadline) = deadline {
        let Deadline {
            date: _,
            time: _,
            latest: _,
            basis: _,
            rule: _,
            source,
        } = deadline;
        // As printed: a date, with perhaps a number beside it.
        said(source, own);
    }
}

fn mask_explanation(explanation: &mut Explanation) {
    let Explanation {
        location: _,
        printed,
        kind: _,
        decision: _,
        reasons,
    } = explanation;
    number(printed);
    reasons.iter_mut().for_each(any_text);
}

fn mask_crop(crop: &mut Crop) {
    // The picture was masked as it was drawn.
    let Crop {
        location: _,
        shows: _,
        size: _,
        mark: _,
        readings,
        png: _,
    } = crop;
    for reading in readings {
        let Reading { reader: _, value } = reading;
        value.iter_mut().for_each(number);
    }
}

/// Masks what this program says itself.
fn said(text: &mut String, own: &OwnNumbers) {
    *text = hide_own_numbers(text, own);
}

/// The digits of every number in the record, as read and as printed.
fn own_digits(record: &DocumentRecord) -> OwnNumbers {
    let identifiers = || record.notices.iter().flat_map(|n| &n.identifiers);
    let sightings = identifiers().flat_map(|i| &i.sightings);
    let fields = record.notices.iter().flat_map(|n| n.fields.iter());
    let texts = identifiers()
        .map(|identifier| &identifier.value)
        .chain(sightings.map(|sighting| &sighting.printed))
        .chain(fields.map(|(_, field)| &field.value))
        .chain(record.explanations.iter().map(|e| &e.printed));
    let digits = texts.map(|text| text.chars().filter_map(as_digit).collect::<String>());
    // An A-Number of eight digits is padded with a zero that free text need not have.
    digits
        .flat_map(|digits| [digits.trim_start_matches('0').to_owned(), digits])
        .collect()
}

/// Hides a number: all letters and digits but the last four, and but the letters it begins with.
/// Words stay.
fn number(text: &mut String) {
    if !text.contains(char::is_numeric) {
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

/// Masks the percent-encoded bytes of a path. The separators of a number may themselves be encoded,
/// so it is decoded first; bytes that are not UTF-8 do not come back as they were.
fn encoded_path(encoded: &mut String) {
    let masked = hide_numbers(&String::from_utf8_lossy(&percent_decoded(encoded)));
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"/-_.~=".contains(&b);
    *encoded = masked
        .bytes()
        .map(|b| match plain(b) {
            true => char::from(b).to_string(),
            false => format!("%{b:02X}"),
        })
        .collect();
}

fn percent_decoded(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        let hex = tail.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) if *first == b'%' => {
                bytes.push(byte);
                rest = tail.get(2..).unwrap_or_default();
            }
            _ => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    bytes
}

#[cfg(test)]
mod tests;
