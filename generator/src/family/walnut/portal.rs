//! A print-out of the portal's page on a case, with the browser's head and foot lines.

use super::words::{Facts, I129, I140, I539, I765, fit, flow, skip};
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

const MENU: [&str; 6] = [
    "Home",
    "My Cases",
    "Documents & Letters",
    "Secure Inbox",
    "Payments",
    "Sign Out",
];

/// Draws the print-out.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    skip(rng, 4);
    let facts = Facts::draw(rng, case, &[I129, I140, I539, I765]);
    let mut truth = facts.truth(case, "");
    let family = rng.pick(&[
        Family::DejaVuSans,
        Family::LiberationSans,
        Family::FreeSans,
        Family::DejaVuSansCondensed,
    ]);
    let (regular, bold) = (Face::regular(family), Face::bold(family));
    let mut s = Sheet::letter(family);
    let printed = case.noticed.later(0, rng.between(1, 20));
    let clock = format!(
        "{}/{}/{:02}, {}:{:02} PM",
        printed.month,
        printed.day,
        printed.year.rem_euclid(100),
        rng.between(1, 11),
        rng.below(60)
    );
    s.plain(7.5, 26.0, 22.0, &clock);
    s.centred(
        regular,
        7.5,
        306.0,
        22.0,
        "Case Details | Immigration Services Portal",
    );
    let url = format!(
        "https://portal.example.gov/account/cases/{}",
        rng.letters(9)
    );
    s.plain(7.5, 26.0, 778.0, &url.to_lowercase());
    s.flush_right(regular, 7.5, 586.0, 778.0, "1/1");
    s.fill([26.0, 34.0, 586.0, 62.0], 0.82);
    s.bold(12.0, 36.0, 52.0, "myUSCIS");
    let by_counsel = facts.counsel.is_some();
    let user = if by_counsel {
        format!("Signed in: {} (attorney)", case.attorney.0)
    } else if facts.is_petition() {
        format!("Signed in: {}", facts.company)
    } else {
        format!("Signed in: {}", facts.person.name())
    };
    s.flush_right(regular, 8.5, 576.0, 52.0, &user);
    let left = rng.chance(0.6);
    let (x, wide) = if left {
        for (i, item) in MENU.iter().enumerate() {
            let face = if i == 1 { bold } else { regular };
            s.write(face, 8.5, 36.0, 92.0 + 20.0 * i as f32, item);
            s.rule(34.0, 140.0, 98.0 + 20.0 * i as f32, 0.3);
        }
        (160.0, 420.0)
    } else {
        let line = MENU[..5].join("   |   ");
        fit(&mut s, regular, 8.0, (36.0, 78.0), 540.0, &line);
        (40.0, 532.0)
    };
    let mut y = 100.0;
    s.plain(8.0, x, y, &format!("My Cases  >  {}", facts.form.0));
    y += 24.0;
    let title = format!("{} {}", facts.form.0, facts.form.1);
    y = s.paragraph(bold, 12.5, x, y, wide, &title) + 6.0;
    let news = rng.pick(&[
        "Case Was Received",
        "Fees Were Waived",
        "Case Was Approved",
        "Request for Evidence Was Sent",
        "Case Is Being Actively Reviewed",
    ]);
    s.fill([x, y - 8.0, x + wide, y + 28.0], 0.93);
    s.bold(10.0, x + 8.0, y + 5.0, news);
    let since = format!("Last updated {}", facts.date(printed));
    s.plain(8.0, x + 8.0, y + 19.0, &since);
    y += 48.0;
    let mine = !by_counsel && facts.shows() && rng.chance(0.5);
    let rows = rows(rng, case, &facts, !mine, &mut truth);
    y = table(&mut s, rng, (x, wide), y, &rows) + 18.0;
    if by_counsel || mine {
        s.bold(10.0, x, y, "Profile");
        s.rule(x, x + wide, y + 4.0, 0.8);
        y += 20.0;
        y = profile(&mut s, case, &facts, (x, wide), y, &mut truth) + 12.0;
    }
    s.bold(10.0, x, y, "Help");
    let help = rng.pick(&[
        "What is an online account number? It has 12 digits (for instance 1234 5678 9012) and is \
         not the number that begins with IOE, EAC or WAC.",
        "Filed by mail? Use the Online Access Code in your letter to add the case. The code is \
         not a number of your account and runs out after 90 days.",
        "Need to talk? Call 800-375-5283 (TTY 800-767-1833), Monday to Friday.",
    ]);
    y = s.paragraph(regular, 8.5, x, y + 14.0, wide, help) + 10.0;
    s.bold(10.0, x, y, "Documents");
    for (i, name) in ["G-28 (signed).pdf", "Support letter.pdf", "Fee receipt.pdf"]
        .iter()
        .enumerate()
    {
        let line = format!("{name}    document no. {}", rng.digits(12));
        s.plain(8.0, x, y + 15.0 + 12.0 * i as f32, &line);
    }
    Drawing {
        sheets: vec![s],
        truth,
    }
}

