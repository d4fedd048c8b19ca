//! An interview letter: the numbers in sentences, the appointment in a box, a check list.
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::notice::{AccountCell, NoticeTruth};
use crate::rng::Rng;
use crate::typeface::Family;

use super::desk::{self, Days, Own, Pen};
use super::words;

/// The sentence that gives the number of the filer's own account.
fn account_sentence(rng: &mut Rng, number: &str) -> String {
    match rng.below(5) {
        0 => format!(
            "Your USCIS online account number is {number}; this letter is also shown there."
        ),
        1 => format!(
            "We have also placed this letter in your USCIS online account, number {number}."
        ),
        2 => format!(
            "This case is linked to your own USCIS online account (account number {number}). \
             Please do not open a second account."
        ),
        3 => format!(
            "You may change the appointment in your USCIS Online Account No. {number} until three \
             days before the interview."
        ),
        _ => {
            format!("Your online account number with USCIS, {number}, belongs on every later form.")
        }
    }
}

/// A field with nothing behind it, as a merge of letters leaves it.
fn blank_line(rng: &mut Rng) -> &'static str {
    rng.pick(&[
        "Your USCIS Online Account Number:",
        "USCIS online account no. (applicant\u{2019}s or petitioner\u{2019}s own):",
        "Online Account Number:",
    ])
}

/// The letterhead: the agency centred above a double line, the office in one corner.
fn letterhead(rng: &mut Rng, pen: &mut Pen, office: &words::Office, date: &str) {
    let [plain, heavy] = [pen.regular(), pen.heavy()];
    let place = rng.below(3);
    let lines = [
        "U.S. Department of Homeland Security",
        office[0],
        office[1],
        office[2],
    ];
    for (row, text) in lines.iter().enumerate() {
        let y = 46.0 + 11.0 * row as f32;
        let face = if row == 0 { heavy } else { plain };
        let wide = face.width(text, 9.5);
        let x = match place {
            0 => pen.right - wide,
            1 => (pen.left + pen.right - wide) / 2.0,
            _ => pen.left,
        };
        pen.sheet.write(face, 9.5, x, y, text);
    }
    let [upper, lower] = [94.0, 97.0];
    if rng.chance(0.7) {
        pen.sheet.rule(pen.left, pen.right, upper, 1.4);
        pen.sheet.rule(pen.left, pen.right, lower, 0.4);
    }
    pen.y = 118.0;
    if rng.chance(0.5) {
        pen.line(&format!("Date: {date}"));
    } else {
        pen.line(date);
    }
    pen.gap(10.0);
}

/// The opening: what for, with the receipt number and the A-Number in the sentence.
fn opening(rng: &mut Rng, case: &Case, pen: &mut Pen, truth: &mut NoticeTruth) {
    let number = desk::a_text(rng, truth, &case.filer.a_number);
    let title = words::title_case(case.title);
    let receipt = &case.receipt;
    let text = match rng.below(3) {
        0 => format!(
            "You are asked to come to this office for an interview about your Form {}, {title}, \
             receipt number {receipt}. Your file number is {number}.",
            case.form_code
        ),
        1 => format!(
            "An officer will interview you about the case with Receipt Number {receipt} (Form {}, \
             {title}). Please give your A-Number, {number}, at the desk.",
            case.form_code
        ),
        _ => format!(
            "Your Form {}, {title}, has been scheduled for interview. We keep it under receipt \
             number {receipt} and alien registration number {number}.",
            case.form_code
        ),
    };
    pen.para(&text);
}

/// The box with day, hour and place.
fn appointment(
    rng: &mut Rng,
    case: &Case,
    pen: &mut Pen,
    truth: &mut NoticeTruth,
    days: Days,
    office: &words::Office,
) {
    let day = days.print(&case.noticed.later(1, rng.between(0, 20)));
    let hour = rng.pick(&["7:30 AM", "8:15 AM", "9:45 AM", "11:00 AM", "1:30 PM"]);
    let rows = match rng.below(2) {
        0 => [
            ("ON:", day.clone()),
            ("AT:", hour.into()),
            ("PLACE:", office[0].into()),
        ],
        _ => [
            ("Interview date", day.clone()),
            ("Interview time", hour.into()),
            ("Please come to", office[0].into()),
        ],
    };
    let top = pen.y - 2.0;
    let [inner, tab] = [pen.left + 50.0, pen.left + 150.0];
    let [plain, heavy] = [pen.regular(), pen.heavy()];
    for (row, (label, value)) in rows.iter().enumerate() {
        let y = top + 16.0 + 15.0 * row as f32;
        pen.sheet.write(plain, 10.5, inner + 8.0, y, label);
        pen.sheet.write(heavy, 10.5, tab, y, value);
    }
    for (row, text) in office[1..].iter().enumerate() {
        pen.sheet
            .write(heavy, 10.5, tab, top + 59.0 + 13.0 * row as f32, text);
    }
    if rng.chance(0.65) {
        let weight = rng.pick(&[0.5, 1.0, 1.5]);
        pen.sheet
            .frame([inner, top, pen.right - 50.0, top + 80.0], weight);
    }
    pen.y = top + 98.0;
    truth.fields.appointment_date = Some(day);
    truth.fields.appointment_time = Some(hour.into());
}

