//! A schedule of family members, on one or two sheets.
use super::desk::{Desk, Shown};
use super::kit::{Item, Ruling, Style, grid, receipt_bars, settle, snug, stack};
use super::words;
use crate::barcode::Symbology;
use crate::case::{Case, Person};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

const ACCOUNT: &[&str] = &[
    "Principal's USCIS online account",
    "USCIS Online Account Number (principal)",
    "Online account of the filer at USCIS",
    "Principal {r}'s online account no.",
    "USCIS online account no. of principal",
];

const COLUMN: &[&str] = &[
    "USCIS online account no.",
    "Online acct. no.",
    "USCIS Online Account",
];

/// A column of the table: heading, weight and the cells.
struct Column {
    head: String,
    weight: f32,
    cells: Vec<String>,
}

/// The look of the sheets.
struct Look {
    family: Family,
    left: f32,
    size: f32,
    ruled: bool,
    title: &'static str,
    form: &'static str,
}

/// The principal and the relatives.
fn persons(desk: &mut Desk) -> Vec<Person> {
    let count = desk.rng.between(2, 9) as usize;
    let mut people = vec![desk.case.filer.clone()];
    for _ in 0..count {
        let filer = desk.case.filer.clone();
        people.push(filer.relative(desk.rng));
    }
    people
}

/// The ties of the rows to the principal.
fn ties(desk: &mut Desk, count: usize) -> Vec<String> {
    let first = desk.rng.pick(&["Spouse", "Dependent", "Spouse"]);
    let rest = desk.rng.pick(&["Dependent", "Derivative", "Family"]);
    let tie = |index| match index {
        0 => "Principal",
        1 => first,
        _ => rest,
    };
    (0..count).map(|index| tie(index).to_string()).collect()
}

/// The column of A-Numbers, some of them none.
fn aliens(desk: &mut Desk, people: &[Person]) -> Vec<String> {
    let mut cells = Vec::new();
    for (index, person) in people.iter().enumerate() {
        if index > 0 && desk.rng.chance(0.15) {
            cells.push("None".to_string());
        } else {
            cells.push(desk.a_text(&person.a_number));
        }
    }
    cells
}

/// A column of other numbers.
fn others(desk: &mut Desk, count: usize) -> Column {
    let sort = desk.rng.below(3);
    let heads: [&[&str]; 3] = [
        &["Passport no.", "Travel document"],
        &["Photo batch no.", "Fingerprint transaction no."],
        &["Fee payment ref.", "Pay.gov no."],
    ];
    let head = desk.label(heads[sort]);
    let digits = if sort == 0 { 9 } else { 12 };
    let cells = (0..count).map(|_| desk.rng.digits(digits)).collect();
    Column {
        head,
        weight: 2.0,
        cells,
    }
}

/// The column of accounts: only the principal's cell may be filled.
fn accounts(desk: &mut Desk, count: usize) -> Option<Column> {
    let item = desk.account(COLUMN)?;
    let head = desk.label(COLUMN);
    let mut cells = vec![String::new(); count];
    cells[0] = item.value;
    Some(Column {
        head,
        weight: 2.1,
        cells,
    })
}

/// All columns of the table.
fn columns(desk: &mut Desk, people: &[Person], with_account: bool) -> Vec<Column> {
    let count = people.len();
    let names = people.iter().map(|person| desk.name(person)).collect();
    let born = people.iter().map(|person| person.born.numeric()).collect();
    let numbers = (1..=count).map(|index| index.to_string()).collect();
    let mut out = vec![
        Column {
            head: desk.label(&["No.", "Line", "#"]),
            weight: 0.5,
            cells: numbers,
        },
        Column {
            head: desk.label(&["Name", "Family name, given name"]),
            weight: 3.0,
            cells: names,
        },
        Column {
            head: desk.label(&["Tie", "Relation", "Role"]),
            weight: 1.1,
            cells: ties(desk, count),
        },
    ];
    let aliens = aliens(desk, people);
    out.push(Column {
        head: desk.label(&["A-Number", "A#", "Alien No."]),
        weight: 1.8,
        cells: aliens,
    });
    if desk.rng.chance(0.7) {
        let head = desk.label(&["Born", "Date of birth", "DOB"]);
        out.push(Column {
            head,
            weight: 1.4,
            cells: born,
        });
    }
    if with_account {
        out.extend(accounts(desk, count));
    }
    if out.len() < 6 && desk.rng.chance(0.7) {
        let column = others(desk, count);
        let index = desk.rng.between(3, out.len() as i64) as usize;
        out.insert(index, column);
    }
    out
}

