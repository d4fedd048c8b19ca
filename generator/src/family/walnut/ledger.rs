//! A receipt for fees: a ledger of payments among whose numbers the account number stands.

use super::words::{Facts, I129, I140, I539, I765, REPRESENTATIVE, barcode, fit, flow, skip};
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

const FEES: [(&str, i64); 6] = [
    ("Base filing fee", 460),
    ("ACWIA fee", 1500),
    ("Fraud prevention fee", 500),
    ("Asylum Program Fee", 600),
    ("Biometric services", 85),
    ("Premium processing", 2500),
];

/// Draws the receipt.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    skip(rng, 11);
    let facts = Facts::draw(rng, case, &[I129, I140, I539, I765]);
    let form = rng.pick(&["I-797C", "I-797C", ""]);
    let mut truth = facts.truth(case, form);
    let family = rng.pick(&[
        Family::LiberationSansNarrow,
        Family::Helvetica,
        Family::LiberationMono,
        Family::DejaVuSansCondensed,
        Family::Times,
    ]);
    let (regular, bold) = (Face::regular(family), Face::bold(family));
    let mut s = Sheet::letter(family);
    s.bold(
        10.0,
        48.0,
        46.0,
        "U.S. Citizenship and Immigration Services",
    );
    s.plain(8.5, 48.0, 58.0, "Office of Intake and Document Production");
    let title = if form.is_empty() {
        "RECEIPT FOR FEES".to_owned()
    } else {
        format!("FORM {form}   RECEIPT FOR FEES")
    };
    s.flush_right(bold, 11.0, 564.0, 50.0, &title);
    s.rule(48.0, 564.0, 68.0, 1.2);
    let pairs = pairs(rng, case, &facts, &mut truth);
    let two = rng.chance(0.5);
    let mut y = 90.0;
    for chunk in pairs.chunks(if two { 2 } else { 1 }) {
        let mut end = y;
        for (i, (label, value)) in chunk.iter().enumerate() {
            if two {
                let x = 48.0 + 264.0 * i as f32;
                let next = s.paragraph(regular, 7.5, x, y, 96.0, label);
                let next = flow(&mut s, bold, 9.0, (x + 102.0, y), 150.0, value).max(next);
                end = end.max(next);
            } else {
                let next = s.paragraph(regular, 8.5, 48.0, y, 190.0, label);
                end = flow(&mut s, bold, 9.5, (246.0, y), 316.0, value).max(next);
            }
        }
        y = end + 6.0;
    }
    y = payments(&mut s, rng, &facts, y + 12.0, &mut truth) + 16.0;
    let (small, measure) = (Face::italic(family), 516.0);
    for text in [
        "Amounts stand in U.S. dollars. A payment that the bank returns undoes this receipt.",
        "The columns above name what the Treasury calls a transaction. None of these numbers \
         opens an online account, and none is the number of one.",
    ] {
        y = s.paragraph(small, 8.5, 48.0, y, measure, text) + 5.0;
    }
    if let Some((digits, print)) = &facts.counsel {
        let line = format!("{}: {print}", rng.pick(&REPRESENTATIVE));
        s.write(regular, 8.5, 48.0, y + 8.0, &line);
        let name = format!("({}, who paid for the client)", case.attorney.0);
        s.write(regular, 8.5, 48.0, y + 20.0, &name);
        y += 34.0;
        truth.prints_representative_account(digits);
    }
    barcode(&mut s, rng, (48.0, y + 8.0), &case.receipt);
    s.plain(7.5, 48.0, 764.0, "Questions on fees: 800-375-5283");
    Drawing {
        sheets: vec![s],
        truth,
    }
}

fn pairs(
    rng: &mut Rng,
    case: &Case,
    facts: &Facts,
    truth: &mut NoticeTruth,
) -> Vec<(String, String)> {
    let (received, noticed) = (facts.date(case.received), facts.date(case.noticed));
    let mut pairs = vec![
        ("Receipt number", facts.receipt.clone()),
        ("Case type", format!("{} {}", facts.form.0, facts.form.1)),
        ("Date received", received.clone()),
        ("Notice date", noticed.clone()),
    ];
    truth.fields.received_date = Some(received);
    truth.fields.notice_date = Some(noticed);
    if facts.is_petition() {
        pairs.push(("Petitioner", facts.company.clone()));
        truth.fields.petitioner = Some(facts.company.clone());
    } else {
        pairs.push(("Applicant", facts.person.listed()));
        truth.fields.applicant = Some(facts.person.listed());
    }
    if rng.chance(0.5) {
        let who = if facts.is_petition() {
            "A-Number of the beneficiary"
        } else {
            "Alien number"
        };
        pairs.push((who, facts.a_number.clone()));
        truth.prints_a_number(&facts.person.a_number);
    }
    if facts.shows() {
        let label = match rng.below(3) {
            0 => "Account holder (USCIS Online Account Number)",
            1 => "USCIS online account to which this receipt was posted",
            _ => facts.label,
        };
        let at = rng.between(1, 5) as usize;
        pairs.insert(at, (label, facts.account.clone()));
    }
    pairs.push((
        "Bank account (last four)",
        format!("xxxxxxxx{}", rng.digits(4)),
    ));
    if rng.chance(0.6) {
        pairs.push(("Billing account of the payer", rng.digits(12)));
    }
    let turn = rng.below(4);
    pairs.rotate_left(turn);
    let own = |(label, value): (&str, String)| (label.to_owned(), value);
    pairs.into_iter().map(own).collect()
}

fn payments(s: &mut Sheet, rng: &mut Rng, facts: &Facts, top: f32, truth: &mut NoticeTruth) -> f32 {
    let (regular, bold) = (Face::regular(s.family), Face::bold(s.family));
    s.fill([48.0, top, 564.0, top + 24.0], 0.88);
    let heads = [
        (52.0, "Fee", ""),
        (176.0, "Agency", "tracking ID"),
        (280.0, "Transaction", "number"),
        (384.0, "Paid by", ""),
    ];
    for (x, one, two) in heads {
        s.write(bold, 7.5, x, top + 10.0, one);
        s.write(bold, 7.5, x, top + 19.0, two);
    }
    s.flush_right(bold, 7.5, 560.0, top + 10.0, "Amount");
    let mut y = top + 40.0;
    let mut sum = 0;
    let first = if facts.is_petition() { 0 } else { 3 };
    for (name, dollars) in &FEES[first..first + rng.between(2, 3) as usize] {
        fit(s, regular, 8.5, (52.0, y), 120.0, name);
        fit(
            s,
            regular,
            8.5,
            (176.0, y),
            100.0,
            &format!("75{}", rng.digits(9)),
        );
        fit(s, regular, 8.5, (280.0, y), 100.0, &rng.digits(12));
        fit(
            s,
            regular,
            8.5,
            (384.0, y),
            110.0,
            rng.pick(&["Check", "Card G-1450", "Pay.gov"]),
        );
        s.flush_right(regular, 8.5, 560.0, y, &format!("${dollars}.00"));
        s.rule(48.0, 564.0, y + 5.0, 0.3);
        sum += dollars;
        y += 18.0;
    }
    let total = format!("${sum}.00");
    s.write(bold, 9.0, 52.0, y + 2.0, "Total amount received");
    s.flush_right(bold, 9.0, 560.0, y + 2.0, &total);
    truth.fields.amount = Some(total);
    y + 8.0
}
