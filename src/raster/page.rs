//! One upright page: its lines, its rules, and the way to the pixels it was scanned with.

use std::sync::Arc;

use image::GrayImage;

use super::background::Background;
use super::binarize::Bitmap;
use super::comb::paint;
use super::line_box::LineBox;
use super::lines::find_lines;
use super::rules::{Drawn, Rule, take_rules};
use super::sampling::{reduce, resample};
use super::skipped::{Skipped, SkippedKind};
use super::transform::Transform;

/// The image a page was prepared from.
#[derive(Debug)]
pub(super) struct Source {
    pub(super) pixels: GrayImage,
    pub(super) light: Background,
}

/// An upright page (text runs along x), in page pixels of about 200 dpi, top left first.
#[derive(Debug, Clone)]
pub struct PageLayout {
    /// Width in page pixels.
    pub width: u32,
    /// Height in page pixels.
    pub height: u32,
    /// Page pixels an inch, as far as it is known.
    pub dpi: f32,
    /// From page pixels to the pixels of the original image.
    pub to_image: Transform,
    /// Lines of text, from the top down.
    pub lines: Vec<LineBox>,
    /// Printed rules: the borders of table cells, underlines.
    pub rules: Vec<Rule>,
    /// What was left out of the lines.
    pub skipped: Vec<Skipped>,
    printed: bool,
    source: Arc<Source>,
}

impl PageLayout {
    /// Draws the page and finds what is on it. `to_image` leads from the page to the source.
    pub(super) fn find(
        mut source: Arc<Source>,
        to_image: Transform,
        (width, height): (u32, u32),
        dpi: f32,
    ) -> PageLayout {
        let picture = draw(&source.pixels, &to_image, width, height);
        let mut mask = Bitmap::of(&picture, &source.light, &to_image);
        let Drawn {
            rules,
            codes,
            combs,
        } = take_rules(&mut mask, dpi);
        // Nobody else holds the picture yet.
        if let Some(Source { pixels, light }) = Arc::get_mut(&mut source) {
            paint(pixels, &combs, &to_image, |x, y| light.paper_at(x, y));
        }
        let (components, _runs) = mask.components();
        let layout = find_lines(&components, &mask, &rules, dpi);
        let codes = codes.iter().map(|b| (SkippedKind::Barcode, *b));
        let pieces = layout
            .skipped
            .iter()
            .map(|(kind, c)| (*kind, [c.x0, c.y0, c.x1, c.y1]));
        let skipped = codes
            .chain(pieces)
            .map(|(kind, b)| Skipped {
                kind,
                x0: b[0] as f32,
                y0: b[1] as f32,
                x1: b[2] as f32,
                y1: b[3] as f32,
            })
            .collect();
        PageLayout {
            width,
            height,
            dpi,
            to_image,
            lines: layout.lines,
            rules,
            skipped,
            printed: layout.printed,
            source,
        }
    }

    /// Whether the page truly holds no print. Dust, faint print shining through, edges of the sheet and punch holes do not
    /// count as print; anything like two letters side by side, a bar code or a stamp does. In doubt the page is not blank.
    pub fn is_blank(&self) -> bool {
        let stamped = self.skipped.iter().any(|s| {
            let inside = s.x0 > self.dpi * 0.3
                && s.y0 > self.dpi * 0.3
                && s.x1 < self.width as f32 - self.dpi * 0.3;
            s.kind == SkippedKind::Barcode || inside && s.y1 < self.height as f32 - self.dpi * 0.3
        });
        self.lines.is_empty() && !self.printed && !stamped
    }

    /// The same page with its head where its foot was. Nothing is searched again.
    pub fn upside_down(&self) -> PageLayout {
        let (w, h) = (self.width as f32, self.height as f32);
        let turn =
            Transform::rotation(180.0).then(&Transform::translation(f64::from(w), f64::from(h)));
        let mut lines: Vec<LineBox> = self
            .lines
            .iter()
            .map(|l| l.upside_down(self.width, self.height))
            .collect();
        lines.sort_by(|a, b| a.y0.total_cmp(&b.y0).then(a.x0.total_cmp(&b.x0)));
        let turned = |r: &Rule| Rule {
            x0: w - r.x1,
            y0: h - r.y1,
            x1: w - r.x0,
            y1: h - r.y0,
            thickness: r.thickness,
        };
        let skipped = |s: &Skipped| Skipped {
            kind: s.kind,
            x0: w - s.x1,
            y0: h - s.y1,
            x1: w - s.x0,
            y1: h - s.y0,
        };
        PageLayout {
            to_image: turn.then(&self.to_image),
            lines,
            rules: self.rules.iter().map(turned).collect(),
            skipped: self.skipped.iter().map(skipped).collect(),
            source: Arc::clone(&self.source),
            ..*self
        }
    }

