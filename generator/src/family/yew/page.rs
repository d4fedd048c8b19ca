//! A page that text, cells and tables flow over.

use crate::barcode::{Symbology, modules};
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// A document that flows over pages.
pub(super) struct Doc {
    pub(super) sheets: Vec<Sheet>,
    pub(super) family: Family,
    pub(super) size: f32,
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) y: f32,
    pub(super) bottom: f32,
    pub(super) head: String,
    /// Paragraphs of official prose that were used already.
    pub(super) used: Vec<usize>,
}

impl Doc {
    pub(super) fn new(family: Family, size: f32) -> Self {
        Self {
            sheets: vec![Sheet::letter(family)],
            family,
            size,
            left: 60.0,
            right: 552.0,
            y: 58.0,
            bottom: 728.0,
            head: String::new(),
            used: Vec::new(),
        }
    }

    pub(super) fn regular(&self) -> Face {
        Face::regular(self.family)
    }

    pub(super) fn strong(&self) -> Face {
        Face::bold(self.family)
    }

    pub(super) fn sheet(&mut self) -> &mut Sheet {
        let last = self.sheets.len() - 1;
        &mut self.sheets[last]
    }

    /// Begins a new page, with the running head.
    pub(super) fn turn(&mut self) {
        self.sheets.push(Sheet::letter(self.family));
        let (face, left, head) = (self.regular(), self.left, self.head.clone());
        self.sheet().write(face, 8.0, left, 48.0, &head);
        self.y = 76.0;
    }

    /// Begins a new page unless there is room for this height.
    pub(super) fn room(&mut self, need: f32) {
        if self.y + need > self.bottom {
            self.turn();
        }
    }

    /// Sets a paragraph over the full measure and leaves a gap.
    pub(super) fn set(&mut self, face: Face, size: f32, text: &str, gap: f32) {
        let (x, measure) = (self.left, self.right - self.left);
        self.room(height(face, size, measure, text));
        let y = self.y;
        self.y = self.sheet().paragraph(face, size, x, y, measure, text) + gap;
    }

    /// Sets a paragraph of body text.
    pub(super) fn prose(&mut self, text: &str) {
        self.set(self.regular(), self.size, text, self.size * 0.75);
    }

    /// Sets lines of body text, closely.
    pub(super) fn lines(&mut self, face: Face, lines: &[String]) {
        for line in lines {
            self.set(face, self.size, line, 0.0);
        }
        self.y += self.size * 0.8;
    }

    /// Sets a line in the middle.
    pub(super) fn middle(&mut self, face: Face, size: f32, text: &str) {
        let (x, y) = ((self.left + self.right) / 2.0, self.y);
        self.sheet().centred(face, size, x, y, text);
        self.y += size * 1.3;
    }

    /// Draws a rule over the full measure.
    pub(super) fn line(&mut self, weight: f32) {
        let (left, right, y) = (self.left, self.right, self.y);
        self.sheet().rule(left, right, y, weight);
    }

    /// Draws a table with a head row. Rules: 0 under the head, 1 under each row, 2 a full grid.
    pub(super) fn table(&mut self, size: f32, widths: &[f32], rows: &[Vec<String>], rules: usize) {
        let left = self.left;
        let total: f32 = widths.iter().sum();
        for (n, row) in rows.iter().enumerate() {
            let face = if n == 0 {
                self.strong()
            } else {
                self.regular()
            };
            let tall = row
                .iter()
                .zip(widths)
                .map(|(text, width)| height(face, size, width - 8.0, text))
                .fold(size * 1.18, f32::max)
                + 5.0;
            self.room(tall + 4.0);
            let top = self.y;
            let mut x = left;
            for (text, width) in row.iter().zip(widths) {
                let first = top + size + 2.0;
                self.sheet()
                    .paragraph(face, size, x + 4.0, first, width - 8.0, text);
                if rules == 2 {
                    self.sheet().frame([x, top, x + width, top + tall], 0.6);
                }
                x += width;
            }
            if rules == 1 || n == 0 {
                self.sheet().rule(left, left + total, top + tall, 0.6);
            }
            self.y = top + tall;
        }
        self.y += size * 1.6;
    }

