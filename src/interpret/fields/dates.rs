//! Dates at their labels: days of the calendar, as the page's meaning assigned them.

use super::seen::{FieldReading, Rank};
use super::sheet::Page;
use crate::interpret::meaning::{DateKind, LabelKind, Reading, Relation, ValueKind, Verdict};
use crate::model::record::FieldKind;

/// The year of the oldest notice that anybody keeps, and of the last day that one may name.
const YEARS: std::ops::RangeInclusive<i16> = 1950..=2099;

/// Words of a sentence before a day that may ask for an answer by then.
const BEFORE_DEADLINE: usize = 14;

/// The field that a kind of date is.
fn field(kind: DateKind) -> Option<FieldKind> {
    Some(match kind {
        DateKind::Notice => FieldKind::NoticeDate,
        DateKind::Received => FieldKind::ReceivedDate,
        DateKind::Priority => FieldKind::PriorityDate,
        DateKind::ValidFrom => FieldKind::ValidFrom,
        DateKind::ValidTo => FieldKind::ValidTo,
        DateKind::ResponseDue => FieldKind::ResponseDue,
        DateKind::Appointment => FieldKind::AppointmentDate,
        DateKind::Birth | DateKind::Other => return None,
    })
}

pub(super) fn read(page: &Page<'_>, out: &mut Vec<FieldReading>) {
    for (index, reading) in page.meaning.readings.iter().enumerate() {
        let Some(LabelKind::Date(kind)) = reading.meaning else {
            continue;
        };
        let is_date = reading.shape == ValueKind::Date;
        let told = matches!(reading.verdict, Verdict::Accept | Verdict::Review);
        // The days of a list of events or of other cases are not the notice's own.
        let own = !matches!(kind, DateKind::Notice | DateKind::Received);
        let told = told && (own || !is_of_table(page, reading));
        if let Some(field) = field(kind).filter(|_| is_date && told) {
            out.extend(dated(page, index, reading, field));
        }
    }
    deadlines(page, out);
}

/// Days in sentences that ask for an answer by then.
fn deadlines(page: &Page<'_>, out: &mut Vec<FieldReading>) {
    if out.iter().any(|r| r.kind == FieldKind::ResponseDue) {
        return;
    }
    for (index, reading) in page.meaning.readings.iter().enumerate() {
        if reading.shape != ValueKind::Date || reading.repaired || !is_day(&reading.canonical) {
            continue;
        }
        let Some(first) = tokens_of(page, index).first().copied() else {
            continue;
        };
        if asks(page, first)
            && let Some(mut seen) = dated(page, index, reading, FieldKind::ResponseDue)
        {
            seen.verdict = crate::model::verdict::Verdict::Accepted;
            seen.confidence = page.confidence(tokens_of(page, index));
            seen.reasons = vec!["its sentence asks for an answer by it".to_owned()];
            seen.label = None;
            out.push(seen.ranked(Rank::Spoken));
        }
    }
}

/// Whether the words before a day in its sentence ask for an answer by then.
fn asks(page: &Page<'_>, date: usize) -> bool {
    let tokens = &page.sheet().tokens;
    let sentence = tokens[date].sentence;
    if sentence.is_none() {
        return false;
    }
    let from = date.saturating_sub(BEFORE_DEADLINE);
    let words: Vec<&str> = (from..date)
        .filter(|t| tokens[*t].sentence == sentence)
        .map(|t| tokens[t].norm.as_str())
        .collect();
    let by = words.ends_with(&["by"])
        || words.ends_with(&["before"])
        || words.ends_with(&["later", "than"]);
    let has = |list: &[&str]| words.iter().any(|w| list.iter().any(|l| w.starts_with(l)));
    let answer = has(&[
        "answer", "respon", "repl", "submit", "reach", "return", "evidence", "send",
    ]);
    let other = has(&[
        "use",
        "code",
        "expire",
        "account",
        "appoint",
        "interview",
        "pay",
        "card",
    ]);
    by && answer && !other
}

/// Whether the label of a value heads several different ones.
pub(super) fn is_of_table(page: &Page<'_>, reading: &Reading) -> bool {
    let Some(label) = &reading.label else {
        return false;
    };
    page.meaning.readings.iter().any(|other| {
        let same = other.label.as_ref().is_some_and(|l| l.index == label.index);
        same && other.shape == reading.shape && other.canonical != reading.canonical
    })
}

/// The tokens of a typed value.
pub(super) fn tokens_of(page: &Page<'_>, value: usize) -> Vec<usize> {
    let tokens = &page.sheet().tokens;
    (0..tokens.len())
        .filter(|t| tokens[*t].value == Some(value))
        .collect()
}

/// The field of a date that was understood.
pub(super) fn dated(
    page: &Page<'_>,
    index: usize,
    reading: &Reading,
    field: FieldKind,
) -> Option<FieldReading> {
    let tokens = tokens_of(page, index);
    let mut seen = FieldReading::of(page, field, &tokens, reading.canonical.clone())?;
    seen.printed.clone_from(&reading.printed);
    seen.reasons.clone_from(&reading.reasons);
    seen.label = reading.label.as_ref().map(|l| l.text.clone());
    seen.rank = match reading.relation {
        Some(Relation::Sentence | Relation::SentenceAfter | Relation::Display) => Rank::Spoken,
        Some(Relation::Column | Relation::Row) => Rank::Tabled,
        _ if is_of_table(page, reading) => Rank::Tabled,
        _ if seen.label.is_none() => Rank::Placed,
        _ => Rank::Labelled,
    };
    if reading.verdict == Verdict::Review {
        let doubt = reading.doubts.first().cloned();
        seen.doubt(doubt.unwrap_or_else(|| "the page leaves doubt what it is".to_owned()));
    }
    if reading.repaired {
        seen.doubt("characters were changed to read a date");
    }
    if !is_day(&reading.canonical) {
        seen.doubt("no day of the calendar");
    }
    Some(seen)
}

/// Whether an ISO date is a day that a notice may name.
pub(super) fn is_day(iso: &str) -> bool {
    let day: Result<jiff::civil::Date, _> = iso.parse();
    day.is_ok_and(|day| YEARS.contains(&day.year()))
}
