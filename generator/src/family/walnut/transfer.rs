//! A typed memo of transfer: capitals, leaders of dots, several cases of one filer.

use super::words::{Facts, I129, I140, I539, skip};
use crate::case::{Case, receipt};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Where a case may be sent.
const GOALS: [&str; 4] = [
    "NEBRASKA SERVICE CENTER",
    "TEXAS SERVICE CENTER",
    "POTOMAC SERVICE CENTER",
    "NATIONAL BENEFITS CENTER",
];

/// Draws the memo.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    skip(rng, 7);
    let facts = Facts::draw(rng, case, &[I129, I140, I539]);
    let form = rng.pick(&["I-797C", "I-797", "I-797C"]);
    let mut truth = facts.truth(case, form);
    let family = rng.pick(&[
        Family::Courier,
        Family::FreeMono,
        Family::LiberationMono,
        Family::DejaVuSansMono,
    ]);
    let size = if family == Family::DejaVuSansMono {
        8.5
    } else {
        9.5
    };
    let regular = Face::regular(family);
    let mut s = Sheet::letter(family);
    let (left, wide) = (60.0, 492.0);
    s.plain(size, left, 56.0, "U.S. DEPARTMENT OF HOMELAND SECURITY");
    s.plain(size, left, 68.0, &facts.office.0.to_uppercase());
    s.plain(size, left, 80.0, &format!("FORM {form}"));
    let title = rng.pick(&[
        "NOTICE OF TRANSFER",
        "TRANSFER NOTICE",
        "CASE TRANSFER NOTICE",
    ]);
    s.centred(regular, size + 1.5, 306.0, 108.0, title);
    let under = Face::regular(family).width(title, size + 1.5) / 2.0;
    s.rule(306.0 - under, 306.0 + under, 111.0, 0.7);
    truth.fields.notice_type = Some(title.to_owned());
    let mut lines = lines(rng, case, &facts, &mut truth);
    let turn = rng.below(3);
    lines.rotate_left(turn);
    let leader = rng.pick(&[".", " .", "-", " "]);
    let column = rng.pick(&[36, 40, 44]);
    let step = regular.width("M", size);
    let mut y = 140.0;
    for (label, value) in lines {
        let label = if label.len() > column - 2 {
            s.plain(
                size,
                left,
                y,
                &label[..label[..column].rfind(' ').unwrap_or(column)],
            );
            y += size * 1.25;
            label[label[..column].rfind(' ').unwrap_or(column)..]
                .trim()
                .to_owned()
        } else {
            label
        };
        let gap = (column - 1).saturating_sub(label.len()) / leader.len();
        s.plain(size, left, y, &format!("{label}{}", leader.repeat(gap)));
        s.write(
            regular,
            size,
            left + step * (column as f32 + 1.0),
            y,
            &value,
        );
        y += size * 1.7;
    }
    y += 8.0;
    let goal = rng.pick(&GOALS);
    let text = format!(
        "THE CASE NAMED ABOVE HAS BEEN TRANSFERRED TO THE {goal} FOR FURTHER ACTION. THAT OFFICE \
         WILL NOTIFY YOU OF ITS DECISION. THE RECEIPT NUMBER DOES NOT CHANGE. PLEASE USE IT WHEN \
         YOU CALL 800-375-5283."
    );
    y = s.paragraph(regular, size, left, y, wide, &text) + 12.0;
    if rng.chance(0.5) {
        s.plain(
            size,
            left,
            y,
            "THIS ACTION ALSO COVERS THE SAME FILER'S CASES:",
        );
        y += size * 1.5;
        for _ in 0..rng.between(1, 3) {
            let prefix = case.receipt.get(..3).unwrap_or("IOE");
            let other = receipt(rng, prefix, case.received.year);
            s.plain(size, left + 24.0, y, &other);
            truth.prints_receipt(&other);
            y += size * 1.4;
        }
        y += 10.0;
    }
    if !facts.shows() && rng.chance(0.6) {
        let text = "NO ONLINE ACCOUNT IS LINKED TO THIS CASE.";
        y = s.paragraph(regular, size, left, y, wide, text) + 10.0;
    }
    if let Some((digits, print)) = &facts.counsel {
        let text = format!(
            "CC: {}, ATTORNEY FOR THE FILER. ATTORNEY'S OWN USCIS ACCOUNT NUMBER {}",
            case.attorney.0,
            print.replace(' ', "-")
        );
        y = s.paragraph(regular, size, left, y, wide, &text) + 10.0;
        truth.prints_representative_account(digits);
    }
    let text = format!(
        "BATCH {}  BOX {}  FED EX {}",
        rng.digits(4),
        rng.below(90),
        rng.digits(12)
    );
    s.plain(size, left, y + 6.0, &text);
    s.plain(
        size - 1.0,
        left,
        756.0,
        &format!("{form} (TYPED)                PAGE 1 OF 1"),
    );
    Drawing {
        sheets: vec![s],
        truth,
    }
}

fn lines(
    rng: &mut Rng,
    case: &Case,
    facts: &Facts,
    truth: &mut NoticeTruth,
) -> Vec<(String, String)> {
    let (received, noticed) = (facts.date(case.received), facts.date(case.noticed));
    let mut lines = vec![
        (
            rng.pick(&["RECEIPT NUMBER", "RECEIPT NO", "CASE ID (RECEIPT)"]),
            facts.receipt.clone(),
        ),
        ("FORM TYPE", facts.form.0.to_owned()),
        ("RECEIVED DATE", received.clone()),
        ("NOTICE DATE", noticed.clone()),
    ];
    if facts.is_petition() {
        lines.push(("PETITIONER", facts.company.clone()));
        lines.push(("BENEFICIARY", facts.person.listed()));
        truth.fields.petitioner = Some(facts.company.clone());
        truth.fields.beneficiary = Some(facts.person.listed());
    } else {
        lines.push(("APPLICANT", facts.person.listed()));
        truth.fields.applicant = Some(facts.person.listed());
    }
    if rng.chance(0.7) {
        let label = rng.pick(&["ALIEN REGISTRATION NO", "A-FILE", "A NUMBER", "USCIS A#"]);
        lines.push((label, facts.a_number.clone()));
        truth.prints_a_number(&facts.person.a_number);
    }
    let mut lines: Vec<_> = lines
        .into_iter()
        .map(|(label, value)| (label.to_owned(), value))
        .collect();
    if facts.shows() {
        let label = match rng.below(4) {
            0 => "ACCT NO (USCIS ONLINE)".to_owned(),
            1 => "ONLINE ACCOUNT NO OF THE PETITIONER OR APPLICANT".to_owned(),
            _ => facts.label.to_uppercase(),
        };
        let at = rng.between(1, 5) as usize;
        let account = facts.account.replace('\u{2014}', "--");
        lines.insert(at, (label, account));
    }
    truth.fields.received_date = Some(received);
    truth.fields.notice_date = Some(noticed);
    lines
}
