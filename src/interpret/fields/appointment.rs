//! Time and place of an appointment; its day is among the dates.

use super::dates::tokens_of;
use super::label::FieldLabel;
use super::place::{Slot, slots};
use super::seen::FieldReading;
use super::sheet::Page;
use super::timed_day::{is_at_edge, timed_day};
use crate::interpret::meaning::sheet::Rect;
use crate::interpret::meaning::{DateKind, LabelKind, ValueKind};
use crate::model::record::FieldKind;
use crate::model::verdict::Verdict;

/// A date alone in a letter is taken for the notice's own where nothing else is known.
const NOTICE: LabelKind = LabelKind::Date(DateKind::Notice);
/// A place is printed in at most this many lines, at most this many ems apart.
const MOST_LINES: usize = 6;
const LINE_GAP: f32 = 2.4;
/// A time stands at most this many ems from its day.
const TIME_REACH: f32 = 9.0;
/// A time and its day in one row overlap by this share of the lower one.
const LEVEL: f32 = 0.6;
/// Print within a place lies in it by more than this share.
const HALF: f32 = 0.5;

pub(super) fn read(page: &Page<'_>, labels: &[FieldLabel], out: &mut Vec<FieldReading>) {
    let by_time = timed_day(page, out);
    if !out.iter().any(|r| r.kind == FieldKind::AppointmentDate) {
        let asked = labels.iter().find_map(|label| day(page, labels, label));
        out.extend(asked.or(by_time));
    } else if let Some(day) = by_time.filter(|day| day.verdict == Verdict::Accepted) {
        settle(day, out);
    }
    let days: Vec<Rect> = out
        .iter()
        .filter(|r| r.kind == FieldKind::AppointmentDate)
        .map(|r| Rect {
            x0: r.bounds.x0(),
            y0: r.bounds.y0(),
            x1: r.bounds.x1(),
            y1: r.bounds.y1(),
        })
        .collect();
    let Some(day) = days.first() else {
        return;
    };
    let time = time(page, labels, day);
    out.extend(time.or_else(|| pointless_time(page, day)));
    let mut places = labels
        .iter()
        .filter(|l| l.kind == FieldKind::AppointmentPlace);
    if let Some(place) = places.find_map(|label| place(page, labels, label)) {
        // The office where somebody must go is not the one that wrote.
        out.retain(|r| r.kind != FieldKind::Office || place.bounds.overlap(&r.bounds) < HALF);
        out.push(place);
    }
}

/// Settles a day whose place leaves doubt, where its time stands beside it.
fn settle(day: FieldReading, out: &mut Vec<FieldReading>) {
    let doubted = |r: &FieldReading| {
        let same = r.kind == day.kind && r.value == day.value;
        same && r.verdict == Verdict::Review
    };
    if out.iter().any(doubted) {
        out.retain(|r| !doubted(r));
        out.push(day);
    }
}

/// The day at a label that asks when.
fn day(page: &Page<'_>, labels: &[FieldLabel], label: &FieldLabel) -> Option<FieldReading> {
    let when = label.kind == FieldKind::AppointmentTime && !label.bare;
    let places = when.then(|| slots(page, labels, label))?;
    let of = |slot: &Slot| {
        let date = |t: &usize| page.shape(*t) == Some(ValueKind::Date);
        let index = page.token(slot.tokens.clone().find(date)?).value?;
        let reading = page.meaning.readings.get(index)?;
        let label = reading.label.as_ref();
        let free = label.is_none_or(|l| l.kind == LabelKind::Unknown);
        let fine = free && reading.meaning.is_none_or(|m| m == NOTICE) && !reading.repaired;
        fine.then_some((index, slot.relation))
    };
    let (index, relation) = places.iter().find_map(of)?;
    let reading = page.meaning.readings.get(index)?;
    let tokens = tokens_of(page, index);
    let seen = FieldReading::of(
        page,
        FieldKind::AppointmentDate,
        &tokens,
        &*reading.canonical,
    )?;
    let no_day = (!super::dates::is_day(&reading.canonical)).then_some("no day of the calendar");
    Some(seen.labelled(&label.text, relation.words()).doubted(no_day))
}

