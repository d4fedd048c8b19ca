//! Pens and small figures that every design of the family draws with.
use crate::barcode::{self, Symbology};
use crate::layout::sheet::Sheet;
use crate::typeface::{Face, Family};

/// A face at a size.
#[derive(Clone, Copy)]
pub(super) struct Pen {
    /// The face.
    pub(super) face: Face,
    /// Its size in points.
    pub(super) size: f32,
}

/// The pens of one family.
#[derive(Clone, Copy)]
pub(super) struct Hand(pub(super) Family);

impl Hand {
    /// An upright pen.
    pub(super) fn plain(self, size: f32) -> Pen {
        Pen {
            face: Face::regular(self.0),
            size,
        }
    }
    /// A bold pen.
    pub(super) fn bold(self, size: f32) -> Pen {
        Pen {
            face: Face::bold(self.0),
            size,
        }
    }
    /// A slanted pen.
    pub(super) fn italic(self, size: f32) -> Pen {
        Pen {
            face: Face::italic(self.0),
            size,
        }
    }
}

impl Pen {
    /// The width of a text.
    pub(super) fn width(self, text: &str) -> f32 {
        self.face.width(text, self.size)
    }
    /// The same pen, small enough that the text fits the width.
    pub(super) fn fitted(self, width: f32, text: &str) -> Pen {
        let drawn = self.width(text);
        let size = if drawn > width {
            self.size * width / drawn
        } else {
            self.size
        };
        Pen {
            face: self.face,
            size,
        }
    }
    /// Writes and returns where the text ends.
    pub(super) fn at(self, sheet: &mut Sheet, x: f32, y: f32, text: &str) -> f32 {
        sheet.write(self.face, self.size, x, y, text)
    }
    /// Writes, made small enough for the width.
    pub(super) fn put(self, sheet: &mut Sheet, x: f32, y: f32, width: f32, text: &str) -> f32 {
        self.fitted(width, text).at(sheet, x, y, text)
    }
    /// Writes up to the right edge.
    pub(super) fn right(self, sheet: &mut Sheet, right: f32, y: f32, text: &str) {
        sheet.flush_right(self.face, self.size, right, y, text);
    }
    /// Writes around a centre.
    pub(super) fn centre(self, sheet: &mut Sheet, centre: f32, y: f32, text: &str) {
        sheet.centred(self.face, self.size, centre, y, text);
    }
    /// Breaks a text into lines.
    pub(super) fn broken(self, width: f32, text: &str) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split(' ') {
            match lines.last_mut() {
                Some(line) if self.width(&format!("{line} {word}")) <= width => {
                    line.push(' ');
                    line.push_str(word);
                }
                _ => lines.push(word.to_string()),
            }
        }
        lines
    }
    /// Writes lines one under the other; returns the baseline after the last.
    pub(super) fn stack<T: AsRef<str>>(self, s: &mut Sheet, x: f32, y: f32, lines: &[T]) -> f32 {
        let mut y = y;
        for line in lines {
            self.at(s, x, y, line.as_ref());
            y += self.size * 1.2;
        }
        y
    }
    /// Writes a text broken to the width; returns the baseline after it.
    pub(super) fn block(self, sheet: &mut Sheet, x: f32, y: f32, width: f32, text: &str) -> f32 {
        self.stack(sheet, x, y, &self.broken(width, text))
    }
    /// Writes paragraphs with a gap between; returns the baseline after them.
    pub(super) fn flow(self, s: &mut Sheet, x: f32, y: f32, width: f32, texts: &[String]) -> f32 {
        let mut y = y;
        for text in texts {
            y = self.block(s, x, y, width, text) + self.size * 0.6;
        }
        y
    }
}

/// Writes a label and its value after it in one line.
pub(super) fn pair(sheet: &mut Sheet, pens: (Pen, Pen), x: f32, y: f32, text: (&str, &str)) -> f32 {
    let end = pens.0.at(sheet, x, y, text.0);
    pens.1.at(sheet, end + pens.1.size * 0.4, y, text.1)
}

/// Writes a label and, hanging after it, a value of several lines; returns the next baseline.
pub(super) fn hang(sheet: &mut Sheet, pens: (Pen, Pen), area: [f32; 3], text: (&str, &str)) -> f32 {
    let [x, y, right] = area;
    let from = pens.0.at(sheet, x, y, text.0) + pens.1.size * 0.4;
    pens.1.block(sheet, from, y, right - from, text.1)
}

/// How a cell is set: the pens, and where label and value stand under the cell's top.
#[derive(Clone, Copy)]
pub(super) struct Cell {
    /// The label's pen.
    pub(super) label: Pen,
    /// The value's pen.
    pub(super) value: Pen,
    /// The label's baseline under the top.
    pub(super) drop: f32,
    /// The value's baseline under the label's.
    pub(super) lead: f32,
}

