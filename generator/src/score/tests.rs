//! Tiny truths and answers, and the marks that they must get.

use serde_json::{Value, json};

use super::answer::{Answer, Truth};
use super::*;

/// A notice on pages 1 and 2 with a number of each kind, and one without account number on 3.
fn truth() -> Truth {
    serde_json::from_value(json!({
        "file": "a.pdf", "split": "birch", "layouts": ["birch/grid", "birch/grid"],
        "damage": "scan200/png", "notices": [
            {"receipt_numbers": ["IOE0912345678"], "a_numbers": ["A12345678"],
             "account_numbers": ["012345678901"], "account_cell": "filled", "pages": [1, 2]},
            {"receipt_numbers": [], "a_numbers": [], "account_numbers": [],
             "account_cell": "absent", "pages": [3]}
        ]
    }))
    .unwrap()
}

type Number = (&'static str, &'static str, &'static str, &'static str);

const RECEIPT: Number = ("receipt_number", "IOE0912345678", "accepted", "unknown");
const PERSON: Number = ("a_number", "A012345678", "accepted", "applicant");
const ACCOUNT: Number = (
    "online_account_number",
    "012345678901",
    "accepted",
    "applicant",
);

/// An answer whose first notice says this of its account number, with these numbers on it.
fn answer(state: &str, numbers: &[Number]) -> Answer {
    let numbers: Vec<Value> = numbers
        .iter()
        .map(|(kind, value, verdict, owner)| {
            json!({"kind": kind, "value": value, "verdict": verdict, "owner": owner})
        })
        .collect();
    serde_json::from_value(json!({
        "path": "a.pdf", "outcome": "read", "error": null, "pages": [], "findings": [],
        "notices": [
            {"pages": [1, 2], "is_notice": true, "form": "I-797C", "account_number": state,
             "identifiers": numbers},
            {"pages": [3], "is_notice": true, "form": "I-797", "account_number": "absent",
             "identifiers": []}
        ]
    }))
    .unwrap()
}

#[test]
fn a_right_answer_is_exact() {
    let (marks, misses) = mark(
        &truth(),
        Some(&answer("found", &[RECEIPT, PERSON, ACCOUNT])),
    );
    assert_eq!(misses, Vec::<String>::new());
    assert_eq!((marks.exact, marks.counted), (1, 1));
    assert_eq!((marks.absent_right, marks.lacking), (1, 1));
    assert_eq!((marks.cells_right, marks.cells), (1, 1));
    assert_eq!((marks.lost, marks.silent), (0, 0));
    assert!(!marks.is_harmful());
}

#[test]
fn a_false_value_is_harmful_and_a_held_one_is_not() {
    let held = (
        "online_account_number",
        "012345678901",
        "review",
        "applicant",
    );
    let (marks, _) = mark(&truth(), Some(&answer("review", &[RECEIPT, PERSON, held])));
    let kind = marks.kinds[2];
    assert_eq!(
        (marks.exact, kind.held, kind.found, marks.lost),
        (0, 1, 0, 0)
    );
    assert!(!marks.is_harmful());
    let wrong = (
        "online_account_number",
        "012345678907",
        "accepted",
        "applicant",
    );
    let (marks, _) = mark(&truth(), Some(&answer("found", &[RECEIPT, PERSON, wrong])));
    assert!(marks.is_harmful());
    let lawyers = (
        "online_account_number",
        "999999999999",
        "accepted",
        "representative",
    );
    let all = [RECEIPT, PERSON, ACCOUNT, lawyers];
    assert!(!mark(&truth(), Some(&answer("found", &all))).0.is_harmful());
}

#[test]
fn calling_a_number_absent_that_is_there_is_harmful() {
    let (marks, _) = mark(&truth(), Some(&answer("absent", &[RECEIPT, PERSON])));
    assert_eq!((marks.absent_false, marks.absent_right), (1, 1));
    assert!(marks.is_harmful());
}

