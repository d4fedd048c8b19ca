//! A second look at the words around a number that is in doubt: a label or a clause in which one
//! word was misread is not known, though a person can read it.
//!
//! Numbers themselves are never changed here; they have second readings of their own.

use super::meaning::{Conclusion, Meaning, Reading, ValueKind, is_known_word};
use super::second_reading::{Rereader, WordsReading};
use crate::model::confidence::Confidence;
use crate::model::geometry::BoundingBox;
use crate::model::source::TextSource;
use crate::text::{PageText, TextLine, Word, mean_confidence};

// Tuning.

/// Lines within this many heights of a number may have its label or its sentence.
const NEAR: f32 = 2.2;
/// Most lines of a page that are looked at again.
const MOST_LINES: usize = 12;
/// Words read more surely are not looked at again.
const SURE: f32 = 0.97;
/// A second reading of the same engine counts from here on …
const TELLING: f32 = 0.9;
/// … if it is so much surer than the first.
const ADVANTAGE: f32 = 0.15;
/// A word read less surely than this gives way to one of another engine that notices use.
const WEAK: f32 = 0.6;
/// A line of at most this many words is a label, a value or a stamp …
const SHORT_LINE: usize = 4;
/// … which was hardly read if its letters are less sure than this on the mean.
const ILLEGIBLE: f32 = 0.55;
/// A second reading of such a line has this many letters at least.
const LEAST_LETTERS: usize = 3;
/// Second readings reach over this much of their line.
const ALL_OF_LINE: f32 = 0.95;
const MOST_OF_LINE: f32 = 0.8;
/// Words at one place share this much of the wider one.
const SAME_PLACE: f32 = 0.6;

/// The page with words put right that a second look reads better; `None` where there is nothing to
/// look at, or nothing is read better.
pub fn with_second_words(
    page: &PageText,
    meaning: &Meaning,
    rereader: &mut dyn Rereader,
) -> Option<PageText> {
    if page.source != TextSource::Ocr {
        return None;
    }
    let mut better: Option<PageText> = None;
    let mut replace = |index: usize, line: Option<TextLine>| {
        if let Some(line) = line {
            better.get_or_insert_with(|| page.clone()).lines[index] = line;
        }
    };
    let doubtful = doubtful_lines(page, meaning);
    for index in doubtful.iter().copied().take(MOST_LINES) {
        let line = &page.lines[index];
        replace(
            index,
            read_better(line, &rereader.reread_words(&line.bounds)),
        );
    }
    let illegible = illegible_lines(page).filter(|index| !doubtful.contains(index));
    for index in illegible.take(MOST_LINES) {
        let line = &page.lines[index];
        replace(
            index,
            read_surely(line, &rereader.reread_words(&line.bounds)),
        );
    }
    better
}

/// Short lines of the page's upper half, where its numbers stand, that were hardly read: as long as
/// they are, nothing can be said to be absent.
fn illegible_lines(page: &PageText) -> impl Iterator<Item = usize> {
    let middle = page.size.1 * 0.5;
    let hardly_read = move |(_, line): &(usize, &TextLine)| {
        let upper = line.bounds.y1() < middle;
        upper && line.words.len() <= SHORT_LINE && mean_confidence(&line.words) < ILLEGIBLE
    };
    let lines = page.lines.iter().enumerate();
    lines.filter(hardly_read).map(|(index, _)| index)
}

/// A line that was hardly read as a second look reads it: surely, all of it, and as words. No
/// number comes of it, as there is no first reading that agrees.
fn read_surely(line: &TextLine, readings: &[WordsReading]) -> Option<TextLine> {
    let sure = |reading: &&WordsReading| {
        let words = &reading.words;
        let text: String = words.iter().map(|w| w.text.as_str()).collect();
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        let digits = text.chars().filter(char::is_ascii_digit).count();
        let known = words.iter().all(|w| is_known_word(bare(w)));
        let least = words.iter().map(|w| w.confidence.get()).fold(1.0, f32::min);
        covers(line, words, MOST_OF_LINE)
            && letters >= LEAST_LETTERS
            && digits * 2 < letters
            && (least >= TELLING || known && least >= WEAK)
    };
    TextLine::new(readings.iter().find(sure)?.words.clone())
}

