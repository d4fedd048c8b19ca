//! A service center's ruled ledger form: numbered boxes, capitals, abbreviations.
use super::kit::*;
use super::prose::{self, Body};
use crate::barcode::Symbology;
use crate::case::{self, Case};
use crate::dice::Dice;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::typeface::{Face, Family};

const OWN: &[&str] = &[
    "USCIS ONLINE ACCT NO.",
    "ONLINE ACCT NBR ({S})",
    "{S} USCIS ACCT NO",
    "USCIS ON-LINE ACCT # OF {R}",
    "OAN - {R}",
    "ELIS ACCT NO. ({R})",
    "USCIS ACCT NBR, ONLINE",
    "{R} ONL ACCT NO (USCIS)",
];

/// Numbers the boxes of a form in reading order.
fn numbered(rows: &mut [Vec<Cell>], letters: bool) {
    let mut number = 0;
    for (line, row) in rows.iter_mut().enumerate() {
        for (place, cell) in row.iter_mut().enumerate() {
            number += 1;
            cell.1 = if letters {
                let letter = (b'A' + place as u8) as char;
                format!("{}{letter} {}", line + 1, cell.1)
            } else {
                format!("{number}. {}", cell.1)
            };
        }
    }
}

/// The first two rows: the case and its dates.
fn case_rows(
    dice: &mut Dice,
    case: &Case,
    truth: &mut NoticeTruth,
    style: usize,
) -> Vec<Vec<Cell>> {
    let receipt = receipt_text(dice, case, truth);
    let noticed = date_text(&case.noticed, style);
    let received = date_text(&case.received, style);
    truth.fields.notice_date = some(&noticed);
    truth.fields.received_date = some(&received);
    let form = format!("{} {}", code(dice, case, truth), case.title);
    let first = vec![
        cell(
            1.5,
            dice.pick(&["RCPT NO.", "RECEIPT NBR", "RECEIPT #", "RCPT NUMBER"]),
            receipt,
        ),
        cell(
            2.6,
            dice.pick(&["FORM / TITLE", "CASE TYPE", "FORM TYPE"]),
            form,
        ),
        cell(0.5, "PG", "1 OF 1"),
    ];
    let mut second = vec![
        cell(
            1.0,
            dice.pick(&["REC'D DT", "DATE REC'D", "RECEIVED DATE"]),
            received,
        ),
        cell(
            1.0,
            dice.pick(&["NOTICE DT", "DATE OF NOTICE", "NOTICE DATE"]),
            noticed,
        ),
    ];
    if dice.chance(0.6) {
        let dated = if case.is_petition && dice.chance(0.7) {
            date_text(&case.priority, style)
        } else {
            String::new()
        };
        if !dated.is_empty() {
            truth.fields.priority_date = some(&dated);
        }
        second.push(cell(1.0, dice.pick(&["PRI DT", "PRIORITY DATE"]), dated));
    }
    vec![first, second]
}

/// The rows of the parties.
fn people_rows(dice: &mut Dice, case: &Case, truth: &mut NoticeTruth) -> Vec<Vec<Cell>> {
    let filer = case.filer.listed();
    let beneficiary = case.beneficiary.listed();
    let with_filer_a = !case.is_petition || dice.chance(0.4);
    let mut first = vec![cell(
        2.0,
        format!("{} (LAST, FIRST)", role(case)),
        filer.clone(),
    )];
    if with_filer_a {
        first.push(cell(
            1.0,
            "A-NO.",
            a_text(dice, &case.filer.a_number, truth),
        ));
    }
    note_people(truth, case, &filer, Some(&beneficiary));
    if !case.is_petition {
        return vec![first];
    }
    let a_number = a_text(dice, &case.beneficiary.a_number, truth);
    vec![
        first,
        vec![
            cell(2.0, "BENEFICIARY", beneficiary),
            cell(1.0, "BEN A-NO.", a_number),
        ],
    ]
}

/// The row of the fee, with its references that are no USCIS account.
fn fee_row(dice: &mut Dice, truth: &mut NoticeTruth) -> Vec<Cell> {
    let amount = fee(dice);
    truth.fields.amount = some(&amount);
    let (label, value) = reference(dice);
    let mut cells = vec![cell(0.8, "FEE REC'D", amount), cell(1.4, label, value)];
    if dice.chance(0.5) {
        cells.push(cell(0.8, "CHK NO.", dice.digits(5)));
    }
    if dice.chance(0.4) {
        cells.push(cell(
            1.0,
            "REMITTER SSN/EIN",
            format!("{}-{}", dice.digits(2), dice.digits(7)),
        ));
    }
    cells
}

/// The row of the attorney; it may hold the attorney's own account number.
fn attorney_row(dice: &mut Dice, case: &Case, truth: &mut NoticeTruth) -> Vec<Cell> {
    let mut cells = vec![cell(1.6, "ATTY/REP (G-28)", case.attorney.0.to_uppercase())];
    if dice.chance(0.55) && case.noticed.year > 2012 {
        let digits = case::account(dice);
        truth.prints_representative_account(&digits);
        let label = dice.pick(&[
            "ATTY ONLINE ACCT NO.",
            "REP'S USCIS ACCT NBR",
            "OAN - ATTY/REP",
        ]);
        cells.push(cell(1.2, label, digits));
    } else {
        cells.push(cell(1.2, "FIRM", case.attorney.1.to_uppercase()));
    }
    cells.push(cell(0.8, "ATTY STATE LIC", dice.digits(6)));
    cells
}

