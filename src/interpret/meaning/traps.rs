//! Traps for labels and headings: numbers that must not be taken, in each place a value can have.

use super::paper::Sheet;
use super::phrase::LabelKind;
use super::{Conclusion, Meaning, Role, interpret};
use crate::model::source::TextSource;
use crate::text::PageText;

const NUMBER: &str = "219992002636";

/// Labels that make a number somebody else's, or leave it open whose it is.
const LABELS: [&str; 33] = [
    "Joint account number",
    "Custodian account number",
    "Account number you paid from",
    "Account No. (ACH)",
    "Account number of the school",
    "Number of your bank account",
    "Account number on your check",
    "USCIS Online Account Number (prior petitioner)",
    "Online Account Number of previous filer",
    "USCIS Online Account Number of counsel",
    "Rep. USCIS Online Account No.",
    "USCIS account no. (rep.)",
    "Online account number, attorney of record",
    "Attorney's USCIS Online Account Number (if any)",
    "Abogado: número de cuenta en línea",
    "Account Number to be refunded",
    "Drawn on acct. no.",
    "Drawer account number",
    "Wells FARGO BANKCORP Account Number",
    "Remittance / Account Number",
    "Bank: Account Number",
    "Attorney: USCIS Online Account Number",
    "Employer online account number",
    "USCIS Lockbox account number",
    "Interpreter's USCIS Online Account Number",
    "Utility account no.",
    "Cardholder account number",
    "Student account number",
    "USCIS Online Account Number of the guarantor",
    "No USCIS Online Account Number",
    "Spouse's own USCIS online account",
    "Beneficiary's own USCIS online acct",
    "USCIS Online Account Number of the child",
];

/// Headings under which even a plain label is not the applicant's.
const HEADINGS: [&str; 10] = [
    "Attorney or Accredited Representative",
    "Information about your attorney",
    "Payment information",
    "Bank details",
    "Prior petitioner",
    "Previous petition",
    "Interpreter's information",
    "Preparer",
    "G-28 representative",
    "Billing",
];

fn base() -> Sheet {
    let mut sheet = Sheet::new();
    sheet.text(40.0, 30.0, "Department of Homeland Security", 8.0);
    sheet.text(380.0, 30.0, "Form I-797C, Notice of Action", 11.0);
    sheet.text(40.0, 60.0, "Receipt Number: IOE0912345678", 8.0);
    sheet.text(40.0, 74.0, "Notice Date: 01/02/2023", 8.0);
    sheet.text(40.0, 88.0, "Received Date: 01/01/2023", 8.0);
    sheet
}

fn accepted(meaning: &Meaning) -> bool {
    meaning.readings.iter().any(|r| {
        let ours = r.owner != Some(Role::Representative);
        r.canonical == NUMBER && r.verdict == Conclusion::Accept && ours
    })
}

/// The number right of its label, under it, in its line and over it.
fn pages(label: &str, heading: Option<&str>) -> Vec<Meaning> {
    (0..4)
        .map(|place| {
            let mut sheet = base();
            if let Some(heading) = heading {
                sheet.text(40.0, 130.0, heading, 10.0);
            }
            match place {
                0 => {
                    sheet.text(40.0, 150.0, label, 8.0);
                    sheet.text(330.0, 150.0, NUMBER, 8.0);
                }
                1 => {
                    sheet.text(40.0, 150.0, label, 6.0);
                    sheet.text(40.0, 159.0, NUMBER, 8.0);
                }
                2 => {
                    sheet.text(40.0, 150.0, &format!("{label}: {NUMBER}"), 8.0);
                }
                _ => {
                    sheet.text(40.0, 150.0, NUMBER, 8.0);
                    sheet.text(40.0, 160.0, label, 6.0);
                }
            }
            interpret(&sheet.page())
        })
        .collect()
}

