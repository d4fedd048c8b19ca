//! What clips leave of a page.

use hayro_interpret::kurbo::{BezPath, Rect, Shape};

use super::paths::outlines;

/// Height of capitals and digits in ems.
const HEIGHT: f64 = 0.7;
/// What a clip may cut off unseen, in points.
const UNSEEN: f64 = 0.5;

/// The clips that are open.
#[derive(Default)]
pub(super) struct Clips {
    page: Rect,
    open: Vec<Clip>,
}

#[derive(Clone, Copy)]
struct Clip {
    bounds: Rect,
    /// Whether all within the bounds is shown.
    is_box: bool,
}

impl Clips {
    pub(super) fn new(page: Rect) -> Self {
        Self {
            page,
            open: Vec::new(),
        }
    }

    fn last(&self) -> Clip {
        let page = Clip {
            bounds: self.page,
            is_box: true,
        };
        self.open.last().copied().unwrap_or(page)
    }

    /// A box outside of which nothing is shown.
    pub(super) fn bounds(&self) -> Rect {
        self.last().bounds
    }

    pub(super) fn push(&mut self, path: &BezPath) {
        let Clip { bounds, is_box } = self.last();
        let around = path.bounding_box();
        let is_finite = around.is_finite();
        self.open.push(Clip {
            bounds: if is_finite {
                bounds.intersect(around)
            } else {
                bounds
            },
            is_box: is_box && is_finite && matches!(outlines(path)[..], [(_, true)]),
        });
    }

    pub(super) fn pop(&mut self) {
        self.open.pop();
    }

    /// Whether less than a half of a digit is left, but some of it.
    pub(super) fn cut(&self, (x, y): (f64, f64), width: f64, em: f64) -> bool {
        let bounds = self.bounds();
        let digit = Rect::new(x, y - HEIGHT * em, x + width.max(0.0), y);
        let rest = bounds.intersect(digit);
        let is_left = rest.width() > UNSEEN && rest.height() > UNSEEN;
        is_left && !bounds.inflate(UNSEEN, UNSEEN).contains(digit.center())
    }

    /// Whether a digit of this width and type size is certainly shown whole.
    pub(super) fn show(&self, (x, y): (f64, f64), width: f64, em: f64) -> bool {
        let Clip { bounds, is_box } = self.last();
        let digit = Rect::new(x, y - HEIGHT * em, x + width.max(0.0), y);
        is_box && bounds.inflate(UNSEEN, UNSEEN).contains_rect(digit)
    }
}
