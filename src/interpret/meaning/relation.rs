//! How a label can point to a value on the page, and what each way costs.

use super::label::Label;
use super::normalize::ends_with_hash;
use super::shape::ValueKind;
use super::sheet::{Rect, Sheet};
use super::value::Value;
use super::vocabulary::on;

/// Where a label stands from its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// Before the value in one run.
    Inline,
    /// The value is right of it.
    Right,
    /// The value is left of it.
    Left,
    /// The value stands under it.
    Below,
    /// The value stands over it, as over a caption.
    Above,
    /// At the head of a row of such values.
    Row,
    /// At the head of a column of such values.
    Column,
    /// Behind the value in one run.
    After,
    /// Before the value in a sentence.
    Sentence,
    /// Behind the value in a sentence.
    SentenceAfter,
    /// A question that the value answers.
    Question,
    /// A sentence announces a number that stands alone.
    Display,
}

impl Relation {
    /// The relations that depend on how a page is laid out, and so have habits.
    pub(super) const PLACED: [Self; 8] = [
        Self::Right,
        Self::Below,
        Self::Above,
        Self::Left,
        Self::Inline,
        Self::After,
        Self::Column,
        Self::Row,
    ];

    /// Whether several values may have the label in this way.
    pub(super) fn is_shared(self) -> bool {
        matches!(self, Self::Column | Self::Row | Self::Below | Self::Right)
    }

    /// In plain words, of the value.
    pub fn words(self) -> &'static str {
        match self {
            Self::Inline => "in the line of",
            Self::Right => "right of",
            Self::Left => "left of",
            Self::Below => "under",
            Self::Above => "over",
            Self::Row => "in the row of",
            Self::Column => "in the column of",
            Self::After => "right before",
            Self::Sentence => "in a sentence, after",
            Self::SentenceAfter => "in a sentence, before",
            Self::Question => "as the answer to",
            Self::Display => "alone, announced by a sentence with",
        }
    }
}

/// A way from a label to a value.
#[derive(Debug, Clone)]
pub(super) struct Edge {
    pub relation: Relation,
    pub cost: f32,
    pub terms: Vec<(&'static str, f32)>,
}

impl Edge {
    pub(super) fn new(relation: Relation, prior: f32) -> Self {
        Self {
            relation,
            cost: prior,
            terms: vec![("prior", prior)],
        }
    }

    pub(super) fn add(&mut self, term: &'static str, cost: f32) {
        if cost != 0.0 {
            self.cost += cost;
            self.terms.push((term, cost));
        }
    }
}

/// What each relation costs by itself: the better it is known, the less.
mod prior {
    pub(super) const INLINE_COLON: f32 = 0.2;
    pub(super) const INLINE: f32 = 0.6;
    pub(super) const RIGHT: f32 = 0.9;
    pub(super) const LEFT: f32 = 2.0;
    pub(super) const BELOW: f32 = 0.9;
    pub(super) const ABOVE: f32 = 2.0;
    pub(super) const ROW: f32 = 1.2;
    pub(super) const COLUMN: f32 = 1.3;
    pub(super) const AFTER: f32 = 1.0;
}

/// A page with its values and labels, of which the relations are asked.
pub(super) struct Geometry<'a> {
    pub sheet: &'a Sheet,
    pub values: &'a [Value],
    pub labels: &'a [Label],
    /// The labels that hold each token.
    pub of_token: &'a [Vec<usize>],
    pub sentences: &'a [std::ops::Range<usize>],
}

