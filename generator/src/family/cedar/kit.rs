//! Drawing helpers that the designs of this family share.
use crate::barcode::{self, Symbology};
use crate::case::Case;
use crate::layout::sheet::Sheet;
use crate::typeface::{Face, Family};

/// Writes a text, made smaller where needed so that it ends within the width.
pub(super) fn fit(
    s: &mut Sheet,
    face: Face,
    size: f32,
    x: f32,
    y: f32,
    width: f32,
    text: &str,
) -> f32 {
    let wide = face.width(text, size);
    let size = if wide > width {
        (size * width / wide).max(4.0)
    } else {
        size
    };
    s.write(face, size, x, y, text)
}

/// The lines of a text broken at spaces.
pub(super) fn lines(face: Face, size: f32, measure: f32, text: &str) -> Vec<String> {
    let mut out = vec![String::new()];
    for word in text.split(' ') {
        let last = out.last_mut().expect("a line");
        let longer = if last.is_empty() {
            word.to_string()
        } else {
            format!("{last} {word}")
        };
        if last.is_empty() || face.width(&longer, size) <= measure {
            *last = longer;
        } else {
            out.push(word.to_string());
        }
    }
    out
}

/// A size, not above the given one, at which the text needs at most two lines, and the lines.
pub(super) fn two_lines(face: Face, size: f32, measure: f32, text: &str) -> (f32, Vec<String>) {
    let mut size = size;
    while size > 4.5 && lines(face, size, measure, text).len() > 2 {
        size -= 0.2;
    }
    (size, lines(face, size, measure, text))
}

/// Writes a text over several lines; returns the baseline after the last one.
pub(super) fn block(
    s: &mut Sheet,
    face: Face,
    size: f32,
    at: [f32; 2],
    measure: f32,
    text: &str,
) -> f32 {
    let mut y = at[1];
    for line in lines(face, size, measure, text) {
        s.write(face, size, at[0], y, &line);
        y += size * 1.22;
    }
    y
}

/// Writes a text whose words that start with `*` are bold; returns the next baseline.
pub(super) fn rich(
    s: &mut Sheet,
    f: Family,
    size: f32,
    at: [f32; 2],
    measure: f32,
    text: &str,
) -> f32 {
    let mut x = at[0];
    let mut y = at[1];
    let space = Face::regular(f).width("n", size) * 0.5;
    for word in text.split(' ') {
        let (face, word) = match word.strip_prefix('*') {
            Some(rest) => (Face::bold(f), rest),
            None => (Face::regular(f), word),
        };
        if x > at[0] && x + face.width(word, size) > at[0] + measure {
            x = at[0];
            y += size * 1.32;
        }
        x = s.write(face, size, x, y, word) + space;
    }
    y + size * 1.32
}

/// Fills a dark bar and writes white text in it.
pub(super) fn ribbon(s: &mut Sheet, face: Face, size: f32, area: [f32; 4], shade: f32, text: &str) {
    s.fill(area, shade);
    let base = (area[1] + area[3]) / 2.0 + size * 0.35;
    s.write_shaded(face, size, area[0] + 8.0, base, text, 1.0);
}

/// A barcode of the receipt number, not wider than asked.
pub(super) fn barcode(s: &mut Sheet, left: f32, top: f32, width: f32, old: bool, case: &Case) {
    let kind = if old {
        Symbology::Code39
    } else {
        Symbology::Code128
    };
    if let Some(modules) = barcode::modules(kind, &case.receipt) {
        let module = (width / modules.len() as f32).min(1.0);
        s.bars(left, top, module, 24.0, &modules);
    }
}

/// A row of dots between two places.
pub(super) fn leader(s: &mut Sheet, face: Face, size: f32, left: f32, right: f32, y: f32) {
    let pitch = face.width(".", size) * 1.6;
    let mut x = right - pitch;
    while x > left + pitch {
        s.write(face, size, x, y, ".");
        x -= pitch;
    }
}

/// A small square to tick.
pub(super) fn tick(s: &mut Sheet, x: f32, baseline: f32, size: f32) {
    s.frame([x, baseline - size, x + size, baseline], 0.7);
}

/// A row of boxes with one character each; the boxes stay empty where the text ends.
pub(super) fn comb(
    s: &mut Sheet,
    face: Face,
    at: [f32; 2],
    cell: [f32; 2],
    count: usize,
    text: &str,
) {
    let right = at[0] + cell[0] * count as f32;
    s.frame([at[0], at[1], right, at[1] + cell[1]], 0.8);
    let mut letters = text.chars();
    for i in 0..count {
        let left = at[0] + cell[0] * i as f32;
        if i > 0 {
            s.upright(left, at[1], at[1] + cell[1], 0.5);
        }
        if let Some(c) = letters.next() {
            let base = at[1] + cell[1] * 0.5 + 3.8;
            s.centred(face, 10.5, left + cell[0] / 2.0, base, &c.to_string());
        }
    }
}

/// The addressee in three or four lines; returns the baseline after them.
pub(super) fn address(
    s: &mut Sheet,
    face: Face,
    size: f32,
    at: [f32; 2],
    case: &Case,
    care: bool,
) -> f32 {
    let mut y = at[1];
    let mut all = vec![case.filer.name()];
    if care {
        all.push(format!("c/o {}", case.attorney.1));
    }
    all.extend(case.address.iter().cloned());
    for line in all {
        fit(s, face, size, at[0], y, 230.0, &line);
        y += size * 1.25;
    }
    y
}

/// The name of the agency in one, two or three lines; returns the baseline after them.
pub(super) fn agency(s: &mut Sheet, f: Family, at: [f32; 2], kind: usize) -> f32 {
    let bold = Face::bold(f);
    let plain = Face::regular(f);
    match kind {
        0 => {
            s.write(bold, 20.0, at[0], at[1] + 4.0, "USCIS");
            let name = "U.S. Citizenship and Immigration Services";
            s.write(plain, 7.5, at[0], at[1] + 15.0, name);
            at[1] + 27.0
        }
        1 => {
            s.write(
                plain,
                8.5,
                at[0],
                at[1] - 4.0,
                "U.S. Department of Homeland Security",
            );
            s.write(
                bold,
                11.5,
                at[0],
                at[1] + 9.0,
                "U.S. Citizenship and Immigration Services",
            );
            at[1] + 24.0
        }
        _ => {
            s.write(bold, 9.0, at[0], at[1] - 4.0, "U.S. Citizenship");
            s.write(bold, 9.0, at[0], at[1] + 6.5, "and Immigration");
            s.write(bold, 9.0, at[0], at[1] + 17.0, "Services");
            at[1] + 29.0
        }
    }
}

/// A foot line: something at the left, the page number at the right.
pub(super) fn foot(s: &mut Sheet, f: Family, left: &str, page: &str) {
    s.rule(48.0, 564.0, 752.0, 0.4);
    s.write(Face::regular(f), 7.5, 48.0, 763.0, left);
    s.flush_right(Face::regular(f), 7.5, 564.0, 763.0, page);
}
