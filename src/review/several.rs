//! Decisions of several people and times: which of those on one place counts.

use std::cmp::Ordering;
use std::collections::HashMap;

use super::{Decision, Decisions};
use crate::model::finding::{Finding, FindingKind, Severity};
use crate::model::location::PageNumber;
use crate::model::mark::Action;
use crate::model::mask;
use crate::model::record::Subject;

/// Boxes that share more than this are the same place: another version of the program may draw them
/// a little otherwise.
pub(super) const SAME_PLACE: f32 = 0.5;

/// What becomes of a decision beside the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fate {
    /// It counts.
    Counts,
    /// A later one counts.
    Replaced,
    /// Another one differs, and nothing tells which is later.
    Contradicted,
}

/// All decisions, earlier ones first.
pub(super) struct Merged {
    pub decisions: Vec<(Decision, Fate)>,
    /// One finding for each value on which two people decided differently.
    pub disagreements: Vec<Finding>,
}

/// Brings the decisions of several files together.
pub(super) fn merge(files: Vec<Decisions>) -> Merged {
    let mut all: Vec<(usize, Decision)> = Vec::new();
    for (file, decisions) in files.into_iter().enumerate() {
        all.extend(decisions.decisions.into_iter().map(|d| (file, d)));
    }
    // Decisions without a time come first, in the order of their files.
    all.sort_by_key(|(file, decision)| (decision.time(), *file));
    let mut fates = vec![Fate::Counts; all.len()];
    let mut disagreements = Vec::new();
    let mut by_page: HashMap<_, Vec<usize>> = HashMap::new();
    for (index, (_, decision)) in all.iter().enumerate() {
        if decision.action.is_some() {
            by_page.entry(page(decision)).or_default().push(index);
        }
    }
    let mut pages: Vec<Vec<usize>> = by_page.into_values().collect();
    pages.sort();
    for indices in pages {
        for (place, one) in indices.iter().enumerate() {
            for other in indices.iter().skip(place + 1) {
                let a = &all[*one];
                let b = &all[*other];
                if !differ(&a.1, &b.1) {
                    continue;
                }
                let (earlier, later) = match order(a, b) {
                    Some(Ordering::Less) => (*one, *other),
                    Some(_) => (*other, *one),
                    None => {
                        fates[*one] = Fate::Contradicted;
                        fates[*other] = Fate::Contradicted;
                        continue;
                    }
                };
                fates[earlier] = fates[earlier].max(Fate::Replaced);
                disagreements.extend(disagreement(&all[earlier].1, &all[later].1));
            }
        }
    }
    let decisions = all.into_iter().map(|(_, d)| d).zip(fates).collect();
    Merged {
        decisions,
        disagreements,
    }
}

/// Which of two is earlier: by their times, or else by their files; `None` where neither tells.
fn order(a: &(usize, Decision), b: &(usize, Decision)) -> Option<Ordering> {
    let times = a.1.time().zip(b.1.time());
    let by_time = times.map(|(a, b)| a.cmp(&b)).filter(|o| o.is_ne());
    by_time.or_else(|| Some(a.0.cmp(&b.0)).filter(|o| o.is_ne()))
}

/// What is said if two people decided differently.
fn disagreement(earlier: &Decision, later: &Decision) -> Option<Finding> {
    let same_person = earlier.by.is_some() && earlier.by == later.by;
    if same_person {
        return None;
    }
    let who = |decision: &Decision| decision.by.clone().unwrap_or("somebody".to_owned());
    let message = format!(
        "{} and {} decided differently on the {} on page {}: the later decision, by {}, was used",
        who(earlier),
        who(later),
        later.kind.name(),
        later.page,
        who(later)
    );
    let mut finding = Finding::new(
        FindingKind::DecisionsDisagree,
        Severity::Warning,
        message,
        "ask both, check the page, and decide again in a new review page if it is wrong",
    );
    finding.documents = vec![later.path.clone()];
    Some(finding)
}

/// What two decisions on one place have in common.
fn page(decision: &Decision) -> (Option<String>, PageNumber, Subject) {
    (decision.content_hash.clone(), decision.page, decision.kind)
}

/// Whether two decisions of one page say different things of one place.
fn differ(one: &Decision, other: &Decision) -> bool {
    let same_place = match (&one.bounds, &other.bounds) {
        (Some(a), Some(b)) => a.overlap(b) > SAME_PLACE,
        (None, None) => one.notice.unwrap_or(0) == other.notice.unwrap_or(0),
        _ => false,
    };
    same_place && !same_value(outcome(one), outcome(other))
}

/// Whether two outcomes are one, where either may come from a masked report.
fn same_value(one: Option<&str>, other: Option<&str>) -> bool {
    let (Some(one), Some(other)) = (one, other) else {
        return one == other;
    };
    one == other || mask::masked_number(one) == other || mask::masked_number(other) == one
}

/// The value that is right by a decision; `None` where there is none.
fn outcome(decision: &Decision) -> Option<&str> {
    match decision.action {
        Some(Action::Dismissed | Action::Checked) | None => None,
        Some(_) => decision.value.as_deref().or(decision.read.as_deref()),
    }
}

#[cfg(test)]
#[path = "several_tests.rs"]
mod tests;