    /// Draws cells in so many columns: small labels over or under their values.
    pub(super) fn cells(&mut self, columns: usize, cells: &[(String, String)], look: CellLook) {
        let (left, width) = (self.left, (self.right - self.left) / columns as f32);
        let (small, face, size) = (self.regular(), self.strong(), self.size);
        for row in cells.chunks(columns) {
            let tallest = |face: Face, size: f32, pick: fn(&(String, String)) -> &str| {
                row.iter()
                    .map(|cell| height(face, size, width - 8.0, pick(cell)))
                    .fold(size * 1.18, f32::max)
            };
            let labels = tallest(small, 7.2, |cell| cell.0.as_str());
            let values = tallest(face, size, |cell| cell.1.as_str());
            let tall = labels + values + 7.0;
            self.room(tall + 4.0);
            let top = self.y;
            for (n, (label, value)) in row.iter().enumerate() {
                let x = left + n as f32 * width;
                let (at_label, at_value) = if look.below {
                    (top + values + 11.0, top + size + 2.0)
                } else {
                    (top + 9.0, top + labels + size + 4.0)
                };
                let sheet = self.sheet();
                sheet.paragraph(small, 7.2, x + 4.0, at_label, width - 8.0, label);
                sheet.paragraph(face, size, x + 4.0, at_value, width - 8.0, value);
                if look.framed {
                    sheet.frame([x, top, x + width, top + tall], 0.7);
                }
            }
            if !look.framed && look.below {
                self.sheet()
                    .rule(left, left + width * columns as f32, top + tall, 0.3);
            }
            self.y = top + tall;
        }
        self.y += size * 1.7;
    }

    /// Draws pairs line by line, labels in a column of their own.
    pub(super) fn ledger(&mut self, column: f32, pairs: &[(String, String)], tail: &str) {
        let (bold, face, size, left) = (self.strong(), self.regular(), self.size, self.left);
        let measure = self.right - left - column - 10.0;
        for (label, value) in pairs {
            let label = format!("{label}{tail}");
            let tall = height(face, size, column, &label).max(height(bold, size, measure, value));
            self.room(tall);
            let y = self.y;
            self.sheet().paragraph(face, size, left, y, column, &label);
            self.sheet()
                .paragraph(bold, size, left + column + 10.0, y, measure, value);
            self.y = y + tall + 2.0;
        }
        self.y += size * 0.8;
    }

    /// Writes the foot of every page.
    pub(super) fn finish(mut self, foot: &str, numbered: usize) -> Vec<Sheet> {
        let (face, left, right, all) = (self.regular(), self.left, self.right, self.sheets.len());
        for (n, sheet) in self.sheets.iter_mut().enumerate() {
            sheet.write(face, 7.5, left, 762.0, foot);
            let page = match numbered {
                0 => format!("Page {} of {all}", n + 1),
                1 => format!("- {} -", n + 1),
                _ => format!("{}/{all}", n + 1),
            };
            sheet.flush_right(face, 7.5, right, 762.0, &page);
        }
        self.sheets
    }
}

/// How cells look.
#[derive(Clone, Copy)]
pub(super) struct CellLook {
    pub(super) below: bool,
    pub(super) framed: bool,
}

/// Height of a paragraph.
pub(super) fn height(face: Face, size: f32, measure: f32, text: &str) -> f32 {
    Sheet::letter(face.family).paragraph(face, size, 0.0, 0.0, measure, text)
}

/// Draws a barcode of this text, in Code 128 or 39.
pub(super) fn bars(sheet: &mut Sheet, rng: &mut Rng, at: (f32, f32), text: &str) {
    let (kind, module) = rng.pick(&[(Symbology::Code128, 0.9), (Symbology::Code39, 0.7)]);
    if let Some(run) = modules(kind, text) {
        sheet.bars(at.0, at.1, module, 22.0, &run);
    }
}
