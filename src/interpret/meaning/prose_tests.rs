//! What running text, and labels that go on in it, say of numbers.

use super::told_apart_tests::{NUMBER, base, verdict};
use super::{Conclusion, DateKind, LabelKind, Reading, Role, interpret};
use crate::model::source::TextSource;

/// What becomes of [`NUMBER`] in some lines, set one under another.
fn lines(lines: &[&str]) -> Option<Conclusion> {
    let mut sheet = base();
    for (row, text) in (0u8..).zip(lines) {
        sheet.text(40.0, 200.0 + 11.0 * f32::from(row), text, 9.0);
    }
    verdict(sheet, TextSource::TextLayer)
}

/// What a paragraph says.
fn told(text: &str) -> Vec<Reading> {
    let mut sheet = base();
    sheet.paragraph(40.0, 200.0, text, 9.0, 500.0);
    interpret(&sheet.page()).readings
}

fn of_number(text: &str) -> Option<Conclusion> {
    let mut readings = told(text).into_iter();
    let found = readings.find(|r| r.canonical.contains(NUMBER));
    found.map(|r| r.verdict)
}

#[test]
fn a_label_that_goes_on_from_the_line_before_is_whose_that_line_says() {
    let number = format!("online account number: {NUMBER}");
    let of = |before: &str| lines(&[before, &number]);
    assert_eq!(
        of("Copy: Elena Forouzan; attorney's USCIS"),
        Some(Conclusion::Explained)
    );
    assert_ne!(of("Filed with the interpreter's"), Some(Conclusion::Accept));
    assert_eq!(of("Things of the sister's"), Some(Conclusion::Review));
    // A line that says all of something does not reach into the next, nor is it its heading.
    let own = format!("USCIS Online Account Number: {NUMBER}");
    let after = |line: &str| lines(&[line, &own]);
    assert_eq!(
        after("Copy sent to your attorney."),
        Some(Conclusion::Review)
    );
    assert_eq!(after("Your attorney"), Some(Conclusion::Explained));
    assert_eq!(after("Keep this for your files."), Some(Conclusion::Accept));
    let portal = format!("myUSCIS account number: {NUMBER}");
    assert_eq!(lines(&["Applicant", &portal]), Some(Conclusion::Accept));
}

#[test]
fn an_example_is_what_follows_its_announcement() {
    let of = |text: &str| of_number(text);
    let first = format!(
        "People ask us for this often. Your USCIS online account number is {NUMBER}; numbers such \
         as 123412341234 on our posters are only examples."
    );
    assert_ne!(of(&first), Some(Conclusion::Explained));
    let comma = first.replace("; numbers", ", numbers");
    assert_ne!(of(&comma), Some(Conclusion::Explained));
    let second = format!(
        "Your USCIS online account number is on the card we sent you; numbers such as {NUMBER} on \
         our posters are only examples."
    );
    assert_eq!(of(&second), Some(Conclusion::Explained));
}

#[test]
fn an_example_may_stand_in_a_line_of_its_own() {
    let mut sheet = base();
    sheet.text(
        40.0,
        200.0,
        "Receipt numbers have letters, for instance",
        9.0,
    );
    sheet.text(40.0, 211.0, "EAC0012350000", 9.0);
    let readings = interpret(&sheet.page()).readings;
    let example = readings.iter().find(|r| r.canonical == "EAC0012350000");
    assert_eq!(example.map(|r| r.verdict), Some(Conclusion::Explained));
}

#[test]
fn numbers_of_other_cases_are_in_doubt() {
    let verdict_of = |text: &str, canonical: &str| {
        let mut readings = told(text).into_iter();
        let found = readings.find(|r| r.canonical == canonical);
        found.map(|r| r.verdict)
    };
    let earlier = "The record shows that an earlier petition for the same person was filed by \
                   BRIGITTE LINDQVIST (A234844058), who is not a party to this case.";
    assert_eq!(verdict_of(earlier, "A234844058"), Some(Conclusion::Review));
    let other = "Our records show an earlier petition by a different petitioner, Rosalind \
                 Abernathy (that petition's receipt number: LIN1012251273). It was denied.";
    for text in [other, &other.replace("different", "diferent")] {
        assert_eq!(verdict_of(text, "LIN1012251273"), Some(Conclusion::Review));
    }
    let own = "Your other request, receipt number LIN1012251273, is not touched by this decision \
               and stays pending with us.";
    assert_eq!(verdict_of(own, "LIN1012251273"), Some(Conclusion::Accept));
}

