//! Lines of text: letters joined to their neighbours, columns kept apart.
//!
//! Wrongly merged cells would make digits of two numbers look like one number, wrongly split ones only cost a second look:
//! in doubt a line is split.

use super::binarize::{Bitmap, Component, find};
use super::line_box::LineBox;
use super::occlusion::bridge;
use super::rules::Rule;
use super::skipped::SkippedKind;

/// What became of the pieces of ink of a page.
pub(super) struct Layout {
    pub(super) lines: Vec<LineBox>,
    /// Pieces too large for text (stamps, signatures, photographs, black edges) and bar codes.
    pub(super) skipped: Vec<(SkippedKind, Component)>,
    /// Whether anything of the size of print was seen at all, even if it made no line.
    pub(super) printed: bool,
}

/// Finds the lines among the `components` of `mask`, of a page of `dpi`; no line crosses an upright rule.
pub(super) fn find_lines(
    components: &[Component],
    mask: &Bitmap,
    rules: &[Rule],
    dpi: f32,
) -> Layout {
    let (least, tallest) = ((dpi * 0.02).max(3.0) as u32, (dpi * 0.42) as u32);
    let speck = ((dpi * 0.012).powi(2) as u32).max(2);
    let mut letters = Vec::new();
    let mut small = Vec::new();
    let mut large = Vec::new();
    for c in components.iter().filter(|c| c.area > speck) {
        if c.height() > tallest || c.width() as f32 > dpi * 4.0 {
            large.push(*c);
        } else if c.height() < least * 2 {
            small.push(*c);
        } else {
            letters.push(*c);
        }
    }
    let mut upright: Vec<&Rule> = rules.iter().filter(|r| !r.is_horizontal()).collect();
    upright.sort_by(|a, b| a.x0.total_cmp(&b.x0));
    let chains = chain(letters);
    let mut segments: Vec<LineBox> = chains.into_iter().map(LineBox::of).collect();
    // Marks between words bridge wide spaces, so they find their words first.
    let small = adopt(&mut segments, small);
    segments = merge(segments, &upright);
    adopt(&mut segments, small);
    for forward in [true, false] {
        bridge(&mut segments, &large, mask, forward);
        segments = merge(segments, &upright);
    }
    let mut set_aside = Vec::new();
    segments.retain(|l| match picture_of(l, dpi) {
        Some(aside) => {
            set_aside.push(aside);
            false
        }
        None => true,
    });
    let printed = segments
        .iter()
        .any(|l| l.pieces >= 2 || l.x1 - l.x0 > l.cap_height * 1.5);
    let mut lines: Vec<LineBox> = segments.into_iter().filter(|l| is_line(l, dpi)).collect();
    lines.sort_by(|a, b| a.y0.total_cmp(&b.y0).then(a.x0.total_cmp(&b.x0)));
    set_aside.extend(large.into_iter().map(|c| (SkippedKind::Large, c)));
    Layout {
        lines,
        skipped: set_aside,
        printed,
    }
}

/// The box of a chain that is no text by its looks: low bars of a bar code, or the thin outline of a frame.
fn picture_of(line: &LineBox, dpi: f32) -> Option<(SkippedKind, Component)> {
    let area: u32 = line.members.iter().map(|c| c.area).sum();
    let whole = Component {
        x0: line.x0 as u32,
        y0: line.y0 as u32,
        x1: line.x1 as u32,
        y1: line.y1 as u32,
        area,
    };
    let narrow = line
        .members
        .iter()
        .filter(|c| c.width() * 4 < c.height())
        .count();
    if line.cap_height > dpi * 0.14
        && line.members.len() >= 10
        && narrow * 10 >= line.members.len() * 8
    {
        return Some((SkippedKind::Barcode, whole));
    }
    // Print fills a quarter of its box or more, the strokes of a frame next to nothing.
    let box_area = (line.x1 - line.x0) * (line.y1 - line.y0);
    (line.members.len() <= 2 && line.y1 - line.y0 > dpi * 0.16 && area as f32 <= box_area * 0.14)
        .then_some((SkippedKind::Large, whole))
}

/// A single piece no wider than tall is a lone letter, a tick or dirt: none of them holds a number or a label.
fn is_line(line: &LineBox, dpi: f32) -> bool {
    let width = line.x1 - line.x0;
    line.cap_height >= (dpi * 0.025).max(4.0)
        && (line.pieces >= 2 && width > line.cap_height || width > line.cap_height * 1.5)
}

/// Joins each letter to its nearest neighbour on the right: same height of line, similar size, close by.
fn chain(mut letters: Vec<Component>) -> Vec<Vec<Component>> {
    letters.sort_unstable_by_key(|c| (c.x0, c.y0));
    let grid = Grid::of(&letters);
    let mut parent: Vec<u32> = (0..letters.len() as u32).collect();
    for (i, a) in letters.iter().enumerate() {
        let mut nearest = (i64::MAX, usize::MAX);
        for j in grid.near(a.y0, a.y1) {
            let b = &letters[j];
            if j == i || (b.x0, b.y0) < (a.x0, a.y0) {
                continue;
            }
            let gap = i64::from(b.x0) - i64::from(a.x1);
            if gap < nearest.0 && may_join(a, b, gap) {
                nearest = (gap, j);
            }
        }
        if nearest.1 != usize::MAX {
            let (ra, rb) = (
                find(&mut parent, i as u32),
                find(&mut parent, nearest.1 as u32),
            );
            parent[ra.max(rb) as usize] = ra.min(rb);
        }
    }
    let mut chains: Vec<Vec<Component>> = Vec::new();
    let mut place = vec![usize::MAX; letters.len()];
    for (i, c) in letters.iter().enumerate() {
        let root = find(&mut parent, i as u32) as usize;
        if place[root] == usize::MAX {
            place[root] = chains.len();
            chains.push(Vec::new());
        }
        chains[place[root]].push(*c);
    }
    chains
}

