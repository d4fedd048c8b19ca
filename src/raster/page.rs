//! The layout of one upright page: its lines, its rules, and the mapping to the pixels it was
//! scanned with.

use std::sync::Arc;

use image::GrayImage;

use super::background::Background;
use super::binarize::Bitmap;
use super::comb::Comb;
use super::line_box::LineBox;
use super::lines::{find_lines, sort_lines};
use super::lost_rows::lost_rows;
use super::rule::Rule;
use super::rules::{Drawn, take_rules};
use super::sampling::{reduce, resample};
use super::skipped::{Skipped, SkippedKind};
use super::tint::drop_tints;
use super::transform::Transform;

// Tuning.

/// Large ink closer than this to the edge of the page, in inches, is not a stamp but an edge of the
/// paper or a punch hole.
const MARGIN: f32 = 0.3;

/// Width over cap height of a letter with the space after it. Letters are 0.6 to 1.5 cap heights
/// apart; barcodes, rules and dirt are not.
const LETTER_PITCH: std::ops::Range<f32> = 0.4..2.5;
/// What each letter of a line with another pitch counts when lines are chosen.
const IRREGULAR: f32 = 0.25;
/// Letters beyond this many only make a line take longer to read.
const MOST_LETTERS: usize = 30;

/// This many rows of specks are print that was lost.
const LEAST_LOST: usize = 3;

/// The bars of one barcode begin and end at the same height, to this share of it …
const BAR_ENDS: f32 = 0.2;
/// … and are at most this many of its heights apart.
const BAR_REACH: f32 = 1.0;

/// A dark bar with so many letters in white is a heading, not something that hides a value.
const LETTERS_ON_BAR: usize = 6;

/// Largest scale of a part of the page that is drawn.
const MOST_SCALE: f32 = 8.0;
/// Least scale.
const LEAST_SCALE: f32 = 0.1;

/// Images finer than this, in source pixels per page pixel, are reduced by whole blocks first:
/// interpolation alone would skip pixels.
const LEAST_REDUCTION: f64 = 1.85;
/// Reductions are rounded down, except from this far below the next whole number on.
const REDUCTION_ROUNDING: f64 = 0.15;

/// The image a page was prepared from.
#[derive(Debug)]
pub(super) struct Source {
    pub(super) pixels: GrayImage,
    pub(super) background: Background,
}

/// The layout of an upright page (text runs along x), in page pixels at about 200 dpi, with the
/// origin at the top left.
#[derive(Debug, Clone)]
pub struct PageLayout {
    /// Width in page pixels.
    pub width: u32,
    /// Height in page pixels.
    pub height: u32,
    /// Page pixels per inch, as far as it is known.
    pub dpi: f32,
    /// From page pixels to the pixels of the original image.
    pub to_image: Transform,
    /// Lines of text, from top to bottom.
    pub lines: Vec<LineBox>,
    /// Printed rules: the borders of table cells, underlines.
    pub rules: Vec<Rule>,
    /// Areas that are not text lines.
    pub skipped: Vec<Skipped>,
    printed: bool,
    /// Rows of print of which only specks are left.
    lost_rows: usize,
    /// Comb boxes, which are no part of the print in them.
    pub(super) combs: Vec<Comb>,
    source: Arc<Source>,
}

impl PageLayout {
    /// Renders the page and analyzes its layout. `to_image` maps the page to the source.
    pub(super) fn find(
        source: Arc<Source>,
        to_image: Transform,
        (width, height): (u32, u32),
        dpi: f32,
    ) -> PageLayout {
        let image = render(&source.pixels, &to_image, width, height);
        let mut bitmap = Bitmap::binarize(&image, &source.background, &to_image);
        let Drawn {
            rules,
            barcodes,
            combs,
            reversed,
        } = take_rules(&mut bitmap, &image, dpi);
        let (components, _runs) = bitmap.components();
        let mut layout = find_lines(&components, &bitmap, (&rules, &combs), dpi);
        drop_tints(&mut layout.lines, &image);
        let lost_rows = lost_rows(&components, &layout.lines, dpi);
        if !reversed.is_empty() {
            layout.lines.extend(reversed);
            sort_lines(&mut layout.lines);
        }
        drop_bars(&mut layout.lines, &barcodes);
        // The edges of a comb are no cell's: its label stands outside of them.
        let rules = rules
            .into_iter()
            .filter(|r| !combs.iter().any(|c| c.has(r)))
            .collect();
        let barcodes = barcodes.iter().map(|b| (SkippedKind::Barcode, *b));
        let components = layout
            .skipped
            .iter()
            .map(|(kind, c)| (*kind, [c.x0, c.y0, c.x1, c.y1]));
        let skipped = barcodes.chain(components).map(|(kind, b)| Skipped {
            kind,
            x0: b[0] as f32,
            y0: b[1] as f32,
            x1: b[2] as f32,
            y1: b[3] as f32,
        });
        PageLayout {
            width,
            height,
            dpi,
            to_image,
            lines: layout.lines,
            rules,
            skipped: skipped.collect(),
            printed: layout.printed,
            lost_rows,
            combs,
            source,
        }
    }

