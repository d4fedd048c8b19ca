//! A form of numbered boxes, as tax slips have them, with notes to the boxes.
use super::desk::{Desk, Shown};
use super::kit::{Item, Ruling, Style, grid, receipt_bars, tear, wrap};
use super::words;
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

const ACCOUNT: &[&str] = &[
    "Account number at USCIS (online)",
    "{R}'s USCIS online account",
    "USCIS online account number (see note)",
    "Online account no. of {r}",
    "USCIS Online Account No. (own)",
    "Account number",
];

/// The boxes, row by row.
fn rows(desk: &mut Desk) -> Vec<Vec<(Item, f32)>> {
    let mut middle = vec![dates(desk), people(desk)];
    if let Some(item) = desk.beneficiary(&["Beneficiary", "Beneficiary's name"]) {
        let mut row = vec![(item, 6.0)];
        if desk.rng.chance(0.7) {
            row.extend(
                desk.beneficiary_a(words::BENEFICIARY_A)
                    .map(|item| (item, 4.0)),
            );
        }
        middle.push(row);
    }
    middle.push(accounts(desk));
    for last in (1..middle.len()).rev() {
        let other = desk.rng.below(last + 1);
        middle.swap(last, other);
    }
    let receipt = (desk.receipt(words::RECEIPT), 4.0);
    let case_type = (desk.case_type(words::CASE_TYPE), 6.0);
    let mut first = vec![receipt, case_type];
    if desk.rng.chance(0.3) {
        first.reverse();
    }
    middle.insert(0, first);
    let mut foot = vec![(desk.amount(&["Amount received", "Fee received"]), 1.0)];
    foot.extend(desk.traps(2).into_iter().map(|item| (item, 1.6)));
    middle.push(foot);
    middle
}

/// The row of dates.
fn dates(desk: &mut Desk) -> Vec<(Item, f32)> {
    let mut row = vec![
        (desk.noticed(words::NOTICED), 1.0),
        (desk.received(words::RECEIVED), 1.0),
        (desk.priority(words::PRIORITY), 1.0),
    ];
    let kind = desk
        .rng
        .pick(&["Receipt Notice", "Transfer Notice", "Approval Notice"]);
    let kind = desk.kind(&["Notice type", "Type of notice", "Kind of notice"], kind);
    row.insert(desk.rng.below(4), (kind, 1.3));
    row
}

/// The row of the filer.
fn people(desk: &mut Desk) -> Vec<(Item, f32)> {
    let mut row = vec![(desk.filer(&["{R}", "{R}'s name", "Name of {r}"]), 6.0)];
    if desk.rng.chance(0.75) {
        row.push((desk.filer_a(words::FILER_A), 4.0));
    }
    row
}

/// The row of account numbers, own and other.
fn accounts(desk: &mut Desk) -> Vec<(Item, f32)> {
    let mut row: Vec<(Item, f32)> = Vec::new();
    row.extend(desk.account(ACCOUNT).map(|item| (item, 5.0)));
    if desk.modern() && desk.rng.chance(0.4) {
        row.push((desk.attorney_account(), 5.0));
    }
    if row.len() < 2 {
        row.extend(desk.traps(1).into_iter().map(|item| (item, 4.0)));
    }
    if desk.rng.chance(0.4) {
        row.reverse();
    }
    row
}

/// The head of the slip; the y below it.
fn head(sheet: &mut Sheet, family: Family, words: [&str; 4], span: [f32; 2], top: f32) -> f32 {
    let bold = Face::bold(family);
    let plain = Face::regular(family);
    let [left, right] = span;
    let [form, title, copy, whom] = words;
    sheet.frame([left, top, left + 104.0, top + 38.0], 1.2);
    sheet.write(plain, 6.5, left + 5.0, top + 11.0, "Form");
    sheet.write(bold, 21.0, left + 5.0, top + 32.0, form);
    sheet.write(bold, 15.0, left + 116.0, top + 20.0, title);
    let agency =
        "Department of Homeland Security \u{2014} U.S. Citizenship and Immigration Services";
    sheet.write(plain, 7.2, left + 116.0, top + 33.0, agency);
    sheet.flush_right(bold, 13.0, right, top + 14.0, copy);
    sheet.flush_right(plain, 7.5, right, top + 24.0, whom);
    sheet.flush_right(plain, 7.5, right, top + 34.0, "Keep for your records");
    top + 48.0
}

