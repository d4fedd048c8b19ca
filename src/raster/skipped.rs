//! Skipped areas: parts of a page that are not text lines.

/// Why an area was skipped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SkippedKind {
    /// The bars of a barcode.
    Barcode,
    /// Ink too large for print: the frame of a stamp, a signature, a photograph, a black edge.
    Large,
}

/// A skipped area of the page, in page pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Skipped {
    /// Why it was skipped.
    pub kind: SkippedKind,
    /// Left edge.
    pub x0: f32,
    /// Top edge.
    pub y0: f32,
    /// Right edge.
    pub x1: f32,
    /// Bottom edge.
    pub y1: f32,
}
