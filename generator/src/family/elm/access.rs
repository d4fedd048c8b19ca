//! An account access letter: a panel with captions under the values, at times a Spanish copy.
use super::kit::{Cuts, Own, cuts, dated, noted, prose, receipt_bars, stack};
use crate::barcode::Symbology;
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::Family;

const CAPTIONS: &[&str] = &[
    "Your USCIS Online Account Number",
    "USCIS Online Account Number (12 digits)",
    "Number of your USCIS online account",
    "Account Number assigned to you by USCIS Online",
    "Your online account no. with USCIS",
];

const SPANISH: &[&str] = &[
    "Su número de cuenta en línea de USCIS",
    "Número de cuenta en línea de USCIS",
    "N.º de su cuenta en línea de USCIS",
];

/// What the letter says, chosen once.
struct Letter {
    title: &'static str,
    caption: &'static str,
    code: String,
    until: String,
    left: f32,
    form: bool,
}

/// An account access notice of one or two pages.
pub(super) fn access_panel(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::Helvetica,
        Family::LiberationSerif,
        Family::FreeSans,
        Family::DejaVuSans,
    ]);
    let cut = cuts(family);
    let own = Own::draw(rng, case, [62, 12, 0]);
    let code = match rng.below(3) {
        0 => rng.digits(12),
        1 => format!(
            "{}{}-{}{}",
            rng.letters(2),
            rng.digits(2),
            rng.letters(2),
            rng.digits(2)
        ),
        _ => rng.digits(8),
    };
    let letter = Letter {
        title: rng.pick(&[
            "Account Access Notice",
            "USCIS Account Access Notice",
            "USCIS Account Access",
        ]),
        caption: rng.pick(CAPTIONS),
        code,
        until: case.noticed.later(0, 90).long(),
        left: rng.uniform(58.0, 76.0),
        form: rng.chance(0.6),
    };
    let form = if letter.form { "I-797C" } else { "" };
    let mut truth = NoticeTruth {
        form: form.into(),
        ..Default::default()
    };
    let mut sheet = Sheet::letter(family);
    let y = opening(rng, &mut sheet, &cut, &letter, case, &mut truth);
    let y = match rng.below(4) {
        3 if own.number().is_some() => in_words(rng, &mut sheet, &cut, &letter, &own, y),
        0 => captions_under(&mut sheet, &cut, &letter, &own, y),
        1 => labels_beside(&mut sheet, &cut, &letter, &own, y),
        _ => captions_over(&mut sheet, &cut, &letter, &own, y),
    };
    steps(rng, &mut sheet, &cut, &letter, &own, y);
    foot(&mut sheet, &cut, &letter, case, 1);
    own.note(&mut truth);
    let mut sheets = vec![sheet];
    if rng.chance(0.35) {
        let mut copy = Sheet::letter(family);
        spanish(rng, &mut copy, &cut, &letter, case, &own);
        foot(&mut copy, &cut, &letter, case, 2);
        sheets.push(copy);
    }
    Drawing { sheets, truth }
}

/// Letterhead, date, address and the lines of the case.
fn opening(
    rng: &mut Rng,
    sheet: &mut Sheet,
    cut: &Cuts,
    letter: &Letter,
    case: &Case,
    truth: &mut NoticeTruth,
) -> f32 {
    let right = 612.0 - letter.left;
    sheet.flush_right(
        cut.bold,
        9.0,
        right,
        46.0,
        "U.S. Department of Homeland Security",
    );
    sheet.flush_right(
        cut.regular,
        8.5,
        right,
        57.0,
        "U.S. Citizenship and Immigration Services",
    );
    sheet.flush_right(
        cut.regular,
        8.5,
        right,
        68.0,
        "Office of Intake and Document Production",
    );
    sheet.write(cut.bold, 17.0, letter.left, 60.0, "USCIS");
    sheet.rule(letter.left, right, 76.0, 0.9);
    let noticed = dated(&case.noticed, 1);
    let label = rng.pick(&["", "Notice Date: ", "Date: "]);
    sheet.write(
        cut.regular,
        10.0,
        letter.left,
        98.0,
        &format!("{label}{noticed}"),
    );
    let lines = [
        case.filer.name(),
        case.address[0].clone(),
        case.address[1].clone(),
    ];
    stack(sheet, cut.regular, 10.0, [letter.left, 122.0, 12.5], &lines);
    let receipt = case::printed_receipt(rng, &case.receipt);
    let lead = rng.pick(&["Receipt Number: ", "Receipt #: ", "RE: "]);
    sheet.flush_right(cut.bold, 9.5, right, 122.0, &format!("{lead}{receipt}"));
    let code = format!("Form {}", case.form_code);
    sheet.flush_right(cut.regular, 9.5, right, 135.0, &code);
    sheet.centred(cut.bold, 14.0, 306.0, 184.0, letter.title);
    if letter.form {
        sheet.centred(
            cut.regular,
            8.5,
            306.0,
            197.0,
            "Form I-797C, Notice of Action",
        );
    }
    truth.prints_receipt(&case.receipt);
    truth.fields.notice_date = Some(noticed);
    truth.fields.notice_type = noted(letter.title);
    truth.fields.case_type = noted(case.form_code);
    let text = "Thank you for filing with us. To follow your case on line, sign up for a USCIS \
                online account and use what is printed below to link your paper filing to it.";
    sheet.paragraph(
        cut.regular,
        10.0,
        letter.left,
        218.0,
        right - letter.left,
        text,
    ) + 14.0
}

