//! `carriage`: a line-printer notice of a service center, dot leaders, capitals, tractor holes.
use super::kit::{Desk, Fate, address, aged, barcode, block, flow, stir};
use super::words::{agency, center, decoy, prose, short_label};
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Draws the notice.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    stir(rng, 3);
    let case = &aged(rng, case, 0.3);
    let mut desk = Desk::open(rng, case, "I-797C");
    let family = desk.pick(&[
        Family::Courier,
        Family::LiberationMono,
        Family::FreeMono,
        Family::DejaVuSansMono,
    ]);
    let mut sheet = Sheet::letter(family);
    let face = Face::regular(family);
    let size = if matches!(family, Family::DejaVuSansMono) {
        8.6
    } else {
        9.6
    };
    paper(&mut desk, &mut sheet);
    let y = head(&mut desk, &mut sheet, face, size);
    let rows = rows(&mut desk);
    let y = ledger(&mut desk, &mut sheet, face, size, y, &rows);
    let y = window(&mut desk, &mut sheet, face, size, y + 16.0);
    foot(&mut desk, &mut sheet, face, size, y);
    desk.close(vec![sheet])
}

/// Tractor holes and bands of continuous paper.
fn paper(desk: &mut Desk, sheet: &mut Sheet) {
    if desk.chance(0.5) {
        for hole in 0..22 {
            let y = 14.0 + 36.0 * hole as f32;
            sheet.frame([12.0, y, 20.0, y + 8.0], 0.4);
            sheet.frame([592.0, y, 600.0, y + 8.0], 0.4);
        }
    }
    if desk.chance(0.4) {
        for band in 0..13 {
            let y = 30.0 + 58.0 * band as f32;
            sheet.fill([32.0, y, 580.0, y + 29.0], 0.94);
        }
    }
}

/// The head of the notice.
fn head(desk: &mut Desk, sheet: &mut Sheet, face: Face, size: f32) -> f32 {
    let [department, service] = agency(desk).map(str::to_uppercase);
    sheet.write(face, size, 48.0, 50.0, &department);
    sheet.write(face, size, 48.0, 62.0, &service);
    let title = desk.pick(&[
        "FORM I-797C, NOTICE OF ACTION",
        "N O T I C E   O F   A C T I O N   (I-797C)",
        "I-797C NOTICE OF ACTION",
    ]);
    sheet.centred(face, size + 2.0, 306.0, 90.0, title);
    sheet.centred(face, size, 306.0, 102.0, &"*".repeat(title.len()));
    122.0
}

/// The rows: label and value; an empty label makes a gap.
fn rows(desk: &mut Desk) -> Vec<(String, String)> {
    let mut rows: Vec<(String, String)> = Vec::new();
    let mut add = |label: &str, value: String| rows.push((label.to_uppercase(), value));
    let kind = desk.pick(&[
        "RECEIPT NOTICE",
        "TRANSFER NOTICE",
        "RECEIPT",
        "APPROVAL NOTICE",
    ]);
    add(
        desk.pick(&["Notice Type", "Type of Notice", "Notice"]),
        desk.notice_type(kind),
    );
    add(
        desk.pick(&["Receipt Number", "Receipt No.", "Receipt Nbr", "Rcpt #"]),
        desk.receipt(),
    );
    let case_type = desk.case_type(" ");
    add(desk.pick(&["Case Type", "Form", "Form Type"]), case_type);
    add(
        desk.pick(&["Received Date", "Date Received", "Rec'd"]),
        desk.received_date(),
    );
    add(
        desk.pick(&["Notice Date", "Date of Notice", "Date of this notice"]),
        desk.notice_date(),
    );
    add("", String::new());
    let owner = desk.owner();
    add(owner, desk.filer(true));
    let filer = desk.case.filer.clone();
    let number = desk.a_number(&filer);
    let label = desk.pick(&["A-Number", "A#", "A-File", "INS A-Number", "Alien Reg. No."]);
    add(label, number);
    person_rows(desk, &mut add);
    rows
}

