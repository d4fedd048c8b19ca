//! Free decoding: the best path through a line's log-probabilities, as characters and words with places and confidences.
//!
//! The output is peaked: a character is a run of one to three columns somewhere near its middle, blanks between. So a
//! character's place is the middle of its run, and its width is guessed from the distance to its neighbours.

use std::ops::Range;

use super::LineReading;
use super::alphabet::BLANK;
use crate::model::confidence::Confidence;

/// A character on the best path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FreeChar {
    /// The class of the model.
    pub class: u8,
    /// The character.
    pub char: char,
    /// Its columns in the output, first and last.
    pub columns: (usize, usize),
    /// The largest probability within its run.
    pub confidence: Confidence,
}

/// A word of the free reading.
#[derive(Debug, Clone, PartialEq)]
pub struct FreeWord {
    /// What it says; never empty, no spaces.
    pub text: String,
    /// Where it stands, in pixels of the strip from its left edge; good to about half a character.
    pub x: Range<f32>,
    /// The least of its characters' confidences.
    pub confidence: Confidence,
}

/// A line as the reader sees it without any grammar.
#[derive(Debug, Clone, PartialEq)]
pub struct FreeText {
    /// The words from left to right.
    pub words: Vec<FreeWord>,
    /// The mean confidence of the characters, spaces left out; [`Confidence::NONE`] on an empty line.
    pub confidence: Confidence,
}

impl std::fmt::Display for FreeText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (i, word) in self.words.iter().enumerate() {
            write!(f, "{}{}", if i > 0 { " " } else { "" }, word.text)?;
        }
        Ok(())
    }
}

impl FreeChar {
    /// The middle of its run, in columns.
    pub fn middle(&self) -> f32 {
        (self.columns.0 + self.columns.1 + 1) as f32 / 2.0
    }
}

/// The characters on the best path, spaces among them.
pub fn best_path(reading: &LineReading) -> Vec<FreeChar> {
    let mut chars: Vec<FreeChar> = Vec::new();
    let mut last = BLANK;
    for (column, row) in reading.rows().enumerate() {
        let (class, log_prob) = best_class(row);
        if class != BLANK {
            let confidence = Confidence::new(log_prob.exp());
            match chars.last_mut().filter(|_| class == last) {
                Some(run) => {
                    run.columns.1 = column;
                    run.confidence = run.confidence.max(confidence);
                }
                None => {
                    if let Some(char) = reading.alphabet().char(class) {
                        chars.push(FreeChar {
                            class,
                            char,
                            columns: (column, column),
                            confidence,
                        });
                    }
                }
            }
        }
        last = class;
    }
    chars
}

/// The largest class of a row and its log-probability.
pub(super) fn best_class(row: &[f32]) -> (u8, f32) {
    let mut best = (BLANK, f32::NEG_INFINITY);
    for (class, &p) in (0..=u8::MAX).zip(row) {
        if p > best.1 {
            best = (class, p);
        }
    }
    best
}

/// The usual distance between the middles of neighbouring characters, in columns; `None` with fewer than two.
pub(super) fn pitch(chars: &[FreeChar]) -> Option<f32> {
    let mut steps: Vec<f32> = chars
        .windows(2)
        .filter_map(|w| match w {
            [a, b] if a.char != ' ' && b.char != ' ' => Some(b.middle() - a.middle()),
            _ => None,
        })
        .collect();
    steps.sort_by(f32::total_cmp);
    steps.get(steps.len() / 2).copied()
}

/// Splits the best path at spaces.
pub(super) fn free_text(reading: &LineReading) -> FreeText {
    let chars = reading.chars();
    // A digit is about half as wide as a line is high; the strip's height is fixed.
    let pitch = pitch(chars).unwrap_or(4.0);
    let words = chars
        .split(|c| c.char == ' ')
        .filter(|w| !w.is_empty())
        .map(|w| word(reading, w, pitch))
        .collect();
    let visible: Vec<f32> = chars
        .iter()
        .filter(|c| c.char != ' ')
        .map(|c| c.confidence.get())
        .collect();
    let mean = visible.iter().sum::<f32>() / visible.len() as f32;
    FreeText {
        words,
        confidence: Confidence::new(mean),
    }
}

pub(super) fn word(reading: &LineReading, chars: &[FreeChar], pitch: f32) -> FreeWord {
    let confidence = chars
        .iter()
        .map(|c| c.confidence)
        .min()
        .unwrap_or(Confidence::NONE);
    let (first, last) = (
        chars.first().map_or(0.0, FreeChar::middle),
        chars.last().map_or(0.0, FreeChar::middle),
    );
    FreeWord {
        text: chars.iter().map(|c| c.char).collect(),
        x: reading.x_range(first, last, pitch),
        confidence,
    }
}
