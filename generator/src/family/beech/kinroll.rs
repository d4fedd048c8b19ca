//! A receipt for a household: a table with a row for each member.
use super::kit::Leaf;
use super::prose;
use super::words::{self, Own};
use crate::barcode::Symbology;
use crate::case::{self, Case, Person};
use crate::family::Drawing;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::Family;

/// What a column of the table holds.
#[derive(Clone, Copy, PartialEq)]
enum Column {
    Line,
    Name,
    Alien,
    Born,
    Payment,
    Entry,
}

/// Draws the notice.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::LiberationSerif,
        Family::DejaVuSerif,
        Family::FreeSans,
    ]);
    let mut leaf = Leaf::new(family);
    let mut truth = words::truth("I-797C", case);
    head(&mut leaf, rng, case, &mut truth);
    let own = words::own(rng, case, &mut truth, (0.5, 0.12));
    let y = facts(&mut leaf, rng, case, &mut truth, own);
    let y = table(&mut leaf, rng, case, &mut truth, y + 24.0);
    let note = if truth.fields.i94_number.is_some() {
        "* Members of the household have no online account of their own unless they opened one."
    } else {
        "* Payment tracking numbers are those of the bank, of no use in your online account."
    };
    leaf.para(7.0, (36.0, y + 12.0), 540.0, note);
    let texts = prose::receipt(rng, 3, own == Own::Absent);
    let y = leaf.prose(9.0, (36.0, y + 34.0), 540.0, &texts);
    foot(&mut leaf, rng, case, &mut truth, y);
    Drawing {
        sheets: vec![leaf.sheet],
        truth,
    }
}

/// Letterhead in three columns.
fn head(leaf: &mut Leaf, rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) {
    let [name, street, town] = words::office(rng);
    leaf.lines(
        7.5,
        (36.0, 40.0),
        9.5,
        &["U.S. Department of Homeland Security", name],
    );
    leaf.mid(true, 11.0, (306.0, 42.0), "NOTICE OF ACTION");
    leaf.mid(false, 8.0, (306.0, 53.0), "Form I-797C");
    leaf.right(false, 7.5, (576.0, 40.0), street);
    leaf.right(false, 7.5, (576.0, 49.5), town);
    leaf.sheet.rule(36.0, 576.0, 60.0, 1.0);
    leaf.sheet.rule(36.0, 576.0, 62.5, 0.4);
    let kind = rng.pick(&["Receipt Notice", "Acknowledgment of Receipt", "Receipt"]);
    truth.fields.notice_type = Some(kind.into());
    leaf.sheet.bold(12.0, 36.0, 82.0, kind);
    leaf.put(false, 9.0, (36.0, 96.0), 540.0, &words::kind(case));
}

/// Label, colon and value, one under another in two columns.
fn facts(leaf: &mut Leaf, rng: &mut Rng, case: &Case, truth: &mut NoticeTruth, own: Own) -> f32 {
    let way = rng.below(3);
    let noticed = words::dated(way, &case.noticed);
    let received = words::dated(way, &case.received);
    let name = case.filer.listed();
    words::note_filer(truth, case, &name);
    let mut rows = vec![
        (
            words::receipt_label(rng).to_string(),
            words::receipt(rng, case),
        ),
        (words::noticed_label(rng).to_string(), noticed.clone()),
        (words::received_label(rng).to_string(), received.clone()),
        (format!("Principal {}", words::role(case)), name),
    ];
    truth.fields.notice_date = Some(noticed);
    truth.fields.received_date = Some(received);
    if own != Own::Absent {
        let label = rng.pick(&[
            "Principal's USCIS Online Account",
            "Online Account No. (principal)",
            "USCIS Online Account Number (principal)",
            "Principal's OAN (USCIS)",
        ]);
        let place = rng.below(rows.len() + 1);
        rows.insert(place, (label.into(), words::own_value(rng, case, own)));
    }
    let (label, value) = words::trap(rng);
    rows.push((label, value));
    let half = rows.len().div_ceil(2);
    for (index, (label, value)) in rows.iter().enumerate() {
        let x = if index < half { 36.0 } else { 312.0 };
        let y = 118.0 + (index % half) as f32 * 14.0;
        let end = leaf.put(false, 8.5, (x, y), 168.0, &format!("{label}:"));
        leaf.put(
            true,
            9.0,
            (end.max(x + 100.0) + 6.0, y),
            262.0 - (end - x).max(100.0),
            value,
        );
    }
    118.0 + half as f32 * 14.0
}

