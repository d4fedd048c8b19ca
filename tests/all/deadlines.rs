//! Deadlines, from the fields of a report to findings, a calendar, a table and a workbook.

use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::contract::{Basis, FindingKind};
use crate::program::{Folder, documents, extract};

fn field(value: &str) -> Value {
    json!({"value": value, "printed": value, "verdict": "accepted", "confidence": 0.99,
        "evidence": ["below its label"], "sightings": [{"page": 1, "box": [1.0, 1.0, 9.0, 9.0],
            "printed": value, "source": "text-layer", "label": "Label"}]})
}

fn notice(fields: &[(&str, &str)]) -> Value {
    let fields: serde_json::Map<String, Value> = fields
        .iter()
        .map(|(name, value)| ((*name).to_owned(), field(value)))
        .collect();
    json!({"pages": [1], "form": null, "notice_type": null, "notice_date": null,
        "account_number": "absent", "findings": [], "fields": fields, "identifiers": [{
            "kind": "receipt_number", "value": "IOE0912345678", "verdict": "accepted",
            "owner": "applicant", "confidence": 0.99, "evidence": [], "sightings": []}]})
}

/// A report of a request without a due date, an appointment and an approval before its receipt.
fn report(folder: &Folder) -> PathBuf {
    let person = ("applicant", "DOE, JANE");
    let notices = [
        vec![
            ("notice_type", "Request for Evidence"),
            ("notice_date", "2023-06-01"),
            person,
        ],
        vec![
            ("notice_type", "ASC Appointment Notice"),
            ("notice_date", "2023-02-01"),
            ("appointment_date", "2023-03-01"),
            ("appointment_time", "09:00"),
            ("appointment_place", "10 ELM ST, UTICA NY 13501"),
        ],
        vec![
            ("notice_type", "Approval Notice"),
            ("notice_date", "2022-12-01"),
            person,
        ],
        vec![
            ("notice_type", "Receipt Notice"),
            ("notice_date", "2023-01-01"),
            person,
        ],
    ];
    let lines = notices.iter().enumerate().map(|(index, fields)| {
        let record = json!({"schema_version": 1, "path": format!("{index}.pdf"),
            "content_hash": null, "outcome": "read", "error": null, "page_count": 1,
            "pages": [], "notices": [notice(fields)], "findings": []});
        format!("{record}\n")
    });
    let path = folder.path("report.jsonl");
    fs::write(&path, lines.collect::<String>()).expect("writable");
    fs::write(
        folder.path("none.json"),
        r#"{"schema_version":1,"decisions":[]}"#,
    )
    .expect("writable");
    path
}

fn again(folder: &Folder, more: &[&str]) -> String {
    let report = report(folder);
    let none = folder.path("none.json");
    let args = [OsStr::new("apply"), none.as_os_str(), report.as_os_str()];
    let more: Vec<&OsStr> = more.iter().map(OsStr::new).collect();
    let run = extract(&[&args[..], &more].concat());
    assert_eq!(run.status, Some(1), "{}", run.err);
    run.text().to_owned()
}

#[test]
fn a_deadline_says_what_it_rests_on() {
    let folder = Folder::new("deadlines");
    let all = documents(&again(&folder, &["-f", "jsonl"]));
    let deadline = |index: usize, kind: FindingKind| {
        let mut findings = all[index].notices[0].findings.iter();
        let found = findings.find(|f| f.kind == kind).expect("the finding");
        found.deadline.as_ref().expect("a deadline")
    };
    let response = deadline(0, FindingKind::DeadlineResponse);
    assert_eq!(response.date, "2023-08-24");
    assert_eq!(response.latest.as_deref(), Some("2023-08-28"));
    assert_eq!(response.basis, Basis::Computed);
    assert!(response.rule.contains("84 days"), "{}", response.rule);
    assert_eq!(response.source, "notice date, page 1: 2023-06-01");
    let appointment = deadline(1, FindingKind::DeadlineAppointment);
    assert_eq!(appointment.date, "2023-03-01");
    assert_eq!(appointment.time.as_deref(), Some("09:00"));
    assert_eq!(appointment.basis, Basis::Printed);
    let kinds: Vec<FindingKind> = all[0].notices[0].findings.iter().map(|f| f.kind).collect();
    assert!(kinds.contains(&FindingKind::FieldMissing), "{kinds:?}");
    assert!(all[0].notices[0].fields.contains_key("notice_date"));
}

#[test]
fn a_case_is_told_and_what_cannot_be_is_said() {
    let folder = Folder::new("story");
    let text = again(&folder, &["-f", "text"]);
    let told: Vec<usize> = [
        "2.pdf, page 1",
        "3.pdf, page 1",
        "1.pdf, page 1",
        "0.pdf, page 1",
    ]
    .iter()
    .map(|place| text.find(&format!(" {place}")).expect("an event"))
    .collect();
    assert!(told.is_sorted(), "{text}");
    assert!(
        text.contains("was approved on 2022-12-01, before its receipt"),
        "{text}"
    );
    assert!(
        text.contains("2023-08-24 (computed, not printed)"),
        "{text}"
    );
}

#[test]
fn a_calendar_is_written_for_calendar_programs() {
    let folder = Folder::new("calendar");
    let output = folder.path("deadlines.ics");
    again(&folder, &["-o", &output.to_string_lossy()]);
    let calendar = fs::read_to_string(&output).expect("a calendar");
    let plain = calendar.replace("\r\n ", "");
    assert_eq!(plain.matches("BEGIN:VEVENT").count(), 2);
    assert!(
        plain.contains("SUMMARY:Response due (computed): DOE\\, JANE"),
        "{plain}"
    );
    assert!(
        plain.contains("LOCATION:10 ELM ST\\, UTICA NY 13501"),
        "{plain}"
    );
    assert!(calendar.lines().all(|line| line.len() <= 75));
    let before = calendar.clone();
    again(&folder, &["-o", &output.to_string_lossy()]);
    assert_eq!(fs::read_to_string(&output).expect("a calendar"), before);
}

#[test]
fn columns_are_mapped_for_an_import() {
    let folder = Folder::new("columns");
    let mapping = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/columns-inszoom.txt");
    let table = again(&folder, &["-f", "csv", "--columns", mapping]);
    let lines: Vec<&str> = table.lines().collect();
    assert!(lines[0].starts_with("Receipt Number,Receipt Date,Receipt Notice Date,"));
    assert_eq!(lines.len(), 5, "{table}");
    assert!(
        lines[4].starts_with("IOE0912345678,,01/01/2023,Receipt Notice,"),
        "{table}"
    );
    let refused = extract(&["--columns", mapping, "-f", "json", mapping]);
    assert_eq!(refused.status, Some(2));
}
