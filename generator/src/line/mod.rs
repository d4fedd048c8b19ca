//! Training lines for the line recognizer: drawn one by one, or cut from whole pages by the
//! program's own line finder.

pub mod damage;
pub mod drawn;
pub mod marks;
pub mod number;
pub mod ops;
pub mod paged;
pub mod sheets;
pub mod stream;
#[cfg(test)]
mod tests;
pub mod view;

use std::io::{self, Write};
use std::ops::Range;

use damage::Damage;
use i797::recognizer::Ink;

use crate::content::Kind;

/// The alphabet of the recognizer, the same as in training/model.py and in the model description.
pub const ALPHABET: &str =
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#:-/.,$()*&' ";

/// The longest label, in characters.
pub const LONGEST_LABEL: usize = 48;

/// The widest strip, in columns of the network's input.
pub const WIDEST: usize = 768;

/// A line as the network sees it, and its label.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The normalised strip.
    pub ink: Ink,
    /// The text as a person would read it, with single spaces.
    pub label: String,
    /// The kind of number it contains.
    pub kind: Kind,
    /// The byte range of the number in the label; empty if there is none.
    pub number: Range<usize>,
    /// The main damage.
    pub damage: Damage,
    /// The typeface.
    pub face: FaceId,
}

/// The typeface of a line: its number in one of the lists of faces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaceId {
    /// In `font::TRAINED`, or `font::HELD_OUT` in the set of held-out fonts; the line was drawn
    /// alone.
    Drawn(u8),
    /// In `typeface::Family::ALL`; the line was cut from a whole page by the line finder.
    Paged(u8),
}

/// Drops characters outside the alphabet and collapses spaces.
pub fn legible(text: &str) -> String {
    let kept: String = text.chars().filter(|c| ALPHABET.contains(*c)).collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Line {
    /// Writes the line as bytes: width (2, little end first), kind, damage, whether from a page,
    /// face, start and length of the number, length of the label (1 each), the label, then 32 rows
    /// of ink, 0 paper to 255 ink.
    pub fn write(&self, out: &mut impl Write) -> io::Result<()> {
        let kind = match self.kind {
            Kind::Receipt => 0,
            Kind::ANumber => 1,
            Kind::Account => 2,
            Kind::Other => 3,
            Kind::Blank => 4,
        };
        let damage = Damage::ALL
            .iter()
            .position(|d| *d == self.damage)
            .unwrap_or(0) as u8;
        out.write_all(&(self.ink.width as u16).to_le_bytes())?;
        let start = self.number.start as u8;
        let length = self.number.len() as u8;
        let (page, face) = match self.face {
            FaceId::Drawn(face) => (0, face),
            FaceId::Paged(face) => (1, face),
        };
        out.write_all(&[
            kind,
            damage,
            page,
            face,
            start,
            length,
            self.label.len() as u8,
        ])?;
        out.write_all(self.label.as_bytes())?;
        let bytes: Vec<u8> = self
            .ink
            .values
            .iter()
            .map(|v| (v * 255.0).round() as u8)
            .collect();
        out.write_all(&bytes)
    }
}
