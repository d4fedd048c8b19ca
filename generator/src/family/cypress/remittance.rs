//! A lockbox receipt from a line printer: numbered sections, labels with dot leaders.
use super::kit::{Desk, Own, bars, dollars, lines, stack, write_in};
use super::words::{LOCKBOXES, PAID, RECEIVED, remark};
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// One line of a section: label and value.
type Row = (String, String);

/// Where and how the rows of a section are set.
struct Columns {
    face: Face,
    size: f32,
    pitch: f32,
    left: f32,
    values: f32,
    leader: &'static str,
}

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let own = Own::draw(rng, 3, 0.47, 0.15);
    let family = rng.pick(&[
        Family::LiberationMono,
        Family::Courier,
        Family::FreeMono,
        Family::Courier,
    ]);
    let columns = Columns {
        face: Face::regular(family),
        size: rng.uniform(8.4, 9.2),
        pitch: rng.uniform(12.5, 15.0),
        left: rng.uniform(46.0, 60.0),
        values: rng.uniform(296.0, 316.0),
        leader: rng.pick(&[".", ".", ". ", " ", "-"]),
    };
    let mut desk = Desk::new(rng, case, "I-797C");
    let mut sheet = Sheet::letter(family);
    let mut y = head(&mut sheet, &mut desk, &columns);
    let parts = [
        case_rows(&mut desk),
        filer_rows(&mut desk, own),
        money_rows(&mut desk),
    ];
    let names = desk.rng.pick(&[
        ["1. YOUR CASE", "2. WHO FILED", "3. MONEY RECEIVED"],
        ["A) FILING", "B) PERSON FILING", "C) PAYMENT INFORMATION"],
        [
            "SECTION I - CASE",
            "SECTION II - FILER",
            "SECTION III - FEES",
        ],
    ]);
    for (name, rows) in names.iter().zip(&parts) {
        y = section(&mut sheet, &columns, y, name, rows);
    }
    prose(&mut sheet, &mut desk, &columns, y + 4.0);
    if desk.rng.chance(0.7) {
        coupon(&mut sheet, &mut desk, &columns);
    }
    let edition = desk.rng.pick(&["04/01/19", "07/11/21", "02/09/23"]);
    sheet.write(
        columns.face,
        7.5,
        columns.left,
        764.0,
        &format!("Form I-797C {edition}"),
    );
    Drawing {
        sheets: vec![sheet],
        truth: desk.truth,
    }
}

/// Agency, form, notice type, address and barcode; returns the next baseline.
fn head(sheet: &mut Sheet, desk: &mut Desk, columns: &Columns) -> f32 {
    let (name, street, city) = desk.rng.pick(LOCKBOXES);
    sheet.centred(
        columns.face,
        9.5,
        306.0,
        40.0,
        "U.S. DEPARTMENT OF HOMELAND SECURITY",
    );
    sheet.centred(
        columns.face,
        9.5,
        306.0,
        52.0,
        &format!(
            "U.S. CITIZENSHIP AND IMMIGRATION SERVICES - {}",
            name.to_uppercase()
        ),
    );
    sheet.centred(columns.face, 8.0, 306.0, 63.0, &format!("{street}, {city}"));
    sheet.bold(11.0, columns.left, 88.0, "FORM I-797C, NOTICE OF ACTION");
    let kind = desk
        .rng
        .pick(&["RECEIPT NOTICE", "Receipt", "ACCEPTANCE OF FILING"]);
    desk.truth.fields.notice_type = Some(kind.into());
    let label = desk.rng.pick(&["NOTICE TYPE: ", "TYPE OF NOTICE: "]);
    sheet.flush_right(columns.face, 9.5, 566.0, 88.0, &format!("{label}{kind}"));
    sheet.rule(columns.left, 566.0, 93.0, 0.8);
    sheet.write(
        columns.face,
        7.5,
        columns.left,
        103.0,
        "THIS NOTICE DOES NOT GRANT ANY IMMIGRATION STATUS OR BENEFIT.",
    );
    stack(
        sheet,
        columns.face,
        9.5,
        [columns.left + 16.0, 134.0, 12.0],
        &desk.addressee(),
    );
    if desk.rng.chance(0.7) {
        bars(sheet, Symbology::Code39, desk.case, [362.0, 122.0, 28.0]);
    }
    190.0
}

/// The rows about the case.
fn case_rows(desk: &mut Desk) -> Vec<Row> {
    let mut rows = vec![
        (
            desk.rng
                .pick(&["RECEIPT NUMBER", "RECEIPT NO.", "RECEIPT #"])
                .into(),
            desk.receipt(),
        ),
        (
            desk.rng.pick(&["FORM", "CASE TYPE", "FORM TYPE"]).into(),
            desk.case_type(),
        ),
        (
            desk.rng.pick(&["RECEIVED DATE", "DATE RECEIVED"]).into(),
            desk.received_date(),
        ),
        (
            desk.rng.pick(&["NOTICE DATE", "DATE OF NOTICE"]).into(),
            desk.notice_date(),
        ),
    ];
    if desk.rng.chance(0.5) {
        rows.swap(2, 3);
    }
    if desk.rng.chance(0.4) {
        let parcel = desk.rng.digits(12);
        rows.push(("COURIER PARCEL NUMBER".into(), parcel));
    }
    rows
}

