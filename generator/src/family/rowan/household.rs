//! A receipt for a family: a table of persons, and a small table of who files and who helps.
use super::facts::Facts;
use super::kit::{Page, Row, Ruling, Slot, Table};
use super::overleaf;
use super::traps;
use crate::case::{self, Case, Person};
use crate::family::Drawing;
use crate::rng::Rng;
use crate::typeface::Family;

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let mut facts = Facts::draw(rng, case, 5);
    facts.recast(
        rng,
        &[
            ("I-130", "PETITION FOR ALIEN RELATIVE"),
            ("I-140", "IMMIGRANT PETITION FOR WORKER"),
        ],
        &[
            ("I-589", "APPLICATION FOR ASYLUM"),
            ("I-539", "APPLICATION TO EXTEND STATUS"),
        ],
    );
    let family = rng.pick(&[
        Family::LiberationSans,
        Family::FreeSans,
        Family::DejaVuSansCondensed,
    ]);
    let mut page = Page::new(family, "I-797C");
    let ruling = rng.pick(&[Ruling::Grid, Ruling::Hairline, Ruling::Shaded]);
    let mut y = head(rng, &mut page, &facts);
    y = parties(rng, &mut page, &facts, y + 28.0, ruling);
    y = persons(rng, &mut page, &facts, y + 28.0, ruling);
    y = money(rng, &mut page, &facts, y + 20.0);
    for text in traps::body(rng, 6) {
        y = page.text(8.5, 45.0, y, 522.0, &text) + 4.0;
    }
    page.sheet.rule(45.0, 567.0, 752.0, 0.4);
    page.put(
        7.0,
        45.0,
        762.0,
        &format!("{}   Form I-797C {} Y", facts.office.name, facts.edition()),
    );
    overleaf::add(rng, &mut page, &facts, true);
    page.finish()
}

/// Head line, address and the line of references.
fn head(rng: &mut Rng, page: &mut Page, facts: &Facts) -> f32 {
    let plain = page.plain;
    let bold = page.bold;
    page.strong(11.0, 45.0, 46.0, "Department of Homeland Security — USCIS");
    page.sheet
        .flush_right(plain, 9.0, 567.0, 46.0, "Form I-797C, Notice of Action");
    let kind = rng.pick(&[
        "Acknowledgement of Receipt",
        "Receipt Notice",
        "Family Receipt Notice",
    ]);
    page.sheet.centred(bold, 14.0, 306.0, 76.0, kind);
    page.mark(Slot::Type, kind);
    let lines = facts.addressee(rng);
    page.lines(10.0, 60.0, 104.0, 12.0, &lines);
    let case = &facts.case;
    let noticed = rng.pick(&["Mailed on", "Notice date", "Date of notice"]);
    let refs = [
        facts.receipt_row(rng.pick(&["Receipt no.", "One receipt for all persons listed"])),
        facts.form_row("Case type", ": "),
        facts.date_row(
            rng.pick(&["Received", "Received on"]),
            &case.received,
            Slot::Received,
        ),
        facts.date_row(noticed, &case.noticed, Slot::Noticed),
    ];
    let mut y = 104.0;
    for row in &refs {
        page.note(row);
        page.put(8.0, 300.0, y, &row.label);
        let lines = super::kit::wrap(plain, 9.0, 130.0, &row.value);
        y = page.lines(9.0, 432.0, y, 10.5, &lines) + 4.0;
    }
    y.max(164.0)
}