/// Two boxes, each with the value above and its caption under a rule.
fn captions_under(sheet: &mut Sheet, cut: &Cuts, letter: &Letter, own: &Own, y: f32) -> f32 {
    let right = 612.0 - letter.left;
    let half = (right - letter.left) / 2.0;
    let mut x = letter.left;
    let code = (letter.code.as_str(), "Online Access Code");
    let boxes: Vec<(&str, &str)> = own
        .text()
        .map(|text| (text, letter.caption))
        .into_iter()
        .chain([code])
        .collect();
    for (value, caption) in boxes {
        sheet.write(cut.bold, 15.0, x + 10.0, y + 18.0, value);
        sheet.rule(x, x + half - 14.0, y + 24.0, 0.8);
        sheet.write(cut.italic, 8.5, x + 2.0, y + 34.0, caption);
        x += half;
    }
    y + 62.0
}

/// A frame with labels on the left and values on the right.
fn labels_beside(sheet: &mut Sheet, cut: &Cuts, letter: &Letter, own: &Own, y: f32) -> f32 {
    let right = 612.0 - letter.left;
    let mut rows: Vec<(String, &str)> = Vec::new();
    if let Some(text) = own.text() {
        rows.push((format!("{}:", letter.caption), text));
    }
    rows.push(("Online Access Code:".to_string(), &letter.code));
    rows.push(("Use this code by:".to_string(), &letter.until));
    let bottom = y + rows.len() as f32 * 18.0 + 8.0;
    sheet.frame([letter.left, y, right, bottom], 1.2);
    for (n, (label, value)) in rows.iter().enumerate() {
        let y = y + 17.0 + n as f32 * 18.0;
        sheet.write(cut.regular, 9.5, letter.left + 12.0, y, label);
        sheet.write(cut.bold, 11.0, letter.left + 292.0, y, value);
    }
    bottom + 22.0
}

/// A paragraph that tells both numbers.
fn in_words(
    rng: &mut Rng,
    sheet: &mut Sheet,
    cut: &Cuts,
    letter: &Letter,
    own: &Own,
    y: f32,
) -> f32 {
    let number = own.number().unwrap_or_default();
    let code = &letter.code;
    let text = match rng.below(3) {
        0 => format!(
            "Your USCIS online account number is {number}. Your Online Access Code is {code}. The \
             code can be used once and expires on {}.",
            letter.until
        ),
        1 => format!(
            "We have opened a USCIS online account for you and given it the number {number}. To \
             claim it, you need the Online Access Code {code} before {}.",
            letter.until
        ),
        _ => format!(
            "Use the Online Access Code {code} (until {}) to open your USCIS online account, \
             which has the account number {number}.",
            letter.until
        ),
    };
    let measure = 612.0 - 2.0 * letter.left;
    sheet.paragraph(cut.bold, 10.5, letter.left, y, measure, &text) + 14.0
}

