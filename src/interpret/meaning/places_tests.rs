//! Places of a number on a page: what stands around a label makes it ours, or leaves doubt.

use super::paper::Sheet;
use super::{Conclusion, Reading, interpret};
use crate::model::source::TextSource;
use crate::text::sample::{page, sized_page};
use crate::text::{PageText, TextLine};

const NUMBER: &str = "219992002636";

/// What becomes of the number on a page of these lines.
fn verdict(lines: &[(f32, f32, &str)]) -> Option<Conclusion> {
    let page = page(lines, TextSource::TextLayer);
    let readings = interpret(&page).readings.into_iter();
    let ours = |r: &Reading| r.canonical == NUMBER;
    readings.filter(ours).map(|r| r.verdict).next()
}

/// A list of fields, a line each, with these two lines in it.
fn in_list(above: &str, line: &str) -> Option<Conclusion> {
    verdict(&[
        (40.0, 40.0, "NOTICE OF ACTION - FORM I-797C"),
        (40.0, 70.0, "Receipt Number: IOE0912345678"),
        (40.0, 80.0, above),
        (40.0, 90.0, line),
        (40.0, 100.0, "Notice Date: 04/01/2021"),
        (40.0, 110.0, "Page: 1 of 1"),
    ])
}

#[test]
fn the_value_in_the_line_above_is_no_part_of_a_label() {
    for above in [
        "Notice Type: Transfer Notice",
        "Applicant: DUMITRESCU, TEODORA",
        "Form: I-765, APPLICATION FOR EMPLOYMENT AUTHORIZATION",
    ] {
        for label in ["Account Number", "USCIS ELIS Account Number", "OAN"] {
            let line = format!("{label}: {NUMBER}");
            assert_eq!(
                in_list(above, &line),
                Some(Conclusion::Accept),
                "{above} {label}"
            );
        }
    }
    let line = format!("Account Number: {NUMBER}");
    for above in ["First Harbor Bank", "Card Holder's"] {
        assert_ne!(in_list(above, &line), Some(Conclusion::Accept), "{above}");
    }
}

#[test]
fn the_title_of_a_form_is_no_heading() {
    let under = |over: &str| {
        verdict(&[
            (40.0, 40.0, "Form I-797C, Notice of Action"),
            (40.0, 70.0, "RECEIPT NUMBER"),
            (240.0, 70.0, "NOTICE DATE"),
            (40.0, 80.0, "IOE0912345678"),
            (240.0, 80.0, "04/01/2021"),
            (40.0, 100.0, "CASE TYPE"),
            (40.0, 110.0, over),
            (40.0, 130.0, "ACCOUNT NUMBER"),
            (40.0, 140.0, NUMBER),
        ])
    };
    let title = "I-90, APPLICATION TO REPLACE PERMANENT RESIDENT CARD";
    assert_eq!(under(title), Some(Conclusion::Accept));
    assert_ne!(under("Payment by card"), Some(Conclusion::Accept));
}

#[test]
fn a_payment_nearby_leaves_no_doubt_in_a_row_with_an_a_number() {
    let beside = |label: &str, value: &str| {
        verdict(&[
            (40.0, 40.0, "Form I-797C, Notice of Action"),
            (40.0, 70.0, "RECEIPT NUMBER:"),
            (240.0, 70.0, "NOTICE DATE:"),
            (40.0, 80.0, "IOE0912345678"),
            (240.0, 80.0, "04/01/2021"),
            (40.0, 100.0, label),
            (240.0, 100.0, "ACCOUNT NUMBER:"),
            (40.0, 110.0, value),
            (240.0, 110.0, NUMBER),
            (340.0, 150.0, "Total Balance Due: $0.00"),
        ])
    };
    let alien = beside("USCIS ALIEN NUMBER:", "289 829 768");
    assert_eq!(alien, Some(Conclusion::Accept));
    let other = beside("REFERENCE:", "289 829 768");
    assert_eq!(other, Some(Conclusion::Review));
}

#[test]
fn a_value_that_wraps_under_its_label_is_read_on_a_page_of_lines() {
    let page_with = |beside: &str| {
        verdict(&[
            (40.0, 40.0, "Form I-797C, Notice of Action"),
            (
                40.0,
                70.0,
                "CASE TYPE: N-400, APPLICATION FOR NATURALIZATION",
            ),
            (400.0, 70.0, "NOTICE DATE: 06/01/2020"),
            (40.0, 100.0, "A#: A-7090073"),
            (180.0, 100.0, "ONLINE ACCOUNT NUMBER:"),
            (320.0, 100.0, beside),
            (400.0, 100.0, "PAGE: 1 of 1"),
            (180.0, 109.0, NUMBER),
            (40.0, 130.0, "RECEIVED DATE: 05/12/2020"),
        ])
    };
    assert_eq!(page_with("CODE: 2"), Some(Conclusion::Accept));
    // A number in the line of the label is its value, and the one under it somebody else's.
    assert_ne!(page_with("001420638534"), Some(Conclusion::Accept));
}

#[test]
fn a_value_centered_beside_two_lines_of_label_has_both() {
    let of = |first: &str, second: &str| {
        let rows = [
            (40.0, 40.0, 11.0, "Form I-797C, Notice of Action"),
            (40.0, 70.0, 7.0, "RECEIPT #:"),
            (100.0, 69.0, 9.0, "IOE0912345678"),
            (40.0, 88.0, 7.0, first),
            (40.0, 96.3, 7.0, second),
            (46.0 + 4.4 * first.len() as f32, 90.5, 9.0, NUMBER),
        ];
        let page = sized_page(&rows, TextSource::TextLayer);
        let readings = interpret(&page).readings.into_iter();
        let ours = |r: &Reading| r.canonical == NUMBER;
        readings.filter(ours).map(|r| r.verdict).next()
    };
    let own = of("USCIS ONLINE ACCOUNT", "NO. OF APPLICANT:");
    assert_eq!(own, Some(Conclusion::Accept));
    for second in [
        "NO. OF PRIOR PETITIONER:",
        "NUMBER OF ATTORNEY:",
        "NO. (REMITTER):",
    ] {
        let other = of("USCIS ONLINE ACCOUNT", second);
        assert_ne!(other, Some(Conclusion::Accept), "{second}");
    }
}

