//! An approval on security paper with an I-94 to tear off at the bottom.
use super::grid::{Grid, cell, wide};
use super::kit::Leaf;
use super::words::{self, Own};
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::Family;

/// Dates and numbers that the notice and its stub share.
struct Stay {
    class: &'static str,
    from: String,
    until: String,
    entry: String,
}

/// Draws the approval.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[Family::Times, Family::LiberationSans, Family::FreeSerif]);
    let mut leaf = Leaf::new(family);
    let mut truth = words::truth("I-797A", case);
    let (code, title) = if case.is_petition {
        ("I-129", "PETITION FOR A NONIMMIGRANT WORKER")
    } else {
        ("I-539", "APPLICATION TO EXTEND/CHANGE NONIMMIGRANT STATUS")
    };
    truth.fields.case_type = Some(code.into());
    truth.fields.notice_type = Some("Approval Notice".into());
    paper(&mut leaf);
    let stay = stay(rng, case, &mut truth);
    let y = facts(&mut leaf, rng, case, &mut truth, &format!("{code} {title}"));
    let y = blocks(&mut leaf, rng, case, &stay, y + 18.0);
    let text = format!(
        "The above {} is approved, and the stay of the person named on the lower \
        part is extended as shown. The lower part replaces any earlier Form I-94; keep it with \
        the passport. Form {code} approval does not by itself admit anyone to the United States.",
        if case.is_petition {
            "petition"
        } else {
            "application"
        }
    );
    leaf.prose(
        9.5,
        (40.0, y + 10.0),
        532.0,
        &[
            &text,
            "Please see the additional information on \
        the back. You will be notified separately about any other cases you filed.",
        ],
    );
    stub(&mut leaf, rng, case, &stay);
    Drawing {
        sheets: vec![leaf.sheet],
        truth,
    }
}

/// The pattern of the paper, the banner and the microprint.
fn paper(leaf: &mut Leaf) {
    let mut y = 84.0;
    while y < 520.0 {
        leaf.sheet.fill([36.0, y, 576.0, y + 1.0], 0.955);
        y += 6.0;
    }
    leaf.sheet.frame([30.0, 24.0, 582.0, 560.0], 1.8);
    leaf.microprint(82.0, "USCIS");
    leaf.mid(true, 15.0, (306.0, 46.0), "THE UNITED STATES OF AMERICA");
    leaf.sheet
        .plain(7.5, 40.0, 64.0, "Department of Homeland Security");
    leaf.sheet
        .plain(7.5, 40.0, 74.0, "U.S. Citizenship and Immigration Services");
    leaf.right(true, 11.0, (572.0, 70.0), "I-797A, NOTICE OF ACTION");
}

