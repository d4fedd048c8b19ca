//! An approval on security paper with an I-94 to tear off: each value above its label.
use super::ink::{Row, bars, perforation, prose, row, squeeze, stack};
use super::overleaf::overleaf;
use super::words::{self, Own};
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Labels of the own account.
const LABELS: &[&str] = &[
    "Filer's Own USCIS Online Account",
    "USCIS Online Acct No",
    "USCIS ELIS Account of Filer",
    "Acct. at my.uscis.gov (filer)",
];

/// The validity of the approval, as printed.
struct Stay {
    class: &'static str,
    from: String,
    to: String,
    i94: String,
}

/// The page.
pub(super) fn approval(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::LiberationSans,
        Family::Times,
        Family::LiberationSansNarrow,
    ]);
    let mut sheet = Sheet::letter(family);
    let mut truth = NoticeTruth {
        form: "I-797A".into(),
        ..Default::default()
    };
    let stay = stay(rng, case, &mut truth);
    head(&mut sheet, family);
    let own = Own::draw(rng, case, &mut truth, 0.42, 0.18);
    let (own, aside) = own.split(rng, 0.3);
    let cells = cells(rng, case, &mut truth, &own);
    let y = grid(&mut sheet, rng, family, &cells);
    let y = middle(&mut sheet, rng, case, &mut truth, family, &stay, y);
    body(&mut sheet, rng, family, &mut truth, y);
    microprint(&mut sheet, family, 560.0);
    let backed = rng.chance(0.35);
    stub(&mut sheet, rng, case, family, &stay, backed);
    if let Some(number) = aside {
        let says = format!("{}'s USCIS online account: {number}", words::role(case));
        sheet.write(Face::regular(family), 8.0, 36.0, 684.0, &says);
    }
    let mut sheets = vec![sheet];
    if backed {
        sheets.push(overleaf(rng, family, "I-797A", &case.receipt));
    }
    Drawing { sheets, truth }
}

