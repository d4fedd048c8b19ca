//! A terminal's screen print sent as a letter: blocks of parties side by side, a history table.
use super::kit::*;
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// A block of the screen: its head and its lines of label and value.
struct Block {
    head: String,
    lines: Vec<(String, String)>,
}

/// Short words for the account line; the head of the block says whose it is.
const OWN: &[&str] = &[
    "USCIS OL ACCT",
    "ONL-ACCT",
    "USCIS ACCT",
    "OAN",
    "ONLINE ACCT",
];

/// Writes a block in a column; returns its bottom.
fn block(
    sheet: &mut Sheet,
    face: Face,
    size: f32,
    at: [f32; 3],
    block: &Block,
    below: bool,
) -> f32 {
    let [left, top, wide] = at;
    let bold = face;
    sheet.fill([left, top, left + wide - 6.0, top + size + 4.0], 0.86);
    fitted(
        sheet,
        bold,
        size,
        [left + 3.0, top + size + 0.5, wide - 12.0],
        &block.head,
    );
    let mut y = top + size * 2.0 + 8.0;
    for (label, value) in &block.lines {
        if below {
            fitted(sheet, face, size - 1.4, [left + 3.0, y, wide - 12.0], label);
            y += size * 1.12;
            fitted(sheet, face, size, [left + 12.0, y, wide - 20.0], value);
            y += size * 1.45;
        } else {
            let x = left + 3.0 + face.width("M", size) * 11.0;
            fitted(sheet, face, size, [left + 3.0, y, x - left - 6.0], label);
            fitted(sheet, face, size, [x, y, left + wide - 10.0 - x], value);
            y += size * 1.4;
        }
    }
    y
}

