//! A request for evidence: a letter with a head in three columns and a cover sheet to return.
use super::desk::{Desk, Shown};
use super::kit::{Item, Ruling, Style, grid, receipt_bars, snug, tick};
use super::words;
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::AccountCell;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

const ACCOUNT: &[&str] = &[
    "USCIS online account",
    "USCIS Online Acct. No.",
    "Your online account number",
    "USCIS account number of {r}",
    "Online account no.",
];

const SENTENCES: &[&str] = &[
    "Your USCIS online account number is {n}. Write it on everything that you send us.",
    "This {kind} was filed from the {r}'s USCIS online account no. {n}, and a copy of this letter \
     has been placed there.",
    "You may also answer online. Sign in to your USCIS online account (number {n}) and choose \
     \u{201c}Respond\u{201d}.",
    "Our records show that you, the {r}, hold USCIS online account number {n}.",
];

const DECOYS: &[&str] = &[
    "The bank returned the fee drawn on account {n}; you have since paid it by money order.",
    "The petition that a former employer filed from its own online account no. {n} has been \
     withdrawn and cannot support this {kind}.",
    "Your parcel with carrier number {n} reached us without the evidence that you listed.",
    "The deposit was booked by the Treasury under account number {n}.",
];

const WANTED: &[&str] = &[
    "A certified copy of the birth certificate, with an English translation.",
    "Evidence that the person named above kept lawful status until the date of filing.",
    "Federal income tax transcripts for the three most recent years.",
    "A letter from the employer that describes the duties, the hours and the pay.",
    "Two photographs in passport style, taken within the last 30 days.",
    "Medical examination on Form I-693 in a sealed envelope.",
    "Court records of every arrest, even where no charge was brought.",
];

/// Where the filer's own number is printed.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Reference,
    Sentence,
    Cover,
}

/// The look of the letter.
struct Look {
    plain: Face,
    bold: Face,
    family: Family,
    left: f32,
    size: f32,
    colon: &'static str,
}

/// The head in three columns; the y below it.
fn head(desk: &mut Desk, sheet: &mut Sheet, look: &Look) -> f32 {
    let right = 612.0 - look.left;
    let office = desk.rng.pick(words::OFFICES);
    let first = ["U.S. Department of", "Homeland Security"];
    for (index, line) in first.iter().enumerate() {
        sheet.write(look.bold, 9.5, look.left, 44.0 + 11.0 * index as f32, line);
    }
    sheet.centred(look.bold, 10.5, 306.0, 44.0, "U.S. Citizenship");
    sheet.centred(look.bold, 10.5, 306.0, 56.0, "and Immigration Services");
    for (index, line) in office.iter().enumerate() {
        sheet.flush_right(look.plain, 8.2, right, 43.0 + 10.0 * index as f32, line);
    }
    let phone = "Tel. 800-375-5283";
    let fax = format!(
        "Fax 8{}-{}-{}",
        desk.rng.digits(2),
        desk.rng.digits(3),
        desk.rng.digits(4)
    );
    sheet.write(look.plain, 8.0, look.left, 70.0, phone);
    sheet.flush_right(look.plain, 8.0, right, 73.0, &fax);
    sheet.rule(look.left, right, 79.0, 0.9);
    let date = desk.noticed(&[""]).value;
    if desk.rng.chance(0.5) {
        sheet.write(look.plain, look.size, look.left, 102.0, &date);
    } else {
        sheet.flush_right(look.plain, look.size, right, 102.0, &date);
    }
    122.0
}

/// The references of the letter.
fn references(desk: &mut Desk, place: Place) -> Vec<Item> {
    let mut items = vec![desk.receipt(&["Receipt number", "RE", "Receipt", "Our receipt no."])];
    items.push(desk.case_type(&["Form", "Form type", "Subject"]));
    items.push(desk.filer(&["{R}", "{R}'s name"]));
    if desk.rng.chance(0.8) {
        items.push(desk.filer_a(&["A-File", "A-Number", "Alien file number", "File number"]));
    }
    items.extend(desk.beneficiary(&["Beneficiary"]));
    if desk.shown == Shown::Filled && place == Place::Reference {
        let item = desk.account(ACCOUNT);
        let index = desk.rng.below(items.len()) + 1;
        items.splice(index..index, item);
    }
    items
}