fn rows(
    rng: &mut Rng,
    case: &Case,
    facts: &Facts,
    with_account: bool,
    truth: &mut NoticeTruth,
) -> Vec<(String, String)> {
    let received = facts.date(case.received);
    let mut rows = vec![
        (
            rng.pick(&["Receipt number", "Receipt #", "Case receipt"]),
            facts.receipt.clone(),
        ),
        (
            rng.pick(&["Received date", "Date received"]),
            received.clone(),
        ),
        ("Form type", facts.form.0.to_owned()),
    ];
    truth.fields.received_date = Some(received);
    if facts.is_petition() {
        rows.push(("Petitioner", facts.company.clone()));
        rows.push(("Beneficiary", facts.person.name()));
        truth.fields.petitioner = Some(facts.company.clone());
        truth.fields.beneficiary = Some(facts.person.name());
    } else {
        rows.push(("Applicant", facts.person.name()));
        truth.fields.applicant = Some(facts.person.name());
    }
    if rng.chance(0.6) {
        rows.push((
            rng.pick(&["A-Number", "Alien Number", "USCIS# (A-Number)"]),
            facts.a_number.clone(),
        ));
        truth.prints_a_number(&facts.person.a_number);
    }
    if facts.shows() && with_account {
        let label = match rng.below(3) {
            0 => facts.label,
            1 if facts.is_petition() => "Petitioner's online account number",
            _ => "Client's USCIS online account number",
        };
        rows.push((label, facts.account.clone()));
    }
    if rng.chance(0.5) {
        rows.push((
            "Card document number",
            format!("{}{}", rng.letters(3), rng.digits(10)),
        ));
    }
    rows.push(("Payment ID", rng.digits(12)));
    let at = rng.below(4);
    rows[1..].rotate_left(at);
    let own = |(label, value): (&str, String)| (label.to_owned(), value);
    rows.into_iter().map(own).collect()
}

fn table(
    s: &mut Sheet,
    rng: &mut Rng,
    (x, wide): (f32, f32),
    top: f32,
    rows: &[(String, String)],
) -> f32 {
    let (regular, bold) = (Face::regular(s.family), Face::bold(s.family));
    let mut y = top;
    match rng.below(3) {
        0 => {
            for (label, value) in rows {
                let next = s.paragraph(bold, 8.5, x, y, 160.0, label);
                y = flow(s, regular, 9.0, (x + 172.0, y), wide - 174.0, value).max(next) + 4.0;
                s.rule(x, x + wide, y - 9.0, 0.3);
                y += 3.0;
            }
        }
        1 => {
            for pair in rows.chunks(2) {
                for (i, (label, value)) in pair.iter().enumerate() {
                    let x = x + i as f32 * wide / 2.0;
                    fit(s, regular, 7.5, (x, y), wide / 2.0 - 12.0, label);
                    fit(s, bold, 9.5, (x, y + 12.0), wide / 2.0 - 12.0, value);
                }
                y += 30.0;
            }
        }
        _ => {
            for (label, value) in rows {
                s.write_shaded(regular, 7.5, x, y, label, 0.3);
                y = flow(s, regular, 10.0, (x, y + 12.0), wide, value) + 7.0;
            }
        }
    }
    y
}

fn profile(
    s: &mut Sheet,
    case: &Case,
    facts: &Facts,
    (x, wide): (f32, f32),
    top: f32,
    truth: &mut NoticeTruth,
) -> f32 {
    let mut lines = Vec::new();
    if let Some((digits, print)) = &facts.counsel {
        lines.push(("Name".to_owned(), case.attorney.0.clone()));
        lines.push((
            "Account type".to_owned(),
            "Attorney / legal representative".to_owned(),
        ));
        lines.push((
            "Your representative account number".to_owned(),
            print.clone(),
        ));
        truth.prints_representative_account(digits);
    } else {
        lines.push((
            "Account type".to_owned(),
            "Applicant, petitioner or requestor".to_owned(),
        ));
        lines.push((
            "Your USCIS online account number".to_owned(),
            facts.account.clone(),
        ));
    }
    let mut y = top;
    for (label, value) in lines {
        let end = s.plain(8.5, x, y, &format!("{label}: "));
        fit(
            s,
            Face::bold(s.family),
            8.5,
            (end + 3.0, y),
            x + wide - end - 3.0,
            &value,
        );
        y += 13.0;
    }
    y
}
