//! A withdrawal's acknowledgment over a file slip whose labels stand under the values.

use super::words::{
    Cell, Facts, I129, I140, REPRESENTATIVE, Ruling, address, barcode, row, skip, stack,
};
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Draws the letter and the slip.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    skip(rng, 10);
    let facts = Facts::draw(rng, case, &[I129, I140]);
    let form = rng.pick(&["I-797", "", "I-797C"]);
    let mut truth = facts.truth(case, form);
    let family = rng.pick(&[
        Family::Times,
        Family::FreeSerif,
        Family::LiberationSans,
        Family::DejaVuSerif,
    ]);
    let regular = Face::regular(family);
    let mut s = Sheet::letter(family);
    let top = rng.chance(0.3);
    let (letter, slip) = if top { (300.0, 30.0) } else { (40.0, 560.0) };
    upper(&mut s, rng, (case, &facts), form, letter, &mut truth);
    let cut = if top { 262.0 } else { 540.0 };
    let mut x = 30.0;
    while x < 578.0 {
        s.rule(x, x + 4.0, cut, 0.6);
        x += 8.0;
    }
    let text = rng.pick(&[
        "Cut here - file slip for the employer",
        "Keep this part with the public access file",
        "Slip to be returned with any later letter",
    ]);
    s.centred(regular, 7.5, 306.0, cut + 10.0, text);
    let look = Ruling {
        span: (54.0, 558.0),
        rules: rng.pick(&[0, 0, 1, 2]),
        bold: rng.chance(0.6),
        size: 10.0,
        under: rng.chance(0.8),
    };
    let mut first = vec![
        Cell::new(1.0, "receipt number", &facts.receipt),
        Cell::new(1.2, "petitioner", &facts.company),
    ];
    let mut second = vec![
        Cell::new(0.5, "form", facts.form.0),
        Cell::new(
            1.2,
            "beneficiary (family name, given name)",
            &facts.person.listed(),
        ),
    ];
    truth.fields.beneficiary = Some(facts.person.listed());
    if rng.chance(0.6) {
        second.push(Cell::new(0.9, "alien registration number", &facts.a_number));
        truth.prints_a_number(&facts.person.a_number);
    }
    if facts.shows() {
        let label = match rng.below(3) {
            0 => "petitioner's USCIS online account number",
            _ => facts.label,
        };
        let cell = Cell::new(1.2, label, &facts.account);
        if rng.chance(0.5) {
            first.insert(rng.below(3), cell);
        } else {
            second.insert(0, cell);
        }
    }
    let mut third = vec![
        Cell::new(1.0, "refund voucher", &rng.digits(12)),
        Cell::new(1.0, "fax for questions", "1-402-555-0177"),
    ];
    if let Some((digits, print)) = &facts.counsel {
        third.push(Cell::new(1.6, rng.pick(&REPRESENTATIVE), print));
        truth.prints_representative_account(digits);
    }
    let mut rows = [first, second, third];
    let turn = rng.below(3);
    rows.rotate_left(turn);
    let y = rows
        .iter()
        .fold(slip + 24.0, |y, cells| row(&mut s, y, look, cells) + 6.0);
    barcode(&mut s, rng, (58.0, y + 6.0), &case.receipt);
    Drawing {
        sheets: vec![s],
        truth,
    }
}

fn upper(
    s: &mut Sheet,
    rng: &mut Rng,
    (case, facts): (&Case, &Facts),
    form: &str,
    top: f32,
    truth: &mut NoticeTruth,
) {
    let (regular, bold) = (Face::regular(s.family), Face::bold(s.family));
    s.bold(
        11.0,
        54.0,
        top + 4.0,
        "U.S. Citizenship and Immigration Services",
    );
    s.plain(9.0, 54.0, top + 17.0, facts.office.0);
    let noticed = facts.date(case.noticed);
    s.flush_right(regular, 9.5, 558.0, top + 4.0, &noticed);
    if !form.is_empty() {
        s.flush_right(regular, 8.5, 558.0, top + 17.0, &format!("Form {form}"));
    }
    let lines = address(case, facts, rng.chance(0.5));
    let mut y = stack(s, 9.5, (54.0, top + 42.0), 300.0, &lines) + 14.0;
    let title = "Acknowledgment of Withdrawal";
    s.centred(bold, 12.5, 306.0, y, title);
    y += 22.0;
    let received = facts.date(case.received);
    let received_line = rng.chance(0.5);
    let opening = format!(
        "You have asked us to withdraw the Form {} that {} filed{}. The request is granted, and \
         no more will be done on the petition. A fee is not given back when a petition is \
         withdrawn, unless we made an error.",
        facts.form.0,
        facts.company,
        if received_line {
            ", received on ".to_owned() + &received
        } else {
            String::new()
        }
    );
    truth.fields.notice_type = Some(title.to_owned());
    truth.fields.notice_date = Some(noticed);
    truth.fields.petitioner = Some(facts.company.clone());
    if received_line {
        truth.fields.received_date = Some(received);
    }
    y = s.paragraph(regular, 9.5, 54.0, y, 504.0, &opening) + 7.0;
    for text in [
        "If the worker is employed already, tell the worker in writing and pay for the way home \
         where the law asks for it. Keep the slip: it has the numbers by which we know the file.",
        "This letter is not a denial and cannot be appealed.",
    ] {
        y = s.paragraph(regular, 9.5, 54.0, y, 504.0, text) + 7.0;
    }
    if !facts.shows() {
        let text = "The petition was filed on paper. No account stands behind it.";
        y = s.paragraph(regular, 9.5, 54.0, y, 504.0, text) + 7.0;
    }
    s.plain(9.5, 54.0, y + 6.0, "Sincerely,");
    s.write(
        Face::italic(s.family),
        9.5,
        54.0,
        y + 30.0,
        "Center Director",
    );
}
