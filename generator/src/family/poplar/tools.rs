//! Drawing tools that the designs of this family share: faces, fitted text, combs, leaders.
use crate::barcode::{self, Symbology};
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// The three cuts of one family.
#[derive(Clone, Copy)]
pub(super) struct Cuts {
    /// The family itself.
    pub(super) family: Family,
    /// Upright.
    pub(super) plain: Face,
    /// Bold.
    pub(super) bold: Face,
    /// Italic.
    pub(super) slant: Face,
}

impl Cuts {
    /// The cuts of a family.
    pub(super) fn of(family: Family) -> Cuts {
        let plain = Face::regular(family);
        let bold = Face::bold(family);
        let slant = Face::italic(family);
        Cuts {
            family,
            plain,
            bold,
            slant,
        }
    }

    /// The cuts of a family drawn from a list.
    pub(super) fn any(rng: &mut Rng, families: &[Family]) -> Cuts {
        Cuts::of(rng.pick(families))
    }
}

/// Breaks a text into lines no wider than `width`.
pub(super) fn broken(face: Face, size: f32, width: f32, text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if face.width(&format!("{line} {word}"), size) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_string()),
        }
    }
    lines
}

/// Writes lines at a pitch; gives the baseline after the last.
pub(super) fn stack<T: AsRef<str>>(
    sheet: &mut Sheet,
    face: Face,
    size: f32,
    at: [f32; 2],
    pitch: f32,
    lines: &[T],
) -> f32 {
    for (number, line) in lines.iter().enumerate() {
        sheet.write(
            face,
            size,
            at[0],
            at[1] + pitch * number as f32,
            line.as_ref(),
        );
    }
    at[1] + pitch * lines.len() as f32
}

/// Writes a text on one line, smaller where it would not fit; gives where it ends.
pub(super) fn fitted(
    sheet: &mut Sheet,
    face: Face,
    size: f32,
    at: [f32; 2],
    width: f32,
    text: &str,
) -> f32 {
    sheet.write(face, shrunk(face, size, width, text), at[0], at[1], text)
}

/// The size at which a text fits a width.
pub(super) fn shrunk(face: Face, size: f32, width: f32, text: &str) -> f32 {
    let wide = face.width(text, size);
    if wide > width {
        size * width / wide
    } else {
        size
    }
}

/// Bars of the receipt number, the module made narrow enough for `width`.
pub(super) fn receipt_bars(
    sheet: &mut Sheet,
    kind: Symbology,
    at: [f32; 2],
    width: f32,
    height: f32,
    receipt: &str,
) {
    if let Some(modules) = barcode::modules(kind, receipt) {
        let module = (width / modules.len() as f32).min(1.1);
        sheet.bars(at[0], at[1], module, height, &modules);
    }
}

/// Dots between two places on a baseline.
pub(super) fn dots(sheet: &mut Sheet, face: Face, size: f32, from: f32, to: f32, y: f32) {
    let step = face.width(".", size).max(1.0) * 1.25;
    let first = (from / step).ceil() * step;
    let count = ((to - first) / step).floor().max(0.0) as usize;
    for number in 0..count {
        sheet.write(face, size, first + step * number as f32, y, ".");
    }
}

/// A row of comb cells with one character in each.
pub(super) fn comb(
    sheet: &mut Sheet,
    face: Face,
    at: [f32; 2],
    cell: [f32; 2],
    count: usize,
    text: &str,
) {
    let right = at[0] + cell[0] * count as f32;
    sheet.frame([at[0], at[1], right, at[1] + cell[1]], 0.6);
    for number in 1..count {
        let x = at[0] + cell[0] * number as f32;
        sheet.upright(x, at[1] + cell[1] * 0.45, at[1] + cell[1], 0.4);
    }
    for (number, letter) in text.chars().enumerate() {
        let middle = at[0] + cell[0] * (number as f32 + 0.5);
        sheet.centred(
            face,
            cell[1] * 0.66,
            middle,
            at[1] + cell[1] * 0.78,
            &letter.to_string(),
        );
    }
}

/// Writes paragraphs one under another as long as they end above `limit`; gives the next baseline.
pub(super) fn paragraphs(
    sheet: &mut Sheet,
    face: Face,
    size: f32,
    span: [f32; 2],
    top: f32,
    limit: f32,
    texts: &[&str],
) -> f32 {
    let mut y = top;
    for text in texts {
        let tall = broken(face, size, span[1] - span[0], text).len() as f32 * size * 1.18;
        if y + tall > limit {
            continue;
        }
        y = sheet.paragraph(face, size, span[0], y, span[1] - span[0], text) + size * 0.7;
    }
    y
}

/// A label and a value at a column to its right.
pub(super) fn beside(
    sheet: &mut Sheet,
    faces: [Face; 2],
    size: f32,
    xs: [f32; 3],
    y: f32,
    pair: &[String; 2],
) {
    fitted(
        sheet,
        faces[0],
        size,
        [xs[0], y],
        xs[1] - xs[0] - 4.0,
        &pair[0],
    );
    fitted(sheet, faces[1], size, [xs[1], y], xs[2] - xs[1], &pair[1]);
}

/// A label with its value under it in a cell that starts at `at`.
pub(super) fn under(
    sheet: &mut Sheet,
    faces: [Face; 2],
    sizes: [f32; 2],
    at: [f32; 2],
    width: f32,
    pair: &[String; 2],
) {
    fitted(sheet, faces[0], sizes[0], at, width, &pair[0]);
    let y = at[1] + sizes[1] + 2.5;
    fitted(sheet, faces[1], sizes[1], [at[0], y], width, &pair[1]);
}
