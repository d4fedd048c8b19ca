//! An account access notice: the account number in a panel, the code to use once below it.
use super::kit;
use super::matter;
use super::world::{self, Dated};
use crate::case::{self, Case, Date};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::FreeSans,
        Family::LiberationSans,
        Family::DejaVuSansCondensed,
    ]);
    let form = rng.pick(&["I-797C", "I-797", ""]);
    let mut truth = world::truth_of(form);
    let mut sheet = Sheet::letter(family);
    head(rng, &mut sheet, family, form, &mut truth);
    let y = facts(rng, &mut sheet, family, case, &mut truth);
    let y = panel(rng, &mut sheet, family, case, &mut truth, y);
    let y = code(rng, &mut sheet, family, &case.noticed, y);
    let known = truth.account_numbers.is_empty();
    steps(rng, &mut sheet, family, known, y + 20.0);
    kit::bars_right(&mut sheet, 568.0, 712.0, 22.0, &case.receipt);
    if rng.chance(0.5) && !truth.account_numbers.is_empty() {
        wallet(&mut sheet, family, case);
    }
    let microprint = "USCIS ACCOUNT ACCESS ".repeat(18);
    sheet.write_shaded(
        Face::regular(family),
        2.0,
        44.0,
        748.0,
        microprint.trim(),
        0.45,
    );
    if !form.is_empty() {
        let edition = format!("Form {form}, Notice of Action   (Rev. 10/31/21)");
        sheet.write(Face::regular(family), 7.5, 44.0, 740.0, &edition);
    }
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// A dark band with the agency, and the title.
fn head(rng: &mut Rng, sheet: &mut Sheet, family: Family, form: &str, truth: &mut NoticeTruth) {
    let bold = Face::bold(family);
    let dark = rng.chance(0.6);
    let (ground, ink) = if dark { (0.2, 1.0) } else { (0.88, 0.0) };
    sheet.fill([44.0, 36.0, 568.0, 58.0], ground);
    let agency = "U.S. Citizenship and Immigration Services";
    sheet.write_shaded(bold, 11.0, 52.0, 51.0, agency, ink);
    if !form.is_empty() {
        let right = 560.0 - Face::regular(family).width(form, 9.0);
        sheet.write_shaded(Face::regular(family), 9.0, right, 51.0, form, ink);
    }
    let kind = rng.pick(&[
        "USCIS Account Access Notice",
        "Account Access Notice",
        "Online Account Access Notice",
    ]);
    truth.fields.notice_type = Some(kind.into());
    sheet.write(bold, 17.0, 44.0, 84.0, kind);
}

/// The lines beside the address; gives the bottom.
fn facts(
    rng: &mut Rng,
    sheet: &mut Sheet,
    family: Family,
    case: &Case,
    truth: &mut NoticeTruth,
) -> f32 {
    let bold = Face::bold(family);
    let face = Face::regular(family);
    let dated = rng.pick(&[Dated::Long, Dated::Numeric]);
    let noticed = dated.print(&case.noticed);
    let role = world::role(case.title);
    let name = case.filer.listed();
    truth.fields.notice_date = Some(noticed.clone());
    truth.fields.case_type = Some(case.form_code.into());
    let mut lines = vec![
        ("Notice Date", noticed),
        ("Receipt Number", world::receipt(rng, &case.receipt, truth)),
        ("Form", case.form_code.to_string()),
    ];
    if rng.chance(0.7) {
        world::note_filer(truth, role, &name);
        lines.push((role, name));
    }
    if rng.chance(0.5) {
        lines.push(("A-Number", world::alien(rng, &case.filer, truth)));
    }
    let mut y = 112.0;
    for (label, value) in lines {
        sheet.flush_right(bold, 8.5, 404.0, y, label);
        kit::fit(sheet, face, 9.5, [412.0, y], 156.0, &value);
        y += 14.0;
    }
    let to = [
        case.filer.name(),
        case.address[0].clone(),
        case.address[1].clone(),
    ];
    for (place, line) in to.iter().enumerate() {
        kit::fit(
            sheet,
            face,
            10.0,
            [60.0, 134.0 + 12.5 * place as f32],
            240.0,
            line,
        );
    }
    y.max(176.0) + 12.0
}

