//! Page quad from edges: the four sides of a photographed page, for where brightness alone cannot
//! tell it from the table.
//!
//! A shadow across the page can be darker than the table next to it, but it fades in over an inch,
//! while paper ends at once. So each side is the straight line along which most places step sharply
//! from dark outside to bright inside (a Hough transform, then least squares).

use image::GrayImage;

type Point = (f64, f64);

// Tuning. The map has cells of about 1/25 inch. Brightness is compared by its natural logarithm,
// so a step of 0.05 is 5 %.

/// Steps count from this height on.
const LEAST_STEP: f32 = 0.05;
/// A stronger step than this counts no more.
const MOST_STEP: f32 = 0.3;
/// A soft slope around a step lowers it by at most this much.
const MOST_SOFT_SLOPE: f32 = 0.5;
/// Added to a brightness (0 to 255) before its logarithm, so that noise near black counts less.
const NEAR_BLACK: f32 = 8.0;

/// Steepest side, in cells across per cell along: about 17 degrees.
const STEEPEST: f32 = 0.3;
/// Slopes that are tried between the steepest ones.
const SLOPE_STEPS: i32 = 60;
/// How far from the side found so far steps are looked for, in cells, in each round of the fit.
const REFINE_REACH: [i32; 2] = [3, 2];
/// At least this share of a side's length must show a step.
const LEAST_SEEN: f32 = 0.5;
/// How far behind a side the paper is measured, and how far before it something as bright is looked
/// for, in cells: a bar is up to an inch high.
const INSIDE: f32 = 3.0;
const BEYOND: std::ops::RangeInclusive<i32> = 4..=26;
/// What differs by less than this in the logarithm of its brightness is as bright.
const AS_BRIGHT: f32 = 0.12;
/// The edge of the paper is at least this many cells outside of a bar on it.
const LEAST_BEYOND: f32 = 4.0;
/// Fewest sides that must be found; the fourth may be the image's own edge.
const LEAST_SIDES: usize = 3;
/// How far a corner may lie outside the image, as a share of its side.
const CORNER_OUTSIDE: f64 = 0.05;
/// Least area of a page, as a share of the image.
const LEAST_AREA: f64 = 0.2;
/// Width over height of a page, with room for perspective.
const ASPECT: std::ops::Range<f64> = 0.4..2.5;

/// Places along a side at which its sharpness is checked.
const SAMPLES: u32 = 60;
/// Half the distance that a step is measured over, in cells.
const STEP_REACH: f64 = 1.5;
/// How far before and behind a step its surroundings are measured, in cells.
const AROUND_STEP: f64 = 4.5;
/// Places closer than this to the image's border, in cells, are not checked.
const BORDER: f64 = 3.0;

/// Width of the image's border that should be darker than the page, in cells.
const BORDER_CELLS: u32 = 2;
/// The border of an image that shows a page on something darker is darker than the paper by this
/// factor.
const BORDER_DARKER: f32 = 0.86;
/// Percentile of the border that is compared …
const BORDER_PERCENTILE: usize = 60;
/// … with this percentile of all cells, the paper.
const PAPER_PERCENTILE: usize = 85;

/// The corners of the page on `bright`, in cells: top left, top right, bottom right, bottom left.
/// `None` unless at least three of its four sides are visible; the fourth may be the image's own
/// edge.
pub(super) fn quad_from_edges(bright: &GrayImage) -> Option<[Point; 4]> {
    if !has_dark_border(bright) {
        return None;
    }
    let map = EdgeMap::compute(bright);
    let transposed = map.transposed();
    let sides = [
        map.side(false),
        transposed.side(true),
        map.side(true),
        transposed.side(false),
    ];
    if sides.iter().flatten().count() < LEAST_SIDES {
        return None;
    }
    let w = map.width as f64;
    let h = map.height as f64;
    let [top, right, bottom, left] = [(0, 0.0), (1, w), (2, h), (3, 0.0)].map(|(side, edge)| {
        sides[side].map_or((edge, 0.0), |s| (f64::from(s.start), f64::from(s.slope)))
    });
    let corners = [
        intersection(top, left),
        intersection(top, right),
        intersection(bottom, right),
        intersection(bottom, left),
    ];
    let is_page = corners.iter().all(|p| is_near(p.0, w) && is_near(p.1, h))
        && is_page_shaped(&corners, w * h);
    is_page.then_some(corners)
}

