//! How visible the text of a page is: what is painted over, under and beside it.
//!
//! The facts are geometry alone and cost no drawing. They say of a run of glyphs either that it
//! is certainly seen as it is spelled, or that somebody has to look at the pixels.

use hayro_interpret::font::OutlineGlyph;
use hayro_interpret::kurbo::{Point, Rect};

use super::drawing_order::is_backwards;
use super::drawn::Unseen;
use super::words::Glyph;
use crate::model::geometry::BoundingBox;

/// Type below this many points is a speck to a reader.
const LEAST_TYPE: f32 = 2.0;
/// Ink that differs from what is under it by less, of 255 levels of grey, is not seen.
pub const LEAST_CONTRAST: u8 = 40;
/// Ordinary ink on paper is at most this light.
pub const DARK: u8 = 120;
/// Backgrounds at least this light leave ordinary ink as legible as paper does.
const LIGHT: u8 = 200;
/// Type sizes in points at which a known shape is certainly legible.
const PLAIN_TYPE: std::ops::Range<f32> = 4.0..40.0;
/// Glyphs are certainly apart when each starts after this share of its forerunner's advance …
const APART: f32 = 0.6;
/// … and after this many ems.
const LEAST_PITCH: f32 = 0.2;
/// Characters with more paper than this between them, in ems, stand in boxes of their own.
const COMB_GAP: f32 = 0.45;
/// The part of a line that its capitals and digits fill, in ems over the baseline.
const CORE: std::ops::Range<f32> = 0.02..0.68;
/// The walls of a comb's boxes are at least this many ems high, which no digit is …
const WALL: f32 = 0.9;
/// … and this many ems away from digits.
const WALL_ROOM: f32 = 0.05;
/// What is narrower than this, in points, hides no glyph.
const LEAST_GROUND: f64 = 1.5;

/// What a painted thing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A rectangle or a straight line.
    Bar,
    /// Anything with curves or many corners.
    Shape,
    /// A stroke of a thick pen, as wide as a value.
    Marker,
    /// A picture.
    Picture,
    /// A fill that is a drawing itself.
    Pattern,
}

/// Something painted that is no text.
#[derive(Debug, Clone)]
pub struct Painted {
    /// Its box, as far as a clip shows it.
    pub bounds: Rect,
    /// Its place in the drawing order.
    pub order: usize,
    /// Its grey on white paper; `None` for pictures and patterns.
    pub shade: Option<u8>,
    /// Nothing under its box shows through.
    pub solid: bool,
    /// What it is.
    pub form: Form,
}

/// The text of a page with all that is painted around it.
#[derive(Default)]
pub struct Ink {
    pub(super) glyphs: Vec<Glyph>,
    pub(super) painted: Vec<Painted>,
    shapes: Vec<OutlineGlyph>,
    /// There is so much on the page that not all of it was noted.
    crowded: bool,
    /// Those of `painted` that are large enough to hide a glyph or to be what it stands on.
    pub(super) grounds: Vec<Painted>,
}

/// A run of glyphs on one baseline, as a place to look at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Baseline {
    /// Where it starts, in points from the top left.
    pub x: f32,
    /// Where it starts, in points from the top left.
    pub y: f32,
    /// How long it is.
    pub length: f32,
    /// Type size in points.
    pub em: f32,
    /// Its direction in radians, clockwise.
    pub angle: f32,
}

/// The glyphs at a place.
pub struct Spelled {
    /// Their characters along the baseline, without spaces.
    pub text: String,
    /// Where they stand.
    pub line: Baseline,
    /// Whether they are seen just as their outlines are, with nothing over or under them.
    pub plain: bool,
    /// Whether any of them is drawn by no viewer or by some only.
    pub undrawn: bool,
    /// Its characters whose outlines are known. Those of a comb are set side by side.
    pub letters: Vec<Letter>,
    /// The same characters where they are drawn once more beside themselves.
    pub again: Vec<Letter>,
    /// How long the line of these letters is, in points.
    pub set: f32,
    /// Whether its characters stand apart, as in boxes of one digit each.
    pub is_comb: bool,
    /// Whether some of its characters are drawn over each other.
    pub overlaps: bool,
    /// Whether some of its digits are drawn before those that stand left of them.
    pub backwards: bool,
    /// Where each of its characters starts along the baseline, and how far it reaches.
    pub places: Vec<(f32, f32)>,
}

