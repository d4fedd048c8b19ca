use serde_json::{Value, json};

use super::*;

fn said(state: &str, fields: &[(&str, &str)]) -> Vec<String> {
    let field = |value: &str| {
        json!({"value": value, "printed": value, "verdict": "accepted", "confidence": 0.9,
            "evidence": [], "sightings": []})
    };
    let fields: serde_json::Map<String, Value> = fields
        .iter()
        .map(|(name, value)| ((*name).to_owned(), field(value)))
        .collect();
    let notice: NoticeRecord = serde_json::from_value(json!({"pages": [1], "form": "I-797A",
        "notice_type": null, "notice_date": null, "account_number": state,
        "identifiers": [], "findings": [], "fields": fields}))
    .unwrap();
    let said = |f: Finding| format!("{} {}", f.severity, f.message);
    findings(&notice).map(said).collect()
}

#[test]
fn what_a_type_must_have_is_missed() {
    let i94 = ("i94_number", "12345678901");
    let rfe = ("notice_type", "Request for Evidence");
    let dated = ("notice_date", "2021-04-01");
    let missing = "not read, though a notice of this type has it:";
    assert_eq!(
        said("absent", &[rfe, dated, i94]),
        [format!("warning {missing} response due")]
    );
    let due = ("response_due", "2021-06-01");
    assert!(said("absent", &[rfe, dated, i94, due]).is_empty());
    assert!(said("unreadable", &[rfe, i94]).is_empty());
    assert!(said("absent", &[]).is_empty());
    assert_eq!(
        said("absent", &[("notice_type", "Receipt Notice"), dated, i94]),
        [format!(
            "info {missing} case type, received date, a person, amount"
        )]
    );
    let approval = [
        ("notice_type", "Approval Notice"),
        ("case_type", "I-129"),
        ("beneficiary", "DOE, JANE"),
        dated,
    ];
    assert_eq!(
        said("absent", &approval),
        [
            format!("info {missing} class or eligibility category, valid to"),
            "info not read, though an I-797A has it: I-94 number".to_owned()
        ]
    );
}

#[test]
fn dates_that_contradict_are_said() {
    let i94 = ("i94_number", "12345678901");
    let validity = [
        i94,
        ("valid_from", "2024-01-02"),
        ("valid_to", "2023-01-01"),
    ];
    let said_of_validity = said("absent", &validity);
    assert!(said_of_validity[0].contains("ends on 2023-01-01, before it begins"));
    let dates = [
        i94,
        ("received_date", "2021-04-02"),
        ("notice_date", "2021-04-01"),
    ];
    assert!(said("absent", &dates)[0].contains("before the filing was received"));
    let right = [
        i94,
        ("received_date", "2021-04-01"),
        ("notice_date", "2021-04-01"),
    ];
    assert!(said("absent", &right).is_empty());
}
