//! The pixels of a PDF page: the scanned picture itself where one picture or clean strips make the
//! page, a rendering where not.
//!
//! The scan itself is ten times cheaper than a rendering, and no resampling blurs its small type.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use ::image::{GrayImage, imageops};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings};
use hayro_interpret::font::GlyphRun;
use hayro_interpret::kurbo::{BezPath, Rect};
use hayro_interpret::{
    BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageData, ImageDrawProps, LumaData,
    Paint, SoftMask,
};
use hayro_syntax::page::Page as PdfPage;

use super::content::{Content, Placement};
use super::grey::grey;
use super::pdf::{PdfFile, settings};
use super::turn::Turn;
use super::{PageImage, damaged, too_many_pixels};
use crate::model::error::{DocumentError, ErrorKind, PageError};
use crate::model::geometry::Affine;

/// Pictures that cover this share of a page are the page.
const WHOLE_PAGE: f64 = 0.9;
/// Resolution of renderings: enough for 6 point type, and what OCR is at its best with.
const RENDER_DPI: (f64, f64) = (200.0, 300.0);
/// Below this a rendering shows nothing readable.
const LEAST_DPI: f64 = 50.0;
/// Renderings are made coarser rather than larger than this.
const MOST_PIXELS: f64 = 60e6;

/// The pixels of the page at a 0-based index.
pub(super) fn picture(file: &PdfFile, index: usize) -> Result<PageImage, PageError> {
    let page = file.page(index)?;
    let (width, height) = page.render_dimensions();
    let area = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let mut content = Content::new(area);
    file.draw(page, &mut content);
    for p in &content.placements {
        let pixels = u64::from(p.width) * u64::from(p.height);
        if pixels > file.limits.pixels {
            return Err(too_many_pixels(p.width.into(), p.height.into()));
        }
    }
    if let Some(strips) = strips(&content, area) {
        return compose(file, page, &strips);
    }
    render(file, page, &content, area)
}

/// The pictures that make the page by themselves, when there are such.
fn strips(content: &Content, area: Rect) -> Option<Vec<&Placement>> {
    // Specks and logos beside a scan do not spoil it unless they lie on it, which the area test
    // below tells.
    let strips: Vec<&Placement> = content.placements.iter().collect();
    let first = strips.first()?;
    let last_mark = content.last_mark;
    let see_through = strips.iter().any(|p| !p.opaque);
    let clean = strips
        .iter()
        .all(|p| p.plain && upright(p).is_some() && p.order > last_mark);
    if !clean || (see_through && (content.marks > 0 || content.glyphs.iter().any(|g| !g.hidden))) {
        return None;
    }
    let (sx, sy) = density(first)?;
    let same = strips.iter().all(|p| {
        density(p).is_some_and(|(x, y)| (x / sx - 1.0).abs() < 0.01 && (y / sy - 1.0).abs() < 0.01)
    });
    let boxes: Vec<Rect> = strips.iter().map(|p| full_box(p)).collect();
    let union = boxes.iter().skip(1).fold(boxes[0], |u, b| u.union(*b));
    let sum: f64 = boxes.iter().map(Rect::area).sum();
    let tiled = (sum / union.area() - 1.0).abs() < 0.02;
    let covers = union.intersect(area).area() >= WHOLE_PAGE * area.area();
    (same && tiled && covers).then_some(strips)
}

/// The box of a picture on the page, clipped by nothing.
fn full_box(p: &Placement) -> Rect {
    p.transform
        .transform_rect_bbox(Rect::new(0.0, 0.0, f64::from(p.width), f64::from(p.height)))
}

