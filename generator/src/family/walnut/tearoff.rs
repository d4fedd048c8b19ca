//! An approval with a stub at the foot: the I-94 to tear off, and a slip to keep.

use super::words::{Cell, Facts, I129, I539, Ruling, address, barcode, fit, row, skip, stack};
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

const COUNTRIES: [&str; 6] = ["INDIA", "BRAZIL", "GHANA", "PORTUGAL", "VIETNAM", "TURKEY"];

/// Draws the notice.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    skip(rng, 2);
    let facts = Facts::draw(rng, case, &[I129, I129, I539]);
    let mut truth = facts.truth(case, "I-797A");
    let mut s = Sheet::letter(rng.pick(&[
        Family::Helvetica,
        Family::LiberationSans,
        Family::Times,
        Family::FreeSerif,
        Family::LiberationSansNarrow,
    ]));
    let class = if facts.form.0 == "I-129" {
        rng.pick(&["H1B", "L1A", "O1A", "TN2", "E3S"])
    } else {
        rng.pick(&["L2", "H4", "F1"])
    };
    let start = case.noticed.later(0, 2);
    let (from, until) = (facts.date(start), facts.date(start.later(33, 4)));
    let i94 = if rng.chance(0.6) {
        format!("{} {:02}", rng.digits(9), rng.below(40))
    } else {
        format!(
            "{}{}{}",
            rng.digits(9),
            rng.pick(&["A", "C", "D", "P", "W"]),
            rng.digits(1)
        )
    };
    truth.fields.notice_type = Some("Approval Notice".to_owned());
    truth.fields.class = Some(class.to_owned());
    truth.fields.valid_from = Some(from.clone());
    truth.fields.valid_to = Some(until.clone());
    truth.fields.i94_number = Some(i94.clone());
    let in_stub = rng.chance(0.4);
    let end = upper(&mut s, rng, (case, &facts), in_stub, &mut truth);
    let regular = Face::regular(s.family);
    let mut y = end + 18.0;
    let mut lines = address(case, &facts, rng.chance(0.5));
    lines.insert(0, "Mailed to:".to_owned());
    stack(&mut s, 9.5, (46.0, y), 250.0, &lines);
    let mut right = vec![
        "Notice Type: Approval Notice".to_owned(),
        format!("Class: {class}"),
        format!("Valid from {from} to {until}"),
    ];
    if rng.chance(0.5) {
        let post = rng.pick(&["NONE", "CHENNAI", "ACCRA"]);
        right.push(format!("Consulate: {post}"));
        truth.fields.consulate = Some(post.to_owned());
    }
    stack(&mut s, 9.5, (330.0, y), 246.0, &right);
    y += 92.0;
    let text = "The petition or application and the extension of stay of the person named are \
                approved. The lower part of this page is a replacement Form I-94. Tear it off \
                along the broken line and staple it into the passport. The I-94 number is the \
                number of an arrival record; it is neither an A-Number nor an account number.";
    y = s.paragraph(regular, 9.0, 40.0, y, 532.0, text) + 8.0;
    let place = [facts.office.0, facts.office.1, facts.office.2].join(", ");
    s.plain(8.5, 40.0, y + 2.0, &place);
    truth.fields.office = Some(facts.office.0.to_owned());
    let mut x = 36.0;
    while x < 572.0 {
        s.rule(x, x + 6.0, 520.0, 0.7);
        x += 10.0;
    }
    s.plain(7.0, 40.0, 531.0, "Detach This Half for Personal Records");
    let number = in_stub && facts.shows();
    let left = stub_left(&facts, number, [&i94, class, &from, &until]);
    let mut y = 552.0;
    for (label, value) in left {
        s.plain(7.5, 44.0, y, &label);
        let x = 44.0 + regular.width(&label, 7.5) + 6.0;
        let bold = Face::bold(s.family);
        if x > 170.0 {
            y += 11.0;
            fit(&mut s, bold, 9.0, (60.0, y), 210.0, &value);
        } else {
            fit(&mut s, bold, 9.0, (x, y), 286.0 - x, &value);
        }
        y += 16.0;
    }
    card(&mut s, rng, case, &facts, [&i94, class, &from, &until]);
    s.plain(7.5, 40.0, 768.0, "Form I-797A (Rev. 10/31/05) N");
    Drawing {
        sheets: vec![s],
        truth,
    }
}

