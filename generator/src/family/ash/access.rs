//! The letter that opens an online account: numbers behind dot leaders, steps, a tear-off card.
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::notice::{AccountCell, NoticeTruth};
use crate::rng::Rng;
use crate::typeface::Family;

use super::desk::{self, Days, Own, Pen};
use super::words;

/// Labels of the filer's own account.
const OWN: [&str; 6] = [
    "USCIS Online Account Number",
    "Your USCIS online account number",
    "Your Online Account Number",
    "Number of your USCIS online account",
    "USCIS ELIS Account Number",
    "OAN (your USCIS Online Account Number)",
];

/// A label, dots, and a value flush at the right or at a tab.
fn dotted(pen: &mut Pen, stop: f32, flush: bool, label: &str, value: &str) {
    let [plain, heavy] = [pen.regular(), pen.heavy()];
    let size = pen.size;
    let end = pen.sheet.write(plain, size, pen.left + 20.0, pen.y, label);
    let start = if flush {
        stop - heavy.width(value, size)
    } else {
        stop
    };
    desk::leader(&mut pen.sheet, plain, size, [end + 3.0, start - 4.0], pen.y);
    pen.sheet.write(heavy, size, start, pen.y, value);
    pen.y += size * 1.55;
}

/// The lines behind the leaders.
fn numbers(
    rng: &mut Rng,
    case: &Case,
    truth: &mut NoticeTruth,
    own: Own,
    date: &str,
) -> Vec<(String, String)> {
    let mut list: Vec<(String, String)> = vec![
        (
            rng.pick(&[
                "Receipt number",
                "Receipt number of your case",
                "Case receipt no.",
            ])
            .into(),
            case.receipt.clone(),
        ),
        (
            rng.pick(&["Notice date", "Date of this notice"]).into(),
            date.into(),
        ),
    ];
    if rng.chance(0.6) {
        let number = desk::a_text(rng, truth, &case.filer.a_number);
        list.push((
            rng.pick(&["A-Number", "Alien Registration Number"]).into(),
            number,
        ));
    }
    if own != Own::Blank && rng.chance(0.8) {
        let code = if rng.chance(0.5) {
            rng.letters(4) + &rng.digits(4)
        } else {
            rng.digits(12)
        };
        let label = rng.pick(&[
            "Online Access Code (90 days)",
            "One-time Online Access Code",
        ]);
        list.push((label.into(), code));
    }
    if let Some(text) = desk::account_text(rng, case, own, truth) {
        let place = rng.below(list.len() + 1);
        list.insert(place, (rng.pick(&OWN).into(), text));
    }
    list
}

/// What the letter says of the account.
fn about(own: Own) -> &'static str {
    match own {
        Own::Filled => {
            "An online account has been opened for the case named above. Keep the number of the \
             account: you will need it on every form that you file on paper."
        }
        Own::Blank => {
            "We have begun to open an online account for the case named above. Its number will be \
             entered in a later notice."
        }
        Own::Gone => {
            "You asked for a new way into your online account. For your safety this letter does \
             not show the number of the account. Anyone who holds both could sign in as you."
        }
    }
}

/// The steps of signing in.
fn steps(rng: &mut Rng, pen: &mut Pen) {
    let list = [
        "Go to my.uscis.gov/account and choose \u{201c}Add a paper-filed case\u{201d}.",
        "Type your receipt number exactly as it stands in this letter.",
        "Type the Online Access Code. It works once, and for 90 days.",
        "Check that your name and date of birth are right.",
        "Choose how you wish to be told of news: by electronic mail, text message, or both.",
        "Sign out when you are done. Never give the code to a person whom you do not trust.",
    ];
    pen.strong(rng.pick(&["How to sign in", "Steps", "What you should do now"]));
    pen.gap(3.0);
    for (place, text) in list[..4 + rng.below(3)].iter().enumerate() {
        pen.item(20.0, &format!("{})", place + 1), text);
    }
    pen.gap(6.0);
}

/// A paragraph for the attorney, with the number of the attorney's own account.
fn for_attorney(rng: &mut Rng, case: &Case, pen: &mut Pen, truth: &mut NoticeTruth) {
    let digits = case::account(rng);
    truth.prints_representative_account(&digits);
    let number = if rng.chance(0.5) {
        desk::grouped(&digits, 4, "-")
    } else {
        digits
    };
    pen.para(&format!(
        "Your attorney, {}, was told of this letter in the attorney\u{2019}s own USCIS online \
         account ({number}). That number is not yours; do not use it on your forms.",
        case.attorney.0
    ));
}

