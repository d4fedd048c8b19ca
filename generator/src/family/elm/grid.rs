//! A laser-printed title-case grid with the account number in one of three cells.
use super::grid_text::{Plan, back, body, foot};
use super::kit::{
    Cuts, Own, center, cuts, dated, fit, mail_bars, money, note_roles, noted, role, wrap,
};
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::Family;

const LABELS: &[&str] = &[
    "USCIS Online Account Number",
    "USCIS Online Acct. No.",
    "Online Account Number",
    "Your USCIS Online Account No.",
    "USCIS ELIS Account Number",
    "Filer's USCIS Online Account Number",
    "USCIS Online Account Number (if any)",
    "myUSCIS Account Number",
];

/// A cell of the grid: edges, label, text in the label's line, value.
struct Cell {
    edges: [f32; 4],
    label: String,
    beside: String,
    value: String,
}

/// Chooses the notice, the wording and the measures.
fn plan(rng: &mut Rng, case: &Case) -> Plan {
    let (type_of_notice, form) = rng.pick(&[
        ("Receipt Notice", "I-797C"),
        ("Approval Notice", "I-797"),
        ("Transfer Notice", "I-797C"),
        ("Receipt Notice", "I-797C"),
        ("Reopen", "I-797C"),
    ]);
    let code = case.form_code.replace('-', "");
    let case_type = match rng.chance(0.6) {
        true => format!("{code} - {}", case.title),
        false => format!("{}, {}", case.form_code, super::kit::titled(case.title)),
    };
    let left = rng.uniform(34.0, 44.0);
    Plan {
        type_of_notice,
        form,
        case_type,
        label: rng.pick(LABELS),
        place: rng.below(if case.is_petition { 2 } else { 3 }),
        print: rng.below(2),
        pages: 1 + rng.below(2),
        office: center(rng),
        left,
        seams: [
            left + rng.uniform(128.0, 150.0),
            left + rng.uniform(282.0, 312.0),
        ],
        row: rng.uniform(27.0, 32.0),
        framed: rng.chance(0.75),
    }
}

/// A form I-797C or I-797 of a service center, one or two pages.
pub(super) fn laser_grid(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::Helvetica,
        Family::LiberationSans,
        Family::FreeSans,
        Family::Times,
    ]);
    let cut = cuts(family);
    let plan = plan(rng, case);
    let own = Own::draw(rng, case, [46, 18, 68]);
    let mut truth = NoticeTruth {
        form: plan.form.into(),
        ..Default::default()
    };
    let mut sheet = Sheet::letter(family);
    let top = head(rng, &mut sheet, &cut, &plan);
    let bottom = grid(rng, &mut sheet, &cut, &plan, case, &own, top, &mut truth);
    let y = middle(rng, &mut sheet, &cut, &plan, case, bottom, &mut truth);
    body(rng, &mut sheet, &cut, &plan, y + 14.0);
    foot(rng, &mut sheet, &cut, &plan, case);
    own.note(&mut truth);
    let mut sheets = vec![sheet];
    if plan.pages == 2 {
        sheets.push(back(rng, family, &cut, &plan, case));
    }
    Drawing { sheets, truth }
}

/// The head of the page; returns the top of the grid.
fn head(rng: &mut Rng, sheet: &mut Sheet, cut: &Cuts, plan: &Plan) -> f32 {
    let right = 612.0 - plan.left;
    sheet.write(
        cut.bold,
        9.0,
        plan.left,
        40.0,
        "Department of Homeland Security",
    );
    sheet.write(
        cut.regular,
        8.5,
        plan.left,
        51.0,
        "U.S. Citizenship and Immigration Services",
    );
    let title = format!("Form {}, Notice of Action", plan.form);
    sheet.flush_right(cut.bold, rng.uniform(11.5, 13.5), right, 48.0, &title);
    sheet.rule(plan.left, right, 58.0, 1.4);
    if plan.form == "I-797C" {
        let line = "THIS NOTICE DOES NOT GRANT ANY IMMIGRATION STATUS OR BENEFIT.";
        sheet.centred(cut.bold, 9.5, 306.0, 71.0, line);
    } else {
        sheet.centred(cut.bold, 9.5, 306.0, 71.0, "THE UNITED STATES OF AMERICA");
    }
    78.0
}