/// The lines that hold, or are next to, a number in doubt and its label, as far as they were not
/// read surely.
fn doubtful_lines(page: &PageText, meaning: &Meaning) -> Vec<usize> {
    let doubted: Vec<&Reading> = meaning.readings.iter().filter(|r| is_doubted(r)).collect();
    let places: Vec<BoundingBox> = doubted.iter().filter_map(|r| r.bounds).collect();
    let labels: Vec<BoundingBox> = doubted
        .iter()
        .filter_map(|r| r.label.as_ref()?.bounds)
        .collect();
    let of_interest = |line: &TextLine| {
        let near = |b: &BoundingBox| {
            let reach = NEAR * b.height().min(line.bounds.height());
            line.bounds.y0() < b.y1() + reach && line.bounds.y1() > b.y0() - reach
        };
        let holds = |b: &BoundingBox| line.bounds.overlap(b) > 0.0;
        places.iter().any(near) || labels.iter().any(holds)
    };
    let weak = |line: &TextLine| line.words.iter().any(is_weak);
    let lines = page.lines.iter().enumerate();
    lines
        .filter(|(_, line)| weak(line) && of_interest(line))
        .map(|(index, _)| index)
        .collect()
}

fn is_doubted(reading: &Reading) -> bool {
    let ours = matches!(
        reading.shape,
        ValueKind::Account | ValueKind::Receipt | ValueKind::ANumber
    );
    ours && reading.verdict == Conclusion::Review
}

/// Whether a word is no number and may have been misread.
fn is_weak(word: &Word) -> bool {
    let digits = word.text.chars().filter(char::is_ascii_digit).count();
    let letters = word.text.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 2 && digits * 2 <= letters && word.confidence.get() < SURE
}

/// A line with what the second readings read better; the first of them is the page's own engine.
fn read_better(line: &TextLine, readings: &[WordsReading]) -> Option<TextLine> {
    let own = &readings.first()?.words;
    if is_better(line, own) {
        return TextLine::new(own.clone());
    }
    let other = readings.get(1).map_or(&[][..], |r| r.words.as_slice());
    let mut changed = false;
    let words = line.words.iter().map(|word| {
        let better = is_weak(word)
            .then(|| better_word(word, own, other))
            .flatten();
        changed |= better.is_some();
        better.unwrap_or_else(|| word.clone())
    });
    let words: Vec<Word> = words.collect();
    changed.then(|| TextLine::new(words)).flatten()
}

/// Whether a second reading of a whole line is surer, with the same digits.
fn is_better(line: &TextLine, second: &[Word]) -> bool {
    let digits = |words: &[Word]| -> String {
        let all = words.iter().flat_map(|w| w.text.chars());
        all.filter(char::is_ascii_digit).collect()
    };
    let least = second.iter().map(|w| w.confidence).min();
    covers(line, second, ALL_OF_LINE)
        && least.is_some_and(|c| c.get() >= WEAK)
        && mean_confidence(second) >= mean_confidence(&line.words) + ADVANTAGE / 2.0
        && digits(second) == digits(&line.words)
}

/// Whether some words reach over this much of a line.
fn covers(line: &TextLine, words: &[Word], share: f32) -> bool {
    let bounds = words.iter().map(|w| w.bounds).reduce(|a, b| a.union(&b));
    bounds.is_some_and(|b| b.overlap_x(&line.bounds) > share * line.bounds.width())
}

fn bare(word: &Word) -> &str {
    word.text.trim_matches(|c: char| !c.is_alphanumeric())
}

/// A word that second readings read better.
fn better_word(word: &Word, own: &[Word], other: &[Word]) -> Option<Word> {
    let own = at(word, own);
    let other = at(word, other);
    let taken = match (own, other) {
        (Some(a), _) if is_surer(a, word) => a.clone(),
        (Some(a), Some(b)) if a.text.eq_ignore_ascii_case(&b.text) => Word {
            confidence: a.confidence.max(b.confidence).max(Confidence::FAIR),
            ..a.clone()
        },
        (_, Some(b)) if replaces(b, word) => b.clone(),
        _ => return None,
    };
    (taken.text != word.text).then_some(Word {
        bounds: word.bounds,
        ..taken
    })
}

fn is_surer(second: &Word, first: &Word) -> bool {
    let second = second.confidence.get();
    let first = first.confidence.get();
    second >= TELLING && second >= first + ADVANTAGE
}

/// Whether a word that notices use, read by another engine, stands for one that was hardly read.
fn replaces(other: &Word, word: &Word) -> bool {
    let a = bare(other);
    let b = bare(word);
    let alike = a.chars().count().abs_diff(b.chars().count()) <= 1;
    other.confidence.get() >= TELLING
        && word.confidence.get() < WEAK
        && alike
        && is_known_word(a)
        && !is_known_word(b)
}

/// The word of a second reading at the place of one.
fn at<'a>(word: &Word, reading: &'a [Word]) -> Option<&'a Word> {
    let same = |w: &&Word| {
        let wider = w.bounds.width().max(word.bounds.width());
        w.bounds.overlap_x(&word.bounds) > SAME_PLACE * wider
    };
    reading.iter().find(same)
}

#[cfg(test)]
#[path = "second_words_tests.rs"]
mod tests;
