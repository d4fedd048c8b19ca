//! Receipt of a lockbox: typewriter face, labels tied to their values by dots.
use super::matter::*;
use super::tools::*;
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::Family;

/// Places and faces of a page.
struct Look {
    cuts: Cuts,
    size: f32,
    left: f32,
    column: f32,
    flush: bool,
    right: f32,
}

/// One line: label, dots, value.
fn line(sheet: &mut Sheet, look: &Look, y: f32, label: &str, value: &str) {
    let face = look.cuts.plain;
    let wide = face.width(value, look.size);
    let start = if look.flush {
        look.right - wide
    } else {
        look.column
    };
    let end = sheet.write(face, look.size, look.left, y, label);
    let stop = if look.flush && value.is_empty() {
        look.right - 60.0
    } else {
        start - 3.0
    };
    dots(sheet, face, look.size, end + 4.0, stop, y);
    if !value.is_empty() {
        fitted(
            sheet,
            look.cuts.bold,
            look.size,
            [start, y],
            look.right - start,
            value,
        );
    }
}

/// The label for the filer's own account number.
fn account_label(rng: &mut Rng, case: &Case) -> String {
    let owner = role(case);
    let text = match rng.below(6) {
        0 => "USCIS online account no.".to_string(),
        1 => format!("{owner} USCIS online acct"),
        2 => "USCIS ELIS account number".to_string(),
        3 => format!("Online account ID ({})", owner.to_lowercase()),
        4 => "OAN (USCIS online acct.)".to_string(),
        _ => "Your USCIS account #".to_string(),
    };
    if rng.chance(0.4) {
        text.to_uppercase()
    } else {
        text
    }
}

/// The lines of the upper part with their values.
fn lines(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth, manner: usize) -> Vec<[String; 2]> {
    let kind = rng.pick(&[
        "Receipt Notice",
        "Receipt",
        "Acceptance Notice",
        "Receipt of Filing",
    ]);
    truth.fields.notice_type = Some(kind.to_string());
    truth.prints_receipt(&case.receipt);
    let noticed = when(manner, &case.noticed);
    let received = when(manner, &case.received);
    truth.fields.notice_date = Some(noticed.clone());
    truth.fields.received_date = Some(received.clone());
    truth.fields.case_type = Some(case.form_code.to_string());
    let name = named(rng.below(2), &case.filer);
    notes_filer(truth, case, &name);
    let mut all = vec![
        [
            rng.pick(&["Notice type", "Type of notice"]).into(),
            kind.into(),
        ],
        [
            rng.pick(&["Receipt number", "Receipt #", "Case receipt no."])
                .into(),
            { receipt_form(rng, &case.receipt) },
        ],
        ["Form filed".into(), case.form_code.into()],
        [
            rng.pick(&["Received on", "Date received", "Receipt date"])
                .into(),
            received,
        ],
        [
            rng.pick(&["Notice date", "Date of notice", "Printed"])
                .into(),
            noticed,
        ],
        [role(case).into(), name],
    ];
    if case.is_petition {
        let name = named(rng.below(2), &case.beneficiary);
        truth.fields.beneficiary = Some(name.clone());
        all.push(["Beneficiary".into(), name]);
    }
    if rng.chance(0.7) {
        truth.prints_a_number(&case.filer.a_number);
        let label = rng.pick(&["USCIS alien number", "Alien Reg. No.", "A#", "A-Number"]);
        let owner = if case.is_petition { ", petitioner" } else { "" };
        all.push([
            format!("{label}{owner}"),
            alien_form(rng, &case.filer.a_number),
        ]);
    }
    all
}

/// The payment block with its long numbers.
fn payment(
    sheet: &mut Sheet,
    look: &Look,
    rng: &mut Rng,
    truth: &mut NoticeTruth,
    top: f32,
) -> f32 {
    let size = look.size + 1.0;
    sheet.write(look.cuts.bold, size, look.left, top, "PAYMENT INFORMATION");
    let amount = dollars(rng);
    truth.fields.amount = Some(amount.clone());
    let tracking = rng.pick(&[
        "Pay.gov tracking number",
        "Payment tracking no.",
        "Agency tracking",
    ]);
    let mut all = vec![
        ["Total amount received".to_string(), amount],
        ["Total balance due".to_string(), "$0.00".to_string()],
        [tracking.to_string(), rng.digits(12)],
        ["Bank routing number".to_string(), rng.digits(9)],
    ];
    if rng.chance(0.6) {
        all.push([
            "Checking account number".to_string(),
            format!("{}{}", "0", rng.digits(11)),
        ]);
    }
    if rng.chance(0.4) {
        all.push([
            "Remittance batch".to_string(),
            grouped(&rng.digits(12), 4, "-"),
        ]);
    }
    let mut y = top + 15.0;
    for pair in &all {
        line(sheet, look, y, &pair[0], &pair[1]);
        y += look.size + 4.0;
    }
    y
}

