//! A statement of fees with dots between label and value, and a payment coupon with a scan line.
use super::kit::Leaf;
use super::prose;
use super::words::{self, Own};
use crate::case::Case;
use crate::family::Drawing;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Draws the statement.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::Helvetica,
        Family::DejaVuSansMono,
        Family::LiberationSerif,
    ]);
    let mut leaf = Leaf::new(family);
    let with_form = rng.chance(0.6);
    let mut truth = words::truth(if with_form { "I-797C" } else { "" }, case);
    let kind = rng.pick(&[
        "Notice of Fee Due",
        "Statement of Fees",
        "Annual Fee Notice",
    ]);
    truth.fields.notice_type = Some(kind.into());
    leaf.sheet.bold(
        10.5,
        48.0,
        46.0,
        "U.S. Citizenship and Immigration Services",
    );
    leaf.sheet
        .plain(8.0, 48.0, 57.0, "Office of Intake and Document Production");
    leaf.right(true, 13.0, (564.0, 50.0), kind);
    if with_form {
        leaf.right(false, 8.0, (564.0, 61.0), "Form I-797C, Notice of Action");
    }
    let y = facts(&mut leaf, rng, case, &mut truth);
    let (y, total) = fees(&mut leaf, rng, y + 16.0);
    truth.fields.amount = Some(total.clone());
    let due = case.noticed.later(0, 30).long();
    let pay = format!(
        "Pay {total} by {due}. If the fee is not paid, we may reject or deny the \
        case. Pay on line at my.uscis.gov, or mail the coupon with a check. Do not write your \
        bank account number on the coupon."
    );
    let mention = rng.pick(&[prose::MENTIONS[2], prose::MENTIONS[0], prose::MENTIONS[5]]);
    leaf.prose(
        9.0,
        (48.0, y + 10.0),
        516.0,
        &[&pay, mention, prose::RECEIPT[4]],
    );
    coupon(&mut leaf, rng, case, &total);
    Drawing {
        sheets: vec![leaf.sheet],
        truth,
    }
}