/// The card at the foot, to cut out and keep.
fn card(pen: &mut Pen, case: &Case, account: Option<&str>) {
    let [l, t, r, b] = [pen.left + 90.0, 636.0, pen.right - 90.0, 726.0];
    let [plain, heavy] = [pen.regular(), pen.heavy()];
    pen.sheet.frame([l, t, r, b], 0.8);
    pen.sheet.centred(
        plain,
        7.5,
        (l + r) / 2.0,
        t + 12.0,
        "Cut out and keep this card in a safe place",
    );
    pen.sheet
        .write(heavy, 10.0, l + 12.0, t + 32.0, &case.filer.name());
    pen.sheet.write(
        plain,
        8.0,
        l + 12.0,
        t + 46.0,
        &format!("Case {}", case.receipt),
    );
    if let Some(number) = account {
        pen.sheet.write(
            plain,
            8.0,
            l + 12.0,
            t + 62.0,
            "My USCIS online account number",
        );
        pen.sheet.write(heavy, 12.0, l + 12.0, t + 77.0, number);
    } else {
        pen.sheet.write(
            plain,
            8.0,
            l + 12.0,
            t + 62.0,
            "Contact Center 1-800-375-5283",
        );
    }
}

/// The letterhead, with three columns of small print.
fn letterhead(pen: &mut Pen, office: &words::Office) {
    let [plain, heavy] = [pen.regular(), pen.heavy()];
    let [left, right] = [pen.left, pen.right];
    pen.sheet.write(heavy, 9.0, left, 46.0, "Homeland Security");
    pen.sheet.write(
        plain,
        7.5,
        left,
        56.0,
        "Citizenship and Immigration Services",
    );
    let middle = (left + right) / 2.0;
    pen.sheet.centred(plain, 7.5, middle, 46.0, office[0]);
    pen.sheet.centred(plain, 7.5, middle, 56.0, office[1]);
    pen.sheet.centred(plain, 7.5, middle, 66.0, office[2]);
    pen.sheet
        .flush_right(plain, 7.5, right, 46.0, "Form I-797, Notice of Action");
    pen.sheet
        .flush_right(plain, 7.5, right, 56.0, "uscis.gov  800-375-5283");
    pen.sheet.rule(left, right, 74.0, 0.6);
    pen.y = 98.0;
}

/// The letter about the online account.
pub(super) fn account_letter(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::LiberationSans,
        Family::DejaVuSerif,
        Family::FreeSerif,
        Family::Times,
        Family::DejaVuSansCondensed,
    ]);
    let large = matches!(family, Family::DejaVuSerif | Family::DejaVuSansCondensed);
    let mut pen = Pen::new(family, [66.0, 546.0], 50.0, if large { 9.0 } else { 10.5 });
    let own = desk::own(rng, case, 50, 12);
    let days = rng.pick(&[Days::Long, Days::Numeric]);
    let date = days.print(&case.noticed);
    let mut truth = desk::truth_of(case, "I-797", &date);
    let office = words::field_office(rng);
    letterhead(&mut pen, &office);
    for text in [&case.filer.name(), &case.address[0], &case.address[1]] {
        pen.line(text);
    }
    pen.gap(14.0);
    let title = rng.pick(&[
        "USCIS Account Access",
        "Account Access Notice",
        "USCIS Account Notice",
    ]);
    truth.fields.notice_type = Some(title.into());
    let heavy = pen.heavy();
    pen.middle(heavy, 13.0, title);
    let form = format!("Form {}, {}", case.form_code, words::title_case(case.title));
    let plain = pen.regular();
    pen.middle(plain, pen.size, &form);
    pen.gap(10.0);
    let list = numbers(rng, case, &mut truth, own, &date);
    let flush = rng.chance(0.5);
    let stop = if flush {
        pen.right - 30.0
    } else {
        pen.left + rng.uniform(255.0, 290.0)
    };
    for (label, value) in &list {
        dotted(&mut pen, stop, flush, label, value);
    }
    rest(rng, case, pen, truth, own)
}

/// The rest of the letter.
fn rest(rng: &mut Rng, case: &Case, mut pen: Pen, mut truth: NoticeTruth, own: Own) -> Drawing {
    pen.gap(8.0);
    pen.para(about(own));
    if own != Own::Blank {
        steps(rng, &mut pen);
    }
    if rng.chance(0.4) {
        for_attorney(rng, case, &mut pen, &mut truth);
    }
    let text = words::contact(rng);
    pen.para(&text);
    words::fill(rng, &mut pen, 625.0);
    if rng.chance(0.5) {
        let shown = (truth.account_cell == AccountCell::Filled).then_some(case.account.as_str());
        card(&mut pen, case, shown);
    }
    pen.foot(7.5, 760.0, ["Form I-797", "", "Page 1 of 1"]);
    Drawing {
        sheets: vec![pen.sheet],
        truth,
    }
}
