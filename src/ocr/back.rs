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
#[path = "back_tests.rs"]
mod tests;
