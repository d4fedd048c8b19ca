//! Files that are damaged, locked or not what they claim to be: each gets a record, and none stops
//! the batch.

use std::ffi::{OsStr, OsString};

use serde::Deserialize;

use crate::contract::{Document, FailureKind, Outcome, Verdict};
use crate::program::{Folder, Run, extract, fixture};

/// A row of `fixtures/expected.jsonl`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    file: String,
    outcome: Outcome,
    error: Option<FailureKind>,
    password: Option<String>,
    receipt_number: Option<String>,
}

fn expected() -> Vec<Expected> {
    let text = std::fs::read_to_string(fixture("expected.jsonl")).expect("the fixtures are there");
    text.lines()
        .map(|line| serde_json::from_str(line).expect("a row of expectations is JSON"))
        .collect()
}

fn read(passwords: &[&str]) -> (Run, Vec<Document>) {
    let mut args: Vec<OsString> = vec![fixture("broken").into_os_string()];
    for password in passwords {
        args.extend([OsString::from("--password"), OsString::from(password)]);
    }
    let run = extract(&args);
    let documents = run.documents();
    (run, documents)
}

fn of<'a>(documents: &'a [Document], file: &str) -> &'a Document {
    let found = documents
        .iter()
        .find(|document| document.path == fixture(file).to_string_lossy());
    found.unwrap_or_else(|| panic!("{file} has no row"))
}

fn carries(document: &Document, receipt: &str) -> bool {
    let mut all = document
        .notices
        .iter()
        .flat_map(|notice| &notice.identifiers);
    all.any(|i| i.value == receipt && i.verdict == Verdict::Accepted)
}

#[test]
fn each_file_has_its_expected_outcome() {
    let (run, documents) = read(&[]);
    assert_eq!(run.status, Some(1));
    let all = expected();
    assert_eq!(documents.len(), all.len());
    for expected in all {
        let document = of(&documents, &expected.file);
        let kind = document.error.as_ref().map(|error| error.kind);
        assert_eq!(
            (document.outcome, kind),
            (expected.outcome, expected.error),
            "{}",
            expected.file
        );
        if let Some(error) = &document.error {
            assert!(
                !error.message.is_empty() && !error.advice.is_empty(),
                "{}: {error:?}",
                expected.file
            );
        }
        if let Some(receipt) = expected
            .receipt_number
            .filter(|_| expected.password.is_none())
        {
            assert!(
                carries(document, &receipt),
                "{}: {:?}",
                expected.file,
                document.notices
            );
        }
    }
}

#[test]
fn a_locked_file_opens_with_its_password() {
    let locked = expected()
        .into_iter()
        .find(|expected| expected.password.is_some())
        .expect("a fixture is locked");
    let password = locked.password.unwrap_or_default();
    let receipt = locked.receipt_number.unwrap_or_default();
    for passwords in [&[password.as_str()][..], &["wrong", &password]] {
        let (_, documents) = read(passwords);
        let document = of(&documents, &locked.file);
        assert_eq!(document.outcome, Outcome::Read, "{passwords:?}");
        assert!(carries(document, &receipt), "{passwords:?}");
    }
    let (_, documents) = read(&["wrong"]);
    let error = of(&documents, &locked.file)
        .error
        .as_ref()
        .map(|error| error.kind);
    assert_eq!(error, Some(FailureKind::Encrypted));
}

#[test]
fn passwords_can_come_from_a_file() {
    let folder = Folder::new("passwords");
    std::fs::write(folder.path("list.txt"), "wrong\r\nsecret\r\n")
        .expect("the folder can be written");
    let args = [
        OsStr::new("--password-file"),
        folder.path("list.txt").as_os_str(),
        fixture("broken/locked.pdf").as_os_str(),
    ]
    .map(OsStr::to_owned);
    let run = extract(&args);
    assert_eq!(run.documents()[0].outcome, Outcome::Read, "{}", run.text());
    assert!(!run.text().contains("secret") && !run.err.contains("secret"));
}

#[test]
fn a_damaged_file_does_not_affect_others() {
    let folder = Folder::with(
        "neighbours",
        &[
            "broken/truncated.pdf",
            "broken/empty.pdf",
            "notices/grid-found.pdf",
        ],
    );
    let run = extract(&[folder.root()]);
    let outcomes: Vec<Outcome> = run
        .documents()
        .iter()
        .map(|document| document.outcome)
        .collect();
    assert_eq!(outcomes, [Outcome::Failed, Outcome::Read, Outcome::Failed]);
}
