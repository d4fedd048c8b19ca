//! Where a line of text stands: its baseline and the height of its capitals and digits, from the boxes of its letters.

use super::binarize::Component;

/// A line's measures; the baseline is `y = b[0] + b[1]·d + b[2]·d²` with `d` counted from the leftmost letter.
pub(super) struct Fit {
    pub(super) baseline: [f32; 3],
    pub(super) cap_height: f32,
}

/// Fits the line through the lower edges of `members`, which must be sorted by their left edge.
pub(super) fn fit(members: &[Component]) -> Fit {
    let Some(first) = members.first() else {
        return Fit {
            baseline: [0.0; 3],
            cap_height: 1.0,
        };
    };
    let mut heights: Vec<f32> = members.iter().map(|c| c.height() as f32).collect();
    let typical = quantile(&mut heights, 0.6).max(1.0);
    let x0 = first.x0 as f32;
    // Hyphens and dots do not stand on the baseline.
    let points: Vec<(f32, f32)> = members
        .iter()
        .filter(|c| c.height() as f32 >= typical * 0.5)
        .map(|c| ((c.x0 + c.x1) as f32 / 2.0 - x0, c.y1 as f32))
        .collect();
    let baseline = robust_curve(&points, typical);
    let at = |x: f32| baseline[0] + baseline[1] * x + baseline[2] * x * x;
    let mut above: Vec<f32> = members
        .iter()
        .map(|c| at((c.x0 + c.x1) as f32 / 2.0 - x0) - c.y0 as f32)
        .filter(|h| *h > typical * 0.3)
        .collect();
    let cap_height = quantile(&mut above, 0.88).clamp(typical * 0.6, typical * 1.9);
    Fit {
        baseline,
        cap_height,
    }
}

fn quantile(values: &mut [f32], share: f32) -> f32 {
    if values.is_empty() {
        return 0.0;
    }
    let at = ((values.len() - 1) as f32 * share + 0.5) as usize;
    *values.select_nth_unstable_by(at, f32::total_cmp).1
}

/// The line, or for long lines the gentle bend, on which most points stand. Letters that reach below are left out step by step.
fn robust_curve(points: &[(f32, f32)], typical: f32) -> [f32; 3] {
    let mut ys: Vec<f32> = points.iter().map(|p| p.1).collect();
    let level = quantile(&mut ys, 0.5);
    let width = points.iter().fold(0.0f32, |w, p| w.max(p.0));
    if points.len() < 4 || width < typical * 3.0 {
        return [level, 0.0, 0.0];
    }
    let mut curve = [median_line(points, level), [level, 0.0, 0.0]][usize::from(points.len() < 5)];
    for (share, bend) in [(0.3, false), (0.16, false), (0.16, true)] {
        if bend && (points.len() < 24 || width < typical * 20.0) {
            break;
        }
        let at = |x: f32| curve[0] + curve[1] * x + curve[2] * x * x;
        let near: Vec<(f32, f32)> = points
            .iter()
            .filter(|p| (p.1 - at(p.0)).abs() <= (typical * share).max(1.0))
            .copied()
            .collect();
        if near.len() * 3 < points.len() || near.len() < 3 {
            break;
        }
        if let Some(better) = least_squares(&near, if bend { 3 } else { 2 }) {
            curve = better;
        }
    }
    if curve[1].abs() > 0.2 {
        [level, 0.0, 0.0]
    } else {
        curve
    }
}

/// A first slope that descenders cannot pull: between the median of the left third and that of the right third.
fn median_line(points: &[(f32, f32)], level: f32) -> [f32; 3] {
    let third = (points.len() / 3).max(1);
    let end = |part: &[(f32, f32)]| {
        let (mut x, mut y): (Vec<f32>, Vec<f32>) = part.iter().copied().unzip();
        (quantile(&mut x, 0.5), quantile(&mut y, 0.5))
    };
    let (left, right) = (end(&points[..third]), end(&points[points.len() - third..]));
    let run = right.0 - left.0;
    if run <= 1.0 {
        return [level, 0.0, 0.0];
    }
    let slope = (right.1 - left.1) / run;
    [left.1 - slope * left.0, slope, 0.0]
}

/// Least squares of degree `terms - 1` (1 or 2), in f64 about the middle of the points.
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
        for j in 0..terms {
            if j != i {
                let factor = m[j][i] / pivot;
                let from = m[i];
                m[j].iter_mut()
                    .zip(from)
                    .for_each(|(cell, f)| *cell -= factor * f);
            }
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
mod tests {
    use super::*;

    fn letter(x: u32, y: u32, height: u32) -> Component {
        Component {
            x0: x,
            y0: y - height,
            x1: x + 8,
            y1: y,
            area: 8 * height,
        }
    }

    #[test]
    fn descenders_do_not_pull_the_baseline() {
        let letters: Vec<Component> = (0..30)
            .map(|i| letter(i * 12, if i % 4 == 1 { 104 } else { 100 }, 12))
            .collect();
        let f = fit(&letters);
        assert!((f.baseline[0] - 100.0).abs() < 0.2 && f.baseline[1].abs() < 0.001);
        assert!((f.cap_height - 12.0).abs() < 0.5, "{}", f.cap_height);
    }

    #[test]
    fn capitals_give_the_height_of_lower_case_lines() {
        let letters: Vec<Component> = (0..30)
            .map(|i| letter(i * 12, 100 + i / 5, if i % 4 == 1 { 16 } else { 11 }))
            .collect();
        let f = fit(&letters);
        assert!(
            (f.cap_height - 16.0).abs() < 1.0 && (f.baseline[1] - 1.0 / 60.0).abs() < 0.003,
            "{} {:?}",
            f.cap_height,
            f.baseline
        );
    }

    #[test]
    fn bent_lines_bend() {
        let bend = |x: u32| 100.0 + 0.00002 * f64::from(x * x);
        let letters: Vec<Component> = (0..90)
            .map(|i| letter(i * 12, bend(i * 12 + 4).round() as u32, 14))
            .collect();
        let f = fit(&letters);
        for x in [0.0f32, 500.0, 1000.0] {
            let found = f.baseline[0] + f.baseline[1] * x + f.baseline[2] * x * x;
            assert!(
                (f64::from(found) - bend(x as u32)).abs() < 1.0,
                "{x} {found}"
            );
        }
    }

    #[test]
    fn nothing_and_one_letter_are_no_trouble() {
        assert_eq!(fit(&[]).cap_height, 1.0);
        assert_eq!(fit(&[letter(3, 20, 10)]).baseline[0], 20.0);
    }
}