/// How a picture lies on the page when its edges are upright.
fn upright(p: &Placement) -> Option<Turn> {
    let [a, b, c, d, ..] = p.transform.as_coeffs();
    // One pixel off over the whole length is still straight.
    let straight = (b * f64::from(p.width)).abs() < 1.5 * d.abs()
        && (c * f64::from(p.height)).abs() < 1.5 * a.abs();
    let transposed = (a * f64::from(p.width)).abs() < 1.5 * c.abs()
        && (d * f64::from(p.height)).abs() < 1.5 * b.abs();
    if straight {
        Some(Turn {
            transposed: false,
            flip_x: a < 0.0,
            flip_y: d < 0.0,
        })
    } else if transposed {
        Some(Turn {
            transposed: true,
            flip_x: c < 0.0,
            flip_y: b < 0.0,
        })
    } else {
        None
    }
}

/// Pixels per point along the page's x and y.
fn density(p: &Placement) -> Option<(f64, f64)> {
    let (w, h) = if upright(p)?.transposed {
        (p.height, p.width)
    } else {
        (p.width, p.height)
    };
    let b = full_box(p);
    let x = f64::from(w) / b.width();
    let y = f64::from(h) / b.height();
    (x.is_finite() && y.is_finite() && x > 0.0 && y > 0.0).then_some((x, y))
}

/// Decodes the strips and pastes them to one picture.
fn compose(
    file: &PdfFile,
    page: &PdfPage<'_>,
    strips: &[&Placement],
) -> Result<PageImage, PageError> {
    let mut grab = Grab {
        wanted: strips.iter().map(|p| p.number).collect(),
        seen: 0,
        taken: HashMap::new(),
    };
    let complete = file.draw(page, &mut grab);
    let failed = || damaged("an image on the page cannot be decoded");
    let boxes: Vec<Rect> = strips.iter().map(|p| full_box(p)).collect();
    let union = boxes
        .iter()
        .skip(1)
        .fold(*boxes.first().ok_or_else(failed)?, |u, b| u.union(*b));
    let mut pictures = Vec::new();
    for (strip, bounds) in strips.iter().zip(&boxes) {
        if let (Some(pixels), Some(turn)) = (grab.taken.remove(&strip.number), upright(strip)) {
            pictures.push((turn.apply(pixels), *bounds));
        }
    }
    let damage = (!complete || pictures.len() < strips.len()).then(failed);
    let (first, bounds) = pictures.first().ok_or_else(failed)?;
    let px = f64::from(first.width()) / bounds.width();
    let py = f64::from(first.height()) / bounds.height();
    let width = (union.width() * px).round();
    let height = (union.height() * py).round();
    if width * height > file.limits.pixels as f64 {
        return Err(too_many_pixels(width as u64, height as u64));
    }
    let pixels = if strips.len() == 1 {
        pictures.swap_remove(0).0
    } else {
        let mut canvas = GrayImage::from_pixel(
            width.max(1.0) as u32,
            height.max(1.0) as u32,
            ::image::Luma([255]),
        );
        for (picture, b) in &pictures {
            imageops::replace(
                &mut canvas,
                picture,
                ((b.x0 - union.x0) * px).round() as i64,
                ((b.y0 - union.y0) * py).round() as i64,
            );
        }
        canvas
    };
    let sx = union.width() / f64::from(pixels.width());
    let sy = union.height() / f64::from(pixels.height());
    let to_page = Affine::scale_shift(sx as f32, sy as f32, union.x0 as f32, union.y0 as f32);
    Ok(PageImage {
        pixels,
        dpi: ((72.0 / sx) as f32, (72.0 / sy) as f32),
        to_page,
        damage,
    })
}

/// Takes decoded pictures from a page by their number.
struct Grab {
    wanted: Vec<usize>,
    seen: usize,
    taken: HashMap<usize, GrayImage>,
}

