//! Print in white on dark bars: headings, titles, the head rows of tables.
//!
//! A bar is an area that is dark all over, with smooth edges above and below, as no letters have.
//! The light spots on it are looked at as ink of their own, and the lines that they make are
//! cropped with dark and light exchanged. Bars may be curved: their edges are known column by
//! column.

use image::GrayImage;

use super::binarize::{Bitmap, Component};
use super::line_box::{Bar, LineBox};
use super::lines::find_lines;

// Tuning: sizes of bars, in inches.

/// Height of a bar: from 6 point print with a little room to a large title.
const HEIGHTS: std::ops::RangeInclusive<f32> = 0.1..=0.8;
/// A bar that is bent or slanted is in a box higher than itself by this at most.
const MOST_BEND: f32 = 0.5;
/// A narrower one holds no word.
const LEAST_WIDTH: f32 = 0.3;
/// A bar is this many times as wide as it is high.
const LEAST_ASPECT: f32 = 1.5;

// Tuning: darkness. Lengths in page pixels.

/// Side of the cells in which dark areas are looked for.
const CELL: usize = 8;
/// A cell with ink on this share is dark, in tenths.
const DARK_TENTHS: usize = 5;
/// A bar is dark on this share of it at least, print included.
const FILLED: f32 = 0.55;
/// Its edge moves by at most this much from column to column …
const MOST_STEP: usize = 2;
/// … in this share of its columns.
const SMOOTH: f32 = 0.9;
/// The edge of a bar is grey to this depth.
const EDGE: usize = 2;
/// Light and dark on a bar are at least this many grey levels apart.
const LEAST_CONTRAST: u8 = 50;
/// Print covers this share of a bar at most.
const MOST_PRINT: f32 = 0.4;

/// Takes the lines in white on dark bars of a page. Bars that hold a line are removed from
/// `bitmap`, which was made from `image`; others stay.
pub(super) fn take_bars(bitmap: &mut Bitmap, image: &GrayImage, dpi: f32) -> Vec<LineBox> {
    let mut lines = Vec::new();
    for area in dark_areas(bitmap, dpi) {
        let Some(edges) = Edges::of(bitmap, &area, dpi) else {
            continue;
        };
        let found = lines_on(image, &edges, dpi);
        if !found.is_empty() {
            lines.extend(found);
            edges.clear(bitmap);
        }
    }
    lines
}

/// The boxes of dark areas of the size of a bar.
fn dark_areas(bitmap: &Bitmap, dpi: f32) -> Vec<Component> {
    let width = bitmap.width / CELL;
    let height = bitmap.height / CELL;
    let mut counts = vec![0u16; width];
    let mut ink = Vec::with_capacity(width * height);
    for rows in bitmap.ink.chunks_exact((bitmap.width * CELL).max(1)) {
        counts.fill(0);
        for row in rows.chunks_exact(bitmap.width) {
            for (count, cell) in counts.iter_mut().zip(row.as_chunks::<CELL>().0) {
                *count += cell.iter().map(|p| u16::from(*p)).sum::<u16>();
            }
        }
        let is_dark = |n: &u16| u8::from(usize::from(*n) * 10 >= CELL * CELL * DARK_TENTHS);
        ink.extend(counts.iter().map(is_dark));
    }
    let cells = Bitmap { width, height, ink };
    let whole = |c: &Component| Component {
        x0: (c.x0 as usize * CELL).saturating_sub(CELL / 2) as u32,
        y0: (c.y0 as usize * CELL).saturating_sub(CELL / 2) as u32,
        x1: (c.x1 as usize * CELL + CELL / 2).min(bitmap.width) as u32,
        y1: (c.y1 as usize * CELL + CELL / 2).min(bitmap.height) as u32,
        area: c.area,
    };
    let (areas, _) = cells.components();
    let areas = areas.iter().map(whole);
    let of_a_bar = |c: &Component| {
        let w = c.width() as f32 / dpi;
        let h = c.height() as f32 / dpi;
        h >= *HEIGHTS.start() && h <= HEIGHTS.end() + MOST_BEND && w >= LEAST_WIDTH
    };
    areas.filter(of_a_bar).collect()
}

/// A bar, with its first row and the row behind its last at each of its columns.
struct Edges {
    bar: Component,
    columns: Vec<(usize, usize)>,
}