/// Whether a coordinate lies inside the image or a little outside.
fn is_near(at: f64, side: f64) -> bool {
    (-CORNER_OUTSIDE * side..(1.0 + CORNER_OUTSIDE) * side).contains(&at)
}

/// Whether the sides of a quadrilateral that lie inside the image are edges of paper: places along
/// most of each step sharply, while the edge of a shadow fades.
pub(super) fn sides_are_sharp(bright: &GrayImage, corners: &[Point; 4]) -> bool {
    (0..4).all(|i| side_is_sharp(bright, corners[i], corners[(i + 1) % 4]))
}

/// Whether the side from `a` to `b` is sharp. The page is on its right, as corners go clockwise.
fn side_is_sharp(bright: &GrayImage, a: Point, b: Point) -> bool {
    let w = f64::from(bright.width());
    let h = f64::from(bright.height());
    let length = (b.0 - a.0).hypot(b.1 - a.1).max(1.0);
    let inward = (-(b.1 - a.1) / length, (b.0 - a.0) / length);
    let value = |p: Point, inside: f64| {
        let x = p.0 + inward.0 * inside;
        let y = p.1 + inward.1 * inside;
        let x = x.clamp(0.0, w - 1.0) as u32;
        let y = y.clamp(0.0, h - 1.0) as u32;
        logarithm(bright.get_pixel(x, y).0[0])
    };
    let step =
        |p: Point, inside: f64| value(p, inside + STEP_REACH) - value(p, inside - STEP_REACH);
    let mut seen = 0;
    let mut sharp = 0;
    for k in 1..SAMPLES {
        let t = f64::from(k) / f64::from(SAMPLES);
        let p = (a.0 + (b.0 - a.0) * t, a.1 + (b.1 - a.1) * t);
        if p.0 < BORDER || p.1 < BORDER || p.0 > w - BORDER || p.1 > h - BORDER {
            continue;
        }
        let around = (step(p, -AROUND_STEP) + step(p, AROUND_STEP)) / 2.0;
        seen += 1;
        sharp += i32::from(step(p, 0.0) - around >= LEAST_STEP);
    }
    sharp as f32 >= LEAST_SEEN * seen as f32
}

/// Whether the outer cells are mostly darker than the paper.
fn has_dark_border(bright: &GrayImage) -> bool {
    let (w, h) = bright.dimensions();
    let border = bright.enumerate_pixels().filter(|(x, y, _)| {
        *x < BORDER_CELLS || *y < BORDER_CELLS || *x + BORDER_CELLS >= w || *y + BORDER_CELLS >= h
    });
    let border = percentile(border.map(|(_, _, p)| p.0[0]).collect(), BORDER_PERCENTILE);
    let paper = percentile(bright.as_raw().clone(), PAPER_PERCENTILE);
    f32::from(border) < f32::from(paper) * BORDER_DARKER
}

/// The value that `percent` of the values lie below.
fn percentile(mut values: Vec<u8>, percent: usize) -> u8 {
    values.sort_unstable();
    let at = values.len() * percent / 100;
    values.get(at).copied().unwrap_or(255)
}

/// Where the level line `y = start + slope * x` and the vertical one `x = start + slope * y` meet.
fn intersection(level: (f64, f64), vertical: (f64, f64)) -> Point {
    let y = (level.0 + level.1 * vertical.0) / (1.0 - level.1 * vertical.1);
    (vertical.0 + vertical.1 * y, y)
}

/// Whether a quadrilateral is convex, has a page's proportions and fills enough of the image.
fn is_page_shaped(c: &[Point; 4], image_area: f64) -> bool {
    let turn = |i: usize| {
        let a = c[i];
        let b = c[(i + 1) % 4];
        let d = c[(i + 2) % 4];
        (b.0 - a.0) * (d.1 - b.1) - (b.1 - a.1) * (d.0 - b.0)
    };
    let side = |a: Point, b: Point| (a.0 - b.0).hypot(a.1 - b.1);
    let across = (side(c[0], c[1]) + side(c[3], c[2])) / 2.0;
    let down = (side(c[0], c[3]) + side(c[1], c[2])) / 2.0;
    let area: f64 = (0..4)
        .map(|i| c[i].0 * c[(i + 1) % 4].1 - c[(i + 1) % 4].0 * c[i].1)
        .sum::<f64>()
        / 2.0;
    (0..4).all(|i| turn(i) > 0.0)
        && area > image_area * LEAST_AREA
        && ASPECT.contains(&(across / down))
}

