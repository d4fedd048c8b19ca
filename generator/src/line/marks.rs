//! Marks on training lines: pen strokes, stamps, dirt and bleed-through.

use fastrand::Rng;
use image::{GrayImage, Luma, imageops};

use super::ops::{chance, range};
use crate::content;
use crate::font::Face;

/// Darkens a pixel to `grey` by `coverage`.
fn ink(image: &mut GrayImage, x: i64, y: i64, grey: f32, coverage: f32) {
    let (Ok(x), Ok(y)) = (u32::try_from(x), u32::try_from(y)) else {
        return;
    };
    if let Some(pixel) = image.get_pixel_mut_checked(x, y) {
        let under = f32::from(pixel.0[0]);
        pixel.0[0] = (under + (grey.min(under) - under) * coverage) as u8;
    }
}

/// A round dot.
fn dot(image: &mut GrayImage, (x, y): (f32, f32), radius: f32, grey: f32) {
    let reach = radius.ceil() as i64 + 1;
    for dy in -reach..=reach {
        for dx in -reach..=reach {
            let px = x.floor() as i64 + dx;
            let py = y.floor() as i64 + dy;
            let far = (px as f32 + 0.5 - x).hypot(py as f32 + 0.5 - y);
            ink(image, px, py, grey, (radius - far + 0.5).clamp(0.0, 1.0));
        }
    }
}

/// A pen stroke: a curve of a few `unit`s through a point near `(x, y)`.
pub fn stroke(image: &mut GrayImage, rng: &mut Rng, unit: f32, (x, y): (f32, f32)) {
    let reach = unit * range(rng, 2.0, 9.0);
    let mut point = || {
        (
            x + range(rng, -1.0, 1.0) * reach,
            y + range(rng, -0.6, 0.6) * reach,
        )
    };
    let a = point();
    let b = point();
    let c = point();
    let radius = (unit * range(rng, 0.03, 0.085)).max(0.5);
    let grey = range(rng, 10.0, 150.0);
    let length = (a.0 - b.0).hypot(a.1 - b.1) + (b.0 - c.0).hypot(b.1 - c.1);
    let steps = (length / radius.max(0.7)).ceil().max(2.0) as usize;
    for i in 0..=steps {
        let t = i as f32 / steps as f32;
        let mix = |a: f32, b: f32, c: f32| {
            (1.0 - t) * (1.0 - t) * a + 2.0 * t * (1.0 - t) * b + t * t * c
        };
        dot(
            image,
            (mix(a.0, b.0, c.0), mix(a.1, b.1, c.1)),
            radius,
            grey,
        );
    }
}

/// A stamp: large gray letters in a rotated frame around `(x, y)`, lighter than print so that print
/// stays readable.
pub fn stamp(image: &mut GrayImage, rng: &mut Rng, face: &Face, unit: f32, (x, y): (f32, f32)) {
    let words = [
        "RECEIVED",
        "COPY",
        "FILED",
        "APR 04 2021",
        "NOV 18 2019",
        "DUPLICATE",
        "USCIS",
        "APPROVED",
        "MAILED",
        "FAXED",
    ];
    let text = words[rng.usize(0..words.len())];
    let em = unit * range(rng, 1.6, 5.0);
    let width = face.width(text, (em, em), 0.0) + em;
    let mut plate = GrayImage::from_pixel(
        width.clamp(4.0, 4000.0) as u32,
        (em * 1.6).max(4.0) as u32,
        Luma([255]),
    );
    face.draw(&mut plate, (em * 0.5, em * 1.15), (em, em), 0.0, 0, text);
    if chance(rng, 0.6) {
        frame(&mut plate, (em * 0.07).max(1.0) as u32);
    }
    let degrees = range(rng, -35.0, 35.0).to_radians();
    let grey = range(rng, 105.0, 205.0);
    let (sin, cos) = degrees.sin_cos();
    let pw = plate.width() as f32 / 2.0;
    let ph = plate.height() as f32 / 2.0;
    let reach = pw.hypot(ph).ceil() as i64;
    for dy in -reach..=reach {
        for dx in -reach..=reach {
            let u = dx as f32 * cos + dy as f32 * sin + pw;
            let v = dy as f32 * cos - dx as f32 * sin + ph;
            if u < 0.0 || v < 0.0 {
                continue;
            }
            if let Some(pixel) = plate.get_pixel_checked(u as u32, v as u32) {
                let coverage = 1.0 - f32::from(pixel.0[0]) / 255.0;
                if coverage > 0.0 {
                    ink(image, x as i64 + dx, y as i64 + dy, grey, coverage);
                }
            }
        }
    }
}

