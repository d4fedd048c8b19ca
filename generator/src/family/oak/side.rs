//! A form in sections with side labels, and a second page of text.
use super::desk::{Desk, Shown};
use super::kit::{Item, receipt_bars, settle, snug, stack};
use super::words;
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

const ACCOUNT: &[&str] = &[
    "USCIS online acct.",
    "USCIS Online Account No.",
    "Online account no. (yours)",
    "Own USCIS account no.",
    "{R} OAN (USCIS)",
    "USCIS account no., online",
];

/// A section: its side label and its entries.
struct Section {
    name: &'static str,
    items: Vec<Item>,
}

/// The measures of the page.
struct Look {
    family: Family,
    left: f32,
    side: f32,
    size: f32,
    columns: usize,
    shaded: bool,
    colon: bool,
}

/// The section of the case.
fn about_case(desk: &mut Desk) -> Section {
    let kinds = ["Receipt", "Receipt Notice", "Transfer Notice", "Reopen"];
    let kind = desk.rng.pick(&kinds);
    let mut items = vec![
        desk.receipt(words::RECEIPT),
        desk.noticed(words::NOTICED),
        desk.received(words::RECEIVED),
    ];
    items.push(if desk.rng.chance(0.5) {
        desk.kind(&["Notice type", "Kind of notice"], kind)
    } else {
        desk.priority(words::PRIORITY)
    });
    items.push(desk.case_type(words::CASE_TYPE));
    Section {
        name: desk.rng.pick(&["The case", "Case", "Filing", "Case data"]),
        items,
    }
}

/// The section of persons.
fn about_people(desk: &mut Desk) -> Section {
    let mut items = vec![
        desk.filer(&["{R}", "Name of {r}"]),
        desk.filer_a(words::FILER_A),
    ];
    items.extend(desk.beneficiary(&["Beneficiary"]));
    items.extend(desk.beneficiary_a(words::BENEFICIARY_A));
    let name = desk.case.attorney.0.clone();
    if desk.rng.chance(0.5) {
        items.push(desk.item(&["Attorney", "Representative", "G-28 on file for"], name));
        let firm = desk.case.attorney.1.clone();
        items.push(desk.item(&["Firm", "Law firm"], firm));
    }
    Section {
        name: desk
            .rng
            .pick(&["People", "Persons", "Parties", "Who is who"]),
        items,
    }
}

/// The section of accounts and references.
fn about_accounts(desk: &mut Desk) -> Section {
    let mut items: Vec<Item> = desk.traps(2);
    if desk.modern() && desk.rng.chance(0.35) {
        let mut item = desk.attorney_account();
        if item.label.len() > 42 {
            item.label = desk.cased("Attorney's USCIS online acct.");
        }
        items.push(item);
    }
    if let Some(item) = desk.account(ACCOUNT) {
        let index = desk.rng.below(items.len() + 1);
        items.insert(index, item);
    }
    let names = [
        "Reference numbers",
        "References",
        "Other numbers",
        "Numbers to quote",
    ];
    Section {
        name: desk.rng.pick(&names),
        items,
    }
}

/// The section of the payment.
fn about_payment(desk: &mut Desk) -> Section {
    let mut items = vec![desk.amount(&["Amount received", "Fee received", "Total paid"])];
    let tracking = desk.rng.digits(12);
    let last = desk.rng.digits(4);
    items.push(desk.item(
        &["Payment reference", "Remittance no.", "Pay.gov no."],
        tracking,
    ));
    let value = format!("Checking account ending in {last}");
    items.push(desk.item(&["Paid from", "Means of payment"], value));
    Section {
        name: desk.rng.pick(&["Payment", "Fees", "Money received"]),
        items,
    }
}

