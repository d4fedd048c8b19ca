//! One line of text on the page: its extent, its baseline and its letters.

use super::baseline::{BaselineFit, fit_baseline};
use super::binarize::Component;

/// Components at least this high, in cap heights, count as letters.
const LEAST_LETTER: f32 = 0.45;

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
    /// How many connected components of the size of letters the line has; touching letters are one.
    pub pieces: usize,
    /// The baseline: `y = b[0] + b[1]·(x − x0) + b[2]·(x − x0)²`.
    pub(super) baseline: [f32; 3],
    pub(super) members: Vec<Component>,
    pub(super) marks: Vec<Component>,
    /// The dark bar that it stands on in white.
    pub(super) bar: Option<Bar>,
    /// Where the characters of a line in comb boxes stand, from left to right: the left and right
    /// edge of each. Empty for other lines.
    pub cells: Vec<(f32, f32)>,
}

/// A dark bar under print in white.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Bar {
    /// The box around it: left, top, right, bottom.
    pub(super) bounds: [f32; 4],
    /// How far it reaches above the baseline all along the line.
    pub(super) above: f32,
    /// How far it reaches below the baseline.
    pub(super) below: f32,
}

impl LineBox {
    /// The y of the baseline at `x`, in page pixels. Follows the bend of curved lines.
    pub fn baseline_at(&self, x: f32) -> f32 {
        let d = x - self.x0;
        self.baseline[0] + self.baseline[1] * d + self.baseline[2] * d * d
    }

    /// The same line with its cap height scaled, to crop it as smaller print.
    pub fn with_scaled_cap_height(&self, share: f32) -> LineBox {
        LineBox {
            cap_height: self.cap_height * share,
            ..self.clone()
        }
    }

    /// The line that these letters make.
    pub(super) fn from_letters(mut members: Vec<Component>) -> LineBox {
        members.sort_unstable_by_key(|c| (c.x0, c.y0));
        let BaselineFit {
            baseline,
            cap_height,
        } = fit_baseline(&members);
        let edge = |pick: fn(&Component) -> u32, best: fn(u32, u32) -> u32| {
            members.iter().map(pick).reduce(best).unwrap_or(0) as f32
        };
        let pieces = members
            .iter()
            .filter(|c| c.height() as f32 >= cap_height * LEAST_LETTER)
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
            bar: None,
            cells: Vec::new(),
        }
    }

    /// The line that these letters make, widened by marks.
    pub(super) fn with_marks(
        members: Vec<Component>,
        marks: impl IntoIterator<Item = Component>,
    ) -> LineBox {
        let mut line = LineBox::from_letters(members);
        marks.into_iter().for_each(|mark| line.widen(mark));
        line
    }

    /// The connected components that are its letters.
    pub(super) fn letters(&self) -> impl Iterator<Item = Component> {
        self.members.iter().copied()
    }

    /// Extends the line to a page x outside of it.
    pub(super) fn extend_to(&mut self, x: f32) {
        let (from, to) = if x > self.x1 {
            (self.x1, x)
        } else {
            (x, self.x0)
        };
        let base = self.baseline_at((from + to) / 2.0);
        let [x0, y0, x1, y1] = [from, base - self.cap_height, to, base].map(|v| v.max(0.0) as u32);
        self.widen(Component {
            x0,
            y0,
            x1,
            y1,
            area: 0,
        });
    }

    /// Adds a mark. It widens the box; baseline and cap height remain those of the letters.
    pub(super) fn widen(&mut self, mark: Component) {
        let x0 = mark.x0 as f32;
        let x1 = mark.x1 as f32;
        if x0 < self.x0 {
            let base = self.baseline_at(x0);
            let d = x0 - self.x0;
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

    /// The same line further right and down.
    pub(super) fn moved(&self, right: u32, down: u32) -> LineBox {
        let moved = |c: &Component| Component {
            x0: c.x0 + right,
            y0: c.y0 + down,
            x1: c.x1 + right,
            y1: c.y1 + down,
            area: c.area,
        };
        LineBox::with_marks(
            self.members.iter().map(moved).collect(),
            self.marks.iter().map(moved),
        )
    }

    /// The same line on the page rotated by 180°.
    pub(super) fn upside_down(&self, page_width: u32, page_height: u32) -> LineBox {
        let rotated = |c: &Component| Component {
            x0: page_width.saturating_sub(c.x1),
            y0: page_height.saturating_sub(c.y1),
            x1: page_width.saturating_sub(c.x0),
            y1: page_height.saturating_sub(c.y0),
            area: c.area,
        };
        let w = page_width as f32;
        let h = page_height as f32;
        LineBox {
            bar: self.bar.map(|bar| Bar {
                bounds: {
                    let [x0, y0, x1, y1] = bar.bounds;
                    [w - x1, h - y1, w - x0, h - y0]
                },
                above: bar.below + self.cap_height,
                below: (bar.above - self.cap_height).max(0.0),
            }),
            cells: self
                .cells
                .iter()
                .rev()
                .map(|(x0, x1)| (w - x1, w - x0))
                .collect(),
            ..LineBox::with_marks(
                self.members.iter().map(rotated).collect(),
                self.marks.iter().map(rotated),
            )
        }
    }
}
