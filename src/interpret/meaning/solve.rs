//! All links of a page with their votes, and the assignment that follows from them.

use super::assign::{Assignment, NO_VALUE, Pair};
use super::label::Label;
use super::phrase::LabelKind;
use super::relation::{Geometry, Relation};
use super::shape::ValueKind;
use super::type_cost::type_cost;
use super::value::Value;
use super::vote::{Link, Votes, count};

/// A dearer link is not even looked at.
const MOST_COST: f32 = 4.5;
/// How much a page's habit weighs.
const VOTE_WEIGHT: f32 = 1.8;
/// A share that says neither yes nor no.
const NEUTRAL_SHARE: f32 = 0.35;
/// A phrase that the grammar does not know takes a value only where no label would.
pub(super) const UNKNOWN_COST: f32 = 0.9;
/// An account number without a label is a loss, so it is assigned rather than left.
const ACCOUNT_BONUS: f32 = 0.6;
/// A label is nearer when its gap is so small a share of the other's, and this many ems.
const NEARER: f32 = 0.6;
const NEAR: f32 = 1.0;
/// What it costs a label to have the value over which, or under which, another one stands nearer.
const OTHER_SIDE: f32 = 1.2;
const CAPTION: f32 = 1.0;
/// One label heads at most this many values.
const MOST_COPIES: usize = 24;

/// The links, and which of them hold.
pub(super) struct Solution {
    pub links: Vec<Link>,
    /// Final cost of each link, habit and all.
    pub costs: Vec<f32>,
    pub by_label: Vec<Vec<usize>>,
    pub by_value: Vec<Vec<usize>>,
    /// The link that each value has.
    pub chosen: Vec<Option<usize>>,
    /// What the page without that meaning of the value would cost more.
    pub regret: Vec<f32>,
    pub votes: Votes,
}

impl Solution {
    /// The link between a label and a value.
    pub(super) fn link(&self, label: usize, value: usize) -> Option<usize> {
        self.by_label[label]
            .iter()
            .copied()
            .find(|l| self.links[*l].value == value)
    }

    /// The values that a label has.
    pub(super) fn values_of(&self, label: usize) -> impl Iterator<Item = usize> + '_ {
        let has = move |l: &&usize| self.chosen[self.links[**l].value] == Some(**l);
        self.by_label[label]
            .iter()
            .filter(has)
            .map(|l| self.links[*l].value)
    }
}

pub(super) fn solve(page: &Geometry<'_>) -> Solution {
    let mut links = links(page);
    sides(page, &mut links);
    let votes = count(page.labels, &links);
    let costs: Vec<f32> = links
        .iter_mut()
        .map(|link| weigh(link, &page.labels[link.label], &votes))
        .collect();
    let mut by_label = vec![Vec::new(); page.labels.len()];
    let mut by_value = vec![Vec::new(); page.values.len()];
    for (index, link) in links.iter().enumerate() {
        by_label[link.label].push(index);
        by_value[link.value].push(index);
    }
    let chosen = vec![None; page.values.len()];
    let regret = vec![0.0; page.values.len()];
    let mut solution = Solution {
        links,
        costs,
        by_label,
        by_value,
        chosen,
        regret,
        votes,
    };
    assign(page, &mut solution);
    solution
}

fn links(page: &Geometry<'_>) -> Vec<Link> {
    let mut links = Vec::new();
    for (label, l) in page.labels.iter().enumerate() {
        for (value, v) in page.values.iter().enumerate() {
            let Some(type_cost) = type_cost(l, v) else {
                continue;
            };
            let Some(edge) = page.relate(label, value) else {
                continue;
            };
            if edge.cost + type_cost <= MOST_COST {
                links.push(Link {
                    label,
                    value,
                    edge,
                    type_cost,
                });
            }
        }
    }
    links
}

/// The gaps in points between a value and the nearest label of its kind over and under it.
pub(super) fn gaps(page: &Geometry<'_>, value: usize) -> (f32, f32) {
    let v = &page.values[value];
    let mut over = f32::MAX;
    let mut under = f32::MAX;
    let size = page.sheet.runs[v.run].size;
    for l in page
        .labels
        .iter()
        .filter(|l| !l.prose && l.kind != LabelKind::Unknown)
    {
        let touches = l.rect.over_x(&v.rect) > 0.0
            || l.rect.y0 >= v.rect.y1
                && (page.share_floor(&l.rect, &v.rect, size) || page.is_caption(l, v, size));
        if !touches || type_cost(l, v).is_none() {
            continue;
        }
        if l.rect.y1 <= v.rect.y0 + 2.0 {
            over = over.min((v.rect.y0 - l.rect.y1).max(0.0));
        } else if l.rect.y0 >= v.rect.y1 - 2.0 {
            under = under.min((l.rect.y0 - v.rect.y1).max(0.0));
        }
    }
    (over, under)
}

