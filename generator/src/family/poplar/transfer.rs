//! Letter with a letterhead in three columns; every number stands in a sentence.
use super::matter::*;
use super::tools::*;
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::Family;

const LEFT: f32 = 76.0;
const RIGHT: f32 = 536.0;

/// The letterhead: director, office, telephones.
fn head(sheet: &mut Sheet, cuts: Cuts, rng: &mut Rng, office: Office) {
    let middle = (LEFT + RIGHT) / 2.0;
    sheet.centred(
        cuts.bold,
        13.0,
        middle,
        48.0,
        "U.S. CITIZENSHIP AND IMMIGRATION SERVICES",
    );
    sheet.rule(LEFT - 20.0, RIGHT + 20.0, 55.0, 1.6);
    sheet.rule(LEFT - 20.0, RIGHT + 20.0, 58.0, 0.4);
    let director = rng.pick(&["R. A. Lindholm", "Marta Quigley", "D. Okafor-Hayes"]);
    let first = ["Office of the Director", director, "Room 214"];
    stack(sheet, cuts.plain, 7.8, [LEFT - 20.0, 70.0], 9.5, &first);
    let second = [office.name, office.street, office.place];
    for (number, line) in second.into_iter().enumerate() {
        sheet.centred(cuts.plain, 7.8, middle, 70.0 + 9.5 * number as f32, line);
    }
    let third = [
        format!("Telephone {}", phone(rng)),
        format!("Fax {}", phone(rng)),
        format!("Ext. {}", rng.digits(3)),
    ];
    for (number, line) in third.iter().enumerate() {
        sheet.flush_right(
            cuts.plain,
            7.8,
            RIGHT + 20.0,
            70.0 + 9.5 * number as f32,
            line,
        );
    }
}

/// What kind of letter, and what it says has happened.
fn kinds(rng: &mut Rng) -> (&'static str, &'static str) {
    rng.pick(&[
        (
            "Transfer Notice",
            "has been moved to another office to balance the work of the offices",
        ),
        (
            "Notice of Transfer",
            "was sent to the office named below, which now has jurisdiction",
        ),
        (
            "Notice of Continuance",
            "was continued because the record was not complete",
        ),
        (
            "Acknowledgment of Withdrawal",
            "was withdrawn at your request and is closed",
        ),
        (
            "Change of Address Confirmation",
            "now shows the address above",
        ),
    ])
}

/// The sentence with the receipt number.
fn receipt_sentence(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth, fact: &str) -> String {
    truth.prints_receipt(&case.receipt);
    truth.fields.case_type = Some(case.form_code.to_string());
    let received = case.received.long();
    truth.fields.received_date = Some(received.clone());
    let receipt = receipt_form(rng, &case.receipt);
    let form = format!("Form {}, {}", case.form_code, case.title);
    match rng.below(3) {
        0 => format!(
            "This letter is about {form}. It was received on {received} under receipt number \
             {receipt} and {fact}."
        ),
        1 => format!(
            "Your {form} (receipt number {receipt}), which we received on {received}, {fact}."
        ),
        _ => format!(
            "We write about receipt number {receipt}. The filing, {form}, reached us on \
             {received} and {fact}."
        ),
    }
}

/// The sentence with the filer's own account number.
fn account_sentence(rng: &mut Rng, case: &Case, text: &str) -> String {
    match rng.below(5) {
        0 => format!("Your USCIS online account number is {text}."),
        1 => format!(
            "The case is kept in your USCIS online account (account number {text}), where you \
             can read our letters."
        ),
        2 => format!(
            "According to our records the {} has USCIS Online Account No. {text}; please write \
             it on any further form.",
            role(case).to_lowercase()
        ),
        3 => format!("We have linked it to your online account with USCIS, number {text}."),
        _ => format!("The USCIS account number assigned to you is {text}."),
    }
}

