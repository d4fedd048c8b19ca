//! The upper-case receipt of a lockbox, with its list of payments.
use super::back;
use super::common::{self, Plan};
use super::prose;
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Wordings of the account's caption.
const LABELS: &[&str] = &[
    "USCIS ONLINE ACCOUNT NUMBER",
    "ONLINE ACCOUNT NUMBER",
    "USCIS ACCOUNT NUMBER",
    "YOUR USCIS ACCOUNT NO.",
    "ONLINE ACCT NO. OF FILER",
    "USCIS ELIS NUMBER",
];

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    common::salt(rng, 5);
    let family = rng.pick(&[
        Family::LiberationSans,
        Family::Helvetica,
        Family::DejaVuSans,
    ]);
    let mut truth = common::begin("I-797C", case.form_code);
    let mut sheet = Sheet::letter(family);
    let plan = common::plan(rng, case, 0.5, 0.15);
    common::agency(&mut sheet, rng, family, 38.0);
    sheet.flush_right(
        Face::bold(family),
        9.5,
        576.0,
        38.0,
        "Form I-797C, Notice of Action",
    );
    sheet.rule(36.0, 576.0, 56.0, 1.2);
    let pairs = pairs(rng, case, plan, &mut truth);
    let y = columns(&mut sheet, rng, family, &pairs, 76.0);
    sheet.rule(36.0, 576.0, y, 0.6);
    let block = common::addressee(rng, case);
    let face = Face::regular(family);
    let y = common::lines(&mut sheet, face, 9.0, (66.0, y + 26.0), 11.0, &block) + 16.0;
    let y = payments(&mut sheet, rng, family, &mut truth, y);
    close(&mut sheet, rng, case, plan, family, y);
    let mut sheets = vec![sheet];
    if rng.chance(0.3) {
        sheets.push(back::page(rng, case, family, "I-797C"));
    }
    Drawing { sheets, truth }
}

/// Captions and values, in the order of print.
fn pairs(rng: &mut Rng, case: &Case, plan: Plan, truth: &mut NoticeTruth) -> Vec<(String, String)> {
    let kind = rng.pick(&["Receipt", "Receipt Notice", "Acceptance Notice"]);
    truth.fields.notice_type = Some(kind.to_string());
    let noticed = case.noticed.long();
    let received = case.received.long();
    truth.fields.notice_date = Some(noticed.clone());
    truth.fields.received_date = Some(received.clone());
    let mut list = vec![
        ("NOTICE TYPE".to_string(), kind.to_string()),
        ("NOTICE DATE".to_string(), noticed),
        (
            "CASE TYPE".to_string(),
            format!("{}, {}", case.form_code, case.title),
        ),
        (
            "USCIS ALIEN NUMBER".to_string(),
            common::alien(rng, &case.filer, truth),
        ),
        (
            "RECEIPT NUMBER".to_string(),
            common::receipt(rng, case, truth),
        ),
        ("RECEIVED DATE".to_string(), received),
        ("DATE OF BIRTH".to_string(), case.filer.born.long()),
        ("PAGE".to_string(), "1 of 1".to_string()),
    ];
    if let Some(value) = common::account(rng, case, plan, truth) {
        let place = rng.pick(&[3, 4, 6, 8]);
        list.insert(place, (rng.pick(LABELS).to_string(), value));
    } else if rng.chance(0.4) {
        list.push((
            "SOCIAL SECURITY NUMBER".to_string(),
            "***-**-****".to_string(),
        ));
    }
    list
}

/// The pairs in two columns, each value under or right of its caption; returns the lower edge.
fn columns(
    sheet: &mut Sheet,
    rng: &mut Rng,
    family: Family,
    pairs: &[(String, String)],
    top: f32,
) -> f32 {
    let beside = rng.chance(0.45);
    let pitch = if beside {
        18.0
    } else {
        rng.uniform(27.0, 31.0)
    };
    for (i, (label, value)) in pairs.iter().enumerate() {
        let x = if i % 2 == 0 { 40.0 } else { 318.0 };
        let y = top + (i / 2) as f32 * pitch;
        let caption = if beside {
            format!("{label}:")
        } else {
            label.clone()
        };
        let small = (Face::bold(family), 6.8);
        let large = (Face::regular(family), 9.0);
        if beside {
            common::fit(sheet, small, (x, y), 118.0, &caption);
            let short = value.split(", ").next().unwrap_or(value);
            let text = if label == "CASE TYPE" { short } else { value };
            common::fit(sheet, large, (x + 124.0, y), 142.0, text);
        } else {
            common::fit(sheet, small, (x, y), 250.0, &caption);
            common::fit(sheet, large, (x, y + 11.5), 258.0, value);
        }
    }
    let rows = pairs.len().div_ceil(2) as f32;
    top + rows * pitch + 2.0
}

/// The payment lines, with numbers of the bank; returns the next baseline.
fn payments(
    sheet: &mut Sheet,
    rng: &mut Rng,
    family: Family,
    truth: &mut NoticeTruth,
    top: f32,
) -> f32 {
    let face = Face::regular(family);
    sheet.write(Face::bold(family), 8.5, 40.0, top, "PAYMENT INFORMATION:");
    let amount = common::money(rng);
    truth.fields.amount = Some(amount.clone());
    let method = rng.pick(&[
        "Personal check",
        "Cashier's check",
        "Credit card",
        "Bank draft",
    ]);
    let mut rows = vec![
        ("Application Fee", amount.clone()),
        ("Biometrics Fee", "$0.00".to_string()),
        ("Total Amount Received", amount),
        ("Total Balance Due", "$0.00".to_string()),
        ("Method of Payment", method.to_string()),
    ];
    if rng.chance(0.7) {
        let label = rng.pick(&[
            "Payment Tracking Number",
            "Bank Account Number",
            "Deposit Ticket",
            "Card Account Number",
        ]);
        rows.push((label, common::twelve(rng)));
    }
    let mut y = top + 15.0;
    for (label, value) in rows {
        sheet.write(face, 8.5, 52.0, y, &format!("{label}:"));
        sheet.flush_right(face, 8.5, 290.0, y, &value);
        y += 12.0;
    }
    y + 12.0
}

/// Body, foot and barcode.
fn close(sheet: &mut Sheet, rng: &mut Rng, case: &Case, plan: Plan, family: Family, top: f32) {
    let face = Face::regular(family);
    let mut y = top;
    let count = common::some(rng, 3, 5);
    let text = format!(
        "We have received the form listed above from {}. It has been accepted for processing.",
        case.filer.name()
    );
    y = sheet.paragraph(face, 9.0, 40.0, y, 530.0, &text) + 6.0;
    for text in prose::body(rng, count, plan) {
        y = sheet.paragraph(face, 9.0, 40.0, y, 530.0, &text) + 6.0;
    }
    assert!(y < 696.0, "the body runs into the barcode");
    common::bars(
        sheet,
        Symbology::Code128,
        &case.receipt,
        [40.0, 700.0],
        28.0,
    );
    let office = common::office(rng);
    let text = format!("{} \u{b7} {} \u{b7} {}", office[0], office[1], office[2]);
    sheet.flush_right(face, 7.5, 576.0, 716.0, &text);
    sheet.flush_right(
        face,
        7.5,
        576.0,
        727.0,
        "USCIS Contact Center 1-800-375-5283",
    );
    sheet.plain(7.0, 40.0, 756.0, "Form I-797C  (Rev. 08/31/16) Y");
}
