//! Text that flows: bold runs inside paragraphs, and columns that go on over pages.
//!
//! In these texts `*` switches bold on and off, and `~` is a space that doesn't break.

use crate::barcode::{Symbology, modules};
use crate::layout::sheet::Sheet;
use crate::typeface::{Face, Family};

/// The height of a line, in sizes of the type.
pub(super) const LEAD: f32 = 1.26;

/// A run of one face in a line, and where it begins.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Span {
    face: Face,
    x: f32,
    text: String,
}

/// Breaks a text into lines of spans.
pub(super) fn lines(family: Family, size: f32, measure: f32, text: &str) -> Vec<Vec<Span>> {
    let mut all: Vec<Vec<Span>> = Vec::new();
    let mut line: Vec<Span> = Vec::new();
    let mut at = 0.0;
    let mut bold = false;
    for word in text.split_whitespace() {
        let mut pieces = Vec::new();
        for (number, piece) in word.split('*').enumerate() {
            if number > 0 {
                bold = !bold;
            }
            if !piece.is_empty() {
                let face = if bold {
                    Face::bold(family)
                } else {
                    Face::regular(family)
                };
                pieces.push((face, piece.replace('~', " ")));
            }
        }
        let width: f32 = pieces
            .iter()
            .map(|(face, text)| face.width(text, size))
            .sum();
        let space = Face::regular(family).width(" ", size);
        if !line.is_empty() && at + space + width > measure {
            all.push(std::mem::take(&mut line));
            at = 0.0;
        }
        let mut gap = !line.is_empty();
        for (face, piece) in pieces {
            match line.last_mut() {
                Some(last) if last.face == face => {
                    if gap {
                        last.text.push(' ');
                        at += face.width(" ", size);
                    }
                    last.text.push_str(&piece);
                }
                _ => {
                    if gap {
                        at += space;
                    }
                    line.push(Span {
                        face,
                        x: at,
                        text: piece.clone(),
                    });
                }
            }
            gap = false;
            at += face.width(&piece, size);
        }
    }
    if !line.is_empty() {
        all.push(line);
    }
    all
}

/// Writes a text in a column and returns the baseline after its last line.
pub(super) fn rich(
    sheet: &mut Sheet,
    size: f32,
    x: f32,
    baseline: f32,
    measure: f32,
    text: &str,
) -> f32 {
    let mut y = baseline;
    for line in lines(sheet.family, size, measure, text) {
        for span in line {
            sheet.write(span.face, size, x + span.x, y, &span.text);
        }
        y += size * LEAD;
    }
    y
}

/// The height of a text in a column.
pub(super) fn height(family: Family, size: f32, measure: f32, text: &str) -> f32 {
    lines(family, size, measure, text).len() as f32 * size * LEAD
}

/// A barcode, if the text can be encoded.
pub(super) fn barcode(sheet: &mut Sheet, code: Symbology, x: f32, top: f32, tall: f32, text: &str) {
    if let Some(bars) = modules(code, text) {
        sheet.bars(x, top, 0.85, tall, &bars);
    }
}

/// Pages that a text fills one after another.
#[derive(Debug, Clone)]
pub(super) struct Book {
    done: Vec<Sheet>,
    /// The page being filled.
    pub(super) page: Sheet,
    /// Left and right edge of the text.
    pub(super) sides: (f32, f32),
    /// First baseline of later pages, and the last baseline of all.
    pub(super) span: (f32, f32),
    /// The next baseline.
    pub(super) y: f32,
    /// Size of the type.
    pub(super) size: f32,
}

impl Book {
    /// An empty first page.
    pub(super) fn new(family: Family, sides: (f32, f32), span: (f32, f32), size: f32) -> Self {
        Self {
            done: Vec::new(),
            page: Sheet::letter(family),
            sides,
            span,
            y: span.0,
            size,
        }
    }

    /// Begins a new page.
    pub(super) fn turn(&mut self) {
        let next = Sheet::letter(self.page.family);
        self.done.push(std::mem::replace(&mut self.page, next));
        self.y = self.span.0;
    }

    /// Begins a new page unless this much is left.
    pub(super) fn room(&mut self, need: f32) {
        if self.y + need > self.span.1 {
            self.turn();
        }
    }

    /// Leaves a gap.
    pub(super) fn gap(&mut self, points: f32) {
        self.y += points;
    }

    /// A paragraph with this indent.
    pub(super) fn indented(&mut self, indent: f32, text: &str) {
        let left = self.sides.0 + indent;
        for line in lines(self.page.family, self.size, self.sides.1 - left, text) {
            self.room(0.0);
            for span in line {
                self.page
                    .write(span.face, self.size, left + span.x, self.y, &span.text);
            }
            self.y += self.size * LEAD;
        }
    }

    /// A paragraph and a gap.
    pub(super) fn text(&mut self, text: &str) {
        self.indented(0.0, text);
        self.gap(self.size * 0.55);
    }

    /// A hanging item: its mark and its text.
    pub(super) fn item(&mut self, mark: &str, hang: f32, text: &str) {
        self.room(self.size * LEAD);
        let face = Face::bold(self.page.family);
        self.page.write(face, self.size, self.sides.0, self.y, mark);
        self.indented(hang, text);
        self.gap(self.size * 0.4);
    }

    /// A heading that stays with the lines below it.
    pub(super) fn heading(&mut self, size: f32, text: &str) {
        self.room(size * 3.0);
        self.gap(size * 0.4);
        self.page.bold(size, self.sides.0, self.y, text);
        self.gap(size * 1.4);
    }

    /// The pages; `finish` gets each with its number and their count.
    pub(super) fn close(mut self, mut finish: impl FnMut(&mut Sheet, usize, usize)) -> Vec<Sheet> {
        self.done.push(self.page);
        let total = self.done.len();
        for (index, sheet) in self.done.iter_mut().enumerate() {
            finish(sheet, index + 1, total);
        }
        self.done
    }
}
