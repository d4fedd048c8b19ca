//! Page text in one normal form, shared by the text-layer and OCR paths: words with boxes, joined
//! to lines.

use crate::model::confidence::Confidence;
use crate::model::geometry::BoundingBox;
use crate::model::source::TextSource;

mod joined;
mod lines;
#[cfg(test)]
pub mod sample;
pub use joined::lines_from_found;
pub use lines::lines_from_words;

/// Points per inch: page text is measured in points.
pub(crate) const POINTS_PER_INCH: f32 = 72.0;

/// A run of characters without spaces.
#[derive(Debug, Clone, PartialEq)]
pub struct Word {
    /// The characters as printed or read.
    pub text: String,
    /// Its bounding box.
    pub bounds: BoundingBox,
    /// The confidence of the whole word.
    pub confidence: Confidence,
}

/// Words next to each other on one baseline, with no gap wider than a column gap: one field of one
/// row.
#[derive(Debug, Clone, PartialEq)]
pub struct TextLine {
    /// From left to right; never empty.
    pub words: Vec<Word>,
    /// The box around all words.
    pub bounds: BoundingBox,
}

impl TextLine {
    /// A line of words, which must be ordered from left to right; `None` if there are none.
    pub fn new(words: Vec<Word>) -> Option<Self> {
        let bounds = words.iter().map(|w| w.bounds).reduce(|a, b| a.union(&b))?;
        Some(Self { words, bounds })
    }

    /// The words joined by single spaces.
    pub fn text(&self) -> String {
        let words: Vec<&str> = self.words.iter().map(|w| w.text.as_str()).collect();
        words.join(" ")
    }
}

/// How sure the letters of some words are, on the mean; 0 where there are none.
pub(crate) fn mean_confidence(words: &[Word]) -> f32 {
    let letters = |w: &Word| w.text.chars().count() as f32;
    let all: f32 = words.iter().map(letters).sum();
    let sure: f32 = words.iter().map(|w| letters(w) * w.confidence.get()).sum();
    sure / all.max(1.0)
}

/// A printed rule or the edge of a box: the border of table cells.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    /// The rule's extent; much longer than thick.
    pub bounds: BoundingBox,
}

impl Rule {
    /// Whether the rule is horizontal.
    pub fn is_horizontal(&self) -> bool {
        self.bounds.width() >= self.bounds.height()
    }
}

/// The payload of a barcode.
#[derive(Debug, Clone, PartialEq)]
pub struct Barcode {
    /// The text, without start and stop characters.
    pub text: String,
    /// Its bounding box.
    pub bounds: BoundingBox,
    /// Whether its symbology has a check character, so that misreadings are detected.
    pub checked: bool,
}

/// The text of one page.
#[derive(Debug, Clone, PartialEq)]
pub struct PageText {
    /// Text layer or OCR.
    pub source: TextSource,
    /// Width and height of the page as a viewer shows it, in points.
    pub size: (f32, f32),
    /// In reading order: from top to bottom, fields of one row from left to right.
    pub lines: Vec<TextLine>,
    /// Table rules, in any order.
    pub rules: Vec<Rule>,
    /// The barcodes that could be read.
    pub barcodes: Vec<Barcode>,
}

impl PageText {
    /// The number of words.
    pub fn word_count(&self) -> usize {
        self.lines.iter().map(|l| l.words.len()).sum()
    }
}
