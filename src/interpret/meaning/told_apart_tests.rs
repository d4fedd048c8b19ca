//! Numbers of twelve digits that a page explains as something else, and those that only look so.

use super::paper::Sheet;
use super::{Conclusion, interpret};
use crate::model::source::TextSource;
use crate::text::{PageText, TextLine};

pub(super) const NUMBER: &str = "219992002636";

pub(super) fn base() -> Sheet {
    let mut sheet = Sheet::new();
    sheet.text(40.0, 30.0, "Department of Homeland Security", 8.0);
    sheet.text(380.0, 30.0, "Form I-797C, Notice of Action", 11.0);
    sheet.text(40.0, 60.0, "Receipt Number: IOE0912345678", 8.0);
    sheet.text(40.0, 74.0, "Notice Date: 01/02/2023", 8.0);
    sheet
}

pub(super) fn verdict(sheet: Sheet, source: TextSource) -> Option<Conclusion> {
    let page = PageText {
        source,
        ..sheet.page()
    };
    verdict_on(&page)
}

fn verdict_on(page: &PageText) -> Option<Conclusion> {
    let mut read = interpret(page).readings.into_iter();
    read.find(|r| r.canonical.contains(NUMBER))
        .map(|r| r.verdict)
}

/// The number right of a label.
fn labelled(label: &str, source: TextSource) -> Option<Conclusion> {
    let mut sheet = base();
    sheet.text(40.0, 200.0, label, 8.0);
    sheet.text(330.0, 200.0, NUMBER, 8.0);
    verdict(sheet, source)
}

/// The number right behind a label.
pub(super) fn beside(label: &str, source: TextSource) -> Option<Conclusion> {
    let mut sheet = base();
    sheet.text(40.0, 200.0, label, 8.0);
    sheet.text(60.0 + 4.0 * label.len() as f32, 200.0, NUMBER, 8.0);
    verdict(sheet, source)
}

fn line(text: &str) -> Option<Conclusion> {
    let mut sheet = base();
    sheet.text(40.0, 700.0, text, 7.0);
    verdict(sheet, TextSource::TextLayer)
}

fn sentence(text: &str) -> Option<Conclusion> {
    let mut sheet = base();
    sheet.paragraph(40.0, 200.0, text, 9.0, 500.0);
    verdict(sheet, TextSource::TextLayer)
}

#[test]
fn labels_of_other_things_explain_their_number() {
    for label in [
        "Lockbox batch / item",
        "Courier label of an earlier parcel in the file:",
        "Message ID:",
        "Delivery number",
        "Clerk of court number",
        "Account of another filer (old case)",
        "SEQ",
    ] {
        let read = labelled(label, TextSource::TextLayer);
        assert_eq!(read, Some(Conclusion::Explained), "{label}");
    }
    let scanned = labelled("Attyr s own USCIS online acct:", TextSource::Ocr);
    assert_eq!(scanned, Some(Conclusion::Explained));
    let mut sheet = base();
    sheet.text(40.0, 600.0, "LIVESCAN TRANSACTION", 7.0);
    sheet.text(60.0, 645.0, NUMBER, 8.0);
    let under = verdict(sheet, TextSource::TextLayer);
    assert_eq!(under, Some(Conclusion::Explained), "under its barcode");
}

#[test]
fn who_pays_may_be_the_one_who_filed() {
    for label in [
        "USCIS Online Account No. of payer",
        "Remitter's USCIS online account number",
    ] {
        let read = labelled(label, TextSource::TextLayer);
        assert_eq!(read, Some(Conclusion::Review), "{label}");
    }
    let other = "A petition was filed from that other employer's online account 219992002636.";
    assert_eq!(sentence(other), Some(Conclusion::Explained));
}

#[test]
fn addresses_and_file_names_hold_no_account_number() {
    for text in [
        "https://my.example.gov/account/case?session=219992002636&tab=1",
        "www.example.gov/cases/219992002636",
        "219992002636_notice.pdf",
    ] {
        assert_eq!(line(text), Some(Conclusion::Explained), "{text}");
    }
    let labelled = "USCIS Online Account Number: 219992002636";
    assert_eq!(line(labelled), Some(Conclusion::Accept));
}

