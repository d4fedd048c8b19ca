//! Drawing helpers that the designs share: type that fits, cells, lists, combs and leaders.
use crate::barcode::{self, Symbology};
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Writes a line, in smaller type when it is wider than its room.
pub(super) fn fit(
    sheet: &mut Sheet,
    face: Face,
    size: f32,
    at: [f32; 2],
    room: f32,
    text: &str,
) -> f32 {
    let wide = face.width(text, size);
    let size = if wide > room {
        size * room / wide
    } else {
        size
    };
    sheet.write(face, size, at[0], at[1], text)
}

/// Breaks a text at its spaces into lines no wider than the measure.
pub(super) fn wrap(face: Face, size: f32, measure: f32, text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if face.width(&format!("{line} {word}"), size) <= measure => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_string()),
        }
    }
    lines
}

/// Writes lines one under the other; gives the baseline after the last.
pub(super) fn stack(
    sheet: &mut Sheet,
    face: Face,
    size: f32,
    at: [f32; 2],
    lines: &[impl AsRef<str>],
) -> f32 {
    let mut y = at[1];
    for line in lines {
        sheet.write(face, size, at[0], y, line.as_ref());
        y += size * 1.2;
    }
    y
}

/// Writes paragraphs with half a line between them.
pub(super) fn prose(
    sheet: &mut Sheet,
    face: Face,
    size: f32,
    at: [f32; 2],
    measure: f32,
    texts: &[&str],
) -> f32 {
    let mut y = at[1];
    for text in texts {
        y = sheet.paragraph(face, size, at[0], y, measure, text) + size * 0.55;
    }
    y
}

/// Writes a list item with a hanging mark.
pub(super) fn hang(
    sheet: &mut Sheet,
    face: Face,
    size: f32,
    at: [f32; 2],
    measure: f32,
    item: (&str, &str),
) -> f32 {
    sheet.write(face, size, at[0], at[1], item.0);
    let indent = face.width(item.0, size).max(size * 0.8) + size * 0.6;
    sheet.paragraph(face, size, at[0] + indent, at[1], measure - indent, item.1) + size * 0.25
}

/// Writes a list item behind an empty or crossed box.
pub(super) fn tick(
    sheet: &mut Sheet,
    face: Face,
    size: f32,
    at: [f32; 2],
    measure: f32,
    item: (bool, &str),
) -> f32 {
    let side = size * 0.8;
    sheet.frame([at[0], at[1] - side, at[0] + side, at[1]], 0.6);
    if item.0 {
        sheet.centred(face, size * 0.9, at[0] + side / 2.0, at[1] - 0.9, "X");
    }
    let indent = side + 6.0;
    sheet.paragraph(face, size, at[0] + indent, at[1], measure - indent, item.1) + size * 0.3
}

/// The type of a grid: faces and sizes of labels and values.
pub(super) struct Look {
    pub label: Face,
    pub value: Face,
    pub small: f32,
    pub large: f32,
}

impl Look {
    /// A look in one family, values regular.
    pub(super) fn of(family: Family, small: f32, large: f32) -> Look {
        Look {
            label: Face::regular(family),
            value: Face::regular(family),
            small,
            large,
        }
    }

    /// The same with bold labels.
    pub(super) fn bold_labels(family: Family, small: f32, large: f32) -> Look {
        Look {
            label: Face::bold(family),
            ..Look::of(family, small, large)
        }
    }
}

/// A ruled cell: the label at its top, the values under it.
pub(super) fn cell(sheet: &mut Sheet, look: &Look, area: [f32; 4], label: &str, values: &[String]) {
    sheet.frame(area, 0.6);
    open_cell(sheet, look, area, label, values);
}

/// The same without a frame.
pub(super) fn open_cell(
    sheet: &mut Sheet,
    look: &Look,
    area: [f32; 4],
    label: &str,
    values: &[String],
) {
    let room = area[2] - area[0] - 6.0;
    let mut y = area[1] + look.small + 2.0;
    fit(
        sheet,
        look.label,
        look.small,
        [area[0] + 3.0, y],
        room,
        label,
    );
    y += look.large + 2.2;
    for value in values {
        fit(
            sheet,
            look.value,
            look.large,
            [area[0] + 3.0, y],
            room,
            value,
        );
        y += look.large + 1.2;
    }
}

/// Writes a label, dots, and the value against the right margin; no dots where no value is.
pub(super) fn leaders(
    sheet: &mut Sheet,
    face: Face,
    size: f32,
    line: [f32; 3],
    pair: (&str, &str),
) {
    let [left, right, y] = line;
    let end = sheet.write(face, size, left, y, pair.0) + 4.0;
    if pair.1.is_empty() {
        return;
    }
    let start = right - face.width(pair.1, size) - 4.0;
    let dot = face.width(" .", size);
    let count = (((start - end) / dot).floor().max(0.0)) as usize;
    let dots = " .".repeat(count);
    sheet.flush_right(face, size, start, y, &dots);
    sheet.flush_right(face, size, right, y, pair.1);
}

/// Draws one box for each character, and the characters in them.
pub(super) fn comb(
    sheet: &mut Sheet,
    face: Face,
    at: [f32; 2],
    pitch: f32,
    count: usize,
    text: &str,
) {
    let left = at[0];
    let top = at[1];
    let bottom = top + pitch * 1.25;
    let right = left + pitch * count as f32;
    sheet.frame([left, top, right, bottom], 0.6);
    for place in 1..count {
        sheet.upright(left + pitch * place as f32, top, bottom, 0.4);
    }
    for (place, letter) in text.chars().enumerate() {
        let centre = left + pitch * (place as f32 + 0.5);
        sheet.centred(
            face,
            pitch * 0.85,
            centre,
            bottom - pitch * 0.32,
            &letter.to_string(),
        );
    }
}

/// Draws a dashed line to tear along.
pub(super) fn perforation(sheet: &mut Sheet, left: f32, right: f32, y: f32) {
    let mut x = left;
    while x < right {
        sheet.rule(x, (x + 4.0).min(right), y, 0.5);
        x += 7.0;
    }
}

/// Draws the bars that a mailing house prints above an address.
pub(super) fn mail_bars(rng: &mut Rng, sheet: &mut Sheet, left: f32, middle: f32) {
    for place in 0..65 {
        let x = left + place as f32 * 2.4;
        let up = if rng.chance(0.5) { 4.0 } else { 1.3 };
        let down = if rng.chance(0.5) { 4.0 } else { 1.3 };
        sheet.upright(x, middle - up, middle + down, 0.9);
    }
}

/// Draws the barcode of a receipt number; gives its right edge.
pub(super) fn bars(
    sheet: &mut Sheet,
    at: [f32; 2],
    height: f32,
    code: Symbology,
    text: &str,
) -> f32 {
    let Some(modules) = barcode::modules(code, text) else {
        return at[0];
    };
    let module = if code == Symbology::Code39 { 0.72 } else { 1.0 };
    sheet.bars(at[0], at[1], module, height, &modules);
    at[0] + module * modules.len() as f32
}

/// Draws the barcode against a right margin.
pub(super) fn bars_right(sheet: &mut Sheet, right: f32, top: f32, height: f32, text: &str) {
    if let Some(modules) = barcode::modules(Symbology::Code128, text) {
        let left = right - 0.95 * modules.len() as f32;
        sheet.bars(left, top, 0.95, height, &modules);
    }
}
