//! An approval on security paper with an arrival record to tear off; captions under values.
use super::kit::{self, Own, Style};
use super::words;
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Labels of the account caption.
const LABELS: &[&str] = &[
    "USCIS Online Account Number (filer)",
    "Filer's USCIS acct. no. (online)",
    "USCIS Online Acct ID of filer",
    "Online account number with USCIS",
];

/// The case with a form that fits an extension of stay.
fn extension(case: &Case) -> Case {
    let mut case = case.clone();
    if case.is_petition {
        case.form_code = "I-129";
        case.title = "PETITION FOR A NONIMMIGRANT WORKER";
    } else {
        case.form_code = "I-539";
        case.title = "APPLICATION TO EXTEND/CHANGE NONIMMIGRANT STATUS";
    }
    case
}

/// Microprint between the parts, and a banner.
fn paper(sheet: &mut Sheet, family: Family) {
    let micro = "USCIS NOTICE OF ACTION ".repeat(16);
    for y in [62.0, 520.0] {
        sheet.write_shaded(Face::regular(family), 2.4, 40.0, y, &micro, 0.45);
    }
    sheet.fill([36.0, 30.0, 576.0, 54.0], 0.86);
    sheet.centred(
        Face::bold(family),
        14.0,
        306.0,
        47.0,
        "THE UNITED STATES OF AMERICA",
    );
}

/// The rows of values with captions under them.
fn facts(rng: &mut Rng, case: &Case, own: &Own, truth: &mut NoticeTruth) -> Vec<[String; 2]> {
    let mut list: Vec<[String; 2]> = vec![
        [case.receipt.clone(), "Receipt Number".into()],
        [
            format!("{} {}", case.form_code.replace('-', ""), case.title),
            "Case Type".into(),
        ],
        [case.received.numeric(), "Received Date".into()],
        [case.noticed.numeric(), "Notice Date".into()],
        [case.filer.listed(), kit::role(case).into()],
    ];
    if case.is_petition {
        list.push([case.beneficiary.listed(), "Beneficiary".into()]);
    }
    list.push([kit::a_number(rng, &case.beneficiary), "A-Number".into()]);
    truth.prints_a_number(&case.beneficiary.a_number);
    if own.labelled() {
        list.insert(
            rng.between(1, 4) as usize,
            [own.text().into(), rng.pick(LABELS).into()],
        );
    }
    list
}

/// The stub: an arrival record with its own captions.
fn stub(sheet: &mut Sheet, rng: &mut Rng, case: &Case, truth: &mut NoticeTruth, family: Family) {
    let style = Style::new(family, 7.0, 10.0, true);
    let record = format!("{} 01", rng.digits(9));
    let from = case.noticed.numeric();
    let to = case.noticed.later(24, 0).numeric();
    let worker = rng.pick(&["H1B", "L1A", "O1", "TN1"]);
    let visitor = rng.pick(&["F1", "B2", "H4", "J1"]);
    let class = if case.is_petition { worker } else { visitor };
    truth.fields.i94_number = Some(record.clone());
    truth.fields.valid_from = Some(from.clone());
    truth.fields.valid_to = Some(to.clone());
    truth.fields.class = Some(class.into());
    let mut x = 40.0;
    while x < 570.0 {
        sheet.rule(x, x + 6.0, 530.0, 0.6);
        x += 10.0;
    }
    sheet.write(
        Face::italic(family),
        7.0,
        40.0,
        541.0,
        "Detach this half for personal records",
    );
    let strong = Face::bold(family);
    sheet.write(
        strong,
        10.0,
        320.0,
        556.0,
        &format!("Receipt # {}", case.receipt),
    );
    let cells = [
        ("I-94#", record.as_str()),
        ("NAME", &case.beneficiary.listed()),
        ("CLASS", class),
        ("VALID FROM", &from),
        ("UNTIL", &to),
    ];
    for (n, (label, value)) in cells.iter().enumerate() {
        let at = [320.0, 574.0 + 17.0 * n as f32];
        style.beside(sheet, at, 390.0, label, value);
    }
    sheet.frame([312.0, 544.0, 576.0, 654.0], 0.8);
    let (place, street, city) = words::office(rng);
    kit::lines(
        sheet,
        (Face::regular(family), 8.5),
        [40.0, 590.0],
        11.0,
        &[place, street, city],
    );
    kit::bars(sheet, 40.0, 630.0, 24.0, &case.receipt);
}

/// The approval with an arrival record.
pub(super) fn crag(rng: &mut Rng, case: &Case) -> Drawing {
    let case = &extension(case);
    let family = kit::type_family(rng);
    let mut truth = kit::begin(case, "I-797A");
    kit::note_people(&mut truth, case, true);
    truth.fields.received_date = Some(case.received.numeric());
    truth.fields.notice_date = Some(case.noticed.numeric());
    truth.fields.notice_type = Some("Approval Notice".into());
    let own = Own::choose(rng, case, 44, 11);
    own.note(&mut truth, case);
    let face = Face::regular(family);
    let mut sheet = Sheet::letter(family);
    paper(&mut sheet, family);
    let title = "Form I-797A, Notice of Action - Approval Notice";
    sheet.centred(Face::bold(family), 11.0, 306.0, 80.0, title);
    let style = Style::new(family, 6.6, 9.8, false);
    let list = facts(rng, case, &own, &mut truth);
    let mut bottom = 0.0;
    for (n, [value, caption]) in list.iter().enumerate() {
        let x = 40.0 + 272.0 * (n % 2) as f32;
        let y = 108.0 + 28.0 * (n / 2) as f32;
        style.over(&mut sheet, [x, y], 250.0, caption, value);
        sheet.rule(x, x + 255.0, y + 2.5, 0.4);
        bottom = y + 34.0;
    }
    let name = case.attorney.0.as_str();
    let address = &case.address;
    let to = [name, case.attorney.1.as_str(), &address[0], &address[1]];
    let mut y = kit::lines(&mut sheet, (face, 10.0), [60.0, bottom], 13.0, &to) + 14.0;
    if rng.chance(0.5) && case.noticed.year >= 2013 {
        let digits = case::account(rng);
        let line = format!("Attorney's own USCIS online account number: {digits}");
        sheet.write(face, 8.5, 60.0, y - 8.0, &line);
        truth.prints_representative_account(&digits);
        y += 12.0;
    }
    let count = rng.between(2, 4) as usize;
    for text in words::bodies(rng, count) {
        y = sheet.paragraph(face, 9.5, 40.0, y, 532.0, text) + 6.0;
    }
    let on_file = if case.is_petition {
        format!("Employer FEIN on file: {}-{}", rng.digits(2), rng.digits(7))
    } else {
        format!("Card last issued to you: MSC{}", rng.digits(10))
    };
    sheet.write(face, 8.5, 40.0, y + 4.0, &on_file);
    stub(&mut sheet, rng, case, &mut truth, family);
    sheet.write(face, 7.0, 40.0, 755.0, "Form I-797A (Rev. 10/31/05) N");
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}