/// A shaded strip, captions over the values in the middle.
fn captions_over(sheet: &mut Sheet, cut: &Cuts, letter: &Letter, own: &Own, y: f32) -> f32 {
    let right = 612.0 - letter.left;
    sheet.fill([letter.left, y, right, y + 46.0], 0.9);
    let code = (
        "Online Access Code (valid for 90 days)",
        letter.code.as_str(),
    );
    let cells: Vec<(&str, &str)> = own
        .text()
        .map(|text| (letter.caption, text))
        .into_iter()
        .chain([code])
        .collect();
    let share = (right - letter.left) / cells.len() as f32;
    for (n, (caption, value)) in cells.iter().enumerate() {
        let middle = letter.left + share * (n as f32 + 0.5);
        sheet.centred(cut.regular, 8.0, middle, y + 14.0, caption);
        sheet.centred(cut.bold, 14.0, middle, y + 34.0, value);
    }
    y + 66.0
}

/// The steps to take, and the help line.
fn steps(rng: &mut Rng, sheet: &mut Sheet, cut: &Cuts, letter: &Letter, own: &Own, y: f32) {
    let measure = 612.0 - 2.0 * letter.left - 16.0;
    sheet.write(cut.bold, 10.5, letter.left, y, "What you need to do");
    let first = format!(
        "1.  Go to my.uscis.gov before {} and choose Sign Up.",
        letter.until
    );
    let texts = [
        first.as_str(),
        "2.  Confirm your e-mail address and choose a password of your own.",
        "3.  Under Add a Paper-Filed Case, enter your receipt number and your Online Access Code.",
        "4.  Print the backup code and keep it in a safe place.",
    ];
    let y = prose(
        sheet,
        cut.regular,
        10.0,
        [letter.left + 12.0, y + 17.0, measure],
        &texts,
    );
    let last = match own {
        Own::Without => {
            "For your security we do not print your online account number on this letter. You \
             will find it in your profile after you have signed in."
        }
        _ => {
            "Keep this letter. If you file another form by mail, write your online account number \
             on it, so that we do not open a second account for you."
        }
    };
    let help = "Never give your Online Access Code to anyone. If you do not want an account on \
                line, you need not do anything; we will still write to you by mail. For help: \
                my.uscis.gov/account/v1/needhelp or 1-800-375-5283 (TTY 1-800-767-1833).";
    let texts = if rng.chance(0.5) {
        [last, help]
    } else {
        [help, last]
    };
    prose(
        sheet,
        cut.regular,
        10.0,
        [letter.left, y + 8.0, measure + 16.0],
        &texts,
    );
}

/// The courtesy copy in Spanish.
fn spanish(rng: &mut Rng, sheet: &mut Sheet, cut: &Cuts, letter: &Letter, case: &Case, own: &Own) {
    let left = letter.left;
    sheet.write(cut.italic, 9.0, left, 50.0, "Copia de cortesía en español");
    sheet.centred(cut.bold, 14.0, 306.0, 84.0, "Aviso de acceso a la cuenta");
    let mut y = 116.0;
    let mut rows = vec![("Número de recibo", case.receipt.as_str())];
    if let Some(text) = own.text() {
        rows.push((rng.pick(SPANISH), text));
    }
    rows.push(("Código de acceso en línea", &letter.code));
    for (label, value) in rows {
        sheet.write(cut.regular, 10.0, left, y, &format!("{label}:"));
        sheet.write(cut.bold, 10.5, left + 222.0, y, value);
        y += 17.0;
    }
    let texts = [
        "Para seguir su caso por internet, cree una cuenta en línea de USCIS en my.uscis.gov y \
         escriba el código de acceso que aparece arriba. El código vence a los 90 días.",
        "Si cambia de dirección, avísenos dentro de los diez días siguientes a la mudanza.",
        "Esta traducción es solo una cortesía. El texto en inglés es el oficial.",
    ];
    prose(
        sheet,
        cut.regular,
        10.0,
        [left, y + 12.0, 612.0 - 2.0 * left],
        &texts,
    );
}

/// The bars and the page number.
fn foot(sheet: &mut Sheet, cut: &Cuts, letter: &Letter, case: &Case, page: usize) {
    receipt_bars(
        sheet,
        Symbology::Code39,
        [letter.left, 724.0, 0.7, 22.0],
        &case.receipt,
    );
    sheet.write(cut.regular, 7.5, letter.left, 756.0, &case.receipt);
    let right = 612.0 - letter.left;
    sheet.flush_right(cut.regular, 8.0, right, 748.0, "www.uscis.gov");
    sheet.flush_right(cut.regular, 8.0, right, 758.0, &format!("Page {page}"));
}
