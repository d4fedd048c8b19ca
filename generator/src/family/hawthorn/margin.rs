//! A modern page: the facts in a grey margin, the letter beside it.
use super::ink::{Row, bars, prose, row, squeeze, stack, symbology};
use super::words::{self, Own};
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Labels of the own account.
const LABELS: &[&str] = &[
    "Sign in to USCIS with account",
    "Your account on my.uscis.gov",
    "Your USCIS online account",
    "Online account no. (yours, at USCIS)",
    "Your USCIS OAN",
    "Follow along online: USCIS account",
];

/// The measures of the page.
struct Frame {
    family: Family,
    left: f32,
    right: f32,
    body: f32,
    over: bool,
}

/// The page.
pub(super) fn margin(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[Family::DejaVuSans, Family::LiberationSans, Family::FreeSans]);
    let width = rng.uniform(160.0, 182.0);
    let mirrored = rng.chance(0.4);
    let frame = Frame {
        family,
        left: if mirrored { 612.0 - width } else { 0.0 },
        right: if mirrored { 612.0 } else { width },
        body: if mirrored { 44.0 } else { width + 26.0 },
        over: rng.chance(0.25),
    };
    let mut sheet = Sheet::letter(family);
    let mut truth = NoticeTruth {
        form: "I-797".into(),
        ..Default::default()
    };
    sheet.fill(
        [frame.left, 0.0, frame.right, 792.0],
        rng.uniform(0.88, 0.95),
    );
    facts(&mut sheet, rng, case, &mut truth, &frame);
    body(&mut sheet, rng, case, &mut truth, &frame);
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// The facts of the margin.
fn rows(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth, own: &Own) -> Vec<Row> {
    let (filer, other) = words::note_people(case, truth, false);
    truth.prints_receipt(&case.receipt);
    truth.prints_a_number(&words::subject(case).a_number);
    truth.fields.case_type = Some(case.form_code.into());
    truth.fields.received_date = Some(case.received.numeric());
    truth.fields.notice_date = Some(case.noticed.numeric());
    let mut rows = vec![
        row("Receipt number", &case.receipt),
        row("Form", case.form_code),
        row(
            rng.pick(&["We got it on", "Received", "Came in"]),
            &case.received.numeric(),
        ),
        row(
            rng.pick(&["Notice date", "This notice is dated"]),
            &case.noticed.numeric(),
        ),
        row(words::role(case), &filer),
    ];
    if case.is_petition {
        rows.push(row("Beneficiary", &other));
    }
    rows.push(row(
        "A-Number",
        &words::alien(rng, &words::subject(case).a_number),
    ));
    if let Some(text) = own.cell() {
        let at = rng.between(2, rows.len() as i64) as usize;
        rows.insert(at, row(rng.pick(LABELS), text));
    }
    if rng.chance(0.5) {
        rows.push(row(
            rng.pick(&["Payment reference", "Paid by card, trace"]),
            &words::reference(rng),
        ));
    }
    if rng.chance(0.3) {
        let number = words::representative(rng, truth);
        rows.push(row("Attorney's USCIS online account", &number));
    }
    rows
}

/// Draws the margin, labels over their values or values over their labels.
fn facts(sheet: &mut Sheet, rng: &mut Rng, case: &Case, truth: &mut NoticeTruth, frame: &Frame) {
    let (face, bold) = (Face::regular(frame.family), Face::bold(frame.family));
    let (x, room) = (frame.left + 18.0, frame.right - frame.left - 34.0);
    sheet.write(bold, 15.0, x, 52.0, "USCIS");
    squeeze(
        sheet,
        face,
        6.8,
        [x, 63.0],
        room,
        "U.S. Citizenship and Immigration Services",
    );
    let mut y = 98.0;
    let pitch = rng.uniform(36.0, 42.0);
    let own = Own::draw(rng, case, truth, 0.45, 0.2);
    let (own, aside) = own.split(rng, 0.35);
    for (label, value) in rows(rng, case, truth, &own) {
        let (name, number) = if frame.over {
            (y + 12.0, y)
        } else {
            (y, y + 13.0)
        };
        let label_size = super::ink::fitting(face, 7.4, room, &label);
        sheet.write_shaded(face, label_size, x, name, &label, 0.35);
        squeeze(sheet, bold, 9.6, [x, number], room, &value);
        if frame.over {
            sheet.rule(x, x + room, y + 17.0, 0.3);
        }
        y += pitch;
    }
    if let Some(number) = aside {
        sheet.fill([x - 6.0, 636.0, x + room + 6.0, 688.0], 1.0);
        sheet.write(face, 7.0, x, 648.0, "To see all of this on a screen,");
        squeeze(
            sheet,
            face,
            7.0,
            [x, 657.0],
            room,
            "sign in to your USCIS online account",
        );
        squeeze(sheet, bold, 13.0, [x, 677.0], room, &number);
    }
    let kind = symbology(rng);
    bars(sheet, kind, [x, 700.0], room, 26.0, &case.receipt);
    sheet.write(face, 6.8, x, 736.0, "Form I-797  Rev. 03/15/22");
}

/// The letter beside the margin.
fn body(sheet: &mut Sheet, rng: &mut Rng, case: &Case, truth: &mut NoticeTruth, frame: &Frame) {
    let face = Face::regular(frame.family);
    let to = [
        case.filer.name(),
        case.address[0].clone(),
        case.address[1].clone(),
    ];
    stack(sheet, face, 10.0, [frame.body, 98.0], &to);
    let title = rng.pick(&[
        (
            "Receipt Notice",
            "We have your filing and will start on it.",
        ),
        (
            "Transfer Notice",
            "Your case has been moved to another office.",
        ),
        ("Reopen Notice", "We have taken your case up again."),
        (
            "Notice of Interview Cancellation",
            "Please do not come; we will set another day.",
        ),
    ]);
    truth.fields.notice_type = Some(title.0.into());
    sheet.bold(16.0, frame.body, 176.0, title.0);
    let measure = 370.0;
    let mut texts = vec![title.1.to_string()];
    if rng.chance(0.5) {
        let fee = words::money(rng);
        truth.fields.amount = Some(fee.clone());
        texts.push(format!("You paid us {fee}, and your payment has cleared."));
    }
    texts.push(
        "Please read the facts in the margin against your own copy of the form. If a name \
        or a date is off, tell us within thirty days and we will put it right at no charge."
            .into(),
    );
    let (plain, tricky) = (rng.between(2, 5), rng.between(1, 3));
    texts.extend(words::general(rng, plain as usize));
    texts.extend(words::traps(rng, tricky as usize));
    texts.push(
        "You can see how far we have come at uscis.gov/casestatus. All it takes is the \
        receipt number."
            .into(),
    );
    let y = prose(sheet, face, 9.8, [frame.body, 202.0], measure, &texts);
    let office = rng.pick(words::OFFICES);
    sheet.rule(frame.body, frame.body + measure, y + 6.0, 0.4);
    let y = stack(sheet, face, 8.0, [frame.body, y + 20.0], &office);
    let call = "USCIS Contact Center 1-800-375-5283, TTY 1-800-767-1833";
    sheet.write(face, 8.0, frame.body, y + 4.0, call);
    sheet.write(face, 7.0, frame.body, 752.0, "Page 1 of 1");
}
