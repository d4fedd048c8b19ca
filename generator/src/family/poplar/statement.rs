//! Fee statement, also of rejected filings: colon pairs in a box and a table of payments.
use super::matter::*;
use super::tools::*;
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::Family;

const LEFT: f32 = 54.0;
const RIGHT: f32 = 558.0;

/// The label for the filer's own account number.
fn account_label(rng: &mut Rng, case: &Case) -> String {
    let owner = role(case);
    match rng.below(6) {
        0 => "Filer's USCIS online account #".to_string(),
        1 => format!("{owner} USCIS Online Account No."),
        2 => "USCIS online account of filer".to_string(),
        3 => "myUSCIS account number (yours)".to_string(),
        4 => format!("USCIS Acct # ({owner})"),
        _ => "Online account with USCIS, number".to_string(),
    }
}

/// The pairs in the box.
fn pairs(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth, rejected: bool) -> Vec<[String; 2]> {
    let manner = rng.below(4);
    let noticed = when(manner, &case.noticed);
    let received = when(manner, &case.received);
    truth.fields.notice_date = Some(noticed.clone());
    truth.fields.received_date = Some(received.clone());
    truth.fields.case_type = Some(case.form_code.to_string());
    let name = named(rng.below(2), &case.filer);
    notes_filer(truth, case, &name);
    let mut all = vec![
        [
            rng.pick(&["Notice date", "Date of this notice"])
                .to_string(),
            noticed,
        ],
        [
            rng.pick(&["Came in on", "Received", "Date received"])
                .to_string(),
            received,
        ],
        ["Form number".to_string(), case.form_code.to_string()],
        [role(case).to_string(), name],
    ];
    if !rejected {
        truth.prints_receipt(&case.receipt);
        let label = rng.pick(&["Receipt number", "USCIS receipt no.", "Case receipt #"]);
        all.insert(
            rng.below(3),
            [label.to_string(), receipt_form(rng, &case.receipt)],
        );
    }
    if rng.chance(0.5) {
        truth.prints_a_number(&case.filer.a_number);
        let label = format!("{}'s A-Number", role(case));
        all.push([label, alien_form(rng, &case.filer.a_number)]);
    }
    if let Some(text) = Own::draw(rng, 42, 16).text(rng, case, truth) {
        let place = rng.between(1, all.len() as i64) as usize;
        all.insert(place, [account_label(rng, case), text]);
    }
    all
}

/// The other numbers in a second box: bank, card, parcel.
fn bank(rng: &mut Rng) -> Vec<[String; 2]> {
    let mut all = vec![
        ["Bank account number".to_string(), rng.digits(12)],
        ["Routing number".to_string(), rng.digits(9)],
        ["Check no.".to_string(), rng.digits(4)],
        [
            "Lockbox parcel (FedEx)".to_string(),
            grouped(&rng.digits(12), 4, " "),
        ],
        ["Pay.gov customer account".to_string(), rng.digits(12)],
    ];
    let drop = rng.below(all.len());
    all.remove(drop);
    all
}

/// The table of payments, flush right; gives its lower edge.
fn payments(
    sheet: &mut Sheet,
    cuts: Cuts,
    rng: &mut Rng,
    case: &Case,
    truth: &mut NoticeTruth,
    rejected: bool,
    top: f32,
) -> f32 {
    let stops = [LEFT + 4.0, 120.0, 300.0, 410.0];
    let heads = ["Date", "Item", "Tracking number", "Method"];
    sheet.fill([LEFT, top, RIGHT, top + 15.0], 0.82);
    for (stop, head) in stops.iter().zip(heads) {
        sheet.write(cuts.bold, 8.0, *stop, top + 10.5, head);
    }
    sheet.flush_right(cuts.bold, 8.0, RIGHT - 4.0, top + 10.5, "Amount");
    let items = [
        "Filing fee",
        "Biometric services fee",
        "Asylum program fee",
        "Fraud fee",
    ];
    let count = 2 + rng.below(3);
    let mut total = 0;
    let mut y = top + 27.0;
    for item in &items[..count] {
        let amount = rng.pick(&[85, 300, 460, 500, 535, 600, 715]);
        total += amount;
        let date = case.received.later(0, rng.between(0, 3)).numeric();
        let line = format!("{} {item}", case.form_code);
        let method = rng.pick(&["Check", "Card *4419", "G-1450", "Money order"]);
        let track = rng.digits(12);
        for (stop, text) in stops.iter().zip([date.as_str(), &line, &track, method]) {
            sheet.write(cuts.plain, 8.6, *stop, y, text);
        }
        sheet.flush_right(cuts.plain, 8.6, RIGHT - 4.0, y, &format!("${amount}.00"));
        sheet.rule(LEFT, RIGHT, y + 4.0, 0.25);
        y += 14.0;
    }
    let label = if rejected {
        "Total returned to you"
    } else {
        "Total amount received"
    };
    let sum = if total > 999 {
        format!("${},{:03}.00", total / 1000, total % 1000)
    } else {
        format!("${total}.00")
    };
    sheet.write(cuts.bold, 8.8, 410.0 - 4.0, y + 2.0, label);
    sheet.flush_right(cuts.bold, 8.8, RIGHT - 4.0, y + 2.0, &sum);
    if !rejected {
        truth.fields.amount = Some(sum);
    }
    y + 6.0
}

