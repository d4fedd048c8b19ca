//! A line's text with every character as it is seen, and the way back from it to the words.

use std::ops::Range;

use crate::identifier::folding::{Folded, fold};
use crate::model::confidence::Confidence;
use crate::model::geometry::BoundingBox;
use crate::text::TextLine;

/// A line whose characters of other scripts are folded, see [`crate::identifier::folding`].
pub(super) struct FoldedLine<'a> {
    line: &'a TextLine,
    text: String,
    /// The bytes of `text` that each word takes.
    spans: Vec<Range<usize>>,
    /// Where in `text` a fold is only likely to be what is seen.
    likely: Vec<Fold>,
}

/// A fold that may be wrong.
struct Fold {
    at: usize,
    /// Whether the character was left out, so that `at` lies between two characters.
    dropped: bool,
}

impl<'a> FoldedLine<'a> {
    /// Folds the words of a line and joins them by single spaces.
    pub(super) fn new(line: &'a TextLine) -> Self {
        let mut folded = Self {
            line,
            text: String::new(),
            spans: Vec::with_capacity(line.words.len()),
            likely: Vec::new(),
        };
        for word in &line.words {
            if !folded.spans.is_empty() {
                folded.text.push(' ');
            }
            let start = folded.text.len();
            folded.push(&word.text);
            folded.spans.push(start..folded.text.len());
        }
        folded
    }

    fn push(&mut self, word: &str) {
        if word.is_ascii() {
            self.text.push_str(word);
            return;
        }
        for c in word.chars() {
            let at = self.text.len();
            match fold(c) {
                Folded::Same => self.text.push(c),
                Folded::Exact(seen) => self.text.push(seen),
                Folded::Likely(seen) => {
                    self.text.push(seen);
                    self.likely.push(Fold { at, dropped: false });
                }
                Folded::Invisible => self.likely.push(Fold { at, dropped: true }),
            }
        }
    }

    /// The folded words, joined by single spaces.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// How many folds in a range of the text may be wrong. What is dropped at its ends is not in
    /// it.
    pub(super) fn likely_folds(&self, range: &Range<usize>) -> usize {
        let within =
            |fold: &&Fold| range.contains(&fold.at) && !(fold.dropped && fold.at == range.start);
        self.likely.iter().filter(within).count()
    }

    /// The words and the box of a range of the text, and how sure the least sure of the words is.
    pub(super) fn place(
        &self,
        range: &Range<usize>,
    ) -> Option<(Range<usize>, BoundingBox, Confidence)> {
        let mut hit: Option<(Range<usize>, BoundingBox, Confidence)> = None;
        for (index, (word, span)) in self.line.words.iter().zip(&self.spans).enumerate() {
            if !overlaps(span, range) {
                continue;
            }
            let part = part_of(&word.bounds, span, range)?;
            hit = Some(match hit {
                None => (index..index + 1, part, word.confidence),
                Some((words, bounds, confidence)) => (
                    words.start..index + 1,
                    bounds.union(&part),
                    confidence.min(word.confidence),
                ),
            });
        }
        hit
    }
}

/// The part of a word's box that a range of the text takes, all characters being equally wide.
fn part_of(word: &BoundingBox, span: &Range<usize>, range: &Range<usize>) -> Option<BoundingBox> {
    let share = |byte: usize| {
        (byte.clamp(span.start, span.end) - span.start) as f32 / span.len().max(1) as f32
    };
    let x = |byte: usize| word.x0() + share(byte) * word.width();
    BoundingBox::new(x(range.start), word.y0(), x(range.end), word.y1()).ok()
}

/// Whether two ranges share anything.
pub(super) fn overlaps(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}
