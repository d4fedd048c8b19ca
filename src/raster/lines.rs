//! Lines of text: letters joined to their neighbours, columns kept apart.
//!
//! Wrongly merged cells would make digits of two numbers look like one number, wrongly split ones only cost a second look:
//! in doubt a line is split.

use super::baseline::{Fit, fit};
use super::binarize::{Bitmap, Component, find};
use super::occlusion::bridge;
use super::page::SkippedKind;
use super::rules::Rule;

/// One line of text inside one column, in page pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct LineBox {
    /// Left edge of the ink.
    pub x0: f32,
    /// Top edge of the ink.
    pub y0: f32,
    /// Right edge of the ink.
    pub x1: f32,
    /// Bottom edge of the ink.
    pub y1: f32,
    /// Height of digits and capitals above the baseline.
    pub cap_height: f32,
    /// How many pieces of ink of the size of letters the line holds; touching letters are one piece.
    pub pieces: usize,
    /// The baseline: `y = b[0] + b[1]·(x − x0) + b[2]·(x − x0)²`.
    pub(super) baseline: [f32; 3],
    members: Vec<Component>,
    marks: Vec<Component>,
}

impl LineBox {
    /// Height of the baseline at `x`, in page pixels; bent lines bend with it.
    pub fn baseline_at(&self, x: f32) -> f32 {
        let d = x - self.x0;
        self.baseline[0] + self.baseline[1] * d + self.baseline[2] * d * d
    }

    /// The same line, its print taken for smaller by this share.
    pub fn of_smaller_print(&self, share: f32) -> LineBox {
        LineBox {
            cap_height: self.cap_height * share,
            ..self.clone()
        }
    }

    pub(super) fn of(mut members: Vec<Component>) -> LineBox {
        members.sort_unstable_by_key(|c| (c.x0, c.y0));
        let Fit {
            baseline,
            cap_height,
        } = fit(&members);
        let edge = |pick: fn(&Component) -> u32, best: fn(u32, u32) -> u32| {
            members.iter().map(pick).reduce(best).unwrap_or(0) as f32
        };
        let pieces = members
            .iter()
            .filter(|c| c.height() as f32 >= cap_height * 0.45)
            .count();
        LineBox {
            x0: edge(|c| c.x0, u32::min),
            y0: edge(|c| c.y0, u32::min),
            x1: edge(|c| c.x1, u32::max),
            y1: edge(|c| c.y1, u32::max),
            cap_height,
            pieces,
            baseline,
            members,
            marks: Vec::new(),
        }
    }

    fn with_marks(members: Vec<Component>, marks: impl IntoIterator<Item = Component>) -> LineBox {
        let mut line = LineBox::of(members);
        marks.into_iter().for_each(|mark| line.widen(mark));
        line
    }

    /// The pieces of ink that are its letters.
    pub(super) fn letters(&self) -> impl Iterator<Item = Component> {
        self.members.iter().copied()
    }

    /// Lengthens the line to a page x outside of it.
    pub(super) fn reach(&mut self, x: f32) {
        let (from, to) = if x > self.x1 {
            (self.x1, x)
        } else {
            (x, self.x0)
        };
        let base = self.baseline_at((from + to) / 2.0);
        let at = |v: f32| v.max(0.0) as u32;
        self.widen(Component {
            x0: at(from),
            y0: at(base - self.cap_height),
            x1: at(to),
            y1: at(base),
            area: 0,
        });
    }

    /// Takes in a mark. It widens the box; baseline and height remain the letters' alone.
    fn widen(&mut self, mark: Component) {
        let (x0, x1) = (mark.x0 as f32, mark.x1 as f32);
        if x0 < self.x0 {
            let (base, d) = (self.baseline_at(x0), x0 - self.x0);
            self.baseline = [
                base,
                self.baseline[1] + 2.0 * self.baseline[2] * d,
                self.baseline[2],
            ];
            self.x0 = x0;
        }
        self.x1 = self.x1.max(x1);
        self.y0 = self.y0.min(mark.y0 as f32);
        self.y1 = self.y1.max(mark.y1 as f32);
        self.marks.push(mark);
    }

    /// The same line on the page turned by 180°.
    pub(super) fn upside_down(&self, page_width: u32, page_height: u32) -> LineBox {
        let turn = |c: &Component| Component {
            x0: page_width.saturating_sub(c.x1),
            y0: page_height.saturating_sub(c.y1),
            x1: page_width.saturating_sub(c.x0),
            y1: page_height.saturating_sub(c.y0),
            area: c.area,
        };
        LineBox::with_marks(
            self.members.iter().map(turn).collect(),
            self.marks.iter().map(turn),
        )
    }
}

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
