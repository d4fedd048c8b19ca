//! An appointment as a panel of tiles: large values, small captions under them.
use super::facts::Facts;
use super::kit::{Page, Row, Slot, fit};
use super::overleaf;
use super::traps;
use crate::case::Case;
use crate::family::Drawing;
use crate::rng::Rng;
use crate::typeface::Family;

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let facts = Facts::draw(rng, case, 3);
    let family = rng.pick(&[Family::Helvetica, Family::DejaVuSans, Family::FreeSans]);
    let mut page = Page::new(family, "I-797C");
    head(rng, &mut page, &facts);
    let bottom = panel(rng, &mut page, &facts);
    let mut y = place(rng, &mut page, &facts, bottom + 26.0);
    page.strong(
        10.0,
        60.0,
        y,
        rng.pick(&["What to bring", "Bring with you", "Before you come"]),
    );
    y += 16.0;
    for text in [
        "This notice, printed on paper, and a passport or other identity card with photograph.",
        "Your permanent resident card or work permit, if you were ever given one.",
        "Glasses off for the photograph; no telephone in the waiting room.",
    ] {
        page.put(9.0, 60.0, y, "•");
        y = page.text(9.0, 72.0, y, 470.0, text) + 3.0;
    }
    y += 8.0;
    for text in traps::body(rng, 4) {
        y = page.text(9.0, 60.0, y, 492.0, &text) + 5.0;
    }
    if rng.chance(0.6) {
        page.bars(rng, 60.0, 702.0, 24.0, &facts.case.receipt);
    }
    page.put(
        7.0,
        60.0,
        760.0,
        &format!("Form I-797C · {}", facts.edition()),
    );
    overleaf::add(rng, &mut page, &facts, true);
    page.finish()
}

/// A dark band with the title.
fn head(rng: &mut Rng, page: &mut Page, facts: &Facts) {
    let kinds: &[&str] = if facts.case.is_petition {
        &["Interview Appointment Notice", "Notice of Interview"]
    } else {
        &["ASC Appointment Notice", "Biometrics Appointment Notice"]
    };
    let kind = rng.pick(kinds);
    page.sheet.fill([40.0, 36.0, 572.0, 74.0], 0.25);
    let plain = page.plain;
    let bold = page.bold;
    page.sheet.write_shaded(bold, 16.0, 54.0, 60.0, kind, 1.0);
    let right = 560.0 - plain.width("USCIS | Form I-797C", 9.0);
    page.sheet
        .write_shaded(plain, 9.0, right, 59.0, "USCIS | Form I-797C", 1.0);
    page.mark(Slot::Type, kind);
    let lines = facts.addressee(rng);
    page.lines(10.0, 60.0, 104.0, 12.5, &lines);
}

/// The tiles; gives the bottom of the panel.
fn panel(rng: &mut Rng, page: &mut Page, facts: &Facts) -> f32 {
    let rows = tiles(rng, facts);
    let across = rng.pick(&[2usize, 3]);
    let left = 56.0;
    let right = 556.0;
    let wide = (right - left) / across as f32;
    let high = rng.uniform(38.0, 46.0);
    let look = rng.below(3);
    let top = rng.uniform(160.0, 190.0);
    for (i, row) in rows.iter().enumerate() {
        page.note(row);
        let x = left + wide * (i % across) as f32;
        let y = top + high * (i / across) as f32;
        tile(page, row, [x, y, x + wide, y + high], look);
    }
    top + high * rows.len().div_ceil(across) as f32
}

/// One tile: the value, a hair line where the look has one, the caption.
fn tile(page: &mut Page, row: &Row, area: [f32; 4], look: usize) {
    let [x, y, right, bottom] = area;
    match look {
        0 => page.sheet.frame(area, 0.5),
        1 => page
            .sheet
            .fill([x + 2.0, y + 2.0, right - 2.0, bottom - 2.0], 0.93),
        _ => page.sheet.rule(x + 6.0, right - 8.0, y + 22.0, 0.4),
    }
    let room = right - x - 14.0;
    let bold = page.bold;
    page.fitted(bold, 12.0, x + 7.0, y + 18.0, room, &row.value);
    let plain = page.plain;
    let size = fit(plain, 7.0, room, &row.label);
    page.sheet
        .write_shaded(plain, size, x + 7.0, y + 30.0, &row.label, 0.3);
}

/// What the tiles say.
fn tiles(rng: &mut Rng, facts: &Facts) -> Vec<Row> {
    let case = &facts.case;
    let mut rows = vec![
        facts.date_row(
            rng.pick(&["day of your appointment", "appointment date"]),
            &facts.day,
            Slot::Day,
        ),
        Row::new(
            rng.pick(&["time (be there 15 minutes early)", "at"]),
            facts.time,
            Slot::Time,
        ),
        facts.receipt_row(rng.pick(&["receipt number of the case", "case receipt"])),
        Row::new(
            rng.pick(&["form", "form type", "what you filed"]),
            facts.form.clone(),
            Slot::Form(facts.form.clone()),
        ),
        facts.filer(rng.pick(&["{role}", "name of {role}"])),
        facts.filer_alien(rng.pick(&["your A-Number", "USCIS A# of {role}"])),
        facts.date_row(
            rng.pick(&["date of this notice", "notice date", "issued"]),
            &case.noticed,
            Slot::Noticed,
        ),
        Row::new("code", rng.pick(&["1", "2", "3"]), Slot::Other),
    ];
    rows.extend(facts.account_row(rng.pick(&[
        "your USCIS online account number",
        "number of your account at my.uscis.gov",
        "USCIS account (online)",
        "{role}'s online account no.",
        "account number · USCIS online · yours",
    ])));
    rows.extend(traps::rows(rng, facts, 2));
    if rng.chance(0.4) {
        let last = rows.len() - 1;
        rows.swap(7, last);
    }
    rows
}

/// Where to go.
fn place(rng: &mut Rng, page: &mut Page, facts: &Facts, y: f32) -> f32 {
    let title = rng.pick(&["Come to", "Where", "Please report to"]);
    page.strong(10.0, 60.0, y, title);
    let site = match facts.case.is_petition {
        true => "USCIS FIELD OFFICE",
        false => "USCIS APPLICATION SUPPORT CENTER",
    };
    let lines = [
        site.to_string(),
        facts.office.street.to_string(),
        facts.office.city.to_string(),
    ];
    page.lines(10.0, 176.0, y, 12.5, &lines) + 12.0
}
