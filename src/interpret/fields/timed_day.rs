//! The day of an appointment by its time: a notice that calls somebody in prints the two together,
//! whatever it calls them (`Date` and `Time`, `Come on` and `Hour`).

use super::dates::{is_day, tokens_of};
use super::seen::{FieldReading, Rank};
use super::sheet::Page;
use crate::interpret::meaning::sheet::Rect;
use crate::interpret::meaning::{DateKind, LabelKind, Reading, ValueKind, is_bare_date};
use crate::model::record::FieldKind;

/// Words of the types of notice that call somebody in.
const CALLS_IN: [&str; 6] = [
    "Appointment",
    "Interview",
    "Ceremony",
    "Appear",
    "Biometrics",
    "Reschedul",
];
/// Browsers and fax machines print a day and a time in this share of the page's top and bottom.
const EDGE: f32 = 0.06;

/// The only day with a time beside it on a page that calls somebody in. No known label may give it
/// to something else.
pub(super) fn timed_day(page: &Page<'_>, seen: &[FieldReading]) -> Option<FieldReading> {
    let of_type = |r: &&FieldReading| r.kind == FieldKind::NoticeType;
    let calls = |r: &FieldReading| CALLS_IN.iter().any(|word| r.value.contains(word));
    if !seen.iter().filter(of_type).any(calls) {
        return None;
    }
    let times = inner(page, |r| r.shape == ValueKind::Time);
    let timed = |day: &Rect| {
        times
            .iter()
            .any(|time| page.sheet().is_beside_time(day, &rect(page, *time)))
    };
    let mut days = inner(page, is_free_date);
    days.retain(|day| timed(&rect(page, *day)));
    let first = *days.first()?;
    let readings = &page.meaning.readings;
    let reading = &readings[first];
    if days
        .iter()
        .any(|d| readings[*d].canonical != reading.canonical)
    {
        return None;
    }
    let tokens = tokens_of(page, first);
    let kind = FieldKind::AppointmentDate;
    let mut day = FieldReading::of(page, kind, &tokens, reading.canonical.clone())?
        .because("the only day with a time beside it, on a notice that calls somebody in")
        .ranked(Rank::Placed);
    day.printed.clone_from(&reading.printed);
    let repaired = reading
        .repaired
        .then_some("characters were changed to read a date");
    let no_day = (!is_day(&reading.canonical)).then_some("no day of the calendar");
    Some(day.doubted(repaired.or(no_day)))
}

/// The values of a kind that do not stand at the edge of the page.
fn inner(page: &Page<'_>, of_kind: impl Fn(&Reading) -> bool) -> Vec<usize> {
    let inside = |at: &usize| !is_at_edge(page, &rect(page, *at));
    let readings = page.meaning.readings.iter().enumerate();
    let found = readings.filter(|(_, r)| of_kind(r)).map(|(at, _)| at);
    found.filter(inside).collect()
}

/// Whether print stands where browsers and fax machines print a day and a time.
pub(super) fn is_at_edge(page: &Page<'_>, rect: &Rect) -> bool {
    let height = page.sheet().height;
    rect.cy() < EDGE * height || rect.cy() > (1.0 - EDGE) * height
}

/// Whether a date has no label that says what it is: the word `Date` alone does not.
fn is_free_date(reading: &Reading) -> bool {
    let bare = || {
        reading
            .label
            .as_ref()
            .is_some_and(|l| is_bare_date(&l.text))
    };
    reading.shape == ValueKind::Date
        && match reading.meaning {
            None | Some(LabelKind::Date(DateKind::Other | DateKind::Appointment)) => true,
            Some(LabelKind::Date(DateKind::Notice)) => bare(),
            Some(_) => false,
        }
}

fn rect(page: &Page<'_>, value: usize) -> Rect {
    page.sheet().rect_of(tokens_of(page, value))
}
