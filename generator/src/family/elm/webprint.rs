//! A print from the browser: cards with grey captions, the address of the page at the foot.
use super::kit::{Cuts, Own, cuts, noted, wrap};
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::Family;

const LABELS: &[&str] = &[
    "USCIS online account number",
    "My online account number",
    "Online Account Number (OAN)",
    "Your USCIS account no.",
    "USCIS Online Account ID",
];

/// One caption with its value.
type Pair = (String, String);

/// How the print looks.
struct Look {
    left: f32,
    card: usize,
    tone: f32,
    beside: bool,
    stamp: String,
    address: String,
}

/// A print of one or two pages from the online account.
pub(super) fn web_print(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[Family::DejaVuSans, Family::LiberationSans, Family::FreeSans]);
    let cut = cuts(family);
    let own = Own::draw(rng, case, [44, 14, 38]);
    let day = case.noticed.later(0, rng.between(1, 40));
    let tail = if rng.chance(0.5) {
        rng.digits(12)
    } else {
        case.receipt.to_lowercase()
    };
    let look = Look {
        left: rng.uniform(34.0, 48.0),
        card: rng.below(3),
        tone: rng.uniform(0.35, 0.5),
        beside: rng.chance(0.4),
        stamp: format!(
            "{}/{}/{}, {}:{:02} {}",
            day.month,
            day.day,
            day.year % 100,
            rng.between(1, 12),
            rng.between(0, 59),
            rng.pick(&["AM", "PM"])
        ),
        address: format!("https://my.uscis.gov/account/v1/cases/{tail}"),
    };
    let mut truth = NoticeTruth::default();
    let pages = 1 + rng.below(2);
    let mut sheet = Sheet::letter(family);
    let y = banner(rng, &mut sheet, &cut, &look, case, pages);
    let summary = summary(rng, case, &mut truth);
    let y = card(&mut sheet, &cut, &look, "Case details", &summary, y);
    let profile = profile(rng, case, &own, &mut truth);
    let y = if pages == 1 {
        let y = card(&mut sheet, &cut, &look, "Account profile", &profile, y);
        documents(rng, &mut sheet, &cut, &look, case, y)
    } else {
        documents(rng, &mut sheet, &cut, &look, case, y)
    };
    let mut sheets = vec![sheet];
    if pages == 2 {
        let mut second = Sheet::letter(family);
        margins(&mut second, &cut, &look, 2, 2);
        let y = card(&mut second, &cut, &look, "Account profile", &profile, 60.0);
        help(rng, &mut second, &cut, &look, y);
        sheets.push(second);
    } else {
        help(rng, &mut sheets[0], &cut, &look, y);
    }
    own.note(&mut truth);
    Drawing { sheets, truth }
}

/// What the browser prints in the margins.
fn margins(sheet: &mut Sheet, cut: &Cuts, look: &Look, page: usize, of: usize) {
    sheet.write(cut.regular, 7.0, 26.0, 24.0, &look.stamp);
    sheet.centred(cut.regular, 7.0, 330.0, 24.0, "My Cases | myUSCIS");
    sheet.write(cut.regular, 7.0, 26.0, 776.0, &look.address);
    sheet.flush_right(cut.regular, 7.0, 586.0, 776.0, &format!("{page}/{of}"));
}

/// The bar of the site and the greeting.
fn banner(
    rng: &mut Rng,
    sheet: &mut Sheet,
    cut: &Cuts,
    look: &Look,
    case: &Case,
    of: usize,
) -> f32 {
    margins(sheet, cut, look, 1, of);
    let right = 612.0 - look.left;
    sheet.fill([look.left, 40.0, right, 66.0], 0.15);
    sheet.write_shaded(cut.bold, 12.0, look.left + 10.0, 57.0, "myUSCIS", 1.0);
    let menu = "Home     My Cases     Inbox     Profile     Sign out";
    let start = right - 10.0 - cut.regular.width(menu, 8.0);
    sheet.write_shaded(cut.regular, 8.0, start, 57.0, menu, 1.0);
    let hello = match rng.below(3) {
        0 => format!("Hello, {}", case.filer.name()),
        1 => "Your case was updated".to_string(),
        _ => format!("{} ({})", super::kit::titled(case.title), case.form_code),
    };
    let lines = wrap(cut.bold, 14.0, &hello, right - look.left);
    let y = super::kit::stack(sheet, cut.bold, 14.0, [look.left, 92.0, 17.0], &lines);
    let text = "This page is for your records. It is not a notice and does not show that you hold \
                any immigration status.";
    sheet.paragraph(cut.regular, 8.5, look.left, y, right - look.left, text) + 10.0
}

