//! An approval on security paper with a departure record to tear off at the foot.
use super::desk::{Desk, Pair};
use super::ink::{Cells, barcode_to, block, dashes, microprint, pattern, prose, put, stack};
use super::words::{company, mention, office_of, usual};
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::Family;

const FACES: &[Family] = &[Family::Helvetica, Family::FreeSans, Family::LiberationSerif];
const LABELS: &[&str] = &[
    "USCIS ONLINE ACCOUNT NUMBER",
    "{o} USCIS ONLINE ACCOUNT NO.",
    "{o} ONLINE ACCT (USCIS)",
    "USCIS ONLINE ACCOUNT ID",
    "ONLINE ACCOUNT NUMBER OF {o}",
];

/// What the upper part and the stub share.
struct Paper {
    left: f32,
    cells: Cells,
    i94: String,
    class: &'static str,
    span: (String, String),
    label: String,
    on_stub: bool,
    open: bool,
    tall: f32,
    across: usize,
    swapped: bool,
}

/// The approval.
pub(super) fn stub(rng: &mut Rng, case: &Case) -> Drawing {
    let mut desk = Desk::new(rng, case, "stub", FACES, (0.42, 0.15));
    desk.form("I-797A");
    (desk.code, desk.title) = if case.is_petition {
        ("I-129", "PETITION FOR A NONIMMIGRANT WORKER")
    } else {
        ("I-539", "APPLICATION TO EXTEND/CHANGE NONIMMIGRANT STATUS")
    };
    desk.employer = case.is_petition.then(|| company(rng));
    let class = rng.pick(if case.is_petition {
        &["H1B", "L1B", "O1A", "P1S"][..]
    } else {
        &["F1", "B2", "H4", "E2"][..]
    });
    let label = desk.label(rng, LABELS).to_uppercase();
    let owned = !case.is_petition || label.contains("PETITIONER");
    let paper = Paper {
        left: rng.uniform(36.0, 50.0),
        cells: Cells {
            label: (desk.regular(), rng.uniform(5.8, 6.8)),
            value: (desk.bold(), rng.uniform(8.4, 9.4)),
            gap: 11.0,
        },
        i94: i94(rng, case),
        class,
        span: desk.span(rng),
        label,
        on_stub: owned && rng.chance(0.3),
        open: rng.chance(0.35),
        tall: rng.uniform(26.5, 32.0),
        across: rng.pick(&[2, 3]),
        swapped: rng.chance(0.4),
    };
    desk.truth.fields.class = Some(class.into());
    desk.truth.fields.i94_number = Some(paper.i94.clone());
    let mut sheet = desk.page();
    head(&mut sheet, rng, &desk, &paper);
    let y = grid(&mut sheet, rng, &mut desk, &paper);
    middle(&mut sheet, rng, &mut desk, &paper, y + 22.0);
    tear_off(&mut sheet, rng, &mut desk, &paper);
    desk.done(vec![sheet])
}

/// An I-94 number as its year prints it.
fn i94(rng: &mut Rng, case: &Case) -> String {
    if case.noticed.year >= 2020 {
        format!(
            "{}{}{}",
            rng.digits(9),
            rng.pick(&["A", "B", "C", "D"]),
            rng.digits(1)
        )
    } else {
        format!("{} {:02}", rng.digits(9), rng.between(1, 42))
    }
}

/// The paper's pattern and banner.
fn head(sheet: &mut Sheet, rng: &mut Rng, desk: &Desk, paper: &Paper) {
    let right = 612.0 - paper.left;
    pattern(
        sheet,
        [paper.left, 26.0, right, 66.0],
        rng.uniform(3.0, 5.0),
    );
    let banner = "THE UNITED STATES OF AMERICA";
    sheet.centred(desk.bold(), 17.0, 306.0, 52.0, banner);
    microprint(sheet, desk.family, [paper.left, right, 69.0]);
    sheet.write(
        desk.regular(),
        8.0,
        paper.left,
        80.0,
        "Department of Homeland Security",
    );
    sheet.write(
        desk.regular(),
        8.0,
        paper.left,
        90.0,
        "U.S. Citizenship and Immigration Services",
    );
    sheet.flush_right(desk.bold(), 11.0, right, 88.0, "I-797A | NOTICE OF ACTION");
}

