//! An upper-case receipt as lockboxes print it: shaded label strips, a window for the address.
use super::kit;
use super::matter;
use super::world::{self, Dated, Own};
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// The faces of a page: text and figures.
struct Type {
    text: Family,
    value: Face,
}

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let text = rng.pick(&[Family::LiberationSans, Family::Helvetica, Family::FreeSans]);
    let figures = rng.pick(&[Family::LiberationMono, Family::Courier, text]);
    let faces = Type {
        text,
        value: Face::regular(figures),
    };
    let mut truth = world::truth_of("I-797C");
    let mut sheet = Sheet::letter(text);
    head(&mut sheet, &faces);
    window(rng, &mut sheet, &faces, case);
    let pairs = pairs(rng, case, &mut truth);
    let y = strips(rng, &mut sheet, &faces, &pairs);
    let y = payment(rng, &mut sheet, &faces, &mut truth, y.max(280.0) + 22.0);
    body(rng, &mut sheet, &faces, y + 16.0);
    foot(rng, &mut sheet, &faces, case);
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// Agency and form.
fn head(sheet: &mut Sheet, faces: &Type) {
    let bold = Face::bold(faces.text);
    sheet.write(
        bold,
        12.0,
        36.0,
        44.0,
        "U.S. Citizenship and Immigration Services",
    );
    sheet.write(
        Face::regular(faces.text),
        7.5,
        36.0,
        55.0,
        "Department of Homeland Security",
    );
    sheet.flush_right(bold, 10.0, 576.0, 44.0, "I-797C  |  NOTICE OF ACTION");
    sheet.fill([36.0, 61.0, 576.0, 64.0], 0.0);
    let banner = "THIS NOTICE DOES NOT GRANT ANY IMMIGRATION STATUS OR BENEFIT.";
    sheet.write(bold, 8.0, 36.0, 76.0, banner);
}

/// The address behind the window of the envelope.
fn window(rng: &mut Rng, sheet: &mut Sheet, faces: &Type, case: &Case) {
    let sort = format!("{} 1 MB 0.{} *AUTO**5-DIGIT", rng.digits(6), rng.digits(3));
    sheet.write(Face::regular(faces.text), 6.5, 48.0, 128.0, &sort);
    kit::mail_bars(rng, sheet, 48.0, 138.0);
    let lines = [
        case.filer.name(),
        case.address[0].clone(),
        case.address[1].clone(),
    ];
    kit::stack(sheet, faces.value, 9.5, [48.0, 156.0], &lines);
}

