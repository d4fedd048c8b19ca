//! `reasoning`: a request for evidence over two or three pages, with a running head and footnotes.
use super::kit::{Desk, Fate, barcode, block, fitted, flow, stir, wrap};
use super::words::{agency, center, owned_label, paragraphs, short_label};
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Where the account number stands.
#[derive(Clone, Copy, PartialEq)]
enum Spot {
    /// In the reference block.
    References,
    /// In a sentence of the first page.
    Sentence,
    /// In the head of the following pages.
    Running,
}

/// Evidence that may be asked for.
const EVIDENCE: [&str; 10] = [
    "A copy of the birth certificate with a full English translation.",
    "The certificate of marriage, and proof that earlier marriages of both spouses have ended.",
    "Federal tax transcripts of the three most recent years, with all schedules and Forms W-2.",
    "Joint leases, deeds, insurance policies or bank statements that show a shared household.",
    "An updated Form I-864 with the signature of the sponsor.",
    "Certified court records of every arrest, even if the charge was dismissed.",
    "Form I-693 in the sealed envelope of the civil surgeon.",
    "A letter of the employer with the title, the duties, the salary and the hours.",
    "A copy of Form I-94 (an I-94 number looks like 123456789 A1).",
    "Proof that the employer is able to pay the offered wage since the priority date.",
];

/// Draws the letter.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    stir(rng, 52);
    let form = rng.pick(&["I-797E", "I-797E", ""]);
    let mut desk = Desk::open(rng, case, form);
    let family = desk.pick(&[
        Family::Times,
        Family::LiberationSerif,
        Family::LiberationSans,
        Family::Helvetica,
        Family::FreeSerif,
    ]);
    let spot = match (desk.fate, desk.rng.below(3)) {
        (Fate::Given, 0) => Spot::Sentence,
        (Fate::Given, 1) => Spot::Running,
        _ => Spot::References,
    };
    let mut first = Sheet::letter(family);
    let y = opening(&mut desk, &mut first, family, spot);
    let y = request(&mut desk, &mut first, family, y, spot);
    evidence(&mut desk, &mut first, family, y);
    let mut sheets = vec![first];
    let account = if spot == Spot::Running {
        desk.account()
    } else {
        None
    };
    let pages = 2 + desk.rng.below(2);
    for page in 2..=pages {
        sheets.push(following(&mut desk, family, page, pages, &account));
    }
    desk.close(sheets)
}

/// Letterhead, date, address and references.
fn opening(desk: &mut Desk, sheet: &mut Sheet, family: Family, spot: Spot) -> f32 {
    let plain = Face::regular(family);
    let bold = Face::bold(family);
    let office = center(desk);
    let [department, service] = agency(desk);
    sheet.flush_right(bold, 9.0, 556.0, 44.0, department);
    sheet.flush_right(plain, 9.0, 556.0, 55.0, service);
    sheet.flush_right(plain, 9.0, 556.0, 66.0, office.name);
    sheet.flush_right(plain, 9.0, 556.0, 77.0, office.lines[0]);
    sheet.flush_right(plain, 9.0, 556.0, 88.0, office.lines[1]);
    let date = desk.notice_date();
    sheet.write(plain, 10.5, 56.0, 88.0, &date);
    let [street, city] = desk.case.address.clone();
    let mut y = 112.0;
    for line in [desk.case.filer.name(), street, city] {
        sheet.write(plain, 10.5, 56.0, y, &line);
        y += 13.0;
    }
    if desk.chance(0.6) {
        barcode(sheet, desk, [350.0, 104.0], 24.0);
    }
    let bottom = references(desk, sheet, family, y + 14.0, spot);
    let title = desk.pick(&[
        "REQUEST FOR EVIDENCE",
        "NOTICE OF INTENT TO DENY",
        "Request for Evidence",
    ]);
    desk.notice_type(title);
    let form = desk.truth.form.clone();
    if !form.is_empty() {
        sheet.write(bold, 10.0, 56.0, 44.0, &format!("{form}, Notice of Action"));
    }
    sheet.centred(bold, 13.0, 306.0, bottom + 16.0, title);
    bottom + 38.0
}

/// The references: `RE:` and rows with tabs.
fn references(desk: &mut Desk, sheet: &mut Sheet, family: Family, top: f32, spot: Spot) -> f32 {
    let plain = Face::regular(family);
    let bold = Face::bold(family);
    let filer = desk.case.filer.clone();
    let mut rows: Vec<(String, String)> = vec![
        (
            desk.pick(&["Receipt", "Receipt Number", "Case"]).into(),
            desk.receipt(),
        ),
        (
            desk.pick(&["Form", "Application/Petition"]).into(),
            desk.case_type(", "),
        ),
        (desk.owner().into(), desk.filer(false)),
        (
            desk.pick(&["A-File", "File Number", "A-Number"]).into(),
            desk.a_number(&filer),
        ),
    ];
    if desk.case.is_petition {
        rows.push(("Beneficiary".into(), desk.beneficiary(false)));
    }
    if spot == Spot::References {
        let label = if desk.chance(0.5) {
            owned_label(desk)
        } else {
            short_label(desk)
        };
        if let Some(value) = desk.account() {
            rows.insert(desk.pick(&[1, 2, 4]), (label, value));
        }
    }
    let mut y = top;
    sheet.write(bold, 10.5, 56.0, y, "RE:");
    for (label, value) in &rows {
        fitted(sheet, plain, 10.0, [84.0, y], 164.0, &format!("{label}:"));
        y = block(sheet, plain, 10.0, [254.0, y], 302.0, value) + 1.5;
    }
    y
}

