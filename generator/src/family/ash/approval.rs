//! An approval with a panel "Your numbers", unruled pairs in two columns, and an I-94 to tear off.
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

use super::desk::{self, Days, Own, Pen};
use super::words;

/// Labels of the filer's own account in the panel.
const OWN: [&str; 6] = [
    "USCIS online account",
    "Filer\u{2019}s USCIS online account no.",
    "Online account number",
    "USCIS Online Acct. No. (filer)",
    "USCIS account number",
    "Your USCIS online account number",
];

/// The case as an approval of status: Form I-129 with a beneficiary, or Form I-539.
fn status_case(case: &Case) -> Case {
    let mut own = case.clone();
    (own.form_code, own.title) = if case.is_petition {
        ("I-129", "PETITION FOR A NONIMMIGRANT WORKER")
    } else {
        ("I-539", "APPLICATION TO EXTEND/CHANGE NONIMMIGRANT STATUS")
    };
    own
}

/// Pairs of label and value for the two columns.
fn pairs(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth, days: Days) -> Vec<(String, String)> {
    let [received, noticed] = [days.print(&case.received), days.print(&case.noticed)];
    let class = if case.is_petition {
        rng.pick(&["H1B", "L1A", "O1", "TN", "E3"])
    } else {
        rng.pick(&["B2", "F1", "H4", "L2", "F2"])
    };
    let from = case.noticed.later(0, rng.between(0, 20));
    let to = from.later(rng.pick(&[6, 12, 24, 36]), 0);
    let [from, to] = [days.print(&from), days.print(&to)];
    let amount = words::dollars(rng);
    truth.fields.received_date = Some(received.clone());
    truth.fields.class = Some(class.into());
    truth.fields.valid_from = Some(from.clone());
    truth.fields.valid_to = Some(to.clone());
    truth.fields.amount = Some(amount.clone());
    let listed = case.filer.listed();
    desk::note_filer(truth, case, &listed);
    let mut list = vec![
        ("Notice type".into(), "Approval Notice".into()),
        ("Notice date".into(), noticed),
        ("Received date".into(), received),
        ("Class".into(), class.into()),
        ("Valid from".into(), from),
        ("Valid until".into(), to),
        (words::role(case).into(), listed),
        ("Amount received".into(), amount),
    ];
    if case.is_petition {
        let listed = case.beneficiary.listed();
        truth.fields.beneficiary = Some(listed.clone());
        list.push(("Beneficiary".into(), listed));
        if rng.chance(0.5) {
            let number = format!("{}-{}", rng.digits(2), rng.digits(7));
            list.push(("Employer ID (FEIN)".into(), number));
        }
    }
    if rng.chance(0.4) {
        let (label, value) = words::payment(rng);
        list.push((label.into(), value));
    }
    list
}

/// Draws the pairs in two columns without rules.
fn columns(pen: &mut Pen, faces: [Face; 2], list: &[(String, String)], under: bool) {
    let half = list.len().div_ceil(2);
    let tall = if under { 24.0 } else { 15.0 };
    let width = (pen.right - pen.left) / 2.0;
    for (place, (label, value)) in list.iter().enumerate() {
        let x = pen.left + width * (place / half) as f32;
        let y = pen.y + tall * (place % half) as f32;
        let at = if under {
            [x, y + 10.5, width - 12.0]
        } else {
            [x + 92.0, y, width - 100.0]
        };
        desk::put(
            &mut pen.sheet,
            faces[0],
            8.0,
            [x, y, 86.0_f32.max(at[2] - 100.0)],
            label,
        );
        desk::put(&mut pen.sheet, faces[1], 9.5, at, value);
    }
    pen.y += tall * half as f32 + 6.0;
}

