//! Dates by their place: that of a letter, alone on its line, and those that a time or money beside
//! them makes something else.

use super::Reading;
use super::judge::{Judge, settle};
use super::label::Label;
use super::phrase::{DateKind, LabelKind};
use super::relation::{Geometry, Relation};
use super::shape::ValueKind;
use super::value::Value;

/// A letter's date stands in this upper part of the page, alone on its line.
const DATE_LINE: f32 = 0.45;
/// A time stands so many ems beside a date, or under it.
const TIME_BESIDE: f32 = 20.0;
const TIME_UNDER: f32 = 2.5;

impl Geometry<'_> {
    /// Whether money stands in the row of a date: it is the day of a payment.
    pub(super) fn is_beside_money(&self, day: &Value) -> bool {
        let row = self.sheet.runs[day.run].row;
        let mut others = self.values.iter();
        others.any(|v| v.kind == ValueKind::Money && self.sheet.runs[v.run].row == row)
    }

    /// Whether the word alone labels a date and a time stands by it: the day of an appointment or
    /// of a message.
    pub(super) fn is_timed(&self, label: &Label, day: &Value) -> bool {
        let word = label.text.trim_matches(|c: char| !c.is_alphanumeric());
        let bare = ["date", "fecha"]
            .iter()
            .any(|w| word.eq_ignore_ascii_case(w));
        let by = |v: &Value| {
            let size = self.sheet.runs[day.run].size.max(1.0);
            let level = v.rect.over_y(&day.rect) > 0.4 * v.rect.height();
            let beside = level && -v.rect.over_x(&day.rect) < TIME_BESIDE * size;
            let under = v.rect.over_x(&day.rect) > 0.0
                && (0.0..TIME_UNDER * size).contains(&(v.rect.y0 - day.rect.y1));
            v.kind == ValueKind::Time && (beside || under)
        };
        bare && self.values.iter().any(by)
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
        settle(reading);
    }
}

fn readings_top(readings: &[Reading], value: usize) -> f32 {
    readings[value].bounds.map_or(f32::MAX, |b| b.y0())
}