fn frame(image: &mut GrayImage, thick: u32) {
    let (width, height) = image.dimensions();
    for (x, y, pixel) in image.enumerate_pixels_mut() {
        if x < thick || y < thick || x + thick >= width || y + thick >= height {
            pixel.0[0] = 0;
        }
    }
}

/// Specks: black for dirt, or white where print flaked off, covering `share` of the area.
pub fn specks(image: &mut GrayImage, rng: &mut Rng, share: f32, largest: f32, grey: u8) {
    let (width, height) = image.dimensions();
    let count = (width as f32 * height as f32 * share / (largest * largest).max(1.0)) as usize;
    for _ in 0..count {
        let x = rng.u32(0..width);
        let y = rng.u32(0..height);
        let size = range(rng, 1.0, largest.max(1.0) + 0.99) as u32;
        for dy in 0..size {
            for dx in 0..size {
                let corner = size > 2 && (dx == 0 || dx + 1 == size) && (dy == 0 || dy + 1 == size);
                if let Some(pixel) = image
                    .get_pixel_mut_checked(x + dx, y + dy)
                    .filter(|_| !corner)
                {
                    pixel.0[0] = grey;
                }
            }
        }
    }
}

/// Faint mirrored lines of the other side; `unit` is the cap height.
pub fn bleed(image: &mut GrayImage, rng: &mut Rng, face: &Face, unit: f32) {
    let mut back = GrayImage::from_pixel(image.width(), image.height(), Luma([255]));
    let em = unit * range(rng, 1.1, 1.7);
    let mut y = -range(rng, 0.0, em);
    while y < back.height() as f32 + em {
        let mut x = -range(rng, 0.0, em * 8.0);
        while x < back.width() as f32 {
            let text = content::words(rng, 60);
            x = face.draw(&mut back, (x, y), (em, em), 0.0, 0, &text) + em * 0.3;
            if text.is_empty() {
                break;
            }
        }
        y += em * range(rng, 1.15, 1.6);
    }
    imageops::flip_horizontal_in_place(&mut back);
    super::ops::blur(&mut back, unit * 0.06, unit * 0.06);
    let grey = range(rng, 165.0, 228.0);
    for (pixel, back) in image.iter_mut().zip(back.iter()) {
        let through = 255.0 - (255.0 - grey) * (1.0 - f32::from(*back) / 255.0);
        *pixel = (f32::from(*pixel) * through / 255.0) as u8;
    }
}

/// Streaks of dirty or dry rollers, along the page or across it, dark or white.
pub fn streaks(image: &mut GrayImage, rng: &mut Rng, unit: f32, per_unit: f32) {
    let upright = chance(rng, 0.5);
    let extent = if upright {
        image.width()
    } else {
        image.height()
    };
    let count = (extent as f32 / unit * per_unit).ceil() as usize;
    for _ in 0..count {
        let at = rng.u32(0..extent);
        let thick = (unit * range(rng, 0.02, 0.09)).max(1.0) as u32;
        let dark = chance(rng, 0.6);
        let grey = if dark {
            range(rng, 60.0, 190.0) as u8
        } else {
            range(rng, 170.0, 255.0) as u8
        };
        let broken = range(rng, 0.5, 1.2);
        for t in at..(at + thick).min(extent) {
            let length = if upright {
                image.height()
            } else {
                image.width()
            };
            for s in 0..length {
                if rng.f32() < broken {
                    let pixel = &mut if upright {
                        image.get_pixel_mut(t, s)
                    } else {
                        image.get_pixel_mut(s, t)
                    }
                    .0[0];
                    *pixel = if dark {
                        (*pixel).min(grey)
                    } else {
                        (*pixel).max(grey)
                    };
                }
            }
        }
    }
}

/// A filled rectangle with soft edges: a rule, an underline, a bar.
pub fn bar(image: &mut GrayImage, [left, top, right, bottom]: [f32; 4], grey: f32) {
    for y in top.floor() as i64..bottom.ceil() as i64 {
        let down = (bottom.min(y as f32 + 1.0) - top.max(y as f32)).clamp(0.0, 1.0);
        for x in (left.floor() as i64).max(0)..(right.ceil() as i64).min(i64::from(image.width())) {
            let across = (right.min(x as f32 + 1.0) - left.max(x as f32)).clamp(0.0, 1.0);
            ink(image, x, y, grey, down * across);
        }
    }
}
