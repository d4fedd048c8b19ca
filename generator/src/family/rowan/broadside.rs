//! Wide tables in narrow type, as a mainframe report prints them on an upright page.
use super::facts::{Facts, Plan};
use super::kit::{Page, Row, Ruling, Slot, Table};
use super::overleaf;
use super::traps;
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::rng::Rng;
use crate::typeface::Family;

/// A column: its head, its width and whether the notice has it.
type Column = (&'static str, f32);

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let mut facts = Facts::draw(rng, case, 10);
    facts.style = rng.pick(&[0, 0, 2]);
    facts.recast(
        rng,
        &[
            ("I-129", "PETITION FOR A NONIMMIGRANT WORKER"),
            ("I-130", "PETITION FOR ALIEN RELATIVE"),
        ],
        &[("I-539", "APPLICATION TO EXTEND/CHANGE NONIMMIGRANT STATUS")],
    );
    let family = rng.pick(&[Family::LiberationSansNarrow, Family::DejaVuSansCondensed]);
    let mut page = Page::new(family, "I-797");
    let size = if matches!(family, Family::DejaVuSansCondensed) {
        6.4
    } else {
        7.6
    };
    let ruling = rng.pick(&[Ruling::Grid, Ruling::Hairline, Ruling::Bare, Ruling::Shaded]);
    let mut y = head(rng, &mut page, &facts);
    y = bank(rng, &mut page, &facts, y, size, ruling);
    y = people(rng, &mut page, &facts, y + 24.0, size, ruling);
    y = notes(rng, &mut page, &facts, y + 22.0);
    for text in traps::body(rng, 6) {
        y = page.text(8.0, 30.0, y, 552.0, &text) + 3.0;
    }
    page.sheet.rule(30.0, 582.0, 756.0, 0.4);
    let foot = format!(
        "RUN {}   FORM I-797 {}   SHEET 1",
        rng.digits(6),
        facts.edition()
    );
    page.put(6.5, 30.0, 764.0, &foot);
    overleaf::add(rng, &mut page, &facts, true);
    page.finish()
}

/// Agency and title in one line, address below.
fn head(rng: &mut Rng, page: &mut Page, facts: &Facts) -> f32 {
    let plain = page.plain;
    let bold = page.bold;
    let agency = "U.S. CITIZENSHIP AND IMMIGRATION SERVICES    FORM I-797, NOTICE OF ACTION";
    page.strong(9.0, 30.0, 40.0, agency);
    let kind = rng.pick(&["APPROVAL NOTICE", "Approval Notice", "NOTICE OF APPROVAL"]);
    page.sheet.flush_right(bold, 11.0, 582.0, 40.0, kind);
    page.mark(Slot::Type, kind);
    page.sheet.rule(30.0, 582.0, 46.0, 0.8);
    let office = &facts.office;
    page.sheet.flush_right(plain, 7.5, 582.0, 58.0, office.name);
    page.sheet
        .flush_right(plain, 7.5, 582.0, 67.0, office.street);
    page.sheet.flush_right(plain, 7.5, 582.0, 76.0, office.city);
    let lines = facts.addressee(rng);
    page.lines(9.5, 60.0, 74.0, 11.5, &lines);
    if rng.chance(0.5) {
        page.bars(rng, 300.0, 92.0, 20.0, &facts.case.receipt);
    }
    140.0
}

/// The bank of the case: one row under many heads.
fn bank(rng: &mut Rng, page: &mut Page, facts: &Facts, top: f32, size: f32, ruling: Ruling) -> f32 {
    let case = &facts.case;
    let mut rows = vec![
        (
            86.0,
            facts.receipt_row(rng.pick(&["RECEIPT NO.", "RECEIPT NUMBER", "CASE RECEIPT"])),
        ),
        (96.0, facts.form_row(rng.pick(&["CASE TYPE", "FORM"]), " ")),
        (
            58.0,
            facts.date_row(
                rng.pick(&["RECD", "RECEIVED"]),
                &case.received,
                Slot::Received,
            ),
        ),
        (
            58.0,
            facts.date_row("NOTICE DATE", &case.noticed, Slot::Noticed),
        ),
    ];
    if rng.chance(0.6) {
        rows.push((
            58.0,
            facts.date_row("PRIORITY DATE", &case.priority, Slot::Priority),
        ));
    }
    rows.push((58.0, facts.date_row("VALID FROM", &facts.from, Slot::From)));
    rows.push((58.0, facts.date_row("VALID TO", &facts.to, Slot::To)));
    if let Some(class) = facts.class {
        rows.push((36.0, Row::new("CLASS", class, Slot::Class)));
    }
    let room: f32 = rows.iter().map(|(wide, _)| wide).sum();
    let widths: Vec<f32> = rows.iter().map(|(wide, _)| wide * 552.0 / room).collect();
    let table = Table {
        left: 30.0,
        widths: &widths,
        size,
        ruling,
    };
    let heads: Vec<String> = rows.iter().map(|(_, row)| row.label.clone()).collect();
    let cells: Vec<String> = rows.iter().map(|(_, row)| row.value.clone()).collect();
    rows.iter().for_each(|(_, row)| page.note(row));
    let plain = page.plain;
    let bold = page.bold;
    let y = table.row(page, top, bold, &heads, true);
    page.sheet.rule(30.0, 582.0, y, 0.5);
    table.row(page, y, plain, &cells, false)
}

