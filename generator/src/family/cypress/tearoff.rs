//! An approval on security paper with an admission record to tear off at the bottom.
use super::kit::{Desk, Own, bars, recast, stack, write_in, write_two};
use super::words::{CENTERS, remark};
use crate::barcode::Symbology;
use crate::case::{Case, Person};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// A cell of the grid: its frame, label and value.
struct Cell {
    place: [f32; 4],
    label: String,
    value: String,
}

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let own = Own::draw(rng, 23, 0.46, 0.16);
    let family = rng.pick(&[
        Family::LiberationSans,
        Family::Helvetica,
        Family::DejaVuSans,
    ]);
    let stub = rng.chance(0.7);
    let form = if stub { "I-797A" } else { "I-797B" };
    let (code, title) = if case.is_petition {
        ("I-129", "PETITION FOR A NONIMMIGRANT WORKER")
    } else {
        ("I-539", "APPLICATION TO EXTEND/CHANGE NONIMMIGRANT STATUS")
    };
    let case = &recast(case, code, title);
    let mut desk = Desk::new(rng, case, form);
    let mut sheet = Sheet::letter(family);
    paper(&mut sheet, family, form);
    let worker = person(&desk);
    let y = grid(&mut sheet, &mut desk, family, own, &worker);
    let [from, to] = validity(&mut desk);
    let y = middle(&mut sheet, &mut desk, family, [&from, &to], y);
    prose(
        &mut sheet,
        &mut desk,
        family,
        y,
        if stub { 560.0 } else { 700.0 },
    );
    if stub {
        tear(&mut sheet, &mut desk, family, &worker, [&from, &to]);
    } else {
        office(&mut sheet, &mut desk, family, 730.0);
    }
    Drawing {
        sheets: vec![sheet],
        truth: desk.truth,
    }
}

/// The person who gets the status.
fn person(desk: &Desk) -> Person {
    desk.subject().clone()
}

/// Banner, microprint and title.
fn paper(sheet: &mut Sheet, family: Family, form: &str) {
    sheet.fill([30.0, 24.0, 582.0, 46.0], 0.9);
    sheet.centred(
        Face::bold(Family::LiberationSerif),
        15.0,
        306.0,
        40.0,
        "THE UNITED STATES OF AMERICA",
    );
    let micro = "USCISHOMELANDSECURITYUSCIS".repeat(9);
    let face = Face::regular(family);
    let size = 552.0 / face.width(&micro, 1.0);
    sheet.write_shaded(face, size, 30.0, 49.5, &micro, 0.55);
    let title = format!("{form}, Notice of Action");
    sheet.write(Face::bold(family), 11.0, 34.0, 66.0, &title);
    sheet.flush_right(
        face,
        8.0,
        578.0,
        66.0,
        "Department of Homeland Security | USCIS",
    );
}

/// The three rows of cells; returns the lower edge.
fn grid(sheet: &mut Sheet, desk: &mut Desk, family: Family, own: Own, worker: &Person) -> f32 {
    let wide = own == Own::Absent;
    let top = 74.0;
    let edge = desk.rng.uniform(150.0, 180.0);
    let split = if wide { edge } else { edge + 150.0 };
    let mut cells = vec![cell(
        [34.0, top, edge, top + 30.0],
        "Receipt Number",
        desk.receipt(),
    )];
    if !wide {
        let role = desk.role();
        let label = desk.rng.pick(&[
            "USCIS Online Account Number",
            "USCIS Online Acct. # (#)",
            "Online Account No. of #",
            "#'s USCIS Online Account",
            "USCIS ELIS Account Number",
        ]);
        let account = desk.account(own);
        let label = label.replace("(#)", &format!("({role})"));
        let label = label.replace(" # ", " No. ").replace('#', role);
        cells.push(cell([edge, top, split, top + 30.0], &label, account));
    }
    cells.push(cell(
        [split, top, 578.0, top + 30.0],
        "Case Type",
        desk.case_type(),
    ));
    let half = 306.0;
    let row = top + 30.0;
    let third = (34.0 + half) / 2.0;
    let received = desk.received_date();
    cells.push(cell(
        [34.0, row, third, row + 28.0],
        "Received Date",
        received,
    ));
    cells.push(cell(
        [third, row, half, row + 28.0],
        "Priority Date",
        String::new(),
    ));
    let name = desk.filer();
    let role = desk.role();
    cells.push(cell([half, row, 578.0, row + 28.0], role, name));
    let row = row + 28.0;
    let noticed = desk.notice_date();
    cells.push(cell([34.0, row, third, row + 28.0], "Notice Date", noticed));
    cells.push(cell(
        [third, row, half, row + 28.0],
        "Page",
        "1 of 1".into(),
    ));
    let alien = desk.alien(worker);
    let role = if desk.case.is_petition {
        "Beneficiary"
    } else {
        "Applicant"
    };
    let name = worker.listed();
    if desk.case.is_petition {
        desk.truth.fields.beneficiary = Some(name.clone());
    }
    cells.push(cell(
        [half, row, 578.0, row + 28.0],
        &format!("{role}  {alien}"),
        name,
    ));
    for cell in &cells {
        put(sheet, family, cell);
    }
    row + 28.0
}

