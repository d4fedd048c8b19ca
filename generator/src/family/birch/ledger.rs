//! A service center's ruled ledger form: numbered boxes, capitals, abbreviations.
use super::kit::*;
use super::prose::{self, Body};
use crate::barcode::Symbology;
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
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
fn case_rows(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth, style: usize) -> Vec<Vec<Cell>> {
    let receipt = receipt_text(rng, case, truth);
    let noticed = date_text(&case.noticed, style);
    let received = date_text(&case.received, style);
    truth.fields.notice_date = some(&noticed);
    truth.fields.received_date = some(&received);
    let form = format!("{} {}", code(rng, case, truth), case.title);
    let first = vec![
        cell(
            1.5,
            rng.pick(&["RCPT NO.", "RECEIPT NBR", "RECEIPT #", "RCPT NUMBER"]),
            receipt,
        ),
        cell(
            2.6,
            rng.pick(&["FORM / TITLE", "CASE TYPE", "FORM TYPE"]),
            form,
        ),
        cell(0.5, "PG", "1 OF 1"),
    ];
    let mut second = vec![
        cell(
            1.0,
            rng.pick(&["REC'D DT", "DATE REC'D", "RECEIVED DATE"]),
            received,
        ),
        cell(
            1.0,
            rng.pick(&["NOTICE DT", "DATE OF NOTICE", "NOTICE DATE"]),
            noticed,
        ),
    ];
    if rng.chance(0.6) {
        let dated = if case.is_petition && rng.chance(0.7) {
            date_text(&case.priority, style)
        } else {
            String::new()
        };
        if !dated.is_empty() {
            truth.fields.priority_date = some(&dated);
        }
        second.push(cell(1.0, rng.pick(&["PRI DT", "PRIORITY DATE"]), dated));
    }
    vec![first, second]
}

