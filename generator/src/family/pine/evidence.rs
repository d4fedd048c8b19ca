//! A request for evidence whose last page is a cover sheet with comb boxes.

use crate::barcode::Symbology;
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

use super::flow::{self, Book};
use super::words::{self, Facts};

/// A request for evidence in numbered paragraphs; the numbers stand in combs on the last page.
pub(super) fn evidence(rng: &mut Rng, case: &Case) -> Drawing {
    let facts = Facts::draw(rng, case, 3);
    let family = rng.pick(&[
        Family::LiberationSerif,
        Family::LiberationSans,
        Family::FreeSerif,
    ]);
    let mut book = Book::new(family, (66.0, 546.0), (88.0, 700.0), 10.5);
    let mut truth = NoticeTruth::default();
    if rng.chance(0.6) {
        truth.form = "I-797E".to_owned();
    }
    truth.fields.notice_type = Some("Request for Evidence".to_owned());
    truth.fields.case_type = Some(case.form_code.to_owned());
    truth.prints_receipt(&case.receipt);
    let noticed = facts.dates.print(case.noticed);
    truth.fields.notice_date = Some(noticed.clone());
    let name = facts.name(&case.filer);
    words::filer_truth(case, &mut truth, &name);
    book.page.bold(13.0, 66.0, 58.0, "REQUEST FOR EVIDENCE");
    if !truth.form.is_empty() {
        let face = Face::regular(family);
        book.page
            .flush_right(face, 9.0, 546.0, 58.0, "Form I-797E, Notice of Action");
    }
    book.page.rule(66.0, 546.0, 66.0, 1.5);
    let inline = facts.has_label() && rng.chance(0.4);
    let mut head = vec![
        (words::role(case), name),
        (
            "Form",
            format!("{}, {}", case.form_code, words::title(case.title)),
        ),
        ("Receipt number", facts.receipt.clone()),
        ("Notice date", noticed),
    ];
    if inline {
        head.insert(2, ("Online account number", facts.account.clone()));
    }
    for (label, value) in &head {
        book.page.bold(10.0, 66.0, book.y, label);
        let y = flow::rich(&mut book.page, 10.0, 190.0, book.y, 356.0, value);
        book.y = y.max(book.y + 12.6) + 3.0;
    }
    book.gap(14.0);
    facts.account_truth(case, &mut truth);
    evidence_text(rng, case, &facts, &mut book, &mut truth);
    book.turn();
    let number = case::printed_a_number(rng, &case.beneficiary.a_number);
    truth.prints_a_number(&case.beneficiary.a_number);
    let mut y = cover_head(&mut book.page);
    let account = if inline {
        None
    } else {
        facts.has_label().then_some(facts.account.as_str())
    };
    let mut combs = vec![
        (
            rng.pick(&["Receipt Number", "Receipt number of this case"])
                .to_owned(),
            case.receipt.clone(),
            13,
        ),
        (
            "A-Number (if any)".to_owned(),
            format!("A{}", case.beneficiary.a_number),
            10,
        ),
    ];
    if rng.chance(0.35) {
        combs.pop();
        y = flow::rich(
            &mut book.page,
            10.0,
            66.0,
            y,
            480.0,
            &format!("*A-Number* {number}"),
        );
        y += 14.0;
    }
    if let Some(value) = account {
        let digits = value.replace([' ', '-'], "");
        let label = rng.pick(&[
            "USCIS Online Account Number (if any)",
            "Your USCIS online account number",
            "Online Account No.",
        ]);
        combs.insert(rng.below(combs.len() + 1), (label.to_owned(), digits, 12));
    }
    if let Some((_, digits)) = &facts.agent {
        facts.agent_truth(&mut truth);
        let label = "Attorney or Accredited Representative USCIS Online Account Number (if any)";
        combs.push((label.to_owned(), digits.clone(), 12));
    }
    let beside = rng.chance(0.3);
    let pitch = rng.pick(&[16.0, 18.0, 20.0]);
    for (label, value, cells) in &combs {
        let x = if beside {
            flow::rich(&mut book.page, 9.5, 66.0, y + 12.0, 170.0, label);
            246.0
        } else {
            book.page.plain(9.5, 66.0, y - 4.0, label);
            66.0
        };
        comb(&mut book.page, (x, y), pitch, *cells, value);
        y += 54.0;
    }
    book.page.plain(
        9.5,
        66.0,
        y,
        "Number of pages you send (this sheet counts): ________",
    );
    flow::barcode(
        &mut book.page,
        Symbology::Code39,
        66.0,
        y + 24.0,
        26.0,
        &case.receipt,
    );
    let head = format!("Request for Evidence | {}", facts.receipt);
    let sheets = book.close(|sheet, page, total| {
        let face = Face::regular(family);
        if page > 1 {
            sheet.write(face, 8.5, 66.0, 48.0, &head);
            sheet.rule(66.0, 546.0, 54.0, 0.4);
        }
        sheet.flush_right(face, 8.5, 546.0, 752.0, &format!("Page {page} of {total}"));
    });
    Drawing { sheets, truth }
}