#[test]
fn sentences_that_name_whose_it_is_explain_their_number() {
    for text in [
        "An earlier petition for the same beneficiary, by JANE ROE (USCIS online account \
         219992002636), was withdrawn and has no bearing on this one.",
        "An earlier petition for the same person was filed by JANE ROE (a different petitioner \
         USCIS online account 219992002636 ). That petition is closed and is not part of it.",
        "A former employer's petition was kept under that employer's USCIS online account, \
         219992002636; it has no bearing here.",
        "Of an earlier petitioner, since withdrawn, we hold USCIS online account 219992002636; it \
         is that person's, not yours.",
        "The relative who petitioned for you earlier files under a different USCIS online account, \
         219992002636. That number is not for your use.",
        "If the officer has to speak with an interpreter, the meeting ID is 219992002636.",
        "Go to my.uscis.gov and type this Online Access Code: 219992002636. It is good for a week.",
        "It may be written like this: 219992002636 (the digits are made up).",
    ] {
        assert_eq!(sentence(text), Some(Conclusion::Explained), "{text}");
    }
    let own =
        "Your earlier petition was filed under your USCIS online account number 219992002636.";
    assert_ne!(sentence(own), Some(Conclusion::Explained));
}

#[test]
fn a_label_with_a_value_in_its_line_is_no_caption_of_the_one_over_it() {
    let mut sheet = base();
    sheet.text(40.0, 200.0, "USCIS Online Account ID", 8.0);
    sheet.text(46.0, 211.0, NUMBER, 9.0);
    sheet.text(40.0, 226.0, "Case Type", 8.0);
    sheet.text(140.0, 226.0, "I-539, Application to Extend Status", 8.0);
    assert_eq!(
        verdict(sheet, TextSource::TextLayer),
        Some(Conclusion::Accept)
    );
}

#[test]
fn a_label_over_a_box_is_not_that_of_the_next_one_under_it() {
    let mut sheet = base();
    for (y, label, value) in [
        (90.0, "Receipt number", "IOE0912345678"),
        (102.0, "Notice date", "01/02/2023"),
        (114.0, "Received date", "01/01/2023"),
    ] {
        sheet.text(330.0, y, label, 8.0);
        sheet.text(430.0, y, value, 8.0);
    }
    sheet.text(40.0, 200.0, "Your USCIS Online Account Number", 8.0);
    sheet.text(46.0, 216.0, NUMBER, 11.0);
    sheet.text(40.0, 246.0, "Online Access Code", 8.0);
    sheet.text(46.0, 262.0, "ZBS635UK", 11.0);
    let read = verdict(sheet, TextSource::TextLayer);
    assert_eq!(read, Some(Conclusion::Accept));
}

#[test]
fn the_head_of_a_ruled_column_holds_its_only_number() {
    let mut sheet = base();
    for y in [190.0, 210.0, 230.0, 250.0] {
        sheet.rule(40.0, y, 560.0, y);
    }
    for x in [40.0, 200.0, 400.0, 560.0] {
        sheet.rule(x, 190.0, x, 250.0);
    }
    for (x, head, value) in [
        (46.0, "Name", "ROE, JANE"),
        (206.0, "A-Number", "A123456789"),
        (406.0, "USCIS Online Account", NUMBER),
    ] {
        sheet.text(x, 203.0, head, 8.0);
        sheet.text(x, 223.0, value, 8.0);
    }
    sheet.text(46.0, 243.0, "ROE, JIM", 8.0);
    sheet.text(206.0, 243.0, "A023456789", 8.0);
    let read = verdict(sheet, TextSource::TextLayer);
    assert_eq!(read, Some(Conclusion::Accept));
}

#[test]
fn a_number_behind_the_name_of_an_attorney_is_theirs() {
    let mut sheet = base();
    sheet.text(40.0, 200.0, "Attorney's own online account number", 8.0);
    sheet.text(250.0, 200.0, &format!("JANE ROE - {NUMBER}"), 8.0);
    let read = verdict(sheet, TextSource::TextLayer);
    assert_eq!(read, Some(Conclusion::Explained));
}

#[test]
fn a_label_torn_out_of_a_sentence_leaves_doubt() {
    let mut sheet = base();
    sheet.text(
        40.0,
        200.0,
        "Years ago somebody filed a form that named",
        9.0,
    );
    let torn = "you, under the USCIS online account number 219992002636. That";
    sheet.text(40.0, 212.0, torn, 9.0);
    assert_ne!(verdict(sheet, TextSource::Ocr), Some(Conclusion::Accept));
}

