//! Layout 5 and the family list: notices with a table of people, one row per person.

use super::draft::Draft;
use super::grid;
use super::style::Boxed;
use super::table::{self, Cell};
use super::words::Topic;
use crate::case::{self, ASYLUM_OFFICES, Person};
use crate::rng::Rng;

/// Draws the receipt of an asylum case with its list of applicants.
pub fn draw_asylum(rng: &mut Rng, draft: &mut Draft) {
    draft.case.form_code = "I-589";
    draft.case.title = "APPLICATION FOR ASYLUM AND FOR WITHHOLDING OF REMOVAL";
    if rng.chance(0.6) {
        draft.case.receipt = format!("{}{}", rng.pick(&ASYLUM_OFFICES), rng.digits(10));
    }
    let banner = if rng.chance(0.5) {
        "Acknowledgement of Receipt"
    } else {
        ""
    };
    draft.header(rng, banner);
    let receipt = draft.receipt(rng);
    let mut first = vec![
        Cell::new("Receipt Number", &receipt, 1.0),
        Cell::new("Case Type", &draft.case_type(rng), 1.7),
    ];
    let mut second = vec![
        Cell::new("Received Date", &draft.received(), 1.0),
        Cell::new("Notice Date", &draft.noticed(), 1.0),
    ];
    if let Some(cell) = draft.account_cell(rng, None, 1.4) {
        if rng.chance(0.5) {
            first.insert(1, cell)
        } else {
            second.push(cell)
        }
    }
    second.push(Cell::new("Page", &draft.page_words(), 0.5));
    let style = draft.style.clone();
    let top = draft.y;
    draft.y = table::draw(draft.sheet(), &style, top, &[first, second]);
    if !banner.is_empty() {
        draft.notice_type(banner);
    }
    draft.address(rng, &[]);
    draft.body(rng, Topic::Case, 2);
    let filer = draft.case.filer.clone();
    let mut people = vec![filer.clone()];
    people.extend((0..rng.between(1, 4)).map(|_| filer.relative(rng)));
    table_of(rng, draft, &people, false);
    draft.body(rng, Topic::Case, 3);
    draft.look_alikes(rng, 2);
    draft.foot(rng);
    draft.further_pages(rng, Topic::Case);
}

/// Draws a notice for a family, each member with a case of their own.
pub fn draw_family(rng: &mut Rng, draft: &mut Draft) {
    grid::head(rng, draft);
    let size = draft.style.body_size;
    let left = draft.style.left;
    let y = draft.y + size * 2.0;
    draft.sheet().plain(
        size,
        left,
        y,
        "The following persons are included in this notice:",
    );
    draft.y = y + size;
    let filer = draft.case.filer.clone();
    let mut people = vec![filer.clone()];
    people.extend((0..rng.between(1, 5)).map(|_| filer.relative(rng)));
    table_of(rng, draft, &people, true);
    draft.body(rng, Topic::Case, 4);
    draft.look_alikes(rng, 2);
    draft.foot(rng);
    draft.further_pages(rng, Topic::Case);
}

/// The table, one row per person.
pub(super) fn table_of(rng: &mut Rng, draft: &mut Draft, people: &[Person], with_receipts: bool) {
    let label = rng.pick(&[
        "A-Number",
        "Alien Number",
        "A#",
        "USCIS#",
        "Alien Registration Number",
    ]);
    let name_first = rng.chance(0.5);
    let mut columns = [label, "Name", "Date of Birth"];
    if name_first {
        columns.swap(0, 1);
    }
    if with_receipts {
        columns[2] = "Receipt Number";
    }
    let boxed = draft.style.boxed != Boxed::None;
    let size = draft.style.value_size;
    let left = draft.style.left;
    let right = draft.style.right;
    let rule = draft.style.rule;
    let column = |index: usize| left + 4.0 + (right - left) / 3.0 * index as f32;
    let row_height = size * 1.2 + 4.0;
    let top = draft.y + 6.0;
    let mut y = top;
    for (index, title) in columns.iter().enumerate() {
        draft.sheet().bold(size, column(index), y + size, title);
    }
    for (number, person) in people.iter().enumerate() {
        y += row_height;
        if boxed {
            draft.sheet().rule(left, right, y, rule);
        }
        let a_number = draft.a_number(rng, &person.a_number);
        let last = if with_receipts {
            let receipt = if number == 0 {
                draft.case.receipt.clone()
            } else {
                relative_receipt(rng, draft)
            };
            draft.truth.prints_receipt(&receipt);
            case::printed_receipt(rng, &receipt)
        } else {
            person.born.numeric()
        };
        let mut cells = [a_number, person.listed(), last];
        if name_first {
            cells.swap(0, 1);
        }
        for (index, text) in cells.iter().enumerate() {
            let face = draft.style.value_face();
            table::fitted(
                draft.sheet(),
                face,
                size,
                column(index),
                y + size + 1.0,
                (right - left) / 3.0 - 8.0,
                text,
            );
        }
    }
    let bottom = y + row_height;
    if boxed {
        draft.sheet().frame([left, top - 3.0, right, bottom], rule);
    }
    draft.y = bottom + 4.0;
}

/// A receipt number from the same office as the notice's own.
fn relative_receipt(rng: &mut Rng, draft: &Draft) -> String {
    let prefix = draft.case.receipt.get(..3).unwrap_or("IOE").to_owned();
    case::receipt(rng, &prefix, draft.case.received.year)
}
