//! A fee receipt with unruled columns and a stub to tear off and keep.
use super::kit::*;
use super::prose::{self, Body};
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

const OWN: &[&str] = &[
    "USCIS ONLINE ACCOUNT #",
    "ONLINE ACCT NO. (USCIS)",
    "{R}'S USCIS ONLINE ACCT",
    "USCIS ONLINE ACCT ({S})",
    "YOUR USCIS ACCOUNT NUMBER",
    "YOUR ONLINE ACCT NO.",
];

/// Labels and values in columns without rules.
struct Columns {
    label: Face,
    value: Face,
    size: f32,
    right: bool,
}

impl Columns {
    /// One label above its value, both at x or both flush right at x.
    fn item(&self, sheet: &mut Sheet, x: f32, y: f32, label: &str, value: &str) {
        if self.right {
            sheet.flush_right(self.label, 6.6, x, y, label);
            sheet.flush_right(self.value, self.size, x, y + 11.5, value);
        } else {
            sheet.write(self.label, 6.6, x, y, label);
            sheet.write(self.value, self.size, x, y + 11.5, value);
        }
    }

    /// Three items on a line.
    fn three(&self, sheet: &mut Sheet, y: f32, items: &[(String, String)]) {
        let edges = if self.right {
            [200.0, 390.0, 572.0]
        } else {
            [40.0, 230.0, 412.0]
        };
        for (x, (label, value)) in edges.iter().zip(items) {
            self.item(sheet, *x, y, label, value);
        }
    }
}

/// Splits an amount into the lines of a payment block.
fn payment(sheet: &mut Sheet, rng: &mut Rng, face: Face, bold: Face, y: f32) -> (f32, String) {
    let main = rng.between(30, 90) * 10;
    let extra = rng.pick(&[0, 85, 85, 30]);
    sheet.write(
        bold,
        9.0,
        40.0,
        y,
        rng.pick(&["PAYMENT INFORMATION", "FEES", "REMITTANCE DETAIL"]),
    );
    let mut lines = vec![("APPLICATION FEE", format!("${main}.00"))];
    if extra > 0 {
        lines.push(("BIOMETRICS FEE", format!("${extra}.00")));
    }
    let total = format!("${}.00", main + extra);
    lines.push(("TOTAL AMT RECEIVED", total.clone()));
    lines.push(("BALANCE DUE", "$0.00".to_string()));
    let mut y = y + 13.0;
    for (label, value) in &lines {
        let from = sheet.write(face, 8.8, 40.0, y, label);
        leader(sheet, face, 8.8, from + 3.0, 232.0, y);
        sheet.flush_right(face, 8.8, 280.0, y, value);
        y += 11.5;
    }
    let (label, value) = reference(rng);
    let mut other = vec![(label.to_string(), value)];
    if rng.chance(0.6) {
        other.push((
            "PAID BY".into(),
            rng.pick(&["CHECK 001482", "CARD ENDING 4417"]).into(),
        ));
    }
    if rng.chance(0.4) {
        let number = format!("{}-{}", rng.digits(5), rng.digits(4));
        other.push(("LOCKBOX CHICAGO IL / GA".into(), format!("ZIP {number}")));
    }
    let mut down = y - 11.5 * lines.len() as f32;
    for (label, value) in &other {
        sheet.write(face, 7.0, 320.0, down, label);
        sheet.write(face, 8.8, 440.0, down, value);
        down += 11.5;
    }
    (y, total)
}

/// The stub at the foot; it may hold the account number.
fn stub(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    family: Family,
    top: f32,
    own_line: Option<(String, String)>,
    amount: &str,
) {
    let face = Face::regular(family);
    let bold = Face::bold(family);
    tear(sheet, top);
    sheet.centred(
        face,
        6.5,
        306.0,
        top + 9.0,
        "DETACH HERE - KEEP THIS STUB FOR YOUR RECORDS",
    );
    let mut lines = vec![
        ("RECEIPT".to_string(), case.receipt.clone()),
        ("FORM".to_string(), case.form_code.to_string()),
        ("NAME".to_string(), case.filer.listed()),
        ("AMT".to_string(), amount.to_string()),
    ];
    if let Some(line) = own_line {
        lines.insert(rng.below(4) + 1, line);
    }
    if rng.chance(0.5) {
        lines.push(("STUB SERIAL".to_string(), rng.digits(12)));
    }
    let mut y = top + 26.0;
    for (label, value) in &lines {
        sheet.write(face, 7.5, 48.0, y, label);
        sheet.write(bold, 9.0, 186.0, y, value);
        y += 13.0;
    }
    bars(
        sheet,
        case,
        Symbology::Code128,
        [380.0, top + 28.0],
        0.95,
        34.0,
    );
}

