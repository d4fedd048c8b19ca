//! Ruled and unruled grids of captions and values.
use super::kit::{At, Leaf};

/// A cell: caption, value, and how many columns it takes.
pub(super) struct Cell {
    pub(super) caption: String,
    pub(super) value: String,
    pub(super) span: usize,
}

/// A cell of one column.
pub(super) fn cell(caption: &str, value: &str) -> Cell {
    wide(1, caption, value)
}

/// A cell of several columns.
pub(super) fn wide(span: usize, caption: &str, value: &str) -> Cell {
    Cell {
        caption: caption.into(),
        value: value.into(),
        span,
    }
}

/// How a grid is drawn.
pub(super) struct Grid {
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) row: f32,
    pub(super) columns: usize,
    pub(super) caption: f32,
    pub(super) value: f32,
    pub(super) below: bool,
    pub(super) ruled: bool,
    pub(super) bar: Option<f32>,
    pub(super) bold: bool,
}

impl Grid {
    /// Draws the cells row by row from a top edge; returns the bottom edge.
    pub(super) fn draw(&self, leaf: &mut Leaf, top: f32, cells: &[Cell]) -> f32 {
        let (mut y, mut column) = (top, 0);
        for (index, cell) in cells.iter().enumerate() {
            if column + cell.span > self.columns {
                (y, column) = (y + self.row, 0);
            }
            let next = cells.get(index + 1).map_or(self.columns, |next| next.span);
            let last = column + cell.span + next > self.columns;
            let end = if last {
                self.columns
            } else {
                column + cell.span
            };
            let rect = [self.edge(column), y, self.edge(end), y + self.row];
            self.one(leaf, rect, cell);
            column = end;
        }
        y + self.row
    }

    /// Where a column begins.
    fn edge(&self, column: usize) -> f32 {
        self.left + (self.right - self.left) * column as f32 / self.columns as f32
    }

    /// Draws one cell.
    fn one(&self, leaf: &mut Leaf, rect: [f32; 4], cell: &Cell) {
        let [left, top, right, bottom] = rect;
        let room = right - left - 8.0;
        if let Some(shade) = self.bar {
            let edge = if self.below {
                bottom - self.caption - 3.5
            } else {
                top
            };
            leaf.sheet
                .fill([left, edge, right, edge + self.caption + 3.5], shade);
        }
        if self.ruled {
            leaf.sheet.frame(rect, 0.5);
        }
        let (caption, value) = if self.below {
            (bottom - 3.0, bottom - self.caption - 6.5)
        } else {
            (top + self.caption + 1.5, bottom - 4.0)
        };
        leaf.put(
            false,
            self.caption,
            (left + 4.0, caption),
            room,
            &cell.caption,
        );
        self.value(leaf, (left + 4.0, value), room, &cell.value);
    }

    /// Writes a value in one line, or in two smaller ones where it is long.
    fn value(&self, leaf: &mut Leaf, at: At, room: f32, text: &str) {
        if leaf.fitting(self.bold, self.value, room, text) > self.value * 0.72 {
            leaf.put(self.bold, self.value, at, room, text);
            return;
        }
        let size = (self.row - self.caption - 6.0).min(self.value * 1.9) / 2.25;
        let (head, tail) = halves(text);
        leaf.put(self.bold, size, (at.0, at.1 - size * 1.1), room, &head);
        leaf.put(self.bold, size, at, room, &tail);
    }
}

/// Splits a text at the space nearest its middle.
pub(super) fn halves(text: &str) -> (String, String) {
    let middle = text.len() as i64 / 2;
    let cut = text
        .match_indices(' ')
        .map(|(at, _)| at)
        .min_by_key(|at| (*at as i64 - middle).abs())
        .unwrap_or(text.len());
    (text[..cut].to_string(), text[cut..].trim().to_string())
}
