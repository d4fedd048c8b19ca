//! A second look at the words around a number that is in doubt: a label or a clause in which one
//! word was misread is not known, though a person can read it.
//!
//! Numbers themselves are never changed here; they have second readings of their own.

use super::meaning::{Meaning, Reading, ValueKind, Verdict, is_known_word};
use super::second_reading::{Rereader, WordsReading};
use crate::model::confidence::Confidence;
use crate::model::geometry::BoundingBox;
use crate::model::source::TextSource;
use crate::text::{PageText, TextLine, Word};

// Tuning.

/// Lines within so many heights of a number may have its label or its sentence.
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
/// Words at one place share so much of the wider one.
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
    let lines = doubtful_lines(page, meaning);
    let mut better: Option<PageText> = None;
    for index in lines.into_iter().take(MOST_LINES) {
        let line = &page.lines[index];
        let readings = rereader.reread_words(&line.bounds);
        if let Some(line) = read_better(line, &readings) {
            better.get_or_insert_with(|| page.clone()).lines[index] = line;
        }
    }
    better
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
    ours && reading.verdict == Verdict::Review
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
    let mean = |words: &[Word]| {
        let letters = |w: &Word| w.text.chars().count() as f32;
        let all: f32 = words.iter().map(letters).sum();
        let sure: f32 = words.iter().map(|w| letters(w) * w.confidence.get()).sum();
        sure / all.max(1.0)
    };
    let least = second.iter().map(|w| w.confidence).min();
    let bounds = second.iter().map(|w| w.bounds).reduce(|a, b| a.union(&b));
    let covers = bounds.is_some_and(|b| b.overlap_x(&line.bounds) > 0.95 * line.bounds.width());
    covers
        && least.is_some_and(|c| c.get() >= WEAK)
        && mean(second) >= mean(&line.words) + ADVANTAGE / 2.0
        && digits(second) == digits(&line.words)
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
    let (second, first) = (second.confidence.get(), first.confidence.get());
    second >= TELLING && second >= first + ADVANTAGE
}

/// Whether a word that notices use, read by another engine, stands for one that was hardly read.
fn replaces(other: &Word, word: &Word) -> bool {
    let bare = |w: &Word| -> String {
        let letters = w.text.trim_matches(|c: char| !c.is_alphanumeric());
        letters.to_owned()
    };
    let (a, b) = (bare(other), bare(word));
    let alike = a.chars().count().abs_diff(b.chars().count()) <= 1;
    other.confidence.get() >= TELLING
        && word.confidence.get() < WEAK
        && alike
        && is_known_word(&a)
        && !is_known_word(&b)
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
mod tests {
    use super::*;
    use crate::interpret::meaning::interpret;
    use crate::interpret::{Candidate, SecondReading};
    use crate::text::sample::page;

    /// Reads every line as this text, word for word at the places of the first reading.
    struct Reads(&'static str, f32);

    impl Rereader for Reads {
        fn reread(&mut self, _: &Candidate, _: bool) -> Vec<SecondReading> {
            Vec::new()
        }

        fn reread_words(&mut self, bounds: &BoundingBox) -> Vec<WordsReading> {
            let text = page(&[(bounds.x0(), bounds.y0(), self.0)], TextSource::Ocr);
            let words = text.lines.into_iter().flat_map(|l| l.words);
            let confidence = Confidence::new(self.1);
            vec![WordsReading {
                engine: "an engine",
                words: words.map(|w| Word { confidence, ..w }).collect(),
                same_engine: true,
            }]
        }
    }

    /// A page whose label has a misread word.
    fn misread() -> PageText {
        let rows = [
            (40.0, 40.0, "Form I-797C, Notice of Action"),
            (40.0, 100.0, "USCIS Qnlxne Account Number: 001420638534"),
        ];
        let mut text = page(&rows, TextSource::Ocr);
        text.lines[1].words[1].confidence = Confidence::new(0.4);
        text
    }

    fn label(second: &mut Reads) -> Option<String> {
        let text = misread();
        let better = with_second_words(&text, &interpret(&text), second)?;
        Some(better.lines[1].text())
    }

    #[test]
    fn a_misread_word_of_a_label_is_put_right() {
        let read = label(&mut Reads(
            "USCIS Online Account Number: 001420638534",
            0.99,
        ));
        assert_eq!(
            read.as_deref(),
            Some("USCIS Online Account Number: 001420638534")
        );
    }

    #[test]
    fn a_weak_second_look_and_other_digits_change_nothing() {
        assert_eq!(
            label(&mut Reads("USCIS Online Account Number: 001420638534", 0.5)),
            None
        );
        let read = label(&mut Reads(
            "USCIS Online Account Number: 991420638534",
            0.99,
        ));
        assert_eq!(
            read.as_deref(),
            Some("USCIS Online Account Number: 001420638534")
        );
    }
}
