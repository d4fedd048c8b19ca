//! A rejection with a check list: the form and its fee go back, often without a receipt number.
use super::desk::{Desk, Pair};
use super::ink::{Cells, barcode_to, block, dashes, prose, tick, wrap};
use super::words::{dollars, office_of};
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::Family;

const FACES: &[Family] = &[
    Family::Helvetica,
    Family::LiberationSans,
    Family::DejaVuSans,
    Family::LiberationSerif,
];
const LABELS: &[&str] = &[
    "USCIS ONLINE ACCOUNT NUMBER",
    "USCIS ONLINE ACCOUNT NO. OF {o}",
    "{o} USCIS ONLINE ACCT",
    "USCIS ONLINE ACCOUNT (AS GIVEN ON YOUR FORM)",
];

/// The rejection.
pub(super) fn rejection(rng: &mut Rng, case: &Case) -> Drawing {
    let mut desk = Desk::new(rng, case, "rejection", FACES, (0.22, 0.26));
    desk.form("I-797C");
    let left = rng.uniform(42.0, 58.0);
    let mut sheet = desk.page();
    head(&mut sheet, rng, &mut desk, left);
    let rows = facts(rng, &mut desk);
    let y = fields(&mut sheet, rng, &desk, left, &rows);
    let y = check_list(&mut sheet, rng, &desk, left, y + 14.0);
    money_back(&mut sheet, rng, &mut desk, left, y + 8.0);
    desk.done(vec![sheet])
}

/// Title and banner.
fn head(sheet: &mut Sheet, rng: &mut Rng, desk: &mut Desk, left: f32) {
    let right = 612.0 - left;
    sheet.write(
        desk.regular(),
        8.5,
        left,
        40.0,
        "Department of Homeland Security",
    );
    sheet.write(
        desk.regular(),
        8.5,
        left,
        50.5,
        "U.S. Citizenship and Immigration Services",
    );
    sheet.flush_right(desk.bold(), 12.0, right, 46.0, "I-797C, Notice of Action");
    sheet.rule(left, right, 58.0, 1.0);
    let banner = "THIS NOTICE DOES NOT GRANT ANY IMMIGRATION STATUS OR BENEFIT";
    sheet.centred(desk.bold(), 9.0, 306.0, 71.0, banner);
    let kind = rng.pick(&[
        "Rejection Notice",
        "REJECTION NOTICE",
        "Notice of Rejection",
    ]);
    desk.truth.fields.notice_type = Some(kind.into());
}

/// Labels and values of the head.
fn facts(rng: &mut Rng, desk: &mut Desk) -> Vec<Pair> {
    desk.truth.fields.case_type = Some(desk.code.into());
    let kind = desk.truth.fields.notice_type.clone().unwrap_or_default();
    let mut rows: Vec<Pair> = vec![
        ("NOTICE TYPE".into(), kind),
        ("NOTICE DATE".into(), desk.noticed()),
        ("CASE TYPE".into(), desk.code.into()),
        (
            rng.pick(&["DATE RECEIVED", "RECEIVED DATE"]).into(),
            desk.received(),
        ),
    ];
    if rng.chance(0.75) {
        rows.push(("RECEIPT NUMBER".into(), desk.receipt()));
    } else {
        rows.push(("LOCKBOX CONTROL NUMBER".into(), rng.digits(12)));
    }
    rows.push((desk.role().to_uppercase(), desk.filer()));
    if desk.has_account() {
        let label = desk.label(rng, LABELS).to_uppercase();
        let place = rng.between(3, rows.len() as i64) as usize;
        rows.insert(place, (label, desk.number()));
    }
    if rng.chance(0.5) && desk.employer.is_none() {
        let filer = &desk.case.filer;
        rows.push(("USCIS ALIEN NUMBER".into(), desk.alien(rng, filer)));
    }
    rows
}