/// A character drawn as an outline.
pub struct Letter {
    /// What its font says it is.
    pub char: char,
    /// Where it starts along the baseline, in points.
    pub x: f32,
    /// What it looks like.
    pub outline: OutlineGlyph,
}

impl Ink {
    /// The facts of a page.
    pub fn new(
        glyphs: Vec<Glyph>,
        painted: Vec<Painted>,
        shapes: Vec<OutlineGlyph>,
        crowded: bool,
    ) -> Self {
        let large = |p: &&Painted| p.bounds.width().min(p.bounds.height()) >= LEAST_GROUND;
        let grounds: Vec<Painted> = painted.iter().filter(large).cloned().collect();
        let mut ink = Self {
            glyphs,
            painted,
            shapes,
            crowded,
            grounds,
        };
        ink.find_unseen();
        ink
    }

    /// Notes of each glyph why it is not seen. The glyphs of a run lie on few grounds.
    fn find_unseen(&mut self) {
        for run in self.glyphs.chunk_by_mut(|a, b| a.order == b.order) {
            let around = run.iter().map(|g| Rect::from_points(middle(g), middle(g)));
            let Some(around) = around.reduce(|a, b| a.union(b)) else {
                continue;
            };
            let touches = |p: &&Painted| {
                p.bounds.x0 <= around.x1
                    && p.bounds.x1 >= around.x0
                    && p.bounds.y0 <= around.y1
                    && p.bounds.y1 >= around.y0
            };
            let near: Vec<&Painted> = self.grounds.iter().filter(touches).collect();
            for glyph in run {
                glyph.drawn.unseen = unseen(glyph, &near);
            }
        }
    }

    /// All glyphs in drawing order.
    pub fn glyphs(&self) -> &[Glyph] {
        &self.glyphs
    }

    /// The glyphs whose middles are in a box; `None` when there are none.
    pub fn spelled(&self, bounds: &BoundingBox) -> Option<Spelled> {
        let area = rect(bounds);
        let mut inside: Vec<&Glyph> = Vec::new();
        let mut others: Vec<&Glyph> = Vec::new();
        let mut echoes: Vec<&Glyph> = Vec::new();
        let near = |g: &&Glyph| !g.hidden && reaches(g, bounds) && !is_space(g);
        for glyph in self.glyphs.iter().filter(near) {
            if area.contains(middle(glyph)) && !glyph.drawn.echo {
                inside.push(glyph);
            } else if glyph_box(glyph).overlaps(area) {
                let beside = if glyph.drawn.echo {
                    &mut echoes
                } else {
                    &mut others
                };
                beside.push(glyph);
            }
        }
        // What nobody sees spells nothing, unless nothing else is there.
        if inside.iter().any(|g| !is_unseen(g)) {
            inside.retain(|g| !is_unseen(g));
        }
        let first = *inside.first()?;
        let (sin, cos) = first.angle.sin_cos();
        let along = |g: &Glyph| cos * g.x + sin * g.y;
        inside.sort_by(|a, b| along(a).total_cmp(&along(b)));
        let first = *inside.first()?;
        let last = *inside.last()?;
        let line = Baseline {
            x: first.x,
            y: first.y,
            length: along(last) - along(first) + last.advance,
            em: inside.iter().map(|g| g.em).fold(0.0, f32::max),
            angle: first.angle,
        };
        let is_comb = is_comb(&inside);
        let mut text = String::new();
        let mut found = Vec::new();
        let mut set = 0.0;
        for glyph in &inside {
            let mut space = [0; 4];
            let letters = glyph
                .text
                .as_ref()
                .map_or("\u{fffd}", |l| l.as_str(&mut space));
            text.push_str(letters);
            let x = if is_comb {
                set
            } else {
                along(glyph) - along(first)
            };
            set += glyph.advance;
            found.extend(self.letter(glyph, x));
        }
        echoes.retain(|g| !is_unseen(g));
        let again: Vec<Letter> = echoes.iter().filter_map(|g| self.letter(g, 0.0)).collect();
        let plain = found.len() == inside.len()
            && again.len() == echoes.len()
            && self.is_plain(&inside, &line)
            && self.is_free(&inside, &others, &line, is_comb);
        Some(Spelled {
            plain,
            undrawn: inside.iter().any(|g| g.drawn.undrawn),
            text,
            line,
            letters: found,
            again,
            set: if is_comb { set } else { line.length },
            is_comb,
            overlaps: !inside.windows(2).all(are_apart),
            backwards: is_backwards(&inside),
            places: inside
                .iter()
                .map(|g| (along(g) - along(first), g.advance))
                .collect(),
        })
    }

