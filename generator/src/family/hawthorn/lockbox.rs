//! A package sent back by the lockbox: values over their captions, a stub to tear off.
use super::ink::{Row, leader, perforation, prose, row, squeeze, tick};
use super::words::{self, Own};
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Labels of the own account.
const LABELS: &[&str] = &[
    "USCIS online account you wrote on the form",
    "your own USCIS online account no.",
    "on-line account with USCIS (sender's own)",
    "USCIS Online Acct # of the person filing",
];

/// Reasons to send a package back.
const REASONS: &[&str] = &[
    "The form is not signed, or the signature is typed.",
    "The edition of the form is one that we no longer take.",
    "The check is stale, or the sum in words and the sum in figures do not agree.",
    "A page is missing from the set.",
    "The box for the online account number was filled with an A-Number.",
];

/// The page.
pub(super) fn lockbox(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::LiberationSansNarrow,
        Family::Helvetica,
        Family::DejaVuSans,
    ]);
    let mut sheet = Sheet::letter(family);
    let mut truth = NoticeTruth {
        form: "I-797C".into(),
        ..Default::default()
    };
    let rejected = rng.chance(0.7);
    head(&mut sheet, rng, &mut truth, family, rejected);
    let own = Own::draw(rng, case, &mut truth, 0.45, 0.2);
    let (own, aside) = own.split(rng, 0.3);
    let cells = cells(rng, case, &mut truth, rejected, &own);
    let y = captions(&mut sheet, family, &cells, rng.uniform(34.0, 40.0));
    let y = reasons(&mut sheet, rng, family, y + 20.0, rejected);
    payment(&mut sheet, rng, &mut truth, family, y + 8.0);
    stub(&mut sheet, rng, case, family, aside.as_deref());
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// The head.
fn head(sheet: &mut Sheet, rng: &mut Rng, truth: &mut NoticeTruth, family: Family, rejected: bool) {
    let kind = if rejected {
        "REJECTION NOTICE"
    } else {
        "RECEIPT"
    };
    truth.fields.notice_type = Some(kind.into());
    let face = Face::regular(family);
    let town = rng.pick(&[
        "Chicago Lockbox",
        "Phoenix Lockbox",
        "Elgin Lockbox",
        "Dallas Lockbox",
    ]);
    sheet.bold(17.0, 42.0, 52.0, kind);
    sheet.write(face, 8.0, 42.0, 65.0, "Form I-797C, Notice of Action");
    sheet.flush_right(
        face,
        8.0,
        570.0,
        44.0,
        "U.S. Citizenship and Immigration Services",
    );
    sheet.flush_right(face, 8.0, 570.0, 54.0, town);
    sheet.rule(42.0, 570.0, 72.0, 2.0);
}

/// The cells: caption and value.
fn cells(
    rng: &mut Rng,
    case: &Case,
    truth: &mut NoticeTruth,
    rejected: bool,
    own: &Own,
) -> Vec<Row> {
    truth.fields.notice_date = Some(case.noticed.long());
    truth.fields.received_date = Some(case.received.long());
    truth.fields.case_type = Some(case.form_code.into());
    let (filer, other) = words::note_people(case, truth, true);
    let mut cells = vec![
        row("notice date", &case.noticed.long()),
        row(
            rng.pick(&["date it reached us", "received date", "in our mailroom on"]),
            &case.received.long(),
        ),
        row(
            "form sent in",
            &format!("{} {}", case.form_code, case.title),
        ),
        row(&words::role(case).to_lowercase(), &filer),
    ];
    if case.is_petition {
        cells.push(row("beneficiary", &other));
    }
    if !rejected {
        truth.prints_receipt(&case.receipt);
        cells.insert(
            0,
            row("receipt number", &words::receipt(rng, &case.receipt)),
        );
    }
    if rng.chance(0.6) {
        let who = words::subject(case);
        truth.prints_a_number(&who.a_number);
        cells.push(row("A-Number", &words::alien(rng, &who.a_number)));
    }
    if let Some(text) = own.cell() {
        let at = rng.between(1, cells.len() as i64) as usize;
        cells.insert(at, row(rng.pick(LABELS), text));
    }
    let label = rng.pick(&["package control", "batch and item", "courier waybill"]);
    cells.push(row(label, &words::reference(rng)));
    cells
}

