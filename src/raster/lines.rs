//! Line detection: connected components linked to their neighbours, columns kept apart.
//!
//! Wrongly merged fields would make the digits of two numbers look like one number; wrongly split
//! ones only cost a second pass. So never merge fields: when in doubt, split.

use super::binarize::{Bitmap, Component, find};
use super::cell_line::take_cell_lines;
use super::comb::Comb;
use super::leader::is_leader;
use super::line_box::LineBox;
use super::occlusion::extend_through_occlusions;
use super::rule::Rule;
use super::skipped::SkippedKind;

// Tuning: sizes of components, in inches. Print is set in 6 to 24 points, which is 0.06 to 0.24
// inch in cap height.

/// Lower components are dirt.
const LEAST_HEIGHT: f32 = 0.02;
/// Components lower than this multiple of the least height are marks: dots, hyphens and commas.
const MARK_HEIGHTS: u32 = 2;
/// Higher components are not letters.
const MOST_HEIGHT: f32 = 0.42;
/// Wider components are not letters, even if touching.
const MOST_WIDTH: f32 = 4.0;
/// A component with no more ink than a square of this side is a speck.
const SPECK: f32 = 0.012;

// Tuning: chains that are not text.

/// Least cap height of a chain that may be a barcode, in inches.
const BARCODE_HEIGHT: f32 = 0.14;
/// Fewest bars of a barcode.
const BARCODE_BARS: usize = 10;
/// A bar is this many times as high as it is wide.
const BAR_ASPECT: u32 = 4;
/// Share of a barcode's components that are bars, in tenths.
const BARCODE_TENTHS: usize = 8;
/// Fewest bars of the post office's code above an address, whose bars are as low as print. No word
/// has this many letters that are thin strokes.
const MAILING_BARS: usize = 16;
/// Least height of a frame, in inches.
const FRAME_HEIGHT: f32 = 0.16;
/// Most components of a frame.
const FRAME_MEMBERS: usize = 2;
/// Print fills a quarter of its box or more; a frame fills at most this share of it.
const FRAME_FILLED: f32 = 0.14;

// Tuning: what counts as a line.

/// Least cap height of a line, in inches …
const LEAST_CAP_HEIGHT: f32 = 0.025;
/// … and in page pixels.
const LEAST_CAP_PIXELS: f32 = 4.0;
/// A component wider than this many cap heights is several letters that touch.
const TOUCHING_LETTERS: f32 = 1.5;

// Tuning: linking letters, as fractions.

/// Letters of one line: the lower one has at least this share of the height of the higher one …
const LIKE_HEIGHT: (u32, u32) = (2, 5);
/// … shares this part of its own height with it …
const SHARED_OF_LOWER: (u32, u32) = (3, 5);
/// … and this part of the other's height.
const SHARED_OF_HIGHER: (u32, u32) = (3, 10);

// Tuning: merging segments, in cap heights of the larger print unless stated otherwise.

/// How far ahead a segment is looked for.
const LOOK_AHEAD: f32 = 6.0;
/// A wider gap separates two fields.
const MOST_GAP: f32 = 1.7;
/// How far segments of one line may overlap.
const MOST_OVERLAP: f32 = 1.5;
/// Print this many times as large is another line's.
const MOST_RATIO: f32 = 2.2;
/// Baselines further apart than this belong to different lines …
const MOST_BASELINE_STEP: f32 = 0.35;
/// … unless the segments share this many cap heights of the smaller print.
const LEAST_SHARED: f32 = 0.7;
/// How far a vertical rule between two segments may reach into them.
const RULE_REACH: f32 = 0.3;

// Tuning: attaching marks, in cap heights of their line.

/// Height above the baseline at which a mark may be a hyphen.
const HYPHEN_RISE: std::ops::Range<f32> = 0.2..0.7;
/// Height above the baseline at which a mark belongs to the line.
const MARK_RISE: std::ops::Range<f32> = -0.3..1.1;
/// How far from the line a mark may be.
const MARK_REACH: f32 = 0.9;
/// How far from the line a hyphen may be: it may stand between two wide spaces.
const HYPHEN_REACH: f32 = 1.5;

