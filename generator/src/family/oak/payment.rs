//! A fee receipt: a strip of references, a table of payments, a coupon to return.
use super::desk::{Desk, Shown};
use super::kit::{Item, receipt_bars, settle, snug, stack, tear};
use super::words;
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

const ACCOUNT: &[&str] = &[
    "USCIS online acct. no.",
    "Online account (USCIS)",
    "{R} online acct. no.",
    "USCIS account no.",
    "Filer's USCIS online account",
    "Your online account number",
];

const FEES: &[&str] = &[
    "Filing fee, Form {code}",
    "Biometric services fee",
    "Asylum Program Fee",
    "Fraud prevention and detection fee",
    "Immigrant services fee",
    "Public law surcharge",
];

/// The look of the page.
struct Look {
    family: Family,
    mono: Family,
    left: f32,
    right: f32,
    strip: bool,
}

/// The entries of the summary.
fn summary(desk: &mut Desk) -> Vec<Item> {
    let mut items = vec![desk.receipt(words::RECEIPT), desk.noticed(words::NOTICED)];
    if let Some(item) = desk.account(ACCOUNT) {
        let index = desk.rng.below(3);
        items.insert(index, item);
    }
    if desk.rng.chance(0.7) {
        items.push(desk.filer_a(words::FILER_A));
    }
    if items.len() < 4 {
        items.push(desk.received(words::RECEIVED));
    }
    items
}

/// The summary as a strip of columns under a dark head; the y below.
fn strip(sheet: &mut Sheet, look: &Look, top: f32, items: &[Item]) -> f32 {
    let wide = (look.right - look.left) / items.len() as f32;
    let plain = Face::regular(look.family);
    let bold = Face::bold(look.family);
    sheet.fill([look.left, top, look.right, top + 20.0], 0.2);
    sheet.frame([look.left, top, look.right, top + 40.0], 0.8);
    for (index, item) in items.iter().enumerate() {
        let x = look.left + wide * index as f32;
        let (size, lines) = settle(bold, 7.0, wide - 8.0, 2, &item.label);
        let mut base = top + if lines.len() > 1 { 8.6 } else { 12.4 };
        for line in &lines {
            sheet.write_shaded(bold, size, x + 4.0, base, line, 1.0);
            base += size * 1.15;
        }
        snug(
            sheet,
            plain,
            9.4,
            x + 4.0,
            top + 33.0,
            wide - 7.0,
            &item.value,
        );
        if index > 0 {
            sheet.upright(x, top + 20.0, top + 40.0, 0.5);
        }
    }
    top + 40.0
}

/// The summary as a box at the right, labels left and values flush right; the y below.
fn side_box(sheet: &mut Sheet, look: &Look, top: f32, items: &[Item]) -> f32 {
    let left = look.right - 262.0;
    let bottom = top + items.len() as f32 * 17.0 + 6.0;
    sheet.frame([left, top, look.right, bottom], 0.8);
    let mut base = top + 13.5;
    for item in items {
        let plain = Face::regular(look.family);
        snug(sheet, plain, 8.0, left + 6.0, base, 134.0, &item.label);
        sheet.flush_right(
            Face::bold(look.family),
            9.2,
            look.right - 6.0,
            base,
            &item.value,
        );
        if base + 6.0 < bottom {
            sheet.rule(left, look.right, base + 4.6, 0.25);
        }
        base += 17.0;
    }
    bottom
}

/// Dollars of a count of cents by the five dollars.
fn dollars(amount: i64) -> String {
    if amount >= 1000 {
        return format!("${},{:03}.00", amount / 1000, amount % 1000);
    }
    format!("${amount}.00")
}

/// The lines of the fee table: what, reference, amount.
fn fees(desk: &mut Desk) -> (Vec<[String; 3]>, i64) {
    let count = desk.rng.between(1, 4) as usize;
    let mut total = 0;
    let mut lines = Vec::new();
    for name in desk.prose(FEES, count) {
        let amount = desk.rng.between(6, 220) * 5;
        total += amount;
        lines.push([name, words::twelve(desk.rng), dollars(amount)]);
    }
    (lines, total)
}

