//! Line crops: one text line sampled from the original pixels, as a strip for an OCR engine.

use std::ops::Range;

use image::{GrayImage, Luma};

use super::comb::Comb;
use super::line_box::LineBox;
use super::page::PageLayout;
use super::sampling::walk;

// Tuning. Greys are 0 (black) to 255; sizes are those of the strip unless stated otherwise.

/// Longer strips are cut off, in pixels: no line of a page is longer.
const LONGEST: f32 = 8192.0;
/// Strip heights that can be asked for, in pixels.
const HEIGHTS: (u32, u32) = (8, 256);
/// Cap heights that can be asked for, as shares of the strip's height.
const CAP_SHARES: (f32, f32) = (0.2, 0.9);
/// Largest padding that can be asked for, in cap heights.
const MOST_PADDING: f32 = 8.0;
/// How far the print is raised above the middle, as a share of the strip's height: descenders need
/// room below the baseline.
const RAISED: f32 = 0.02;
/// Most samples per pixel along each axis; finer images don't read better.
const MOST_TAPS: usize = 6;

/// Grey that blank paper gets.
const PAPER: u32 = 250;
/// Grey levels between ink and paper from which contrast is stretched; below is paper and noise.
const LEAST_CONTRAST: usize = 25;
/// Greys that ink and paper are stretched to.
const STRETCHED: (f32, f32) = (24.0, 246.0);
/// Percentiles of the strip that count as ink and as paper.
const INK_AND_PAPER: (u32, u32) = (2, 80);

/// Anything darker than this may belong to a rule.
const DARK: u8 = 150;
/// A rule is longer than this multiple of the strip's height, as a fraction: no stroke is.
const RULE_LENGTH: (usize, usize) = (5, 2);
/// Bright pixels in a row that end a rule.
const RULE_GAP: usize = 2;
/// Pixels on either side of a rule that are erased with it: its grey fringe.
const FRINGE: usize = 2;
/// A vertical bar is dark over at least this share of the strip's height: no letter is.
const BAR_HEIGHT: (usize, usize) = (19, 20);

/// How a line is cropped.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CropOptions {
    /// Height of the strip in pixels.
    pub height: u32,
    /// Cap height as a share of the strip's height.
    pub cap_share: f32,
    /// Paper left and right of the ink, in cap heights.
    pub padding: f32,
    /// Whether printed rules running through the strip are painted over.
    pub erase_rules: bool,
    /// Whether contrast is stretched, so that faint print becomes as dark as bold print.
    pub stretch: bool,
}

impl CropOptions {
    /// The first pass: 32 pixels, cap height 18 pixels (with descenders, print fills about 70 % of
    /// the height), rules painted over.
    pub const FIRST: CropOptions = CropOptions {
        height: 32,
        cap_share: 0.5625,
        padding: 0.6,
        erase_rules: true,
        stretch: true,
    };

    /// A second, independent pass: smaller print, wider margins, rules left in, contrast unchanged.
    pub const SECOND: CropOptions = CropOptions {
        height: 32,
        cap_share: 0.47,
        padding: 1.0,
        erase_rules: false,
        stretch: false,
    };
}

impl Default for CropOptions {
    fn default() -> Self {
        CropOptions::FIRST
    }
}

/// A strip sampled from a page, and the mapping from its columns to the page.
#[derive(Debug, Clone, PartialEq)]
pub struct Crop {
    /// Dark ink on white paper, `CropOptions::height` pixels high.
    pub image: GrayImage,
    /// Page x of the left edge of the strip.
    pub x0: f32,
    /// Page pixels per strip pixel.
    pub step: f32,
}

impl Crop {
    /// The page x of column `u` of the strip.
    pub fn page_x(&self, u: f32) -> f32 {
        self.x0 + u * self.step
    }
}

impl PageLayout {
    /// Crops `line` from the original pixels, following its slope and bend, with illumination
    /// corrected.
    pub fn crop(&self, line: &LineBox, options: &CropOptions) -> Crop {
        self.crop_between(line, line.x0..line.x1, options)
    }

