//! Lines in comb boxes: what stands in the cells of one row of combs, a character in each.
//!
//! The characters are too far apart to be linked as letters of a word are, and their cells are
//! known.

use super::binarize::Component;
use super::comb::Comb;
use super::line_box::LineBox;

// Tuning, in cap heights of the line unless stated otherwise.

/// Fewer cells with something in them are no line.
const LEAST_CELLS: usize = 2;
/// What a cell holds is at most this wide: more is a word.
const WIDEST: f32 = 1.5;
/// A cell with nothing as high as this is empty but for dirt.
const LEAST_HEIGHT: f32 = 0.5;
/// A character stands at most this far above or below the walls of its cell, in heights of itself.
const BESIDE_WALLS: f32 = 0.35;
/// Combs of one row have their baselines at most this far apart …
const BASELINE_STEP: f32 = 0.5;
/// … and the gap between their characters is at most this many cells wide.
const ROW_GAP: f32 = 2.6;
/// A letter before the first cell, as the `A` of an A-Number, is at most this far from it …
const BEFORE_CELLS: f32 = 3.0;
/// … and has nothing before it that is nearer than this.
const ALONE: f32 = 1.7;

/// The ink of one cell.
#[derive(Debug, Clone, Default)]
struct Cell {
    letters: Vec<Component>,
    marks: Vec<Component>,
}

impl Cell {
    fn all(&self) -> impl Iterator<Item = &Component> {
        self.letters.iter().chain(&self.marks)
    }

    fn edges(&self) -> (f32, f32) {
        let left = self.all().map(|c| c.x0).min().unwrap_or(0);
        let right = self.all().map(|c| c.x1).max().unwrap_or(0);
        (left as f32, right as f32)
    }

    fn height(&self) -> f32 {
        let top = self.all().map(|c| c.y0).min().unwrap_or(0);
        let bottom = self.all().map(|c| c.y1).max().unwrap_or(0);
        bottom.saturating_sub(top) as f32
    }
}

/// Takes what stands in combs out of the letters and marks of a page.
pub(super) fn take_cell_lines(
    letters: &mut Vec<Component>,
    marks: &mut Vec<Component>,
    combs: &[Comb],
) -> Vec<LineBox> {
    let mut lines: Vec<LineBox> = Vec::new();
    for comb in combs {
        let cells: Vec<Cell> = comb
            .cells()
            .map(|edges| cell(edges, comb.rows(), (letters, marks)))
            .collect();
        let Some(line) = line(&cells) else {
            continue;
        };
        let inked = |c: &Component| cells.iter().any(|cell| cell.all().any(|own| own == c));
        letters.retain(|c| !inked(c));
        marks.retain(|c| !inked(c));
        lines.push(line);
    }
    let mut lines = in_rows(lines);
    lines.iter_mut().for_each(|line| add_letter(line, letters));
    lines
}

/// What stands between the two walls of a cell.
fn cell(
    (left, right): (f32, f32),
    (top, bottom): (f32, f32),
    (letters, marks): (&[Component], &[Component]),
) -> Cell {
    let between = |c: &&Component| {
        let x = (c.x0 + c.x1) as f32 / 2.0;
        let reach = c.height() as f32 * BESIDE_WALLS;
        x > left && x < right && (c.y1 as f32) > top - reach && (c.y0 as f32) < bottom + reach
    };
    let letters: Vec<Component> = letters.iter().filter(between).copied().collect();
    let high = letters.iter().map(|c| c.y0).min().unwrap_or(top as u32);
    let low = letters.iter().map(|c| c.y1).max().unwrap_or(bottom as u32);
    let beside = |c: &&Component| between(c) && c.y1 > high && c.y0 < low;
    let marks = marks.iter().filter(beside).copied().collect();
    Cell { letters, marks }
}

