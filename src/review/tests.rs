use super::*;

#[test]
fn decisions_of_older_pages_are_understood() {
    let text = r#"{"schema_version":1,"decisions":[{"content_hash":"00","path":"a.pdf","page":1,
        "box":[1.0,2.0,3.0,4.0],"notice":null,"kind":"a_number","read":"A012345678",
        "action":"corrected","value":"12345679","note":null}]}"#;
    let file = Decisions::parse(text).unwrap();
    let decision = &file.decisions[0];
    assert_eq!(decision.value.as_deref(), Some("A012345679"));
    assert_eq!((&decision.by, &decision.at), (&None, &None));
}

#[test]
fn values_of_fields_are_checked_as_they_are_typed() {
    let of = |kind: &str, value: &str| {
        let text = format!(
            r#"{{"schema_version":1,"decisions":[{{"content_hash":"00","path":"a.pdf","page":1,
            "box":null,"notice":0,"kind":"{kind}","read":null,"action":"supplied",
            "value":"{value}","note":null,"by":" ab ","at":"2026-11-26T05:00:00Z"}}]}}"#
        );
        Decisions::parse(&text).map(|file| file.decisions[0].value.clone())
    };
    for (kind, typed, kept) in [
        ("received_date", "2021-02-28", "2021-02-28"),
        ("case_type", "i485", "I-485"),
        ("applicant", " DOE,  JANE ", "DOE, JANE"),
    ] {
        assert_eq!(of(kind, typed), Ok(Some(kept.to_owned())));
    }
    for (kind, typed) in [
        ("received_date", "2021-02-30"),
        ("received_date", "28 February"),
        ("case_type", "I-999"),
        ("two-accounts", "A012345678"),
    ] {
        assert!(of(kind, typed).is_err(), "{kind} {typed}");
    }
}
