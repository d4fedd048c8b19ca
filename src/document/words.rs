//! Glyphs to words and lines: geometry alone, because the order of drawing is not the order of
//! reading.

use super::comb;
use super::drawn::Drawn;
use crate::model::confidence::Confidence;
use crate::model::geometry::{BoundingBox, Point};
use crate::text::{Rule, TextLine, Word, lines_from_words};

/// A wider gap between two glyphs, in ems, parts two words.
const WORD_GAP: f32 = 0.2;
/// Baselines nearer than this share of the type size are one.
const SAME_BASELINE: f32 = 0.25;
/// Boxes reach from this far under the baseline …
const DESCENT: f32 = 0.21;
/// … to this far over it, in ems.
const ASCENT: f32 = 0.74;

/// What a glyph stands for: nearly always one character, which needs no memory of its own.
#[derive(Debug, Clone)]
pub enum Letters {
    One(char),
    /// A ligature.
    Many(String),
}

impl Letters {
    /// As text; `space` is where one character is laid out.
    pub fn as_str<'a>(&'a self, space: &'a mut [u8; 4]) -> &'a str {
        match self {
            Self::One(c) => c.encode_utf8(space),
            Self::Many(text) => text,
        }
    }

    /// Character by character.
    pub fn chars(&self) -> impl Iterator<Item = char> {
        let (one, many) = match self {
            Self::One(c) => (Some(*c), ""),
            Self::Many(text) => (None, text.as_str()),
        };
        one.into_iter().chain(many.chars())
    }
}

/// A character drawn on a page; points from the top left.
#[derive(Debug, Clone)]
pub struct Glyph {
    /// `None` when the font does not say which character it is.
    pub text: Option<Letters>,
    /// Origin on the baseline.
    pub x: f32,
    pub y: f32,
    /// How far the next glyph starts, along the baseline.
    pub advance: f32,
    /// Type size in points.
    pub em: f32,
    /// Direction of the baseline in radians, clockwise as y grows downwards.
    pub angle: f32,
    /// Not painted.
    pub hidden: bool,
    /// Its place in the drawing order.
    pub order: usize,
    /// How it is drawn.
    pub drawn: Drawn,
}

/// A glyph in the frame of its baseline: `u` along it, `v` across.
struct Placed<'a> {
    glyph: &'a Glyph,
    u: f32,
    v: f32,
}

/// Words and lines of glyphs. Text that runs up, down or upside down is lined up in its own
/// direction; its boxes are upright all the same.
pub(super) fn lines(glyphs: &[&Glyph], rules: &[Rule]) -> Vec<TextLine> {
    let mut directions: Vec<(i32, Vec<&Glyph>)> = Vec::new();
    for &glyph in glyphs {
        let degrees = (glyph.angle.to_degrees().round() as i32).rem_euclid(360);
        // A native page that is a little askew reads like an upright one.
        let near = [0, 90, 180, 270, 360]
            .into_iter()
            .find(|right| (degrees - right).abs() <= 3);
        let degrees = near.unwrap_or(degrees) % 360;
        match directions.iter_mut().find(|(d, _)| *d == degrees) {
            Some((_, of)) => of.push(glyph),
            None => directions.push((degrees, vec![glyph])),
        }
    }
    directions.sort_by_key(|(degrees, _)| *degrees);
    directions
        .into_iter()
        .flat_map(|(degrees, glyphs)| lines_along(degrees, &glyphs, rules))
        .collect()
}

