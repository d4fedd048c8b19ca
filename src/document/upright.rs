//! Text that runs across, down or askew on its page, brought upright for reading.
//!
//! Labels stand over or left of their values as they are read, not as the page lies. The frame of
//! the text is the page turned so that most of the text runs level; everything that is known of the
//! page's ink is turned with it.

use hayro_interpret::kurbo::{Affine, Point, Rect};

use super::content::Content;
use super::words::Glyph;
use crate::model::geometry::{self, BoundingBox};
use crate::text::Rule;

/// Text within this many degrees of level reads as it is.
const LEVEL: i32 = 1;
/// Most of a page's glyphs run one way when this share of them does.
const MOST: f64 = 0.6;
/// Fewer glyphs than this are no page of text.
const FEWEST: usize = 40;

/// The text's frame on its page.
pub(super) struct Upright {
    /// From points of the page to those of the text's frame.
    pub from_page: Affine,
    /// Width and height of the frame.
    pub size: (f32, f32),
}

impl Upright {
    /// The frame of a page whose text runs level.
    pub(super) fn level(size: (f32, f32)) -> Self {
        Self {
            from_page: Affine::IDENTITY,
            size,
        }
    }

    /// Whether the frame is the page.
    pub(super) fn is_level(&self) -> bool {
        self.from_page == Affine::IDENTITY
    }

    /// The frame in which most of a page's text runs level, in points of paper: a unit of the page
    /// is `unit` of them.
    pub(super) fn of(glyphs: &[Glyph], size: (f32, f32), unit: f32) -> Self {
        let turned = Self::turned(glyphs, size);
        Self {
            from_page: Affine::scale(unit.into()) * turned.from_page,
            size: (unit * turned.size.0, unit * turned.size.1),
        }
    }

    fn turned(glyphs: &[Glyph], size: (f32, f32)) -> Self {
        let Some(angle) = direction(glyphs) else {
            return Self::level(size);
        };
        let turn = Affine::rotate(-angle);
        let page = Rect::new(0.0, 0.0, size.0.into(), size.1.into());
        let around = turn.transform_rect_bbox(page);
        Self {
            from_page: Affine::translate((-around.x0, -around.y0)) * turn,
            size: (around.width() as f32, around.height() as f32),
        }
    }

    /// From points of the text's frame to those of the page.
    pub(super) fn to_page(&self) -> geometry::Affine {
        let [a, b, c, d, e, f] = self.from_page.inverse().as_coeffs().map(|v| v as f32);
        geometry::Affine { a, b, c, d, e, f }
    }

    /// Turns what is on a page into the frame.
    pub(super) fn turn(&self, content: &mut Content) {
        if self.is_level() {
            return;
        }
        let [a, b, ..] = self.from_page.as_coeffs();
        let angle = b.atan2(a) as f32;
        let scale = a.hypot(b) as f32;
        for glyph in &mut content.glyphs {
            let at = self.from_page * Point::new(glyph.x.into(), glyph.y.into());
            (glyph.x, glyph.y) = (at.x as f32, at.y as f32);
            glyph.angle += angle;
            glyph.em *= scale;
            glyph.advance *= scale;
        }
        for painted in &mut content.painted {
            painted.bounds = self.from_page.transform_rect_bbox(painted.bounds);
        }
        let right = (a * b).abs() < 1e-6;
        let rules = std::mem::take(&mut content.rules);
        if right {
            content.rules = rules
                .iter()
                .filter_map(|rule| self.turn_rule(rule))
                .collect();
        }
    }

    fn turn_rule(&self, rule: &Rule) -> Option<Rule> {
        let b = &rule.bounds;
        let [x0, y0, x1, y1] = [b.x0(), b.y0(), b.x1(), b.y1()].map(f64::from);
        let turned = self
            .from_page
            .transform_rect_bbox(Rect::new(x0, y0, x1, y1));
        let [x0, y0, x1, y1] = [turned.x0, turned.y0, turned.x1, turned.y1].map(|v| v as f32);
        let bounds = BoundingBox::new(x0, y0, x1, y1).ok()?;
        Some(Rule { bounds })
    }
}

/// The direction in radians that most of the painted text runs in; `None` when it is level or
/// mixed.
fn direction(glyphs: &[Glyph]) -> Option<f64> {
    let mut degrees = vec![0usize; 360];
    let whole = |g: &Glyph| (g.angle.to_degrees().round() as i32).rem_euclid(360);
    let painted = || glyphs.iter().filter(|g| !g.hidden);
    painted().for_each(|g| degrees[whole(g) as usize] += 1);
    let (most, &count) = degrees.iter().enumerate().max_by_key(|(_, n)| **n)?;
    let most = most as i32;
    let level = most.min(360 - most) <= LEVEL;
    if level || count < FEWEST || (count as f64) < MOST * painted().count() as f64 {
        return None;
    }
    if most % 90 == 0 {
        return Some(f64::from(most).to_radians());
    }
    let along = painted().filter(|g| whole(g) == most);
    let sum: f64 = along.map(|g| f64::from(g.angle)).sum();
    Some(sum / count as f64)
}
