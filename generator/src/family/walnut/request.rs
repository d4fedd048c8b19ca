//! A request for evidence to an employer: a letter with a panel of references and footnotes.

use super::words::{
    Facts, I129, I140, REPRESENTATIVE, address, barcode, fein, fit, flow, skip, stack,
};
use crate::case::{Case, account, printed_account, receipt};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

const ASKED: [&str; 8] = [
    "A copy of the labor condition application, signed by the employer and the worker.",
    "Federal tax returns or audited statements of the last two years, with all schedules.",
    "A detailed statement of the duties and the share of the week spent on each.",
    "Evidence that the degree is the equivalent of a U.S. bachelor's degree in the field.",
    "An organizational chart with names, titles and education of those who report to the worker.",
    "Contracts, work orders or letters of the end client that name the place of work.",
    "Pay records of the worker for the last six months.",
    "Evidence of the ability to pay the offered wage from the priority date on.",
];

/// Draws the letter.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    skip(rng, 6);
    let facts = Facts::draw(rng, case, &[I129, I140]);
    let form = rng.pick(&["I-797E", "I-797E", ""]);
    let mut truth = facts.truth(case, form);
    let family = rng.pick(&[
        Family::Times,
        Family::LiberationSerif,
        Family::FreeSerif,
        Family::DejaVuSerif,
        Family::Helvetica,
    ]);
    let (regular, bold) = (Face::regular(family), Face::bold(family));
    let mut s = Sheet::letter(family);
    s.bold(9.0, 54.0, 44.0, "U.S. Department of Homeland Security");
    s.plain(9.0, 54.0, 56.0, "U.S. Citizenship and Immigration Services");
    let place = [facts.office.0, facts.office.1, facts.office.2].map(str::to_owned);
    stack(&mut s, 9.0, (54.0, 68.0), 240.0, &place);
    truth.fields.office = Some(facts.office.0.to_owned());
    let noticed = facts.date(case.noticed);
    s.plain(9.5, 54.0, 122.0, &noticed);
    truth.fields.notice_date = Some(noticed);
    let lines = address(case, &facts, rng.chance(0.5));
    stack(&mut s, 9.5, (54.0, 142.0), 240.0, &lines);
    let noted = facts.shows() && rng.chance(0.35);
    let end = panel(&mut s, rng, &facts, noted, &mut truth);
    let mut y = end.max(206.0) + 22.0;
    let title = rng.pick(&[
        "REQUEST FOR EVIDENCE",
        "Request for Evidence",
        "Notice of Intent to Deny",
    ]);
    s.centred(bold, 12.0, 306.0, y, title);
    truth.fields.notice_type = Some(title.to_owned());
    y += 20.0;
    if !form.is_empty() {
        s.centred(regular, 9.0, 306.0, y - 6.0, &format!("(Form {form})"));
        y += 8.0;
    }
    let due = facts.date(case.noticed.later(2, 20));
    let opening = format!(
        "The documentation that came with the Form {} is not enough to decide the case. {} {due}. \
         You must send all that is asked for at one time. If nothing is received by then, the \
         petition may be denied as abandoned, 8 CFR 103.2(b)(13).",
        facts.form.0,
        rng.pick(&[
            "Your response must be received in this office by",
            "Response due:",
            "Submit the evidence named below no later than",
        ])
    );
    truth.fields.response_due = Some(due);
    y = s.paragraph(regular, 9.5, 54.0, y, 504.0, &opening) + 8.0;
    let first = rng.below(ASKED.len());
    let boxed = rng.chance(0.5);
    for i in 0..rng.between(3, 5) as usize {
        if boxed {
            s.frame([58.0, y - 7.0, 65.0, y], 0.7);
        } else {
            s.plain(9.5, 56.0, y, &format!("{}.", i + 1));
        }
        let text = ASKED[(first + i) % ASKED.len()];
        y = s.paragraph(regular, 9.5, 74.0, y, 484.0, text) + 4.0;
    }
    y += 6.0;
    if rng.chance(0.6) {
        let text = prior(rng, case);
        y = s.paragraph(regular, 9.5, 54.0, y, 504.0, &text) + 8.0;
    }
    let closing = "Put this letter on top of your response and keep a copy. Do not send an \
                   explanation without documents.";
    y = s.paragraph(regular, 9.5, 54.0, y, 504.0, closing) + 8.0;
    s.plain(9.5, 54.0, y + 4.0, "Sincerely,");
    s.write(
        Face::italic(family),
        9.5,
        54.0,
        y + 30.0,
        "Acting Center Director",
    );
    if noted {
        s.rule(54.0, 200.0, 722.0, 0.5);
        let text = format!("\u{b9} {}.", facts.label);
        s.plain(8.0, 54.0, 733.0, &text);
    }
    barcode(&mut s, rng, (390.0, 738.0), &case.receipt);
    s.plain(7.5, 54.0, 764.0, &format!("{} {}", facts.form.0, title));
    Drawing {
        sheets: vec![s],
        truth,
    }
}

