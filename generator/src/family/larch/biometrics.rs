//! A biometrics appointment with ruled rows, a stamp box and a list of what to bring.
use super::kit::{self, Own, Style};
use super::words;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Labels of the account cell.
const LABELS: &[&str] = &[
    "ACCOUNT NUMBER",
    "USCIS ACCOUNT #",
    "USCIS ONLINE ACCT #",
    "ONLINE ACCOUNT NO.",
];

/// A row of ruled cells.
fn row(sheet: &mut Sheet, style: &Style, top: f32, edges: &[f32], cells: &[(&str, &str)]) {
    let bottom = top + 27.0;
    for (n, (label, value)) in cells.iter().enumerate() {
        let left = edges[n];
        let right = edges[n + 1];
        sheet.frame([left, top, right, bottom], 0.8);
        style.under(
            sheet,
            [left + 3.0, top + 9.0],
            right - left - 6.0,
            label,
            value,
        );
    }
}

/// The third row: account, A-Number, code and page.
fn numbers(sheet: &mut Sheet, rng: &mut Rng, style: &Style, top: f32, parts: [&str; 3]) {
    let [label, account, alien] = parts;
    let code = rng.pick(&["3", "2", "1"]);
    if label.is_empty() {
        let cells = [("USCIS A#", alien), ("CODE", code), ("PAGE", "1 of 1")];
        row(sheet, style, top, &[36.0, 330.0, 450.0, 576.0], &cells);
    } else {
        let cells = [
            (label, account),
            ("USCIS A#", alien),
            ("CODE", code),
            ("PAGE", "1 of 1"),
        ];
        let edges = rng.pick(&[
            [36.0, 216.0, 390.0, 480.0, 576.0],
            [36.0, 250.0, 400.0, 490.0, 576.0],
        ]);
        row(sheet, style, top, &edges, &cells);
    }
}

/// The place and time of the appointment.
fn appointment(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    truth: &mut NoticeTruth,
    family: Family,
) {
    let date = case.noticed.later(0, 21).numeric();
    let time = rng.pick(&["9:00 AM", "11:00 AM", "1:00 PM", "2:00 PM"]);
    truth.fields.appointment_date = Some(date.clone());
    truth.fields.appointment_time = Some(time.into());
    let face = Face::regular(family);
    let strong = Face::bold(family);
    sheet.frame([36.0, 290.0, 576.0, 362.0], 1.4);
    sheet.write(strong, 8.0, 42.0, 302.0, "APPLICATION SUPPORT CENTER");
    let place = rng.pick(&[
        [
            "USCIS DES MOINES",
            "1200 Locust Street",
            "Des Moines IA 50309-1442",
        ],
        [
            "USCIS ATLANTA",
            "1255 Collier Road NW, Suite 100",
            "Atlanta GA 30318-2231",
        ],
        [
            "USCIS OAKLAND",
            "2040 Telegraph Avenue",
            "Oakland CA 94612-2306",
        ],
    ]);
    kit::lines(sheet, (face, 9.5), [42.0, 318.0], 13.0, &place);
    sheet.write(strong, 8.0, 310.0, 302.0, "DATE AND TIME OF APPOINTMENT");
    sheet.write(face, 12.0, 310.0, 322.0, &date);
    sheet.write(face, 12.0, 310.0, 340.0, time);
}

/// The list of what to bring, with open boxes.
fn bring(sheet: &mut Sheet, rng: &mut Rng, family: Family, top: f32) -> f32 {
    let face = Face::regular(family);
    let items = [
        "THIS APPOINTMENT NOTICE, and",
        "PHOTO IDENTIFICATION such as a passport, driver's license or permanent resident card.",
        "Any other biometrics notices that you have received for a case still open.",
    ];
    let mut y = top;
    sheet.write(
        Face::bold(family),
        9.0,
        40.0,
        y,
        "WHEN YOU APPEAR YOU MUST BRING:",
    );
    for item in items {
        y += 15.0;
        sheet.frame([46.0, y - 7.0, 53.0, y], 0.6);
        sheet.write(face, 9.0, 60.0, y, item);
    }
    let phone = format!(
        "Telephone {}-555-01{} ext. {}",
        515,
        rng.digits(2),
        rng.digits(3)
    );
    sheet.write(face, 9.0, 60.0, y + 15.0, &phone);
    y + 38.0
}

/// The biometrics appointment.
pub(super) fn quay(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::Helvetica,
        Family::LiberationSansNarrow,
        Family::FreeSans,
    ]);
    let mut truth = kit::begin(case, "I-797C");
    let kind = "ASC Appointment Notice";
    truth.fields.notice_type = Some(kind.into());
    truth.fields.notice_date = Some(case.noticed.numeric());
    truth.prints_a_number(&case.filer.a_number);
    let own = Own::choose(rng, case, 41, 34);
    own.note(&mut truth, case);
    let mut sheet = Sheet::letter(family);
    let face = Face::regular(family);
    let style = Style::new(family, 6.8, 9.6, rng.chance(0.3));
    let [one, two] = words::department(rng);
    sheet.write(face, 8.0, 36.0, 40.0, one);
    sheet.write(face, 8.0, 36.0, 50.0, two);
    sheet.flush_right(
        Face::bold(family),
        11.0,
        576.0,
        46.0,
        "I-797C, Notice of Action",
    );
    let banner = "THIS NOTICE DOES NOT GRANT ANY IMMIGRATION STATUS OR BENEFIT.";
    sheet.centred(Face::bold(family), 9.0, 306.0, 70.0, banner);
    let number = rng.pick(&[
        "APPLICATION NUMBER",
        "APPLICATION/PETITION NO.",
        "RECEIPT NUMBER",
    ]);
    let notice_date = case.noticed.numeric();
    let cells = [
        (kind, ""),
        (number, case.receipt.as_str()),
        ("NOTICE DATE", &notice_date),
    ];
    row(
        &mut sheet,
        &style,
        80.0,
        &[36.0, 250.0, 420.0, 576.0],
        &cells,
    );
    let masked = format!("XXX-XX-{}", rng.digits(4));
    let title = format!("{} {}", case.form_code, case.title);
    let cells = [
        ("CASE TYPE", title.as_str()),
        ("SOCIAL SECURITY NUMBER", masked.as_str()),
    ];
    row(&mut sheet, &style, 107.0, &[36.0, 420.0, 576.0], &cells);
    let alien = kit::a_number(rng, &case.filer);
    let label = if own.labelled() { rng.pick(LABELS) } else { "" };
    numbers(&mut sheet, rng, &style, 134.0, [label, own.text(), &alien]);
    let name = case.filer.name();
    let address = &case.address;
    let to = [name.as_str(), &address[0], &address[1]];
    kit::lines(&mut sheet, (face, 10.5), [70.0, 210.0], 14.0, &to);
    kit::bars(&mut sheet, 380.0, 190.0, 28.0, &case.receipt);
    appointment(&mut sheet, rng, case, &mut truth, family);
    let mut y = bring(&mut sheet, rng, family, 385.0);
    for text in words::bodies(rng, 2) {
        y = sheet.paragraph(face, 9.0, 40.0, y, 530.0, text) + 8.0;
    }
    if !own.labelled() {
        sheet.paragraph(face, 9.0, 40.0, y, 530.0, words::remark(rng, false));
    }
    sheet.frame([400.0, 590.0, 576.0, 690.0], 0.6);
    sheet.write(face, 6.5, 404.0, 598.0, "BIOMETRICS PROCESSING STAMP");
    sheet.write(face, 7.0, 36.0, 750.0, "Form I-797C (Rev. 08/31/04) N");
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}
