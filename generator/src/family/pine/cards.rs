//! Plain-language notices: a page of cards, and a page whose boxes bear letters.

use crate::barcode::Symbology;
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

use super::flow;
use super::words::{self, Facts};

/// A card: its heading, its value, and what the value is.
type Card = (String, String, String);

/// "We have your application": facts on cards, each with a box that says what it is.
pub(super) fn cards(rng: &mut Rng, case: &Case) -> Drawing {
    let facts = Facts::draw(rng, case, 1);
    let family = rng.pick(&[
        Family::DejaVuSansCondensed,
        Family::LiberationSans,
        Family::FreeSans,
    ]);
    let mut sheet = Sheet::letter(family);
    let mut truth = NoticeTruth::default();
    let what = words::filing(case);

    sheet.fill([0.0, 0.0, 612.0, 10.0], 0.35);
    sheet.plain(9.0, 48.0, 34.0, "U.S. Citizenship and Immigration Services");
    let tag = rng.pick(&["Receipt Notice", "Receipt", "Acknowledgement of Receipt"]);
    truth.fields.notice_type = Some(tag.to_owned());
    let kind = rng.pick(&["Kind of notice:", "This is a:", "Notice type:"]);
    let right = Face::regular(family);
    sheet.flush_right(right, 9.0, 564.0, 34.0, &format!("{kind} {tag}"));
    if rng.chance(0.7) {
        truth.form = "I-797C".to_owned();
        sheet.flush_right(right, 8.0, 564.0, 46.0, "Form I-797C, Notice of Action");
    }
    let hello = format!("We have your {what}.");
    sheet.bold(22.0, 48.0, 76.0, &hello);
    let name = facts.name(&case.filer);
    truth.fields.case_type = Some(case.form_code.to_owned());
    let lead = format!(
        "This page confirms that your Form {}, {}, reached us. Keep it with your papers.",
        case.form_code,
        words::title(case.title)
    );
    let mut y = flow::rich(&mut sheet, 10.0, 48.0, 96.0, 516.0, &lead);
    let sent = format!("Sent to: {}, {}", case.address[0], case.address[1]);
    sheet.plain(9.0, 48.0, y + 2.0, &sent);
    y += 22.0;

    let mut deck = card_deck(rng, case, &facts, &name, &mut truth);
    let turn = rng.below(deck.len());
    deck.rotate_left(turn);
    let big = rng.pick(&[12.0, 13.0, 14.0]);
    let shade = rng.pick(&[0.9, 0.93, 1.0]);
    let below = rng.chance(0.3);
    for row in deck.chunks(2) {
        let tall = row
            .iter()
            .map(|card| flow::height(family, 8.0, 226.0, &card.2))
            .fold(0.0, f32::max)
            + 54.0;
        for (column, (heading, value, note)) in row.iter().enumerate() {
            let x = 48.0 + column as f32 * 264.0;
            let area = [x, y, x + 252.0, y + tall];
            sheet.fill(area, shade);
            if shade > 0.95 {
                sheet.frame(area, 0.7);
            } else {
                sheet.fill([x, y, x + 4.0, y + tall], 0.4);
            }
            let (head_at, value_at) = if below { (38.0, 21.0) } else { (16.0, 36.0) };
            sheet.bold(9.5, x + 13.0, y + head_at, heading);
            if value.is_empty() {
                let top = y + value_at - 13.0;
                sheet.fill([x + 13.0, top, x + 226.0, top + 17.0], 1.0);
                sheet.frame([x + 13.0, top, x + 226.0, top + 17.0], 0.4);
            } else {
                sheet.bold(big, x + 13.0, y + value_at, value);
            }
            flow::rich(&mut sheet, 8.0, x + 13.0, y + 54.0, 226.0, note);
        }
        y += tall + 10.0;
    }
    y += 14.0;
    sheet.bold(13.0, 48.0, y, "What happens next");
    y += 18.0;
    let steps = [
        "We may ask you to come for fingerprints and a photo. We will write to you first.",
        "We check your papers. If something is missing, we ask you for it once.",
        "We decide, and mail you the decision. This notice does not grant any status or benefit.",
    ];
    for (number, step) in steps.iter().enumerate() {
        sheet.bold(10.0, 48.0, y, &format!("{}", number + 1));
        y = flow::rich(&mut sheet, 9.5, 66.0, y, 498.0, step) + 3.0;
    }
    if let Some((printed, _)) = &facts.agent {
        facts.agent_truth(&mut truth);
        let text = format!(
            "Copy sent to your lawyer, {}. Lawyer's own USCIS online account number: {}",
            words::title(&case.attorney.0),
            words::tie(printed)
        );
        y = flow::rich(&mut sheet, 8.5, 48.0, y + 6.0, 516.0, &text);
    }
    for text in words::boiler(rng, 3) {
        y = flow::rich(&mut sheet, 9.5, 48.0, y + 6.0, 516.0, text);
    }
    if rng.chance(0.6) {
        flow::barcode(
            &mut sheet,
            Symbology::Code39,
            48.0,
            726.0,
            20.0,
            &case.receipt,
        );
    }
    let foot = "Questions? uscis.gov/contactcenter or 800-375-5283";
    sheet.flush_right(right, 8.0, 564.0, 742.0, foot);
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// The cards of a case.
fn card_deck(
    rng: &mut Rng,
    case: &Case,
    facts: &Facts,
    name: &str,
    truth: &mut NoticeTruth,
) -> Vec<Card> {
    let card = |a: &str, b: &str, c: &str| (a.to_owned(), b.to_owned(), c.to_owned());
    let mut deck = Vec::new();
    truth.prints_receipt(&case.receipt);
    deck.push(card(
        rng.pick(&[
            "Your receipt number",
            "Receipt number",
            "Case number (receipt number)",
        ]),
        &facts.receipt,
        "*What this number is:* the number of this one case. Use it to check your case online.",
    ));
    if facts.has_label() {
        facts.account_truth(case, truth);
        let label = rng.pick(&[
            "Your USCIS online account number",
            "Online account number",
            "Your account number with us",
            "USCIS online account no.",
        ]);
        let note = rng.pick(&[
            "*What this number is:* 12 digits, for example 000012345678. It opens no case by \
             itself. Write it on every form you send us.",
            "*What this number is:* the number of your account at my.uscis.gov. It is not your \
             A-Number. If the box is empty, we know of no account.",
        ]);
        deck.push(card(label, &facts.account, note));
    }
    if rng.chance(0.75) {
        truth.prints_a_number(&case.filer.a_number);
        deck.push(card(
            rng.pick(&[
                "Your A-Number",
                "Alien Registration Number",
                "A-Number (USCIS#)",
            ]),
            &case::printed_a_number(rng, &case.filer.a_number),
            "*What this number is:* your file with us, for life. It has 7 to 9 digits.",
        ));
    }
    words::filer_truth(case, truth, name);
    deck.push(card(
        words::role(case),
        name,
        "Is your name wrong? Call us within 30 days.",
    ));
    let received = facts.dates.print(case.received);
    let noticed = facts.dates.print(case.noticed);
    truth.fields.received_date = Some(received.clone());
    truth.fields.notice_date = Some(noticed.clone());
    deck.push(card(
        rng.pick(&["Date received", "Received date", "The day we received it"]),
        &received,
        "*What this date is:* the day that counts as your filing date.",
    ));
    deck.push(card(
        rng.pick(&["Date of this notice", "Notice date"]),
        &noticed,
        "*What this date is:* the day we printed this page.",
    ));
    if rng.chance(0.5) {
        let paid = words::dollars(rng);
        truth.fields.amount = Some(paid.clone());
        let note = format!(
            "Paid through Pay.gov, tracking ID {}. Not needed for anything else.",
            words::tie(&words::tracking(rng))
        );
        deck.push(card("Amount received", &paid, &note));
    }
    deck
}

/// "Your numbers on one page": boxes with letters, and a legend that says what each letter is.
pub(super) fn lettered(rng: &mut Rng, case: &Case) -> Drawing {
    let facts = Facts::draw(rng, case, 2);
    let family = rng.pick(&[Family::Times, Family::DejaVuSerif, Family::Helvetica]);
    let mut sheet = Sheet::letter(family);
    let mut truth = NoticeTruth {
        form: "I-797".to_owned(),
        ..NoticeTruth::default()
    };
    sheet.bold(16.0, 54.0, 60.0, "Department of Homeland Security");
    sheet.plain(
        11.0,
        54.0,
        76.0,
        "U.S. Citizenship and Immigration Services",
    );
    sheet.rule(54.0, 558.0, 86.0, 1.2);
    sheet.bold(12.0, 54.0, 106.0, "I-797 | Notice of Action");
    let page = Face::regular(family);
    sheet.flush_right(page, 9.0, 558.0, 106.0, "Page 1 of 1");

    let entries = lettered_entries(rng, case, &facts, &mut truth);
    let echo = rng.chance(0.35);
    let columns = rng.pick(&[2, 3]);
    let wide = 504.0 / columns as f32;
    let mut y = 120.0;
    for (row, cells) in entries.chunks(columns).enumerate() {
        for (column, (label, value, _)) in cells.iter().enumerate() {
            let x = 54.0 + column as f32 * wide;
            sheet.frame([x, y, x + wide, y + 38.0], 0.6);
            sheet.fill([x, y, x + 16.0, y + 16.0], 0.85);
            let letter = char::from(b'A' + (row * columns + column) as u8).to_string();
            sheet.bold(10.0, x + 4.5, y + 12.0, &letter);
            if echo {
                sheet.plain(7.5, x + 22.0, y + 11.0, label);
            }
            sheet.plain(10.0, x + 22.0, y + 29.0, value);
        }
        y += 38.0;
    }
    y += 24.0;
    sheet.bold(11.0, 54.0, y, "What the letters mean");
    y += 17.0;
    for (index, (label, _, note)) in entries.iter().enumerate() {
        let letter = char::from(b'A' + index as u8);
        let text = format!("*{letter}* = *{label}.* {note}");
        y = flow::rich(&mut sheet, 9.0, 54.0, y, 504.0, &text) + 3.0;
    }
    y += 14.0;
    for text in lettered_body(rng, case, &facts, &mut truth) {
        y = flow::rich(&mut sheet, 10.0, 54.0, y, 504.0, &text) + 6.0;
    }
    sheet.rule(54.0, 558.0, 740.0, 0.5);
    sheet.plain(8.0, 54.0, 752.0, "Form I-797 (plain-language pilot)");
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// The boxes in their order.
fn lettered_entries(
    rng: &mut Rng,
    case: &Case,
    facts: &Facts,
    truth: &mut NoticeTruth,
) -> Vec<Card> {
    let card = |a: &str, b: &str, c: &str| (a.to_owned(), b.to_owned(), c.to_owned());
    let mut out = vec![card(
        "Receipt number",
        &facts.receipt,
        "Identifies this case.",
    )];
    truth.prints_receipt(&case.receipt);
    if facts.has_label() {
        facts.account_truth(case, truth);
        out.push(card(
            rng.pick(&[
                "USCIS online account number",
                "Online account no.",
                "USCIS account number",
            ]),
            &facts.account,
            "Twelve digits. Empty when we have none on record for you.",
        ));
    }
    let person = &case.beneficiary;
    truth.prints_a_number(&person.a_number);
    let whose = if case.is_petition {
        "Beneficiary's A-Number"
    } else {
        "A-Number"
    };
    let number = case::printed_a_number(rng, &person.a_number);
    out.push(card(whose, &number, "Identifies the person's file."));
    let noticed = facts.dates.print(case.noticed);
    let received = facts.dates.print(case.received);
    out.push(card("Notice date", &noticed, "When this notice was made."));
    out.push(card(
        "Received date",
        &received,
        "When the filing counts as filed.",
    ));
    truth.fields.notice_date = Some(noticed);
    truth.fields.received_date = Some(received);
    let name = facts.name(&case.filer);
    out.push(card(words::role(case), &name, "Who filed."));
    words::filer_truth(case, truth, &name);
    let turn = rng.below(3);
    out.rotate_right(turn);
    out
}

/// The letter below the legend.
fn lettered_body(
    rng: &mut Rng,
    case: &Case,
    facts: &Facts,
    truth: &mut NoticeTruth,
) -> Vec<String> {
    let kind = rng.pick(&["Transfer Notice", "Receipt Notice", "Reopen"]);
    truth.fields.notice_type = Some(kind.to_owned());
    truth.fields.case_type = Some(case.form_code.to_owned());
    let mut out = vec![format!(
        "*Notice Type:* {kind}. *Case Type:* {}, {}.",
        case.form_code,
        words::title(case.title)
    )];
    out.push(match kind {
        "Transfer Notice" => "We moved your case to another office to balance our work. Nothing \
                              about your filing date changes."
            .to_owned(),
        "Reopen" => "We reopened your case on our own initiative. You don't need to do anything \
                     until we write again."
            .to_owned(),
        _ => "We received your filing and your fee. This notice doesn't grant any immigration \
              status or benefit."
            .to_owned(),
    });
    if let Some((printed, _)) = &facts.agent {
        facts.agent_truth(truth);
        out.push(format!(
            "A copy goes to {} of {}, who represents you under representative account number {}.",
            words::title(&case.attorney.0),
            words::title(&case.attorney.1).replace("Llp", "LLP"),
            words::tie(printed)
        ));
    }
    out.push(format!(
        "When you call, have this page at hand. Our telephone is 800-375-5283; calls are logged \
         under reference {}, which is not a number of yours.",
        words::tie(&words::tracking(rng))
    ));
    out
}
