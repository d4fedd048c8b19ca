//! The fields of a notice from those of its pages.

use super::page_reading::PageReading;
use crate::interpret::{FieldReading, Rank, Unsure};
use crate::model::confidence::Confidence;
use crate::model::location::Location;
use crate::model::record::{FieldClass, FieldKind, FieldRecord, NoticeFields, Sighting};
use crate::model::verdict::Verdict;

/// How sure a value is that was read alike on two pages, each time not surely enough alone.
const ON_TWO_PAGES: Confidence = Confidence::CERTAIN_TWICE;

/// A reading with its page.
type OnPage<'a> = (&'a PageReading, &'a FieldReading);

/// The fields of a notice.
pub(super) fn fields(pages: &[&PageReading]) -> NoticeFields {
    let mut fields = NoticeFields::default();
    for kind in FieldKind::ALL {
        let readings: Vec<OnPage<'_>> = pages
            .iter()
            .flat_map(|page| page.fields.iter().map(|field| (*page, field)))
            .filter(|(_, field)| field.kind == *kind)
            .collect();
        *fields.get_mut(*kind) = record(*kind, readings);
    }
    for kind in [FieldKind::NoticeType, FieldKind::NoticeDate] {
        doubt_later(pages, fields.get_mut(kind));
    }
    fields
}

/// A heading of a later page, such as "Change of address", is rarely the type of the notice, and a
/// day that stands alone there rarely its date.
fn doubt_later(pages: &[&PageReading], field: &mut Option<FieldRecord>) {
    let (Some(first), Some(field)) = (pages.first(), field.as_mut()) else {
        return;
    };
    let stands_later = |s: &Sighting| s.label.is_none() && s.location.page != first.number;
    if field.verdict == Verdict::Accepted && field.sightings.iter().all(stands_later) {
        field.verdict = Verdict::Review;
        field.confidence = field.confidence.min(Confidence::UNKNOWN);
        let why = "it stands alone on a later page of the notice".to_owned();
        field.evidence.insert(0, why);
    }
}

/// The field that the readings of all pages say: the most certain one, then the most direct, then
/// the first.
fn record(kind: FieldKind, mut readings: Vec<OnPage<'_>>) -> Option<FieldRecord> {
    readings.sort_by_key(|(page, field)| (field.verdict, field.rank, page.number));
    let (_, first) = *readings.first()?;
    let alike = |field: &FieldReading| same(kind, &first.value, &field.value);
    let mut record = FieldRecord {
        value: first.value.clone(),
        printed: first.printed.clone(),
        title: first.title.clone(),
        verdict: first.verdict,
        confidence: first.confidence,
        sightings: Vec::new(),
        evidence: first.reasons.clone(),
        decided: None,
    };
    let sightings = readings.iter().filter(|(_, field)| alike(field));
    record.sightings = sightings
        .clone()
        .map(|(page, field)| sighting(page, field))
        .collect();
    let titles = sightings.clone().find_map(|(_, field)| field.title.clone());
    record.title = record.title.or(titles);
    let places = record.sightings.len();
    if first.unsure == Unsure::Faint && places > 1 {
        record.verdict = Verdict::Accepted;
        record.confidence = record.confidence.max(ON_TWO_PAGES);
        record
            .evidence
            .push(format!("reads the same at {places} places"));
    }
    if readings
        .iter()
        .any(|(_, other)| contradicts(first, other) && !alike(other))
    {
        record.verdict = Verdict::Review;
        record.confidence = record.confidence.min(Confidence::UNKNOWN);
        record
            .evidence
            .insert(0, "another page of the notice says otherwise".to_owned());
    }
    Some(record)
}

/// Whether a reading of another page speaks against the one that counts: both are accepted and as
/// direct, or the other one is the more direct, even where it was not read surely enough. The date
/// of a notice stands alone in a letter, and so do those of payments on its other pages.
fn contradicts(first: &FieldReading, other: &FieldReading) -> bool {
    let accepted = |f: &FieldReading| f.verdict == Verdict::Accepted;
    let direct = |f: &FieldReading| f.rank == Rank::Labelled && accepted(f);
    let alone = first.kind == FieldKind::NoticeDate && first.rank == Rank::Placed;
    let both_alone = alone && other.rank == Rank::Placed && accepted(other);
    let nearer = first.rank == Rank::Placed && other.rank == Rank::Labelled;
    direct(first) && direct(other) || both_alone || nearer
}

fn same(kind: FieldKind, a: &str, b: &str) -> bool {
    let words = |text: &str| {
        let mut words: Vec<String> = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| !w.is_empty())
            .map(str::to_uppercase)
            .collect();
        if kind.class() == FieldClass::Name {
            words.sort();
        }
        words
    };
    words(a) == words(b)
}

fn sighting(page: &PageReading, field: &FieldReading) -> Sighting {
    Sighting {
        location: Location {
            page: page.number,
            bounds: field.bounds,
        },
        printed: field.printed.clone(),
        source: field.source,
        label: field.label.clone(),
    }
}