/// The list of things to bring.
fn check_list(rng: &mut Rng, pen: &mut Pen) {
    let things = [
        "This letter and a photo identification issued by a government",
        "Your passport and Form I-94 (the eleven-digit number, not the number of your account)",
        "Birth certificates of yourself and of each child, with translations",
        "The certificate of your marriage, and proof that earlier marriages ended",
        "Federal tax returns, or transcripts, of the last three years",
        "Court records of any arrest, even if you were not charged",
        "A medical examination (Form I-693) in a sealed envelope, if you have not sent one",
        "Two passport-style photographs taken within 30 days",
    ];
    pen.strong(rng.pick(&[
        "What to bring",
        "Bring with you:",
        "Documents (originals and copies)",
    ]));
    pen.gap(2.0);
    let count = 4 + rng.below(5);
    let ticked = rng.chance(0.4);
    for thing in &things[..count] {
        let on = ticked && rng.chance(0.6);
        pen.tick(18.0, on, thing);
    }
    pen.gap(6.0);
}

/// The copy line at the foot of the letter.
fn copies(rng: &mut Rng, case: &Case, pen: &mut Pen, truth: &mut NoticeTruth) {
    if !rng.chance(0.55) {
        return;
    }
    pen.gap(8.0);
    let mut text = format!("cc: {}, {}", case.attorney.0, case.attorney.1);
    if rng.chance(0.6) {
        let digits = case::account(rng);
        truth.prints_representative_account(&digits);
        let label = rng.pick(&[
            "attorney\u{2019}s USCIS online account number",
            "representative account no.",
            "online account of counsel:",
        ]);
        text = format!("{text} ({label} {digits})");
    }
    pen.para(&text);
}

/// The sentences about the account, after the appointment.
fn account_part(rng: &mut Rng, case: &Case, pen: &mut Pen, truth: &mut NoticeTruth) {
    match desk::own(rng, case, 45, 12) {
        Own::Filled => {
            truth.prints_account(&case.account);
            let number = match rng.below(4) {
                0 => desk::grouped(&case.account, 4, "-"),
                _ => case.account.clone(),
            };
            pen.para(&account_sentence(rng, &number));
        }
        Own::Blank => {
            truth.account_cell = AccountCell::Blank;
            let label = blank_line(rng);
            pen.line(label);
            pen.gap(6.0);
        }
        Own::Gone => {
            let text = words::talk(rng, true);
            pen.para(&text);
        }
    }
}

/// A field office calls a person to an interview.
pub(super) fn letter(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::LiberationSerif,
        Family::Times,
        Family::LiberationSans,
        Family::FreeSerif,
        Family::DejaVuSansCondensed,
    ]);
    let size = if family == Family::DejaVuSansCondensed {
        9.5
    } else {
        10.5
    };
    let margins = [rng.uniform(62.0, 78.0), rng.uniform(536.0, 552.0)];
    let mut pen = Pen::new(family, margins, 50.0, size);
    let days = rng.pick(&[Days::Long, Days::Long, Days::Numeric]);
    let date = days.print(&case.noticed);
    let mut truth = desk::truth_of(case, "", &date);
    let office = words::field_office(rng);
    letterhead(rng, &mut pen, &office, &date);
    for text in [&case.filer.name(), &case.address[0], &case.address[1]] {
        pen.line(text);
    }
    pen.gap(12.0);
    let title = rng.pick(&[
        "Request for Applicant to Appear for Initial Interview",
        "Notice of Interview",
        "Interview Appointment",
    ]);
    truth.fields.notice_type = Some(title.into());
    let heavy = pen.heavy();
    pen.middle(heavy, 12.5, title);
    pen.gap(8.0);
    opening(rng, case, &mut pen, &mut truth);
    appointment(rng, case, &mut pen, &mut truth, days, &office);
    account_part(rng, case, &mut pen, &mut truth);
    if rng.chance(0.4) {
        let text = words::stranger(rng, case);
        pen.para(&text);
    }
    check_list(rng, &mut pen);
    pen.para(&words::contact(rng));
    super::asylum::signature(&mut pen, "Field Office Director", office[0]);
    copies(rng, case, &mut pen, &mut truth);
    Drawing {
        sheets: vec![pen.sheet],
        truth,
    }
}
