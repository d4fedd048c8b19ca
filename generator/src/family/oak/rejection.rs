//! A rejection by the lockbox: two columns, reasons to mark, the fee returned.
use super::desk::{Desk, Shown};
use super::kit::{Item, band, settle, snug, stack, tick};
use super::words;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

const ACCOUNT: &[&str] = &[
    "USCIS Online Account Number (if any)",
    "USCIS online account no. as you gave it",
    "Your USCIS online account (if any)",
    "{R}'s USCIS online acct. no.",
    "Online account number of {r}, from your form",
];

const REASONS: &[&str] = &[
    "The form was not signed, or the signature was not valid.",
    "The fee was missing, or it was not the right amount.",
    "The edition of the form is no longer accepted.",
    "The check was drawn on a closed account or could not be cashed.",
    "Page 3 of the form was missing or could not be read.",
    "The USCIS online account number that you entered has fewer than 12 digits.",
    "The form must be filed at another address or online.",
    "You may not file this form at the same time as the one enclosed.",
];

const TEXT: &[&str] = &[
    "We are sending back your Form {code} and all that came with it. It has no filing date. You \
     may file again when the reasons marked have been mended.",
    "A rejection cannot be appealed. If you send the form again, put this notice on top of it.",
    "Do not write on the check that is returned. Send a new one, or pay by card on Form G-1450.",
    "Fees and addresses change. Look at uscis.gov/forms before you file again.",
    "Questions? Call 800-375-5283 (TTY 800-767-1833). Give the number of this notice.",
];

/// The look of the page.
struct Look {
    family: Family,
    left: f32,
    middle: f32,
    size: f32,
    plan: usize,
}

impl Look {
    /// The right edge of the page.
    fn right(&self) -> f32 {
        612.0 - self.left
    }
}

/// The entries of the left column.
fn entries(desk: &mut Desk) -> Vec<Item> {
    let kind = desk.kind(&["Notice type", "Type of notice"], "Rejection Notice");
    let mut items = vec![kind, desk.noticed(words::NOTICED)];
    if desk.rng.chance(0.75) {
        items.push(desk.receipt(words::RECEIPT));
    } else if desk.rng.chance(0.6) {
        let number = format!("R{}", desk.rng.digits(11));
        items.push(desk.item(&["Rejection no.", "Lockbox item no."], number));
    }
    items.push(desk.case_type(words::CASE_TYPE));
    items.push(desk.filer(&["{R}", "Name of {r}"]));
    if desk.rng.chance(0.6) {
        items.push(desk.filer_a(words::FILER_A));
    }
    if let Some(item) = desk.account(ACCOUNT) {
        let index = desk.rng.between(2, items.len() as i64) as usize;
        items.insert(index, item);
    }
    if desk.rng.chance(0.5) {
        items.push(desk.received(&["Date received", "Received and rejected on"]));
    }
    if desk.modern() && desk.rng.chance(0.25) {
        items.push(desk.attorney_account());
    }
    items
}

/// One entry in the plan of the page; the top of the next.
fn entry(sheet: &mut Sheet, look: &Look, top: f32, item: &Item) -> f32 {
    let plain = Face::regular(look.family);
    let bold = Face::bold(look.family);
    let wide = look.middle - look.left - if look.plan > 1 { 18.0 } else { 12.0 };
    let (size, lines) = settle(bold, look.size, wide, 2, &item.value);
    let count = lines.len().max(1) as f32;
    let deep = count * size * 1.16;
    match look.plan {
        0 => {
            snug(sheet, plain, 7.2, look.left, top + 7.0, wide, &item.label);
            stack(sheet, bold, size, look.left, top + 9.5 + size, &lines);
            top + 18.0 + deep
        }
        1 => {
            stack(sheet, bold, size, look.left, top + size, &lines);
            let y = top + deep + 2.5;
            sheet.rule(look.left, look.middle - 12.0, y, 0.5);
            snug(sheet, plain, 6.8, look.left, y + 8.0, wide, &item.label);
            y + 16.0
        }
        _ => {
            let bottom = top + deep + 15.0;
            sheet.fill([look.left, top, look.middle - 10.0, top + 10.5], 0.87);
            sheet.frame([look.left, top, look.middle - 10.0, bottom], 0.6);
            snug(
                sheet,
                plain,
                6.8,
                look.left + 3.0,
                top + 7.8,
                wide,
                &item.label,
            );

            stack(
                sheet,
                bold,
                size,
                look.left + 3.0,
                top + 11.5 + size,
                &lines,
            );
            bottom + 4.0
        }
    }
}

/// The reasons in the right column; the baseline below.
fn reasons(desk: &mut Desk, sheet: &mut Sheet, look: &Look, top: f32) -> f32 {
    let plain = Face::regular(look.family);
    let bold = Face::bold(look.family);
    let rect = [look.middle, top, look.right(), top + 14.0];
    let text = desk
        .rng
        .pick(&["REASONS FOR THE REJECTION", "WHY WE RETURN YOUR FORM"]);
    band(sheet, bold, 8.0, rect, text);
    let free = desk.modern() && desk.shown != Shown::Filled;
    let pool = if free {
        desk.prose(REASONS, 8)
    } else {
        desk.prose(&REASONS[..5], 5)
    };
    let marked = desk.rng.below(pool.len());
    let mut base = top + 29.0;
    for (index, text) in pool.iter().enumerate() {
        let on = index == marked || desk.rng.chance(0.12);
        tick(sheet, look.middle + 2.0, base, 8.0, on);
        let wide = look.right() - look.middle - 18.0;
        base = sheet.paragraph(plain, 8.8, look.middle + 16.0, base, wide, text) + 4.0;
    }
    base
}