#[test]
fn a_long_label_has_its_number_under_or_beside_it_if_all_its_words_are_known() {
    let under = |clause: &str| {
        let mut sheet = base();
        sheet.text(40.0, 200.0, "Online account number (through which the", 8.0);
        sheet.text(40.0, 209.0, clause, 8.0);
        sheet.text(40.0, 219.0, NUMBER, 9.0);
        verdict(sheet, TextSource::TextLayer)
    };
    assert_eq!(
        under("case was filed or is shown)"),
        Some(Conclusion::Accept)
    );
    assert_ne!(
        under("case was filed by the attorney)"),
        Some(Conclusion::Accept)
    );
    assert_ne!(
        under("case was filed by a neighbor)"),
        Some(Conclusion::Accept)
    );
}

#[test]
fn text_says_whose_a_number_without_a_label_is_not() {
    let parcel = format!("The copy that came to us by parcel {NUMBER} cannot be read by anybody.");
    assert_eq!(of_number(&parcel), Some(Conclusion::Explained));
    let call = format!(
        "When you call us, have this page at hand. Calls are logged under reference {NUMBER}, \
         which is not a number of yours."
    );
    assert_eq!(of_number(&call), Some(Conclusion::Explained));
    let firm = format!(
        "The form was sent by ABEBE XIONG of XIONG & IVANOV LLP, whose own USCIS online account \
         number is {NUMBER}."
    );
    assert_eq!(of_number(&firm), Some(Conclusion::Explained));
    let interpreter = format!(
        "You named Hana Xiong. The interpreter's USCIS online account number, as given on Form \
         G-1256: {NUMBER} is kept with the file."
    );
    assert_eq!(of_number(&interpreter), Some(Conclusion::Explained));
}

#[test]
fn a_notice_that_was_mailed_before_is_not_this_one() {
    let dated = |text: &str| {
        let mut readings = told(text).into_iter();
        let notice = Some(LabelKind::Date(DateKind::Notice));
        readings.any(|r| r.canonical == "2019-02-17" && r.meaning == notice)
    };
    assert!(!dated(
        "On 02/17/2019 we mailed you a notice about your case. It came back to us."
    ));
    assert!(dated("This notice was issued on 02/17/2019."));
}

#[test]
fn line_printers_lead_to_values_with_points_and_a_colon() {
    let mut sheet = base();
    for (row, (label, value)) in (0u8..).zip([
        ("PREPARER BATCH CTL NBR . . . .:", NUMBER),
        ("A-FILE NO. . . . . . . . . . .:", "A202088445"),
    ]) {
        let y = 200.0 + 12.0 * f32::from(row);
        sheet.text(40.0, y, label, 8.0);
        sheet.text(260.0, y, value, 8.0);
    }
    let page = sheet.page();
    let readings = interpret(&page).readings;
    let batch = readings.iter().find(|r| r.canonical.contains(NUMBER));
    assert_eq!(batch.map(|r| r.verdict), Some(Conclusion::Explained));
    assert_ne!(batch.and_then(|r| r.owner), Some(Role::Applicant));
}

#[test]
fn a_line_over_a_number_in_its_cell_announces_it() {
    let read = |ruled: bool, x: f32| {
        let mut sheet = base();
        let text = "Online account number that you gave us / N\u{fa}mero de cuenta de USCIS";
        sheet.text(44.0, 120.0, "Courier Parcel No.", 6.0);
        sheet.text(44.0, 132.0, "999045291655", 9.0);
        sheet.text(224.0, 120.0, text, 6.0);
        sheet.text(x, 132.0, NUMBER, 9.0);
        if ruled {
            [115.0, 145.0]
                .into_iter()
                .for_each(|y| sheet.rule(40.0, y, 560.0, y));
            [40.0, 220.0, 560.0]
                .into_iter()
                .for_each(|x| sheet.rule(x, 115.0, x, 145.0));
        }
        verdict(sheet, TextSource::TextLayer)
    };
    assert_eq!(read(true, 224.0), Some(Conclusion::Accept));
    assert_eq!(read(true, 232.0), Some(Conclusion::Accept));
    // Without rules it is that of the line only where it begins with it.
    assert_eq!(read(false, 224.0), Some(Conclusion::Accept));
    assert_ne!(read(false, 232.0), Some(Conclusion::Accept));
}
