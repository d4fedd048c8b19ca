//! Small tools that the designs share: the filer's own number, fitted text, bars, boxes.
use crate::barcode::{self, Symbology};
use crate::case::{self, Case, Person};
use crate::layout::sheet::Sheet;
use crate::notice::{AccountCell, NoticeTruth};
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// What the page shows of the filer's own account number.
pub(super) enum Own {
    /// The label with the number, as printed.
    Number(String),
    /// The label with nothing in its place.
    Blank,
    /// No label at all.
    Silent,
}

impl Own {
    /// The text in the number's place.
    pub(super) fn text(&self) -> &str {
        match self {
            Own::Number(text) => text,
            _ => "",
        }
    }

    /// Whether the label is printed.
    pub(super) fn labelled(&self) -> bool {
        !matches!(self, Own::Silent)
    }

    /// Whether the number itself is printed.
    pub(super) fn filled(&self) -> bool {
        matches!(self, Own::Number(_))
    }
}

/// Draws whether the number is printed, and notes it.
pub(super) fn own(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Own {
    match rng.below(20) {
        0..=8 => {
            truth.prints_account(&case.account);
            Own::Number(account_text(rng, &case.account))
        }
        9..=11 => {
            truth.account_cell = AccountCell::Blank;
            Own::Blank
        }
        _ => Own::Silent,
    }
}

/// Twelve digits as offices print them, mostly unsplit.
pub(super) fn account_text(rng: &mut Rng, digits: &str) -> String {
    match rng.below(8) {
        0 => split(digits, 4, " "),
        1 => split(digits, 4, "-"),
        2 => split(digits, 3, " "),
        _ => digits.to_string(),
    }
}

/// Digits in groups of `size` with `between` put in.
pub(super) fn split(digits: &str, size: usize, between: &str) -> String {
    let marks: Vec<char> = digits.chars().collect();
    let groups: Vec<String> = marks
        .chunks(size)
        .map(|group| group.iter().collect())
        .collect();
    groups.join(between)
}

/// The person's A-Number as printed; noted.
pub(super) fn a_number(rng: &mut Rng, person: &Person, truth: &mut NoticeTruth) -> String {
    truth.prints_a_number(&person.a_number);
    case::printed_a_number(rng, &person.a_number)
}

/// The receipt number as printed; noted.
pub(super) fn receipt(rng: &mut Rng, digits: &str, truth: &mut NoticeTruth) -> String {
    truth.prints_receipt(digits);
    case::printed_receipt(rng, digits)
}

/// A value for a field of the truth.
pub(super) fn note(field: &mut Option<String>, value: &str) {
    *field = Some(value.to_string());
}

/// The largest size, up to `size`, at which the text fits the width.
pub(super) fn fit(face: Face, size: f32, text: &str, width: f32) -> f32 {
    let needed = face.width(text, size);
    if needed <= width {
        size
    } else {
        size * width / needed
    }
}

/// Writes a text, smaller where it would not fit.
pub(super) fn fitted(s: &mut Sheet, face: Face, size: f32, at: [f32; 2], width: f32, text: &str) {
    let size = fit(face, size, text, width);
    s.write(face, size, at[0], at[1], text);
}

/// The receipt number's barcode, drawn into left, top, width, height.
pub(super) fn stripe(s: &mut Sheet, symbology: Symbology, receipt: &str, place: [f32; 4]) {
    if let Some(modules) = barcode::modules(symbology, receipt) {
        let module = place[2] / modules.len() as f32;
        s.bars(place[0], place[1], module, place[3], &modules);
    }
}

/// Either kind of barcode.
pub(super) fn symbology(rng: &mut Rng) -> Symbology {
    if rng.chance(0.5) {
        Symbology::Code39
    } else {
        Symbology::Code128
    }
}

/// Dots from one x to another.
pub(super) fn leader(s: &mut Sheet, face: Face, size: f32, from: f32, to: f32, y: f32) {
    let dot = face.width(".", size);
    let count = ((to - from) / dot).floor().max(0.0) as usize;
    s.write(face, size, to - count as f32 * dot, y, &".".repeat(count));
}

/// A row of boxes, one character each; `place` is left, top, pitch, height.
pub(super) fn comb(s: &mut Sheet, face: Face, place: [f32; 4], cells: usize, text: &str) {
    let [left, top, pitch, height] = place;
    let marks: Vec<char> = text.chars().collect();
    for cell in 0..cells {
        let x = left + cell as f32 * pitch;
        s.frame([x, top, x + pitch, top + height], 0.5);
        if let Some(mark) = marks.get(cell) {
            let size = height * 0.72;
            s.centred(
                face,
                size,
                x + pitch / 2.0,
                top + height * 0.77,
                &mark.to_string(),
            );
        }
    }
}

/// A small box to check, with a cross where `checked`.
pub(super) fn check(s: &mut Sheet, face: Face, x: f32, y: f32, size: f32, checked: bool) {
    s.frame([x, y - size, x + size, y], 0.6);
    if checked {
        s.centred(face, size * 1.05, x + size / 2.0, y - size * 0.14, "X");
    }
}

/// A dashed line to tear along.
pub(super) fn perforation(s: &mut Sheet, left: f32, right: f32, y: f32) {
    let mut x = left;
    while x < right {
        s.rule(x, (x + 4.0).min(right), y, 0.5);
        x += 7.0;
    }
}

/// A line of tiny print.
pub(super) fn microprint(s: &mut Sheet, face: Face, left: f32, right: f32, y: f32, text: &str) {
    let one = format!("{text} ");
    let count = ((right - left) / face.width(&one, 2.0)).floor().max(1.0) as usize;
    s.write_shaded(face, 2.0, left, y, &one.repeat(count), 0.35);
}

/// A column of running text that grows downwards.
pub(super) struct Column {
    /// The family of its faces.
    pub(super) family: Family,
    /// The size of its text.
    pub(super) size: f32,
    /// Its left edge.
    pub(super) left: f32,
    /// Its width.
    pub(super) measure: f32,
    /// The next baseline.
    pub(super) y: f32,
}

impl Column {
    /// A paragraph and a little space.
    pub(super) fn say(&mut self, s: &mut Sheet, text: &str) {
        let face = Face::regular(self.family);
        self.y = s.paragraph(face, self.size, self.left, self.y, self.measure, text);
        self.y += self.size * 0.55;
    }

    /// A heading in bold, close above what follows.
    pub(super) fn head(&mut self, s: &mut Sheet, text: &str) {
        let face = Face::bold(self.family);
        self.y = s.paragraph(face, self.size, self.left, self.y, self.measure, text);
        self.y += self.size * 0.1;
    }

    /// A paragraph hung behind a mark.
    pub(super) fn item(&mut self, s: &mut Sheet, mark: &str, text: &str) {
        let face = Face::regular(self.family);
        let hang = self.size * 1.7;
        s.write(face, self.size, self.left, self.y, mark);
        let left = self.left + hang;
        let measure = self.measure - hang;
        self.y = s.paragraph(face, self.size, left, self.y, measure, text);
        self.y += self.size * 0.25;
    }

    /// A label in bold and its value behind it.
    pub(super) fn entry(&mut self, s: &mut Sheet, label: &str, value: &str) {
        let end = s.write(Face::bold(self.family), self.size, self.left, self.y, label);
        let gap = self.size * 0.5;
        let width = self.measure - (end + gap - self.left);
        let face = Face::regular(self.family);
        fitted(s, face, self.size, [end + gap, self.y], width, value);
        self.y += self.size * 1.32;
    }

    /// Lines one under the other.
    pub(super) fn lines(&mut self, s: &mut Sheet, lines: &[&str]) {
        let face = Face::regular(self.family);
        for line in lines {
            fitted(s, face, self.size, [self.left, self.y], self.measure, line);
            self.y += self.size * 1.2;
        }
    }
}