/// Mailing bars and the presort line above the address.
fn mail(sheet: &mut Sheet, look: &Look, rng: &mut Rng, case: &Case, top: f32) -> f32 {
    let mut x = look.left + 20.0;
    for _ in 0..62 {
        let (rise, fall) = rng.pick(&[(0.0, 8.0), (0.0, 5.0), (3.0, 8.0), (3.0, 5.0)]);
        sheet.fill([x, top + rise, x + 0.9, top + fall], 0.0);
        x += 2.9;
    }
    let presort = format!(
        "{} 1 MB 0.{} 5-DIGIT {}",
        rng.digits(6),
        rng.digits(3),
        rng.digits(5)
    );
    sheet.write(look.cuts.plain, 6.5, look.left + 20.0, top + 17.0, &presort);
    let lines = addressee(rng, case);
    stack(
        sheet,
        look.cuts.plain,
        9.5,
        [look.left + 20.0, top + 30.0],
        11.5,
        &lines,
    )
}

/// The head lines.
fn head(sheet: &mut Sheet, look: &Look, rng: &mut Rng, case: &Case) {
    let office = center(rng);
    sheet.write(
        look.cuts.bold,
        10.0,
        look.left,
        46.0,
        "DEPARTMENT OF HOMELAND SECURITY",
    );
    let agency = "U.S. CITIZENSHIP AND IMMIGRATION SERVICES";
    sheet.write(look.cuts.plain, 9.0, look.left, 58.0, agency);
    let place = format!("{}, {}, {}", office.name, office.street, office.place);
    fitted(
        sheet,
        look.cuts.plain,
        8.0,
        [look.left, 69.0],
        look.right - look.left,
        &place,
    );
    sheet.flush_right(
        look.cuts.bold,
        9.0,
        look.right,
        46.0,
        "FORM I-797C, NOTICE OF ACTION",
    );
    receipt_bars(
        sheet,
        Symbology::Code39,
        [look.left, 80.0],
        250.0,
        24.0,
        &case.receipt,
    );
    let banner = "THIS NOTICE DOES NOT GRANT ANY IMMIGRATION STATUS OR BENEFIT.";
    sheet.centred(
        look.cuts.bold,
        9.0,
        (look.left + look.right) / 2.0,
        122.0,
        banner,
    );
}

/// The prose under the blocks.
fn prose(sheet: &mut Sheet, look: &Look, rng: &mut Rng, top: f32) {
    let mentions = rng.pick(&[
        "When you write to us, give the receipt number above. If you have an account number, \
         give that as well.",
        "You may create a USCIS online account at my.uscis.gov to follow this case. A 12-digit \
         account number (it looks like 0123 4567 8901) is given when the account is made.",
        "Keep this notice. A copy is sent to your representative, if there is one.",
    ]);
    let text = format!(
        "We have received your form and the fee shown. Please check the lines above and call \
         800-375-5283 if anything is wrong. {mentions} Processing times are posted at \
         uscis.gov/tools."
    );
    let width = look.right - look.left;
    let y = sheet.paragraph(look.cuts.plain, 9.0, look.left, top, width, &text) + 6.0;
    let span = [look.left, look.right];
    let count = rng.below(4);
    let more = filler(rng, count);
    let y = paragraphs(sheet, look.cuts.plain, 9.0, span, y, 700.0, &more);
    let close = "Please see the additional information on the back. You will be notified \
                 separately about any other cases you filed.";
    sheet.paragraph(look.cuts.plain, 9.0, look.left, y, width, close);
    sheet.rule(look.left, look.right, 742.0, 0.5);
    sheet.write(
        look.cuts.plain,
        7.5,
        look.left,
        753.0,
        "FORM I-797C 04/01/19",
    );
    sheet.flush_right(look.cuts.plain, 7.5, look.right, 753.0, "PAGE 1 OF 1");
}

/// Receipt with dot leaders.
pub(super) fn leaders(rng: &mut Rng, case: &Case) -> Drawing {
    let cuts = Cuts::any(
        rng,
        &[Family::Courier, Family::LiberationMono, Family::FreeMono],
    );
    let left = rng.uniform(44.0, 66.0);
    let column = left + rng.uniform(185.0, 205.0);
    let size = rng.uniform(8.8, 9.8);
    let flush = rng.chance(0.4);
    let right = if flush { left + 400.0 } else { 566.0 };
    let look = Look {
        cuts,
        size,
        left,
        column,
        flush,
        right,
    };
    let wide = Look {
        right: 566.0,
        ..look
    };
    let mut sheet = Sheet::letter(cuts.family);
    let mut truth = NoticeTruth {
        form: "I-797C".into(),
        ..Default::default()
    };
    head(&mut sheet, &wide, rng, case);
    let manner = rng.below(5);
    let mut all = lines(rng, case, &mut truth, manner);
    if let Some(text) = Own::draw(rng, 42, 14).text(rng, case, &mut truth) {
        let place = rng.between(2, all.len() as i64) as usize;
        all.insert(place, [account_label(rng, case), text]);
    }
    let title = format!("{} - {}", case.form_code.replacen('-', "", 1), case.title);
    fitted(
        &mut sheet,
        cuts.bold,
        10.0,
        [left, 146.0],
        566.0 - left,
        &title,
    );
    let mut y = 166.0;
    for pair in &all {
        line(&mut sheet, &look, y, &pair[0], &pair[1]);
        y += look.size + 5.0;
    }
    y = mail(&mut sheet, &wide, rng, case, y + 6.0) + 12.0;
    y = payment(&mut sheet, &look, rng, &mut truth, y) + 10.0;
    prose(&mut sheet, &wide, rng, y);
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}
