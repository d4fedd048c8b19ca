//! Binarization with a local threshold, and connected components.

use std::ops::Range;

use image::GrayImage;

use super::background::Background;
use super::transform::Transform;

// Tuning. Contrast and grain are in grey levels below the paper; shares are fractions
// `(numerator, denominator)`, because whole numbers are the same on every processor.

/// Side of the tiles that thresholds are chosen for, in page pixels: 1/6 inch at 200 dpi, so a
/// tile next to print contains some of it.
const TILE: usize = 32;
/// A threshold needs at least this much contrast, however faint the page.
const LEAST_CONTRAST: u32 = 14;
/// The page's typical print is this quantile of the tiles' contrast, in tenths.
const PRINT_TENTHS: usize = 9;
/// The page's noise is this quantile of the tiles' grain, in tenths.
const NOISE_TENTHS: usize = 3;
/// A tile's grain is this multiple of the spread from its median to its lower quartile …
const GRAIN_OF_SPREAD: (u32, u32) = (7, 2);
/// … plus this.
const LEAST_GRAIN: u32 = 6;
/// Contrast counts as print from this share of the page's typical print on.
const PRINT_SHARE: (u32, u32) = (1, 4);
/// Contrast counts as print from this multiple of the noise on …
const NOISE_SHARE: (u32, u32) = (3, 2);
/// … which matters only up to this share of the typical print.
const NOISE_LIMIT: (u32, u32) = (2, 3);
/// The threshold lies below the paper by this share of the contrast.
const DEPTH: (u32, u32) = (2, 5);
/// Ink must be darker than this multiple of the noise …
const DEPTH_OF_NOISE: (u32, u32) = (11, 10);
/// … but not darker than this share of the contrast, or thin strokes would be lost.
const MOST_DEPTH: (u32, u32) = (11, 20);

/// A fraction of a whole number.
const fn part(value: u32, (numerator, denominator): (u32, u32)) -> u32 {
    value * numerator / denominator
}

/// A binarized page: one byte per pixel, 1 where there is ink.
#[derive(Debug, Clone, Default)]
pub(super) struct Bitmap {
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) ink: Vec<u8>,
}

/// A connected component of ink: its box (ends exclusive) and its number of pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Component {
    pub(super) x0: u32,
    pub(super) y0: u32,
    pub(super) x1: u32,
    pub(super) y1: u32,
    pub(super) area: u32,
}

impl Component {
    pub(super) fn width(&self) -> u32 {
        self.x1 - self.x0
    }

    pub(super) fn height(&self) -> u32 {
        self.y1 - self.y0
    }
}

/// A horizontal run of ink in row `y`, end exclusive, belonging to component `label`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run {
    pub(super) y: u32,
    pub(super) x0: u32,
    pub(super) x1: u32,
    pub(super) label: u32,
}

impl Bitmap {
    /// Whether a place has ink; outside of the page none has.
    pub(super) fn is_ink(&self, x: i64, y: i64) -> bool {
        let inside = (0..self.width as i64).contains(&x) && (0..self.height as i64).contains(&y);
        inside && self.ink[y as usize * self.width + x as usize] != 0
    }

    /// Whether at most this share of some rows has ink in one of two columns, those beside an
    /// upright stroke: the stem of a letter has the rest of it there.
    pub(super) fn is_free_beside(&self, columns: [i64; 2], rows: Range<u32>, most: f32) -> bool {
        let all = rows.len() as f32;
        let touched = rows.filter(|y| columns.iter().any(|x| self.is_ink(*x, i64::from(*y))));
        touched.count() as f32 <= most * all
    }

    /// Binarizes `page`. `to_source` maps its pixels to the image that `background` was estimated
    /// on. Each tile has its own threshold, from the paper there and the darkest ink near it, so
    /// faint print next to bold print is kept, and bleed-through next to real print is not.
    pub(super) fn binarize(
        page: &GrayImage,
        background: &Background,
        to_source: &Transform,
    ) -> Bitmap {
        let width = page.width() as usize;
        let height = page.height() as usize;
        let thresholds = Thresholds::choose(page, background, to_source);
        let mut ink = vec![0; width * height];
        let rows = page
            .as_raw()
            .chunks_exact(width.max(1))
            .zip(ink.chunks_exact_mut(width.max(1)));
        for (y, (row, ink)) in rows.enumerate() {
            for (i, (pixels, ink)) in row.chunks(16).zip(ink.chunks_mut(16)).enumerate() {
                let t = thresholds.at(i * 16 + 8, y);
                ink.iter_mut()
                    .zip(pixels)
                    .for_each(|(to, &p)| *to = u8::from(p < t));
            }
        }
        Bitmap { width, height, ink }
    }

