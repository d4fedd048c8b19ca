//! Dates at their labels: days of the calendar, as the page's meaning assigned them.

use super::seen::{FieldReading, Rank};
use super::sheet::Page;
use crate::interpret::meaning::{
    Conclusion, DateKind, LabelKind, Reading, Relation, ValueKind, is_bare_date,
};
use crate::model::confidence::Confidence;
use crate::model::record::FieldKind;

/// The year of the oldest notice that anybody keeps, and of the last day that one may name.
const YEARS: std::ops::RangeInclusive<i16> = 1950..=2099;

/// A label stands at most so many ems over its value.
const LABEL_GAP: f32 = 1.5;

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
        let told = matches!(reading.verdict, Conclusion::Accept | Conclusion::Review);
        // The days of a list of events or of other cases are not the notice's own.
        let own = !matches!(kind, DateKind::Notice | DateKind::Received);
        let told = told && (own || !is_of_table(page, reading));
        if let Some(field) = field(kind).filter(|_| is_date && told) {
            out.extend(dated(page, index, reading, field));
        }
    }
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
        _ if seen.label.is_none() || is_bare(&seen) => Rank::Placed,
        _ => Rank::Labelled,
    };
    if reading.verdict == Conclusion::Review {
        let doubt = reading.doubts.first().cloned();
        seen.doubt(doubt.unwrap_or_else(|| "the page leaves doubt what it is".to_owned()));
    }
    if reading.repaired {
        seen.doubt("characters were changed to read a date");
    }
    if !is_day(&reading.canonical) {
        seen.doubt("no day of the calendar");
    }
    let label = reading.label.as_ref();
    let unlabelled = label.is_none_or(|l| l.kind == LabelKind::Unknown);
    if page.pixels() && unlabelled && is_beside_unread(page, tokens[0]) {
        seen.doubt("print beside it was not read");
    }
    if is_bare(&seen) && is_beside_money(page, tokens[0]) {
        seen.doubt("it may be the day of a payment");
    }
    Some(seen)
}

/// Whether print right over a date, or left of it in its row, could not be read: it may be the
/// label.
fn is_beside_unread(page: &Page<'_>, day: usize) -> bool {
    let sheet = page.sheet();
    let here = &sheet.runs[page.token(day).run];
    let reach = LABEL_GAP * here.size;
    let unread = |run: usize| {
        let mut tokens = sheet.runs[run].tokens.clone();
        tokens.any(|t| page.confidence([t]) < Confidence::UNKNOWN)
    };
    let over = sheet
        .band(here.rect.y0 - reach, here.rect.y0)
        .filter(|run| {
            let rect = &sheet.runs[*run].rect;
            rect.y1 < here.rect.cy() && rect.over_x(&here.rect) > 0.0
        });
    let row = sheet.rows[here.row].iter().copied();
    let left = row.filter(|run| sheet.runs[*run].rect.x1 < here.rect.x0);
    over.chain(left).any(unread)
}

/// Whether the label of a notice's date is the word alone, which heads the days of other things as
/// well.
fn is_bare(seen: &FieldReading) -> bool {
    let label = seen.label.as_deref().unwrap_or_default();
    let dated = label.trim_matches(|c: char| !c.is_alphanumeric());
    let bare = is_bare_date(label) || dated.eq_ignore_ascii_case("dated");
    seen.kind == FieldKind::NoticeDate && bare
}

/// Whether money stands in the row of a token.
fn is_beside_money(page: &Page<'_>, token: usize) -> bool {
    let is_money = |value: usize| page.meaning.readings[value].shape == ValueKind::Money;
    page.sheet().is_in_row(page.token(token).run, is_money)
}

/// Whether an ISO date is a day that a notice may name.
pub(super) fn is_day(iso: &str) -> bool {
    let day: Result<jiff::civil::Date, _> = iso.parse();
    day.is_ok_and(|day| YEARS.contains(&day.year()))
}
