//! Background (illumination) estimation and polarity detection: dark on light, or inverted.
//!
//! Ink is whatever is darker than the paper around it, so shadows, yellowed paper and lamp glare
//! have to be known before a page is binarized.

use image::GrayImage;

// Tuning. The map is made on a reduction to about 100 dpi, so a cell is about 1/25 inch.

/// Pixels of the reduced image along each side of a cell of the map.
const CELL: u32 = 4;
/// Radius of the morphological closing, in cells: it removes dark things up to a fifth of an inch
/// wide (bold print, bars, solid marks) from the map.
const CLOSING_RADIUS: usize = 2;
/// The brightness of the page at its best is this quantile of the cells, in fifths.
const BEST_PAPER_FIFTHS: usize = 4;
/// Cells darker than this share of the best paper, in fifths, are not paper in shadow but a black
/// edge, a photograph or the table.
const DARKEST_PAPER_FIFTHS: u32 = 2;

/// Grey levels between ink and paper that a page needs before its polarity can be judged.
const LEAST_CONTRAST: usize = 40;
/// Side of the blocks that an inverted page must not have many of, in pixels of the reduced image:
/// evenly bright ones, as on a bright page on a dark table.
const BRIGHT_BLOCK: u32 = 8;
/// An inverted page has fewer evenly bright blocks than one in this many.
const BRIGHT_BLOCK_SHARE: usize = 10;

/// The brightness of the paper over the source image, on a coarse grid.
#[derive(Debug, Clone)]
pub(super) struct Background {
    width: usize,
    height: usize,
    /// Source pixels per cell.
    cell: (f64, f64),
    paper: Vec<u8>,
    /// Mean of the brighter pixels of each cell, before the closing. The page quad is found on it.
    pub(super) bright: GrayImage,
}

impl Background {
    /// Estimates the background from `small`, a reduction of the source by `(fx, fy)`.
    pub(super) fn estimate(small: &GrayImage, fx: u32, fy: u32) -> Background {
        let width = (small.width() / CELL).max(1);
        let height = (small.height() / CELL).max(1);
        let bright = GrayImage::from_fn(width, height, |x, y| {
            image::Luma([brighter_mean(small, x * CELL, y * CELL)])
        });
        let w = width as usize;
        let h = height as usize;
        let mut paper = bright.as_raw().clone();
        spread(&mut paper, w, h, CLOSING_RADIUS, u8::max);
        spread(&mut paper, w, h, CLOSING_RADIUS, u8::min);
        let mut sorted = paper.clone();
        sorted.sort_unstable();
        let best = u32::from(sorted[sorted.len() * BEST_PAPER_FIFTHS / 5]);
        let floor = (best * DARKEST_PAPER_FIFTHS / 5).max(1) as u8;
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

    /// Brightness of blank paper at the source pixel position `(x, y)`, interpolated between cells;
    /// never 0. Positions outside the image take the value at the nearest border.
    pub(super) fn paper_at(&self, x: f64, y: f64) -> u8 {
        let gx = (x / self.cell.0 - 0.5).clamp(0.0, (self.width - 1) as f64);
        let gy = (y / self.cell.1 - 0.5).clamp(0.0, (self.height - 1) as f64);
        let x0 = gx as usize;
        let y0 = gy as usize;
        let x1 = (x0 + 1).min(self.width - 1);
        let y1 = (y0 + 1).min(self.height - 1);
        let u = gx - x0 as f64;
        let v = gy - y0 as f64;
        let at = |x: usize, y: usize| f64::from(self.paper[y * self.width + x]);
        let top = at(x0, y0) * (1.0 - u) + at(x1, y0) * u;
        let bottom = at(x0, y1) * (1.0 - u) + at(x1, y1) * u;
        ((top * (1.0 - v) + bottom * v) as u8).max(1)
    }
}

/// The mean of a cell's pixels that are at least as bright as the mean of all of them.
fn brighter_mean(small: &GrayImage, x0: u32, y0: u32) -> u8 {
    let x1 = (x0 + CELL).min(small.width());
    let y1 = (y0 + CELL).min(small.height());
    let stride = small.width() as usize;
    let raw = small.as_raw();
    let pixels = || {
        (y0..y1).flat_map(move |y| {
            raw[y as usize * stride + x0 as usize..y as usize * stride + x1 as usize].iter()
        })
    };
    let mean_of_all = mean(pixels());
    mean(pixels().filter(|p| u32::from(**p) >= mean_of_all)) as u8
}

fn mean<'a>(pixels: impl Iterator<Item = &'a u8>) -> u32 {
    let (sum, n) = pixels.fold((0u32, 0u32), |(s, n), &p| (s + u32::from(p), n + 1));
    sum / n.max(1)
}

