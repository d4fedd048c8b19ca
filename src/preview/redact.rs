//! Masked pictures: white paper with only those words on it that are known to hold no number, and the last four digits of
//! each number that was read.

use image::{GrayImage, Luma, imageops};

use super::PageView;
use crate::interpret::Assessment;
use crate::interpret::repair::as_digit;
use crate::model::geometry::BoundingBox;
use crate::model::source::TextSource;
use crate::model::verdict::Verdict;
use crate::text::Word;

/// Characters of a number that stay to be seen.
const SHOWN: usize = 4;
/// How much of the width that four characters would take is shown: boxes are not exact to the hair.
const CAUTION: f32 = 0.94;
/// What covers a number.
const COVER: Luma<u8> = Luma([70]);

/// The part of a page that `cut` shows, with nothing on it that `--mask` hides.
pub fn covered(cut: &GrayImage, area: &BoundingBox, seen: &PageView<'_>) -> GrayImage {
    let mut sheet = GrayImage::from_pixel(cut.width(), cut.height(), Luma([255]));
    let scale = cut.width() as f32 / area.width().max(1e-3);
    let pixels = |b: &BoundingBox| {
        let at =
            |v: f32, from: f32, most: u32| (((v - from) * scale).round().max(0.0) as u32).min(most);
        let (x0, y0) = (
            at(b.x0(), area.x0(), cut.width()),
            at(b.y0(), area.y0(), cut.height()),
        );
        let (x1, y1) = (
            at(b.x1(), area.x0(), cut.width()),
            at(b.y1(), area.y0(), cut.height()),
        );
        (x0, y0, x1.saturating_sub(x0), y1.saturating_sub(y0))
    };
    let show = |sheet: &mut GrayImage, b: &BoundingBox| {
        let (x, y, width, height) = pixels(b);
        if width > 0 && height > 0 {
            imageops::replace(
                sheet,
                &*imageops::crop_imm(cut, x, y, width, height),
                i64::from(x),
                i64::from(y),
            );
        }
    };
    let assessments = || {
        seen.reading
            .assessments
            .iter()
            .filter(|c| c.source != TextSource::Barcode)
    };
    let words = || seen.text.lines.iter().flat_map(|l| &l.words);
    let heights: Vec<f32> = words().map(|w| w.bounds.height()).collect();
    let usual = median(heights);
    // Bars of a bar code say its number to whoever scans them, also where they were taken for a word.
    let passed_over = seen.view.skipped().into_iter().map(|(_, b)| b);
    let hidden: Vec<BoundingBox> = passed_over
        .chain(seen.text.barcodes.iter().map(|b| b.bounds))
        .chain(assessments().map(|c| c.candidate.bounds))
        .collect();
    let touched = |w: &Word| hidden.iter().any(|b| b.overlap(&w.bounds) > 0.1);
    for word in words().filter(|w| harmless(&w.text) && is_print(w, usual) && !touched(w)) {
        show(&mut sheet, &word.bounds);
    }
    for assessment in assessments().filter(|c| c.decision != Verdict::Rejected) {
        let (x, y, width, height) = pixels(&assessment.candidate.bounds);
        for (dx, dy) in (0..width).flat_map(|dx| (0..height).map(move |dy| (dx, dy))) {
            sheet.put_pixel(x + dx, y + dy, COVER);
        }
        if let Some(tail) = tail(assessment) {
            show(&mut sheet, &tail);
        }
    }
    sheet
}

/// Where the last four characters of a number stand.
fn tail(assessment: &Assessment) -> Option<BoundingBox> {
    let printed: Vec<char> = assessment.candidate.printed.trim().chars().collect();
    let mut characters = 0;
    let from = printed.iter().rposition(|c| {
        characters += usize::from(c.is_alphanumeric());
        characters == SHOWN
    })?;
    let share = (printed.len() - from) as f32 / printed.len() as f32;
    let b = &assessment.candidate.bounds;
    BoundingBox::new(b.x1() - b.width() * share * CAUTION, b.y0(), b.x1(), b.y1()).ok()
}

/// Words read less surely than this may be anything.
const SURE: f32 = 0.7;
/// Print more times higher than the usual of its page may be no print.
const HIGHEST: f32 = 2.5;
/// A letter of print is so many heights wide.
const WIDTHS: std::ops::RangeInclusive<f32> = 0.15..=1.3;

/// Whether a word was read surely and has the proportions of print.
fn is_print(word: &Word, usual: f32) -> bool {
    let (b, letters) = (&word.bounds, word.text.chars().count().max(1) as f32);
    let width = b.width() / letters / b.height().max(1e-3);
    word.confidence.get() >= SURE && b.height() <= HIGHEST * usual && WIDTHS.contains(&width)
}

fn median(mut values: Vec<f32>) -> f32 {
    values.sort_by(f32::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}

/// Whether a word is surely no part of a number: no digit in it, and not mostly letters that digits are misread as.
fn harmless(word: &str) -> bool {
    let alike = word.chars().filter(|c| as_digit(*c).is_some()).count();
    !word.chars().any(char::is_numeric) && alike * 2 <= word.chars().count()
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn what_may_be_a_number_is_hidden() {
        for word in ["Receipt", "Notice", "Account", "Number", "APPLICANT"] {
            assert!(harmless(word), "{word}");
        }
        for word in ["0012", "A123", "OOl4", "IOE0912345678", "lOO", "SB8", "٣٤"] {
            assert!(!harmless(word), "{word}");
        }
    }
}
