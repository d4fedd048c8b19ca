//! Layout 6: letters (requests for evidence and intents to deny on I-797E) and the Account Access
//! Notice.

use super::draft::Draft;
use super::words::Topic;
use crate::case;
use crate::notice::AccountCell;
use crate::rng::Rng;
use crate::typeface::Face;

/// Draws a request for evidence or an intent to deny.
pub fn draw_request(rng: &mut Rng, draft: &mut Draft) {
    let (title, kind) = rng.pick(&[
        ("REQUEST FOR EVIDENCE", "Request for Evidence"),
        ("NOTICE OF INTENT TO DENY", "Notice of Intent to Deny"),
        (
            "REQUEST FOR INITIAL EVIDENCE",
            "Request for Initial Evidence",
        ),
    ]);
    draft.notice_type(kind);
    if rng.chance(0.5) {
        draft.header(rng, "");
    }
    let size = draft.style.body_size;
    let left = draft.style.left;
    let right = draft.style.right;
    let family = draft.style.family;
    let face = Face::regular(family);
    let noticed = draft.noticed();
    let y = draft.y;
    let sheet = draft.sheet();
    sheet.flush_right(face, size, right, y + 8.0, &noticed);
    for (index, line) in [
        "U.S. Department of Homeland Security",
        "U.S. Citizenship and Immigration Services",
    ]
    .iter()
    .enumerate()
    {
        sheet.plain(8.0, left + 330.0, y + 22.0 + 10.0 * index as f32, line);
    }
    draft.y += 30.0;
    draft.address(rng, &[]);
    references(rng, draft);
    let y = draft.y + size * 2.0;
    draft.sheet().centred(
        Face::bold(family),
        size + 2.0,
        (left + right) / 2.0,
        y,
        title,
    );
    draft.y = y + size;
    draft.body(rng, Topic::Request, 4);
    draft.perhaps_attorney(rng, 0.2);
    draft.look_alikes(rng, 4);
    draft.foot(rng);
    draft.further_pages(rng, Topic::Request);
}

/// The lines with the numbers of the case, label and value side by side.
fn references(rng: &mut Rng, draft: &mut Draft) {
    let colon = if rng.chance(0.85) { ":" } else { "" };
    let receipt = draft.receipt(rng);
    let case_type = draft.case_type(rng);
    let digits = draft.case.filer.a_number.clone();
    let label = rng.pick(&[
        "A-Number",
        "Alien Registration Number",
        "USCIS A#",
        "Alien Number",
        "A Number",
    ]);
    let mut lines = vec![if rng.chance(0.3) {
        receipt
    } else {
        format!(
            "{}{colon} {receipt}",
            rng.pick(&[
                "Receipt Number",
                "Receipt #",
                "RE",
                "Application/Petition Receipt Number"
            ])
        )
    }];
    lines.push(format!("Form{colon} {case_type}"));
    if rng.chance(0.8) {
        lines.push(format!("{label}{colon} {}", draft.a_number(rng, &digits)));
    }
    if let Some(cell) = draft.account_cell(rng, None, 1.0) {
        lines.push(format!(
            "{}{colon} {}",
            cell.label,
            cell.lines.first().map_or("", String::as_str)
        ));
    }
    let filer = draft.case.filer.listed();
    lines.push(format!(
        "Applicant{colon} {}",
        draft.named("Applicant", filer)
    ));
    if rng.chance(0.3) {
        let last = lines.len() - 1;
        lines[1..last].reverse();
    }
    let size = draft.style.body_size;
    let left = draft.style.left;
    let measure = draft.style.measure();
    let face = Face::regular(draft.style.family);
    let mut y = draft.y + size;
    for line in &lines {
        super::table::fitted(draft.sheet(), face, size, left, y, measure, line);
        y += size * 1.35;
    }
    draft.y = y;
}

/// Draws the notice that gives a person the number of a new online account.
pub fn draw_access(rng: &mut Rng, draft: &mut Draft) {
    draft.notice_type("USCIS Account Access Notice");
    draft.header(rng, "");
    let size = draft.style.body_size;
    let left = draft.style.left;
    let right = draft.style.right;
    let family = draft.style.family;
    let account = draft.account(rng);
    draft.truth.account_cell = AccountCell::Filled;
    let label = rng.pick(&[
        "USCIS Online Account Number",
        "USCIS Account Number",
        "Online Account Number",
        "USCIS ELIS Account Number",
    ]);
    let at_top = rng.chance(0.5);
    let y = draft.y + size * 2.5;
    draft.sheet().centred(
        Face::bold(family),
        size + 3.0,
        (left + right) / 2.0,
        y,
        "USCIS Account Access Notice",
    );
    draft.y = y + 6.0;
    if at_top {
        draft.y += size * 1.6;
        let y = draft.y;
        draft
            .sheet()
            .bold(size + 1.0, left, y, &format!("{label}: {account}"));
    }
    let noticed = draft.noticed();
    let date = format!("Notice Date: {noticed}");
    draft.address(rng, &[date]);
    let text = "An online account has been set up for you. With it you can follow your case, \
         receive letters and answer them. Use the code below within 90 days to sign in for the \
         first time, and show it to nobody but your attorney.";
    let measure = draft.style.measure();
    let y = draft.y + size;
    draft.y = draft
        .sheet()
        .paragraph(Face::regular(family), size, left, y, measure, text)
        + size;
    let mut lines = vec![format!(
        "Online Access Code: {}-{}-{}",
        rng.digits(4),
        rng.digits(4),
        rng.digits(2)
    )];
    if rng.chance(0.85) {
        lines.insert(0, format!("Receipt Number: {}", draft.receipt(rng)));
    }
    if !at_top {
        lines.insert(rng.below(lines.len() + 1), format!("{label}: {account}"));
    }
    if rng.chance(0.6) {
        let digits = draft.case.filer.a_number.clone();
        let printed = case::printed_a_number(rng, &digits);
        draft.truth.prints_a_number(&digits);
        lines.push(format!("A-Number: {printed}"));
    }
    let mut y = draft.y;
    for line in &lines {
        draft.sheet().plain(size, left + 12.0, y, line);
        y += size * 1.5;
    }
    draft.y = y;
    draft.body(rng, Topic::Case, 4);
    draft.symbology = None;
    draft.foot(rng);
    draft.further_pages(rng, Topic::Case);
}