/// A sentence with a number of somebody else, or with none.
fn trap(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> String {
    match rng.below(6) {
        0 => {
            let digits = attorney_account(rng, truth);
            let name = &case.attorney.0;
            format!(
                "Copies go to attorney {name}, whose own USCIS online account number is {digits}."
            )
        }
        1 => {
            let digits = case::account(rng);
            format!(
                "An earlier petition for the same person was filed by another petitioner from \
                 that petitioner's online account, number {digits}; it does not belong to you."
            )
        }
        2 => format!(
            "The file travels as parcel {}, and you need not do anything.",
            grouped(&rng.digits(12), 4, " ")
        ),
        3 => "If you have an online account, sign in to read this letter there; its number is not \
              needed for an inquiry."
            .to_string(),
        4 => format!(
            "The fee was settled under payment tracking number {}.",
            rng.digits(12)
        ),
        _ => format!(
            "The case number of the consulate, GUZ20{}{}, stays the same.",
            rng.between(12, 24),
            rng.digits(6)
        ),
    }
}

/// The sentence with the persons.
fn persons(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> String {
    let filer = case.filer.name();
    notes_filer(truth, case, &filer);
    let holder = if case.is_petition {
        &case.beneficiary
    } else {
        &case.filer
    };
    let mut text = if case.is_petition {
        let name = case.beneficiary.name();
        truth.fields.beneficiary = Some(name.clone());
        format!("The petitioner is {filer} and the beneficiary is {name}")
    } else {
        format!("The applicant is {filer}")
    };
    if rng.chance(0.7) {
        truth.prints_a_number(&holder.a_number);
        let alien = alien_form(rng, &holder.a_number);
        let lead = rng.pick(&["alien registration number", "A-Number", "file number"]);
        text += &format!(", {lead} {alien}");
    }
    text + "."
}

/// The new office in an indented block; gives the next baseline.
fn new_office(sheet: &mut Sheet, cuts: Cuts, rng: &mut Rng, y: f32) -> f32 {
    let office = field_office(rng);
    let lines = ["USCIS", office.name, office.street, office.place];
    let y = stack(sheet, cuts.plain, 10.5, [LEFT + 60.0, y], 12.5, &lines);
    let line = format!("Telephone {}", phone(rng));
    sheet.write(cuts.plain, 10.5, LEFT + 60.0, y, &line);
    y + 22.0
}

/// The closing with the signature and the copies; needs about 90 points.
fn close(sheet: &mut Sheet, cuts: Cuts, rng: &mut Rng, case: &Case, y: f32) {
    let x = rng.pick(&[LEFT, 320.0]);
    sheet.write(cuts.plain, 10.5, x, y, "Sincerely,");
    sheet.rule(x, x + 150.0, y + 34.0, 0.4);
    sheet.write(cuts.plain, 10.5, x, y + 46.0, "Supervisory Officer");
    if rng.chance(0.5) {
        let copy = format!("cc: {}, {}", case.attorney.0, case.attorney.1);
        sheet.write(cuts.plain, 9.0, LEFT, y + 68.0, &copy);
    }
}

/// Letter whose numbers stand in sentences.
pub(super) fn transfer(rng: &mut Rng, case: &Case) -> Drawing {
    let faces = [
        Family::LiberationSerif,
        Family::FreeSerif,
        Family::Times,
        Family::Helvetica,
    ];
    let cuts = Cuts::any(rng, &faces);
    let mut sheet = Sheet::letter(cuts.family);
    let mut truth = NoticeTruth {
        form: String::new(),
        ..Default::default()
    };
    let office = center(rng);
    head(&mut sheet, cuts, rng, office);
    let (title, fact) = kinds(rng);
    truth.fields.notice_type = Some(title.to_string());
    let noticed = when(1 + rng.below(2), &case.noticed);
    truth.fields.notice_date = Some(noticed.clone());
    let date_x = rng.pick(&[LEFT, 420.0]);
    sheet.write(cuts.plain, 10.5, date_x, 122.0, &noticed);
    let lines = addressee(rng, case);
    let mut y = stack(&mut sheet, cuts.plain, 10.5, [LEFT, 146.0], 12.5, &lines) + 14.0;
    sheet.centred(cuts.bold, 12.5, (LEFT + RIGHT) / 2.0, y, title);
    y += 26.0;
    let mut text = vec![receipt_sentence(rng, case, &mut truth, fact)];
    let place = rng.below(2);
    text.push(persons(rng, case, &mut truth));
    let mut second = Vec::new();
    if let Some(number) = Own::draw(rng, 50, 0).text(rng, case, &mut truth) {
        let sentence = account_sentence(rng, case, &number);
        if place == 0 {
            text.push(sentence)
        } else {
            second.push(sentence)
        }
    }
    if rng.chance(0.75) {
        second.push(trap(rng, case, &mut truth));
    }
    second
        .push("You need not answer this letter. The office will write when it has decided.".into());
    let measure = RIGHT - LEFT;
    let size = rng.uniform(10.2, 11.4);
    y = sheet.paragraph(cuts.plain, size, LEFT, y, measure, &text.join(" ")) + 8.0;
    if title.contains("Transfer") {
        y = new_office(&mut sheet, cuts, rng, y + 4.0);
    }
    y = sheet.paragraph(cuts.plain, size, LEFT, y, measure, &second.join(" ")) + 8.0;
    let more = filler(rng, 3);
    y = paragraphs(&mut sheet, cuts.plain, size, [LEFT, RIGHT], y, 630.0, &more);
    close(&mut sheet, cuts, rng, case, y + 12.0);
    sheet.rule(LEFT - 20.0, RIGHT + 20.0, 744.0, 0.4);
    sheet.centred(
        cuts.slant,
        8.0,
        (LEFT + RIGHT) / 2.0,
        755.0,
        "www.uscis.gov",
    );
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}