/// The notes to the boxes.
fn notes(desk: &mut Desk, rows: &[Vec<(Item, f32)>], first: usize) -> Vec<String> {
    let number = |wanted: &str| {
        let place = rows
            .iter()
            .flatten()
            .position(|(item, _)| item.label == wanted);
        place.map(|index| index + first).unwrap_or(first)
    };
    let mut notes = vec![
        format!("Box {first}. Give this entry whenever you write or call about the case."),
        "Boxes left empty do not apply to you or are not yet known to us.".to_string(),
    ];
    let bare = desk.cased("Account number");
    if rows.iter().flatten().any(|(item, _)| item.label == bare) {
        let text = "The twelve-digit number of the {r}'s own USCIS online account. Copy it to \
                    every form that you file by mail.";
        notes.push(format!("Box {}. {}", number(&bare), desk.filled(text)));
    } else if desk.shown == Shown::Absent && desk.modern() {
        notes.extend(desk.prose(words::NO_NUMBER, 1));
    } else if desk.modern() {
        notes.extend(desk.prose(words::MENTION, 1));
    }
    let count = 3 + desk.rng.below(3);
    notes.extend(desk.prose(words::RECEIVED_PROSE, count));
    notes
}

/// Sets the notes in two columns; the y below.
fn columns(sheet: &mut Sheet, face: Face, span: [f32; 2], top: f32, notes: &[String]) -> f32 {
    let wide = (span[1] - span[0] - 18.0) / 2.0;
    let lines: usize = notes
        .iter()
        .map(|note| wrap(face, 8.0, wide, note).len())
        .sum();
    let mut x = span[0];
    let mut base = top;
    let mut used = 0;
    let mut lowest = top;
    for note in notes {
        if used * 2 >= lines && x == span[0] {
            (x, base) = (span[0] + wide + 18.0, top);
        }
        used += wrap(face, 8.0, wide, note).len();
        base = sheet.paragraph(face, 8.0, x, base, wide, note) + 4.0;
        lowest = base.max(lowest);
    }
    lowest
}

/// A slip of numbered boxes.
pub(super) fn numbered(rng: &mut Rng, case: &Case) -> Drawing {
    Desk::shuffle(rng, 1);
    let form = rng.pick(&["I-797C", "I-797", "I-797C"]);
    let mut desk = Desk::open(rng, case, form);
    let family = desk.rng.pick(&[
        Family::Helvetica,
        Family::LiberationSansNarrow,
        Family::LiberationSans,
        Family::DejaVuSansCondensed,
    ]);
    let mut sheet = Sheet::letter(family);
    let inset = desk.rng.uniform(34.0, 48.0);
    let span = [inset, 612.0 - inset];
    let title = desk.rng.pick(&[
        "Notice of Action",
        "NOTICE OF ACTION",
        "Statement of Action",
    ]);
    let copy = desk.rng.pick(&["Copy B", "Copy A", "Copy 2", "Copy C"]);
    let whom = format!("For the {}", desk.role().to_lowercase());
    let top = head(&mut sheet, family, [form, title, copy, &whom], span, 34.0);
    let first = desk.rng.pick(&[1, 1, 1, 10]);
    let style = Style {
        family,
        label: desk.rng.uniform(5.8, 7.0),
        value: desk.rng.uniform(8.6, 10.4),
        strong: desk.rng.chance(0.4),
        under: desk.rng.chance(0.55),
        ruling: Ruling::Boxes,
        number: Some(first),
    };
    let rows = rows(&mut desk);
    let mut y = grid(&mut sheet, &style, span, top, &rows) + 22.0;
    let address = desk.address();
    for line in &address {
        sheet.write(Face::regular(family), 10.0, span[0] + 26.0, y, line);
        y += 12.0;
    }
    let place = [span[1] - 210.0, y - 48.0];
    receipt_bars(
        &mut sheet,
        Symbology::Code128,
        place,
        0.9,
        24.0,
        &desk.case.receipt,
    );
    sheet.rule(span[0], span[1], y + 4.0, 1.0);
    sheet.write(
        Face::bold(family),
        9.5,
        span[0],
        y + 18.0,
        "Notes to the boxes",
    );
    let notes = notes(&mut desk, &rows, first);
    let face = Face::regular(family);
    let y = columns(&mut sheet, face, span, y + 32.0, &notes);
    if y < 460.0 && desk.rng.chance(0.6) {
        let words = [form, title, "Copy 1", "For the file or the attorney"];
        tear(&mut sheet, 0.0, 612.0, y + 12.0);
        let top = head(&mut sheet, family, words, span, y + 24.0);
        grid(&mut sheet, &style, span, top, &rows);
    }
    let office = desk.rng.pick(words::OFFICES).join(" \u{2022} ");
    sheet.rule(span[0], span[1], 738.0, 0.5);
    sheet.write(face, 7.0, span[0], 748.0, &office);
    let foot = format!(
        "Form {form} (Rev. 04/01/19)   Cat. No. {}K",
        desk.rng.digits(5)
    );
    sheet.flush_right(face, 7.0, span[1], 748.0, &foot);
    Drawing {
        sheets: vec![sheet],
        truth: desk.truth,
    }
}
