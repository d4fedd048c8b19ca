//! Mail rooms: a package sent back, and a case that moved with a stub to keep.

use crate::barcode::Symbology;
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

use super::flow;
use super::words::{self, Facts};

/// "We are sending your package back": reasons with ticks, and the numbers of the mail room.
pub(super) fn returned(rng: &mut Rng, case: &Case) -> Drawing {
    let facts = Facts::draw(rng, case, 8);
    let family = rng.pick(&[
        Family::LiberationSansNarrow,
        Family::FreeSans,
        Family::DejaVuSans,
    ]);
    let size = if family == Family::DejaVuSans {
        8.6
    } else {
        10.0
    };
    let mut sheet = Sheet::letter(family);
    let mut truth = NoticeTruth::default();
    truth.fields.notice_type = Some("Rejection Notice".to_owned());
    let noticed = facts.dates.print(case.noticed);
    truth.fields.notice_date = Some(noticed.clone());
    let name = facts.name(&case.filer);
    truth.fields.addressee = Some(name.clone());
    truth.fields.case_type = Some(case.form_code.to_owned());
    sheet.plain(9.0, 56.0, 48.0, "USCIS Lockbox, Returned Filings Desk");
    let kind = rng.pick(&["Notice type: Rejection Notice", "Rejection Notice"]);
    let face = Face::bold(family);
    sheet.flush_right(face, 11.0, 556.0, 48.0, kind);
    if rng.chance(0.6) {
        truth.form = "I-797C".to_owned();
        let face = Face::regular(family);
        sheet.flush_right(face, 8.5, 556.0, 60.0, "Form I-797C, Notice of Action");
    }
    for (row, line) in [&name, &case.address[0], &case.address[1]]
        .iter()
        .enumerate()
    {
        sheet.plain(size, 56.0, 84.0 + 13.0 * row as f32, line);
    }
    let label = rng.pick(&[
        "Notice date",
        "Date of this notice",
        "Mailed on (notice date)",
    ]);
    let face = Face::regular(family);
    sheet.flush_right(face, size, 556.0, 84.0, &format!("{label}: {noticed}"));
    sheet.bold(16.0, 56.0, 150.0, "We are sending your package back");
    let lead = format!(
        "We could not accept your Form {}, {}. No case was opened, and there is no receipt number. \
         Your check is in the envelope, or we tore it up.",
        case.form_code,
        words::title(case.title)
    );
    let mut y = flow::rich(&mut sheet, size, 56.0, 170.0, 500.0, &lead) + 12.0;
    sheet.bold(11.0, 56.0, y, "Why");
    y += 17.0;
    let reasons = [
        "The form isn't signed, or the signature is a copy.",
        "The fee is wrong. See Form G-1055 on our website for the fee of today.",
        "You used an old edition of the form.",
        "A page is missing, or pages of two editions are mixed.",
        "The bank returned your payment. We don't try a second time.",
    ];
    let ticked = rng.below(reasons.len());
    for (index, reason) in reasons.iter().enumerate() {
        sheet.frame([57.0, y - 8.0, 66.0, y + 1.0], 0.7);
        if index == ticked || rng.chance(0.15) {
            sheet.bold(10.0, 58.6, y, "X");
        }
        y = flow::rich(&mut sheet, size, 76.0, y, 480.0, reason) + 3.0;
    }
    y += 10.0;
    sheet.bold(11.0, 56.0, y, "What we read on your papers");
    y += 8.0;
    for (label, value) in &returned_rows(rng, case, &facts, &mut truth) {
        let tall = flow::height(family, size, 230.0, label) + 6.0;
        sheet.rule(56.0, 556.0, y, 0.3);
        flow::rich(&mut sheet, size, 60.0, y + size + 2.0, 230.0, label);
        sheet.plain(size, 306.0, y + size + 2.0, value);
        y += tall;
    }
    sheet.rule(56.0, 556.0, y, 0.3);
    y += 24.0;
    sheet.bold(11.0, 56.0, y, "What to do");
    y += 17.0;
    for (number, text) in [
        "Mend what is ticked above.",
        "Print the form anew if the edition is old, and sign it with ink.",
        "Mail everything again with this page on top. The day it arrives complete counts.",
    ]
    .iter()
    .enumerate()
    {
        sheet.bold(size, 60.0, y, &format!("{}.", number + 1));
        y = flow::rich(&mut sheet, size, 76.0, y, 480.0, text) + 3.0;
    }
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// The rows of what the mail room read.
fn returned_rows(
    rng: &mut Rng,
    case: &Case,
    facts: &Facts,
    truth: &mut NoticeTruth,
) -> Vec<(String, String)> {
    let row = |label: &str, value: &str| (label.to_owned(), value.to_owned());
    let mut rows = vec![
        row("Parcel tracking number (on the box)", &words::tracking(rng)),
        row(
            "Payment: check number",
            &format!("{}", rng.between(101, 4999)),
        ),
        row("Payment: your bank account number", &words::tracking(rng)),
    ];
    let name = facts.name(&case.filer);
    words::filer_truth(case, truth, &name);
    rows.push(row(words::role(case), &name));
    if rng.chance(0.7) {
        truth.prints_a_number(&case.filer.a_number);
        let number = case::printed_a_number(rng, &case.filer.a_number);
        rows.push(row("A-Number", &number));
    }
    if facts.has_label() {
        facts.account_truth(case, truth);
        let label = rng.pick(&[
            "USCIS online account number (if any)",
            "Online account number that you wrote in Part 1",
            "USCIS online account number of the person who files, as far as it could be read",
        ]);
        rows.push(row(label, facts.shown()));
    }
    if let Some((printed, _)) = &facts.agent {
        facts.agent_truth(truth);
        rows.push(row(
            "Attorney's USCIS online account number (Form G-28)",
            printed,
        ));
    }
    let turn = rng.below(rows.len());
    rows.rotate_left(turn);
    rows
}

/// A transfer: from one office to another, and a stub that repeats the numbers.
pub(super) fn moved(rng: &mut Rng, case: &Case) -> Drawing {
    let facts = Facts::draw(rng, case, 9);
    let family = rng.pick(&[
        Family::Helvetica,
        Family::FreeSerif,
        Family::DejaVuSansCondensed,
    ]);
    let mut sheet = Sheet::letter(family);
    let mut truth = NoticeTruth {
        form: rng.pick(&["I-797C", "I-797", ""]).to_owned(),
        ..NoticeTruth::default()
    };
    let kind = rng.pick(&["Transfer Notice", "Notice of Transfer"]);
    truth.fields.notice_type = Some(kind.to_owned());
    truth.fields.case_type = Some(case.form_code.to_owned());
    let noticed = facts.dates.print(case.noticed);
    truth.fields.notice_date = Some(noticed.clone());
    truth.prints_receipt(&case.receipt);
    sheet.bold(18.0, 60.0, 68.0, "Your case has moved");
    let mut sub = format!("{kind} | Notice date {noticed}");
    if !truth.form.is_empty() {
        sub = format!("Form {} | {sub}", truth.form);
    }
    sheet.plain(9.5, 60.0, 84.0, &sub);
    let (place, _, city) = words::office(rng);
    let from = rng.pick(&[
        "National Benefits Center",
        "Vermont Service Center",
        "Potomac Center",
    ]);
    for (x, head, line) in [(60.0, "From", from), (330.0, "To", place)] {
        sheet.frame([x, 102.0, x + 222.0, 146.0], 0.9);
        sheet.plain(8.0, x + 10.0, 116.0, head);
        sheet.bold(12.0, x + 10.0, 134.0, line);
    }
    sheet.bold(14.0, 297.0, 130.0, ">>");
    let name = facts.name(&case.filer);
    words::filer_truth(case, &mut truth, &name);
    let lead = format!(
        "Dear {}: The {place} office ({city}) now works on your Form {}, {}. {}'s name on file: \
         {name}.",
        words::title(&case.filer.name()),
        case.form_code,
        words::title(case.title),
        words::role(case)
    );
    let mut y = flow::rich(&mut sheet, 10.5, 60.0, 174.0, 492.0, &lead) + 8.0;
    if rng.chance(0.4) {
        let second = case::receipt(rng, "IOE", case.received.year);
        truth.prints_receipt(&second);
        let text = format!("Your other case with us, receipt number {second}, moves along.");
        y = flow::rich(&mut sheet, 10.5, 60.0, y, 492.0, &text) + 8.0;
    }
    let outro = match rng.below(3) {
        0 => "Your receipt number stays the same, and so does your place in the line.",
        1 => "Nothing is lost by the move. We will write to you from the new office.",
        _ => {
            "No online account is needed to follow the case. Answer letters by mail, to the \
              office that wrote them."
        }
    };
    y = flow::rich(&mut sheet, 10.5, 60.0, y, 492.0, outro) + 8.0;
    let text = format!(
        "The file traveled in pouch {} and was scanned in at the new office. That number is of no \
         use to you.",
        words::tie(&words::tracking(rng))
    );
    y = flow::rich(&mut sheet, 10.5, 60.0, y, 492.0, &text) + 8.0;
    for text in words::boiler(rng, 3) {
        y = flow::rich(&mut sheet, 10.5, 60.0, y, 492.0, text) + 8.0;
    }
    if let Some((printed, _)) = &facts.agent {
        facts.agent_truth(&mut truth);
        let text = format!(
            "cc: {}, attorney of record. Account number of the attorney: {}",
            words::title(&case.attorney.0),
            words::tie(printed)
        );
        flow::rich(&mut sheet, 9.5, 60.0, y + 6.0, 492.0, &text);
    }
    moved_stub(rng, case, &facts, &mut sheet, &mut truth);
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// The stub at the foot: values with their labels behind, below or before them.
fn moved_stub(
    rng: &mut Rng,
    case: &Case,
    facts: &Facts,
    sheet: &mut Sheet,
    truth: &mut NoticeTruth,
) {
    let family = sheet.family;
    let top = 560.0;
    let mut x = 20.0;
    while x < 590.0 {
        sheet.rule(x, x + 6.0, top, 0.7);
        x += 11.0;
    }
    sheet.plain(
        8.0,
        60.0,
        top + 14.0,
        "Cut here. Keep this stub in your wallet.",
    );
    sheet.frame([60.0, top + 24.0, 552.0, top + 164.0], 1.0);
    truth.prints_a_number(&case.beneficiary.a_number);
    let number = case::printed_a_number(rng, &case.beneficiary.a_number);
    let whose = if case.is_petition {
        "A-Number of the beneficiary"
    } else {
        "A-Number"
    };
    let mut rows = vec![("receipt number", facts.receipt.clone()), (whose, number)];
    if facts.has_label() {
        facts.account_truth(case, truth);
        let label = rng.pick(&[
            "USCIS online account number",
            "online account no.",
            "number of your USCIS online account",
        ]);
        rows.insert(rng.below(3), (label, facts.account.clone()));
    }
    let way = rng.below(3);
    let mut y = top + 46.0;
    let mut at = 76.0;
    for (label, value) in &rows {
        match way {
            0 => {
                let shown = if value.is_empty() {
                    "________________"
                } else {
                    value
                };
                let end = sheet.bold(11.0, 76.0, y, shown);
                sheet.plain(9.0, end + 8.0, y, &format!("({label})"));
                y += 22.0;
            }
            1 => {
                let head = format!("{label}:");
                let end = sheet.plain(9.0, 76.0, y, &head);
                sheet.bold(11.0, end.max(250.0), y, value);
                y += 22.0;
            }
            _ => {
                sheet.bold(10.5, at, y, value);
                sheet.rule(at, at + 140.0, y + 5.0, 0.5);
                flow::rich(sheet, 8.0, at, y + 15.0, 140.0, label);
                at += 158.0;
            }
        }
    }
    if way == 2 {
        y += 44.0;
    }
    let help = Face::regular(family);
    sheet.write(
        help,
        8.0,
        76.0,
        y.max(top + 118.0),
        "Contact Center 800-375-5283",
    );
    flow::barcode(
        sheet,
        Symbology::Code128,
        330.0,
        top + 132.0,
        22.0,
        &case.receipt,
    );
}