/// The fee table; the y below.
fn table(desk: &mut Desk, sheet: &mut Sheet, look: &Look, top: f32) -> f32 {
    let plain = Face::regular(look.family);
    let bold = Face::bold(look.family);
    let [a, b] = [look.left + 28.0, look.left + 250.0];
    let heads = ["Line", "What was paid", "Reference", "Amount"].map(|word| desk.cased(word));
    let reference = desk.label(&["Payment reference", "Tracking no.", "Remittance no."]);
    sheet.rule(look.left, look.right, top, 1.0);
    sheet.write(bold, 7.6, look.left, top + 11.0, &heads[0]);
    sheet.write(bold, 7.6, a, top + 11.0, &heads[1]);
    sheet.write(bold, 7.6, b, top + 11.0, &reference);
    sheet.flush_right(bold, 7.6, look.right, top + 11.0, &heads[3]);
    sheet.rule(look.left, look.right, top + 15.0, 0.5);
    let (lines, total) = fees(desk);
    let mut base = top + 28.0;
    for (index, [what, number, amount]) in lines.iter().enumerate() {
        sheet.write(plain, 9.2, look.left, base, &(index + 1).to_string());
        sheet.write(plain, 9.2, a, base, what);
        sheet.write(Face::regular(look.mono), 9.2, b, base, number);
        sheet.flush_right(plain, 9.2, look.right, base, amount);
        base += 14.0;
    }
    sheet.rule(look.right - 200.0, look.right, base - 8.0, 0.5);
    let total = dollars(total);
    let label = desk.label(&["Total amount received", "Amount received", "Total received"]);
    snug(
        sheet,
        bold,
        9.2,
        look.right - 200.0,
        base + 4.0,
        138.0,
        &label,
    );
    sheet.flush_right(bold, 9.2, look.right, base + 4.0, &total);
    desk.truth.fields.amount = Some(total);
    base + 14.0
}

/// The block about the payer: bank, card or money order.
fn payer(desk: &mut Desk, sheet: &mut Sheet, look: &Look, top: f32) -> f32 {
    let plain = Face::regular(look.family);
    let check = desk.rng.digits(4);
    let routing = desk.rng.digits(9);
    let bank = desk.rng.pick(&[
        "First Prairie Bank",
        "Harbor Savings Bank",
        "Union Trust Bank",
    ]);
    let digits = words::twelve(desk.rng);
    let lines = match desk.rng.below(3) {
        0 => vec![
            format!("Paid by check no. {check}, {bank}"),
            format!("Routing no. {routing}     Bank account no. {digits}"),
        ],
        1 => vec![
            format!("Paid by card ending in {check}"),
            format!("Card processor's merchant account {digits}"),
        ],
        _ => vec![
            format!("Paid by transfer from {bank}"),
            format!("Pay.gov tracking no. {digits}"),
        ],
    };
    let heading = desk.label(&["How you paid", "Means of payment", "Payer's details"]);
    sheet.write(
        Face::bold(look.family),
        9.0,
        look.left,
        top + 12.0,
        &heading,
    );
    stack(sheet, plain, 9.0, look.left, top + 25.0, &lines) + 6.0
}

/// The coupon below the tear line.
fn coupon(desk: &mut Desk, sheet: &mut Sheet, look: &Look) {
    let plain = Face::regular(look.family);
    let bold = Face::bold(look.family);
    tear(sheet, 20.0, 592.0, 610.0);
    sheet.centred(
        plain,
        6.6,
        306.0,
        606.0,
        "Detach and return this part with any balance due",
    );
    sheet.write(bold, 11.0, look.left, 632.0, "Remittance coupon");
    let labels = [
        "Lockbox customer account",
        "Billing account no.",
        "Treasury account symbol",
    ];
    let number = words::twelve(desk.rng);
    let mut items = vec![desk.item(&labels, number)];
    items.push(desk.receipt(&["Receipt number", "Receipt no."]));
    items.push(desk.item(&["Balance due", "Total balance due"], "$0.00"));
    for (index, item) in items.iter().enumerate() {
        let x = look.left + 172.0 * index as f32;
        snug(sheet, plain, 10.0, x, 654.0, 150.0, &item.value);
        sheet.rule(x, x + 156.0, 658.0, 0.5);
        sheet.write(plain, 6.4, x, 666.0, &item.label);
    }
    let scan = format!(
        "<{} {} {}<",
        desk.rng.digits(9),
        desk.rng.digits(12),
        "000000000"
    );
    sheet.write(
        Face::regular(Family::Courier),
        11.0,
        look.left,
        712.0,
        &scan,
    );
    let mut base = 690.0;
    for line in ["USCIS Lockbox", "P.O. Box 650888", "Dallas TX 75265-0888"] {
        sheet.write(plain, 8.6, 440.0, base, line);
        base += 11.0;
    }
}