/// Box of pairs with colons; gives its lower edge.
fn pair_box(
    sheet: &mut Sheet,
    cuts: Cuts,
    span: [f32; 2],
    top: f32,
    share: f32,
    all: &[[String; 2]],
) -> f32 {
    let column = span[0] + (span[1] - span[0]) * share;
    for (number, pair) in all.iter().enumerate() {
        let y = top + 16.0 + 13.5 * number as f32;
        let pair = [format!("{}:", pair[0]), pair[1].clone()];
        let xs = [span[0] + 7.0, column, span[1] - 4.0];
        beside(sheet, [cuts.plain, cuts.bold], 9.0, xs, y, &pair);
    }
    let bottom = top + 13.5 * all.len() as f32 + 12.0;
    sheet.frame([span[0], top, span[1], bottom], 0.7);
    bottom
}

/// The head; gives the title.
fn head(sheet: &mut Sheet, cuts: Cuts, rng: &mut Rng, rejected: bool) -> &'static str {
    let title = if rejected {
        rng.pick(&[
            "Rejection Notice",
            "Notice of Rejection",
            "REJECTION OF FILING",
        ])
    } else {
        rng.pick(&[
            "Fee Receipt",
            "Receipt Notice",
            "Payment and Receipt Notice",
        ])
    };
    sheet.write(cuts.bold, 18.0, LEFT, 60.0, title);
    sheet.flush_right(
        cuts.bold,
        9.0,
        RIGHT,
        46.0,
        "U.S. Citizenship and Immigration Services",
    );
    let office = center(rng);
    sheet.flush_right(
        cuts.plain,
        8.0,
        RIGHT,
        57.0,
        &format!("Attn: {}", office.name),
    );
    let place = format!("{}, {}", office.street, office.place);
    sheet.flush_right(cuts.plain, 8.0, RIGHT, 67.0, &place);
    sheet.rule(LEFT, RIGHT, 74.0, 2.0);
    title
}

/// The reasons of a rejection or the thanks of a receipt.
fn prose(sheet: &mut Sheet, cuts: Cuts, rng: &mut Rng, rejected: bool, top: f32) {
    let reasons = [
        "the form was not signed by the person who filed it",
        "the fee was not the right one for this form on the day it came in",
        "the edition of the form is no longer accepted",
        "the check was not payable to U.S. Department of Homeland Security",
    ];
    let text = if rejected {
        format!(
            "We cannot accept the filing because {}. It is returned with everything that came with \
             it. A rejected filing has no receipt number and keeps no filing date. You may send it \
             again when the fault is mended; use the same account number, if you have one, on the \
             new form so that no second account is made.",
            rng.pick(&reasons)
        )
    } else {
        "Your filing and payment have been accepted. The numbers in the second box and in the \
         table come from the bank and the carrier; please do not write them on immigration forms."
            .to_string()
    };
    let y = sheet.paragraph(cuts.plain, 9.6, LEFT, top, RIGHT - LEFT, &text) + 7.0;
    let more = filler(rng, 4);
    paragraphs(sheet, cuts.plain, 9.6, [LEFT, RIGHT], y, 712.0, &more);
}

/// Fee statement or rejection.
pub(super) fn statement(rng: &mut Rng, case: &Case) -> Drawing {
    let faces = [
        Family::DejaVuSansCondensed,
        Family::LiberationSansNarrow,
        Family::FreeSans,
    ];
    let cuts = Cuts::any(rng, &faces);
    let mut sheet = Sheet::letter(cuts.family);
    let rejected = rng.chance(0.3);
    let mut truth = NoticeTruth {
        form: "I-797C".into(),
        ..Default::default()
    };
    let title = head(&mut sheet, cuts, rng, rejected);
    truth.fields.notice_type = Some(title.to_string());
    let lines = addressee(rng, case);
    let mut y = stack(
        &mut sheet,
        cuts.plain,
        10.0,
        [LEFT + 12.0, 96.0],
        12.0,
        &lines,
    ) + 4.0;
    if !rejected {
        let at = [340.0, 92.0];
        receipt_bars(
            &mut sheet,
            Symbology::Code128,
            at,
            210.0,
            28.0,
            &case.receipt,
        );
    }
    let all = pairs(rng, case, &mut truth, rejected);
    let others = bank(rng);
    if rng.chance(0.5) {
        let first = pair_box(&mut sheet, cuts, [LEFT, 338.0], y, 0.53, &all);
        let second = pair_box(&mut sheet, cuts, [346.0, RIGHT], y, 0.55, &others);
        y = first.max(second);
    } else {
        y = pair_box(&mut sheet, cuts, [LEFT, RIGHT], y, 0.48, &all);
        y = pair_box(&mut sheet, cuts, [LEFT, RIGHT], y + 8.0, 0.48, &others);
    }
    y = payments(&mut sheet, cuts, rng, case, &mut truth, rejected, y + 16.0);
    prose(&mut sheet, cuts, rng, rejected, y + 24.0);
    sheet.write(
        cuts.plain,
        7.5,
        LEFT,
        757.0,
        "Form I-797C, Notice of Action (04/01/19)",
    );
    sheet.flush_right(cuts.plain, 7.5, RIGHT, 757.0, "Page 1 of 1");
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}
