//! Labels set smaller than the values beside them: a line has one size, so they are read again at theirs.

use super::strip::word;
use super::{OcrEngine, OcrError, Pass};
use crate::raster::{self, LineBox};
use crate::text::Word;

/// Words in front of a value that read worse than this may be set smaller than it: labels often are.
const WEAKLY_READ: f32 = 0.7;
/// A word read as surely as this is of the line's own size.
const SURELY_READ: f32 = 0.95;
/// By how much labels are smaller than the values beside them.
const SMALLER: f32 = 0.62;
/// Print read at a smaller size must read better by this to be believed.
const SIZE_ADVANTAGE: f32 = 0.1;

/// Reads the words in front of a line's value again as smaller print, where they were read badly at the line's own size.
pub(super) fn read_again(
    page: &raster::PageLayout,
    line: &LineBox,
    words: Vec<Word>,
    engine: &mut dyn OcrEngine,
) -> Result<Vec<Word>, OcrError> {
    let is_value = |w: &Word| {
        w.confidence.get() >= SURELY_READ
            || w.text.chars().filter(char::is_ascii_digit).count() >= 4
    };
    let count = words.iter().take_while(|w| !is_value(w)).count();
    let (Some(first), Some(last), Some(value)) = (
        words.first(),
        count.checked_sub(1).and_then(|i| words.get(i)),
        words.get(count),
    ) else {
        return Ok(words);
    };
    let before = sureness(&words[..count]);
    let scale = 72.0 / page.dpi;
    let end = (last.bounds.x1() / scale + 0.3 * line.cap_height).min(value.bounds.x0() / scale);
    if count > 6 || before > WEAKLY_READ || end <= first.bounds.x0() / scale {
        return Ok(words);
    }
    let small = line.of_smaller_print(SMALLER);
    let crop = page.crop_between(
        &small,
        first.bounds.x0() / scale..end,
        &engine.crop(Pass::First),
    );
    let read = engine.read(std::slice::from_ref(&crop.image))?;
    let again: Vec<Word> = read
        .into_iter()
        .flatten()
        .filter_map(|w| word(&small, &crop, w, scale))
        .collect();
    // What loses letters has lost print.
    if letters(&again) < letters(&words[..count]) || sureness(&again) < before + SIZE_ADVANTAGE {
        return Ok(words);
    }
    Ok(again
        .into_iter()
        .chain(words.into_iter().skip(count))
        .collect())
}

/// The mean confidence of words by their letters.
fn sureness(words: &[Word]) -> f32 {
    let all = letters(words) as f32;
    if all > 0.0 {
        words
            .iter()
            .map(|w| w.text.chars().count() as f32 * w.confidence.get())
            .sum::<f32>()
            / all
    } else {
        0.0
    }
}

fn letters(words: &[Word]) -> usize {
    words.iter().map(|w| w.text.chars().count()).sum()
}
