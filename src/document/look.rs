//! Places of a PDF page drawn as a viewer shows them: what decides whether text is seen.
//!
//! Only what falls on the place is rasterized, so a look costs little more than interpreting the
//! page.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use ::image::{GrayImage, Luma};
use hayro::vello_cpu::color::palette::css::{BLACK, WHITE};
use hayro::vello_cpu::{Pixmap, RasterizerSettings, RenderContext, Resources, TargetInit};
use hayro::{RenderCache, RenderSettings};
use hayro_interpret::kurbo::Affine;
use hayro_syntax::page::Page as PdfPage;

use super::PageError;
use super::grey::grey;
use super::ink::{Baseline, Letter};
use super::pdf::{PdfFile, initial_transform, settings};
use super::upright::Upright;
use crate::model::geometry::BoundingBox;

/// Height of capitals and digits in ems.
const CAP_HEIGHT: f64 = 0.72;
/// Strips are not longer than this; the rest is left off.
const LONGEST: f64 = 4096.0;
/// Regions have at most this many pixels on a side.
const WIDEST: f64 = 6000.0;

/// Fitting outlines to pixels costs more than all the rest of a look, and changes no digit.
const UNHINTED: RenderSettings = RenderSettings {
    force_image_interpolation: false,
    aliasing_threshold: None,
    hinting: false,
    glyph_caching: false,
};

/// How a strip is cut.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Strip {
    /// Height in pixels.
    pub height: u16,
    /// Share of the height that capitals and digits fill.
    pub cap_share: f64,
    /// Paper left and right, in ems.
    pub padding: f64,
}

impl Strip {
    /// As the line recognizer likes it best.
    pub const FIRST: Self = Self {
        height: 32,
        cap_share: 0.5625,
        padding: 0.5,
    };
    /// A little smaller, so that another look errs in another way.
    pub const SECOND: Self = Self {
        height: 32,
        cap_share: 0.47,
        padding: 0.3,
    };

    /// Pixels per point for type of a size in points.
    pub fn scale(&self, em: f32) -> f64 {
        self.cap_share * f64::from(self.height) / (CAP_HEIGHT * f64::from(em).max(0.1))
    }

    /// Where a strip's line starts and how far it reaches, in pixels from its left edge.
    pub fn columns(&self, em: f32, (start, length): (f32, f32)) -> (u32, u32) {
        let scale = self.scale(em);
        let from = (f64::from(start) + self.padding * f64::from(em)) * scale;
        let to = from + f64::from(length) * scale;
        (from.max(0.0).floor() as u32, to.max(0.0).ceil() as u32)
    }
}

/// A line of the page at a 0-based index, its baseline level.
pub(super) fn strip(
    file: &PdfFile,
    index: usize,
    frame: &Upright,
    line: &Baseline,
    look: Strip,
) -> Result<GrayImage, PageError> {
    let height = f64::from(look.height);
    let em = f64::from(line.em).max(0.1);
    let scale = look.scale(line.em);
    let pad = look.padding * em;
    let width = ((f64::from(line.length) + 2.0 * pad) * scale).clamp(8.0, LONGEST);
    let above = height * (0.5 + look.cap_share / 2.0 - 0.02);
    let place = Affine::translate((pad * scale, above))
        * Affine::scale(scale)
        * Affine::rotate(-f64::from(line.angle))
        * Affine::translate((-f64::from(line.x), -f64::from(line.y)));
    draw(
        file.page(index)?,
        place * frame.from_page,
        (width as u16, look.height),
    )
}

/// Outlines alone as a strip: what a page shows of plain ink with nothing near it. `start` is where
/// along the baseline the strip begins, in points.
pub fn outlines(letters: &[Letter], start: f32, line: &Baseline, look: Strip) -> GrayImage {
    let height = f64::from(look.height);
    let em = f64::from(line.em).max(0.1);
    let scale = look.scale(line.em);
    let pad = look.padding * em;
    let width = ((f64::from(line.length) + 2.0 * pad) * scale).clamp(8.0, LONGEST) as u16;
    let above = height * (0.5 + look.cap_share / 2.0 - 0.02);
    let mut context = RenderContext::new(width, look.height);
    context.set_paint(BLACK);
    for letter in letters {
        let x = (pad + f64::from(letter.x - start)) * scale;
        let size = scale * em / 1000.0;
        context
            .set_transform(Affine::translate((x, above)) * Affine::scale_non_uniform(size, -size));
        context.fill_path(&letter.outline.outline());
    }
    finish(context, (width, look.height))
}

/// A box of the page at a 0-based index.
pub(super) fn region(
    file: &PdfFile,
    index: usize,
    frame: &Upright,
    bounds: &BoundingBox,
    dpi: f32,
) -> Result<GrayImage, PageError> {
    let longest = f64::from(bounds.width().max(bounds.height())).max(1.0);
    let scale = (f64::from(dpi) / 72.0).min(WIDEST / longest);
    let side = |length: f32| (f64::from(length) * scale).clamp(1.0, WIDEST) as u16;
    let place = Affine::scale(scale)
        * Affine::translate((-f64::from(bounds.x0()), -f64::from(bounds.y0())));
    draw(
        file.page(index)?,
        place * frame.from_page,
        (side(bounds.width()), side(bounds.height())),
    )
}

/// Draws what of a page falls on a small canvas. `place` leads from points of the page to pixels.
fn draw(
    page: &PdfPage<'_>,
    place: Affine,
    (width, height): (u16, u16),
) -> Result<GrayImage, PageError> {
    let mut context = RenderContext::new(width, height);
    hayro::render_into(
        page,
        &RenderCache::new(),
        &settings(&Arc::new(AtomicBool::new(false))),
        &UNHINTED,
        &mut context,
        place * initial_transform(page),
    );
    Ok(finish(context, (width, height)))
}

/// What was drawn, on white paper.
fn finish(mut context: RenderContext, (width, height): (u16, u16)) -> GrayImage {
    context.flush();
    let mut pixmap = Pixmap::new(width, height);
    let paper = RasterizerSettings {
        target_init: TargetInit::Clear(WHITE),
        ..Default::default()
    };
    context.render_with(&mut pixmap, &mut Resources::default(), paper);
    let mut pixels = pixmap.data().iter().map(|p| grey(&[p.r, p.g, p.b]));
    GrayImage::from_fn(width.into(), height.into(), |_, _| {
        Luma([pixels.next().unwrap_or(255)])
    })
}
