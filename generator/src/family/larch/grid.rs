//! A title-case grid of two to three rows, with a second page of general advice.
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
    "USCIS Online Account No.",
    "Filer's USCIS Online Account",
    "USCIS Acct. Number (online)",
    "my.USCIS Account Number",
    "Your Online Account No. (USCIS)",
];

/// The head of the page; returns the top of the grid.
fn head(sheet: &mut Sheet, department: [&str; 2], form: &str, style: &Style) -> f32 {
    let [one, two] = department;
    let family = style.label.0;
    sheet.write(family, 7.5, 36.0, 40.0, one);
    sheet.write(family, 7.5, 36.0, 50.0, two);
    let title = format!("Form {form}, Notice of Action");
    sheet.flush_right(style.value.0, 12.0, 576.0, 48.0, &title);
    if form == "I-797C" {
        let line = "THIS NOTICE DOES NOT GRANT ANY IMMIGRATION STATUS OR BENEFIT.";
        sheet.frame([36.0, 58.0, 576.0, 74.0], 0.8);
        sheet.centred(style.value.0, 8.5, 306.0, 69.0, line);
    } else {
        sheet.fill([36.0, 58.0, 576.0, 74.0], 0.85);
        sheet.centred(
            style.value.0,
            10.0,
            306.0,
            70.0,
            "THE UNITED STATES OF AMERICA",
        );
    }
    80.0
}

/// The cells of the grid, row by row.
fn cells(rng: &mut Rng, case: &Case, own: &Own, truth: &mut NoticeTruth) -> Vec<[String; 2]> {
    let number = kit::a_number(rng, &case.filer);
    let kind = format!("{} - {}", case.form_code.replace('-', ""), case.title);
    let mut cells = vec![["Receipt Number".into(), case.receipt.clone()]];
    if own.labelled() {
        cells.push([rng.pick(LABELS).into(), own.text().into()]);
    }
    cells.push(["Case Type".into(), kind]);
    let received = rng.pick(&["Received Date", "Date Received", "Receipt Date"]);
    cells.push([received.into(), case.received.numeric()]);
    let dated = rng.chance(0.4);
    let priority = if dated {
        case.priority.numeric()
    } else {
        String::new()
    };
    truth.fields.priority_date = dated.then(|| priority.clone());
    cells.push(["Priority Date".into(), priority]);
    cells.push([format!("{} {number}", kit::role(case)), case.filer.listed()]);
    truth.prints_a_number(&case.filer.a_number);
    cells.push(["Notice Date".into(), case.noticed.numeric()]);
    cells.push(["Page".into(), "1 of 2".into()]);
    if case.is_petition {
        let number = kit::a_number(rng, &case.beneficiary);
        cells.push([format!("Beneficiary {number}"), case.beneficiary.listed()]);
        truth.prints_a_number(&case.beneficiary.a_number);
    } else {
        cells.push(["Office".into(), words::office(rng).0.into()]);
    }
    cells
}

/// Draws the rows; returns their bottom.
fn rows(sheet: &mut Sheet, style: &Style, top: f32, edges: [f32; 3], all: &[[String; 2]]) -> f32 {
    let height = style.value.1 * 1.25 + style.label.1 + 7.0;
    let first = all.len() - 6;
    for (n, [label, value]) in all.iter().enumerate() {
        let (row, column) = match n.checked_sub(first) {
            Some(rest) => (1 + rest / 3, rest % 3),
            None => (0, n),
        };
        let last = if row == 0 { first - 1 } else { 2 };
        let right = if column == last {
            576.0
        } else {
            edges[column + 1]
        };
        let y = top + height * row as f32;
        sheet.frame([edges[column], y, right, y + height], 0.6);
        let at = [edges[column] + 4.0, y + style.label.1 + 2.0];
        style.under(sheet, at, right - edges[column] - 8.0, label, value);
    }
    top + height * 3.0
}

