//! Barcode decoding: Code 128 and Code 39, the two symbologies that notices print receipt numbers
//! in.
//!
//! A strip across the bars is scanned row by row; a payload counts if several rows agree. Code 128
//! has a check character. Code 39 has none, so agreement is the only evidence, and callers check
//! the format of the payload.

mod code128;
mod code39;

use image::GrayImage;

use crate::model::geometry::BoundingBox;
use crate::raster::{PageLayout, Skipped, SkippedKind};
use crate::text::{Barcode, POINTS_PER_INCH};

// Tuning.

/// Rows that are scanned, spread over the height of the bars.
const ROWS: u32 = 15;
/// Rows that must agree before a payload is accepted.
const AGREEING_ROWS: usize = 2;
/// Paper on either side of the bars that is scanned with them, in inches: it may contain bars that
/// were not detected.
const MARGIN: f32 = 0.15;
/// Grey levels between bars and paper from which a row is scanned.
const LEAST_CONTRAST: u8 = 40;
/// Fewest bars and spaces of a barcode.
const LEAST_RUNS: usize = 20;

/// The payload of a barcode.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payload {
    /// The text, without start and stop characters.
    pub text: String,
    /// Whether a check character confirms it.
    pub checked: bool,
}

/// Reads the barcodes that were detected on a page. Boxes are in points of the upright page.
pub fn read(page: &PageLayout) -> Vec<Barcode> {
    page.skipped
        .iter()
        .filter(|s| s.kind == SkippedKind::Barcode)
        .filter_map(|area| read_area(page, area))
        .collect()
}

/// Reads the barcode in an area of a page.
fn read_area(page: &PageLayout, area: &Skipped) -> Option<Barcode> {
    let margin = MARGIN * page.dpi;
    let x = (area.x0 + area.x1) / 2.0;
    let y = (area.y0 + area.y1) / 2.0;
    let scale = page.fineness(x, y).max(1.0);
    let strip = page.cut(
        [area.x0 - margin, area.y0, area.x1 + margin, area.y1],
        scale,
    );
    let payload = decode(&strip)?;
    let [x0, y0, x1, y1] =
        [area.x0, area.y0, area.x1, area.y1].map(|v| v * POINTS_PER_INCH / page.dpi);
    Some(Barcode {
        text: payload.text,
        bounds: BoundingBox::new(x0, y0, x1, y1).ok()?,
        checked: payload.checked,
    })
}

/// Reads the barcode in a strip with vertical bars and some paper on either side; `None` if no rows
/// agree.
pub fn decode(strip: &GrayImage) -> Option<Payload> {
    let mut seen: Vec<(Payload, usize)> = Vec::new();
    for i in 1..=ROWS {
        let y = strip.height() * i / (ROWS + 1);
        let Some(payload) = decode_row(&row(strip, y)) else {
            continue;
        };
        match seen.iter_mut().find(|(other, _)| *other == payload) {
            Some((_, count)) => *count += 1,
            None => seen.push((payload, 1)),
        }
    }
    let best = seen.iter().max_by_key(|(_, count)| *count)?.clone();
    // Rows that contradict each other as often as they agree prove nothing.
    let others: usize = seen.iter().map(|(_, count)| count).sum::<usize>() - best.1;
    (best.1 >= AGREEING_ROWS && best.1 > 2 * others).then_some(best.0)
}

/// One row, averaged with its neighbours above and below against specks.
fn row(strip: &GrayImage, y: u32) -> Vec<u8> {
    let rows = y.saturating_sub(1)..(y + 2).min(strip.height());
    let count = rows.len().max(1) as u32;
    (0..strip.width())
        .map(|x| {
            let greys = rows.clone().map(|y| u32::from(strip.get_pixel(x, y).0[0]));
            (greys.sum::<u32>() / count) as u8
        })
        .collect()
}

/// Tries both symbologies in both directions.
fn decode_row(pixels: &[u8]) -> Option<Payload> {
    let mut runs = runs(pixels)?;
    decode_runs(&runs).or_else(|| {
        runs.reverse();
        decode_runs(&runs)
    })
}

fn decode_runs(runs: &[f32]) -> Option<Payload> {
    let checked = code128::decode(runs).map(|text| Payload {
        text,
        checked: true,
    });
    checked.or_else(|| {
        code39::decode(runs).map(|text| Payload {
            text,
            checked: false,
        })
    })
}

/// Widths of alternating bars and spaces, in fractional pixels, starting with a bar.
fn runs(pixels: &[u8]) -> Option<Vec<f32>> {
    let low = *pixels.iter().min()?;
    let high = *pixels.iter().max()?;
    if high - low < LEAST_CONTRAST {
        return None;
    }
    let threshold = (f32::from(low) + f32::from(high)) / 2.0;
    let mut edges = Vec::new();
    for (x, pair) in pixels.windows(2).enumerate() {
        let a = f32::from(pair[0]);
        let b = f32::from(pair[1]);
        if (a < threshold) != (b < threshold) {
            edges.push((x as f32 + (threshold - a) / (b - a), b < threshold));
        }
    }
    let first = edges.iter().position(|(_, dark)| *dark)?;
    let runs: Vec<f32> = edges[first..].windows(2).map(|e| e[1].0 - e[0].0).collect();
    (runs.len() >= LEAST_RUNS).then_some(runs)
}

#[cfg(test)]
mod tests;
