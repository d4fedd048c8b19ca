//! `remittance`: a fee notice with a table of payments and a coupon to send back.
use super::kit::{Desk, Fate, address, barcode, dashes, fitted, flow, stir};
use super::words::{agency, center, own_label, prose};
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Draws the notice.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    stir(rng, 45);
    let mut desk = Desk::open(rng, case, "I-797C");
    let family = desk.pick(&[
        Family::LiberationSans,
        Family::Helvetica,
        Family::DejaVuSerif,
        Family::FreeSerif,
        Family::LiberationSansNarrow,
    ]);
    let mut sheet = Sheet::letter(family);
    let y = head(&mut desk, &mut sheet, family);
    let in_sentence = desk.fate == Fate::Given && desk.chance(0.35);
    let y = facts(&mut desk, &mut sheet, family, y, in_sentence);
    let mut y = payments(&mut desk, &mut sheet, family, y);
    if in_sentence {
        y = sentence(&mut desk, &mut sheet, family, y);
    }
    let prose = prose(&mut desk);
    flow(
        &mut sheet,
        Face::regular(family),
        9.0,
        [44.0, y, 568.0, 600.0],
        &prose,
    );
    coupon(&mut desk, &mut sheet, family);
    desk.close(vec![sheet])
}

/// The head: agency left, title right; then the address.
fn head(desk: &mut Desk, sheet: &mut Sheet, family: Family) -> f32 {
    let plain = Face::regular(family);
    let bold = Face::bold(family);
    let [department, service] = agency(desk);
    sheet.write(plain, 8.5, 44.0, 40.0, department);
    sheet.write(bold, 10.5, 44.0, 52.0, service);
    let title = desk.pick(&["PAYMENT RECEIPT", "FEE NOTICE", "NOTICE OF FEES RECEIVED"]);
    desk.notice_type(title);
    sheet.flush_right(bold, 15.0, 568.0, 50.0, title);
    sheet.flush_right(plain, 8.5, 568.0, 62.0, "I-797C, Notice of Action");
    sheet.fill([44.0, 68.0, 568.0, 70.0], 0.3);
    let mut y = 92.0;
    for line in address(desk) {
        sheet.write(plain, 10.0, 60.0, y, &line);
        y += 12.5;
    }
    barcode(sheet, desk, [340.0, 84.0], 26.0);
    y + 12.0
}

/// The facts: rows of label and value in two columns, values right of their labels.
fn facts(desk: &mut Desk, sheet: &mut Sheet, family: Family, top: f32, in_sentence: bool) -> f32 {
    let mut facts: Vec<(String, String)> = vec![
        (
            desk.pick(&["Receipt number", "Receipt no.", "Case receipt"])
                .into(),
            desk.receipt(),
        ),
        (
            desk.pick(&["Notice date", "Date of notice"]).into(),
            desk.notice_date(),
        ),
        ("Received".into(), desk.received_date()),
    ];
    facts.push((desk.owner().into(), desk.filer(true)));
    let filer = desk.case.filer.clone();
    facts.push(("A-Number".into(), desk.a_number(&filer)));
    if !in_sentence {
        let label = own_label(desk);
        if let Some(value) = desk.account() {
            let at = desk.pick(&[0, 1, 2, 4, 5]);
            facts.insert(at, (label, value));
        }
    }
    if desk.chance(0.5) {
        let deposit = case::account(desk.rng);
        facts.push((
            desk.pick(&["Treasury deposit ticket", "Billing account"])
                .into(),
            deposit,
        ));
    }
    let plain = Face::regular(family);
    let bold = Face::bold(family);
    let colon = desk.pick(&["", ":"]);
    let mut y = top;
    sheet.write(bold, 8.5, 44.0, y, &format!("Case type{colon}"));
    let case_type = desk.case_type(", ");
    fitted(sheet, plain, 9.5, [172.0, y], 396.0, &case_type);
    y += 15.0;
    for pair in facts.chunks(2) {
        for (column, (label, value)) in pair.iter().enumerate() {
            let left = 44.0 + 266.0 * column as f32;
            fitted(
                sheet,
                bold,
                8.5,
                [left, y],
                122.0,
                &format!("{label}{colon}"),
            );
            fitted(sheet, plain, 9.5, [left + 128.0, y], 130.0, value);
        }
        y += 15.0;
    }
    y + 8.0
}

