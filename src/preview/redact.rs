//! Redaction: masked previews show only words that certainly contain no number and are no part of a
//! name or an address that was read, and the last four digits of each number that was read.

use std::collections::HashSet;

use image::{GrayImage, Luma, imageops};

use super::PageView;
use crate::interpret::Assessment;
use crate::interpret::repair::as_digit;
use crate::model::geometry::BoundingBox;
use crate::model::record::{FieldClass, FieldKind};
use crate::model::source::TextSource;
use crate::model::verdict::Verdict;
use crate::text::Word;

/// Characters of a number that stay visible.
const SHOWN: usize = 4;
/// The share of the width of those characters that is shown, since boxes are not exact.
const CAUTION: f32 = 0.94;
/// The gray value that covers a number.
const COVER: Luma<u8> = Luma([70]);
/// The share of a word or area that may overlap a hidden box: neighboring boxes touch.
const MOST_OVERLAP: f32 = 0.1;
/// The least confidence of a word: with less, it may be anything, including a number.
const SURE: f32 = 0.7;
/// The largest height of a word, in median word heights of its page; taller ones may not be print.
const HIGHEST: f32 = 2.5;
/// The width of a printed letter, in word heights.
const WIDTHS: std::ops::RangeInclusive<f32> = 0.15..=1.3;

/// Redacts `cut`, which shows `area` of the page.
pub(super) fn redacted(cut: &GrayImage, area: &BoundingBox, seen: &PageView<'_>) -> GrayImage {
    let mut sheet = GrayImage::from_pixel(cut.width(), cut.height(), Luma([255]));
    let printed: Vec<&Assessment> = seen
        .reading
        .assessments
        .iter()
        .filter(|a| a.source != TextSource::Barcode)
        .collect();
    let words: Vec<&Word> = seen.text.lines.iter().flat_map(|l| &l.words).collect();
    let usual = median(words.iter().map(|w| w.bounds.height()).collect());
    // The bars of a barcode reveal its number to a scanner, even if they were misread as a word.
    let ignored = seen.view.skipped().into_iter().map(|(_, bounds)| bounds);
    let barcodes = seen.text.barcodes.iter().map(|b| b.bounds);
    let numbers = printed.iter().map(|a| a.candidate.bounds);
    let fields = seen.reading.fields.iter().filter(|f| is_private(f.kind));
    let fields = fields.map(|f| f.bounds);
    let hidden: Vec<BoundingBox> = ignored
        .chain(barcodes)
        .chain(numbers)
        .chain(fields)
        .collect();
    let names = names(seen);
    for word in words {
        let overlaps = hidden
            .iter()
            .any(|bounds| bounds.overlap(&word.bounds) > MOST_OVERLAP);
        let named = names.contains(&letters(&word.text));
        if !overlaps && !named && harmless(&word.text) && is_print(word, usual) {
            reveal(&mut sheet, cut, area, &word.bounds);
        }
    }
    for assessment in printed {
        if assessment.decision == Verdict::Rejected {
            continue;
        }
        let [x0, y0, x1, y1] = pixels(cut, area, &assessment.candidate.bounds);
        for y in y0..y1 {
            for x in x0..x1 {
                sheet.put_pixel(x, y, COVER);
            }
        }
        if let Some(tail) = tail(assessment) {
            reveal(&mut sheet, cut, area, &tail);
        }
    }
    sheet
}

/// Whether a field tells of a person.
fn is_private(kind: FieldKind) -> bool {
    match kind.class() {
        FieldClass::Name | FieldClass::Place | FieldClass::PersonalNumber => true,
        FieldClass::Words
        | FieldClass::Date
        | FieldClass::Time
        | FieldClass::Count
        | FieldClass::Money => false,
    }
}

/// The words of all names on the page: they are hidden wherever they are printed.
fn names(seen: &PageView<'_>) -> HashSet<String> {
    let of_fields = seen.reading.fields.iter();
    let of_fields = of_fields.filter(|f| f.kind.class() == FieldClass::Name);
    let of_fields = of_fields.map(|f| f.printed.as_str());
    let assessments = seen.reading.assessments.iter();
    let of_numbers = assessments.filter_map(|a| a.person.as_deref());
    let words = of_fields.chain(of_numbers).flat_map(str::split_whitespace);
    words.map(letters).filter(|w| w.len() > 1).collect()
}

/// The letters of a word, in capitals.
fn letters(word: &str) -> String {
    let letters = word.chars().filter(|c| c.is_alphabetic());
    letters.flat_map(char::to_uppercase).collect()
}

/// The pixels of a box in `cut`, which shows `area`: left, top, right, bottom, clamped to the
/// image.
fn pixels(cut: &GrayImage, area: &BoundingBox, b: &BoundingBox) -> [u32; 4] {
    let scale = cut.width() as f32 / area.width().max(1e-3);
    let pixel = |points: f32, most: u32| ((points * scale).round().max(0.0) as u32).min(most);
    [
        pixel(b.x0() - area.x0(), cut.width()),
        pixel(b.y0() - area.y0(), cut.height()),
        pixel(b.x1() - area.x0(), cut.width()),
        pixel(b.y1() - area.y0(), cut.height()),
    ]
}

/// Copies a box from `cut` to the sheet.
fn reveal(sheet: &mut GrayImage, cut: &GrayImage, area: &BoundingBox, b: &BoundingBox) {
    let [x0, y0, x1, y1] = pixels(cut, area, b);
    if x0 < x1 && y0 < y1 {
        let part = imageops::crop_imm(cut, x0, y0, x1 - x0, y1 - y0);
        imageops::replace(sheet, &*part, i64::from(x0), i64::from(y0));
    }
}

/// The box of the last four characters of a number.
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

/// Whether a word was read with confidence and has the proportions of print.
fn is_print(word: &Word, usual: f32) -> bool {
    let b = &word.bounds;
    let letters = word.text.chars().count().max(1) as f32;
    let width = b.width() / letters / b.height().max(1e-3);
    word.confidence.get() >= SURE && b.height() <= HIGHEST * usual && WIDTHS.contains(&width)
}

fn median(mut values: Vec<f32>) -> f32 {
    values.sort_by(f32::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}

/// Whether a word is certainly not part of a number: it has no digits, and at most half of its
/// characters are look-alikes of digits.
fn harmless(word: &str) -> bool {
    let alike = word.chars().filter(|c| as_digit(*c).is_some()).count();
    !word.chars().any(char::is_numeric) && alike * 2 <= word.chars().count()
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn possible_numbers_are_hidden() {
        for word in ["Receipt", "Notice", "Account", "Number", "APPLICANT"] {
            assert!(harmless(word), "{word}");
        }
        for word in ["0012", "A123", "OOl4", "IOE0912345678", "lOO", "SB8", "٣٤"] {
            assert!(!harmless(word), "{word}");
        }
    }
}
