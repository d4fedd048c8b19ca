//! Where the value of a label may stand, and what each place costs. The costs are those of the
//! relations of numbers, with the same habit of the page.

use super::label::FieldLabel;
use super::sheet::{NEUTRAL_SHARE, Page};
use crate::interpret::meaning::Relation;
use crate::interpret::meaning::sheet::Rect;
use crate::model::record::{FieldClass, FieldKind};
use std::ops::Range;

/// A value stands at most this many ems under or over its label.
const STACK_GAP: f32 = 2.0;
/// Runs are level when they overlap by this share of the lower one.
const LEVEL: f32 = 0.45;
/// A name stands at most this many ems right of the word `NAME`.
const ECHO_GAP: f32 = 12.0;
/// A name stands at most this many ems right of the label in whose cell it is.
const INDENT: f32 = 8.0;
/// Cells of a row between a name and what tells who it is.
const MOST_LEFT: usize = 5;
/// A page has no captions where the share of another place is this much larger.
const AGAINST_HABIT: f32 = 0.3;
/// How much the page's habit weighs.
const HABIT_WEIGHT: f32 = 1.8;
/// Two places whose costs differ by less are as good as one another.
pub(super) const AS_GOOD: f32 = 0.35;

/// Costs of the places by themselves.
mod prior {
    pub(super) const INLINE_COLON: f32 = 0.0;
    pub(super) const INLINE: f32 = 0.5;
    pub(super) const RIGHT: f32 = 0.9;
    pub(super) const LEFT: f32 = 2.3;
    pub(super) const BELOW: f32 = 0.9;
    pub(super) const ABOVE: f32 = 2.0;
    pub(super) const AFTER: f32 = 0.4;
    pub(super) const BRACKETED_ABOVE: f32 = 0.8;
    pub(super) const COLON: f32 = 0.6;
}

/// A place where a label's value may stand.
#[derive(Debug, Clone)]
pub(super) struct Slot {
    pub tokens: Range<usize>,
    pub relation: Relation,
    pub cost: f32,
}

fn page_digit(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
}

/// The places of a label's value, the cheapest first.
pub(super) fn slots(page: &Page<'_>, labels: &[FieldLabel], label: &FieldLabel) -> Vec<Slot> {
    let finder = Finder {
        page,
        labels,
        label,
    };
    let mut found: Vec<Slot> = Vec::new();
    if label.in_row {
        return finder.left();
    }
    found.extend(finder.inline());
    found.extend(finder.before());
    // `Applicant: A099 900 222` over the name.
    let number = |slot: &Slot| slot.tokens.clone().all(|t| page.is_typed(t));
    let numbered = label.kind.class() == FieldClass::Name && found.iter().all(number);
    if numbered || found.is_empty() || label.bare {
        found.extend(finder.right());
        found.extend(finder.below());
        found.extend(finder.above());
        if label.kind.class() == FieldClass::Name {
            found.extend(finder.left());
        }
    }
    found.sort_by(|a, b| a.cost.total_cmp(&b.cost));
    found
}

struct Finder<'a> {
    page: &'a Page<'a>,
    labels: &'a [FieldLabel],
    label: &'a FieldLabel,
}

