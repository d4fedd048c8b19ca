use serde_json::{Value, json};

use super::*;

/// A notice with these fields, which were accepted unless their value begins with `?`.
fn notice(fields: &[(&str, &str)]) -> NoticeRecord {
    let record = |value: &str| {
        let verdict = if value.starts_with('?') {
            "review"
        } else {
            "accepted"
        };
        let value = value.trim_start_matches('?');
        json!({"value": value, "printed": format!("printed {value}"), "verdict": verdict,
            "confidence": 0.9, "evidence": [], "sightings": [{"page": 2,
                "box": [0.0, 0.0, 1.0, 1.0], "printed": value, "source": "text-layer",
                "label": null}]})
    };
    let fields: serde_json::Map<String, Value> = fields
        .iter()
        .map(|(name, value)| ((*name).to_owned(), record(value)))
        .collect();
    serde_json::from_value(json!({"pages": [1, 2], "form": null, "notice_type": null,
        "notice_date": null, "account_number": "absent", "identifiers": [], "findings": [],
        "fields": fields}))
    .unwrap()
}

/// The deadlines of a notice: kind, date, latest, basis.
fn deadlines(fields: &[(&str, &str)]) -> Vec<String> {
    let findings = findings(&notice(fields));
    let said = |finding: Finding| match finding.deadline {
        Some(d) => {
            let time = d.time.map_or_else(String::new, |t| format!(" {t}"));
            let latest = d.latest.map_or_else(String::new, |l| format!("..{l}"));
            format!("{} {}{time}{latest} {:?}", finding.kind, d.date, d.basis)
        }
        None => format!("{} unknown", finding.kind),
    };
    findings.map(said).collect()
}

#[test]
fn deadlines_are_printed_computed_or_to_check() {
    let rfe = ("notice_type", "Request for Evidence");
    let deny = ("notice_type", "Notice of Intent to Deny");
    let dated = ("notice_date", "2023-06-01");
    for (fields, expected) in [
        (
            vec![rfe, dated],
            "deadline-response 2023-08-24..2023-08-28 Computed",
        ),
        (
            vec![rfe, dated, ("response_due", "2023-08-01")],
            "deadline-response 2023-08-01 Printed",
        ),
        (
            vec![rfe, dated, ("response_due", "?2023-08-01")],
            "deadline-response 2023-08-01 Review",
        ),
        // Thirty days on an I-539 and for an intent to deny; three more end on the Fourth of July.
        (
            vec![rfe, dated, ("case_type", "I-539")],
            "deadline-response 2023-07-01..2023-07-05 Computed",
        ),
        (
            vec![deny, dated],
            "deadline-response 2023-07-01..2023-07-05 Computed",
        ),
        // Before the rule of March 2023 a weekend moved nothing.
        (
            vec![deny, ("notice_date", "2022-12-01")],
            "deadline-response 2022-12-31..2023-01-03 Computed",
        ),
        (
            vec![deny, ("notice_date", "2022-12-12")],
            "deadline-response 2023-01-11..2023-01-14 Computed",
        ),
        (
            vec![rfe, ("notice_date", "?2023-06-01")],
            "deadline-response unknown",
        ),
        (vec![("notice_type", "?Request for Evidence"), dated], ""),
        (vec![("notice_type", "Receipt Notice"), dated], ""),
        (
            vec![
                ("appointment_date", "2021-05-04"),
                ("appointment_time", "09:00"),
            ],
            "deadline-appointment 2021-05-04 09:00 Printed",
        ),
        (
            vec![
                ("appointment_date", "2021-05-04"),
                ("appointment_time", "?09:00"),
            ],
            "deadline-appointment 2021-05-04 Review",
        ),
        (
            vec![
                ("notice_type", "Notice of Interview Cancellation"),
                ("appointment_date", "2021-05-04"),
            ],
            "",
        ),
        (
            vec![("valid_to", "2024-09-30")],
            "deadline-validity-end 2024-09-30 Printed",
        ),
    ] {
        assert_eq!(deadlines(&fields).join(", "), expected, "{fields:?}");
    }
}

#[test]
fn what_is_computed_says_so_and_from_what() {
    let fields = [
        ("notice_type", "Request for Evidence"),
        ("notice_date", "2023-06-01"),
    ];
    let finding = findings(&notice(&fields)).next().unwrap();
    assert_eq!(finding.severity, Severity::Warning);
    assert!(finding.message.contains("computed"), "{}", finding.message);
    let deadline = finding.deadline.unwrap();
    assert_eq!(deadline.source, "notice date, page 2: printed 2023-06-01");
    assert!(deadline.rule.contains("84 days"), "{}", deadline.rule);
}

#[test]
fn the_end_of_the_calendar_is_no_panic() {
    assert_eq!(response_days(date(9999, 12, 1), 84), None);
}
