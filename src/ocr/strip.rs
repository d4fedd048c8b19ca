//! From strips back to the page: where what was read in a strip lies, in points.

use super::StripWord;
use crate::model::geometry::BoundingBox;
use crate::raster::{Crop, LineBox};
use crate::text::Word;

pub(super) fn scaled(x0: f32, y0: f32, x1: f32, y1: f32, scale: f32) -> Option<BoundingBox> {
    BoundingBox::new(x0 * scale, y0 * scale, x1 * scale, y1 * scale).ok()
}

/// A word of a strip on the page, in points: across from the strip, up and down from the line's baseline and height.
pub(super) fn word(line: &LineBox, crop: &Crop, read: StripWord, scale: f32) -> Option<Word> {
    let (x0, x1) = (crop.page_x(read.x0), crop.page_x(read.x1));
    let base = line.baseline_at((x0 + x1) / 2.0);
    // Capitals and digits: an eighth more above and a fifth below cover most letters.
    let (top, foot) = (base - 1.12 * line.cap_height, base + 0.2 * line.cap_height);
    let bounds = scaled(x0, top, x1, foot, scale)?;
    Some(Word {
        text: read.text,
        bounds,
        confidence: read.confidence,
    })
}