impl Edges {
    /// The edges of an area; `None` if it is no bar.
    fn of(bitmap: &Bitmap, area: &Component, dpi: f32) -> Option<Edges> {
        let rows = area.y0 as usize..area.y1 as usize;
        let is_ink = |x: usize, y: &usize| bitmap.ink[y * bitmap.width + x] != 0;
        let edges = |x: usize| {
            let first = rows.clone().find(|y| is_ink(x, y))?;
            let last = rows.clone().rev().find(|y| is_ink(x, y))?;
            Some((first, last + 1))
        };
        let from = (area.x0 as usize..area.x1 as usize).find(|x| edges(*x).is_some())?;
        let columns: Vec<(usize, usize)> = (from..area.x1 as usize).map_while(edges).collect();
        let pairs = columns.windows(2);
        let steps = |pick: fn(&(usize, usize)) -> usize| {
            let smooth = |p: &&[(usize, usize)]| pick(&p[0]).abs_diff(pick(&p[1])) <= MOST_STEP;
            pairs.clone().filter(smooth).count() as f32
        };
        let least = steps(|c| c.0).min(steps(|c| c.1));
        let width = columns.len() as f32;
        let all: usize = columns.iter().map(|(y0, y1)| y1 - y0).sum();
        let inked: usize = (from..)
            .zip(&columns)
            .map(|(x, (y0, y1))| (*y0..*y1).filter(|y| is_ink(x, y)).count())
            .sum();
        let height = all as f32 / width;
        let is_bar = HEIGHTS.contains(&(height / dpi))
            && width >= (LEAST_WIDTH * dpi).max(LEAST_ASPECT * height)
            && least >= SMOOTH * (width - 1.0)
            && inked as f32 >= FILLED * all as f32;
        let bar = Component {
            x0: from as u32,
            y0: columns.iter().map(|c| c.0).min()? as u32,
            x1: (from + columns.len()) as u32,
            y1: columns.iter().map(|c| c.1).max()? as u32,
            area: inked as u32,
        };
        is_bar.then_some(Edges { bar, columns })
    }

    /// Removes the bar and its ragged edge.
    fn clear(&self, bitmap: &mut Bitmap) {
        for (x, (y0, y1)) in (self.bar.x0 as usize..).zip(&self.columns) {
            for y in y0.saturating_sub(EDGE)..(y1 + EDGE).min(bitmap.height) {
                bitmap.ink[y * bitmap.width + x] = 0;
            }
        }
    }

    /// A line found on the bar, in pixels of the bar, as one of the page.
    fn place(&self, line: &LineBox) -> LineBox {
        let mut line = line.moved(self.bar.x0, self.bar.y0);
        let at = |x: usize| line.baseline_at(x as f32);
        let inside = (self.bar.x0 as usize..).zip(&self.columns);
        let inside = inside.filter(|(x, _)| (line.x0..line.x1).contains(&(*x as f32)));
        let mut above = f32::MAX;
        let mut below = f32::MAX;
        for (x, (y0, y1)) in inside {
            above = above.min(at(x) - *y0 as f32);
            below = below.min(*y1 as f32 - at(x));
        }
        let margin = EDGE as f32;
        line.bar = Some(Bar {
            bounds: [self.bar.x0, self.bar.y0, self.bar.x1, self.bar.y1].map(|v| v as f32),
            above: (above - margin).max(line.cap_height),
            below: (below - margin).max(0.0),
        });
        line
    }
}

fn lines_on(image: &GrayImage, edges: &Edges, dpi: f32) -> Vec<LineBox> {
    let Some(bitmap) = light_spots(image, edges) else {
        return Vec::new();
    };
    let (print, _) = bitmap.components();
    let inked: u32 = print.iter().map(|c| c.area).sum();
    if inked as f32 > MOST_PRINT * (bitmap.width * bitmap.height) as f32 {
        return Vec::new();
    }
    let lines = find_lines(&print, &bitmap, (&[], &[]), dpi).lines;
    lines.iter().map(|line| edges.place(line)).collect()
}

/// The light pixels between the edges of a bar as ink; `None` where it is all of one grey.
fn light_spots(image: &GrayImage, edges: &Edges) -> Option<Bitmap> {
    let bar = &edges.bar;
    let width = bar.width() as usize;
    let height = bar.height() as usize;
    let left = bar.x0 as usize;
    let top = bar.y0 as usize;
    let stride = image.width() as usize;
    let pixels = image.as_raw();
    let mut counts = [0usize; 256];
    let mut all = 0;
    for (x, (y0, y1)) in (left..).zip(&edges.columns) {
        for y in *y0..*y1 {
            counts[usize::from(pixels[y * stride + x])] += 1;
            all += 1;
        }
    }
    let quantile = |hundredths: usize| {
        let mut rank = all * hundredths / 100;
        counts.iter().position(|n| {
            let found = rank < *n;
            rank = rank.saturating_sub(*n);
            found
        })
    };
    let dark = quantile(50)? as u8;
    let light = quantile(98)? as u8;
    if light < dark.saturating_add(LEAST_CONTRAST) {
        return None;
    }
    let threshold = dark + (light - dark) / 2;
    let mut ink = vec![0; width * height];
    for (x, (y0, y1)) in edges.columns.iter().enumerate() {
        for y in y0 + EDGE..y1.saturating_sub(EDGE) {
            ink[(y - top) * width + x] = u8::from(pixels[y * stride + left + x] > threshold);
        }
    }
    Some(Bitmap { width, height, ink })
}

#[cfg(test)]
#[path = "reverse_tests.rs"]
mod tests;