/// A cell from its parts.
fn cell(place: [f32; 4], label: &str, value: String) -> Cell {
    Cell {
        place,
        label: label.into(),
        value,
    }
}

/// Draws a cell: frame, small label, value under it.
fn put(sheet: &mut Sheet, family: Family, cell: &Cell) {
    let [left, top, right, bottom] = cell.place;
    sheet.frame(cell.place, 0.7);
    let room = right - left - 8.0;
    write_in(
        sheet,
        Face::regular(family),
        6.5,
        [left + 4.0, top + 8.5, room],
        &cell.label,
    );
    let place = [left + 4.0, bottom - 4.5, room];
    write_two(sheet, Face::bold(family), 8.5, place, &cell.value);
}

/// The two dates, as printed, noted.
fn validity(desk: &mut Desk) -> [String; 2] {
    let from = desk.date(&desk.case.noticed.later(0, 10));
    let months = desk.rng.pick(&[12, 24, 36]);
    let to = desk.date(&desk.case.noticed.later(months, 9));
    desk.truth.fields.valid_from = Some(from.clone());
    desk.truth.fields.valid_to = Some(to.clone());
    [from, to]
}

/// Address at the left, facts of the approval at the right; returns the next baseline.
fn middle(sheet: &mut Sheet, desk: &mut Desk, family: Family, dates: [&str; 2], y: f32) -> f32 {
    let face = Face::regular(family);
    let addressee = desk.addressee();
    stack(sheet, face, 9.5, [48.0, y + 30.0, 12.0], &addressee);
    let class = class_of(desk);
    desk.truth.fields.class = Some(class.into());
    desk.truth.fields.notice_type = Some("Approval Notice".into());
    let rival = desk.rival();
    let mut rows = vec![
        "Notice Type: Approval Notice".to_string(),
        format!("Class: {class}"),
        format!("Valid from {} to {}", dates[0], dates[1]),
    ];
    if desk.rng.chance(0.5) {
        let place = desk.rng.pick(&["NONE", "CHENNAI", "LONDON"]);
        desk.truth.fields.consulate = Some(place.into());
        rows.insert(2, format!("Consulate: {place}"));
    }
    match desk.rng.below(4) {
        0 => rows.push(format!("Payment tracking: {rival}")),
        1 => rows.push(format!(
            "ETA Case Number: I-200-22{}-{}",
            desk.rng.digits(3),
            desk.rng.digits(6)
        )),
        2 => rows.push(format!("SEVIS ID: N00{}", desk.rng.digits(8))),
        _ => {}
    }
    stack(sheet, face, 9.0, [330.0, y + 24.0, 12.0], &rows)
}

/// A class that fits the form.
fn class_of(desk: &mut Desk) -> &'static str {
    if desk.case.is_petition {
        desk.rng.pick(&["H1B", "L1A", "O1", "TN2", "P3S", "E3"])
    } else {
        desk.rng.pick(&["H4", "F1", "L2", "B2", "M1"])
    }
}

