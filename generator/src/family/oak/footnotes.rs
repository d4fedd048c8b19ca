//! A list with dot leaders whose labels have footnotes.
use super::desk::{Desk, Shown};
use super::kit::{Item, leader, receipt_bars, settle, snug, stack};
use super::words;
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

const ACCOUNT: &[&str] = &[
    "Account number",
    "Online account",
    "USCIS online account",
    "Account No.",
    "USCIS account number",
    "{R}'s account number",
];

const OWN_NOTES: &[&str] = &[
    "The number of the USCIS online account of the {r}. Copy it to later forms.",
    "The {r}'s own USCIS online account number (12 digits).",
    "The number under which the {r} is known in our online system, USCIS ELIS.",
];

/// An entry and its footnote, if it has one.
struct Entry {
    item: Item,
    note: Option<String>,
}

/// The page in work.
struct Look {
    family: Family,
    size: f32,
    left: f32,
    right: f32,
    axis: f32,
    marks: usize,
    dots: bool,
}

/// An entry without a footnote.
fn bare(item: Item) -> Entry {
    Entry { item, note: None }
}

/// An entry with a footnote.
fn noted(item: Item, note: impl Into<String>) -> Entry {
    Entry {
        item,
        note: Some(note.into()),
    }
}

/// The entries of the case.
fn case_entries(desk: &mut Desk) -> Vec<Entry> {
    let receipt = desk.receipt(words::RECEIPT);
    let received = desk.received(words::RECEIVED);
    let mut out = vec![
        noted(receipt, "Quote this number whenever you write or call."),
        bare(desk.case_type(words::CASE_TYPE)),
        bare(desk.noticed(words::NOTICED)),
        noted(
            received,
            "The day on which the filing was accepted with the right fee.",
        ),
    ];
    if desk.rng.chance(0.5) {
        let item = desk.priority(words::PRIORITY);
        out.push(noted(
            item,
            "Left empty where the category has no waiting list.",
        ));
    }
    out
}

/// The entries of the persons.
fn person_entries(desk: &mut Desk) -> Vec<Entry> {
    let mut out = vec![bare(desk.filer(&["{R}", "Name of {r}"]))];
    let item = desk.filer_a(words::FILER_A);
    out.push(noted(
        item,
        "The number of the file, printed on cards as USCIS#.",
    ));
    out.extend(desk.beneficiary(&["Beneficiary"]).map(bare));
    out.extend(desk.beneficiary_a(words::BENEFICIARY_A).map(bare));
    out
}

/// The entries of accounts: the own one and others.
fn account_entries(desk: &mut Desk) -> Vec<Entry> {
    let mut out = Vec::new();
    if let Some(item) = desk.account(ACCOUNT) {
        let note = desk.rng.pick(OWN_NOTES);
        let mut note = desk.filled(note);
        if desk.shown == Shown::Blank {
            note += " Empty if none has been given out.";
        }
        out.push(noted(item, note));
    }
    if desk.rng.chance(0.5) {
        let value = words::twelve(desk.rng);
        let item = desk.item(
            &["Account of payer", "Account charged", "Payer's account"],
            value,
        );
        out.push(noted(
            item,
            "The bank account from which the fee was drawn.",
        ));
    }
    if desk.modern() && desk.rng.chance(0.3) {
        let item = desk.attorney_account();
        out.push(noted(
            item,
            "Belongs to the attorney; do not enter it as your own.",
        ));
    }
    if desk.rng.chance(0.4) {
        let value = words::twelve(desk.rng);
        let labels = ["Transaction", "Payment tracking", "Deposit item"];
        let item = desk.item(&labels, value);
        out.push(noted(item, "For the use of the Treasury lockbox only."));
    }
    if desk.rng.chance(0.5) {
        out.reverse();
    }
    out
}

/// The mark of the footnote with this index.
fn mark(look: &Look, index: usize) -> String {
    match look.marks {
        0 => (index + 1).to_string(),
        1 => ((b'a' + index as u8) as char).to_string(),
        _ => format!("({})", index + 1),
    }
}

/// Draws an entry; the baseline of the next.
fn entry(sheet: &mut Sheet, look: &Look, base: f32, entry: &Entry, mark: &str) -> f32 {
    let plain = Face::regular(look.family);
    let label = &entry.item.label;
    let mut size = look.size;
    while plain.width(label, size) > look.axis - look.left - 24.0 && size > 5.0 {
        size -= 0.2;
    }
    let mut x = sheet.write(plain, size, look.left, base, label);
    if !mark.is_empty() {
        let (lift, size) = if mark.starts_with('*') {
            (0.0, size)
        } else {
            (size * 0.36, 5.6)
        };
        x = sheet.write(plain, size, x + 0.6, base - lift, mark);
    }
    if look.dots {
        leader(sheet, plain, look.size, x + 5.0, look.axis - 5.0, base);
    }
    let bold = Face::bold(look.family);
    let room = look.right - look.axis;
    if bold.width(&entry.item.value, look.size) > room * 1.1 {
        let (size, lines) = settle(bold, look.size, room, 2, &entry.item.value);
        return stack(sheet, bold, size, look.axis, base, &lines) + look.size * 0.55;
    }
    snug(
        sheet,
        bold,
        look.size,
        look.axis,
        base,
        room,
        &entry.item.value,
    );
    base + look.size * 1.75
}

