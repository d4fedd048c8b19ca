//! How bright the paper is at each place of an image, and which way round black and white are.
//!
//! Everything darker than its surrounding paper is ink; so shadows, yellowed sheets and lamp spots must be known first.

use image::GrayImage;

/// Rows of pixels of the reduced image that make one cell of the paper map.
const CELL: u32 = 4;

/// The brightness of the paper over the source image, on a coarse grid.
#[derive(Debug, Clone)]
pub(super) struct Background {
    width: usize,
    height: usize,
    /// Source pixels per cell.
    cell: (f64, f64),
    paper: Vec<u8>,
    /// Mean of the brighter pixels of each cell, before dark places were filled: what the sheet is found on.
    pub(super) bright: GrayImage,
}

impl Background {
    /// Measures the paper on `small`, a reduction of the source by `(fx, fy)`.
    pub(super) fn measure(small: &GrayImage, fx: u32, fy: u32) -> Background {
        let (w, h) = (
            (small.width() / CELL).max(1),
            (small.height() / CELL).max(1),
        );
        let bright = GrayImage::from_fn(w, h, |x, y| {
            image::Luma([brighter_mean(small, x * CELL, y * CELL)])
        });
        let (w, h) = (w as usize, h as usize);
        let mut paper = bright.as_raw().clone();
        // Close dark things up to a fifth of an inch (bold print, bars, solid marks).
        spread(&mut paper, w, h, 2, u8::max);
        spread(&mut paper, w, h, 2, u8::min);
        let mut sorted = paper.clone();
        sorted.sort_unstable();
        // Anything much darker than the sheet at its best is no paper in shadow but a black edge, a photograph or a desk.
        let floor = (u32::from(sorted[sorted.len() * 4 / 5]) * 2 / 5).max(1) as u8;
        paper.iter_mut().for_each(|p| *p = (*p).max(floor));
        blur(&mut paper, w, h);
        Background {
            width: w,
            height: h,
            cell: (f64::from(fx * CELL), f64::from(fy * CELL)),
            paper,
            bright,
        }
    }

    /// Brightness of blank paper at the source pixel position `(x, y)`; never 0. Positions outside take the nearest border.
    pub(super) fn paper_at(&self, x: f64, y: f64) -> u8 {
        let gx = (x / self.cell.0 - 0.5).clamp(0.0, (self.width - 1) as f64);
        let gy = (y / self.cell.1 - 0.5).clamp(0.0, (self.height - 1) as f64);
        let (x0, y0) = (gx as usize, gy as usize);
        let (x1, y1) = ((x0 + 1).min(self.width - 1), (y0 + 1).min(self.height - 1));
        let (u, v) = (gx - x0 as f64, gy - y0 as f64);
        let at = |x: usize, y: usize| f64::from(self.paper[y * self.width + x]);
        let top = at(x0, y0) * (1.0 - u) + at(x1, y0) * u;
        let bottom = at(x0, y1) * (1.0 - u) + at(x1, y1) * u;
        ((top * (1.0 - v) + bottom * v) as u8).max(1)
    }
}

fn brighter_mean(small: &GrayImage, x0: u32, y0: u32) -> u8 {
    let (x1, y1) = (
        (x0 + CELL).min(small.width()),
        (y0 + CELL).min(small.height()),
    );
    let stride = small.width() as usize;
    let raw = small.as_raw();
    let pixels = || {
        (y0..y1).flat_map(move |y| {
            raw[y as usize * stride + x0 as usize..y as usize * stride + x1 as usize].iter()
        })
    };
    let (sum, n) = pixels().fold((0u32, 0u32), |(s, n), &p| (s + u32::from(p), n + 1));
    let mean = sum / n.max(1);
    let (sum, n) = pixels()
        .filter(|p| u32::from(**p) >= mean)
        .fold((0u32, 0u32), |(s, n), &p| (s + u32::from(p), n + 1));
    (sum / n.max(1)) as u8
}

/// Replaces each cell by the most extreme of its neighbourhood of `radius`, along rows and then along columns.
fn spread(map: &mut [u8], w: usize, h: usize, radius: usize, pick: fn(u8, u8) -> u8) {
    let source = map.to_vec();
    for y in 0..h {
        for x in 0..w {
            let near = &source[y * w + x.saturating_sub(radius)..y * w + (x + radius + 1).min(w)];
            map[y * w + x] = near.iter().copied().reduce(pick).unwrap_or(255);
        }
    }
    let source = map.to_vec();
    for y in 0..h {
        for x in 0..w {
            let rows = y.saturating_sub(radius)..(y + radius + 1).min(h);
            map[y * w + x] = rows.map(|r| source[r * w + x]).reduce(pick).unwrap_or(255);
        }
    }
}

