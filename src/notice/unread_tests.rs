use super::*;
use crate::interpret::meaning::interpret;
use crate::interpret::{NoRereading, judge};
use crate::text::sample::page;

fn unread(rows: &[(f32, f32, &str)], source: TextSource) -> bool {
    let page = page(rows, source);
    number_unread(&page, &interpret(&page), &[])
}

#[test]
fn digits_that_are_no_number_at_a_label_are_a_sign() {
    for rows in [
        [(40.0, 100.0, "Receipt Number"), (40.0, 112.0, "I0E09 123")],
        [(40.0, 100.0, "USCIS A#"), (40.0, 112.0, "4o2 94181")],
        [(40.0, 100.0, "Applicant"), (40.0, 112.0, "A 12345")],
        [(40.0, 100.0, "Applicant"), (90.0, 100.0, "A256-5")],
    ] {
        assert!(unread(&rows, TextSource::Ocr), "{rows:?}");
    }
}

#[test]
fn other_values_at_a_label_are_none() {
    for rows in [
        [(40.0, 100.0, "Receipt Number"), (40.0, 112.0, "04/01/2021")],
        [(40.0, 100.0, "USCIS A#"), (40.0, 112.0, "JOHN DOE")],
    ] {
        assert!(!unread(&rows, TextSource::Ocr), "{rows:?}");
    }
}

#[test]
fn digits_in_a_column_of_a_numbers_are_a_sign() {
    let unread = |third: &str| {
        let rows = [
            (40.0, 100.0, "USCIS A#"),
            (40.0, 112.0, "A228 442 269"),
            (40.0, 124.0, "A248 905 575"),
            (40.0, 136.0, third),
        ];
        let page = page(&rows, TextSource::Ocr);
        let meaning = interpret(&page);
        let judged = judge(&page, &meaning, true, &mut NoRereading);
        has_gap_in_column(&meaning, &judged)
    };
    assert!(unread("7081 579 650"));
    assert!(!unread("A081 579 650"));
    assert!(!unread("04/01/2021"));
}

#[test]
fn a_stamp_behind_digits_does_not_explain_them() {
    let rows = [
        (40.0, 100.0, "Online Account Number"),
        (230.0, 100.0, "07546677 0SBCE MAIL ROOM"),
    ];
    assert!(unread(&rows, TextSource::Ocr));
}
