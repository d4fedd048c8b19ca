//! The title-case grid of a service center: receipt, transfer or approval.
use super::back;
use super::common::{self, Plan, Style};
use super::prose;
use crate::barcode::Symbology;
use crate::case::{Case, Person};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Wordings of the account's caption.
const LABELS: &[&str] = &[
    "USCIS Online Account Number",
    "USCIS Online Account No.",
    "USCIS Account Number",
    "Online Account Number",
    "USCIS Online Account",
    "USCIS ELIS Account Number",
];

/// The choices of one page.
struct Look {
    style: Style,
    family: Family,
    framed: bool,
    left: f32,
    right: f32,
    high: f32,
}

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    common::salt(rng, 3);
    let family = rng.pick(&[Family::Helvetica, Family::LiberationSans, Family::FreeSans]);
    let form = rng.pick(&["I-797C", "I-797", "I-797C"]);
    let mut truth = common::begin(form, case.form_code);
    common::note_people(case, &mut truth, true);
    let look = Look {
        style: Style::new(family, rng.uniform(6.0, 6.8), rng.uniform(8.2, 9.2)),
        family,
        framed: rng.chance(0.8),
        left: rng.uniform(32.0, 44.0),
        right: 576.0,
        high: rng.uniform(25.0, 29.0),
    };
    let mut sheet = Sheet::letter(family);
    let plan = common::plan(rng, case, 0.45, 0.2);
    let top = head(&mut sheet, rng, &look, form);
    let y = grid(&mut sheet, rng, case, &look, plan, &mut truth, top);
    let kind = rng.pick(&["Receipt Notice", "Transfer Notice", "Approval Notice"]);
    let y = middle(&mut sheet, rng, case, &look, kind, &mut truth, y);
    foot(&mut sheet, rng, case, &look, plan, (form, kind), y);
    let mut sheets = vec![sheet];
    if rng.chance(0.3) {
        sheets.push(back::page(rng, case, family, form));
    }
    Drawing { sheets, truth }
}

/// Head and banner; returns the top of the grid.
fn head(sheet: &mut Sheet, rng: &mut Rng, look: &Look, form: &str) -> f32 {
    common::agency(sheet, rng, look.family, 36.0);
    let title = format!("Form {form}, Notice of Action");
    sheet.flush_right(Face::bold(look.family), 10.0, look.right, 40.0, &title);
    if form == "I-797C" {
        let banner = "THIS NOTICE DOES NOT GRANT ANY IMMIGRATION STATUS OR BENEFIT.";
        sheet.centred(Face::bold(look.family), 9.5, 306.0, 68.0, banner);
    } else {
        sheet.centred(
            Face::bold(look.family),
            12.0,
            306.0,
            68.0,
            "THE UNITED STATES OF AMERICA",
        );
    }
    78.0
}

/// The three rows; returns their lower edge.
fn grid(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    look: &Look,
    plan: Plan,
    truth: &mut NoticeTruth,
    top: f32,
) -> f32 {
    let number = common::receipt(rng, case, truth);
    let code = case.form_code.replace('-', "");
    let kind = format!("{code} - {}", case.title);
    let mut cells = vec![(1.25, "Receipt Number".to_string(), number)];
    if let Some(value) = common::account(rng, case, plan, truth) {
        cells.push((1.4, rng.pick(LABELS).to_string(), value));
    }
    let rest = 5.2 - cells.iter().map(|c| c.0).sum::<f32>();
    cells.push((rest, "Case Type".to_string(), kind));
    let area = |n: f32| {
        [
            look.left,
            top + n * look.high,
            look.right,
            top + (n + 1.0) * look.high,
        ]
    };
    common::row(sheet, look.style, area(0.0), &cells, look.framed);
    second(sheet, rng, case, look, truth, area(1.0));
    third(sheet, rng, case, look, truth, area(2.0));
    top + 3.0 * look.high
}

/// Received date, priority date and the one who filed.
fn second(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    look: &Look,
    truth: &mut NoticeTruth,
    area: [f32; 4],
) {
    let received = case.received.numeric();
    truth.fields.received_date = Some(received.clone());
    let priority = if rng.chance(0.35) {
        case.priority.numeric()
    } else {
        String::new()
    };
    if !priority.is_empty() {
        truth.fields.priority_date = Some(priority.clone());
    }
    let party = party(rng, common::role(case), &case.filer, 0.7, truth);
    let cells = [
        (1.25, "Received Date".to_string(), received),
        (1.25, "Priority Date".to_string(), priority),
        (2.7, party, case.filer.listed()),
    ];
    common::row(sheet, look.style, area, &cells, look.framed);
}