/// The boxes of the upper part.
fn grid(sheet: &mut Sheet, rng: &mut Rng, desk: &mut Desk, paper: &Paper) -> f32 {
    let case = desk.case;
    let mut first: Vec<Pair> = vec![("RECEIPT NUMBER".into(), desk.receipt())];
    if desk.has_account() && !paper.on_stub {
        first.insert(rng.below(2), (paper.label.clone(), desk.number()));
    }
    let kind = desk.case_type(rng);
    first.push(("CASE TYPE".into(), kind));
    let mut second: Vec<Pair> = vec![("RECEIVED DATE".into(), desk.received())];
    if rng.chance(0.6) {
        second.push(("PRIORITY DATE".into(), String::new()));
    }
    let role = desk.role().to_uppercase();
    second.push((role, desk.filer()));
    let mut third: Vec<Pair> = vec![
        ("NOTICE DATE".into(), desk.noticed()),
        ("PAGE".into(), "1 of 1".into()),
    ];
    if case.is_petition {
        let label = format!("BENEFICIARY  {}", desk.alien(rng, &case.beneficiary));
        third.push((label, desk.beneficiary()));
    } else {
        third.push(("USCIS ALIEN NUMBER".into(), desk.alien(rng, &case.filer)));
    }
    let mut y = 100.0;
    for row in [first, second, third] {
        boxes(sheet, paper, y, &row);
        y += paper.tall;
    }
    y
}

/// One row of boxes; the last is the widest.
fn boxes(sheet: &mut Sheet, paper: &Paper, y: f32, row: &[Pair]) {
    let room = 612.0 - paper.left * 2.0;
    let narrow = room * if row.len() > 2 { 0.27 } else { 0.36 };
    let mut x = paper.left;
    for (place, (label, value)) in row.iter().enumerate() {
        let right = if place + 1 == row.len() {
            paper.left + room
        } else {
            x + narrow
        };
        if paper.open {
            sheet.rule(x, right, y + paper.tall, 0.5);
        } else {
            sheet.frame([x, y, right, y + paper.tall], 0.7);
        }
        put(
            sheet,
            paper.cells.label,
            [x + 3.0, y + 8.0, right - x - 6.0],
            label,
        );
        let size = if value.len() > 40 {
            7.4
        } else {
            paper.cells.value.1
        };
        let area = [
            x + 3.0,
            y + if value.len() > 40 { 16.0 } else { 20.0 },
            right - x - 6.0,
        ];
        stack(sheet, (paper.cells.value.0, size), area, 2, value);
        x = right;
    }
}

