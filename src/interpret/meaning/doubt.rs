//! Reasons not to believe what an assignment says. Any one of them sends a number of ours to
//! review.

use super::label::Label;
use super::phrase::LabelKind;
use super::relation::{Geometry, Relation};
use super::shape::ValueKind;
use super::solve::Solution;
use super::value::Value;
use super::wrapped::LABEL_PITCH;

/// Another whole that costs less than this more is as good.
pub(super) const LEAST_REGRET: f32 = 0.6;
/// A relation is against the habit when its share is this much below the best.
const AGAINST_HABIT: f32 = 0.35;
/// This many labels make a habit.
const HABIT_LABELS: usize = 3;
/// A dearer link is far.
pub(super) const FAR: f32 = 2.3;
/// A second number costs this little more at a label that it may be the one meant.
const SECOND_NUMBER: f32 = 0.45;
/// An unknown phrase is nearer when it costs this much less, its own surcharges taken off.
const NEARER: f32 = 0.25;
const UNKNOWN_SURCHARGE: f32 = 1.9;

/// A phrase right under a value is nearer than the label over it when its gap is so small a share.
const CAPTION_SHARE: f32 = 0.5;

/// Words of statements and bills: a bare "Account Number" near them is not the agency's.
const BANK: [&str; 22] = [
    "bank",
    "statement",
    "checking",
    "savings",
    "routing",
    "balance",
    "deposit",
    "deposits",
    "withdrawal",
    "withdrawals",
    "debit",
    "credit",
    "utility",
    "billing",
    "invoice",
    "electric",
    "gas",
    "water",
    "loan",
    "mortgage",
    "wireless",
    "iban",
];
/// Digits of an A-Number.
const A_NUMBER: usize = 9;
/// Such words speak of a label when they stand this many ems from it.
const NEIGHBOURHOOD: (f32, f32) = (30.0, 10.0);

