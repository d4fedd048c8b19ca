//! A letter about the online account, with a card to cut off at the foot.
use super::desk::{Desk, Shown};
use super::kit::{Item, Ruling, Style, grid, receipt_bars, tear};
use super::words;
use crate::barcode::Symbology;
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::AccountCell;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

const ACCOUNT: &[&str] = &[
    "USCIS Online Account Number",
    "Your USCIS Online Account Number",
    "USCIS account number",
    "USCIS Online Account ID",
    "Your online account with USCIS",
];

const FILLED: &[&str] = &[
    "We opened a USCIS online account for you when we took in your Form {code}. The number \
     printed above is yours alone. Put it on every paper form that you send us from now on.",
    "To link the account to your e-mail address, go to my.uscis.gov and enter the Online Access \
     Code printed below. The code is not your account number and can be used only once.",
    "If you leave the account number off your next form, we will open a second account, and cases \
     in different accounts cannot be brought together.",
];

const BLANK: &[&str] = &[
    "You may open a USCIS online account for your Form {code} with the Online Access Code printed \
     below. The code is not an account number and can be used only once.",
    "When you have signed in for the first time, your profile will show a USCIS online account \
     number of twelve digits. Write it by hand on the card below, where the line is left empty.",
    "Put the number on every paper form that you send us from then on.",
];

const ABSENT: &[&str] = &[
    "You may follow your Form {code} in an online account. Go to my.uscis.gov, choose a password \
     and enter the Online Access Code printed below. It can be used only once.",
    "A USCIS online account number will be given to you after you have signed in. Look for it in \
     your profile; we do not print it on this letter.",
    "The Online Access Code is neither your account number nor your receipt number.",
];

/// The code for the first sign-in, which may look like a number.
fn access_code(desk: &mut Desk) -> String {
    match desk.rng.below(4) {
        0 => desk.rng.digits(12),
        1 => words::twelve(desk.rng),
        2 => format!(
            "{}-{}-{}",
            desk.rng.letters(4),
            desk.rng.digits(4),
            desk.rng.letters(4)
        ),
        _ => format!(
            "{}{}{}",
            desk.rng.letters(2),
            desk.rng.digits(4),
            desk.rng.letters(2)
        ),
    }
}

/// The agency's head and the date line; the baseline below.
fn head(desk: &mut Desk, sheet: &mut Sheet, faces: [Face; 2], left: f32) -> f32 {
    let [plain, bold] = faces;
    let right = 612.0 - left;
    sheet.flush_right(
        bold,
        10.5,
        right,
        44.0,
        "U.S. Department of Homeland Security",
    );
    sheet.flush_right(
        plain,
        8.5,
        right,
        55.0,
        "U.S. Citizenship and Immigration Services",
    );
    let office = desk.rng.pick(words::OFFICES);
    sheet.flush_right(plain, 8.5, right, 66.0, office[1]);
    sheet.flush_right(plain, 8.5, right, 77.0, office[2]);
    sheet.fill([left, 36.0, left + 4.0, 80.0], 0.3);
    sheet.write(bold, 20.0, left + 12.0, 58.0, "USCIS");
    sheet.write(plain, 8.0, left + 12.0, 70.0, "Online Services");
    let date = desk.noticed(&[""]).value;
    if desk.rng.chance(0.5) {
        sheet.write(plain, 10.0, left, 104.0, &date);
    } else {
        sheet.write(plain, 10.0, left, 104.0, &format!("Notice Date: {date}"));
    }
    let mut base = 124.0;
    for line in desk.address() {
        sheet.write(plain, 10.0, left + 10.0, base, &line);
        base += 12.2;
    }
    base + 10.0
}

/// The box at the top with the account number, or a line of references.
fn top_box(desk: &mut Desk, sheet: &mut Sheet, style: &Style, left: f32, top: f32) -> f32 {
    let receipt = desk.receipt(words::RECEIPT);
    let mut row = vec![(receipt, 1.0)];
    let digits = desk.case.filer.a_number.clone();
    if desk.shown == Shown::Filled {
        row.extend(desk.account(ACCOUNT).map(|item| (item, 1.2)));
    } else if desk.rng.chance(0.6) {
        let value = desk.a_text(&digits);
        row.push((desk.item(words::FILER_A, value), 1.0));
    }
    if desk.rng.chance(0.5) {
        row.reverse();
    }
    let case_type = desk.case_type(words::CASE_TYPE);
    let filer = desk.filer(&["{R}", "Name of {r}"]);
    let rows = [row, vec![(filer, 1.0), (case_type, 1.5)]];
    grid(sheet, style, [left, 612.0 - left], top, &rows)
}

