//! The one normal form in which every page's text arrives, whichever road it came: words with boxes, joined to lines.

use crate::model::confidence::Confidence;
use crate::model::geometry::BoundingBox;
use crate::model::source::TextSource;

mod joined;
mod lines;
#[cfg(test)]
pub mod sample;
pub use joined::lines_from_found;
pub use lines::lines_from_words;

/// A run of characters without a space between.
#[derive(Debug, Clone, PartialEq)]
pub struct Word {
    /// The characters as printed or read.
    pub text: String,
    /// Where it stands.
    pub bounds: BoundingBox,
    /// How sure the reader is of the whole word.
    pub confidence: Confidence,
}

/// Words that stand beside one another on one baseline with no gap wider than a column gap: one cell of one row.
#[derive(Debug, Clone, PartialEq)]
pub struct TextLine {
    /// From left to right; never empty.
    pub words: Vec<Word>,
    /// The box around all words.
    pub bounds: BoundingBox,
}

impl TextLine {
    /// A line of words that stand from left to right; `None` when there are none.
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

/// A straight rule or the edge of a box: the walls of table cells.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    /// The rule's extent; much longer than thick.
    pub bounds: BoundingBox,
}

impl Rule {
    /// Whether the rule runs from left to right.
    pub fn is_horizontal(&self) -> bool {
        self.bounds.width() >= self.bounds.height()
    }
}

/// The payload of a barcode.
#[derive(Debug, Clone, PartialEq)]
pub struct Barcode {
    /// What it says, without start and stop marks.
    pub text: String,
    /// Where it stands.
    pub bounds: BoundingBox,
    /// Whether its code has a check character, so that a payload is read rightly or not at all.
    pub checked: bool,
}

/// All that was read of one page.
#[derive(Debug, Clone, PartialEq)]
pub struct PageText {
    /// Text layer or OCR.
    pub source: TextSource,
    /// Width and height of the page as a viewer shows it, in points.
    pub size: (f32, f32),
    /// In reading order: from top to bottom, cells of one row from left to right.
    pub lines: Vec<TextLine>,
    /// Table rules in no order.
    pub rules: Vec<Rule>,
    /// What barcodes say.
    pub barcodes: Vec<Barcode>,
}

impl PageText {
    /// How many words were read.
    pub fn word_count(&self) -> usize {
        self.lines.iter().map(|l| l.words.len()).sum()
    }
}
