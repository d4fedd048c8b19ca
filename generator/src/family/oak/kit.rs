//! Drawing tools of the composing room: boxes, combs, leaders, tear lines.
use crate::barcode::{self, Symbology};
use crate::layout::sheet::Sheet;
use crate::typeface::{Face, Family};

/// A label and what stands in its place.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub label: String,
    pub value: String,
}

/// How the cells of a grid are parted.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Ruling {
    Boxes,
    Lines,
    Bare,
}

/// The typography of a grid.
#[derive(Clone, Copy)]
pub(super) struct Style {
    pub family: Family,
    pub label: f32,
    pub value: f32,
    /// Values in bold.
    pub strong: bool,
    /// Captions under the values.
    pub under: bool,
    pub ruling: Ruling,
    /// The number of the first cell where cells are numbered.
    pub number: Option<usize>,
}

impl Style {
    /// The face of values.
    pub(super) fn value_face(&self) -> Face {
        if self.strong {
            Face::bold(self.family)
        } else {
            Face::regular(self.family)
        }
    }

    /// The face of labels.
    pub(super) fn label_face(&self) -> Face {
        Face::regular(self.family)
    }

    /// The line pitch of labels.
    fn label_pitch(&self) -> f32 {
        self.label * 1.14
    }

    /// The line pitch of values.
    fn value_pitch(&self) -> f32 {
        self.value * 1.16
    }
}

