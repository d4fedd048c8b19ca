//! The JSON contract, version 1, in independent structs, and what every record keeps of it.

mod record;

use std::ffi::OsStr;

use i797::model::record::{FieldClass, FieldKind};

pub(crate) use self::record::*;
use crate::program::{all_notices, extract, fixture};

/// Keys that every document has, null or not.
const ALWAYS: [&str; 8] = [
    "schema_version",
    "path",
    "outcome",
    "error",
    "page_count",
    "pages",
    "notices",
    "findings",
];

#[test]
fn every_record_keeps_the_contract() {
    let (_, report) = all_notices();
    assert_eq!((report.schema_version, report.summary.checked), (1, 0));
    for document in &report.documents {
        let path = &document.path;
        assert_eq!(document.schema_version, 1, "{path}");
        assert_eq!(
            document.error.is_none(),
            document.outcome == Outcome::Read,
            "{path}"
        );
        assert_eq!(document.pages.len(), document.page_count, "{path}");
        assert_eq!(
            document.content_hash.as_ref().map(String::len),
            Some(64),
            "{path}"
        );
        assert_eq!(
            (document.path_bytes.as_ref(), document.explanations.len()),
            (None, 0),
            "{path}"
        );
        for (index, page) in document.pages.iter().enumerate() {
            assert_eq!(page.page, index + 1, "{path}");
            assert_eq!(
                page.error.is_some(),
                page.state == PageState::Failed,
                "{path}"
            );
            assert_eq!(page.words > 0, page.source.is_some(), "{path}");
        }
        document
            .notices
            .iter()
            .for_each(|notice| keeps_the_contract(document, notice));
    }
}

/// What nobody decided on has no mark.
fn is_undecided(document: &Document, notice: &Notice) -> bool {
    document.decided.is_none()
        && notice.decided.is_empty()
        && notice.identifiers.iter().all(|i| i.decided.is_none())
        && notice.fields.values().all(|f| f.decided.is_none())
        && notice.findings.iter().all(|f| f.decided.is_none())
}

fn keeps_the_contract(document: &Document, notice: &Notice) {
    let path = &document.path;
    assert!(is_undecided(document, notice), "{path}");
    assert!(
        notice.pages.is_sorted() && !notice.pages.is_empty(),
        "{path}"
    );
    assert!(
        notice
            .pages
            .iter()
            .all(|page| (1..=document.page_count).contains(page)),
        "{path}"
    );
    for identifier in &notice.identifiers {
        assert!(is_canonical(identifier), "{path}: {identifier:?}");
        assert!(
            (0.0..=1.0).contains(&identifier.confidence) && !identifier.sightings.is_empty(),
            "{path}"
        );
        assert!(!identifier.evidence.is_empty(), "{path}");
        let of_person = identifier.person.is_none() || identifier.kind == Kind::ANumber;
        assert!(of_person, "{path}: only an A-Number names its person");
        for sighting in &identifier.sightings {
            let [x0, y0, x1, y1] = sighting.bounds;
            assert!(
                x0 < x1 && y0 < y1 && !sighting.printed.is_empty(),
                "{path}: {sighting:?}"
            );
            assert!(notice.pages.contains(&sighting.page), "{path}");
        }
    }
    for (name, field) in &notice.fields {
        let kind = name
            .parse::<FieldKind>()
            .expect("the field has a known name");
        let is_day = kind.class() == FieldClass::Date;
        assert!(
            !is_day || is_iso(&field.value),
            "{path}: {name} {}",
            field.value
        );
        assert!(
            !field.value.is_empty() && !field.printed.is_empty() && !field.sightings.is_empty(),
            "{path}: {name}"
        );
        assert!(
            (0.0..=1.0).contains(&field.confidence) && !field.evidence.is_empty(),
            "{path}: {name}"
        );
        let sure = field.verdict == Verdict::Review || field.confidence > 0.5;
        let titled = field.title.is_none() || kind == FieldKind::CaseType;
        assert!(sure && titled, "{path}: {name}");
    }
    for finding in &notice.findings {
        assert!(
            !finding.message.is_empty() && !finding.advice.is_empty(),
            "{path}: {finding:?}"
        );
    }
}

/// Whether a date is written `YYYY-MM-DD`.
fn is_iso(date: &str) -> bool {
    let parts: Vec<usize> = date.split('-').map(str::len).collect();
    parts == [4, 2, 2] && date.bytes().all(|b| b.is_ascii_digit() || b == b'-')
}

/// Whether the value is canonical.
fn is_canonical(identifier: &Identifier) -> bool {
    let digits =
        |text: &str, count: usize| text.len() == count && text.bytes().all(|b| b.is_ascii_digit());
    match identifier.kind {
        Kind::OnlineAccountNumber => digits(&identifier.value, 12),
        Kind::ANumber => identifier
            .value
            .strip_prefix('A')
            .is_some_and(|rest| digits(rest, 9)),
        Kind::ReceiptNumber => {
            let (letters, rest) = identifier.value.split_at(3);
            letters.bytes().all(|b| b.is_ascii_uppercase()) && digits(rest, 10)
        }
    }
}

#[test]
fn keys_without_a_value_are_null_rather_than_missing() {
    let run = extract(&[
        fixture("notices/grid-found.pdf"),
        fixture("broken/empty.pdf"),
        fixture("broken/not-a-document.txt"),
    ]);
    assert_eq!(run.text().lines().count(), 4);
    for line in run.text().lines().take(3) {
        let value: serde_json::Value = serde_json::from_str(line).expect("a line is JSON");
        for key in ALWAYS {
            assert!(value.get(key).is_some(), "{key} is left out of {line}");
        }
    }
}

#[test]
fn reasons_are_given_only_on_request() {
    let path = fixture("notices/grid-i797f-two-pages.pdf");
    let run = extract(&[OsStr::new("--explain"), path.as_os_str()]);
    let documents = run.documents();
    let [document] = &documents[..] else {
        panic!("one row for one file")
    };
    let decided = |decision| {
        document
            .explanations
            .iter()
            .filter(|e| e.decision == decision)
            .count()
    };
    assert!(
        decided(Decision::Accepted) >= 3,
        "{:?}",
        document.explanations
    );
    assert!(
        document
            .explanations
            .iter()
            .all(|e| e.page >= 1 && !e.printed.is_empty() && !e.reasons.is_empty())
    );
    assert!(
        document
            .explanations
            .iter()
            .all(|e| e.bounds[0] < e.bounds[2] && e.bounds[1] < e.bounds[3])
    );
    assert!(
        document
            .explanations
            .iter()
            .any(|e| e.kind == Some(Kind::ReceiptNumber) && e.page == 2)
    );
    assert!(extract(&[path]).documents()[0].explanations.is_empty());
}
