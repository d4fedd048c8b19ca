//! The notice that tells a filer of a new online account: comb boxes and an access code.
use super::kit::{Desk, Own, stack, write_in};
use super::words::remark;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let own = Own::draw(rng, 7, 0.70, 0.06);
    let family = rng.pick(&[Family::LiberationSans, Family::FreeSans, Family::DejaVuSans]);
    let form = rng.pick(&["I-797C", "I-797", ""]);
    let mut desk = Desk::new(rng, case, form);
    let mut sheet = Sheet::letter(family);
    let form_line = if form.is_empty() {
        String::new()
    } else {
        format!("Form {form}")
    };
    band(&mut sheet, &mut desk, family, &form_line);
    stack(
        &mut sheet,
        Face::regular(family),
        10.0,
        [60.0, 112.0, 13.0],
        &desk.addressee(),
    );
    let y = facts(&mut sheet, &mut desk, family);
    let y = combs(&mut sheet, &mut desk, family, own, y + 22.0);
    let y = steps(&mut sheet, &mut desk, family, own, y);
    let y = notes(&mut sheet, &mut desk, family, y + 6.0);
    match desk.rng.below(3) {
        0 => wallet(&mut sheet, &mut desk, family, own, y + 22.0),
        1 => answers(&mut sheet, family, y + 22.0),
        _ => {}
    }
    Drawing {
        sheets: vec![sheet],
        truth: desk.truth,
    }
}

/// The dark band with the title.
fn band(sheet: &mut Sheet, desk: &mut Desk, family: Family, form: &str) {
    let shade = desk.rng.pick(&[0.15, 0.3, 0.0]);
    sheet.fill([40.0, 30.0, 572.0, 74.0], shade);
    let kind = desk.rng.pick(&[
        "USCIS Account Access Notice",
        "Account Access Notice",
        "Welcome Notice",
        "Online Account Notice",
    ]);
    desk.truth.fields.notice_type = Some(kind.into());
    sheet.write_shaded(Face::bold(family), 17.0, 52.0, 58.0, kind, 1.0);
    let agency = "U.S. Citizenship and Immigration Services";
    let x = 560.0 - Face::regular(family).width(agency, 8.5);
    sheet.write_shaded(Face::regular(family), 8.5, x, 50.0, agency, 1.0);
    if !form.is_empty() {
        let x = 560.0 - Face::regular(family).width(form, 8.5);
        sheet.write_shaded(Face::regular(family), 8.5, x, 63.0, form, 1.0);
    }
}

/// The lines about the case at the right, label right-aligned against its value.
fn facts(sheet: &mut Sheet, desk: &mut Desk, family: Family) -> f32 {
    let mut rows: Vec<(String, String)> = vec![
        (
            desk.rng
                .pick(&["Receipt number", "Receipt #", "For case"])
                .into(),
            desk.receipt(),
        ),
        (
            desk.rng
                .pick(&["Notice date", "Date of this notice"])
                .into(),
            desk.notice_date(),
        ),
        (desk.role().into(), desk.filer()),
    ];
    desk.truth.fields.case_type = Some(desk.case.form_code.into());
    rows.push(("Form".into(), desk.case.form_code.into()));
    if desk.rng.chance(0.5) {
        rows.insert(1, ("Received date".into(), desk.received_date()));
    }
    if desk.rng.chance(0.5) && !desk.case.is_petition {
        rows.push(("A-Number".into(), desk.alien(desk.subject())));
    }
    let axis = desk.rng.pick(&[410.0, 390.0, 400.0]);
    let mut y = 104.0;
    for (label, value) in &rows {
        sheet.flush_right(Face::regular(family), 8.5, axis - 5.0, y, label);
        write_in(
            sheet,
            Face::bold(family),
            9.0,
            [axis + 5.0, y, 157.0],
            value,
        );
        y += 14.0;
    }
    sheet.upright(axis, 94.0, y - 10.0, 0.6);
    y
}

/// Letters or digits one by one in boxes.
fn comb(sheet: &mut Sheet, face: Face, [x, y, cell]: [f32; 3], count: usize, text: &str) {
    let right = x + cell * count as f32;
    sheet.frame([x, y, right, y + 22.0], 0.9);
    for at in 1..count {
        sheet.upright(x + cell * at as f32, y, y + 22.0, 0.5);
    }
    for (at, letter) in text.chars().enumerate() {
        let centre = x + cell * (at as f32 + 0.5);
        sheet.centred(face, 13.0, centre, y + 15.8, &letter.to_string());
    }
}

/// The account number and the access code; returns the next baseline.
fn combs(sheet: &mut Sheet, desk: &mut Desk, family: Family, own: Own, y: f32) -> f32 {
    let face = Face::bold(family);
    let under = desk.rng.chance(0.5);
    let cell = desk.rng.uniform(18.0, 22.0);
    let label = desk.rng.pick(&[
        "Your USCIS Online Account Number",
        "USCIS Online Account Number",
        "The number of your USCIS online account",
        "Online Account Number (keep for your records)",
    ]);
    let mut y = y;
    if own != Own::Absent {
        let digits: String = desk
            .account(own)
            .chars()
            .filter(char::is_ascii_digit)
            .collect();
        let (box_top, caption) = if under { (y, y + 33.0) } else { (y + 6.0, y) };
        sheet.write(Face::regular(family), 9.5, 60.0, caption, label);
        if desk.rng.chance(0.75) {
            comb(sheet, face, [60.0, box_top, cell], 12, &digits);
        } else {
            sheet.frame([60.0, box_top, 330.0, box_top + 24.0], 1.2);
            write_in(sheet, face, 15.0, [70.0, box_top + 17.5, 250.0], &digits);
        }
        y += 56.0;
    }
    let code = format!(
        "{}{}{}",
        desk.rng.letters(3),
        desk.rng.digits(3),
        desk.rng.letters(2)
    );
    let (box_top, caption) = if under { (y, y + 33.0) } else { (y + 6.0, y) };
    let label = desk
        .rng
        .pick(&["Online Access Code", "One-time Online Access Code"]);
    sheet.write(Face::regular(family), 9.5, 60.0, caption, label);
    comb(sheet, face, [60.0, box_top, cell], 8, &code.to_uppercase());
    let last = desk.case.noticed.later(3, 0);
    let text = format!("The code works until {}.", desk.date(&last));
    sheet.write(
        Face::regular(family),
        8.5,
        60.0 + cell * 8.0 + 14.0,
        box_top + 14.0,
        &text,
    );
    y + 58.0
}

