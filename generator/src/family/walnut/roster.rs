//! A receipt for many persons: a table with a row for each, with or without account numbers.

use super::words::{Cell, Facts, I129, I539, Ruling, barcode, fit, row, skip};
use crate::case::{Case, Person, account, printed_a_number, printed_account};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::{AccountCell, NoticeTruth};
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Draws the receipt.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    skip(rng, 5);
    let facts = Facts::draw(rng, case, &[I539, I539, I129]);
    let form = rng.pick(&["I-797C", "I-797C", "I-797"]);
    let mut truth = facts.truth(case, form);
    let family = rng.pick(&[
        Family::Helvetica,
        Family::FreeSans,
        Family::LiberationSerif,
        Family::LiberationSansNarrow,
    ]);
    let regular = Face::regular(family);
    let mut s = Sheet::letter(family);
    let bold = Face::bold(family);
    s.centred(
        bold,
        11.0,
        306.0,
        44.0,
        "U.S. CITIZENSHIP AND IMMIGRATION SERVICES",
    );
    s.centred(regular, 9.0, 306.0, 57.0, facts.office.0);
    let title = format!("Form {form} - Receipt Notice for More Than One Person");
    s.centred(bold, 10.5, 306.0, 74.0, &title);
    truth.fields.notice_type = Some("Receipt Notice".to_owned());
    let each = facts.shows() && rng.chance(0.4);
    let mut y = head(&mut s, rng, (case, &facts), !each, &mut truth) + 16.0;
    let name = facts.form.1;
    let text = format!(
        "The {} ({name}) named above includes the persons in the table. One decision may be sent \
         for each of them. A person without an A-Number in the table has none on record.",
        facts.form.0
    );
    y = s.paragraph(regular, 9.0, 40.0, y, 532.0, &text) + 8.0;
    y = table(&mut s, rng, (case, &facts), each, y, &mut truth) + 14.0;
    if let Some((digits, print)) = &facts.counsel {
        let line = format!(
            "Copy to: {}, {} (counsel's online account no. {print}; not an account of a person \
             in the table)",
            case.attorney.0, case.attorney.1
        );
        y = s.paragraph(regular, 8.5, 40.0, y, 532.0, &line) + 8.0;
        truth.prints_representative_account(digits);
    }
    for text in [
        "Every person aged 14 or more may be called for biometrics. Bring this page and a \
         passport. Do not send originals unless we ask for them.",
        "If a name or a date of birth is wrong, write to the office below within 30 days and \
         give the receipt number.",
    ] {
        y = s.paragraph(regular, 9.0, 40.0, y, 532.0, text) + 7.0;
    }
    barcode(&mut s, rng, (40.0, y + 4.0), &case.receipt);
    let foot = format!("{}  {}", facts.office.1, facts.office.2);
    s.plain(8.0, 40.0, 756.0, &foot);
    s.flush_right(
        regular,
        7.5,
        572.0,
        756.0,
        &format!("{form} (04/19)  Page 1 of 1"),
    );
    Drawing {
        sheets: vec![s],
        truth,
    }
}

fn head(
    s: &mut Sheet,
    rng: &mut Rng,
    (case, facts): (&Case, &Facts),
    with_account: bool,
    truth: &mut NoticeTruth,
) -> f32 {
    let look = Ruling {
        span: (40.0, 572.0),
        rules: rng.pick(&[0, 1, 3]),
        bold: rng.chance(0.5),
        size: 9.0,
        under: rng.chance(0.25),
    };
    let (received, noticed) = (facts.date(case.received), facts.date(case.noticed));
    let mut cells = vec![
        Cell::new(
            1.2,
            rng.pick(&["Receipt Number", "Application Number"]),
            &facts.receipt,
        ),
        Cell::new(1.0, "Received", &received),
        Cell::new(1.0, "Notice Date", &noticed),
    ];
    if rng.chance(0.5) {
        cells.rotate_left(1);
    }
    if facts.is_petition() {
        cells.push(Cell::new(1.6, "Petitioner", &facts.company));
        truth.fields.petitioner = Some(facts.company.clone());
    } else {
        cells.push(Cell::new(0.8, "Form", facts.form.0));
    }
    truth.fields.received_date = Some(received);
    truth.fields.notice_date = Some(noticed);
    let mut y = row(s, 86.0, look, &cells);
    if facts.shows() && with_account {
        let label = match rng.below(3) {
            0 if facts.is_petition() => "Online account number of the petitioner",
            0 => "Online account number of the principal (one for all persons below)",
            _ => facts.label,
        };
        let paid = format!("${}.00", rng.pick(&["370", "455", "470"]));
        let mut cells = vec![
            Cell::new(1.6, label, &facts.account),
            Cell::new(1.0, "Amount Received", &paid),
            Cell::new(1.4, "Payment reference", &rng.digits(12)),
        ];
        if rng.chance(0.5) {
            cells.swap(0, 2);
        }
        y = row(s, y, look, &cells);
        truth.fields.amount = Some(paid);
    }
    y
}

