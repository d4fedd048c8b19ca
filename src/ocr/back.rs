//! Print of the back of the sheet that shows through: it is mirrored, so that it reads well once
//! its strip is mirrored too, and not before.
//!
//! Such lines are no part of the page. What cannot be read either way stays, as something that was
//! not read.

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
/// After so many lines in a row that are not the back's, none is looked at any more: the page is
/// just hard to read.
const MOST_FAILURES: usize = 6;

/// Empties the lines that are print of the back.
pub(super) fn drop_back(
    page: &PageLayout,
    lines: &mut [Vec<Word>],
    engine: &mut dyn OcrEngine,
) -> Result<(), OcrError> {
    let mut failures = 0;
    for (line, words) in page.lines.iter().zip(lines) {
        let (letters, sure) = legibility(words.iter());
        if letters < LEAST_LETTERS || sure >= ILLEGIBLE {
            continue;
        }
        let (mirrored, after) = mirrored(page, line, engine)?;
        if mirrored >= LEAST_LETTERS && after >= LEGIBLE.max(sure + ADVANTAGE) {
            words.clear();
            failures = 0;
        } else {
            failures += 1;
        }
        if failures >= MOST_FAILURES {
            break;
        }
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
    Ok(legibility(words.iter()))
}

/// How many letters and digits words have, and how sure they are on the mean.
fn legibility<'a>(words: impl Iterator<Item = &'a Word>) -> (usize, f32) {
    let mut letters = 0;
    let mut sum = 0.0;
    for word in words {
        let of = word.text.chars().filter(|c| c.is_alphanumeric()).count();
        letters += of;
        sum += of as f32 * word.confidence.get();
    }
    (letters, sum / letters.max(1) as f32)
}
