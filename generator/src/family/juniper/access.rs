//! A letter on online access: the account number stands in a sentence, or in no sentence at all.
use super::desk::Desk;
use super::ink::{block, prose, put};
use super::words::{office_of, usual};
use crate::case::{Case, Person};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::Family;

const FACES: &[Family] = &[
    Family::LiberationSerif,
    Family::FreeSerif,
    Family::LiberationSans,
    Family::DejaVuSans,
    Family::Times,
];
const SENTENCES: &[&str] = &[
    "Your USCIS online account number is {N}.",
    "We have opened a USCIS online account for you under the number {N}; please keep it.",
    "The number of your USCIS online account, {N}, belongs to you alone and does not change.",
    "You now have a USCIS online account (account number {N}), in which this case appears.",
    "Our records show {N} as the USCIS online account number under which you filed.",
];
const SPANISH: &[&str] = &[
    "Su número de cuenta en línea de USCIS es {N}.",
    "Hemos abierto para usted la cuenta en línea de USCIS número {N}.",
];

/// What the pages of the letter share.
struct Letter {
    left: f32,
    size: f32,
    code: String,
    display: bool,
}

/// The letter.
pub(super) fn access(rng: &mut Rng, case: &Case) -> Drawing {
    let mut desk = Desk::new(rng, case, "access", FACES, (0.78, 0.0));
    desk.employer = None;
    let kind = if desk.shows() {
        rng.pick(&[
            "USCIS Account Access Notice",
            "Welcome Notice",
            "Account Access Notice",
        ])
    } else {
        rng.pick(&[
            "Courtesy Letter",
            "Online Access Code Notice",
            "Courtesy Notice",
        ])
    };
    desk.truth.fields.notice_type = Some(kind.into());
    if kind.contains("Access") && rng.chance(0.6) {
        desk.form("I-797");
    }
    let letter = Letter {
        left: rng.uniform(62.0, 84.0),
        size: rng.uniform(10.0, 11.2),
        code: code(rng),
        display: rng.chance(0.25),
    };
    let mut sheet = desk.page();
    let y = head(&mut sheet, rng, &mut desk, &letter, kind);
    let y = subject(&mut sheet, rng, &mut desk, &letter, y);
    let y = if desk.shows() && letter.display {
        display(&mut sheet, rng, &mut desk, &letter, y)
    } else {
        y
    };
    body(&mut sheet, rng, &mut desk, &letter, y);
    foot(&mut sheet, rng, &desk, &letter, 1);
    let mut sheets = vec![sheet];
    if rng.chance(0.35) {
        sheets.push(spanish(rng, &mut desk, &letter));
    }
    desk.done(sheets)
}

/// An access code: letters and digits, or digits only.
fn code(rng: &mut Rng) -> String {
    match rng.below(3) {
        0 => format!("{}-{}-{}", rng.digits(4), rng.digits(4), rng.digits(4)),
        1 => format!("{}{}{}", rng.letters(2), rng.digits(4), rng.letters(2)).to_uppercase(),
        _ => rng.digits(8),
    }
}

/// The text with the account number in it.
fn filled(template: &str, number: &str) -> String {
    template.replace("{N}", number)
}

/// Letterhead in three columns, date line, title, addressee.
fn head(sheet: &mut Sheet, rng: &mut Rng, desk: &mut Desk, letter: &Letter, kind: &str) -> f32 {
    let right = 612.0 - letter.left;
    sheet.write(desk.bold(), 15.0, letter.left, 46.0, "USCIS");
    let small = (desk.regular(), 7.5);
    block(
        sheet,
        small,
        [letter.left + 66.0, 38.0, 9.0],
        &["U.S. Citizenship and", "Immigration Services"],
    );
    let office = office_of(rng, &desk.case.receipt);
    block(
        sheet,
        small,
        [letter.left + 190.0, 38.0, 9.0],
        &[office.street, office.town],
    );
    let phones = ["1-800-375-5283", "TTY 1-800-767-1833"];
    block(sheet, small, [right - 86.0, 38.0, 9.0], &phones);
    sheet.rule(letter.left, right, 54.0, 1.5);
    let date = desk.noticed();
    let at_right = rng.chance(0.4);
    if at_right {
        sheet.flush_right(desk.regular(), letter.size, right, 78.0, &date);
    } else {
        sheet.write(desk.regular(), letter.size, letter.left, 78.0, &date);
    }
    let spot = [letter.left, 100.0, letter.size * 1.2];
    let y = block(sheet, (desk.regular(), letter.size), spot, &desk.address());
    let title = if rng.chance(0.5) {
        kind.to_uppercase()
    } else {
        kind.to_string()
    };
    sheet.write(
        desk.bold(),
        letter.size + 3.0,
        letter.left,
        y + 18.0,
        &title,
    );
    y + 40.0
}

/// The receipt number and the form.
fn subject(sheet: &mut Sheet, rng: &mut Rng, desk: &mut Desk, letter: &Letter, y: f32) -> f32 {
    desk.truth.fields.case_type = Some(desk.code.into());
    let receipt = desk.receipt();
    let code = desk.code;
    let text = match rng.below(3) {
        0 => format!("RE: {code}, receipt number {receipt}"),
        1 => format!("Receipt Number: {receipt}   Form: {code}"),
        _ => format!("Case {receipt} (Form {code})"),
    };
    let width = 612.0 - letter.left * 2.0;
    put(
        sheet,
        (desk.bold(), letter.size),
        [letter.left, y, width],
        &text,
    );
    y + 24.0
}

