//! Layout 7: the I-797A, an approval with an I-94 to tear off at the bottom.

use super::draft::Draft;
use super::grid;
use super::words::Topic;
use crate::rng::Rng;
use crate::typeface::Face;

/// Draws the notice into the draft.
pub fn draw(rng: &mut Rng, draft: &mut Draft) {
    draft.page_count = 1;
    draft.symbology = None;
    grid::head(rng, draft);
    let kind = draft.notice_type("Approval Notice");
    let start = draft.case.noticed;
    let class = rng.pick(&["H1B", "L1A", "O1", "TN", "H4"]);
    let beside = [
        format!("Notice Type: {kind}"),
        format!("Class: {class}"),
        format!(
            "Valid from {} to {}",
            start.numeric(),
            start.later(36, 0).numeric()
        ),
    ];
    draft.address(rng, &beside);
    draft.body(rng, Topic::Case, 2);
    draft.look_alikes(rng, 1);
    tear_off(rng, draft, class);
    draft.truth.pages = vec![1];
}

/// The I-94 below the cutting line.
fn tear_off(rng: &mut Rng, draft: &mut Draft, class: &str) {
    let (left, right, family, size) =
        (draft.style.left, draft.style.right, draft.style.family, 9.0);
    let face = Face::regular(family);
    let receipt = draft.receipt(rng);
    let i94 = if rng.chance(0.6) {
        format!("{} {}", rng.digits(9), rng.digits(2))
    } else {
        format!("{}{}{}", rng.digits(9), rng.letters(1), rng.digits(1))
    };
    let person = draft.case.beneficiary.clone();
    let start = draft.case.noticed;
    let edition = draft.edition.clone();
    let sheet = draft.sheet();
    let top = 590.0_f32;
    let mut x = left;
    while x < right {
        sheet.rule(x, (x + 6.0).min(right), top, 0.6);
        x += 10.0;
    }
    sheet.centred(
        face,
        7.0,
        (left + right) / 2.0,
        top - 4.0,
        "Detach This Half for Personal Records",
    );
    sheet.plain(size, left, top + 18.0, &format!("Receipt # {receipt}"));
    sheet.plain(size, left, top + 32.0, &format!("I-94# {i94}"));
    sheet.plain(size, left, top + 46.0, &format!("NAME {}", person.listed()));
    sheet.plain(size, left, top + 60.0, &format!("CLASS {class}"));
    sheet.plain(
        size,
        left,
        top + 74.0,
        &format!(
            "VALID FROM {} UNTIL {}",
            start.numeric(),
            start.later(36, 0).numeric()
        ),
    );
    let column = left + (right - left) * 0.5;
    sheet.frame([column, top + 8.0, right, top + 130.0], 0.8);
    sheet.bold(
        8.0,
        column + 6.0,
        top + 20.0,
        &format!("{} Receipt Number {receipt}", &i94),
    );
    let rows = [
        ("14. Family Name", person.family.clone()),
        ("15. First (Given) Name", person.given.clone()),
        ("16. Date of Birth", person.born.numeric()),
        ("17. Country of Citizenship", "UTOPIA".to_owned()),
    ];
    for (index, (label, value)) in rows.iter().enumerate() {
        let y = top + 36.0 + 24.0 * index as f32;
        sheet.plain(6.0, column + 6.0, y, label);
        sheet.plain(9.0, column + 6.0, y + 10.0, value);
    }
    sheet.plain(7.0, left, 752.0, &edition);
}
