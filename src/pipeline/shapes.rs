//! Outlines of characters that were once drawn and recognized: what they show is known without
//! drawing them again.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::RwLock;

use hayro_interpret::font::{GlyphIdentifier, OutlineGlyph};
use hayro_interpret::kurbo::PathEl;

use crate::document::ink::Letter;

/// Known outlines are forgotten when there are more.
const MOST_SHAPES: usize = 100_000;
/// Characters are recognized in company of as many: one alone is harder to tell.
const COMPANY: usize = 4;

/// Equal only for outlines that look the same.
type Digest = [u8; 16];

/// The characters that outlines were recognized as, for the whole process.
static SHAPES: RwLock<Option<HashMap<Digest, char>>> = RwLock::new(None);

/// The outlines of one page, each followed once.
#[derive(Default)]
pub(super) struct Outlines(HashMap<GlyphIdentifier, Digest>);

impl Outlines {
    /// Whether a letter's outline was once recognized as what its font says it is. Punctuation
    /// need not be.
    fn is_known(&mut self, letter: &Letter, shapes: &HashMap<Digest, char>) -> bool {
        !letter.char.is_ascii_alphanumeric()
            || shapes.get(&self.digest(&letter.outline)) == Some(&letter.char)
    }

    /// Whether all letters have outlines that are known.
    pub(super) fn are_known<'a>(&mut self, letters: impl IntoIterator<Item = &'a Letter>) -> bool {
        let Ok(shapes) = SHAPES.read() else {
            return false;
        };
        let Some(shapes) = shapes.as_ref() else {
            return false;
        };
        letters
            .into_iter()
            .all(|letter| self.is_known(letter, shapes))
    }

    /// The part of some letters that holds all whose outlines are not known, and a few more.
    pub(super) fn unknown(&mut self, letters: &[Letter]) -> Range<usize> {
        let all = 0..letters.len();
        let Ok(shapes) = SHAPES.read() else {
            return all;
        };
        let Some(shapes) = shapes.as_ref() else {
            return all;
        };
        let mut is_new = letters.iter().map(|l| !self.is_known(l, shapes));
        let Some(first) = is_new.position(|new| new) else {
            return all;
        };
        let last = first + 1 + is_new.rposition(|new| new).map_or(0, |at| at + 1);
        let end = last.max(first + COMPANY).min(letters.len());
        first.min(end.saturating_sub(COMPANY))..end
    }

    /// Keeps the outlines of letters that were recognized as what their font says they are.
    pub(super) fn remember(&mut self, letters: &[Letter]) {
        let Ok(mut shapes) = SHAPES.write() else {
            return;
        };
        let shapes = shapes.get_or_insert_default();
        if shapes.len() > MOST_SHAPES {
            shapes.clear();
        }
        for letter in letters.iter().filter(|l| l.char.is_ascii_alphanumeric()) {
            shapes.insert(self.digest(&letter.outline), letter.char);
        }
    }

    fn digest(&mut self, outline: &OutlineGlyph) -> Digest {
        *self
            .0
            .entry(outline.identifier())
            .or_insert_with(|| digest(outline))
    }
}

fn digest(outline: &OutlineGlyph) -> Digest {
    let mut bytes = Vec::new();
    for element in outline.outline().elements() {
        let (tag, points): (u8, &[_]) = match element {
            PathEl::MoveTo(a) => (0, &[*a]),
            PathEl::LineTo(a) => (1, &[*a]),
            PathEl::QuadTo(a, b) => (2, &[*a, *b]),
            PathEl::CurveTo(a, b, c) => (3, &[*a, *b, *c]),
            PathEl::ClosePath => (4, &[]),
        };
        bytes.push(tag);
        for point in points {
            bytes.extend(point.x.to_le_bytes());
            bytes.extend(point.y.to_le_bytes());
        }
    }
    let mut digest = [0; 16];
    digest.copy_from_slice(&blake3::hash(&bytes).as_bytes()[..16]);
    digest
}
