//! Drawing aids shared by the designs of the family.
use crate::barcode::{self, Symbology};
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// A point: from the left edge, from the top edge.
pub(super) type At = (f32, f32);

/// A page in the making with the family of its type.
pub(super) struct Leaf {
    pub(super) sheet: Sheet,
    pub(super) family: Family,
}

impl Leaf {
    /// An empty page.
    pub(super) fn new(family: Family) -> Leaf {
        Leaf {
            sheet: Sheet::letter(family),
            family,
        }
    }

    /// The regular or the bold face of the page.
    pub(super) fn face(&self, bold: bool) -> Face {
        if bold {
            Face::bold(self.family)
        } else {
            Face::regular(self.family)
        }
    }

    /// How wide a text is.
    pub(super) fn wide(&self, bold: bool, size: f32, text: &str) -> f32 {
        self.face(bold).width(text, size)
    }

    /// The largest size, at most `size`, at which a text keeps within a width.
    pub(super) fn fitting(&self, bold: bool, size: f32, width: f32, text: &str) -> f32 {
        let wide = self.wide(bold, size, text);
        if wide > width {
            size * width / wide * 0.995
        } else {
            size
        }
    }

    /// Writes a text no wider than `width`; returns where it ends.
    pub(super) fn put(&mut self, bold: bool, size: f32, at: At, width: f32, text: &str) -> f32 {
        let size = self.fitting(bold, size, width, text);
        self.sheet.write(self.face(bold), size, at.0, at.1, text)
    }

    /// Writes a text in a shade of grey.
    pub(super) fn grey(&mut self, bold: bool, size: f32, at: At, text: &str, shade: f32) {
        self.sheet
            .write_shaded(self.face(bold), size, at.0, at.1, text, shade);
    }

    /// Writes a text that ends at `at`.
    pub(super) fn right(&mut self, bold: bool, size: f32, at: At, text: &str) {
        self.sheet
            .flush_right(self.face(bold), size, at.0, at.1, text);
    }

    /// Writes a text centred on `at`.
    pub(super) fn mid(&mut self, bold: bool, size: f32, at: At, text: &str) {
        self.sheet.centred(self.face(bold), size, at.0, at.1, text);
    }

    /// Writes a paragraph and returns the baseline after its last line.
    pub(super) fn para(&mut self, size: f32, at: At, measure: f32, text: &str) -> f32 {
        self.sheet
            .paragraph(self.face(false), size, at.0, at.1, measure, text)
    }

    /// Writes a bold paragraph and returns the baseline after its last line.
    pub(super) fn strong(&mut self, size: f32, at: At, measure: f32, text: &str) -> f32 {
        self.sheet
            .paragraph(self.face(true), size, at.0, at.1, measure, text)
    }

    /// Writes paragraphs with a gap after each.
    pub(super) fn prose(&mut self, size: f32, at: At, measure: f32, texts: &[&str]) -> f32 {
        texts.iter().fold(at.1, |y, text| {
            self.para(size, (at.0, y), measure, text) + size * 0.6
        })
    }

    /// Writes lines one under another; returns the baseline after the last.
    pub(super) fn lines<T: AsRef<str>>(&mut self, size: f32, at: At, pitch: f32, all: &[T]) -> f32 {
        for (index, line) in all.iter().enumerate() {
            self.sheet
                .plain(size, at.0, at.1 + index as f32 * pitch, line.as_ref());
        }
        at.1 + all.len() as f32 * pitch
    }

    /// Draws the bars of a receipt number.
    pub(super) fn bars(&mut self, kind: Symbology, at: At, module: f32, high: f32, text: &str) {
        if let Some(modules) = barcode::modules(kind, text) {
            self.sheet.bars(at.0, at.1, module, high, &modules);
        }
    }

    /// Draws a white text on a black or grey bar.
    pub(super) fn band(&mut self, rect: [f32; 4], shade: f32, size: f32, text: &str) {
        self.sheet.fill(rect, shade);
        let base = (rect[1] + rect[3]) / 2.0 + size * 0.35;
        let ink = if shade < 0.6 { 1.0 } else { 0.0 };
        self.grey(true, size, (rect[0] + 5.0, base), text, ink);
    }

