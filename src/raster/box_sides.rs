//! The sides of low boxes: upright strokes from one rule to the next, too short to be taken for
//! rules by themselves. Left in the picture, they are read as letters at both ends of a value, and
//! join it with the box beside it.

use super::binarize::Bitmap;
use super::long_runs::{LongRun, group, vertical_runs};
use super::rule::Rule;

// Tuning: lengths in inches.

/// A box is at least this high: higher than a capital of 10 points.
const LEAST_HEIGHT: f32 = 0.14;
/// A side is at most this thick.
const MOST_THICK: f32 = 0.03;
/// A side ends at most this far from its rules.
const END: f32 = 0.02;
/// A stroke with others this near on both of its sides is the wall of a comb, not of a box.
const COMB_PITCH: f32 = 0.45;
/// Of the rows between its rules, at most this share has ink beside a side: a stem has the rest of
/// its letter there.
const MOST_BESIDE: f32 = 0.2;
/// Rows at the ends of a side that touch its rules, in page pixels.
const ROUGH_END: u32 = 3;

/// The sides of boxes lower than `tallest` pixels between two of the horizontal `rules`, which are
/// still in the bitmap: a group of runs each.
pub(super) fn box_sides(
    bitmap: &Bitmap,
    rules: &[Rule],
    tallest: u32,
    dpi: f32,
) -> Vec<Vec<LongRun>> {
    // Most pages have no rules, and looking for runs passes over every pixel.
    if rules.len() < 2 {
        return Vec::new();
    }
    let mut runs = vertical_runs(bitmap, (dpi * LEAST_HEIGHT) as u32);
    runs.retain(|run| run.to - run.from < tallest);
    let thickest = (dpi * MOST_THICK).max(3.0) as u32;
    let mut sides: Vec<Side> = group(runs)
        .into_iter()
        .map(Side::new)
        .filter(|side| side.thickness() <= thickest && side.stands_free(bitmap))
        .filter(|side| side.joins(rules, dpi))
        .collect();
    sides.sort_by_key(|side| side.x0);
    let walls: Vec<bool> = (0..sides.len())
        .map(|at| is_wall(&sides, at, dpi * COMB_PITCH))
        .collect();
    let boxes = sides.into_iter().zip(walls).filter(|(_, wall)| !wall);
    boxes.map(|(side, _)| side.runs).collect()
}

/// An upright stroke, in page pixels.
struct Side {
    runs: Vec<LongRun>,
    x0: u32,
    x1: u32,
    from: u32,
    to: u32,
}

impl Side {
    fn new(runs: Vec<LongRun>) -> Self {
        let of = |edge: fn(&LongRun) -> u32| runs.iter().map(edge);
        Self {
            x0: of(|r| r.across).min().unwrap_or(0),
            x1: of(|r| r.across + 1).max().unwrap_or(0),
            from: of(|r| r.from).min().unwrap_or(0),
            to: of(|r| r.to).max().unwrap_or(0),
            runs,
        }
    }

    fn thickness(&self) -> u32 {
        self.x1 - self.x0
    }

    /// Whether hardly any ink touches it between its ends.
    fn stands_free(&self, bitmap: &Bitmap) -> bool {
        let columns = [i64::from(self.x0) - 2, i64::from(self.x1) + 1];
        let rows = self.from + ROUGH_END..self.to.saturating_sub(ROUGH_END);
        bitmap.is_free_beside(columns, rows, MOST_BESIDE)
    }

    /// Whether it begins at one rule and ends at another.
    fn joins(&self, rules: &[Rule], dpi: f32) -> bool {
        let near = END * dpi;
        let middle = (self.x0 + self.x1) as f32 / 2.0;
        let meets = |y: u32| {
            rules.iter().any(|rule| {
                let reach = near + rule.thickness;
                let level = (y as f32 - rule.y_at(middle)).abs() <= reach;
                level && middle > rule.x0 - reach && middle < rule.x1 + reach
            })
        };
        meets(self.from) && meets(self.to)
    }
}

/// Whether strokes between the same rules stand close on both sides of one.
fn is_wall(sides: &[Side], at: usize, pitch: f32) -> bool {
    let side = &sides[at];
    let level = |other: &Side| other.from < side.to && side.from < other.to;
    let near = |other: &Side| (other.x0 as f32 - side.x0 as f32).abs() < pitch;
    let left = sides[..at].iter().any(|s| level(s) && near(s));
    let right = sides[at + 1..].iter().any(|s| level(s) && near(s));
    left && right
}

#[cfg(test)]
#[path = "box_sides_tests.rs"]
mod tests;
