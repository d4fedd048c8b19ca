//! "granite": the title-case grid of a receipt for an application.
use super::desk::{Desk, note};
use super::kit::{self, Cell, pair};
use super::{prose, words};
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::Family;

/// Draws the notice.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let families = [Family::Times, Family::LiberationSerif, Family::FreeSerif];
    let mut desk = Desk::open(rng, case, "I-797C", &families, (25, 15));
    desk.dates(&[0, 0, 0, 1]);
    let paper = desk.rng.pick(&words::APPLICATIONS);
    desk.truth.fields.case_type = Some(paper.code.into());
    let mut sheet = desk.sheet();
    let left = 36.0 + desk.rng.uniform(0.0, 10.0);
    head(&desk, &mut sheet, left);
    let pages = if desk.percent(50) { "1 of 1" } else { "1 of 2" };
    let under = grid(&mut desk, &mut sheet, left, (&paper.grid(), pages));
    right_block(&mut desk, &mut sheet, under + 22.0);
    address(&mut desk, &mut sheet, left + 20.0, under + 40.0);
    let body = prose::receipt(&mut desk, &paper);
    let size = desk.rng.uniform(9.2, 10.4);
    let y = under + 150.0;
    let y = desk
        .hand
        .plain(size)
        .flow(&mut sheet, left, y, 612.0 - 2.0 * left, &body);
    if desk.percent(40) {
        let text = "Please see the additional information on the back. You will be notified \
            separately about any other cases you filed.";
        desk.hand
            .plain(size)
            .block(&mut sheet, left, y + 6.0, 612.0 - 2.0 * left, text);
    }
    prose::foot(&mut desk, &mut sheet, left, 660.0);
    let at = [318.0, 690.0, 0.92, 26.0];
    kit::bars(&mut sheet, Symbology::Code39, at, &desk.case.receipt);
    let edition = words::edition(&mut desk, "I-797C");
    desk.hand
        .bold(7.5)
        .right(&mut sheet, 612.0 - left, 764.0, &edition);
    let mut sheets = vec![sheet];
    let noticed = desk.noticed();
    if pages == "1 of 2" {
        sheets.push(second(&mut desk, left, &noticed));
    }
    if desk.percent(50) {
        prose::extras(&mut desk, &mut sheets, &noticed);
    }
    Drawing {
        sheets,
        truth: desk.truth,
    }
}

/// The names and the sentence over the grid.
fn head(desk: &Desk, sheet: &mut Sheet, left: f32) {
    let hand = desk.hand;
    hand.bold(9.0)
        .at(sheet, left, 40.0, "Department of Homeland Security");
    hand.plain(9.0).at(sheet, left, 51.0, words::AGENCY[1]);
    hand.bold(13.0)
        .right(sheet, 612.0 - left, 50.0, "Form I-797C, Notice of Action");
    sheet.rule(left, 612.0 - left, 58.0, 1.6);
    let text = "THIS NOTICE DOES NOT GRANT ANY IMMIGRATION STATUS OR BENEFIT.";
    hand.bold(9.5).centre(sheet, 306.0, 71.0, text);
}

/// The grid of three rows; returns its foot.
fn grid(desk: &mut Desk, sheet: &mut Sheet, left: f32, with: (&str, &str)) -> f32 {
    let hand = desk.hand;
    let label = desk.rng.uniform(5.8, 7.0);
    let cell = Cell {
        label: hand.plain(label),
        value: hand.plain(8.4),
        drop: label + 1.0,
        lead: 10.0,
    };
    let high = 30.0 + desk.rng.uniform(0.0, 3.0);
    let right = 612.0 - left;
    let top = 77.0;
    let receipt = desk.receipt();
    let mut first = vec![(
        34.0,
        desk.pick(&["Receipt Number", "Receipt No.", "Receipt #"]),
        receipt,
    )];
    match desk.own.clone() {
        Some(own) => {
            first.push((33.0, words::own(desk, false), own));
            first.push((33.0, "Case Type", with.0.to_string()));
        }
        None => first.push((
            66.0,
            desk.pick(&["Case Type", "Form Type"]),
            with.0.to_string(),
        )),
    }
    let filer = desk.case.filer.clone();
    let alien = desk.alien(&filer);
    let name = note(&mut desk.truth.fields.applicant, &filer.listed());
    let role = format!("Applicant {alien}");
    let received = desk.received();
    let priority = desk.priority(15);
    let noticed = desk.noticed();
    let from = desk.pick(&["Received Date", "Date Received", "Receipt Date"]);
    let second = [
        (34.0, from, received),
        (33.0, "Priority Date", priority),
        (33.0, role.as_str(), name),
    ];
    let third = [
        (34.0, "Notice Date", noticed),
        (33.0, "Page", with.1.to_string()),
    ];
    let y = line(sheet, &cell, [left, top, right, top + high], &first);
    let y = line(sheet, &cell, [left, y, right, y + high], &second);
    line(
        sheet,
        &cell,
        [left, y, left + (right - left) * 0.67, y + high],
        &third,
    );
    let corner = [left + (right - left) * 0.67, y, right, y + high];
    if desk.percent(50) {
        let again = desk.case.filer.listed();
        cell.boxed(sheet, corner, &role, &again);
    } else {
        cell.boxed(sheet, corner, "Beneficiary", "");
    }
    y + high
}