/// Labels and values in reading order, two a row; an empty second label means a full row.
fn pairs(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Vec<[(String, String); 2]> {
    let dated = rng.pick(&[Dated::Long, Dated::Long, Dated::Capital, Dated::Numeric]);
    let kind = rng.pick(&["Receipt", "RECEIPT", "Receipt Notice"]);
    let noticed = dated.print(&case.noticed);
    let received = dated.print(&case.received);
    let role = world::role(case.title);
    let pair = |label: &str, value: String| (label.to_string(), value);
    let receipt = world::receipt(rng, &case.receipt, truth);
    let alien = world::alien(rng, &case.filer, truth);
    let born = pair("DATE OF BIRTH", dated.print(&case.filer.born));
    let own = own_pair(rng, case, truth);
    let page = pair("PAGE", "1 of 1".into());
    truth.fields.notice_type = Some(kind.into());
    truth.fields.notice_date = Some(noticed.clone());
    truth.fields.received_date = Some(received.clone());
    truth.fields.case_type = Some(case.form_code.into());
    let title = format!("{}, {}", case.form_code, world::gentle(case.title));
    let mut rows = vec![
        [
            pair("NOTICE TYPE", kind.into()),
            pair("NOTICE DATE", noticed),
        ],
        [pair("CASE TYPE", title), Default::default()],
        [
            pair("RECEIPT NUMBER", receipt),
            pair("RECEIVED DATE", received),
        ],
    ];
    if rng.chance(0.6) {
        let name = case.filer.listed();
        world::note_filer(truth, role, &name);
        rows.push([pair(&role.to_uppercase(), name), born.clone()]);
        rows.push([pair("USCIS ALIEN NUMBER", alien), page]);
    } else {
        rows.push([pair("USCIS ALIEN NUMBER", alien), born]);
    }
    rows.extend(own.map(|own| [own, Default::default()]));
    if case.is_petition && rng.chance(0.5) {
        let name = case.beneficiary.listed();
        truth.fields.beneficiary = Some(name.clone());
        rows.push([pair("BENEFICIARY", name), Default::default()]);
    }
    rows
}

/// The account's label and value, where the notice has them.
fn own_pair(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Option<(String, String)> {
    let own = world::own(rng, 45, 20);
    let number = world::own_number(rng, own, case, truth);
    let label = rng.pick(&[
        "USCIS ONLINE ACCOUNT NUMBER",
        "USCIS ELIS ACCOUNT NUMBER",
        "ONLINE ACCOUNT NO. OF FILER",
        "USCIS ONLINE ACCT NBR",
        "MY USCIS ACCOUNT NUMBER",
    ]);
    (own != Own::Missing).then(|| (label.into(), number))
}

/// The rows at the right: a shaded strip for the labels, the values under it.
fn strips(rng: &mut Rng, sheet: &mut Sheet, faces: &Type, rows: &[[(String, String); 2]]) -> f32 {
    let bold = Face::bold(faces.text);
    let left = rng.uniform(290.0, 304.0);
    let right = 576.0;
    let middle = (left + right) / 2.0 + 8.0;
    let shaded = rng.chance(0.6);
    let mut y = 88.0;
    for [first, second] in rows {
        let alone = second.0.is_empty();
        if shaded {
            sheet.fill([left, y, right, y + 9.5], 0.86);
        } else {
            sheet.rule(left, right, y, 0.5);
        }
        sheet.write(bold, 6.5, left + 3.0, y + 7.2, &first.0);
        sheet.write(bold, 6.5, middle + 3.0, y + 7.2, &second.0);
        let room = if alone { right } else { middle } - left - 8.0;
        let lines = match faces.value.width(&first.1, 9.0) > room && alone {
            true => kit::wrap(faces.value, 8.2, room, &first.1),
            false => vec![first.1.clone()],
        };
        let mut base = y + 19.5;
        for line in &lines {
            kit::fit(sheet, faces.value, 9.0, [left + 3.0, base], room, line);
            base += 10.0;
        }
        kit::fit(
            sheet,
            faces.value,
            9.0,
            [middle + 3.0, y + 19.5],
            124.0,
            &second.1,
        );
        y = base - 4.5;
    }
    sheet.rule(left, right, y, 0.6);
    y
}

/// The sums, and the number under which the bank booked them.
fn payment(
    rng: &mut Rng,
    sheet: &mut Sheet,
    faces: &Type,
    truth: &mut NoticeTruth,
    top: f32,
) -> f32 {
    sheet.write(
        Face::bold(faces.text),
        9.0,
        36.0,
        top,
        "PAYMENT INFORMATION:",
    );
    let base = world::fee(rng);
    let print = if rng.chance(0.7) { 85 } else { 0 };
    let total = world::dollars(base + print);
    let mut lines = vec![("Application Fee:".to_string(), world::dollars(base))];
    if print > 0 {
        lines.push(("Biometrics Fee:".into(), world::dollars(print)));
    }
    let name = rng.pick(&[
        "Total Amount Received:",
        "TOTAL AMOUNT PAID:",
        "Amount Received:",
    ]);
    lines.push((name.into(), total.clone()));
    lines.push(("Total Balance Due:".into(), "$0.00".into()));
    truth.fields.amount = Some(total);
    if rng.chance(0.65) {
        let label = rng.pick(&[
            "Payment Tracking ID:",
            "Agency Tracking ID:",
            "Check Ref. No.:",
        ]);
        lines.push((label.into(), case::account(rng)));
    }
    let mut y = top + 14.0;
    for (label, value) in lines {
        sheet.write(Face::regular(faces.text), 9.0, 48.0, y, &label);
        sheet.flush_right(faces.value, 9.0, 290.0, y, &value);
        y += 12.5;
    }
    sheet.rule(36.0, 576.0, y, 0.5);
    y
}

/// The body's paragraphs.
fn body(rng: &mut Rng, sheet: &mut Sheet, faces: &Type, y: f32) {
    let mut texts = vec![
        "We received your form and are reviewing it. This is proof of the date on which it \
         reached us, and of the fee. It is not proof that you are eligible for what you ask for.",
    ];
    texts.extend(matter::some(rng, matter::LOCKBOX, 4));
    let size = rng.pick(&[9.2, 9.8, 10.4]);
    kit::prose(
        sheet,
        Face::regular(faces.text),
        size,
        [36.0, y],
        540.0,
        &texts,
    );
}

/// Office and barcode.
fn foot(rng: &mut Rng, sheet: &mut Sheet, faces: &Type, case: &Case) {
    let office = world::office(rng, &case.receipt);
    let lines = [office.name, office.street, office.city];
    kit::stack(sheet, Face::regular(faces.text), 8.0, [36.0, 724.0], &lines);
    kit::bars_right(sheet, 576.0, 716.0, 24.0, &case.receipt);
    sheet.flush_right(
        Face::regular(faces.text),
        7.0,
        576.0,
        758.0,
        "Form I-797C 06/17/20 E",
    );
}
