//! Pages without the marks of a notice that go on with the one before them: lists of evidence,
//! rosters, last pages of letters.
//!
//! Such a page says whose it is by its running head or foot, or by its page count. What stands on
//! it without a label of its own counts only then.

use crate::identifier::IdentifierKind;
use crate::interpret::Assessment;
use crate::model::verdict::Verdict;
use crate::notice::PageReading;
use crate::text::PageText;

/// A running head stands in this upper share of the page's print, a foot in this lower one.
const HEAD: f32 = 0.14;
const FOOT: f32 = 0.9;

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

/// The pages right before one that belong to one notice, from its first page.
fn run_before<'a>(before: &'a [PageReading], page: &PageReading) -> &'a [PageReading] {
    let adjoins = |last: &PageReading| page.number.get() <= last.number.get() + 1;
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
        let share = (middle - print.y0()) / print.height().max(1.0);
        share < HEAD || share > FOOT
    };
    let numbers = assessments.iter().filter(|a| is_receipt(a)).filter(runs);
    numbers.map(|a| a.candidate.value.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interpret::NoRereading;
    use crate::model::location::PageNumber;
    use crate::model::source::TextSource;
    use crate::notice::assemble;
    use crate::notice::page::interpret_page;
    use crate::text::sample::page;

    const LETTER: [(f32, f32, &str); 4] = [
        (40.0, 40.0, "U.S. Citizenship and Immigration Services"),
        (40.0, 60.0, "IOE0912345678"),
        (200.0, 100.0, "REQUEST FOR EVIDENCE"),
        (40.0, 740.0, "www.uscis.gov"),
    ];

    /// The numbers of all notices of a document.
    fn numbers(pages: &[&[(f32, f32, &str)]]) -> Vec<String> {
        let read = |(index, rows): (usize, &&[(f32, f32, &str)])| {
            let text = page(rows, TextSource::TextLayer);
            interpret_page(PageNumber::from_index(index), &text, &mut NoRereading)
        };
        let mut readings: Vec<PageReading> = pages.iter().enumerate().map(read).collect();
        follow(&mut readings);
        let notices = assemble(&readings, true);
        let identifiers = notices.into_iter().flat_map(|n| n.identifiers);
        identifiers.map(|i| i.value).collect()
    }

    #[test]
    fn a_list_under_the_notices_running_head_belongs_to_it() {
        let list = [
            (40.0, 40.0, "IOE0912345678"),
            (40.0, 300.0, "DOE, JANE"),
            (400.0, 300.0, "A098 765 432"),
            (40.0, 740.0, "www.uscis.gov"),
        ];
        let found = numbers(&[&LETTER, &list]);
        assert_eq!(found, ["IOE0912345678", "A098765432"]);
    }

    #[test]
    fn a_page_of_another_case_or_of_none_does_not() {
        let other = [
            (40.0, 40.0, "IOE0987654321"),
            (400.0, 300.0, "A098 765 432"),
            (40.0, 740.0, "www.uscis.gov"),
        ];
        let letter = [
            (40.0, 40.0, "GOLDBERG LAW LLP"),
            (40.0, 300.0, "Our client's case IOE0912345678"),
            (400.0, 320.0, "A098 765 432"),
            (40.0, 740.0, "Telephone 800-555-0100"),
        ];
        for page in [&other[..], &letter[..]] {
            assert_eq!(numbers(&[&LETTER, page]), ["IOE0912345678"]);
        }
    }
}
