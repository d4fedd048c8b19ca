//! `combs`: a lockbox rejection; numbers stand in comb boxes, reasons in a check list.
use super::kit::{Desk, Fate, address, block, fitted, flow, fours, stir, tick};
use super::words::{agency, own_label, prose};
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Reasons for a rejection.
const REASONS: [&str; 9] = [
    "The form was not signed, or the signature is a copy or a stamp.",
    "The fee is missing, or the amount is wrong for this form.",
    "The check or money order is unsigned, post-dated, or more than 365 days old.",
    "The edition of the form is no longer accepted. See the date at the foot of your form.",
    "One or more pages are missing, or pages of different editions were mixed.",
    "The basis for filing was not marked in Part 2.",
    "The USCIS online account number in Part 1 is not legible (it must have 12 digits).",
    "The priority date is not current according to the Visa Bulletin.",
    "The form was sent to the wrong filing location.",
];

/// Draws the notice.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    stir(rng, 17);
    let mut desk = Desk::open(rng, case, "I-797C");
    let family = desk.pick(&[
        Family::Helvetica,
        Family::LiberationSans,
        Family::FreeSans,
        Family::LiberationSansNarrow,
    ]);
    let mut sheet = Sheet::letter(family);
    head(&mut desk, &mut sheet, family);
    let y = numbers(&mut desk, &mut sheet, family);
    let y = people(&mut desk, &mut sheet, family, y);
    let y = reasons(&mut desk, &mut sheet, family, y);
    let y = returned(&mut desk, &mut sheet, family, y);
    let prose = prose(&mut desk);
    flow(
        &mut sheet,
        Face::regular(family),
        8.5,
        [40.0, y + 6.0, 572.0, 712.0],
        &prose,
    );
    foot(&mut desk, &mut sheet, family);
    desk.close(vec![sheet])
}

/// The head with the title in reverse.
fn head(desk: &mut Desk, sheet: &mut Sheet, family: Family) {
    let [department, service] = agency(desk);
    sheet.write(Face::regular(family), 8.0, 40.0, 40.0, department);
    sheet.write(Face::bold(family), 12.0, 40.0, 54.0, service);
    let place = desk.pick(&[
        "Chicago Lockbox",
        "Phoenix Lockbox",
        "Dallas Lockbox",
        "Elgin Lockbox",
    ]);
    sheet.write(Face::regular(family), 9.0, 40.0, 66.0, place);
    sheet.flush_right(
        Face::bold(family),
        11.0,
        572.0,
        54.0,
        "Form I-797C, Notice of Action",
    );
    let kind = desk.pick(&[
        "REJECTION NOTICE",
        "Rejection Notice",
        "Notice of Rejection",
    ]);
    desk.notice_type(kind);
    sheet.fill([40.0, 74.0, 572.0, 92.0], 0.86);
    sheet.centred(Face::bold(family), 12.0, 306.0, 87.0, kind);
}

/// Writes one character a box; an empty text leaves the boxes empty.
fn comb(sheet: &mut Sheet, face: Face, at: [f32; 2], count: usize, text: &str, pitch: f32) {
    let [left, top] = at;
    let right = left + pitch * count as f32;
    sheet.frame([left, top, right, top + 16.0], 0.7);
    for tooth in 1..count {
        sheet.upright(left + pitch * tooth as f32, top + 5.0, top + 16.0, 0.5);
    }
    for (place, glyph) in text.chars().enumerate() {
        let centre = left + pitch * (place as f32 + 0.5);
        sheet.centred(face, 11.0, centre, top + 12.5, &glyph.to_string());
    }
}

/// The comb fields.
fn numbers(desk: &mut Desk, sheet: &mut Sheet, family: Family) -> f32 {
    let label = Face::bold(family);
    let mono = Face::regular(desk.pick(&[Family::Courier, Family::LiberationMono, family]));
    let pitch = desk.rng.uniform(13.5, 16.0);
    let mut y = 112.0;
    if desk.chance(0.75) {
        sheet.write(
            label,
            8.0,
            40.0,
            y,
            desk.pick(&["Receipt Number", "Receipt No.:"]),
        );
        let receipt = desk.plain_receipt();
        comb(sheet, mono, [40.0, y + 4.0], 13, &receipt, pitch);
    } else {
        let text = "No receipt number was assigned. Your package was not accepted for processing.";
        block(sheet, Face::regular(family), 9.0, [40.0, y], 250.0, text);
    }
    sheet.write(
        label,
        8.0,
        330.0,
        y,
        desk.pick(&["Notice Date", "NOTICE DATE", "Date of Notice"]),
    );
    let date = desk.notice_date();
    sheet.write(mono, 11.0, 330.0, y + 16.0, &date);
    y += 38.0;
    let filer = desk.case.filer.clone();
    desk.truth.prints_a_number(&filer.a_number);
    let name = desk.pick(&[
        "A-Number",
        "Alien Registration Number (A-Number)",
        "USCIS A#",
    ]);
    let [own, alien] = if desk.chance(0.35) {
        [330.0, 40.0]
    } else {
        [40.0, 330.0]
    };
    sheet.write(label, 8.0, alien, y, name);
    sheet.write(label, 11.0, alien, y + 16.5, "A-");
    let digits = format!("{:0>9}", filer.a_number);
    comb(sheet, mono, [alien + 16.0, y + 4.0], 9, &digits, pitch);
    account(desk, sheet, family, mono, [own, y], pitch);
    y + 34.0
}