#[test]
fn invitations_and_quotes_are_no_cells() {
    use super::AccountLabel;
    for text in [
        "Invitation to Create an Online Account",
        "In the item \"USCIS Online Account Number (if any)\".",
    ] {
        let mut sheet = base();
        sheet.text(200.0, 120.0, text, 12.0);
        let found = interpret(&sheet.page()).account_label;
        assert_ne!(found, AccountLabel::Cell, "{text}");
    }
    let mut sheet = base();
    sheet.text(200.0, 120.0, "USCIS Online Account Number (if any)", 8.0);
    let found = interpret(&sheet.page()).account_label;
    assert_eq!(found, AccountLabel::Cell);
}

#[test]
fn zeros_are_no_receipt_number() {
    for source in [TextSource::Ocr, TextSource::TextLayer] {
        let mut sheet = base();
        sheet.paragraph(
            40.0,
            200.0,
            "Card numbers read SRC0000000000 there.",
            9.0,
            500.0,
        );
        let page = PageText {
            source,
            ..sheet.page()
        };
        let zeros = |r: &&super::Reading| r.canonical.ends_with("0000000000");
        let meaning = interpret(&page);
        let read: Vec<Conclusion> = meaning
            .readings
            .iter()
            .filter(zeros)
            .map(|r| r.verdict)
            .collect();
        assert_eq!(read, [Conclusion::Explained]);
    }
}

#[test]
fn a_card_is_no_case() {
    for words in ["Card last issued to you:", "Your present card:"] {
        let mut sheet = base();
        sheet.text(40.0, 200.0, &format!("{words} MSC8875626685"), 8.0);
        let card = |r: &&super::Reading| r.canonical == "MSC8875626685";
        let read = interpret(&sheet.page()).readings;
        let read: Vec<Conclusion> = read.iter().filter(card).map(|r| r.verdict).collect();
        assert_ne!(read, [Conclusion::Accept], "{words}");
    }
}

#[test]
fn a_word_that_is_nearly_one_of_other_things_leaves_doubt() {
    let read = |label: &str| beside(label, TextSource::TextLayer);
    let near = read("Sender's own USCIS online account");
    assert_eq!(near, Some(Conclusion::Review));
    let other = read("Lender's own USCIS online account");
    assert_eq!(other, Some(Conclusion::Explained));
}

#[test]
fn words_of_the_reader_and_of_following_a_case_leave_no_doubt() {
    for label in [
        "USCIS online account number in your name:",
        "Follow along online: USCIS account number",
        "USCIS online account number of the candidate:",
        "Account number you hold with USCIS online",
    ] {
        let read = beside(label, TextSource::TextLayer);
        assert_eq!(read, Some(Conclusion::Accept), "{label}");
    }
    let read = beside(
        "USCIS online account number in JANE ROE's name:",
        TextSource::TextLayer,
    );
    assert_ne!(read, Some(Conclusion::Accept));
}

#[test]
fn a_text_that_ends_with_its_label_has_the_number_beside_it() {
    let read = |last: &str| {
        let mut sheet = base();
        sheet.text(300.0, 120.0, "You are on USCIS online under account", 7.0);
        sheet.text(300.0, 129.0, last, 7.0);
        sheet.text(460.0, 125.0, NUMBER, 9.0);
        verdict(sheet, TextSource::TextLayer)
    };
    let ours = read("Usted est\u{e1} en USCIS en l\u{ed}nea con la cuenta");
    assert_eq!(ours, Some(Conclusion::Accept));
    assert_ne!(
        read("and pay by card from your account"),
        Some(Conclusion::Accept)
    );
}

#[test]
fn a_line_without_a_full_stop_has_the_number_under_it() {
    let read = |text: &str, x: f32| {
        let mut sheet = base();
        sheet.text(60.0, 120.0, text, 8.0);
        sheet.text(x, 132.0, NUMBER, 9.0);
        verdict(sheet, TextSource::TextLayer)
    };
    let text = "The account number we gave you when you signed up at my.uscis.gov";
    assert_eq!(read(text, 64.0), Some(Conclusion::Accept));
    assert_ne!(read(&format!("{text}."), 64.0), Some(Conclusion::Accept));
    assert_ne!(read(text, 200.0), Some(Conclusion::Accept));
    let bank = "The account number your bank gave you when you signed up there";
    assert_ne!(read(bank, 64.0), Some(Conclusion::Accept));
}