/// The head; the y below.
fn head(desk: &mut Desk, sheet: &mut Sheet, look: &Look, form: &str) -> f32 {
    let plain = Face::regular(look.family);
    let bold = Face::bold(look.family);
    let kind = desk
        .rng
        .pick(&["Fee Receipt", "Receipt Notice", "Receipt of Payment"]);
    desk.truth.fields.notice_type = Some(kind.to_string());
    sheet.write(bold, 18.0, look.left, 54.0, kind);
    let agency = "U.S. Citizenship and Immigration Services, Office of Intake";
    sheet.write(plain, 8.0, look.left, 66.0, agency);
    if !form.is_empty() {
        sheet.flush_right(plain, 8.6, look.right, 50.0, &format!("Form {form}"));
    }
    sheet.flush_right(plain, 8.0, look.right, 62.0, "Page 1 of 1");
    sheet.rule(look.left, look.right, 72.0, 1.6);
    84.0
}

/// The address in its window; the y below.
fn window(desk: &mut Desk, sheet: &mut Sheet, look: &Look, top: f32) -> f32 {
    let mono = Face::regular(look.mono);
    let name = desk.filer_text();
    let role = desk.role().to_string();
    sheet.write(
        Face::regular(look.family),
        7.0,
        look.left,
        top + 8.0,
        &format!("{role}:"),
    );
    let mut lines = desk.address();
    lines[0] = name;
    let mut base = top + 21.0;
    for line in lines {
        sheet.write(mono, 9.6, look.left, base, &line);
        base += 12.0;
    }
    base
}

/// A fee receipt with a coupon.
pub(super) fn payment(rng: &mut Rng, case: &Case) -> Drawing {
    Desk::shuffle(rng, 7);
    let form = rng.pick(&["I-797", "I-797C", "I-797C"]);
    let mut desk = Desk::open(rng, case, form);
    let left = desk.rng.uniform(38.0, 54.0);
    let look = Look {
        family: desk
            .rng
            .pick(&[Family::Helvetica, Family::LiberationSans, Family::FreeSans]),
        mono: desk.rng.pick(&[
            Family::Courier,
            Family::LiberationMono,
            Family::DejaVuSansMono,
        ]),
        left,
        right: 612.0 - left,
        strip: desk.rng.chance(0.5),
    };
    let mut sheet = Sheet::letter(look.family);
    let top = head(&mut desk, &mut sheet, &look, form);
    let items = summary(&mut desk);
    let mut y = window(&mut desk, &mut sheet, &look, top);
    if look.strip {
        receipt_bars(
            &mut sheet,
            Symbology::Code128,
            [400.0, top],
            0.9,
            26.0,
            &desk.case.receipt,
        );
        y = strip(&mut sheet, &look, y + 12.0, &items);
    } else {
        y = side_box(&mut sheet, &look, top, &items).max(y);
    }
    let plain = Face::regular(look.family);
    let text = desk.case_text();
    let label = desk.label(words::CASE_TYPE);
    let x = sheet.write(plain, 8.0, look.left, y + 20.0, &format!("{label}:  "));
    snug(
        &mut sheet,
        Face::bold(look.family),
        9.4,
        x,
        y + 20.0,
        look.right - x,
        &text,
    );
    y = table(&mut desk, &mut sheet, &look, y + 32.0);
    y = payer(&mut desk, &mut sheet, &look, y);
    let mut texts = desk.prose(words::RECEIVED_PROSE, 3);
    let pool = if desk.shown == Shown::Absent {
        words::NO_NUMBER
    } else {
        words::MENTION
    };
    if desk.modern() && desk.rng.chance(0.7) {
        texts.push(desk.prose(pool, 1).remove(0));
    }
    let wide = look.right - look.left;
    for text in &texts {
        y = sheet.paragraph(plain, 9.0, look.left, y + 8.0, wide, text);
    }
    coupon(&mut desk, &mut sheet, &look);
    sheet.write(
        plain,
        6.8,
        look.left,
        764.0,
        &format!("Form {form}  Rev. 06/11/20"),
    );
    Drawing {
        sheets: vec![sheet],
        truth: desk.truth,
    }
}
