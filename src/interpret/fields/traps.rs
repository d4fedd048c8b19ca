//! Print that looks like a field and is none, or not the whole of it.

use crate::interpret::understand;
use crate::model::record::FieldKind;
use crate::model::source::TextSource;
use crate::model::verdict::Verdict;
use crate::text::sample::sized_page;

type Row<'a> = (f32, f32, f32, &'a str);

/// The value of a field beside a letter's head and text, and whether it was accepted.
fn read(rows: &[Row<'_>], kind: FieldKind) -> Option<(String, bool)> {
    let mut all = vec![
        (40.0, 40.0, 8.0, "U.S. Citizenship and Immigration Services"),
        (40.0, 60.0, 8.0, "Receipt Number: EAC2112345678"),
    ];
    all.extend(rows);
    all.extend([
        (
            40.0,
            600.0,
            8.0,
            "We have received the form that you sent to us and will write to you.",
        ),
        (
            40.0,
            610.0,
            8.0,
            "You do not have to do anything until you hear from this office again.",
        ),
        (
            40.0,
            620.0,
            8.0,
            "Please keep this letter with your records for as long as you need it.",
        ),
    ]);
    let (_, fields) = understand(&sized_page(&all, TextSource::TextLayer));
    let first = fields.readings.into_iter().find(|r| r.kind == kind)?;
    Some((first.value, first.verdict == Verdict::Accepted))
}

fn accepted(rows: &[Row<'_>], kind: FieldKind) -> Option<String> {
    read(rows, kind)
        .filter(|(_, sure)| *sure)
        .map(|(value, _)| value)
}

const PROSE: Row<'static> = (
    40.0,
    312.0,
    8.0,
    "If you move, you must tell us within ten days of the day on which you moved.",
);

#[test]
fn headings_of_advice_are_no_notice_types() {
    for heading in [
        "Change of Address",
        "CHANGE OF ADDRESS",
        "Notice to Applicant",
        "Withdrawal of Petition",
        "Additional Information",
        "Premium Processing",
        "Biometrics",
        "Where to Send Your Response",
        "Notice of Appeal or Motion",
        "Fee Refund",
        "Payment Information",
    ] {
        for size in [8.0, 11.0] {
            let rows = [(40.0, 300.0, size, heading), PROSE];
            assert_eq!(read(&rows, FieldKind::NoticeType), None, "{heading}");
        }
    }
    // One word, or words that head sections, are types only as the page's title.
    for heading in [
        "Withdrawal",
        "Decision",
        "Case Status",
        "Request to Reschedule",
    ] {
        let rows = [(40.0, 300.0, 8.0, heading), PROSE];
        assert_eq!(accepted(&rows, FieldKind::NoticeType), None, "{heading}");
    }
    let rows = [(200.0, 100.0, 14.0, "DECISION"), PROSE];
    let title = accepted(&rows, FieldKind::NoticeType);
    assert_eq!(title.as_deref(), Some("Decision"));
}

#[test]
fn a_heading_beside_the_title_leaves_doubt_only_where_it_is_as_large() {
    let title = (200.0, 100.0, 14.0, "Request for Evidence");
    let heading = (40.0, 300.0, 8.0, "Change of Address Confirmation");
    let small = accepted(&[title, heading, PROSE], FieldKind::NoticeType);
    assert_eq!(small.as_deref(), Some("Request for Evidence"));
    let large = (40.0, 300.0, 14.0, "Change of Address Confirmation");
    let both = accepted(&[title, large, PROSE], FieldKind::NoticeType);
    assert_eq!(both, None);
}

#[test]
fn the_word_for_the_issue_is_part_of_the_type() {
    for (printed, value) in [
        ("Receipt Notice - Duplicate", "Receipt Notice - Duplicate"),
        ("Receipt Notice (Duplicate)", "Receipt Notice Duplicate"),
        ("AMENDED APPROVAL NOTICE", "Amended Approval Notice"),
        ("Corrected - Approval Notice", "Corrected - Approval Notice"),
    ] {
        let label = format!("Notice Type: {printed}");
        for row in [
            (300.0, 100.0, 8.0, label.as_str()),
            (200.0, 100.0, 14.0, printed),
        ] {
            let found = accepted(&[row], FieldKind::NoticeType);
            assert_eq!(found.as_deref(), Some(value), "{printed}");
        }
    }
    // Whatever else follows, somebody must look.
    let more = [(
        300.0,
        100.0,
        8.0,
        "Notice Type: Approval Notice - Partial Grant",
    )];
    assert_eq!(accepted(&more, FieldKind::NoticeType), None);
    let beside = [
        (200.0, 100.0, 14.0, "Receipt Notice"),
        (240.0, 118.0, 8.0, "DUPLICATE"),
    ];
    assert_eq!(accepted(&beside, FieldKind::NoticeType), None);
}

#[test]
fn a_type_goes_on_in_the_next_line() {
    for (first, second, whole) in [
        ("NOTICE OF INTENT", "TO DENY", "Notice of Intent to Deny"),
        (
            "NOTICE OF INTENT TO",
            "REVOKE",
            "Notice of Intent to Revoke",
        ),
        (
            "REQUEST FOR APPLICANT TO APPEAR FOR",
            "INITIAL INTERVIEW",
            "Request for Applicant to Appear for Initial Interview",
        ),
        (
            "NOTICE OF INTERVIEW",
            "CANCELLATION",
            "Notice of Interview Cancellation",
        ),
        (
            "REQUEST FOR EVIDENCE",
            "NOTICE OF ACTION",
            "Request for Evidence",
        ),
    ] {
        let rows = [(200.0, 100.0, 12.0, first), (200.0, 114.0, 12.0, second)];
        let found = accepted(&rows, FieldKind::NoticeType);
        assert_eq!(found.as_deref(), Some(whole), "{first}");
    }
}

#[test]
fn the_day_of_a_payment_is_not_the_notices() {
    let fees = [
        (40.0, 300.0, 8.0, "Date"),
        (160.0, 300.0, 8.0, "Fee"),
        (300.0, 300.0, 8.0, "Amount"),
        (40.0, 312.0, 8.0, "04/01/2021"),
        (160.0, 312.0, 8.0, "Application Fee"),
        (300.0, 312.0, 8.0, "$1,140.00"),
    ];
    assert_eq!(accepted(&fees, FieldKind::NoticeDate), None);
    for label in [
        "Payment Date",
        "Date of Payment",
        "Check Date",
        "Date Charged",
        "Date of Birth",
        "Fee Due Date",
        "Refund Date",
        "Deposit Date",
    ] {
        let row = format!("{label}: 04/01/2021");
        let rows = [(40.0, 300.0, 8.0, row.as_str())];
        assert_eq!(accepted(&rows, FieldKind::NoticeDate), None, "{label}");
    }
    let mut both = fees.to_vec();
    both.push((40.0, 100.0, 8.0, "Notice Date: 04/20/2021"));
    let date = accepted(&both, FieldKind::NoticeDate);
    assert_eq!(date.as_deref(), Some("2021-04-20"));
}

#[test]
fn forms_of_a_list_of_evidence_are_not_the_case() {
    let rows = [
        (40.0, 100.0, 8.0, "Form Type: I-130"),
        (40.0, 300.0, 8.0, "Form I-864 with tax returns"),
    ];
    let form = accepted(&rows, FieldKind::CaseType);
    assert_eq!(form.as_deref(), Some("I-130"));
    let rows = [(40.0, 300.0, 8.0, "Form I-864 with tax returns")];
    assert_eq!(accepted(&rows, FieldKind::CaseType), None);
}

#[test]
fn names_are_read_over_two_lines_and_in_sentences_that_end_with_a_colon() {
    let rows = [
        (40.0, 300.0, 8.0, "Beneficiary"),
        (40.0, 310.0, 8.0, "DE LA CRUZ,"),
        (40.0, 320.0, 8.0, "MARIA JOSE"),
    ];
    let name = accepted(&rows, FieldKind::Beneficiary);
    assert_eq!(name.as_deref(), Some("DE LA CRUZ, MARIA JOSE"));
    let rows = [(40.0, 300.0, 8.0, "You, the petitioner: BOUKHARI, CARLA")];
    let name = accepted(&rows, FieldKind::Petitioner);
    assert_eq!(name.as_deref(), Some("BOUKHARI, CARLA"));
}

#[test]
fn the_day_beside_a_time_is_that_of_the_appointment() {
    let rows: [Row<'_>; 6] = [
        (40.0, 80.0, 9.0, "November 4, 2019"),
        (200.0, 140.0, 11.0, "INTERVIEW APPOINTMENT NOTICE"),
        (42.0, 160.0, 6.0, "DATE"),
        (165.0, 160.0, 6.0, "TIME"),
        (44.0, 176.0, 10.0, "December 12, 2019"),
        (168.0, 176.0, 10.0, "9:00 AM"),
    ];
    let of = |kind| accepted(&rows, kind);
    let day = of(FieldKind::AppointmentDate);
    assert_eq!(day.as_deref(), Some("2019-12-12"));
    let time = of(FieldKind::AppointmentTime);
    assert_eq!(time.as_deref(), Some("9:00 AM"));
    let notice = of(FieldKind::NoticeDate);
    assert_eq!(notice.as_deref(), Some("2019-11-04"));
}

#[test]
fn the_day_of_a_payment_is_no_notice_date() {
    let rows: [Row<'_>; 3] = [
        (40.0, 200.0, 8.0, "August 14, 2023"),
        (160.0, 200.0, 8.0, "Filing fee"),
        (520.0, 200.0, 8.0, "$1,225.00"),
    ];
    assert_eq!(accepted(&rows, FieldKind::NoticeDate), None);
}

#[test]
fn the_labels_of_the_next_row_are_no_title() {
    let rows = [
        (40.0, 100.0, 6.0, "CASE TYPE"),
        (40.0, 108.0, 8.0, "I-130 - PETITION FOR ALIEN RELATIVE"),
        (40.0, 118.0, 6.0, "RECEIVED DATE"),
        (300.0, 118.0, 6.0, "NOTICE DATE"),
        (40.0, 126.0, 8.0, "01/28/2023"),
        (300.0, 126.0, 8.0, "06/28/2023"),
    ];
    let (_, fields) = understand(&sized_page(&rows, TextSource::TextLayer));
    let mut of = fields.readings.into_iter();
    let case = of.find(|r| r.kind == FieldKind::CaseType).unwrap();
    assert_eq!(case.title.as_deref(), Some("PETITION FOR ALIEN RELATIVE"));
}
