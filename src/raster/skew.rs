//! Page orientation (0° or 90°) and skew estimation by projection profile.
//!
//! The orientation comes from neighbours: the nearest neighbour of a letter is next to it on its
//! line. The skew angle is the one at which the lower edges of the ink gather in the fewest rows.
//! Telling upright from upside down is not possible here: that takes recognition.

use super::binarize::{Bitmap, Component};

// Tuning: orientation. Sizes of components are in inches.

/// Least short side of a component that may be a letter; its long side is at least twice this.
const LEAST_SIDE: f32 = 0.02;
/// Largest short side.
const MOST_SHORT_SIDE: f32 = 0.5;
/// Largest long side: a long word of touching letters.
const MOST_LONG_SIDE: f32 = 2.0;
/// How far a neighbour may be.
const REACH: f32 = 0.25;
/// Elongated components of at least this width are words of touching letters. Thinner ones are
/// letters (i, l, 1), which are elongated across the line.
const LEAST_WORD: f64 = 0.04;
/// Least aspect ratio of such a word.
const WORD_ASPECT: f64 = 2.0;
/// Most votes of one word.
const MOST_WORD_VOTES: f64 = 8.0;
/// Fewest votes for vertical text: a handful of letters proves nothing.
const LEAST_VOTES: f64 = 8.0;
/// Votes for vertical text must outweigh the others by this factor: most pages are not rotated.
const VERTICAL_ADVANTAGE: f64 = 1.2;

// Tuning: skew. Angles are in degrees.

/// Largest skew angle that is looked for: paper on the glass, or in a feeder, is straighter.
const MOST_SKEW: f64 = 8.0;
/// Step of the first search, over all angles.
const COARSE_STEP: f64 = 0.25;
/// Steps of the first search to either side.
const COARSE_REACH: i32 = 32;
/// Step of the second search, around the best angle: half a pixel over a line of 600.
const FINE_STEP: f64 = 0.05;
/// Steps of the second search to either side.
const FINE_REACH: i32 = 5;
/// Fewest edge pixels that skew is estimated from.
const FEWEST_EDGES: usize = 150;
/// How far the profile at the best angle must be sharper than the mean over all angles.
const DISTINCT: f64 = 1.12;

/// Whether text runs along the columns of the image (a page rotated by 90° or 270°).
pub(super) fn runs_vertically(components: &[Component], dpi: f32) -> bool {
    let letters = letter_like(components, dpi);
    let reach = (dpi * REACH) as u32;
    let mut across = 0.0f64;
    let mut down = 0.0f64;
    for letter in &letters {
        let w = f64::from(letter.width());
        let h = f64::from(letter.height());
        if w.min(h) >= f64::from(dpi) * LEAST_WORD {
            across += word_votes(w, h);
            down += word_votes(h, w);
        }
    }
    for gaps in nearest_gaps(&letters, reach) {
        if gaps.beside.min(gaps.below) <= reach {
            across += f64::from(u8::from(gaps.beside < gaps.below));
            down += f64::from(u8::from(gaps.below < gaps.beside));
        }
    }
    down >= LEAST_VOTES && down > across * VERTICAL_ADVANTAGE
}

/// The components that may be letters or words, from left to right.
fn letter_like(components: &[Component], dpi: f32) -> Vec<Component> {
    let least = (dpi * LEAST_SIDE).max(2.0) as u32;
    let most = (dpi * MOST_SHORT_SIDE) as u32;
    let long = (dpi * MOST_LONG_SIDE) as u32;
    let mut letters: Vec<Component> = components
        .iter()
        .filter(|c| {
            let small = c.width().min(c.height());
            let large = c.width().max(c.height());
            large >= least * 2 && small >= least && small <= most && large <= long
        })
        .copied()
        .collect();
    letters.sort_unstable_by_key(|c| c.x0);
    letters
}

/// How strongly the shape of a component votes for text along its long side.
fn word_votes(along: f64, across: f64) -> f64 {
    if along > WORD_ASPECT * across {
        (along / across).min(MOST_WORD_VOTES)
    } else {
        0.0
    }
}

/// The distances of a letter to its nearest neighbours along its row and along its column.
#[derive(Clone, Copy)]
struct Gaps {
    beside: u32,
    below: u32,
}

fn nearest_gaps(letters: &[Component], reach: u32) -> Vec<Gaps> {
    let none = Gaps {
        beside: u32::MAX,
        below: u32::MAX,
    };
    let mut gaps = vec![none; letters.len()];
    for (i, a) in letters.iter().enumerate() {
        for (j, b) in letters
            .iter()
            .enumerate()
            .skip(i + 1)
            .take_while(|(_, b)| b.x0 < a.x1 + reach)
        {
            let shared_rows = a.y1.min(b.y1).saturating_sub(a.y0.max(b.y0));
            let shared_columns = a.x1.min(b.x1).saturating_sub(a.x0.max(b.x0));
            if shared_rows * 2 > a.height().min(b.height()) {
                let gap = b.x0.saturating_sub(a.x1);
                gaps[i].beside = gaps[i].beside.min(gap);
                gaps[j].beside = gaps[j].beside.min(gap);
            } else if shared_columns * 2 > a.width().min(b.width()) {
                let gap = if b.y0 > a.y0 {
                    b.y0.saturating_sub(a.y1)
                } else {
                    a.y0.saturating_sub(b.y1)
                };
                gaps[i].below = gaps[i].below.min(gap);
                gaps[j].below = gaps[j].below.min(gap);
            }
        }
    }
    gaps
}