#[test]
fn a_lost_value_is_silent_without_a_sign() {
    let marks = |answer: &Answer| mark(&truth(), Some(answer)).0;
    let silent = answer("found", &[PERSON, ACCOUNT]);
    assert_eq!((marks(&silent).lost, marks(&silent).silent), (1, 1));
    let unreadable = answer("unreadable", &[PERSON, ACCOUNT]);
    assert_eq!((marks(&unreadable).lost, marks(&unreadable).silent), (1, 0));

    let mut found = silent.clone();
    found.notices[0].findings = serde_json::from_str(r#"[{"kind":"number-not-read"}]"#).unwrap();
    assert_eq!(marks(&found).silent, 0);
    let mut elsewhere = silent.clone();
    elsewhere.notices[1].findings = found.notices[0].findings.clone();
    assert_eq!(
        marks(&elsewhere).silent,
        1,
        "a sign on another notice is none"
    );
    let mut failed = silent;
    failed.pages = serde_json::from_str(r#"[{"page":2,"state":"failed"}]"#).unwrap();
    assert_eq!(marks(&failed).silent, 0);

    // Review is a sign for a lost account number, and for no other kind.
    let review = answer("review", &[]);
    assert_eq!((marks(&review).lost, marks(&review).silent), (3, 2));
}

#[test]
fn the_kind_of_cell_counts_apart() {
    let mut answer = answer("found", &[RECEIPT, PERSON, ACCOUNT]);
    answer.notices[1].account_number = "blank".into();
    let (marks, _) = mark(&truth(), Some(&answer));
    assert_eq!(
        (marks.absent_right, marks.cells_right, marks.cells),
        (1, 0, 1)
    );
    let mut untold = truth();
    untold.notices[1].account_cell = None;
    assert_eq!(mark(&untold, Some(&answer)).0.cells, 0);
}

#[test]
fn values_are_compared_without_separators_and_leading_zeros() {
    assert_eq!(canonical("a_number", "a 012-345-678"), "A012345678");
    assert_eq!(canonical("a_number", "A1234567"), "A001234567");
    assert_eq!(
        canonical("receipt_number", "ioe-09 12345678"),
        "IOE0912345678"
    );
}

#[test]
fn engines_stand_side_by_side() {
    let (right, _) = mark(
        &truth(),
        Some(&answer("found", &[RECEIPT, PERSON, ACCOUNT])),
    );
    let (nothing, _) = mark(&truth(), None);
    let table = |marks: &Marks| {
        let mut table = Table::new(By::Damage);
        table.add(&truth(), marks);
        table
    };
    let text = beside(&[("builtin", table(&right)), ("tesseract", table(&nothing))]);
    let rows: Vec<&str> = text.lines().collect();
    assert_eq!(rows.len(), 3, "{text}");
    assert!(rows[2].starts_with("scan200"), "{text}");
    assert!(
        rows[2].contains("3/3 100.0%     0      0 |       0/3   0.0%"),
        "{text}"
    );
}

#[test]
fn no_answer_finds_nothing_and_harms_nobody() {
    let (marks, misses) = mark(&truth(), None);
    assert_eq!(
        (marks.exact, marks.counted, marks.kinds[0].found),
        (0, 0, 0)
    );
    assert_eq!((marks.lost, marks.silent), (3, 0));
    assert!(!marks.is_harmful() && !misses.is_empty());
}

#[test]
fn files_are_sorted_into_parts() {
    let (marks, _) = mark(&truth(), None);
    for (by, part) in [
        (By::Damage, "scan200"),
        (By::Layout, "birch/grid"),
        (By::Family, "birch"),
        (By::Origin, "scans"),
    ] {
        let mut table = Table::new(by);
        table.add(&truth(), &marks);
        assert_eq!(table.part(part).map(|marks| marks.files), Some(1), "{part}");
        let text = table.text();
        let last = text.lines().last().unwrap_or_default();
        assert!(
            text.lines().count() == 3 && last.starts_with(part),
            "{text}"
        );
        let widths: Vec<usize> = text.lines().map(|line| line.chars().count()).collect();
        assert!(widths.iter().all(|width| *width == widths[0]), "{text}");
        assert_eq!(table.totals().lines().count(), 2);
    }
}