/// What the connected components of a page are.
pub(super) struct Layout {
    pub(super) lines: Vec<LineBox>,
    /// Components too large for text (stamps, signatures, photographs, black edges) and barcodes.
    pub(super) skipped: Vec<(SkippedKind, Component)>,
    /// Whether there is anything of the size of print, even if it makes no line.
    pub(super) printed: bool,
}

/// Finds the lines among the `components` of `bitmap`, a page at `dpi`. No line crosses a vertical
/// rule; what stands in the cells of combs is a line of its own.
pub(super) fn find_lines(
    components: &[Component],
    bitmap: &Bitmap,
    (rules, combs): (&[Rule], &[Comb]),
    dpi: f32,
) -> Layout {
    let Sorted {
        mut letters,
        mut marks,
        large,
    } = sort_by_size(components, dpi);
    let in_cells = take_cell_lines(&mut letters, &mut marks, combs);
    let mut vertical: Vec<&Rule> = rules.iter().filter(|r| !r.is_horizontal()).collect();
    vertical.sort_by(|a, b| a.x0.total_cmp(&b.x0));
    let mut chains = link_letters(letters);
    chains.retain(|chain| !is_leader(chain, dpi));
    let mut segments: Vec<LineBox> = chains.into_iter().map(LineBox::from_letters).collect();
    // Marks between words bridge wide spaces, so they are attached before segments are merged.
    let marks = attach_marks(&mut segments, marks);
    segments = merge(segments, &vertical);
    attach_marks(&mut segments, marks);
    for forward in [true, false] {
        extend_through_occlusions(&mut segments, &large, bitmap, forward);
        segments = merge(segments, &vertical);
    }
    let mut skipped = Vec::new();
    segments.retain(|line| {
        let not_text = not_text(line, dpi);
        skipped.extend(not_text);
        not_text.is_none()
    });
    let printed = in_cells
        .iter()
        .chain(&segments)
        .any(|l| l.pieces >= 2 || l.x1 - l.x0 > l.cap_height * TOUCHING_LETTERS);
    let mut lines: Vec<LineBox> = segments.into_iter().filter(|l| is_line(l, dpi)).collect();
    lines.extend(in_cells);
    sort_lines(&mut lines);
    skipped.extend(large.into_iter().map(|c| (SkippedKind::Large, c)));
    Layout {
        lines,
        skipped,
        printed,
    }
}

/// Sorts lines from top to bottom.
pub(super) fn sort_lines(lines: &mut [LineBox]) {
    lines.sort_by(|a, b| a.y0.total_cmp(&b.y0).then(a.x0.total_cmp(&b.x0)));
}

/// Connected components by size.
struct Sorted {
    letters: Vec<Component>,
    marks: Vec<Component>,
    large: Vec<Component>,
}

fn sort_by_size(components: &[Component], dpi: f32) -> Sorted {
    let least = (dpi * LEAST_HEIGHT).max(3.0) as u32;
    let tallest = (dpi * MOST_HEIGHT) as u32;
    let speck = ((dpi * SPECK).powi(2) as u32).max(2);
    let mut sorted = Sorted {
        letters: Vec::new(),
        marks: Vec::new(),
        large: Vec::new(),
    };
    for c in components.iter().filter(|c| c.area > speck) {
        if c.height() > tallest || c.width() as f32 > dpi * MOST_WIDTH {
            sorted.large.push(*c);
        } else if c.height() < least * MARK_HEIGHTS {
            sorted.marks.push(*c);
        } else {
            sorted.letters.push(*c);
        }
    }
    sorted
}

