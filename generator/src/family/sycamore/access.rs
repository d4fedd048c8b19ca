//! The account access notice: a letter with the number in a box, in combs or in a line.
use super::common::{self, Plan};
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Wordings of the account's caption.
const LABELS: &[&str] = &[
    "Your USCIS Online Account Number",
    "USCIS Online Account Number",
    "Online Account Number",
    "USCIS Account Number",
    "Your myUSCIS Account Number",
    "Online Account ID",
];

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    common::salt(rng, 9);
    let family = rng.pick(&[
        Family::LiberationSerif,
        Family::Times,
        Family::LiberationSans,
    ]);
    let form = rng.pick(&["I-797", "I-797C"]);
    let mut truth = common::begin(form, case.form_code);
    truth.fields.notice_type = Some("USCIS Account Access".into());
    let mut sheet = Sheet::letter(family);
    let plan = common::plan(rng, case, 0.78, 0.05);
    let y = head(&mut sheet, rng, case, family, form, &mut truth);
    let y = number(&mut sheet, rng, case, family, plan, &mut truth, y);
    prose(&mut sheet, rng, case, family, plan, y);
    sheet.rule(54.0, 558.0, 742.0, 0.5);
    sheet.plain(
        7.5,
        54.0,
        754.0,
        &format!("Form {form}  USCIS Account Access"),
    );
    sheet.flush_right(
        Face::regular(family),
        7.5,
        558.0,
        754.0,
        "www.uscis.gov    Page 1 of 1",
    );
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// Letterhead, date, address, receipt; returns the next baseline.
fn head(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    family: Family,
    form: &str,
    truth: &mut NoticeTruth,
) -> f32 {
    let (face, bold) = (Face::regular(family), Face::bold(family));
    sheet.write(
        bold,
        13.0,
        54.0,
        52.0,
        "U.S. Citizenship and Immigration Services",
    );
    sheet.write(face, 8.5, 54.0, 64.0, "Department of Homeland Security");
    sheet.flush_right(
        face,
        9.0,
        558.0,
        52.0,
        &format!("Form {form}, Notice of Action"),
    );
    sheet.rule(54.0, 558.0, 72.0, 1.0);
    let day = case.noticed.long();
    sheet.write(face, 10.5, 54.0, 98.0, &format!("Notice Date: {day}"));
    truth.fields.notice_date = Some(day);
    let number = common::receipt(rng, case, truth);
    sheet.flush_right(
        face,
        10.5,
        558.0,
        98.0,
        &format!("Receipt Number: {number}"),
    );
    let text = format!("Case Type: {}", case.form_code);
    sheet.flush_right(face, 10.5, 558.0, 112.0, &text);
    common::bars(
        sheet,
        Symbology::Code128,
        &case.receipt,
        [364.0, 122.0],
        24.0,
    );
    let block = common::addressee(rng, case);
    let y = common::lines(sheet, face, 10.5, (54.0, 130.0), 13.0, &block);
    sheet.centred(
        bold,
        13.0,
        306.0,
        y + 24.0,
        "Notice Type: USCIS Account Access",
    );
    y + 46.0
}

/// The number, where it is printed; returns the next baseline.
fn number(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    family: Family,
    plan: Plan,
    truth: &mut NoticeTruth,
    y: f32,
) -> f32 {
    let label = rng.pick(LABELS);
    let code = if rng.chance(0.4) {
        rng.digits(12)
    } else {
        rng.letters(4) + &rng.digits(6)
    };
    let Some(value) = common::account(rng, case, plan, truth) else {
        let text = format!("Online Access Code: {code}");
        sheet.centred(Face::bold(family), 11.0, 306.0, y + 4.0, &text);
        return y + 30.0;
    };
    let style = rng.below(3);
    match style {
        0 => combs(sheet, family, label, &value, y),
        1 => block(sheet, family, label, &value, y),
        _ => line(sheet, family, label, &value, y),
    }
    let y = y + 50.0;
    if rng.chance(0.6) {
        sheet.centred(
            Face::regular(family),
            10.5,
            306.0,
            y,
            &format!("Online Access Code: {code}"),
        );
        return y + 24.0;
    }
    y
}

/// Twelve boxes, one digit each, after the caption.
fn combs(sheet: &mut Sheet, family: Family, label: &str, value: &str, y: f32) {
    let digits: Vec<char> = value.chars().filter(char::is_ascii_digit).collect();
    sheet.write(Face::bold(family), 10.0, 90.0, y + 6.0, label);
    let mut x = 300.0;
    for i in 0..12 {
        sheet.frame([x, y - 7.0, x + 16.0, y + 12.0], 0.6);
        if let Some(digit) = digits.get(i) {
            sheet.centred(
                Face::regular(family),
                12.0,
                x + 8.0,
                y + 7.0,
                &digit.to_string(),
            );
        }
        x += 16.0;
    }
}

/// A framed block, the caption over the number.
fn block(sheet: &mut Sheet, family: Family, label: &str, value: &str, y: f32) {
    sheet.frame([176.0, y - 10.0, 436.0, y + 32.0], 1.0);
    sheet.centred(Face::regular(family), 9.0, 306.0, y + 3.0, label);
    sheet.centred(Face::bold(family), 15.0, 306.0, y + 22.0, value);
}

/// One line, the number right of its caption.
fn line(sheet: &mut Sheet, family: Family, label: &str, value: &str, y: f32) {
    let end = sheet.write(
        Face::bold(family),
        12.0,
        120.0,
        y + 8.0,
        &format!("{label}:"),
    );
    if value.is_empty() {
        sheet.rule(end + 8.0, 480.0, y + 10.0, 0.6);
    }
    sheet.write(Face::regular(family), 12.0, end + 8.0, y + 8.0, value);
}

/// The letter's text.
fn prose(sheet: &mut Sheet, rng: &mut Rng, case: &Case, family: Family, plan: Plan, top: f32) {
    let face = Face::regular(family);
    let first = format!(
        "You recently filed Form {}. We have opened a USCIS online account in your name so that \
         you can follow your case, read our notices and answer our requests over the internet.",
        case.form_code
    );
    let mut texts = vec![format!("Dear {}:", case.filer.name()), first];
    if plan == Plan::Absent {
        texts.push(
            "For your protection, your account number is not printed on this notice. You will \
             see it in your profile, under Account Information, after you have signed in."
                .into(),
        );
    } else {
        texts.push(
            "Keep your account number private. Please enter it on any form that you send us by \
             mail, so that all of your cases stay in one account."
                .into(),
        );
    }
    texts.push(
        "To gain access, go to https://first.uscis.gov, choose \u{201c}I received an Account \
         Access Notice\u{201d} and enter your Online Access Code, your date of birth and your \
         receipt number. An Online Access Code is valid for 90 days from the date of this notice."
            .into(),
    );
    texts.push(
        "If you do not wish to use the account, you need not do anything. We will continue to \
         send you notices by the U.S. Postal Service."
            .into(),
    );
    if rng.chance(0.5) {
        texts.push(format!(
            "If you share this letter with your attorney, note that an attorney uses his or her \
             own account. Questions: 1-800-375-5283; TTY 1-800-767-1833. Letter serial {}.",
            rng.digits(12)
        ));
    }
    texts.push("Sincerely,".into());
    let size = rng.uniform(9.8, 11.2);
    let mut y = top + 12.0;
    for text in texts {
        y = sheet.paragraph(face, size, 54.0, y, 504.0, &text) + 8.0;
    }
    sheet.write(
        face,
        10.5,
        54.0,
        y + 14.0,
        "USCIS Contact Center Operations",
    );
}