    /// The page turned by `quarters` × 90° clockwise. Half turns are nearly free; after a quarter turn lines are sought anew.
    pub fn turned(&self, quarters: u32) -> PageLayout {
        match quarters % 4 {
            0 => self.clone(),
            2 => self.upside_down(),
            n => {
                // A point of the turned page goes back by the opposite turn.
                let (w, h) = (f64::from(self.width), f64::from(self.height));
                let back = if n == 1 {
                    Transform::rotation(270.0).then(&Transform::translation(0.0, h))
                } else {
                    Transform::rotation(90.0).then(&Transform::translation(w, 0.0))
                };
                PageLayout::find(
                    Arc::clone(&self.source),
                    back.then(&self.to_image),
                    (self.height, self.width),
                    self.dpi,
                )
            }
        }
    }

    /// The page as a mirror shows it: for pictures that a wrong setting has flipped. Lines are sought anew.
    pub fn mirrored(&self) -> PageLayout {
        let flip =
            Transform::scale(-1.0, 1.0).then(&Transform::translation(f64::from(self.width), 0.0));
        PageLayout::find(
            Arc::clone(&self.source),
            flip.then(&self.to_image),
            (self.width, self.height),
            self.dpi,
        )
    }

    /// Up to `n` lines that show best which way up the page is: of many letters, and from all over the page.
    pub fn promising_lines(&self, n: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.lines.len()).collect();
        let worth = |i: &usize| {
            let line = &self.lines[*i];
            let per_letter = (line.x1 - line.x0) / line.cap_height / (line.pieces.max(1)) as f32;
            // Letters stand 0.6 to 1.5 heights apart; barcodes, rules and dirt do not. Very long lines only cost more.
            let regular = if (0.4..2.5).contains(&per_letter) {
                1.0
            } else {
                0.25
            };
            line.pieces.min(30) as f32 * regular
        };
        order.sort_by(|a, b| worth(b).total_cmp(&worth(a)).then(a.cmp(b)));
        let mut chosen: Vec<usize> = Vec::new();
        for spaced in [true, false] {
            for &i in &order {
                let far = |j: &usize| {
                    (self.lines[*j].y0 - self.lines[i].y0).abs()
                        > self.height as f32 / (3 * n.max(1)) as f32
                };
                if chosen.len() < n && !chosen.contains(&i) && (!spaced || chosen.iter().all(far)) {
                    chosen.push(i);
                }
            }
        }
        chosen
    }

    /// A part of the page upright in grey, given by its left, top, right and bottom edge in page pixels. Each page pixel
    /// becomes `scale` pixels across and down.
    pub fn cut(&self, [x0, y0, x1, y1]: [f32; 4], scale: f32) -> GrayImage {
        let scale = f64::from(scale.clamp(0.1, 8.0));
        let side =
            |from: f32, to: f32| (f64::from(to - from) * scale).round().clamp(1.0, 65_000.0) as u32;
        let shift = Transform::translation(f64::from(x0), f64::from(y0));
        let to_image = Transform::scale(1.0 / scale, 1.0 / scale)
            .then(&shift)
            .then(&self.to_image);
        draw(&self.source.pixels, &to_image, side(x0, x1), side(y0, y1))
    }

    /// How many pixels of the original image make a page pixel, at a place of the page.
    pub fn fineness(&self, x: f32, y: f32) -> f32 {
        self.to_image.magnification(f64::from(x), f64::from(y)) as f32
    }

    /// The part of this page between the columns `x0` and `x1`, as a page of its own.
    pub(super) fn part(&self, x0: u32, x1: u32) -> PageLayout {
        let shift = Transform::translation(f64::from(x0), 0.0);
        PageLayout::find(
            Arc::clone(&self.source),
            shift.then(&self.to_image),
            (x1.saturating_sub(x0), self.height),
            self.dpi,
        )
    }

    pub(super) fn pixels(&self) -> &GrayImage {
        &self.source.pixels
    }

    pub(super) fn light(&self) -> &Background {
        &self.source.light
    }
}

/// Draws `source` through `to_source`, reduced by whole blocks first where it is much finer than the picture.
fn draw(source: &GrayImage, to_source: &Transform, width: u32, height: u32) -> GrayImage {
    let (cx, cy) = (f64::from(width) / 2.0, f64::from(height) / 2.0);
    let (centre, right, below) = (
        to_source.apply(cx, cy),
        to_source.apply(cx + 1.0, cy),
        to_source.apply(cx, cy + 1.0),
    );
    let along = |f: fn((f64, f64)) -> f64| (f(right) - f(centre)).hypot(f(below) - f(centre));
    let factor = |f: f64| {
        if f >= 1.85 {
            (f + 0.15).min(64.0) as u32
        } else {
            1
        }
    };
    let (fx, fy) = (factor(along(|p| p.0)), factor(along(|p| p.1)));
    if fx == 1 && fy == 1 {
        return resample(source, to_source, width, height, 255);
    }
    let small = reduce(source, fx, fy);
    let to_small = to_source.then(&Transform::scale(1.0 / f64::from(fx), 1.0 / f64::from(fy)));
    resample(&small, &to_small, width, height, 255)
}