/// The panel of the account number; at times none, then a sentence says where to find it.
fn panel(
    rng: &mut Rng,
    sheet: &mut Sheet,
    family: Family,
    case: &Case,
    truth: &mut NoticeTruth,
    top: f32,
) -> f32 {
    let bold = Face::bold(family);
    let face = Face::regular(family);
    if rng.chance(0.12) {
        let text = "You opened a USCIS online account earlier, so this notice does not repeat its \
                    number. You find it in your profile, under Account Information. Use the code \
                    below to add this case to that account.";
        return sheet.paragraph(face, 10.5, 44.0, top + 6.0, 524.0, text) + 6.0;
    }
    let label = rng.pick(&[
        "Your USCIS Online Account Number",
        "YOUR USCIS ONLINE ACCOUNT NUMBER",
        "USCIS Online Account ID",
        "Your new online account number at USCIS",
    ]);
    sheet.fill([44.0, top, 568.0, top + 66.0], 0.93);
    sheet.frame([44.0, top, 568.0, top + 66.0], 1.2);
    truth.prints_account(&case.account);
    match rng.below(3) {
        0 => {
            sheet.centred(bold, 10.0, 306.0, top + 18.0, label);
            kit::comb(sheet, bold, [174.0, top + 28.0], 22.0, 12, &case.account);
        }
        1 => {
            sheet.centred(bold, 10.0, 306.0, top + 20.0, label);
            let number = case::printed_account(rng, &case.account);
            sheet.centred(bold, 20.0, 306.0, top + 48.0, &number);
        }
        _ => {
            let number = case::printed_account(rng, &case.account);
            sheet.centred(bold, 18.0, 306.0, top + 34.0, &number);
            sheet.centred(face, 8.5, 306.0, top + 52.0, label);
        }
    }
    top + 66.0
}

/// The code to use once, and until when.
fn code(rng: &mut Rng, sheet: &mut Sheet, family: Family, noticed: &Date, top: f32) -> f32 {
    let bold = Face::bold(family);
    let face = Face::regular(family);
    let label = rng.pick(&[
        "Online Access Code",
        "One-Time Access Code",
        "Online Access Code:",
    ]);
    let value = match rng.below(3) {
        0 => format!("{}-{}-{}", rng.digits(4), rng.digits(4), rng.digits(4)),
        1 => format!("{}{}{}", rng.letters(3), rng.digits(4), rng.letters(3)),
        _ => rng.digits(8),
    };
    let until = noticed.later(0, 90).long();
    let y = top + 24.0;
    sheet.write(bold, 10.0, 60.0, y, label);
    sheet.write(Face::bold(Family::LiberationMono), 13.0, 210.0, y, &value);
    let line = format!("This code works once. It stops working after {until}.");
    sheet.write(face, 8.5, 60.0, y + 15.0, &line);
    y + 20.0
}

/// How to sign in, and warnings.
fn steps(rng: &mut Rng, sheet: &mut Sheet, family: Family, known: bool, top: f32) {
    let bold = Face::bold(family);
    let face = Face::regular(family);
    sheet.write(bold, 11.0, 44.0, top, "Why you get this notice");
    let text = match known {
        true => {
            "We handle your paper form in our electronic system. In your online account you \
                 can follow this case beside the earlier ones, once you have added it."
        }
        false => {
            "We handle your paper form in our electronic system. We have made an online \
                  account for you, in which you can follow the case, read our notices, and send \
                  papers. You need not use it; we also mail every notice."
        }
    };
    let title = if known {
        "How to add the case"
    } else {
        "How to sign in the first time"
    };
    let y = sheet.paragraph(face, 9.8, 44.0, top + 16.0, 524.0, text) + 12.0;
    sheet.write(bold, 11.0, 44.0, y, title);
    let first = match known {
        true => "Go to myaccount.uscis.gov and sign in as you did before.",
        false => "Go to myaccount.uscis.gov and create a sign-in with your own e-mail address.",
    };
    let items = [
        first,
        "Choose \"I received an Account Access Notice in the mail\".",
        "Type the code from this page and your date of birth.",
        "Check that your name and your case appear. If they do not, call us.",
    ];
    let mut y = y + 17.0;
    for (place, item) in items.iter().enumerate() {
        let mark = format!("Step {}", place + 1);
        y = kit::hang(sheet, face, 9.8, [56.0, y], 500.0, (&mark, item)) + 2.0;
    }
    let mut texts = matter::some(rng, matter::ACCESS, 3);
    texts.push("Questions: USCIS Contact Center 1-800-375-5283, TTY 1-800-767-1833.");
    kit::prose(sheet, face, 9.8, [44.0, y + 10.0], 524.0, &texts);
}

/// A card to cut out, with the account number once more.
fn wallet(sheet: &mut Sheet, family: Family, case: &Case) {
    let bold = Face::bold(family);
    let face = Face::regular(family);
    kit::perforation(sheet, 44.0, 568.0, 606.0);
    sheet.write(
        face,
        7.0,
        44.0,
        618.0,
        "Cut here and keep this part in a safe place.",
    );
    sheet.frame([44.0, 626.0, 300.0, 700.0], 0.8);
    sheet.write(bold, 8.0, 52.0, 640.0, "USCIS ONLINE ACCOUNT");
    kit::fit(sheet, face, 9.0, [52.0, 656.0], 240.0, &case.filer.name());
    let end = sheet.write(face, 8.0, 52.0, 674.0, "My account number");
    sheet.write(bold, 10.0, end + 8.0, 674.0, &case.account);
    sheet.write(face, 7.0, 52.0, 690.0, "Sign in at myaccount.uscis.gov");
}
