//! Normalization of strips for the network: 32 pixels high, ink 1, paper 0. Training does exactly
//! the same.

use image::GrayImage;

use super::reading::STRIDE;

/// Height of the network's input, in pixels.
pub const HEIGHT: usize = 32;
/// Longer strips are cut off, in pixels: no line of a page is longer.
const LONGEST: usize = 8192;
/// Contrast below this many grey levels is noise, which is not stretched to ink.
const LEAST_CONTRAST: f32 = 24.0;
/// Percentiles of the strip that count as ink and as paper.
const INK_AND_PAPER: (usize, usize) = (2, 95);

/// A normalized strip.
#[derive(Debug, Clone, PartialEq)]
pub struct Ink {
    /// Its width, a multiple of 4.
    pub width: usize,
    /// [`HEIGHT`] rows of `width` values, paper 0 to ink 1.
    pub values: Vec<f32>,
    /// Pixels of the given strip per pixel of this one.
    pub scale: f32,
}

/// Resizes to the height of the network, stretches the contrast and pads with paper to a multiple
/// of 4 columns.
///
/// Paper is the 95th percentile of the resized strip and ink the 2nd. An empty strip becomes four
/// columns of paper.
pub fn normalise(strip: &GrayImage) -> Ink {
    let w = strip.width() as usize;
    let h = strip.height() as usize;
    if w == 0 || h == 0 {
        return Ink {
            width: STRIDE,
            values: vec![0.0; STRIDE * HEIGHT],
            scale: 1.0,
        };
    }
    let scale = h as f32 / HEIGHT as f32;
    let width = ((w as f32 / scale).round() as usize).clamp(1, LONGEST);
    let grey = if h == HEIGHT && width == w {
        strip.as_raw().clone()
    } else {
        resize(strip, width, scale)
    };
    let (ink, paper) = contrast(&grey);
    let padded = width.next_multiple_of(STRIDE);
    let mut values = vec![0.0; padded * HEIGHT];
    for (row, line) in values
        .chunks_exact_mut(padded)
        .zip(grey.chunks_exact(width))
    {
        for (value, grey) in row.iter_mut().zip(line) {
            *value = ((paper - f32::from(*grey)) / (paper - ink)).clamp(0.0, 1.0);
        }
    }
    Ink {
        width: padded,
        values,
        scale,
    }
}

/// The grey values of ink and paper.
fn contrast(grey: &[u8]) -> (f32, f32) {
    let mut histogram = [0usize; 256];
    grey.iter().for_each(|v| histogram[usize::from(*v)] += 1);
    let ink = percentile(&histogram, grey.len(), INK_AND_PAPER.0);
    let paper = percentile(&histogram, grey.len(), INK_AND_PAPER.1);
    (ink.min(paper - LEAST_CONTRAST), paper)
}

/// The grey value that `percent` of the pixels do not exceed.
fn percentile(histogram: &[usize; 256], pixels: usize, percent: usize) -> f32 {
    let wanted = (pixels * percent).div_ceil(100);
    let mut seen = 0;
    let at = histogram.iter().position(|count| {
        seen += count;
        seen >= wanted
    });
    at.unwrap_or(255) as f32
}

/// How one axis is resized: for each new pixel, the old ones and their shares.
fn shares(from: usize, to: usize, scale: f32) -> Vec<Vec<(usize, f32)>> {
    (0..to)
        .map(|i| {
            if scale > 1.0 {
                area_shares(from, i, scale)
            } else {
                linear_shares(from, i, scale)
            }
        })
        .collect()
}

/// Area average: each old pixel counts for as much of it as the new one covers.
fn area_shares(from: usize, i: usize, scale: f32) -> Vec<(usize, f32)> {
    let a = i as f32 * scale;
    let b = ((i + 1) as f32 * scale).min(from as f32);
    let all: Vec<_> = (a as usize..=(b as usize).min(from - 1))
        .map(|j| (j, (b.min((j + 1) as f32) - a.max(j as f32)).max(0.0)))
        .collect();
    let total: f32 = all.iter().map(|s| s.1).sum::<f32>().max(f32::MIN_POSITIVE);
    all.into_iter().map(|(j, s)| (j, s / total)).collect()
}

/// Linear interpolation between two old pixels.
fn linear_shares(from: usize, i: usize, scale: f32) -> Vec<(usize, f32)> {
    let last = from - 1;
    let at = ((i as f32 + 0.5) * scale - 0.5).clamp(0.0, last as f32);
    let low = at as usize;
    vec![(low, 1.0 - at.fract()), ((low + 1).min(last), at.fract())]
}

/// Resizes a strip to the height of the network, rows first.
fn resize(strip: &GrayImage, width: usize, scale: f32) -> Vec<u8> {
    let w = strip.width() as usize;
    let h = strip.height() as usize;
    let down = shares(h, HEIGHT, scale);
    let along = shares(w, width, w as f32 / width as f32);
    let mut row = vec![0.0; w];
    let mut resized = Vec::with_capacity(width * HEIGHT);
    for shares in &down {
        row.fill(0.0);
        for (y, share) in shares {
            for (sum, v) in row.iter_mut().zip(&strip.as_raw()[y * w..][..w]) {
                *sum += f32::from(*v) * share;
            }
        }
        resized.extend(along.iter().map(|shares| {
            shares
                .iter()
                .map(|(x, share)| row[*x] * share)
                .sum::<f32>()
                .round() as u8
        }));
    }
    resized
}

#[cfg(test)]
#[path = "normalise_tests.rs"]
mod tests;
