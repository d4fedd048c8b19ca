//! A lockbox's rejection sheet: boxes with a cross, numbers in combs, no receipt number.

use super::words::{Facts, I129, I140, I539, I765, address, fit, flow, skip, stack};
use crate::case::{Case, account};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::AccountCell;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

const REASONS: [&str; 6] = [
    "The form is not signed where it must be.",
    "The fee is missing or wrong. Send a check or money order for each form.",
    "The edition of the form is no longer accepted.",
    "The page with the worker's data is missing.",
    "The bank returned the payment.",
    "The form was sent to the wrong lockbox for the place of work.",
];

/// Draws the sheet.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    skip(rng, 8);
    let facts = Facts::draw(rng, case, &[I129, I140, I539, I765]);
    let form = rng.pick(&["I-797C", "I-797C", "I-797"]);
    let mut truth = facts.truth(case, form);
    truth.receipt_numbers.clear();
    let family = rng.pick(&[
        Family::Helvetica,
        Family::LiberationSans,
        Family::FreeSans,
        Family::DejaVuSansCondensed,
    ]);
    let (regular, bold) = (Face::regular(family), Face::bold(family));
    let mut s = Sheet::letter(family);
    s.fill([36.0, 30.0, 576.0, 58.0], 0.85);
    s.bold(13.0, 44.0, 48.0, "REJECTION NOTICE");
    s.flush_right(bold, 10.0, 568.0, 48.0, &format!("Form {form}"));
    truth.fields.notice_type = Some("REJECTION NOTICE".to_owned());
    let (received, noticed) = (facts.date(case.received), facts.date(case.noticed));
    let mut facts_list = [
        ("Notice date", noticed.clone()),
        (
            rng.pick(&["Received date", "Date received"]),
            received.clone(),
        ),
        (
            "Form returned",
            format!("{} {}", facts.form.0, facts.form.1),
        ),
        ("Lockbox control no.", rng.digits(10)),
        ("Check / money order no.", rng.digits(6)),
        ("Courier airbill", rng.digits(12)),
    ];
    let turn = rng.below(6);
    facts_list.rotate_left(turn);
    truth.fields.notice_date = Some(noticed);
    truth.fields.received_date = Some(received);
    let mut y = 80.0;
    for pair in facts_list.chunks(2) {
        for (i, (label, value)) in pair.iter().enumerate() {
            let x = 44.0 + 272.0 * i as f32;
            s.plain(7.5, x, y, label);
            flow(&mut s, bold, 9.5, (x, y + 12.0), 255.0, value);
        }
        y += 34.0;
        s.rule(44.0, 568.0, y - 10.0, 0.4);
    }
    let lines = address(case, &facts, rng.chance(0.4));
    y = stack(&mut s, 10.0, (64.0, y + 14.0), 300.0, &lines) + 10.0;
    let text = "We cannot accept what you sent. Everything comes back to you with this sheet, and \
                no receipt number was given. Mend what is marked and send it again.";
    y = s.paragraph(regular, 9.5, 44.0, y, 524.0, text) + 8.0;
    let marked = rng.below(REASONS.len());
    for (i, reason) in REASONS.iter().enumerate() {
        s.frame([48.0, y - 8.0, 57.0, y + 1.0], 0.8);
        if i == marked || i == (marked + 2) % 6 && rng.chance(0.4) {
            s.centred(bold, 8.5, 52.5, y - 0.5, "X");
        }
        s.plain(9.5, 66.0, y, reason);
        y += 16.0;
    }
    y += 14.0;
    s.rule(36.0, 576.0, y - 12.0, 1.0);
    s.bold(9.0, 44.0, y, "As read from your form (for the mail room)");
    y += 20.0;
    let mut order = [0, 1, 2];
    order.rotate_left(rng.below(3));
    let a_number = rng.chance(0.6);
    for what in order {
        match what {
            0 if facts.shows() => {
                let digits = match facts.cell {
                    AccountCell::Filled => case.account.as_str(),
                    _ => "",
                };
                y = comb(&mut s, (44.0, y), facts.label, digits, 12);
            }
            1 if a_number => {
                let label = rng.pick(&["Alien Registration Number (A-Number)", "A-Number"]);
                y = comb(&mut s, (44.0, y), label, &facts.person.a_number, 9);
                truth.prints_a_number(&facts.person.a_number);
            }
            2 => {
                let (label, name) = if facts.is_petition() {
                    truth.fields.petitioner = Some(facts.company.clone());
                    ("Petitioner", facts.company.clone())
                } else {
                    truth.fields.applicant = Some(facts.person.listed());
                    ("Applicant", facts.person.listed())
                };
                s.plain(7.5, 44.0, y, label);
                fit(&mut s, bold, 10.0, (44.0, y + 13.0), 400.0, &name);
                y += 34.0;
            }
            _ => {}
        }
    }
    if facts.counsel.is_some() {
        let digits = account(rng);
        let label = "Attorney or Accredited Representative USCIS Online Account Number (if any)";
        comb(&mut s, (44.0, y), label, &digits, 12);
        truth.prints_representative_account(&digits);
    }
    s.plain(
        8.0,
        44.0,
        760.0,
        "USCIS Lockbox Facility, P.O. Box 660867, Dallas TX 75266-0867",
    );
    Drawing {
        sheets: vec![s],
        truth,
    }
}

fn comb(s: &mut Sheet, (x, y): (f32, f32), label: &str, digits: &str, count: usize) -> f32 {
    let (regular, bold) = (Face::regular(s.family), Face::bold(s.family));
    s.write(regular, 7.5, x, y, label);
    let (top, side) = (y + 5.0, 16.0);
    s.frame([x, top, x + side * count as f32, top + 16.0], 0.8);
    for i in 1..count {
        s.upright(x + side * i as f32, top, top + 16.0, 0.4);
    }
    let skip = count.saturating_sub(digits.len());
    for (i, digit) in digits.chars().enumerate() {
        let centre = x + side * ((i + skip) as f32 + 0.5);
        s.centred(bold, 10.5, centre, top + 12.0, &digit.to_string());
    }
    y + 36.0
}