/// Draws rows of the table with the heading; the y below.
fn table(
    sheet: &mut Sheet,
    look: &Look,
    top: f32,
    columns: &[Column],
    rows: std::ops::Range<usize>,
) -> f32 {
    let right = 612.0 - look.left;
    let total: f32 = columns.iter().map(|column| column.weight).sum();
    let plain = Face::regular(look.family);
    let bold = Face::bold(look.family);
    let pitch = look.size * 1.9;
    let bottom = top + 22.0 + pitch * rows.len() as f32;
    let mut x = look.left;
    sheet.fill([look.left, top, right, top + 22.0], 0.88);
    for (index, column) in columns.iter().enumerate() {
        let wide = (right - look.left) * column.weight / total;
        let (size, lines) = settle(bold, 7.2, wide - 6.0, 2, &column.head);
        let base = top + if lines.len() > 1 { 9.4 } else { 14.0 };
        stack(sheet, bold, size, x + 3.0, base, &lines);
        let mut base = top + 22.0 + pitch * 0.68;
        for cell in &column.cells[rows.clone()] {
            snug(sheet, plain, look.size, x + 3.0, base, wide - 5.0, cell);
            base += pitch;
        }
        if look.ruled && index > 0 {
            sheet.upright(x, top, bottom, 0.4);
        }
        x += wide;
    }
    for row in 0..=rows.len() {
        let y = top + 22.0 + pitch * row as f32;
        if look.ruled || row == 0 || row == rows.len() {
            sheet.rule(look.left, right, y, 0.4);
        }
    }
    sheet.rule(look.left, right, top, 1.0);
    if look.ruled {
        sheet.frame([look.left, top, right, bottom], 0.8);
    }
    bottom
}

/// The head of a sheet; the y below.
fn head(desk: &Desk, sheet: &mut Sheet, look: &Look, page: usize, pages: usize) -> f32 {
    let plain = Face::regular(look.family);
    let bold = Face::bold(look.family);
    let right = 612.0 - look.left;
    sheet.write(
        plain,
        8.4,
        look.left,
        42.0,
        "U.S. Citizenship and Immigration Services",
    );
    sheet.write(bold, 14.0, look.left, 59.0, look.title);
    sheet.flush_right(plain, 8.4, right, 42.0, &format!("Form {}", look.form));
    sheet.flush_right(plain, 8.4, right, 59.0, &format!("Page {page} of {pages}"));
    sheet.rule(look.left, right, 66.0, 1.0);
    if page > 1 {
        let place = [look.left, 74.0];
        receipt_bars(
            sheet,
            Symbology::Code128,
            place,
            0.85,
            20.0,
            &desk.case.receipt,
        );
        let text = format!("{} (continued)", desk.case.receipt);
        sheet.write(plain, 8.0, look.left, 103.0, &text);
        return 114.0;
    }
    74.0
}

/// The block of the case over the table.
fn block(desk: &mut Desk, with_account: bool) -> Vec<Vec<(Item, f32)>> {
    let mut first = vec![
        (desk.receipt(words::RECEIPT), 1.2),
        (desk.noticed(words::NOTICED), 1.0),
    ];
    let mut second = vec![(desk.filer(&["Principal {r}", "{R}", "Principal"]), 1.3)];
    if with_account {
        if let Some(item) = desk.account(ACCOUNT) {
            let row = if desk.rng.chance(0.5) {
                &mut first
            } else {
                &mut second
            };
            row.push((item, 1.3));
        }
    } else {
        first.push((desk.received(words::RECEIVED), 1.0));
    }
    second.push((desk.case_type(words::CASE_TYPE), 2.0));
    let mut rows = vec![first, second];
    if desk.modern() && desk.rng.chance(0.4) {
        let name = desk.case.attorney.0.clone();
        let attorney = desk.item(&["Attorney", "Representative"], name);
        rows.push(vec![(attorney, 1.0), (desk.attorney_account(), 1.2)]);
    }
    rows
}

