//! A notice set like a form: parts, numbered items, comb boxes.
use super::facts::Facts;
use super::kit::{Page, Row, Slot};
use super::traps;
use crate::case::Case;
use crate::family::Drawing;
use crate::rng::Rng;
use crate::typeface::Family;

/// How the items are set.
struct Form {
    left: f32,
    wide: f32,
    beside: bool,
    comb: f32,
    number: usize,
    arrow: bool,
}

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let mut facts = Facts::draw(rng, case, 6);
    facts.style = rng.pick(&[0, 0, 2]);
    let family = rng.pick(&[Family::Helvetica, Family::LiberationSans, Family::Times]);
    let mut page = Page::new(family, "I-797");
    head(rng, &mut page, &facts);
    let comb = rng.uniform(13.0, 15.5);
    let beside = rng.chance(0.5);
    let arrow = rng.chance(0.5);
    let mut form = Form {
        left: 46.0,
        wide: 520.0,
        beside,
        comb,
        number: 0,
        arrow,
    };
    let mut y = rng.uniform(164.0, 186.0);
    let parts = parts(rng, &facts);
    for (i, (title, rows)) in parts.iter().enumerate() {
        y = part(
            &mut page,
            &mut form,
            y,
            &format!("Part {}.  {title}", i + 1),
            rows,
        );
    }
    y += 12.0;
    for text in traps::body(rng, 5) {
        y = page.text(8.5, 46.0, y, 520.0, &text) + 3.0;
    }
    page.sheet.rule(46.0, 566.0, 750.0, 1.2);
    page.put(
        8.0,
        46.0,
        762.0,
        &format!("Form I-797   Edition {}", facts.edition()),
    );
    let plain = page.plain;
    page.sheet
        .flush_right(plain, 8.0, 566.0, 762.0, "Page 1 of 1");
    page.finish()
}

/// The head of a form.
fn head(rng: &mut Rng, page: &mut Page, facts: &Facts) {
    let plain = page.plain;
    let bold = page.bold;
    let kind = rng.pick(&["Approval Notice", "Notice of Approval"]);
    page.sheet.centred(bold, 15.0, 306.0, 50.0, kind);
    page.mark(Slot::Type, kind);
    page.sheet
        .centred(plain, 9.5, 306.0, 64.0, "Department of Homeland Security");
    page.sheet.centred(
        plain,
        9.5,
        306.0,
        75.0,
        "U.S. Citizenship and Immigration Services",
    );
    page.sheet.flush_right(bold, 9.5, 566.0, 50.0, "USCIS");
    page.sheet.flush_right(bold, 9.5, 566.0, 61.0, "Form I-797");
    page.sheet.rule(46.0, 566.0, 84.0, 2.0);
    let lines = facts.addressee(rng);
    page.lines(10.0, 60.0, 108.0, 12.0, &lines);
    if rng.chance(0.5) {
        page.bars(rng, 360.0, 98.0, 22.0, &facts.case.receipt);
    }
}

/// The parts with their items.
fn parts(rng: &mut Rng, facts: &Facts) -> Vec<(&'static str, Vec<Row>)> {
    let case = &facts.case;
    let mut first =
        vec![facts.receipt_row(rng.pick(&["Receipt Number", "Receipt Number of Case"]))];
    if rng.chance(0.7) {
        first[0].value = case.receipt.clone();
    }
    first.push(Row::new(
        "Form Number",
        facts.form.clone(),
        Slot::Form(facts.form.clone()),
    ));
    let label = rng.pick(&["Date of This Notice", "Notice Date"]);
    first.push(facts.date_row(label, &case.noticed, Slot::Noticed));
    first.push(facts.date_row("Date Received", &case.received, Slot::Received));
    first.extend(facts.basis(["Class", "Section", "Eligibility Category"]));
    if rng.chance(0.5) {
        first.push(facts.date_row("Valid From", &facts.from, Slot::From));
        first.push(facts.date_row("Valid To", &facts.to, Slot::To));
    }
    let mut second = vec![
        facts.filer("{Role} (Family Name, Given Name)"),
        facts.filer_alien("{Role}'s A-Number (if any)"),
    ];
    let account = facts.account_row(rng.pick(&[
        "USCIS Online Account Number of {Role} (if any)",
        "{Role}'s USCIS Online Account Number",
        "Online Account Number USCIS Gave You",
        "Your USCIS Online Account Number",
    ]));
    let place = rng.below(3);
    second.splice(place..place, account);
    second.extend(facts.beneficiary("Beneficiary", "Beneficiary's A-Number"));
    let mut parts = vec![
        (
            rng.pick(&["About This Case", "Information About the Case"]),
            first,
        ),
        (
            rng.pick(&["About You", "Information About the Parties"]),
            second,
        ),
    ];
    let third = traps::rows(rng, facts, 3);
    if !third.is_empty() {
        parts.push(("Other Numbers (For Office Use)", third));
    }
    parts
}

/// One part; gives the place of the next.
fn part(page: &mut Page, form: &mut Form, top: f32, title: &str, rows: &[Row]) -> f32 {
    page.sheet
        .fill([form.left, top, form.left + form.wide, top + 15.0], 0.85);
    page.strong(10.0, form.left + 4.0, top + 11.0, title);
    let mut y = top + 22.0;
    let half = form.wide / 2.0;
    for (i, row) in rows.iter().enumerate() {
        page.note(row);
        form.number += 1;
        if form.beside {
            beside(page, form, row, y);
            y += 18.5;
        } else {
            under(page, form, row, form.left + half * (i % 2) as f32, y);
            if i % 2 == 1 || i + 1 == rows.len() {
                y += 31.0;
            }
        }
    }
    y + 6.0
}

/// How many comb boxes a value gets; none for words.
fn boxes(row: &Row) -> usize {
    match row.slot {
        Slot::Account(_) | Slot::Blank => row.value.chars().count().max(12),
        Slot::Receipt(_) | Slot::Alien(_) => row.value.chars().count(),
        _ => 0,
    }
}

/// Label left, boxes right.
fn beside(page: &mut Page, form: &Form, row: &Row, y: f32) {
    let label = format!("{}.", form.number);
    page.strong(9.0, form.left + 4.0, y + 11.0, &label);
    page.put(9.0, form.left + 26.0, y + 11.0, &row.label);
    let x = form.left + 250.0;
    if form.arrow {
        page.sheet.write(page.bold, 9.0, x - 14.0, y + 11.0, ">");
    }
    cell(page, form, row, x, y, form.wide - 250.0);
}

/// Label over the boxes.
fn under(page: &mut Page, form: &Form, row: &Row, x: f32, y: f32) {
    let label = format!("{}.", form.number);
    page.strong(8.5, x + 4.0, y + 7.0, &label);
    page.put(8.5, x + 24.0, y + 7.0, &row.label);
    cell(page, form, row, x + 24.0, y + 10.0, form.wide / 2.0 - 32.0);
}

/// The boxes, or one box with the value.
fn cell(page: &mut Page, form: &Form, row: &Row, x: f32, y: f32, room: f32) {
    let count = boxes(row);
    if count > 0 {
        page.comb(x, y, form.comb.min(room / count as f32), count, &row.value);
        return;
    }
    page.sheet.frame([x, y, x + room, y + 14.5], 0.6);
    let plain = page.plain;
    page.fitted(plain, 9.5, x + 4.0, y + 11.0, room - 8.0, &row.value);
}
