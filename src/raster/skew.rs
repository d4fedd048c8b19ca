//! Which way lines of text run, and by how much they lean.
//!
//! The axis comes from neighbours: a letter's nearest neighbour stands beside it on its line. The lean is the angle at which
//! the lower edges of the ink gather in the fewest rows. Head up or head down is not decided here: only reading tells.

use super::binarize::{Bitmap, Component};

/// Largest lean looked for, in degrees.
const MOST: f64 = 8.0;

/// Fewer edge pixels than this are too little to judge a lean by.
const FEWEST_EDGES: usize = 150;

/// How far the sharpness at the lean must stand above the mean over all angles.
const DISTINCT: f64 = 1.12;

/// Whether text runs along the columns of the picture (a page turned by 90° or 270°).
pub(super) fn runs_vertically(components: &[Component], dpi: f32) -> bool {
    let (least, most) = ((dpi * 0.02).max(2.0) as u32, (dpi * 0.5) as u32);
    let long = (dpi * 2.0) as u32;
    let piece = |c: &&Component| {
        let (small, large) = (c.width().min(c.height()), c.width().max(c.height()));
        large >= least * 2 && small >= least && small <= most && large <= long
    };
    let mut pieces: Vec<Component> = components.iter().filter(piece).copied().collect();
    pieces.sort_unstable_by_key(|c| c.x0);
    let reach = (dpi * 0.25) as u32;
    let (mut across, mut down) = (0.0f64, 0.0f64);
    // The distance of each piece to its nearest neighbour along its row and along its column.
    let mut nearest = vec![(u32::MAX, u32::MAX); pieces.len()];
    for (i, a) in pieces.iter().enumerate() {
        // Words that melted into one piece are evidence by their own shape; thin letters (i, l, 1) tell the contrary.
        let (w, h) = (f64::from(a.width()), f64::from(a.height()));
        if w.min(h) >= f64::from(dpi) * 0.04 {
            across += if w > 2.0 * h { (w / h).min(8.0) } else { 0.0 };
            down += if h > 2.0 * w { (h / w).min(8.0) } else { 0.0 };
        }
        for (j, b) in pieces
            .iter()
            .enumerate()
            .skip(i + 1)
            .take_while(|(_, b)| b.x0 < a.x1 + reach)
        {
            let shared_rows = a.y1.min(b.y1).saturating_sub(a.y0.max(b.y0));
            let shared_columns = a.x1.min(b.x1).saturating_sub(a.x0.max(b.x0));
            if shared_rows * 2 > a.height().min(b.height()) {
                let gap = b.x0.saturating_sub(a.x1);
                (nearest[i].0, nearest[j].0) = (nearest[i].0.min(gap), nearest[j].0.min(gap));
            } else if shared_columns * 2 > a.width().min(b.width()) {
                let gap = if b.y0 > a.y0 {
                    b.y0.saturating_sub(a.y1)
                } else {
                    a.y0.saturating_sub(b.y1)
                };
                (nearest[i].1, nearest[j].1) = (nearest[i].1.min(gap), nearest[j].1.min(gap));
            }
        }
    }
    for (beside, below) in nearest.into_iter().filter(|(a, b)| *a.min(b) <= reach) {
        across += f64::from(u8::from(beside < below));
        down += f64::from(u8::from(below < beside));
    }
    // A handful of letters proves nothing, and most pages come the right way.
    down >= 8.0 && down > across * 1.2
}

