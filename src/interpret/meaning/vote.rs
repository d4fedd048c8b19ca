//! Which relation a page uses: all labels whose values have a type of their own vote; labels of
//! accounts never do.

use super::label::Label;
use super::phrase::LabelKind;
use super::relation::{Edge, Relation};

/// A dearer way is no evidence of a habit.
const MOST_COST: f32 = 2.9;
/// Added to counts, so that few labels say little: a relation nobody uses, of no labels, has a
/// share of a half.
const PRIOR_VOTES: (f32, f32) = (0.35, 0.7);

/// A label, a value, a way from one to the other, and what their types cost together.
#[derive(Debug, Clone)]
pub(super) struct Link {
    pub label: usize,
    pub value: usize,
    pub edge: Edge,
    pub type_cost: f32,
}

/// The share of labels that get a value by each relation.
#[derive(Debug, Clone, Default)]
pub(super) struct Shares {
    pub labels: usize,
    shares: [f32; Relation::PLACED.len()],
}

impl Shares {
    /// The share of a relation; `None` for those of running text, which know no habit.
    pub(super) fn of(&self, relation: Relation) -> Option<f32> {
        Relation::PLACED
            .iter()
            .position(|r| *r == relation)
            .map(|i| self.shares[i])
    }

    /// The greatest share of any relation but `besides`.
    pub(super) fn best(&self, besides: Option<Relation>) -> f32 {
        let of =
            |(i, share): (usize, &f32)| (Some(Relation::PLACED[i]) != besides).then_some(*share);
        self.shares
            .iter()
            .enumerate()
            .filter_map(of)
            .fold(0.0, f32::max)
    }
}

/// The votes of all labels, and of those with and without a colon.
#[derive(Debug, Clone, Default)]
pub(super) struct Votes {
    pub all: Shares,
    pub colon: Shares,
    pub plain: Shares,
}

fn votes(label: &Label) -> bool {
    use LabelKind as K;
    let typed = matches!(
        label.kind,
        K::Date(_)
            | K::Receipt
            | K::ANumber
            | K::Money
            | K::Page
            | K::Form
            | K::CaseType
            | K::Name
            | K::Foreign
    );
    typed && !label.prose
}

pub(super) fn count(labels: &[Label], links: &[Link]) -> Votes {
    let of = |which: &dyn Fn(&Label) -> bool| {
        let links: Vec<&Link> = links
            .iter()
            .filter(|l| votes(&labels[l.label]) && which(&labels[l.label]))
            .collect();
        shares(&links)
    };
    Votes {
        all: of(&|_| true),
        colon: of(&|l| l.colon),
        plain: of(&|l| !l.colon),
    }
}

fn shares(links: &[&Link]) -> Shares {
    let mut typed: Vec<usize> = links.iter().map(|l| l.label).collect();
    typed.sort_unstable();
    typed.dedup();
    let count = typed.len() as f32;
    let mut shares = Shares {
        labels: typed.len(),
        ..Shares::default()
    };
    for (i, relation) in Relation::PLACED.into_iter().enumerate() {
        let mut by_cost: Vec<&&Link> = links
            .iter()
            .filter(|l| l.edge.relation == relation && l.edge.cost < MOST_COST)
            .collect();
        by_cost.sort_by(|a, b| {
            let cost = |l: &Link| l.edge.cost + l.type_cost;
            cost(a).total_cmp(&cost(b))
        });
        let mut used: Vec<usize> = Vec::new();
        let mut taken: Vec<usize> = Vec::new();
        for link in by_cost {
            if !used.contains(&link.label) && !taken.contains(&link.value) {
                used.push(link.label);
                taken.push(link.value);
            }
        }
        shares.shares[i] = if typed.is_empty() {
            0.35
        } else {
            (used.len() as f32 + PRIOR_VOTES.0) / (count + PRIOR_VOTES.1)
        };
    }
    shares
}
