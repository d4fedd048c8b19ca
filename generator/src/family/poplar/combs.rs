//! Intake card: numbers stand one digit to a cell in combs; a stub hangs at the foot.
use super::matter::*;
use super::tools::*;
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

const LEFT: f32 = 50.0;
const RIGHT: f32 = 562.0;

/// A label over a comb of cells.
fn combed(sheet: &mut Sheet, cuts: Cuts, at: [f32; 2], cell: [f32; 2], label: &str, text: &str) {
    sheet.write(cuts.plain, 7.2, at[0], at[1], label);
    comb(
        sheet,
        mono(),
        [at[0], at[1] + 4.0],
        cell,
        text.chars().count(),
        text,
    );
}

/// A label over an empty comb.
fn empty(sheet: &mut Sheet, cuts: Cuts, at: [f32; 2], cell: [f32; 2], label: &str, count: usize) {
    sheet.write(cuts.plain, 7.2, at[0], at[1], label);
    comb(sheet, mono(), [at[0], at[1] + 4.0], cell, count, "");
}

/// The face of the filled-in digits.
fn mono() -> Face {
    Face::regular(Family::LiberationMono)
}

/// A label over an open box with a value.
fn boxed(sheet: &mut Sheet, cuts: Cuts, span: [f32; 2], y: f32, label: &str, value: &str) {
    sheet.write(cuts.plain, 7.2, span[0], y, label);
    sheet.frame([span[0], y + 4.0, span[1], y + 20.0], 0.6);
    fitted(
        sheet,
        mono(),
        9.5,
        [span[0] + 4.0, y + 15.5],
        span[1] - span[0] - 8.0,
        value,
    );
}

/// The label for the filer's own account number.
fn account_label(rng: &mut Rng, case: &Case, number: usize) -> String {
    let owner = role(case);
    let text = match rng.below(5) {
        0 => format!("{owner}'s USCIS Online Account Number (if any)"),
        1 => "USCIS Online Account Number (if any)".to_string(),
        2 => format!("USCIS ELIS Account Number of the {}", owner.to_lowercase()),
        3 => format!("Online account no. (USCIS), {}", owner.to_lowercase()),
        _ => "Filer: USCIS Online Acct. No.".to_string(),
    };
    format!("{number}.  {text}")
}

/// Names, form and dates in boxes.
fn boxes(
    sheet: &mut Sheet,
    cuts: Cuts,
    rng: &mut Rng,
    case: &Case,
    truth: &mut NoticeTruth,
    top: f32,
) -> f32 {
    let manner = rng.below(2) * 3;
    let noticed = when(manner, &case.noticed);
    let received = when(manner, &case.received);
    truth.fields.notice_date = Some(noticed.clone());
    truth.fields.received_date = Some(received.clone());
    truth.fields.case_type = Some(case.form_code.to_string());
    boxed(sheet, cuts, [LEFT, 150.0], top, "1.  Form", case.form_code);
    boxed(
        sheet,
        cuts,
        [160.0, RIGHT],
        top,
        "2.  Title of the form",
        case.title,
    );
    let name = case.filer.listed();
    notes_filer(truth, case, &name);
    let mut y = top + 33.0;
    let label = format!("3.  {} (Family Name, Given Name)", role(case));
    boxed(sheet, cuts, [LEFT, 300.0], y, &label, &name);
    boxed(sheet, cuts, [312.0, 430.0], y, "4.  Received", &received);
    boxed(
        sheet,
        cuts,
        [442.0, RIGHT],
        y,
        "5.  Date of notice",
        &noticed,
    );
    y += 33.0;
    if case.is_petition {
        let name = case.beneficiary.listed();
        truth.fields.beneficiary = Some(name.clone());
        boxed(
            sheet,
            cuts,
            [LEFT, 300.0],
            y,
            "3a.  Beneficiary (Family Name, Given Name)",
            &name,
        );
        y += 33.0;
    }
    y
}