/// Notice date, page and the beneficiary (or the applicant again).
fn third(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    look: &Look,
    truth: &mut NoticeTruth,
    area: [f32; 4],
) {
    let noticed = case.noticed.numeric();
    truth.fields.notice_date = Some(noticed.clone());
    let name = if case.is_petition {
        "Beneficiary"
    } else {
        "Applicant"
    };
    let party = party(rng, name, &case.beneficiary, 0.9, truth);
    let cells = [
        (1.25, "Notice Date".to_string(), noticed),
        (1.25, "Page".to_string(), "1 of 1".to_string()),
        (2.7, party, case.beneficiary.listed()),
    ];
    common::row(sheet, look.style, area, &cells, look.framed);
}

/// A role with the A-Number in the caption's own line.
fn party(rng: &mut Rng, role: &str, person: &Person, p: f32, truth: &mut NoticeTruth) -> String {
    if rng.uniform(0.0, 1.0) < p {
        format!("{role}   {}", common::alien(rng, person, truth))
    } else {
        role.to_string()
    }
}

/// The address at the left, what the notice is at the right.
fn middle(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    look: &Look,
    kind: &str,
    truth: &mut NoticeTruth,
    y: f32,
) -> f32 {
    let face = Face::regular(look.family);
    let block = common::addressee(rng, case);
    let end = common::lines(sheet, face, 9.0, (look.left + 22.0, y + 34.0), 11.0, &block);
    let amount = common::money(rng);
    truth.fields.notice_type = Some(kind.to_string());
    sheet.write(
        Face::bold(look.family),
        9.0,
        340.0,
        y + 18.0,
        &format!("Notice Type: {kind}"),
    );
    let mut line = y + 30.0;
    if kind == "Receipt Notice" {
        sheet.write(
            face,
            9.0,
            340.0,
            line,
            &format!("Amount received: {amount} U.S."),
        );
        truth.fields.amount = Some(amount);
        line += 12.0;
    }
    if rng.chance(0.5) {
        let number = common::twelve(rng);
        let label = rng.pick(&["Remittance No.", "Payment Tracking No.", "Mail Item"]);
        sheet.write(face, 9.0, 340.0, line, &format!("{label}: {number}"));
    } else if case.is_petition {
        sheet.write(face, 9.0, 340.0, line, "Consulate: NATIONAL VISA CENTER");
        truth.fields.consulate = Some("NATIONAL VISA CENTER".into());
    }
    end.max(y + 66.0) + 24.0
}

/// The first sentences of the body.
fn opening(case: &Case, kind: &str) -> String {
    let noun = if case.is_petition {
        "petition"
    } else {
        "application"
    };
    match kind {
        "Receipt Notice" => format!(
            "We have received the above {noun} and are processing it. We will let you know in \
             writing when we have decided it, or if we need something from you."
        ),
        "Approval Notice" => format!(
            "The above {noun} has been approved. If any document is to be produced as a result, it \
             will be mailed to you in a separate envelope."
        ),
        _ => format!(
            "To speed up processing, we have transferred the above {noun} to another office. That \
             office will now notify you of its decision."
        ),
    }
}

/// Body, office, barcode and the form's foot.
fn foot(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    look: &Look,
    plan: Plan,
    (form, kind): (&str, &str),
    top: f32,
) {
    let face = Face::regular(look.family);
    let mut y = top;
    let first = opening(case, kind);
    let count = common::some(rng, 4, 7);
    for text in std::iter::once(first).chain(prose::body(rng, count, plan)) {
        y = sheet.paragraph(face, 9.2, look.left, y, look.right - look.left, &text) + 7.0;
    }
    let closing = "Please see the additional information on the back. You will be notified \
                   separately about any other cases you filed.";
    assert!(y < 654.0, "the body runs into the closing");
    sheet.paragraph(face, 8.0, look.left, 664.0, look.right - look.left, closing);
    let office = common::office(rng);
    let mut block = vec![office[0].to_string()];
    block.push("U.S. CITIZENSHIP & IMMIGRATION SVC".to_string());
    block.extend(office[1..].iter().map(|l| l.to_string()));
    block.push("USCIS Contact Center: 800-375-5283".to_string());
    common::lines(sheet, face, 8.0, (look.left, 690.0), 10.0, &block);
    let kind = if rng.chance(0.5) {
        Symbology::Code39
    } else {
        Symbology::Code128
    };
    common::bars(sheet, kind, &case.receipt, [376.0, 684.0], 30.0);
    sheet.plain(7.0, look.left, 758.0, &format!("Form {form}  04/01/19"));
}