fn may_join(a: &Component, b: &Component, gap: i64) -> bool {
    let (low, high) = (a.height().min(b.height()), a.height().max(b.height()));
    let shared = a.y1.min(b.y1).saturating_sub(a.y0.max(b.y0));
    gap <= i64::from(high)
        && low * 5 >= high * 2
        && shared * 5 >= low * 3
        && shared * 10 >= high * 3
}

/// Rows of letters by height on the page, to find neighbours quickly.
struct Grid {
    rows: Vec<Vec<u32>>,
}

impl Grid {
    const STEP: u32 = 16;

    fn of(letters: &[Component]) -> Grid {
        let bottom = letters.iter().map(|c| c.y1).max().unwrap_or(0);
        let mut rows = vec![Vec::new(); (bottom / Grid::STEP) as usize + 1];
        for (i, c) in letters.iter().enumerate() {
            rows[((c.y0 + c.y1) / 2 / Grid::STEP) as usize].push(i as u32);
        }
        Grid { rows }
    }

    fn near(&self, y0: u32, y1: u32) -> impl Iterator<Item = usize> {
        let first = (y0 / Grid::STEP) as usize;
        let last = ((y1 / Grid::STEP) as usize).min(self.rows.len() - 1);
        self.rows[first.min(last)..=last]
            .iter()
            .flatten()
            .map(|&i| i as usize)
    }
}

/// Joins segments that follow each other on one baseline with at most a wide space between.
fn merge(mut segments: Vec<LineBox>, upright: &[&Rule]) -> Vec<LineBox> {
    loop {
        segments.sort_by(|a, b| a.x0.total_cmp(&b.x0));
        let mut used = vec![false; segments.len()];
        let mut merged = Vec::with_capacity(segments.len());
        let mut changed = false;
        for i in 0..segments.len() {
            if used[i] {
                continue;
            }
            used[i] = true;
            let mut line = segments[i].clone();
            for j in i + 1..segments.len() {
                if segments[j].x0 > line.x1 + line.cap_height * 6.0 {
                    break;
                }
                if !used[j] && continues(&line, &segments[j], upright) {
                    used[j] = true;
                    changed = true;
                    line.members.extend_from_slice(&segments[j].members);
                    line.marks.extend_from_slice(&segments[j].marks);
                    line = LineBox::with_marks(line.members, line.marks);
                }
            }
            merged.push(line);
        }
        segments = merged;
        if !changed {
            return segments;
        }
    }
}

/// Whether `b` goes on where `a` ends, in the same column.
fn continues(a: &LineBox, b: &LineBox, upright: &[&Rule]) -> bool {
    let (low, high) = (
        a.cap_height.min(b.cap_height),
        a.cap_height.max(b.cap_height),
    );
    let gap = b.x0 - a.x1;
    if gap > high * 1.7 || gap < -high * 1.5 && b.x1 > a.x1 || low * 2.2 < high {
        return false;
    }
    let at = b.x0.max(a.x0);
    let (base_a, base_b) = (a.baseline_at(at), b.baseline_at(at));
    let shared = base_a.min(base_b) - (base_a - a.cap_height).max(base_b - b.cap_height);
    if (base_a - base_b).abs() > high * 0.35 && shared < low * 0.7 {
        return false;
    }
    let middle = base_a - a.cap_height / 2.0;
    !upright.iter().any(|r| {
        let x = (r.x0 + r.x1) / 2.0;
        x > a.x1 - high * 0.3 && x < b.x0 + high * 0.3 && r.y0 < middle && r.y1 > middle
    })
}

/// Gives dots, hyphens and commas to the line they stand in; returns those that stand in none.
fn adopt(segments: &mut [LineBox], small: Vec<Component>) -> Vec<Component> {
    let mut rows: Vec<usize> = (0..segments.len()).collect();
    rows.sort_by(|&a, &b| segments[a].y0.total_cmp(&segments[b].y0));
    let tallest = segments
        .iter()
        .fold(0.0f32, |t, l| t.max(l.y1 - l.y0 + l.cap_height * 0.5));
    let mut left = Vec::new();
    for c in small {
        let (x, y) = ((c.x0 + c.x1) as f32 / 2.0, (c.y0 + c.y1) as f32 / 2.0);
        let first = rows.partition_point(|&i| segments[i].y0 < y - tallest);
        let near = rows[first..]
            .iter()
            .take_while(|&&i| segments[i].y0 < y + tallest);
        let home = near.copied().find(|&i| {
            let l = &segments[i];
            let up = (l.baseline_at(x.clamp(l.x0, l.x1)) - y) / l.cap_height;
            // A hyphen may stand alone between two wide spaces.
            let hyphen = (0.2..0.7).contains(&up)
                && c.width() > c.height()
                && c.width() as f32 <= l.cap_height;
            let reach = l.cap_height * if hyphen { 1.5 } else { 0.9 };
            x > l.x0 - reach && x < l.x1 + reach && (-0.3..1.1).contains(&up)
        });
        match home {
            Some(i) => segments[i].widen(c),
            None => left.push(c),
        }
    }
    left
}
