//! Labels that the grammar does not know, and the account label that is the only one of its page.

use super::Conclusion;
use super::told_apart_tests::{NUMBER, base, beside, verdict};
use crate::model::source::TextSource;

#[test]
fn labels_of_things_nobody_listed_explain_their_number() {
    for label in [
        "Scheduling reference (office use)",
        "Encounter number",
        "Adjudicator workflow no.",
        "Pneumatic canister:",
    ] {
        let read = beside(label, TextSource::TextLayer);
        assert_eq!(read, Some(Conclusion::Explained), "{label}");
    }
}

#[test]
fn labels_that_may_be_of_an_account_explain_nothing() {
    for label in [
        "Onlime Acouunt number",
        "Acc ount encounter number",
        "Web encounter number",
        "Encounter log-in number",
        "Filer encounter number",
        "Profile encounter number",
        "Encounter",
        "Wei Qureshi",
        "ENCOUNTER",
        "Enc0unter number",
        "Your number",
    ] {
        for source in [TextSource::TextLayer, TextSource::Ocr] {
            let read = beside(label, source);
            assert_eq!(read, Some(Conclusion::Review), "{label} {source:?}");
        }
    }
}

#[test]
fn an_account_label_that_waits_for_its_number_may_have_any() {
    let mut sheet = base();
    sheet.text(40.0, 120.0, "USCIS Online Account Number", 8.0);
    sheet.text(40.0, 200.0, "Encounter number", 8.0);
    sheet.text(120.0, 200.0, NUMBER, 8.0);
    let read = verdict(sheet, TextSource::TextLayer);
    assert_eq!(read, Some(Conclusion::Review));
}

#[test]
fn the_only_account_label_and_number_belong_together() {
    // Labels stand over their values, but for the one of the account.
    let boxed = |label: &str, more: &[(f32, f32, &str)]| {
        let mut sheet = base();
        for (x, label, value) in [
            (40.0, "Notice Date", "01/02/2023"),
            (130.0, "Received Date", "01/03/2023"),
            (220.0, "Priority Date", "02/03/2023"),
            (310.0, "Amount received", "$85.00"),
            (400.0, "USCIS A#", "A012 345 678"),
        ] {
            sheet.text(x, 100.0, label, 6.0);
            sheet.text(x, 108.0, value, 7.0);
        }
        sheet.text(60.0, 160.0, label, 8.0);
        sheet.text(300.0, 157.0, NUMBER, 14.0);
        sheet.text(60.0, 176.0, "Online Access Code", 8.0);
        sheet.text(300.0, 174.0, "EYIC-4996", 10.0);
        for (x, y, text) in more {
            sheet.text(*x, *y, text, 7.0);
        }
        verdict(sheet, TextSource::TextLayer)
    };
    let label = "USCIS Online Account Number";
    assert_eq!(boxed(label, &[]), Some(Conclusion::Accept));
    let doubted = [
        ("Online Account", vec![]),
        (label, vec![(300.0, 145.0, "Encounter number")]),
        (
            label,
            vec![
                (60.0, 300.0, "Attorney account number"),
                (60.0, 309.0, "111122223333"),
            ],
        ),
    ];
    for (label, more) in doubted {
        assert_ne!(
            boxed(label, &more),
            Some(Conclusion::Accept),
            "{label} {more:?}"
        );
    }
}
