//! Small drawing aids that the designs share.
use crate::barcode::{self, Symbology};
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::Face;

/// A label and its value.
pub(super) type Row = (String, String);

/// A row from a label and a value.
pub(super) fn row(label: &str, value: &str) -> Row {
    (label.to_string(), value.to_string())
}

/// The size, at most the one wished for, at which the text fits the measure.
pub(super) fn fitting(face: Face, size: f32, measure: f32, text: &str) -> f32 {
    let width = face.width(text, size);
    if width > measure {
        size * measure / width
    } else {
        size
    }
}

/// Writes a text on one line, smaller where it would be too wide.
pub(super) fn squeeze(
    sheet: &mut Sheet,
    face: Face,
    size: f32,
    at: [f32; 2],
    measure: f32,
    text: &str,
) {
    sheet.write(face, fitting(face, size, measure, text), at[0], at[1], text);
}

/// Writes lines one under the other; returns the baseline after the last.
pub(super) fn stack<S: AsRef<str>>(
    sheet: &mut Sheet,
    face: Face,
    size: f32,
    at: [f32; 2],
    rows: &[S],
) -> f32 {
    let mut y = at[1];
    for text in rows {
        sheet.write(face, size, at[0], y, text.as_ref());
        y += size * 1.2;
    }
    y
}

/// Writes paragraphs with a gap after each; returns the next baseline.
pub(super) fn prose(
    sheet: &mut Sheet,
    face: Face,
    size: f32,
    at: [f32; 2],
    measure: f32,
    texts: &[String],
) -> f32 {
    let mut y = at[1];
    for text in texts {
        y = sheet.paragraph(face, size, at[0], y, measure, text) + size * 0.6;
    }
    y
}

/// A line with dots from the label to the value at the right edge.
pub(super) fn leader(sheet: &mut Sheet, face: Face, size: f32, edges: [f32; 3], row: &Row) {
    let [left, right, y] = edges;
    let start = sheet.write(face, size, left, y, &row.0) + 4.0;
    let value = if row.1.is_empty() {
        0.0
    } else {
        face.width(&row.1, size) + 4.0
    };
    let room = right - value - start;
    let dot = face.width(" .", size);
    let dots = " .".repeat((room / dot).max(0.0) as usize);
    sheet.flush_right(face, size, right - value, y, &dots);
    sheet.flush_right(face, size, right, y, &row.1);
}

/// A barcode no wider than the measure; returns its right edge.
pub(super) fn bars(
    sheet: &mut Sheet,
    kind: Symbology,
    at: [f32; 2],
    measure: f32,
    height: f32,
    text: &str,
) -> f32 {
    let Some(modules) = barcode::modules(kind, text) else {
        return at[0];
    };
    let module = (measure / modules.len() as f32).min(1.1);
    sheet.bars(at[0], at[1], module, height, &modules);
    at[0] + module * modules.len() as f32
}

/// One of the two symbologies.
pub(super) fn symbology(rng: &mut Rng) -> Symbology {
    if rng.chance(0.5) {
        Symbology::Code39
    } else {
        Symbology::Code128
    }
}

/// A dashed line to tear along.
pub(super) fn perforation(sheet: &mut Sheet, left: f32, right: f32, y: f32) {
    let mut x = left;
    while x < right {
        sheet.rule(x, (x + 5.0).min(right), y, 0.6);
        x += 9.0;
    }
}

/// A box to tick and its text; returns the next baseline.
pub(super) fn tick(
    sheet: &mut Sheet,
    face: Face,
    size: f32,
    at: [f32; 2],
    measure: f32,
    ticked: bool,
    text: &str,
) -> f32 {
    let [x, y] = at;
    let side = size * 0.85;
    sheet.frame([x, y - side, x + side, y], 0.7);
    if ticked {
        let big = size * 1.05;
        sheet.centred(
            Face::bold(crate::typeface::Family::Helvetica),
            big,
            x + side / 2.0,
            y - 0.4,
            "X",
        );
    }
    sheet.paragraph(face, size, x + size * 1.6, y, measure - size * 1.6, text) + size * 0.45
}