/// Draws class, dates and I-94 number, and notes them.
fn stay(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Stay {
    let class = if case.is_petition {
        rng.pick(&["H1B", "L1A", "O1", "TN", "E3"])
    } else {
        rng.pick(&["B2", "H4", "F2", "L2"])
    };
    let way = rng.below(2);
    let from = words::dated(way, &case.noticed);
    let until = words::dated(way, &case.noticed.later(rng.between(6, 35), 0));
    let entry = if case.noticed.year >= 2019 && rng.chance(0.5) {
        format!(
            "{}{}{}",
            rng.digits(9),
            rng.pick(&["A", "B", "C"]),
            rng.digits(1)
        )
    } else {
        format!("{} {}", rng.digits(9), rng.digits(2))
    };
    truth.fields.class = Some(class.into());
    truth.fields.valid_from = Some(from.clone());
    truth.fields.valid_to = Some(until.clone());
    truth.fields.i94_number = Some(entry.clone());
    Stay {
        class,
        from,
        until,
        entry,
    }
}

/// The grid at the top, captions over values, without or with rules.
fn facts(leaf: &mut Leaf, rng: &mut Rng, case: &Case, truth: &mut NoticeTruth, kind: &str) -> f32 {
    let noticed = case.noticed.long();
    let received = case.received.long();
    let name = case.filer.listed();
    words::note_filer(truth, case, &name);
    let own = words::own(rng, case, truth, (0.34, 0.22));
    let mut cells = vec![
        cell("Receipt Number", &words::receipt(rng, case)),
        wide(if own == Own::Absent { 2 } else { 1 }, "Case Type", kind),
    ];
    if own != Own::Absent {
        let label = words::own_label(rng, case);
        cells.insert(
            rng.below(2) + 1,
            cell(&label, &words::own_value(rng, case, own)),
        );
    }
    truth.fields.notice_date = Some(noticed.clone());
    truth.fields.received_date = Some(received.clone());
    truth.prints_a_number(&case.filer.a_number);
    let alien = words::alien(rng, &case.filer.a_number);
    cells.push(cell("Received Date", &received));
    let priority = rng.chance(0.3).then(|| case.priority.long());
    cells.push(cell("Priority Date", priority.as_deref().unwrap_or("")));
    truth.fields.priority_date = priority;
    cells.push(cell(&format!("{} {alien}", words::role(case)), &name));
    cells.push(cell("Notice Date", &noticed));
    cells.push(cell("Page", "1 of 1"));
    if case.is_petition {
        let other = case.beneficiary.listed();
        let alien = words::alien(rng, &case.beneficiary.a_number);
        truth.prints_a_number(&case.beneficiary.a_number);
        cells.push(cell(&format!("Beneficiary {alien}"), &other));
        truth.fields.beneficiary = Some(other);
    } else {
        cells.push(cell("ASC Code", "3"));
    }
    let grid = Grid {
        left: 40.0,
        right: 572.0,
        row: rng.uniform(26.0, 31.0),
        columns: 3,
        caption: 6.8,
        value: 9.5,
        below: false,
        ruled: rng.chance(0.75),
        bar: None,
        bold: rng.chance(0.6),
    };
    grid.draw(leaf, 90.0, &cells)
}

/// Address on the left; notice type, class and validity on the right.
fn blocks(leaf: &mut Leaf, rng: &mut Rng, case: &Case, stay: &Stay, y: f32) -> f32 {
    let to_attorney = rng.chance(0.6);
    let after = leaf.lines(9.5, (48.0, y), 11.5, &words::addressee(case, to_attorney));
    leaf.sheet
        .bold(9.5, 330.0, y, "Notice Type: Approval Notice");
    leaf.sheet
        .plain(9.5, 330.0, y + 12.0, &format!("Class: {}", stay.class));
    let valid = format!("Valid from {} to {}", stay.from, stay.until);
    leaf.put(false, 9.5, (330.0, y + 24.0), 238.0, &valid);
    let labor = format!("ETA Case Number: I-200-{}-{}", rng.digits(5), rng.digits(6));
    if case.is_petition {
        leaf.sheet.plain(9.5, 330.0, y + 36.0, &labor);
    }
    let [name, street, town] = words::office(rng);
    leaf.lines(8.0, (48.0, 520.0), 10.0, &[name, street, town]);
    leaf.bars(Symbology::Code39, (330.0, 514.0), 0.8, 26.0, &case.receipt);
    after.max(y + 50.0)
}

/// The I-94 below the perforation.
fn stub(leaf: &mut Leaf, rng: &mut Rng, case: &Case, stay: &Stay) {
    let person = if case.is_petition {
        &case.beneficiary
    } else {
        &case.filer
    };
    leaf.perforation(574.0, "Detach This Half for Personal Records");
    leaf.sheet
        .plain(8.0, 330.0, 592.0, "Departure record     Form I-94");
    leaf.sheet
        .plain(8.0, 40.0, 592.0, &format!("Receipt # {}", case.receipt));
    leaf.sheet.plain(8.0, 40.0, 606.0, "I-94#");
    leaf.sheet.bold(11.0, 70.0, 606.0, &stay.entry);
    leaf.sheet
        .plain(9.0, 40.0, 622.0, &format!("NAME  {}", person.listed()));
    leaf.sheet
        .plain(9.0, 40.0, 636.0, &format!("CLASS {}", stay.class));
    leaf.sheet.plain(
        9.0,
        40.0,
        650.0,
        &format!("VALID FROM {} UNTIL {}", stay.from, stay.until),
    );
    let cells = [
        cell("14. Family Name", &person.family),
        cell("15. First (Given) Name", &person.given),
        cell("16. Date of Birth", &person.born.numeric()),
        cell("17. Admission control", &rng.digits(12)),
    ];
    let grid = Grid {
        left: 330.0,
        right: 572.0,
        row: 26.0,
        columns: 2,
        caption: 6.0,
        value: 9.0,
        below: false,
        ruled: true,
        bar: None,
        bold: false,
    };
    grid.draw(leaf, 600.0, &cells);
    let note = rng.pick(&[
        "Keep the upper part in your files.",
        "Do not laminate either part.",
    ]);
    leaf.sheet.plain(8.0, 40.0, 690.0, note);
    leaf.sheet.plain(
        7.5,
        40.0,
        752.0,
        &format!("Form I-797A {} N", words::edition(case)),
    );
}
