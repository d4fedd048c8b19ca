//! "ledgerbox": the newer system's receipt in capitals, with a payment block.
use super::desk::{Desk, note};
use super::kit::{self, Cell, leader};
use super::{prose, words};
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::Family;

/// Draws the notice.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let families = [
        Family::LiberationSans,
        Family::Helvetica,
        Family::DejaVuSansCondensed,
    ];
    let mut desk = Desk::open(rng, case, "I-797C", &families, (60, 15));
    desk.dates(&[1, 1, 2]);
    let mut sheet = desk.sheet();
    let hand = desk.hand;
    hand.plain(9.0).at(&mut sheet, 40.0, 42.0, words::AGENCY[0]);
    hand.bold(9.0).at(&mut sheet, 40.0, 54.0, words::AGENCY[1]);
    hand.bold(14.0)
        .right(&mut sheet, 572.0, 50.0, "I-797C, Notice of Action");
    let text = "THIS NOTICE DOES NOT GRANT ANY IMMIGRATION STATUS OR BENEFIT";
    sheet.fill([40.0, 62.0, 572.0, 77.0], 0.0);
    let pen = hand.bold(8.6);
    let x = 306.0 - pen.width(text) / 2.0;
    sheet.write_shaded(pen.face, pen.size, x, 72.8, text, 1.0);
    let paper = desk.rng.pick(&words::APPLICATIONS);
    let y = grid(&mut desk, &mut sheet, &paper);
    let y = address(&mut desk, &mut sheet, y + 34.0);
    let y = payment(&mut desk, &mut sheet, y + 26.0);
    let body = prose::receipt(&mut desk, &paper);
    let y = hand
        .plain(9.2)
        .flow(&mut sheet, 40.0, y + 16.0, 532.0, &body);
    if desk.percent(50) && y < 640.0 {
        let text = "If this notice is wrong in any line, call the USCIS Contact Center.";
        hand.bold(9.2).at(&mut sheet, 40.0, y + 4.0, text);
    }
    let at = [40.0, 712.0, 0.9, 24.0];
    kit::bars(&mut sheet, Symbology::Code128, at, &desk.case.receipt);
    let edition = words::edition(&mut desk, "I-797C");
    hand.plain(7.0).right(&mut sheet, 572.0, 758.0, &edition);
    let mut sheets = vec![sheet];
    let noticed = desk.noticed();
    prose::extras(&mut desk, &mut sheets, &noticed);
    Drawing {
        sheets,
        truth: desk.truth,
    }
}

/// The grid in capitals; returns its foot.
fn grid(desk: &mut Desk, sheet: &mut Sheet, paper: &words::Paper) -> f32 {
    let hand = desk.hand;
    let cell = Cell {
        label: hand.bold(6.4),
        value: hand.plain(9.0),
        drop: 9.0,
        lead: 12.0,
    };
    desk.truth.fields.case_type = Some(paper.code.into());
    let filer = desk.case.filer.clone();
    let kind = desk.pick(&["Receipt", "Receipt Notice", "RECEIPT"]);
    let kind = note(&mut desk.truth.fields.notice_type, kind);
    let noticed = desk.noticed();
    let received = desk.received();
    let receipt = desk.receipt();
    let alien = desk.alien(&filer);
    let born = desk.date(&filer.born);
    let title = paper.comma();
    let own = desk.own.clone();
    let label = words::own(desk, false).to_uppercase();
    let mut last = vec![(30.0, "DATE OF BIRTH", born.as_str())];
    let name = filer.listed();
    if let Some(own) = &own {
        last.push((40.0, label.as_str(), own));
    }
    let apply = desk.percent(60);
    if apply || own.is_none() {
        note(&mut desk.truth.fields.applicant, &name);
        last.push((36.0, "APPLICANT", &name));
    }
    let number = desk.pick(&[
        "RECEIPT NUMBER",
        "APPLICATION RECEIPT NUMBER",
        "RECEIPT NO.",
    ]);
    let who = desk.pick(&[
        "USCIS ALIEN NUMBER",
        "ALIEN REGISTRATION NUMBER",
        "USCIS A#",
    ]);
    let rows: [&[(f32, &str, &str)]; 4] = [
        &[
            (60.0, "NOTICE TYPE", &kind),
            (40.0, "NOTICE DATE", &noticed),
        ],
        &[(60.0, "CASE TYPE", &title), (40.0, who, &alien)],
        &[
            (40.0, number, &receipt),
            (40.0, "RECEIVED DATE", &received),
            (20.0, "PAGE", "1 of 1"),
        ],
        &last,
    ];
    let mut y = 84.0;
    let high = 30.0 + desk.rng.uniform(0.0, 4.0);
    for parts in rows {
        y = kit::row(sheet, &cell, [40.0, y, 572.0, y + high], parts);
    }
    y
}

/// The address; returns the next baseline.
fn address(desk: &mut Desk, sheet: &mut Sheet, y: f32) -> f32 {
    let case = desk.case;
    let mut lines = vec![case.filer.name()];
    if desk.percent(30) {
        lines.push(format!("C/O {}", case.attorney.0.to_uppercase()));
    }
    lines.extend(case.address.iter().map(|line| line.to_uppercase()));
    if desk.percent(50) {
        kit::mail_bars(sheet, 66.0, y - 17.0, &case.address[1]);
    }
    desk.hand.plain(9.4).stack(sheet, 66.0, y, &lines)
}

/// What was paid; returns the foot.
fn payment(desk: &mut Desk, sheet: &mut Sheet, y: f32) -> f32 {
    let hand = desk.hand;
    let pen = hand.plain(8.8);
    hand.bold(9.0).at(sheet, 40.0, y, "PAYMENT INFORMATION:");
    let fee = words::fee(desk);
    let prints = if desk.percent(60) { 8500 } else { 0 };
    let total = words::dollars(fee + prints);
    let total = note(&mut desk.truth.fields.amount, &total);
    let mut lines = vec![("Application Fee:", words::dollars(fee))];
    lines.push(("Biometrics Fee:", words::dollars(prints)));
    let label = desk.pick(&["Total Amount Received:", "Total Received:"]);
    lines.push((label, total));
    lines.push(("Total Balance Due:", "$0.00".into()));
    let x = if desk.percent(50) { 40.0 } else { 306.0 };
    let mut at = y + 14.0;
    for (label, value) in &lines {
        leader(sheet, pen, [x, x + 252.0, at], label, value);
        at += 12.0;
    }
    if desk.percent(55) {
        let other = if x > 100.0 { 40.0 } else { 320.0 };
        let mut rows = Vec::new();
        if desk.percent(70) {
            rows.push(format!("Pay.gov Tracking ID: {}", desk.rng.digits(12)));
        }
        if desk.percent(60) {
            rows.push(format!("Bank account ending in {}", desk.rng.digits(4)));
        }
        rows.push(format!("Check/authorization {}", desk.rng.digits(6)));
        pen.stack(sheet, other, y + 14.0, &rows);
    }
    at
}