/// Address at the left, references beside or below; the baseline after.
fn opening(desk: &mut Desk, sheet: &mut Sheet, look: &Look, top: f32, place: Place) -> f32 {
    let mut base = top;
    for line in desk.address() {
        sheet.write(look.plain, look.size, look.left, base, &line);
        base += look.size * 1.2;
    }
    base += 14.0;
    let indent = look.left + desk.rng.pick(&[0.0, 24.0, 60.0]);
    let axis = indent + 150.0;
    for item in references(desk, place) {
        let label = format!("{}{}", item.label, look.colon);
        snug(
            sheet,
            look.bold,
            look.size - 0.6,
            indent,
            base,
            144.0,
            &label,
        );
        let wide = 612.0 - look.left - axis;
        base = sheet.paragraph(look.plain, look.size, axis, base, wide, &item.value) + 2.5;
    }
    base + 12.0
}

/// The sentences that carry the own number or a decoy.
fn sentences(desk: &mut Desk, place: Place) -> Vec<String> {
    let mut out = Vec::new();
    if desk.shown == Shown::Filled && place == Place::Sentence {
        let number = desk.account_text();
        let text = desk.rng.pick(SENTENCES);
        out.push(desk.filled(text).replace("{n}", &number));
    }
    if desk.rng.chance(0.5) {
        let number = words::twelve(desk.rng);
        let text = desk.rng.pick(DECOYS);
        out.push(desk.filled(text).replace("{n}", &number));
    }
    if desk.modern() && desk.rng.chance(0.4) {
        let pool = if desk.shown == Shown::Absent {
            words::NO_NUMBER
        } else {
            words::MENTION
        };
        out.extend(desk.prose(pool, 1));
    }
    out
}

/// The body of the letter.
fn body(desk: &mut Desk, sheet: &mut Sheet, look: &Look, top: f32, place: Place) {
    let titles = [
        "REQUEST FOR EVIDENCE",
        "Request for Evidence",
        "NOTICE OF INTENT TO DENY",
    ];
    let title = desk.rng.pick(&titles);
    desk.truth.fields.notice_type = Some(title.to_string());
    sheet.centred(look.bold, look.size + 2.5, 306.0, top, title);
    let wide = 612.0 - 2.0 * look.left;
    let due = desk.date(&desk.case.noticed.later(0, 87));
    desk.truth.fields.response_due = Some(due.clone());
    let mut texts = vec![desk.filled(
        "We have begun to review the {kind} named above and find that we cannot decide it on the \
         evidence that we hold. Please send us what is listed below.",
    )];
    texts.extend(sentences(desk, place));
    let mut base = top + look.size * 2.0;
    for text in &texts {
        base = sheet.paragraph(look.plain, look.size, look.left, base, wide, text) + 6.0;
    }
    let count = desk.rng.between(2, 5) as usize;
    for (index, text) in desk.prose(WANTED, count).iter().enumerate() {
        let number = format!("{}.", index + 1);
        sheet.write(look.plain, look.size, look.left + 16.0, base, &number);
        let x = look.left + 34.0;
        base = sheet.paragraph(look.plain, look.size, x, base, wide - 34.0, text) + 3.0;
    }
    let text = format!("YOUR RESPONSE MUST BE RECEIVED IN THIS OFFICE BY {}.", due);
    base = sheet.paragraph(look.bold, look.size, look.left, base + 8.0, wide, &text) + 6.0;
    let text = "Send all of it at one time, with the cover sheet of this letter on top. A partial \
                answer counts as a request that we decide on what we have.";
    base = sheet.paragraph(look.plain, look.size, look.left, base, wide, text) + 14.0;
    sheet.write(look.plain, look.size, look.left, base, "Sincerely,");
    sheet.write(
        look.plain,
        look.size,
        look.left,
        base + 36.0,
        "Director, Case Processing",
    );
}

/// The rows of the cover sheet.
fn cover_rows(desk: &mut Desk, place: Place) -> Vec<Vec<(Item, f32)>> {
    let mut rows = vec![vec![
        (desk.receipt(&["Receipt number", "Receipt no."]), 1.0),
        (desk.filer(&["{R}", "{R}'s name"]), 1.3),
    ]];
    let mut row = Vec::new();
    let blank = desk.shown == Shown::Blank;
    if blank {
        desk.truth.account_cell = AccountCell::Blank;
        row.push((desk.item(ACCOUNT, ""), 1.0));
    } else if desk.shown == Shown::Filled && place == Place::Cover {
        row.extend(desk.account(ACCOUNT).map(|item| (item, 1.0)));
    }
    if desk.modern() && desk.rng.chance(0.4) {
        row.push((desk.attorney_account(), 1.3));
    }
    row.extend(desk.traps(1).into_iter().map(|item| (item, 1.0)));
    rows.push(row);
    rows.push(vec![
        (desk.item(&["Daytime telephone"], ""), 1.0),
        (desk.item(&["E-mail"], ""), 1.3),
        (desk.item(&["Signature"], ""), 1.3),
    ]);
    rows
}