/// The combs with the long numbers.
fn combs(
    sheet: &mut Sheet,
    cuts: Cuts,
    rng: &mut Rng,
    case: &Case,
    truth: &mut NoticeTruth,
    top: f32,
) -> f32 {
    let cell = [rng.uniform(14.5, 16.5), rng.uniform(16.0, 18.0)];
    let second = 322.0;
    let mut y = top;
    truth.prints_receipt(&case.receipt);
    combed(
        sheet,
        cuts,
        [LEFT, y],
        cell,
        "6.  Receipt number",
        &case.receipt,
    );
    if rng.chance(0.75) {
        truth.prints_a_number(&case.filer.a_number);
        let padded = format!("A{:0>9}", case.filer.a_number);
        let label = format!(
            "7.  Alien Registration Number, {}",
            role(case).to_lowercase()
        );
        combed(sheet, cuts, [second, y], cell, &label, &padded);
    } else {
        let mail = rng.digits(9);
        combed(
            sheet,
            cuts,
            [second, y],
            cell,
            "7.  ZIP + 4 of mailing address",
            &mail,
        );
    }
    y += 38.0;
    let own = Own::draw(rng, 40, 30);
    if let Some(text) = own.text(rng, case, truth) {
        let label = account_label(rng, case, 8);
        if text.is_empty() {
            empty(sheet, cuts, [LEFT, y], cell, &label, 12);
        } else {
            combed(sheet, cuts, [LEFT, y], cell, &label, &case.account);
        }
    } else {
        let batch = rng.digits(12);
        combed(
            sheet,
            cuts,
            [LEFT, y],
            cell,
            "8.  Lockbox batch and item",
            &batch,
        );
    }
    combed(
        sheet,
        cuts,
        [second, y],
        cell,
        "9.  Remitter's bank routing number",
        &rng.digits(9),
    );
    y + 38.0
}

/// The part of the attorney.
fn attorney(
    sheet: &mut Sheet,
    cuts: Cuts,
    rng: &mut Rng,
    case: &Case,
    truth: &mut NoticeTruth,
    top: f32,
) -> f32 {
    if rng.chance(0.35) {
        return top;
    }
    sheet.fill([LEFT, top - 8.0, RIGHT, top + 4.0], 0.85);
    let title = "For the attorney or accredited representative";
    sheet.write(cuts.bold, 8.0, LEFT + 4.0, top + 1.0, title);
    let y = top + 16.0;
    boxed(sheet, cuts, [LEFT, 250.0], y, "10.  Name", &case.attorney.0);
    let label = "11.  Attorney's own USCIS Online Account Number (if any)";
    if rng.chance(0.7) {
        let digits = crate::case::account(rng);
        truth.prints_representative_account(&digits);
        combed(sheet, cuts, [322.0, y], [15.0, 16.0], label, &digits);
    } else {
        boxed(
            sheet,
            cuts,
            [322.0, RIGHT],
            y,
            "11.  Law firm",
            &case.attorney.1,
        );
    }
    y + 38.0
}

/// The stub under a line of dashes.
fn stub(sheet: &mut Sheet, cuts: Cuts, rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) {
    let top = 640.0;
    let mut x = LEFT;
    while x < RIGHT {
        sheet.rule(x, x + 5.0, top, 0.6);
        x += 9.0;
    }
    let lead = "Detach here and keep with your records";
    sheet.centred(cuts.slant, 7.0, (LEFT + RIGHT) / 2.0, top - 3.0, lead);
    let lines = addressee(rng, case);
    stack(
        sheet,
        cuts.plain,
        9.0,
        [LEFT + 10.0, top + 26.0],
        11.0,
        &lines,
    );
    receipt_bars(
        sheet,
        Symbology::Code39,
        [330.0, top + 16.0],
        220.0,
        26.0,
        &case.receipt,
    );
    sheet.write(mono(), 9.0, 352.0, top + 53.0, &case.receipt);
    let amount = dollars(rng);
    truth.fields.amount = Some(amount.clone());
    let parcel = format!("Courier parcel {}", grouped(&rng.digits(12), 4, " "));
    sheet.write(
        cuts.plain,
        8.0,
        330.0,
        top + 68.0,
        &format!("Fee received: {amount}"),
    );
    sheet.write(cuts.plain, 8.0, 330.0, top + 80.0, &parcel);
    sheet.write(
        cuts.plain,
        7.0,
        LEFT,
        758.0,
        "Form I-797   Notice of Action   Intake card",
    );
    sheet.flush_right(cuts.plain, 7.0, RIGHT, 758.0, "Page 1 of 1");
}

