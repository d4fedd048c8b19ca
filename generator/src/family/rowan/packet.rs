//! One sheet for several filings that came in one envelope: a lead strip and lesser strips.
use super::facts::Facts;
use super::kit::{Page, Row, Slot};
use super::overleaf;
use super::traps;
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::rng::Rng;
use crate::typeface::Family;

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let facts = Facts::draw(rng, case, 8);
    let family = rng.pick(&[
        Family::Helvetica,
        Family::LiberationSansNarrow,
        Family::FreeSans,
    ]);
    let mut page = Page::new(family, "I-797C");
    let mut y = head(rng, &mut page, &facts);
    y = lead(rng, &mut page, &facts, y);
    for i in 0..1 + rng.below(3) {
        y = strip(rng, &mut page, &facts, y, i);
    }
    y = total(rng, &mut page, &facts, y + 16.0);
    for text in traps::body(rng, 6) {
        y = page.text(9.0, 50.0, y, 512.0, &text) + 4.0;
    }
    page.put(
        7.5,
        50.0,
        764.0,
        &format!("I-797C (multi) {}", facts.edition()),
    );
    overleaf::add(rng, &mut page, &facts, true);
    page.finish()
}

/// Title, address, and the account that holds all filings.
fn head(rng: &mut Rng, page: &mut Page, facts: &Facts) -> f32 {
    let plain = page.plain;
    page.strong(13.0, 50.0, 48.0, "USCIS");
    page.put(
        9.0,
        100.0,
        48.0,
        "Lockbox Operations    Form I-797C, Notice of Action",
    );
    page.sheet.rule(50.0, 562.0, 54.0, 2.0);
    let kind = rng.pick(&[
        "Combined Receipt Notice",
        "Receipt Notice",
        "Receipt for a Packet",
    ]);
    page.strong(16.0, 50.0, 78.0, kind);
    page.mark(Slot::Type, kind);
    let noticed = facts.date(&facts.case.noticed);
    page.mark(Slot::Noticed, &noticed);
    let dated = format!(
        "{} {noticed}",
        rng.pick(&["Notice date:", "Dated", "Issued on"])
    );
    page.sheet.flush_right(plain, 10.0, 562.0, 78.0, &dated);
    let lines = facts.addressee(rng);
    let y = page.lines(10.0, 60.0, 108.0, 12.0, &lines) + 16.0;
    let rows = [
        facts.filer("{Role}"),
        facts.filer_alien("A-Number of {role}"),
    ];
    page.note_all(&rows);
    page.put(
        9.5,
        50.0,
        y,
        &format!("{}: {}", rows[0].label, rows[0].value),
    );
    page.put(
        9.5,
        310.0,
        y,
        &format!("{}: {}", rows[1].label, rows[1].value),
    );
    let account = facts.account_row(rng.pick(&[
        "All filings on this sheet sit in {role}'s USCIS online account",
        "Filed from your USCIS online account no.",
        "USCIS online account for every case below",
        "One USCIS account number (yours) for the packet",
    ]));
    match account {
        Some(row) => {
            page.note(&row);
            let end = page.put(9.5, 50.0, y + 16.0, &format!("{}: ", row.label));
            page.strong(10.5, end + 4.0, y + 16.0, &row.value);
            y + 32.0
        }
        None => y + 16.0,
    }
}

/// The strip of the lead filing.
fn lead(rng: &mut Rng, page: &mut Page, facts: &Facts, top: f32) -> f32 {
    page.sheet.frame([50.0, top, 562.0, top + 62.0], 1.2);
    let name = rng.pick(&["LEAD FILING", "MAIN CASE", "PRINCIPAL FORM"]);
    page.strong(9.0, 58.0, top + 13.0, name);
    let receipt = facts.receipt_row("Receipt");
    let form = facts.form_row(rng.pick(&["Case type", "Form"]), " — ");
    let received = facts.date_row("Received", &facts.case.received, Slot::Received);
    page.note_all(&[receipt.clone(), form.clone(), received.clone()]);
    page.put(8.0, 58.0, top + 30.0, &receipt.label);
    page.strong(12.0, 108.0, top + 30.0, &receipt.value);
    page.put(8.0, 310.0, top + 30.0, &received.label);
    page.strong(10.0, 360.0, top + 30.0, &received.value);
    page.put(8.0, 58.0, top + 50.0, &form.label);
    let bold = page.bold;
    page.fitted(bold, 10.0, 108.0, top + 50.0, 445.0, &form.value);
    if rng.chance(0.4) {
        page.bars(rng, 360.0, top + 4.0, 12.0, &facts.case.receipt);
    }
    top + 72.0
}

/// The strip of a filing that came with it.
fn strip(rng: &mut Rng, page: &mut Page, facts: &Facts, top: f32, index: usize) -> f32 {
    let forms = [
        ("I-765", "Employment Authorization"),
        ("I-131", "Travel Document"),
        ("I-864", "Affidavit of Support"),
        ("I-693", "Medical Examination"),
    ];
    let start = forms
        .iter()
        .position(|form| form.0 == facts.form)
        .map_or(0, |place| place + 1);
    let (form, title) = forms[(start + index) % 4];
    let number = case::receipt(rng, &facts.case.receipt[..3], facts.case.received.year);
    page.mark(Slot::Receipt(number.clone()), "");
    page.sheet.frame([50.0, top, 562.0, top + 24.0], 0.4);
    page.put(8.0, 58.0, top + 15.0, &format!("with it ({})", index + 1));
    page.put(9.5, 128.0, top + 15.0, &format!("{form}, {title}"));
    page.put(8.0, 330.0, top + 15.0, "Receipt");
    page.put(9.5, 370.0, top + 15.0, &number);
    top + 28.0
}

/// The money and the references, two to a line.
fn total(rng: &mut Rng, page: &mut Page, facts: &Facts, y: f32) -> f32 {
    let label = rng.pick(&["Amount received for the packet", "Total amount received"]);
    let mut rows = vec![Row::new(label, facts.amount.clone(), Slot::Amount)];
    rows.extend(facts.beneficiary("Beneficiary", "A-Number of beneficiary"));
    rows.extend(traps::rows(rng, facts, 3));
    page.note_all(&rows);
    let mut at = y;
    for pair in rows.chunks(2) {
        for (i, row) in pair.iter().enumerate() {
            let x = 50.0 + 262.0 * i as f32;
            let text = format!("{}: {}", row.label, row.value);
            let plain = page.plain;
            page.fitted(plain, 9.0, x, at, 250.0, &text);
        }
        at += 14.0;
    }
    at + 10.0
}