    /// The connected components (8-connectivity), with the runs they consist of.
    pub(super) fn components(&self) -> (Vec<Component>, Vec<Run>) {
        let mut runs = self.runs();
        let mut parent: Vec<u32> = (0..runs.len() as u32).collect();
        let mut above = 0..0;
        let mut start = 0;
        while start < runs.len() {
            let y = runs[start].y;
            let end = start + runs[start..].iter().take_while(|r| r.y == y).count();
            if !above.is_empty() && runs[above.start].y + 1 == y {
                join_rows(&runs, above, start..end, &mut parent);
            }
            above = start..end;
            start = end;
        }
        let mut label_of_root = vec![u32::MAX; runs.len()];
        let mut components: Vec<Component> = Vec::new();
        for (i, r) in runs.iter_mut().enumerate() {
            let root = find(&mut parent, i as u32) as usize;
            if label_of_root[root] == u32::MAX {
                label_of_root[root] = components.len() as u32;
                components.push(Component {
                    x0: r.x0,
                    y0: r.y,
                    x1: r.x1,
                    y1: r.y + 1,
                    area: 0,
                });
            }
            r.label = label_of_root[root];
            let c = &mut components[r.label as usize];
            c.x0 = c.x0.min(r.x0);
            c.x1 = c.x1.max(r.x1);
            c.y1 = c.y1.max(r.y + 1);
            c.area += r.x1 - r.x0;
        }
        (components, runs)
    }

    fn runs(&self) -> Vec<Run> {
        let mut runs = Vec::new();
        for (y, row) in self.ink.chunks_exact(self.width.max(1)).enumerate() {
            let mut x = 0;
            while let Some(skip) = first_ink(&row[x..]) {
                let x0 = x + skip;
                let x1 = row[x0..]
                    .iter()
                    .position(|&p| p == 0)
                    .map_or(row.len(), |n| x0 + n);
                runs.push(Run {
                    y: y as u32,
                    x0: x0 as u32,
                    x1: x1 as u32,
                    label: 0,
                });
                x = x1;
            }
        }
        runs
    }
}

/// Where the first ink of a row is. Paper is skipped sixteen pixels at a time.
pub(super) fn first_ink(row: &[u8]) -> Option<usize> {
    let paper = row
        .as_chunks::<16>()
        .0
        .iter()
        .take_while(|pixels| u128::from_ne_bytes(**pixels) == 0)
        .count()
        * 16;
    row[paper..].iter().position(|&p| p != 0).map(|n| paper + n)
}

/// Joins the runs of neighbouring rows that touch.
fn join_rows(
    runs: &[Run],
    above: std::ops::Range<usize>,
    below: std::ops::Range<usize>,
    parent: &mut [u32],
) {
    let mut i = above.start;
    let mut j = below.start;
    while i < above.end && j < below.end {
        let a = &runs[i];
        let b = &runs[j];
        if a.x0 <= b.x1 && b.x0 <= a.x1 {
            let ra = find(parent, i as u32);
            let rb = find(parent, j as u32);
            parent[ra.max(rb) as usize] = ra.min(rb);
        }
        if a.x1 < b.x1 { i += 1 } else { j += 1 }
    }
}

/// The root of an element of a disjoint-set forest, halving the path to it.
pub(super) fn find(parent: &mut [u32], mut i: u32) -> u32 {
    while parent[i as usize] != i {
        parent[i as usize] = parent[parent[i as usize] as usize];
        i = parent[i as usize];
    }
    i
}

/// The threshold map: one value per tile, interpolated between tiles.
struct Thresholds {
    columns: usize,
    rows: usize,
    values: Vec<u8>,
}

impl Thresholds {
    fn choose(page: &GrayImage, background: &Background, to_source: &Transform) -> Thresholds {
        let width = page.width() as usize;
        let height = page.height() as usize;
        let columns = width.div_ceil(TILE).max(1);
        let rows = height.div_ceil(TILE).max(1);
        let mut paper = Vec::with_capacity(columns * rows);
        let mut contrast = Vec::with_capacity(columns * rows);
        let mut grain = Vec::with_capacity(columns * rows);
        for ty in 0..rows {
            for tx in 0..columns {
                let cx = (tx * TILE + TILE / 2) as f64;
                let cy = (ty * TILE + TILE / 2) as f64;
                let (sx, sy) = to_source.apply(cx.min(width as f64), cy.min(height as f64));
                let white = background.paper_at(sx, sy);
                let tile = Tile::measure(page, tx * TILE, ty * TILE);
                paper.push(white);
                let strongest = u32::from(white.saturating_sub(tile.darkest));
                contrast.push(strongest);
                grain.push(
                    strongest.min(part(u32::from(tile.spread), GRAIN_OF_SPREAD) + LEAST_GRAIN),
                );
            }
        }
        let noise = quantile(&grain, NOISE_TENTHS);
        let print = quantile(&contrast, PRINT_TENTHS);
        let least = part(print, PRINT_SHARE)
            .max(part(noise, NOISE_SHARE).min(part(print, NOISE_LIMIT)))
            .max(LEAST_CONTRAST);
        let values = (0..columns * rows).map(|i| {
            let strongest = strongest_near(&contrast, (columns, rows), i);
            let depth = depth(contrast[i], strongest, least, noise);
            u32::from(paper[i]).saturating_sub(depth) as u8
        });
        Thresholds {
            columns,
            rows,
            values: values.collect(),
        }
    }

