//! A message of the portal's inbox: bold questions with the answers under them.

use super::words::{Facts, I129, I140, I539, I765, fit, flow, skip};
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Draws the message.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    skip(rng, 9);
    let facts = Facts::draw(rng, case, &[I129, I140, I539, I765]);
    let mut truth = facts.truth(case, "");
    let family = rng.pick(&[
        Family::LiberationSans,
        Family::FreeSans,
        Family::DejaVuSans,
        Family::FreeSerif,
    ]);
    let (regular, bold) = (Face::regular(family), Face::bold(family));
    let mut s = Sheet::letter(family);
    s.fill([36.0, 30.0, 576.0, 34.0], 0.4);
    s.bold(14.0, 44.0, 54.0, "Secure Inbox");
    s.flush_right(regular, 8.0, 568.0, 54.0, "Print view");
    let subject = rng.pick(&[
        "We received your case",
        "An action was taken on your case",
        "Your letter is ready",
    ]);
    let noticed = facts.date(case.noticed);
    s.plain(8.5, 44.0, 74.0, "Subject");
    s.bold(10.0, 110.0, 74.0, subject);
    s.plain(8.5, 44.0, 88.0, "Message date");
    s.plain(9.0, 110.0, 88.0, &noticed);
    s.plain(8.5, 44.0, 102.0, "Conversation");
    s.plain(9.0, 110.0, 102.0, &rng.digits(12));
    s.rule(44.0, 568.0, 112.0, 0.5);
    truth.fields.notice_date = Some(noticed);
    let mut y = 132.0;
    let dear = if facts.is_petition() {
        facts.company.clone()
    } else {
        facts.person.name()
    };
    y = s.paragraph(regular, 9.5, 44.0, y, 520.0, &format!("Dear {dear},")) + 5.0;
    let text = format!(
        "there is news on Form {}. Short answers to what most people ask us stand below. The \
         full notice comes by mail.",
        facts.form.0
    );
    y = s.paragraph(regular, 9.5, 44.0, y, 520.0, &text) + 8.0;
    let asked = questions(rng, case, &facts, &mut truth);
    let style = rng.below(3);
    for (question, answer) in asked {
        match style {
            0 => {
                y = s.paragraph(bold, 9.5, 44.0, y, 520.0, &question);
                y = flow(&mut s, regular, 10.0, (56.0, y + 2.0), 508.0, &answer) + 7.0;
            }
            1 => {
                s.write(bold, 9.0, 44.0, y, "Q.");
                y = s.paragraph(regular, 9.0, 60.0, y, 504.0, &question) + 1.0;
                s.write(bold, 9.0, 44.0, y, "A.");
                y = flow(&mut s, regular, 9.5, (60.0, y), 504.0, &answer) + 7.0;
            }
            _ => {
                let next = s.paragraph(regular, 9.0, 44.0, y, 236.0, &question);
                y = flow(&mut s, bold, 9.5, (300.0, y), 264.0, &answer).max(next) + 4.0;
                s.rule(44.0, 568.0, y - 8.0, 0.3);
                y += 5.0;
            }
        }
    }
    y += 4.0;
    for text in closing(rng, &facts) {
        y = s.paragraph(regular, 9.0, 44.0, y, 520.0, &text) + 7.0;
    }
    if let Some((digits, print)) = &facts.counsel {
        let text = format!(
            "Copied to your attorney {} (representative account number {print}).",
            case.attorney.0
        );
        y = s.paragraph(regular, 9.0, 44.0, y, 520.0, &text) + 7.0;
        truth.prints_representative_account(digits);
    }
    fit(&mut s, regular, 9.0, (44.0, y + 4.0), 520.0, facts.office.0);
    s.plain(
        7.5,
        44.0,
        770.0,
        "https://portal.example.gov/inbox/message/print",
    );
    s.flush_right(regular, 7.5, 568.0, 770.0, "Page 1 of 1");
    Drawing {
        sheets: vec![s],
        truth,
    }
}

fn questions(
    rng: &mut Rng,
    case: &Case,
    facts: &Facts,
    truth: &mut NoticeTruth,
) -> Vec<(String, String)> {
    let received = facts.date(case.received);
    let receipt = rng.pick(&[
        "What is the receipt number of this case?",
        "Which receipt number do I use?",
        "What is my receipt number?",
    ]);
    let mut asked = vec![
        (receipt.to_owned(), facts.receipt.clone()),
        ("On what date was it received?".to_owned(), received.clone()),
        (
            "Which form is it?".to_owned(),
            format!("{}, {}", facts.form.0, facts.form.1),
        ),
    ];
    truth.fields.received_date = Some(received);
    if rng.chance(0.6) {
        let number = rng.pick(&[
            "What is the A-Number on file?",
            "Which Alien Registration Number do you have for the person?",
        ]);
        asked.push((number.to_owned(), facts.a_number.clone()));
        truth.prints_a_number(&facts.person.a_number);
    }
    if facts.is_petition() {
        let who = "Who is the beneficiary?".to_owned();
        asked.push((who, facts.person.listed()));
        truth.fields.beneficiary = Some(facts.person.listed());
    }
    if facts.shows() {
        let question = rng.pick(&[
            "What is my USCIS online account number?",
            "Which USCIS online account number does this case belong to?",
            "What is the online account number that I put on my next form?",
            "USCIS Online Account Number?",
        ]);
        let at = rng.between(1, asked.len() as i64) as usize;
        asked.insert(at, (question.to_owned(), facts.account.clone()));
    }
    if rng.chance(0.5) {
        let paid = "Which reference does the bank need?".to_owned();
        asked.push((paid, format!("Payment reference {}", rng.digits(12))));
    }
    let turn = rng.below(3);
    asked.rotate_left(turn);
    asked
}

fn closing(rng: &mut Rng, facts: &Facts) -> Vec<String> {
    let mut texts = vec![
        rng.pick(&[
            "Do not answer this message. Questions go to 800-375-5283, TTY 800-767-1833.",
            "Numbers look alike. Twelve digits such as 1234 5678 9012 may be a parcel or a bank \
             transfer; read what stands beside them.",
            "An address must be changed online within ten days of the move.",
        ])
        .to_owned(),
    ];
    if !facts.shows() {
        texts.push("Nobody's online account is linked to this case yet.".to_owned());
    }
    texts
}
