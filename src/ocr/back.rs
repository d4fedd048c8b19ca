//! Print of the back of the sheet that shows through: it is mirrored, so that it reads well once
//! its strip is mirrored too, and not before.
//!
//! Such lines are no part of the page. What cannot be read either way stays, as something that was
//! not read. So do lines that read well mirrored on a page with few of them: the print of a back
//! comes by the paragraph, and digits between the walls of boxes may look like print in a mirror.

use super::strip::word;
use super::{OcrEngine, OcrError, Pass};
use crate::raster::{LineBox, PageLayout};
use crate::text::Word;

// Tuning.

/// A line whose letters are read less surely than this on the mean may be the back's.
const ILLEGIBLE: f32 = 0.55;
/// Mirrored, the letters of the back are at least so sure …
const LEGIBLE: f32 = 0.7;
/// … and by this surer than before.
const ADVANTAGE: f32 = 0.25;
/// Fewer letters say nothing.
const LEAST_LETTERS: usize = 4;
/// The back shows through in this many lines, or not at all.
const LEAST_LINES: usize = 3;
/// After this many lines in a row that are not the back's, none is looked at any more: the page is
/// just hard to read.
const MOST_FAILURES: usize = 6;

/// Empties the lines that are print of the back.
pub(super) fn drop_back(
    page: &PageLayout,
    lines: &mut [Vec<Word>],
    engine: &mut dyn OcrEngine,
) -> Result<(), OcrError> {
    let mut failures = 0;
    let mut of_back = Vec::new();
    for (index, (line, words)) in page.lines.iter().zip(&*lines).enumerate() {
        let (letters, sure) = legibility(words);
        if letters < LEAST_LETTERS || sure >= ILLEGIBLE {
            continue;
        }
        let (mirrored, after) = mirrored(page, line, engine)?;
        if mirrored >= LEAST_LETTERS && after >= LEGIBLE.max(sure + ADVANTAGE) {
            of_back.push(index);
            failures = 0;
        } else {
            failures += 1;
        }
        if failures >= MOST_FAILURES {
            break;
        }
    }
    if of_back.len() >= LEAST_LINES {
        of_back.into_iter().for_each(|index| lines[index].clear());
    }
    Ok(())
}

/// The letters of a line's mirrored strip, and how sure they are.
fn mirrored(
    page: &PageLayout,
    line: &LineBox,
    engine: &mut dyn OcrEngine,
) -> Result<(usize, f32), OcrError> {
    let mut crop = page.crop(line, &engine.crop(Pass::First));
    image::imageops::flip_horizontal_in_place(&mut crop.image);
    let read = engine.read(std::slice::from_ref(&crop.image))?;
    let words: Vec<Word> = read
        .into_iter()
        .flatten()
        .filter_map(|w| word(line, &crop, w, 1.0))
        .collect();
    Ok(legibility(&words))
}

/// How many letters and digits words have, and how sure they are on the mean.
fn legibility(words: &[Word]) -> (usize, f32) {
    let mut letters = 0;
    let mut sum = 0.0;
    for word in words {
        let of = word.text.chars().filter(|c| c.is_alphanumeric()).count();
        letters += of;
        sum += of as f32 * word.confidence.get();
    }
    (letters, sum / letters.max(1) as f32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::confidence::Confidence;
    use crate::ocr::StripWord;
    use crate::raster::{CropOptions, prepare};
    use image::{GrayImage, Luma};

    /// Reads everything well.
    struct Sure;

    impl OcrEngine for Sure {
        fn name(&self) -> &'static str {
            "sure"
        }

        fn crop(&self, _pass: Pass) -> CropOptions {
            CropOptions::FIRST
        }

        fn read(&mut self, strips: &[GrayImage]) -> Result<Vec<Vec<StripWord>>, OcrError> {
            let word = |strip: &GrayImage| StripWord {
                text: "MIRRORED".to_owned(),
                x0: 0.0,
                x1: strip.width() as f32,
                confidence: Confidence::SURE,
            };
            Ok(strips.iter().map(|strip| vec![word(strip)]).collect())
        }
    }

    /// How many of the lines of a page are left that read well only in a mirror.
    fn left_of(count: u32) -> usize {
        let mut image = GrayImage::from_pixel(850, 1100, Luma([255]));
        for line in 0..count {
            for letter in 0..20 {
                for (x, y) in (0..10).flat_map(|x| (0..14).map(move |y| (x, y))) {
                    image.put_pixel(100 + 14 * letter + x, 100 + 60 * line + y, Luma([0]));
                }
            }
        }
        let page = prepare(image, Some((100.0, 100.0))).remove(0);
        assert_eq!(page.lines.len(), count as usize);
        let word = |line: &LineBox| Word {
            text: "8IEhO".to_owned(),
            bounds: super::super::strip::bounds(line, (line.x0, line.x1), 1.0).unwrap(),
            confidence: Confidence::new(0.3),
        };
        let mut lines: Vec<Vec<Word>> = page.lines.iter().map(|l| vec![word(l)]).collect();
        drop_back(&page, &mut lines, &mut Sure).unwrap();
        lines.iter().filter(|words| !words.is_empty()).count()
    }

    #[test]
    fn the_back_shows_through_in_several_lines_or_not_at_all() {
        assert_eq!(left_of(1), 1);
        assert_eq!(left_of(2), 2);
        assert_eq!(left_of(5), 0);
    }
}