/// Draws class, validity and I-94 number.
fn stay(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Stay {
    let class = if case.is_petition {
        rng.pick(&["H1B", "L1A", "O1", "TN1", "E3"])
    } else {
        rng.pick(&["H4", "L2", "B2", "F1", "O3"])
    };
    let from = case.noticed.later(0, rng.between(1, 40));
    let to = from.later(rng.pick(&[12, 24, 36]), 0);
    let i94 = if rng.chance(0.5) {
        format!("{} {}", rng.digits(9), rng.digits(2))
    } else {
        format!(
            "{}{}{}",
            rng.digits(9),
            rng.pick(&["A", "B", "C"]),
            rng.digits(1)
        )
    };
    truth.fields.class = Some(class.into());
    truth.fields.valid_from = Some(from.numeric());
    truth.fields.valid_to = Some(to.numeric());
    truth.fields.i94_number = Some(i94.clone());
    Stay {
        class,
        from: from.numeric(),
        to: to.numeric(),
        i94,
    }
}

/// The banner and the title.
fn head(sheet: &mut Sheet, family: Family) {
    for step in 0..14 {
        let y = 20.0 + 2.0 * step as f32;
        sheet.fill([36.0, y, 576.0, y + 0.7], 0.82);
    }
    let banner = "THE UNITED STATES OF AMERICA";
    sheet.fill([176.0, 24.0, 436.0, 43.0], 1.0);
    sheet.centred(Face::bold(family), 13.0, 306.0, 38.5, banner);
    sheet.write(
        Face::regular(family),
        8.0,
        36.0,
        60.0,
        "Department of Homeland Security",
    );
    let agency = "U.S. Citizenship and Immigration Services";
    sheet.write(Face::regular(family), 8.0, 36.0, 70.0, agency);
    sheet.flush_right(
        Face::bold(family),
        12.0,
        576.0,
        66.0,
        "I-797A, Notice of Action",
    );
}

/// The cells of the head.
fn cells(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth, own: &Own) -> Vec<Row> {
    let (filer, other) = words::note_people(case, truth, true);
    let (form, title) = if case.is_petition {
        ("I-129", "PETITION FOR A NONIMMIGRANT WORKER")
    } else {
        ("I-539", "APPLICATION TO EXTEND/CHANGE STATUS")
    };
    truth.prints_receipt(&case.receipt);
    truth.fields.case_type = Some(form.into());
    truth.fields.received_date = Some(case.received.numeric());
    truth.fields.notice_date = Some(case.noticed.numeric());
    let mut cells = vec![
        row("Receipt Number", &words::receipt(rng, &case.receipt)),
        row("Case Type", &format!("{} - {title}", form.replace('-', ""))),
        row("Received Date", &case.received.numeric()),
        row("Notice Date", &case.noticed.numeric()),
        row(words::role(case), &filer),
    ];
    if case.is_petition {
        cells.push(row("Beneficiary", &other));
    }
    if rng.chance(0.6) {
        let person = words::subject(case);
        truth.prints_a_number(&person.a_number);
        let whose = if case.is_petition {
            "Beneficiary's A-Number"
        } else {
            "A-Number"
        };
        cells.push(row(whose, &words::alien(rng, &person.a_number)));
    }
    if let Some(text) = own.cell() {
        let label = if case.is_petition && rng.chance(0.5) {
            rng.pick(&[
                "Petitioner's Account, USCIS Online",
                "USCIS Online Acct, Petitioner",
            ])
        } else {
            rng.pick(LABELS)
        };
        let at = rng.between(1, cells.len() as i64) as usize;
        cells.insert(at, row(label, text));
    }
    if rng.chance(0.4) {
        let number = words::representative(rng, truth);
        cells.push(row("G-28 Attorney's USCIS Online Account", &number));
    }
    cells
}

/// The grid with values above their labels; returns where it ends.
fn grid(sheet: &mut Sheet, rng: &mut Rng, family: Family, cells: &[Row]) -> f32 {
    let columns = rng.pick(&[2, 3]);
    let (width, height) = (540.0 / columns as f32, rng.uniform(25.0, 30.0));
    let mut y = 78.0;
    for group in cells.chunks(columns) {
        for (side, (label, value)) in group.iter().enumerate() {
            let left = 36.0 + width * side as f32;
            sheet.frame([left, y, left + width, y + height], 0.5);
            let (bold, face) = (Face::bold(family), Face::regular(family));
            let at = [left + 5.0, y + height - 14.0];
            squeeze(sheet, bold, 9.5, at, width - 10.0, value);
            squeeze(
                sheet,
                face,
                6.2,
                [left + 5.0, y + height - 4.0],
                width - 10.0,
                label,
            );
        }
        y += height;
    }
    y
}

/// The address and the facts of the approval; returns where they end.
fn middle(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    truth: &mut NoticeTruth,
    family: Family,
    stay: &Stay,
    top: f32,
) -> f32 {
    let face = Face::regular(family);
    let to = [
        case.filer.name(),
        case.address[0].clone(),
        case.address[1].clone(),
    ];
    stack(sheet, face, 10.0, [56.0, top + 32.0], &to);
    truth.fields.notice_type = Some("Approval Notice".into());
    let mut facts = vec![
        "Notice Type: Approval Notice".to_string(),
        format!("Class: {}", stay.class),
        format!("Valid from {} to {}", stay.from, stay.to),
    ];
    if rng.chance(0.5) {
        let text = rng.pick(&["NONE", "MUMBAI", "MEXICO CITY"]);
        truth.fields.consulate = Some(text.into());
        facts.push(format!("Consulate: {text}"));
    }
    if case.is_petition && rng.chance(0.5) {
        let case_number = format!("G-100-{}-{}", rng.digits(5), rng.digits(6));
        facts.push(format!("ETA Case Number: {case_number}"));
    }
    stack(sheet, face, 9.5, [342.0, top + 20.0], &facts);
    top + 86.0
}

/// The body of the approval.
fn body(sheet: &mut Sheet, rng: &mut Rng, family: Family, truth: &mut NoticeTruth, y: f32) {
    let mut texts = vec![
        "The above is approved, and the stay with it. The lower part of this sheet is the new \
            I-94: cut it off and keep it in the passport, where an officer can find it."
            .to_string(),
        "Nothing on this page is a visa. Whoever leaves the country will need one to come back, \
            unless the law says otherwise."
            .to_string(),
        words::trap(rng),
    ];
    if rng.chance(0.4) {
        texts.push(format!(
            "A former employer's petition was kept under that employer's USCIS \
            online account, {}; it has no bearing here.",
            words::reference(rng)
        ));
    }
    if rng.chance(0.3) {
        let fee = words::money(rng);
        truth.fields.amount = Some(fee.clone());
        texts.push(format!("Amount received: {fee}"));
    }
    let count = rng.between(1, 3) as usize;
    texts.extend(words::general(rng, count));
    let y = prose(
        sheet,
        Face::regular(family),
        9.5,
        [36.0, y + 10.0],
        540.0,
        &texts,
    );
    let office = rng.pick(words::OFFICES);
    stack(
        sheet,
        Face::regular(family),
        7.5,
        [36.0, y.max(520.0)],
        &office,
    );
}

/// A line of tiny print, as security paper has it.
fn microprint(sheet: &mut Sheet, family: Family, y: f32) {
    let face = Face::regular(family);
    let unit = "USCISDHSUSCISDHS";
    let times = (540.0 / face.width(unit, 2.4)) as usize;
    sheet.write_shaded(face, 2.4, 36.0, y, &unit.repeat(times), 0.3);
}

/// The I-94 to tear off.
fn stub(sheet: &mut Sheet, rng: &mut Rng, case: &Case, family: Family, stay: &Stay, backed: bool) {
    let (face, bold) = (Face::regular(family), Face::bold(family));
    perforation(sheet, 20.0, 592.0, 572.0);
    sheet.write(
        face,
        6.5,
        36.0,
        582.0,
        "Detach This Half for Personal Records",
    );
    let person = words::subject(case);
    sheet.bold(9.0, 300.0, 604.0, "Departure Record (Form I-94)");
    sheet.write(
        face,
        8.0,
        36.0,
        604.0,
        &format!("Receipt # {}", case.receipt),
    );
    let cells = [
        row("I-94#", &stay.i94),
        row("NAME", &person.listed()),
        row("DATE OF BIRTH", &person.born.numeric()),
        row("CLASS", stay.class),
        row("VALID FROM", &stay.from),
        row("VALID UNTIL", &stay.to),
    ];
    for (index, (label, value)) in cells.iter().enumerate() {
        let left = 300.0 + 140.0 * (index % 2) as f32;
        let top = 614.0 + 30.0 * (index / 2) as f32;
        sheet.frame([left, top, left + 136.0, top + 27.0], 0.5);
        squeeze(sheet, bold, 9.0, [left + 4.0, top + 13.0], 128.0, value);
        sheet.write(face, 6.0, left + 4.0, top + 23.0, label);
    }
    stack(
        sheet,
        face,
        9.0,
        [36.0, 640.0],
        &[
            person.name(),
            case.address[0].clone(),
            case.address[1].clone(),
        ],
    );
    bars(
        sheet,
        Symbology::Code39,
        [36.0, 690.0],
        200.0,
        22.0,
        &case.receipt,
    );
    let form = rng.pick(&[
        "Form I-797A 10/31/05",
        "I-797A (Rev. 08/31/04) N",
        "Form I-797A",
    ]);
    sheet.write(face, 7.0, 36.0, 752.0, form);
    sheet.flush_right(
        face,
        7.0,
        576.0,
        752.0,
        if backed { "Page 1 of 2" } else { "Page 1 of 1" },
    );
}
