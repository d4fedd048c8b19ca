//! A form of combs: one character a cell.
use super::desk::{Casing, Desk, Shown};
use super::kit::{band, comb, settle, snug, stack, wrap};
use super::words;
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

const ACCOUNT: &[&str] = &[
    "USCIS online account number",
    "Your USCIS online account number",
    "Number of the {r}'s online account with USCIS",
    "USCIS Online Account No. (12 digits)",
    "USCIS ELIS Account No.",
    "{R} online account no.",
];

/// One line of the form: a label and a comb or a plain box.
struct Line {
    label: String,
    value: String,
    groups: &'static [usize],
    mark: &'static str,
}

/// Where the label of a comb stands.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Left,
    Above,
    Under,
}

/// The typography of the form.
struct Look {
    family: Family,
    cells: Face,
    place: Place,
    cell: [f32; 2],
    left: f32,
    right: f32,
    column: f32,
}

/// A line of a plain box.
fn plain(label: String, value: String) -> Line {
    Line {
        label,
        value,
        groups: &[],
        mark: "",
    }
}

/// The groups of twelve digits.
fn dozen(rng: &mut Rng) -> &'static [usize] {
    let choices: &[&'static [usize]] = &[&[12], &[4, 4, 4], &[3, 3, 3, 3], &[12]];
    rng.pick(choices)
}