/// Draws one entry, label before value.
fn entry(sheet: &mut Sheet, look: &Look, place: [f32; 2], wide: [f32; 2], item: &Item) {
    let [wide, full] = wide;
    let [x, base] = place;
    let axis = x + wide * if look.columns == 1 { 0.36 } else { 0.46 };
    let colon = if look.colon { ":" } else { "" };
    let label = format!("{}{colon}", item.label);
    let face = Face::regular(look.family);
    let (size, lines) = settle(face, look.size - 1.4, axis - x - 2.0, 2, &label);
    let rise = if lines.len() > 1 { size * 0.55 } else { 0.0 };
    for (index, line) in lines.iter().enumerate() {
        let base = base - rise + size * 1.1 * index as f32;
        if look.colon {
            sheet.flush_right(face, size, axis - 2.0, base, line);
        } else {
            sheet.write_shaded(face, size, x, base, line, 0.25);
        }
    }
    let room = x + full - axis - 6.0;
    let bold = Face::bold(look.family);
    if bold.width(&item.value, look.size) > room * 1.25 {
        let (size, lines) = settle(bold, look.size - 0.6, room, 2, &item.value);
        let rise = if lines.len() > 1 { size * 0.55 } else { 0.0 };
        stack(sheet, bold, size, axis + 5.0, base - rise, &lines);
    } else {
        snug(sheet, bold, look.size, axis + 5.0, base, room, &item.value);
    }
}

/// Draws a section; the top of the next.
fn section(sheet: &mut Sheet, look: &Look, top: f32, section: &Section) -> f32 {
    let right = 612.0 - look.left;
    let inner = look.left + look.side;
    let pitch = look.size * 2.2;
    let deep = section.items.len().div_ceil(look.columns) as f32;
    let bottom = top + deep * pitch + 8.0;
    let bold = Face::bold(look.family);
    let (size, name) = settle(bold, 9.5, look.side - 10.0, 3, section.name);
    if look.shaded {
        sheet.fill([look.left, top, inner, bottom], 0.85);
    }
    stack(sheet, bold, size, look.left + 5.0, top + 14.0, &name);
    sheet.frame([look.left, top, right, bottom], 0.8);
    sheet.upright(inner, top, bottom, 0.8);
    let wide = (right - inner - 8.0) / look.columns as f32;
    for (index, item) in section.items.iter().enumerate() {
        let x = inner + 6.0 + wide * (index % look.columns) as f32;
        let base = top + pitch * (index / look.columns) as f32 + pitch * 0.62 + 4.0;
        let alone = index + 1 == section.items.len() && index % look.columns == 0;
        let full = if alone { right - x } else { wide - 4.0 };
        entry(sheet, look, [x, base], [wide - 4.0, full], item);
    }
    bottom + 5.0
}

/// The head of a page.
fn head(sheet: &mut Sheet, look: &Look, title: &str, form: &str, page: usize) {
    let plain = Face::regular(look.family);
    let bold = Face::bold(look.family);
    let right = 612.0 - look.left;
    sheet.write(bold, 17.0, look.left, 52.0, title);
    sheet.flush_right(
        plain,
        8.0,
        right,
        42.0,
        &format!("Form {form}, Notice of Action"),
    );
    sheet.flush_right(plain, 8.0, right, 53.0, &format!("Page {page} of 2"));
    let agency = "U.S. Department of Homeland Security, Citizenship and Immigration Services";
    sheet.write(plain, 7.5, look.left, 64.0, agency);
    let disclaimer = "THIS NOTICE DOES NOT GRANT ANY IMMIGRATION STATUS OR BENEFIT.";
    sheet.fill([look.left, 70.0, right, 83.0], 0.1);
    let face = Face::bold(look.family);
    sheet.write_shaded(face, 8.0, look.left + 5.0, 79.5, disclaimer, 1.0);
}