    /// A glyph as a letter, where its outline is known.
    fn letter(&self, glyph: &Glyph, x: f32) -> Option<Letter> {
        Some(Letter {
            char: glyph.text.as_ref()?.chars().next()?,
            x,
            outline: self.shapes.get(glyph.drawn.shape?)?.clone(),
        })
    }

    /// Whether glyphs are of ordinary ink, size and spacing on one upright baseline.
    fn is_plain(&self, glyphs: &[&Glyph], line: &Baseline) -> bool {
        let ordinary = |g: &&Glyph| {
            g.drawn.plain
                && !g.drawn.clipped
                && g.drawn.shade <= DARK
                && g.angle.abs() < 0.01
                && PLAIN_TYPE.contains(&g.em)
                && (g.y - line.y).abs() < 0.1 * g.em
        };
        !self.crowded && glyphs.iter().all(ordinary) && glyphs.windows(2).all(are_apart)
    }

    /// Whether nothing crosses a line of glyphs, and nothing dark is under them. The walls between
    /// the boxes of a comb cross no glyph: they are straight and higher than any character.
    fn is_free(
        &self,
        glyphs: &[&Glyph],
        others: &[&Glyph],
        line: &Baseline,
        is_comb: bool,
    ) -> bool {
        let core = core(line.x, line.length, line);
        let first = glyphs.iter().map(|g| g.order).min().unwrap_or_default();
        let is_wall = |p: &Painted| {
            is_comb
                && p.form == Form::Bar
                && p.bounds.height() > f64::from(WALL * line.em)
                && !glyphs.iter().any(|g| {
                    let x = g.x - WALL_ROOM * g.em;
                    let length = g.advance + 2.0 * WALL_ROOM * g.em;
                    p.bounds.overlaps(self::core(x, length, line))
                })
        };
        let disturbs = |p: &Painted| {
            p.bounds.overlaps(core)
                && (p.order > first || p.shade.is_none_or(|s| s < LIGHT))
                && !is_wall(p)
        };
        let crosses = |g: &&Glyph| glyph_box(g).overlaps(core) && !is_unseen(g);
        !self.painted.iter().any(disturbs) && !others.iter().any(crosses)
    }
}

/// Whether the second of two glyphs starts after most of the first.
fn are_apart(pair: &[&Glyph]) -> bool {
    let [left, right] = pair else { return true };
    let pitch = (right.x - left.x).hypot(right.y - left.y);
    pitch >= (APART * left.advance).max(LEAST_PITCH * left.em)
}

/// The part of a line that its capitals and digits fill.
fn core(x: f32, length: f32, line: &Baseline) -> Rect {
    let x = f64::from(x);
    let y = f64::from(line.y);
    let em = f64::from(line.em);
    Rect::new(
        x,
        y - f64::from(CORE.end) * em,
        x + f64::from(length),
        y - f64::from(CORE.start) * em,
    )
}

/// Whether a glyph is painted and cannot be seen.
pub(super) fn is_unseen(glyph: &Glyph) -> bool {
    glyph.drawn.unseen.is_some()
}