/// The text under the table.
fn text(desk: &mut Desk, sheet: &mut Sheet, look: &Look, top: f32) {
    let plain = Face::regular(look.family);
    let mut texts = vec![
        "The persons listed are included in the filing of the principal. Tell us in writing if a \
         name, a date or an A-Number is wrong, or if a person is missing."
            .to_string(),
        "Each member of the family must keep a copy of this schedule.".to_string(),
    ];
    texts.extend(desk.prose(words::RECEIVED_PROSE, 3));
    let pool = if desk.shown == Shown::Absent {
        words::NO_NUMBER
    } else {
        words::MENTION
    };
    if desk.modern() && desk.rng.chance(0.6) {
        texts.push(desk.prose(pool, 1).remove(0));
    }
    let mut base = top;
    for one in texts {
        base = sheet.paragraph(plain, 9.4, look.left, base, 612.0 - 2.0 * look.left, &one) + 5.0;
    }
    for line in desk.rng.pick(words::OFFICES) {
        sheet.write(plain, 8.6, look.left, base + 8.0, line);
        base += 10.6;
    }
}

/// A schedule of family members.
pub(super) fn relatives(rng: &mut Rng, case: &Case) -> Drawing {
    Desk::shuffle(rng, 8);
    let titles = [
        "Acknowledgment of Receipt \u{2014} Family",
        "Family Schedule",
        "FAMILY ROSTER",
    ];
    let title = rng.pick(&titles);
    let form = rng.pick(&["I-797C", "I-797"]);
    let mut case = case.clone();
    if case.is_petition {
        case.is_petition = false;
        case.form_code = "I-589";
        case.title = "APPLICATION FOR ASYLUM AND FOR WITHHOLDING OF REMOVAL";
    }
    let mut desk = Desk::open(rng, &case, form);
    let families = [
        Family::LiberationSansNarrow,
        Family::Helvetica,
        Family::LiberationSerif,
        Family::FreeSans,
    ];
    let look = Look {
        family: desk.rng.pick(&families),
        left: desk.rng.uniform(34.0, 50.0),
        size: desk.rng.uniform(8.2, 9.2),
        ruled: desk.rng.chance(0.6),
        title,
        form,
    };
    let style = Style {
        family: look.family,
        label: desk.rng.uniform(6.2, 7.4),
        value: desk.rng.uniform(9.0, 10.2),
        strong: desk.rng.chance(0.5),
        under: desk.rng.chance(0.3),
        ruling: desk
            .rng
            .pick(&[Ruling::Boxes, Ruling::Lines, Ruling::Boxes]),
        number: None,
    };
    let in_table = desk.rng.chance(0.5);
    let people = persons(&mut desk);
    let rows = block(&mut desk, !in_table);
    let columns = columns(&mut desk, &people, in_table);
    let split = if people.len() > 5 && desk.rng.chance(0.6) {
        4
    } else {
        people.len()
    };
    let pages = if split < people.len() { 2 } else { 1 };
    let mut sheet = Sheet::letter(look.family);
    let top = head(&desk, &mut sheet, &look, 1, pages);
    let y = grid(
        &mut sheet,
        &style,
        [look.left, 612.0 - look.left],
        top,
        &rows,
    );
    let mut y = table(&mut sheet, &look, y + 14.0, &columns, 0..split);
    let mut sheets = vec![sheet];
    if pages > 1 {
        let plain = Face::regular(look.family);
        sheets[0].write(
            plain,
            8.0,
            look.left,
            y + 14.0,
            "Continued on the next page",
        );
        let mut next = Sheet::letter(look.family);
        let top = head(&desk, &mut next, &look, 2, pages);
        y = table(&mut next, &look, top, &columns, split..people.len());
        sheets.push(next);
    }
    text(&mut desk, &mut sheets[pages - 1], &look, y + 24.0);
    Drawing {
        sheets,
        truth: desk.truth,
    }
}