/// Draws one cell.
fn draw_cell(sheet: &mut Sheet, cut: &Cuts, cell: &Cell, framed: bool) {
    let [left, top, right, bottom] = cell.edges;
    if framed {
        sheet.frame(cell.edges, 0.6);
    } else {
        sheet.rule(left, right - 4.0, bottom, 0.4);
    }
    let room = right - left - 6.0;
    let end = sheet.write(cut.regular, 6.2, left + 3.0, top + 8.0, &cell.label);
    if !cell.beside.is_empty() {
        sheet.write(cut.regular, 8.0, end + 6.0, top + 8.0, &cell.beside);
    }
    let lines = wrap(cut.bold, 8.2, &cell.value, room);
    if lines.len() == 1 {
        let size = fit(cut.bold, 8.2, &cell.value, room);
        sheet.write(cut.bold, size, left + 3.0, top + 19.0, &cell.value);
    } else {
        let size = lines
            .iter()
            .map(|line| fit(cut.bold, 7.0, line, room))
            .fold(7.0, f32::min);
        let lines = wrap(cut.bold, size, &cell.value, room);
        super::kit::stack(sheet, cut.bold, size, [left + 3.0, top + 16.2, 8.0], &lines);
    }
}

/// The twelve-digit reference of a payment, a parcel or a batch that stands where no account does.
fn decoy(rng: &mut Rng) -> (String, String) {
    let label = rng.pick(&[
        "Payment Tracking Number",
        "Remittance Number",
        "Scan Batch No.",
        "",
    ]);
    match label {
        "" => (String::new(), String::new()),
        _ => (label.to_string(), rng.digits(12)),
    }
}

/// The three rows of cells; returns their bottom.
#[allow(clippy::too_many_arguments)]
fn grid(
    rng: &mut Rng,
    sheet: &mut Sheet,
    cut: &Cuts,
    plan: &Plan,
    case: &Case,
    own: &Own,
    top: f32,
    truth: &mut NoticeTruth,
) -> f32 {
    let right = 612.0 - plan.left;
    let [one, two] = plan.seams;
    let row = |n: usize| top + n as f32 * plan.row;
    let mut cells: Vec<Cell> = Vec::new();
    let mut cell = |edges, label: &str, beside: &str, value: &str| {
        let [label, beside, value] = [label, beside, value].map(String::from);
        cells.push(Cell {
            edges,
            label,
            beside,
            value,
        });
    };
    let receipt = case::printed_receipt(rng, &case.receipt);
    truth.prints_receipt(&case.receipt);
    cell(
        [plan.left, row(0), one, row(1)],
        "Receipt Number",
        "",
        &receipt,
    );
    let (false_label, false_value) = decoy(rng);
    let (label, value) = match own.text() {
        Some(value) => (plan.label.to_string(), value.to_string()),
        None => (false_label, false_value),
    };
    let case_left = if plan.place == 0 && !label.is_empty() {
        cell([one, row(0), two, row(1)], &label, "", &value);
        two
    } else {
        one
    };
    cell(
        [case_left, row(0), right, row(1)],
        "Case Type",
        "",
        &plan.case_type,
    );
    let [received, noticed] = [&case.received, &case.noticed].map(|d| dated(d, plan.print));
    cell(
        [plan.left, row(1), one, row(2)],
        "Received Date",
        "",
        &received,
    );
    let priority = if rng.chance(0.4) {
        dated(&case.priority, plan.print)
    } else {
        String::new()
    };
    cell([one, row(1), two, row(2)], "Priority Date", "", &priority);
    let shown = case::printed_a_number(rng, &case.filer.a_number);
    truth.prints_a_number(&case.filer.a_number);
    cell(
        [two, row(1), right, row(2)],
        role(case),
        &shown,
        &case.filer.listed(),
    );
    cell(
        [plan.left, row(2), one, row(3)],
        "Notice Date",
        "",
        &noticed,
    );
    let page = format!("1 of {}", plan.pages);
    cell([one, row(2), two, row(3)], "Page", "", &page);
    let (mark, other) = if case.is_petition && rng.chance(0.6) {
        truth.prints_a_number(&case.beneficiary.a_number);
        (
            case::printed_a_number(rng, &case.beneficiary.a_number),
            case.beneficiary.listed(),
        )
    } else {
        (String::new(), case.beneficiary.listed())
    };
    let last = if case.is_petition {
        "Beneficiary"
    } else {
        "Applicant"
    };
    cell([two, row(2), right, row(3)], last, &mark, &other);
    let mut rows = 3;
    if plan.place > 0 && !label.is_empty() {
        let edges = match plan.place {
            1 => [plan.left, row(3), two, row(4)],
            _ => [two, row(3), right, row(4)],
        };
        cell(edges, &label, "", &value);
        rows = 4;
    }
    for cell in &cells {
        draw_cell(sheet, cut, cell, plan.framed);
    }
    note_roles(truth, case, &case.filer.listed(), Some(&other));
    truth.fields.case_type = noted(case.form_code);
    truth.fields.received_date = noted(&received);
    truth.fields.notice_date = noted(&noticed);
    truth.fields.priority_date = Some(priority).filter(|text| !text.is_empty());
    row(rows)
}

