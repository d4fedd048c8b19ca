//! An approval with an arrival record to tear off: columns of short lines between upright rules.
use super::facts::{Facts, Plan};
use super::kit::{Page, Row, Slot, fit, wrap};
use super::overleaf;
use super::traps;
use crate::case::Case;
use crate::family::Drawing;
use crate::rng::Rng;
use crate::typeface::Family;

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let mut facts = Facts::draw(rng, case, 12);
    facts.style = rng.pick(&[0, 0, 2]);
    facts.recast(
        rng,
        &[("I-129", "PETITION FOR A NONIMMIGRANT WORKER")],
        &[("I-539", "APPLICATION TO EXTEND/CHANGE NONIMMIGRANT STATUS")],
    );
    let family = rng.pick(&[
        Family::LiberationSerif,
        Family::Helvetica,
        Family::LiberationSans,
    ]);
    let mut page = Page::new(family, "I-797A");
    // The account number stands in the columns or on the stub.
    let stubbed = facts.plan != Plan::Absent && rng.chance(0.4);
    let y = head(rng, &mut page, &facts);
    let y = columns(rng, &mut page, &facts, y, stubbed);
    let mut at = address(rng, &mut page, &facts, y + 26.0);
    for text in traps::body(rng, 6) {
        at = page.text(9.0, 44.0, at, 524.0, &text) + 4.0;
    }
    stub(rng, &mut page, &facts, stubbed);
    overleaf::add(rng, &mut page, &facts, false);
    page.finish()
}

/// Banner with microprint.
fn head(rng: &mut Rng, page: &mut Page, facts: &Facts) -> f32 {
    let plain = page.plain;
    let bold = page.bold;
    page.sheet
        .centred(bold, 14.0, 306.0, 42.0, "THE UNITED STATES OF AMERICA");
    let micro = "USCIS NOTICE OF ACTION 1234567890 ".repeat(11);
    let wide = plain.width(&micro, 2.6);
    let size = 2.6 * 524.0 / wide;
    page.sheet
        .write_shaded(plain, size, 44.0, 49.0, &micro, 0.35);
    let kind = rng.pick(&["Approval Notice", "APPROVAL NOTICE", "Notice of Approval"]);
    page.strong(11.0, 44.0, 66.0, "I-797A | NOTICE OF ACTION");
    page.sheet.flush_right(bold, 11.0, 568.0, 66.0, kind);
    page.mark(Slot::Type, kind);
    if rng.chance(0.5) {
        page.bars(rng, 250.0, 55.0, 14.0, &facts.case.receipt);
    }
    80.0
}

/// The rows of the three columns.
fn rows(rng: &mut Rng, facts: &Facts, stubbed: bool) -> [Vec<Row>; 3] {
    let case = &facts.case;
    let mut first = vec![
        facts.receipt_row(rng.pick(&["Receipt#", "Receipt", "Rcpt no."])),
        facts.form_row("Case type", " - "),
        facts.date_row("Received", &case.received, Slot::Received),
        facts.date_row(
            rng.pick(&["Notice date", "Issued"]),
            &case.noticed,
            Slot::Noticed,
        ),
    ];
    if rng.chance(0.4) {
        first.push(facts.date_row("Priority", &case.priority, Slot::Priority));
    }
    let mut second = vec![facts.filer("{Role}"), facts.filer_alien("{Role} A#")];
    second.extend(facts.beneficiary("Beneficiary", "Beneficiary A#"));
    if !stubbed {
        let account = facts.account_row(rng.pick(&[
            "USCIS Acct# of {role}",
            "Acct# (USCIS online)",
            "{Role}'s online acct#",
            "USCIS online acct",
        ]));
        let place = rng.below(second.len() + 1);
        second.splice(place..place, account);
    }
    let mut third = vec![];
    third.extend(
        facts
            .class
            .map(|class| Row::new("Class", class, Slot::Class)),
    );
    third.push(facts.date_row("Valid from", &facts.from, Slot::From));
    third.push(facts.date_row(rng.pick(&["to", "until"]), &facts.to, Slot::To));
    if facts.case.is_petition {
        third.push(Row::new("Consulate", facts.consulate, Slot::Consulate));
    }
    if rng.chance(0.5) {
        third.push(Row::new(
            "Amount received",
            facts.amount.clone(),
            Slot::Amount,
        ));
    }
    third.extend(traps::rows(rng, facts, 1));
    [first, second, third]
}

