//! An upper-case lockbox receipt with a payment table in dot leaders.
use super::kit::{self, Own, Style};
use super::words;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Labels of the account line.
const LABELS: &[&str] = &[
    "YOUR USCIS ONLINE ACCOUNT NO.:",
    "USCIS ONLINE ACCT NBR:",
    "ONLINE ACCOUNT (USCIS):",
    "USCIS E-FILING ACCOUNT NUMBER:",
    "USCIS ELIS ACCT. NO.:",
];

/// The lines of the case, label left and value at a tab.
fn facts(rng: &mut Rng, case: &Case, own: &Own, truth: &mut NoticeTruth) -> Vec<[String; 2]> {
    let caps = |who: String| who.to_uppercase();
    let mut list: Vec<[String; 2]> = vec![
        ["NOTICE TYPE:".into(), "Receipt".into()],
        [
            "CASE TYPE:".into(),
            format!("{}, {}", case.form_code, case.title),
        ],
        [
            rng.pick(&["RECEIPT NUMBER:", "RECEIPT NO.:"]).into(),
            case.receipt.clone(),
        ],
        ["RECEIVED DATE:".into(), case.received.long()],
        ["NOTICE DATE:".into(), case.noticed.long()],
        [
            format!("{}:", caps(kit::role(case).into())),
            case.filer.name(),
        ],
    ];
    if case.is_petition {
        list.push(["BENEFICIARY:".into(), case.beneficiary.name()]);
    }
    if rng.chance(0.7) {
        let shown = kit::a_number(rng, &case.filer);
        list.push(["USCIS ALIEN NUMBER:".into(), shown]);
        truth.prints_a_number(&case.filer.a_number);
    }
    if own.labelled() {
        let place = rng.between(2, list.len() as i64) as usize;
        list.insert(place, [rng.pick(LABELS).into(), own.text().into()]);
    }
    list.push(["DATE OF BIRTH:".into(), case.filer.born.long()]);
    list
}

/// The payment table; returns the baseline after it.
fn fees(sheet: &mut Sheet, rng: &mut Rng, case: &Case, style: &Style, y: f32) -> (f32, String) {
    let fee = rng.between(20, 130) * 10 + 5;
    let extra = rng.pick(&[0, 85, 30]);
    let money = |sum: i64| match sum {
        1000.. => format!("${},{:03}.00", sum / 1000, sum % 1000),
        _ => format!("${sum}.00"),
    };
    let total = money(fee + extra);
    let mut rows = vec![("Application fee".to_string(), money(fee))];
    if extra > 0 {
        rows.push(("Biometric services fee".into(), money(extra)));
    }
    rows.push(("Total amount received".into(), total.clone()));
    rows.push(("Total balance due".into(), "$0.00".into()));
    let label = rng.pick(&[
        "Payment tracking number",
        "Pay.gov tracking ID",
        "Bank account debited",
    ]);
    rows.push((label.into(), kit::stranger(rng, case)));
    rows.push(("Check / card authorization".into(), rng.digits(6)));
    let mut y = y;
    sheet.write(
        style.value.0,
        style.value.1 + 1.0,
        60.0,
        y,
        "PAYMENT INFORMATION",
    );
    for (label, value) in &rows {
        y += 14.0;
        style.leaders(sheet, [72.0, 430.0, y], label, value);
    }
    sheet.frame(
        [54.0, y - 14.0 * rows.len() as f32 - 14.0, 440.0, y + 8.0],
        0.7,
    );
    (y + 26.0, total)
}

/// The lockbox receipt.
pub(super) fn fen(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::Helvetica,
        Family::LiberationSans,
        Family::DejaVuSans,
    ]);
    let mut truth = kit::begin(case, "I-797C");
    kit::note_people(&mut truth, case, false);
    truth.fields.notice_type = Some("Receipt".into());
    truth.fields.received_date = Some(case.received.long());
    truth.fields.notice_date = Some(case.noticed.long());
    let own = Own::choose(rng, case, 50, 12);
    own.note(&mut truth, case);
    let style = Style::new(family, 8.5, 9.5, rng.chance(0.5));
    let mut sheet = Sheet::letter(family);
    let [one, two] = words::department(rng);
    sheet.centred(Face::bold(family), 11.0, 306.0, 44.0, one);
    sheet.centred(Face::regular(family), 9.5, 306.0, 57.0, two);
    sheet.rule(54.0, 558.0, 64.0, 1.4);
    sheet.write(
        Face::regular(family),
        8.0,
        54.0,
        76.0,
        "I-797C, Notice of Action",
    );
    sheet.flush_right(Face::regular(family), 8.0, 558.0, 76.0, "PAGE 1 OF 1");
    let tab = rng.uniform(235.0, 255.0);
    let pitch = rng.uniform(15.0, 18.5);
    let mut y = 102.0;
    for [label, value] in facts(rng, case, &own, &mut truth) {
        style.beside(&mut sheet, [60.0, y], tab, &label, &value);
        y += pitch;
    }
    let (next, total) = fees(&mut sheet, rng, case, &style, y + 14.0);
    truth.fields.amount = Some(total);
    y = next;
    let count = rng.between(2, 4) as usize;
    for text in words::bodies(rng, count) {
        y = sheet.paragraph(Face::regular(family), 9.0, 54.0, y, 504.0, text) + 6.0;
    }
    if rng.chance(0.6) {
        sheet.paragraph(
            Face::italic(family),
            9.0,
            54.0,
            y,
            504.0,
            words::remark(rng, own.labelled()),
        );
    }
    kit::bars(&mut sheet, 54.0, 640.0, 30.0, &case.receipt);
    let name = case.filer.name();
    let address = &case.address;
    let to = [name.as_str(), &address[0], &address[1]];
    kit::lines(
        &mut sheet,
        (Face::regular(family), 10.0),
        [320.0, 650.0],
        13.0,
        &to,
    );
    sheet.centred(
        Face::regular(family),
        7.0,
        306.0,
        760.0,
        "www.uscis.gov     Form I-797C 02/21",
    );
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}