/// The rows of the parties.
fn people_rows(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Vec<Vec<Cell>> {
    let filer = case.filer.listed();
    let beneficiary = case.beneficiary.listed();
    let with_filer_a = !case.is_petition || rng.chance(0.4);
    let mut first = vec![cell(
        2.0,
        format!("{} (LAST, FIRST)", role(case)),
        filer.clone(),
    )];
    if with_filer_a {
        first.push(cell(1.0, "A-NO.", a_text(rng, &case.filer.a_number, truth)));
    }
    note_people(truth, case, &filer, Some(&beneficiary));
    if !case.is_petition {
        return vec![first];
    }
    let a_number = a_text(rng, &case.beneficiary.a_number, truth);
    vec![
        first,
        vec![
            cell(2.0, "BENEFICIARY", beneficiary),
            cell(1.0, "BEN A-NO.", a_number),
        ],
    ]
}

/// The row of the fee, with its references that are no USCIS account.
fn fee_row(rng: &mut Rng, truth: &mut NoticeTruth) -> Vec<Cell> {
    let amount = fee(rng);
    truth.fields.amount = some(&amount);
    let (label, value) = reference(rng);
    let mut cells = vec![cell(0.8, "FEE REC'D", amount), cell(1.4, label, value)];
    if rng.chance(0.5) {
        cells.push(cell(0.8, "CHK NO.", rng.digits(5)));
    }
    if rng.chance(0.4) {
        cells.push(cell(
            1.0,
            "REMITTER SSN/EIN",
            format!("{}-{}", rng.digits(2), rng.digits(7)),
        ));
    }
    cells
}

/// The row of the attorney; it may hold the attorney's own account number.
fn attorney_row(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Vec<Cell> {
    let mut cells = vec![cell(1.6, "ATTY/REP (G-28)", case.attorney.0.to_uppercase())];
    if rng.chance(0.55) && case.noticed.year > 2012 {
        let digits = case::account(rng);
        truth.prints_representative_account(&digits);
        let label = rng.pick(&[
            "ATTY ONLINE ACCT NO.",
            "REP'S USCIS ACCT NBR",
            "OAN - ATTY/REP",
        ]);
        cells.push(cell(1.2, label, digits));
    } else {
        cells.push(cell(1.2, "FIRM", case.attorney.1.to_uppercase()));
    }
    cells.push(cell(0.8, "ATTY STATE LIC", rng.digits(6)));
    cells
}

/// The head above the grid.
fn head(sheet: &mut Sheet, rng: &mut Rng, family: Family, kind: &str, form: &str) {
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
    if rng.chance(0.5) {
        sheet.fill([36.0, 55.0, 576.0, 59.0], 0.0);
    } else {
        sheet.rule(36.0, 576.0, 57.0, 2.0);
    }
}

/// The part below the grid: addressee, text, office.
fn lower(sheet: &mut Sheet, rng: &mut Rng, case: &Case, family: Family, top: f32, above: bool) {
    let plain = Face::regular(family);
    let place = office(rng);
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
    for text in talks(rng) {
        y = sheet.paragraph(plain, 9.0, 36.0, y + 8.0, 540.0, text);
    }
    let body = Body {
        face: plain,
        size: 8.0,
        left: 36.0,
        measure: 540.0,
        capitals: false,
    };
    if rng.chance(0.5) {
        prose::columns(sheet, rng, &body, y + 14.0, 720.0);
    } else {
        prose::general(sheet, rng, &body, y + 14.0, 720.0);
    }
    let foot = format!("{}   {}   {}", place[0], place[1], place[2]);
    sheet.rule(36.0, 576.0, 738.0, 0.8);
    sheet.write(plain, 7.5, 36.0, 748.0, &foot);
    sheet.flush_right(
        plain,
        7.5,
        576.0,
        748.0,
        rng.pick(&["REV 04/01/19", "04/14 N", "REV 10/13"]),
    );
}

/// Draws the ledger form.
pub(super) fn ledger(rng: &mut Rng, case: &Case) -> Drawing {
    let family = sans(rng);
    let form = rng.pick(&["I-797C", "I-797", "I-797C"]);
    let mut truth = NoticeTruth {
        form: form.into(),
        ..Default::default()
    };
    let mut sheet = Sheet::letter(family);
    let kind = rng.pick(&[
        "RECEIPT NOTICE",
        "RECEIPT",
        "RCPT NOTICE",
        "TRANSFER NOTICE",
    ]);
    truth.fields.notice_type = some(kind);
    head(&mut sheet, rng, family, kind, &format!("FORM {form},"));
    let style = rng.pick(&[0, 0, 3, 4, 5]);
    let mut rows = case_rows(rng, case, &mut truth, style);
    rows.extend(people_rows(rng, case, &mut truth));
    rows.push(fee_row(rng, &mut truth));
    if rng.chance(0.6) {
        rows.push(attorney_row(rng, case, &mut truth));
    }
    let own = own(rng, case);
    if own != Own::Nothing {
        let value = own_value(rng, case, &mut truth, own);
        let label = worded(rng, OWN, case);
        let at = rng.pick(&[1, 1, 2]);
        let place = rng.below(rows[at].len()) + 1;
        rows[at].insert(place, cell(1.3, label, value));
    }
    let letters = rng.chance(0.5);
    numbered(&mut rows, letters);
    let look = Look {
        label: Face::regular(family),
        label_size: rng.uniform(5.6, 6.6),
        value: Face::bold(if rng.chance(0.5) {
            Family::Courier
        } else {
            family
        }),
        value_size: rng.uniform(8.6, 10.4),
        weight: rng.uniform(0.5, 1.1),
    };
    let high = rng.uniform(23.0, 29.0);
    let above = rng.chance(0.35);
    let mut top = if above { 132.0 } else { 66.0 };
    for cells in &rows {
        row(&mut sheet, &look, [36.0, top, 576.0, top + high], cells);
        top += high;
    }
    lower(&mut sheet, rng, case, family, top, above);
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}
