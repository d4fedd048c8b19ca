//! Baseline fit: the baseline of a text line and its cap height, from the boxes of its letters.

use super::binarize::Component;

// Tuning. "Typical" is the height that [`TYPICAL_HEIGHT`] of the letters stay below; lengths are
// multiples of it.

/// Quantile of the letter heights that counts as the typical height.
const TYPICAL_HEIGHT: f32 = 0.6;
/// Pieces lower than this don't sit on the baseline: hyphens and dots.
const LOWEST_ON_BASELINE: f32 = 0.5;
/// Letters that rise less than this above the baseline don't count for the cap height.
const LOWEST_RISE: f32 = 0.3;
/// Quantile of the rises that is the cap height. Even lower-case lines have an ascender in eight
/// letters, and the tallest piece may be a speck or touch the line above.
const CAP_HEIGHT: f32 = 0.88;
/// Least cap height.
const LEAST_CAP_HEIGHT: f32 = 0.6;
/// Largest cap height.
const MOST_CAP_HEIGHT: f32 = 1.9;

/// Fewest letters, and least width in typical heights, that a slope is fitted to.
const SLOPE_NEEDS: (usize, f32) = (4, 3.0);
/// Fewest letters that the slope between the thirds of a line is taken from.
const THIRDS_NEED: usize = 5;
/// Fewest letters, and least width in typical heights, that a bend is fitted to.
const BEND_NEEDS: (usize, f32) = (24, 20.0);
/// The robust fit's steps: how far from the curve so far, in typical heights, a letter may sit to
/// count (descenders drop out), and whether a bend is fitted.
const ROUNDS: [(f32, bool); 3] = [(0.3, false), (0.16, false), (0.16, true)];
/// The page is deskewed, so a steeper line than this (rise over run) is a bad fit.
const STEEPEST: f32 = 0.2;

/// A line's measures; the baseline is `y = b[0] + b[1]·d + b[2]·d²`, with `d` counted from the
/// leftmost letter.
pub(super) struct BaselineFit {
    pub(super) baseline: [f32; 3],
    pub(super) cap_height: f32,
}

/// Fits the baseline to the lower edges of `letters`, which must be sorted by their left edge.
pub(super) fn fit_baseline(letters: &[Component]) -> BaselineFit {
    let Some(first) = letters.first() else {
        return BaselineFit {
            baseline: [0.0; 3],
            cap_height: 1.0,
        };
    };
    let mut heights: Vec<f32> = letters.iter().map(|c| c.height() as f32).collect();
    let typical = quantile(&mut heights, TYPICAL_HEIGHT).max(1.0);
    let x0 = first.x0 as f32;
    let middle = |c: &Component| (c.x0 + c.x1) as f32 / 2.0 - x0;
    let points: Vec<(f32, f32)> = letters
        .iter()
        .filter(|c| c.height() as f32 >= typical * LOWEST_ON_BASELINE)
        .map(|c| (middle(c), c.y1 as f32))
        .collect();
    let baseline = robust_curve(&points, typical);
    let mut rises: Vec<f32> = letters
        .iter()
        .map(|c| value_at(&baseline, middle(c)) - c.y0 as f32)
        .filter(|h| *h > typical * LOWEST_RISE)
        .collect();
    let cap_height = quantile(&mut rises, CAP_HEIGHT)
        .clamp(typical * LEAST_CAP_HEIGHT, typical * MOST_CAP_HEIGHT);
    BaselineFit {
        baseline,
        cap_height,
    }
}

fn value_at(curve: &[f32; 3], x: f32) -> f32 {
    curve[0] + curve[1] * x + curve[2] * x * x
}

fn quantile(values: &mut [f32], share: f32) -> f32 {
    if values.is_empty() {
        return 0.0;
    }
    let at = ((values.len() - 1) as f32 * share + 0.5) as usize;
    *values.select_nth_unstable_by(at, f32::total_cmp).1
}

/// The straight line, or for long lines the gentle bend, that most points sit on. Descenders are
/// left out step by step.
fn robust_curve(points: &[(f32, f32)], typical: f32) -> [f32; 3] {
    let mut ys: Vec<f32> = points.iter().map(|p| p.1).collect();
    let level = quantile(&mut ys, 0.5);
    let width = points.iter().fold(0.0f32, |w, p| w.max(p.0));
    if points.len() < SLOPE_NEEDS.0 || width < typical * SLOPE_NEEDS.1 {
        return [level, 0.0, 0.0];
    }
    let mut curve = if points.len() < THIRDS_NEED {
        [level, 0.0, 0.0]
    } else {
        median_line(points, level)
    };
    for (share, bend) in ROUNDS {
        if bend && (points.len() < BEND_NEEDS.0 || width < typical * BEND_NEEDS.1) {
            break;
        }
        let near: Vec<(f32, f32)> = points
            .iter()
            .filter(|p| (p.1 - value_at(&curve, p.0)).abs() <= (typical * share).max(1.0))
            .copied()
            .collect();
        if near.len() * 3 < points.len() || near.len() < 3 {
            break;
        }
        if let Some(better) = least_squares(&near, if bend { 3 } else { 2 }) {
            curve = better;
        }
    }
    if curve[1].abs() > STEEPEST {
        [level, 0.0, 0.0]
    } else {
        curve
    }
}

/// A first slope that descenders cannot pull: between the median of the left third and that of the
/// right third.
fn median_line(points: &[(f32, f32)], level: f32) -> [f32; 3] {
    let third = (points.len() / 3).max(1);
    let left = median_point(&points[..third]);
    let right = median_point(&points[points.len() - third..]);
    let run = right.0 - left.0;
    if run <= 1.0 {
        return [level, 0.0, 0.0];
    }
    let slope = (right.1 - left.1) / run;
    [left.1 - slope * left.0, slope, 0.0]
}

fn median_point(points: &[(f32, f32)]) -> (f32, f32) {
    let (mut x, mut y): (Vec<f32>, Vec<f32>) = points.iter().copied().unzip();
    (quantile(&mut x, 0.5), quantile(&mut y, 0.5))
}

/// Least squares of degree `terms - 1` (1 or 2), in f64, with x scaled to 0..=1.
fn least_squares(points: &[(f32, f32)], terms: usize) -> Option<[f32; 3]> {
    let n = points.len() as f64;
    let scale = points.iter().fold(1.0f64, |s, p| s.max(f64::from(p.0)));
    let mut m = [[0.0f64; 4]; 3];
    for &(x, y) in points {
        let x = f64::from(x) / scale;
        let powers = [1.0, x, x * x];
        for (row, a) in m.iter_mut().zip(powers) {
            for (cell, b) in row.iter_mut().zip(powers) {
                *cell += a * b / n;
            }
            row[3] += a * f64::from(y) / n;
        }
    }
    for i in 0..terms {
        let pivot = m[i][i];
        if pivot.abs() < 1e-9 {
            return None;
        }
        for j in (0..terms).filter(|j| *j != i) {
            let factor = m[j][i] / pivot;
            let from = m[i];
            m[j].iter_mut()
                .zip(from)
                .for_each(|(cell, f)| *cell -= factor * f);
        }
    }
    let c = |i: usize| if i < terms { m[i][3] / m[i][i] } else { 0.0 };
    Some([
        c(0) as f32,
        (c(1) / scale) as f32,
        (c(2) / scale / scale) as f32,
    ])
}

#[cfg(test)]
#[path = "baseline_tests.rs"]
mod tests;