/// Grey-level dilation or erosion: replaces each cell by the most extreme value within `radius`,
/// along rows and then along columns.
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

/// A box blur over 3 × 3 cells.
fn blur(map: &mut [u8], w: usize, h: usize) {
    let source = map.to_vec();
    for y in 0..h {
        for x in 0..w {
            let ys = y.saturating_sub(1)..(y + 2).min(h);
            let xs = x.saturating_sub(1)..(x + 2).min(w);
            let n = (ys.len() * xs.len()) as u32;
            let cells = ys.flat_map(|r| &source[r * w + xs.start..r * w + xs.end]);
            let sum: u32 = cells.map(|&p| u32::from(p)).sum();
            map[y * w + x] = ((sum + n / 2) / n) as u8;
        }
    }
}

/// Median below which a page is no paper but a screen in dark mode, of 255.
const DARK_SCREEN: usize = 80;

/// Whether the page is printed white on black: most of it is dark, and no larger part of it is
/// evenly bright, as it would be with a bright page on a dark table.
pub(super) fn is_inverted(small: &GrayImage) -> bool {
    let mut histogram = [0u64; 256];
    small.iter().for_each(|&p| histogram[usize::from(p)] += 1);
    let quantiles = (
        quantile(&histogram, 10),
        quantile(&histogram, 500),
        quantile(&histogram, 980),
    );
    let (Some(dark), Some(middle), Some(mut bright)) = quantiles else {
        return false;
    };
    // The dark page of a screen may have very little print.
    if bright < dark + LEAST_CONTRAST && middle < DARK_SCREEN {
        bright = quantile(&histogram, 997).unwrap_or(bright);
    }
    let between = (dark + bright) / 2;
    if bright < dark + LEAST_CONTRAST || middle >= between {
        return false;
    }
    let w = small.width() / BRIGHT_BLOCK;
    let h = small.height() / BRIGHT_BLOCK;
    let evenly_bright = (0..h)
        .flat_map(|y| (0..w).map(move |x| (x, y)))
        .filter(|&(x, y)| is_evenly_bright(small, x * BRIGHT_BLOCK, y * BRIGHT_BLOCK, between))
        .count();
    evenly_bright * BRIGHT_BLOCK_SHARE < (w * h) as usize
}

/// The grey value that this share of the pixels, in per mille, lies below; `None` for no pixels.
fn quantile(histogram: &[u64; 256], per_mille: u64) -> Option<usize> {
    let mut left = histogram.iter().sum::<u64>() * per_mille / 1000;
    histogram.iter().position(|&n| {
        let found = left < n;
        left = left.saturating_sub(n);
        found
    })
}

/// Whether every pixel of a block is brighter than a grey value.
fn is_evenly_bright(small: &GrayImage, x0: u32, y0: u32, than: usize) -> bool {
    (y0..y0 + BRIGHT_BLOCK).all(|y| {
        let start = (y * small.width() + x0) as usize;
        small.as_raw()[start..start + BRIGHT_BLOCK as usize]
            .iter()
            .all(|&p| usize::from(p) > than)
    })
}

#[cfg(test)]
#[path = "background_tests.rs"]
mod tests;
