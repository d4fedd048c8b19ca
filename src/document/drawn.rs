//! How a glyph is drawn, as far as that says whether it is seen.

/// Why a glyph is not seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unseen {
    /// It leaves no ink: too small, cut off, or of the colour of its ground.
    Inkless,
    /// Somebody hid it: under something, or in ink that lets everything through.
    Hidden,
}

/// How a glyph is drawn.
#[derive(Debug, Clone, Copy, Default)]
pub struct Drawn {
    /// Its ink on white paper, 0 black.
    pub shade: u8,
    /// A clip cuts its middle off.
    pub clipped: bool,
    /// A clip that cuts its middle off leaves a part of it.
    pub cut: bool,
    /// Its ink lets everything through.
    pub clear: bool,
    /// The same text stands beside it: a shadow, or bold by printing twice.
    pub echo: bool,
    /// Filled, opaque, not masked, blended, squeezed or slanted.
    pub plain: bool,
    /// Why it is painted and cannot be seen; known once all that is painted is.
    pub unseen: Option<Unseen>,
    /// Of a form field or a note, where viewers differ: it has no appearance, or one that says
    /// something else.
    pub undrawn: bool,
    /// Which of the page's outlines it is.
    pub shape: Option<usize>,
}

/// How the glyphs of a run are painted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Inked {
    pub hidden: bool,
    pub shade: u8,
    pub clear: bool,
    pub plain: bool,
}
