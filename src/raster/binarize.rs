//! Ink or paper: the black-and-white view of a page, and the connected pieces of its ink.

use image::GrayImage;

use super::background::Background;
use super::transform::Transform;

/// Side of the tiles on which the threshold is chosen.
const TILE: usize = 32;

/// One byte a pixel, 1 where there is ink.
#[derive(Debug, Clone, Default)]
pub(super) struct Bitmap {
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) ink: Vec<u8>,
}

/// A connected piece of ink: its box (ends exclusive) and its number of pixels.
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

/// A horizontal stretch of ink in row `y`, end exclusive, belonging to component `label`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run {
    pub(super) y: u32,
    pub(super) x0: u32,
    pub(super) x1: u32,
    pub(super) label: u32,
}

impl Bitmap {
    /// Separates ink from paper on `page`, of which `to_source` tells the place of each pixel on the image that `light`
    /// was measured on. Each tile has its own threshold, from the paper there and the darkest ink near it, so faint print
    /// beside bold print is kept and print shining through beside real print is not.
    pub(super) fn of(page: &GrayImage, light: &Background, to_source: &Transform) -> Bitmap {
        let (width, height) = (page.width() as usize, page.height() as usize);
        let thresholds = Thresholds::choose(page, light, to_source);
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

    /// The connected pieces (neighbours by side or corner), with the runs that make them.
    pub(super) fn components(&self) -> (Vec<Component>, Vec<Run>) {
        let mut runs = self.runs();
        let mut parent: Vec<u32> = (0..runs.len() as u32).collect();
        let (mut above, mut above_end) = (0, 0);
        let mut start = 0;
        while start < runs.len() {
            let y = runs[start].y;
            let end = start + runs[start..].iter().take_while(|r| r.y == y).count();
            if above_end > above && runs[above].y + 1 == y {
                join_rows(&runs, above..above_end, start..end, &mut parent);
            }
            (above, above_end, start) = (start, end, end);
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
            (c.x0, c.x1, c.y1) = (c.x0.min(r.x0), c.x1.max(r.x1), c.y1.max(r.y + 1));
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

/// Where the first ink of a row is; paper is passed sixteen pixels at a time.
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

fn join_rows(
    runs: &[Run],
    above: std::ops::Range<usize>,
    below: std::ops::Range<usize>,
    parent: &mut [u32],
) {
    let (mut i, mut j) = (above.start, below.start);
    while i < above.end && j < below.end {
        let (a, b) = (&runs[i], &runs[j]);
        if a.x0 <= b.x1 && b.x0 <= a.x1 {
            let (ra, rb) = (find(parent, i as u32), find(parent, j as u32));
            let (low, high) = (ra.min(rb), ra.max(rb));
            parent[high as usize] = low;
        }
        if a.x1 < b.x1 { i += 1 } else { j += 1 }
    }
}

pub(super) fn find(parent: &mut [u32], mut i: u32) -> u32 {
    while parent[i as usize] != i {
        parent[i as usize] = parent[parent[i as usize] as usize];
        i = parent[i as usize];
    }
    i
}

/// The threshold map: one value a tile, blended between tiles.
struct Thresholds {
    columns: usize,
    rows: usize,
    values: Vec<u8>,
}

impl Thresholds {
    fn choose(page: &GrayImage, light: &Background, to_source: &Transform) -> Thresholds {
        let (width, height) = (page.width() as usize, page.height() as usize);
        let (columns, rows) = (width.div_ceil(TILE).max(1), height.div_ceil(TILE).max(1));
        let mut paper = Vec::with_capacity(columns * rows);
        let mut contrast = Vec::with_capacity(columns * rows);
        let mut grain = Vec::with_capacity(columns * rows);
        for ty in 0..rows {
            for tx in 0..columns {
                let (cx, cy) = ((tx * TILE + TILE / 2) as f64, (ty * TILE + TILE / 2) as f64);
                let (sx, sy) = to_source.apply(cx.min(width as f64), cy.min(height as f64));
                let white = light.paper_at(sx, sy);
                let tile = Tile::measure(page, tx * TILE, ty * TILE);
                paper.push(white);
                contrast.push(u32::from(white.saturating_sub(tile.darkest)));
                grain.push(contrast[contrast.len() - 1].min(u32::from(tile.grain) * 7 / 2 + 6));
            }
        }
        let noise = quantile(&grain, 3);
        let print = quantile(&contrast, 9);
        let least = (print / 4).max((noise * 3 / 2).min(print * 2 / 3)).max(14);
        let values = (0..columns * rows)
            .map(|i| {
                let (tx, ty) = (i % columns, i / columns);
                let (ys, xs) = (
                    ty.saturating_sub(1)..(ty + 2).min(rows),
                    tx.saturating_sub(1)..(tx + 2).min(columns),
                );
                let near = ys
                    .flat_map(|y| contrast[y * columns + xs.start..y * columns + xs.end].iter())
                    .max();
                let strongest = near.copied().unwrap_or(0);
                // The tile's own print counts twice: a stamp beside faint print must not hide it.
                let own = if contrast[i] > least {
                    contrast[i]
                } else {
                    strongest
                };
                let c = ((own * 2 + strongest) / 3).max(least);
                // Ink must be darker than the grain of the paper, but not so dark that thin strokes go.
                let grainy = noise * 11 / 10;
                let depth = (c * 2 / 5).max(if strongest * 2 < noise * 3 {
                    grainy
                } else {
                    grainy.min(c * 11 / 20)
                });
                u32::from(paper[i]).saturating_sub(depth) as u8
            })
            .collect();
        Thresholds {
            columns,
            rows,
            values,
        }
    }

    fn at(&self, x: usize, y: usize) -> u8 {
        let (gx, gy) = ((x * 2).saturating_sub(TILE), (y * 2).saturating_sub(TILE));
        let (x0, y0) = (
            (gx / (2 * TILE)).min(self.columns - 1),
            (gy / (2 * TILE)).min(self.rows - 1),
        );
        let (x1, y1) = ((x0 + 1).min(self.columns - 1), (y0 + 1).min(self.rows - 1));
        let (u, v) = ((gx % (2 * TILE)) as u32, (gy % (2 * TILE)) as u32);
        let at = |x: usize, y: usize| u32::from(self.values[y * self.columns + x]);
        let full = 2 * TILE as u32;
        let top = at(x0, y0) * (full - u) + at(x1, y0) * u;
        let bottom = at(x0, y1) * (full - u) + at(x1, y1) * u;
        ((top * (full - v) + bottom * v) / (full * full)) as u8
    }
}

/// The value below which `tenths` of ten of the values lie.
fn quantile(values: &[u32], tenths: usize) -> u32 {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    sorted.get(sorted.len() * tenths / 10).copied().unwrap_or(0)
}

/// What one tile of the page is like.
struct Tile {
    /// The value that one pixel in a hundred is darker than.
    darkest: u8,
    /// From the median down to the lower quartile: print covers less than that, so this is the grain of the paper.
    grain: u8,
}

impl Tile {
    fn measure(page: &GrayImage, x0: usize, y0: usize) -> Tile {
        let (x1, y1) = (
            (x0 + TILE).min(page.width() as usize),
            (y0 + TILE).min(page.height() as usize),
        );
        let stride = page.width() as usize;
        // Neighbours are mostly alike; counted into one table, each would wait for the one before it.
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
        let (mut value, mut passed) = (0, usize::from(histogram[0]));
        let [darkest, quartile, median] = [pixels / 100, pixels / 4, pixels / 2].map(|rank| {
            while passed <= rank && value < 255 {
                value += 1;
                passed += usize::from(histogram[value]);
            }
            value as u8
        });
        Tile {
            darkest,
            grain: median - quartile,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mask(rows: &[&str]) -> Bitmap {
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
    fn pieces_joined_late_are_one() {
        let (components, runs) = mask(&["#..#.#", "#..#..", "####..", ".....#"]).components();
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
        assert_eq!(mask(&["#..", ".#.", "..#"]).components().0.len(), 1);
        assert_eq!(mask(&["#.#", "...", "#.#"]).components().0.len(), 4);
        assert!(Bitmap::default().components().0.is_empty());
    }
}
