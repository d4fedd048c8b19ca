//! Access to the pixels of a page by boxes in points, for scans and rendered pages alike.

use image::{GrayImage, imageops};

use crate::document::PageImage;
use crate::model::geometry::BoundingBox;
use crate::raster;

/// Resolution for rendering pages with a text layer: 6-point print is still easy to read.
pub const SKETCH_DPI: f32 = 150.0;

/// Where the pixels of a page come from.
pub enum View<'a> {
    /// A scan, already deskewed and upright.
    Scan(&'a raster::PageLayout),
    /// A page rendered as a viewer shows it.
    Drawn(&'a PageImage),
}

impl View<'_> {
    /// The pixels of part of the page, at `dpi`.
    pub fn cut(&self, area: &BoundingBox, dpi: f32) -> GrayImage {
        match self {
            Self::Scan(page) => {
                let scale = page.dpi / 72.0;
                page.cut(
                    [
                        area.x0() * scale,
                        area.y0() * scale,
                        area.x1() * scale,
                        area.y1() * scale,
                    ],
                    dpi / page.dpi,
                )
            }
            Self::Drawn(image) => cut_drawn(image, area, dpi),
        }
    }

    /// The areas that OCR ignored, in points: barcodes, stamps and signatures.
    pub fn skipped(&self) -> Vec<(raster::SkippedKind, BoundingBox)> {
        let Self::Scan(page) = self else {
            return Vec::new();
        };
        let scale = 72.0 / page.dpi;
        let mut areas = Vec::new();
        for s in &page.skipped {
            let edges = [s.x0, s.y0, s.x1, s.y1].map(|edge| edge * scale);
            if let Ok(bounds) = BoundingBox::try_from(edges) {
                areas.push((s.kind, bounds));
            }
        }
        areas
    }
}

fn cut_drawn(image: &PageImage, area: &BoundingBox, dpi: f32) -> GrayImage {
    let white = || GrayImage::from_pixel(1, 1, image::Luma([255]));
    let Some(b) = image
        .to_page
        .inverse()
        .and_then(|to_image| to_image.apply_box(area))
    else {
        return white();
    };
    let x = b.x0().max(0.0) as u32;
    let y = b.y0().max(0.0) as u32;
    let x = x.min(image.pixels.width());
    let y = y.min(image.pixels.height());
    let width = (b.x1().ceil().max(0.0) as u32)
        .min(image.pixels.width())
        .saturating_sub(x);
    let height = (b.y1().ceil().max(0.0) as u32)
        .min(image.pixels.height())
        .saturating_sub(y);
    if width == 0 || height == 0 {
        return white();
    }
    let part = imageops::crop_imm(&image.pixels, x, y, width, height).to_image();
    let size = |points: f32| ((points * dpi / 72.0).round() as u32).max(1);
    let wide = size(area.width());
    let high = size(area.height());
    if wide.abs_diff(width) <= 1 && high.abs_diff(height) <= 1 {
        return part;
    }
    imageops::resize(&part, wide, high, imageops::FilterType::Triangle)
}
