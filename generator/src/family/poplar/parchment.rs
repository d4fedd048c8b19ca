//! Approval on security paper: microprint, banner, title-case grid, an I-94 to tear off.
use super::matter::*;
use super::tools::*;
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::Family;

const LEFT: f32 = 38.0;
const RIGHT: f32 = 574.0;

/// A cell of the grid.
struct Cell {
    span: [f32; 2],
    label: String,
    right: String,
    value: String,
}

/// Draws a row of cells with ruled borders.
fn row(sheet: &mut Sheet, cuts: Cuts, cells: &[Cell], top: f32, tall: f32) -> f32 {
    for cell in cells {
        sheet.frame([cell.span[0], top, cell.span[1], top + tall], 0.6);
        let x = cell.span[0] + 3.0;
        let end = sheet.write(cuts.plain, 6.4, x, top + 8.0, &cell.label);
        sheet.write(cuts.plain, 7.6, end + 6.0, top + 8.4, &cell.right);
        let width = cell.span[1] - x - 3.0;
        let lines = broken(cuts.bold, 8.2, width, &cell.value);
        if lines.len() > 1 {
            stack(sheet, cuts.bold, 7.4, [x, top + 17.0], 8.4, &lines);
        } else {
            fitted(sheet, cuts.bold, 8.4, [x, top + 19.5], width, &cell.value);
        }
    }
    top + tall
}

/// Makes a cell.
fn cell(left: f32, right: f32, label: &str, beside: &str, value: &str) -> Cell {
    let label = label.to_string();
    let beside = beside.to_string();
    Cell {
        span: [left, right],
        label,
        right: beside,
        value: value.to_string(),
    }
}

/// The label of the account cell.
fn account_label(rng: &mut Rng, case: &Case) -> String {
    let owner = role(case);
    match rng.below(5) {
        0 => "USCIS Online Account Number".to_string(),
        1 => format!("{owner}'s USCIS Online Account No."),
        2 => "USCIS ELIS Account No.".to_string(),
        3 => format!("Online Account Number for this {owner}"),
        _ => "USCIS Online Account*".to_string(),
    }
}