    /// Crops the part of `line` between two page x from the original pixels.
    pub fn crop_between(&self, line: &LineBox, span: Range<f32>, options: &CropOptions) -> Crop {
        let height = options.height.clamp(HEIGHTS.0, HEIGHTS.1);
        let cap_share = options.cap_share.clamp(CAP_SHARES.0, CAP_SHARES.1);
        let step = (line.cap_height / (cap_share * height as f32)).max(0.01);
        let pad = options.padding.clamp(0.0, MOST_PADDING) * line.cap_height;
        let x0 = span.start - pad;
        let width = ((span.end - span.start + 2.0 * pad) / step).clamp(8.0, LONGEST) as u32;
        let mut image = GrayImage::from_pixel(width, height, Luma([255]));
        let above = height as f32 * (0.5 + options.cap_share / 2.0 - RAISED) * step;
        let middle = (span.start + span.end) / 2.0;
        let mx = f64::from(middle);
        let my = f64::from(line.baseline_at(middle));
        let fineness = self.to_image.magnification(mx, my) * f64::from(step);
        let taps = (fineness.ceil() as usize).clamp(1, MOST_TAPS);
        let [left, right] = [x0, x0 + width as f32 * step];
        let around = [left, line.y0 - above, right, line.y1 + above];
        let combs: Vec<&Comb> = self.combs.iter().filter(|c| c.reaches(around)).collect();
        for u in 0..width {
            let x = x0 + (u as f32 + 0.5) * step;
            let top = line.baseline_at(x.clamp(line.x0, line.x1)) - above;
            self.crop_column(&mut image, u, (x, top, step), taps);
            for (from, to) in combs.iter().flat_map(|c| c.ink_at(x, step / 2.0)) {
                blank(&mut image, u, (from - top) / step..(to - top) / step);
            }
            if let Some(bar) = &line.bar {
                let on_bar = x > bar.bounds[0] && x < bar.bounds[2];
                let rows = if on_bar {
                    (above - bar.above) / step..(above + bar.below) / step
                } else {
                    0.0..0.0
                };
                reverse(&mut image, u, &rows);
            }
        }
        if options.stretch {
            stretch(&mut image);
        }
        if options.erase_rules {
            erase_rules(&mut image);
        }
        Crop { image, x0, step }
    }

    /// Fills column `u`, given its page x, its top and the step. Each pixel is the mean of
    /// `taps` × `taps` samples, divided by the brightness of the paper.
    fn crop_column(
        &self,
        image: &mut GrayImage,
        u: u32,
        (x, top, step): (f32, f32, f32),
        taps: usize,
    ) {
        let height = image.height() as usize;
        let source = self.pixels();
        let mut sums = vec![0u32; height];
        let mut paper = 255;
        for tap in 0..taps {
            let x = f64::from(x) + ((tap as f64 + 0.5) / taps as f64 - 0.5) * f64::from(step);
            let from = self.to_image.apply(x, f64::from(top));
            let to = self
                .to_image
                .apply(x, f64::from(top + step * height as f32));
            if tap == taps / 2 {
                paper = u32::from(
                    self.background()
                        .paper_at((from.0 + to.0) / 2.0, (from.1 + to.1) / 2.0),
                );
            }
            walk(source, from, to, height * taps, |i, v| {
                sums[i / taps] += v.map_or(paper, u32::from)
            });
        }
        let whole = paper * (taps * taps) as u32;
        for (v, sum) in sums.into_iter().enumerate() {
            image.put_pixel(
                u,
                v as u32,
                Luma([(sum * PAPER / whole.max(1)).min(255) as u8]),
            );
        }
    }
}

/// Lays paper over some rows of column `u`.
fn blank(image: &mut GrayImage, u: u32, rows: Range<f32>) {
    let last = rows.end.ceil().clamp(0.0, image.height() as f32) as u32;
    for v in rows.start.floor().max(0.0) as u32..last {
        image.put_pixel(u, v, Luma([PAPER as u8]));
    }
}

/// Exchanges dark and light in column `u`. What lies outside of `rows`, beside the dark bar,
/// becomes paper.
fn reverse(image: &mut GrayImage, u: u32, rows: &Range<f32>) {
    for v in 0..image.height() {
        let pixel = image.get_pixel_mut(u, v);
        pixel.0[0] = if rows.contains(&(v as f32 + 0.5)) {
            255 - pixel.0[0]
        } else {
            PAPER as u8
        };
    }
}

/// Stretches the contrast so that the darkest ink becomes dark, unless there is nothing but paper
/// and noise.
fn stretch(image: &mut GrayImage) {
    let mut histogram = [0u32; 256];
    image.iter().for_each(|&p| histogram[usize::from(p)] += 1);
    let ink = percentile(&histogram, INK_AND_PAPER.0);
    let paper = percentile(&histogram, INK_AND_PAPER.1);
    let (Some(ink), Some(paper)) = (ink, paper) else {
        return;
    };
    if paper < ink + LEAST_CONTRAST {
        return;
    }
    let (from, to) = STRETCHED;
    let scale = (to - from) / (paper - ink) as f32;
    let table: Vec<u8> = (0..256)
        .map(|v| (from + (v as f32 - ink as f32) * scale).clamp(0.0, 255.0) as u8)
        .collect();
    image.iter_mut().for_each(|p| *p = table[usize::from(*p)]);
}