/// Why a glyph that is painted cannot be seen; `None` where it can. `grounds` are what may be over
/// or under it.
fn unseen(glyph: &Glyph, grounds: &[&Painted]) -> Option<Unseen> {
    if glyph.drawn.undrawn {
        return None;
    }
    let at = middle(glyph);
    let over = |p: &&Painted| p.solid && p.order > glyph.order && p.bounds.contains(at);
    if glyph.drawn.clear || glyph.drawn.cut || grounds.iter().any(over) {
        return Some(Unseen::Hidden);
    }
    let faint = || {
        ground(glyph, at, grounds)
            .is_some_and(|ground| ground.abs_diff(glyph.drawn.shade) < LEAST_CONTRAST)
    };
    (glyph.em < LEAST_TYPE || glyph.drawn.clipped || faint()).then_some(Unseen::Inkless)
}

/// The grey under a glyph; `None` when a picture or a pattern is there.
fn ground(glyph: &Glyph, at: Point, grounds: &[&Painted]) -> Option<u8> {
    let mut grey = Some(255);
    for p in grounds {
        if p.order < glyph.order && p.bounds.contains(at) {
            match p.shade {
                Some(shade) if p.solid => grey = Some(shade),
                Some(shade) if shade >= LIGHT => {}
                _ => grey = None,
            }
        }
    }
    grey
}

/// Whether glyphs stand further apart than letters of a word do.
fn is_comb(glyphs: &[&Glyph]) -> bool {
    let apart = |pair: &[&Glyph]| {
        let [left, right] = pair else { return false };
        (right.x - left.x).hypot(right.y - left.y) > left.advance + COMB_GAP * left.em
    };
    glyphs.len() > 2 && glyphs.windows(2).filter(|pair| apart(pair)).count() * 2 > glyphs.len()
}

fn is_space(glyph: &Glyph) -> bool {
    glyph
        .text
        .as_ref()
        .is_some_and(|letters| letters.as_str(&mut [0; 4]).trim().is_empty())
}

/// Whether a glyph may have ink in a box.
fn reaches(glyph: &Glyph, bounds: &BoundingBox) -> bool {
    let reach = glyph.advance.max(0.0) + glyph.em;
    glyph.x >= bounds.x0() - reach
        && glyph.x <= bounds.x1() + reach
        && glyph.y >= bounds.y0() - reach
        && glyph.y <= bounds.y1() + reach
}

/// The direction of a glyph's baseline: sine and cosine. Nearly all run level.
fn direction(glyph: &Glyph) -> (f32, f32) {
    if glyph.angle == 0.0 {
        (0.0, 1.0)
    } else {
        glyph.angle.sin_cos()
    }
}

/// The middle of a digit or capital.
pub fn middle(glyph: &Glyph) -> Point {
    let (sin, cos) = direction(glyph);
    Point::new(
        f64::from(glyph.x + 0.5 * glyph.advance * cos + 0.3 * glyph.em * sin),
        f64::from(glyph.y + 0.5 * glyph.advance * sin - 0.3 * glyph.em * cos),
    )
}

/// The box of a digit or capital.
pub fn glyph_box(glyph: &Glyph) -> Rect {
    let (sin, cos) = direction(glyph);
    let corner = |u: f32, v: f32| {
        Point::new(
            f64::from(glyph.x + u * cos - v * sin),
            f64::from(glyph.y + u * sin + v * cos),
        )
    };
    let end = glyph.advance.max(0.0);
    let top = -0.7 * glyph.em;
    Rect::from_points(corner(0.0, 0.0), corner(end, top))
        .union(Rect::from_points(corner(end, 0.0), corner(0.0, top)))
}

fn rect(bounds: &BoundingBox) -> Rect {
    let [x0, y0, x1, y1] = [bounds.x0(), bounds.y0(), bounds.x1(), bounds.y1()].map(f64::from);
    Rect::new(x0, y0, x1, y1)
}
