//! `portal`: a print from the web browser: cards, rows with the value flush right, an address line.
use super::kit::{Desk, Fate, block, fitted, flow, stir};
use super::words::{own_label, paragraphs};
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// The kinds of print.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// The notice that opens an account.
    Access,
    /// A receipt notice.
    Receipt,
    /// A page about the status of a case.
    Status,
}

/// Draws the print.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    stir(rng, 31);
    let kind = rng.pick(&[Kind::Access, Kind::Receipt, Kind::Receipt, Kind::Status]);
    let form = if kind == Kind::Receipt { "I-797C" } else { "" };
    let mut desk = Desk::open(rng, case, form);
    let family = desk.pick(&[
        Family::DejaVuSans,
        Family::DejaVuSansCondensed,
        Family::Helvetica,
        Family::LiberationSans,
    ]);
    let pages = if desk.chance(0.5) { 2 } else { 1 };
    let mut sheet = Sheet::letter(family);
    let id = desk.rng.digits(12);
    browser(&mut sheet, family, &id, 1, pages);
    let y = title(&mut desk, &mut sheet, family, kind);
    let y = profile(&mut desk, &mut sheet, family, y, kind);
    let y = particulars(&mut desk, &mut sheet, family, y + 12.0);
    let prose = paragraphs(&mut desk, 4);
    flow(
        &mut sheet,
        Face::regular(family),
        8.6,
        [50.0, y + 22.0, 562.0, 735.0],
        &prose,
    );
    let mut sheets = vec![sheet];
    if pages == 2 {
        sheets.push(second(family, &id));
    }
    desk.close(sheets)
}

/// The lines that a browser prints at head and foot.
fn browser(sheet: &mut Sheet, family: Family, id: &str, page: usize, pages: usize) {
    let plain = Face::regular(family);
    let name = "myUSCIS - Documents | U.S. Citizenship and Immigration Services";
    sheet.write(plain, 6.5, 30.0, 22.0, "USCIS");
    sheet.centred(plain, 6.5, 306.0, 22.0, name);
    let address = format!("https://my.uscis.gov/account/documents/view?doc={id}&lang=en");
    sheet.write(plain, 6.5, 30.0, 776.0, &address);
    sheet.flush_right(plain, 6.5, 582.0, 776.0, &format!("{page}/{pages}"));
}

/// The dark bar and the title.
fn title(desk: &mut Desk, sheet: &mut Sheet, family: Family, kind: Kind) -> f32 {
    let bold = Face::bold(family);
    let shade = desk.pick(&[0.15f32, 0.3, 0.88]);
    let ink = if shade < 0.5 { 1.0 } else { 0.0 };
    sheet.fill([30.0, 32.0, 582.0, 58.0], shade);
    sheet.write_shaded(bold, 13.0, 42.0, 49.5, "USCIS | my account", ink);
    let text = match kind {
        Kind::Access => "Account Access Notice",
        Kind::Receipt => "Receipt Notice",
        Kind::Status => "Case Details",
    };
    sheet.write(bold, 17.0, 50.0, 88.0, text);
    if kind != Kind::Status {
        desk.notice_type(text);
    }
    if kind == Kind::Receipt {
        sheet.write(
            Face::regular(family),
            8.0,
            50.0,
            101.0,
            "Form I-797C, Notice of Action",
        );
    }
    112.0
}

/// A card with a head and rows; gives the y below it.
fn card(
    desk: &mut Desk,
    sheet: &mut Sheet,
    family: Family,
    top: f32,
    head: &str,
    rows: &[(String, String)],
) -> f32 {
    let plain = Face::regular(family);
    let bold = Face::bold(family);
    let bottom = top + 24.0 + 18.0 * rows.len() as f32;
    sheet.fill([50.0, top, 562.0, top + 20.0], 0.9);
    sheet.write(bold, 10.0, 60.0, top + 14.0, head);
    let flush = desk.truth.form.is_empty();
    let mut y = top + 33.0;
    for (row, (label, value)) in rows.iter().enumerate() {
        if row > 0 {
            sheet.rule(58.0, 554.0, y - 12.0, 0.25);
        }
        sheet.write(plain, 9.0, 60.0, y, label);
        let room = 552.0 - 262.0;
        if flush {
            let size = (9.0 * room / bold.width(value, 9.0).max(room)).min(9.0);
            sheet.flush_right(bold, size, 552.0, y, value);
        } else {
            fitted(sheet, bold, 9.0, [262.0, y], room, value);
        }
        y += 18.0;
    }
    sheet.frame([50.0, top, 562.0, bottom], 0.6);
    bottom
}

