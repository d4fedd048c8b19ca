//! Lines that run under a stamp or a pen stroke: letters that touch it are one large piece of ink with it and would be lost.
//!
//! A line that ends where such a piece begins goes on through it, as far as there is ink at the line's height. What stands
//! there is for the reader to say, which is trained on strokes across print.

use super::binarize::{Bitmap, Component};
use super::line_box::LineBox;

/// How far, in heights of a capital, a line goes on without ink: a wide space.
const WIDEST_SPACE: f32 = 1.3;
/// How far, in heights of a capital, a line goes on at all.
const FARTHEST: f32 = 45.0;
/// A band with more ink than this share is a black area, under which nothing can be read.
const SOLID: f32 = 0.8;

/// Pieces taller than so many capitals of a line are no letters of it but something across it.
const TALL: f32 = 1.7;

/// Lengthens each of `segments` to the right, or to the left, through the ink of `large` pieces and of letters much larger
/// than its own, up to its next neighbour.
pub(super) fn bridge(segments: &mut [LineBox], large: &[Component], mask: &Bitmap, forward: bool) {
    let inside = |c: &Component| {
        c.x0 > 2 && c.y0 > 2 && c.x1 + 2 < mask.width as u32 && c.y1 + 2 < mask.height as u32
    };
    let mut across: Vec<Component> = large.iter().filter(|c| inside(c)).copied().collect();
    let typical = typical_height(segments);
    let tall = |c: &Component| c.height() as f32 > TALL * typical;
    across.extend(
        segments
            .iter()
            .flat_map(LineBox::letters)
            .filter(|c| tall(c)),
    );
    if across.is_empty() {
        return;
    }
    let beside: Vec<Neighbour> = segments.iter().map(Neighbour::of).collect();
    for (index, line) in segments
        .iter_mut()
        .enumerate()
        .filter(|(_, l)| l.pieces >= 2)
    {
        let edge = if forward { line.x1 } else { line.x0 };
        let near = line.cap_height * WIDEST_SPACE;
        let touches = |c: &&Component| {
            let rows = (c.y0 as f32) < line.y1
                && c.y1 as f32 > line.y0
                && c.height() as f32 > TALL * line.cap_height;
            rows && edge > c.x0 as f32 - near && edge < c.x1 as f32 + near
        };
        let reach = |(a, b): (f32, f32), c: &Component| (a.min(c.x0 as f32), b.max(c.x1 as f32));
        let (from, to) = across.iter().filter(touches).fold((edge, edge), reach);
        let limit = neighbour(&beside, index, line, forward).clamp(from, to);
        let end = follow(line, mask, (edge, limit));
        if (end - edge).abs() > line.cap_height * 0.8 {
            line.reach(end);
        }
    }
}

/// The height of capitals in most of the print.
fn typical_height(segments: &[LineBox]) -> f32 {
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
    fn of(line: &LineBox) -> Self {
        Self {
            x: (line.x0, line.x1),
            y: (line.y0, line.y1),
            cap_height: line.cap_height,
        }
    }
}

/// Where the next segment of like size at the height of a line begins, or ends when looking back; infinite where there is
/// none.
fn neighbour(others: &[Neighbour], index: usize, line: &LineBox, forward: bool) -> f32 {
    let middle = (line.y0 + line.y1) / 2.0;
    let mates = others.iter().enumerate().filter(|(i, o)| {
        *i != index && o.y.0 < middle && o.y.1 > middle && o.cap_height < TALL * line.cap_height
    });
    let ends = mates.map(|(_, o)| o.x);
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

/// The last column from `edge` towards `limit` that has ink in the line's band.
fn follow(line: &LineBox, mask: &Bitmap, (edge, limit): (f32, f32)) -> f32 {
    let step = if limit > edge { 1.0 } else { -1.0 };
    let limit =
        edge + (limit - edge).clamp(-FARTHEST * line.cap_height, FARTHEST * line.cap_height);
    let (mut x, mut last) = (edge, edge);
    let (mut inked, mut all) = (0.0f32, 0.0f32);
    while (limit - x) * step > 0.0 && (x - last).abs() <= WIDEST_SPACE * line.cap_height {
        let base = line.baseline_at(x);
        let rows =
            (base - line.cap_height).max(0.0) as usize..(base.max(0.0) as usize).min(mask.height);
        let column = (x.max(0.0) as usize).min(mask.width.saturating_sub(1));
        all += rows.len() as f32;
        let ink = rows
            .filter(|y| mask.ink[y * mask.width + column] != 0)
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
mod tests {
    use super::*;

    #[test]
    fn a_line_goes_on_through_a_stroke_and_ends_with_its_ink() {
        let (width, height) = (400usize, 120usize);
        let mut mask = Bitmap {
            width,
            height,
            ink: vec![0; width * height],
        };
        let mut fill = |x: std::ops::Range<usize>, y: std::ops::Range<usize>| {
            y.for_each(|y| mask.ink[y * width + x.start..y * width + x.end].fill(1));
        };
        // Letters to the left of a stroke, letters that touch it, and nothing beyond.
        let letter = |x: u32| Component {
            x0: x,
            y0: 50,
            x1: x + 8,
            y1: 70,
            area: 100,
        };
        (0..3).for_each(|i| fill(20 + i * 14..28 + i * 14, 50..70));
        (0..8).for_each(|i| fill(66 + i * 14..74 + i * 14, 50..70));
        fill(64..180, 40..44);
        let stroke = Component {
            x0: 64,
            y0: 40,
            x1: 300,
            y1: 110,
            area: 2000,
        };
        let mut lines = vec![LineBox::of((0..3).map(|i| letter(20 + i * 14)).collect())];
        bridge(&mut lines, &[stroke], &mask, true);
        bridge(&mut lines, &[stroke], &mask, false);
        assert!((lines[0].x1 - 172.0).abs() < 3.0, "{}", lines[0].x1);
        assert!((lines[0].x0 - 20.0).abs() < 1.0);
    }
}