    fn at(&self, x: usize, y: usize) -> u8 {
        let gx = (x * 2).saturating_sub(TILE);
        let gy = (y * 2).saturating_sub(TILE);
        let x0 = (gx / (2 * TILE)).min(self.columns - 1);
        let y0 = (gy / (2 * TILE)).min(self.rows - 1);
        let x1 = (x0 + 1).min(self.columns - 1);
        let y1 = (y0 + 1).min(self.rows - 1);
        let u = (gx % (2 * TILE)) as u32;
        let v = (gy % (2 * TILE)) as u32;
        let at = |x: usize, y: usize| u32::from(self.values[y * self.columns + x]);
        let full = 2 * TILE as u32;
        let top = at(x0, y0) * (full - u) + at(x1, y0) * u;
        let bottom = at(x0, y1) * (full - u) + at(x1, y1) * u;
        ((top * (full - v) + bottom * v) / (full * full)) as u8
    }
}

/// The strongest contrast of a tile and its neighbours.
fn strongest_near(contrast: &[u32], (columns, rows): (usize, usize), tile: usize) -> u32 {
    let tx = tile % columns;
    let ty = tile / columns;
    let ys = ty.saturating_sub(1)..(ty + 2).min(rows);
    let xs = tx.saturating_sub(1)..(tx + 2).min(columns);
    ys.flat_map(|y| &contrast[y * columns + xs.start..y * columns + xs.end])
        .copied()
        .max()
        .unwrap_or(0)
}

/// How far below the paper the threshold of a tile lies. `least` is the least contrast of print on
/// the page.
fn depth(own: u32, strongest: u32, least: u32, noise: u32) -> u32 {
    // The tile's own print counts twice: a stamp next to faint print must not hide it.
    let own = if own > least { own } else { strongest };
    let contrast = ((own * 2 + strongest) / 3).max(least);
    let above_noise = part(noise, DEPTH_OF_NOISE);
    let is_noise = strongest * NOISE_SHARE.1 < noise * NOISE_SHARE.0;
    part(contrast, DEPTH).max(if is_noise {
        above_noise
    } else {
        above_noise.min(part(contrast, MOST_DEPTH))
    })
}

/// The value that `tenths` tenths of the values lie below.
fn quantile(values: &[u32], tenths: usize) -> u32 {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    sorted.get(sorted.len() * tenths / 10).copied().unwrap_or(0)
}

/// Grey-level statistics of one tile of the page.
struct Tile {
    /// The first percentile.
    darkest: u8,
    /// From the median down to the lower quartile. Print covers less than a quarter of a tile, so
    /// this comes from the grain of the paper.
    spread: u8,
}

impl Tile {
    fn measure(page: &GrayImage, x0: usize, y0: usize) -> Tile {
        let x1 = (x0 + TILE).min(page.width() as usize);
        let y1 = (y0 + TILE).min(page.height() as usize);
        let stride = page.width() as usize;
        // Neighbouring pixels mostly have the same value: counted in a single table, each would
        // wait for the previous one to be stored.
        let mut counts = [[0u16; 256]; 4];
        for y in y0..y1 {
            let (fours, rest) = page.as_raw()[y * stride + x0..y * stride + x1].as_chunks::<4>();
            for pixels in fours {
                counts
                    .iter_mut()
                    .zip(pixels)
                    .for_each(|(count, p)| count[usize::from(*p)] += 1);
            }
            rest.iter().for_each(|p| counts[0][usize::from(*p)] += 1);
        }
        let histogram: [u16; 256] =
            std::array::from_fn(|v| counts.iter().map(|count| count[v]).sum());
        let pixels = (x1.saturating_sub(x0)) * (y1.saturating_sub(y0));
        let mut value = 0;
        let mut passed = usize::from(histogram[0]);
        let [darkest, quartile, median] = [pixels / 100, pixels / 4, pixels / 2].map(|rank| {
            while passed <= rank && value < 255 {
                value += 1;
                passed += usize::from(histogram[value]);
            }
            value as u8
        });
        Tile {
            darkest,
            spread: median - quartile,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bitmap(rows: &[&str]) -> Bitmap {
        let ink = rows
            .iter()
            .flat_map(|r| r.bytes().map(|b| u8::from(b == b'#')))
            .collect();
        Bitmap {
            width: rows[0].len(),
            height: rows.len(),
            ink,
        }
    }

    #[test]
    fn components_joined_late_are_one() {
        let (components, runs) = bitmap(&["#..#.#", "#..#..", "####..", ".....#"]).components();
        assert_eq!(components.len(), 3);
        assert_eq!(
            components[0],
            Component {
                x0: 0,
                y0: 0,
                x1: 4,
                y1: 3,
                area: 8
            }
        );
        assert_eq!(runs.len(), 7);
    }

    #[test]
    fn corners_touch() {
        assert_eq!(bitmap(&["#..", ".#.", "..#"]).components().0.len(), 1);
        assert_eq!(bitmap(&["#.#", "...", "#.#"]).components().0.len(), 4);
        assert!(Bitmap::default().components().0.is_empty());
    }
}
