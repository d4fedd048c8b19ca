//! A rejection: a table of four columns (label, value, label, value), reasons, the money sent back.
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

use super::desk::{self, Days, Pen};
use super::words;

/// Labels of the filer's own account.
const OWN: [&str; 6] = [
    "Your USCIS online account no.",
    "USCIS Online Account Number",
    "Online account no. (yours)",
    "USCIS online acct. of filer",
    "Filer\u{2019}s USCIS account no.",
    "USCIS Online Acct #",
];

/// Why a form is sent back.
const REASONS: [&str; 8] = [
    "The form is not signed, or the signature is not acceptable.",
    "The payment is not for the right amount, or no payment was enclosed.",
    "The edition of the form is no longer accepted.",
    "One or more pages of the form are missing.",
    "The form was mailed to the wrong place. See \u{201c}Where to file\u{201d} on our web page.",
    "The required initial evidence of the basic petition was not enclosed.",
    "Your bank declined the payment.",
    "The online account number that you wrote on the form has too few digits, or is your A-Number.",
];

/// One cell of the table: its label and its value.
type Cell = (String, String);

/// The cells of the table.
fn cells(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth, days: Days) -> Vec<Cell> {
    let received = days.print(&case.received);
    truth.fields.received_date = Some(received.clone());
    let listed = case.filer.listed();
    desk::note_filer(truth, case, &listed);
    let mut list: Vec<Cell> = vec![
        (
            rng.pick(&["Date of this notice", "Notice date"]).into(),
            days.print(&case.noticed),
        ),
        (
            rng.pick(&["Form", "Form sent back"]).into(),
            case.form_code.into(),
        ),
        (words::role(case).into(), listed),
        (
            rng.pick(&["Arrived here on", "Date received"]).into(),
            received,
        ),
    ];
    let own = desk::own(rng, case, 40, 20);
    if let Some(text) = desk::account_text(rng, case, own, truth) {
        let place = rng.below(list.len() + 1);
        list.insert(place, (rng.pick(&OWN).into(), text));
    }
    if rng.chance(0.6) {
        list.push((
            rng.pick(&["A-Number", "Alien Reg. No.", "USCIS A#"]).into(),
            desk::a_text(rng, truth, &case.filer.a_number),
        ));
    }
    if rng.chance(0.35) {
        truth.prints_receipt(&case.receipt);
        list.push(("Receipt number".into(), case.receipt.clone()));
    }
    if rng.chance(0.6) {
        list.push((
            rng.pick(&["Control no.", "Batch and item", "Mail piece no."])
                .into(),
            words::twelve(rng),
        ));
    }
    list
}

/// The table of four columns.
fn table(pen: &mut Pen, list: &[Cell], faces: [Face; 2], shade: f32) {
    let [left, right] = [pen.left, pen.right];
    let width = right - left;
    let stops = [0.0, 0.24, 0.5, 0.74, 1.0].map(|share| left + width * share);
    let tall = 19.0;
    let top = pen.y;
    for (row, pair) in list.chunks(2).enumerate() {
        let y = top + tall * row as f32;
        for (side, (label, value)) in pair.iter().enumerate() {
            let [a, b, c] = [stops[side * 2], stops[side * 2 + 1], stops[side * 2 + 2]];
            pen.sheet.fill([a, y, b, y + tall], shade);
            desk::put(
                &mut pen.sheet,
                faces[0],
                8.5,
                [a + 4.0, y + 12.5, b - a - 8.0],
                label,
            );
            desk::put(
                &mut pen.sheet,
                faces[1],
                9.5,
                [b + 4.0, y + 12.5, c - b - 8.0],
                value,
            );
        }
    }
    let rows = list.len().div_ceil(2);
    let bottom = top + tall * rows as f32;
    for row in 1..rows {
        pen.sheet.rule(left, right, top + tall * row as f32, 0.5);
    }
    for stop in &stops[1..4] {
        pen.sheet.upright(*stop, top, bottom, 0.5);
    }
    pen.sheet.frame([left, top, right, bottom], 1.0);
    pen.y = bottom + 20.0;
}

/// The reasons, ticked.
fn reasons(rng: &mut Rng, pen: &mut Pen) {
    pen.strong("Your form and its enclosures are returned because of each reason marked below:");
    pen.gap(3.0);
    let marked = rng.below(6);
    for (place, reason) in REASONS.iter().enumerate() {
        let on = place == marked || (place < 7 && rng.chance(0.15));
        pen.tick(18.0, on, reason);
        pen.gap(1.5);
    }
    pen.gap(8.0);
}

