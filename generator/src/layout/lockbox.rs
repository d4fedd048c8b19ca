//! Layout 2: the upper-case receipt of the lockboxes and of ELIS.

use super::draft::Draft;
use super::table::{self, Cell};
use super::words::Topic;
use crate::case::Date;
use crate::rng::Rng;

/// Draws the notice into the draft.
pub fn draw(rng: &mut Rng, draft: &mut Draft) {
    draft.style.capital_labels = true;
    draft.style.long_dates = rng.chance(0.8);
    draft.header(
        rng,
        "THIS NOTICE DOES NOT GRANT ANY IMMIGRATION STATUS OR BENEFIT.",
    );
    let kind = draft.notice_type(rng.pick(&["Receipt", "Receipt Notice", "Acceptance Notice"]));
    let first = vec![
        Cell::new("Notice Type", &kind, 1.0),
        Cell::new("Case Type", &draft.case_type(rng), 2.2),
    ];
    let receipt = draft.receipt(rng);
    let second = vec![
        Cell::new("Receipt Number", &receipt, 1.0),
        Cell::new("Received Date", &draft.received(), 1.0),
        Cell::new("Notice Date", &draft.noticed(), 1.0),
        Cell::new("Page", &draft.page_words(), 0.5),
    ];
    let mut third = vec![draft.a_number_cell(rng, Some("USCIS Alien Number"), 1.0)];
    let mut fourth = Vec::new();
    if let Some(cell) = draft.account_cell(rng, None, 1.4) {
        if rng.chance(0.6) {
            third.push(cell)
        } else {
            fourth.push(cell)
        }
    }
    third.push(Cell::new(
        "Date of Birth",
        &draft.style.date(Date {
            year: draft.case.filer.born.year.min(2004),
            ..draft.case.filer.born
        }),
        0.9,
    ));
    let mut rows = vec![first, second, third];
    if !fourth.is_empty() {
        fourth.push(Cell::new("Preference Classification", "", 1.0));
        rows.push(fourth);
    }
    let style = draft.style.clone();
    let top = draft.y;
    draft.y = table::draw(draft.sheet(), &style, top, &rows);
    let payment = [
        "PAYMENT INFORMATION:".to_owned(),
        format!("Single Application Fee: ${}.00", rng.between(85, 1225)),
        format!("Total Amount Received: ${}.00", rng.between(85, 1960)),
        "Total Balance Due: $0.00".to_owned(),
    ];
    draft.address(rng, &payment);
    if rng.chance(0.4) {
        aliens(rng, draft);
    }
    draft.body(rng, Topic::Case, 4);
    draft.look_alikes(rng, 4);
    draft.foot(rng);
    draft.further_pages(rng, Topic::Case);
}

/// A list of people with their A-Numbers.
fn aliens(rng: &mut Rng, draft: &mut Draft) {
    let size = draft.style.body_size;
    let left = draft.style.left;
    let mut y = draft.y + size;
    draft.sheet().bold(size, left, y, "Alien Number");
    draft.sheet().bold(size, left + 110.0, y, "Name");
    let filer = draft.case.filer.clone();
    let mut people = vec![filer.clone()];
    people.extend((0..rng.below(3)).map(|_| filer.relative(rng)));
    for person in people {
        y += size * 1.3;
        let number = draft.a_number(rng, &person.a_number);
        draft.sheet().plain(size, left, y, &number);
        draft.sheet().plain(size, left + 110.0, y, &person.listed());
    }
    draft.y = y + size;
}