/// A row of cells whose values are owned.
fn line(sheet: &mut Sheet, cell: &Cell, at: [f32; 4], parts: &[(f32, &str, String)]) -> f32 {
    let parts: Vec<_> = parts
        .iter()
        .map(|(w, label, value)| (*w, *label, value.as_str()))
        .collect();
    kit::row(sheet, cell, at, &parts)
}

/// Notice type, amount and so on, right of the address.
fn right_block(desk: &mut Desk, sheet: &mut Sheet, top: f32) {
    let pens = (desk.hand.bold(9.4), desk.hand.plain(9.4));
    let kind = desk.pick(&[
        "Receipt Notice",
        "Receipt Notice",
        "Receipt Notice - Duplicate",
    ]);
    let kind = note(&mut desk.truth.fields.notice_type, kind);
    let mut lines = vec![("Notice Type:", kind)];
    let fee = words::fee(desk);
    let amount = match desk.rng.below(5) {
        0 => "Fee Waived".to_string(),
        1 => words::dollars(fee),
        _ => format!("{} U.S.", words::dollars(fee)),
    };
    let label = desk.pick(&["Amount received:", "Amount Received:", "Fee received:"]);
    lines.push((label, note(&mut desk.truth.fields.amount, &amount)));
    if desk.truth.fields.case_type.as_deref() == Some("I-765") {
        let text = desk.pick(&["C09", "(c)(9)", "C08", "A12", "(c)(33)"]);
        lines.push((
            "Eligibility Category:",
            note(&mut desk.truth.fields.eligibility_category, text),
        ));
    }
    if desk.truth.fields.case_type.as_deref() == Some("I-485") {
        let text = desk.pick(&[
            "Adjustment as direct beneficiary of immigrant petition",
            "Derivative adjustment",
            "Refugee adjustment, 209(a) INA",
        ]);
        lines.push(("Section:", note(&mut desk.truth.fields.section, text)));
    }
    if desk.percent(25) && amount != "Fee Waived" {
        lines.push(("Payment tracking no.:", desk.rng.digits(12)));
    }
    let mut y = top;
    for (label, value) in lines {
        y = kit::hang(sheet, pens, [330.0, y, 572.0], (label, &value)) + 2.0;
    }
}

/// The address in its window.
fn address(desk: &mut Desk, sheet: &mut Sheet, x: f32, y: f32) {
    let case = desk.case;
    if desk.percent(40) {
        kit::mail_bars(sheet, x, y - 16.0, &case.address[0]);
    }
    let mut lines = vec![case.filer.name()];
    if desk.percent(35) {
        lines.push(format!("c/o {}", case.attorney.1));
    }
    lines.extend(case.address.iter().cloned());
    desk.hand.plain(9.6).stack(sheet, x, y, &lines);
}

/// The second page of the notice.
fn second(desk: &mut Desk, left: f32, noticed: &str) -> Sheet {
    let mut sheet = desk.sheet();
    let pens = (desk.hand.plain(7.0), desk.hand.plain(8.4));
    desk.hand.bold(13.0).right(
        &mut sheet,
        612.0 - left,
        48.0,
        "Form I-797C, Notice of Action",
    );
    sheet.rule(left, 612.0 - left, 58.0, 1.6);
    let receipt = desk.receipt();
    pair(&mut sheet, pens, left, 72.0, ("Receipt Number", &receipt));
    pair(&mut sheet, pens, 280.0, 72.0, ("Notice Date", noticed));
    pair(&mut sheet, pens, 500.0, 72.0, ("Page", "2 of 2"));
    sheet.rule(left, 612.0 - left, 79.0, 0.6);
    let mut texts = vec![
        "Biometrics. If we need fingerprints, a photograph or a signature, you will get a \
         separate appointment notice from an Application Support Center."
            .to_string(),
        "Evidence. Please do not send more papers until we ask for them. Papers sent without \
         our letter on top are hard to match with a case."
            .to_string(),
    ];
    texts.push(prose::account_talk(desk).to_string());
    texts.push(prose::help(desk).to_string());
    desk.hand
        .plain(10.0)
        .flow(&mut sheet, left, 104.0, 612.0 - 2.0 * left, &texts);
    let at = [318.0, 690.0, 0.92, 26.0];
    kit::bars(&mut sheet, Symbology::Code39, at, &desk.case.receipt);
    sheet
}
