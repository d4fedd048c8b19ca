//! "latchkey": the notice that gives access to an online account.
use super::desk::{Desk, note};
use super::kit::{self, Pen, pair};
use super::{prose, words};
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::Family;

/// Draws the notice.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let families = [
        Family::Helvetica,
        Family::LiberationSans,
        Family::FreeSans,
        Family::Times,
    ];
    let form = if rng.chance(0.5) { "I-797C" } else { "" };
    let mut desk = Desk::open(rng, case, form, &families, (86, 6));
    desk.dates(&[1, 0]);
    let mut sheet = desk.sheet();
    let hand = desk.hand;
    hand.bold(10.0).at(&mut sheet, 60.0, 48.0, words::AGENCY[1]);
    hand.plain(8.6).at(&mut sheet, 60.0, 60.0, words::AGENCY[0]);
    if !form.is_empty() {
        hand.plain(10.0)
            .right(&mut sheet, 552.0, 48.0, "Form I-797C, Notice of Action");
    }
    sheet.rule(60.0, 552.0, 68.0, 1.2);
    let title = desk.pick(&[
        "USCIS Account Access Notice",
        "Account Access Notice",
        "USCIS Account Access",
    ]);
    let title = note(&mut desk.truth.fields.notice_type, title);
    let y = numbers(&mut desk, &mut sheet);
    let case = desk.case;
    let pen = hand.plain(10.0);
    let mut lines = vec![case.filer.name()];
    lines.extend(case.address.iter().cloned());
    let y = pen.stack(&mut sheet, 78.0, y + 26.0, &lines);
    hand.bold(14.0).at(&mut sheet, 60.0, y + 26.0, &title);
    let y = letter(&mut desk, &mut sheet, y + 46.0);
    code(&mut desk, &mut sheet, y + 4.0);
    let at = [60.0, 716.0, 0.85, 24.0];
    kit::bars(&mut sheet, Symbology::Code128, at, &desk.case.receipt);
    hand.plain(7.6)
        .right(&mut sheet, 552.0, 756.0, "Page 1 of 1");
    let mut sheets = vec![sheet];
    let noticed = desk.noticed();
    prose::extras(&mut desk, &mut sheets, &noticed);
    Drawing {
        sheets,
        truth: desk.truth,
    }
}

/// The numbers at the top; returns the next baseline.
fn numbers(desk: &mut Desk, sheet: &mut Sheet) -> f32 {
    let hand = desk.hand;
    let mut rows = vec![
        ("Notice Date", desk.noticed()),
        ("Receipt Number", desk.receipt()),
    ];
    let filer = desk.case.filer.clone();
    if desk.percent(50) {
        rows.push(("USCIS A#", desk.alien(&filer)));
    }
    if desk.percent(50) {
        let paper = desk.rng.pick(&words::APPLICATIONS);
        desk.truth.fields.case_type = Some(paper.code.into());
        rows.push(("Case Type", paper.comma()));
    }
    let pens = (hand.bold(9.4), hand.plain(9.4));
    let mut y = 86.0;
    let label = words::own(desk, false);
    let own = desk.own.clone();
    match (desk.rng.below(3), own) {
        (0, Some(own)) => {
            hand.plain(8.4).at(sheet, 60.0, y, label);
            let digits: String = own.chars().filter(char::is_ascii_digit).collect();
            kit::comb(
                sheet,
                hand.bold(12.0),
                [60.0, y + 5.0, 19.0, 20.0],
                12,
                &digits,
            );
            y += 42.0;
        }
        (1, Some(own)) => {
            sheet.frame([60.0, y - 6.0, 330.0, y + 28.0], 0.9);
            hand.bold(14.0).put(sheet, 68.0, y + 10.0, 254.0, &own);
            hand.plain(7.4).at(sheet, 68.0, y + 22.0, label);
            y += 46.0;
        }
        (_, Some(own)) => {
            pair(
                sheet,
                (hand.bold(11.0), hand.plain(11.0)),
                60.0,
                y,
                (&format!("{label}:"), &own),
            );
            y += 20.0;
        }
        (_, None) => {}
    }
    for (label, value) in rows {
        hand.bold(pens.0.size).at(sheet, 60.0, y, label);
        pens.1.put(sheet, 160.0, y, 392.0, &value);
        y += 14.0;
    }
    y
}

/// The letter; returns the next baseline.
fn letter(desk: &mut Desk, sheet: &mut Sheet, y: f32) -> f32 {
    let pen = desk.hand.plain(desk.rng.uniform(9.8, 10.8));
    let first = if desk.own.as_ref().is_some_and(|own| !own.is_empty()) {
        "You sent us a form on paper, and we opened a USCIS online account for you. The number \
         of your account stands at the top of this page. Write it on every form that you send \
         us from now on, so that all your cases stay in one account."
    } else {
        "You sent us a form on paper, and we have opened a USCIS online account for you. You \
         will find the number of the account in your profile after you sign in for the first time."
    };
    let texts = [
        first.to_string(),
        "To use the account, go to my.uscis.gov/account and choose Link my case. You will be \
         asked for your receipt number, your date of birth and the Online Access Code below. \
         The code works once, within 90 days of the date of this notice."
            .to_string(),
        "Nobody from this agency will ask you for the code by telephone or e-mail. You need \
         not open the account; we will go on sending you notices by mail."
            .to_string(),
        prose::help(desk).to_string(),
    ];
    let texts = [texts.to_vec(), prose::more(desk, 1)].concat();
    pen.flow(sheet, 60.0, y, 492.0, &texts)
}

/// The access code, which is no account number.
fn code(desk: &mut Desk, sheet: &mut Sheet, y: f32) {
    let hand = desk.hand;
    let code = match desk.rng.below(3) {
        0 => desk.rng.digits(10),
        1 => format!("{}-{}", desk.rng.letters(4), desk.rng.digits(4)),
        _ => desk.rng.digits(12),
    };
    let label = desk.pick(&["Online Access Code", "One-time Online Access Code"]);
    let big = Pen {
        face: hand.bold(13.0).face,
        size: 13.0,
    };
    sheet.fill([60.0, y, 552.0, y + 40.0], 0.93);
    hand.plain(9.6).at(sheet, 72.0, y + 24.0, label);
    big.right(sheet, 540.0, y + 25.0, &code);
    let steps = [
        "1. Go to my.uscis.gov/account and make a sign-in with your e-mail.",
        "2. Choose \"Link my case\" and type the receipt number and the code.",
        "3. Read the letters under Documents; send answers there if you like.",
    ];
    hand.plain(9.6).stack(sheet, 72.0, y + 62.0, &steps);
}
