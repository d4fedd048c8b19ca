//! A letter on online accounts: the number stands in a sentence, nowhere else.
use super::ink::{bars, prose, stack, symbology};
use super::words;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// The pages.
pub(super) fn welcome(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::LiberationSans,
        Family::DejaVuSansCondensed,
        Family::FreeSans,
    ]);
    let mut sheet = Sheet::letter(family);
    let mut truth = NoticeTruth {
        form: "I-797".into(),
        ..Default::default()
    };
    let known = rng.chance(0.52);
    let left = rng.uniform(56.0, 96.0);
    head(&mut sheet, rng, case, &mut truth, family, left);
    let kind = if known {
        "USCIS Account Access Notice"
    } else {
        "Welcome Notice"
    };
    truth.fields.notice_type = Some(kind.into());
    sheet.bold(15.0, left, 258.0, kind);
    let size = rng.uniform(9.4, 10.4);
    let mut texts = vec![opening(rng, case, &mut truth)];
    if known {
        texts.push(known_account(rng, case, &mut truth));
    } else {
        texts.push(no_account(rng));
    }
    texts.extend(advice(rng, known));
    if rng.chance(0.35) {
        texts.push(lawyer(rng, case, &mut truth));
    }
    let measure = 556.0 - left;
    let y = prose(
        &mut sheet,
        Face::regular(family),
        size,
        [left, 282.0],
        measure,
        &texts,
    );
    if known || rng.chance(0.5) {
        code(&mut sheet, rng, family, case, [left, y + 12.0]);
    }
    foot(&mut sheet, rng, family, left);
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// Agency, date, receipt number under its barcode, address.
fn head(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    truth: &mut NoticeTruth,
    family: Family,
    left: f32,
) {
    let face = Face::regular(family);
    sheet.fill([0.0, 0.0, 612.0, 30.0], rng.uniform(0.2, 0.45));
    sheet.write_shaded(
        Face::bold(family),
        12.0,
        left,
        20.0,
        "Homeland Security | USCIS",
        1.0,
    );
    sheet.write(face, 8.0, left, 46.0, "Form I-797, Notice of Action");
    truth.prints_receipt(&case.receipt);
    truth.fields.notice_date = Some(case.noticed.long());
    let kind = symbology(rng);
    bars(sheet, kind, [left, 62.0], 210.0, 24.0, &case.receipt);
    let says = rng.pick(&[
        "Case",
        "Receipt number",
        "Receipt",
        "Your case is receipted as",
    ]);
    sheet.write(face, 9.0, left, 98.0, &format!("{says} {}", case.receipt));
    sheet.write(
        face,
        9.0,
        left,
        112.0,
        &format!("Mailed on {}", case.noticed.long()),
    );
    let tray = format!("PRSRT {} {} AUTO 5-DIGIT", rng.digits(5), rng.digits(4));
    sheet.write_shaded(face, 6.5, left + 16.0, 152.0, &tray, 0.3);
    let to = [
        case.filer.name(),
        case.address[0].clone(),
        case.address[1].clone(),
    ];
    stack(sheet, face, 10.0, [left + 16.0, 164.0], &to);
}