/// One side of the page: `start` at the origin of its axis, and `slope` cells across per cell
/// along.
#[derive(Debug, Clone, Copy)]
struct Side {
    start: f32,
    slope: f32,
}

impl Side {
    fn at(self, along: f32) -> f32 {
        self.start + self.slope * along
    }
}

/// The logarithm of a brightness, so that steps are ratios.
fn logarithm(brightness: u8) -> f32 {
    (f32::from(brightness) + NEAR_BLACK).ln()
}

/// How sharply brightness steps from each row to the next; positive where it grows downwards.
struct EdgeMap {
    width: usize,
    height: usize,
    /// Logarithm of the brightness.
    bright: Vec<f32>,
}

impl EdgeMap {
    fn compute(map: &GrayImage) -> Self {
        let bright = map.as_raw().iter().map(|&p| logarithm(p)).collect();
        Self {
            width: map.width() as usize,
            height: map.height() as usize,
            bright,
        }
    }

    fn transposed(&self) -> Self {
        let bright = (0..self.width)
            .flat_map(|x| (0..self.height).map(move |y| (x, y)))
            .map(|(x, y)| self.bright[y * self.width + x]);
        Self {
            width: self.height,
            height: self.width,
            bright: bright.collect(),
        }
    }

    /// The step down at a cell: over two rows, less the slope before and behind it, so that soft
    /// shadows do not count.
    fn step_at(&self, x: usize, y: usize) -> f32 {
        let bottom = self.height as isize - 1;
        let value = |dy: isize| {
            let row = (y as isize + dy).clamp(0, bottom) as usize;
            self.bright[row * self.width + x]
        };
        let step = |dy: isize| value(dy + 1) - value(dy - 1);
        let around = (step(-3) + step(3)) / 2.0;
        step(0) - around.clamp(-MOST_SOFT_SLOPE, MOST_SOFT_SLOPE)
    }

    /// The upper side of the page, or the lower one, by a Hough transform.
    fn side(&self, lower: bool) -> Option<Side> {
        let w = self.width;
        let h = self.height;
        let sign = if lower { -1.0 } else { 1.0 };
        // Each side is in its own half of the image.
        let rows = if lower { h / 2..h } else { 0..h / 2 };
        let mut votes = Votes::new(w, h);
        for y in rows {
            for x in 0..w {
                let step = sign * self.step_at(x, y);
                if step >= LEAST_STEP {
                    votes.add(x, y, step.min(MOST_STEP));
                }
            }
        }
        let mut side = self.refined(votes.best(|_| true)?, sign)?;
        // A dark bar across the page steps more sharply than the edge of the paper.
        while self.has_paper_beyond(side, sign) {
            let middle = w as f32 / 2.0;
            let beyond = |other: Side| sign * (side.at(middle) - other.at(middle)) > LEAST_BEYOND;
            side = self.refined(votes.best(beyond)?, sign)?;
        }
        Some(side)
    }

    /// Whether beyond a side of what is bright lies something as bright: it is no side of the paper
    /// but of a bar on it.
    fn has_paper_beyond(&self, side: Side, sign: f32) -> bool {
        let value = |x: usize, y: f32| {
            let row = (y >= 0.0 && y < self.height as f32).then_some(y as usize)?;
            Some(self.bright[row * self.width + x])
        };
        let as_bright = |x: &usize| {
            let edge = side.at(*x as f32);
            let inside = value(*x, edge + sign * INSIDE);
            let outside = BEYOND.filter_map(|d| value(*x, edge - sign * d as f32));
            let brightest = outside.reduce(f32::max);
            inside
                .zip(brightest)
                .is_some_and(|(a, b)| b > a - AS_BRIGHT)
        };
        let seen = (0..self.width).filter(as_bright).count();
        seen as f32 >= LEAST_SEEN * self.width as f32
    }