/// Body text down to the given line.
fn prose(sheet: &mut Sheet, desk: &mut Desk, family: Family, y: f32, last: f32) {
    let face = Face::regular(family);
    let (name, firm) = desk.case.attorney.clone();
    let mut texts = vec![
        "The petition or application named above has been approved for the class and the time \
         shown. The person may work only as the approval allows, and only as long as the time \
         shown. Leaving the United States may end the right to a change or an extension."
            .to_string(),
        "A change in the facts, such as another place of work or other duties, may call for a \
         new filing. This notice is not a visa and may not be used in place of one."
            .to_string(),
        remark(desk.rng),
        "If the person is abroad, the consulate named above, or any other, may be asked for a \
         visa; take the notice along. A visa does not promise entry: that is decided at the port."
            .to_string(),
        "We may look at the place of work, by visit or otherwise, before and after an approval, \
         to see whether the facts that were stated are true."
            .to_string(),
    ];
    if desk.rng.chance(0.35) {
        let account = desk.attorney_account();
        texts.insert(
            1,
            format!(
                "A copy went to {name}, {firm} (attorney's USCIS online account number \
                 {account})."
            ),
        );
    }
    let mut y = y + 22.0;
    for text in &texts {
        if y < last - 50.0 {
            y = sheet.paragraph(face, 9.3, 40.0, y, 532.0, text) + 6.0;
        }
    }
    if last < 600.0 && y < 500.0 {
        office(sheet, desk, family, y + 10.0);
    }
}

/// The office and the barcode.
fn office(sheet: &mut Sheet, desk: &mut Desk, family: Family, y: f32) {
    let (name, street, city) = desk.rng.pick(CENTERS);
    let rows: [String; 3] = [
        name.into(),
        format!("{street}, {city}"),
        "800-375-5283".into(),
    ];
    stack(sheet, Face::regular(family), 8.5, [40.0, y, 11.0], &rows);
    bars(sheet, Symbology::Code39, desk.case, [352.0, y - 8.0, 26.0]);
}

/// The admission record at the bottom.
fn tear(sheet: &mut Sheet, desk: &mut Desk, family: Family, worker: &Person, dates: [&str; 2]) {
    let face = Face::regular(family);
    let side = desk.rng.pick(&[264.0, 0.0]);
    let x = 42.0 + side;
    let dashes = "- ".repeat(118);
    let size = 540.0 / face.width(&dashes, 1.0);
    sheet.write(face, size, 36.0, 570.0, &dashes);
    let text = "Detach this half for personal records. Keep the lower part with the passport.";
    sheet.centred(face, 7.0, 306.0, 580.0, text);
    let mark = desk.rng.pick(&["letter", "digits"]);
    let number = if mark == "digits" {
        format!("{} {}", desk.rng.digits(9), desk.rng.digits(2))
    } else {
        format!(
            "{}{}{}",
            desk.rng.digits(9),
            desk.rng.letters(1).to_uppercase(),
            desk.rng.digits(1)
        )
    };
    desk.truth.fields.i94_number = Some(number.clone());
    let receipt = desk.receipt();
    sheet.write(face, 8.0, x, 604.0, &format!("Receipt Number {receipt}"));
    sheet.write(
        Face::bold(family),
        10.0,
        x,
        618.0,
        "Arrival-Departure Record - Form I-94",
    );
    let rows = [
        ("I-94#", number),
        ("NAME", worker.listed()),
        ("CLASS", desk.truth.fields.class.clone().unwrap_or_default()),
        ("VALID FROM", format!("{} UNTIL {}", dates[0], dates[1])),
    ];
    let mut y = 640.0;
    for (label, value) in &rows {
        sheet.write(face, 7.5, x, y, label);
        write_in(sheet, Face::bold(family), 10.0, [x + 62.0, y, 206.0], value);
        y += 17.0;
    }
    sheet.write(
        face,
        7.0,
        x,
        y + 2.0,
        &format!(
            "{}: {}",
            desk.role().to_uppercase(),
            desk.case.filer.listed()
        ),
    );
    sheet.frame([x - 8.0, 590.0, x + 274.0, y + 10.0], 0.8);
    let left = if side > 0.0 { 40.0 } else { 336.0 };
    sheet.fill([left, 592.0, left + 236.0, 594.0], 0.6);
    let text = "The lower part is the person's record of admission. It takes the place of an \
                earlier Form I-94. Hand it in on leaving.";
    sheet.paragraph(face, 8.0, left, 612.0, 230.0, text);
    sheet.write(
        face,
        7.0,
        40.0,
        760.0,
        &format!("Control {}", desk.rng.digits(12)),
    );
}