/// Whether a gap is so much smaller than another that what it parts belongs together.
pub(super) fn is_nearer(gap: f32, other: f32, size: f32) -> bool {
    gap < NEARER * other && gap < NEAR * size
}

/// A value right over one label and far under another is the first one's: a caption.
fn sides(page: &Geometry<'_>, links: &mut [Link]) {
    let mut known: Vec<Option<(f32, f32)>> = vec![None; page.values.len()];
    for link in links {
        if !matches!(link.edge.relation, Relation::Below | Relation::Above) {
            continue;
        }
        let (over, under) = *known[link.value].get_or_insert_with(|| gaps(page, link.value));
        let size = page.sheet.runs[page.values[link.value].run].size;
        let l = &page.labels[link.label].rect;
        let v = &page.values[link.value].rect;
        match link.edge.relation {
            Relation::Below if is_nearer(under, over, size) => {
                link.edge.add("a label under it is nearer", OTHER_SIDE)
            }
            Relation::Above
                if is_nearer(under, over, size) && l.y0 - v.y1 < 1.5 * under.max(1.0) =>
            {
                link.edge.add("nearer than any label over it", -CAPTION);
            }
            Relation::Above if is_nearer(over, under, size) => {
                link.edge.add("a label over it is nearer", CAPTION)
            }
            _ => {}
        }
    }
}

/// The final cost of a link; its terms are completed.
fn weigh(link: &mut Link, label: &Label, votes: &Votes) -> f32 {
    let edge = &mut link.edge;
    edge.add("type", link.type_cost);
    if let Some(share) = votes.all.of(edge.relation) {
        let above = share - NEUTRAL_SHARE;
        // A value in its label's line is never against the habit.
        let above = if edge.relation == Relation::Inline {
            above.max(0.0)
        } else {
            above
        };
        edge.add("habit of the page", -VOTE_WEIGHT * above);
    }
    edge.add(
        "unknown phrase",
        if label.kind == LabelKind::Unknown {
            UNKNOWN_COST
        } else {
            0.0
        },
    );
    edge.cost
}

/// A label that heads a row or column is there once for each value it may have.
fn copies(solution: &Solution, label: usize) -> usize {
    let of = |l: &usize| solution.links[*l].edge.relation;
    let relations = || solution.by_label[label].iter().map(of);
    if !relations().any(|r| matches!(r, Relation::Column | Relation::Row)) {
        return usize::from(!solution.by_label[label].is_empty());
    }
    let shared = relations().filter(|r| r.is_shared()).count();
    let inline = usize::from(relations().any(|r| r == Relation::Inline));
    (shared + inline).clamp(1, MOST_COPIES)
}

fn assign(page: &Geometry<'_>, solution: &mut Solution) {
    let mut rows: Vec<usize> = Vec::new();
    let mut pairs: Vec<Pair> = Vec::new();
    for label in 0..page.labels.len() {
        for copy in 0..copies(solution, label) {
            let row = rows.len();
            rows.push(label);
            for link in &solution.by_label[label] {
                let Link { edge, value, .. } = &solution.links[*link];
                if copy > 0 && !edge.relation.is_shared() {
                    continue;
                }
                let bonus = if page.values[*value].kind == ValueKind::Account {
                    ACCOUNT_BONUS
                } else {
                    0.0
                };
                let cost = solution.costs[*link] + 0.02 * copy as f32 - bonus;
                pairs.push(Pair {
                    row,
                    column: *value,
                    cost,
                });
            }
        }
    }
    let done = Assignment::new(rows.len(), page.values.len(), &pairs);
    for value in 0..page.values.len() {
        let Some(row) = done.row_of(value) else {
            continue;
        };
        let label = rows[row];
        solution.chosen[value] = solution.link(label, value);
        if judged(&page.values[value], &page.labels[label]) {
            let kind = page.labels[label].kind;
            solution.regret[value] = done.regret(value, |r| page.labels[rows[r]].kind == kind);
        }
    }
    debug_assert!(
        solution
            .costs
            .iter()
            .all(|c| *c < MOST_COST + NO_VALUE + 2.0)
    );
}

/// Whether a value's meaning is weighed against the next best whole.
fn judged(value: &Value, label: &Label) -> bool {
    match value.kind {
        ValueKind::Account => matches!(label.kind, LabelKind::Account | LabelKind::Representative),
        ValueKind::Date => matches!(label.kind, LabelKind::Date(_)),
        _ => false,
    }
}