/// The heading and the width of a column.
fn heading(column: Column) -> (&'static str, f32) {
    match column {
        Column::Line => ("No.", 26.0),
        Column::Name => ("Name (family, given)", 170.0),
        Column::Alien => ("A-Number", 84.0),
        Column::Born => ("Birth Date", 64.0),
        Column::Payment => ("Pmt. Tracking*", 90.0),
        Column::Entry => ("I-94 Number", 84.0),
    }
}

/// The table; notes the A-Numbers; returns its bottom.
fn table(leaf: &mut Leaf, rng: &mut Rng, case: &Case, truth: &mut NoticeTruth, top: f32) -> f32 {
    let mut columns = vec![Column::Line, Column::Name, Column::Alien, Column::Born];
    if rng.chance(0.3) {
        columns.swap(1, 2);
    }
    let place = 2 + rng.below(3);
    columns.insert(place, rng.pick(&[Column::Payment, Column::Entry]));
    let scale = 540.0 / columns.iter().map(|column| heading(*column).1).sum::<f32>();
    let mut people = vec![case.filer.clone()];
    for _ in 0..3 + rng.below(5) {
        people.push(case.filer.relative(rng));
    }
    leaf.sheet.fill([36.0, top, 576.0, top + 15.0], 0.86);
    let shaded = rng.chance(0.5);
    for row in 0..=people.len() {
        let y = top + row as f32 * 15.0;
        if shaded && row > 0 && row % 2 == 0 {
            leaf.sheet.fill([36.0, y, 576.0, y + 15.0], 0.95);
        }
        let mut x = 36.0;
        for column in &columns {
            let (title, width) = heading(*column);
            let room = width * scale - 6.0;
            if row == 0 {
                leaf.put(true, 7.5, (x + 3.0, y + 10.5), room, title);
            } else {
                let text = value(rng, *column, row, &people[row - 1], truth);
                leaf.put(false, 8.5, (x + 3.0, y + 10.5), room, &text);
            }
            x += width * scale;
        }
        leaf.sheet.rule(36.0, 576.0, y + 15.0, 0.3);
    }
    top + (people.len() + 1) as f32 * 15.0
}

/// The text of a cell of the table.
fn value(
    rng: &mut Rng,
    column: Column,
    row: usize,
    person: &Person,
    truth: &mut NoticeTruth,
) -> String {
    match column {
        Column::Line => row.to_string(),
        Column::Name => person.listed(),
        Column::Alien => {
            truth.prints_a_number(&person.a_number);
            words::alien(rng, &person.a_number)
        }
        Column::Born => person.born.numeric(),
        Column::Payment => rng.digits(12),
        Column::Entry => {
            let text = format!("{} {}", rng.digits(9), rng.digits(2));
            if row == 1 {
                truth.fields.i94_number = Some(text.clone());
            }
            text
        }
    }
}

/// Bars, telephone and foot line.
fn foot(leaf: &mut Leaf, rng: &mut Rng, case: &Case, truth: &mut NoticeTruth, y: f32) {
    let top = (y + 10.0).max(650.0);
    leaf.bars(Symbology::Code128, (36.0, top), 1.0, 26.0, &case.receipt);
    let phone = prose::telephone(rng);
    leaf.sheet.plain(8.0, 36.0, top + 42.0, &phone);
    let own_rep = case::account(rng).to_string();
    if rng.chance(0.4) && case.noticed.year >= 2013 {
        truth.prints_representative_account(&own_rep);
        let text = format!(
            "Attorney of record: {}  (attorney's USCIS online account number {})",
            case.attorney.0, own_rep
        );
        leaf.put(false, 8.0, (36.0, top + 54.0), 540.0, &text);
    }
    leaf.sheet
        .plain(7.0, 36.0, 754.0, "Form I-797C, household receipt");
    leaf.right(false, 7.0, (576.0, 754.0), "Page 1 of 1");
}
