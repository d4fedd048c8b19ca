//! Parts of a page that make no line.

/// Why a part of the page makes no line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SkippedKind {
    /// Bars of a bar code.
    Barcode,
    /// Ink too large for print: a stamp's frame, a signature, a photograph, a black edge.
    Large,
}

/// A part of the page that makes no line, in page pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Skipped {
    /// What was seen there.
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