/// The box of a chain that is clearly not text: the low bars of a barcode, those of the post
/// office, or the thin outline of a frame.
fn not_text(line: &LineBox, dpi: f32) -> Option<(SkippedKind, Component)> {
    let area: u32 = line.members.iter().map(|c| c.area).sum();
    let whole = Component {
        x0: line.x0 as u32,
        y0: line.y0 as u32,
        x1: line.x1 as u32,
        y1: line.y1 as u32,
        area,
    };
    let count = line.members.len();
    let bars = line
        .members
        .iter()
        .filter(|c| c.width() * BAR_ASPECT < c.height())
        .count();
    if line.cap_height > dpi * BARCODE_HEIGHT
        && count >= BARCODE_BARS
        && bars * 10 >= count * BARCODE_TENTHS
    {
        return Some((SkippedKind::Barcode, whole));
    }
    let strokes = line
        .members
        .iter()
        .filter(|c| c.width() * 2 <= c.height())
        .count();
    if count >= MAILING_BARS && strokes * 10 >= count * BARCODE_TENTHS {
        return Some((SkippedKind::Large, whole));
    }
    let box_area = (line.x1 - line.x0) * (line.y1 - line.y0);
    let is_frame = count <= FRAME_MEMBERS
        && line.y1 - line.y0 > dpi * FRAME_HEIGHT
        && area as f32 <= box_area * FRAME_FILLED;
    is_frame.then_some((SkippedKind::Large, whole))
}

/// Whether a segment is a line. A single component no wider than it is tall is a lone letter, a
/// tick or dirt, which can be neither a number nor a label.
fn is_line(line: &LineBox, dpi: f32) -> bool {
    let width = line.x1 - line.x0;
    line.cap_height >= (dpi * LEAST_CAP_HEIGHT).max(LEAST_CAP_PIXELS)
        && (line.pieces >= 2 && width > line.cap_height
            || width > line.cap_height * TOUCHING_LETTERS)
}

