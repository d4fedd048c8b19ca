//! Marks added to a page: stamps, pen strokes, underlines and bleed-through.

use image::{GrayImage, Luma, imageops};

use super::{tone, warp};
use crate::layout::other::{self, Paper};
use crate::layout::sheet::{Mark, Sheet};
use crate::raster;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Underlines each number so closely that the line touches the digits.
pub(super) fn underlined(rng: &mut Rng, sheet: &Sheet) -> Sheet {
    let mut lines = Vec::new();
    for text in sheet.texts().filter(|text| {
        text.text.chars().filter(char::is_ascii_digit).count() >= 7 && text.text.len() < 30
    }) {
        let y = text.baseline + text.size * rng.uniform(0.0, 0.08);
        let weight = rng.uniform(0.5, 1.1);
        let end = text.x + text.face.width(&text.text, text.size);
        lines.push(Mark::Fill {
            area: [text.x - 2.0, y, end + 2.0, y + weight],
            shade: 0.0,
        });
    }
    let mut sheet = sheet.clone();
    sheet.marks.extend(lines);
    sheet
}

/// Stamps the upper half at an angle, in ink that leaves the print visible.
pub(super) fn stamped(rng: &mut Rng, page: GrayImage, dpi: f32) -> GrayImage {
    let mut stamp = Sheet::letter(Family::Helvetica);
    let x = rng.uniform(120.0, 330.0);
    let y = rng.uniform(70.0, 250.0);
    let word = rng.pick(&["RECEIVED", "COPY", "SCANNED", "FILED"]);
    let face = Face::bold(Family::Helvetica);
    let shade = rng.uniform(0.3, 0.6);
    let size = rng.uniform(18.0, 30.0);
    let end = stamp.write_shaded(face, size, x, y, word, shade);
    stamp.write_shaded(
        face,
        size * 0.4,
        x,
        y + size * 0.6,
        "LAW OFFICE   MAIL ROOM",
        shade,
    );
    let [left, top, right, bottom] = [x - 8.0, y - size, end + 8.0, y + size * 0.85];
    for area in [
        [left, top, right, top + 2.0],
        [left, bottom, right, bottom + 2.0],
        [left, top, left + 2.0, bottom],
        [right, top, right + 2.0, bottom],
    ] {
        stamp.fill(area, shade);
    }
    // A small angle keeps the stamp on the upper half, since it is rotated about the center of the
    // page.
    let stamp = warp::turn(
        &raster::draw(&stamp, (dpi, dpi)),
        rng.uniform(-9.0, 9.0),
        255,
    );
    laid_over(page, &stamp)
}

/// Adds pen strokes: a tick, a circle, a scrawl.
pub(super) fn penned(rng: &mut Rng, mut page: GrayImage, dpi: f32) -> GrayImage {
    let shade = rng.between(20, 90) as u8;
    for _ in 0..rng.between(2, 4) {
        let radius = rng.uniform(0.5, 0.9) * dpi / 72.0;
        let start = (
            rng.uniform(0.1, 0.85) * page.width() as f32,
            rng.uniform(0.05, 0.8) * page.height() as f32,
        );
        let reach = rng.uniform(0.3, 1.3) * dpi;
        let mut bend = |around: (f32, f32)| {
            (
                around.0 + rng.uniform(-reach, reach),
                around.1 + rng.uniform(-reach, reach) * 0.5,
            )
        };
        let first = bend(start);
        let second = bend(start);
        let end = bend(start);
        // Enough steps for the dots to merge.
        let steps = (reach * 6.0) as usize + 1;
        for step in 0..=steps {
            let t = step as f32 / steps as f32;
            let mix = |a: f32, b: f32, c: f32, d: f32| {
                let s = 1.0 - t;
                s * s * s * a + 3.0 * s * s * t * b + 3.0 * s * t * t * c + t * t * t * d
            };
            let x = mix(start.0, first.0, second.0, end.0);
            let y = mix(start.1, first.1, second.1, end.1);
            tone::dot(&mut page, x, y, radius, shade);
        }
    }
    page
}

/// Adds bleed-through: the back of the page, mirrored, faint and blurred.
pub(super) fn bled_through(rng: &mut Rng, page: GrayImage, dpi: f32) -> GrayImage {
    let mut back = other::draw(rng, Paper::PrintedBack);
    let lower: Vec<Mark> = back
        .marks
        .iter()
        .map(|mark| moved_down(mark, rng.uniform(180.0, 190.0)))
        .collect();
    back.marks.extend(lower);
    let strength = rng.uniform(0.15, 0.35);
    let mirrored = imageops::flip_horizontal(&raster::draw(&back, (dpi, dpi)));
    let mut pale = imageops::fast_blur(&mirrored, dpi / 200.0);
    for pixel in pale.pixels_mut() {
        pixel.0[0] = 255 - (f32::from(255 - pixel.0[0]) * strength) as u8;
    }
    laid_over(page, &pale)
}

fn moved_down(mark: &Mark, by: f32) -> Mark {
    match mark.clone() {
        Mark::Text(mut text) => {
            text.baseline += by;
            Mark::Text(text)
        }
        Mark::Fill {
            area: [left, top, right, bottom],
            shade,
        } => Mark::Fill {
            area: [left, top + by, right, bottom + by],
            shade,
        },
    }
}

/// Overlays the ink of another page; the darker pixel wins.
fn laid_over(mut page: GrayImage, ink: &GrayImage) -> GrayImage {
    for (x, y, pixel) in page.enumerate_pixels_mut() {
        let over = ink.get_pixel_checked(x, y).copied().unwrap_or(Luma([255]));
        pixel.0[0] = (u16::from(pixel.0[0]) * u16::from(over.0[0]) / 255) as u8;
    }
    page
}