fn lines_along(degrees: i32, glyphs: &[&Glyph], rules: &[Rule]) -> Vec<TextLine> {
    let (sin, cos) = (degrees as f32).to_radians().sin_cos();
    let placed = glyphs.iter().map(|g| Placed {
        glyph: g,
        u: cos * g.x + sin * g.y,
        v: cos * g.y - sin * g.x,
    });
    let words: Vec<Word> = baselines(placed.collect())
        .into_iter()
        .flat_map(|row| comb::join(words_of_row(row)))
        .collect();
    let turn = |b: &BoundingBox, sin: f32| {
        let corner = |u: f32, v: f32| Point {
            x: cos * u - sin * v,
            y: sin * u + cos * v,
        };
        BoundingBox::around([
            corner(b.x0(), b.y0()),
            corner(b.x1(), b.y0()),
            corner(b.x0(), b.y1()),
            corner(b.x1(), b.y1()),
        ])
    };
    if degrees == 0 {
        return lines_from_words(words, rules);
    }
    let turned: Vec<Rule> = rules
        .iter()
        .filter_map(|r| turn(&r.bounds, -sin).map(|bounds| Rule { bounds }))
        .collect();
    let turned = if degrees % 90 == 0 {
        turned
    } else {
        Vec::new()
    };
    let upright = |line: TextLine| {
        let words = line
            .words
            .into_iter()
            .filter_map(|w| {
                Some(Word {
                    bounds: turn(&w.bounds, sin)?,
                    ..w
                })
            })
            .collect();
        TextLine::new(words)
    };
    lines_from_words(words, &turned)
        .into_iter()
        .filter_map(upright)
        .collect()
}

/// Groups glyphs by baseline, each group from left to right.
fn baselines(mut glyphs: Vec<Placed<'_>>) -> Vec<Vec<Placed<'_>>> {
    glyphs.sort_by(|a, b| a.v.total_cmp(&b.v));
    let mut rows: Vec<Vec<Placed>> = Vec::new();
    for glyph in glyphs {
        let near = |row: &&mut Vec<Placed>| {
            row.first().is_some_and(|first| {
                glyph.v - first.v <= SAME_BASELINE * first.glyph.em.min(glyph.glyph.em)
            })
        };
        match rows.last_mut().filter(near) {
            Some(row) => row.push(glyph),
            None => rows.push(vec![glyph]),
        }
    }
    for row in &mut rows {
        row.sort_by(|a, b| a.u.total_cmp(&b.u));
    }
    rows
}

/// A word in the making.
struct Open {
    text: String,
    bounds: BoundingBox,
    end: f32,
    /// Where in `text` the last glyph begins, and its `u`.
    last: (usize, f32),
    em: f32,
}

fn words_of_row(row: Vec<Placed<'_>>) -> Vec<Word> {
    let mut words = Vec::new();
    let mut open: Option<Open> = None;
    let close = |open: &mut Option<Open>, words: &mut Vec<Word>| {
        words.extend(open.take().map(|o| Word {
            text: o.text,
            bounds: o.bounds,
            confidence: Confidence::CERTAIN,
        }));
    };
    for Placed { glyph, u, v } in row {
        let mut space = [0; 4];
        let text = glyph
            .text
            .as_ref()
            .map_or("\u{fffd}", |letters| letters.as_str(&mut space));
        if text.chars().all(|c| c.is_whitespace() || c.is_control()) {
            // A space drawn over other text, as some writers pad, parts nothing.
            if open
                .as_ref()
                .is_some_and(|o| u + 0.5 * glyph.advance >= o.end - 0.1 * glyph.em)
            {
                close(&mut open, &mut words);
            }
            continue;
        }
        if let Some(o) = &open {
            // Bold drawn by printing twice.
            if o.text[o.last.0..] == *text && (u - o.last.1).abs() < 0.15 * glyph.em {
                continue;
            }
            let em = o.em.min(glyph.em);
            if u - o.end > WORD_GAP * em || o.em.max(glyph.em) > 1.6 * em {
                close(&mut open, &mut words);
            }
        }
        let end = u + glyph.advance.max(0.05 * glyph.em);
        let Ok(bounds) = BoundingBox::new(u, v - ASCENT * glyph.em, end, v + DESCENT * glyph.em)
        else {
            continue;
        };
        match &mut open {
            Some(o) => {
                o.last = (o.text.len(), u);
                o.text.push_str(text);
                o.bounds = o.bounds.union(&bounds);
                o.end = o.end.max(end);
            }
            None => {
                open = Some(Open {
                    text: text.to_owned(),
                    bounds,
                    end,
                    last: (0, u),
                    em: glyph.em,
                })
            }
        }
    }
    close(&mut open, &mut words);
    words
}

#[cfg(test)]
#[path = "words_tests.rs"]
mod tests;
