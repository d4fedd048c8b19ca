//! Decisions that say different things of one place.

use std::collections::{BTreeSet, HashMap};

use super::{Action, Decision};
use crate::identifier::IdentifierKind;
use crate::model::location::PageNumber;
use crate::model::mask;

/// Boxes that share more than this are the same place: another version of the program may draw them
/// a little otherwise.
pub(super) const SAME_PLACE: f32 = 0.5;

/// The decisions that another one contradicts, by their places in the list.
pub(super) fn contradicted(decisions: &[Decision]) -> BTreeSet<usize> {
    let mut by_page: HashMap<_, Vec<usize>> = HashMap::new();
    for (index, decision) in decisions.iter().enumerate() {
        if decision.action.is_some() {
            by_page.entry(page(decision)).or_default().push(index);
        }
    }
    let mut found = BTreeSet::new();
    for indices in by_page.values() {
        for (place, one) in indices.iter().enumerate() {
            for other in indices.iter().skip(place + 1) {
                if disagree(&decisions[*one], &decisions[*other]) {
                    found.extend([*one, *other]);
                }
            }
        }
    }
    found
}

/// What two decisions on one place have in common.
fn page(decision: &Decision) -> (Option<&str>, PageNumber, IdentifierKind) {
    (
        decision.content_hash.as_deref(),
        decision.page,
        decision.kind,
    )
}

/// Whether two decisions of one page say different things of one place.
fn disagree(one: &Decision, other: &Decision) -> bool {
    let same_place = match (&one.bounds, &other.bounds) {
        (Some(a), Some(b)) => a.overlap(b) > SAME_PLACE,
        (None, None) => one.notice.unwrap_or(0) == other.notice.unwrap_or(0),
        _ => false,
    };
    same_place && !same_number(outcome(one), outcome(other))
}

/// Whether two outcomes are one, where either may come from a masked report.
fn same_number(one: Option<&str>, other: Option<&str>) -> bool {
    let (Some(one), Some(other)) = (one, other) else {
        return one == other;
    };
    one == other || mask::masked_number(one) == other || mask::masked_number(other) == one
}

/// The number that is right by a decision; `None` where there is none.
fn outcome(decision: &Decision) -> Option<&str> {
    match decision.action {
        Some(Action::Dismissed | Action::Checked) | None => None,
        Some(_) => decision.value.as_deref().or(decision.read.as_deref()),
    }
}