/// Who files and who helps, with their accounts.
fn parties(rng: &mut Rng, page: &mut Page, facts: &Facts, top: f32, ruling: Ruling) -> f32 {
    let column = rng.pick(&[
        "USCIS online account",
        "Online account no.",
        "Own USCIS account",
    ]);
    let shown = facts.account_row(column);
    let likely = if shown.is_some() { 0.5 } else { 0.15 };
    let attorney = facts.modern && rng.chance(likely);
    let with = shown.is_some() || attorney;
    let cut = |cells: Vec<String>| if with { cells } else { cells[..3].to_vec() };
    let widths: &[f32] = if with {
        &[110.0, 190.0, 110.0, 112.0]
    } else {
        &[140.0, 230.0, 152.0]
    };
    let table = Table {
        left: 45.0,
        widths,
        size: 8.5,
        ruling,
    };
    let texts = |cells: [&str; 4]| cut(cells.iter().map(|cell| cell.to_string()).collect());
    page.strong(
        9.5,
        45.0,
        top - 4.0,
        rng.pick(&["Parties", "Who is who", "Part A. Parties"]),
    );
    let bold = page.bold;
    let mut y = table.row(
        page,
        top,
        bold,
        &texts(["Role", "Name", "A-Number", column]),
        true,
    );
    let filer = facts.filer("{Role}");
    let alien = facts.filer_alien("A-Number");
    // With an attorney's number in the column, the filer's empty cell is a blank too.
    let account = match shown {
        Some(row) => row,
        None if attorney => Row::new(column, "", Slot::Blank),
        None => Row::new("", "", Slot::Other),
    };
    page.note_all(&[filer.clone(), alien.clone(), account.clone()]);
    let plain = page.plain;
    let cells = texts([&filer.label, &filer.value, &alien.value, &account.value]);
    y = table.row(page, y, plain, &cells, false);
    let number = if attorney {
        case::account(rng)
    } else {
        String::new()
    };
    if attorney {
        page.mark(Slot::Attorney(number.clone()), &number);
    }
    let name = facts.case.attorney.0.clone();
    table.row(
        page,
        y,
        plain,
        &texts(["Attorney (G-28)", &name, "n/a", &number]),
        true,
    )
}

/// The persons of the case.
fn persons(rng: &mut Rng, page: &mut Page, facts: &Facts, top: f32, ruling: Ruling) -> f32 {
    let widths = [26.0, 110.0, 110.0, 100.0, 86.0, 90.0];
    let table = Table {
        left: 45.0,
        widths: &widths,
        size: 8.5,
        ruling,
    };
    let title = rng.pick(&["Persons in this case", "Part B. Persons listed on the form"]);
    page.strong(9.5, 45.0, top - 4.0, title);
    let alien = rng.pick(&["A-Number", "Alien No.", "USCIS#"]);
    let born = rng.pick(&["Born", "Date of birth"]);
    let heads = ["No.", "Family name", "Given name", alien, born, "Relation"];
    let bold = page.bold;
    let mut y = table.row(page, top, bold, &heads.map(String::from), true);
    let first = &facts.case.beneficiary;
    let mut list: Vec<(Person, &str)> = vec![(
        first.clone(),
        if facts.case.is_petition {
            "Beneficiary"
        } else {
            "Principal"
        },
    )];
    if facts.case.is_petition {
        page.mark(Slot::Beneficiary, &first.listed());
    }
    for _ in 0..1 + rng.below(6) {
        let person = first.relative(rng);
        let relation = match person.born.year - first.born.year {
            16.. => "Child",
            ..=-16
                if list
                    .iter()
                    .filter(|(_, relation)| *relation == "Parent")
                    .count()
                    > 1 =>
            {
                "Other relative"
            }
            ..=-16 => "Parent",
            _ if list.iter().any(|(_, relation)| *relation == "Spouse") => "Sibling",
            _ => "Spouse",
        };
        list.push((person, relation));
    }
    let plain = page.plain;
    for (i, (person, relation)) in list.iter().enumerate() {
        page.mark(Slot::Alien(person.a_number.clone()), "");
        let cells = [
            (i + 1).to_string(),
            person.family.clone(),
            person.given.clone(),
            case::printed_a_number(rng, &person.a_number),
            facts.date(&person.born),
            relation.to_string(),
        ];
        y = table.row(page, y, plain, &cells, i % 2 == 1);
    }
    y
}

/// Amount and references, one under the other with the values at a tab.
fn money(rng: &mut Rng, page: &mut Page, facts: &Facts, y: f32) -> f32 {
    let mut rows = vec![Row::new(
        "Amount received",
        facts.amount.clone(),
        Slot::Amount,
    )];
    rows.extend(facts.basis(["Class requested", "Section", "Eligibility category"]));
    // The attorney's account has its place in the table of parties.
    let others = traps::rows(rng, facts, 2);
    rows.extend(others.into_iter().filter(|row| row.slot == Slot::Other));
    page.note_all(&rows);
    let mut at = y;
    for row in &rows {
        page.put(8.5, 45.0, at, &row.label);
        page.put(8.5, 262.0, at, &row.value);
        at += 12.0;
    }
    at + 8.0
}