/// The columns above the payment block; the last line may hold the account number.
fn upper(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    truth: &mut NoticeTruth,
    look: &Columns,
    own_item: Option<(String, String)>,
) -> f32 {
    let style = rng.pick(&[0, 2, 4]);
    let received = date_text(&case.received, style);
    let noticed = date_text(&case.noticed, style);
    truth.fields.received_date = some(&received);
    truth.fields.notice_date = some(&noticed);
    let filer = case.filer.listed();
    let beneficiary = case.beneficiary.listed();
    note_people(truth, case, &filer, Some(&beneficiary));
    let form = code(rng, case, truth);
    let receipt = receipt_text(rng, case, truth);
    let mut items = vec![
        (
            rng.pick(&["RECEIPT NUMBER", "RECEIPT NO.", "RCPT #"])
                .to_string(),
            receipt,
        ),
        ("RECEIVED DATE".to_string(), received),
        ("NOTICE DATE".to_string(), noticed),
        ("CASE TYPE".to_string(), form),
        (role(case).to_string(), filer),
    ];
    if case.is_petition {
        items.push(("BENEFICIARY".to_string(), beneficiary));
    }
    let subject = if case.is_petition {
        &case.beneficiary
    } else {
        &case.filer
    };
    if rng.chance(0.8) {
        let label = if case.is_petition {
            "BENEFICIARY ALIEN NUMBER"
        } else {
            "USCIS ALIEN NUMBER"
        };
        items.push((label.to_string(), a_text(rng, &subject.a_number, truth)));
    }
    items.push(("DATE OF BIRTH".to_string(), date_text(&subject.born, style)));
    if let Some(item) = own_item {
        let place = 3 + rng.below(items.len() - 2);
        items.insert(place, item);
    }
    let mut y = 92.0;
    for line in items.chunks(3) {
        look.three(sheet, y, line);
        y += 29.0;
    }
    y
}

/// Draws the fee receipt with its stub.
pub(super) fn stubbed(rng: &mut Rng, case: &Case) -> Drawing {
    let family = sans(rng);
    let face = Face::regular(family);
    let bold = Face::bold(family);
    let mut truth = NoticeTruth {
        form: "I-797C".into(),
        ..Default::default()
    };
    let mut sheet = Sheet::letter(family);
    sheet.write(bold, 12.0, 40.0, 44.0, "Form I-797C, Notice of Action");
    sheet.flush_right(
        face,
        8.0,
        572.0,
        44.0,
        "U.S. Citizenship and Immigration Services",
    );
    sheet.write(
        bold,
        7.5,
        40.0,
        56.0,
        "THIS NOTICE DOES NOT GRANT ANY IMMIGRATION STATUS OR BENEFIT.",
    );
    let kind = rng.pick(&["FEE RECEIPT", "RECEIPT", "RECEIPT NOTICE"]);
    truth.fields.notice_type = some(kind);
    let x = sheet.write(face, 7.0, 40.0, 72.0, "NOTICE TYPE  ");
    sheet.write(bold, 10.0, x, 72.0, kind);
    let look = Columns {
        label: if rng.chance(0.5) { bold } else { face },
        value: if rng.chance(0.4) {
            Face::regular(mono(rng))
        } else {
            face
        },
        size: rng.uniform(8.6, 9.4),
        right: rng.chance(0.3),
    };
    let own = own(rng, case);
    let value = own_value(rng, case, &mut truth, own);
    let line = (own != Own::Nothing).then(|| (worded(rng, OWN, case), value));
    let on_stub = rng.chance(0.5);
    let (above, below) = if on_stub { (None, line) } else { (line, None) };
    let y = upper(&mut sheet, rng, case, &mut truth, &look, above);
    let (y, total) = payment(&mut sheet, rng, face, bold, y + 6.0);
    truth.fields.amount = some(&total);
    let name = case.filer.name();
    let lines = [
        name.as_str(),
        case.address[0].as_str(),
        case.address[1].as_str(),
    ];
    let mut y = addressee(&mut sheet, face, 10.5, [64.0, y + 26.0], &lines) + 18.0;
    let mut parts = vec![
        "We have received the form and the fee shown above. Processing time varies by office. You \
         can follow the case at uscis.gov with the receipt number.",
        "If you move while the case is pending, change your address at uscis.gov/addresschange.",
    ];
    if rng.chance(0.7) {
        parts.insert(1, talk(rng));
    }
    for part in parts {
        y = sheet.paragraph(face, 9.5, 40.0, y, 532.0, part) + 5.0;
    }
    let body = Body {
        face,
        size: 8.8,
        left: 40.0,
        measure: 532.0,
        capitals: false,
    };
    prose::general(&mut sheet, rng, &body, y + 6.0, 598.0);
    let place = office(rng);
    sheet.write(
        face,
        8.0,
        40.0,
        612.0,
        &format!("{}  {}  {}", place[0], place[1], place[2]),
    );
    stub(
        &mut sheet,
        rng,
        case,
        family,
        dice_top(on_stub),
        below,
        &total,
    );
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// The height of the tear line: a stub with the account number is a little taller.
fn dice_top(tall: bool) -> f32 {
    if tall { 634.0 } else { 646.0 }
}
