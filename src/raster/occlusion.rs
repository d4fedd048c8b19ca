//! Occlusion: lines continued under a stamp or a pen stroke. Letters that touch it form one large
//! component with it and would be lost.
//!
//! A line that ends where such a component begins is extended through it, as far as there is ink at
//! the line's height. Reading what is there is up to the recognizer, which is trained on strokes
//! across print.

use super::binarize::{Bitmap, Component};
use super::line_box::LineBox;

// Tuning, in cap heights of the line unless stated otherwise.

/// How far a line continues without ink: a wide space.
const WIDEST_SPACE: f32 = 1.3;
/// How far a line is extended at most.
const FARTHEST: f32 = 45.0;
/// Shorter extensions are ignored: no letter fits into them.
const LEAST_EXTENSION: f32 = 0.8;
/// Higher components are not letters of the line but something across it.
const TALL: f32 = 1.7;
/// A band with more ink than this share is a black area that nothing can be read under.
const SOLID: f32 = 0.8;
/// Components closer than this to the edge of the page, in page pixels, are edges of the paper.
const PAGE_EDGE: u32 = 2;

/// Extends each of `segments` to the right, or to the left, through the ink of `large` components
/// and of letters much larger than its own, up to its next neighbour.
pub(super) fn extend_through_occlusions(
    segments: &mut [LineBox],
    large: &[Component],
    bitmap: &Bitmap,
    forward: bool,
) {
    let tall = TALL * typical_cap_height(segments);
    let large = large
        .iter()
        .filter(|c| is_clear_of_edge(c, bitmap))
        .copied();
    let large_letters = segments
        .iter()
        .flat_map(LineBox::letters)
        .filter(|c| c.height() as f32 > tall);
    let across: Vec<Component> = large.chain(large_letters).collect();
    if across.is_empty() {
        return;
    }
    let neighbours: Vec<Neighbour> = segments.iter().map(Neighbour::new).collect();
    for (index, line) in segments
        .iter_mut()
        .enumerate()
        .filter(|(_, l)| l.pieces >= 2)
    {
        let edge = if forward { line.x1 } else { line.x0 };
        let (from, to) = across
            .iter()
            .filter(|c| touches(c, line, edge))
            .fold((edge, edge), |(from, to), c| {
                (from.min(c.x0 as f32), to.max(c.x1 as f32))
            });
        let limit = next_segment(&neighbours, index, line, forward).clamp(from, to);
        let end = last_ink(line, bitmap, edge, limit);
        if (end - edge).abs() > line.cap_height * LEAST_EXTENSION {
            line.extend_to(end);
        }
    }
}

fn is_clear_of_edge(c: &Component, bitmap: &Bitmap) -> bool {
    c.x0 > PAGE_EDGE
        && c.y0 > PAGE_EDGE
        && c.x1 + PAGE_EDGE < bitmap.width as u32
        && c.y1 + PAGE_EDGE < bitmap.height as u32
}

/// Whether a component lies across the end of a line.
fn touches(c: &Component, line: &LineBox, edge: f32) -> bool {
    let near = line.cap_height * WIDEST_SPACE;
    (c.y0 as f32) < line.y1
        && c.y1 as f32 > line.y0
        && c.height() as f32 > TALL * line.cap_height
        && edge > c.x0 as f32 - near
        && edge < c.x1 as f32 + near
}

/// The median cap height of the print.
fn typical_cap_height(segments: &[LineBox]) -> f32 {
    let mut heights: Vec<(f32, usize)> =
        segments.iter().map(|l| (l.cap_height, l.pieces)).collect();
    heights.sort_by(|a, b| a.0.total_cmp(&b.0));
    let half = heights.iter().map(|h| h.1).sum::<usize>() / 2;
    let mut passed = 0;
    let middle = heights.iter().find(|(_, pieces)| {
        passed += pieces;
        passed >= half
    });
    middle.map_or(f32::INFINITY, |h| h.0)
}

/// A segment as its neighbours see it.
struct Neighbour {
    x: (f32, f32),
    y: (f32, f32),
    cap_height: f32,
}

impl Neighbour {
    fn new(line: &LineBox) -> Self {
        Self {
            x: (line.x0, line.x1),
            y: (line.y0, line.y1),
            cap_height: line.cap_height,
        }
    }
}

/// Where the next segment of similar size at the height of a line begins, or ends when looking
/// back; infinite if there is none.
fn next_segment(neighbours: &[Neighbour], index: usize, line: &LineBox, forward: bool) -> f32 {
    let middle = (line.y0 + line.y1) / 2.0;
    let ends = neighbours
        .iter()
        .enumerate()
        .filter(|(i, o)| {
            *i != index && o.y.0 < middle && o.y.1 > middle && o.cap_height < TALL * line.cap_height
        })
        .map(|(_, o)| o.x);
    if forward {
        ends.map(|x| x.0)
            .filter(|x| *x >= line.x1)
            .fold(f32::INFINITY, f32::min)
    } else {
        ends.map(|x| x.1)
            .filter(|x| *x <= line.x0)
            .fold(f32::NEG_INFINITY, f32::max)
    }
}

/// The last column from `edge` towards `limit` that has ink between the line's baseline and cap
/// height; `edge` where the band is solid black.
fn last_ink(line: &LineBox, bitmap: &Bitmap, edge: f32, limit: f32) -> f32 {
    let step = if limit > edge { 1.0 } else { -1.0 };
    let limit =
        edge + (limit - edge).clamp(-FARTHEST * line.cap_height, FARTHEST * line.cap_height);
    let mut x = edge;
    let mut last = edge;
    let mut inked = 0.0f32;
    let mut all = 0.0f32;
    while (limit - x) * step > 0.0 && (x - last).abs() <= WIDEST_SPACE * line.cap_height {
        let base = line.baseline_at(x);
        let top = (base - line.cap_height).max(0.0) as usize;
        let rows = top..(base.max(0.0) as usize).min(bitmap.height);
        let column = (x.max(0.0) as usize).min(bitmap.width.saturating_sub(1));
        all += rows.len() as f32;
        let ink = rows
            .filter(|y| bitmap.ink[y * bitmap.width + column] != 0)
            .count();
        inked += ink as f32;
        if ink > 0 {
            last = x;
        }
        x += step;
    }
    if inked > SOLID * all { edge } else { last }
}

#[cfg(test)]
#[path = "occlusion_tests.rs"]
mod tests;