/// The cover sheet to be returned.
fn cover(desk: &mut Desk, look: &Look, style: &Style, place: Place) -> Sheet {
    let mut sheet = Sheet::letter(look.family);
    let right = 612.0 - look.left;
    sheet.frame([look.left - 8.0, 36.0, right + 8.0, 750.0], 1.4);
    let title = desk
        .rng
        .pick(&["RETURN THIS SHEET WITH YOUR ANSWER", "Evidence Cover Sheet"]);
    sheet.centred(look.bold, 15.0, 306.0, 62.0, title);
    let text = "Place this sheet on top of the papers that you send.";
    sheet.centred(look.plain, 9.5, 306.0, 77.0, text);
    let bars = [look.left + 4.0, 92.0];
    receipt_bars(
        &mut sheet,
        Symbology::Code39,
        bars,
        0.95,
        34.0,
        &desk.case.receipt,
    );
    let rows = cover_rows(desk, place);
    let y = grid(&mut sheet, style, [look.left, right], 142.0, &rows);
    let mut base = y + 28.0;
    sheet.write(
        look.bold,
        10.0,
        look.left,
        base,
        "I am sending (mark each that applies):",
    );
    for text in [
        "All of the evidence listed in the letter",
        "Part of the evidence, with the reasons on a separate sheet",
        "A new address on Form AR-11",
        "A new Form G-28 of an attorney or representative",
        "A request to withdraw the filing",
    ] {
        base += 17.0;
        tick(&mut sheet, look.left + 4.0, base, 9.0, false);
        sheet.write(look.plain, 10.0, look.left + 22.0, base, text);
    }
    base += 36.0;
    sheet.write(look.bold, 9.5, look.left, base, "Mail to:");
    for line in desk.rng.pick(words::OFFICES) {
        sheet.write(look.plain, 10.5, look.left + 60.0, base, line);
        base += 13.0;
    }
    sheet.flush_right(look.plain, 8.0, right, 742.0, "Page 2 of 2");
    sheet
}

/// A request for evidence with its cover sheet.
pub(super) fn evidence(rng: &mut Rng, case: &Case) -> Drawing {
    Desk::shuffle(rng, 10);
    let form = rng.pick(&["", "I-797E", "I-797E", ""]);
    let mut desk = Desk::open(rng, case, form);
    let families = [
        Family::Times,
        Family::LiberationSerif,
        Family::FreeSerif,
        Family::LiberationSans,
    ];
    let family = desk.rng.pick(&families);
    let look = Look {
        plain: Face::regular(family),
        bold: Face::bold(family),
        family,
        left: desk.rng.uniform(52.0, 74.0),
        size: desk.rng.uniform(9.8, 10.8),
        colon: desk.rng.pick(&[":", ":", ""]),
    };
    let style = Style {
        family,
        label: desk.rng.uniform(6.6, 8.0),
        value: desk.rng.uniform(9.6, 11.0),
        strong: desk.rng.chance(0.4),
        under: desk.rng.chance(0.6),
        ruling: desk
            .rng
            .pick(&[Ruling::Lines, Ruling::Lines, Ruling::Boxes]),
        number: None,
    };
    let place = desk.rng.pick(&[
        Place::Reference,
        Place::Sentence,
        Place::Sentence,
        Place::Cover,
    ]);
    let mut sheet = Sheet::letter(family);
    let top = head(&mut desk, &mut sheet, &look);
    let top = opening(&mut desk, &mut sheet, &look, top, place);
    body(&mut desk, &mut sheet, &look, top, place);
    if !form.is_empty() {
        let foot = format!("Form {form}  (Rev. 05/03/19)");
        sheet.write(look.plain, 7.4, look.left, 758.0, &foot);
    }
    sheet.flush_right(look.plain, 8.0, 612.0 - look.left, 758.0, "Page 1 of 2");
    let cover = cover(&mut desk, &look, &style, place);
    Drawing {
        sheets: vec![sheet, cover],
        truth: desk.truth,
    }
}
