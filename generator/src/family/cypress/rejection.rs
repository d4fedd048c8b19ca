//! A rejection of a filing: a letter with ticked boxes; mostly without a receipt number.
use super::kit::{Desk, Own, lines, stack};
use super::words::LOCKBOXES;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Reasons that such a letter lists.
const REASONS: &[&str] = &[
    "The form was not signed, or the signature is a copy.",
    "The payment was not for the right amount. See the fee schedule at www.uscis.gov/fees.",
    "The check was not dated within the last 365 days, or no name of a bank is printed on it.",
    "The edition of the form is no longer accepted.",
    "Part 1 is incomplete. If you have a USCIS Online Account Number, write its 12 digits in the \
     space provided (example: 000012345678). Leave the space empty if you have none.",
    "The form was sent to a lockbox that does not take this kind of form.",
    "The pages of the form are not all there.",
    "The bank did not honor the payment (account closed, or insufficient funds).",
];

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let own = Own::draw(rng, 5, 0.45, 0.16);
    let named = rng.chance(0.6);
    let family = rng.pick(&[Family::Times, Family::LiberationSerif, Family::FreeSerif]);
    let mut desk = Desk::new(rng, case, if named { "I-797C" } else { "" });
    let mut sheet = Sheet::letter(family);
    letterhead(&mut sheet, &mut desk, family, named);
    let mut y = subject(&mut sheet, &mut desk, family, own);
    y = opening(&mut sheet, &mut desk, family, y + 8.0);
    y = ticks(&mut sheet, &mut desk, family, y + 4.0);
    closing(&mut sheet, &mut desk, family, y + 4.0);
    Drawing {
        sheets: vec![sheet],
        truth: desk.truth,
    }
}

/// Two columns at the top, the title, the date line and the addressee.
fn letterhead(sheet: &mut Sheet, desk: &mut Desk, family: Family, named: bool) {
    let (name, street, city) = desk.rng.pick(LOCKBOXES);
    let bold = Face::bold(family);
    let plain = Face::regular(family);
    sheet.write(
        bold,
        12.0,
        64.0,
        50.0,
        "U.S. Citizenship and Immigration Services",
    );
    sheet.write(
        Face::italic(family),
        9.5,
        64.0,
        62.0,
        "Department of Homeland Security",
    );
    let right = [name.into(), street.into(), city.into()];
    for (row, line) in right.iter().enumerate() {
        let line: &String = line;
        sheet.flush_right(plain, 9.0, 548.0, 48.0 + row as f32 * 11.0, line);
    }
    sheet.rule(64.0, 548.0, 78.0, 1.4);
    let title = desk.rng.pick(&[
        "Rejection Notice",
        "Notice of Rejection",
        "REJECTION NOTICE",
    ]);
    desk.truth.fields.notice_type = Some(title.into());
    let form = if named {
        "Form I-797C, Notice of Action"
    } else {
        ""
    };
    if desk.rng.chance(0.5) {
        sheet.centred(bold, 14.0, 306.0, 100.0, title);
        sheet.centred(plain, 9.0, 306.0, 112.0, form);
    } else {
        sheet.write(bold, 14.0, 64.0, 102.0, title);
        sheet.flush_right(plain, 9.0, 548.0, 102.0, form);
    }
    let date = desk.notice_date();
    sheet.flush_right(plain, 11.0, 548.0, 138.0, &date);
    stack(sheet, plain, 11.0, [64.0, 138.0, 13.0], &desk.addressee());
}

/// The lines about the filing, label in bold, value at a tab stop; returns the next baseline.
fn subject(sheet: &mut Sheet, desk: &mut Desk, family: Family, own: Own) -> f32 {
    let mut rows = facts(desk);
    if own != Own::Absent {
        let label = desk.rng.pick(&[
            "USCIS Online Account No. given on your form",
            "Filer's USCIS online account number",
            "Your online account number (USCIS)",
            "USCIS Online Acct. (yours)",
            "USCIS online account of the person filing",
        ]);
        let account = desk.account(own);
        let at = desk.rng.below(rows.len()) + 1;
        rows.insert(at, (label.into(), account));
    }
    let tab = desk.rng.uniform(290.0, 306.0);
    let mark = desk.rng.pick(&[":", "", " -"]);
    let framed = desk.rng.chance(0.5);
    let mut y = 196.0;
    for (label, value) in &rows {
        sheet.write(Face::bold(family), 10.0, 64.0, y, &format!("{label}{mark}"));
        let face = Face::regular(family);
        let broken = lines(face, 10.0, 548.0 - tab, value);
        y = stack(sheet, face, 10.0, [tab, y, 11.8], &broken) + 2.7;
    }
    if framed {
        sheet.frame([56.0, 182.0, 556.0, y - 7.0], 0.7);
        sheet.upright(tab - 8.0, 182.0, y - 7.0, 0.4);
        y += 8.0;
    }
    y
}