/// The sentences of the letter; the baseline after them.
fn letter(desk: &mut Desk, sheet: &mut Sheet, faces: [Face; 2], left: f32, top: f32) -> f32 {
    let [plain, bold] = faces;
    let (pool, titles): (&[&str], &[&str]) = match desk.shown {
        Shown::Filled => (
            FILLED,
            &["USCIS Account Access Notice", "ACCOUNT ACCESS NOTICE"],
        ),
        Shown::Blank => (BLANK, &["Welcome Notice", "Invitation to Online Services"]),
        Shown::Absent => (ABSENT, &["Welcome Notice", "Online Access Code Notice"]),
    };
    let title = desk.rng.pick(titles);
    desk.truth.fields.notice_type = Some(title.to_string());
    sheet.centred(bold, 13.0, 306.0, top, title);
    let wide = 612.0 - 2.0 * left;
    let mut base = top + 20.0;
    let hello = format!("Dear {}:", desk.case.filer.name());
    sheet.write(plain, 10.0, left, base, &hello);
    base += 16.0;
    for text in pool {
        let text = desk.filled(text);
        base = sheet.paragraph(plain, 11.0, left, base, wide, &text) + 8.0;
    }
    let until = desk.date(&desk.case.noticed.later(3, 0));
    let code = access_code(desk);
    let x = sheet.write(
        plain,
        10.0,
        left + 30.0,
        base + 6.0,
        "Online Access Code:  ",
    );
    sheet.write(bold, 12.0, x, base + 6.0, &code);
    let text = format!("Use it on or before {until}.");
    sheet.write(plain, 9.0, left + 30.0, base + 20.0, &text);
    let help = "Help with the account: 800-375-5283 (TTY 800-767-1833). Never give your password \
                to anyone, not even to us.";
    sheet.paragraph(plain, 9.0, left, base + 38.0, wide, help)
}

/// The rows of the card: captions and values.
fn card_rows(desk: &mut Desk) -> Vec<Vec<(Item, f32)>> {
    let receipt = desk.receipt(&["Receipt number", "Case", "Receipt #"]);
    let name = desk.case.filer.name();
    let mut rows = vec![vec![
        (desk.item(&["Name", "Name of {r}"], name), 1.0),
        (receipt, 1.0),
    ]];
    let mut second = Vec::new();
    if desk.shown == Shown::Blank {
        desk.truth.account_cell = AccountCell::Blank;
    }
    if desk.shown != Shown::Absent {
        let account = desk.case.account.clone();
        let filled = desk.shown == Shown::Filled;
        let value = if filled {
            case::printed_account(desk.rng, &account)
        } else {
            String::new()
        };
        second.push((desk.item(ACCOUNT, value), 1.0));
    }
    let mut traps = desk.traps(2);
    second.extend(traps.pop().map(|item| (item, 1.0)));
    if second.len() < 2 {
        second.extend(traps.pop().map(|item| (item, 1.0)));
    }
    rows.push(second);
    rows
}

/// The card below the tear line.
fn card(desk: &mut Desk, sheet: &mut Sheet, style: &Style, faces: [Face; 2], left: f32) {
    let [plain, bold] = faces;
    let right = 612.0 - left;
    let top = 590.0;
    tear(sheet, 0.0, 612.0, top);
    let words = desk
        .rng
        .pick(&["CUT HERE", "Detach here", "Tear off and keep"]);
    sheet.centred(plain, 6.5, 306.0, top - 3.0, words);
    let rect = [left, top + 16.0, right, 750.0];
    sheet.frame(rect, 1.0);
    sheet.write(
        bold,
        9.5,
        left + 8.0,
        top + 30.0,
        "USCIS Online Services \u{2014} Wallet Card",
    );
    let rows = card_rows(desk);
    let y = grid(sheet, style, [left + 8.0, right - 8.0], top + 38.0, &rows);
    let place = [left + 8.0, (y + 8.0).min(716.0)];
    receipt_bars(
        sheet,
        Symbology::Code39,
        place,
        0.8,
        20.0,
        &desk.case.receipt,
    );
    sheet.flush_right(
        plain,
        7.0,
        right - 8.0,
        742.0,
        "Not valid as identification",
    );
}

/// A letter with a card to cut off.
pub(super) fn stub(rng: &mut Rng, case: &Case) -> Drawing {
    Desk::shuffle(rng, 4);
    let form = rng.pick(&["", "I-797", ""]);
    let mut desk = Desk::open(rng, case, form);
    if desk.modern() && desk.shown == Shown::Absent && desk.rng.chance(0.3) {
        desk.shown = Shown::Filled;
    }
    let families = [
        Family::Times,
        Family::LiberationSerif,
        Family::Helvetica,
        Family::DejaVuSerif,
    ];
    let family = desk.rng.pick(&families);
    let faces = [Face::regular(family), Face::bold(family)];
    let mut sheet = Sheet::letter(family);
    let left = desk.rng.uniform(50.0, 70.0);
    let boxes = desk.rng.chance(0.4);
    let style = Style {
        family,
        label: desk.rng.uniform(6.6, 8.0),
        value: desk.rng.uniform(9.6, 11.5),
        strong: desk.rng.chance(0.6),
        under: desk.rng.chance(0.6),
        ruling: if boxes { Ruling::Boxes } else { Ruling::Lines },
        number: None,
    };
    let top = head(&mut desk, &mut sheet, faces, left);
    let top = top_box(&mut desk, &mut sheet, &style, left, top) + 24.0;
    letter(&mut desk, &mut sheet, faces, left, top);
    let card_style = Style {
        label: 6.4,
        value: 9.6,
        ruling: Ruling::Lines,
        ..style
    };
    card(&mut desk, &mut sheet, &card_style, faces, left);
    if !form.is_empty() {
        sheet.write(
            faces[0],
            7.0,
            left,
            768.0,
            &format!("Form {form}  (02/14/24)"),
        );
    }
    Drawing {
        sheets: vec![sheet],
        truth: desk.truth,
    }
}