/// The address on the left and the block of particulars on the right.
fn middle(
    rng: &mut Rng,
    sheet: &mut Sheet,
    cut: &Cuts,
    plan: &Plan,
    case: &Case,
    top: f32,
    truth: &mut NoticeTruth,
) -> f32 {
    let x = plan.left + 18.0;
    let mut y = top + 34.0;
    if rng.chance(0.5) {
        mail_bars(rng, sheet, x, y - 14.0);
        y += 8.0;
    }
    let mut lines = vec![case.filer.name()];
    if rng.chance(0.3) {
        lines.push(format!("c/o {}", case.attorney.1));
    }
    lines.extend(case.address.iter().cloned());
    super::kit::stack(sheet, cut.regular, 9.5, [x, y, 12.0], &lines);
    let mut block = vec![format!("Notice Type:  {}", plan.type_of_notice)];
    truth.fields.notice_type = noted(plan.type_of_notice);
    if plan.type_of_notice == "Receipt Notice" {
        let sum = money(rng);
        block.push(format!("Amount received:  {sum} U.S."));
        truth.fields.amount = Some(sum);
        if rng.chance(0.5) {
            block.push(format!("Payment reference:  {}", rng.digits(12)));
        }
    }
    let timed = ["I-765", "I-539", "I-129", "I-131", "I-821D"].contains(&case.form_code);
    if plan.type_of_notice == "Approval Notice" && timed {
        let until = case.noticed.later(24, 0);
        let [from, until] = [dated(&case.noticed, 0), dated(&until, 0)];
        block.push(format!("Valid from {from} to {until}"));
        truth.fields.valid_from = Some(from);
        truth.fields.valid_to = Some(until);
    }
    if plan.type_of_notice == "Approval Notice" && ["I-130", "I-140"].contains(&case.form_code) {
        let place = rng.pick(&["GUZ", "MNL", "BGT", "CDJ"]);
        block.push("Consulate:  NATIONAL VISA CENTER".to_string());
        block.push(format!(
            "NVC Case No.:  {place}{}{}",
            case.noticed.year,
            rng.digits(6)
        ));
        truth.fields.consulate = noted("NATIONAL VISA CENTER");
    }
    if case.form_code == "I-485" {
        let section = rng.pick(&[
            "Adjustment as direct beneficiary",
            "Other basis for adjustment",
        ]);
        block.push(format!("Section:  {section}"));
        truth.fields.section = noted(section);
    }
    super::kit::stack(
        sheet,
        cut.regular,
        9.0,
        [plan.seams[1] + 6.0, top + 24.0, 13.0],
        &block,
    );
    top + 96.0
}
