//! A rejection notice: details on ruled lines, reasons as a list of boxes to tick.
use super::facts::Facts;
use super::kit::{Page, Row, Slot, wrap};
use super::traps;
use crate::case::Case;
use crate::family::Drawing;
use crate::rng::Rng;
use crate::typeface::Family;

/// Reasons that a lockbox ticks.
const REASONS: [&str; 8] = [
    "The form was not signed in ink by the person who files it.",
    "The fee was missing, of the wrong amount, or drawn on a closed bank account.",
    "The edition of the form is no longer accepted.",
    "A required page, table or supplement was left out.",
    "The form was sent to an address that does not take it in.",
    "No visa number is available for the category that was asked for.",
    "The USCIS online account number on the form belongs to another person or is incomplete.",
    "The check was not dated within the last 365 days.",
];

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let facts = Facts::draw(rng, case, 9);
    let family = rng.pick(&[Family::LiberationSans, Family::Times, Family::DejaVuSerif]);
    let mut page = Page::new(family, "I-797C");
    let mut y = head(rng, &mut page, &facts);
    y = details(rng, &mut page, &facts, y);
    y = reasons(rng, &mut page, y + 10.0);
    y = enclosed(rng, &mut page, y + 8.0);
    y += 12.0;
    for text in traps::body(rng, 4) {
        y = page.text(8.5, 54.0, y, 504.0, &text) + 4.0;
    }
    let foot = format!(
        "Form I-797C {}      Lockbox copy 1 / Remitter copy 2",
        facts.edition()
    );
    page.put(7.5, 54.0, 764.0, &foot);
    page.finish()
}

/// Title, address and the opening sentence.
fn head(rng: &mut Rng, page: &mut Page, facts: &Facts) -> f32 {
    let plain = page.plain;
    let bold = page.bold;
    page.sheet.frame([44.0, 34.0, 568.0, 82.0], 1.0);
    page.put(9.0, 54.0, 50.0, "U.S. Citizenship and Immigration Services");
    page.put(9.0, 54.0, 62.0, "USCIS Lockbox Facility");
    page.put(
        9.0,
        54.0,
        74.0,
        &format!("{}, {}", facts.office.street, facts.office.city),
    );
    let kind = rng.pick(&[
        "Rejection Notice",
        "NOTICE OF REJECTION",
        "Rejection of Filing",
    ]);
    page.sheet.flush_right(bold, 15.0, 558.0, 56.0, kind);
    page.mark(Slot::Type, kind);
    page.sheet
        .flush_right(plain, 8.5, 558.0, 72.0, "Form I-797C, Notice of Action");
    let lines = facts.addressee(rng);
    let y = page.lines(10.0, 64.0, 108.0, 12.0, &lines) + 14.0;
    let text = "The papers named below are returned to you with this notice. Nothing has been \
                decided, no fee has been kept, and no filing date has been given.";
    page.text(9.5, 54.0, y, 504.0, text) + 10.0
}

/// The details, each on a ruled line, in one or two columns.
fn details(rng: &mut Rng, page: &mut Page, facts: &Facts, top: f32) -> f32 {
    let case = &facts.case;
    let mut rows = vec![
        facts.date_row(
            rng.pick(&["Date", "Notice date"]),
            &case.noticed,
            Slot::Noticed,
        ),
        facts.date_row(
            rng.pick(&["Reached us on", "Received"]),
            &case.received,
            Slot::Received,
        ),
        Row::new(
            rng.pick(&["Form", "Form returned"]),
            facts.form.clone(),
            Slot::Form(facts.form.clone()),
        ),
        facts.filer("{Role}"),
        facts.filer_alien(rng.pick(&["A#", "A-Number"])),
    ];
    if rng.chance(0.6) {
        rows.insert(
            2,
            facts.receipt_row(rng.pick(&["Receipt #", "Case ID (receipt no.)"])),
        );
    }
    let account = facts.account_row(rng.pick(&[
        "{Role}'s USCIS online acct.",
        "Online account (USCIS) no.",
        "USCIS online acct. #",
        "Your acct. no. on my.uscis.gov",
    ]));
    let place = 1 + rng.below(rows.len());
    rows.splice(place..place, account);
    rows.extend(traps::rows(rng, facts, 2));
    let columns = 1 + rng.below(2);
    let wide = 504.0 / columns as f32;
    let shift = if columns == 1 { 190.0 } else { 122.0 };
    for (i, row) in rows.iter().enumerate() {
        page.note(row);
        let x = 54.0 + wide * (i % columns) as f32;
        let y = top + 19.0 * (i / columns) as f32 + 10.0;
        let plain = page.plain;
        page.fitted(plain, 9.0, x, y, shift - 4.0, &row.label);
        page.sheet.rule(x + shift, x + wide - 12.0, y + 2.5, 0.5);
        page.fitted(
            plain,
            10.0,
            x + shift + 4.0,
            y,
            wide - shift - 18.0,
            &row.value,
        );
    }
    top + 19.0 * rows.len().div_ceil(columns) as f32 + 10.0
}

/// The reasons with their boxes.
fn reasons(rng: &mut Rng, page: &mut Page, top: f32) -> f32 {
    let title = rng.pick(&[
        "Why it is returned (see boxes marked X)",
        "Reason for rejection",
    ]);
    page.strong(10.0, 54.0, top, title);
    let mut y = top + 16.0;
    let start = rng.below(4);
    let marked = rng.below(2);
    for i in 0..5 {
        let reason = REASONS[(start + i) % 8];
        let ticked = i == marked || rng.chance(0.1);
        // The sentence about the account number is a trap, never the reason.
        page.tick(58.0, y, ticked && !reason.contains("account number"));
        let lines = wrap(page.plain, 9.0, 470.0, reason);
        y = page.lines(9.0, 74.0, y, 11.0, &lines) + 3.5;
    }
    y
}

/// What lies in the envelope.
fn enclosed(rng: &mut Rng, page: &mut Page, top: f32) -> f32 {
    page.strong(
        10.0,
        54.0,
        top,
        rng.pick(&["Returned with this notice", "Enclosures"]),
    );
    for (i, text) in ["Form", "Check or money order", "Photographs", "Other"]
        .iter()
        .enumerate()
    {
        let x = 58.0 + 124.0 * i as f32;
        page.tick(x, top + 16.0, rng.chance(0.5));
        page.put(9.0, x + 14.0, top + 16.0, text);
    }
    top + 26.0
}