/// Three columns between upright rules; label and value in one line, or the value below.
fn columns(rng: &mut Rng, page: &mut Page, facts: &Facts, top: f32, stubbed: bool) -> f32 {
    let sets = rows(rng, facts, stubbed);
    let edges = [44.0, 222.0, 400.0, 568.0];
    let stacked = rng.chance(0.4);
    let mut lowest: f32 = top;
    for (i, set) in sets.iter().enumerate() {
        let x = edges[i] + if i == 0 { 0.0 } else { 6.0 };
        let mut y = top + 12.0;
        for row in set {
            page.note(row);
            y = entry(page, row, x, y, edges[i + 1] - 5.0, stacked);
        }
        lowest = lowest.max(y);
    }
    for x in [222.0, 400.0] {
        page.sheet.upright(x, top + 2.0, lowest - 4.0, 0.5);
    }
    page.sheet.rule(44.0, 568.0, lowest, 0.8);
    lowest
}

/// One entry of a column; gives the next baseline.
fn entry(page: &mut Page, row: &Row, x: f32, y: f32, right: f32, stacked: bool) -> f32 {
    let plain = page.plain;
    let bold = page.bold;
    let size = fit(plain, 7.5, right - x, &row.label);
    let end = page.sheet.write_shaded(plain, size, x, y, &row.label, 0.15);
    let wide = bold.width(&row.value, 9.0);
    let (from, down) = if stacked || end + 6.0 + wide > right {
        (x + 8.0, y + 11.0)
    } else {
        (end + 6.0, y)
    };
    let lines = wrap(bold, 9.0, right - from, &row.value);
    let mut at = down;
    for line in &lines {
        page.fitted(bold, 9.0, from, at, right - from, line);
        at += 10.5;
    }
    at + 4.0
}

/// The address, with the office beside it.
fn address(rng: &mut Rng, page: &mut Page, facts: &Facts, y: f32) -> f32 {
    let lines = facts.addressee(rng);
    let end = page.lines(10.0, 64.0, y, 12.0, &lines);
    let office = &facts.office;
    let lines = ["USCIS", office.name, office.street, office.city].map(String::from);
    page.lines(8.5, 400.0, y, 10.5, &lines);
    end + 16.0
}

/// The stub with the arrival record.
fn stub(rng: &mut Rng, page: &mut Page, facts: &Facts, stubbed: bool) {
    let mut x = 44.0;
    while x < 564.0 {
        page.sheet.rule(x, x + 5.0, 580.0, 0.6);
        x += 9.0;
    }
    page.put(6.5, 44.0, 577.0, "Detach here and keep with the passport");
    let person = &facts.case.beneficiary;
    let i94 = rng.pick(&["I-94#", "I-94 No.", "Arrival record (I-94)"]);
    let mut rows = vec![
        Row::new(i94, facts.arrival.clone(), Slot::Arrival),
        Row::new("Family name", person.family.clone(), Slot::Other),
        Row::new("Given name", person.given.clone(), Slot::Other),
        Row::new("Date of birth", facts.date(&person.born), Slot::Other),
        Row::new("Stay until", facts.date(&facts.to), Slot::Other),
        facts.receipt_row("Receipt"),
    ];
    if stubbed {
        rows.extend(facts.account_row(rng.pick(&[
            "Online account of {role} (USCIS)",
            "{Role}'s USCIS online account",
            "USCIS online account, {role}",
        ])));
    }
    page.strong(10.0, 44.0, 602.0, "Departure record — I-94");
    for (i, row) in rows.iter().enumerate() {
        page.note(row);
        let x = 44.0 + 262.0 * (i % 2) as f32;
        let y = 626.0 + 28.0 * (i / 2) as f32;
        page.put(7.0, x, y, &row.label);
        page.strong(11.0, x, y + 12.0, &row.value);
    }
    page.put(
        7.0,
        44.0,
        762.0,
        &format!("Form I-797A {}", facts.edition()),
    );
}
