//! One printed rule.

/// A printed rule, from `(x0, y0)` to `(x1, y1)` along its middle, in page pixels. Horizontal rules
/// run left to right, vertical ones top to bottom.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    /// Left or upper end.
    pub x0: f32,
    /// Left or upper end.
    pub y0: f32,
    /// Right or lower end.
    pub x1: f32,
    /// Right or lower end.
    pub y1: f32,
    /// Thickness across, in page pixels.
    pub thickness: f32,
}

impl Rule {
    /// Where a horizontal rule is at `x`; beyond its ends, where it ends.
    pub(super) fn y_at(&self, x: f32) -> f32 {
        let along = ((x - self.x0) / (self.x1 - self.x0).max(1.0)).clamp(0.0, 1.0);
        self.y0 + (self.y1 - self.y0) * along
    }

    /// Whether the rule is parallel to the lines of text.
    pub fn is_horizontal(&self) -> bool {
        (self.x1 - self.x0).abs() >= (self.y1 - self.y0).abs()
    }
}
