//! The sheet in a photograph by its four edges, where its brightness alone does not tell it from the desk.
//!
//! A shadow across the sheet can be darker than the desk beside it, but it fades in over an inch while paper ends at once. So
//! each side is the straight line along which most places step sharply from dark outside to bright inside.

use image::GrayImage;

type Point = (f64, f64);

/// A step counts from this ratio of brightness on, as a logarithm.
const LEAST_STEP: f32 = 0.05;
/// A stronger step than this says no more.
const MOST_STEP: f32 = 0.3;
/// Sides lean at most this much: cells down a cell across.
const MOST_LEAN: f32 = 0.3;
const LEAN_STEPS: i32 = 60;
/// This share of a side's length must be seen.
const LEAST_SEEN: f32 = 0.5;
/// Places looked at along a side.
const SAMPLES: u32 = 60;
/// The border of an image that shows a sheet on something darker is darker than the paper by this factor.
const BORDER: f32 = 0.86;

/// The corners of the sheet on `bright`, in cells: top left, top right, bottom right, bottom left. `None` unless three of its
/// four sides are seen inside the image; the fourth may be the image's own edge.
pub(super) fn outline(bright: &GrayImage) -> Option<[Point; 4]> {
    if !has_dark_border(bright) {
        return None;
    }
    let map = Steps::of(bright);
    let turned = map.transposed();
    let sides = [
        map.side(false),
        turned.side(true),
        map.side(true),
        turned.side(false),
    ];
    if sides.iter().flatten().count() < 3 {
        return None;
    }
    let (w, h) = (map.width as f64, map.height as f64);
    let at = |side: usize, edge: f64| {
        sides[side].map_or((edge, 0.0), |s| (f64::from(s.start), f64::from(s.lean)))
    };
    let (top, right, bottom, left) = (at(0, 0.0), at(1, w), at(2, h), at(3, 0.0));
    let corners = [
        meet(top, left),
        meet(top, right),
        meet(bottom, right),
        meet(bottom, left),
    ];
    let inside =
        |p: &Point| (-0.05 * w..1.05 * w).contains(&p.0) && (-0.05 * h..1.05 * h).contains(&p.1);
    (corners.iter().all(inside) && is_sheet_like(&corners, w * h)).then_some(corners)
}

/// Whether the sides of a figure that lie inside the image are edges of paper: places along most of each step sharply, while the
/// edge of a shadow fades.
pub(super) fn sides_are_sharp(bright: &GrayImage, corners: &[Point; 4]) -> bool {
    let (w, h) = (f64::from(bright.width()), f64::from(bright.height()));
    let value = |(x, y): Point| {
        let (x, y) = (x.clamp(0.0, w - 1.0) as u32, y.clamp(0.0, h - 1.0) as u32);
        logarithm(bright.get_pixel(x, y).0[0])
    };
    (0..4).all(|i| {
        let (a, b) = (corners[i], corners[(i + 1) % 4]);
        let length = (b.0 - a.0).hypot(b.1 - a.1).max(1.0);
        // Corners go clockwise, so this points into the sheet.
        let inward = (-(b.1 - a.1) / length, (b.0 - a.0) / length);
        let places = (1..SAMPLES).map(|k| {
            let t = f64::from(k) / f64::from(SAMPLES);
            (a.0 + (b.0 - a.0) * t, a.1 + (b.1 - a.1) * t)
        });
        let beside = |p: Point, d: f64| (p.0 + inward.0 * d, p.1 + inward.1 * d);
        let step = |p: Point, d: f64| value(beside(p, d + 1.5)) - value(beside(p, d - 1.5));
        let sharp =
            |p: &Point| step(*p, 0.0) - (step(*p, -4.5) + step(*p, 4.5)) / 2.0 >= LEAST_STEP;
        let at_border = |p: &Point| p.0 < 3.0 || p.1 < 3.0 || p.0 > w - 3.0 || p.1 > h - 3.0;
        let inside: Vec<Point> = places.filter(|p| !at_border(p)).collect();
        inside.iter().filter(|p| sharp(p)).count() as f32 >= LEAST_SEEN * inside.len() as f32
    })
}