/// The first sentence: the filing.
fn opening(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> String {
    let received = case.received.long();
    truth.fields.received_date = Some(received.clone());
    truth.fields.case_type = Some(case.form_code.into());
    match rng.below(3) {
        0 => format!(
            "Thank you for your Form {}, which reached us on {received}.",
            case.form_code
        ),
        1 => format!(
            "Your Form {} came in on {received} and is now in our electronic system.",
            case.form_code
        ),
        _ => format!(
            "On {received} we logged in the Form {} that you mailed to us.",
            case.form_code
        ),
    }
}

/// A paragraph that gives the own account number.
fn known_account(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> String {
    truth.prints_account(&case.account);
    let number = words::account(rng, &case.account);
    match rng.below(6) {
        0 => format!(
            "So that you can follow it from home, we have opened a USCIS online account \
            for you. Its number is {number}, and it is yours for life."
        ),
        1 => format!(
            "You already had an account with us online, so we hung this case on it: it \
            is account {number} at my.uscis.gov."
        ),
        2 => format!(
            "When a form asks for your USCIS online account number, the twelve digits to \
            copy are {number}."
        ),
        3 => format!(
            "Your case has been tied to {number}, which is the number of your own USCIS \
            online account and of no one else's."
        ),
        4 => format!(
            "From here on, everything about this case will turn up in your USCIS online \
            account ({number})."
        ),
        _ => format!(
            "{number} - keep these digits somewhere safe. They are the number of the \
            USCIS online account that we set up in your name."
        ),
    }
}

/// A paragraph for a reader who has no account.
fn no_account(rng: &mut Rng) -> String {
    match rng.below(4) {
        0 => "We find no USCIS online account in your name. You need not open one; we will keep \
            writing to you by mail."
            .into(),
        1 => format!(
            "You may open an online account whenever you like. Only then will you be \
            given a USCIS online account number; it will look something like {}, a made-up \
            example.",
            "0001 2345 6789"
        ),
        2 => format!(
            "A USCIS online account number will follow under separate cover. Until it \
            comes, leave that box on your forms empty. The number {} on the outside of this \
            envelope is the Postal Service's and serves no other purpose.",
            rng.digits(12)
        ),
        _ => format!(
            "Your USCIS online account number is not shown in this letter, for your \
            protection. (Mailing control {}.)",
            rng.digits(12)
        ),
    }
}

/// Further paragraphs, with or without traps.
fn advice(rng: &mut Rng, known: bool) -> Vec<String> {
    let mut texts = Vec::new();
    if known {
        texts.push(
            "Print that number, and not your A-Number, on any paper form that you file \
            with us from now on. Leave it off, and the computer will take you for somebody \
            new."
                .into(),
        );
    }
    if rng.chance(0.6) {
        texts.push(words::trap(rng));
    }
    texts.push(
        "We never ask for your password, by telephone or in writing. A caller who does is \
        not from USCIS, whatever the caller ID may say."
            .into(),
    );
    let count = rng.between(2, 4) as usize;
    texts.extend(words::general(rng, count));
    texts
}

/// A paragraph on the attorney's own account.
fn lawyer(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> String {
    let number = words::representative(rng, truth);
    format!(
        "{} of {} follows the case from a separate account, that of an attorney: attorney's \
        USCIS online account number {number}.",
        case.attorney.0, case.attorney.1
    )
}

/// The access code in a box.
fn code(sheet: &mut Sheet, rng: &mut Rng, family: Family, case: &Case, at: [f32; 2]) {
    let [x, y] = at;
    sheet.frame([x, y, x + 250.0, y + 44.0], 1.0);
    let label = rng.pick(&[
        "Online Access Code",
        "One-time access code",
        "Code to link the case",
    ]);
    sheet.bold(9.0, x + 10.0, y + 15.0, label);
    let text = format!("{}-{}-{}", rng.letters(4), rng.digits(4), rng.letters(4));
    sheet.write(Face::regular(family), 13.0, x + 10.0, y + 34.0, &text);
    let until = case.noticed.later(0, 90).numeric();
    sheet.write(
        Face::italic(family),
        8.0,
        x + 152.0,
        y + 34.0,
        &format!("good through {until}"),
    );
}

/// The foot of the page.
fn foot(sheet: &mut Sheet, rng: &mut Rng, family: Family, left: f32) {
    let office = rng.pick(words::OFFICES);
    sheet.rule(left, 556.0, 738.0, 0.4);
    let text = format!("{}, {}, {}", office[0], office[1], office[2]);
    sheet.write_shaded(Face::regular(family), 7.0, left, 750.0, &text, 0.3);
    sheet.flush_right(
        Face::regular(family),
        7.0,
        556.0,
        750.0,
        "Form I-797 04/01/19",
    );
}