/// The rows about the filer, among them the account.
fn filer_rows(desk: &mut Desk, own: Own) -> Vec<Row> {
    let mut rows = vec![(desk.role().to_uppercase(), desk.filer())];
    if desk.rng.chance(0.8) {
        let alien = desk.alien(desk.subject());
        let label = if desk.case.is_petition {
            "BENEFICIARY A-NUMBER"
        } else {
            "A-NUMBER"
        };
        rows.push((label.into(), alien));
    }
    if own != Own::Absent {
        let role = desk.role().to_uppercase();
        let label = desk.rng.pick(&[
            "USCIS ONLINE ACCT. NO. (FILER)",
            "FILER'S ONLINE ACCOUNT WITH USCIS",
            "USCIS ONLINE ACCOUNT NUMBER",
            "ONLINE ACCT. AT USCIS (#)",
            "USCIS ONLINE ACCOUNT OF #",
            "YOUR USCIS ONLINE ACCT NBR",
        ]);
        let account = desk.account(own);
        rows.insert(
            desk.rng.below(rows.len() + 1),
            (label.replace('#', &role), account),
        );
    }
    if desk.rng.chance(0.3) {
        let account = desk.attorney_account();
        rows.push(("G-28 ATTORNEY".into(), desk.case.attorney.0.to_uppercase()));
        rows.push(("ATTORNEY USCIS ONLINE ACCT. NO.".into(), account));
    }
    rows
}

/// The rows about the payment, with the numbers of banks.
fn money_rows(desk: &mut Desk) -> Vec<Row> {
    let fee = desk.rng.pick(&[410, 535, 640, 1140, 675]);
    let total = fee + 85;
    let amount = dollars(total);
    desk.truth.fields.amount = Some(amount.clone());
    let mut rows = vec![
        ("APPLICATION FEE".into(), dollars(fee)),
        ("BIOMETRICS FEE".into(), dollars(85)),
        (
            desk.rng
                .pick(&["TOTAL AMOUNT RECEIVED", "AMOUNT RECEIVED"])
                .into(),
            amount,
        ),
    ];
    let labels = [
        "PAYMENT TRACKING NUMBER",
        "REMITTER'S BANK ACCOUNT",
        "TREASURY DEPOSIT ACCOUNT",
        "CHECK SERIAL NUMBER",
    ];
    let first = desk.rng.below(4);
    for step in 0..desk.rng.below(3) {
        let digits = desk.rng.digits(12);
        rows.push((labels[(first + step) % 4].into(), digits));
    }
    rows
}

/// One section; returns the next baseline.
fn section(sheet: &mut Sheet, columns: &Columns, y: f32, name: &str, rows: &[Row]) -> f32 {
    sheet.bold(columns.size, columns.left, y, name);
    let mut y = y + columns.pitch;
    for (label, value) in rows {
        let x = sheet.write(columns.face, columns.size, columns.left + 12.0, y, label);
        let step = columns.face.width(columns.leader, columns.size);
        let count = ((columns.values - 8.0 - x) / step).floor().max(0.0) as usize;
        let dots = columns.leader.repeat(count);
        if !dots.trim().is_empty() {
            sheet.write(columns.face, columns.size, x + 4.0, y, dots.trim_end());
        }
        let room = 566.0 - columns.values;
        let broken = lines(columns.face, columns.size, room, value);
        for line in &broken {
            write_in(
                sheet,
                columns.face,
                columns.size,
                [columns.values, y, room],
                line,
            );
            y += columns.pitch;
        }
    }
    y + columns.pitch * 0.5
}

/// Body text under the sections.
fn prose(sheet: &mut Sheet, desk: &mut Desk, columns: &Columns, y: f32) {
    let first = desk.rng.below(RECEIVED.len());
    let mut y = y;
    let second = RECEIVED[(first + 2) % RECEIVED.len()];
    let paid = desk.rng.pick(PAID);
    let said = remark(desk.rng);
    for text in [RECEIVED[first], &said, paid, second] {
        if y < 600.0 {
            y = sheet.paragraph(columns.face, 8.2, columns.left, y, 510.0, text) + 5.0;
        }
    }
}

/// The slip to cut off and send with a further payment; its long line is for a machine.
fn coupon(sheet: &mut Sheet, desk: &mut Desk, columns: &Columns) {
    let face = columns.face;
    let left = columns.left;
    let cut = "- ".repeat(60);
    write_in(
        sheet,
        face,
        8.0,
        [left, 644.0, 566.0 - left],
        cut.trim_end(),
    );
    let text = desk.rng.pick(&[
        "CUT HERE. SEND THIS SLIP WITH ANY FURTHER PAYMENT FOR THIS CASE.",
        "PAYMENT SLIP - RETURN ONLY IF WE ASK YOU FOR MORE MONEY",
    ]);
    write_in(sheet, face, 8.5, [left, 660.0, 566.0 - left], text);
    let receipt = desk.receipt();
    sheet.write(face, 8.5, left, 678.0, &format!("RECEIPT {receipt}"));
    sheet.write(face, 8.5, left, 692.0, &desk.case.filer.listed());
    let account = desk.rng.digits(12);
    sheet.write(
        face,
        8.5,
        330.0,
        678.0,
        &format!("DEPOSIT ACCT (BANK) {account}"),
    );
    sheet.write(face, 8.5, 330.0, 692.0, "AMOUNT ENCLOSED $__________");
    let scan = format!(
        "{} {} {}",
        desk.rng.digits(9),
        desk.rng.digits(14),
        desk.rng.digits(4)
    );
    sheet.flush_right(face, 10.0, 566.0, 726.0, &scan);
}