/// The table of payments.
fn payments(desk: &mut Desk, sheet: &mut Sheet, family: Family, top: f32) -> f32 {
    let plain = Face::regular(family);
    let bold = Face::bold(family);
    let columns = [44.0, 190.0, 262.0, 364.0, 470.0];
    let heads = ["Item", "Paid on", "Method", "Tracking no.", "Amount"];
    sheet.fill([44.0, top - 10.0, 568.0, top + 5.0], 0.86);
    for (column, head) in columns.iter().zip(heads) {
        sheet.write(bold, 8.5, column + 3.0, top, head);
    }
    let fees = [
        ("Filing fee", 410),
        ("Biometric services fee", 85),
        ("Asylum Program Fee", 600),
        ("ACWIA fee", 1500),
        ("Fraud prevention fee", 500),
        ("Premium processing", 2805),
        ("Supplement A penalty", 1000),
    ];
    let count = 1 + desk.rng.below(fees.len() - 1);
    let mut y = top + 17.0;
    let mut total = 0;
    for (item, dollars) in fees.iter().take(count) {
        let method = desk.pick(&["Check 4471", "Card ending 0093", "ACH", "Money order"]);
        let tracking = desk.rng.digits(12);
        let date = desk.case.received.numeric();
        let texts = [item.to_string(), date, method.into(), tracking];
        for (column, text) in texts.iter().enumerate() {
            sheet.write(plain, 9.0, columns[column] + 3.0, y, text);
        }
        sheet.flush_right(plain, 9.0, 562.0, y, &format!("${dollars}.00"));
        sheet.rule(44.0, 568.0, y + 4.0, 0.25);
        total += dollars;
        y += 15.0;
    }
    let total = format!("${total}.00");
    desk.truth.fields.amount = Some(total.clone());
    sheet.write(bold, 9.5, 364.0, y + 2.0, "Total amount received:");
    sheet.flush_right(bold, 9.5, 562.0, y + 2.0, &total);
    y + 24.0
}

/// The account number in a sentence.
fn sentence(desk: &mut Desk, sheet: &mut Sheet, family: Family, top: f32) -> f32 {
    let number = desk.account().unwrap_or_default();
    let text = match desk.rng.below(3) {
        0 => format!(
            "These fees were paid through your USCIS online account, number {number}. Sign in to \
             see or print each payment."
        ),
        1 => {
            format!("We have posted a copy of this receipt to your USCIS online account {number}.")
        }
        _ => format!(
            "Your USCIS online account number is {number}. Please write it on every form that you \
             send us by mail."
        ),
    };
    super::kit::block(sheet, Face::regular(family), 9.0, [44.0, top], 524.0, &text) + 5.0
}

/// The coupon at the foot.
fn coupon(desk: &mut Desk, sheet: &mut Sheet, family: Family) {
    let plain = Face::regular(family);
    let bold = Face::bold(family);
    dashes(sheet, 36.0, 576.0, 615.0, 5.0);
    let x = sheet.write(bold, 10.0, 44.0, 638.0, "REMITTANCE COUPON") + 12.0;
    sheet.write(
        plain,
        8.0,
        x,
        638.0,
        "Return this part only if a balance is due.",
    );
    let control = desk.rng.digits(12);
    let rows = [
        (
            "Balance due",
            desk.pick(&["$0.00", "$0.00", "$85.00"]).to_string(),
        ),
        ("Coupon control number", control),
        ("Receipt number", desk.plain_receipt()),
    ];
    for (column, (label, value)) in rows.iter().enumerate() {
        let left = 44.0 + 176.0 * column as f32;
        sheet.frame([left, 650.0, left + 170.0, 682.0], 0.7);
        sheet.write(plain, 7.0, left + 5.0, 660.0, label);
        sheet.write(bold, 10.5, left + 5.0, 676.0, value);
    }
    let office = center(desk);
    sheet.write(
        plain,
        9.0,
        44.0,
        702.0,
        &format!("Mail to: USCIS {}", office.name),
    );
    sheet.write(plain, 9.0, 83.0, 713.0, office.lines[0]);
    sheet.write(plain, 9.0, 83.0, 724.0, office.lines[1]);
    let scan = format!(
        "{}<{}<{:06}>",
        desk.rng.digits(9),
        desk.rng.digits(14),
        desk.rng.below(99999)
    );
    let mono = Face::regular(Family::LiberationMono);
    sheet.flush_right(mono, 10.0, 568.0, 745.0, &scan);
    sheet.write(plain, 7.0, 44.0, 764.0, "Form I-797C 04/01/19");
}
