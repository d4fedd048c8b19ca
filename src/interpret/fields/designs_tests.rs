//! Kinds of pages that other authors drew: names in sentences and in columns, days with a label
//! beside them, and print that was read in part.

use crate::interpret::understand;
use crate::model::confidence::Confidence;
use crate::model::record::FieldKind;
use crate::model::source::TextSource;
use crate::model::verdict::Verdict;
use crate::text::PageText;
use crate::text::sample::{page, sized_page};

type Row<'a> = (f32, f32, &'a str);

fn of_page(page: &PageText, kind: FieldKind) -> Option<(String, bool)> {
    let (_, fields) = understand(page);
    let first = fields.readings.into_iter().find(|r| r.kind == kind)?;
    Some((first.value, first.verdict == Verdict::Accepted))
}

fn native(rows: &[Row<'_>], kind: FieldKind) -> Option<(String, bool)> {
    of_page(&page(rows, TextSource::TextLayer), kind)
}

fn scanned(rows: &[Row<'_>], kind: FieldKind) -> Option<(String, bool)> {
    of_page(&page(rows, TextSource::Ocr), kind)
}

fn sure(value: &str) -> Option<(String, bool)> {
    Some((value.to_owned(), true))
}

fn doubtful(value: &str) -> Option<(String, bool)> {
    Some((value.to_owned(), false))
}

#[test]
fn sentences_name_people_and_what_was_paid() {
    let rows = [
        (40.0, 60.0, "Acknowledgment of Receipt"),
        (
            40.0,
            100.0,
            "This is to tell you that your Form I-130 was taken in, and the",
        ),
        (
            40.0,
            109.0,
            "fee of $370.00 was credited to your case. The petitioner on",
        ),
        (
            40.0,
            118.0,
            "our record is JANE ANN DOE. You ask for a benefit for RICHARD",
        ),
        (
            40.0,
            127.0,
            "ROE, the beneficiary, whose A-Number is A025552227.",
        ),
    ];
    assert_eq!(native(&rows, FieldKind::Petitioner), sure("JANE ANN DOE"));
    assert_eq!(native(&rows, FieldKind::Beneficiary), sure("RICHARD ROE"));
    assert_eq!(native(&rows, FieldKind::Amount), sure("370.00"));
    let other = [
        (
            40.0,
            100.0,
            "The petitioner in another case is JANE DOE, and you have asked",
        ),
        (
            40.0,
            109.0,
            "USCIS, the petitioner says, to send a fee of $370.00 at once.",
        ),
    ];
    assert_eq!(native(&other, FieldKind::Petitioner), None);
    assert_eq!(native(&other, FieldKind::Amount), None);
}

#[test]
fn a_name_stands_beside_its_number_or_behind_leaders() {
    let rows = [
        (40.0, 60.0, "Form I-797C, Notice of Action"),
        (300.0, 100.0, "BENEFICIARY"),
        (300.0, 110.0, "A 075 964 598"),
        (400.0, 110.0, "ROE, RICHARD"),
    ];
    assert_eq!(native(&rows, FieldKind::Beneficiary), sure("ROE, RICHARD"));
    let rows = [
        (40.0, 100.0, "PETITIONER"),
        (
            40.0,
            112.0,
            "NAME . . . . . . . . . . . . . . . . . . . . . . . . . . . DOE, JANE",
        ),
    ];
    assert_eq!(native(&rows, FieldKind::Petitioner), sure("DOE, JANE"));
    let rows = [
        (40.0, 100.0, "No. Beneficiary"),
        (200.0, 100.0, "A-Number"),
        (56.0, 112.0, "ROE, RICHARD"),
        (200.0, 112.0, "A055 499 095"),
    ];
    assert_eq!(native(&rows, FieldKind::Beneficiary), sure("ROE, RICHARD"));
}

#[test]
fn a_name_under_smaller_print_is_not_that_of_the_label_under_it() {
    let rows = [
        (40.0, 60.0, 8.0, "Form I-797C, Notice of Action"),
        (40.0, 90.0, 6.0, "Sent in for"),
        (40.0, 97.0, 8.0, "ROE, RICHARD"),
        (40.0, 109.0, 6.0, "Petitioner"),
        (300.0, 90.0, 8.0, "04/01/2021"),
        (300.0, 99.0, 6.0, "Notice Date"),
        (300.0, 110.0, 8.0, "EAC2112345678"),
        (300.0, 119.0, 6.0, "Receipt Number"),
    ];
    let page = sized_page(&rows, TextSource::Ocr);
    let (value, accepted) = of_page(&page, FieldKind::Petitioner).unwrap_or_default();
    assert!(!accepted, "{value}");
}

#[test]
fn a_name_cut_at_the_next_cell_is_doubted() {
    let rows = [
        (40.0, 60.0, "JANE BENJAMINA DOE"),
        (40.0, 100.0, "APPLICANT"),
        (140.0, 100.0, "DOE, JANE BENJAMI"),
        (232.0, 100.0, "PAGE"),
        (270.0, 100.0, "1 of 2"),
    ];
    assert_eq!(
        native(&rows, FieldKind::Applicant),
        doubtful("DOE, JANE BENJAMI")
    );
}

#[test]
fn what_is_due_by_a_day_leaves_the_day_of_a_letter_alone() {
    let letter: [Row<'_>; 4] = [
        (40.0, 60.0, "November 3, 2013"),
        (40.0, 120.0, "REQUEST FOR EVIDENCE"),
        (
            40.0,
            160.0,
            "YOUR RESPONSE MUST BE RECEIVED IN THIS OFFICE BY:",
        ),
        (360.0, 160.0, "February 1, 2014"),
    ];
    assert_eq!(native(&letter, FieldKind::NoticeDate), sure("2013-11-03"));
    assert_eq!(native(&letter, FieldKind::ResponseDue), sure("2014-02-01"));
    let mut other = letter;
    other[2].2 = "THIS OFFICE OPENED ITS FILE ON THE CASE:";
    assert_eq!(
        native(&other, FieldKind::NoticeDate),
        doubtful("2013-11-03")
    );
}

#[test]
fn a_day_in_a_column_of_values_is_not_that_of_a_letter() {
    let rows = [
        (40.0, 80.0, "Receipt number:"),
        (220.0, 80.0, "EAC2112345678"),
        (220.0, 92.0, "25 Oct 2013"),
        (40.0, 104.0, "Form:"),
        (220.0, 104.0, "I-140"),
    ];
    assert_eq!(
        scanned(&rows, FieldKind::NoticeDate),
        doubtful("2013-10-25")
    );
}

#[test]
fn a_day_under_print_that_was_not_read_is_not_that_of_a_letter() {
    let rows = [(40.0, 80.0, "ne P12"), (40.0, 91.0, "February 7, 2019")];
    let mut page = page(&rows, TextSource::Ocr);
    assert_eq!(of_page(&page, FieldKind::NoticeDate), sure("2019-02-07"));
    for word in &mut page.lines[0].words {
        word.confidence = Confidence::NONE;
    }
    let day = of_page(&page, FieldKind::NoticeDate);
    assert_eq!(day, doubtful("2019-02-07"));
}

#[test]
fn labels_of_days_are_known_in_more_words() {
    for (label, kind) in [
        ("Date we got your package:", FieldKind::ReceivedDate),
        ("DTD:", FieldKind::NoticeDate),
    ] {
        let rows = [(40.0, 100.0, label), (220.0, 100.0, "June 16, 2019")];
        assert_eq!(native(&rows, kind), sure("2019-06-16"), "{label}");
    }
    // The second line of a title is no label.
    let rows = [
        (300.0, 60.0, "Notice of Naturalization"),
        (300.0, 70.0, "Oath Ceremony"),
        (300.0, 84.0, "Notice Date"),
        (400.0, 84.0, "02/02/2024"),
    ];
    assert_eq!(native(&rows, FieldKind::NoticeDate), sure("2024-02-02"));
    assert_eq!(native(&rows, FieldKind::AppointmentDate), None);
}

#[test]
fn a_date_and_a_time_are_known_without_their_marks() {
    let rows = [
        (40.0, 60.0, "ASC APPOINTMENT NOTICE"),
        (40.0, 80.0, "NOTICE DATE"),
        (40.0, 89.0, "May 22"),
        (83.0, 89.0, "2015"),
        (300.0, 120.0, "DATE AND TIME OF APPOINTMENT"),
        (300.0, 130.0, "08/15/2016 09 15AM"),
    ];
    assert_eq!(scanned(&rows, FieldKind::NoticeDate), sure("2015-05-22"));
    assert_eq!(scanned(&rows, FieldKind::AppointmentTime), sure("09:15AM"));
}

#[test]
fn a_firm_that_keeps_the_mail_is_no_addressee() {
    let lines = ["C/O ROE & ROE LLP", "10 ELM ST APT 4", "UTICA NY 13501"];
    let rows: Vec<Row<'_>> = (0_u8..)
        .zip(lines)
        .map(|(at, line)| (60.0, 200.0 + 10.0 * f32::from(at), line))
        .collect();
    assert_eq!(scanned(&rows, FieldKind::Addressee), None);
}

#[test]
fn a_form_is_known_by_the_code_behind_its_title() {
    let rows = [
        (40.0, 60.0, "Petition for Alien Relative (I-130)"),
        (40.0, 72.0, "Case receipt number: IOE0768943374"),
    ];
    assert_eq!(native(&rows, FieldKind::CaseType), sure("I-130"));
    let rows = [(40.0, 60.0, "Medical report (I-485)")];
    assert_eq!(native(&rows, FieldKind::CaseType), None);
}