/// The head of the card.
fn head(sheet: &mut Sheet, cuts: Cuts, rng: &mut Rng, truth: &mut NoticeTruth) {
    let title = rng.pick(&["Acceptance Notice", "Receipt Notice", "Intake Notice"]);
    truth.fields.notice_type = Some(title.to_string());
    sheet.frame([LEFT - 8.0, 34.0, RIGHT + 8.0, 72.0], 1.0);
    sheet.write(cuts.bold, 15.0, LEFT, 58.0, title);
    sheet.flush_right(
        cuts.bold,
        9.0,
        RIGHT,
        49.0,
        "U.S. Citizenship and Immigration Services",
    );
    let lockbox = rng.pick(&["Chicago Lockbox", "Dallas Lockbox", "Phoenix Lockbox"]);
    sheet.flush_right(cuts.plain, 8.0, RIGHT, 62.0, lockbox);
}

/// The notes under the combs.
fn notes(sheet: &mut Sheet, cuts: Cuts, rng: &mut Rng, top: f32) {
    let mention = rng.pick(&[
        "A person who has a USCIS online account should write its number on every later form.",
        "An account number is not needed to ask about this case; the receipt number is enough.",
        "Example of a filled row: 0 1 2 3 4 5 6 7 8 9 0 1 reads 012345678901.",
    ]);
    let parts = [
        "This card tells you that the form and the fee named above have come in and have been \
         passed to the office that will decide. It gives no status and no benefit.",
        mention,
        "Compare every row with your own papers. If a digit is wrong call 1-800-375-5283 (TTY \
         1-800-767-1833) and have the number in row 6 before you.",
    ];
    let mut y = top;
    for (number, part) in parts.iter().enumerate() {
        let mark = ["a.", "b.", "c."][number];
        sheet.write(cuts.plain, 8.5, LEFT, y, mark);
        y = sheet.paragraph(cuts.plain, 8.5, LEFT + 16.0, y, RIGHT - LEFT - 16.0, part) + 4.0;
    }
    let count = 1 + rng.below(5);
    let more = filler(rng, count);
    paragraphs(
        sheet,
        cuts.plain,
        8.5,
        [LEFT + 16.0, RIGHT],
        y + 3.0,
        618.0,
        &more,
    );
}

/// Intake card with combs.
pub(super) fn combs_card(rng: &mut Rng, case: &Case) -> Drawing {
    let faces = [
        Family::FreeSans,
        Family::LiberationSans,
        Family::DejaVuSansCondensed,
    ];
    let cuts = Cuts::any(rng, &faces);
    let mut sheet = Sheet::letter(cuts.family);
    let mut truth = NoticeTruth {
        form: "I-797".into(),
        ..Default::default()
    };
    head(&mut sheet, cuts, rng, &mut truth);
    let mut y = rng.uniform(88.0, 104.0);
    if rng.chance(0.5) {
        y = boxes(&mut sheet, cuts, rng, case, &mut truth, y) + 4.0;
        y = combs(&mut sheet, cuts, rng, case, &mut truth, y) + 8.0;
    } else {
        y = combs(&mut sheet, cuts, rng, case, &mut truth, y) + 2.0;
        y = boxes(&mut sheet, cuts, rng, case, &mut truth, y) + 14.0;
    }
    y = attorney(&mut sheet, cuts, rng, case, &mut truth, y + 6.0);
    notes(&mut sheet, cuts, rng, y + 16.0);
    stub(&mut sheet, cuts, rng, case, &mut truth);
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}
