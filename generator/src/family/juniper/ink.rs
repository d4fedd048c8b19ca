//! Drawing helpers shared by the designs.
use crate::barcode::{self, Symbology};
use crate::layout::sheet::Sheet;
use crate::typeface::{Face, Family};

/// The size, at most `size`, at which `text` fits into `width`.
pub(super) fn fit(face: Face, size: f32, width: f32, text: &str) -> f32 {
    let wide = face.width(text, size);
    if wide > width {
        size * width / wide
    } else {
        size
    }
}

/// Writes one line, made smaller where it would be wider than `width`.
pub(super) fn put(
    sheet: &mut Sheet,
    (face, size): (Face, f32),
    [x, y, width]: [f32; 3],
    text: &str,
) {
    if !text.is_empty() {
        sheet.write(face, fit(face, size, width, text), x, y, text);
    }
}

/// The lines of `text` broken at spaces.
pub(super) fn wrap(face: Face, size: f32, width: f32, text: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let line = lines.last_mut().unwrap();
        let longer = if line.is_empty() {
            word.to_string()
        } else {
            format!("{line} {word}")
        };
        if line.is_empty() || face.width(&longer, size) <= width {
            *line = longer;
        } else {
            lines.push(word.to_string());
        }
    }
    lines
}

/// Writes at most `most` lines, in a smaller size where needed; returns the next baseline.
pub(super) fn stack(
    sheet: &mut Sheet,
    (face, mut size): (Face, f32),
    [x, mut y, width]: [f32; 3],
    most: usize,
    text: &str,
) -> f32 {
    while size > 4.0
        && (wrap(face, size, width, text).len() > most
            || wrap(face, size, width, text)
                .iter()
                .any(|l| face.width(l, size) > width))
    {
        size -= 0.25;
    }
    for line in wrap(face, size, width, text) {
        if !line.is_empty() {
            sheet.write(face, size, x, y, &line);
        }
        y += size * 1.15;
    }
    y
}

/// Writes paragraphs one under another as long as they end above `limit`; returns the next
/// baseline.
pub(super) fn prose(
    sheet: &mut Sheet,
    (face, size): (Face, f32),
    [x, mut y, width]: [f32; 3],
    limit: f32,
    texts: &[String],
) -> f32 {
    for text in texts {
        let tall = wrap(face, size, width, text).len() as f32 * size * 1.18;
        if y + tall <= limit + size {
            y = sheet.paragraph(face, size, x, y, width, text) + size * 0.6;
        }
    }
    y
}

/// Writes lines one under another; returns the next baseline.
pub(super) fn block<S: AsRef<str>>(
    sheet: &mut Sheet,
    (face, size): (Face, f32),
    [x, mut y, pitch]: [f32; 3],
    lines: &[S],
) -> f32 {
    for line in lines {
        sheet.write(face, size, x, y, line.as_ref());
        y += pitch;
    }
    y
}

/// Faces and sizes of labelled cells.
#[derive(Clone, Copy)]
pub(super) struct Cells {
    pub(super) label: (Face, f32),
    pub(super) value: (Face, f32),
    pub(super) gap: f32,
}

impl Cells {
    /// A label with its value under it.
    pub(super) fn under(&self, sheet: &mut Sheet, [x, y, width]: [f32; 3], pair: (&str, &str)) {
        put(sheet, self.label, [x, y, width], pair.0);
        put(sheet, self.value, [x, y + self.gap, width], pair.1);
    }

    /// A label with its value to the right, at `column`.
    pub(super) fn right(
        &self,
        sheet: &mut Sheet,
        [x, column, right, y]: [f32; 4],
        pair: (&str, &str),
    ) {
        put(sheet, self.label, [x, y, column - x - 4.0], pair.0);
        put(sheet, self.value, [column, y, right - column], pair.1);
    }
}

/// A row of comb boxes with one character in each.
pub(super) fn comb(
    sheet: &mut Sheet,
    (face, size): (Face, f32),
    [x, top, pitch, height]: [f32; 4],
    count: usize,
    text: &str,
) {
    let right = x + pitch * count as f32;
    sheet.frame([x, top, right, top + height], 0.7);
    for place in 1..count {
        sheet.upright(x + pitch * place as f32, top, top + height, 0.4);
    }
    for (place, letter) in text.chars().enumerate() {
        let middle = x + pitch * (place as f32 + 0.5);
        sheet.centred(
            face,
            size,
            middle,
            top + height * 0.5 + size * 0.36,
            &letter.to_string(),
        );
    }
}

/// A box to tick.
pub(super) fn tick(sheet: &mut Sheet, face: Face, [x, y, side]: [f32; 3], ticked: bool) {
    sheet.frame([x, y - side + 1.0, x + side, y + 1.0], 0.7);
    if ticked {
        sheet.centred(
            face,
            side * 1.05,
            x + side / 2.0,
            y + 1.0 - side * 0.13,
            "X",
        );
    }
}

/// A broken line across the page.
pub(super) fn dashes(sheet: &mut Sheet, left: f32, right: f32, y: f32) {
    let mut x = left;
    while x < right {
        sheet.rule(x, (x + 5.0).min(right), y, 0.5);
        x += 9.0;
    }
}

/// A barcode of `text`; returns its right edge.
pub(super) fn barcode(
    sheet: &mut Sheet,
    kind: Symbology,
    [x, top, module, height]: [f32; 4],
    text: &str,
) -> f32 {
    let Some(modules) = barcode::modules(kind, text) else {
        return x;
    };
    sheet.bars(x, top, module, height, &modules);
    x + module * modules.len() as f32
}

/// A barcode of `text` that ends at the x `right`.
pub(super) fn barcode_to(
    sheet: &mut Sheet,
    kind: Symbology,
    [right, top, module, height]: [f32; 4],
    text: &str,
) {
    let count = barcode::modules(kind, text).map_or(0, |modules| modules.len());
    barcode(
        sheet,
        kind,
        [right - module * count as f32, top, module, height],
        text,
    );
}

/// A line of print too small to read, repeated across the page.
pub(super) fn microprint(sheet: &mut Sheet, family: Family, [left, right, y]: [f32; 3]) {
    let face = Face::regular(family);
    let word = "USCIS OFFICIAL NOTICE ";
    let times = ((right - left) / face.width(word, 1.8)).floor() as usize;
    sheet.write_shaded(face, 1.8, left, y, word.repeat(times).trim(), 0.45);
}

/// A pale pattern of security paper.
pub(super) fn pattern(sheet: &mut Sheet, [left, top, right, bottom]: [f32; 4], step: f32) {
    let mut y = top;
    while y < bottom {
        sheet.fill([left, y, right, (y + step * 0.4).min(bottom)], 0.95);
        y += step;
    }
}

/// A header cell of a table: white on dark, or black on grey.
pub(super) fn band(sheet: &mut Sheet, area: [f32; 4], style: (Face, f32), dark: bool, text: &str) {
    let [left, top, right, bottom] = area;
    sheet.fill(area, if dark { 0.2 } else { 0.86 });
    let size = fit(style.0, style.1, right - left - 6.0, text);
    let y = (top + bottom) / 2.0 + size * 0.35;
    sheet.write_shaded(
        style.0,
        size,
        left + 3.0,
        y,
        text,
        if dark { 1.0 } else { 0.0 },
    );
}
