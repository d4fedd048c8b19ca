//! Tables of labelled fields: the grids with the numbers of notices.

use super::sheet::{Sheet, cut_to};
use super::style::{Boxed, Placement, Style};
use crate::typeface::Face;

/// One cell: a label and the lines of its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// The label; empty for none.
    pub label: String,
    /// Printed on the label's own line, a little to the right of it.
    pub beside: String,
    /// The lines of the value; none for a blank cell.
    pub lines: Vec<String>,
    /// Share of the row's width, relative to its neighbours.
    pub share: f32,
}

impl Cell {
    /// A cell with one line; an empty value leaves the cell blank.
    pub fn new(label: &str, value: &str, share: f32) -> Self {
        let lines = if value.is_empty() {
            Vec::new()
        } else {
            vec![value.to_owned()]
        };
        Self {
            label: label.to_owned(),
            beside: String::new(),
            lines,
            share,
        }
    }

    /// A cell with several lines.
    pub fn lines(label: &str, lines: &[&str], share: f32) -> Self {
        let lines = lines
            .iter()
            .filter(|line| !line.is_empty())
            .map(|&line| line.to_owned())
            .collect();
        Self {
            label: label.to_owned(),
            beside: String::new(),
            lines,
            share,
        }
    }

    /// The same cell with a text next to its label.
    pub fn with_beside(self, text: &str) -> Self {
        Self {
            beside: text.to_owned(),
            ..self
        }
    }
}

/// Draws the rows from `top` down and returns the lower edge.
pub fn draw(sheet: &mut Sheet, style: &Style, top: f32, rows: &[Vec<Cell>]) -> f32 {
    let mut y = top;
    for row in rows {
        let height = row
            .iter()
            .map(|cell| height_of(style, cell, width_of(style, row, cell)))
            .fold(0.0, f32::max);
        let mut x = style.left;
        for (index, cell) in row.iter().enumerate() {
            let width = width_of(style, row, cell);
            if style.shaded && index % 2 == 0 && style.boxed == Boxed::Cells {
                sheet.fill([x, y, x + width, y + height], 0.9);
            }
            draw_cell(sheet, style, x, y, width, cell);
            if style.boxed == Boxed::Cells {
                sheet.upright(x, y, y + height, style.rule);
            }
            x += width;
        }
        if style.boxed == Boxed::Cells {
            sheet.upright(style.right, y, y + height, style.rule);
        }
        if style.boxed != Boxed::None {
            sheet.rule(
                style.left - style.rule / 2.0,
                style.right + style.rule / 2.0,
                y,
                style.rule,
            );
        }
        y += height;
    }
    if style.boxed != Boxed::None {
        sheet.rule(
            style.left - style.rule / 2.0,
            style.right + style.rule / 2.0,
            y,
            style.rule,
        );
    }
    y
}

fn width_of(style: &Style, row: &[Cell], cell: &Cell) -> f32 {
    style.measure() * cell.share / row.iter().map(|cell| cell.share).sum::<f32>()
}

/// The x of a value to the right of its label, if it fits there.
fn right_of_label(style: &Style, cell: &Cell, width: f32) -> Option<f32> {
    let value = cell.lines.first()?;
    if style.placement != Placement::Right || cell.lines.len() != 1 || !cell.beside.is_empty() {
        return None;
    }
    let start = 3.0
        + style
            .label_face()
            .width(&style.label(&cell.label), style.label_size)
        + style.value_size * 0.8;
    (start + style.value_face().width(value, style.value_size) + 2.0 <= width).then_some(start)
}

fn height_of(style: &Style, cell: &Cell, width: f32) -> f32 {
    let lines = if right_of_label(style, cell, width).is_some() {
        0
    } else {
        cell.lines.len().max(1)
    };
    let label = if lines == 0 {
        style.label_size.max(style.value_size)
    } else {
        style.label_size
    };
    style.padding * 2.0 + label * 1.1 + lines as f32 * style.value_size * 1.2
}

fn draw_cell(sheet: &mut Sheet, style: &Style, x: f32, y: f32, width: f32, cell: &Cell) {
    let room = width - 5.0;
    let mut baseline = y + style.padding + style.label_size * 0.85;
    let start = right_of_label(style, cell, width);
    if start.is_some() {
        baseline = y + style.padding + style.label_size.max(style.value_size) * 0.85;
    }
    let label = cut_to(
        style.label_face(),
        style.label_size,
        room,
        &style.label(&cell.label),
    );
    let after = sheet.write(
        style.label_face(),
        style.label_size,
        x + 3.0,
        baseline,
        &label,
    );
    if !cell.beside.is_empty() {
        fitted(
            sheet,
            style.value_face(),
            style.label_size.max(6.5),
            after + style.label_size,
            baseline,
            x + width - after - style.label_size - 2.0,
            &cell.beside,
        );
    }
    if let (Some(start), Some(value)) = (start, cell.lines.first()) {
        sheet.write(
            style.value_face(),
            style.value_size,
            x + start,
            baseline,
            value,
        );
        return;
    }
    for line in &cell.lines {
        baseline += style.value_size * 1.2;
        fitted(
            sheet,
            style.value_face(),
            style.value_size,
            x + 3.0,
            baseline,
            room,
            line,
        );
    }
}

/// Writes a line into this space: numbers are set smaller until they fit, words are cut off.
pub fn fitted(
    sheet: &mut Sheet,
    face: Face,
    size: f32,
    x: f32,
    baseline: f32,
    room: f32,
    line: &str,
) {
    let width = face.width(line, size);
    let carries_number = line.chars().filter(char::is_ascii_digit).count() >= 7;
    if width <= room {
        sheet.write(face, size, x, baseline, line);
    } else if carries_number {
        sheet.write(face, size * room / width, x, baseline, line);
    } else {
        sheet.write(face, size, x, baseline, &cut_to(face, size, room, line));
    }
}
