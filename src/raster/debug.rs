//! A debug image of a page's layout.

use image::{Rgb, RgbImage};

use super::page::PageLayout;
use super::skipped::SkippedKind;

impl PageLayout {
    /// Draws the page with its lines in green (baselines in blue), rules in red, barcodes in
    /// magenta and other skipped areas in orange.
    pub fn picture(&self) -> RgbImage {
        let grey = self.cut([0.0, 0.0, self.width as f32, self.height as f32], 1.0);
        let mut image = RgbImage::from_fn(grey.width(), grey.height(), |x, y| {
            let v = grey.get_pixel(x, y).0[0];
            Rgb([v, v, v])
        });
        for s in &self.skipped {
            let colour = if s.kind == SkippedKind::Barcode {
                Rgb([200, 0, 200])
            } else {
                Rgb([255, 140, 0])
            };
            frame(&mut image, [s.x0, s.y0, s.x1, s.y1], colour);
        }
        for r in &self.rules {
            stroke(&mut image, (r.x0, r.y0), (r.x1, r.y1), Rgb([230, 0, 0]));
        }
        for l in &self.lines {
            frame(&mut image, [l.x0, l.y0, l.x1, l.y1], Rgb([0, 170, 0]));
            let mut x = l.x0;
            while x < l.x1 {
                let next = (x + 24.0).min(l.x1);
                stroke(
                    &mut image,
                    (x, l.baseline_at(x)),
                    (next, l.baseline_at(next)),
                    Rgb([0, 0, 255]),
                );
                stroke(
                    &mut image,
                    (x, l.baseline_at(x) - l.cap_height),
                    (next, l.baseline_at(next) - l.cap_height),
                    Rgb([0, 170, 255]),
                );
                x = next;
            }
        }
        image
    }
}

fn frame(image: &mut RgbImage, [x0, y0, x1, y1]: [f32; 4], colour: Rgb<u8>) {
    for (a, b) in [
        ((x0, y0), (x1, y0)),
        ((x1, y0), (x1, y1)),
        ((x1, y1), (x0, y1)),
        ((x0, y1), (x0, y0)),
    ] {
        stroke(image, a, b, colour);
    }
}

fn stroke(image: &mut RgbImage, from: (f32, f32), to: (f32, f32), colour: Rgb<u8>) {
    let steps = (to.0 - from.0)
        .abs()
        .max((to.1 - from.1).abs())
        .clamp(1.0, 20_000.0) as u32;
    for i in 0..=steps {
        let t = i as f32 / steps as f32;
        let x = from.0 + (to.0 - from.0) * t;
        let y = from.1 + (to.1 - from.1) * t;
        if x >= 0.0 && y >= 0.0 && (x as u32) < image.width() && (y as u32) < image.height() {
            image.put_pixel(x as u32, y as u32, colour);
        }
    }
}