#[test]
fn labels_of_others_never_give_a_number() {
    let taken = |label: &&str| pages(label, None).iter().any(accepted);
    let wrong: Vec<&str> = LABELS.into_iter().filter(|l| taken(l)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn an_employers_online_account_may_be_the_one_that_counts() {
    let verdicts = |label: &str| -> Vec<Conclusion> {
        let read = pages(label, None)
            .into_iter()
            .flat_map(|page| page.readings);
        let read = read.filter(|r| r.canonical == NUMBER);
        read.map(|r| r.verdict).collect()
    };
    for label in [
        "Employer USCIS Online Account No.",
        "School's online account number",
    ] {
        assert_eq!(verdicts(label), [Conclusion::Review; 4], "{label}");
    }
    for label in [
        "Employer account number",
        "Former employer online account no.",
    ] {
        assert_eq!(verdicts(label), [Conclusion::Explained; 4], "{label}");
    }
}

#[test]
fn headings_of_others_never_give_a_number() {
    let mut wrong = Vec::new();
    for heading in HEADINGS {
        for label in ["Account Number", "Account No."] {
            if pages(label, Some(heading)).iter().any(accepted) {
                wrong.push((heading, label));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_name_of_a_guardian_is_no_attorney_but_leaves_doubt() {
    for meaning in pages("Legal guardian's USCIS Online Account Number", None) {
        let found = meaning.readings.iter().find(|r| r.canonical == NUMBER);
        assert_eq!(found.map(|r| r.verdict), Some(Conclusion::Review));
    }
}

#[test]
fn an_a_number_from_pixels_that_may_lack_digits_is_for_a_person() {
    let verdicts = |label: &str, print: &str| -> Vec<Conclusion> {
        let mut sheet = base();
        sheet.text(40.0, 150.0, label, 8.0);
        sheet.text(330.0, 150.0, print, 8.0);
        let page = PageText {
            source: TextSource::Ocr,
            ..sheet.page()
        };
        let read = interpret(&page).readings.into_iter();
        let numbers = read.filter(|r| r.meaning == Some(LabelKind::ANumber));
        numbers.map(|r| r.verdict).collect()
    };
    let label = "A-Number of petitioner";
    assert_eq!(verdicts(label, "2 0 7 1 7 6 4 3 9"), [Conclusion::Accept]);
    assert_eq!(verdicts(label, "7 1 7 6 4 3 9"), [Conclusion::Review]);
    assert_eq!(verdicts(label, "A 9 264 755"), [Conclusion::Accept]);
    assert_eq!(verdicts("", "A553257476"), [Conclusion::Accept]);
    let scanned = "A553257476 229914542901 000000000";
    assert_eq!(verdicts("", scanned), [Conclusion::Review]);
}

/// What becomes of the number on a page, read from pixels or not.
fn verdict(sheet: Sheet, source: TextSource) -> Option<Conclusion> {
    let page = PageText {
        source,
        ..sheet.page()
    };
    let read = interpret(&page).readings.into_iter();
    let mut read = read.filter(|r| r.canonical == NUMBER);
    read.next().map(|r| r.verdict)
}

#[test]
fn what_the_page_explains_needs_no_person() {
    let sentence = |text: &str| {
        let mut sheet = base();
        sheet.paragraph(40.0, 200.0, text, 9.0, 500.0);
        verdict(sheet, TextSource::TextLayer)
    };
    for text in [
        format!("Your check no. 7213 is enclosed with this letter (bank 791947868 {NUMBER})."),
        format!("We return the check that was drawn on account 696887294 {NUMBER}."),
    ] {
        assert_eq!(sentence(&text), Some(Conclusion::Explained), "{text}");
    }
    for label in ["Workstation log", "Mail plece"] {
        let mut sheet = base();
        sheet.text(40.0, 200.0, &format!("{label}: {NUMBER}"), 8.0);
        assert_eq!(
            verdict(sheet, TextSource::Ocr),
            Some(Conclusion::Explained),
            "{label}"
        );
    }
    let mut sheet = base();
    sheet.rule(40.0, 190.0, 500.0, 190.0);
    sheet.rule(40.0, 260.0, 500.0, 260.0);
    sheet.text(
        50.0,
        200.0,
        "SAMPLE - how to fill in item 4 of a form (not your number)",
        9.0,
    );
    sheet.text(50.0, 220.0, "4. USCIS Online Account Number", 8.0);
    sheet.text(270.0, 220.0, NUMBER, 8.0);
    assert_eq!(
        verdict(sheet, TextSource::TextLayer),
        Some(Conclusion::Explained)
    );
}

#[test]
fn an_attorneys_caption_with_a_word_misread_is_an_attorneys() {
    let mut sheet = base();
    sheet.text(40.0, 200.0, NUMBER, 9.0);
    sheet.text(90.0, 211.0, "(Online dcct., G-28 rep.)", 7.0);
    assert_eq!(verdict(sheet, TextSource::Ocr), Some(Conclusion::Explained));
}

#[test]
fn a_label_set_like_a_title_is_no_sentence() {
    for label in [
        "Online Account Number USCIS Gave You",
        "CIS Online Account Number",
    ] {
        let mut sheet = base();
        sheet.text(40.0, 200.0, label, 8.0);
        sheet.text(330.0, 200.0, NUMBER, 8.0);
        assert_eq!(
            verdict(sheet, TextSource::Ocr),
            Some(Conclusion::Accept),
            "{label}"
        );
    }
}
