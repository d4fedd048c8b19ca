//! Points, boxes and affine maps on a page, in PDF points (1/72 inch) from the top left, y
//! downwards.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A point on a page, in PDF points from the top left of the page as a viewer shows it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Distance from the left edge.
    pub x: f32,
    /// Distance from the top edge.
    pub y: f32,
}

/// An axis-aligned rectangle on a page in PDF points; in JSON `[x0, y0, x1, y1]`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(into = "[f32; 4]", try_from = "[f32; 4]")]
pub struct BoundingBox {
    x0: f32,
    y0: f32,
    x1: f32,
    y1: f32,
}

/// The error for a box whose edges are inverted or not finite.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a box needs finite edges with x0 <= x1 and y0 <= y1")]
pub struct InvertedBox;

impl BoundingBox {
    /// Creates a box from its left, top, right and bottom edges.
    ///
    /// # Errors
    /// If the edges are inverted or not finite.
    pub fn new(x0: f32, y0: f32, x1: f32, y1: f32) -> Result<Self, InvertedBox> {
        let finite = [x0, y0, x1, y1].iter().all(|v| v.is_finite());
        if finite && x0 <= x1 && y0 <= y1 {
            Ok(Self { x0, y0, x1, y1 })
        } else {
            Err(InvertedBox)
        }
    }

    /// The smallest box that contains all points; `None` if there are none or one is not finite.
    pub fn around(points: impl IntoIterator<Item = Point>) -> Option<Self> {
        let mut edges = [
            f32::INFINITY,
            f32::INFINITY,
            f32::NEG_INFINITY,
            f32::NEG_INFINITY,
        ];
        for p in points {
            edges = [
                edges[0].min(p.x),
                edges[1].min(p.y),
                edges[2].max(p.x),
                edges[3].max(p.y),
            ];
        }
        Self::new(edges[0], edges[1], edges[2], edges[3]).ok()
    }

    /// The box rounded to 1/100 point, as reports show it: a printer's dot is far larger, so more
    /// digits would be noise.
    pub fn rounded(self) -> Self {
        let round = |v: f32| (v * 100.0).round() / 100.0;
        Self {
            x0: round(self.x0),
            y0: round(self.y0),
            x1: round(self.x1),
            y1: round(self.y1),
        }
    }

    /// Left edge.
    pub fn x0(&self) -> f32 {
        self.x0
    }
    /// Top edge.
    pub fn y0(&self) -> f32 {
        self.y0
    }
    /// Right edge.
    pub fn x1(&self) -> f32 {
        self.x1
    }
    /// Bottom edge.
    pub fn y1(&self) -> f32 {
        self.y1
    }
    /// Width in points.
    pub fn width(&self) -> f32 {
        self.x1 - self.x0
    }
    /// Height in points.
    pub fn height(&self) -> f32 {
        self.y1 - self.y0
    }
    /// The center.
    pub fn center(&self) -> Point {
        Point {
            x: (self.x0 + self.x1) / 2.0,
            y: (self.y0 + self.y1) / 2.0,
        }
    }

    /// The smallest box that contains both.
    pub fn union(&self, other: &Self) -> Self {
        Self {
            x0: self.x0.min(other.x0),
            y0: self.y0.min(other.y0),
            x1: self.x1.max(other.x1),
            y1: self.y1.max(other.y1),
        }
    }

    /// Length of the horizontal overlap of two boxes, 0 if there is none.
    pub fn overlap_x(&self, other: &Self) -> f32 {
        (self.x1.min(other.x1) - self.x0.max(other.x0)).max(0.0)
    }

    /// Length of the vertical overlap of two boxes, 0 if there is none.
    pub fn overlap_y(&self, other: &Self) -> f32 {
        (self.y1.min(other.y1) - self.y0.max(other.y0)).max(0.0)
    }

    /// The share of the smaller box that lies within the other, from 0 to 1.
    pub fn overlap(&self, other: &Self) -> f32 {
        let common = self.overlap_x(other) * self.overlap_y(other);
        let smaller = (self.width() * self.height()).min(other.width() * other.height());
        if smaller > 0.0 { common / smaller } else { 0.0 }
    }
}

/// An affine map: `x' = a x + c y + e`, `y' = b x + d y + f`. Maps pixels of an image to points of
/// its page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Affine {
    /// Change of x' per unit of x.
    pub a: f32,
    /// Change of y' per unit of x.
    pub b: f32,
    /// Change of x' per unit of y.
    pub c: f32,
    /// Change of y' per unit of y.
    pub d: f32,
    /// Translation of x.
    pub e: f32,
    /// Translation of y.
    pub f: f32,
}

impl Affine {
    /// Scales by `x` and `y`, then translates by `e` and `f`.
    pub fn scale_shift(x: f32, y: f32, e: f32, f: f32) -> Self {
        Self {
            a: x,
            b: 0.0,
            c: 0.0,
            d: y,
            e,
            f,
        }
    }

    /// Maps a point.
    pub fn apply(&self, p: Point) -> Point {
        Point {
            x: self.a * p.x + self.c * p.y + self.e,
            y: self.b * p.x + self.d * p.y + self.f,
        }
    }

    /// The bounding box of the mapped corners of a box; `None` if it is not finite.
    pub fn apply_box(&self, b: &BoundingBox) -> Option<BoundingBox> {
        let corners = [(b.x0, b.y0), (b.x1, b.y0), (b.x0, b.y1), (b.x1, b.y1)];
        BoundingBox::around(corners.map(|(x, y)| self.apply(Point { x, y })))
    }

    /// The inverse map; `None` if the map is singular.
    pub fn inverse(&self) -> Option<Self> {
        let det = self.a * self.d - self.b * self.c;
        if !det.is_finite() || det == 0.0 {
            return None;
        }
        let a = self.d / det;
        let b = -self.b / det;
        let c = -self.c / det;
        let d = self.a / det;
        Some(Self {
            a,
            b,
            c,
            d,
            e: -(a * self.e + c * self.f),
            f: -(b * self.e + d * self.f),
        })
    }
}

impl From<BoundingBox> for [f32; 4] {
    fn from(b: BoundingBox) -> Self {
        let b = b.rounded();
        [b.x0, b.y0, b.x1, b.y1]
    }
}

impl TryFrom<[f32; 4]> for BoundingBox {
    type Error = InvertedBox;
    fn try_from([x0, y0, x1, y1]: [f32; 4]) -> Result<Self, InvertedBox> {
        Self::new(x0, y0, x1, y1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inverted_boxes_are_refused() {
        assert_eq!(BoundingBox::new(2.0, 0.0, 1.0, 1.0), Err(InvertedBox));
        assert_eq!(BoundingBox::new(0.0, f32::NAN, 1.0, 1.0), Err(InvertedBox));
        assert!(BoundingBox::new(1.0, 1.0, 1.0, 1.0).is_ok());
    }

    #[test]
    fn overlap_is_the_share_of_the_smaller() {
        let page = BoundingBox::new(0.0, 0.0, 100.0, 100.0).unwrap();
        let word = BoundingBox::new(90.0, 10.0, 110.0, 20.0).unwrap();
        assert!((page.overlap(&word) - 0.5).abs() < 1e-6);
    }
}