/// The grey value that `percent` of the pixels lie below; `None` for no pixels.
fn percentile(histogram: &[u32; 256], percent: u32) -> Option<usize> {
    let mut left = histogram.iter().sum::<u32>() / 100 * percent;
    histogram.iter().position(|&n| {
        let found = left < n;
        left = left.saturating_sub(n);
        found
    })
}

/// Paints over straight dark lines longer than any stroke of a letter. Each column of the line
/// becomes a blend of the pixels above and below it, so a digit that touches the line keeps its
/// stroke.
fn erase_rules(image: &mut GrayImage) {
    let width = image.width() as usize;
    let height = image.height() as usize;
    let shortest = (height * RULE_LENGTH.0 / RULE_LENGTH.1).min(width);
    let mut ruled = vec![false; width * height];
    if width > 0 {
        let rows = image.as_raw().chunks_exact(width);
        for (row, ruled) in rows.zip(ruled.chunks_exact_mut(width)) {
            mark_rules(row, shortest, ruled);
        }
    }
    for x in 0..width {
        let mut y = 0;
        while y < height {
            if !ruled[y * width + x] {
                y += 1;
                continue;
            }
            let start = y;
            while y < height && ruled[y * width + x] {
                y += 1;
            }
            let first = start.saturating_sub(FRINGE);
            let end = (y + FRINGE).min(height);
            if end - first <= height / 2 {
                paint_over(image, x, first, end);
            }
        }
    }
    erase_bars(image);
}

/// Marks the dark runs of a row that are at least `shortest` long.
fn mark_rules(row: &[u8], shortest: usize, ruled: &mut [bool]) {
    let mut x = 0;
    while x < row.len() {
        let start = x;
        let mut gap = 0;
        while x < row.len() && gap < RULE_GAP {
            gap = if row[x] < DARK { 0 } else { gap + 1 };
            x += 1;
        }
        if x - gap - start >= shortest {
            ruled[start..x - gap].fill(true);
        }
    }
}

/// Replaces rows `first..end` of column `x` by a blend of the pixels above and below, with paper
/// beyond the border.
fn paint_over(image: &mut GrayImage, x: usize, first: usize, end: usize) {
    let width = image.width() as usize;
    let height = image.height() as usize;
    let raw: &mut [u8] = image;
    let above = if first > 0 {
        raw[(first - 1) * width + x]
    } else {
        PAPER as u8
    };
    let below = if end < height {
        raw[end * width + x]
    } else {
        PAPER as u8
    };
    let n = (end - first) as u32 + 1;
    for (i, y) in (first..end).enumerate() {
        let part = i as u32 + 1;
        raw[y * width + x] = ((u32::from(above) * (n - part) + u32::from(below) * part) / n) as u8;
    }
}

/// Whitens vertical lines that run the whole height of the strip, which no letter does.
fn erase_bars(image: &mut GrayImage) {
    let width = image.width() as usize;
    let height = image.height() as usize;
    let bars: Vec<usize> = (0..width).filter(|&x| is_bar(image, x)).collect();
    let raw: &mut [u8] = image;
    for x in bars {
        for column in x.saturating_sub(1)..(x + 2).min(width) {
            (0..height).for_each(|y| raw[y * width + column] = PAPER as u8);
        }
    }
}

fn is_bar(image: &GrayImage, x: usize) -> bool {
    let width = image.width() as usize;
    let height = image.height() as usize;
    let dark = (0..height).filter(|y| image.as_raw()[y * width + x] < DARK);
    dark.count() * BAR_HEIGHT.1 >= height * BAR_HEIGHT.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_painted_over_and_the_digit_stays() {
        let mut image = GrayImage::from_pixel(200, 32, Luma([250]));
        for x in 0..200 {
            (26..28).for_each(|y| image.put_pixel(x, y, Luma([10])));
        }
        for y in 7..30 {
            (90..93).for_each(|x| image.put_pixel(x, y, Luma([20])));
        }
        erase_rules(&mut image);
        assert!(image.get_pixel(30, 26).0[0] > 240 && image.get_pixel(91, 26).0[0] < 120);
        assert!(image.get_pixel(91, 15).0[0] < 30);
    }

    #[test]
    fn faint_print_becomes_dark_and_blank_paper_stays() {
        let mut faint =
            GrayImage::from_fn(100, 32, |x, _| Luma([if x % 10 == 0 { 200 } else { 240 }]));
        stretch(&mut faint);
        assert!(faint.get_pixel(0, 0).0[0] < 40 && faint.get_pixel(1, 0).0[0] > 230);
        let mut blank = GrayImage::from_pixel(100, 32, Luma([230]));
        stretch(&mut blank);
        assert!(blank.iter().all(|&p| p == 230));
    }
}
