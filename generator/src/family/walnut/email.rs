//! A print of an e-mail of the premium processing unit, with a list of facts.

use super::words::{Facts, I129, I140, REPRESENTATIVE, fein, flow, skip};
use crate::case::{Case, receipt};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

const BULLETS: [&str; 4] = ["-", "*", "\u{2022}", ""];

/// Draws the message.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    skip(rng, 3);
    let facts = Facts::draw(rng, case, &[I129, I140]);
    let form = rng.pick(&["I-797C", "I-797", ""]);
    let mut truth = facts.truth(case, form);
    truth.fields.case_type = Some("I-907".to_owned());
    let family = rng.pick(&[
        Family::LiberationSans,
        Family::DejaVuSans,
        Family::Helvetica,
        Family::LiberationMono,
        Family::FreeSans,
    ]);
    let (regular, bold) = (Face::regular(family), Face::bold(family));
    let mut s = Sheet::letter(family);
    let noticed = facts.date(case.noticed);
    s.bold(13.0, 54.0, 50.0, &case.attorney.0);
    s.rule(54.0, 558.0, 58.0, 1.4);
    let mut y = 76.0;
    let subject = if form.is_empty() {
        "Premium Processing Receipt".to_owned()
    } else {
        format!("Form {form} - Premium Processing Receipt")
    };
    let sent = format!(
        "{noticed} {}:{} AM",
        rng.between(7, 11),
        rng.between(10, 59)
    );
    let head = [
        (
            "From:",
            "Premium Processing Unit <no-reply@premium.example.gov>".to_owned(),
        ),
        ("Sent:", sent),
        ("To:", format!("{}; {}", case.attorney.0, case.attorney.1)),
        ("Subject:", subject),
        (
            "Message-ID:",
            format!("<{}.{}@mail.example.gov>", rng.digits(12), rng.letters(4)),
        ),
    ];
    for (label, value) in head {
        s.write(bold, 8.5, 54.0, y, label);
        y = flow(&mut s, regular, 8.5, (124.0, y), 430.0, &value) + 2.5;
    }
    s.rule(54.0, 558.0, y - 4.0, 0.4);
    truth.fields.notice_type = Some("Premium Processing Receipt".to_owned());
    y += 14.0;
    let hello = format!(
        "Dear Counsel: we have received the Form I-907, Request for Premium Processing Service, \
         that {} filed with its Form {}. The {} days run from the date below.",
        facts.company,
        facts.form.0,
        rng.pick(&["15 business", "15 calendar", "45 business"])
    );
    y = s.paragraph(regular, 9.0, 54.0, y, 504.0, &hello) + 8.0;
    let mut lines = list(rng, case, &facts, &mut truth);
    if rng.chance(0.5) {
        let at = rng.below(lines.len() - 1);
        lines.rotate_left(at);
    }
    let bullet = rng.pick(&BULLETS);
    let stacked = rng.chance(0.4);
    let behind = !stacked && rng.chance(0.25);
    for (label, value) in lines {
        s.plain(9.0, 60.0, y, bullet);
        if stacked {
            s.write(bold, 8.0, 72.0, y, &format!("{label}:"));
            y = flow(&mut s, regular, 9.5, (84.0, y + 11.5), 460.0, &value) + 5.0;
            continue;
        }
        if behind && !value.is_empty() {
            let line = format!("{value}  ({label})");
            y = s.paragraph(regular, 9.0, 72.0, y, 480.0, &line) + 4.0;
            continue;
        }
        let next = s.paragraph(bold, 8.5, 72.0, y, 190.0, &format!("{label}:"));
        y = flow(&mut s, regular, 9.0, (270.0, y), 288.0, &value).max(next) + 4.0;
    }
    y += 6.0;
    for text in tail(rng, &facts) {
        y = s.paragraph(regular, 8.5, 54.0, y, 504.0, &text) + 7.0;
    }
    s.plain(8.5, 54.0, y + 4.0, facts.office.0);
    y = s.paragraph(regular, 8.5, 54.0, y + 15.0, 504.0, facts.office.2);
    let quiet = "This message was sent from an address that takes no answers. If it reached you \
                 in error, destroy it.";
    s.paragraph(Face::italic(family), 7.5, 54.0, y + 10.0, 504.0, quiet);
    s.write_shaded(
        regular,
        7.0,
        54.0,
        770.0,
        "Printed from the firm's mail archive",
        0.3,
    );
    s.plain(7.0, 520.0, 770.0, "1 / 1");
    Drawing {
        sheets: vec![s],
        truth,
    }
}