#[test]
fn what_is_passed_over_is_denied_only_before_a_number() {
    let after = "Our records show that USCIS online account 219992002636 is yours; you may answer \
                 there instead of by mail.";
    assert_eq!(sentence(after), Some(Conclusion::Accept));
    let before = "Use your receipt number instead of USCIS online account number 219992002636.";
    assert_ne!(sentence(before), Some(Conclusion::Accept));
}

#[test]
fn a_number_that_looks_like_a_stamp_leaves_a_sign() {
    let signs = |label: (f32, f32, &str), number: (f32, f32, &str)| {
        let mut sheet = base();
        sheet.text(number.0, number.1, number.2, 8.0);
        sheet.text(label.0, label.1, label.2, 8.0);
        sheet.text(40.0, 147.0, "POSTAGE METER ACCOUNT", 8.0);
        sheet.text(255.0, 147.0, "= 989170702777", 8.0);
        !interpret(&sheet.page()).leftovers.is_empty()
    };
    let caption = "(Applicant's online account no.)";
    assert!(signs(
        (40.0, 123.0, caption),
        (40.0, 114.0, "2035-0426-2310")
    ));
    let label = "PETITIONER'S USCIS ONLINE ACCOUNT NUMBER";
    assert!(signs(
        (40.0, 134.0, label),
        (255.0, 134.0, "= 251220380506")
    ));
    assert!(!signs(
        (40.0, 134.0, label),
        (255.0, 134.0, "= 251299380506")
    ));
}

#[test]
fn quotes_in_a_line_beside_a_number_are_read() {
    let text = format!("1) Choose \u{201c}Add an account\u{201d}. {NUMBER}");
    assert!(line(&text).is_some());
}

/// The lines of a page on which a comma behind `petitioner` leaves a gap, of so many points.
fn parted(gap: f32, source: TextSource) -> Option<Conclusion> {
    let mut sheet = base();
    let above = "An earlier petition for the same person was filed by NAOMI XIONG (a different";
    sheet.text(92.0, 240.0, above, 9.0);
    let end = sheet.text(92.0, 251.0, "petitioner", 9.0);
    let rest = format!("USCIS online account {NUMBER} ). That petition is closed and");
    sheet.text(end + gap, 251.0, &rest, 9.0);
    sheet.text(92.0, 262.0, "is not part of this case.", 9.0);
    let mut page = PageText {
        source,
        ..sheet.page()
    };
    let begins = |line: &TextLine| line.text().starts_with("petitioner");
    let first = page.lines.iter().position(begins).unwrap();
    if page.lines[first].words.len() == 1 {
        let rest = page.lines.remove(first + 1).words;
        let words = [page.lines[first].words.clone(), rest].concat();
        page.lines[first] = TextLine::new(words).unwrap();
    }
    verdict_on(&page)
}

#[test]
fn a_sentence_goes_on_over_a_comma_that_was_not_read() {
    assert_eq!(parted(2.5, TextSource::Ocr), Some(Conclusion::Explained));
    assert_eq!(parted(12.0, TextSource::Ocr), Some(Conclusion::Explained));
}

#[test]
fn a_sentence_that_is_cut_in_its_line_leaves_doubt() {
    assert_eq!(
        parted(12.0, TextSource::TextLayer),
        Some(Conclusion::Review)
    );
    assert_eq!(parted(17.0, TextSource::Ocr), Some(Conclusion::Review));
}

#[test]
fn lines_without_words_are_for_machines() {
    let low = |text: &str| line(text);
    for text in [
        format!("731227085 {NUMBER} 2343"),
        format!("IOE0912345678 3953822 {NUMBER}<"),
        format!("RESP {NUMBER}"),
    ] {
        assert_eq!(low(&text), Some(Conclusion::Explained), "{text}");
    }
    for text in [
        format!("731227085 {NUMBER}"),
        format!("731227085 {NUMBER} 2343 DOE"),
        format!("OLAN {NUMBER}"),
        format!("ONLACC {NUMBER}"),
        format!("731227085 {} 2343", "2199 9200 2636"),
    ] {
        assert_eq!(low(&text), Some(Conclusion::Review), "{text}");
    }
}