/// The line that the characters in some cells make, if each holds one at most.
fn line(cells: &[Cell]) -> Option<LineBox> {
    let letters: Vec<Component> = cells.iter().flat_map(|c| &c.letters).copied().collect();
    if letters.is_empty() {
        return None;
    }
    let cap = LineBox::from_letters(letters).cap_height;
    let high = |c: &&Cell| c.height() >= LEAST_HEIGHT * cap;
    let inked: Vec<&Cell> = cells.iter().filter(high).collect();
    let wide = |c: &&Cell| c.edges().1 - c.edges().0 > WIDEST * cap;
    if inked.len() < LEAST_CELLS || inked.iter().any(wide) {
        return None;
    }
    let letters = inked.iter().flat_map(|c| &c.letters).copied().collect();
    let marks = inked.iter().flat_map(|c| &c.marks).copied();
    Some(LineBox {
        cells: inked.iter().map(|c| c.edges()).collect(),
        ..LineBox::with_marks(letters, marks)
    })
}

/// Lines of combs that stand beside one another, as one.
fn in_rows(mut lines: Vec<LineBox>) -> Vec<LineBox> {
    lines.sort_by(|a, b| a.x0.total_cmp(&b.x0));
    let mut rows: Vec<LineBox> = Vec::new();
    for line in lines {
        let before = rows.iter_mut().find(|row| {
            let cap = row.cap_height.max(line.cap_height);
            let step = row.baseline_at(row.x1) - line.baseline_at(line.x0);
            let gap = line.x0 - row.x1;
            let reach = ROW_GAP * pitch(row).min(pitch(&line));
            step.abs() <= BASELINE_STEP * cap && (0.0..=reach).contains(&gap)
        });
        match before {
            Some(row) => *row = joined(row, &line),
            None => rows.push(line),
        }
    }
    rows
}

/// The least distance from one character to the next.
fn pitch(line: &LineBox) -> f32 {
    let middle = |cell: &(f32, f32)| (cell.0 + cell.1) / 2.0;
    let steps = line.cells.windows(2).filter_map(|pair| match pair {
        [a, b] => Some(middle(b) - middle(a)),
        _ => None,
    });
    steps.fold(f32::MAX, f32::min)
}

fn joined(a: &LineBox, b: &LineBox) -> LineBox {
    let both = |a: &[Component], b: &[Component]| a.iter().chain(b).copied().collect();
    let marks: Vec<Component> = both(&a.marks, &b.marks);
    LineBox {
        cells: a.cells.iter().chain(&b.cells).copied().collect(),
        ..LineBox::with_marks(both(&a.members, &b.members), marks)
    }
}

/// Adds a letter that stands alone before the cells.
fn add_letter(line: &mut LineBox, letters: &mut Vec<Component>) {
    let cap = line.cap_height;
    let beside = |c: &Component| {
        let top = line.y0.max(c.y0 as f32);
        let bottom = line.y1.min(c.y1 as f32);
        bottom - top > LEAST_HEIGHT * cap && c.height() as f32 <= WIDEST * cap
    };
    let near = |c: &&Component| {
        let gap = line.x0 - c.x1 as f32;
        beside(c) && (0.0..=BEFORE_CELLS * cap).contains(&gap)
    };
    let Some(first) = letters.iter().filter(near).copied().max_by_key(|c| c.x1) else {
        return;
    };
    let crowds = |c: &Component| {
        let gap = first.x0 as f32 - c.x1 as f32;
        *c != first && beside(c) && (-cap..=ALONE * cap).contains(&gap)
    };
    if letters.iter().any(crowds) || first.width() as f32 > WIDEST * cap {
        return;
    }
    letters.retain(|c| *c != first);
    let mut members = line.members.clone();
    members.push(first);
    let mut cells = vec![(first.x0 as f32, first.x1 as f32)];
    cells.append(&mut line.cells);
    *line = LineBox {
        cells,
        ..LineBox::with_marks(members, line.marks.clone())
    };
}

#[cfg(test)]
#[path = "cell_line_tests.rs"]
mod tests;
