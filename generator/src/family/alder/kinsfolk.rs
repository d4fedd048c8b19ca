//! "kinsfolk": a receipt for asylum with a table of the family.
use super::desk::{Desk, note};
use super::kit::{self, Cell};
use super::{prose, words};
use crate::barcode::Symbology;
use crate::case::{Case, Person};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::Family;

/// Asylum offices.
const OFFICES: [words::Office; 4] = [
    [
        "Arlington Asylum Office",
        "1525 Wilson Boulevard, Suite 300",
        "Arlington VA 22209-2411",
    ],
    [
        "New Orleans Asylum Office",
        "2424 Edenborn Avenue, 3rd Floor",
        "Metairie LA 70001-1812",
    ],
    [
        "Houston Asylum Office",
        "16630 Imperial Valley Drive, Suite 200",
        "Houston TX 77060-3411",
    ],
    [
        "Chicago Asylum Office",
        "181 W. Madison Street, Suite 3000",
        "Chicago IL 60602-4510",
    ],
];

/// Draws the notice.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let families = [
        Family::LiberationSerif,
        Family::Helvetica,
        Family::LiberationSans,
    ];
    let mut desk = Desk::open(rng, case, "I-797C", &families, (40, 20));
    desk.dates(&[0, 1, 3]);
    let mut sheet = desk.sheet();
    let hand = desk.hand;
    let office = desk.rng.pick(&OFFICES);
    sheet.frame([40.0, 34.0, 572.0, 78.0], 1.0);
    hand.plain(8.4)
        .stack(&mut sheet, 47.0, 47.0, &words::AGENCY);
    hand.plain(8.4).at(&mut sheet, 47.0, 67.4, office[0]);
    hand.bold(13.0)
        .right(&mut sheet, 564.0, 54.0, "I-797C, Notice of Action");
    let title = desk.pick(&[
        "Acknowledgement of Receipt",
        "Asylum Receipt Notice",
        "Receipt Notice",
    ]);
    let title = note(&mut desk.truth.fields.notice_type, title);
    hand.plain(10.0).right(&mut sheet, 564.0, 69.0, &title);
    let in_table = desk.percent(40);
    let y = grid(&mut desk, &mut sheet, in_table);
    let case = desk.case;
    let mut lines = vec![case.filer.name()];
    lines.extend(case.address.iter().cloned());
    hand.plain(9.8).stack(&mut sheet, 62.0, y + 30.0, &lines);
    let text = desk.pick(&[
        "We have your complete Form I-589 and it is pending. You are placed in line for an \
         interview. You and those listed may stay in the country while the case is open.",
        "Your Form I-589, Application for Asylum and for Withholding of Removal, came in on the \
         date above and was found complete. The persons below are part of it.",
    ]);
    let y = hand
        .plain(9.8)
        .block(&mut sheet, 40.0, y + 82.0, 532.0, text)
        + 10.0;
    let y = table(&mut desk, &mut sheet, y, in_table);
    let y = rest(&mut desk, &mut sheet, y + 20.0);
    hand.plain(9.0)
        .stack(&mut sheet, 40.0, y.max(640.0), &office);
    let at = [330.0, 672.0, 0.85, 24.0];
    kit::bars(&mut sheet, Symbology::Code39, at, &desk.case.receipt);
    let edition = words::edition(&mut desk, "I-797C");
    hand.plain(7.2).at(&mut sheet, 40.0, 760.0, &edition);
    let mut sheets = vec![sheet];
    let noticed = desk.noticed();
    prose::extras(&mut desk, &mut sheets, &noticed);
    Drawing {
        sheets,
        truth: desk.truth,
    }
}

/// The grid; returns its foot.
fn grid(desk: &mut Desk, sheet: &mut Sheet, in_table: bool) -> f32 {
    let hand = desk.hand;
    let cell = Cell {
        label: hand.italic(7.0),
        value: hand.plain(9.2),
        drop: 9.0,
        lead: 11.0,
    };
    desk.truth.fields.case_type = Some("I-589".into());
    let receipt = desk.receipt();
    let noticed = desk.noticed();
    let received = desk.received();
    let title = "I-589, Application for Asylum and for Withholding of Removal";
    let own = desk.own.clone();
    let label = desk.pick(&[
        "USCIS Online Account Number (principal)",
        "Principal Applicant's USCIS Online Account No.",
        "Applicant Online Account Number",
        "USCIS Online Account Number",
    ]);
    let number = desk.pick(&["Receipt Number", "Receipt Number(s)", "Case ID"]);
    let mut second = vec![
        (34.0, "Receipt Date", received.as_str()),
        (20.0, "Page", "1 of 1"),
    ];
    if let Some(own) = own.as_ref().filter(|_| !in_table) {
        second.push((46.0, label, own));
    }
    let first = [
        (34.0, number, receipt.as_str()),
        (46.0, "Form Type", title),
        (20.0, "Notice Date", noticed.as_str()),
    ];
    let y = kit::row(sheet, &cell, [40.0, 86.0, 572.0, 118.0], &first);
    kit::row(sheet, &cell, [40.0, y, 572.0, y + 30.0], &second)
}