/// The blocks of filer, beneficiary and representative.
fn blocks(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Vec<Block> {
    let word = rng.pick(OWN).to_string();
    let pair = |a: &str, b: String| (a.to_string(), b);
    let name = case.filer.listed();
    let other = case.beneficiary.listed();
    note_people(truth, case, &name, Some(&other));
    let mut filer = vec![pair("NAME", name)];
    if !case.is_petition {
        filer.push(pair("A-NBR", a_text(rng, &case.filer.a_number, truth)));
    }
    filer.push(pair("ADDR", case.address[0].clone()));
    filer.push(pair("CITY", case.address[1].clone()));
    let own = own(rng, case);
    if own != Own::Nothing {
        let value = own_value(rng, case, truth, own);
        let place = rng.below(filer.len()) + 1;
        filer.insert(place, (word.clone(), value));
    }
    let head = format!("{} (FILER)", role(case));
    let mut blocks = vec![Block { head, lines: filer }];
    if case.is_petition {
        let a_number = a_text(rng, &case.beneficiary.a_number, truth);
        let born = case.beneficiary.born.numeric();
        let mut lines = vec![
            pair("NAME", other),
            pair("A-NBR", a_number),
            pair("DOB", born),
        ];
        if rng.chance(0.4) {
            lines.push(pair(
                "I-94",
                format!("{} {:02}", rng.digits(9), rng.below(30)),
            ));
            truth.fields.i94_number = some(lines[3].1.clone());
        }
        blocks.push(Block {
            head: "BENEFICIARY".into(),
            lines,
        });
    }
    if rng.chance(0.75) {
        let mut lines = vec![
            pair("NAME", case.attorney.0.clone()),
            pair("FIRM", case.attorney.1.clone()),
            pair("BAR", rng.digits(6)),
        ];
        if rng.chance(0.7) && case.noticed.year > 2012 {
            let digits = case::account(rng);
            truth.prints_representative_account(&digits);
            lines.insert(rng.below(3) + 1, (word, digits));
        }
        let head = rng.pick(&[
            "ATTY/REP (G-28)",
            "G-28 REPRESENTATIVE",
            "ATTORNEY OF RECORD",
        ]);
        let place = rng.below(blocks.len() + 1);
        blocks.insert(
            place,
            Block {
                head: head.into(),
                lines,
            },
        );
    }
    blocks
}

/// The table of the case's history: many short rows.
fn history(sheet: &mut Sheet, rng: &mut Rng, case: &Case, face: Face, size: f32, top: f32) -> f32 {
    const ACTIONS: [&str; 8] = [
        "CASE ENTERED",
        "FEE POSTED",
        "G-28 INDEXED",
        "FILE REQUESTED",
        "FILE RECEIVED",
        "RELOCATED TO SHELF",
        "DUP NOTICE ORDERED",
        "NOTICE PRINTED",
    ];
    let edges = [42.0, 110.0, 150.0, 300.0, 360.0, 470.0];
    let heads = ["DATE", "ACT", "DESCRIPTION", "OPER", "REF NBR", "LOC"];
    for (x, text) in edges.iter().zip(heads) {
        sheet.write(face, size, *x, top, text);
    }
    sheet.rule(42.0, 570.0, top + 3.0, 0.7);
    let mut y = top + size * 1.5 + 2.0;
    let count = rng.below(5) + 4;
    for (place, action) in ACTIONS.iter().skip(8 - count).enumerate() {
        let date = case.received.later(0, 3 * place as i64).numeric();
        let act = rng.letters(2).to_uppercase();
        let reference = if rng.chance(0.6) {
            rng.digits(12)
        } else {
            rng.digits(7)
        };
        let shelf = format!("{}{}", rng.letters(2).to_uppercase(), rng.digits(4));
        let oper = format!("X{}", rng.digits(3));
        let texts = [date, act, action.to_string(), oper, reference, shelf];
        for (x, text) in edges.iter().zip(&texts) {
            sheet.write(face, size, *x, y, text);
        }
        y += size * 1.35;
    }
    sheet.rule(42.0, 570.0, y - size * 0.7, 0.7);
    y + 12.0
}

/// The first lines of the screen; the value comes first, its code after it, or the reverse.
fn status(sheet: &mut Sheet, rng: &mut Rng, case: &Case, truth: &mut NoticeTruth, face: Face) {
    let size = 9.4;
    let receipt = receipt_text(rng, case, truth);
    let noticed = case.noticed.numeric();
    let received = case.received.numeric();
    truth.fields.notice_date = some(&noticed);
    truth.fields.received_date = some(&received);
    truth.fields.case_type = some(case.form_code);
    let items = [
        ("RCPT NBR", receipt),
        ("FORM", case.form_code.to_string()),
        ("NOTICE DT", noticed),
        ("RCVD DT", received),
    ];
    let equals = rng.pick(&[": ", "> ", " = "]);
    for (place, (label, value)) in items.iter().enumerate() {
        let x = 42.0 + 270.0 * (place % 2) as f32;
        let y = 108.0 + 15.0 * (place / 2) as f32;
        sheet.write(face, size, x, y, &format!("{label:<9}{equals}{value}"));
    }
    fitted(
        sheet,
        face,
        size,
        [42.0, 138.0, 520.0],
        &format!("TITLE    {equals}{}", case.title),
    );
}

/// Draws the screen print.
pub(super) fn query(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::LiberationMono,
        Family::Courier,
        Family::DejaVuSansMono,
    ]);
    let face = Face::regular(family);
    let form = if rng.chance(0.6) { "I-797" } else { "I-797C" };
    let mut truth = NoticeTruth {
        form: form.into(),
        ..Default::default()
    };
    let mut sheet = Sheet::letter(family);
    let place = office(rng);
    sheet.write(
        face,
        9.0,
        42.0,
        42.0,
        "USCIS CASE CONTROL          PUBLIC COPY",
    );
    sheet.flush_right(
        face,
        9.0,
        570.0,
        42.0,
        &format!("SCRN {} PG 1", rng.digits(3)),
    );
    let kind = rng.pick(&["DUPLICATE NOTICE", "CASE STATUS NOTICE", "CORRECTED NOTICE"]);
    truth.fields.notice_type = some(kind);
    sheet.write(
        face,
        9.0,
        42.0,
        56.0,
        &format!("FORM {form} NOTICE OF ACTION"),
    );
    sheet.rule(42.0, 570.0, 64.0, 1.2);
    sheet.write(face, 13.0, 42.0, 84.0, kind);
    status(&mut sheet, rng, case, &mut truth, face);
    let blocks = blocks(rng, case, &mut truth);
    let size = rng.uniform(8.0, 8.6);
    let below = blocks.len() > 2 || rng.chance(0.4);
    let wide = 534.0 / blocks.len() as f32;
    let mut bottom: f32 = 0.0;
    for (place, part) in blocks.iter().enumerate() {
        let left = 42.0 + wide * place as f32;
        let end = block(&mut sheet, face, size, [left, 156.0, wide], part, below);
        bottom = bottom.max(end);
    }
    let y = history(&mut sheet, rng, case, face, size, bottom + 14.0);
    let mut y = sheet.paragraph(
        face,
        9.0,
        42.0,
        y,
        528.0,
        "THIS SCREEN PRINT REPLACES A NOTICE THAT WAS LOST OR RETURNED. IT CONFIRMS THE DATA ON \
         FILE AND NOTHING ELSE. NUMBERS UNDER REF NBR ARE OF USE TO THIS OFFICE ONLY.",
    );
    for text in talks(rng) {
        let text = text.to_uppercase();
        y = sheet.paragraph(face, 9.0, 42.0, y + 8.0, 528.0, &text);
    }
    let name = case.filer.name();
    let lines = [
        name.as_str(),
        case.address[0].as_str(),
        case.address[1].as_str(),
    ];
    addressee(&mut sheet, face, 10.0, [70.0, y + 34.0], &lines);
    sheet.write(
        face,
        8.0,
        42.0,
        746.0,
        &format!("{} {} {}", place[0], place[2], place[3]),
    );
    sheet.flush_right(face, 8.0, 570.0, 746.0, "F3=END  F8=FWD");
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}