/// The number alone in a frame, under the words that say what it is.
fn display(sheet: &mut Sheet, rng: &mut Rng, desk: &mut Desk, letter: &Letter, y: f32) -> f32 {
    let right = 612.0 - letter.left;
    sheet.frame([letter.left + 60.0, y - 8.0, right - 60.0, y + 42.0], 1.0);
    let label = rng.pick(&[
        "Your USCIS Online Account Number",
        "YOUR USCIS ONLINE ACCOUNT",
    ]);
    sheet.centred(desk.regular(), 9.5, 306.0, y + 6.0, label);
    let number = desk.number();
    sheet.centred(desk.bold(), 17.0, 306.0, y + 30.0, &number);
    y + 68.0
}

/// The letter itself.
fn body(sheet: &mut Sheet, rng: &mut Rng, desk: &mut Desk, letter: &Letter, y: f32) {
    let right = 612.0 - letter.left;
    let mut texts = vec![format!("Dear {}:", desk.case.filer.name())];
    let received = desk.received();
    texts.push(format!(
        "Thank you for your Form {}, which reached us on {received}.",
        desk.code
    ));
    if desk.shows() {
        if !letter.display || rng.chance(0.3) {
            texts.push(filled(rng.pick(SENTENCES), &desk.number()));
        }
        texts.push(format!(
            "To see the case on the web, go to my.uscis.gov and type this Online Access Code: {}. \
             The code is good for 90 days from the date of this letter.",
            letter.code
        ));
        texts.push("Write the account number, not the code, on every form you mail to us.".into());
    } else {
        texts.extend(without(rng, letter));
    }
    texts.extend(usual(rng, 3));
    let area = [letter.left, y, right - letter.left];
    let y = prose(sheet, (desk.regular(), letter.size), area, 640.0, &texts);
    sheet.write(
        desk.regular(),
        letter.size,
        letter.left,
        y + 12.0,
        "Sincerely,",
    );
    let name = Person::draw(rng).name();
    sheet.write(desk.regular(), letter.size, letter.left, y + 44.0, &name);
    sheet.write(
        desk.italic(),
        letter.size,
        letter.left,
        y + 57.0,
        "Customer Service",
    );
}

/// Paragraphs that speak of account numbers without giving the reader's own.
fn without(rng: &mut Rng, letter: &Letter) -> Vec<String> {
    let example = rng.pick(&["0000 1234 5678", "123456789012", "0123-4567-8901"]);
    vec![
        format!(
            "You may see the case on the web. Go to my.uscis.gov, open an account and type this \
             Online Access Code: {}. It is good for 90 days.",
            letter.code
        ),
        rng.pick(&[
            "Once the account is open, its number appears in your profile. We cannot print it \
             here because there is none yet.",
            "If you have a USCIS online account already, do not open a second one. Sign in and \
             add the case to it.",
            "We print account numbers only on the notice that we send once the account is open.",
        ])
        .to_string(),
        format!(
            "An account number has twelve digits. On our forms it may be written like this: \
             {example} (the digits are made up and stand for no account)."
        ),
    ]
}

/// The courtesy copy in Spanish.
fn spanish(rng: &mut Rng, desk: &mut Desk, letter: &Letter) -> Sheet {
    let mut sheet = desk.page();
    let right = 612.0 - letter.left;
    sheet.write(desk.bold(), 15.0, letter.left, 46.0, "USCIS");
    sheet.flush_right(
        desk.italic(),
        9.0,
        right,
        46.0,
        "Copia de cortesía en español",
    );
    sheet.rule(letter.left, right, 54.0, 1.5);
    let receipt = format!("Número de recibo: {}", desk.receipt());
    sheet.write(desk.bold(), letter.size, letter.left, 82.0, &receipt);
    let mut texts = vec![
        format!("Estimado(a) {}:", desk.case.filer.name()),
        format!("Hemos recibido su formulario {}.", desk.code),
    ];
    if desk.shows() {
        texts.push(filled(rng.pick(SPANISH), &desk.number()));
    } else {
        texts.push("Encontrará el número de su cuenta en línea en su perfil.".into());
    }
    texts.push(format!(
        "Código de acceso en línea: {}. El código vence 90 días después de esta fecha.",
        letter.code
    ));
    texts.push("Si cambia de dirección, avísenos en un plazo de 10 días.".into());
    let area = [letter.left, 106.0, right - letter.left];
    prose(
        &mut sheet,
        (desk.regular(), letter.size),
        area,
        640.0,
        &texts,
    );
    foot(&mut sheet, rng, desk, letter, 2);
    sheet
}

/// The foot of a page.
fn foot(sheet: &mut Sheet, rng: &mut Rng, desk: &Desk, letter: &Letter, page: usize) {
    let right = 612.0 - letter.left;
    sheet.rule(letter.left, right, 738.0, 0.5);
    let form = if desk.truth.form.is_empty() {
        "uscis.gov"
    } else {
        "Form I-797, Notice of Action"
    };
    sheet.write(desk.regular(), 7.5, letter.left, 748.0, form);
    let mail = format!("MRR {}-{}", rng.digits(5), rng.digits(3));
    sheet.centred(desk.regular(), 7.5, 306.0, 748.0, &mail);
    sheet.flush_right(desk.regular(), 7.5, right, 748.0, &page.to_string());
}
