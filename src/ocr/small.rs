//! Labels set in smaller type than the values next to them. A line has one size, so they are read
//! again at theirs.

use super::strip::word;
use super::{OcrEngine, OcrError, Pass};
use crate::model::confidence::Confidence;
use crate::raster::{LineBox, PageLayout};
use crate::text::{POINTS_PER_INCH, Word, mean_confidence};

// Tuning.

/// Words before a value with a lower mean confidence may be set smaller than it, as labels often
/// are.
const WEAKLY_READ: Confidence = Confidence::WEAK;
/// A word with at least this confidence has the line's own size.
const SURELY_READ: Confidence = Confidence::SURE;
/// A word with at least this many digits is a value.
const VALUE_DIGITS: usize = 4;
/// Most words of a label.
const MOST_WORDS: usize = 6;
/// Size of labels relative to the values next to them.
const SMALLER: f32 = 0.62;
/// How far a label may reach beyond its last letter, in cap heights of the line.
const BEYOND_LABEL: f32 = 0.3;
/// The second reading counts if its mean confidence is higher by at least this.
const SIZE_ADVANTAGE: f32 = 0.1;

/// Reads the words before a line's value again as smaller print, if they read poorly at the line's
/// own size.
pub(super) fn read_again(
    page: &PageLayout,
    line: &LineBox,
    words: Vec<Word>,
    engine: &mut dyn OcrEngine,
) -> Result<Vec<Word>, OcrError> {
    let count = words.iter().take_while(|w| !is_value(w)).count();
    let (label, rest) = words.split_at(count);
    let (Some(first), Some(last), Some(value)) = (label.first(), label.last(), rest.first()) else {
        return Ok(words);
    };
    let before = mean_confidence(label);
    let scale = POINTS_PER_INCH / page.dpi;
    let start = first.bounds.x0() / scale;
    let end =
        (last.bounds.x1() / scale + BEYOND_LABEL * line.cap_height).min(value.bounds.x0() / scale);
    if count > MOST_WORDS || before > WEAKLY_READ.get() || end <= start {
        return Ok(words);
    }
    let small = line.with_scaled_cap_height(SMALLER);
    let crop = page.crop_between(&small, start..end, &engine.crop(Pass::First));
    let read = engine.read(std::slice::from_ref(&crop.image))?;
    let again: Vec<Word> = read
        .into_iter()
        .flatten()
        .filter_map(|w| word(&small, &crop, w, scale))
        .collect();
    // A reading with fewer letters has lost print.
    if letters(&again) < letters(label) || mean_confidence(&again) < before + SIZE_ADVANTAGE {
        return Ok(words);
    }
    Ok(again
        .into_iter()
        .chain(words.into_iter().skip(count))
        .collect())
}

/// Whether a word is a value, or read well enough to have the line's own size.
fn is_value(word: &Word) -> bool {
    word.confidence >= SURELY_READ
        || word.text.chars().filter(char::is_ascii_digit).count() >= VALUE_DIGITS
}

fn letters(words: &[Word]) -> usize {
    words.iter().map(|w| w.text.chars().count()).sum()
}
