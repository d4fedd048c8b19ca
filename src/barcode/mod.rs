//! What the barcodes of a page say: Code 128 and Code 39, the two that notices carry the receipt number in.
//!
//! A strip through the bars is read row by row; a payload counts when rows apart from each other agree. Code 128 has a check
//! character; Code 39 has none, so agreement is all there is, and callers check the grammar of what it says.

mod code128;
mod code39;

use image::GrayImage;

use crate::model::geometry::BoundingBox;
use crate::raster::{PageLayout, SkippedKind};
use crate::text::Barcode;

/// Rows that must agree before a payload is believed.
const AGREEING_ROWS: usize = 2;
/// Rows looked at.
const ROWS: u32 = 15;

/// Paper on either side of the bars that is looked at with them, in inches: bars that made no piece of their own lie there.
const MARGIN: f32 = 0.15;

/// What a barcode says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payload {
    /// Without start and stop marks.
    pub text: String,
    /// Whether a check character vouches for it.
    pub checked: bool,
}

/// Reads the barcodes that were seen on a page; boxes in points of the upright page.
pub fn read(page: &PageLayout) -> Vec<Barcode> {
    let codes = page
        .skipped
        .iter()
        .filter(|s| s.kind == SkippedKind::Barcode);
    codes
        .filter_map(|code| {
            let margin = MARGIN * page.dpi;
            let scale = page
                .fineness((code.x0 + code.x1) / 2.0, (code.y0 + code.y1) / 2.0)
                .max(1.0);
            let payload = decode(&page.cut(
                [code.x0 - margin, code.y0, code.x1 + margin, code.y1],
                scale,
            ))?;
            let [x0, y0, x1, y1] =
                [code.x0, code.y0, code.x1, code.y1].map(|v| v * 72.0 / page.dpi);
            let bounds = BoundingBox::new(x0, y0, x1, y1).ok()?;
            Some(Barcode {
                text: payload.text,
                bounds,
                checked: payload.checked,
            })
        })
        .collect()
}

/// Reads the barcode of a strip that shows its bars upright, some paper on either side; `None` where no rows agree.
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
    // Rows that contradict each other as often as they agree say nothing.
    let others: usize = seen.iter().map(|(_, count)| count).sum::<usize>() - best.1;
    (best.1 >= AGREEING_ROWS && best.1 > 2 * others).then_some(best.0)
}

/// One row, evened out with its neighbours above and below against specks.
fn row(strip: &GrayImage, y: u32) -> Vec<u8> {
    let rows = y.saturating_sub(1)..(y + 2).min(strip.height());
    let count = rows.len().max(1) as u32;
    (0..strip.width())
        .map(|x| {
            (rows
                .clone()
                .map(|y| u32::from(strip.get_pixel(x, y).0[0]))
                .sum::<u32>()
                / count) as u8
        })
        .collect()
}

/// Both codes, both ways round.
fn decode_row(pixels: &[u8]) -> Option<Payload> {
    let mut runs = runs(pixels)?;
    let forth = decode_runs(&runs);
    forth.or_else(|| {
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

/// Widths of bars and spaces in turn, in pixels with fractions, beginning and ending with a bar.
fn runs(pixels: &[u8]) -> Option<Vec<f32>> {
    let (low, high) = (*pixels.iter().min()?, *pixels.iter().max()?);
    if high - low < 40 {
        return None;
    }
    let threshold = (f32::from(low) + f32::from(high)) / 2.0;
    let mut edges = Vec::new();
    for (x, pair) in pixels.windows(2).enumerate() {
        let (a, b) = (f32::from(pair[0]), f32::from(pair[1]));
        if (a < threshold) != (b < threshold) {
            edges.push((x as f32 + (threshold - a) / (b - a), b < threshold));
        }
    }
    let first = edges.iter().position(|(_, dark)| *dark)?;
    let runs: Vec<f32> = edges[first..].windows(2).map(|e| e[1].0 - e[0].0).collect();
    (runs.len() >= 20).then_some(runs)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Draws element widths in modules, a bar first, three pixels a module.
    pub(super) fn draw(modules: &[u32]) -> GrayImage {
        let mut row = vec![255u8; 30];
        for (i, width) in modules.iter().enumerate() {
            row.extend(std::iter::repeat_n(
                if i % 2 == 0 { 20 } else { 250 },
                3 * *width as usize,
            ));
        }
        row.extend([255u8; 30]);
        let width = row.len() as u32;
        GrayImage::from_fn(width, 40, |x, _| image::Luma([row[x as usize]]))
    }

    #[test]
    fn reads_both_codes_forth_and_back() {
        for modules in [
            code128::tests::encode("IOE0912345678"),
            code39::tests::encode("IOE0912345678"),
        ] {
            let mut strip = draw(&modules);
            assert_eq!(decode(&strip).unwrap().text, "IOE0912345678");
            image::imageops::rotate180_in_place(&mut strip);
            assert_eq!(decode(&strip).unwrap().text, "IOE0912345678");
        }
    }

    #[test]
    fn a_wrong_check_character_is_refused() {
        let mut modules = code128::tests::encode("IOE0912345678");
        modules.swap(12, 14);
        assert_eq!(decode(&draw(&modules)), None);
    }

    #[test]
    fn paper_and_noise_say_nothing() {
        assert_eq!(
            decode(&GrayImage::from_pixel(400, 40, image::Luma([255]))),
            None
        );
        let noise = GrayImage::from_fn(400, 40, |x, y| {
            image::Luma([((x * 7919 + y * 104_729) % 251) as u8])
        });
        assert_eq!(decode(&noise), None);
    }
}