/// The first row: receipt, perhaps the account, case type.
fn first(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Vec<Cell> {
    truth.prints_receipt(&case.receipt);
    truth.fields.case_type = Some(case.form_code.to_string());
    let title = code_and_title(rng, case);
    let receipt = receipt_form(rng, &case.receipt);
    let label = rng.pick(&["Receipt Number", "Receipt #"]);
    match Own::draw(rng, 45, 16).text(rng, case, truth) {
        Some(text) => {
            let account = account_label(rng, case);
            vec![
                cell(LEFT, 180.0, label, "", &receipt),
                cell(180.0, 330.0, &account, "", &text),
                cell(330.0, RIGHT, "Case Type", "", &title),
            ]
        }
        None => vec![
            cell(LEFT, 220.0, label, "", &receipt),
            cell(220.0, RIGHT, "Case Type", "", &title),
        ],
    }
}

/// The second and third rows: dates and persons.
fn others(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth, of: usize) -> [Vec<Cell>; 2] {
    let received = case.received.numeric();
    let noticed = case.noticed.numeric();
    truth.fields.received_date = Some(received.clone());
    truth.fields.notice_date = Some(noticed.clone());
    let priority = if rng.chance(0.3) {
        case.priority.numeric()
    } else {
        String::new()
    };
    if !priority.is_empty() {
        truth.fields.priority_date = Some(priority.clone());
    }
    let name = case.filer.listed();
    notes_filer(truth, case, &name);
    let mut beside = String::new();
    if rng.chance(0.6) {
        truth.prints_a_number(&case.filer.a_number);
        beside = alien_form(rng, &case.filer.a_number);
    }
    let second = vec![
        cell(LEFT, 130.0, "Received Date", "", &received),
        cell(130.0, 220.0, "Priority Date", "", &priority),
        cell(220.0, RIGHT, role(case), &beside, &name),
    ];
    let mut third = vec![
        cell(LEFT, 130.0, "Notice Date", "", &noticed),
        cell(130.0, 220.0, "Page", "", &format!("1 of {of}")),
    ];
    if case.is_petition {
        let person = &case.beneficiary;
        truth.prints_a_number(&person.a_number);
        truth.fields.beneficiary = Some(person.listed());
        let beside = alien_form(rng, &person.a_number);
        third.push(cell(220.0, RIGHT, "Beneficiary", &beside, &person.listed()));
    } else {
        let office = center(rng);
        third.push(cell(220.0, RIGHT, "Office", "", office.name));
    }
    [second, third]
}

/// The pattern, the microprint and the banner.
fn paper(sheet: &mut Sheet, cuts: Cuts, rng: &mut Rng) {
    let mut y = 26.0;
    let step = rng.uniform(9.0, 14.0);
    while y < 770.0 {
        sheet.fill([20.0, y, 592.0, y + 0.5], 0.92);
        y += step;
    }
    let words = "USCIS NOTICE OF ACTION ".repeat(26);
    let size = 2.1;
    for y in [30.0, 766.0] {
        let fit: String = words
            .chars()
            .take(((RIGHT - LEFT) / (size * 0.69)) as usize)
            .collect();
        let size = shrunk(cuts.plain, size, RIGHT - LEFT, &fit);
        sheet.write_shaded(cuts.plain, size, LEFT, y, &fit, 0.35);
    }
    let middle = (LEFT + RIGHT) / 2.0;
    sheet.centred(
        cuts.bold,
        15.0,
        middle,
        50.0,
        "THE UNITED STATES OF AMERICA",
    );
    sheet.write(
        cuts.plain,
        7.5,
        LEFT,
        64.0,
        "Department of Homeland Security",
    );
    let line = "U.S. Citizenship and Immigration Services";
    sheet.flush_right(cuts.plain, 7.5, RIGHT, 64.0, line);
}

/// The right block beside the address; gives the next baseline.
fn right_block(
    sheet: &mut Sheet,
    cuts: Cuts,
    rng: &mut Rng,
    case: &Case,
    truth: &mut NoticeTruth,
    top: f32,
    stay: bool,
) -> f32 {
    let kind = rng.pick(&["Approval Notice", "APPROVAL NOTICE", "Notice of Approval"]);
    truth.fields.notice_type = Some(kind.to_string());
    let mut lines = vec![format!("Notice Type: {kind}")];
    if let Some(text) = class(rng, case) {
        lines.push(format!("Class: {text}"));
        truth.fields.class = Some(text);
    }
    if let Some(text) = section(rng, case) {
        lines.push(format!("Section: {text}"));
        truth.fields.section = Some(text);
    }
    if stay {
        let from = case.noticed.numeric();
        let to = case.noticed.later(24, 0).numeric();
        lines.push(format!("Valid from {from} to {to}"));
        (truth.fields.valid_from, truth.fields.valid_to) = (Some(from), Some(to));
    }
    if rng.chance(0.4) {
        lines.push("Consulate: NONE".to_string());
        truth.fields.consulate = Some("NONE".to_string());
    }
    stack(sheet, cuts.bold, 8.6, [340.0, top], 11.0, &lines)
}

/// The I-94 at the foot.
fn stub(sheet: &mut Sheet, cuts: Cuts, rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) {
    let top = 606.0;
    let mut x = LEFT;
    while x < RIGHT {
        sheet.rule(x, x + 6.0, top, 0.5);
        x += 10.0;
    }
    let lead = "Detach this half for your records, or carry it with the passport";
    sheet.centred(cuts.slant, 6.5, (LEFT + RIGHT) / 2.0, top - 3.0, lead);
    let number = match rng.below(2) {
        0 => format!("{} {}", rng.digits(9), rng.digits(2)),
        _ => format!("{}{}{}", rng.digits(9), rng.letters(1), rng.digits(1)),
    };
    truth.fields.i94_number = Some(number.clone());
    let person = if case.is_petition {
        &case.beneficiary
    } else {
        &case.filer
    };
    sheet.write(cuts.plain, 7.0, 330.0, top + 18.0, "I-94#");
    sheet.write(cuts.bold, 10.0, 362.0, top + 18.5, &number);
    let receipt = format!("Receipt# {}", case.receipt);
    sheet.write(cuts.plain, 8.0, 330.0, top + 32.0, &receipt);
    let bits = [
        ("14. Family Name", person.family.clone()),
        ("15. First (Given) Name", person.given.clone()),
        ("16. Date of Birth", person.born.numeric()),
    ];
    for (number, (label, value)) in bits.iter().enumerate() {
        let y = top + 52.0 + 30.0 * number as f32;
        sheet.frame([330.0, y, RIGHT, y + 26.0], 0.5);
        sheet.write(cuts.plain, 6.0, 333.0, y + 7.5, label);
        sheet.write(cuts.bold, 9.0, 333.0, y + 20.0, value);
    }
    let lines = addressee(rng, case);
    stack(
        sheet,
        cuts.plain,
        9.0,
        [LEFT + 10.0, top + 40.0],
        11.0,
        &lines,
    );
    let line = "Department of Homeland Security, Departure Record";
    sheet.write(cuts.plain, 7.0, LEFT, top + 18.0, line);
}

/// The prose of the approval.
fn prose(sheet: &mut Sheet, cuts: Cuts, rng: &mut Rng, top: f32, star: bool, stay: bool) {
    let lead = if stay {
        "The above filing has been approved. The stay of the person named is authorized for \
                the time shown. Any change of employer or purpose needs a new filing. The tear-off \
                below replaces the Form I-94 issued at entry; its number has eleven characters."
    } else {
        "The above filing has been approved. The record goes to the office that will complete the \
         matter. This notice is not a visa and may not be used in place of one."
    };
    let y = sheet.paragraph(cuts.plain, 8.8, LEFT, top, RIGHT - LEFT, lead) + 6.0;
    let mut more = filler(rng, 5);
    if star {
        more.insert(
            0,
            "* The account of the person who filed. It is not used to prove status.",
        );
    }
    let y = paragraphs(
        sheet,
        cuts.plain,
        8.8,
        [LEFT, RIGHT],
        y,
        if stay { 560.0 } else { 690.0 },
        &more,
    );
    let office = center(rng);
    let place = format!("{}, {}, {}", office.name, office.street, office.place);
    fitted(
        sheet,
        cuts.plain,
        8.2,
        [LEFT, y + 4.0],
        RIGHT - LEFT,
        &place,
    );
    let line = "Customer Service Telephone: 800-375-5283";
    sheet.write(cuts.plain, 8.2, LEFT, y + 15.0, line);
}

/// Whether the approval carries an I-94: it does where somebody's stay is granted.
fn grants_stay(rng: &mut Rng, case: &Case) -> bool {
    matches!(
        case.form_code,
        "I-129" | "I-539" | "I-102" | "I-918" | "I-485" | "I-821"
    ) || rng.chance(0.15)
}

/// A second sheet: the back of the notice.
fn back(cuts: Cuts, rng: &mut Rng, case: &Case, form: &str) -> Sheet {
    let mut sheet = Sheet::letter(cuts.family);
    paper(&mut sheet, cuts, rng);
    sheet.write(cuts.bold, 10.0, LEFT, 92.0, "Additional Information");
    sheet.flush_right(
        cuts.plain,
        8.0,
        RIGHT,
        92.0,
        &format!("{}   Page 2 of 2", case.receipt),
    );
    let more = filler(rng, 10);
    paragraphs(
        &mut sheet,
        cuts.plain,
        9.4,
        [LEFT, RIGHT],
        112.0,
        720.0,
        &more,
    );
    let line = format!("Form {form}  (Rev. 01/31/05) N");
    sheet.write(cuts.plain, 7.0, LEFT, 757.0, &line);
    sheet
}

/// Approval with an I-94.
pub(super) fn parchment(rng: &mut Rng, case: &Case) -> Drawing {
    let cuts = Cuts::any(
        rng,
        &[Family::Times, Family::LiberationSerif, Family::Helvetica],
    );
    let mut sheet = Sheet::letter(cuts.family);
    let stay = grants_stay(rng, case);
    let form = if stay {
        "I-797A"
    } else {
        rng.pick(&["I-797", "I-797B"])
    };
    let mut truth = NoticeTruth {
        form: form.into(),
        ..Default::default()
    };
    paper(&mut sheet, cuts, rng);
    let of = 1 + rng.below(2);
    let cells = first(rng, case, &mut truth);
    let star = cells.iter().any(|cell| cell.label.ends_with('*'));
    let middle = (LEFT + RIGHT) / 2.0;
    sheet.centred(
        cuts.bold,
        12.0,
        middle,
        80.0,
        &format!("{form}, Notice of Action"),
    );
    let tall = rng.uniform(26.0, 29.0);
    let mut y = row(&mut sheet, cuts, &cells, 88.0, tall);
    for cells in others(rng, case, &mut truth, of) {
        y = row(&mut sheet, cuts, &cells, y, tall);
    }
    let lines = addressee(rng, case);
    let low = stack(
        &mut sheet,
        cuts.plain,
        9.6,
        [LEFT + 16.0, y + 26.0],
        11.6,
        &lines,
    );
    let right = right_block(&mut sheet, cuts, rng, case, &mut truth, y + 20.0, stay);
    y = low.max(right);
    prose(&mut sheet, cuts, rng, y + 12.0, star, stay);
    if stay {
        stub(&mut sheet, cuts, rng, case, &mut truth);
    }
    let at = [LEFT, 718.0];
    receipt_bars(
        &mut sheet,
        Symbology::Code39,
        at,
        230.0,
        24.0,
        &case.receipt,
    );
    let line = format!("Form {form}  (Rev. 01/31/05) N");
    sheet.write(cuts.plain, 7.0, LEFT, 757.0, &line);
    let mut sheets = vec![sheet];
    if of == 2 {
        sheets.push(back(cuts, rng, case, form));
    }
    Drawing { sheets, truth }
}
