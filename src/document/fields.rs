//! Form fields and notes whose text some viewers draw and some do not: those without an appearance,
//! and fields whose appearance says other digits than their value.

use hayro_interpret::kurbo::{Affine, Point, Rect};
use hayro_syntax::object::{Array, Dict, Object, Rect as PdfRect};
use hayro_syntax::page::Page as PdfPage;

use super::drawn::Drawn;
use super::ink::middle;
use super::words::{Glyph, Letters};

/// Viewers set such text at most this large, in points.
const LARGEST: f64 = 12.0;
/// The share of a field's height that its type takes.
const SHARE: f64 = 0.7;
/// A mean advance in ems.
const ADVANCE: f64 = 0.5;
/// Texts longer than this hold no number of ours.
const LONGEST: usize = 400;
/// `Hidden` and `NoView`.
const NOT_SHOWN: u32 = (1 << 1) | (1 << 5);
/// How far up a field's names and values are inherited.
const DEEPEST: usize = 8;

/// The characters that viewers would draw at the fields and notes of a page that have no
/// appearance. `to_page` leads from PDF space to points from the top left.
pub(super) fn undrawn(page: &PdfPage<'_>, to_page: Affine) -> Vec<Glyph> {
    let Some(notes) = page.raw().get::<Array<'_>>(&b"Annots"[..]) else {
        return Vec::new();
    };
    notes
        .iter::<Dict<'_>>()
        .filter_map(|note| typed(to_page, &note))
        .flatten()
        .collect()
}

/// Marks the characters at fields whose appearance shows other digits than their value has: viewers
/// that draw fields themselves show the value.
pub(super) fn mark_disputed(page: &PdfPage<'_>, to_page: Affine, glyphs: &mut [Glyph]) {
    let Some(notes) = page.raw().get::<Array<'_>>(&b"Annots"[..]) else {
        return;
    };
    for note in notes.iter::<Dict<'_>>() {
        if let Some((area, value)) = drawn_field(to_page, &note) {
            let is_there = |glyph: &&mut Glyph| !glyph.hidden && area.contains(middle(glyph));
            let there: Vec<&mut Glyph> = glyphs.iter_mut().filter(is_there).collect();
            let shown: String = there.iter().filter_map(|glyph| digit(glyph)).collect();
            let value: String = value.chars().filter(char::is_ascii_digit).collect();
            if shown != value {
                there.into_iter().for_each(|g| g.drawn.undrawn = true);
            }
        }
    }
}

/// Where a text field with an appearance is, and its value.
fn drawn_field(to_page: Affine, note: &Dict<'_>) -> Option<(Rect, String)> {
    if !is_shown(note) || !appears(note) || !is_text_field(note) {
        return None;
    }
    Some((area(to_page, note)?, value(note)?))
}

fn is_shown(note: &Dict<'_>) -> bool {
    note.get::<u32>(&b"F"[..]).unwrap_or(0) & NOT_SHOWN == 0
}

fn appears(note: &Dict<'_>) -> bool {
    let appearance = note.get::<Dict<'_>>(&b"AP"[..]);
    appearance.is_some_and(|appearance| appearance.contains_key(&b"N"[..]))
}

/// Where a note is, in points from the top left.
fn area(to_page: Affine, note: &Dict<'_>) -> Option<Rect> {
    let area = note.get::<PdfRect>(&b"Rect"[..])?;
    let corner = |x: f64, y: f64| to_page * Point::new(x, y);
    Some(Rect::from_points(
        corner(area.x0, area.y0),
        corner(area.x1, area.y1),
    ))
}

/// A field and those that it inherits from, the nearest first.
fn lineage<'a>(note: &Dict<'a>) -> impl Iterator<Item = Dict<'a>> {
    let parent = |field: &Dict<'a>| field.get::<Dict<'a>>(&b"Parent"[..]);
    std::iter::successors(Some(note.clone()), parent).take(DEEPEST)
}

fn is_text_field(note: &Dict<'_>) -> bool {
    let kind = |field: Dict<'_>| match field.get::<Object<'_>>(&b"FT"[..]) {
        Some(Object::Name(kind)) => Some(kind.as_ref() == b"Tx"),
        _ => None,
    };
    lineage(note).find_map(kind).unwrap_or(false)
}

fn digit(glyph: &Glyph) -> Option<char> {
    match glyph.text {
        Some(Letters::One(c)) => c.is_ascii_digit().then_some(c),
        _ => None,
    }
}

fn typed(to_page: Affine, note: &Dict<'_>) -> Option<Vec<Glyph>> {
    if !is_shown(note) || appears(note) {
        return None;
    }
    let text = value(note)?;
    let area = area(to_page, note)?;
    let lines: Vec<&str> = text.split(['\r', '\n']).filter(|l| !l.is_empty()).collect();
    let row = area.height() / lines.len().max(1) as f64;
    let em = (SHARE * row).min(LARGEST);
    let set = |(index, line): (usize, &&str)| {
        let base = area.y0 + row * (index as f64 + 0.5) + 0.3 * em;
        let step = (ADVANCE * em).min(area.width() / line.chars().count().max(1) as f64);
        set_line(line, (area.x0 + 2.0, base), step, em)
    };
    (em > 0.0).then(|| lines.iter().enumerate().flat_map(set).collect())
}

fn set_line(line: &str, (x, y): (f64, f64), step: f64, em: f64) -> Vec<Glyph> {
    let glyph = |(index, c): (usize, char)| Glyph {
        text: Some(Letters::One(c)),
        x: (x + step * index as f64) as f32,
        y: y as f32,
        advance: step as f32,
        em: em as f32,
        angle: 0.0,
        hidden: false,
        order: usize::MAX,
        drawn: Drawn {
            undrawn: true,
            ..Drawn::default()
        },
    };
    line.chars().enumerate().map(glyph).collect()
}

/// The value of a text field, which it may inherit, or the text of a free-text note.
fn value(note: &Dict<'_>) -> Option<String> {
    let kind = note.get::<Object<'_>>(&b"Subtype"[..]);
    if matches!(kind, Some(Object::Name(kind)) if kind.as_ref() == b"FreeText") {
        return text(note, b"Contents");
    }
    lineage(note).find_map(|field| text(&field, b"V"))
}

/// A text string: UTF-16 with its mark, UTF-8 with its mark, or Latin.
fn text(dict: &Dict<'_>, key: &[u8]) -> Option<String> {
    let Some(Object::String(string)) = dict.get::<Object<'_>>(key) else {
        return None;
    };
    let text = match string.as_bytes() {
        [0xfe, 0xff, rest @ ..] => {
            let units: Vec<u16> = rest
                .chunks_exact(2)
                .map(|pair| u16::from_be_bytes([pair[0], pair[1]]))
                .collect();
            String::from_utf16_lossy(&units)
        }
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        latin => latin.iter().map(|&b| char::from(b)).collect(),
    };
    let text: String = text.chars().take(LONGEST).collect();
    (!text.trim().is_empty()).then_some(text)
}