/// A letter with this sentence in it.
fn in_letter(sentence: &str) -> Option<Conclusion> {
    verdict(&[
        (40.0, 40.0, "Form I-797C, Notice of Action"),
        (40.0, 70.0, "Receipt Number: IOE0912345678"),
        (40.0, 82.0, "Notice Date: 04/01/2021"),
        (
            40.0,
            120.0,
            "We have received the application that you sent to this office.",
        ),
        (40.0, 130.0, sentence),
    ])
}

#[test]
fn a_sentence_gives_a_number_to_the_nearest_person_before_it() {
    for other in [
        "The earlier petition was filed by another person under USCIS online account number",
        "A case of another filer, who used account number",
        "It was opened by someone else from online account",
        "The record holds a petition by a former employer, whose online account is number",
        "We moved the case out of an earlier petitioner's online account,",
        "It was filed by another petitioner from that petitioner's online account,",
        "Copies go to attorney NAOMI JABLONSKI, whose own USCIS online account number is",
    ] {
        let sentence = format!("{other} {NUMBER}.");
        assert_eq!(
            in_letter(&sentence),
            Some(Conclusion::Explained),
            "{sentence}"
        );
    }
    for own in [
        "It was not filed by another person; your USCIS online account number is",
        "Not another person but the applicant filed it under USCIS online account number",
        "Cases of another filer are not linked to your USCIS online account number",
        "The earlier petition is closed. The petitioner's USCIS online account number is",
    ] {
        let sentence = format!("{own} {NUMBER}.");
        let read = in_letter(&sentence);
        let kept = matches!(read, Some(Conclusion::Accept | Conclusion::Review));
        assert!(kept, "{sentence} {read:?}");
    }
    let claimed = format!("It was filed by another person under account {NUMBER}, now yours.");
    assert_ne!(in_letter(&claimed), Some(Conclusion::Explained));
}

#[test]
fn digits_of_a_citation_are_no_pieces_of_a_number() {
    let pieces = |line: &str| {
        let rows = [
            (40.0, 40.0, "Form I-797E, Request for Evidence"),
            (40.0, 70.0, "Receipt Number: IOE0912345678"),
            (40.0, 700.0, line),
        ];
        !interpret(&page(&rows, TextSource::TextLayer))
            .leftovers
            .is_empty()
    };
    assert!(!pieces(
        "[2] Matter of Chawathe, 25 I&N Dec. 369, 375-76 (AAO 2010)."
    ));
    assert!(pieces("0123, 4567 / 8901"));
}

#[test]
fn lines_that_came_as_one_are_read_apart() {
    let rows = [
        (40.0, 40.0, 11.0, "Form I-797E, Request for Evidence"),
        (40.0, 70.0, 9.0, "Receipt number"),
        (250.0, 70.0, 9.0, "IOE0912345678"),
        (40.0, 92.5, 8.4, "USCIS online account number of your"),
        (40.0, 103.2, 8.4, "former sponsor"),
        (250.0, 96.5, 11.0, NUMBER),
    ];
    let mut text = sized_page(&rows, TextSource::TextLayer);
    let of_label = |line: &TextLine| (92.0..104.0).contains(&line.bounds.y0());
    let (label, rest): (Vec<TextLine>, Vec<TextLine>) = text.lines.into_iter().partition(of_label);
    let words = label.into_iter().flat_map(|line| line.words).collect();
    text.lines = rest.into_iter().chain(TextLine::new(words)).collect();
    let readings = interpret(&text).readings.into_iter();
    let ours = |r: &Reading| r.canonical == NUMBER;
    let verdict = readings.filter(ours).map(|r| r.verdict).next();
    assert_eq!(verdict, Some(Conclusion::Explained));
}

#[test]
fn a_sentence_that_breaks_off_leaves_doubt() {
    let whole = format!("Account number {NUMBER} belongs to your attorney.");
    assert_eq!(in_letter(&whole), Some(Conclusion::Explained));
    let cut = format!("Account number {NUMBER} belongs to your");
    assert_ne!(in_letter(&cut), Some(Conclusion::Accept));
}

#[test]
fn two_combs_side_by_side_are_two_numbers() {
    let mut sheet = Sheet::new();
    sheet.text(40.0, 60.0, "Receipt Number: IOE0912345678", 8.0);
    sheet.text(40.0, 120.0, "ACCOUNT NUMBER (USCIS ONLINE)", 6.0);
    sheet.text(221.0, 120.0, "USCIS A#", 6.0);
    let cells = |sheet: &mut Sheet, x: f32, digits: &str| {
        for (at, digit) in digits.chars().enumerate() {
            sheet.text(x + 12.9 * at as f32, 133.0, &digit.to_string(), 11.0);
        }
    };
    cells(&mut sheet, 40.0, NUMBER);
    cells(&mut sheet, 221.0, "007820311");
    let page = PageText {
        source: TextSource::Ocr,
        ..sheet.page()
    };
    let read = interpret(&page).readings;
    let accepted = |value: &str| {
        let mut same = read.iter().filter(|r| r.canonical == value);
        same.any(|r| r.verdict == Conclusion::Accept)
    };
    assert!(accepted(NUMBER));
    assert!(accepted("A007820311"));
}