/// The table of payments, with numbers of a bank.
fn payments(
    rng: &mut Rng,
    sheet: &mut Sheet,
    faces: [Face; 2],
    edges: [f32; 2],
    top: f32,
) -> (f32, String) {
    let [left, right] = edges;
    let width = right - left;
    let stops = [0.0, 0.2, 0.48, 0.74, 1.0].map(|share| left + width * share);
    let heads = [
        "Payment",
        "Account no. at your bank",
        "Tracking ID",
        "Amount returned",
    ];
    let amount = words::dollars(rng);
    let kind = rng.pick(&["Check 1042", "Money order", "Card, G-1450", "Check 377"]);
    let row = [
        kind.to_string(),
        words::twelve(rng),
        rng.digits(8),
        amount.clone(),
    ];
    for place in 0..4 {
        let span = stops[place + 1] - stops[place] - 8.0;
        desk::put(
            sheet,
            faces[1],
            8.5,
            [stops[place] + 4.0, top + 11.0, span],
            heads[place],
        );
        desk::put(
            sheet,
            faces[0],
            9.0,
            [stops[place] + 4.0, top + 26.0, span],
            &row[place],
        );
    }
    sheet.rule(left, right, top, 0.8);
    sheet.rule(left, right, top + 15.0, 0.4);
    sheet.rule(left, right, top + 31.0, 0.8);
    (top + 50.0, amount)
}

/// The heading: the agency, the place, the title.
fn heading(rng: &mut Rng, pen: &mut Pen, office: &words::Office) -> String {
    let [plain, heavy] = [pen.regular(), pen.heavy()];
    let title = rng.pick(&[
        "REJECTION NOTICE",
        "Rejection Notice",
        "NOTICE OF REJECTION",
    ]);
    pen.sheet.write(
        heavy,
        11.0,
        pen.left,
        50.0,
        "U.S. Citizenship and Immigration Services",
    );
    pen.sheet.write(
        plain,
        8.5,
        pen.left,
        61.0,
        &format!("Intake Desk, {}", office[0]),
    );
    pen.sheet.write(
        plain,
        8.5,
        pen.left,
        71.0,
        &format!("{}, {}", office[1], office[2]),
    );
    pen.sheet
        .flush_right(plain, 8.5, pen.right, 50.0, "Form I-797C, Notice of Action");
    pen.sheet.flush_right(heavy, 14.0, pen.right, 70.0, title);
    pen.y = 100.0;
    title.into()
}

/// A field office sends a form back.
pub(super) fn four_columns(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::LiberationSans,
        Family::Helvetica,
        Family::FreeSans,
        Family::LiberationSerif,
    ]);
    let mut pen = Pen::new(family, [54.0, 558.0], 50.0, 10.0);
    let days = Days::draw(rng);
    let mut truth = NoticeTruth {
        form: "I-797C".into(),
        ..Default::default()
    };
    truth.fields.case_type = Some(case.form_code.into());
    truth.fields.notice_date = Some(days.print(&case.noticed));
    let office = words::field_office(rng);
    let title = heading(rng, &mut pen, &office);
    truth.fields.notice_type = Some(title);
    for text in [&case.filer.name(), &case.address[0], &case.address[1]] {
        pen.line(text);
    }
    pen.gap(10.0);
    let list = cells(rng, case, &mut truth, days);
    let entries = if rng.chance(0.4) {
        Face::regular(Family::Courier)
    } else {
        pen.heavy()
    };
    let faces = [pen.regular(), entries];
    table(&mut pen, &list, faces, rng.pick(&[0.9, 0.94, 1.0]));
    reasons(rng, &mut pen);
    if rng.chance(0.75) {
        let edges = [pen.left, pen.right];
        let faces = [pen.regular(), pen.heavy()];
        let (y, amount) = payments(rng, &mut pen.sheet, faces, edges, pen.y);
        pen.y = y;
        truth.fields.amount = Some(amount);
    }
    closing(rng, &mut pen, truth.account_cell == Default::default());
    Drawing {
        sheets: vec![pen.sheet],
        truth,
    }
}

/// The last words, with a footnote.
fn closing(rng: &mut Rng, pen: &mut Pen, gone: bool) {
    pen.para(
        "A rejected form does not keep a filing date, and the rejection cannot be appealed. You \
         may send the form again when the mistake has been mended. Send the whole form, a new \
         payment and a copy of this notice.",
    );
    if rng.chance(0.6) {
        let text = words::talk(rng, gone);
        pen.para(&text);
    }
    let text = words::contact(rng);
    pen.para(&text);
    words::fill(rng, pen, 745.0);
    pen.foot(
        7.5,
        764.0,
        [
            "I-797C (Rejection)",
            "",
            rng.pick(&["Page 1", "1 of 1", ""]),
        ],
    );
}