/// The texts of the second page with their side labels.
fn texts(desk: &mut Desk) -> Vec<(&'static str, String)> {
    let names = [
        "Please check",
        "Meaning",
        "Address",
        "Next steps",
        "Times",
        "Records",
        "Other cases",
        "Evidence",
    ];
    let all = desk.prose(words::RECEIVED_PROSE, names.len());
    let mut out: Vec<(&str, String)> = names.into_iter().zip(all).collect();
    for _ in 0..desk.rng.below(3) {
        out.remove(desk.rng.below(out.len()));
    }
    let pool = if desk.shown == Shown::Absent {
        words::NO_NUMBER
    } else {
        words::MENTION
    };
    if desk.modern() {
        let text = desk.prose(pool, 1).remove(0);
        out.insert(desk.rng.below(out.len()), ("Online", text));
    }
    out
}

/// The second page: text beside side labels.
fn second(desk: &mut Desk, look: &Look, title: &str, form: &str) -> Sheet {
    let mut sheet = Sheet::letter(look.family);
    head(&mut sheet, look, title, form, 2);
    let plain = Face::regular(look.family);
    let bold = Face::bold(look.family);
    let inner = look.left + look.side + 10.0;
    let mut base = 108.0;
    for (name, text) in texts(desk) {
        sheet.write(bold, 9.0, look.left + 2.0, base, name);
        let wide = 612.0 - look.left - inner;
        let after = sheet.paragraph(plain, 9.8, inner, base, wide, &text);
        sheet.rule(look.left, 612.0 - look.left, after - 1.0, 0.3);
        base = after + 15.0;
    }
    let line = format!("{}  {}", desk.case.receipt, form);
    sheet.write(plain, 7.0, look.left, 756.0, &line);
    sheet
}

/// The foot of the first page.
fn foot(desk: &mut Desk, sheet: &mut Sheet, look: &Look, top: f32, form: &str) {
    let plain = Face::regular(look.family);
    let place = [look.left, top + 8.0];
    receipt_bars(
        sheet,
        Symbology::Code39,
        place,
        0.85,
        24.0,
        &desk.case.receipt,
    );
    let mut base = top + 54.0;
    for line in desk.address() {
        sheet.write(plain, 10.0, look.left + look.side, base, &line);
        base += 12.0;
    }
    let office = desk.rng.pick(words::OFFICES);
    let mut base = top + 14.0;
    for line in office {
        sheet.write(plain, 8.5, 390.0, base, line);
        base += 10.5;
    }
    sheet.write(
        plain,
        7.0,
        look.left,
        756.0,
        &format!("Form {form}  10/13/21"),
    );
    sheet.flush_right(plain, 7.0, 612.0 - look.left, 756.0, "Continued on page 2");
}

/// A form with side labels.
pub(super) fn side(rng: &mut Rng, case: &Case) -> Drawing {
    Desk::shuffle(rng, 5);
    let form = rng.pick(&["I-797C", "I-797C", "I-797"]);
    let title = rng.pick(&["Notice of Action", "Case Notice", "Notice to the Filer"]);
    let mut desk = Desk::open(rng, case, form);
    let families = [
        Family::LiberationSansNarrow,
        Family::FreeSans,
        Family::DejaVuSansCondensed,
    ];
    let look = Look {
        family: desk.rng.pick(&families),
        left: desk.rng.uniform(34.0, 46.0),
        side: desk.rng.uniform(66.0, 84.0),
        size: desk.rng.uniform(9.0, 10.2),
        columns: desk.rng.pick(&[1, 2, 2]),
        shaded: desk.rng.chance(0.6),
        colon: desk.rng.chance(0.6),
    };
    let mut sheet = Sheet::letter(look.family);
    head(&mut sheet, &look, title, form, 1);
    let mut sections = vec![about_case(&mut desk), about_people(&mut desk)];
    let accounts = about_accounts(&mut desk);
    let payment = about_payment(&mut desk);
    sections.insert(desk.rng.between(1, 2) as usize, accounts);
    sections.insert(desk.rng.between(1, 3) as usize, payment);
    let mut top = 92.0;
    for one in &sections {
        top = section(&mut sheet, &look, top, one);
    }
    foot(&mut desk, &mut sheet, &look, top, form);
    let second = second(&mut desk, &look, title, form);
    Drawing {
        sheets: vec![sheet, second],
        truth: desk.truth,
    }
}