/// A card: a heading and its pairs in two columns or with captions on the left.
fn card(sheet: &mut Sheet, cut: &Cuts, look: &Look, title: &str, pairs: &[Pair], y: f32) -> f32 {
    let right = 612.0 - look.left;
    let inner = look.left + 12.0;
    sheet.write(cut.bold, 11.0, inner, y + 18.0, title);
    let mut line = y + 38.0;
    if look.beside {
        for (caption, value) in pairs {
            sheet.write_shaded(cut.regular, 8.5, inner, line, caption, look.tone);
            sheet.write(cut.regular, 9.5, inner + 200.0, line, value);
            line += 17.0;
        }
    } else {
        let half = (right - look.left) / 2.0;
        for two in pairs.chunks(2) {
            for (n, (caption, value)) in two.iter().enumerate() {
                let x = inner + n as f32 * half;
                sheet.write_shaded(cut.regular, 7.5, x, line, caption, look.tone);
                let size = super::kit::fit(cut.regular, 10.0, value, half - 22.0);
                sheet.write(cut.regular, size, x, line + 13.0, value);
            }
            line += 31.0;
        }
    }
    let bottom = line - 4.0;
    match look.card {
        0 => sheet.frame([look.left, y, right, bottom], 0.7),
        1 => sheet.fill([look.left, y, look.left + 3.0, bottom], 0.3),
        _ => sheet.rule(look.left, right, bottom, 0.6),
    }
    bottom + 14.0
}

/// The pairs of the case.
fn summary(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Vec<Pair> {
    let pair = |caption: &str, value: &str| (caption.to_string(), value.to_string());
    let noticed = case.noticed.long();
    let received = case.received.long();
    truth.prints_receipt(&case.receipt);
    truth.fields.received_date = noted(&received);
    truth.fields.notice_date = noted(&noticed);
    truth.fields.case_type = noted(case.form_code);
    let mut pairs = vec![
        pair("Receipt number", &case.receipt),
        pair("Form", case.form_code),
        pair("Received date", &received),
        pair("Notice date", &noticed),
        pair(
            "Status",
            rng.pick(&["Case Was Received", "Case Is Being Actively Reviewed"]),
        ),
    ];
    if rng.chance(0.5) {
        pairs.push(pair("Pay.gov tracking ID", &rng.digits(12)));
    }
    if rng.chance(0.4) {
        let card = format!("{}{}", rng.letters(3), rng.digits(10));
        pairs.push(pair("Card document number", &card));
    }
    pairs
}

/// The pairs of the profile.
fn profile(rng: &mut Rng, case: &Case, own: &Own, truth: &mut NoticeTruth) -> Vec<Pair> {
    let pair = |caption: &str, value: &str| (caption.to_string(), value.to_string());
    let mail = format!("{}.{}@example.com", case.filer.given, rng.digits(2)).to_lowercase();
    let mut pairs = vec![
        pair("Account holder", &case.filer.name()),
        pair("E-mail address", &mail.replace(' ', "")),
        pair(
            "Mobile phone",
            &format!("({}) 555-01{}", rng.between(201, 989), rng.digits(2)),
        ),
    ];
    if let Some(text) = own.text() {
        pairs.insert(rng.below(3) + 1, pair(rng.pick(LABELS), text));
    }
    if rng.chance(0.6) {
        let mark = case::printed_a_number(rng, &case.filer.a_number);
        pairs.push(pair("A-Number", &mark));
        truth.prints_a_number(&case.filer.a_number);
    }
    if rng.chance(0.35) {
        let number = case::account(rng);
        let value = format!("{} - {number}", case.attorney.0);
        pairs.push(pair("Attorney's own online account number", &value));
        truth.prints_representative_account(&number);
    }
    pairs
}

/// The list of documents with their dates.
fn documents(
    rng: &mut Rng,
    sheet: &mut Sheet,
    cut: &Cuts,
    look: &Look,
    case: &Case,
    y: f32,
) -> f32 {
    let right = 612.0 - look.left;
    sheet.write(cut.bold, 11.0, look.left + 12.0, y + 14.0, "Documents");
    let mut line = y + 32.0;
    let names = [
        "Receipt Notice",
        "Account Access Notice",
        "Biometrics Appointment",
        "Draft filing",
    ];
    for name in names {
        if rng.chance(0.3) {
            continue;
        }
        sheet.write(cut.regular, 9.0, look.left + 12.0, line, name);
        let file = format!("{}_{}.pdf", name.replace(' ', ""), rng.digits(12));
        sheet.write_shaded(cut.regular, 8.5, look.left + 170.0, line, &file, look.tone);
        sheet.flush_right(
            cut.regular,
            9.0,
            right - 8.0,
            line,
            &case.received.numeric(),
        );
        sheet.rule(look.left + 12.0, right - 8.0, line + 5.0, 0.3);
        line += 18.0;
    }
    line + 8.0
}

/// The help text at the end.
fn help(rng: &mut Rng, sheet: &mut Sheet, cut: &Cuts, look: &Look, y: f32) {
    let measure = 612.0 - 2.0 * look.left - 24.0;
    let text = rng.pick(&[
        "Need help? If you mail another form to us, enter the online account number of the person \
         who files it (12 digits, for example 000123456789). It is not the receipt number.",
        "Need help? Call 800-375-5283. We will never ask for your password or verification code.",
        "Did your address change? Update it in your profile within ten days of your move.",
    ]);
    sheet.paragraph(cut.regular, 8.5, look.left + 12.0, y + 8.0, measure, text);
}
