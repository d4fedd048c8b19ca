use super::super::{Conclusion, LabelKind, Reading, interpret};
use crate::model::source::TextSource;
use crate::text::sample::page;

#[test]
fn the_title_of_a_form_is_no_label() {
    for title in [
        "I131 APPLICATION FOR TRAVEL DOCUMENT",
        "1131 - APPLICATION FOR TRAVEL DOCUMENT",
        "APPLICATION FOR TRAVEL DOCUMENT",
        "I-90, Application to Replace Permanent Resident Card",
        "PETITION FOR ALIEN RELATIVE",
        "I821D - CONSIDERATION OF DEFERRED ACTION FOR CHILDHOOD ARRIVALS",
    ] {
        let rows = [
            (40.0, 100.0, "Receipt Number"),
            (200.0, 100.0, "Case Type"),
            (40.0, 112.0, "SRC1605516873"),
            (200.0, 112.0, title),
            (200.0, 130.0, "Applicant A 40 294 181"),
        ];
        let meaning = interpret(&page(&rows, TextSource::Ocr));
        let read = meaning
            .readings
            .iter()
            .find(|r| r.canonical == "A040294181");
        assert_eq!(read.map(|r| r.verdict), Some(Conclusion::Accept), "{title}");
    }
}

#[test]
fn a_title_in_a_narrow_cell_has_more_lines() {
    let rows = [
        (40.0, 100.0, "Receipt Number"),
        (400.0, 100.0, "Case Type"),
        (40.0, 112.0, "IOE0991158476"),
        (400.0, 112.0, "I765 - APPLICATION FOR"),
        (400.0, 122.0, "EMPLOYMENT"),
        (400.0, 132.0, "AUTHORIZATION"),
        (400.0, 148.0, "Applicant A210849068"),
    ];
    let meaning = interpret(&page(&rows, TextSource::TextLayer));
    let number = |r: &&Reading| r.canonical == "A210849068";
    let read = meaning.readings.iter().find(number);
    assert_eq!(read.map(|r| r.verdict), Some(Conclusion::Accept));
}

#[test]
fn a_label_under_a_title_is_no_line_of_it() {
    let rows = [
        (40.0, 100.0, "I765 - APPLICATION FOR"),
        (40.0, 110.0, "EMPLOYMENT"),
        (40.0, 120.0, "BANK ACCOUNT NUMBER"),
        (40.0, 132.0, "012345678901"),
    ];
    let meaning = interpret(&page(&rows, TextSource::TextLayer));
    let number = |r: &&Reading| r.canonical == "012345678901";
    let read = meaning.readings.iter().find(number);
    assert_ne!(read.map(|r| r.verdict), Some(Conclusion::Accept));
}

#[test]
fn a_label_of_a_number_is_no_title() {
    for label in [
        "Application for Permit Number",
        "Request for Payment No.",
        "Petition of Bank Account",
    ] {
        let rows = [(40.0, 100.0, label), (40.0, 112.0, "012345678901")];
        let meaning = interpret(&page(&rows, TextSource::TextLayer));
        let known = meaning
            .labels
            .iter()
            .any(|l| l.label.kind != LabelKind::Unknown);
        assert!(known, "{label}");
    }
}