/// The right-hand block of notice type and amounts.
fn block(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    truth: &mut NoticeTruth,
    setting: (Family, f32),
) {
    let (family, y) = setting;
    let style = Style::new(family, 9.0, 9.0, true);
    let kind = if truth.form == "I-797C" {
        "Receipt Notice"
    } else {
        "Approval Notice"
    };
    truth.fields.notice_type = Some(kind.into());
    style.beside(sheet, [330.0, y], 410.0, "Notice Type:", kind);
    if truth.form == "I-797C" {
        let amount = rng.pick(&["$460.00 U.S.", "$1,225.00 U.S.", "$675.00 U.S."]);
        truth.fields.amount = Some(amount.into());
        style.beside(sheet, [330.0, y + 13.0], 410.0, "Amount received:", amount);
        let tracking = kit::stranger(rng, case);
        style.beside(
            sheet,
            [330.0, y + 26.0],
            410.0,
            "Pay.gov Track. ID:",
            &tracking,
        );
    } else {
        let section = rng.pick(&["Spouse of U.S. citizen, 201(b) INA", "203(b)(2) INA"]);
        truth.fields.section = Some(section.into());
        style.beside(sheet, [330.0, y + 13.0], 410.0, "Section:", section);
        let case_number = format!("NVC case GUZ{}", rng.digits(10));
        style.beside(
            sheet,
            [330.0, y + 26.0],
            410.0,
            "Consulate file:",
            &case_number,
        );
    }
}

/// The second page.
fn reverse(
    rng: &mut Rng,
    case: &Case,
    style: &Style,
    head_of: ([&str; 2], &str),
    labelled: bool,
) -> Sheet {
    let mut sheet = Sheet::letter(Family::Helvetica);
    let (department, form) = head_of;
    head(&mut sheet, department, form, style);
    style.under(
        &mut sheet,
        [40.0, 90.0],
        150.0,
        "Receipt Number",
        &case.receipt,
    );
    style.under(
        &mut sheet,
        [240.0, 90.0],
        150.0,
        "Notice Date",
        &case.noticed.numeric(),
    );
    style.under(&mut sheet, [440.0, 90.0], 130.0, "Page", "2 of 2");
    sheet.rule(36.0, 576.0, 108.0, 0.8);
    let mut y = 130.0;
    let count = rng.between(4, 8) as usize;
    for text in words::bodies(rng, count) {
        y = sheet.paragraph(style.label.0, 9.0, 40.0, y, 530.0, text) + 6.0;
    }
    sheet.paragraph(
        style.label.0,
        9.0,
        40.0,
        y,
        530.0,
        words::remark(rng, labelled),
    );
    sheet
}

/// The title-case grid.
pub(super) fn ridge(rng: &mut Rng, case: &Case) -> Drawing {
    let family = kit::type_family(rng);
    let form = rng.pick(&["I-797C", "I-797C", "I-797"]);
    let mut truth = kit::begin(case, form);
    kit::note_people(&mut truth, case, true);
    truth.fields.received_date = Some(case.received.numeric());
    truth.fields.notice_date = Some(case.noticed.numeric());
    let style = Style::new(
        family,
        rng.uniform(6.0, 7.2),
        rng.uniform(8.0, 9.4),
        rng.chance(0.4),
    );
    let own = Own::choose(rng, case, 40, 20);
    own.note(&mut truth, case);
    let mut sheet = Sheet::letter(family);
    let department = words::department(rng);
    let top = head(&mut sheet, department, form, &style);
    let edges = [36.0, rng.uniform(165.0, 190.0), rng.uniform(315.0, 335.0)];
    let all = cells(rng, case, &own, &mut truth);
    let y = rows(&mut sheet, &style, top, edges, &all) + 40.0;
    let name = case.filer.name();
    let to = [name.as_str(), &case.address[0], &case.address[1]];
    kit::lines(
        &mut sheet,
        (Face::regular(family), 10.0),
        [60.0, y],
        13.0,
        &to,
    );
    block(&mut sheet, rng, case, &mut truth, (family, y));
    let mut y = y + 75.0;
    let count = rng.between(3, 7) as usize;
    for text in words::bodies(rng, count) {
        y = sheet.paragraph(Face::regular(family), 9.5, 40.0, y, 530.0, text) + 7.0;
    }
    let (place, street, city) = words::office(rng);
    let foot = [place, "U. S. CITIZENSHIP & IMMIGRATION SVC", street, city];
    kit::lines(
        &mut sheet,
        (Face::regular(family), 8.0),
        [40.0, 690.0],
        10.0,
        &foot,
    );
    kit::bars(&mut sheet, 380.0, 685.0, 26.0, &case.receipt);
    sheet.flush_right(
        Face::regular(family),
        7.0,
        576.0,
        750.0,
        &format!("Form {form} 04/01/19"),
    );
    let back = reverse(rng, case, &style, (department, form), own.labelled());
    Drawing {
        sheets: vec![sheet, back],
        truth,
    }
}