/// Whether the outer cells are mostly darker than the paper.
fn has_dark_border(bright: &GrayImage) -> bool {
    let (w, h) = bright.dimensions();
    let mut all: Vec<u8> = bright.as_raw().clone();
    all.sort_unstable();
    let mut border: Vec<u8> = bright
        .enumerate_pixels()
        .filter(|(x, y, _)| *x < 2 || *y < 2 || *x + 2 >= w || *y + 2 >= h)
        .map(|(_, _, p)| p.0[0])
        .collect();
    border.sort_unstable();
    let at = |values: &[u8], share: usize| {
        values
            .get(values.len() * share / 100)
            .copied()
            .unwrap_or(255)
    };
    f32::from(at(&border, 60)) < f32::from(at(&all, 85)) * BORDER
}

/// Where the level line `y = start + lean * x` meets the upright `x = start + lean * y`.
fn meet(level: (f64, f64), upright: (f64, f64)) -> Point {
    let y = (level.0 + level.1 * upright.0) / (1.0 - level.1 * upright.1);
    (upright.0 + upright.1 * y, y)
}

/// A convex four-sided figure of a sheet's proportions that fills enough of the image.
fn is_sheet_like(c: &[Point; 4], image: f64) -> bool {
    let turn = |i: usize| {
        let (a, b, d) = (c[i], c[(i + 1) % 4], c[(i + 2) % 4]);
        (b.0 - a.0) * (d.1 - b.1) - (b.1 - a.1) * (d.0 - b.0)
    };
    let side = |a: Point, b: Point| (a.0 - b.0).hypot(a.1 - b.1);
    let (across, down) = (
        (side(c[0], c[1]) + side(c[3], c[2])) / 2.0,
        (side(c[0], c[3]) + side(c[1], c[2])) / 2.0,
    );
    let area: f64 = (0..4)
        .map(|i| c[i].0 * c[(i + 1) % 4].1 - c[(i + 1) % 4].0 * c[i].1)
        .sum::<f64>()
        / 2.0;
    (0..4).all(|i| turn(i) > 0.0) && area > image * 0.2 && (0.4..2.5).contains(&(across / down))
}

/// One side: `start` at the origin of its axis, `lean` cells for each cell along.
#[derive(Debug, Clone, Copy)]
struct Side {
    start: f32,
    lean: f32,
}

/// Of a brightness, so that steps are ratios; near black they count for less.
fn logarithm(brightness: u8) -> f32 {
    (f32::from(brightness) + 8.0).ln()
}

/// How sharply brightness steps from each row to the next; positive where it grows downwards.
struct Steps {
    width: usize,
    height: usize,
    /// Logarithm of the brightness.
    bright: Vec<f32>,
}

