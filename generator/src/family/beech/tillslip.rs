//! A lockbox receipt: a dense grid with small captions under the values, a fee table and a stub.
use super::grid::{Cell, Grid, cell, wide};
use super::kit::Leaf;
use super::{prose, words};
use crate::barcode::Symbology;
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::Family;

/// Draws the receipt.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::Helvetica,
        Family::LiberationSansNarrow,
        Family::FreeSans,
    ]);
    let mut leaf = Leaf::new(family);
    let mut truth = words::truth("I-797C", case);
    truth.fields.notice_type = Some("Receipt Notice".into());
    head(&mut leaf, rng);
    let cells = facts(rng, case, &mut truth);
    let grid = Grid {
        left: 36.0,
        right: 576.0,
        row: rng.uniform(23.0, 27.0),
        columns: 4,
        caption: rng.uniform(5.2, 6.2),
        value: rng.uniform(8.5, 9.5),
        below: true,
        ruled: true,
        bar: rng.chance(0.5).then_some(0.88),
        bold: false,
    };
    let y = grid.draw(&mut leaf, 88.0, &cells);
    let y = middle(&mut leaf, rng, case, y + 34.0);
    fees(&mut leaf, rng, &mut truth, y + 8.0);
    stub(&mut leaf, rng, case);
    Drawing {
        sheets: vec![leaf.sheet],
        truth,
    }
}

/// The agency, the form and the banner.
fn head(leaf: &mut Leaf, rng: &mut Rng) {
    leaf.sheet
        .plain(8.0, 36.0, 40.0, "Department of Homeland Security");
    leaf.sheet.bold(
        10.0,
        36.0,
        52.0,
        "U.S. Citizenship and Immigration Services",
    );
    leaf.right(true, 12.0, (576.0, 44.0), "Form I-797C, Notice of Action");
    leaf.right(
        false,
        6.5,
        (576.0, 54.0),
        &format!("LBX {} / {}", rng.digits(3), rng.digits(5)),
    );
    leaf.band([36.0, 62.0, 576.0, 78.0], 0.0, 8.5, prose::BANNER);
}

/// The cells in an order that varies.
fn facts(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Vec<Cell> {
    let way = rng.below(3);
    let date = |truth: &mut Option<String>, date: &case::Date| {
        let text = words::dated(way, date);
        *truth = Some(text.clone());
        text
    };
    let received = date(&mut truth.fields.received_date, &case.received);
    let noticed = date(&mut truth.fields.notice_date, &case.noticed);
    let mut cells = vec![
        cell(&caps(words::receipt_label(rng)), &words::receipt(rng, case)),
        wide(2, "CASE TYPE", &words::kind(case)),
        cell("NOTICE TYPE", "Receipt Notice"),
        cell(&caps(words::received_label(rng)), &received),
        cell(&caps(words::noticed_label(rng)), &noticed),
        cell("PAGE", "1 of 1"),
    ];
    let printed = case.filer.listed();
    words::note_filer(truth, case, &printed);
    cells.push(wide(2, &caps(words::role(case)), &printed));
    truth.prints_a_number(&case.filer.a_number);
    let alien = words::alien(rng, &case.filer.a_number);
    cells.push(cell(&caps(words::alien_label(rng)), &alien));
    let own = words::own(rng, case, truth, (0.46, 0.22));
    if own != words::Own::Absent {
        let value = words::own_value(rng, case, own);
        let place = 3 + rng.below(cells.len() - 3);
        cells.insert(place, cell(&caps(&words::own_label(rng, case)), &value));
    }
    for _ in 0..1 + rng.below(3) {
        let (label, value) = words::trap(rng);
        if cells.iter().all(|cell| cell.caption != caps(&label)) {
            cells.push(cell(&caps(&label), &value));
        }
    }
    cells
}

/// Capitals, as on most captions of this notice.
fn caps(text: &str) -> String {
    text.to_uppercase()
}

/// The address for the window and the body.
fn middle(leaf: &mut Leaf, rng: &mut Rng, case: &Case, y: f32) -> f32 {
    leaf.mail_bars(rng, (60.0, y - 16.0));
    let for_attorney = rng.chance(0.3);
    let after = leaf.lines(9.5, (60.0, y), 11.5, &words::addressee(case, for_attorney));
    leaf.qr(rng, (505.0, y - 20.0), 58.0);
    let mention = rng.chance(0.5);
    let count = 3 + rng.below(4);
    let texts = prose::receipt(rng, count, mention);
    leaf.prose(9.0, (36.0, after.max(y + 52.0) + 14.0), 540.0, &texts)
}

/// The fees with dots between name and amount.
fn fees(leaf: &mut Leaf, rng: &mut Rng, truth: &mut NoticeTruth, y: f32) {
    let total = words::money(rng);
    truth.fields.amount = Some(total.clone());
    let check = rng.digits(4);
    leaf.sheet.bold(8.5, 36.0, y, "PAYMENT INFORMATION");
    leaf.sheet.rule(36.0, 330.0, y + 3.0, 0.6);
    leaf.leader(
        8.0,
        (36.0, y + 14.0),
        330.0,
        "Check or money order number",
        &check,
    );
    let item = rng.digits(12);
    leaf.leader(8.0, (36.0, y + 25.0), 330.0, "Bank item reference", &item);
    leaf.leader(
        8.0,
        (36.0, y + 36.0),
        330.0,
        "Total Amount Received",
        &total,
    );
    leaf.leader(8.0, (36.0, y + 47.0), 330.0, "Total Balance Due", "$0.00");
}

/// The stub below the perforation.
fn stub(leaf: &mut Leaf, rng: &mut Rng, case: &Case) {
    leaf.perforation(652.0, "DETACH AND KEEP WITH YOUR RECORDS");
    let office = words::office(rng);
    leaf.bars(Symbology::Code39, (36.0, 668.0), 0.8, 26.0, &case.receipt);
    leaf.sheet.plain(7.5, 36.0, 703.0, &case.receipt);
    leaf.sheet.plain(8.0, 330.0, 676.0, &case.filer.name());
    leaf.lines(8.0, (330.0, 688.0), 9.5, &office.map(str::to_uppercase));
    leaf.sheet.plain(7.0, 36.0, 724.0, &prose::telephone(rng));
    let edition = words::edition(case);
    leaf.sheet
        .plain(7.0, 36.0, 752.0, &format!("Form I-797C {edition}"));
    leaf.right(
        false,
        7.0,
        (576.0, 752.0),
        "See important information on the reverse",
    );
}