/// The beneficiary, the account and a decoy in some order.
fn person_rows(desk: &mut Desk, add: &mut impl FnMut(&str, String)) {
    let account_first = desk.chance(0.4);
    if account_first {
        account_row(desk, add);
    }
    if desk.case.is_petition {
        add("Beneficiary", desk.beneficiary(true));
        let person = desk.case.beneficiary.clone();
        if desk.chance(0.6) {
            add("Beneficiary A#", desk.a_number(&person));
        }
    }
    if !account_first {
        account_row(desk, add);
    }
    if desk.chance(0.5) {
        let (label, value) = decoy(desk);
        add(label, value);
    }
    let amount = desk.amount();
    add(
        desk.pick(&["Amount Received", "Fee Received", "Amount"]),
        amount,
    );
}

/// The row of the own account number.
fn account_row(desk: &mut Desk, add: &mut impl FnMut(&str, String)) {
    let mut label = short_label(desk);
    if desk.chance(0.5) {
        label = desk
            .pick(&[
                "USCIS Online Acct No.",
                "USCIS Online Acct Nbr",
                "Own USCIS Acct No.",
            ])
            .into();
    }
    if let Some(value) = desk.account() {
        add(&label, value);
    }
}

/// Prints the rows with dot leaders.
fn ledger(
    desk: &mut Desk,
    sheet: &mut Sheet,
    face: Face,
    size: f32,
    top: f32,
    rows: &[(String, String)],
) -> f32 {
    let fill = desk.pick(&['.', '.', ' ', '-']);
    let end = desk.pick(&[": ", "  ", "> "]);
    let pitch = desk.rng.uniform(12.6, 14.4);
    let mut y = top;
    for (label, value) in rows {
        y += pitch;
        if label.is_empty() {
            continue;
        }
        let gap = 25 - label.chars().count().min(24);
        let leader = if fill == ' ' {
            " ".repeat(gap)
        } else {
            fill.to_string().repeat(gap)
        };
        let text = format!("{label} {leader}{end}");
        let x = sheet.write(face, size, 48.0, y, &text);
        let x = if x < 60.0 {
            48.0 + face.width(&text, size)
        } else {
            x
        };
        if !value.is_empty() {
            y = block(sheet, face, size, [x, y], 572.0 - x, value) - size * 1.2;
        }
    }
    y
}

/// The address behind the window of the envelope, and the barcode.
fn window(desk: &mut Desk, sheet: &mut Sheet, face: Face, size: f32, top: f32) -> f32 {
    let mut y = top + 14.0;
    if desk.chance(0.4) {
        let sort = format!(
            "T{} P1 {:06} {}",
            desk.rng.between(1, 60),
            desk.rng.below(99999),
            "5-DIGIT"
        );
        sheet.write(face, 6.5, 72.0, y, &sort);
        y += 12.0;
    }
    for line in address(desk) {
        sheet.write(face, size, 72.0, y, &line.to_uppercase());
        y += size * 1.2;
    }
    if desk.chance(0.6) {
        barcode(sheet, desk, [350.0, top], 26.0);
    }
    y + 12.0
}

/// Prose, office and the last line.
fn foot(desk: &mut Desk, sheet: &mut Sheet, face: Face, size: f32, top: f32) {
    let mut prose = prose(desk);
    if desk.fate == Fate::Missing && desk.chance(0.3) {
        prose.insert(
            0,
            "No online account number was supplied with this filing.".into(),
        );
    }
    if desk.chance(0.7) {
        prose
            .iter_mut()
            .for_each(|text| *text = text.to_uppercase());
    }
    flow(sheet, face, size - 1.2, [48.0, top, 570.0, 690.0], &prose);
    let office = center(desk);
    sheet.write(face, size, 48.0, 708.0, &office.name.to_uppercase());
    sheet.write(face, size, 48.0, 719.0, &office.lines[0].to_uppercase());
    sheet.write(face, size, 48.0, 730.0, &office.lines[1].to_uppercase());
    sheet.write(face, size, 48.0, 741.0, &format!("TEL {}", office.phone));
    let last = "*** PLEASE SEE ADDITIONAL INFORMATION ON THE BACK ***";
    sheet.centred(face, size - 1.0, 306.0, 760.0, last);
}