/// Links each letter to its nearest neighbour on the right, if that is at the same height, of
/// similar size and close by. Returns the chains.
fn link_letters(mut letters: Vec<Component>) -> Vec<Vec<Component>> {
    letters.sort_unstable_by_key(|c| (c.x0, c.y0));
    let grid = Grid::build(&letters);
    let mut parent: Vec<u32> = (0..letters.len() as u32).collect();
    for i in 0..letters.len() {
        if let Some(j) = right_neighbour(&letters, &grid, i) {
            let a = find(&mut parent, i as u32);
            let b = find(&mut parent, j as u32);
            parent[a.max(b) as usize] = a.min(b);
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

/// The nearest letter to the right of another one that it can be linked to.
fn right_neighbour(letters: &[Component], grid: &Grid, index: usize) -> Option<usize> {
    let a = &letters[index];
    let mut nearest = None;
    let mut nearest_gap = i64::MAX;
    for j in grid.near(a.y0, a.y1) {
        let b = &letters[j];
        if j == index || (b.x0, b.y0) < (a.x0, a.y0) {
            continue;
        }
        let gap = i64::from(b.x0) - i64::from(a.x1);
        if gap < nearest_gap && may_link(a, b, gap) {
            nearest_gap = gap;
            nearest = Some(j);
        }
    }
    nearest
}

fn may_link(a: &Component, b: &Component, gap: i64) -> bool {
    let low = a.height().min(b.height());
    let high = a.height().max(b.height());
    let shared = a.y1.min(b.y1).saturating_sub(a.y0.max(b.y0));
    gap <= i64::from(high)
        && at_least(low, LIKE_HEIGHT, high)
        && at_least(shared, SHARED_OF_LOWER, low)
        && at_least(shared, SHARED_OF_HIGHER, high)
}

/// Whether `value` is at least the share `(numerator, denominator)` of `whole`.
fn at_least(value: u32, (numerator, denominator): (u32, u32), whole: u32) -> bool {
    value * denominator >= whole * numerator
}

/// Letters by their height on the page, to find neighbours quickly.
struct Grid {
    rows: Vec<Vec<u32>>,
}

impl Grid {
    /// Height of a row in page pixels: about that of a letter.
    const STEP: u32 = 16;

    fn build(letters: &[Component]) -> Grid {
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

/// Merges segments that follow each other on one baseline with at most a wide space between them.
fn merge(mut segments: Vec<LineBox>, vertical: &[&Rule]) -> Vec<LineBox> {
    loop {
        segments.sort_by(|a, b| a.x0.total_cmp(&b.x0));
        let mut used = vec![false; segments.len()];
        let mut merged = Vec::with_capacity(segments.len());
        for i in 0..segments.len() {
            if !used[i] {
                used[i] = true;
                merged.push(absorb(&segments, i, &mut used, vertical));
            }
        }
        let changed = merged.len() < segments.len();
        segments = merged;
        if !changed {
            return segments;
        }
    }
}

/// The segment `index` with all unused segments that continue it.
fn absorb(segments: &[LineBox], index: usize, used: &mut [bool], vertical: &[&Rule]) -> LineBox {
    let mut line = segments[index].clone();
    for (next, used) in segments.iter().zip(used).skip(index + 1) {
        if next.x0 > line.x1 + line.cap_height * LOOK_AHEAD {
            break;
        }
        if !*used && continues(&line, next, vertical) {
            *used = true;
            line.members.extend_from_slice(&next.members);
            line.marks.extend_from_slice(&next.marks);
            line = LineBox::with_marks(line.members, line.marks);
        }
    }
    line
}

/// Whether `b` continues `a` in the same column.
fn continues(a: &LineBox, b: &LineBox, vertical: &[&Rule]) -> bool {
    let low = a.cap_height.min(b.cap_height);
    let high = a.cap_height.max(b.cap_height);
    let gap = b.x0 - a.x1;
    if gap > high * MOST_GAP || gap < -high * MOST_OVERLAP && b.x1 > a.x1 || low * MOST_RATIO < high
    {
        return false;
    }
    let at = b.x0.max(a.x0);
    let base_a = a.baseline_at(at);
    let base_b = b.baseline_at(at);
    let shared = base_a.min(base_b) - (base_a - a.cap_height).max(base_b - b.cap_height);
    if (base_a - base_b).abs() > high * MOST_BASELINE_STEP && shared < low * LEAST_SHARED {
        return false;
    }
    let middle = base_a - a.cap_height / 2.0;
    !vertical.iter().any(|r| {
        let x = (r.x0 + r.x1) / 2.0;
        x > a.x1 - high * RULE_REACH
            && x < b.x0 + high * RULE_REACH
            && r.y0 < middle
            && r.y1 > middle
    })
}

/// Attaches dots, hyphens and commas to the line they belong to; returns those without a line.
fn attach_marks(segments: &mut [LineBox], marks: Vec<Component>) -> Vec<Component> {
    let mut rows: Vec<usize> = (0..segments.len()).collect();
    rows.sort_by(|&a, &b| segments[a].y0.total_cmp(&segments[b].y0));
    let tallest = segments
        .iter()
        .fold(0.0f32, |t, l| t.max(l.y1 - l.y0 + l.cap_height * 0.5));
    let mut left = Vec::new();
    for mark in marks {
        let y = (mark.y0 + mark.y1) as f32 / 2.0;
        let first = rows.partition_point(|&i| segments[i].y0 < y - tallest);
        let home = rows[first..]
            .iter()
            .take_while(|&&i| segments[i].y0 < y + tallest)
            .find(|&&i| is_mark_of(&mark, &segments[i]));
        match home {
            Some(&i) => segments[i].widen(mark),
            None => left.push(mark),
        }
    }
    left
}

fn is_mark_of(mark: &Component, line: &LineBox) -> bool {
    let x = (mark.x0 + mark.x1) as f32 / 2.0;
    let y = (mark.y0 + mark.y1) as f32 / 2.0;
    let rise = (line.baseline_at(x.clamp(line.x0, line.x1)) - y) / line.cap_height;
    let is_hyphen = HYPHEN_RISE.contains(&rise)
        && mark.width() > mark.height()
        && mark.width() as f32 <= line.cap_height;
    let reach = line.cap_height * if is_hyphen { HYPHEN_REACH } else { MARK_REACH };
    x > line.x0 - reach && x < line.x1 + reach && MARK_RISE.contains(&rise)
}