/// The line of the receipt number.
fn receipt(desk: &mut Desk) -> Line {
    let value = desk.case.receipt.clone();
    desk.truth.prints_receipt(&value);
    let choices: &[&'static [usize]] = &[&[13], &[3, 10], &[3, 2, 3, 5]];
    let groups = desk.rng.pick(choices);
    Line {
        label: desk.label(words::RECEIPT),
        value,
        groups,
        mark: "",
    }
}

/// A line of an A-Number, nine cells with the letter in front.
fn alien(desk: &mut Desk, digits: &str, pool: &[&str]) -> Line {
    desk.truth.prints_a_number(digits);
    let choices: &[&'static [usize]] = &[&[9], &[3, 3, 3]];
    let groups = desk.rng.pick(choices);
    Line {
        label: desk.label(pool),
        value: format!("{digits:0>9}"),
        groups,
        mark: "A-",
    }
}

/// The line of the filer's account, if there is one.
fn account(desk: &mut Desk) -> Option<Line> {
    let item = desk.account(ACCOUNT)?;
    let value = item.value.replace([' ', '-'], "");
    Some(Line {
        label: item.label,
        value,
        groups: dozen(desk.rng),
        mark: "",
    })
}

/// Lines of other numbers.
fn others(desk: &mut Desk) -> Vec<Line> {
    let mut out = Vec::new();
    if desk.modern() && desk.rng.chance(0.35) {
        let digits = case::account(desk.rng);
        desk.truth.prints_representative_account(&digits);
        let label = desk.label(words::ATTORNEY_ACCOUNT);
        out.push(Line {
            label,
            value: digits,
            groups: dozen(desk.rng),
            mark: "",
        });
    }
    if desk.rng.chance(0.5) {
        let label = desk.label(&["Payment tracking no.", "Bank account debited", "Parcel no."]);
        let value = desk.rng.digits(12);
        let groups = dozen(desk.rng);
        out.push(Line {
            label,
            value,
            groups,
            mark: "",
        });
    }
    if desk.rng.chance(0.4) {
        let label = desk.label(&["Social Security number (if known)", "SSN"]);
        let value = format!("9{}", desk.rng.digits(8));
        out.push(Line {
            label,
            value,
            groups: &[3, 2, 4],
            mark: "",
        });
    }
    if desk.rng.chance(0.4) {
        let value = format!(
            "{} {}",
            desk.rng.digits(9),
            desk.rng.pick(&["00", "02", "30"])
        );
        desk.truth.fields.i94_number = Some(value.clone());
        let label = desk.label(&["I-94 number", "I-94 admission number", "Form I-94 No."]);
        out.push(Line {
            label,
            value: value.replace(' ', ""),
            groups: &[9, 2],
            mark: "",
        });
    }
    out
}

/// All lines of the form.
fn lines(desk: &mut Desk) -> Vec<Line> {
    let case_type = desk.case_type(words::CASE_TYPE);
    let noticed = desk.noticed(words::NOTICED);
    let received = desk.received(words::RECEIVED);
    let filer = desk.filer(&["{R}", "Name of {r}", "{R}'s full name"]);
    let mut people = vec![plain(filer.label, filer.value)];
    if desk.rng.chance(0.85) {
        let digits = desk.case.filer.a_number.clone();
        people.push(alien(desk, &digits, words::FILER_A));
    }
    if let Some(item) = desk.beneficiary(&["Beneficiary", "Name of beneficiary"]) {
        people.push(plain(item.label, item.value));
        let digits = desk.case.beneficiary.a_number.clone();
        people.push(alien(desk, &digits, words::BENEFICIARY_A));
    }
    let mut out = vec![receipt(desk), plain(case_type.label, case_type.value)];
    out.push(plain(noticed.label, noticed.value));
    out.push(plain(received.label, received.value));
    let mut numbers = others(desk);
    if let Some(line) = account(desk) {
        let index = desk.rng.below(numbers.len() + 1);
        numbers.insert(index, line);
    }
    if desk.rng.chance(0.5) {
        out.extend(people);
        out.extend(numbers);
    } else {
        out.extend(numbers);
        out.extend(people);
    }
    out
}

/// Draws the cells or the box of one line.
fn cells(sheet: &mut Sheet, look: &Look, x: f32, top: f32, line: &Line) {
    let [wide, tall] = look.cell;
    if line.groups.is_empty() {
        let room = look.right - x;
        sheet.frame([x, top, look.right, top + tall], 0.6);
        snug(
            sheet,
            look.cells,
            9.6,
            x + 4.0,
            top + tall * 0.72,
            room - 8.0,
            &line.value,
        );
        return;
    }
    let mut x = x;
    if !line.mark.is_empty() {
        x = sheet.write(
            Face::bold(look.family),
            9.5,
            x,
            top + tall * 0.74,
            line.mark,
        ) + 3.0;
    }
    comb(
        sheet,
        look.cells,
        [x, top],
        [wide, tall],
        line.groups,
        &line.value,
    );
}

/// Draws one line with its label; the top of the next.
fn set(sheet: &mut Sheet, look: &Look, top: f32, line: &Line) -> f32 {
    let face = Face::regular(look.family);
    let tall = look.cell[1];
    match look.place {
        Place::Left => {
            let (size, label) = settle(face, 8.2, look.column - 8.0, 2, &line.label);
            let rise = (label.len() as f32 - 1.0) * size * 0.58;
            stack(
                sheet,
                face,
                size,
                look.left,
                top + tall * 0.68 - rise,
                &label,
            );
            cells(sheet, look, look.left + look.column, top, line);
            top + tall + 8.5
        }
        Place::Above => {
            sheet.write(face, 7.4, look.left, top + 6.5, &line.label);
            cells(sheet, look, look.left, top + 9.5, line);
            top + tall + 17.5
        }
        Place::Under => {
            cells(sheet, look, look.left, top, line);
            sheet.write(face, 6.6, look.left, top + tall + 7.5, &line.label);
            top + tall + 18.0
        }
    }
}

/// The head of the form; the y below it.
fn head(desk: &mut Desk, sheet: &mut Sheet, look: &Look, form: &str) -> f32 {
    let bold = Face::bold(look.family);
    let face = Face::regular(look.family);
    let centre = 306.0;
    sheet.centred(
        face,
        8.5,
        centre,
        38.0,
        "U.S. Citizenship and Immigration Services",
    );
    let titles = [
        "Record of Case Numbers",
        "Machine-Readable Notice",
        "Data Verification Notice",
    ];
    let title = desk.rng.pick(&titles);
    sheet.centred(bold, 15.0, centre, 56.0, title);
    let under = format!("Form {form}, Notice of Action");
    sheet.centred(face, 8.5, centre, 68.0, &under);
    let rect = [look.left, 78.0, look.right, 92.0];
    let text = desk.rng.pick(&[
        "PART 1.  ENTRIES TAKEN FROM YOUR FILING. CHECK EACH CHARACTER.",
        "SECTION A \u{2014} WHAT OUR RECORDS SHOW",
        "1.  THE NUMBERS OF THIS CASE (DO NOT WRITE IN THE CELLS)",
    ]);
    band(sheet, bold, 7.8, rect, text);
    102.0
}

/// The text under the cells.
fn tail(desk: &mut Desk, sheet: &mut Sheet, look: &Look, top: f32, form: &str) {
    let bold = Face::bold(look.family);
    let face = Face::regular(look.family);
    let rect = [look.left, top, look.right, top + 14.0];
    band(sheet, bold, 7.8, rect, "IF AN ENTRY IS WRONG");
    let mut prose = desk.prose(words::RECEIVED_PROSE, 5);
    let pool = if desk.shown == Shown::Absent {
        words::NO_NUMBER
    } else {
        words::MENTION
    };
    if desk.modern() && desk.rng.chance(0.6) {
        prose.insert(0, desk.prose(pool, 1).remove(0));
    }
    let mut base = top + 28.0;
    for text in prose {
        let lines = wrap(face, 8.6, look.right - look.left, &text).len() as f32;
        if base + lines * 10.4 > 735.0 {
            break;
        }
        base = sheet.paragraph(face, 8.6, look.left, base, look.right - look.left, &text) + 4.0;
    }
    sheet.write(
        face,
        7.0,
        look.left,
        758.0,
        &format!("Form {form}  04/01/19"),
    );
    let office = desk.rng.pick(words::OFFICES).join(", ");
    sheet.flush_right(face, 7.0, look.right, 758.0, &office);
}

/// A form whose numbers stand in combs.
pub(super) fn comb_form(rng: &mut Rng, case: &Case) -> Drawing {
    Desk::shuffle(rng, 2);
    let form = rng.pick(&["I-797C", "I-797"]);
    let mut desk = Desk::open(rng, case, form);
    if desk.casing == Casing::Upper && desk.rng.chance(0.5) {
        desk.casing = Casing::Plain;
    }
    let faces = [
        Family::Helvetica,
        Family::FreeSans,
        Family::LiberationSans,
        Family::DejaVuSans,
    ];
    let family = desk.rng.pick(&faces);
    let typed = desk
        .rng
        .pick(&[family, Family::Courier, Family::LiberationMono]);
    let left = desk.rng.uniform(36.0, 60.0);
    let look = Look {
        family,
        cells: Face::regular(typed),
        place: desk
            .rng
            .pick(&[Place::Left, Place::Left, Place::Above, Place::Under]),
        cell: [desk.rng.uniform(13.5, 17.5), desk.rng.uniform(15.0, 18.0)],
        left,
        right: 612.0 - left,
        column: desk.rng.uniform(150.0, 185.0),
    };
    let mut sheet = Sheet::letter(family);
    let mut top = head(&mut desk, &mut sheet, &look, form);
    for line in lines(&mut desk) {
        top = set(&mut sheet, &look, top, &line);
    }
    tail(&mut desk, &mut sheet, &look, top + 4.0, form);
    Drawing {
        sheets: vec![sheet],
        truth: desk.truth,
    }
}