fn blur(map: &mut [u8], w: usize, h: usize) {
    let source = map.to_vec();
    for y in 0..h {
        for x in 0..w {
            let (ys, xs) = (
                y.saturating_sub(1)..(y + 2).min(h),
                x.saturating_sub(1)..(x + 2).min(w),
            );
            let n = (ys.len() * xs.len()) as u32;
            let sum: u32 = ys
                .map(|r| {
                    source[r * w + xs.start..r * w + xs.end]
                        .iter()
                        .map(|&p| u32::from(p))
                        .sum::<u32>()
                })
                .sum();
            map[y * w + x] = ((sum + n / 2) / n) as u8;
        }
    }
}

/// A page darker than this on the whole is no paper.
const DARK_SCREEN: usize = 80;

/// Whether the page is printed white on black: most of it is dark, and no larger part of it is evenly bright (a bright
/// sheet on a dark desk has such a part).
pub(super) fn is_inverted(small: &GrayImage) -> bool {
    let mut histogram = [0u64; 256];
    small.iter().for_each(|&p| histogram[usize::from(p)] += 1);
    let total: u64 = histogram.iter().sum();
    let quantile = |share: u64| {
        let mut left = total * share / 1000;
        histogram.iter().position(|&n| {
            let found = left < n;
            left = left.saturating_sub(n);
            found
        })
    };
    let (Some(dark), Some(middle), Some(mut bright)) = (quantile(10), quantile(500), quantile(980))
    else {
        return false;
    };
    // The dark page of a screen may have very little print.
    if bright < dark + 40 && middle < DARK_SCREEN {
        bright = quantile(997).unwrap_or(bright);
    }
    let between = (dark + bright) / 2;
    if bright < dark + 40 || middle >= between {
        return false;
    }
    let (w, h) = (small.width() / 8, small.height() / 8);
    let evenly_bright = (0..h)
        .flat_map(|y| (0..w).map(move |x| (x, y)))
        .filter(|&(x, y)| {
            (0..8).all(|dy| {
                let start = ((y * 8 + dy) * small.width() + x * 8) as usize;
                small.as_raw()[start..start + 8]
                    .iter()
                    .all(|&p| usize::from(p) > between)
            })
        })
        .count();
    evenly_bright * 10 < (w * h) as usize
}

#[cfg(test)]
mod tests {
    use image::Luma;

    use super::*;

    #[test]
    fn paper_follows_the_light_and_ignores_print() {
        let page = GrayImage::from_fn(400, 400, |x, y| {
            Luma([if x % 10 < 4 && y % 12 < 7 {
                20
            } else {
                (120 + x / 4) as u8
            }])
        });
        let light = Background::measure(&page, 1, 1);
        for x in [40.0, 200.0, 360.0] {
            let expected = 120.0 + x / 4.0;
            assert!(
                (f64::from(light.paper_at(x, 200.0)) - expected).abs() < 6.0,
                "{x}"
            );
        }
    }

    #[test]
    fn white_on_black_is_told_from_a_sheet_on_a_desk() {
        let letters = |x: u32, y: u32| x % 9 < 3 && y % 30 < 8;
        let inverted = GrayImage::from_fn(300, 300, |x, y| {
            Luma([if letters(x, y) { 240 } else { 15 }])
        });
        let desk = GrayImage::from_fn(300, 300, |x, y| {
            Luma([if x > 100 && y > 100 && !letters(x, y) {
                230
            } else {
                30
            }])
        });
        let plain = GrayImage::from_fn(300, 300, |x, y| {
            Luma([if letters(x, y) { 15 } else { 240 }])
        });
        assert!(is_inverted(&inverted) && !is_inverted(&desk) && !is_inverted(&plain));
        let screen = GrayImage::from_fn(300, 300, |x, y| {
            Luma([if x < 60 && y < 60 && letters(x, y) {
                225
            } else {
                28
            }])
        });
        assert!(is_inverted(&screen));
        assert!(!is_inverted(&GrayImage::new(1, 1)) && !is_inverted(&GrayImage::new(0, 0)));
    }
}