/// The rows of the panel.
fn panel_rows(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Vec<(String, String)> {
    let mut list = vec![(
        rng.pick(&["Receipt number", "Receipt No.", "Receipt"])
            .to_string(),
        desk::printed_receipt(rng, &case.receipt),
    )];
    let person = if case.is_petition {
        &case.beneficiary
    } else {
        &case.filer
    };
    let number = desk::a_text(rng, truth, &person.a_number);
    let label = if case.is_petition {
        "A-Number (beneficiary)"
    } else {
        "A-Number (applicant)"
    };
    list.push((label.into(), number));
    let own = desk::own(rng, case, 45, 15);
    if let Some(text) = desk::account_text(rng, case, own, truth) {
        let place = rng.below(list.len() + 1);
        list.insert(place, (rng.pick(&OWN).into(), text));
    }
    if rng.chance(0.35) {
        let digits = case::account(rng);
        truth.prints_representative_account(&digits);
        let label = rng.pick(&[
            "Attorney\u{2019}s USCIS online account no.",
            "Attorney online account",
        ]);
        list.push((label.into(), digits));
    } else if own == Own::Gone && rng.chance(0.5) {
        list.push(("Form I-20 SEVIS ID".into(), format!("N{}", rng.digits(10))));
    }
    list
}

/// Draws the panel.
fn panel(rng: &mut Rng, pen: &mut Pen, list: &[(String, String)]) {
    let [plain, heavy] = [pen.regular(), pen.heavy()];
    let [l, r] = [pen.left, pen.right];
    let top = pen.y - 8.0;
    let bottom = top + 20.0 + 15.0 * list.len() as f32 + 4.0;
    pen.sheet.fill([l, top, r, top + 16.0], 0.15);
    let title = rng.pick(&["Your numbers", "NUMBERS TO KEEP", "Reference numbers"]);
    pen.sheet
        .write_shaded(heavy, 9.0, l + 6.0, top + 11.5, title, 1.0);
    let stop = l + 210.0;
    for (row, (label, value)) in list.iter().enumerate() {
        let y = top + 29.0 + 15.0 * row as f32;
        desk::put(
            &mut pen.sheet,
            plain,
            9.5,
            [l + 6.0, y, stop - l - 12.0],
            label,
        );
        desk::put(
            &mut pen.sheet,
            heavy,
            10.0,
            [stop, y, r - stop - 6.0],
            value,
        );
    }
    pen.sheet.frame([l, top, r, bottom], 0.8);
    pen.y = bottom + 20.0;
}

/// The I-94 at the foot, below a line to tear along.
fn departure_record(
    rng: &mut Rng,
    sheet: &mut Sheet,
    case: &Case,
    family: Family,
    truth: &mut NoticeTruth,
) {
    let [plain, heavy] = [Face::regular(family), Face::bold(family)];
    for step in 0..51 {
        let x = 51.0 + 10.0 * step as f32;
        sheet.rule(x, x + 5.0, 600.0, 0.4);
    }
    sheet.centred(plain, 7.5, 306.0, 611.0, "Detach here for personal records");
    let person = if case.is_petition {
        &case.beneficiary
    } else {
        &case.filer
    };
    let number = format!("{} {}", rng.digits(9), rng.digits(2));
    sheet.write(plain, 7.5, 54.0, 632.0, "I-94#");
    sheet.write(heavy, 11.0, 84.0, 632.0, &number);
    truth.fields.i94_number = Some(number);
    let until = truth.fields.valid_to.clone().unwrap_or_default();
    let class = truth.fields.class.clone().unwrap_or_default();
    let cells = [
        ("Receipt#", case.receipt.clone()),
        ("I-94 valid until", until),
        ("Class", class),
        ("Family name", person.family.clone()),
        ("Given name", person.given.clone()),
        ("Date of birth", person.born.numeric()),
    ];
    for (place, (label, value)) in cells.iter().enumerate() {
        let [x, y] = [
            54.0 + 170.0 * (place % 3) as f32,
            656.0 + 34.0 * (place / 3) as f32,
        ];
        sheet.write(plain, 7.0, x, y, label);
        desk::put(sheet, plain, 10.0, [x, y + 12.0, 160.0], value);
    }
    sheet.frame([46.0, 618.0, 566.0, 716.0], 0.6);
}

/// The banner and the microprint of the security paper.
fn banner(rng: &mut Rng, pen: &mut Pen, office: &words::Office) {
    let [plain, heavy] = [pen.regular(), pen.heavy()];
    pen.sheet
        .centred(heavy, 14.0, 306.0, 44.0, "THE UNITED STATES OF AMERICA");
    let line = words::microprint(230);
    desk::put(&mut pen.sheet, plain, 3.0, [54.0, 50.0, 504.0], &line);
    let form = rng.pick(&["Form I-797A, Notice of Action", "I-797A | NOTICE OF ACTION"]);
    pen.sheet.write(heavy, 10.0, pen.left, 68.0, form);
    let place = format!("{}, {}", office[1], office[2]);
    pen.sheet
        .flush_right(plain, 8.0, pen.right, 64.0, &format!("USCIS {}", office[0]));
    pen.sheet.flush_right(plain, 8.0, pen.right, 73.0, &place);
    pen.y = 98.0;
}

/// An approval with a stub.
pub(super) fn numbers_panel(rng: &mut Rng, case: &Case) -> Drawing {
    let case = &status_case(case);
    let family = rng.pick(&[
        Family::Helvetica,
        Family::LiberationSansNarrow,
        Family::LiberationSerif,
        Family::DejaVuSansCondensed,
    ]);
    let mut pen = Pen::new(family, [54.0, 558.0], 60.0, 9.5);
    let days = rng.pick(&[Days::Numeric, Days::Numeric, Days::Long]);
    let mut truth = desk::truth_of(case, "I-797A", &days.print(&case.noticed));
    truth.fields.notice_type = Some("Approval Notice".into());
    let office = words::field_office(rng);
    banner(rng, &mut pen, &office);
    let heavy = pen.heavy();
    let kind = format!("{} - {}", case.form_code, case.title);
    desk::put(&mut pen.sheet, heavy, 10.5, [pen.left, pen.y, 504.0], &kind);
    pen.gap(24.0);
    let list = pairs(rng, case, &mut truth, days);
    let rows = panel_rows(rng, case, &mut truth);
    let entries = rng.pick(&[family, Family::Courier]);
    let faces = [pen.regular(), Face::regular(entries)];
    let under = rng.chance(0.5);
    if rng.chance(0.5) {
        panel(rng, &mut pen, &rows);
        columns(&mut pen, faces, &list, under);
    } else {
        columns(&mut pen, faces, &list, under);
        pen.gap(8.0);
        panel(rng, &mut pen, &rows);
    }
    prose(
        rng,
        &mut pen,
        case,
        truth.account_cell == Default::default(),
    );
    departure_record(rng, &mut pen.sheet, case, family, &mut truth);
    pen.foot(
        7.5,
        762.0,
        [
            "Form I-797A",
            "See back for additional information",
            "1 of 1",
        ],
    );
    Drawing {
        sheets: vec![pen.sheet],
        truth,
    }
}

/// The address and the prose.
fn prose(rng: &mut Rng, pen: &mut Pen, case: &Case, gone: bool) {
    pen.gap(6.0);
    for text in [&case.filer.name(), &case.address[0], &case.address[1]] {
        pen.line(text);
    }
    pen.gap(10.0);
    pen.para(
        "The above has been approved. The lower part of this notice replaces the Form I-94 of the \
         person named there. The approval does not by itself grant leave to work.",
    );
    if rng.chance(0.5) {
        let text = words::talk(rng, gone);
        pen.para(&text);
    }
    let text = words::contact(rng);
    pen.para(&text);
    words::fill(rng, pen, 590.0);
    debug_assert!(pen.y < 600.0, "the prose runs into the stub");
}