/// The card of the account holder.
fn profile(desk: &mut Desk, sheet: &mut Sheet, family: Family, top: f32, kind: Kind) -> f32 {
    let head = desk.pick(&[
        "About you",
        "Account holder",
        "Profile",
        "Your account information",
    ]);
    let mut rows = vec![("Name".to_string(), desk.filer(false))];
    let own = desk.pick(&[
        "Your online account number",
        "Account number",
        "Account ID",
        "",
    ]);
    let label = if own.is_empty() {
        own_label(desk)
    } else {
        own.into()
    };
    if let Some(value) = desk.account() {
        rows.insert(desk.rng.below(2), (label, value));
    }
    let filer = desk.case.filer.clone();
    let number = desk.a_number(&filer);
    rows.push((
        desk.pick(&["A-Number", "Alien Number (A#)", "USCIS#"])
            .into(),
        number,
    ));
    if kind == Kind::Access {
        let code = format!("{}{}", desk.rng.letters(4), desk.rng.digits(4));
        rows.push(("Online Access Code (valid 90 days)".into(), code));
    }
    if desk.fate == Fate::Missing && desk.chance(0.6) {
        let tail = desk.rng.digits(4);
        rows.push(("Mobile phone".into(), format!("+1 (XXX) XXX-{tail}")));
    }
    card(desk, sheet, family, top, head, &rows)
}

/// The card of the case.
fn particulars(desk: &mut Desk, sheet: &mut Sheet, family: Family, top: f32) -> f32 {
    let mut rows = vec![
        (
            desk.pick(&["Receipt number", "Receipt #", "Case"])
                .to_string(),
            desk.receipt(),
        ),
        (
            desk.pick(&["Form", "Case type"]).to_string(),
            desk.case_type(", "),
        ),
        (
            desk.pick(&["Received", "Date received"]).to_string(),
            desk.received_date(),
        ),
        (
            desk.pick(&["Notice date", "Date of this notice"])
                .to_string(),
            desk.notice_date(),
        ),
    ];
    if desk.case.is_petition {
        rows.push(("Beneficiary".into(), desk.beneficiary(false)));
    }
    if desk.chance(0.6) {
        rows.push(("Amount paid".into(), desk.amount()));
        let tracking = desk.rng.digits(12);
        let label = desk.pick(&["Payment tracking number", "Pay.gov agency tracking ID"]);
        rows.push((label.into(), tracking));
    }
    if desk.chance(0.4) {
        let (name, _) = desk.case.attorney.clone();
        rows.push(("Representative".into(), name));
        let label = desk.pick(&[
            "Representative's online account number",
            "Attorney USCIS Online Account Number",
        ]);
        rows.push((label.into(), desk.representative()));
    }
    let head = desk.pick(&["About this case", "Case information", "Your case"]);
    card(desk, sheet, family, top, head, &rows)
}

/// The second page: a list of questions.
fn second(family: Family, id: &str) -> Sheet {
    let mut sheet = Sheet::letter(family);
    browser(&mut sheet, family, id, 2, 2);
    let plain = Face::regular(family);
    let bold = Face::bold(family);
    let mut y = 60.0;
    let questions = [
        (
            "What is the online account number?",
            "It is a 12-digit number that we give to each \
          person who has an online account. Write it on every paper form that asks for it.",
        ),
        (
            "Is it the same as the A-Number?",
            "No. The A-Number has seven to nine digits, for \
          example A012 345 678. The account number, for example 0123 4567 8901, is longer.",
        ),
        (
            "Where can I get help?",
            "Use the secure messages of your account, or call the USCIS \
          Contact Center at 800-375-5283 (TTY 800-767-1833), Monday to Friday.",
        ),
        (
            "Can my attorney see this page?",
            "Only if the attorney has filed Form G-28 and you have \
          accepted the invitation in your account.",
        ),
    ];
    sheet.write(bold, 13.0, 50.0, y, "Frequently asked questions");
    y += 24.0;
    for (question, answer) in questions {
        sheet.write(bold, 9.5, 50.0, y, question);
        y = block(&mut sheet, plain, 9.0, [50.0, y + 13.0], 500.0, answer) + 12.0;
    }
    sheet
}
