//! Spellings and sentences by the hundred: what a label announces, and what a sentence says of a
//! number.

// What a run found is read on the terminal.
#![allow(clippy::print_stdout)]

use super::lexicon::Lexicon;
use super::paper::Sheet;
use super::phrase::{DateKind, LabelKind, classify};
use super::runs::lay_out;
use super::{Conclusion, Meaning, Role, interpret};
use crate::model::source::TextSource;
use crate::text::{PageText, sample::page};

const ACCOUNT: [&str; 53] = [
    "USCIS Online Account Number",
    "USCIS online acct no",
    "Your USCIS account number:",
    "Online Account No.",
    "Acct #",
    "Account ID",
    "Account Identifier",
    "OAN:",
    "ELIS Account ID",
    "ELIS no.",
    "USCIS ELIS #",
    "Online Account Number (if any)",
    "USCIS Online Account Number (12 digits)",
    "myUSCIS Account Number",
    "my.uscis.gov account number",
    "my USCIS account no.",
    "USCIS Account # (online)",
    "Account number at USCIS",
    "Account number for online filing",
    "Account no. (online)",
    "Number of your online account",
    "Petitioner USCIS Online Account Number",
    "Self-petitioner's account no.",
    "Account Number of the Petitioner",
    "Account number of beneficiary",
    "Requestor's USCIS online account ID",
    "Applicant's acct. number",
    "Online account number on file",
    "USCIS online account number assigned to you",
    "USCIS Online Account Number linked to this case",
    "Account on record with USCIS",
    "USCIS account",
    "Your online account",
    "Online Acct Num",
    "Electronic account number",
    "E-filing account number",
    "Número de cuenta",
    "Núm. de cuenta USCIS",
    "Su número de cuenta en línea",
    "No. de cuenta en línea de USCIS",
    "Cuenta en línea de USCIS n.º",
    "USCIS Onlíne Account Number*",
    "USCIS Online Account Number¹",
    "14. USCIS Online Account Number",
    "(b) USCIS Online Account Number",
    "Account Number / Número de cuenta",
    "USCIS ONLINE ACCOUNT NUMBER (PRINCIPAL)",
    "Filer account number",
    "Account holder number",
    "USCIS profile number",
    "Individual account number",
    "Applicant (principal) USCIS Online Account Number",
    "USCIS sign-in account number",
];
const ATTORNEY: [&str; 11] = [
    "Attorney USCIS Online Account Number",
    "Attorney or Accredited Representative USCIS Online Account Number (if any)",
    "Representative's account number",
    "USCIS Online Account Number (attorney)",
    "Account number of counsel",
    "Law firm account number",
    "Online account number of your attorney",
    "G-28 account number",
    "Preparer's online account number",
    "Número de cuenta del abogado",
    "Atty acct no.",
];
const FOREIGN: [&str; 46] = [
    "Bank account number",
    "Checking Account No.",
    "Payment account number",
    "Account number charged",
    "Credit card account number",
    "Account debited",
    "Remitter account number",
    "Pay.gov tracking ID",
    "Agency Tracking ID",
    "Pay.gov Tracking Number",
    "Payment tracking number",
    "Tracking number",
    "UPS tracking #",
    "USPS Tracking No.",
    "Transaction ID",
    "Confirmation No.",
    "Money order number",
    "Cashier's check no.",
    "Remittance number",
    "Deposit account number",
    "Billing account number",
    "FedEx account number",
    "Courier account no.",
    "Online access code",
    "Prior petitioner account number",
    "Previous account number",
    "Fee transaction number",
    "Batch number",
    "Invoice number",
    "Control number",
    "Document number",
    "SEVIS ID",
    "I-94 number",
    "Utility account number",
    "Employer account number",
    "Refund account number",
    "Fee account number",
    "Collection account no.",
    "Treasury account symbol",
    "ABA account number",
    "IRS account number",
    "Postage account number",
    "Postage meter account",
    "Merchant account ID",
    "Account number to be debited",
    "Interpreter account number",
];
const A_NUMBER: [&str; 18] = [
    "A-Number",
    "A#",
    "A No.",
    "Alien Number",
    "Alien Registration Number",
    "ALIEN REGISTRATION NO.",
    "USCIS Alien Number",
    "USCIS A#",
    "A-File",
    "A-File number",
    "USCIS#",
    "USCIS Number",
    "Alien Registration Number (A-Number)",
    "Beneficiary A-Number",
    "Número de extranjero",
    "Número A",
    "File number",
    "A-Number(s)",
];
const RECEIPT: [&str; 15] = [
    "Receipt Number",
    "Receipt #",
    "Receipt No.",
    "Case number",
    "Case ID",
    "Application number",
    "Application/Petition Number",
    "Application ID#",
    "Receipt Number(s)",
    "Número de recibo",
    "USCIS receipt number",
    "Petition No.",
    "Filing number",
    "Your receipt",
    "APPLICATION/PETITION/REQUEST NUMBER",
];
const NOTICE_DATE: [&str; 18] = [
    "Notice Date",
    "Date of notice",
    "Date of this notice",
    "Notice dated",
    "Date issued",
    "Issued",
    "Date",
    "Mailed on",
    "Date mailed",
    "Fecha del aviso",
    "Fecha de emisión",
    "Notice issued",
    "Date of issue",
    "Issue date",
    "Date printed",
    "This notice was issued on",
    "Letter date",
    "Date of letter",
];
const RECEIVED_DATE: [&str; 15] = [
    "Received Date",
    "Date received",
    "Received",
    "Receipt date",
    "Filed on",
    "Filing date",
    "Date filed",
    "Date of receipt",
    "Received on",
    "Fecha de recepción",
    "Fecha de recibo",
    "Filing received",
    "Date of filing",
    "We received your filing on",
    "Receipted",
];
const OTHER_DATE: [&str; 8] = [
    "Priority Date",
    "Date of Birth",
    "Valid from",
    "Expiration date",
    "Appointment date",
    "Response due date",
    "Respond by",
    "Interview date",
];
const SAID_OF_OURS: [&str; 31] = [
    "Your USCIS online account number is {}.",
    "Your USCIS online account number (if any) is {}.",
    "The USCIS online account number that we have on file for you is {}.",
    "Your online account has the number {}.",
    "We created USCIS online account {} for you on the date of this notice.",
    "You can see this case in your USCIS online account, number {}.",
    "Your filing was added to online account {}.",
    "The online account number assigned to the petitioner is {} and should be used on every form.",
    "Please write {}, your USCIS online account number, on your next form.",
    "On your next form enter {} as your USCIS online account number.",
    "USCIS Online Account Number {} has been assigned to you.",
    "When you file again, use account number {}.",
    "Your account number with USCIS is {}; your A-Number is A012 345 678.",
    "Account no. {} is yours and should be kept.",
    "To file again under the same account, quote USCIS account no. {}.",
    "Q. What is my USCIS online account number? A. It is {}.",
    "Where it asks for your USCIS online account number, write {}.",
    "The number below is your USCIS online account number: {}",
    "Our records show that your USCIS ELIS account number is {}.",
    "The applicant's USCIS online account number is {}.",
    "If you do not know your online account number, it is {}.",
    "A USCIS online account was opened for you under number {}.",
    "Access to this case is through USCIS online account {}.",
    "Su cuenta en línea de USCIS tiene el número {}.",
    "El número de su cuenta en línea es {}.",
    "Your receipt number is IOE0912345678 and your USCIS online account number is {}.",
    "Payment 123 was received; the USCIS online account number for this case is {}.",
    "This notice was sent to the holder of USCIS online account number {}.",
    "Keep your online account number ({}) private.",
    "Log in with online account number {}, not with your receipt number.",
    "Your representative can see this case; your own USCIS online account number is {}.",
];
const SAID_OF_OTHERS: [&str; 38] = [
    "Your attorney's USCIS online account number is {}.",
    "Your attor2ney's USCIS online account number is {}.",
    "The account number of your r4presentative is {}.",
    "The account number of your attorney or accredited representative is {}.",
    "Your attorney filed this under account number {}.",
    "Your representative's online account is {}.",
    "The fee was paid from bank account number {}.",
    "The payment tracking number is {}. Your USCIS online account number is not printed here.",
    "Payment of the fee was taken from account {} at your bank.",
    "Your check was drawn on account number {}.",
    "Please allow two weeks before you ask the bank about account number {}.",
    "For example, a USCIS online account number looks like {}.",
    "A USCIS online account number has 12 digits, such as {}.",
    "The number {} is not your USCIS online account number.",
    "Do not enter {} as your USCIS online account number.",
    "This notice replaces one sent under account number {}, which is closed.",
    "The petitioner's former account number was {}.",
    "The number {} on the envelope is a postal tracking number.",
    "You do not have a USCIS online account. Reference {} was used for the payment.",
    "We could not find a USCIS online account for you, so the payment {} was recorded on paper.",
    "No USCIS online account number is linked to this case (payment {}).",
    "Do not confuse the payment tracking number {} with your USCIS online account number.",
    "Your USCIS online account number is different from {}, the number of your payment.",
    "Account number {} belongs to your attorney.",
    "USCIS online account number {} belongs to your representative.",
    "The USCIS online account number {} is that of the law firm that represents you.",
    "Account {} was debited for the filing fee.",
    "Your account number is blank; the lockbox control number is {}.",
    "If your USCIS online account number is not shown, give the agent reference {}.",
    "Your USCIS online account number was not printed because payment {} was made on paper.",
    "The beneficiary of your earlier petition used USCIS online account number {}.",
    "Your sponsor's bank, account number {}, sent the fee.",
    "Your USCIS online account number will be sent to you. Call and quote {}.",
    "Your attorney, JANE ROE, sees the case through the attorney's own USCIS online account, \
     number {}.",
    "Counsel follows the matter by way of a USCIS online account of the firm, number {}.",
    "JANE ROE of the firm watches the case in an account of her own, account number {}.",
    "JANE ROE of the firm watches the case in an account of her own, account number {}",
    "The bank of the law firm holds the fee under another USCIS account, number {}.",
];