/// Values over a thin rule, captions under it; returns where they end.
fn captions(sheet: &mut Sheet, family: Family, cells: &[Row], pitch: f32) -> f32 {
    let mut y = 72.0;
    for pair in cells.chunks(2) {
        y += pitch;
        for (side, (label, value)) in pair.iter().enumerate() {
            let x = 42.0 + 272.0 * side as f32;
            squeeze(
                sheet,
                Face::bold(family),
                10.5,
                [x + 2.0, y - 4.0],
                250.0,
                value,
            );
            sheet.rule(x, x + 256.0, y, 0.5);
            sheet.write_shaded(Face::regular(family), 7.0, x + 2.0, y + 8.0, label, 0.25);
        }
    }
    y + 10.0
}

/// Reasons with boxes, or a sentence; returns the next baseline.
fn reasons(sheet: &mut Sheet, rng: &mut Rng, family: Family, y: f32, rejected: bool) -> f32 {
    let face = Face::regular(family);
    if !rejected {
        let texts = vec![
            "Your package was in order and has gone to an office for a decision. Keep this sheet \
                with your papers."
                .to_string(),
            words::trap(rng),
        ];
        return prose(sheet, face, 9.5, [42.0, y], 528.0, &texts);
    }
    sheet.bold(
        9.5,
        42.0,
        y,
        "We are sending everything back to you, fee and all. Here is why:",
    );
    let chosen = rng.below(REASONS.len() - 1);
    let mut y = y + 16.0;
    for (index, text) in REASONS.iter().enumerate() {
        y = tick(sheet, face, 9.5, [52.0, y], 510.0, index == chosen, text);
    }
    let text = rng.pick(&[
        "Put it right, add this sheet on top, and mail the whole set again. No date is kept.",
        "Mend what is ticked and send it in afresh. We hold no place in line for you.",
    ]);
    prose(
        sheet,
        face,
        9.5,
        [42.0, y + 4.0],
        528.0,
        &[text.to_string()],
    )
}

/// The payment block with dot leaders.
fn payment(sheet: &mut Sheet, rng: &mut Rng, truth: &mut NoticeTruth, family: Family, y: f32) {
    let fee = words::money(rng);
    truth.fields.amount = Some(fee.clone());
    let mut rows = vec![row("Amount received", &fee)];
    rows.push(row(
        rng.pick(&["Payment tracking no.", "Pay.gov tracking ID", "ACH trace"]),
        &words::reference(rng),
    ));
    if rng.chance(0.5) {
        rows.push(row("Account number (bank)", &rng.digits(12)));
    }
    rows.push(row("Routing number", &rng.digits(9)));
    sheet.bold(8.5, 42.0, y, "YOUR PAYMENT");
    for (step, row) in rows.iter().enumerate() {
        let at = [52.0, 330.0, y + 13.0 + 12.0 * step as f32];
        leader(sheet, Face::regular(family), 8.5, at, row);
    }
    let texts = words::general(rng, 2);
    prose(sheet, Face::regular(family), 8.5, [350.0, y], 220.0, &texts);
}

/// The stub: address for the window, and what to write on it.
fn stub(sheet: &mut Sheet, rng: &mut Rng, case: &Case, family: Family, own: Option<&str>) {
    let face = Face::regular(family);
    perforation(sheet, 20.0, 592.0, 622.0);
    let cut = rng.pick(&[
        "Tear here",
        "Detach and send with your papers",
        "Cut along this line",
    ]);
    sheet.centred(Face::italic(family), 7.0, 306.0, 618.0, cut);
    let to = [
        case.filer.name(),
        case.address[0].clone(),
        case.address[1].clone(),
    ];
    super::ink::stack(sheet, face, 10.5, [72.0, 660.0], &to);
    let mut notes = vec![format!("Phone 800-375-5283   Fax {}", words::phone(rng))];
    notes.push(format!("Mail sort {} {}", rng.digits(5), rng.digits(4)));
    if let Some(number) = own {
        notes.push(format!("Sender's own USCIS online account   {number}"));
    } else if rng.chance(0.4) {
        notes.push("Do not write your USCIS online account number here".into());
    }
    for (step, text) in notes.iter().enumerate() {
        sheet.flush_right(face, 8.0, 570.0, 650.0 + 12.0 * step as f32, text);
    }
    sheet.flush_right(face, 7.0, 570.0, 752.0, "Form I-797C (stub)");
}
