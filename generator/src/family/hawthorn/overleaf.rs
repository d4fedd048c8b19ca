//! The back of a notice: general words in two columns, and a glossary of numbers with samples.
use super::ink::{leader, row};
use super::words;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// The page; the head repeats the receipt number as given.
pub(super) fn overleaf(rng: &mut Rng, family: Family, form: &str, receipt: &str) -> Sheet {
    let mut sheet = Sheet::letter(family);
    let face = Face::regular(family);
    let size = rng.uniform(8.6, 9.4);
    let says = rng.pick(&["continued", "reverse", "additional information"]);
    sheet.write(face, 8.0, 45.0, 40.0, &format!("{receipt} ({says})"));
    sheet.flush_right(face, 8.0, 567.0, 40.0, "Page 2 of 2");
    sheet.rule(45.0, 567.0, 46.0, 0.5);
    let mut texts = words::general(rng, 7);
    for text in words::traps(rng, 3) {
        let at = rng.below(texts.len() + 1);
        texts.insert(at, text);
    }
    let half = texts.len() / 2;
    sheet.bold(
        12.0,
        45.0,
        70.0,
        rng.pick(&["What else you should know", "Please note", "In general"]),
    );
    let mut end: f32 = 0.0;
    for (side, part) in [&texts[..half], &texts[half..]].iter().enumerate() {
        let mut y = 90.0;
        for text in part.iter() {
            let x = 45.0 + 270.0 * side as f32;
            y = sheet.paragraph(face, size, x, y, 252.0, text) + 7.0;
        }
        end = end.max(y);
    }
    if rng.chance(0.7) {
        glossary(&mut sheet, rng, family, end + 20.0);
    }
    sheet.write(face, 7.0, 45.0, 752.0, &format!("Form {form}"));
    sheet
}

/// A list of the numbers that people mix up, with samples.
fn glossary(sheet: &mut Sheet, rng: &mut Rng, family: Family, top: f32) {
    let face = Face::regular(family);
    let title = rng.pick(&[
        "SAMPLES ONLY - what our numbers look like",
        "A key to numbers (every one below is made up)",
    ]);
    sheet.frame([45.0, top, 567.0, top + 104.0], 0.7);
    sheet.bold(9.5, 55.0, top + 16.0, title);
    let rows = [
        row(
            "Receipt number, on every notice",
            "sample: XYZ-00-000-00000",
        ),
        row(
            "Online account number, twelve digits",
            "sample: 0123 4567 8901",
        ),
        row(
            "Number of a check or a bank account",
            "of no interest to us",
        ),
        row("Form I-94, eleven characters", "sample: 123456789 00"),
        row(
            "Online Access Code, good for 90 days",
            "sample: ABCD-0000-WXYZ",
        ),
    ];
    for (step, row) in rows.iter().enumerate() {
        leader(
            sheet,
            face,
            9.0,
            [65.0, 500.0, top + 33.0 + 14.0 * step as f32],
            row,
        );
    }
}