fn panel(s: &mut Sheet, rng: &mut Rng, facts: &Facts, noted: bool, truth: &mut NoticeTruth) -> f32 {
    let mut lines = vec![
        (
            rng.pick(&["Receipt Number", "RE:", "Receipt"]),
            facts.receipt.clone(),
        ),
        ("Petitioner", facts.company.clone()),
        ("Form", format!("{}, {}", facts.form.0, facts.form.1)),
    ];
    truth.fields.petitioner = Some(facts.company.clone());
    if rng.chance(0.8) {
        lines.push(("Beneficiary", facts.person.listed()));
        truth.fields.beneficiary = Some(facts.person.listed());
    }
    if rng.chance(0.6) {
        let label = rng.pick(&["File Number", "A-File", "Alien File Number", "A-Number"]);
        lines.push((label, facts.a_number.clone()));
        truth.prints_a_number(&facts.person.a_number);
    }
    if facts.shows() {
        let label = if noted {
            "File reference \u{b9}"
        } else {
            facts.label
        };
        lines.push((label, facts.account.clone()));
    }
    if rng.chance(0.5) {
        lines.push(("FEIN", fein(rng)));
    }
    if let Some((digits, print)) = &facts.counsel {
        lines.push((rng.pick(&REPRESENTATIVE), print.clone()));
        truth.prints_representative_account(digits);
    }
    let turn = rng.below(3);
    lines[..3].rotate_left(turn);
    let (regular, bold) = (Face::regular(s.family), Face::bold(s.family));
    let above = rng.chance(0.5);
    let start = s.marks.len();
    let mut y = 54.0;
    for (label, value) in &lines {
        if above {
            y = s.paragraph(regular, 7.5, 322.0, y, 230.0, label) + 2.0;
            y = flow(s, bold, 9.5, (322.0, y), 230.0, value) + 3.0;
        } else {
            let next = s.paragraph(regular, 8.0, 322.0, y, 92.0, label);
            y = flow(s, bold, 9.0, (420.0, y), 134.0, value).max(next) + 3.0;
        }
    }
    let marks = s.marks.split_off(start);
    if rng.chance(0.5) {
        s.fill([314.0, 40.0, 560.0, y - 4.0], 0.93);
    } else {
        s.frame([314.0, 40.0, 560.0, y - 4.0], 0.8);
    }
    s.marks.extend(marks);
    fit(
        s,
        regular,
        7.5,
        (314.0, y + 6.0),
        246.0,
        "Return this page with your response.",
    );
    y
}

fn prior(rng: &mut Rng, case: &Case) -> String {
    let other = receipt(rng, "WAC", case.received.year - 3);
    let digits = account(rng);
    let number = printed_account(rng, &digits);
    match rng.below(3) {
        0 => format!(
            "Our records show that an unrelated company, FORMER EMPLOYER LTD, once filed for the \
             worker under its own online account {number}. Explain whether that job has ended."
        ),
        1 => format!(
            "A petition of another employer, receipt number {other}, was revoked. It is no part \
             of this record, and its owner's account ({number}) is not yours."
        ),
        _ => "The parcel slip that you sent shows a tracking number only; it does not prove what \
              was in the parcel."
            .to_owned(),
    }
}