fn list(
    rng: &mut Rng,
    case: &Case,
    facts: &Facts,
    truth: &mut crate::notice::NoticeTruth,
) -> Vec<(String, String)> {
    let received = facts.date(case.received);
    let noticed = facts.date(case.noticed);
    let main = receipt(
        rng,
        case.receipt.get(..3).unwrap_or("IOE"),
        case.received.year,
    );
    let wide = rng.chance(0.5);
    let mut lines = vec![
        (
            rng.pick(&["Receipt number", "I-907 receipt", "Receipt #"]),
            facts.receipt.clone(),
        ),
        (
            "Form type",
            "I-907, Request for Premium Processing Service".to_owned(),
        ),
        ("Date received", received.clone()),
        ("Notice date", noticed.clone()),
        ("Petitioner", facts.company.clone()),
    ];
    if wide {
        lines.push((
            "Receipt number of the petition that it goes with",
            main.clone(),
        ));
        truth.prints_receipt(&main);
    }
    if rng.chance(0.7) {
        lines.push(("Beneficiary", facts.person.listed()));
        truth.fields.beneficiary = Some(facts.person.listed());
        if rng.chance(0.6) {
            let label = rng.pick(&["A-Number", "Alien number", "Alien Reg. No.", "A#"]);
            lines.push((label, facts.a_number.clone()));
            truth.prints_a_number(&facts.person.a_number);
        }
    }
    if facts.shows() {
        let at = rng.between(1, 5) as usize;
        let label = match rng.below(3) {
            0 => "Petitioner's USCIS online account number",
            1 => "Online account number of the company that files",
            _ => facts.label,
        };
        lines.insert(at, (label, facts.account.clone()));
    }
    if let Some((digits, print)) = &facts.counsel {
        lines.push((rng.pick(&REPRESENTATIVE), print.clone()));
        truth.prints_representative_account(digits);
    }
    if rng.chance(0.4) {
        lines.push(("Employer tax number (FEIN)", fein(rng)));
    }
    let amount = rng.pick(&["$2,500.00", "$2,805.00", "$1,440.00", "$1,225.00"]);
    lines.push(("Amount received", amount.to_owned()));
    lines.push(("Payment tracking no.", rng.digits(12)));
    truth.fields.amount = Some(amount.to_owned());
    truth.fields.received_date = Some(received);
    truth.fields.notice_date = Some(noticed);
    truth.fields.petitioner = Some(facts.company.clone());
    let own = |(label, value): (&str, String)| (label.to_owned(), value);
    lines.into_iter().map(own).collect()
}

fn tail(rng: &mut Rng, facts: &Facts) -> Vec<String> {
    let mut texts = vec![format!(
        "If we do not approve, deny, open an inquiry or ask for evidence in that time, the fee \
         goes back to the payer. Fax answers to 1-{}-{}-{}.",
        rng.between(202, 899),
        rng.digits(3),
        rng.digits(4)
    )];
    if !facts.shows() {
        texts.push(
            rng.pick(&[
                "This case was filed on paper and is not linked to anyone's online account.",
                "You can follow the case on our website with the receipt number alone.",
                "To see the case online, the petitioner may set up an account at any time.",
            ])
            .to_owned(),
        );
    }
    texts
}