impl Geometry<'_> {
    /// The best way from a label to a value, if there is one.
    pub(super) fn relate(&self, label: usize, value: usize) -> Option<Edge> {
        let l = &self.labels[label];
        let v = &self.values[value];
        let same_block = self.sheet.runs[v.run].block == l.block;
        let value_in_prose = self.sheet.runs[v.run].prose;
        let mut ways: Vec<Edge> = Vec::new();
        if l.prose {
            if same_block && value_in_prose {
                ways.extend(self.in_prose(label, value));
            }
            if !same_block || !value_in_prose {
                ways.extend(self.display(l, v));
            }
        } else if !value_in_prose {
            if same_block {
                ways.extend(self.in_block(l, v));
            }
            if !(same_block && l.last_run == v.run) {
                ways.extend(self.beside(l, v));
                ways.extend(self.stacked(l, v));
            }
        }
        ways.into_iter().min_by(|a, b| a.cost.total_cmp(&b.cost))
    }

    fn is_connective(&self, token: usize) -> bool {
        let t = &self.sheet.tokens[token];
        t.norm.is_empty() || t.is(on::CONNECTIVE)
    }

    /// In one run, or in the next line of the block.
    fn in_block(&self, l: &Label, v: &Value) -> Option<Edge> {
        let first = v.first();
        let last = v.last();
        let tokens = &self.sheet.tokens;
        if l.tokens.end <= first {
            let between = l.tokens.end..first;
            if tokens[l.tokens.end - 1].run == tokens[first].run {
                return Some(self.inline(l, between));
            }
            let ends_run = self.sheet.runs[l.last_run].tokens.end == l.tokens.end;
            let next = ends_run && first == l.tokens.end;
            return next.then(|| {
                Edge::new(
                    Relation::Below,
                    prior::BELOW - if l.colon { 0.1 } else { 0.0 },
                )
            });
        }
        let adjacent = last + 1 == l.tokens.start && tokens[last].run == tokens[l.tokens.start].run;
        adjacent.then(|| {
            let mut edge = Edge::new(Relation::After, prior::AFTER);
            let head = &tokens[l.tokens.start];
            let joined =
                head.text.starts_with('(') || matches!(head.norm.as_str(), "is" | "was" | "es");
            edge.add(
                "in brackets or joined",
                if joined || matches!(head.text.as_str(), "-" | "–" | "—" | "=") {
                    -0.6
                } else {
                    0.0
                },
            );
            edge.add("a colon behind it", if l.colon { 1.0 } else { 0.0 });
            edge
        })
    }

    fn inline(&self, l: &Label, between: std::ops::Range<usize>) -> Edge {
        let tokens = &self.sheet.tokens;
        let last = &tokens[l.tokens.end - 1];
        let marked = l.colon || ends_with_hash(&last.text);
        let mut edge = Edge::new(
            Relation::Inline,
            if marked {
                prior::INLINE_COLON
            } else {
                prior::INLINE
            },
        );
        let parts = |t: &usize| matches!(tokens[*t].text.as_str(), "|" | "•" | "·" | ";" | "/");
        let strange = |t: &usize| !self.is_connective(*t) && tokens[*t].value.is_none();
        let foreign = between.clone().filter(strange).count();
        let parted = foreign > 0 || between.clone().any(|t| parts(&t)) || last.text.ends_with(';');
        edge.add("something stands between", if parted { 3.0 } else { 0.0 });
        edge.add("words between", 0.5 * foreign as f32);
        edge.add("values between", 1.2 * self.values_of(between) as f32);
        edge
    }

    /// How many values some tokens belong to.
    fn values_of(&self, tokens: impl IntoIterator<Item = usize>) -> usize {
        let mut values: Vec<usize> = tokens
            .into_iter()
            .filter_map(|t| self.sheet.tokens[t].value)
            .collect();
        values.sort_unstable();
        values.dedup();
        values.len()
    }

    /// What stands in a box besides label and value.
    pub(super) fn between(&self, b: Rect, l: &Label, v: &Value) -> Vec<usize> {
        self.sheet
            .tokens_in(b, |t| l.holds(t) || v.tokens.contains(&t))
    }

    /// Left or right in one row.
    fn beside(&self, l: &Label, v: &Value) -> Option<Edge> {
        let tail = &l.tail;
        let rect = &v.rect;
        let low = tail.height().min(rect.height());
        let level = tail.over_y(rect) > 0.4 * low || l.rect.over_y(rect) > 0.7 * rect.height();
        let right = rect.x0 >= tail.x1 - 1.0;
        if !level || !(right || rect.x1 <= tail.x0 + 1.0) {
            return None;
        }
        let (x0, x1) = if right {
            (tail.x1, rect.x0)
        } else {
            (rect.x1, tail.x0)
        };
        let band = Rect {
            x0,
            y0: rect.y0 + 1.0,
            x1,
            y1: rect.y1.max(tail.y1.min(rect.y1)) - 1.0,
        };
        let relation = if right {
            Relation::Right
        } else {
            Relation::Left
        };
        let mut edge = Edge::new(relation, if right { prior::RIGHT } else { prior::LEFT });
        let led = right && self.sheet.runs[v.run].led;
        let gap = (2.2 * (x1 - x0).max(0.0) / self.sheet.width).min(1.2);
        edge.add("gap", if led { 0.25 * gap } else { gap });
        edge.add("dot leader", if led { -0.5 } else { 0.0 });
        edge.add("colon", if l.colon && right { -0.35 } else { 0.0 });
        let walls = self.sheet.walls_between(rect.cy(), x0 - 1.0, x1 + 1.0);
        edge.add(
            "rules between",
            if walls == 0 {
                0.0
            } else {
                0.15 + 0.7 * (walls - 1) as f32
            },
        );
        let hit = self.between(band, l, v);
        if hit.is_empty() {
            return Some(edge);
        }
        let kinds_alike = hit.iter().all(|t| {
            self.sheet.tokens[*t]
                .value
                .is_some_and(|o| self.values[o].kind == v.kind)
        });
        let digits = |t: &usize| {
            self.sheet.tokens[*t]
                .text
                .bytes()
                .any(|b| b.is_ascii_digit())
        };
        if right && kinds_alike {
            edge = Edge::new(Relation::Row, prior::ROW);
            edge.add(
                "values of the row between",
                0.12 * self.values_of(hit) as f32,
            );
        } else if right && hit.iter().all(digits) {
            let cost = edge.cost.max(prior::ROW);
            edge = Edge::new(Relation::Row, cost);
            edge.add("other values of the row between", 0.25 * hit.len() as f32);
        } else {
            edge.add("words between", 2.5 + 0.3 * hit.len() as f32);
        }
        Some(edge)
    }

    /// Under or over one another.
    fn stacked(&self, l: &Label, v: &Value) -> Option<Edge> {
        let size = l.size.max(self.sheet.runs[v.run].size);
        let a = &l.rect;
        let b = &v.rect;
        let overlap = a.over_x(b);
        let aligned = (a.x0 - b.x0).abs() < 1.5 * size;
        let below = b.y0 >= a.y1 - 2.0;
        let above = b.y1 <= a.y0 + 2.0;
        let near = overlap > (0.3 * a.width().min(b.width())).min(3.0) || aligned;
        let captioned =
            !near && above && (self.share_floor(a, b, size) || self.is_caption(l, v, size));
        if !(near || captioned) || !(below || above) {
            return None;
        }
        let gap = if below { b.y0 - a.y1 } else { a.y0 - b.y1 };
        let (x0, x1) = if overlap > 0.0 {
            (a.x0.max(b.x0), a.x1.min(b.x1))
        } else {
            (b.x0, b.x1)
        };
        let (y0, y1) = if below { (a.y1, b.y0) } else { (b.y1, a.y0) };
        let edges = [a.x0 - b.x0, a.cx() - b.cx(), a.x1 - b.x1];
        let off = edges.iter().map(|d| d.abs()).fold(f32::MAX, f32::min);
        let relation = if below {
            Relation::Below
        } else {
            Relation::Above
        };
        let mut edge = Edge::new(relation, if below { prior::BELOW } else { prior::ABOVE });
        edge.add("gap", 0.12 * (gap / size - 0.3).max(0.0));
        edge.add("out of line", (0.24 * off / size).min(0.8));
        let floors = self
            .sheet
            .floors_between((x0 + x1) / 2.0, y0 - 1.5, y1 + 1.5);
        edge.add(
            "rules between",
            if floors == 0 {
                0.0
            } else {
                0.1 + 0.6 * (floors - 1) as f32
            },
        );
        let hit = if gap > 0.4 * size {
            self.between(
                Rect {
                    x0,
                    y0: y0 - 0.5,
                    x1,
                    y1: y1 + 0.5,
                },
                l,
                v,
            )
        } else {
            Vec::new()
        };
        if hit.is_empty() {
            edge.add(
                "far",
                if gap > 6.0 * size {
                    0.15 * (gap / size - 6.0)
                } else {
                    0.0
                },
            );
        } else {
            edge = self.column(edge, v, &hit, (below, gap, off, size));
        }
        let colon = match edge.relation {
            Relation::Column => l.colon,
            _ => l.colon && !below,
        };
        edge.add("a colon expects the line", if colon { 0.6 } else { 0.0 });
        Some(edge)
    }

    /// Whether a value stands on a line that reaches over its caption too.
    pub(super) fn share_floor(&self, label: &Rect, value: &Rect, size: f32) -> bool {
        let gap = label.y0 - value.y1;
        let x0 = label.x0.min(value.x0);
        let x1 = label.x1.max(value.x1);
        let over = |f: &&super::sheet::Wall| {
            f.from <= x0 + 2.0 && f.to >= x1 - 2.0 && f.to - f.from < 0.8 * self.sheet.width
        };
        let near = self
            .sheet
            .floors
            .iter()
            .filter(|f| f.at > value.y1 - 2.0 && f.at < label.y0 + 2.0);
        gap < 1.5 * size && near.into_iter().any(|f| over(&f))
    }

    fn column(
        &self,
        mut edge: Edge,
        v: &Value,
        hit: &[usize],
        (below, gap, off, size): (bool, f32, f32, f32),
    ) -> Edge {
        let value_of = |t: &usize| self.sheet.tokens[*t].value;
        let all_values = hit.iter().all(|t| value_of(t).is_some());
        let count = self.values_of(hit.iter().copied()) as f32;
        let number =
            |k: ValueKind| matches!(k, ValueKind::Account | ValueKind::Digits | ValueKind::Mixed);
        let same = |k: ValueKind| k == v.kind || number(k) && number(v.kind);
        let alike = hit
            .iter()
            .filter_map(value_of)
            .all(|o| same(self.values[o].kind));
        if below && all_values && alike {
            edge = Edge::new(Relation::Column, prior::COLUMN);
            edge.add("out of line", 0.1 * off / size);
            edge.add("values of the column between", 0.05 * count);
        } else if below && all_values && gap > 3.0 * size {
            edge.relation = Relation::Column;
            edge.cost = prior::COLUMN;
            edge.terms = vec![("prior", prior::COLUMN)];
            edge.add("other values between", 1.5 + 0.12 * count);
        } else {
            edge.add("words between", 2.5 + 0.3 * hit.len() as f32);
        }
        edge
    }
}
