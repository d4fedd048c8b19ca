//! CTC best-path decoding without a grammar: characters and words, with positions and confidences.
//!
//! CTC output is peaked: a character is a run of one to three columns near its middle, with blanks
//! in between. So a character's position is the middle of its run, and its width is estimated from
//! the distance to its neighbours.

use std::ops::Range;

use super::LineReading;
use super::alphabet::BLANK;
use crate::model::confidence::Confidence;

/// Distance between neighbouring characters that is assumed where it cannot be measured, in
/// columns: a digit is about half as wide as a strip is high.
pub(super) const USUAL_PITCH: f32 = 4.0;

/// A character on the best path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FreeChar {
    /// Its class in the model.
    pub class: u8,
    /// The character.
    pub char: char,
    /// Its columns in the output, first and last.
    pub columns: (usize, usize),
    /// The largest probability within its run.
    pub confidence: Confidence,
}

/// A word on the best path.
#[derive(Debug, Clone, PartialEq)]
pub struct FreeWord {
    /// The text; never empty, no spaces.
    pub text: String,
    /// Its extent in pixels from the left edge of the strip, to about half a character.
    pub x: Range<f32>,
    /// The lowest confidence of its characters.
    pub confidence: Confidence,
}

/// A line decoded without a grammar.
#[derive(Debug, Clone, PartialEq)]
pub struct FreeText {
    /// The words from left to right.
    pub words: Vec<FreeWord>,
    /// The mean confidence of the characters except spaces; [`Confidence::NONE`] on an empty line.
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
pub(super) fn best_path(reading: &LineReading) -> Vec<FreeChar> {
    let mut chars: Vec<FreeChar> = Vec::new();
    let mut last = BLANK;
    for (column, row) in reading.rows().enumerate() {
        let (class, log_prob) = best_class(row);
        let before = std::mem::replace(&mut last, class);
        if class == BLANK {
            continue;
        }
        let confidence = Confidence::new(log_prob.exp());
        if let Some(run) = chars.last_mut().filter(|_| class == before) {
            run.columns.1 = column;
            run.confidence = run.confidence.max(confidence);
        } else if let Some(char) = reading.alphabet().char(class) {
            chars.push(FreeChar {
                class,
                char,
                columns: (column, column),
                confidence,
            });
        }
    }
    chars
}

/// The most probable class of a column and its log-probability.
pub(super) fn best_class(row: &[f32]) -> (u8, f32) {
    let mut best = (BLANK, f32::NEG_INFINITY);
    for (class, &p) in (0..=u8::MAX).zip(row) {
        if p > best.1 {
            best = (class, p);
        }
    }
    best
}

/// The median distance between the middles of neighbouring characters, in columns; `None` with
/// fewer than two.
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
    let pitch = pitch(chars).unwrap_or(USUAL_PITCH);
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

/// The word that these characters make.
pub(super) fn word(reading: &LineReading, chars: &[FreeChar], pitch: f32) -> FreeWord {
    let confidence = chars
        .iter()
        .map(|c| c.confidence)
        .min()
        .unwrap_or(Confidence::NONE);
    let first = chars.first().map_or(0.0, FreeChar::middle);
    let last = chars.last().map_or(0.0, FreeChar::middle);
    FreeWord {
        text: chars.iter().map(|c| c.char).collect(),
        x: reading.x_range(first, last, pitch),
        confidence,
    }
}