/// The skew angle of `bitmap` in degrees, positive when lines sink to the right; 0 if there is too
/// little ink to estimate it. `aspect` is the height of a pixel over its width.
pub(super) fn skew_angle(bitmap: &Bitmap, aspect: f64) -> f64 {
    let edges = lower_edges(bitmap);
    if edges.len() < FEWEST_EDGES {
        return 0.0;
    }
    let mut profile = Profile::new(bitmap, aspect, edges);
    let mut best = (profile.sharpness(0.0), 0.0);
    let mean = profile.search(0.0, COARSE_REACH, COARSE_STEP, &mut best);
    // Dust and grain have no direction: no angle stands out.
    if best.0 < mean * DISTINCT {
        return 0.0;
    }
    profile.search(best.1, FINE_REACH, FINE_STEP, &mut best);
    let (_, peak) = best;
    // The vertex of the parabola through the best angle and its neighbours.
    let before = profile.sharpness(peak - FINE_STEP);
    let at = profile.sharpness(peak);
    let after = profile.sharpness(peak + FINE_STEP);
    let bend = before - 2.0 * at + after;
    let shift = if bend < 0.0 {
        (0.5 * (before - after) / bend).clamp(-0.5, 0.5)
    } else {
        0.0
    };
    peak + shift * FINE_STEP
}

/// The projection profile of edge pixels along lines of any slope.
struct Profile {
    edges: Vec<(u32, u32)>,
    /// Edge pixels in each row, at the angle that was projected last.
    rows: Vec<u32>,
    /// Height of a pixel over its width, in 65,536ths.
    step: i64,
    /// Added to each row so that none is negative, in 65,536ths.
    offset: i64,
}

impl Profile {
    fn new(bitmap: &Bitmap, aspect: f64, edges: Vec<(u32, u32)>) -> Self {
        let height = bitmap.height as f64 * aspect
            + bitmap.width as f64 * 2.0 * MOST_SKEW.to_radians().tan();
        let offset = bitmap.width as f64 * MOST_SKEW.to_radians().tan();
        Self {
            edges,
            rows: vec![0u32; height as usize + 4],
            step: (aspect * 65536.0) as i64,
            offset: (offset * 65536.0) as i64,
        }
    }

    /// The sum of squares of the profile at an angle. It is largest where edges gather in few rows.
    fn sharpness(&mut self, degrees: f64) -> f64 {
        let rows = &mut self.rows[..];
        let step = self.step;
        let offset = self.offset;
        rows.fill(0);
        let slope = (degrees.to_radians().tan() * 65536.0) as i64;
        for &(x, y) in &self.edges {
            let row = (i64::from(y) * step + offset - i64::from(x) * slope) >> 16;
            if let Some(n) = usize::try_from(row).ok().and_then(|r| rows.get_mut(r)) {
                *n += 1;
            }
        }
        // Neighbouring rows are joined, so that a line between two rows counts as much as one on
        // a row.
        rows.windows(2)
            .map(|w| f64::from(w[0] + w[1]))
            .map(|n| n * n)
            .sum()
    }

    /// Tries `reach` steps to either side of `centre`, keeps the best sharpness and angle, and
    /// returns the mean sharpness.
    fn search(&mut self, centre: f64, reach: i32, step: f64, best: &mut (f64, f64)) -> f64 {
        let mut total = 0.0;
        for i in -reach..=reach {
            let degrees = centre + f64::from(i) * step;
            let sharpness = self.sharpness(degrees);
            total += sharpness;
            if sharpness > best.0 {
                *best = (sharpness, degrees);
            }
        }
        total / f64::from(2 * reach + 1)
    }
}

/// Ink pixels with paper below them. The long vertical edges of borders and photographs are not
/// among them.
fn lower_edges(bitmap: &Bitmap) -> Vec<(u32, u32)> {
    let mut edges = Vec::new();
    for y in 0..bitmap.height.saturating_sub(1) {
        let row = &bitmap.ink[y * bitmap.width..(y + 1) * bitmap.width];
        let next = &bitmap.ink[(y + 1) * bitmap.width..(y + 2) * bitmap.width];
        for (x, (&p, &below)) in row.iter().zip(next).enumerate() {
            if p > below {
                edges.push((x as u32, y as u32));
            }
        }
    }
    edges
}

#[cfg(test)]
#[path = "skew_tests.rs"]
mod tests;