fn table(
    s: &mut Sheet,
    rng: &mut Rng,
    (case, facts): (&Case, &Facts),
    each: bool,
    top: f32,
    truth: &mut NoticeTruth,
) -> f32 {
    let (regular, bold) = (Face::regular(s.family), Face::bold(s.family));
    let count = rng.between(3, if each { 5 } else { 9 });
    let mut people = vec![facts.person.clone()];
    for _ in 1..count {
        people.push(if facts.is_petition() {
            Person::draw(rng)
        } else {
            facts.person.relative(rng)
        });
    }
    let columns: [(f32, &str); 5] = [
        (44.0, "No."),
        (66.0, "Family name, given name"),
        (
            if each { 232.0 } else { 250.0 },
            rng.pick(&["A-Number", "Alien No.", "USCIS A#"]),
        ),
        (if each { 312.0 } else { 350.0 }, "Date of birth"),
        (
            if each { 396.0 } else { 450.0 },
            if each { "Class" } else { "I-94 number" },
        ),
    ];
    let mut y = top + 10.0;
    s.fill([40.0, top, 572.0, top + 24.0], 0.9);
    for (x, head) in columns {
        s.write(bold, 7.5, x, y, head);
    }
    if each {
        s.write(bold, 7.5, 440.0, y, "USCIS Online");
        s.write(bold, 7.5, 440.0, y + 9.0, "Account Number (own)");
    }
    y = top + 38.0;
    for (i, person) in people.iter().enumerate() {
        s.plain(8.5, 44.0, y, &format!("{}.", i + 1));
        fit(
            s,
            regular,
            8.5,
            (66.0, y),
            columns[2].0 - 72.0,
            &person.listed(),
        );
        if i == 0 || rng.chance(0.7) {
            let print = printed_a_number(rng, &person.a_number);
            fit(s, regular, 8.5, (columns[2].0, y), 76.0, &print);
            truth.prints_a_number(&person.a_number);
        }
        let born = facts.date(person.born);
        fit(s, regular, 8.5, (columns[3].0, y), 80.0, &born);
        if each {
            s.plain(8.5, columns[4].0, y, rng.pick(&["L2", "H4", "B2"]));
            own(s, rng, (case, facts), i, y, truth);
        } else {
            let i94 = format!("{} {:02}", rng.digits(9), rng.below(30));
            s.plain(8.5, columns[4].0, y, &i94);
        }
        s.rule(40.0, 572.0, y + 5.0, 0.3);
        y += 17.0;
    }
    y
}

fn own(
    s: &mut Sheet,
    rng: &mut Rng,
    (case, facts): (&Case, &Facts),
    index: usize,
    y: f32,
    truth: &mut NoticeTruth,
) {
    if facts.cell != AccountCell::Filled {
        return;
    }
    if index == 0 {
        s.plain(8.5, 440.0, y, &facts.account);
        truth.prints_account(&case.account);
    } else if rng.chance(0.5) {
        let digits = account(rng);
        let print = printed_account(rng, &digits);
        s.plain(8.5, 440.0, y, &print);
        truth.prints_account(&digits);
    }
}