/// One cell of a table row: its left edge and its text.
fn cells(desk: &Desk, sheet: &mut Sheet, y: f32, bold: bool, columns: &[(f32, f32, String)]) {
    let pen = if bold {
        desk.hand.bold(8.0)
    } else {
        desk.hand.plain(9.0)
    };
    for (x, width, text) in columns {
        pen.put(sheet, x + 4.0, y, width - 7.0, text);
    }
}

/// The table of applicants; returns its foot.
fn table(desk: &mut Desk, sheet: &mut Sheet, top: f32, in_table: bool) -> f32 {
    let case = desk.case;
    let count = 1 + desk.rng.below(5);
    let mut people = vec![(case.filer.clone(), "Principal")];
    for place in 0..count {
        let role = if place == 0 { "Spouse" } else { "Dependent" };
        people.push((case.filer.relative(desk.rng), role));
    }
    note(&mut desk.truth.fields.applicant, &case.filer.listed());
    let own = desk.own.clone().filter(|_| in_table);
    let widths: &[f32] = if own.is_some() {
        &[92.0, 140.0, 76.0, 78.0, 146.0]
    } else {
        &[110.0, 200.0, 110.0, 112.0]
    };
    let who = desk.pick(&["A-Number", "A-Number(s)", "Alien Number"]);
    let label = desk.pick(&[
        "USCIS Online Account Number",
        "Own USCIS Online Account No.",
    ]);
    let mut y = top;
    sheet.fill([40.0, y, 572.0, y + 15.0], 0.88);
    let mut head = vec![who, "Applicant", "Relationship", "Date of Birth"];
    head.extend(own.as_ref().map(|_| label));
    let row = |texts: Vec<String>| {
        let mut x = 40.0;
        let mut columns = Vec::new();
        for (width, text) in widths.iter().zip(texts) {
            columns.push((x, *width, text));
            x += width;
        }
        columns
    };
    cells(
        desk,
        sheet,
        y + 10.6,
        true,
        &row(head.iter().map(|s| s.to_string()).collect()),
    );
    y += 15.0;
    for (place, (person, role)) in people.iter().enumerate() {
        let texts = entry(desk, person, role, own.as_ref().filter(|_| place == 0));
        cells(desk, sheet, y + 11.0, false, &row(texts));
        sheet.rule(40.0, 572.0, y + 15.0, 0.3);
        y += 15.0;
    }
    let mut x = 40.0;
    for width in widths {
        sheet.upright(x, top, y, 0.3);
        x += width;
    }
    sheet.frame([40.0, top, 572.0, y], 0.6);
    y
}

/// The texts of one person's row.
fn entry(desk: &mut Desk, person: &Person, role: &str, own: Option<&String>) -> Vec<String> {
    let alien = desk.alien(person);
    let born = desk.date(&person.born);
    let mut texts = vec![alien, person.listed(), role.to_string(), born];
    texts.extend(own.cloned());
    texts
}

/// The rest of the body; returns the next baseline.
fn rest(desk: &mut Desk, sheet: &mut Sheet, y: f32) -> f32 {
    let mut texts = vec![
        "A change of address must reach us within 10 days (Form AR-11). If you do not come to \
         an interview or to have fingerprints taken, the case may be sent to a judge."
            .to_string(),
        "You may ask for permission to work 150 days after the receipt date shown above, on \
         Form I-765, category (c)(8). Days of delay that you cause are not counted."
            .to_string(),
    ];
    if desk.percent(50) {
        texts.push(prose::account_talk(desk).to_string());
    }
    if desk.percent(50) {
        texts.push(prose::help(desk).to_string());
    }
    let count = desk.rng.below(3);
    texts.extend(prose::more(desk, count));
    desk.hand.plain(9.6).flow(sheet, 40.0, y, 532.0, &texts)
}