/// Draws the footnotes under a short rule, from the foot upwards.
fn footnotes(sheet: &mut Sheet, look: &Look, notes: &[(String, String)], top: f32) -> f32 {
    let plain = Face::regular(look.family);
    sheet.rule(look.left, look.left + 130.0, top, 0.5);
    let mut base = top + 11.0;
    for (mark, note) in notes {
        sheet.write(plain, 5.6, look.left, base - 2.6, mark);
        let wide = look.right - look.left - 20.0;
        base = sheet.paragraph(plain, 7.8, look.left + 20.0, base, wide, note) + 1.0;
    }
    base
}

/// Draws the list; the notes with their marks and the baseline after.
fn list(
    sheet: &mut Sheet,
    look: &Look,
    top: f32,
    entries: &[Entry],
) -> (Vec<(String, String)>, f32) {
    let mut notes: Vec<(String, String)> = Vec::new();
    let mut base = top;
    for one in entries {
        let mark = one
            .note
            .as_ref()
            .map(|_| mark(look, notes.len()))
            .unwrap_or_default();
        base = entry(sheet, look, base, one, &mark);
        if let Some(note) = &one.note {
            notes.push((mark, note.clone()));
        }
    }
    (notes, base)
}

/// The head of the page; the baseline below.
fn head(desk: &mut Desk, sheet: &mut Sheet, look: &Look, form: &str) -> f32 {
    let plain = Face::regular(look.family);
    let bold = Face::bold(look.family);
    let centred = desk.rng.chance(0.5);
    let kinds = ["RECEIPT NOTICE", "TRANSFER NOTICE", "NOTICE OF ACTION"];
    let kind = desk.rng.pick(&kinds);
    if kind != "NOTICE OF ACTION" {
        desk.truth.fields.notice_type = Some(kind.to_string());
    }
    let agency = "United States Citizenship and Immigration Services";
    if centred {
        sheet.centred(plain, 9.5, 306.0, 46.0, agency);
        sheet.centred(bold, 15.0, 306.0, 66.0, kind);
        sheet.centred(plain, 8.5, 306.0, 79.0, &format!("Form {form}"));
    } else {
        sheet.write(bold, 15.0, look.left, 52.0, kind);
        sheet.write(plain, 9.5, look.left, 66.0, agency);
        sheet.flush_right(bold, 11.0, look.right, 52.0, &format!("Form {form}"));
    }
    sheet.rule(look.left, look.right, 86.0, 0.8);
    sheet.rule(look.left, look.right, 88.5, 0.4);
    112.0
}

/// The prose between the list and the notes.
fn prose(desk: &mut Desk, sheet: &mut Sheet, look: &Look, top: f32, limit: f32) {
    let plain = Face::regular(look.family);
    let mut texts = desk.prose(words::RECEIVED_PROSE, 5);
    let pool = if desk.shown == Shown::Absent {
        words::NO_NUMBER
    } else {
        words::MENTION
    };
    if desk.modern() && desk.rng.chance(0.7) {
        texts.insert(1, desk.prose(pool, 1).remove(0));
    }
    let mut base = top;
    for text in texts {
        if base > limit - 40.0 {
            break;
        }
        let wide = look.right - look.left;
        base = sheet.paragraph(plain, look.size - 0.6, look.left, base, wide, &text) + 5.0;
    }
}

/// A list of entries with footnotes.
pub(super) fn footnoted(rng: &mut Rng, case: &Case) -> Drawing {
    Desk::shuffle(rng, 6);
    let form = rng.pick(&["I-797C", "I-797", "I-797C"]);
    let mut desk = Desk::open(rng, case, form);
    let families = [
        Family::Times,
        Family::FreeSerif,
        Family::LiberationSerif,
        Family::DejaVuSerif,
    ];
    let left = desk.rng.uniform(54.0, 76.0);
    let look = Look {
        family: desk.rng.pick(&families),
        size: desk.rng.uniform(9.8, 11.0),
        left,
        right: 612.0 - left,
        axis: desk.rng.uniform(290.0, 330.0),
        marks: desk.rng.pick(&[0, 0, 1, 2]),
        dots: desk.rng.chance(0.75),
    };
    let mut sheet = Sheet::letter(look.family);
    let top = head(&mut desk, &mut sheet, &look, form);
    let mut entries = case_entries(&mut desk);
    let people = person_entries(&mut desk);
    let accounts = account_entries(&mut desk);
    if desk.rng.chance(0.5) {
        entries.extend(people);
        entries.extend(accounts);
    } else {
        entries.extend(accounts);
        entries.extend(people);
    }
    let (notes, base) = list(&mut sheet, &look, top, &entries);
    let plain = Face::regular(look.family);
    let mut line_base = base + 12.0;
    for line in desk.address() {
        sheet.write(plain, 10.0, look.left, line_base, &line);
        line_base += 12.0;
    }
    let place = [look.right - 160.0, base + 4.0];
    receipt_bars(
        &mut sheet,
        Symbology::Code128,
        place,
        0.85,
        26.0,
        &desk.case.receipt,
    );
    let top = 722.0 - notes.len() as f32 * 11.0;
    prose(&mut desk, &mut sheet, &look, line_base + 14.0, top - 14.0);
    footnotes(&mut sheet, &look, &notes, top);
    let office = desk.rng.pick(words::OFFICES).join(", ");
    sheet.centred(plain, 7.5, 306.0, 760.0, &office);
    Drawing {
        sheets: vec![sheet],
        truth: desk.truth,
    }
}