/// What to do, in numbered steps.
fn steps(sheet: &mut Sheet, desk: &mut Desk, family: Family, own: Own, y: f32) -> f32 {
    let size = desk.rng.uniform(9.3, 10.3);
    let first = desk.rng.pick(&[
        "We opened an online account for you when we took in your form.",
        "You filed by mail. You may now also follow the case in an online account.",
    ]);
    let mut y = sheet.paragraph(Face::regular(family), size, 60.0, y, 490.0, first) + 6.0;
    let mut texts = vec![
        "Go to myaccount.uscis.gov and choose \"Sign up\".",
        "Give an e-mail address that only you can read.",
        "Choose \"Add a paper-filed case\" and enter the receipt number and the Online Access \
         Code from this notice.",
        "Check that your name, date of birth and mailing address are right.",
    ];
    if own == Own::Absent {
        texts.push(
            "Your online account number will be shown in your profile, under Account \
             Information. For your safety it does not stand on this notice.",
        );
    } else {
        texts.push("Write the account number on any further form that you mail to us.");
    }
    for (at, text) in texts.iter().enumerate() {
        sheet.write(Face::bold(family), size, 64.0, y, &format!("{}", at + 1));
        y = sheet.paragraph(Face::regular(family), size, 82.0, y, 468.0, text) + 4.0;
    }
    y
}

/// Footnotes and the foot of the page.
fn notes(sheet: &mut Sheet, desk: &mut Desk, family: Family, y: f32) -> f32 {
    let face = Face::regular(family);
    sheet.rule(60.0, 180.0, y, 0.5);
    let mut y = y + 12.0;
    let said = remark(desk.rng);
    y = sheet.paragraph(face, 8.0, 60.0, y, 490.0, &said) + 3.0;
    if desk.rng.chance(0.45) {
        let (name, firm) = desk.case.attorney.clone();
        let text = if desk.rng.chance(0.5) {
            format!(
                "Copy to {name}, {firm} (attorney's own USCIS online account number: {}).",
                desk.attorney_account()
            )
        } else {
            format!("Copy to {name}, {firm}. Attorneys sign in with their own account.")
        };
        y = sheet.paragraph(face, 8.0, 60.0, y, 490.0, &text);
    }
    let serial = desk.rng.digits(12);
    sheet.write(face, 6.5, 60.0, 762.0, &format!("Print job {serial}"));
    sheet.flush_right(face, 6.5, 552.0, 762.0, "Page 1 of 1");
    y
}

/// A card to cut out, with the account once more where the notice gives it.
fn wallet(sheet: &mut Sheet, desk: &mut Desk, family: Family, own: Own, y: f32) {
    let plain = Face::regular(family);
    let bold = Face::bold(family);
    let height = if own == Own::Printed { 108.0 } else { 88.0 };
    sheet.fill([186.0, y, 426.0, y + 18.0], 0.8);
    sheet.frame([186.0, y, 426.0, y + height], 0.8);
    sheet.centred(
        bold,
        8.5,
        306.0,
        y + 12.5,
        "For your wallet - cut along the frame",
    );
    let mut rows = vec![
        ("Name", desk.case.filer.name()),
        ("Receipt number", desk.receipt()),
    ];
    if own == Own::Printed {
        rows.push(("USCIS online account no.", desk.account(own)));
    }
    rows.push(("USCIS Contact Center", "800-375-5283".into()));
    let mut line = y + 36.0;
    for (label, value) in &rows {
        sheet.write(plain, 7.5, 194.0, line, label);
        write_in(sheet, bold, 9.5, [296.0, line, 124.0], value);
        line += 21.0;
    }
}

/// Questions and answers in two columns.
fn answers(sheet: &mut Sheet, family: Family, y: f32) {
    let columns = [
        [
            (
                "Must I use the account?",
                "No. We go on sending notices by mail if you do not.",
            ),
            (
                "May my attorney use it?",
                "No. Attorneys and preparers have accounts of their own.",
            ),
        ],
        [
            (
                "I have an account already.",
                "Add the case to it; do not open a second one.",
            ),
            (
                "The code does not work.",
                "Call 800-375-5283 and ask for a new code.",
            ),
        ],
    ];
    for (at, column) in columns.iter().enumerate() {
        let x = 60.0 + 255.0 * at as f32;
        let mut line = y;
        for (question, answer) in column {
            sheet.write(Face::bold(family), 9.0, x, line, question);
            line = sheet.paragraph(Face::regular(family), 9.0, x, line + 12.0, 225.0, answer);
            line += 8.0;
        }
    }
}