/// The time of an appointment: the one nearest to its day. It may stand further away where it is
/// level with the day or at a label that asks for it; in print that was never scanned also where
/// the page has no other.
fn time(page: &Page<'_>, labels: &[FieldLabel], day: &Rect) -> Option<FieldReading> {
    let times: Vec<(usize, Rect)> = times(page);
    let far = |rect: &Rect| {
        let dx = -rect.over_x(day);
        let dy = -rect.over_y(day);
        dx.max(0.0) + 2.0 * dy.max(0.0)
    };
    let nearest = times.iter().min_by(|a, b| far(&a.1).total_cmp(&far(&b.1)));
    let (index, rect) = nearest?;
    let (tokens, value) = of_day(page, *index)?;
    let reading = FieldReading::of(page, FieldKind::AppointmentTime, &tokens, value.clone())?;
    let size = page.token(*tokens.first()?).size.max(1.0);
    let reading = reading.because("the time nearest to the day of the appointment");
    let level = rect.over_y(day) > LEVEL * rect.height().min(day.height());
    let other = |(other, _): &(usize, Rect)| of_day(page, *other).is_none_or(|(_, v)| v != value);
    let only = !times.iter().any(other);
    let told = level || only && (!page.pixels() || is_asked(page, labels, &tokens));
    let near = far(rect) <= TIME_REACH * size;
    Some(reading.doubted((!near && !told).then_some("far from the day")))
}

/// A time level with its day whose colon was not read: `09 15AM`, `09.15AM`.
fn pointless_time(page: &Page<'_>, day: &Rect) -> Option<FieldReading> {
    let sheet = page.sheet();
    let level = |t: &usize| {
        let rect = &page.token(*t).rect;
        rect.over_y(day) > LEVEL * rect.height().min(day.height())
    };
    let all = page.pixels().then_some(0..sheet.tokens.len())?;
    let mut found = all.filter(level).filter_map(|t| {
        let one = clock(&page.token(t).text).map(|value| (vec![t], value));
        let next = (t + 1 < sheet.tokens.len()).then(|| {
            let both = format!("{} {}", page.token(t).text, page.token(t + 1).text);
            clock(&both).map(|value| (vec![t, t + 1], value))
        });
        one.or_else(|| next.flatten())
    });
    let (tokens, value) = found.next()?;
    let reading = FieldReading::of(page, FieldKind::AppointmentTime, &tokens, value)?;
    Some(reading.because("a time level with the day of the appointment, its colon not read"))
}