fn upper(
    s: &mut Sheet,
    rng: &mut Rng,
    (case, facts): (&Case, &Facts),
    in_stub: bool,
    truth: &mut NoticeTruth,
) -> f32 {
    let bold = Face::bold(s.family);
    s.fill([36.0, 28.0, 576.0, 46.0], 0.88);
    s.centred(bold, 12.0, 306.0, 41.0, "THE UNITED STATES OF AMERICA");
    s.plain(8.5, 36.0, 60.0, "Department of Homeland Security");
    s.plain(8.5, 36.0, 70.0, "U.S. Citizenship and Immigration Services");
    s.flush_right(bold, 12.0, 576.0, 66.0, "I-797A, Notice of Action");
    let look = Ruling {
        span: (36.0, 576.0),
        rules: rng.pick(&[0, 0, 1]),
        bold: false,
        size: 9.0,
        under: rng.chance(0.35),
    };
    let received = facts.date(case.received);
    let noticed = facts.date(case.noticed);
    let title = format!("{} {}", facts.form.0.replacen('-', "", 1), facts.form.1);
    let name = facts.person.listed();
    let mut one = vec![
        Cell::new(1.0, "RECEIPT NUMBER", &facts.receipt),
        Cell::new(1.9, "CASE TYPE", &title),
    ];
    let mut two = vec![
        Cell::new(1.0, "RECEIVED DATE", &received),
        Cell::new(1.0, "PRIORITY DATE", ""),
        Cell::new(1.0, "NOTICE DATE", &noticed),
        Cell::new(0.6, "PAGE", "1 of 1"),
    ];
    if rng.chance(0.5) {
        two.swap(0, 2);
    }
    let mut three = Vec::new();
    if facts.is_petition() {
        three.push(Cell::new(1.3, "PETITIONER", &facts.company));
        three.push(Cell::new(1.2, "BENEFICIARY", &name));
        truth.fields.petitioner = Some(facts.company.clone());
        truth.fields.beneficiary = Some(name);
    } else {
        three.push(Cell::new(1.2, "APPLICANT", &name));
        truth.fields.applicant = Some(name);
    }
    if rng.chance(0.6) {
        let label = rng.pick(&["USCIS A#", "ALIEN REGISTRATION NO.", "A-FILE", "USCIS#"]);
        three.push(Cell::new(1.0, label, &facts.a_number));
        truth.prints_a_number(&facts.person.a_number);
    }
    if facts.shows() && !in_stub {
        let label = facts.label.to_uppercase();
        let cell = Cell::new(1.2, &label, &facts.account);
        match rng.below(3) {
            0 => one.push(cell),
            1 => three.insert(0, cell),
            _ => three.push(cell),
        }
    }
    truth.fields.received_date = Some(received);
    truth.fields.notice_date = Some(noticed);
    let mut rows = [one, two, three];
    if rng.chance(0.3) {
        rows.swap(1, 2);
    }
    let mut y = rows.iter().fold(80.0, |y, cells| row(s, y, look, cells));
    if let Some((digits, print)) = &facts.counsel {
        let label = rng.pick(&super::words::REPRESENTATIVE);
        s.plain(8.0, 40.0, y + 13.0, &format!("{label}: {print}"));
        truth.prints_representative_account(digits);
        y += 12.0;
    }
    y
}

fn stub_left(
    facts: &Facts,
    number: bool,
    [i94, class, from, until]: [&str; 4],
) -> Vec<(String, String)> {
    let mut lines = vec![
        ("Receipt#".to_owned(), facts.receipt.clone()),
        ("I-94#".to_owned(), i94.to_owned()),
        ("NAME".to_owned(), facts.person.name()),
        ("CLASS".to_owned(), class.to_owned()),
        ("VALID FROM".to_owned(), format!("{from} UNTIL {until}")),
    ];
    if facts.is_petition() {
        lines.push(("PETITIONER:".to_owned(), facts.company.clone()));
    }
    if number {
        lines.insert(3, (facts.label.to_owned(), facts.account.clone()));
    }
    lines
}

fn card(
    s: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    facts: &Facts,
    [i94, class, _, until]: [&str; 4],
) {
    s.upright(304.0, 540.0, 756.0, 0.6);
    let (x, bold) = (316.0, Face::bold(s.family));
    fit(s, bold, 15.0, (x, 556.0), 150.0, i94);
    s.plain(8.5, 470.0, 556.0, "Receipt Number");
    fit(s, bold, 9.0, (470.0, 568.0), 106.0, &facts.receipt);
    s.plain(8.0, x, 570.0, "I-94 Departure Record");
    s.plain(8.0, x, 581.0, "US Citizenship and Immigration Services");
    let born = facts.date(facts.person.born);
    let country = rng.pick(&COUNTRIES);
    let cells = [
        ("14. Family Name", facts.person.family.as_str()),
        ("15. First (Given) Name", facts.person.given.as_str()),
        ("16. Date of Birth", born.as_str()),
        ("17. Country of Citizenship", country),
        ("Class of admission / until", &format!("{class}   {until}")),
    ];
    let mut y = 598.0;
    for (label, value) in cells {
        s.plain(7.0, x, y, label);
        fit(s, bold, 9.0, (x + 8.0, y + 11.0), 240.0, value);
        s.rule(x, 574.0, y + 15.0, 0.5);
        y += 25.0;
    }
    barcode(s, rng, (x, y + 4.0), &case.receipt);
}
