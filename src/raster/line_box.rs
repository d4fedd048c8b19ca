//! One line of print on the page: its extent, its baseline and its letters.

use super::baseline::{Fit, fit};
use super::binarize::Component;

/// One line of text inside one column, in page pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct LineBox {
    /// Left edge of the ink.
    pub x0: f32,
    /// Top edge of the ink.
    pub y0: f32,
    /// Right edge of the ink.
    pub x1: f32,
    /// Bottom edge of the ink.
    pub y1: f32,
    /// Height of digits and capitals above the baseline.
    pub cap_height: f32,
    /// How many pieces of ink of the size of letters the line holds; touching letters are one piece.
    pub pieces: usize,
    /// The baseline: `y = b[0] + b[1]·(x − x0) + b[2]·(x − x0)²`.
    pub(super) baseline: [f32; 3],
    pub(super) members: Vec<Component>,
    pub(super) marks: Vec<Component>,
}

impl LineBox {
    /// Height of the baseline at `x`, in page pixels; bent lines bend with it.
    pub fn baseline_at(&self, x: f32) -> f32 {
        let d = x - self.x0;
        self.baseline[0] + self.baseline[1] * d + self.baseline[2] * d * d
    }

    /// The same line, its print taken for smaller by this share.
    pub fn of_smaller_print(&self, share: f32) -> LineBox {
        LineBox {
            cap_height: self.cap_height * share,
            ..self.clone()
        }
    }

    pub(super) fn of(mut members: Vec<Component>) -> LineBox {
        members.sort_unstable_by_key(|c| (c.x0, c.y0));
        let Fit {
            baseline,
            cap_height,
        } = fit(&members);
        let edge = |pick: fn(&Component) -> u32, best: fn(u32, u32) -> u32| {
            members.iter().map(pick).reduce(best).unwrap_or(0) as f32
        };
        let pieces = members
            .iter()
            .filter(|c| c.height() as f32 >= cap_height * 0.45)
            .count();
        LineBox {
            x0: edge(|c| c.x0, u32::min),
            y0: edge(|c| c.y0, u32::min),
            x1: edge(|c| c.x1, u32::max),
            y1: edge(|c| c.y1, u32::max),
            cap_height,
            pieces,
            baseline,
            members,
            marks: Vec::new(),
        }
    }

    pub(super) fn with_marks(
        members: Vec<Component>,
        marks: impl IntoIterator<Item = Component>,
    ) -> LineBox {
        let mut line = LineBox::of(members);
        marks.into_iter().for_each(|mark| line.widen(mark));
        line
    }

    /// The pieces of ink that are its letters.
    pub(super) fn letters(&self) -> impl Iterator<Item = Component> {
        self.members.iter().copied()
    }

    /// Lengthens the line to a page x outside of it.
    pub(super) fn reach(&mut self, x: f32) {
        let (from, to) = if x > self.x1 {
            (self.x1, x)
        } else {
            (x, self.x0)
        };
        let base = self.baseline_at((from + to) / 2.0);
        let at = |v: f32| v.max(0.0) as u32;
        self.widen(Component {
            x0: at(from),
            y0: at(base - self.cap_height),
            x1: at(to),
            y1: at(base),
            area: 0,
        });
    }

    /// Takes in a mark. It widens the box; baseline and height remain the letters' alone.
    pub(super) fn widen(&mut self, mark: Component) {
        let (x0, x1) = (mark.x0 as f32, mark.x1 as f32);
        if x0 < self.x0 {
            let (base, d) = (self.baseline_at(x0), x0 - self.x0);
            self.baseline = [
                base,
                self.baseline[1] + 2.0 * self.baseline[2] * d,
                self.baseline[2],
            ];
            self.x0 = x0;
        }
        self.x1 = self.x1.max(x1);
        self.y0 = self.y0.min(mark.y0 as f32);
        self.y1 = self.y1.max(mark.y1 as f32);
        self.marks.push(mark);
    }

    /// The same line on the page turned by 180°.
    pub(super) fn upside_down(&self, page_width: u32, page_height: u32) -> LineBox {
        let turn = |c: &Component| Component {
            x0: page_width.saturating_sub(c.x1),
            y0: page_height.saturating_sub(c.y1),
            x1: page_width.saturating_sub(c.x0),
            y1: page_height.saturating_sub(c.y0),
            area: c.area,
        };
        LineBox::with_marks(
            self.members.iter().map(turn).collect(),
            self.marks.iter().map(turn),
        )
    }
}