/// The opening sentences and the due date.
fn request(desk: &mut Desk, sheet: &mut Sheet, family: Family, top: f32, spot: Spot) -> f32 {
    let plain = Face::regular(family);
    let bold = Face::bold(family);
    let code = desk.case.form_code;
    let title = desk.case.title;
    let received = desk.received_date();
    let mut text = format!(
        "On {received}, you filed Form {code}, {title}, with U.S. Citizenship and Immigration \
         Services (USCIS). We need more evidence before we can decide."
    );
    if spot == Spot::Sentence {
        let number = desk.account().unwrap_or_default();
        let clause = match desk.rng.below(4) {
            0 => {
                format!(" This letter is also in your USCIS online account (account no. {number}).")
            }
            1 => format!(" You may answer on line through your USCIS online account {number}."),
            2 => format!(" Your USCIS online account number, {number}, must be on your answer."),
            _ => format!(" Our records show {number} as your USCIS online account number."),
        };
        text.push_str(&clause);
    } else if desk.fate == Fate::Missing && desk.chance(0.5) {
        text.push_str(
            " If you have a USCIS online account number, write it on the cover sheet of your \
             answer.",
        );
    }
    let y = block(sheet, plain, 10.5, [56.0, top], 500.0, &text) + 8.0;
    let due = desk.case.noticed.later(2, 20);
    let due = desk.date(&due);
    desk.truth.fields.response_due = Some(due.clone());
    let line = desk.pick(&[
        "YOUR RESPONSE MUST BE RECEIVED IN THIS OFFICE BY",
        "Your response must be received no later than",
        "Response due:",
    ]);
    sheet.frame([56.0, y - 2.0, 556.0, y + 18.0], 0.9);
    sheet.centred(bold, 10.5, 306.0, y + 11.5, &format!("{line} {due}"));
    y + 36.0
}

/// The numbered list of evidence, and footnotes at the foot of the page.
fn evidence(desk: &mut Desk, sheet: &mut Sheet, family: Family, top: f32) {
    let plain = Face::regular(family);
    let mark = desk.rng.below(3);
    let mut y = top;
    let mut number = 0u8;
    for item in EVIDENCE {
        let lines = wrap(plain, 10.0, 460.0, item).len() as f32;
        if y + lines * 12.0 > 690.0 {
            break;
        }
        if desk.chance(0.35) {
            continue;
        }
        number += 1;
        let bullet = match mark {
            0 => format!("{number}."),
            1 => "-".into(),
            _ => format!("({})", (b'`' + number) as char),
        };
        sheet.write(plain, 10.0, 70.0, y, &bullet);
        y = block(sheet, plain, 10.0, [92.0, y], 460.0, item) + 3.0;
    }
    let prose = paragraphs(desk, 5);
    flow(sheet, plain, 10.0, [56.0, y + 8.0, 556.0, 696.0], &prose);
    sheet.rule(56.0, 200.0, 712.0, 0.5);
    let note = desk.pick(&[
        "1 See 8 CFR 103.2(b)(8) and (b)(11). All parts of the answer must be sent together.",
        "1 8 CFR 103.2(b)(13). A case without an answer in time may be denied as abandoned.",
        "* A 12-digit online account number is not a receipt number; see uscis.gov/account.",
    ]);
    sheet.write(plain, 7.5, 56.0, 722.0, note);
    sheet.centred(plain, 8.0, 306.0, 758.0, "See next page");
}

/// A following page with its running head.
fn following(
    desk: &mut Desk,
    family: Family,
    page: usize,
    pages: usize,
    account: &Option<String>,
) -> Sheet {
    let plain = Face::regular(family);
    let bold = Face::bold(family);
    let mut sheet = Sheet::letter(family);
    let receipt = desk.plain_receipt();
    sheet.write(plain, 9.0, 56.0, 42.0, &format!("Receipt: {receipt}"));
    sheet.flush_right(plain, 9.0, 556.0, 42.0, &format!("Page {page} of {pages}"));
    if let Some(number) = account {
        sheet.write(
            plain,
            9.0,
            220.0,
            42.0,
            &format!("USCIS Online Acct.: {number}"),
        );
    }
    sheet.rule(56.0, 556.0, 48.0, 0.5);
    let prose = paragraphs(desk, if page == 2 { 7 } else { 4 });
    let head = if page == 2 {
        "How to answer"
    } else {
        "Further information"
    };
    sheet.write(bold, 11.0, 56.0, 72.0, head);
    let y = flow(&mut sheet, plain, 10.5, [56.0, 90.0, 556.0, 640.0], &prose);
    if page == pages {
        sheet.write(plain, 10.5, 56.0, y + 16.0, "Sincerely,");
        let title = desk.pick(&["Director", "Acting Center Director", "Officer 0412"]);
        sheet.write(plain, 10.5, 56.0, y + 52.0, title);
        let copy = format!("cc: {}, {}", desk.case.attorney.0, desk.case.attorney.1);
        if desk.chance(0.5) {
            sheet.write(plain, 9.0, 56.0, y + 76.0, &copy);
            if desk.chance(0.5) {
                let number = desk.representative();
                let text = format!("      Attorney's USCIS online account number: {number}");
                sheet.write(plain, 9.0, 56.0, y + 88.0, &text);
            }
        }
    }
    sheet
}
