use std::path::Path;

use serde_json::json;

use super::*;
use crate::model::confidence::Confidence;
use crate::model::error::{DocumentError, ErrorKind};
use crate::model::record::{AccountNumberState, NoticeFields, Outcome};

fn number(kind: IdentifierKind, value: String) -> IdentifierRecord {
    IdentifierRecord {
        kind,
        value,
        verdict: Verdict::Accepted,
        owner: Owner::Applicant,
        confidence: Confidence::new(1.0),
        sightings: Vec::new(),
        evidence: Vec::new(),
        person: (kind == IdentifierKind::ANumber).then(|| "VALENZUELA, MARIANA".to_owned()),
        decided: None,
    }
}

/// A receipt notice's type and date.
fn fields() -> NoticeFields {
    let field = |value: &str| {
        json!({"value": value, "printed": value, "verdict": "accepted", "confidence": 0.9,
            "evidence": [], "sightings": []})
    };
    let fields = json!({"notice_type": field("Receipt Notice"),
        "notice_date": field("2021-04-01")});
    serde_json::from_value(fields).unwrap()
}

/// A document with one notice, drawn from three numbers.
fn drawn(path: &str, content: u64, person: u64, account: u64) -> DocumentRecord {
    let error = DocumentError::new(ErrorKind::Damaged, "");
    let mut record = DocumentRecord::unread(Path::new(path), Outcome::Read, error);
    record.content_hash = Some(format!("{content:064x}"));
    record.notices.push(NoticeRecord {
        pages: Vec::new(),
        is_notice: true,
        form: Some("I-797C".to_owned()),
        notice_type: None,
        notice_date: Some("04/01/2021".to_owned()),
        account_number: AccountNumberState::Found,
        identifiers: vec![
            number(IdentifierKind::ReceiptNumber, format!("IOE{content:010}")),
            number(IdentifierKind::ANumber, format!("A{person:09}")),
            number(
                IdentifierKind::OnlineAccountNumber,
                format!("{account:012}"),
            ),
        ],
        findings: Vec::new(),
        fields: fields(),
        decided: Vec::new(),
    });
    record
}

#[test]
fn contradictions_are_found_in_order_with_the_first_documents() {
    let mut batch = Batch::default();
    for (path, content, person, account) in [
        ("b/1.pdf", 1, 7, 20),
        ("b/2.pdf", 2, 7, 10),
        ("c/3.pdf", 3, 7, 20),
        ("c/4.pdf", 4, 9, 20),
    ] {
        batch.add(&mut drawn(path, content, person, account));
    }
    let findings = batch.finish();
    let said: Vec<_> = findings
        .iter()
        .map(|f| (f.kind, f.values.clone(), f.documents.clone()))
        .collect();
    let strings = |values: &[&str]| values.iter().map(|v| (*v).to_owned()).collect();
    assert_eq!(
        said,
        [
            (
                FindingKind::TwoAccounts,
                strings(&["A000000007", "000000000010", "000000000020"]),
                strings(&["b/2.pdf", "b/1.pdf"]),
            ),
            (
                FindingKind::SharedAccount,
                strings(&["000000000020", "A000000007", "A000000009"]),
                strings(&["b/1.pdf", "c/4.pdf"]),
            ),
        ]
    );
}

#[test]
fn duplicates_name_the_first_document() {
    let mut batch = Batch::default();
    let mut first = drawn("a/1.pdf", 1, 1, 1);
    let mut copy = drawn("2.pdf", 1, 1, 1);
    let mut other = drawn("b/3.pdf", 2, 1, 1);
    for record in [&mut first, &mut copy, &mut other] {
        batch.add(record);
    }
    assert!(first.findings.is_empty() && other.findings.is_empty());
    assert_eq!(copy.findings[0].documents, ["a/1.pdf"]);
    assert!(copy.findings[0].advice.contains("keep both"));
}

#[test]
fn little_is_kept_of_each_notice() {
    const NOTICES: usize = 200_000;
    let mut batch = Batch::default();
    for index in 0..NOTICES {
        let number = index as u64 + 1;
        let path = format!("share/clients/2026/{}/scan-{index:06}.pdf", index / 500);
        batch.add(&mut drawn(&path, number, number, number));
    }
    let each = batch.bytes() / NOTICES;
    assert!(each <= 150, "{each} bytes a notice");
}
