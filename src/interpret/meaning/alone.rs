//! Labels and values that stand so that nothing else on the page could be meant.

use super::label::Label;
use super::phrase::LabelKind;
use super::relation::{Geometry, Relation};
use super::shape::ValueKind;
use super::sheet::{Rect, Wall};
use super::solve::Solution;
use super::value::Value;
use super::vocabulary::on;

/// Captions stand at most this many ems under their value.
const CAPTION_GAP: f32 = 1.0;
/// A label that is at most this many ems over a value may be its own.
const OVER: f32 = 2.0;
/// A label under a value is no caption when it is this many times as far off as the one over it.
const FARTHER: f32 = 1.6;
/// A label alone on its line has the value alone on the line at most this many ems under it.
const UNDER: f32 = 1.5;

/// A label that costs so much more is clearly not a value's.
const CLEARLY: f32 = 1.0;

/// A value adjoins a label at most this many ems behind it, and is aligned with one this far aside.
const ADJOINING: f32 = 1.5;
/// Behind a colon that leads to it, it stands at most this many ems.
const LED: f32 = 2.5;
const ALIGNED: f32 = 0.5;

impl Geometry<'_> {
    /// Whether label and value are all that a ruled cell holds.
    pub(super) fn alone_in_cell(&self, l: &Label, v: &Value) -> bool {
        let sheet = self.sheet;
        let em = sheet.runs[v.run].size;
        let near = |at: f32, from: f32, to: f32| at > from - em && at < to + em;
        // The boxes in which the digits stand are no cells.
        let is_box = |w: &Wall, upright: bool| {
            let (x0, y0, x1, y1) = (v.rect.x0, v.rect.y0, v.rect.x1, v.rect.y1);
            let ((a0, a1), (b0, b1)) = if upright {
                ((x0, x1), (y0, y1))
            } else {
                ((y0, y1), (x0, x1))
            };
            near(w.at, a0, a1) && near(w.from, b0, b1) && near(w.to, b0, b1)
        };
        let a = sheet.cell_without(l.tail.cx(), l.tail.cy(), is_box);
        let b = sheet.cell_without(v.rect.cx(), v.rect.cy(), is_box);
        let edges = [(a.x0, b.x0), (a.y0, b.y0), (a.x1, b.x1), (a.y1, b.y1)];
        let same = edges.iter().all(|(x, y)| (x - y).abs() <= 2.0);
        let ruled = a.x0 > 0.0 && a.y0 > 0.0 && a.x1 < sheet.width && a.y1 < sheet.height;
        let size = sheet.runs[v.run].size;
        same && ruled && a.height() <= 6.0 * size + 30.0 && self.between(a, l, v).is_empty()
    }

    /// Whether a label is all that the cell over that of a value holds, and the value all that its
    /// own does: the head of a ruled table's column.
    pub(super) fn heads_cell(&self, l: &Label, v: &Value) -> bool {
        let sheet = self.sheet;
        let upper = sheet.cell(l.tail.cx(), l.tail.cy());
        let lower = sheet.cell(v.rect.cx(), v.rect.cy());
        let near = |a: f32, b: f32| (a - b).abs() <= 2.0;
        let ruled = lower.x0 > 0.0 && lower.x1 < sheet.width && lower.y1 < sheet.height;
        let joined = near(upper.y1, lower.y0) && upper.y0 > 0.0;
        near(upper.x0, lower.x0)
            && near(upper.x1, lower.x1)
            && ruled
            && joined
            && self.between(upper, l, v).is_empty()
            && self.between(lower, l, v).is_empty()
    }

    /// Whether a label stands in the ruled cell of a value, and another one outside of it.
    pub(super) fn only_in_cell(&self, l: &Label, other: &Label, v: &Value) -> bool {
        let cell = self.sheet.cell(v.rect.cx(), v.rect.cy());
        let inside = |r: &Rect| {
            (cell.x0 - 1.0..cell.x1 + 1.0).contains(&r.cx())
                && (cell.y0 - 1.0..cell.y1 + 1.0).contains(&r.cy())
        };
        inside(&l.tail) && !inside(&other.rect)
    }

    /// Whether label and value are all that a line holds, or two lines right under one another, and
    /// no other label is over or under them.
    pub(super) fn alone_in_line(&self, l: &Label, v: &Value, relation: Relation) -> bool {
        let rows = &self.sheet.rows;
        let row = |run: usize| &rows[self.sheet.runs[run].row];
        let size = self.sheet.runs[v.run].size;
        let whole = l.first_run == l.last_run && !v.broken;
        let lines_alone = || row(v.run).len() == 1 && row(l.last_run).len() == 1;
        let alone = match relation {
            Relation::Right => {
                let two = row(v.run).len() == 2 && row(v.run).contains(&l.last_run);
                two || self.adjoins(l, v)
            }
            Relation::Below => {
                let near = v.rect.y0 - l.rect.y1 < UNDER * size;
                let aligned = (v.rect.x0 - l.rect.x0).abs() < ALIGNED * size;
                let two = row(l.last_run).len() == 1 || aligned && !self.has_value_beside(l);
                near && row(v.run).len() == 1 && two
            }
            Relation::Above => l.rect.y0 - v.rect.y1 < CAPTION_GAP * size && lines_alone(),
            _ => false,
        };
        let rival = |o: &Label| {
            let over = v.rect.y0 - o.rect.y1;
            let under = o.rect.y0 - v.rect.y1;
            let near = over.max(under) < OVER * size && over.max(under) > -1.0;
            // A label under a value that has one of its own in its line is no caption, nor one that
            // stands farther from it than the label over it.
            let apart = under > FARTHER * (v.rect.y0 - l.rect.y1).max(0.0);
            let below = relation == Relation::Below && apart;
            let is_taken = under > over && (below || self.has_value_beside(o));
            // A name under a value is another value.
            let is_value = self.sheet.tokens[o.tokens.start].value.is_some();
            near && o.rect.over_x(&v.rect) > 0.0
                && !o.prose
                && !is_value
                && !is_taken
                && o.tokens != l.tokens
                && !(o.kind == LabelKind::Unknown && self.is_parted(&o.rect, &v.rect))
                && !self.has_value_between(o, v)
        };
        let taken = |o: &Value| {
            let under = o.rect.y0 - l.rect.y1;
            relation == Relation::Right
                && o.tokens != v.tokens
                && (-1.0..OVER * size).contains(&under)
                && o.rect.over_x(&l.rect) > 0.0
        };
        whole && alone && !self.labels.iter().any(rival) && !self.values.iter().any(taken)
    }

    /// Whether a value stands close behind its label, and closer to it than to what comes next.
    fn adjoins(&self, l: &Label, v: &Value) -> bool {
        self.stands_behind(l, v, ADJOINING)
    }

    /// The same behind a colon, which may keep some more distance.
    pub(super) fn leads(&self, l: &Label, v: &Value) -> bool {
        self.stands_behind(l, v, LED)
    }

    fn stands_behind(&self, l: &Label, v: &Value, ems: f32) -> bool {
        let size = self.sheet.runs[v.run].size;
        let gap = v.rect.x0 - l.tail.x1;
        let runs = self.sheet.band(v.rect.y0, v.rect.y1);
        let next = runs.map(|run| self.sheet.runs[run].rect.x0);
        let next = next.filter(|x| *x > v.rect.x1).fold(f32::MAX, f32::min);
        gap < ems * size && next - v.rect.x1 > 2.0 * gap
    }

    /// Whether something stands in the line of a label close behind it that may be its value.
    fn has_value_beside(&self, l: &Label) -> bool {
        let level = |v: &Value| v.rect.cy() > l.tail.y0 && v.rect.cy() < l.tail.y1;
        let behind = |v: &Value| v.rect.x0 > l.tail.x1;
        let next_in_line = |o: &Label| o.tokens != l.tokens && !o.prose && level_of(o, l);
        let between = |o: &Label, v: &Value| o.rect.x0 > l.tail.x1 && o.rect.x1 < v.rect.x0;
        let taken = |v: &Value| self.labels.iter().any(|o| next_in_line(o) && between(o, v));
        let mut values = self.values.iter();
        values.any(|v| level(v) && behind(v) && !taken(v))
    }

    /// Whether two places over one another are in different boxes. A rule alone may underline the
    /// upper one, and the lower be its caption.
    fn is_parted(&self, a: &Rect, b: &Rect) -> bool {
        let (upper, lower) = if a.y0 < b.y0 { (a, b) } else { (b, a) };
        let x = (a.x0.max(b.x0) + a.x1.min(b.x1)) / 2.0;
        self.sheet.floors_between(x, upper.y1 - 1.0, lower.y0 + 1.0) > 1
    }

    /// Whether a label over or under a value has another value between the two, which is its own.
    fn has_value_between(&self, o: &Label, v: &Value) -> bool {
        let between = |w: &Value| {
            let (top, bottom) = if o.rect.y0 < v.rect.y0 {
                (o.rect.y1, v.rect.y0)
            } else {
                (v.rect.y1, o.rect.y0)
            };
            w.tokens != v.tokens && w.rect.cy() > top && w.rect.cy() < bottom
        };
        let holds = |w: &Value| w.rect.over_x(&o.rect) > 0.0;
        self.values.iter().any(|w| between(w) && holds(w))
    }

    /// Whether a label in brackets stands as a caption under a value that begins left of it: of the
    /// two lines, each is nearest to the other.
    pub(super) fn is_caption(&self, l: &Label, v: &Value, size: f32) -> bool {
        let gap = l.rect.y0 - v.rect.y1;
        let bracketed = l.text.starts_with('(') && l.text.ends_with(')');
        if !bracketed || l.first_run != l.last_run || gap > CAPTION_GAP * size {
            return false;
        }
        let runs = &self.sheet.runs;
        let apart = |a: &Rect, b: &Rect| -a.over_x(b);
        let nearest = |of: &Rect, row: usize, own: usize| {
            let here = apart(of, &runs[own].rect);
            let others = self.sheet.rows[row].iter().filter(|r| **r != own);
            others.into_iter().all(|r| apart(of, &runs[*r].rect) > here)
        };
        let above = &runs[v.run];
        let below = &runs[l.first_run];
        above.tokens.len() == v.tokens.len()
            && nearest(&l.rect, above.row, v.run)
            && nearest(&v.rect, below.row, l.first_run)
            && !self.has_caption_nearer(l, v)
    }

    /// Whether another label is nearer to a value from above than its caption from below.
    fn has_caption_nearer(&self, l: &Label, v: &Value) -> bool {
        let gap = l.rect.y0 - v.rect.y1;
        self.labels.iter().any(|o| {
            let over = v.rect.y0 - o.rect.y1;
            let known = o.kind != LabelKind::Unknown && !o.prose;
            known && (-1.0..gap).contains(&over) && o.rect.over_x(&v.rect) > 0.0
        })
    }

    /// Whether a label names the agency's online account and its number in full, is the only one of
    /// the page that speaks of an account, and its value the only number of that shape, which no
    /// label without a value stands near to: nothing else can be meant, wherever the page puts its
    /// values.
    pub(super) fn is_only_pair(&self, label: usize, value: usize, solution: &Solution) -> bool {
        let l = &self.labels[label];
        let of_account = |o: &Label| {
            let says = |t: usize| self.sheet.tokens[t].is(on::ACCOUNT);
            !o.prose && o.tokens.clone().any(says)
        };
        let labels = self.labels.iter().filter(|o| of_account(o)).count();
        let numbers = self.values.iter().filter(|v| v.kind == ValueKind::Account);
        let cost = |link: usize| solution.costs[link];
        let own = solution.link(label, value).map_or(f32::MAX, cost);
        let waits = |link: &&usize| {
            let other = solution.links[**link].label;
            other != label && solution.values_of(other).next().is_none()
        };
        let mut rivals = solution.by_value[value].iter().filter(waits);
        l.strong
            && l.has_number
            && of_account(l)
            && l.doubts.is_empty()
            && labels == 1
            && numbers.count() == 1
            && rivals.all(|link| cost(*link) > own + CLEARLY)
    }
}

/// Whether a label stands in the line of another.
fn level_of(a: &Label, b: &Label) -> bool {
    a.rect.cy() > b.tail.y0 && a.rect.cy() < b.tail.y1
}
