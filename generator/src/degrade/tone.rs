//! Tonal damage: faded and heavy print, uneven light and worn machines.

use image::{GrayImage, Luma};

use crate::rng::Rng;

/// Prints with too little toner: black becomes gray, unevenly.
pub(super) fn faded(rng: &mut Rng, mut page: GrayImage) -> GrayImage {
    let strength = rng.uniform(0.28, 0.5);
    let patches = Patches::draw(rng, &page);
    for (x, y, pixel) in page.enumerate_pixels_mut() {
        let left = strength * (0.75 + 0.5 * patches.at(x, y)) * f32::from(255 - pixel.0[0]);
        pixel.0[0] = 255 - left.clamp(0.0, 255.0) as u8;
    }
    page
}

/// Prints with too much toner: strokes grow thicker.
pub(super) fn heavy(rng: &mut Rng, page: &GrayImage, dpi: f32) -> GrayImage {
    let reach = (dpi / 200.0).round().max(1.0) as i64;
    let weight = rng.uniform(0.7, 1.0);
    let at = |x: i64, y: i64| {
        let (Ok(x), Ok(y)) = (u32::try_from(x), u32::try_from(y)) else {
            return 255;
        };
        page.get_pixel_checked(x, y).map_or(255, |pixel| pixel.0[0])
    };
    GrayImage::from_fn(page.width(), page.height(), |x, y| {
        let x = i64::from(x);
        let y = i64::from(y);
        let beside = [
            (reach, 0),
            (-reach, 0),
            (0, reach),
            (0, -reach),
            (reach, reach),
            (-reach, -reach),
        ]
        .iter()
        .map(|(dx, dy)| at(x + dx, y + dy))
        .min();
        let grown = 255.0 - f32::from(255 - beside.unwrap_or(255)) * weight;
        Luma([at(x, y).min(grown as u8)])
    })
}

/// Adds light falloff to one side, and the shadow of an edge or a hand.
pub(super) fn shadowed(rng: &mut Rng, mut page: GrayImage) -> GrayImage {
    let depth = rng.uniform(0.15, 0.4);
    let edge_depth = rng.uniform(0.1, 0.3);
    let (sin, cos) = rng.uniform(0.0, std::f32::consts::TAU).sin_cos();
    let edge = rng.uniform(0.2, 0.8);
    let softness = rng.uniform(0.02, 0.12);
    let width = page.width() as f32;
    let height = page.height() as f32;
    for (x, y, pixel) in page.enumerate_pixels_mut() {
        let x = x as f32 / width - 0.5;
        let y = y as f32 / height - 0.5;
        let along = (x * cos + y * sin + 0.7) / 1.4;
        let in_shadow = ((along - edge) / softness).clamp(0.0, 1.0);
        let light = 1.0 - depth * along.clamp(0.0, 1.0) - edge_depth * in_shadow;
        pixel.0[0] = (f32::from(pixel.0[0]) * light) as u8;
    }
    page
}

/// Prints with a worn drum and dirty rollers: pale streaks, gaps in strokes, and dots that repeat
/// with each turn.
pub(super) fn worn(rng: &mut Rng, mut page: GrayImage, dpi: f32) -> GrayImage {
    let patches = Patches::draw(rng, &page);
    let streaks: Vec<(f32, f32)> = (0..rng.between(2, 6))
        .map(|_| {
            (
                rng.uniform(0.0, page.width() as f32),
                rng.uniform(0.02, 0.12) * dpi,
            )
        })
        .collect();
    for (x, y, pixel) in page.enumerate_pixels_mut() {
        if pixel.0[0] == 255 {
            continue;
        }
        let pale = streaks
            .iter()
            .map(|(middle, width)| 1.0 - ((x as f32 - middle) / width).abs())
            .fold(0.0, f32::max);
        let gap = if rng.uniform(0.0, 1.0) < 0.12 * patches.at(x, y) + 0.25 * pale {
            0.7
        } else {
            0.0
        };
        let left = f32::from(255 - pixel.0[0]) * (1.0 - 0.5 * pale) * (1.0 - gap);
        pixel.0[0] = 255 - left.clamp(0.0, 255.0) as u8;
    }
    let turn = rng.uniform(1.2, 3.7) * dpi;
    for _ in 0..rng.between(3, 9) {
        let x = rng.uniform(0.0, page.width() as f32);
        let first = rng.uniform(0.0, turn);
        let radius = rng.uniform(0.004, 0.012) * dpi;
        let mut y = first;
        while y < page.height() as f32 {
            dot(&mut page, x, y, radius, 60);
            y += turn;
        }
    }
    page
}

/// Darkens a round dot.
pub(super) fn dot(page: &mut GrayImage, x: f32, y: f32, radius: f32, shade: u8) {
    let reach = radius.ceil() as i64;
    for dy in -reach..=reach {
        for dx in -reach..=reach {
            if (dx * dx + dy * dy) as f32 > radius * radius + 0.5 {
                continue;
            }
            let (Ok(x), Ok(y)) = (u32::try_from(x as i64 + dx), u32::try_from(y as i64 + dy))
            else {
                continue;
            };
            if let Some(pixel) = page.get_pixel_mut_checked(x, y) {
                pixel.0[0] = pixel.0[0].min(shade);
            }
        }
    }
}

/// A smooth random field over a page, from 0 to 1.
struct Patches {
    waves: [(f32, f32, f32); 4],
}

impl Patches {
    fn draw(rng: &mut Rng, page: &GrayImage) -> Self {
        let mut wave = || {
            let turns = |rng: &mut Rng, side: u32| {
                rng.uniform(-5.0, 5.0) * std::f32::consts::TAU / side as f32
            };
            (
                turns(rng, page.width()),
                turns(rng, page.height()),
                rng.uniform(0.0, 6.0),
            )
        };
        Self {
            waves: [wave(), wave(), wave(), wave()],
        }
    }

    fn at(&self, x: u32, y: u32) -> f32 {
        let sum: f32 = self
            .waves
            .iter()
            .map(|(across, down, phase)| (x as f32 * across + y as f32 * down + phase).sin())
            .sum();
        (sum / 4.0 + 0.5).clamp(0.0, 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page() -> GrayImage {
        GrayImage::from_fn(120, 120, |x, _| {
            Luma([if (40..44).contains(&x) { 0 } else { 255 }])
        })
    }

    fn ink(page: &GrayImage) -> u64 {
        page.pixels().map(|pixel| u64::from(255 - pixel.0[0])).sum()
    }

    #[test]
    fn toner_is_lost_and_gained() {
        let mut rng = Rng::new(5);
        assert!(ink(&faded(&mut rng, page())) < ink(&page()) * 3 / 4);
        assert!(ink(&heavy(&mut rng, &page(), 200.0)) > ink(&page()) * 6 / 5);
        assert!(ink(&shadowed(&mut rng, page())) > ink(&page()));
        assert_ne!(worn(&mut rng, page(), 200.0), page());
    }
}
