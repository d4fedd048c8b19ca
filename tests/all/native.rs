//! Native PDFs: every number must be right and accepted.

use std::collections::BTreeSet;

use crate::contract::{Document, FindingKind, Kind, Outcome, PageState, Severity, Source, Verdict};
use crate::program::{all_notices, fixture};
use crate::truth::{KINDS, NoticeTruth, Truth, read_truths, reported};

/// It has no account number field, but a sentence that starts with the words of the label.
const SENTENCE: &str = "notices/grid-absent-named-in-a-sentence.pdf";

fn natives() -> Vec<(Truth, &'static Document)> {
    let natives: Vec<_> = read_truths()
        .into_iter()
        .filter(|(truth, _)| truth.damage == "native")
        .collect();
    assert!(
        natives.len() >= 30,
        "only {} native fixtures",
        natives.len()
    );
    natives
}

#[test]
fn exactly_the_printed_numbers_are_accepted() {
    for (truth, document) in natives() {
        is_exact(&truth, document);
    }
}

fn is_exact(truth: &Truth, document: &Document) {
    let file = &truth.file;
    assert_eq!(document.outcome, Outcome::Read, "{file}");
    assert_eq!(document.page_count, truth.pages, "{file}");
    let pages = document
        .pages
        .iter()
        .filter(|page| page.state != PageState::Blank);
    assert!(
        pages
            .into_iter()
            .all(|page| page.source == Some(Source::TextLayer)),
        "{file}"
    );
    for kind in KINDS {
        let there: BTreeSet<String> = truth
            .notices
            .iter()
            .flat_map(|notice| notice.numbers(kind))
            .collect();
        assert_eq!(
            reported(document, kind, Verdict::Accepted, false),
            there,
            "{file}: {kind:?}"
        );
        assert_eq!(
            reported(document, kind, Verdict::Review, false),
            BTreeSet::new(),
            "{file}: {kind:?}"
        );
    }
    let lawyers: BTreeSet<String> = truth
        .notices
        .iter()
        .flat_map(|notice| notice.representative_account_numbers.iter().cloned())
        .collect();
    assert_eq!(
        reported(document, Kind::OnlineAccountNumber, Verdict::Accepted, true),
        lawyers,
        "{file}"
    );
}

#[test]
fn notices_are_separated_and_named() {
    for (truth, document) in natives()
        .into_iter()
        .filter(|(truth, _)| truth.file != SENTENCE)
    {
        let file = &truth.file;
        let read: Vec<_> = document
            .notices
            .iter()
            .map(|n| {
                (
                    n.form.as_deref().unwrap_or("none"),
                    &n.pages,
                    n.account_number,
                )
            })
            .collect();
        let firsts: Vec<_> = read
            .iter()
            .map(|(form, pages, state)| (*form, pages.first().copied(), *state))
            .collect();
        let there: Vec<_> = truth
            .notices
            .iter()
            .map(|n| (n.form.as_str(), n.pages.first().copied(), n.state()))
            .collect();
        assert_eq!(firsts, there, "{file}");
        for ((_, pages, _), notice) in read.iter().zip(&truth.notices) {
            assert!(
                notice.pages.iter().all(|page| pages.contains(page)),
                "{file}: {pages:?} lacks some of {:?}",
                notice.pages
            );
        }
    }
}

#[test]
fn sightings_have_location_and_source() {
    let all = natives();
    let (truth, document) = all
        .iter()
        .find(|(truth, _)| truth.file.ends_with("/biometrics-found.pdf"))
        .expect("the fixture is there");
    let notice = &document.notices[0];
    assert!(
        notice
            .notice_type
            .as_ref()
            .is_some_and(|kind| kind.contains("Appointment")),
        "{:?}",
        notice.notice_type
    );
    let printed = truth.notices[0].fields.get("notice_date");
    assert_eq!(notice.notice_date.as_ref(), printed);
    let account = notice
        .identifiers
        .iter()
        .find(|i| i.kind == Kind::OnlineAccountNumber)
        .expect("an account number was read");
    let sighting = &account.sightings[0];
    assert_eq!((sighting.page, sighting.source), (1, Source::TextLayer));
    assert!(
        sighting
            .label
            .as_ref()
            .is_some_and(|label| label.to_lowercase().contains("account")),
        "{sighting:?}"
    );
    let printed: String = sighting
        .printed
        .chars()
        .filter(char::is_ascii_digit)
        .collect();
    assert_eq!(printed, account.value);
}

#[test]
fn each_number_belongs_to_its_notice() {
    for (truth, document) in natives() {
        for (read, there) in document.notices.iter().zip(&truth.notices) {
            for kind in KINDS {
                let values: BTreeSet<String> = read
                    .identifiers
                    .iter()
                    .filter(|i| {
                        i.kind == kind && !there.representative_account_numbers.contains(&i.value)
                    })
                    .map(|i| i.value.clone())
                    .collect();
                assert_eq!(values, there.numbers(kind), "{}: {kind:?}", truth.file);
            }
        }
    }
}

#[test]
fn a_sentence_about_the_account_number_is_not_a_blank_field() {
    let all = natives();
    let (truth, document) = all
        .iter()
        .find(|(truth, _)| truth.file == SENTENCE)
        .expect("the fixture is there");
    assert_eq!(document.notices.len(), 1);
    assert_eq!(document.notices[0].account_number, truth.notices[0].state());
}

/// The finding for a notice without an account number.
fn expected_finding(notice: &NoticeTruth, file: &str) -> (FindingKind, Severity) {
    let is_ioe = notice
        .receipt_numbers
        .iter()
        .any(|receipt| receipt.starts_with("IOE"));
    if file.contains("before-2012") || file.contains("1990s") {
        (FindingKind::AccountNumberTooEarly, Severity::Info)
    } else if file.contains("blank") {
        (FindingKind::AccountNumberBlank, Severity::Warning)
    } else if is_ioe {
        (FindingKind::AccountNumberMissing, Severity::Warning)
    } else {
        (FindingKind::AccountNumberMissing, Severity::Info)
    }
}

#[test]
fn a_missing_account_number_is_explained() {
    let single = natives()
        .into_iter()
        .filter(|(truth, _)| truth.notices.len() == 1 && truth.file != SENTENCE);
    let mut seen = 0;
    for (truth, document) in single.filter(|(truth, _)| truth.notices[0].account_numbers.is_empty())
    {
        let findings: Vec<_> = document.notices[0]
            .findings
            .iter()
            .map(|f| (f.kind, f.severity))
            .collect();
        let expected = expected_finding(&truth.notices[0], &truth.file);
        assert!(findings.contains(&expected), "{}: {findings:?}", truth.file);
        seen += 1;
    }
    assert!(seen >= 10, "only {seen} notices without an account number");
}

#[test]
fn other_papers_are_not_notices() {
    let (_, report) = all_notices();
    let papers = report
        .documents
        .iter()
        .filter(|document| document.path.contains("nothing-"));
    let mut seen = 0;
    for document in papers {
        assert!(
            document.notices.is_empty(),
            "{}: {:?}",
            document.path,
            document.notices
        );
        assert_eq!(document.outcome, Outcome::Read, "{}", document.path);
        seen += 1;
    }
    assert_eq!(seen, 6, "papers in {}", fixture("notices").display());
}