/// The lean of the lines of `mask` in degrees, positive when they sink to the right; 0 when there is too little to judge by.
/// `aspect` is the height of a pixel over its width.
pub(super) fn skew_angle(mask: &Bitmap, aspect: f64) -> f64 {
    let edges = lower_edges(mask);
    if edges.len() < FEWEST_EDGES {
        return 0.0;
    }
    let height = mask.height as f64 * aspect + mask.width as f64 * 2.0 * MOST.to_radians().tan();
    let offset = mask.width as f64 * MOST.to_radians().tan();
    let mut rows = vec![0u32; height as usize + 4];
    let mut sharpness = |degrees: f64| -> f64 {
        rows.fill(0);
        let slope = (degrees.to_radians().tan() * 65536.0) as i64;
        let (step, offset) = ((aspect * 65536.0) as i64, (offset * 65536.0) as i64);
        for &(x, y) in &edges {
            let row = (i64::from(y) * step + offset - i64::from(x) * slope) >> 16;
            if let Some(n) = usize::try_from(row).ok().and_then(|r| rows.get_mut(r)) {
                *n += 1;
            }
        }
        // Neighbouring rows are joined so that a line between two rows counts as much as one on a row.
        rows.windows(2)
            .map(|w| f64::from(w[0] + w[1]))
            .map(|n| n * n)
            .sum()
    };
    let mut best = (sharpness(0.0), 0.0);
    let mut search = |centre: f64, reach: i32, step: f64, best: &mut (f64, f64)| {
        let mut total = 0.0;
        for i in -reach..=reach {
            let degrees = centre + f64::from(i) * step;
            let s = sharpness(degrees);
            total += s;
            if s > best.0 {
                *best = (s, degrees);
            }
        }
        total / f64::from(2 * reach + 1)
    };
    let mean = search(0.0, 32, 0.25, &mut best);
    // Dust and grain have no direction: no angle stands out among them.
    if best.0 < mean * DISTINCT {
        return 0.0;
    }
    search(best.1, 5, 0.05, &mut best);
    let (_, peak) = best;
    // The top of the parabola through the best angle and its neighbours.
    let (a, b, c) = (
        sharpness(peak - 0.05),
        sharpness(peak),
        sharpness(peak + 0.05),
    );
    let bend = a - 2.0 * b + c;
    let shift = if bend < 0.0 {
        (0.5 * (a - c) / bend).clamp(-0.5, 0.5)
    } else {
        0.0
    };
    peak + shift * 0.05
}

/// Ink pixels with paper below them, leaving out the long edges of borders and photographs along columns.
fn lower_edges(mask: &Bitmap) -> Vec<(u32, u32)> {
    let mut edges = Vec::new();
    for y in 0..mask.height.saturating_sub(1) {
        let (row, next) = (
            &mask.ink[y * mask.width..(y + 1) * mask.width],
            &mask.ink[(y + 1) * mask.width..(y + 2) * mask.width],
        );
        for (x, (&p, &below)) in row.iter().zip(next).enumerate() {
            if p > below {
                edges.push((x as u32, y as u32));
            }
        }
    }
    edges
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A page of dashes in lines, leaning by `degrees`.
    fn page(degrees: f64, sideways: bool) -> Bitmap {
        let (width, height) = (850, 1100);
        let mut mask = Bitmap {
            width,
            height,
            ink: vec![0; width * height],
        };
        let slope = degrees.to_radians().tan();
        for line in 0..40 {
            for x in 60..790usize {
                if x % 9 < 5 {
                    let y = 100.0 + f64::from(line) * 22.0 + x as f64 * slope;
                    for dy in 0..9 {
                        let (x, y) = if sideways {
                            (y as usize + dy, x)
                        } else {
                            (x, y as usize + dy)
                        };
                        if x < width && y < height {
                            mask.ink[y * width + x] = 1;
                        }
                    }
                }
            }
        }
        mask
    }

    #[test]
    fn lean_is_found_to_a_tenth_of_a_degree() {
        for degrees in [-6.9, -2.33, -0.4, 0.0, 0.17, 1.06, 4.5, 7.0] {
            let found = skew_angle(&page(degrees, false), 1.0);
            assert!((found - degrees).abs() < 0.1, "{degrees} {found}");
        }
    }

    #[test]
    fn blank_pages_do_not_lean() {
        assert_eq!(
            skew_angle(
                &Bitmap {
                    width: 100,
                    height: 100,
                    ink: vec![0; 10_000]
                },
                1.0
            ),
            0.0
        );
        assert_eq!(skew_angle(&Bitmap::default(), 1.0), 0.0);
    }

    #[test]
    fn the_axis_of_text_is_found() {
        assert!(!runs_vertically(&page(2.0, false).components().0, 100.0));
        assert!(runs_vertically(&page(2.0, true).components().0, 100.0));
        assert!(!runs_vertically(&[], 100.0));
    }
}
