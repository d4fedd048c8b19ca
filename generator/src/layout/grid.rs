//! Layout 1: the title-case grid of receipt, approval and transfer notices.

use super::draft::Draft;
use super::table::{self, Cell};
use super::words::Topic;
use crate::rng::Rng;

const BANNER: &str = "THIS NOTICE DOES NOT GRANT ANY IMMIGRATION STATUS OR BENEFIT.";

/// Draws the notice into the draft.
pub fn draw(rng: &mut Rng, draft: &mut Draft) {
    let kind = rng.pick(&[
        "Receipt Notice",
        "Approval Notice",
        "Transfer Notice",
        "Rejection Notice",
    ]);
    let kind = draft.wish.kind.unwrap_or(kind);
    head(rng, draft);
    let kind = draft.notice_type(kind);
    let beside = beside(rng, draft, &kind);
    draft.address(rng, &beside);
    draft.body(rng, Topic::Case, 5);
    draft.perhaps_attorney(rng, 0.15);
    draft.look_alikes(rng, 4);
    draft.foot(rng);
    draft.further_pages(rng, Topic::Case);
}

/// The header and the grid.
pub fn head(rng: &mut Rng, draft: &mut Draft) {
    let banner = if draft.truth.form == "I-797C" && draft.case.noticed.year > 2012 {
        BANNER
    } else {
        ""
    };
    draft.header(rng, banner);
    let receipt = draft.receipt(rng);
    let mut first = vec![Cell::new("Receipt Number", &receipt, 1.0)];
    if let Some(cell) = draft.account_cell(rng, None, 1.25) {
        first.push(cell);
    }
    first.push(Cell::new("Case Type", &draft.case_type(rng), 1.7));
    let second = vec![
        Cell::new("Received Date", &draft.received(), 1.0),
        Cell::new(
            "Priority Date",
            &if rng.chance(0.6) {
                draft.style.date(draft.case.priority)
            } else {
                String::new()
            },
            1.25,
        ),
        person_cell(
            rng,
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
    let page = if rng.chance(0.5) {
        Cell::new(&format!("Page {page}"), "", 1.25)
    } else {
        Cell::new("Page", &page, 1.25)
    };
    let mut third = vec![Cell::new("Notice Date", &draft.noticed(), 1.0), page];
    third.push(if draft.case.is_petition {
        person_cell(rng, draft, "Beneficiary", true)
    } else {
        Cell::new("Beneficiary", "", 1.7)
    });
    let mut rows = [first, second, third];
    if rng.chance(0.2) {
        // Another order of columns.
        for row in &mut rows {
            row.reverse();
        }
    } else if rng.chance(0.15) {
        rows.swap(1, 2);
    }
    let style = draft.style.clone();
    let top = draft.y;
    draft.y = table::draw(draft.sheet(), &style, top, &rows);
}

/// A field with a role, an A-Number next to or below it, and a name.
fn person_cell(rng: &mut Rng, draft: &mut Draft, role: &str, is_beneficiary: bool) -> Cell {
    let person = if is_beneficiary {
        draft.case.beneficiary.clone()
    } else {
        draft.case.filer.clone()
    };
    let name = draft.named(role, person.listed());
    // A petitioner is mostly a citizen or a company: no A-Number.
    let numbered = rng.chance(if role == "Petitioner" { 0.25 } else { 0.85 });
    if !numbered {
        return Cell::new(role, &name, 1.7);
    }
    let number = draft.a_number(rng, &person.a_number);
    if rng.chance(0.5) {
        Cell::new(role, &name, 1.7).with_beside(&number)
    } else {
        Cell::lines(role, &[&number, &name], 1.7)
    }
}

fn beside(rng: &mut Rng, draft: &mut Draft, kind: &str) -> Vec<String> {
    let mut lines = vec![format!("Notice Type: {kind}")];
    if rng.chance(0.7) {
        lines.push(format!("Amount received: $ {}.00", rng.between(85, 2965)));
    }
    if rng.chance(0.5) {
        lines.push("Section: Other Basis".to_owned());
    }
    if kind == "Approval Notice" {
        lines.push(format!(
            "Class: {}",
            rng.pick(&["H1B", "L1A", "F1", "C09", "IR6", "O1"])
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
