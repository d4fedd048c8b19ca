//! Scans, read with the real engines: accepted numbers are right, and no printed number is reported
//! as missing.

use std::collections::BTreeSet;
use std::ffi::OsStr;

use crate::contract::{AccountNumber, Document, Kind, Outcome, PageState, Source, Verdict};
use crate::program::{extract, fixture};
use crate::truth::{KINDS, Truth, read_truths, reported};

fn scans() -> Vec<(Truth, &'static Document)> {
    let scans: Vec<_> = read_truths()
        .into_iter()
        .filter(|(truth, _)| truth.damage != "native")
        .collect();
    assert!(scans.len() >= 30, "only {} scanned fixtures", scans.len());
    scans
}

#[test]
fn no_wrong_number_is_accepted() {
    for (truth, document) in scans() {
        for kind in KINDS {
            let there: BTreeSet<String> = truth
                .notices
                .iter()
                .flat_map(|notice| notice.numbers(kind))
                .collect();
            let wrong: BTreeSet<String> =
                &reported(document, kind, Verdict::Accepted, false) - &there;
            assert!(
                wrong.is_empty(),
                "{}: {kind:?} {wrong:?} is not there",
                truth.file
            );
        }
    }
}

#[test]
fn no_printed_number_is_reported_as_missing() {
    for (truth, document) in scans() {
        for notice in document.notices.iter().filter(|n| {
            matches!(
                n.account_number,
                AccountNumber::Absent | AccountNumber::Blank
            )
        }) {
            let carries = truth.notices.iter().any(|there| {
                there.pages.contains(&notice.pages[0]) && !there.account_numbers.is_empty()
            });
            assert!(
                !carries,
                "{}: the notice on page {} has one",
                truth.file, notice.pages[0]
            );
        }
    }
}

/// Numbers accepted, or at least held for review, of all that are there.
fn recall(kind: Kind, also_review: bool) -> f32 {
    let mut found = 0;
    let mut there = 0;
    for (truth, document) in scans() {
        let all: BTreeSet<String> = truth
            .notices
            .iter()
            .flat_map(|notice| notice.numbers(kind))
            .collect();
        let mut values = reported(document, kind, Verdict::Accepted, false);
        if also_review {
            values.extend(reported(document, kind, Verdict::Review, false));
        }
        found += all.intersection(&values).count();
        there += all.len();
    }
    found as f32 / there as f32
}

#[test]
fn most_numbers_are_accepted() {
    for (kind, bar) in [
        (Kind::ReceiptNumber, 0.5),
        (Kind::ANumber, 0.8),
        (Kind::OnlineAccountNumber, 0.8),
    ] {
        let recall = recall(kind, false);
        assert!(recall >= bar, "{kind:?}: {recall}");
    }
}

#[test]
fn nearly_all_numbers_are_found() {
    for kind in KINDS {
        let recall = recall(kind, true);
        assert!(recall >= 0.8, "{kind:?}: {recall}");
    }
}

#[test]
fn missing_account_numbers_are_reported() {
    let mut right = 0;
    let mut lacking = 0;
    for (truth, document) in scans() {
        for there in truth
            .notices
            .iter()
            .filter(|notice| notice.account_numbers.is_empty())
        {
            lacking += 1;
            let read = document
                .notices
                .iter()
                .find(|notice| notice.pages.first() == there.pages.first());
            right += usize::from(read.is_some_and(|notice| notice.account_number == there.state()));
        }
    }
    assert!(
        right * 10 >= lacking * 9 && lacking >= 6,
        "{right} of {lacking}"
    );
}

#[test]
fn every_page_is_read_by_ocr() {
    for (truth, document) in scans() {
        assert_eq!(document.outcome, Outcome::Read, "{}", truth.file);
        assert_eq!(document.page_count, truth.pages, "{}", truth.file);
        let pages = document
            .pages
            .iter()
            .filter(|page| page.state != PageState::Blank);
        assert!(
            pages
                .into_iter()
                .all(|page| page.source == Some(Source::Ocr)),
            "{}",
            truth.file
        );
        let count = document
            .notices
            .iter()
            .filter(|notice| notice.is_notice)
            .count();
        assert_eq!(count, truth.notices.len(), "{}: notices", truth.file);
    }
}

#[test]
fn without_ocr_nothing_is_reported_as_missing() {
    let never = [OsStr::new("--ocr"), OsStr::new("never")];
    let paths = [
        fixture("notices/grid-blank-account-lzw.tif"),
        fixture("notices/grid-found.pdf"),
    ];
    let run = extract(&[&never[..], &paths.each_ref().map(|path| path.as_os_str())].concat());
    let documents = run.documents();
    assert_eq!(run.status, Some(1));
    assert_eq!(
        (documents[0].outcome, documents[0].pages[0].state),
        (Outcome::Failed, PageState::Failed)
    );
    assert!(
        documents[0].notices.is_empty(),
        "{:?}",
        documents[0].notices
    );
    assert!(
        documents[0]
            .error
            .as_ref()
            .is_some_and(|error| !error.advice.is_empty())
    );
    assert_eq!(
        (documents[1].outcome, documents[1].notices[0].account_number),
        (Outcome::Read, AccountNumber::Found)
    );
}

#[test]
fn native_pages_can_be_read_by_ocr_too() {
    let path = fixture("notices/biometrics-found.pdf");
    let run = extract(&[OsStr::new("--ocr"), OsStr::new("always"), path.as_os_str()]);
    let documents = run.documents();
    assert_eq!(documents[0].pages[0].source, Some(Source::Ocr));
    let read = extract(&[path]).documents();
    let values = |document: &Document| -> BTreeSet<String> {
        document
            .notices
            .iter()
            .flat_map(|n| &n.identifiers)
            .map(|i| i.value.clone())
            .collect()
    };
    let shared = values(&documents[0])
        .intersection(&values(&read[0]))
        .count();
    assert!(
        shared >= 2,
        "{:?} and {:?}",
        values(&documents[0]),
        values(&read[0])
    );
}
