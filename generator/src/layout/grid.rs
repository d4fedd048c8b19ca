//! Layout 1: the title-case grid of receipt, approval and transfer notices.

use super::draft::Draft;
use super::table::{self, Cell};
use super::words::Topic;
use crate::dice::Dice;

const BANNER: &str = "THIS NOTICE DOES NOT GRANT ANY IMMIGRATION STATUS OR BENEFIT.";

/// Draws the notice into the draft.
pub fn draw(dice: &mut Dice, draft: &mut Draft) {
    let kind = dice.pick(&[
        "Receipt Notice",
        "Approval Notice",
        "Transfer Notice",
        "Rejection Notice",
    ]);
    let kind = draft.wish.kind.unwrap_or(kind);
    head(dice, draft);
    let kind = draft.notice_type(kind);
    let beside = beside(dice, draft, &kind);
    draft.address(dice, &beside);
    draft.body(dice, Topic::Case, 5);
    draft.perhaps_attorney(dice, 0.15);
    draft.look_alikes(dice, 4);
    draft.foot(dice);
    draft.further_pages(dice, Topic::Case);
}

/// The header and the grid.
pub fn head(dice: &mut Dice, draft: &mut Draft) {
    let banner = if draft.truth.form == "I-797C" && draft.case.noticed.year > 2012 {
        BANNER
    } else {
        ""
    };
    draft.header(dice, banner);
    let receipt = draft.receipt(dice);
    let mut first = vec![Cell::new("Receipt Number", &receipt, 1.0)];
    if let Some(cell) = draft.account_cell(dice, None, 1.25) {
        first.push(cell);
    }
    first.push(Cell::new("Case Type", &draft.case_type(dice), 1.7));
    let second = vec![
        Cell::new("Received Date", &draft.received(), 1.0),
        Cell::new(
            "Priority Date",
            &if dice.chance(0.6) {
                draft.style.date(draft.case.priority)
            } else {
                String::new()
            },
            1.25,
        ),
        person_cell(
            dice,
            draft,
            if draft.case.is_petition {
                "Petitioner"
            } else {
                "Applicant"
            },
            false,
        ),
    ];
    let page = draft.page_words();
    let page = if dice.chance(0.5) {
        Cell::new(&format!("Page {page}"), "", 1.25)
    } else {
        Cell::new("Page", &page, 1.25)
    };
    let mut third = vec![Cell::new("Notice Date", &draft.noticed(), 1.0), page];
    third.push(if draft.case.is_petition {
        person_cell(dice, draft, "Beneficiary", true)
    } else {
        Cell::new("Beneficiary", "", 1.7)
    });
    let mut rows = [first, second, third];
    if dice.chance(0.2) {
        // Another order of columns.
        for row in &mut rows {
            row.reverse();
        }
    } else if dice.chance(0.15) {
        rows.swap(1, 2);
    }
    let (style, top) = (draft.style.clone(), draft.y);
    draft.y = table::draw(draft.sheet(), &style, top, &rows);
}

/// A cell with a role, an A-Number beside it or under it, and a name.
fn person_cell(dice: &mut Dice, draft: &mut Draft, role: &str, is_beneficiary: bool) -> Cell {
    let person = if is_beneficiary {
        draft.case.beneficiary.clone()
    } else {
        draft.case.filer.clone()
    };
    // A petitioner is mostly a citizen or a company: no A-Number.
    let numbered = dice.chance(if role == "Petitioner" { 0.25 } else { 0.85 });
    if !numbered {
        return Cell::new(role, &person.listed(), 1.7);
    }
    let number = draft.a_number(dice, &person.a_number);
    if dice.chance(0.5) {
        Cell::new(role, &person.listed(), 1.7).with_beside(&number)
    } else {
        Cell::lines(role, &[&number, &person.listed()], 1.7)
    }
}

fn beside(dice: &mut Dice, draft: &mut Draft, kind: &str) -> Vec<String> {
    let mut lines = vec![format!("Notice Type: {kind}")];
    if dice.chance(0.7) {
        lines.push(format!("Amount received: $ {}.00", dice.between(85, 2965)));
    }
    if dice.chance(0.5) {
        lines.push("Section: Other Basis".to_owned());
    }
    if kind == "Approval Notice" {
        lines.push(format!(
            "Class: {}",
            dice.pick(&["H1B", "L1A", "F1", "C09", "IR6", "O1"])
        ));
        let start = draft.case.noticed;
        lines.push(format!(
            "Valid from {} to {}",
            start.numeric(),
            start.later(24, 0).numeric()
        ));
    }
    lines
}