/// The columns of the table of persons.
fn columns(rng: &mut Rng, facts: &Facts, arrival: bool) -> Vec<Column> {
    let mut list = vec![
        ("LN", 18.0),
        ("ROLE", 62.0),
        ("NAME", 120.0),
        (rng.pick(&["A-NUMBER", "ALIEN REG. NO.", "USCIS A#"]), 74.0),
        (rng.pick(&["BORN", "DOB"]), 62.0),
    ];
    if arrival {
        list.push((rng.pick(&["I-94 NO.", "I-94#"]), 76.0));
    }
    if facts.plan != Plan::Absent {
        let heads = [
            "USCIS ONLINE ACCOUNT NO.",
            "ONLINE ACCT (USCIS)",
            "USCIS ACCOUNT NO.",
        ];
        list.push((rng.pick(&heads), 84.0));
    }
    list.push(("SSN", 62.0));
    list
}

/// The persons, one line each, the filer first; only the filer has an account.
fn people(
    rng: &mut Rng,
    page: &mut Page,
    facts: &Facts,
    top: f32,
    size: f32,
    ruling: Ruling,
) -> f32 {
    let case = &facts.case;
    let arrival = rng.chance(0.6);
    let columns = columns(rng, facts, arrival);
    let room: f32 = columns.iter().map(|column| column.1).sum();
    let widths: Vec<f32> = columns
        .iter()
        .map(|column| column.1 * 552.0 / room)
        .collect();
    let table = Table {
        left: 30.0,
        widths: &widths,
        size,
        ruling,
    };
    let heads: Vec<String> = columns.iter().map(|column| column.0.to_string()).collect();
    let plain = page.plain;
    let bold = page.bold;
    let mut y = table.row(page, top, bold, &heads, true);
    page.sheet.rule(30.0, 582.0, y, 0.5);
    let mut list = vec![(facts.say("{ROLE}"), case.filer.clone())];
    page.note(&facts.filer(""));
    if case.is_petition {
        list.push(("BENEFICIARY".into(), case.beneficiary.clone()));
        page.mark(Slot::Beneficiary, &case.beneficiary.listed());
    }
    for _ in 0..rng.below(4) {
        list.push(("DEPENDENT".into(), case.beneficiary.relative(rng)));
    }
    let stay = usize::from(case.is_petition);
    for (i, (role, person)) in list.iter().enumerate() {
        page.mark(Slot::Alien(person.a_number.clone()), "");
        let mut cells = vec![
            format!("{:02}", i + 1),
            role.clone(),
            person.listed(),
            case::printed_a_number(rng, &person.a_number),
            facts.date(&person.born),
        ];
        if arrival {
            cells.push(if i == stay {
                facts.arrival.clone()
            } else {
                "-".into()
            });
        }
        cells.extend(account(page, facts, i));
        let number = [rng.digits(3), rng.digits(2), rng.digits(4)].join("-");
        cells.push(if rng.chance(0.5) { number } else { "-".into() });
        y = table.row(page, y, plain, &cells, i % 2 == 1);
    }
    if arrival {
        page.mark(Slot::Arrival, &facts.arrival);
    }
    y
}

/// The account cell of a person, where the table has that column.
fn account(page: &mut Page, facts: &Facts, index: usize) -> Option<String> {
    let row = facts.account_row("")?;
    if index > 0 {
        return Some("n/a".into());
    }
    page.note(&row);
    Some(row.value)
}

/// Section, consulate, amount and other numbers, set off by semicolons.
fn notes(rng: &mut Rng, page: &mut Page, facts: &Facts, y: f32) -> f32 {
    let mut rows = vec![Row::new(
        "AMOUNT RECEIVED",
        facts.amount.clone(),
        Slot::Amount,
    )];
    if let Some(section) = facts.section {
        rows.push(Row::new("SECTION", section, Slot::Section));
    }
    if facts.case.is_petition {
        rows.push(Row::new("CONSULATE", facts.consulate, Slot::Consulate));
    }
    rows.extend(traps::rows(rng, facts, 2));
    let mut at = y;
    for row in &rows {
        page.note(row);
        page.strong(7.5, 30.0, at, &row.label.to_uppercase());
        page.put(8.5, 200.0, at, &row.value);
        at += 12.0;
    }
    at + 8.0
}