impl Cell {
    /// Draws a label with its value under it.
    pub(super) fn draw(&self, sheet: &mut Sheet, area: [f32; 4], label: &str, value: &str) {
        let [left, top, right, bottom] = area;
        let width = right - left - 7.0;
        self.label
            .put(sheet, left + 3.5, top + self.drop, width, label);
        let y = top + self.drop + self.lead;
        let mut pen = self.value;
        let room = ((bottom - 1.5 - y) / (pen.size * 1.1)).floor().max(0.0) as usize + 1;
        while pen.broken(width, value).len() > room && pen.size > 4.5 {
            pen.size -= 0.25;
        }
        for (row, line) in pen.broken(width, value).iter().enumerate() {
            pen.put(
                sheet,
                left + 3.5,
                y + row as f32 * pen.size * 1.1,
                width,
                line,
            );
        }
    }
    /// Draws the cell with a frame.
    pub(super) fn boxed(&self, sheet: &mut Sheet, area: [f32; 4], label: &str, value: &str) {
        sheet.frame(area, 0.6);
        self.draw(sheet, area, label, value);
    }
}

/// Draws a row of cells whose widths are shares of the row.
pub(super) fn row(
    sheet: &mut Sheet,
    cell: &Cell,
    area: [f32; 4],
    parts: &[(f32, &str, &str)],
) -> f32 {
    let total: f32 = parts.iter().map(|part| part.0).sum();
    let mut left = area[0];
    for (share, label, value) in parts {
        let right = left + (area[2] - area[0]) * share / total;
        cell.boxed(sheet, [left, area[1], right, area[3]], label, value);
        left = right;
    }
    area[3]
}

/// Writes a label, dots, and a value at the right edge.
pub(super) fn leader(sheet: &mut Sheet, pen: Pen, span: [f32; 3], label: &str, value: &str) {
    let [left, right, y] = span;
    let from = pen.at(sheet, left, y, label) + 3.0;
    if value.is_empty() {
        return;
    }
    let to = right - pen.width(value) - 3.0;
    let dot = pen.width(".") * 1.6;
    let mut x = right - ((right - from) / dot).floor() * dot;
    while x < to - dot {
        pen.at(sheet, x, y, ".");
        x += dot;
    }
    pen.right(sheet, right, y, value);
}

/// Draws the bars of a receipt number; returns their right edge.
pub(super) fn bars(sheet: &mut Sheet, kind: Symbology, at: [f32; 4], receipt: &str) -> f32 {
    let [left, top, module, height] = at;
    let Some(modules) = barcode::modules(kind, receipt) else {
        return left;
    };
    sheet.bars(left, top, module, height, &modules);
    left + module * modules.len() as f32
}

/// Draws one small box for each sign, as on forms; blank boxes past the end.
pub(super) fn comb(sheet: &mut Sheet, pen: Pen, at: [f32; 4], count: usize, text: &str) {
    let [left, top, wide, high] = at;
    for place in 0..count {
        let x = left + place as f32 * wide;
        sheet.frame([x, top, x + wide, top + high], 0.5);
    }
    for (place, sign) in text.chars().enumerate() {
        let x = left + (place as f32 + 0.5) * wide;
        pen.centre(
            sheet,
            x,
            top + high * 0.5 + pen.size * 0.36,
            &sign.to_string(),
        );
    }
}

/// Draws an empty tick box with a text right of it; returns the next baseline.
pub(super) fn tick(sheet: &mut Sheet, pen: Pen, at: [f32; 3], text: &str, ticked: bool) -> f32 {
    let [x, y, width] = at;
    let side = pen.size * 0.85;
    sheet.frame([x, y - side, x + side, y], 0.7);
    if ticked {
        pen.centre(sheet, x + side * 0.5, y - side * 0.12, "X");
    }
    pen.block(sheet, x + side + 6.0, y, width - side - 6.0, text) + pen.size * 0.35
}

/// Draws a short row of tall and short strokes, as mail machines print.
pub(super) fn mail_bars(sheet: &mut Sheet, left: f32, y: f32, seed: &str) {
    for (place, byte) in seed.bytes().cycle().take(62).enumerate() {
        let mix = usize::from(byte) + place * place;
        let x = left + place as f32 * 3.1;
        let up = if mix % 2 == 0 { 4.5 } else { 1.5 };
        let down = if mix % 3 == 0 { 4.5 } else { 1.5 };
        sheet.upright(x, y - up, y + down, 0.9);
    }
}