/// The facts at the top: label, dots, value at the right edge.
fn facts(leaf: &mut Leaf, rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> f32 {
    let way = rng.below(3);
    let noticed = words::dated(way, &case.noticed);
    let name = case.filer.listed();
    words::note_filer(truth, case, &name);
    truth.fields.notice_date = Some(noticed.clone());
    truth.prints_a_number(&case.filer.a_number);
    let mut rows: Vec<(String, String)> = vec![
        (words::noticed_label(rng).into(), noticed),
        (words::receipt_label(rng).into(), words::receipt(rng, case)),
        ("Case type".into(), case.form_code.into()),
        (words::role(case).into(), name),
        (
            words::alien_label(rng).into(),
            words::alien(rng, &case.filer.a_number),
        ),
        ("Invoice reference".into(), rng.digits(12)),
    ];
    let own = words::own(rng, case, truth, (0.62, 0.0));
    if own == Own::Filled {
        let label = rng.pick(&[
            "Online account of the filer (USCIS)",
            "USCIS online account no.",
            "Filer's USCIS Online Account Number",
            "Your USCIS online account number",
            "myUSCIS account (filer)",
        ]);
        let place = 1 + rng.below(rows.len());
        rows.insert(place, (label.into(), words::own_value(rng, case, own)));
    }
    if rng.chance(0.5) {
        rows.push(("Last payment, bank account".into(), rng.digits(12)));
    }
    let (left, address) = if rng.chance(0.5) {
        (48.0_f32, 300.0)
    } else {
        (272.0, 200.0)
    };
    let right = 564.0;
    let top = if left < 100.0 { 168.0 } else { 88.0 };
    leaf.mail_bars(rng, (56.0, 84.0));
    let lines = words::addressee(case, false);
    let narrow = if left < 100.0 { 9.5 } else { 8.0 };
    for (index, line) in lines.iter().enumerate() {
        leaf.put(
            false,
            narrow,
            (56.0, 102.0 + index as f32 * 12.0),
            address,
            line,
        );
    }
    let pitch = rng.uniform(13.0, 16.0);
    for (index, (label, value)) in rows.iter().enumerate() {
        leaf.leader(8.5, (left, top + index as f32 * pitch), right, label, value);
    }
    top + rows.len() as f32 * pitch
}

/// The fees that were charged and paid; returns where they end, and what is due.
fn fees(leaf: &mut Leaf, rng: &mut Rng, top: f32) -> (f32, String) {
    let names = [
        "Base filing fee",
        "Asylum Program Fee",
        "Biometric services",
        "Annual fee",
        "Fraud prevention and detection",
        "Immigrant fee",
        "Parole fee",
        "Premium processing",
    ];
    let edges = [48.0, 110.0, 330.0];
    leaf.sheet.fill([48.0, top, 564.0, top + 15.0], 0.15);
    for (index, text) in ["CODE", "FEE", "PAY.GOV TRACKING"].iter().enumerate() {
        leaf.grey(true, 7.5, (edges[index] + 4.0, top + 10.5), text, 1.0);
    }
    let at = 560.0 - leaf.wide(true, 7.5, "AMOUNT");
    leaf.grey(true, 7.5, (at, top + 10.5), "AMOUNT", 1.0);
    let (first, count) = (rng.below(3), 3 + rng.below(3));
    let (mut y, mut sum) = (top + 15.0, 0);
    for name in names.iter().skip(first).take(count) {
        let dollars = rng.pick(&[30, 85, 102, 250, 500, 600]);
        sum += dollars;
        leaf.sheet
            .plain(8.0, 52.0, y + 10.5, &format!("F{}", rng.digits(3)));
        leaf.put(false, 8.0, (114.0, y + 10.5), 210.0, name);
        leaf.put(false, 8.0, (334.0, y + 10.5), 108.0, &rng.digits(12));
        leaf.right(false, 8.0, (560.0, y + 10.5), &format!("${dollars}.00"));
        y += 15.0;
        leaf.sheet.rule(48.0, 564.0, y, 0.3);
    }
    let total = format!("${sum}.00");
    leaf.sheet.bold(9.0, 334.0, y + 13.0, "Total due");
    leaf.right(true, 9.0, (560.0, y + 13.0), &total);
    (y + 26.0, total)
}

/// The coupon: boxes with captions, the address of the lockbox and the scan line.
fn coupon(leaf: &mut Leaf, rng: &mut Rng, case: &Case, total: &str) {
    leaf.perforation(590.0, "RETURN THIS PORTION WITH YOUR PAYMENT");
    let cells = [
        ("RECEIPT", case.receipt.clone()),
        ("INVOICE CUSTOMER ID", rng.digits(9)),
        ("LOCKBOX BANK ACCOUNT", rng.digits(12)),
        ("AMOUNT DUE", total.to_string()),
    ];
    for (index, (caption, value)) in cells.iter().enumerate() {
        let x = 48.0 + index as f32 * 129.0;
        leaf.sheet.frame([x, 604.0, x + 129.0, 630.0], 0.6);
        leaf.put(false, 6.0, (x + 4.0, 612.0), 120.0, caption);
        leaf.put(true, 9.0, (x + 4.0, 625.0), 120.0, value);
    }
    leaf.lines(
        9.0,
        (48.0, 652.0),
        11.0,
        &[
            "MAIL TO:",
            "USCIS LOCKBOX",
            "P.O. BOX 7218",
            "PHILADELPHIA PA 19101-7218",
        ],
    );
    leaf.sheet.plain(9.0, 330.0, 652.0, &case.filer.name());
    leaf.sheet
        .plain(9.0, 330.0, 664.0, "Check here if your address is new  [  ]");
    leaf.put(false, 8.0, (330.0, 684.0), 234.0, &prose::telephone(rng));
    let scan = format!(
        "{} {} {} {}",
        rng.digits(9),
        rng.digits(12),
        rng.digits(6),
        rng.digits(2)
    );
    leaf.sheet.write(
        Face::regular(Family::LiberationMono),
        11.0,
        150.0,
        738.0,
        &scan,
    );
}
