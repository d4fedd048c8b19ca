//! The mapping from strips back to the page: where a word read in a strip is, in points.

use super::StripWord;
use crate::model::geometry::BoundingBox;
use crate::raster::{Crop, LineBox};
use crate::text::Word;

// Tuning: the box of a word, in cap heights from the baseline. An eighth above the capitals and a
// fifth below the baseline cover most letters.

/// Top of the box above the baseline.
const TOP: f32 = 1.12;
/// Bottom of the box below the baseline.
const BOTTOM: f32 = 0.2;

/// A box of the page in points.
pub(super) fn scaled(x0: f32, y0: f32, x1: f32, y1: f32, scale: f32) -> Option<BoundingBox> {
    BoundingBox::new(x0 * scale, y0 * scale, x1 * scale, y1 * scale).ok()
}

/// A word of a strip on the page, in points: horizontally from the strip, vertically from the
/// line's baseline and cap height.
pub(super) fn word(line: &LineBox, crop: &Crop, read: StripWord, scale: f32) -> Option<Word> {
    Some(Word {
        text: read.text,
        bounds: bounds(line, (crop.page_x(read.x0), crop.page_x(read.x1)), scale)?,
        confidence: read.confidence,
    })
}

/// The box of print between two page x of a line, in points.
pub(super) fn bounds(line: &LineBox, (x0, x1): (f32, f32), scale: f32) -> Option<BoundingBox> {
    let base = line.baseline_at((x0 + x1) / 2.0);
    let top = base - TOP * line.cap_height;
    let bottom = base + BOTTOM * line.cap_height;
    scaled(x0, top, x1, bottom, scale)
}
