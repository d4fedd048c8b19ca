use super::*;

#[test]
fn names_are_safe_on_every_system() {
    for (name, safe_name) in [
        ("DOE, JANE / I-485", "DOE, JANE - I-485"),
        ("../../etc/passwd", "etc-passwd"),
        ("-rf", "rf"),
        (".hidden", "hidden"),
        ("a<b>:\"c\"|d?*\\e", "a b - c d e"),
        ("CON", "_CON"),
        ("con.pdf", "_con.pdf"),
        ("COM1", "_COM1"),
        ("COMMON", "COMMON"),
        ("ends with dots...", "ends with dots"),
        ("a\u{202e}fdp.exe", "a fdp.exe"),
        ("two\nlines\0", "two lines"),
        ("MUÑOZ, JOSÉ", "MUÑOZ, JOSÉ"),
        ("…", "notice"),
    ] {
        assert_eq!(safe(name), safe_name, "{name}");
    }
    assert!(safe(&"é".repeat(400)).len() <= LONGEST);
}

#[test]
fn a_template_names_known_fields() {
    assert!(Template::parse("{applicant} - {receipt_number}").is_ok());
    assert!(Template::parse("{valid_to}{pages}x").is_ok());
    for (text, why) in [
        ("{nobody}", "no field {nobody}"),
        ("{person", "without a }"),
        ("notice", "no field, such as"),
    ] {
        let error = Template::parse(text).unwrap_err();
        assert!(error.contains(why), "{error}");
    }
}

#[test]
fn a_missing_part_takes_its_joint_along() {
    let name = |template: &str, known: &str| -> String {
        let mut notice: NoticeRecord = serde_json::from_str(
            r#"{"pages":[1],"form":null,"notice_type":null,"notice_date":null,
               "account_number":"absent","identifiers":[],"findings":[]}"#,
        )
        .unwrap();
        if !known.is_empty() {
            notice.form = Some(known.to_owned());
        }
        let source = Source {
            stem: "scan 7",
            pages: "3-4",
        };
        Template::parse(template).unwrap().name(&notice, source)
    };
    assert_eq!(name("{person} - {form} - {class}", "I-797"), "I-797");
    assert_eq!(name("{person} - {class}_{form}", "I-797"), "I-797");
    assert_eq!(name("{form} - {person} - {pages}", "I-797"), "I-797 - 3-4");
    assert_eq!(name("{form} for {person}", "I-797"), "I-797 for");
    assert_eq!(name("{person} - {form}", ""), "scan 7 - pages 3-4");
    assert_eq!(name("{file} {form}", ""), "scan 7 - pages 3-4");
}