/// The comb of the own account number, or a form line in its stead.
fn account(
    desk: &mut Desk,
    sheet: &mut Sheet,
    family: Family,
    mono: Face,
    at: [f32; 2],
    pitch: f32,
) {
    let label = own_label(desk);
    let [x, y] = at;
    if desk.fate == Fate::Missing {
        sheet.write(Face::bold(family), 8.0, x, y, "Lockbox Batch / Item");
        let item = format!("{}{}", desk.rng.digits(7), desk.rng.digits(5));
        comb(sheet, mono, [x, y + 4.0], 12, &item, pitch);
        return;
    }
    fitted(sheet, Face::bold(family), 8.0, [x, y], pitch * 12.0, &label);
    desk.account();
    let digits = if desk.fate == Fate::Given {
        desk.case.account.clone()
    } else {
        String::new()
    };
    comb(sheet, mono, [x, y + 4.0], 12, &digits, pitch);
}

/// Address and form.
fn people(desk: &mut Desk, sheet: &mut Sheet, family: Family, top: f32) -> f32 {
    let plain = Face::regular(family);
    let mut y = top + 12.0;
    for line in address(desk) {
        sheet.write(plain, 10.0, 52.0, y, &line);
        y += 12.0;
    }
    let case_type = desk.case_type(", ");
    let owner = desk.owner();
    let name = desk.filer(true);
    let rows = [
        ("Form", case_type),
        (owner, name),
        ("Received", desk.received_date()),
    ];
    for (row, (label, value)) in rows.iter().enumerate() {
        let base = top + 12.0 + 12.0 * row as f32;
        sheet.write(Face::bold(family), 8.5, 290.0, base, label);
        fitted(sheet, plain, 9.0, [344.0, base], 228.0, value);
    }
    y + 12.0
}

/// The check list of reasons.
fn reasons(desk: &mut Desk, sheet: &mut Sheet, family: Family, top: f32) -> f32 {
    let plain = Face::regular(family);
    let lead = "We could not accept your filing for the reason or reasons marked below:";
    sheet.write(Face::bold(family), 9.5, 40.0, top + 4.0, lead);
    let marked = desk.rng.below(6);
    let also = desk.rng.below(REASONS.len());
    let mut y = top + 20.0;
    for (number, reason) in REASONS.iter().enumerate() {
        let contradicts = number == 6 && desk.fate == Fate::Given;
        if contradicts || number != marked && number != also && desk.chance(0.25) {
            continue;
        }
        tick(sheet, plain, [48.0, y], number == marked || number == also);
        sheet.write(plain, 9.0, 64.0, y, reason);
        y += 14.0;
    }
    y
}

/// The table of what goes back to the sender.
fn returned(desk: &mut Desk, sheet: &mut Sheet, family: Family, top: f32) -> f32 {
    let bold = Face::bold(family);
    let plain = Face::regular(family);
    let amount = desk.money();
    let columns = [40.0, 130.0, 230.0, 350.0, 480.0];
    let heads = [
        "Check No.",
        "Bank Routing No.",
        "Bank Account No.",
        "Drawn by",
        "Amount returned",
    ];
    let values = [
        desk.rng.digits(4),
        desk.rng.digits(9),
        desk.rng.digits(12),
        desk.pick(&["Payer", "Third party", "Attorney trust account"])
            .into(),
        amount,
    ];
    sheet.fill([40.0, top + 2.0, 572.0, top + 15.0], 0.9);
    sheet.frame([40.0, top + 2.0, 572.0, top + 31.0], 0.6);
    for column in 0..5 {
        sheet.write(bold, 8.0, columns[column] + 4.0, top + 11.5, heads[column]);
        sheet.write(
            plain,
            9.0,
            columns[column] + 4.0,
            top + 26.0,
            &values[column],
        );
    }
    if desk.chance(0.6) {
        let carrier = desk.pick(&["FedEx", "UPS", "DHL"]);
        let number = fours(&desk.rng.digits(12));
        let text = format!("Your package is returned by {carrier}, tracking number {number}.");
        sheet.write(plain, 9.0, 40.0, top + 45.0, &text);
        return top + 60.0;
    }
    top + 46.0
}

/// The foot.
fn foot(desk: &mut Desk, sheet: &mut Sheet, family: Family) {
    let plain = Face::regular(family);
    sheet.rule(40.0, 572.0, 722.0, 0.6);
    let where_to = desk.pick(&[
        "USCIS, P.O. Box 805887, Chicago, IL 60680-4120",
        "USCIS, P.O. Box 21281, Phoenix, AZ 85036-1281",
        "USCIS, P.O. Box 660867, Dallas, TX 75266-0867",
    ]);
    sheet.write(plain, 8.0, 40.0, 734.0, &format!("Refile at: {where_to}"));
    sheet.write(
        plain,
        8.0,
        40.0,
        745.0,
        "USCIS Contact Center 800-375-5283   TTY 800-767-1833",
    );
    let edition = desk.pick(&["Form I-797C 04/01/19", "Form I-797C (Rev. 10/13/21)"]);
    sheet.flush_right(plain, 8.0, 572.0, 745.0, edition);
}
