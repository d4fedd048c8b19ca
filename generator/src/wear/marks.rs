//! What people and the back of the paper add to a page: stamps, the pen, underlines, print that shines through.

use image::{GrayImage, Luma, imageops};

use super::{tone, warp};
use crate::dice::Dice;
use crate::layout::other::{self, Paper};
use crate::layout::sheet::{Mark, Sheet};
use crate::raster;
use crate::typeface::{Face, Family};

/// The sheet with a line under each number, so close that it touches the digits.
pub fn underlined(dice: &mut Dice, sheet: &Sheet) -> Sheet {
    let mut lines = Vec::new();
    for text in sheet.texts().filter(|text| {
        text.text.chars().filter(char::is_ascii_digit).count() >= 7 && text.text.len() < 30
    }) {
        let (y, weight) = (
            text.baseline + text.size * dice.uniform(0.0, 0.08),
            dice.uniform(0.5, 1.1),
        );
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

/// A stamp across the upper half, at an angle, in ink that lets the print be seen.
pub fn stamped(dice: &mut Dice, page: GrayImage, dpi: f32) -> GrayImage {
    let mut stamp = Sheet::letter(Family::Helvetica);
    let (x, y) = (dice.uniform(120.0, 330.0), dice.uniform(70.0, 250.0));
    let word = dice.pick(&["RECEIVED", "COPY", "SCANNED", "FILED"]);
    let (face, shade) = (Face::bold(Family::Helvetica), dice.uniform(0.3, 0.6));
    let size = dice.uniform(18.0, 30.0);
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
    // An angle that keeps the stamp on the upper half, because it turns around the middle of the page.
    let stamp = warp::turn(
        &raster::draw(&stamp, (dpi, dpi)),
        dice.uniform(-9.0, 9.0),
        255,
    );
    laid_over(page, &stamp)
}

/// Strokes of a pen: a tick, a circle around something, a scrawl.
pub fn penned(dice: &mut Dice, mut page: GrayImage, dpi: f32) -> GrayImage {
    let shade = dice.between(20, 90) as u8;
    for _ in 0..dice.between(2, 4) {
        let radius = dice.uniform(0.5, 0.9) * dpi / 72.0;
        let start = (
            dice.uniform(0.1, 0.85) * page.width() as f32,
            dice.uniform(0.05, 0.8) * page.height() as f32,
        );
        let reach = dice.uniform(0.3, 1.3) * dpi;
        let mut bend = |around: (f32, f32)| {
            (
                around.0 + dice.uniform(-reach, reach),
                around.1 + dice.uniform(-reach, reach) * 0.5,
            )
        };
        let (first, second, end) = (bend(start), bend(start), bend(start));
        // So many steps that the dots run together.
        let steps = (reach * 6.0) as usize + 1;
        for step in 0..=steps {
            let t = step as f32 / steps as f32;
            let mix = |a: f32, b: f32, c: f32, d: f32| {
                let s = 1.0 - t;
                s * s * s * a + 3.0 * s * s * t * b + 3.0 * s * t * t * c + t * t * t * d
            };
            let (x, y) = (
                mix(start.0, first.0, second.0, end.0),
                mix(start.1, first.1, second.1, end.1),
            );
            tone::dot(&mut page, x, y, radius, shade);
        }
    }
    page
}

/// The printed back, mirrored, pale and blurred.
pub fn bled_through(dice: &mut Dice, page: GrayImage, dpi: f32) -> GrayImage {
    let mut back = other::draw(dice, Paper::PrintedBack);
    let lower: Vec<Mark> = back
        .marks
        .iter()
        .map(|mark| moved_down(mark, dice.uniform(180.0, 190.0)))
        .collect();
    back.marks.extend(lower);
    let strength = dice.uniform(0.15, 0.35);
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

/// The page with another one's ink over it: where both have ink, the darker is seen.
fn laid_over(mut page: GrayImage, ink: &GrayImage) -> GrayImage {
    for (x, y, pixel) in page.enumerate_pixels_mut() {
        let over = ink.get_pixel_checked(x, y).copied().unwrap_or(Luma([255]));
        pixel.0[0] = (u16::from(pixel.0[0]) * u16::from(over.0[0]) / 255) as u8;
    }
    page
}
