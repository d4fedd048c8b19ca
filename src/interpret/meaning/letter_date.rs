//! Dates by their place: that of a letter, alone on its line, and those that a time or money beside
//! them makes something else.

use super::Reading;
use super::judge::{Judge, settle};
use super::label::Label;
use super::phrase::{DateKind, LabelKind};
use super::relation::{Geometry, Relation};
use super::shape::ValueKind;
use super::sheet::{Rect, Sheet};
use super::value::Value;

/// A letter's date stands in this upper part of the page, alone on its line.
const DATE_LINE: f32 = 0.45;
/// A day and its time are at most this many ems apart in one row …
const TIME_BESIDE: f32 = 20.0;
/// … or one over the other.
const TIME_STACKED: f32 = 2.5;
/// Values of one column begin within this many points of one another …
const ALIGNED: f32 = 3.0;
/// … and are at most this many times their height apart.
const COLUMN_GAP: f32 = 2.5;
/// Labels that announce a date and do not say of what.
const BARE: [&str; 3] = ["date", "fecha", "on"];

/// Whether a label says no more than that a date follows.
pub(in crate::interpret) fn is_bare_date(label: &str) -> bool {
    let word = label.trim_matches(|c: char| !c.is_alphanumeric());
    BARE.iter().any(|bare| word.eq_ignore_ascii_case(bare))
}

impl Sheet {
    /// Whether a day stands in the row of a time, or right over or under it.
    pub(in crate::interpret) fn is_beside_time(&self, day: &Rect, time: &Rect) -> bool {
        let size = day.height().min(time.height()).max(1.0);
        let level = day.over_y(time) > 0.4 * size;
        let stacked = day.over_x(time) > 0.0;
        let across = -day.over_x(time) / size;
        let down = -day.over_y(time) / size;
        let walls = self.walls_between(day.cy(), day.x1.min(time.x1), day.x0.max(time.x0));
        level && across < TIME_BESIDE && walls <= 1 || stacked && down < TIME_STACKED
    }

    /// Whether a value of some kind stands in the row of a run.
    pub(in crate::interpret) fn is_in_row(&self, run: usize, is: impl Fn(usize) -> bool) -> bool {
        let values = self.row_tokens(run).filter_map(|t| self.tokens[t].value);
        values.into_iter().any(is)
    }
}

impl Geometry<'_> {
    /// Whether money stands in the row of a date: it is the day of a payment.
    pub(super) fn is_beside_money(&self, day: &Value) -> bool {
        let is_money = |value: usize| self.values[value].kind == ValueKind::Money;
        self.sheet.is_in_row(day.run, is_money)
    }

    /// Whether something left of a date in its row ends with `by`: something is due then.
    fn is_by(&self, day: &Value) -> bool {
        let sheet = self.sheet;
        let row = sheet.rows[sheet.runs[day.run].row].iter();
        let mut left = row.filter(|run| sheet.runs[**run].rect.x1 <= day.rect.x0 + 1.0);
        left.any(|run| {
            let last = sheet.runs[*run].tokens.clone().next_back();
            let word = last.map(|t| sheet.tokens[t].norm.as_str());
            matches!(word, Some("by" | "before"))
        })
    }

    /// Whether the word alone labels a date and a time stands by it: the day of an appointment or
    /// of a message.
    pub(super) fn is_timed(&self, label: &Label, day: &Value) -> bool {
        let times = self.values.iter().filter(|v| v.kind == ValueKind::Time);
        let mut rects = times.map(|time| &time.rect);
        is_bare_date(&label.text) && rects.any(|time| self.sheet.is_beside_time(&day.rect, time))
    }
}

impl Judge<'_> {
    /// A date that stands alone in the upper part of a page on which no label names the notice's
    /// date.
    pub(super) fn letter_date(&self, readings: &mut [Reading]) {
        let notice = LabelKind::Date(DateKind::Notice);
        if readings
            .iter()
            .any(|r| r.shape == ValueKind::Date && r.meaning == Some(notice))
        {
            return;
        }
        let sheet = self.page.sheet;
        let alone = |value: &usize| {
            let v = &self.page.values[*value];
            let run = &sheet.runs[v.run];
            let free = self
                .label(*value)
                .is_none_or(|(_, l, ..)| l.kind == LabelKind::Unknown);
            v.kind == ValueKind::Date
                && readings[*value].meaning.is_none()
                && free
                && v.rect.y0 < DATE_LINE * sheet.height
                && run.tokens.len() == v.tokens.len()
                && !run.prose
                && !self.page.is_beside_money(v)
                && !self.page.is_by(v)
        };
        let mut lines: Vec<usize> = (0..readings.len()).filter(alone).collect();
        lines.sort_by(|a, b| readings_top(readings, *a).total_cmp(&readings_top(readings, *b)));
        let Some(first) = lines.first().copied() else {
            return;
        };
        let same = lines
            .iter()
            .all(|v| readings[*v].canonical == readings[first].canonical);
        let beside = |r: Relation| {
            matches!(
                r,
                Relation::Inline | Relation::Right | Relation::Left | Relation::After
            )
        };
        let in_column = self.in_column(readings, first);
        let held = self.label(first);
        let nothing_near = held.is_none_or(|(.., relation)| !beside(relation));
        let reading = &mut readings[first];
        reading.meaning = Some(notice);
        reading.reasons = vec!["a date alone on its line, as letters have".to_owned()];
        if !same || !nothing_near {
            reading
                .doubts
                .push("other dates stand alone too, or something stands beside it".to_owned());
        }
        if in_column {
            let why = "it stands in a column of values whose labels are left of them";
            reading.doubts.push(why.to_owned());
        }
        settle(reading);
    }

    /// Whether a value right of its own label begins where a date does, next to it: the date is one
    /// of a column of values, and its label was not read.
    fn in_column(&self, readings: &[Reading], day: usize) -> bool {
        let of = |value: usize| &self.page.values[value].rect;
        let size = of(day).height().max(1.0);
        let beside = |value: usize| {
            let apart = -of(value).over_y(of(day));
            (of(value).x0 - of(day).x0).abs() < ALIGNED && apart < COLUMN_GAP * size
        };
        (0..readings.len()).any(|value| {
            let placed = readings[value].relation == Some(Relation::Right);
            value != day && placed && readings[value].label.is_some() && beside(value)
        })
    }
}

fn readings_top(readings: &[Reading], value: usize) -> f32 {
    readings[value].bounds.map_or(f32::MAX, |b| b.y0())
}
