//! Comb boxes, one character each: read as words of one character.
//!
//! Narrow letters of neighbouring cells may be read as one word; and because no engine was trained
//! on print with such gaps, a second look puts the cells together to print of ordinary spacing.

use image::{GrayImage, Luma, imageops};

use super::strip::bounds;
use super::{OcrEngine, OcrError, Pass};
use crate::model::confidence::Confidence;
use crate::model::geometry::BoundingBox;
use crate::raster::{CropOptions, LineBox, PageLayout};
use crate::text::{POINTS_PER_INCH, Word};

// Tuning.

/// This many words of one character are a line of cells …
const LEAST_CELLS: usize = 6;
/// … if they are this share of its words, in tenths.
const CELLS_TENTHS: usize = 6;
/// Grey of the paper between the cells.
const PAPER: u8 = 246;
/// How far beyond a character its piece reaches, in cap heights.
const BEYOND: f32 = 0.08;
/// Cells so many times farther apart than most are not of one row of boxes.
const APART: f32 = 1.25;
/// What stands alone before the first box, where no character is read surely.
const ARROW: char = '>';
/// Paper between two pieces that are put together, and at the ends, in cap heights.
const SPACE: f32 = 0.1;
const MARGIN: f32 = 0.8;

/// The words of a line, with those of two cells taken apart.
pub(super) fn apart(words: Vec<Word>) -> Vec<Word> {
    let single = words.iter().filter(|w| w.text.chars().count() == 1).count();
    if single < LEAST_CELLS || single * 10 < words.len() * CELLS_TENTHS {
        return words;
    }
    words.into_iter().flat_map(halves).collect()
}

/// The two characters of a word, each a word of its own; other words as they are.
fn halves(word: Word) -> Vec<Word> {
    let characters: Vec<char> = word.text.chars().collect();
    let both = characters.len() == 2 && characters.iter().all(|c| c.is_ascii_alphanumeric());
    let b = word.bounds;
    let x = word.bounds.center().x;
    let left = BoundingBox::new(b.x0(), b.y0(), x, b.y1());
    let right = BoundingBox::new(x, b.y0(), b.x1(), b.y1());
    let (true, Ok(left), Ok(right)) = (both, left, right) else {
        return vec![word];
    };
    let half = |c: char, bounds| Word {
        text: c.to_string(),
        bounds,
        confidence: word.confidence,
    };
    vec![half(characters[0], left), half(characters[1], right)]
}

/// The characters of a line whose cells are known, each a word of its own. `None` for other lines,
/// and where the engine reads more or fewer characters than there are cells.
pub(super) fn read(
    page: &PageLayout,
    line: &LineBox,
    engine: &mut dyn OcrEngine,
    pass: Pass,
) -> Result<Option<Vec<Word>>, OcrError> {
    if line.cells.is_empty() {
        return Ok(None);
    }
    let options = engine.crop(pass);
    let strips: Vec<GrayImage> = rows(&line.cells)
        .map(|cells| together(page, line, cells, &options))
        .collect();
    let read = engine.read(&strips)?;
    let words = read.into_iter().flatten();
    let mut characters: Vec<(char, Confidence)> = words
        .flat_map(|w| {
            w.text
                .chars()
                .map(|c| (c, w.confidence))
                .collect::<Vec<_>>()
        })
        .collect();
    if characters.len() != line.cells.len() {
        return Ok(None);
    }
    if rows(&line.cells)
        .next()
        .is_some_and(|first| first.len() == 1)
    {
        let (c, sure) = &mut characters[0];
        if *sure < Confidence::GOOD && *c != 'A' {
            *c = ARROW;
        }
    }
    let scale = POINTS_PER_INCH / page.dpi;
    let words = characters
        .into_iter()
        .zip(&line.cells)
        .filter_map(|((c, confidence), cell)| {
            Some(Word {
                text: c.to_string(),
                bounds: bounds(line, *cell, scale)?,
                confidence,
            })
        });
    Ok(Some(words.collect()))
}

/// The cells of each row of boxes: an arrow or an `A-` before the first box stands farther from it
/// than the boxes from one another, and would spoil what is put together.
fn rows(cells: &[(f32, f32)]) -> impl Iterator<Item = &[(f32, f32)]> {
    let pitch = |a: &(f32, f32), b: &(f32, f32)| (b.0 + b.1 - a.0 - a.1) / 2.0;
    let mut pitches: Vec<f32> = cells.windows(2).map(|w| pitch(&w[0], &w[1])).collect();
    pitches.sort_by(f32::total_cmp);
    let usual = pitches.get(pitches.len() / 2).copied().unwrap_or(f32::MAX);
    cells.chunk_by(move |a, b| pitch(a, b) < APART * usual)
}

/// Whether these words are the characters of a line whose cells are known.
pub(super) fn are(line: &LineBox, words: &[Word]) -> bool {
    !line.cells.is_empty()
        && words.len() == line.cells.len()
        && words.iter().all(|w| w.text.chars().count() == 1)
}

/// A strip with the cells of a line put together, given by the left and right edge of the
/// characters in page pixels.
pub(super) fn together(
    page: &PageLayout,
    line: &LineBox,
    cells: &[(f32, f32)],
    options: &CropOptions,
) -> GrayImage {
    let cap = options.cap_share * options.height as f32;
    let space = (SPACE * cap) as u32;
    let margin = (MARGIN * cap) as u32;
    let between = |a: (f32, f32), b: (f32, f32)| (a.1 + b.0) / 2.0;
    let beyond = BEYOND * line.cap_height;
    let whole = page.crop(line, options);
    let column =
        |x: f32| ((x - whole.x0) / whole.step).clamp(0.0, whole.image.width() as f32) as u32;
    let pieces: Vec<GrayImage> = (0..cells.len())
        .map(|i| {
            let cell = cells[i];
            let before = i.checked_sub(1).map(|p| between(cells[p], cell));
            let after = cells.get(i + 1).map(|next| between(cell, *next));
            let from = column(before.unwrap_or(f32::MIN).max(cell.0 - beyond));
            let to = column(after.unwrap_or(f32::MAX).min(cell.1 + beyond) + whole.step);
            let height = whole.image.height();
            imageops::crop_imm(&whole.image, from, 0, to.max(from + 1) - from, height).to_image()
        })
        .collect();
    let width: u32 = pieces.iter().map(|p| p.width() + space).sum();
    let mut strip = GrayImage::from_pixel(width + 2 * margin, options.height, Luma([PAPER]));
    let mut x = margin;
    for piece in &pieces {
        imageops::replace(&mut strip, piece, i64::from(x), 0);
        x += piece.width() + space;
    }
    strip
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::source::TextSource;
    use crate::text::sample::page;

    fn read(text: &'static str) -> String {
        let words = page(&[(40.0, 100.0, text)], TextSource::Ocr)
            .lines
            .remove(0)
            .words;
        let words = apart(words);
        let texts: Vec<&str> = words.iter().map(|w| w.text.as_str()).collect();
        texts.join(" ")
    }

    #[test]
    fn two_cells_read_as_one_word_are_taken_apart() {
        assert_eq!(
            read("L IN 1 6 0 3 8 6 4 8 5 5"),
            "L I N 1 6 0 3 8 6 4 8 5 5"
        );
        assert_eq!(read("A- 2 1 9 8 0 0 5 6 5"), "A- 2 1 9 8 0 0 5 6 5");
        assert_eq!(read("Page 1 of 2"), "Page 1 of 2");
    }
}