impl Steps {
    fn of(map: &GrayImage) -> Self {
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

    /// The step down at a cell: over two rows, less what goes on before and behind it, so that soft shadows do not count.
    fn at(&self, x: usize, y: usize) -> f32 {
        let b = |dy: isize| {
            self.bright
                [(y as isize + dy).clamp(0, self.height as isize - 1) as usize * self.width + x]
        };
        let step = |dy: isize| b(dy + 1) - b(dy - 1);
        let around = (step(-3) + step(3)) / 2.0;
        step(0) - around.clamp(-0.5, 0.5)
    }

    /// The upper side of the sheet, or the lower one.
    fn side(&self, lower: bool) -> Option<Side> {
        let (w, h) = (self.width, self.height);
        let sign = if lower { -1.0 } else { 1.0 };
        // Sides stand in their own half of the image.
        let rows = if lower { h / 2..h } else { 0..h / 2 };
        let rows_of_votes = h + (w as f32 * MOST_LEAN) as usize * 2;
        let offset = (w as f32 * MOST_LEAN) as usize;
        let mut votes = vec![0f32; rows_of_votes * (LEAN_STEPS as usize + 1)];
        for y in rows {
            for x in 0..w {
                let step = sign * self.at(x, y);
                if step < LEAST_STEP {
                    continue;
                }
                for lean in 0..=LEAN_STEPS {
                    let start = y as f32 + 0.5 - lean_of(lean) * x as f32;
                    let row = (start + offset as f32).round();
                    if (0.0..rows_of_votes as f32).contains(&row) {
                        votes[row as usize * (LEAN_STEPS as usize + 1) + lean as usize] +=
                            step.min(MOST_STEP);
                    }
                }
            }
        }
        let best = (0..votes.len()).max_by(|a, b| votes[*a].total_cmp(&votes[*b]))?;
        let (row, lean) = (
            best / (LEAN_STEPS as usize + 1),
            best % (LEAN_STEPS as usize + 1),
        );
        self.refined(
            Side {
                start: row as f32 - offset as f32,
                lean: lean_of(lean as i32),
            },
            sign,
        )
    }

    /// The line through the sharpest steps near a side, by least squares; `None` where too little of it is seen.
    fn refined(&self, side: Side, sign: f32) -> Option<Side> {
        let mut side = side;
        for reach in [3i32, 2] {
            let mut seen: Vec<(f32, f32, f32)> = Vec::new();
            for x in 0..self.width {
                let middle = side.start + side.lean * x as f32;
                let near = (-reach..=reach).filter_map(|d| {
                    let y = (middle - 0.5).round() as i32 + d;
                    (0..self.height as i32)
                        .contains(&y)
                        .then(|| (y, sign * self.at(x, y as usize)))
                });
                let steps: Vec<(i32, f32)> = near.filter(|(_, step)| *step >= LEAST_STEP).collect();
                let weight: f32 = steps.iter().map(|s| s.1).sum();
                if weight > 0.0 {
                    let y = steps.iter().map(|s| (s.0 as f32 + 0.5) * s.1).sum::<f32>() / weight;
                    seen.push((x as f32, y, weight.min(MOST_STEP)));
                }
            }
            if (seen.len() as f32) < self.width as f32 * LEAST_SEEN {
                return None;
            }
            side = fitted(&seen)?;
        }
        Some(side)
    }
}

fn lean_of(step: i32) -> f32 {
    (step as f32 / LEAN_STEPS as f32 * 2.0 - 1.0) * MOST_LEAN
}

/// The weighted straight line through points.
fn fitted(points: &[(f32, f32, f32)]) -> Option<Side> {
    let sum = |f: &dyn Fn(&(f32, f32, f32)) -> f32| {
        points.iter().map(|p| f64::from(f(p) * p.2)).sum::<f64>()
    };
    let (n, x, y) = (sum(&|_| 1.0), sum(&|p| p.0), sum(&|p| p.1));
    let (xx, xy) = (sum(&|p| p.0 * p.0), sum(&|p| p.0 * p.1));
    let spread = xx - x * x / n;
    if n <= 0.0 || spread.abs() < 1e-6 {
        return None;
    }
    let lean = (xy - x * y / n) / spread;
    Some(Side {
        start: ((y - lean * x) / n) as f32,
        lean: lean as f32,
    })
}

#[cfg(test)]
mod tests {
    use image::Luma;

    use super::*;

    const CORNERS: [Point; 4] = [(30.0, 25.0), (205.0, 40.0), (220.0, 300.0), (18.0, 290.0)];

    fn photo(paper: impl Fn(f64, f64) -> f64, desk: u8) -> GrayImage {
        GrayImage::from_fn(240, 320, |x, y| {
            let p = (f64::from(x) + 0.5, f64::from(y) + 0.5);
            let inside = (0..4).all(|i| {
                let (a, b) = (CORNERS[i], CORNERS[(i + 1) % 4]);
                (b.0 - a.0) * (p.1 - a.1) - (b.1 - a.1) * (p.0 - a.0) > 0.0
            });
            Luma([if inside { paper(p.0, p.1) as u8 } else { desk }])
        })
    }

    #[test]
    fn a_shadow_as_dark_as_the_desk_hides_no_sheet() {
        let shadow = |x: f64, y: f64| 220.0 - 110.0 * ((x + y - 200.0) / 30.0).clamp(0.0, 1.0);
        let found = outline(&photo(shadow, 90)).unwrap();
        for (f, c) in found.iter().zip(CORNERS) {
            assert!(
                (f.0 - c.0).abs() < 2.5 && (f.1 - c.1).abs() < 2.5,
                "{f:?} {c:?}"
            );
        }
    }

    #[test]
    fn scans_have_no_outline() {
        let plain =
            GrayImage::from_fn(240, 320, |_, y| Luma([if y % 11 == 0 { 120 } else { 250 }]));
        let edge = GrayImage::from_fn(240, 320, |x, _| Luma([if x < 12 { 0 } else { 250 }]));
        let dark = GrayImage::from_pixel(240, 320, Luma([40]));
        assert!(outline(&plain).is_none() && outline(&edge).is_none() && outline(&dark).is_none());
    }
}
