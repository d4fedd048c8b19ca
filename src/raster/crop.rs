//! Cutting one line out of the best pixels there are, in the form a line reader takes.

use std::ops::Range;

use image::{GrayImage, Luma};

use super::line_box::LineBox;
use super::page::PageLayout;
use super::sampling::walk;

/// How a line is cut out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CropOptions {
    /// Height of the strip in pixels.
    pub height: u32,
    /// Share of the height that capitals and digits fill.
    pub cap_share: f32,
    /// Paper left and right of the ink, in heights of a capital.
    pub padding: f32,
    /// Whether printed rules running through the strip are painted over.
    pub erase_rules: bool,
    /// Whether faint print is made as dark as bold print.
    pub stretch: bool,
}

impl CropOptions {
    /// The first look: 32 pixels, capitals 18 pixels high (with descenders about 70 % of the height), rules painted over.
    pub const FIRST: CropOptions = CropOptions {
        height: 32,
        cap_share: 0.5625,
        padding: 0.6,
        erase_rules: true,
        stretch: true,
    };

    /// A second, independent look: smaller print, wider margins, rules left in, contrast as it is.
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

/// Strips longer than this are no lines of print; the rest is left off.
const LONGEST: f32 = 8192.0;

/// A strip cut from a page, and the way from its columns to the page.
#[derive(Debug, Clone, PartialEq)]
pub struct Crop {
    /// Dark ink on white paper, `CropOptions::height` pixels high.
    pub image: GrayImage,
    /// PageLayout x of the left edge of the strip.
    pub x0: f32,
    /// Page pixels a pixel of the strip.
    pub step: f32,
}

impl Crop {
    /// The page x of column `u` of the strip.
    pub fn page_x(&self, u: f32) -> f32 {
        self.x0 + u * self.step
    }
}

impl PageLayout {
    /// Cuts `line` out of the original pixels, following its slope and bend, light evened out.
    pub fn crop(&self, line: &LineBox, options: &CropOptions) -> Crop {
        self.crop_between(line, line.x0..line.x1, options)
    }

    /// Cuts the part of `line` between two page x out of the original pixels.
    pub fn crop_between(&self, line: &LineBox, span: Range<f32>, options: &CropOptions) -> Crop {
        let height = options.height.clamp(8, 256);
        let step =
            (line.cap_height / (options.cap_share.clamp(0.2, 0.9) * height as f32)).max(0.01);
        let pad = options.padding.clamp(0.0, 8.0) * line.cap_height;
        let x0 = span.start - pad;
        let width = ((span.end - span.start + 2.0 * pad) / step).clamp(8.0, LONGEST) as u32;
        let mut image = GrayImage::from_pixel(width, height, Luma([255]));
        // A little more room below the baseline than above the capitals: descenders hang there.
        let above = height as f32 * (0.5 + options.cap_share / 2.0 - 0.02) * step;
        let middle = (span.start + span.end) / 2.0;
        let (mx, my) = (f64::from(middle), f64::from(line.baseline_at(middle)));
        let taps =
            ((self.to_image.magnification(mx, my) * f64::from(step)).ceil() as usize).clamp(1, 6);
        for u in 0..width {
            let x = x0 + (u as f32 + 0.5) * step;
            let top = line.baseline_at(x.clamp(line.x0, line.x1)) - above;
            self.crop_column(&mut image, u, (x, top, step), taps);
        }
        if options.stretch {
            stretch(&mut image);
        }
        if options.erase_rules {
            erase_rules(&mut image);
        }
        Crop { image, x0, step }
    }

    /// Fills column `u`: page x, top and step are given; each pixel is the mean of `taps` × `taps` samples over its paper.
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
                    self.light()
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
                Luma([(sum * 250 / whole.max(1)).min(255) as u8]),
            );
        }
    }
}

/// Spreads the greys so that the darkest ink becomes dark, unless there is nothing but paper and noise.
fn stretch(image: &mut GrayImage) {
    let mut histogram = [0u32; 256];
    image.iter().for_each(|&p| histogram[usize::from(p)] += 1);
    let total: u32 = histogram.iter().sum();
    let quantile = |share: u32| {
        let mut left = total / 100 * share;
        histogram.iter().position(|&n| {
            let found = left < n;
            left = left.saturating_sub(n);
            found
        })
    };
    let (Some(ink), Some(paper)) = (quantile(2), quantile(80)) else {
        return;
    };
    if paper < ink + 25 {
        return;
    }
    let (from, to) = (24.0, 246.0);
    let scale = (to - from) / (paper - ink) as f32;
    let table: Vec<u8> = (0..256)
        .map(|v| (from + (v as f32 - ink as f32) * scale).clamp(0.0, 255.0) as u8)
        .collect();
    image.iter_mut().for_each(|p| *p = table[usize::from(*p)]);
}

/// Paints over straight dark lines longer than any stroke of a letter: each column of the line becomes a blend of what
/// stands above and below it, so that a digit that touches the line keeps its stroke.
fn erase_rules(image: &mut GrayImage) {
    let (width, height) = (image.width() as usize, image.height() as usize);
    let dark = |image: &GrayImage, x: usize, y: usize| image.as_raw()[y * width + x] < 150;
    let longest = height * 5 / 2;
    let mut ruled = vec![false; width * height];
    for y in 0..height {
        let mut x = 0;
        while x < width {
            let start = x;
            let mut gap = 0;
            while x < width && gap < 2 {
                gap = if dark(image, x, y) { 0 } else { gap + 1 };
                x += 1;
            }
            if x - gap - start >= longest.min(width) {
                ruled[y * width + start..y * width + x - gap].fill(true);
            }
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
            // The grey fringe of the line goes with it.
            let (first, end) = (start.saturating_sub(2), (y + 2).min(height));
            if end - first <= height / 2 {
                paint_over(image, x, first, end);
            }
        }
    }
    erase_bars(image);
}

/// Replaces rows `first..end` of column `x` by a blend of the pixels above and below; paper beyond the border.
fn paint_over(image: &mut GrayImage, x: usize, first: usize, end: usize) {
    let (width, height) = (image.width() as usize, image.height() as usize);
    let raw: &mut [u8] = image;
    let above = if first > 0 {
        raw[(first - 1) * width + x]
    } else {
        250
    };
    let below = if end < height {
        raw[end * width + x]
    } else {
        250
    };
    let n = (end - first) as u32 + 1;
    for (i, y) in (first..end).enumerate() {
        let part = i as u32 + 1;
        raw[y * width + x] = ((u32::from(above) * (n - part) + u32::from(below) * part) / n) as u8;
    }
}

/// Whitens upright lines that run the whole height of the strip, which no letter does.
fn erase_bars(image: &mut GrayImage) {
    let (width, height) = (image.width() as usize, image.height() as usize);
    let full = |image: &GrayImage, x: usize| {
        (0..height)
            .filter(|&y| image.as_raw()[y * width + x] < 150)
            .count()
            * 20
            >= height * 19
    };
    let bars: Vec<usize> = (0..width).filter(|&x| full(image, x)).collect();
    let raw: &mut [u8] = image;
    for x in bars {
        for column in x.saturating_sub(1)..(x + 2).min(width) {
            (0..height).for_each(|y| raw[y * width + column] = 250);
        }
    }
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
