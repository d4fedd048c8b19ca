//! What is on a page and is no text: print that only who looks can read, and boxes that hide some.

use hayro_interpret::kurbo::Rect;

use super::ink::{DARK, Form, Ink, LEAST_CONTRAST, Painted, glyph_box, is_unseen, middle};
use super::words::Glyph;

/// A black box hides a value when it is at least this high and this wide, in points.
const LEAST_BLACKOUT: (f64, f64) = (5.0, 24.0);
/// What ends as near as this to an edge of the page, in points, reaches it.
const AT_EDGE: f64 = 3.0;
/// Things nearer than this, in points, are one piece of print.
const NEAR: f64 = 8.0;
/// This many curved shapes beside each other may be letters.
const FEWEST_SHAPES: usize = 5;
/// Letters are at most this high, in points; larger shapes are drawings.
const HIGHEST_LETTER: f64 = 40.0;
/// Print is at least this high and this wide, in points.
const LEAST_PRINT: (f64, f64) = (3.0, 6.0);
/// More regions than this are looked at as one.
const MOST_REGIONS: usize = 8;
/// Digits nearer than this, in ems, cannot be told from each other.
const SMEAR: f32 = 0.12;

impl Ink {
    /// Dark boxes and strokes the size of a value that nothing legible stands on. A bar from edge
    /// to edge of the page is an ornament.
    pub fn blackouts(&self, page: Rect) -> Vec<Rect> {
        let is_bleeding = |b: &Rect| b.x0 <= page.x0 + AT_EDGE && b.x1 >= page.x1 - AT_EDGE;
        let black = |p: &&Painted| {
            p.solid
                && p.shade.is_some_and(|shade| shade <= DARK)
                && p.bounds.height() >= LEAST_BLACKOUT.0
                && p.bounds.width() >= LEAST_BLACKOUT.1
                && p.bounds.height() <= HIGHEST_LETTER
        };
        let marker =
            |p: &&Painted| p.form == Form::Marker && p.shade.is_some_and(|shade| shade <= DARK);
        let markers = self.painted.iter().filter(marker);
        let boxes = self.grounds.iter().filter(black).chain(markers);
        let bare = |p: &&Painted| {
            !self
                .glyphs
                .iter()
                .any(|g| p.bounds.contains(middle(g)) && !g.hidden && !is_unseen(g))
        };
        let bare = boxes.filter(bare).map(|p| p.bounds);
        bare.filter(|bounds| !is_bleeding(bounds)).collect()
    }

    /// The places of what may be print and is no text: pictures, patterns, curves, characters that
    /// the font does not name. Print in them is known only to who looks.
    pub fn unread(&self, page: Rect) -> Vec<Rect> {
        let mut pieces: Vec<(Rect, usize)> = Vec::new();
        for p in &self.painted {
            let weight = match p.form {
                Form::Bar | Form::Marker => continue,
                Form::Shape if p.bounds.height() > HIGHEST_LETTER => continue,
                Form::Shape => 1,
                Form::Picture | Form::Pattern => FEWEST_SHAPES,
            };
            if p.shade.is_none_or(|shade| shade < 255 - LEAST_CONTRAST) {
                pieces.push((p.bounds.intersect(page), weight));
            }
        }
        let unnamed = self.glyphs.iter().filter(|g| !g.hidden && is_unnamed(g));
        pieces.extend(
            unnamed
                .filter(|g| !is_unseen(g))
                .map(|g| (glyph_box(g).intersect(page), FEWEST_SHAPES)),
        );
        pieces.extend(self.smears().map(|b| (b.intersect(page), FEWEST_SHAPES)));
        regions(pieces, page)
    }

    /// Whether digits lie on each other so that nobody can tell them apart.
    pub fn has_smears(&self) -> bool {
        self.smears().next().is_some()
    }

    /// Digits of one run that lie on each other.
    fn smears(&self) -> impl Iterator<Item = Rect> {
        self.glyphs.windows(2).filter_map(|pair| {
            let [a, b] = pair else { return None };
            let on_each_other = a.order == b.order
                && is_digit(a)
                && is_digit(b)
                && (a.x - b.x).hypot(a.y - b.y) < SMEAR * a.em
                && !a.hidden
                && !is_unseen(a);
            on_each_other.then(|| glyph_box(a).union(glyph_box(b)))
        })
    }
}

/// Joins pieces that are near each other, and keeps what is large enough to be print.
fn regions(mut pieces: Vec<(Rect, usize)>, page: Rect) -> Vec<Rect> {
    pieces.sort_by(|a, b| a.0.y0.total_cmp(&b.0.y0).then(a.0.x0.total_cmp(&b.0.x0)));
    let mut joined: Vec<(Rect, usize)> = Vec::new();
    for (bounds, weight) in pieces {
        let mut bounds = bounds;
        let mut weight = weight;
        while let Some(at) = joined
            .iter()
            .position(|(b, _)| b.inflate(NEAR, NEAR / 2.0).overlaps(bounds))
        {
            let (other, more) = joined.swap_remove(at);
            (bounds, weight) = (bounds.union(other), weight + more);
        }
        joined.push((bounds, weight));
    }
    let print = |(bounds, weight): &(Rect, usize)| {
        *weight >= FEWEST_SHAPES
            && bounds.height() >= LEAST_PRINT.0
            && bounds.width() >= LEAST_PRINT.1
    };
    let found: Vec<Rect> = joined.into_iter().filter(print).map(|(b, _)| b).collect();
    if found.len() > MOST_REGIONS {
        return vec![page];
    }
    found
}

/// Whether a glyph is a character that its font does not name, or a digit of another script: such
/// names are wrong more often than the page is foreign.
fn is_unnamed(glyph: &Glyph) -> bool {
    let strange = |c: char| {
        c == '\u{fffd}'
            || matches!(c as u32, 0xe000..=0xf8ff | 0xf0000..)
            || (c.is_numeric() && !c.is_ascii_digit() && !is_fraction(c))
    };
    glyph.text.as_ref().is_none_or(|l| l.chars().any(strange))
}

/// One half, quarter or three quarters, which ordinary text has.
fn is_fraction(c: char) -> bool {
    matches!(c, '¼' | '½' | '¾')
}

fn is_digit(glyph: &Glyph) -> bool {
    let letters = glyph.text.as_ref();
    letters.is_some_and(|l| l.chars().all(|c| c.is_ascii_digit()))
}