    /// The line through the sharpest steps near a side, by least squares; `None` where too little
    /// of it is visible.
    fn refined(&self, mut side: Side, sign: f32) -> Option<Side> {
        for reach in REFINE_REACH {
            let seen: Vec<WeightedPoint> = (0..self.width)
                .filter_map(|x| self.edge_near(side, x, reach, sign))
                .collect();
            if (seen.len() as f32) < self.width as f32 * LEAST_SEEN {
                return None;
            }
            side = fit_line(&seen)?;
        }
        Some(side)
    }

    /// The mean place of the steps of a column near a side, weighted by their height.
    fn edge_near(&self, side: Side, x: usize, reach: i32, sign: f32) -> Option<WeightedPoint> {
        let middle = side.start + side.slope * x as f32;
        let steps: Vec<(i32, f32)> = (-reach..=reach)
            .map(|d| (middle - 0.5).round() as i32 + d)
            .filter(|y| (0..self.height as i32).contains(y))
            .map(|y| (y, sign * self.step_at(x, y as usize)))
            .filter(|(_, step)| *step >= LEAST_STEP)
            .collect();
        let weight: f32 = steps.iter().map(|s| s.1).sum();
        if weight <= 0.0 {
            return None;
        }
        let y = steps.iter().map(|s| (s.0 as f32 + 0.5) * s.1).sum::<f32>() / weight;
        Some((x as f32, y, weight.min(MOST_STEP)))
    }
}

/// The votes of a Hough transform: for each start and slope of a side, the steps along it.
struct Votes {
    rows: usize,
    /// What is added to a start, so that none is negative.
    offset: usize,
    votes: Vec<f32>,
}

impl Votes {
    const SLOPES: usize = SLOPE_STEPS as usize + 1;

    fn new(width: usize, height: usize) -> Self {
        let offset = (width as f32 * STEEPEST) as usize;
        let rows = height + offset * 2;
        Self {
            rows,
            offset,
            votes: vec![0f32; rows * Self::SLOPES],
        }
    }

    /// Votes for all sides through a cell.
    fn add(&mut self, x: usize, y: usize, weight: f32) {
        for step in 0..=SLOPE_STEPS {
            let start = y as f32 + 0.5 - slope(step) * x as f32;
            let row = (start + self.offset as f32).round();
            if (0.0..self.rows as f32).contains(&row) {
                self.votes[row as usize * Self::SLOPES + step as usize] += weight;
            }
        }
    }

    /// The side with the most votes among some.
    fn best(&self, among: impl Fn(Side) -> bool) -> Option<Side> {
        let votes = &self.votes;
        let places = (0..votes.len()).filter(|at| votes[*at] > 0.0 && among(self.side(*at)));
        let best = places.max_by(|a, b| votes[*a].total_cmp(&votes[*b]))?;
        Some(self.side(best))
    }

    fn side(&self, at: usize) -> Side {
        Side {
            start: (at / Self::SLOPES) as f32 - self.offset as f32,
            slope: slope((at % Self::SLOPES) as i32),
        }
    }
}

fn slope(step: i32) -> f32 {
    (step as f32 / SLOPE_STEPS as f32 * 2.0 - 1.0) * STEEPEST
}

/// x, y and weight.
type WeightedPoint = (f32, f32, f32);

/// The weighted least-squares line through points.
fn fit_line(points: &[WeightedPoint]) -> Option<Side> {
    let sum =
        |f: fn(&WeightedPoint) -> f32| points.iter().map(|p| f64::from(f(p) * p.2)).sum::<f64>();
    let n = sum(|_| 1.0);
    let x = sum(|p| p.0);
    let y = sum(|p| p.1);
    let xx = sum(|p| p.0 * p.0);
    let xy = sum(|p| p.0 * p.1);
    let spread = xx - x * x / n;
    if n <= 0.0 || spread.abs() < 1e-6 {
        return None;
    }
    let slope = (xy - x * y / n) / spread;
    Some(Side {
        start: ((y - slope * x) / n) as f32,
        slope: slope as f32,
    })
}

#[cfg(test)]
#[path = "page_quad_tests.rs"]
mod tests;
