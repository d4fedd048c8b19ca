//! Copies of copies: each generation blurs, raises contrast, and adds specks and black edges.

use image::{GrayImage, imageops};

use super::{tone, warp};
use crate::rng::Rng;

/// The page after two or three generations on an office copier.
pub(super) fn copied(rng: &mut Rng, page: GrayImage, dpi: f32) -> GrayImage {
    let mut page = page;
    for _ in 0..rng.between(2, 3) {
        page = warp::turn(&page, rng.uniform(-0.5, 0.5), 255);
        page = imageops::fast_blur(&page, dpi / 200.0 * rng.uniform(0.3, 0.5));
        harden(rng, &mut page);
        specks(rng, &mut page, dpi);
    }
    edges(rng, &mut page, dpi);
    page
}

/// Raises contrast around a level near mid-gray.
fn harden(rng: &mut Rng, page: &mut GrayImage) {
    // Some machines lose thin strokes, others fill the holes of letters.
    let level = rng.uniform(120.0, 200.0);
    let slope = rng.uniform(1.3, 1.9);
    for pixel in page.pixels_mut() {
        pixel.0[0] = (128.0 + (f32::from(pixel.0[0]) - level) * slope).clamp(0.0, 255.0) as u8;
    }
}

/// Dust on the glass.
fn specks(rng: &mut Rng, page: &mut GrayImage, dpi: f32) {
    let width = page.width() as f32;
    let height = page.height() as f32;
    for _ in 0..rng.between(60, 260) {
        let x = rng.uniform(0.0, width);
        let y = rng.uniform(0.0, height);
        let radius = rng.uniform(0.001, 0.006) * dpi;
        tone::dot(page, x, y, radius, 30);
    }
}

/// The ragged black edge along one or two sides.
fn edges(rng: &mut Rng, page: &mut GrayImage, dpi: f32) {
    let (width, height) = page.dimensions();
    for _ in 0..rng.between(1, 2) {
        let side = rng.below(4);
        let depth = rng.uniform(0.05, 0.22) * dpi;
        for along in 0..if side < 2 { height } else { width } {
            let reach = (depth
                + rng.uniform(-0.012, 0.012) * dpi
                + (along as f32 / dpi).sin() * 0.02 * dpi)
                .max(0.0) as u32;
            for inward in 0..reach {
                let (x, y) = match side {
                    0 => (inward, along),
                    1 => (width.saturating_sub(1 + inward), along),
                    2 => (along, inward),
                    _ => (along, height.saturating_sub(1 + inward)),
                };
                if let Some(pixel) = page.get_pixel_mut_checked(x, y) {
                    pixel.0[0] = 8;
                }
            }
        }
    }
}
