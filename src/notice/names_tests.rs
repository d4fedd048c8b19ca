use serde_json::json;

use super::*;

#[test]
fn two_names_beside_one_number_are_said_with_their_documents() {
    let mut names = Names::default();
    let people = [
        ("A012345678", "DOE, JANE"),
        ("A087654321", "DOE, JANE"),
        ("A012345678", "Jane Doe"),
        ("A012345678", "ROE, RICHARD"),
        ("A*******678", "POE, EDGAR"),
    ];
    for (document, (value, person)) in (0..).zip(people) {
        let number = json!({"kind": "a_number", "value": value, "verdict": "accepted",
            "owner": "applicant", "confidence": 0.9, "evidence": [], "sightings": [],
            "person": person});
        let notice = json!({"pages": [1], "form": null, "notice_type": null,
            "notice_date": null, "account_number": "absent", "identifiers": [number],
            "findings": []});
        names.add(&serde_json::from_value(notice).unwrap(), document);
    }
    let findings = names.finish(|document| format!("{document}.pdf"));
    let [finding] = &findings[..] else {
        panic!("one finding, not {findings:?}")
    };
    assert_eq!(finding.values, ["A012345678"]);
    assert_eq!(finding.documents, ["0.pdf", "3.pdf"]);
}

#[test]
fn spellings_of_one_name_are_one() {
    for (a, b, same) in [
        ("DOE, JANE", "Jane Doe", true),
        ("DOE, JANE", "DOE, JANE ANN", true),
        ("DOE, JANE A", "DOE, JANE ANN", true),
        ("SANTOS, MARIA", "SANT0S, MARIA", true),
        ("SANTOS, MARIA", "SANTUS, MARIA", true),
        ("DOE, JANE", "DOE, JOHN", false),
        ("DOE, JANE", "ROE, JANE", false),
        ("GARCIA-LOPEZ, ANA", "GARCIA LOPEZ ANA", true),
    ] {
        assert_eq!(is_same(&words(a), &words(b)), same, "{a} / {b}");
    }
}
