//! Readings of a place by another engine, or by the same one in another preparation.

use crate::interpret::candidate::Candidate;
use crate::model::confidence::Confidence;
use crate::model::geometry::BoundingBox;
use crate::text::Word;

/// Reads a region of the page again.
pub trait Rereader {
    /// Reads the place of a candidate again: a reading by each engine. A `contested` candidate is
    /// read by all of them, however sure the first ones are.
    fn reread(&mut self, candidate: &Candidate, contested: bool) -> Vec<SecondReading>;

    /// Reads the words at a place again, a line's or a part of one: a reading by each engine, of
    /// which the one that read the page comes first. Without pixels there is none.
    fn reread_words(&mut self, _place: &BoundingBox) -> Vec<WordsReading> {
        Vec::new()
    }
}

/// The words that a second look saw at a place.
#[derive(Debug, Clone, PartialEq)]
pub struct WordsReading {
    /// Who looked, in words.
    pub engine: &'static str,
    /// The words that stand mostly there, from left to right.
    pub words: Vec<Word>,
    /// Whether it is the reader that read the place first.
    pub same_engine: bool,
}

impl WordsReading {
    /// The words, with a space between.
    pub(super) fn text(&self) -> String {
        let texts: Vec<&str> = self.words.iter().map(|w| w.text.as_str()).collect();
        texts.join(" ")
    }
}

/// What a second look saw.
#[derive(Debug, Clone, PartialEq)]
pub struct SecondReading {
    /// Who looked, in words.
    pub engine: &'static str,
    /// The canonical value; `None` when nothing of the kind was seen.
    pub value: Option<String>,
    /// How sure.
    pub confidence: Confidence,
    /// Whether it is the reader that read the place first, so that it may err in the same way
    /// again.
    pub same_engine: bool,
    /// Whether the reader is unknown, as that of a text layer behind a scan: two known ones that
    /// agree outvote it.
    pub unknown_origin: bool,
}

/// No second look is possible, nor needed: the text was never a picture.
pub struct NoRereading;

impl Rereader for NoRereading {
    fn reread(&mut self, _: &Candidate, _: bool) -> Vec<SecondReading> {
        Vec::new()
    }
}

impl SecondReading {
    /// Whether a reader of another kind read the same.
    pub(super) fn supports(&self, candidate: &Candidate) -> bool {
        !self.same_engine && self.value.as_ref() == Some(&candidate.value)
    }

    pub(super) fn in_words(&self, value: &str) -> String {
        match &self.value {
            Some(v) if v == value => format!(
                "{} reads the same ({:.3})",
                self.engine,
                self.confidence.get()
            ),
            Some(_) => format!(
                "{} reads something else ({:.3})",
                self.engine,
                self.confidence.get()
            ),
            None => format!("{} sees no such number", self.engine),
        }
    }
}
