//! A notice that opens access to an account: the number in a box or comb, then a code and steps.
use super::kit::{self, Own};
use super::words;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Labels of the number at the top.
const LABELS: &[&str] = &[
    "Your USCIS Account Number",
    "USCIS Online Account Number assigned to you",
    "Number of your USCIS online account",
    "Online Account No.",
    "OAN (your USCIS online account number)",
];

/// The top box with the number.
fn top_box(sheet: &mut Sheet, rng: &mut Rng, family: Family, own: &Own, case: &Case) {
    let face = Face::regular(family);
    let strong = Face::bold(family);
    let label = rng.pick(LABELS);
    match rng.below(3) {
        0 => {
            sheet.fill([54.0, 96.0, 558.0, 136.0], 0.9);
            sheet.write(face, 9.0, 62.0, 109.0, label);
            sheet.write(strong, 16.0, 62.0, 128.0, own.text());
        }
        1 => {
            let shown = if own.text().is_empty() {
                ""
            } else {
                &case.account
            };
            sheet.write(face, 9.0, 54.0, 105.0, label);
            kit::comb(sheet, (strong, 12.0), [54.0, 111.0], 12, shown);
        }
        _ => {
            sheet.frame([150.0, 92.0, 462.0, 138.0], 1.2);
            sheet.centred(strong, 16.0, 306.0, 114.0, own.text());
            sheet.centred(face, 8.0, 306.0, 130.0, label);
        }
    }
}

/// The facts of the case in two columns, value under caption.
fn facts(sheet: &mut Sheet, family: Family, y: f32, facts: &[(&str, String)]) -> f32 {
    let style = kit::Style::new(family, 7.5, 10.5, false);
    let room = if facts.len() == 1 { 500.0 } else { 245.0 };
    for (n, (caption, value)) in facts.iter().enumerate() {
        let x = 54.0 + 260.0 * (n % 2) as f32;
        let line = (n / 2) as f32;
        style.under(sheet, [x, y + 30.0 * line], room, caption, value);
    }
    y + 30.0 * facts.len().div_ceil(2) as f32
}

/// The steps, numbered, with the access code.
fn steps(sheet: &mut Sheet, rng: &mut Rng, family: Family, y: f32, known: bool) -> f32 {
    let face = Face::regular(family);
    let code = format!(
        "{}{}-{}{}",
        rng.letters(2),
        rng.digits(2),
        rng.digits(2),
        rng.letters(2)
    );
    let mut y = y;
    sheet.write(
        Face::bold(family),
        11.0,
        54.0,
        y,
        rng.pick(&["What to do now", "Next steps"]),
    );
    y += 18.0;
    let code_line = if rng.chance(0.5) {
        format!("Enter this Online Access Code: {code}. It is valid for 90 days.")
    } else {
        format!(
            "Enter this Online Access Code: {}. It expires in 90 days.",
            rng.digits(12)
        )
    };
    let third = if known {
        "Check that the number of the account is the one on this page, and keep this page."
    } else {
        "Your account number is displayed after the first sign-in. Write it down."
    };
    for (n, text) in ["Go to my.uscis.gov and choose Sign In.", &code_line, third]
        .iter()
        .enumerate()
    {
        sheet.bold(10.0, 60.0, y, &format!("{}.", n + 1));
        y = sheet.paragraph(face, 10.0, 78.0, y, 470.0, text) + 5.0;
    }
    y + 8.0
}

/// The account access notice.
pub(super) fn tarn(rng: &mut Rng, case: &Case) -> Drawing {
    let family = kit::type_family(rng);
    let mut truth = kit::begin(case, rng.pick(&["", "I-797C"]));
    let own = Own::choose(rng, case, 74, 0);
    own.note(&mut truth, case);
    kit::note_people(&mut truth, case, false);
    truth.fields.notice_type = Some("USCIS Account Access".into());
    truth.fields.notice_date = Some(case.noticed.long());
    let mut sheet = Sheet::letter(family);
    let face = Face::regular(family);
    let [one, two] = words::department(rng);
    sheet.write(face, 8.5, 54.0, 44.0, one);
    sheet.write(face, 8.5, 54.0, 55.0, two);
    if !truth.form.is_empty() {
        sheet.flush_right(
            Face::bold(family),
            10.0,
            558.0,
            50.0,
            "Form I-797C, Notice of Action",
        );
    }
    sheet.write(Face::bold(family), 13.0, 54.0, 80.0, "USCIS Account Access");
    if own.labelled() {
        top_box(&mut sheet, rng, family, &own, case);
    }
    let mut list = vec![
        ("Receipt number", case.receipt.clone()),
        ("Notice date", case.noticed.long()),
        (kit::role(case), case.filer.name()),
    ];
    if case.is_petition {
        list.push(("Beneficiary", case.beneficiary.name()));
    }
    if rng.chance(0.6) {
        list.push(("A-Number of filer", kit::a_number(rng, &case.filer)));
        truth.prints_a_number(&case.filer.a_number);
    }
    let start = if own.labelled() { 158.0 } else { 104.0 };
    let kind = [("Form", format!("{}, {}", case.form_code, case.title))];
    let below = facts(&mut sheet, family, start, &kind);
    let mut y = facts(&mut sheet, family, below, &list) + 12.0;
    let to = [
        case.filer.name(),
        case.address[0].clone(),
        case.address[1].clone(),
    ];
    let to = to.each_ref().map(String::as_str);
    y = kit::lines(&mut sheet, (face, 10.5), [90.0, y + 10.0], 13.0, &to) + 20.0;
    y = steps(&mut sheet, rng, family, y, own.labelled());
    let count = rng.between(2, 5) as usize;
    for text in words::bodies(rng, count) {
        y = sheet.paragraph(face, 10.0, 54.0, y, 504.0, text) + 6.0;
    }
    let example = "Do not confuse the account with the number of your bank or of a parcel.";
    sheet.paragraph(Face::italic(family), 9.0, 54.0, y, 504.0, example);
    kit::bars(&mut sheet, 54.0, 715.0, 24.0, &case.receipt);
    sheet.flush_right(
        face,
        7.5,
        558.0,
        755.0,
        "Account Access Notice   Page 1 of 1",
    );
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}