fn read(label: &str, source: TextSource) -> (Option<LabelKind>, Vec<String>) {
    let mut sheet = lay_out(&page(&[(40.0, 40.0, label)], source));
    sheet.look_up(&Lexicon::full());
    let phrase = classify(&sheet, 0..sheet.tokens.len());
    (phrase.kind, phrase.doubts)
}

fn all(labels: &[&str], right: impl Fn(LabelKind) -> bool) {
    let mut wrong = Vec::new();
    for label in labels {
        let (kind, doubts) = read(label, TextSource::TextLayer);
        if !kind.is_some_and(&right) || kind == Some(LabelKind::Account) && !doubts.is_empty() {
            wrong.push(format!("{label}: {kind:?} {doubts:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn labels_announce_what_they_say() {
    all(&ACCOUNT, |k| k == LabelKind::Account);
    all(&ATTORNEY, |k| k == LabelKind::Representative);
    all(&FOREIGN, |k| k == LabelKind::Foreign);
    all(&A_NUMBER, |k| k == LabelKind::ANumber);
    all(&RECEIPT, |k| k == LabelKind::Receipt);
    all(&NOTICE_DATE, |k| k == LabelKind::Date(DateKind::Notice));
    all(&RECEIVED_DATE, |k| k == LabelKind::Date(DateKind::Received));
    let ours = |kind| matches!(kind, DateKind::Notice | DateKind::Received);
    let other = |k| matches!(k, LabelKind::Date(kind) if !ours(kind));
    all(&OTHER_DATE, other);
}

#[test]
fn letters_read_wrongly_are_forgiven_in_pixels_alone() {
    let label = "USCIS 0nline Account Nurnber";
    assert_eq!(
        read(label, TextSource::Ocr),
        (Some(LabelKind::Account), Vec::new())
    );
    let (kind, doubts) = read(label, TextSource::TextLayer);
    assert!(kind != Some(LabelKind::Account) || !doubts.is_empty());
    for road in [TextSource::Ocr, TextSource::TextLayer] {
        for label in [
            "4ttorney USCIS Online Account Number",
            "Attorne y Account Number",
            "0ttorney Account Number",
        ] {
            let (kind, doubts) = read(label, road);
            assert!(
                kind != Some(LabelKind::Account) || !doubts.is_empty(),
                "{label}"
            );
        }
    }
}

#[test]
fn an_unknown_word_in_our_label_leaves_doubt() {
    for label in [
        "Zorbal USCIS Online Account Number",
        "Online Account Number of the zorbal",
    ] {
        let (kind, doubts) = read(label, TextSource::TextLayer);
        assert!(
            kind == Some(LabelKind::Account) && !doubts.is_empty(),
            "{label}"
        );
    }
}

/// A letter with the sentence in its paragraph, or in a paragraph of its own.
fn letter(sentence: &str, measure: f32, alone: bool) -> PageText {
    let mut sheet = Sheet::new();
    sheet.text(40.0, 36.0, "Department of Homeland Security", 8.0);
    sheet.text(400.0, 36.0, "Form I-797C, Notice of Action", 11.0);
    sheet.text(40.0, 80.0, "Receipt Number: IOE0912345678", 9.0);
    sheet.text(40.0, 95.0, "Notice Date: 01/02/2023", 9.0);
    sheet.text(40.0, 110.0, "Received Date: 01/01/2023", 9.0);
    let before = "We have received the form that you sent.";
    let behind = "Please keep this notice for your records and bring it with you.";
    let mut texts = vec![format!("{before} {sentence} {behind}")];
    if alone {
        texts = [before, sentence, behind].map(str::to_owned).to_vec();
    }
    for (row, text) in texts.iter().enumerate() {
        sheet.paragraph(40.0, 140.0 + 60.0 * row as f32, text, 9.0, measure);
    }
    sheet.page()
}

fn accepts(meaning: &Meaning) -> bool {
    meaning.readings.iter().any(|r| {
        r.canonical == "012345678901"
            && r.verdict == Conclusion::Accept
            && r.owner != Some(Role::Representative)
    })
}

fn say(sentences: &[&str], ours: bool, alone: bool) -> Vec<String> {
    let mut wrong = Vec::new();
    for sentence in sentences {
        for measure in [530.0, 300.0, 210.0] {
            for number in ["012345678901", "0123 4567 8901", "0123-4567-8901"] {
                let meaning = interpret(&letter(&sentence.replace("{}", number), measure, alone));
                if accepts(&meaning) != ours {
                    let how = meaning.readings.iter().find(|r| r.is_account());
                    let how = how.map(|r| {
                        (
                            r.verdict,
                            r.label.as_ref().map(|l| l.text.clone()),
                            r.cost,
                            r.doubts.clone(),
                        )
                    });
                    wrong.push(format!("{measure} {sentence} {how:?}"));
                }
            }
        }
    }
    wrong
}

#[test]
fn sentences_of_others_never_give_a_number() {
    for alone in [false, true] {
        let wrong = say(&SAID_OF_OTHERS, false, alone);
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}

#[test]
fn sentences_of_ours_give_the_number() {
    let wrong = say(&SAID_OF_OURS, true, false);
    // Three spellings and three measures each.
    assert!(wrong.len() * 10 <= SAID_OF_OURS.len() * 9, "{wrong:#?}");
    println!(
        "{} of {} held: {wrong:#?}",
        wrong.len(),
        SAID_OF_OURS.len() * 9
    );
}

/// "Online Account No." in two lines beside "SSN": the heads of two columns read as one.
#[test]
fn joined_heads_of_two_columns_do_not_explain_a_number_away() {
    let rows = [
        (40.0, 40.0, "Form I-797, Notice of Action"),
        (440.0, 202.0, "USCIS ONLINE ACCOUNT SSN"),
        (440.0, 211.0, "NO."),
        (440.0, 225.0, "176823603757"),
    ];
    let meaning = interpret(&page(&rows, TextSource::Ocr));
    let verdict = meaning
        .readings
        .iter()
        .find(|r| r.is_account())
        .map(|r| r.verdict);
    assert_ne!(verdict, Some(Conclusion::Explained));
}