/// Facts of the filing other than the account.
fn facts(desk: &mut Desk) -> Vec<(String, String)> {
    let mut rows = vec![("Form sent to us".to_string(), desk.case_type())];
    if desk.rng.chance(0.4) {
        let label = desk
            .rng
            .pick(&["Receipt Number", "Receipt no. of this filing"]);
        rows.push((label.into(), desk.receipt()));
    }
    rows.push((desk.role().into(), desk.filer()));
    if desk.rng.chance(0.5) {
        let alien = desk.alien(desk.subject());
        let label = if desk.case.is_petition {
            "Beneficiary's A-Number"
        } else {
            "A-Number"
        };
        rows.push((label.into(), alien));
    }
    rows.push(("Date Received".into(), desk.received_date()));
    if desk.rng.chance(0.7) {
        let label = desk.rng.pick(&[
            "FedEx tracking number",
            "Mail room control number",
            "Lockbox batch and item",
            "Customer account of the courier",
        ]);
        let digits = desk.rng.digits(12);
        rows.push((label.into(), digits));
    }
    if desk.rng.chance(0.4) {
        let digits = desk.rng.digits(12);
        rows.push(("Account number on your check (bank)".into(), digits));
    }
    rows
}

/// The first paragraph.
fn opening(sheet: &mut Sheet, desk: &mut Desk, family: Family, y: f32) -> f32 {
    let text = desk.rng.pick(&[
        "We cannot accept the filing named above. The papers and the payment are enclosed. The \
         reasons are marked below. You may send the filing again once they are put right; it \
         will then get a new received date.",
        "Your package is returned to you with everything that was in it. It was not accepted for \
         the reason or reasons marked with an X. A rejected filing does not keep a filing date.",
    ]);
    let size = desk.rng.uniform(10.4, 11.4);
    sheet.paragraph(Face::regular(family), size, 64.0, y, 484.0, text)
}

/// The reasons with boxes, some of them ticked.
fn ticks(sheet: &mut Sheet, desk: &mut Desk, family: Family, y: f32) -> f32 {
    let face = Face::regular(family);
    let first = desk.rng.below(REASONS.len());
    let count = 5 + desk.rng.below(4);
    let ticked = desk.rng.below(count);
    let size = desk.rng.uniform(10.0, 11.2);
    let mut y = y;
    for step in 0..count {
        sheet.frame([66.0, y - 7.5, 74.0, y + 0.5], 0.7);
        if step == ticked || desk.rng.chance(0.15) {
            sheet.bold(8.5, 67.2, y - 0.5, "X");
        }
        let text = REASONS[(first + step) % REASONS.len()];
        y = sheet.paragraph(face, size, 82.0, y, 466.0, text) + 4.5;
    }
    y
}

/// Where to send it again, and the foot.
fn closing(sheet: &mut Sheet, desk: &mut Desk, family: Family, y: f32) {
    let (name, street, city) = desk.rng.pick(LOCKBOXES);
    let face = Face::regular(family);
    let text = format!(
        "Send the corrected filing with this letter on top to USCIS, {name}, {street}, {city}. \
         There is no appeal from a rejection (8 CFR 103.2(a)(7)(ii))."
    );
    let more = desk.rng.pick(&[
        "Pay by check, money order or card (Form G-1450). A check must be drawn on a bank in the \
         United States and be made out to the U.S. Department of Homeland Security. We do not \
         take cash, traveler's checks or checks drawn on two signatures that do not agree.",
        "Many forms can be filed online. Whoever files online needs an account at \
         my.uscis.gov. The account is free, and it shows at once whether a form is complete.",
    ]);
    let last = "We keep no copy of what you sent. If a payment was made by card, the charge was \
                not put through, or it will be credited to the same card within ten days.";
    let mut y = y;
    for text in [&text, more, last] {
        y = sheet.paragraph(face, 10.5, 64.0, y, 484.0, text) + 6.0;
    }
    sheet.write(face, 10.5, 64.0, y + 8.0, "Lockbox Intake Unit");
    sheet.rule(64.0, 548.0, 748.0, 0.5);
    sheet.centred(
        face,
        8.0,
        306.0,
        759.0,
        "www.uscis.gov   -   1-800-375-5283",
    );
}