    /// The dark bars on which print stands in white, as corners in pixels of the original image.
    /// `is_read` tells of a line, left, top, right and bottom in page pixels, whether it is print
    /// for sure; one of many letters is.
    pub fn printed_bars(
        &self,
        is_read: impl Fn([f32; 4]) -> bool,
    ) -> impl Iterator<Item = [(f64, f64); 4]> {
        let printed = move |line: &&LineBox| {
            line.bar.is_some()
                && (line.pieces >= LETTERS_ON_BAR || is_read([line.x0, line.y0, line.x1, line.y1]))
        };
        let bars = self
            .lines
            .iter()
            .filter(printed)
            .filter_map(|line| line.bar);
        bars.map(|bar| {
            let [x0, y0, x1, y1] = bar.bounds;
            [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
                .map(|(x, y)| self.to_image.apply(f64::from(x), f64::from(y)))
        })
    }

    /// Whether the page has more rows of print of which only specks are left than lines.
    pub fn has_lost_print(&self) -> bool {
        self.lost_rows >= LEAST_LOST.max(self.lines.len())
    }

    /// Whether the page has no print at all. Dust, faint bleed-through, edges of the paper and
    /// punch holes don't count as print; anything like two letters side by side, a barcode or a
    /// stamp does. When in doubt, the page is not blank.
    pub fn is_blank(&self) -> bool {
        let margin = self.dpi * MARGIN;
        let stamped = self.skipped.iter().any(|s| {
            s.kind == SkippedKind::Barcode
                || s.x0 > margin
                    && s.y0 > margin
                    && s.x1 < self.width as f32 - margin
                    && s.y1 < self.height as f32 - margin
        });
        self.lines.is_empty() && !self.printed && !stamped
    }

    /// The page rotated by 180°. The layout is mapped, not analyzed again.
    pub fn upside_down(&self) -> PageLayout {
        let w = self.width as f32;
        let h = self.height as f32;
        let rotation =
            Transform::rotation(180.0).then(&Transform::translation(f64::from(w), f64::from(h)));
        let mut lines: Vec<LineBox> = self
            .lines
            .iter()
            .map(|l| l.upside_down(self.width, self.height))
            .collect();
        sort_lines(&mut lines);
        let rules = self.rules.iter().map(|r| Rule {
            x0: w - r.x1,
            y0: h - r.y1,
            x1: w - r.x0,
            y1: h - r.y0,
            thickness: r.thickness,
        });
        let skipped = self.skipped.iter().map(|s| Skipped {
            kind: s.kind,
            x0: w - s.x1,
            y0: h - s.y1,
            x1: w - s.x0,
            y1: h - s.y0,
        });
        let combs = self
            .combs
            .iter()
            .map(|c| c.upside_down(self.width, self.height));
        PageLayout {
            to_image: rotation.then(&self.to_image),
            lines,
            rules: rules.collect(),
            skipped: skipped.collect(),
            combs: combs.collect(),
            source: Arc::clone(&self.source),
            ..*self
        }
    }

    /// The page rotated by `quarters` × 90° clockwise. Half turns are nearly free; after a quarter
    /// turn, the layout is analyzed again.
    pub fn turned(&self, quarters: u32) -> PageLayout {
        match quarters % 4 {
            0 => self.clone(),
            2 => self.upside_down(),
            n => {
                // A point of the rotated page maps back by the opposite rotation.
                let w = f64::from(self.width);
                let h = f64::from(self.height);
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

    /// The page mirrored, for images that a wrong setting has flipped. The layout is analyzed
    /// again.
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

    /// Up to `n` lines that show best which way up the page is: those with many letters, from all
    /// over the page.
    pub fn promising_lines(&self, n: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.lines.len()).collect();
        let worth = |i: usize| {
            let line = &self.lines[i];
            let pitch = (line.x1 - line.x0) / line.cap_height / (line.pieces.max(1)) as f32;
            let per_letter = if LETTER_PITCH.contains(&pitch) {
                1.0
            } else {
                IRREGULAR
            };
            line.pieces.min(MOST_LETTERS) as f32 * per_letter
        };
        order.sort_by(|a, b| worth(*b).total_cmp(&worth(*a)).then(a.cmp(b)));
        let spacing = self.height as f32 / (3 * n.max(1)) as f32;
        let mut chosen: Vec<usize> = Vec::new();
        for spaced in [true, false] {
            for &i in &order {
                let is_far = |j: &usize| (self.lines[*j].y0 - self.lines[i].y0).abs() > spacing;
                if chosen.len() < n
                    && !chosen.contains(&i)
                    && (!spaced || chosen.iter().all(is_far))
                {
                    chosen.push(i);
                }
            }
        }
        chosen
    }

    /// Renders a part of the page in grey, given by its left, top, right and bottom edge in page
    /// pixels. Each page pixel becomes `scale` pixels across and down.
    pub fn cut(&self, [x0, y0, x1, y1]: [f32; 4], scale: f32) -> GrayImage {
        let scale = f64::from(scale.clamp(LEAST_SCALE, MOST_SCALE));
        let side =
            |from: f32, to: f32| (f64::from(to - from) * scale).round().clamp(1.0, 65_000.0) as u32;
        let shift = Transform::translation(f64::from(x0), f64::from(y0));
        let to_image = Transform::scale(1.0 / scale, 1.0 / scale)
            .then(&shift)
            .then(&self.to_image);
        render(&self.source.pixels, &to_image, side(x0, x1), side(y0, y1))
    }

    /// How many pixels of the original image a page pixel covers along each axis, at a place of the
    /// page.
    pub fn fineness(&self, x: f32, y: f32) -> f32 {
        self.to_image.magnification(f64::from(x), f64::from(y)) as f32
    }

    /// The part of this page between the columns `x0` and `x1`, as a separate page.
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

    pub(super) fn background(&self) -> &Background {
        &self.source.background
    }
}

/// Drops lines that are the last bars of a barcode: as high as it and next to it.
fn drop_bars(lines: &mut Vec<LineBox>, barcodes: &[[u32; 4]]) {
    let is_rest = |line: &LineBox, code: &[u32; 4]| {
        let [x0, y0, x1, y1] = code.map(|v| v as f32);
        let height = y1 - y0;
        let near = |a: f32, b: f32| (a - b).abs() < BAR_ENDS * height;
        near(line.y0, y0)
            && near(line.y1, y1)
            && line.x0 < x1 + BAR_REACH * height
            && line.x1 > x0 - BAR_REACH * height
    };
    lines.retain(|line| !barcodes.iter().any(|code| is_rest(line, code)));
}

/// Renders `source` through `to_source`. Sources that are much finer are reduced by whole blocks
/// first.
fn render(source: &GrayImage, to_source: &Transform, width: u32, height: u32) -> GrayImage {
    let cx = f64::from(width) / 2.0;
    let cy = f64::from(height) / 2.0;
    let centre = to_source.apply(cx, cy);
    let right = to_source.apply(cx + 1.0, cy);
    let below = to_source.apply(cx, cy + 1.0);
    let fx = reduction((right.0 - centre.0).hypot(below.0 - centre.0));
    let fy = reduction((right.1 - centre.1).hypot(below.1 - centre.1));
    if fx == 1 && fy == 1 {
        return resample(source, to_source, width, height, 255);
    }
    let small = reduce(source, fx, fy);
    let to_small = to_source.then(&Transform::scale(1.0 / f64::from(fx), 1.0 / f64::from(fy)));
    resample(&small, &to_small, width, height, 255)
}

/// The whole number of source pixels that are averaged, for a page pixel that covers `fineness`.
fn reduction(fineness: f64) -> u32 {
    if fineness >= LEAST_REDUCTION {
        (fineness + REDUCTION_ROUNDING).min(64.0) as u32
    } else {
        1
    }
}