/// Draws the labels with their values under them, in two columns; the addressee follows.
fn fields(sheet: &mut Sheet, rng: &mut Rng, desk: &Desk, left: f32, rows: &[Pair]) -> f32 {
    let cells = Cells {
        label: (desk.bold(), rng.uniform(6.8, 7.8)),
        value: (desk.regular(), rng.uniform(9.0, 10.2)),
        gap: 12.0,
    };
    let across = rng.pick(&[2, 3]);
    let wide = (612.0 - left * 2.0) / across as f32;
    let boxed = rng.chance(0.5);
    for (place, (label, value)) in rows.iter().enumerate() {
        let x = left + wide * (place % across) as f32;
        let y = 84.0 + 28.0 * (place / across) as f32;
        if boxed {
            sheet.frame([x, y, x + wide, y + 28.0], 0.5);
        }
        cells.under(sheet, [x + 4.0, y + 9.5, wide - 8.0], (label, value));
    }
    let y = 84.0 + 28.0 * rows.len().div_ceil(across) as f32 + 22.0;
    let spot = [left + 26.0, y, 11.5];
    let end = block(sheet, (desk.regular(), 9.5), spot, &desk.address());
    if desk.truth.receipt_numbers.is_empty() {
        return end;
    }
    let area = [612.0 - left, y - 8.0, 0.85, 24.0];
    barcode_to(sheet, Symbology::Code39, area, &desk.case.receipt);
    end
}

/// The reasons with boxes to tick.
fn check_list(sheet: &mut Sheet, rng: &mut Rng, desk: &Desk, left: f32, mut y: f32) -> f32 {
    const REASONS: &[&str] = &[
        "The fee was missing or was not the right amount.",
        "The form was not signed, or the signature was stamped or typed.",
        "The edition of the form is no longer accepted. See uscis.gov/forms.",
        "The check was not signed, was older than 365 days or was drawn on a bank abroad.",
        "A page of the form is missing.",
        "The form was sent to the wrong address.",
        "Part 1 is not complete. Give your name, address, date of birth and, if you have one, \
         your USCIS online account number (12 digits, such as 001122334455 in the instructions).",
        "No visa number is available for the category that you named.",
    ];
    let size = 9.4;
    let right = 612.0 - left;
    let first = "We send back the form named above. The reason is marked with X below.";
    y = sheet.paragraph(desk.regular(), size, left, y, right - left, first) + 6.0;
    let start = rng.below(REASONS.len());
    let many = rng.between(5, 8) as usize;
    let marked = rng.below(many);
    for place in 0..many {
        let text = REASONS[(start + place) % REASONS.len()];
        tick(sheet, desk.bold(), [left + 6.0, y, 8.5], place == marked);
        for line in wrap(desk.regular(), size, right - left - 26.0, text) {
            sheet.write(desk.regular(), size, left + 24.0, y, &line);
            y += size * 1.18;
        }
        y += 4.0;
    }
    y
}

/// What became of the money, and how to file again.
fn money_back(sheet: &mut Sheet, rng: &mut Rng, desk: &mut Desk, left: f32, y: f32) {
    let right = 612.0 - left;
    sheet.fill([left, y, right, y + 14.0], 0.88);
    let title = rng.pick(&["RETURNED PAYMENT", "PAYMENT INFORMATION", "FEE RETURNED"]);
    sheet.write(desk.bold(), 9.0, left + 4.0, y + 10.5, title);
    let payment = rng.pick(&[
        ("Check no.", 6),
        ("Payer's bank account", 12),
        ("Payment tracking", 12),
    ]);
    let rows: Vec<Pair> = vec![
        ("Amount sent back".into(), dollars(rng).1),
        (payment.0.into(), rng.digits(payment.1)),
        (
            "Courier's air bill".into(),
            format!("{} {} {}", rng.digits(4), rng.digits(4), rng.digits(4)),
        ),
    ];
    let cells = Cells {
        label: (desk.regular(), 9.0),
        value: (desk.bold(), 9.0),
        gap: 0.0,
    };
    let mut base = y + 28.0;
    for (label, value) in &rows {
        cells.right(
            sheet,
            [left + 6.0, left + 150.0, right, base],
            (label, value),
        );
        base += 13.0;
    }
    let texts = vec![
        "You may file again. Correct what is marked, sign the form anew and send it with the right \
         fee to the address in the instructions. Do not send this notice alone."
            .to_string(),
        "A form that is sent back keeps no filing date. You may not appeal from a rejection \
         (8 CFR 103.2(a)(7)(ii))."
            .to_string(),
    ];
    let area = [left, base + 12.0, right - left];
    prose(sheet, (desk.regular(), 9.4), area, 690.0, &texts);
    dashes(sheet, left, right, 704.0);
    let office = office_of(rng, &desk.case.receipt);
    let foot = format!("{}, {}, {}", office.name, office.street, office.town);
    sheet.write(desk.regular(), 8.0, left, 720.0, &foot);
    sheet.write(
        desk.regular(),
        8.0,
        left,
        732.0,
        "USCIS Contact Center 1-800-375-5283",
    );
    sheet.flush_right(
        desk.regular(),
        8.0,
        right,
        732.0,
        "Form I-797C   Page 1 of 1",
    );
}