/// Addressee, approval, body.
fn middle(sheet: &mut Sheet, rng: &mut Rng, desk: &mut Desk, paper: &Paper, y: f32) {
    let right = 612.0 - paper.left;
    let lines = desk.addressee(rng.chance(0.5));
    block(
        sheet,
        (desk.regular(), 9.0),
        [paper.left + 22.0, y, 11.0],
        &lines,
    );
    desk.truth.fields.notice_type = Some("Approval Notice".into());
    let (from, to) = &paper.span;
    let mut facts = vec![
        "Notice Type: Approval Notice".to_string(),
        format!("Class: {}", paper.class),
        format!("Valid from {from} to {to}"),
    ];
    if desk.case.is_petition && rng.chance(0.5) {
        facts.push(format!(
            "ETA Case Number: I-200-{}-{}",
            rng.digits(5),
            rng.digits(6)
        ));
    }
    if rng.chance(0.4) {
        let number = desk.attorney_number(rng);
        facts.push(format!("Attorney's USCIS online acct.: {number}"));
    }
    for (place, fact) in facts.iter().enumerate() {
        let area = [right - 232.0, y + 12.0 * place as f32, 232.0];
        put(sheet, (desk.regular(), 9.0), area, fact);
    }
    let mut texts = vec![
        "We have approved the case named above, and the person named in the record below may stay \
         until the date printed there. Tear the record off along the broken line and keep it with \
         the passport."
            .to_string(),
    ];
    if !desk.has_account() && rng.chance(0.6) {
        texts.push(mention(rng));
    }
    texts.extend(usual(rng, 4));
    let top = y + (lines.len().max(facts.len()) as f32) * 12.0 + 14.0;
    prose(
        sheet,
        (desk.regular(), 9.0),
        [paper.left, top, right - paper.left],
        470.0,
        &texts,
    );
    let office = office_of(rng, &desk.case.receipt);
    let lines = [office.name, office.street, office.town];
    block(
        sheet,
        (desk.regular(), 8.0),
        [
            if paper.swapped {
                right - 150.0
            } else {
                paper.left
            },
            494.0,
            10.0,
        ],
        &lines,
    );
    barcode_to(
        sheet,
        Symbology::Code39,
        [
            if paper.swapped {
                paper.left + 206.0
            } else {
                right
            },
            486.0,
            0.85,
            28.0,
        ],
        &desk.case.receipt,
    );
    sheet.write(
        desk.regular(),
        7.0,
        paper.left,
        532.0,
        "Form I-797A (Rev. 08/01/22)",
    );
    sheet.flush_right(
        desk.regular(),
        7.0,
        right,
        532.0,
        "Detach below for the person's records",
    );
}

/// The departure record.
fn tear_off(sheet: &mut Sheet, rng: &mut Rng, desk: &mut Desk, paper: &Paper) {
    let right = 612.0 - paper.left;
    dashes(sheet, 18.0, 594.0, 543.0);
    pattern(sheet, [paper.left, 556.0, right, 576.0], 4.0);
    sheet.write(
        desk.bold(),
        10.0,
        paper.left + 4.0,
        570.0,
        "I-94  DEPARTURE RECORD",
    );
    let case = desk.case;
    let person = &case.beneficiary;
    let mut rows: Vec<Pair> = vec![
        (
            rng.pick(&["I-94#", "I94 NUMBER", "I-94 NUMBER"]).into(),
            paper.i94.clone(),
        ),
        ("RECEIPT NUMBER".into(), desk.receipt()),
        ("1. FAMILY NAME".into(), person.family.clone()),
        ("2. GIVEN NAME".into(), person.given.clone()),
        ("3. CLASS OF ADMISSION".into(), paper.class.into()),
        ("4. DATE OF BIRTH".into(), desk.date(&person.born)),
        ("5. I-94 VALID FROM".into(), paper.span.0.clone()),
        ("6. I-94 VALID UNTIL".into(), paper.span.1.clone()),
    ];
    if desk.has_account() && paper.on_stub {
        rows.push((paper.label.clone(), desk.number()));
    }
    let wide = (right - paper.left) / paper.across as f32;
    for (place, (label, value)) in rows.iter().enumerate() {
        let x = paper.left + 4.0 + wide * (place % paper.across) as f32;
        let y = 590.0 + 29.0 * (place / paper.across) as f32;
        paper
            .cells
            .under(sheet, [x, y, wide - 12.0], (label, value));
        sheet.rule(x, x + wide - 12.0, y + 14.5, 0.35);
    }
    let lines = [
        "U.S. Citizenship and Immigration Services",
        "Keep this record in the passport.",
    ];
    block(
        sheet,
        (desk.regular(), 7.0),
        [paper.left + 4.0, 738.0, 9.0],
        &lines,
    );
    microprint(sheet, desk.family, [paper.left, right, 752.0]);
}
