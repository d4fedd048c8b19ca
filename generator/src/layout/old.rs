//! Notices of the 1990s to 2005: monospaced or serif, capitals, A-Number next to `APPLICANT`.

use super::draft::Draft;
use super::table::{self, Cell};
use super::words::Topic;
use crate::rng::Rng;
use crate::typeface::Face;

/// Draws the notice into the draft.
pub fn draw(rng: &mut Rng, draft: &mut Draft) {
    draft.style.capital_labels = true;
    draft.style.long_dates = rng.chance(0.6);
    let left = draft.style.left;
    let right = draft.style.right;
    let family = draft.style.family;
    let ins = draft.case.noticed.year < 2003;
    let (agency, branch) = if ins {
        (
            "U.S. Department of Justice",
            "Immigration and Naturalization Service",
        )
    } else {
        (
            "Department of Homeland Security",
            "U.S. Citizenship and Immigration Services",
        )
    };
    let form = draft.truth.form.clone();
    let y = draft.y;
    let sheet = draft.sheet();
    sheet.plain(9.0, left, y, agency);
    sheet.plain(9.0, left, y + 11.0, branch);
    sheet.flush_right(
        Face::bold(family),
        12.0,
        right,
        y + 6.0,
        &format!(
            "{}, Notice of Action",
            if form.len() > 5 {
                form.clone()
            } else {
                "I-797".to_owned()
            }
        ),
    );
    sheet.rule(left, right, y + 17.0, 0.8);
    sheet.centred(
        Face::bold(family),
        13.0,
        (left + right) / 2.0,
        y + 33.0,
        "THE UNITED STATES OF AMERICA",
    );
    draft.y = y + 40.0;
    let receipt = draft.receipt(rng);
    let first = vec![
        Cell::new("Receipt Number", &receipt, 1.0),
        Cell::new("Case Type", &draft.case_type(rng), 1.8),
    ];
    let digits = draft.case.filer.a_number.clone();
    let role = if draft.case.is_petition {
        "Petitioner"
    } else {
        "Applicant"
    };
    let filer = draft.case.filer.listed();
    let filer = draft.named(role, filer);
    let number = if rng.chance(0.75) {
        draft.a_number(rng, &digits)
    } else {
        String::new()
    };
    let second = vec![
        Cell::new("Received Date", &draft.received(), 0.6),
        Cell::new(
            "Priority Date",
            &if rng.chance(0.5) {
                draft.style.date(draft.case.priority)
            } else {
                String::new()
            },
            0.6,
        ),
        Cell::new(role, &filer, 1.6).with_beside(&number),
    ];
    let mut third = vec![
        Cell::new("Notice Date", &draft.noticed(), 0.6),
        Cell::new("Page", &draft.page_words(), 0.6),
    ];
    if draft.case.is_petition {
        let person = draft.case.beneficiary.clone();
        let number = if rng.chance(0.6) {
            draft.a_number(rng, &person.a_number)
        } else {
            String::new()
        };
        let name = draft.named("Beneficiary", person.listed());
        third.push(Cell::new("Beneficiary", &name, 1.6).with_beside(&number));
    } else {
        third.push(Cell::new("Beneficiary", "", 1.6));
    }
    let style = draft.style.clone();
    let top = draft.y;
    draft.y = table::draw(draft.sheet(), &style, top, &[first, second, third]);
    let kind =
        draft.notice_type(rng.pick(&["Receipt Notice", "Approval Notice", "Transfer Notice"]));
    let beside = vec![
        format!("Notice Type: {kind}"),
        format!("Amount received: $ {}.00", rng.between(70, 500)),
    ];
    draft.address(rng, &beside);
    draft.body(rng, Topic::Case, 4);
    draft.look_alikes(rng, 2);
    draft.foot(rng);
    draft.further_pages(rng, Topic::Case);
}