    /// A line of dashes across the page, with a word in its middle.
    pub(super) fn perforation(&mut self, y: f32, word: &str) {
        let half = self.wide(false, 6.0, word) / 2.0 + 6.0;
        let mut x = 30.0;
        while x < 580.0 {
            if x + 5.0 < 306.0 - half || x > 306.0 + half {
                self.sheet.rule(x, x + 5.0, y, 0.6);
            }
            x += 8.0;
        }
        self.mid(false, 6.0, (306.0, y + 2.0), word);
    }

    /// Label, dots and a value that ends at the right edge.
    pub(super) fn leader(&mut self, size: f32, at: At, right: f32, label: &str, value: &str) {
        let end = self.sheet.plain(size, at.0, at.1, label);
        let stop = right - self.wide(true, size, value) - 4.0;
        let dot = self.wide(false, size, ".") * 1.6;
        let mut x = end + 4.0;
        while x + dot < stop {
            x += dot;
            self.sheet.plain(size, x - dot, at.1, ".");
        }
        self.right(true, size, (right, at.1), value);
    }

    /// Boxes for single characters, filled from the left.
    pub(super) fn comb(&mut self, at: At, step: f32, count: usize, text: &str) {
        let (x, top) = at;
        let high = step * 1.25;
        self.sheet
            .frame([x, top, x + step * count as f32, top + high], 0.7);
        for index in 1..count {
            self.sheet
                .upright(x + step * index as f32, top + high * 0.4, top + high, 0.4);
        }
        for (index, sign) in text.chars().enumerate() {
            let middle = x + step * (index as f32 + 0.5);
            self.mid(
                false,
                step * 0.85,
                (middle, top + high * 0.85),
                &sign.to_string(),
            );
        }
    }

    /// A square that is ticked or not, with a text beside it; returns the next baseline.
    pub(super) fn tick(&mut self, size: f32, at: At, width: f32, ticked: bool, text: &str) -> f32 {
        let (x, y) = at;
        let edge = size * 0.85;
        self.sheet.frame([x, y - edge, x + edge, y], 0.6);
        if ticked {
            self.mid(true, size, (x + edge / 2.0, y - size * 0.08), "X");
        }
        self.para(size, (x + size * 1.7, y), width - size * 1.7, text) + size * 0.35
    }

    /// A block that looks like a QR code.
    pub(super) fn qr(&mut self, rng: &mut Rng, at: At, edge: f32) {
        let unit = edge / 25.0;
        for row in 0..25 {
            for column in 0..25 {
                if finder(row, column).unwrap_or_else(|| rng.chance(0.48)) {
                    let (x, y) = (at.0 + column as f32 * unit, at.1 + row as f32 * unit);
                    self.sheet.fill([x, y, x + unit, y + unit], 0.0);
                }
            }
        }
    }

    /// The bars of the postal service above an address.
    pub(super) fn mail_bars(&mut self, rng: &mut Rng, at: At) {
        for index in 0..65 {
            let x = at.0 + index as f32 * 3.1;
            let (up, down) = (rng.below(2) as f32 * 2.8, rng.below(2) as f32 * 2.8);
            self.sheet
                .fill([x, at.1 - 1.4 - up, x + 1.3, at.1 + 1.4 + down], 0.0);
        }
    }

    /// A line of print so small that it looks like a rule.
    pub(super) fn microprint(&mut self, y: f32, word: &str) {
        let text = vec![word; 400].join(" ");
        let each = self.wide(false, 1.6, word) + self.wide(false, 1.6, " ");
        let count = (540.0 / each) as usize * (word.len() + 1);
        self.sheet.write_shaded(
            self.face(false),
            1.6,
            36.0,
            y,
            &text[..count.min(text.len())],
            0.4,
        );
    }
}

/// Whether a module of the corner squares of a QR block is black; none elsewhere.
fn finder(row: usize, column: usize) -> Option<bool> {
    let fold = |at: usize| if at > 16 { 24 - at } else { at };
    let (down, across) = (fold(row), fold(column));
    if down > 7 || across > 7 || (row > 16 && column > 16) {
        return None;
    }
    let ring = (down.max(across) as i32, down.min(across) as i32);
    if ring.0 == 7 {
        return Some(false);
    }
    let outside = ring.0 == 6 || ring.1 == 0;
    let core = ring.0 <= 4 && ring.1 >= 2;
    Some(outside || core)
}