/// The time that some words are, a point, a space or nothing for its colon.
fn clock(text: &str) -> Option<String> {
    let upper = text.to_uppercase();
    let half = ["AM", "PM"]
        .into_iter()
        .find(|half| upper.ends_with(half))?;
    let (hour, minutes) = upper[..upper.len() - 2].trim_end().split_once([' ', '.'])?;
    let number = |part: &str, most: u32| {
        let short = (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        short && part.parse::<u32>().is_ok_and(|n| n <= most)
    };
    let fine = number(hour, 12) && hour != "00" && minutes.len() == 2 && number(minutes, 59);
    fine.then(|| format!("{hour}:{minutes}{half}"))
}

/// The times of the page, with their places.
fn times(page: &Page<'_>) -> Vec<(usize, Rect)> {
    let readings = page.meaning.readings.iter().enumerate();
    readings
        .filter(|(_, reading)| reading.shape == ValueKind::Time)
        .map(|(index, _)| (index, page.sheet().rect_of(tokens_of(page, index))))
        .filter(|(_, rect)| !is_at_edge(page, rect))
        .collect()
}

/// Whether some tokens stand at a label that asks for a time.
fn is_asked(page: &Page<'_>, labels: &[FieldLabel], tokens: &[usize]) -> bool {
    let asking = labels
        .iter()
        .filter(|l| l.kind == FieldKind::AppointmentTime);
    asking.into_iter().any(|label| {
        let first = slots(page, labels, label).into_iter().next();
        first.is_some_and(|slot| tokens.iter().all(|t| slot.tokens.contains(t)))
    })
}

/// The tokens of a time with its half of the day, and the value.
fn of_day(page: &Page<'_>, index: usize) -> Option<(Vec<usize>, String)> {
    let mut tokens = tokens_of(page, index);
    let last = *tokens.last()?;
    let half = |t: usize| {
        let norm: String = page
            .token(t)
            .norm
            .chars()
            .filter(char::is_ascii_alphabetic)
            .collect();
        matches!(norm.as_str(), "am" | "pm")
    };
    let mut printed = page.token(last).text.clone();
    if last + 1 < page.sheet().tokens.len() && half(last + 1) {
        tokens.push(last + 1);
        printed = format!("{printed} {}", page.token(last + 1).text);
    }
    let value = printed
        .trim_matches([',', '.', ';', '(', ')'])
        .to_uppercase()
        .replace("A.M", "AM")
        .replace("P.M", "PM");
    Some((tokens, value))
}

/// Whether a line ends with state and ZIP code.
fn is_city(page: &Page<'_>, run: usize) -> bool {
    let tokens = page.sheet().runs[run].tokens.clone();
    let five = |text: &str| text.len() == 5 && text.bytes().all(|b| b.is_ascii_digit());
    let last = page.token(tokens.end - 1).text.as_str();
    let state = tokens.len() > 2 && page.token(tokens.end - 2).text.len() == 2;
    state && five(last)
        || tokens
            .clone()
            .any(|t| page.shape(t) == Some(ValueKind::Zip))
}

/// The lines at a label, down to the one that ends with state and ZIP code.
fn place(page: &Page<'_>, labels: &[FieldLabel], label: &FieldLabel) -> Option<FieldReading> {
    let sheet = page.sheet();
    let other = |t: usize| {
        labels
            .iter()
            .any(|l| l.tokens.start == t && l.run != label.run)
    };
    let is_label = |s: &Slot| other(s.tokens.start) || page.is_number_label(s.tokens.start);
    let mut places = slots(page, labels, label).into_iter();
    // Over `WHERE` may stand what `WHEN` asked for.
    let is_when = |s: &Slot| {
        let shape = page.shape(s.tokens.start);
        matches!(shape, Some(ValueKind::Date | ValueKind::Time))
    };
    let slot = places.find(|s| !is_label(s) && !is_when(s))?;
    let told = sheet.runs[label.run].prose;
    let mut lines: Vec<usize> = Vec::new();
    let mut tokens: Vec<usize> = slot.tokens.clone().collect();
    let mut run = page.token(slot.tokens.start).run;
    let left = page.token(slot.tokens.start).rect.x0;
    let mut done;
    loop {
        if !lines.is_empty() {
            tokens.extend(sheet.runs[run].tokens.clone());
        }
        lines.push(run);
        done = is_city(page, run);
        // `USCIS TAMPA FL 33674` is the name of an office over its street.
        let named = done && lines.len() == 1;
        if done && !named || lines.len() == MOST_LINES {
            break;
        }
        let rect = sheet.runs[run].rect;
        let size = sheet.runs[run].size.max(1.0);
        let next = sheet
            .band(rect.y1 - 0.3 * size, rect.y1 + LINE_GAP * size)
            .filter(|r| {
                let other = &sheet.runs[*r].rect;
                let starts = page.token(sheet.runs[*r].tokens.start).text.as_str();
                let street = starts.starts_with(|c: char| c.is_ascii_digit());
                let below = *r != run && *r != label.run && other.y0 > rect.cy();
                below
                    && (other.x0 - left).abs() < 1.5 * size
                    && (!sheet.runs[*r].prose || told)
                    && (!named || street)
            })
            .min_by(|a, b| sheet.runs[*a].rect.y0.total_cmp(&sheet.runs[*b].rect.y0));
        match next {
            Some(next) => run = next,
            None => break,
        }
    }
    // An office and its city alone: the line of the street was not read.
    let first = page.token(slot.tokens.start).text.as_str();
    let street = lines.len() > 1 || first.starts_with(|c: char| c.is_ascii_digit());
    let bare = (page.pixels() && !street).then_some("no line of a street was read");
    let text: Vec<String> = lines
        .iter()
        .enumerate()
        .map(|(at, run)| {
            if at == 0 {
                sheet.text_of(slot.tokens.clone())
            } else {
                sheet.run_text(*run)
            }
        })
        .collect();
    let reading = FieldReading::of(page, FieldKind::AppointmentPlace, &tokens, text.join(", "))?;
    Some(
        reading
            .labelled(&label.text, slot.relation.words())
            .doubted((!done).then_some("no line with state and ZIP code ends it"))
            .doubted(bare),
    )
}
