//! Rasterizes a display list to grayscale, as an ideal scanner would see the page.

use ab_glyph::{Font as _, PxScale, point};
use image::{GrayImage, Luma};

use crate::layout::sheet::{Mark, Sheet, Text};

/// Draws the sheet at this many pixels per inch across and down; black ink on white paper.
pub fn draw(sheet: &Sheet, dpi: (f32, f32)) -> GrayImage {
    let scale = (dpi.0 / 72.0, dpi.1 / 72.0);
    let width = (sheet.width * scale.0).round().max(1.0) as u32;
    let height = (sheet.height * scale.1).round().max(1.0) as u32;
    let mut image = GrayImage::from_pixel(width, height, Luma([255]));
    for mark in &sheet.marks {
        match mark {
            Mark::Text(text) => draw_text(&mut image, text, scale),
            Mark::Fill { area, shade } => draw_fill(&mut image, *area, *shade, scale),
        }
    }
    image
}

/// Blends ink of this shade over a pixel by `coverage`.
fn ink(image: &mut GrayImage, x: i64, y: i64, shade: f32, coverage: f32) {
    let (Ok(x), Ok(y)) = (u32::try_from(x), u32::try_from(y)) else {
        return;
    };
    if let Some(pixel) = image.get_pixel_mut_checked(x, y) {
        let under = f32::from(pixel.0[0]);
        pixel.0[0] = (under + (shade * 255.0 - under) * coverage.clamp(0.0, 1.0)).round() as u8;
    }
}

fn draw_text(image: &mut GrayImage, text: &Text, scale: (f32, f32)) {
    let font = text.face.load();
    // ab_glyph scales by the height between ascender and descender, not by the em.
    let per_em = font.outlines.units_per_em().unwrap_or(1000.0);
    let em_height = font.outlines.height_unscaled() / per_em;
    let pixels = PxScale {
        x: text.size * scale.0 * em_height,
        y: text.size * scale.1 * em_height,
    };
    let mut x = text.x * scale.0;
    for letter in text.text.chars() {
        let glyph = font
            .outlines
            .glyph_id(letter)
            .with_scale_and_position(pixels, point(x, text.baseline * scale.1));
        if let Some(outline) = font.outlines.outline_glyph(glyph) {
            let bounds = outline.px_bounds();
            let left = bounds.min.x as i64;
            let top = bounds.min.y as i64;
            outline.draw(|dx, dy, coverage| {
                ink(
                    image,
                    left + i64::from(dx),
                    top + i64::from(dy),
                    text.shade,
                    coverage,
                )
            });
        }
        x += font.advance(letter) * text.size * scale.0;
    }
}

fn draw_fill(image: &mut GrayImage, area: [f32; 4], shade: f32, scale: (f32, f32)) {
    let [left, top, right, bottom] = [
        area[0] * scale.0,
        area[1] * scale.1,
        area[2] * scale.0,
        area[3] * scale.1,
    ];
    for y in top.floor() as i64..bottom.ceil() as i64 {
        let down = (bottom.min(y as f32 + 1.0) - top.max(y as f32)).max(0.0);
        for x in left.floor() as i64..right.ceil() as i64 {
            let across = (right.min(x as f32 + 1.0) - left.max(x as f32)).max(0.0);
            ink(image, x, y, shade, down * across);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::typeface::Family;

    #[test]
    fn text_and_rules_leave_ink_where_they_stand() {
        let mut sheet = Sheet::letter(Family::Helvetica);
        sheet.plain(12.0, 72.0, 100.0, "IIII");
        sheet.rule(72.0, 144.0, 200.0, 2.0);
        let image = draw(&sheet, (72.0, 72.0));
        assert_eq!(image.dimensions(), (612, 792));
        assert_eq!(image.get_pixel(100, 199).0[0], 0);
        assert_eq!(image.get_pixel(100, 210).0[0], 255);
        let dark = (72..90).any(|x| image.get_pixel(x, 96).0[0] < 128);
        assert!(dark);
    }
}