/// Breaks a text into lines no wider than the measure.
pub(super) fn wrap(face: Face, size: f32, measure: f32, text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
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

/// Lowers the size until the text fits in the lines allowed.
pub(super) fn settle(
    face: Face,
    size: f32,
    measure: f32,
    most: usize,
    text: &str,
) -> (f32, Vec<String>) {
    let mut size = size;
    loop {
        let lines = wrap(face, size, measure, text);
        let wide = lines.iter().any(|line| face.width(line, size) > measure);
        if (lines.len() <= most && !wide) || size < 4.2 {
            return (size, lines);
        }
        size -= 0.2;
    }
}

/// Writes one line, smaller where it would leave its measure.
pub(super) fn snug(
    sheet: &mut Sheet,
    face: Face,
    size: f32,
    x: f32,
    base: f32,
    wide: f32,
    text: &str,
) {
    let mut size = size;
    while face.width(text, size) > wide && size > 4.2 {
        size -= 0.2;
    }
    sheet.write(face, size, x, base, text);
}

/// Writes lines one under the other; the baseline after the last.
pub(super) fn stack(
    sheet: &mut Sheet,
    face: Face,
    size: f32,
    x: f32,
    base: f32,
    lines: &[String],
) -> f32 {
    let mut base = base;
    for line in lines {
        sheet.write(face, size, x, base, line);
        base += size * 1.16;
    }
    base
}

/// The left edges and widths of cells of the given weights.
fn columns(left: f32, right: f32, gap: f32, row: &[(Item, f32)]) -> Vec<[f32; 2]> {
    let total: f32 = row.iter().map(|(_, weight)| weight).sum();
    let room = right - left - gap * (row.len() as f32 - 1.0);
    let mut x = left;
    let mut out = Vec::new();
    for (_, weight) in row {
        let wide = room * weight / total;
        out.push([x, wide]);
        x += wide + gap;
    }
    out
}

/// A cell made ready: its sizes, lines and number.
struct Ready {
    label: (f32, Vec<String>),
    value: (f32, Vec<String>),
    number: String,
    indent: f32,
}

/// Sets the texts of a cell into its width.
fn ready(style: &Style, wide: f32, item: &Item, number: Option<usize>) -> Ready {
    let number = number.map(|n| n.to_string()).unwrap_or_default();
    let indent = if number.is_empty() {
        0.0
    } else {
        Face::bold(style.family).width(&number, style.label + 0.5) + 3.0
    };
    let label = settle(
        style.label_face(),
        style.label,
        wide - indent,
        2,
        &item.label,
    );
    let value = settle(style.value_face(), style.value, wide - 1.0, 2, &item.value);
    Ready {
        label,
        value,
        number,
        indent,
    }
}

/// The height that a cell needs.
fn height(style: &Style, cell: &Ready) -> f32 {
    let values = cell.value.1.len().max(1) as f32 * style.value_pitch();
    let extra = if style.ruling == Ruling::Boxes {
        7.0
    } else {
        9.0
    };
    values + cell.label.1.len().max(1) as f32 * style.label_pitch() + extra
}

/// Draws the texts of one cell into its rectangle.
fn cell(sheet: &mut Sheet, style: &Style, rect: [f32; 4], cell: &Ready) {
    let [x, top, _, bottom] = rect;
    let labels = cell.label.1.len().max(1) as f32;
    let first = if style.under {
        bottom - 3.0 - (labels - 1.0) * style.label_pitch()
    } else {
        top + style.label + 2.0
    };
    if !cell.number.is_empty() {
        sheet.write(
            Face::bold(style.family),
            style.label + 0.5,
            x,
            first,
            &cell.number,
        );
    }
    let face = style.label_face();
    stack(
        sheet,
        face,
        cell.label.0,
        x + cell.indent,
        first,
        &cell.label.1,
    );
    let base = if style.under {
        top + style.value + 2.0
    } else {
        top + labels * style.label_pitch() + style.value + 3.5
    };
    stack(
        sheet,
        style.value_face(),
        cell.value.0,
        x,
        base,
        &cell.value.1,
    );
}

/// Rules one cell.
fn rule_cell(sheet: &mut Sheet, style: &Style, rect: [f32; 4], labels: usize) {
    let [left, top, right, bottom] = rect;
    match style.ruling {
        Ruling::Boxes => sheet.frame([left, top, right, bottom], 0.6),
        Ruling::Lines if style.under => {
            let y = bottom - 4.5 - labels as f32 * style.label_pitch();
            sheet.rule(left, right, y, 0.5);
        }
        Ruling::Lines => sheet.rule(left, right, bottom - 1.5, 0.5),
        Ruling::Bare => {}
    };
}

/// Draws rows of labelled cells; the y below the last row.
pub(super) fn grid(
    sheet: &mut Sheet,
    style: &Style,
    span: [f32; 2],
    top: f32,
    rows: &[Vec<(Item, f32)>],
) -> f32 {
    let boxes = style.ruling == Ruling::Boxes;
    let (gap, pad) = if boxes { (0.0, 3.5) } else { (12.0, 0.0) };
    let mut top = top;
    let mut number = style.number;
    for row in rows {
        let places = columns(span[0], span[1], gap, row);
        let mut cells = Vec::new();
        for ((item, _), place) in row.iter().zip(&places) {
            cells.push(ready(style, place[1] - 2.0 * pad, item, number));
            number = number.map(|n| n + 1);
        }
        let tall = cells
            .iter()
            .map(|one| height(style, one))
            .fold(0.0, f32::max);
        for (one, [x, wide]) in cells.iter().zip(&places) {
            let bottom = top + tall;
            rule_cell(
                sheet,
                style,
                [*x, top, x + wide, bottom],
                one.label.1.len().max(1),
            );
            cell(sheet, style, [x + pad, top, x + wide - pad, bottom], one);
        }
        top += tall + if boxes { 0.0 } else { 5.0 };
    }
    top
}

/// A leader of dots between two places.
pub(super) fn leader(sheet: &mut Sheet, face: Face, size: f32, left: f32, right: f32, base: f32) {
    let step = face.width(". ", size);
    let count = ((right - left) / step).floor().max(0.0) as usize;
    if count > 1 {
        sheet.write(
            face,
            size,
            right - step * count as f32,
            base,
            &". ".repeat(count),
        );
    }
}

/// A dashed tear line.
pub(super) fn tear(sheet: &mut Sheet, left: f32, right: f32, y: f32) {
    let mut x = left;
    while x < right {
        sheet.fill([x, y, (x + 5.0).min(right), y + 0.7], 0.1);
        x += 8.5;
    }
}

/// A comb: one character a cell, cells in groups; the right edge.
pub(super) fn comb(
    sheet: &mut Sheet,
    face: Face,
    place: [f32; 2],
    cell: [f32; 2],
    groups: &[usize],
    text: &str,
) -> f32 {
    let [mut x, top] = place;
    let [wide, tall] = cell;
    let mut letters = text.chars();
    for (index, group) in groups.iter().enumerate() {
        if index > 0 {
            x += wide * 0.45;
        }
        let right = x + wide * *group as f32;
        sheet.frame([x, top, right, top + tall], 0.6);
        for place in 0..*group {
            let left = x + wide * place as f32;
            if place > 0 {
                sheet.upright(left, top + tall * 0.5, top + tall, 0.4);
            }
            if let Some(letter) = letters.next() {
                let base = top + tall * 0.76;
                sheet.centred(
                    face,
                    tall * 0.68,
                    left + wide / 2.0,
                    base,
                    &letter.to_string(),
                );
            }
        }
        x = right;
    }
    x
}

/// A box to tick.
pub(super) fn tick(sheet: &mut Sheet, x: f32, base: f32, side: f32, on: bool) {
    sheet.frame([x, base - side + 1.0, x + side, base + 1.0], 0.6);
    if on {
        let face = Face::bold(Family::Helvetica);
        sheet.centred(face, side * 1.05, x + side / 2.0, base + 0.2, "X");
    }
}

/// The barcode of a receipt number; the right edge.
pub(super) fn receipt_bars(
    sheet: &mut Sheet,
    kind: Symbology,
    place: [f32; 2],
    module: f32,
    tall: f32,
    receipt: &str,
) -> f32 {
    match barcode::modules(kind, receipt) {
        Some(modules) => {
            sheet.bars(place[0], place[1], module, tall, &modules);
            place[0] + module * modules.len() as f32
        }
        None => place[0],
    }
}

/// A line of microprint as long as its place.
pub(super) fn microprint(
    sheet: &mut Sheet,
    family: Family,
    left: f32,
    right: f32,
    y: f32,
    text: &str,
) {
    let face = Face::regular(family);
    let step = face.width(text, 2.2).max(1.0);
    let count = ((right - left) / step).floor().max(1.0) as usize;
    sheet.write_shaded(face, 2.2, left, y, &text.repeat(count), 0.35);
}

/// A band with a heading in white.
pub(super) fn band(sheet: &mut Sheet, face: Face, size: f32, rect: [f32; 4], text: &str) {
    sheet.fill(rect, 0.15);
    sheet.write_shaded(face, size, rect[0] + 4.0, rect[3] - size * 0.36, text, 1.0);
}