impl Finder<'_> {
    /// The rest of the label's run, up to the next label.
    fn inline(&self) -> Option<Slot> {
        let label = self.label;
        let run = &self.page.sheet().runs[label.run];
        let start = label.tokens.end;
        let next = self
            .labels
            .iter()
            .filter(|l| l.run == label.run && l.tokens.start >= start && !l.bare)
            .map(|l| l.tokens.start);
        let mut end = next.fold(run.tokens.end, usize::min);
        // `COMMUNITY HOSPITAL` has no value of its own: it is part of the name.
        let valued = |t: usize| {
            let digits = |t: usize| page_digit(self.page.token(t).text.as_str());
            (t + 1..run.tokens.end).any(digits)
        };
        let ends = |t: &usize| match (label.kind, label.kind.class()) {
            // The words of a type are labels elsewhere: `NOTICE TYPE RECEIPT`.
            (FieldKind::NoticeType, _) => false,
            (_, FieldClass::Name) => {
                self.page.is_number_label(*t) || self.page.is_other_label(*t) && valued(*t)
            }
            _ => self.page.is_number_label(*t),
        };
        if let Some(other) = (start..end).find(ends) {
            end = other;
        }
        let cost = if label.colon {
            prior::INLINE_COLON
        } else {
            prior::INLINE
        };
        (start < end && !label.bracketed).then_some(Slot {
            tokens: start..end,
            relation: Relation::Inline,
            cost,
        })
    }

    /// `OKONKWO, YUSUF (Applicant)`.
    fn before(&self) -> Option<Slot> {
        let run = &self.page.sheet().runs[self.label.run];
        let before = run.tokens.start..self.label.tokens.start;
        (self.label.bracketed && !before.is_empty()).then_some(Slot {
            tokens: before,
            relation: Relation::After,
            cost: prior::AFTER,
        })
    }

    fn habit(&self, relation: Relation) -> f32 {
        -HABIT_WEIGHT * (self.page.share(relation) - NEUTRAL_SHARE)
    }

    /// Whether a run is a label of the same field, as in a second language, or `NAME` over a name.
    fn is_echo(&self, run: usize) -> bool {
        let tokens = self.page.sheet().runs[run].tokens.clone();
        let same = |l: &&FieldLabel| l.run == run && !l.bare && l.kind == self.label.kind;
        let name = tokens.len() == 1 && self.page.token(tokens.start).norm == "name";
        name || self.labels.iter().any(|l| same(&l))
    }

    fn slot(&self, run: usize, relation: Relation, cost: f32) -> Slot {
        Slot {
            tokens: self.page.sheet().runs[run].tokens.clone(),
            relation,
            cost,
        }
    }

    /// Whether nothing but numbers follows the label in its run.
    fn ends_run(&self) -> bool {
        let run = &self.page.sheet().runs[self.label.run];
        (self.label.tokens.end..run.tokens.end).all(|t| self.page.is_typed(t))
    }

    /// The runs level with the label on one side of it, the nearest first.
    fn level(&self, right: bool) -> Vec<usize> {
        let sheet = self.page.sheet();
        let label = &self.label.rect;
        let beside = |run: &usize| {
            let rect = &sheet.runs[*run].rect;
            let low = rect.height().min(label.height());
            let apart = if right {
                rect.x0 > label.x1 - 1.0
            } else {
                rect.x1 < label.x0 + 1.0
            };
            *run != self.label.run && apart && rect.over_y(label) > LEVEL * low
        };
        let mut runs: Vec<usize> = sheet.band(label.y0, label.y1).filter(beside).collect();
        let gap = |run: &usize| {
            let rect = &sheet.runs[*run].rect;
            if right {
                rect.x0 - label.x1
            } else {
                label.x0 - rect.x1
            }
        };
        runs.sort_by(|a, b| gap(a).total_cmp(&gap(b)));
        runs
    }

    /// The next run of the row; behind an A-Number at the label of a person also the one behind it.
    fn right(&self) -> Vec<Slot> {
        let run = &self.page.sheet().runs[self.label.run];
        if run.tokens.end != self.label.tokens.end {
            return Vec::new();
        }
        let mut level = self.level(true).into_iter().filter(|r| !self.is_echo(*r));
        let Some(next) = level.next() else {
            return Vec::new();
        };
        let behind = level.next().filter(|_| self.holds_only_numbers(next));
        let runs = std::iter::once(next).chain(behind);
        runs.map(|run| self.right_at(run)).collect()
    }

    fn right_at(&self, next: usize) -> Slot {
        let sheet = self.page.sheet();
        let label = self.label;
        let rect = sheet.runs[next].rect;
        let gap = (2.2 * (rect.x0 - label.rect.x1).max(0.0) / sheet.width).min(1.2);
        let led = sheet.runs[next].led || sheet.runs[label.run].leads;
        let walls = sheet.walls_between(rect.cy(), label.rect.x1 - 1.0, rect.x0 + 1.0);
        let cost = prior::RIGHT + if led { 0.25 * gap - 0.5 } else { gap }
            - if label.colon { 0.35 } else { 0.0 }
            + 0.4 * walls.saturating_sub(1) as f32
            + self.habit(Relation::Right);
        self.slot(next, Relation::Right, cost)
    }

    /// Names left of what tells who that person is.
    fn left(&self) -> Vec<Slot> {
        let whole = self.page.sheet().runs[self.label.run].tokens.len() == self.label.tokens.len();
        if !whole {
            return Vec::new();
        }
        let prior = if self.label.in_row {
            prior::RIGHT
        } else {
            prior::LEFT
        };
        let runs = self.level(false).into_iter().take(MOST_LEFT).enumerate();
        runs.map(|(at, run)| self.slot(run, Relation::Left, prior + 0.05 * at as f32))
            .collect()
    }

    /// The run right under or right over the label.
    fn stacked(&self, label: &Rect, below: bool) -> Option<(usize, f32)> {
        let sheet = self.page.sheet();
        let size = self.label.size;
        let reach = STACK_GAP * 1.6 * size;
        let (y0, y1) = if below {
            (label.y1 - 0.4 * size, label.y1 + reach)
        } else {
            (label.y0 - reach, label.y0 + 0.4 * size)
        };
        let gap = |rect: &Rect| {
            if below {
                rect.y0 - label.y1
            } else {
                label.y0 - rect.y1
            }
        };
        let near = sheet.band(y0, y1).filter_map(|run| {
            let rect = &sheet.runs[run].rect;
            let size = size.max(sheet.runs[run].size);
            let aligned = (rect.x0 - label.x0).abs() < size;
            let indented = below && self.is_indented(label, rect);
            let touches = rect.over_x(label) > 0.0 || aligned || indented;
            let shared = !below && !touches && self.share_line(label, rect);
            let gap = gap(rect);
            let fits = (-0.4 * size..STACK_GAP * size).contains(&gap);
            let off = [
                rect.x0 - label.x0,
                rect.cx() - label.cx(),
                rect.x1 - label.x1,
            ];
            let off = off.iter().map(|d| d.abs()).fold(f32::MAX, f32::min);
            let off = if shared { 0.0 } else { off };
            let plain = !sheet.runs[run].prose || self.is_told();
            let other = run != self.label.run && plain;
            let far = gap.max(0.0) / size + 0.1 * off / size;
            ((touches || shared) && fits && other).then_some((run, far))
        });
        near.min_by(|a, b| a.1.total_cmp(&b.1))
    }

    /// Whether the label is a line of running text, as `You are hereby notified to appear at`.
    fn is_told(&self) -> bool {
        let prose = self.page.sheet().runs[self.label.run].prose;
        prose && self.label.kind == FieldKind::AppointmentPlace
    }

    /// Whether a name stands further right under its label, in the ruled cell that the label heads:
    /// an address of its own.
    fn is_indented(&self, label: &Rect, value: &Rect) -> bool {
        let sheet = self.page.sheet();
        let cell = sheet.cell(label.cx(), label.cy());
        let ruled = cell.y0 > 0.0 && cell.y1 < sheet.height;
        let inside = (cell.x0..cell.x1).contains(&value.cx()) && value.cy() < cell.y1;
        let at_left = label.x0 - cell.x0 < self.label.size;
        let indent = value.x0 - label.x0;
        let near = (0.0..INDENT * self.label.size).contains(&indent);
        self.label.kind.class() == FieldClass::Name && ruled && inside && at_left && near
    }

    /// Whether a value stands on a line that reaches over its caption too.
    fn share_line(&self, label: &Rect, value: &Rect) -> bool {
        let sheet = self.page.sheet();
        let x0 = label.x0.min(value.x0);
        let x1 = label.x1.max(value.x1);
        let near = |at: f32| at > value.y1 - 2.0 && at < label.y0 + 2.0;
        let over = |from: f32, to: f32| from <= x0 + 2.0 && to >= x1 - 2.0;
        let short = |from: f32, to: f32| to - from < 0.8 * sheet.width;
        // A caption in brackets says itself that it belongs to what stands over it.
        let short = |from: f32, to: f32| self.label.bracketed || short(from, to);
        let floors = sheet.floors.iter();
        floors
            .filter(|f| near(f.at) && over(f.from, f.to))
            .any(|f| short(f.from, f.to))
    }

    fn below(&self) -> Vec<Slot> {
        let sheet = self.page.sheet();
        let Some((run, far)) = self
            .stacked(&self.label.rect, true)
            .filter(|_| self.ends_run())
        else {
            return Vec::new();
        };
        let colon = if self.label.colon { prior::COLON } else { 0.0 };
        let cost = prior::BELOW + 0.15 * far + colon + self.habit(Relation::Below);
        if self.holds_only_numbers(run) {
            // `Applicant` over an A-Number over the name.
            let under = self.stacked(&sheet.runs[run].rect, true);
            let under = under.filter(|(r, _)| !self.has_label_beside(*r));
            let under = under.map(|(r, far)| self.slot(r, Relation::Below, cost + 0.15 * far));
            let here = self.slot(run, Relation::Below, cost);
            // Or beside it: `A 075 964 598   DOE, JANE`.
            let right = self
                .in_cell(run)
                .map(|r| self.slot(r, Relation::Below, cost));
            return std::iter::once(here).chain(right).chain(under).collect();
        }
        if !self.is_echo(run) {
            return vec![self.slot(run, Relation::Below, cost)];
        }
        // `NAME` under the role: the name is right of it, or under it.
        let rect = sheet.runs[run].rect;
        let right = sheet
            .band(rect.y0, rect.y1)
            .filter(|r| {
                let other = &sheet.runs[*r].rect;
                let gap = other.x0 - rect.x1;
                let led = sheet.runs[run].leads || sheet.runs[*r].led;
                let near = gap > 0.0 && (led || gap < ECHO_GAP * self.label.size);
                near && other.over_y(&rect) > LEVEL * rect.height().min(other.height())
            })
            .min_by(|a, b| sheet.runs[*a].rect.x0.total_cmp(&sheet.runs[*b].rect.x0));
        let under = self.stacked(&rect, true);
        let right = right.map(|r| self.slot(r, Relation::Below, cost));
        let under =
            under.map(|(r, far)| self.slot(r, Relation::Below, cost + 0.15 * far + AS_GOOD));
        right.into_iter().chain(under).collect()
    }

    /// Whether words in small letters stand left of a run: its own label, and what is in capitals
    /// another name.
    fn has_label_beside(&self, run: usize) -> bool {
        let sheet = self.page.sheet();
        let x0 = sheet.runs[run].rect.x0;
        let row = sheet.rows[sheet.runs[run].row].iter();
        let before = row.filter(|r| sheet.runs[**r].rect.x1 < x0);
        let last =
            before.max_by(|a, b| sheet.runs[**a].rect.x1.total_cmp(&sheet.runs[**b].rect.x1));
        let small = |t: usize| self.page.token(t).text.contains(char::is_lowercase);
        last.is_some_and(|r| sheet.runs[*r].tokens.clone().any(small))
    }

    /// The next run right of one in its cell, not far from it.
    fn in_cell(&self, run: usize) -> Option<usize> {
        let sheet = self.page.sheet();
        let here = &sheet.runs[run].rect;
        let row = sheet.rows[sheet.runs[run].row].iter().copied();
        let gap = |other: usize| sheet.runs[other].rect.x0 - here.x1;
        let near = |other: &usize| {
            let walls = sheet.walls_between(here.cy(), here.x1, sheet.runs[*other].rect.x0);
            (0.0..ECHO_GAP * self.label.size).contains(&gap(*other)) && walls == 0
        };
        row.filter(near).min_by(|a, b| gap(*a).total_cmp(&gap(*b)))
    }

    /// Whether a run at the label of a person holds an A-Number and no name.
    fn holds_only_numbers(&self, run: usize) -> bool {
        let mut tokens = self.page.sheet().runs[run].tokens.clone();
        self.label.kind.class() == FieldClass::Name && tokens.all(|t| self.page.is_typed(t))
    }

    /// Whether this page prints values under or beside their labels rather than over them.
    fn has_captions(&self) -> bool {
        let share = |relation| self.page.share(relation);
        let other = share(Relation::Below).max(share(Relation::Right));
        self.label.bracketed || share(Relation::Above) + AGAINST_HABIT > other
    }

    fn above(&self) -> Option<Slot> {
        // The name over a role may be that of the cell above.
        if self.label.kind.class() == FieldClass::Name && !self.has_captions() {
            return None;
        }
        let (run, far) = self.stacked(&self.label.rect, false)?;
        let (prior, colon) = match (self.label.bracketed, self.label.colon) {
            (true, _) => (prior::BRACKETED_ABOVE, 0.0),
            (_, true) => (prior::ABOVE, prior::COLON),
            _ => (prior::ABOVE, 0.0),
        };
        let cost = prior + 0.15 * far + colon + self.habit(Relation::Above);
        Some(self.slot(run, Relation::Above, cost))
    }
}
