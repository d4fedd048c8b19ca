//! Placing text: made to fit its cell, and in paragraphs.
use super::kit::{Fact, Pad};
use crate::layout::sheet::Sheet;
use crate::typeface::Face;

/// Writes text, made smaller where it would leave its cell; returns where it ends. A value much
/// too long for its cell goes on two smaller lines.
pub(super) fn fitted(
    sheet: &mut Sheet,
    face: Face,
    size: f32,
    at: [f32; 2],
    room: f32,
    text: &str,
) -> f32 {
    let width = face.width(text, size);
    if width > room * 1.25 && size >= 8.5 && text.contains(' ') {
        let (first, second) = halves(text);
        let small = size * 0.72;
        let end = shrunk(
            sheet,
            face,
            small,
            [at[0], at[1] - size * 0.46],
            room,
            first,
        );
        return end.max(shrunk(
            sheet,
            face,
            small,
            [at[0], at[1] + size * 0.3],
            room,
            second,
        ));
    }
    shrunk(sheet, face, size, at, room, text)
}

/// Writes text on one line, made smaller where it is too long.
fn shrunk(sheet: &mut Sheet, face: Face, size: f32, at: [f32; 2], room: f32, text: &str) -> f32 {
    let width = face.width(text, size);
    let size = if width > room {
        size * room / width
    } else {
        size
    };
    sheet.write(face, size, at[0], at[1], text)
}

/// Splits a text at the space nearest to its middle.
fn halves(text: &str) -> (&str, &str) {
    let middle = text.len() / 2;
    let spaces = text.match_indices(' ').map(|(at, _)| at);
    let at = spaces
        .min_by_key(|at| at.abs_diff(middle))
        .unwrap_or(text.len());
    (text[..at].trim(), text[at..].trim())
}

/// Paragraphs one under another; returns the next baseline.
pub(super) fn prose(
    sheet: &mut Sheet,
    face: Face,
    size: f32,
    at: [f32; 2],
    measure: f32,
    paragraphs: &[String],
) -> f32 {
    let mut y = at[1];
    for text in paragraphs {
        y = sheet.paragraph(face, size, at[0], y, measure, text);
        y += size * GAP;
    }
    y
}

/// Space between paragraphs, in type sizes, over that of a line.
const GAP: f32 = 0.8;

/// On some pages all labels are in capitals, on some the facts stand in another order.
pub(super) fn dress(pad: &mut Pad, mut facts: Vec<Fact>) -> Vec<Fact> {
    if pad.maybe(0.25) {
        for (label, _) in &mut facts {
            *label = label.to_uppercase();
        }
    }
    if pad.maybe(0.5) && facts.len() > 2 {
        for _ in 0..4 {
            let one = pad.rng.below(facts.len());
            let other = pad.rng.below(facts.len());
            facts.swap(one, other);
        }
    }
    facts
}
