//! A page and a document with more candidates than are looked at: some are kept, and the row says
//! so.

use std::path::Path;

use super::*;
use crate::interpret::NoRereading;
use crate::model::location::PageNumber;
use crate::model::record::{AccountNumberState, PageState};
use crate::model::source::TextSource;
use crate::model::verdict::Verdict;
use crate::notice::page::interpret_page;
use crate::pipeline::document::conclude;
use crate::text::sample::page;

/// A page of a notice that shows this many receipt numbers, and as many candidates that were
/// rejected.
fn outcome(index: usize, count: usize) -> PageOutcome {
    let rows = [
        (40.0, 40.0, "Form I-797C, Notice of Action"),
        (40.0, 100.0, "Receipt Number: IOE0912345678"),
    ];
    let number = PageNumber::from_index(index);
    let text = page(&rows, TextSource::TextLayer);
    let mut reading = interpret_page(number, &text, &mut NoRereading);
    let pattern = reading.assessments[0].clone();
    reading.assessments.clear();
    for n in 0..count {
        for decision in [Verdict::Rejected, Verdict::Accepted] {
            let mut assessment = pattern.clone();
            assessment.candidate.value = format!("IOE{:010}", index * count + n);
            assessment.decision = decision;
            reading.assessments.push(assessment);
        }
    }
    let record = PageRecord {
        page: number,
        state: PageState::Read,
        source: Some(TextSource::TextLayer),
        words: count,
        error: None,
    };
    PageOutcome {
        record,
        readings: vec![reading],
        pictures: Vec::new(),
    }
}

fn concluded(pages: usize, count: usize) -> crate::model::record::DocumentRecord {
    let outcomes = (0..pages).map(|index| outcome(index, count)).collect();
    conclude(Path::new("list.pdf"), String::new(), outcomes, None, true)
}

#[test]
fn what_a_notice_shows_is_kept_and_nothing_is_said() {
    let record = concluded(3, 30);
    let numbers: usize = record.notices.iter().map(|n| n.identifiers.len()).sum();
    assert_eq!((numbers, record.explanations.len()), (90, 180));
    let said = |f: &Finding| f.kind == FindingKind::CandidatesLeftOut;
    assert!(!record.findings.iter().any(said));
}

#[test]
fn a_page_with_more_numbers_than_are_looked_at_is_said() {
    let record = concluded(1, MOST_OF_PAGE + 7);
    let notice = &record.notices[0];
    assert_eq!(notice.identifiers.len(), MOST_OF_PAGE);
    let finding = record.findings.iter();
    let finding = finding.filter(|f| f.kind == FindingKind::CandidatesLeftOut);
    let said: Vec<&str> = finding.map(|f| f.message.as_str()).collect();
    assert!(
        said.len() == 1 && said[0].starts_with("14 candidates"),
        "{said:?}"
    );
    assert!(said[0].contains("page 1:"), "{said:?}");
    // What was left out may be the account number.
    assert_eq!(notice.account_number, AccountNumberState::Unreadable);
}

#[test]
fn a_document_with_more_numbers_than_are_looked_at_is_said() {
    let pages = OF_DOCUMENT / MOST_OF_PAGE + 2;
    let mut outcomes: Vec<_> = (0..pages).map(|n| outcome(n, MOST_OF_PAGE)).collect();
    let finding = limit_document(&mut outcomes).expect("it is said");
    // Numbers go before what was rejected.
    let numbers: usize = readings(&outcomes).map(PageReading::numbers).sum();
    let all: usize = readings(&outcomes).map(|r| r.assessments.len()).sum();
    assert_eq!((numbers, all), (OF_DOCUMENT, OF_DOCUMENT));
    let left_out = 2 * pages * MOST_OF_PAGE - OF_DOCUMENT;
    assert!(
        finding
            .message
            .starts_with(&format!("{left_out} candidates")),
        "{finding:?}"
    );
}

#[test]
fn what_no_worker_could_say_is_not_believed() {
    let honest = outcome(0, 30);
    assert!(is_plausible(&honest));
    let mut many = honest.clone();
    many.readings = vec![honest.readings[0].clone(); READINGS + 1];
    let mut reasons = honest.clone();
    reasons.readings[0].assessments[0].reasons = vec![String::new(); DETAILS + 1];
    let mut roles = honest.clone();
    roles.readings[0].roles = vec![crate::model::owner::Owner::Applicant; DETAILS + 1];
    for lie in [many, reasons, roles, outcome(0, 2 * MOST_OF_PAGE)] {
        assert!(!is_plausible(&lie));
    }
}