/// Boxes with one character each.
fn comb(sheet: &mut Sheet, (x, y): (f32, f32), pitch: f32, cells: usize, value: &str) {
    let face = Face::regular(sheet.family);
    sheet.frame([x, y, x + pitch * cells as f32, y + 18.0], 0.7);
    for cell in 1..cells {
        sheet.upright(x + pitch * cell as f32, y, y + 18.0, 0.4);
    }
    let skip = cells.saturating_sub(value.chars().count());
    let shift = if value.starts_with('A') { 0 } else { skip };
    for (index, letter) in value.chars().enumerate() {
        let middle = x + pitch * ((index + shift) as f32 + 0.5);
        sheet.centred(face, 12.0, middle, y + 13.5, &letter.to_string());
    }
}

/// The head of the cover sheet; returns where its numbers begin.
fn cover_head(sheet: &mut Sheet) -> f32 {
    sheet.bold(15.0, 66.0, 96.0, "Put this sheet on top of your response");
    let text = "We filled in the numbers that we have. A sheet with empty boxes is fine: don't \
                guess a number, and don't write one that belongs to another person.";
    flow::rich(sheet, 10.0, 66.0, 116.0, 480.0, text) + 24.0
}

/// The body.
fn evidence_text(
    rng: &mut Rng,
    case: &Case,
    facts: &Facts,
    book: &mut Book,
    truth: &mut NoticeTruth,
) {
    let what = words::filing(case);
    book.text(&format!(
        "We can't decide your {what} on the papers that we have. Please send the evidence listed \
         below, all of it at the same time."
    ));
    book.item(
        "1.",
        24.0,
        "*Birth.* The copy of the birth certificate can't be read at its left side. Send a clear \
         copy of the long form. If none was issued, send a certificate that says so, and two sworn \
         statements of people who were alive at the time.",
    );
    book.item(
        "2.",
        24.0,
        "*Support.* The Form I-864 isn't signed on page 8. Send a new one, with the tax \
         transcript of the most recent year and pay slips of six months.",
    );
    let example = format!("{} {} {}", "5512", "0098", rng.digits(4));
    book.item(
        "3.",
        24.0,
        &format!(
            "*Bank.* You listed a savings account. Send a letter of the bank that shows when it \
             was opened. The last statement shows account number {}, in a name that isn't yours.",
            words::tie(&example)
        ),
    );
    if rng.chance(0.7) {
        book.item(
            "4.",
            24.0,
            "*Entry.* Send both sides of the Form I-94, or a print of the electronic record, and \
             the page of the passport that bears the stamp. If the stamp is faint, send a \
             photograph of it as well. A statement by the carrier isn't enough by itself.",
        );
        book.item(
            "5.",
            24.0,
            "*Medical.* Form I-693 must be in an envelope that the civil surgeon sealed. The \
             envelope that you sent had been opened. The surgeon's copy can't take its place.",
        );
    }
    book.heading(12.0, "How to respond");
    let due = facts.dates.print(case.noticed.later(2, 26));
    let text = match rng.below(3) {
        0 => format!(
            "*YOUR RESPONSE MUST BE RECEIVED IN THIS OFFICE BY {}.*",
            words::tie(&due)
        ),
        1 => format!("Response due: *{}*", words::tie(&due)),
        _ => format!(
            "Submit everything by {}. What comes later isn't considered.",
            words::tie(&due)
        ),
    };
    book.text(&text);
    truth.fields.response_due = Some(due);
    book.text(
        "Send the cover sheet on the next page with your papers. Don't send originals unless we \
         ask for them. If you don't respond in time, we may treat the filing as abandoned.",
    );
    let (officer, rank) = words::officer(rng);
    book.room(60.0);
    book.gap(26.0);
    book.text(&format!("{officer}, {rank}"));
}