impl<'a> Device<'a> for Grab {
    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_glyph_run(&mut self, _: &GlyphRun<'_, 'a>, _: DrawProps<'a>, _: &DrawMode) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}

    fn draw_image(&mut self, image: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.seen += 1;
        if !self.wanted.contains(&self.seen) {
            return;
        }
        let mut grey = None;
        match &image {
            Image::Stencil(stencil) => {
                stencil.with_stencil(|cover, paint| grey = painted(cover, paint), None)
            }
            Image::Raster(raster) => raster.with_rgba(|data, _| grey = luma(data), None),
        }
        self.taken.extend(grey.map(|grey| (self.seen, grey)));
    }
}

fn luma(data: ImageData) -> Option<GrayImage> {
    match data {
        ImageData::Luma(l) => GrayImage::from_raw(l.width, l.height, l.data),
        ImageData::Rgb(rgb) => GrayImage::from_raw(
            rgb.width,
            rgb.height,
            rgb.data.chunks_exact(3).map(grey).collect(),
        ),
    }
}

/// A stencil is ink on white paper, as dark as its paint.
fn painted(cover: LumaData, paint: &Paint<'_>) -> Option<GrayImage> {
    let ink = match paint {
        Paint::Color(color) => u32::from(grey(&color.to_rgba().to_rgba8())),
        Paint::Pattern(_) => 0,
    };
    let data = cover
        .data
        .iter()
        .map(|&c| (255 - u32::from(c) * (255 - ink) / 255) as u8)
        .collect();
    GrayImage::from_raw(cover.width, cover.height, data)
}

fn render(
    file: &PdfFile,
    page: &PdfPage<'_>,
    content: &Content,
    area: Rect,
) -> Result<PageImage, PageError> {
    let finest = content
        .placements
        .iter()
        .filter(|p| p.bounds.area() > 0.05 * area.area())
        .filter_map(density)
        .map(|(x, y)| 72.0 * x.max(y))
        .fold(0.0, f64::max);
    let dpi = if finest > 0.0 {
        finest.clamp(RENDER_DPI.0, RENDER_DPI.1)
    } else {
        RENDER_DPI.1
    };
    let most = MOST_PIXELS.min(file.limits.pixels as f64);
    let longest = area.width().max(area.height());
    let dpi = dpi
        .min(72.0 * (most / area.area().max(1.0)).sqrt())
        .min(72.0 * 65_000.0 / longest.max(1.0));
    if dpi < LEAST_DPI {
        let message = format!(
            "a page of {:.0} by {:.0} inches",
            area.width() / 72.0,
            area.height() / 72.0
        );
        return Err(DocumentError::new(ErrorKind::TooLarge, message));
    }
    drawn(page, dpi)
}

/// The page at a 0-based index drawn at a resolution of the caller's, for a person to look at;
/// coarser where it would be too large.
pub(super) fn sketch(file: &PdfFile, index: usize, dpi: f32) -> Result<PageImage, PageError> {
    let page = file.page(index)?;
    let (width, height) = page.render_dimensions();
    let inches = f64::from(width) * f64::from(height) / (72.0 * 72.0);
    let most = MOST_PIXELS.min(file.limits.pixels as f64) / 4.0;
    drawn(page, f64::from(dpi).min((most / inches.max(1e-3)).sqrt()))
}

fn drawn(page: &PdfPage<'_>, dpi: f64) -> Result<PageImage, PageError> {
    let failed = Arc::new(AtomicBool::new(false));
    let scale = (dpi / 72.0) as f32;
    let pixmap_settings = PixmapSettings {
        x_scale: scale,
        y_scale: scale,
        bg_color: WHITE,
    };
    let pixmap = hayro::render(
        page,
        &RenderCache::new(),
        &settings(&failed),
        &RenderSettings::default(),
        &pixmap_settings,
    );
    let data = pixmap
        .data()
        .iter()
        .map(|p| grey(&[p.r, p.g, p.b]))
        .collect();
    let pixels = GrayImage::from_raw(pixmap.width().into(), pixmap.height().into(), data)
        .ok_or_else(|| damaged("the page has no area"))?;
    let damage = failed
        .load(Ordering::Relaxed)
        .then(|| damaged("an image on the page cannot be decoded"));
    let step = 1.0 / scale;
    Ok(PageImage {
        pixels,
        dpi: (dpi as f32, dpi as f32),
        to_page: Affine::scale_shift(step, step, 0.0, 0.0),
        damage,
    })
}