impl Geometry<'_> {
    /// Why an A-Number that was read from pixels may be part of something else. In boxes of a digit
    /// each, one that was not read makes a shorter number, which is an A-Number too; and a mark
    /// before the digits that machines of a bank read looks like an `A`.
    pub(super) fn lacks_digits(&self, v: &Value, labelled: bool) -> Option<String> {
        if !self.sheet.pixels {
            return None;
        }
        let digits = |t: usize| {
            let text = &self.sheet.tokens[t].text;
            text.bytes().filter(u8::is_ascii_digit).count()
        };
        // Not `A 9 264 755`, groups of an older and shorter number.
        let alone = v.tokens.iter().filter(|t| digits(**t) == 1).count();
        if alone * 2 > v.digits.len() && v.digits.len() < A_NUMBER {
            return Some("a digit of its boxes may be missing".to_owned());
        }
        let run = self.sheet.runs[v.run].tokens.clone();
        let is_receipt = |t: usize| {
            let value = self.sheet.tokens[t].value;
            value.is_some_and(|v| self.values[v].kind == ValueKind::Receipt)
        };
        let long = |t: usize| !v.tokens.contains(&t) && digits(t) >= A_NUMBER && !is_receipt(t);
        let crowded = !labelled && run.into_iter().any(long);
        crowded.then(|| "other long numbers stand on its line".to_owned())
    }

    /// A word of a bank near a label that does not say whose account it is.
    pub(super) fn bank_near(&self, l: &Label) -> Option<&str> {
        let wide = NEIGHBOURHOOD.0 * l.size;
        let high = NEIGHBOURHOOD.1 * l.size;
        let r = &l.rect;
        let around = super::sheet::Rect {
            x0: r.x0 - wide,
            y0: r.y0 - high,
            x1: r.x1 + wide,
            y1: r.y1 + high,
        };
        let found = self.sheet.tokens_in(around, |t| {
            !BANK.contains(&self.sheet.tokens[t].norm.as_str())
        });
        found.first().map(|t| self.sheet.tokens[*t].text.as_str())
    }

    /// Whether the line right under a label without a colon, which has no value of its own, may go
    /// on with it and say that the number is somebody else's.
    pub(super) fn may_go_on(&self, label: usize, solution: &Solution) -> bool {
        let l = &self.labels[label];
        let goes_on = |o: &Label| {
            let pitch = (o.rect.y0 - l.tail.y0) / l.size;
            let under = o.rect.over_x(&l.tail) > 0.5 * o.rect.width().min(l.tail.width());
            let of_others = matches!(o.kind, LabelKind::Foreign | LabelKind::Representative);
            of_others && !o.prose && under && (0.5..LABEL_PITCH).contains(&pitch)
        };
        let mut others = self.labels.iter().enumerate();
        !l.colon
            && others.any(|(index, other)| {
                index != label && goes_on(other) && solution.values_of(index).next().is_none()
            })
    }

    /// Whether another number of the same shape could as well be the label's.
    pub(super) fn has_second(&self, label: usize, value: usize, solution: &Solution) -> bool {
        let v = &self.values[value];
        let Some(own) = solution.chosen[value] else {
            return false;
        };
        let relation = solution.links[own].edge.relation;
        let heads = |r: Relation| matches!(r, Relation::Column | Relation::Row);
        solution.by_label[label].iter().any(|link| {
            let other = solution.links[*link].value;
            let o = &self.values[other];
            if other == value || o.kind != v.kind || o.canonical == v.canonical {
                return false;
            }
            if let Some(held) = solution.chosen[other] {
                let by = solution.links[held].label;
                if by != label
                    && self.labels[by].kind != LabelKind::Unknown
                    && solution.costs[held] < FAR
                {
                    return false;
                }
            }
            let near = solution.costs[*link] < solution.costs[own] + SECOND_NUMBER;
            near && !heads(relation) && !heads(solution.links[*link].edge.relation)
        })
    }

    /// Whether a link goes against how this page is laid out.
    pub(super) fn against_habit(
        &self,
        (index, value): (usize, usize),
        relation: Relation,
        solution: &Solution,
    ) -> bool {
        let (l, v) = (&self.labels[index], &self.values[value]);
        let style = if l.colon {
            &solution.votes.colon
        } else {
            &solution.votes.plain
        };
        let (shares, besides) = if style.labels >= HABIT_LABELS {
            (style, None)
        } else {
            (&solution.votes.all, Some(Relation::Inline))
        };
        let of = |r: Relation| shares.of(r).unwrap_or(0.0);
        let mine = match relation {
            Relation::Column => of(Relation::Column).max(of(Relation::Below)),
            Relation::Row => of(Relation::Row).max(of(Relation::Right)),
            Relation::Inline => return false,
            other => match shares.of(other) {
                Some(share) => share,
                None => return false,
            },
        };
        shares.labels >= HABIT_LABELS
            && mine < shares.best(besides) - AGAINST_HABIT
            && !self.alone_in_cell(l, v)
            && !self.heads_cell(l, v)
            && !self.alone_in_line(l, v, relation)
            && !(l.colon && relation == Relation::Right && self.leads(l, v))
            && !self.is_only_pair(index, value, solution)
    }

    /// Whether a phrase that the grammar does not know is nearer to a value than its label.
    pub(super) fn unknown_is_nearer(
        &self,
        label: usize,
        value: usize,
        cost: f32,
        solution: &Solution,
    ) -> bool {
        let v = &self.values[value];
        let l = &self.labels[label];
        let near = solution.by_value[value].iter().any(|link| {
            let other = &self.labels[solution.links[*link].label];
            let nearer = solution.costs[*link] - UNKNOWN_SURCHARGE + NEARER < cost;
            other.kind == LabelKind::Unknown
                && nearer
                && !self.only_in_cell(l, other, v)
                && !self.heads_table(other, v)
                && self.has_letters(other)
        });
        (near || self.is_captioned(label, value, solution))
            && !self.in_matrix(label, value, solution)
    }

    /// Whether a phrase that the grammar does not know stands right under a value whose label is
    /// far over it: its caption, if it has no value of its own.
    fn is_captioned(&self, label: usize, value: usize, solution: &Solution) -> bool {
        let l = &self.labels[label];
        let v = &self.values[value];
        let over = v.rect.y0 - l.rect.y1;
        let size = self.sheet.runs[v.run].size;
        self.labels.iter().enumerate().any(|(index, o)| {
            let under = o.rect.y0 - v.rect.y1;
            let right_at = (-1.0..CAPTION_SHARE * over).contains(&under) && under < size;
            let own = solution.values_of(index).any(|w| {
                let gap = self.values[w].rect.y0 - o.rect.y1;
                w != value && gap > -1.0 && gap <= under.max(1.0)
            });
            o.kind == LabelKind::Unknown
                && !o.prose
                && right_at
                && (o.rect.over_x(&v.rect) > 0.0 || self.is_caption(o, v, size))
                && self.has_letters(o)
                && !own
        })
    }

    /// Whether a label has a word; the half of the day behind a time is none.
    fn has_letters(&self, l: &Label) -> bool {
        let words = &self.sheet.tokens[l.tokens.clone()];
        let half = |text: &str| {
            let bare = text.replace('.', "");
            bare.eq_ignore_ascii_case("am") || bare.eq_ignore_ascii_case("pm")
        };
        words.iter().any(|t| t.letters() >= 2 && !half(&t.text))
    }

    /// An unknown phrase over a column of several kinds of value is the head of a person or a
    /// table, no label.
    fn heads_table(&self, l: &Label, v: &Value) -> bool {
        if l.colon || l.has_number || l.rect.y1 > v.rect.y0 {
            return false;
        }
        let under = |o: &&Value| {
            let overlap = l.rect.over_x(&o.rect);
            let narrow = l.rect.width().min(o.rect.width());
            o.rect.y0 >= l.rect.y1 - 1.0
                && overlap > 0.3 * narrow
                && o.rect.y0 < v.rect.y1 + 40.0
                && !self.sheet.runs[o.run].prose
        };
        let mut kinds: Vec<ValueKind> = self.values.iter().filter(under).map(|o| o.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds.retain(|k| *k != ValueKind::Scrap);
        kinds.len() >= 2
    }

    /// Whether a value stands in a row of its kind under a row of heads: the unknown phrase over it
    /// is its column's head.
    fn in_matrix(&self, label: usize, value: usize, solution: &Solution) -> bool {
        let v = &self.values[value];
        let of_row = |link: &&usize| {
            let l = &solution.links[**link];
            let o = &self.values[l.value];
            let beside = matches!(
                l.edge.relation,
                Relation::Row | Relation::Right | Relation::Inline
            );
            beside && o.kind == v.kind && o.rect.over_y(&v.rect) > 0.0
        };
        let row: Vec<&usize> = solution.by_label[label].iter().filter(of_row).collect();
        if row.len() < 2
            || !row
                .iter()
                .any(|l| solution.links[**l].edge.relation == Relation::Row)
        {
            return false;
        }
        let heads = |o: &Value| -> Vec<i32> {
            let over = |m: &&Label| {
                let quiet = matches!(
                    m.kind,
                    LabelKind::Unknown | LabelKind::Name | LabelKind::Representative
                );
                quiet
                    && m.rect.y1 <= o.rect.y0 + 1.0
                    && m.rect.over_x(&o.rect) > 0.0
                    && o.rect.y0 - m.rect.y1 < 120.0
            };
            self.labels
                .iter()
                .filter(over)
                .map(|m| m.rect.y0.round() as i32)
                .collect()
        };
        let mut common = heads(v);
        for link in row {
            let here = heads(&self.values[solution.links[*link].value]);
            common.retain(|y| here.contains(y));
        }
        !common.is_empty()
    }
}
