//! Black boxes and marker strokes over a value: what is under them cannot be read, and is not
//! absent.

use image::GrayImage;

/// Side of the squares that a picture is looked at in, in points.
const SQUARE: f32 = 3.0;
/// A square is black when its mean is at most this.
const BLACK: u32 = 70;
/// A page whose mean is darker than this is a photograph or a dark screen.
const DARK_PAGE: u64 = 120;
/// Squares that a hidden value is long, at least.
const LEAST_LENGTH: usize = 9;
/// Squares that a hidden value is high.
const HEIGHT: std::ops::RangeInclusive<usize> = 2..=13;
/// A bar longer than this share of the page is an ornament.
const LONGEST: f32 = 0.45;
/// The edge of a page, in points, where copiers leave black.
const EDGE: f32 = 22.0;
/// The upper part of a page, where its numbers stand.
const UPPER: f32 = 0.6;

/// The black boxes the size of a value on the upper part of a page: left, top, right and bottom in
/// pixels.
pub fn blackouts(pixels: &GrayImage, dpi: (f32, f32)) -> Vec<[u32; 4]> {
    let side = |dpi: f32| ((SQUARE * dpi / 72.0).round() as u32).max(1);
    let sx = side(dpi.0);
    let sy = side(dpi.1);
    let columns = pixels.width() / sx;
    let rows = pixels.height() / sy;
    if columns == 0 || rows == 0 {
        return Vec::new();
    }
    let means: Vec<Vec<u32>> = (0..rows)
        .map(|row| {
            (0..columns)
                .map(|column| mean(pixels, (column * sx, row * sy), (sx, sy)))
                .collect()
        })
        .collect();
    let all: u64 = means.iter().flatten().map(|&m| u64::from(m)).sum();
    if all / u64::from(columns * rows) < DARK_PAGE {
        return Vec::new();
    }
    let edge = (EDGE / SQUARE) as usize;
    let inside = edge..(columns as usize).saturating_sub(edge);
    let last = (rows as f32 * UPPER) as usize;
    let longest = (columns as f32 * LONGEST) as usize;
    let mut found = Vec::new();
    for top in edge..last {
        for run in runs(&means, top) {
            let length = run.len();
            let within = run.start > inside.start && run.end < inside.end;
            let starts = top == 0 || !is_black(&means, top - 1, &run);
            let height = (top..rows as usize)
                .take_while(|&row| is_black(&means, row, &run))
                .count();
            if (LEAST_LENGTH..=longest).contains(&length)
                && within
                && starts
                && HEIGHT.contains(&height)
            {
                let [left, right] = [run.start, run.end].map(|v| v as u32 * sx);
                let [top, bottom] = [top, top + height].map(|v| v as u32 * sy);
                found.push([left, top, right, bottom]);
            }
        }
    }
    found
}

/// The runs of black squares in a row.
fn runs(means: &[Vec<u32>], row: usize) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    let mut start = None;
    let squares = means.get(row).map(Vec::as_slice).unwrap_or_default();
    for (column, mean) in squares.iter().chain([&u32::MAX]).enumerate() {
        match (start, *mean <= BLACK) {
            (None, true) => start = Some(column),
            (Some(from), false) => {
                found.push(from..column);
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// Whether nearly all squares of a run are black in a row.
fn is_black(means: &[Vec<u32>], row: usize, run: &std::ops::Range<usize>) -> bool {
    let squares = means.get(row).and_then(|squares| squares.get(run.clone()));
    squares.is_some_and(|squares| {
        let black = squares.iter().filter(|mean| **mean <= BLACK).count();
        black * 10 >= squares.len() * 8
    })
}

fn mean(pixels: &GrayImage, (x, y): (u32, u32), (width, height): (u32, u32)) -> u32 {
    let stride = pixels.width() as usize;
    let data = pixels.as_raw();
    let mut sum = 0;
    for row in y..y + height {
        let start = row as usize * stride + x as usize;
        let squares = data.get(start..start + width as usize);
        sum += squares
            .unwrap_or_default()
            .iter()
            .map(|&v| u32::from(v))
            .sum::<u32>();
    }
    sum / (width * height)
}

#[cfg(test)]
mod tests {
    use image::Luma;

    use super::*;

    fn page(from: (u32, u32), size: (u32, u32)) -> GrayImage {
        let inside = |v: u32, start: u32, length: u32| (start..start + length).contains(&v);
        GrayImage::from_fn(850, 1100, |x, y| {
            Luma([if inside(x, from.0, size.0) && inside(y, from.1, size.1) {
                20
            } else {
                245
            }])
        })
    }

    #[test]
    fn a_box_over_a_value_is_found_and_an_edge_or_a_rule_is_not() {
        let found = |from, size| !blackouts(&page(from, size), (100.0, 100.0)).is_empty();
        assert!(found((300, 200), (120, 20)));
        assert!(!found((0, 200), (25, 800)));
        assert!(!found((100, 200), (600, 3)));
        assert!(!found((300, 900), (120, 20)));
    }
}
