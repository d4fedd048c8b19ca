//! Places of a PDF page drawn as a viewer shows them: what decides whether text is seen.
//!
//! Only what falls on the place is rasterized, so a look costs little more than interpreting the page.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use ::image::GrayImage;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::vello_cpu::{Pixmap, RasterizerSettings, RenderContext, Resources, TargetInit};
use hayro::{RenderCache, RenderSettings};
use hayro_interpret::kurbo::Affine;
use hayro_syntax::page::Page as PdfPage;

use super::ink::Baseline;
use super::pdf::{PdfFile, initial_transform, settings};
use super::scan::grey;
use super::upright::Upright;
use super::{PageError, damaged};
use crate::model::geometry::BoundingBox;

/// Height of capitals and digits in ems.
const CAP_HEIGHT: f64 = 0.72;
/// Strips are not longer than this; the rest is left off.
const LONGEST: f64 = 4096.0;
/// Regions have at most this many pixels on a side.
const WIDEST: f64 = 6000.0;

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
}

/// A line of the page at a 0-based index, its baseline level.
pub fn strip(
    file: &PdfFile,
    index: usize,
    frame: &Upright,
    line: &Baseline,
    look: Strip,
) -> Result<GrayImage, PageError> {
    let height = f64::from(look.height);
    let em = f64::from(line.em).max(0.1);
    let scale = look.cap_share * height / (CAP_HEIGHT * em);
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

/// A box of the page at a 0-based index.
pub fn region(
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
        &RenderSettings::default(),
        &mut context,
        place * initial_transform(page),
    );
    context.flush();
    let mut pixmap = Pixmap::new(width, height);
    let paper = RasterizerSettings {
        target_init: TargetInit::Clear(WHITE),
        ..Default::default()
    };
    context.render_with(&mut pixmap, &mut Resources::default(), paper);
    let data = pixmap
        .data()
        .iter()
        .map(|p| grey(&[p.r, p.g, p.b]))
        .collect();
    GrayImage::from_raw(width.into(), height.into(), data)
        .ok_or_else(|| damaged("the place has no area"))
}
