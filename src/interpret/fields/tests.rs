//! Fields of small pages, drawn by hand.

use crate::interpret::understand;
use crate::model::record::FieldKind;
use crate::model::source::TextSource;
use crate::model::verdict::Verdict;
use crate::text::sample::page;

type Row<'a> = (f32, f32, &'a str);

/// The value of a field, with whether it was accepted.
fn read(rows: &[Row<'_>], kind: FieldKind) -> Option<(String, bool)> {
    let (_, fields) = understand(&page(rows, TextSource::TextLayer));
    let first = fields.readings.into_iter().find(|r| r.kind == kind)?;
    Some((first.value, first.verdict == Verdict::Accepted))
}

fn accepted(rows: &[Row<'_>], kind: FieldKind) -> Option<String> {
    read(rows, kind)
        .filter(|(_, sure)| *sure)
        .map(|(value, _)| value)
}

const GRID: [Row<'static>; 17] = [
    (40.0, 40.0, "Form I-797C, Notice of Action"),
    (40.0, 80.0, "Receipt Number"),
    (300.0, 80.0, "Case Type"),
    (40.0, 90.0, "EAC2112345678"),
    (
        300.0,
        90.0,
        "I485 - APPLICATION TO REGISTER PERMANENT RESIDENCE",
    ),
    (40.0, 110.0, "Received Date"),
    (160.0, 110.0, "Priority Date"),
    (300.0, 110.0, "Applicant A099 900 222"),
    (40.0, 120.0, "04/01/2021"),
    (300.0, 120.0, "DOE, JANE ANN"),
    (40.0, 140.0, "Notice Date"),
    (160.0, 140.0, "Page"),
    (40.0, 150.0, "04/08/2021"),
    (160.0, 150.0, "1 of 1"),
    (330.0, 180.0, "Notice Type: Approval Notice"),
    (330.0, 190.0, "Class: L2"),
    (330.0, 200.0, "Valid from 05/01/2021 to 04/30/2023"),
];

#[test]
fn a_title_case_grid_has_its_values_under_their_labels() {
    for (kind, value) in [
        (FieldKind::NoticeType, "Approval Notice"),
        (FieldKind::CaseType, "I-485"),
        (FieldKind::ReceivedDate, "2021-04-01"),
        (FieldKind::NoticeDate, "2021-04-08"),
        (FieldKind::Applicant, "DOE, JANE ANN"),
        (FieldKind::Class, "L2"),
        (FieldKind::ValidFrom, "2021-05-01"),
        (FieldKind::ValidTo, "2023-04-30"),
    ] {
        assert_eq!(accepted(&GRID, kind).as_deref(), Some(value), "{kind}");
    }
    assert_eq!(read(&GRID, FieldKind::PriorityDate), None);
    assert_eq!(read(&GRID, FieldKind::Petitioner), None);
}

#[test]
fn an_a_number_in_a_persons_cell_has_that_person() {
    let (_, fields) = understand(&page(&GRID, TextSource::TextLayer));
    let names: Vec<&str> = fields
        .owners
        .iter()
        .map(|(_, name)| name.as_str())
        .collect();
    assert_eq!(names, ["DOE, JANE ANN"]);
}

#[test]
fn no_date_without_a_label_is_the_notices_but_the_one_of_a_letter() {
    let rows = [
        (40.0, 100.0, "Receipt Number: EAC2112345678"),
        (40.0, 120.0, "Received Date: 04/01/2021"),
        (40.0, 140.0, "Date of Birth: 02/03/1980"),
        (40.0, 700.0, "05/06/2021"),
    ];
    assert_eq!(read(&rows, FieldKind::NoticeDate), None);
    let letter = [
        (40.0, 60.0, "U.S. Citizenship and Immigration Services"),
        (40.0, 100.0, "24 Jun 2022"),
        (40.0, 200.0, "Request for Evidence"),
    ];
    assert_eq!(
        accepted(&letter, FieldKind::NoticeDate).as_deref(),
        Some("2022-06-24")
    );
}

#[test]
fn days_are_read_in_every_spelling() {
    for (printed, iso) in [
        ("04/01/2021", "2021-04-01"),
        ("April 1, 2021", "2021-04-01"),
        ("1 Apr 2021", "2021-04-01"),
        ("Apr. 1, 2021", "2021-04-01"),
        ("APR 01, 2021", "2021-04-01"),
    ] {
        let text = format!("Notice Date: {printed}");
        let rows = [(40.0, 100.0, text.as_str())];
        assert_eq!(accepted(&rows, FieldKind::NoticeDate).as_deref(), Some(iso));
    }
}

#[test]
fn a_date_that_cannot_be_goes_to_review() {
    let rows = [(40.0, 100.0, "Notice Date: 02/30/2021")];
    let read = read(&rows, FieldKind::NoticeDate);
    assert_eq!(read.map(|(_, sure)| sure), Some(false));
}

#[test]
fn an_unknown_type_at_its_label_goes_to_review_as_printed() {
    let rows = [(40.0, 100.0, "Notice Type: Frobnication Bulletin")];
    assert_eq!(
        read(&rows, FieldKind::NoticeType),
        Some(("Frobnication Bulletin".to_owned(), false))
    );
}

#[test]
fn responses_are_due_by_the_day_of_their_sentence() {
    for text in [
        "YOUR RESPONSE MUST BE RECEIVED IN THIS OFFICE BY April 15, 2022. The case will be",
        "Your answer must reach this office no later than April 15, 2022. If none is received",
    ] {
        let rows = [
            (40.0, 100.0, "Request for Evidence"),
            (40.0, 120.0, text),
            (
                40.0,
                130.0,
                "decided on the record if nothing arrives by that date and we do not have it.",
            ),
        ];
        let due = accepted(&rows, FieldKind::ResponseDue);
        assert_eq!(due.as_deref(), Some("2022-04-15"), "{text}");
    }
}

#[test]
fn an_appointment_has_day_time_and_place() {
    let rows = [
        (40.0, 100.0, "APPLICATION SUPPORT CENTER"),
        (300.0, 100.0, "DATE AND TIME OF APPOINTMENT"),
        (40.0, 112.0, "USCIS NORFOLK"),
        (300.0, 112.0, "01/09/2019"),
        (40.0, 122.0, "5678 EAST VIRGINIA BEACH BLVD"),
        (300.0, 122.0, "9:00 AM"),
        (40.0, 132.0, "NORFOLK VA 23502-2428"),
    ];
    let place = "USCIS NORFOLK, 5678 EAST VIRGINIA BEACH BLVD, NORFOLK VA 23502-2428";
    for (kind, value) in [
        (FieldKind::AppointmentDate, "2019-01-09"),
        (FieldKind::AppointmentTime, "9:00 AM"),
        (FieldKind::AppointmentPlace, place),
    ] {
        assert_eq!(accepted(&rows, kind).as_deref(), Some(value), "{kind}");
    }
}

#[test]
fn other_labels_make_no_persons() {
    for text in [
        "Prior petitioner: SABLE POINT INC",
        "Attorney for applicant: JANE DOE",
        "Applicant: USCIS Online Account Number",
    ] {
        let rows = [(40.0, 100.0, text)];
        assert_eq!(read(&rows, FieldKind::Petitioner), None, "{text}");
        assert_eq!(read(&rows, FieldKind::Applicant), None, "{text}");
    }
}

#[test]
fn names_may_be_printed_in_small_letters() {
    for text in ["Applicant: Priya Fuentes", "Applicant: PRIYA FUENTES"] {
        let rows = [(40.0, 100.0, text)];
        assert!(accepted(&rows, FieldKind::Applicant).is_some(), "{text}");
    }
}

#[test]
fn two_values_of_one_field_go_to_review() {
    let rows = [
        (40.0, 100.0, "Petitioner: ACME TOOLS INC"),
        (40.0, 160.0, "Petitioner: OTHER TOOLS LLC"),
    ];
    let read = read(&rows, FieldKind::Petitioner);
    assert_eq!(read.map(|(_, sure)| sure), Some(false));
}

#[test]
fn an_extension_in_a_sentence_is_counted_in_months() {
    let rows = [
        (
            40.0,
            100.0,
            "This notice, with the card that has expired, shows that your status as a",
        ),
        (
            40.0,
            110.0,
            "permanent resident is extended for 48 months from the date on the card.",
        ),
    ];
    let months = accepted(&rows, FieldKind::ExtensionMonths);
    assert_eq!(months.as_deref(), Some("48"));
}

#[test]
fn the_addressee_is_the_name_over_the_address() {
    let rows = [
        (60.0, 200.0, "JANE ANN DOE"),
        (60.0, 210.0, "10 ELM ST APT 4"),
        (60.0, 220.0, "UTICA NY 13501"),
    ];
    let name = accepted(&rows, FieldKind::Addressee);
    assert_eq!(name.as_deref(), Some("JANE ANN DOE"));
}

#[test]
fn a_weekday_before_the_day_of_receipt_is_none_of_its_label() {
    for rows in [
        vec![(40.0, 100.0, "Received Date: Thursday, April 1, 2021")],
        vec![
            (40.0, 100.0, "Received Date"),
            (40.0, 110.0, "Thursday, April 1, 2021"),
        ],
    ] {
        let day = accepted(&rows, FieldKind::ReceivedDate);
        assert_eq!(day.as_deref(), Some("2021-04-01"), "{rows:?}");
    }
}

#[test]
fn a_time_far_from_its_day_counts_where_nothing_else_may_be_meant() {
    let rows = [
        (40.0, 60.0, "NOTICE OF OATH CEREMONY"),
        (40.0, 100.0, "Appointment Date: April 11, 2019"),
        (40.0, 240.0, "Doors open at 8:00 AM"),
        (40.0, 260.0, "Telephone hours end at 5:00 PM"),
    ];
    let time = |rows: &[Row<'_>]| read(rows, FieldKind::AppointmentTime);
    assert_eq!(time(&rows[..3]), Some(("8:00 AM".to_owned(), true)));
    assert_eq!(time(&rows), Some(("8:00 AM".to_owned(), false)));
    let mut level = rows;
    level[2] = (480.0, 100.0, "8:00 AM");
    assert_eq!(time(&level), Some(("8:00 AM".to_owned(), true)));
}

#[test]
fn a_column_of_sums_that_moved_by_a_line_goes_to_review() {
    let labels = ["Application Fee:", "Total Amount Received:", "Balance Due:"];
    let sums = ["$370.00", "$455.00", "$0.00"];
    let amount = |shift: f32| {
        let mut rows: Vec<Row<'_>> = Vec::new();
        for (at, (label, sum)) in labels.iter().zip(sums).enumerate() {
            let y = 300.0 + 12.0 * at as f32;
            rows.extend([(40.0, y, *label), (260.0, y + shift, sum)]);
        }
        let (_, fields) = understand(&page(&rows, TextSource::Ocr));
        let mut of = fields.readings.into_iter();
        of.find(|r| r.kind == FieldKind::Amount)
            .map(|r| (r.value, r.verdict))
    };
    let sum = |text: &str, verdict| Some((text.to_owned(), verdict));
    assert_eq!(amount(0.0), sum("455.00", Verdict::Accepted));
    assert_eq!(amount(-12.0), sum("0.00", Verdict::Review));
    assert_eq!(amount(12.0), sum("370.00", Verdict::Review));
}
