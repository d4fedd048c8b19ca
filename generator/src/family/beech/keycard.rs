//! The letter that tells of a new on-line account: the number, and an access code beside it.
use super::kit::Leaf;
use super::prose;
use super::words::{self, Own};
use crate::case::Case;
use crate::family::Drawing;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::Family;

/// Draws the letter.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[Family::Helvetica, Family::FreeSans, Family::DejaVuSerif]);
    let mut leaf = Leaf::new(family);
    let form = if rng.chance(0.5) { "I-797" } else { "" };
    let mut truth = words::truth(form, case);
    let kind = rng.pick(&[
        "USCIS Account Access Notice",
        "Account Access Notice",
        "USCIS Online Account Access Notice",
    ]);
    truth.fields.notice_type = Some(kind.into());
    let own = words::own(rng, case, &mut truth, (0.86, 0.0));
    top(&mut leaf, rng, form, kind);
    let y = number(&mut leaf, rng, case, own);
    let y = letter(&mut leaf, rng, case, &mut truth, y);
    steps(&mut leaf, rng, own, y);
    card(&mut leaf, rng, case);
    Drawing {
        sheets: vec![leaf.sheet],
        truth,
    }
}

/// The agency and the title.
fn top(leaf: &mut Leaf, rng: &mut Rng, form: &str, kind: &str) {
    leaf.sheet.bold(
        11.0,
        54.0,
        46.0,
        "U.S. Citizenship and Immigration Services",
    );
    let [_, street, town] = words::office(rng);
    leaf.sheet
        .plain(8.0, 54.0, 57.0, &format!("{street}, {town}"));
    if form.is_empty() {
        leaf.right(true, 11.0, (558.0, 46.0), kind);
    } else {
        leaf.right(false, 8.5, (558.0, 57.0), "Form I-797, Notice of Action");
        leaf.right(true, 11.0, (558.0, 46.0), kind);
    }
    leaf.sheet.rule(54.0, 558.0, 64.0, 2.0);
}

/// The number in a box, in a line of its own or with its caption beneath; or none.
fn number(leaf: &mut Leaf, rng: &mut Rng, case: &Case, own: Own) -> f32 {
    if own != Own::Filled {
        leaf.sheet.frame([54.0, 76.0, 558.0, 104.0], 0.6);
        let text = rng.pick(&[
            "Your USCIS online account number will come in a second letter.",
            "No number is printed here. The USCIS online account number is shown after sign-in.",
        ]);
        leaf.mid(false, 10.0, (306.0, 93.5), text);
        return 104.0;
    }
    let value = words::own_value(rng, case, own);
    let label = rng.pick(&[
        "Your USCIS Online Account Number",
        "USCIS Online Account Number",
        "Your Online Account Number / Su número de cuenta en línea",
    ]);
    match rng.below(3) {
        0 => {
            leaf.sheet.fill([54.0, 76.0, 558.0, 118.0], 0.92);
            leaf.mid(false, 8.5, (306.0, 88.0), label);
            leaf.mid(true, 20.0, (306.0, 109.0), &value);
        }
        1 => {
            leaf.sheet.frame([150.0, 76.0, 462.0, 118.0], 1.2);
            leaf.mid(true, 18.0, (306.0, 96.0), &value);
            leaf.sheet.rule(180.0, 432.0, 101.0, 0.5);
            leaf.mid(false, 7.5, (306.0, 111.0), label);
        }
        _ => {
            let end = leaf.put(true, 11.0, (54.0, 98.0), 330.0, &format!("{label}:"));
            leaf.sheet.plain(14.0, end + 10.0, 98.0, &value);
        }
    }
    118.0
}

/// Date, address, references and the opening of the letter.
fn letter(leaf: &mut Leaf, rng: &mut Rng, case: &Case, truth: &mut NoticeTruth, y: f32) -> f32 {
    let date = case.noticed.long();
    truth.fields.notice_date = Some(date.clone());
    leaf.sheet.plain(10.0, 54.0, y + 24.0, &date);
    let name = case.filer.name();
    leaf.lines(10.0, (54.0, y + 46.0), 12.0, &words::addressee(case, false));
    let x = 350.0;
    let alien = words::alien(rng, &case.filer.a_number);
    truth.prints_a_number(&case.filer.a_number);
    let refs = [
        (words::receipt_label(rng), words::receipt(rng, case)),
        ("Form", case.form_code.to_string()),
        (words::alien_label(rng), alien),
    ];
    for (index, (label, value)) in refs.iter().enumerate() {
        let base = y + 46.0 + index as f32 * 13.0;
        leaf.put(false, 9.0, (x, base), 92.0, &format!("{label}:"));
        leaf.put(true, 9.5, (x + 96.0, base), 112.0, value);
    }
    let dear = format!("Dear {name}:");
    leaf.sheet.plain(10.0, 54.0, y + 110.0, &dear);
    let text = "You filed a form with us on paper. So that you can follow the case, read our \
        notices and send us evidence, we have made a place for it on line. Use the code on the \
        card below once; it opens the account to you and to nobody else.";
    leaf.para(10.0, (54.0, y + 128.0), 504.0, text)
}

/// What to do, in numbered steps.
fn steps(leaf: &mut Leaf, rng: &mut Rng, own: Own, y: f32) {
    let mut all = vec![
        "Go to my.uscis.gov and choose \"Create an account\".",
        "Type the access code exactly as it is printed. It is valid for 90 days.",
        "Check your name, the date of birth and the case in the list.",
    ];
    if own == Own::Filled {
        all.push(
            "Write the account number that is printed at the top of this letter on every \
            form that you mail to us; a form without it opens another account.",
        );
    } else {
        all.push(prose::MENTIONS[1]);
    }
    let mut y = y + 12.0;
    for (index, text) in all.iter().enumerate() {
        leaf.sheet.bold(10.0, 62.0, y, &format!("{}", index + 1));
        y = leaf.para(10.0, (80.0, y), 470.0, text) + 5.0;
    }
    leaf.prose(
        10.0,
        (54.0, y + 8.0),
        504.0,
        &[prose::MENTIONS[3], &prose::telephone(rng)],
    );
}

/// The card with the access code.
fn card(leaf: &mut Leaf, rng: &mut Rng, case: &Case) {
    leaf.perforation(610.0, "TEAR OFF AND KEEP IN A SAFE PLACE");
    leaf.sheet.frame([54.0, 626.0, 400.0, 730.0], 1.0);
    leaf.band(
        [54.0, 626.0, 400.0, 644.0],
        rng.pick(&[0.1, 0.85]),
        9.0,
        "ONLINE ACCESS CODE",
    );
    let code = if rng.chance(0.5) {
        rng.digits(12)
    } else {
        format!("{}-{}-{}", rng.letters(4), rng.digits(4), rng.digits(4))
    };
    leaf.sheet.bold(16.0, 66.0, 672.0, &code);
    leaf.sheet.plain(
        8.0,
        66.0,
        688.0,
        "This code is not an account number and not a password.",
    );
    let until = case.noticed.later(0, 90).long();
    leaf.sheet
        .plain(8.0, 66.0, 702.0, &format!("Use it before {until}."));
    leaf.sheet.plain(8.0, 66.0, 720.0, &case.filer.name());
    leaf.qr(rng, (450.0, 630.0), 92.0);
    leaf.sheet.plain(
        7.0,
        54.0,
        752.0,
        &format!("AAN {} {}", rng.digits(3), case.receipt),
    );
}