/// The head above the grid.
fn head(sheet: &mut Sheet, dice: &mut Dice, family: Family, kind: &str, form: &str) {
    let bold = Face::bold(family);
    sheet.write(bold, 9.0, 36.0, 40.0, "U.S. DEPT OF HOMELAND SECURITY");
    sheet.write(
        Face::regular(family),
        8.0,
        36.0,
        50.5,
        "CITIZENSHIP & IMMIGRATION SVCS",
    );
    sheet.flush_right(bold, 11.0, 576.0, 41.0, &format!("{form} NOTICE OF ACTION"));
    sheet.flush_right(bold, 9.0, 576.0, 52.0, &format!("NOTICE TYPE: {kind}"));
    if dice.chance(0.5) {
        sheet.fill([36.0, 55.0, 576.0, 59.0], 0.0);
    } else {
        sheet.rule(36.0, 576.0, 57.0, 2.0);
    }
}

/// The part below the grid: addressee, text, office.
fn lower(sheet: &mut Sheet, dice: &mut Dice, case: &Case, family: Family, top: f32, above: bool) {
    let plain = Face::regular(family);
    let place = office(dice);
    let name = case.filer.name();
    let lines = [
        name.as_str(),
        case.address[0].as_str(),
        case.address[1].as_str(),
    ];
    let window = if above { 84.0 } else { top + 30.0 };
    let end = addressee(sheet, plain, 10.0, [60.0, window], &lines);
    bars(
        sheet,
        case,
        Symbology::Code39,
        [340.0, window - 16.0],
        0.85,
        26.0,
    );
    let y = if above { top } else { end };
    let mut y = sheet.paragraph(plain, 9.0, 36.0, y + 22.0, 540.0, &format!(
        "THE ABOVE CASE IS ENTERED IN THE REGISTER OF THIS OFFICE. VERIFY EVERY BOX. REPORT ANY \
         ERROR IN BOX 1 THROUGH THE LAST BOX TO {}, TEL {}, WITHIN 30 DAYS OF THE NOTICE DATE. \
         QUOTE THE RECEIPT NUMBER ON ALL MAIL.", place[0], place[3]));
    for text in talks(dice) {
        y = sheet.paragraph(plain, 9.0, 36.0, y + 8.0, 540.0, text);
    }
    let body = Body {
        face: plain,
        size: 8.0,
        left: 36.0,
        measure: 540.0,
        capitals: false,
    };
    if dice.chance(0.5) {
        prose::columns(sheet, dice, &body, y + 14.0, 720.0);
    } else {
        prose::general(sheet, dice, &body, y + 14.0, 720.0);
    }
    let foot = format!("{}   {}   {}", place[0], place[1], place[2]);
    sheet.rule(36.0, 576.0, 738.0, 0.8);
    sheet.write(plain, 7.5, 36.0, 748.0, &foot);
    sheet.flush_right(
        plain,
        7.5,
        576.0,
        748.0,
        dice.pick(&["REV 04/01/19", "04/14 N", "REV 10/13"]),
    );
}

/// Draws the ledger form.
pub fn ledger(dice: &mut Dice, case: &Case) -> Drawing {
    let family = sans(dice);
    let form = dice.pick(&["I-797C", "I-797", "I-797C"]);
    let mut truth = NoticeTruth {
        form: form.into(),
        ..Default::default()
    };
    let mut sheet = Sheet::letter(family);
    let kind = dice.pick(&[
        "RECEIPT NOTICE",
        "RECEIPT",
        "RCPT NOTICE",
        "TRANSFER NOTICE",
    ]);
    truth.fields.notice_type = some(kind);
    head(&mut sheet, dice, family, kind, &format!("FORM {form},"));
    let style = dice.pick(&[0, 0, 3, 4, 5]);
    let mut rows = case_rows(dice, case, &mut truth, style);
    rows.extend(people_rows(dice, case, &mut truth));
    rows.push(fee_row(dice, &mut truth));
    if dice.chance(0.6) {
        rows.push(attorney_row(dice, case, &mut truth));
    }
    let own = own(dice, case);
    if own != Own::Nothing {
        let value = own_value(dice, case, &mut truth, own);
        let label = worded(dice, OWN, case);
        let at = dice.pick(&[1, 1, 2]);
        let place = dice.below(rows[at].len()) + 1;
        rows[at].insert(place, cell(1.3, label, value));
    }
    let letters = dice.chance(0.5);
    numbered(&mut rows, letters);
    let look = Look {
        label: Face::regular(family),
        label_size: dice.uniform(5.6, 6.6),
        value: Face::bold(if dice.chance(0.5) {
            Family::Courier
        } else {
            family
        }),
        value_size: dice.uniform(8.6, 10.4),
        weight: dice.uniform(0.5, 1.1),
    };
    let high = dice.uniform(23.0, 29.0);
    let above = dice.chance(0.35);
    let mut top = if above { 132.0 } else { 66.0 };
    for cells in &rows {
        row(&mut sheet, &look, [36.0, top, 576.0, top + high], cells);
        top += high;
    }
    lower(&mut sheet, dice, case, family, top, above);
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}
