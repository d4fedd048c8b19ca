//! Pages without the marks of a notice that go on with the one before them: lists of evidence,
//! rosters, last pages of letters.
//!
//! Such a page says whose it is by its running head or foot, or by its page count. What stands on
//! it without a label of its own counts only then.

use crate::identifier::IdentifierKind;
use crate::interpret::Assessment;
use crate::model::verdict::Verdict;
use crate::notice::PageReading;
use crate::notice::group::is_back;
use crate::text::PageText;

/// A running head stands in this upper share of the page's print, a foot in this lower one.
const HEAD: f32 = 0.14;
const FOOT: f32 = 0.9;
/// A page's print is at least this share of its height.
const LEAST_PRINT: f32 = 0.6;

/// Joins pages to the notice that they go on with, in the order of the document.
pub fn follow(pages: &mut [PageReading]) {
    for index in 1..pages.len() {
        let (before, rest) = pages.split_at_mut(index);
        let page = &mut rest[0];
        if page.info.is_notice() {
            continue;
        }
        let run = run_before(before, page);
        if goes_on(page, run) {
            page.goes_on = true;
            page.assessments.iter_mut().for_each(Assessment::restore);
        }
    }
}

/// The pages right before one that belong to one notice, from its first page. One back, blank or
/// printed, may stand between.
fn run_before<'a>(before: &'a [PageReading], page: &PageReading) -> &'a [PageReading] {
    let before = match before {
        [fronts @ .., back] if is_back(back) && !back.goes_on && !names_case(back) => fronts,
        all => all,
    };
    let adjoins = |last: &PageReading| page.number.get() <= last.number.get() + 2;
    if !before.last().is_some_and(adjoins) {
        return &[];
    }
    let first = before.iter().rposition(|p| !p.goes_on).unwrap_or(0);
    let run = &before[first..];
    if run[0].info.is_notice() { run } else { &[] }
}

fn goes_on(page: &PageReading, run: &[PageReading]) -> bool {
    let Some(last) = run.last() else {
        return false;
    };
    let counted = match (page.info.page_of, last.info.page_of) {
        (Some((k, n)), Some((l, m))) => Some(n == m && l.checked_add(1) == Some(k)),
        _ => None,
    };
    let known = |value: &String| {
        run.iter()
            .flat_map(|p| &p.assessments)
            .any(|a| is_receipt(a) && a.candidate.value == *value)
    };
    let sure =
        |a: &&Assessment| a.decision.min(a.in_notice.unwrap_or(a.decision)) == Verdict::Accepted;
    let named = || {
        page.assessments
            .iter()
            .filter(|a| is_receipt(a))
            .filter(sure)
    };
    let strange = named().any(|a| !known(&a.candidate.value));
    let shared = page.running.iter().any(known);
    !strange && (shared && counted != Some(false) || counted == Some(true))
}

fn names_case(page: &PageReading) -> bool {
    page.assessments.iter().any(is_receipt)
}

/// A receipt number of the page, counted or held back.
fn is_receipt(assessment: &Assessment) -> bool {
    assessment.candidate.kind == IdentifierKind::ReceiptNumber
        && (assessment.decision != Verdict::Rejected || assessment.in_notice.is_some())
}

/// The receipt numbers in the head or foot of a page, where every page of a notice repeats them.
pub(super) fn running(page: &PageText, assessments: &[Assessment]) -> Vec<String> {
    let lines = || page.lines.iter().map(|l| l.bounds);
    let Some(print) = lines().reduce(|a, b| a.union(&b)) else {
        return Vec::new();
    };
    let runs = |a: &&Assessment| {
        let bounds = &a.candidate.bounds;
        let middle = (bounds.y0() + bounds.y1()) / 2.0;
        // What ends a page that is mostly empty is no foot.
        let height = print.height().max(LEAST_PRINT * page.size.1);
        let share = (middle - print.y0()) / height.max(1.0);
        !(HEAD..=FOOT).contains(&share)
    };
    let numbers = assessments.iter().filter(|a| is_receipt(a)).filter(runs);
    numbers.map(|a| a.candidate.value.clone()).collect()
}

#[cfg(test)]
#[path = "follow_tests.rs"]
mod tests;