/// The payment that is returned, with its numbers; the baseline below.
fn returned(desk: &mut Desk, sheet: &mut Sheet, look: &Look, top: f32) -> f32 {
    let plain = Face::regular(look.family);
    let bold = Face::bold(look.family);
    let rect = [look.middle, top, look.right(), top + 14.0];
    band(sheet, bold, 8.0, rect, "PAYMENT RETURNED WITH THIS NOTICE");
    let check = desk.rng.digits(4);
    let routing = desk.rng.digits(9);
    let account = words::twelve(desk.rng);
    let amount = desk.rng.pick(&words::AMOUNTS[..8]).to_string();
    let mut lines = vec![
        ("Check or money order no.", check),
        ("Bank routing no.", routing),
        ("Bank account no. on the check", account),
        ("Amount returned", amount),
    ];
    if desk.rng.chance(0.5) {
        lines.push(("Return parcel (FedEx)", desk.rng.digits(12)));
    }
    if desk.rng.chance(0.3) {
        lines.remove(2);
    }
    let mut base = top + 28.0;
    for (label, value) in lines {
        sheet.write(plain, 8.4, look.middle + 2.0, base, label);
        sheet.flush_right(bold, 9.0, look.right(), base, &value);
        sheet.rule(look.middle, look.right(), base + 3.5, 0.25);
        base += 14.5;
    }
    base
}

/// The head; the y below.
fn head(desk: &mut Desk, sheet: &mut Sheet, look: &Look, form: &str) -> f32 {
    let plain = Face::regular(look.family);
    let bold = Face::bold(look.family);
    sheet.write(bold, 16.0, look.left, 52.0, "Rejection Notice");
    let agency = "Department of Homeland Security, U.S. Citizenship and Immigration Services";
    sheet.write(plain, 7.8, look.left, 64.0, agency);
    sheet.flush_right(bold, 10.0, look.right(), 48.0, &format!("Form {form}"));
    let copy = desk
        .rng
        .pick(&["APPLICANT COPY", "ATTORNEY COPY", "ORIGINAL"]);
    let copy = if desk.case.is_petition {
        copy.replace("APPLICANT", "PETITIONER")
    } else {
        copy.into()
    };
    sheet.flush_right(plain, 8.0, look.right(), 60.0, &copy);
    sheet.rule(look.left, look.right(), 70.0, 2.0);
    let mut base = 90.0;
    for line in desk.address() {
        sheet.write(plain, 10.2, look.left + 14.0, base, &line);
        base += 12.4;
    }
    base + 12.0
}

/// A rejection in two columns.
pub(super) fn rejection(rng: &mut Rng, case: &Case) -> Drawing {
    Desk::shuffle(rng, 12);
    let form = rng.pick(&["I-797C", "I-797C", "I-797"]);
    let mut desk = Desk::open(rng, case, form);
    let families = [
        Family::FreeSans,
        Family::LiberationSans,
        Family::LiberationSansNarrow,
        Family::DejaVuSans,
    ];
    let look = Look {
        family: desk.rng.pick(&families),
        left: desk.rng.uniform(38.0, 50.0),
        middle: desk.rng.uniform(280.0, 320.0),
        size: desk.rng.uniform(9.2, 10.6),
        plan: desk.rng.below(3),
    };
    let mut sheet = Sheet::letter(look.family);
    let top = head(&mut desk, &mut sheet, &look, form);
    let mut left = top;
    for item in entries(&mut desk) {
        left = entry(&mut sheet, &look, left, &item);
    }
    let mut right = reasons(&mut desk, &mut sheet, &look, top);
    right = returned(&mut desk, &mut sheet, &look, right + 4.0);
    let plain = Face::regular(look.family);
    let wide = look.right() - look.left;
    let mut texts = desk.prose(TEXT, 4);
    if desk.modern() && desk.rng.chance(0.5) {
        let pool = if desk.shown == Shown::Absent {
            words::NO_NUMBER
        } else {
            words::MENTION
        };
        texts.push(desk.prose(&pool[2..], 1).remove(0));
    }
    let mut base = left.max(right) + 18.0;
    for text in texts {
        base = sheet.paragraph(plain, 9.2, look.left, base, wide, &text) + 5.0;
    }
    sheet.rule(look.left, look.right(), 740.0, 0.5);
    let office = desk.rng.pick(words::OFFICES).join(", ");
    sheet.write(plain, 7.2, look.left, 750.0, &office);
    sheet.flush_right(
        plain,
        7.2,
        look.right(),
        750.0,
        &format!("Form {form} 04/01/19   1 of 1"),
    );
    Drawing {
        sheets: vec![sheet],
        truth: desk.truth,
    }
}
