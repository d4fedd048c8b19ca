//! Damage from handling: folds, crooked feeding, tinted paper and hasty photos.

use image::{GrayImage, Luma, imageops};

use super::warp;
use crate::rng::Rng;

/// Folds the page in three or four. Each crease has a shadow on one side and flaked toner on it,
/// and the parts are slightly misaligned.
pub(super) fn folded(rng: &mut Rng, page: GrayImage, dpi: f32) -> GrayImage {
    let width = page.width() as f32;
    let height = page.height() as f32;
    let shares: &[f32] = if rng.chance(0.7) {
        &[1.0 / 3.0, 2.0 / 3.0]
    } else {
        &[0.5]
    };
    let level: Vec<f32> = shares
        .iter()
        .map(|share| height * (share + rng.uniform(-0.02, 0.02)))
        .collect();
    let upright = if rng.chance(0.3) {
        Some(width * (0.5 + rng.uniform(-0.02, 0.02)))
    } else {
        None
    };
    let slips: Vec<f32> = level
        .iter()
        .map(|_| rng.uniform(-0.012, 0.012) * dpi)
        .collect();
    let slipped = warp::resample(&page, page.dimensions(), 255, |x, y| {
        let slip: f32 = level
            .iter()
            .zip(&slips)
            .filter(|(crease, _)| y > **crease)
            .map(|(_, slip)| slip)
            .sum();
        (x + slip, y)
    });
    let depth = rng.uniform(0.08, 0.3);
    let reach = rng.uniform(0.05, 0.25) * dpi;
    let shade = |distance: f32| {
        if (0.0..reach).contains(&distance) {
            depth * (1.0 - distance / reach)
        } else {
            0.0
        }
    };
    let mut folded = slipped;
    for (x, y, pixel) in folded.enumerate_pixels_mut() {
        let x = x as f32 + 0.5;
        let y = y as f32 + 0.5;
        let across = level.iter().map(|crease| y - crease);
        let distances: Vec<f32> = across.chain(upright.map(|crease| x - crease)).collect();
        let dark: f32 = distances.iter().map(|d| shade(*d)).sum();
        let mut value = f32::from(pixel.0[0]) * (1.0 - dark.min(0.6));
        // On the crease itself the toner has flaked off.
        if distances.iter().any(|d| d.abs() < 0.007 * dpi) && rng.chance(0.6) {
            value = value.max(215.0);
        }
        pixel.0[0] = value.clamp(0.0, 255.0) as u8;
    }
    folded
}

/// Shifts and rotates the page on the glass: some margins are cut off, others show the black lid.
pub(super) fn cropped(rng: &mut Rng, page: &GrayImage, dpi: f32) -> GrayImage {
    let most = dpi * 0.3;
    let right = rng.uniform(-most, most);
    let down = rng.uniform(-most, most);
    let outside = if rng.chance(0.5) {
        rng.between(0, 60) as u8
    } else {
        rng.between(150, 255) as u8
    };
    let (sin, cos) = (rng.uniform(-2.5, 2.5) as f64).to_radians().sin_cos();
    let sin = sin as f32;
    let cos = cos as f32;
    let middle = (page.width() as f32 / 2.0, page.height() as f32 / 2.0);
    warp::resample(page, page.dimensions(), outside, |x, y| {
        let x = x - middle.0 - right;
        let y = y - middle.1 - down;
        (middle.0 + x * cos + y * sin, middle.1 - x * sin + y * cos)
    })
}

/// Prints on gray paper with the fibers of recycled paper.
pub(super) fn tinted(rng: &mut Rng, mut page: GrayImage) -> GrayImage {
    let paper = rng.uniform(150.0, 215.0);
    let ink = rng.uniform(20.0, 70.0);
    let fibre = rng.uniform(2.0, 7.0);
    for pixel in page.pixels_mut() {
        let noise = rng.uniform(-1.0, 1.0) + rng.uniform(-1.0, 1.0);
        let value = ink + (paper - ink) * f32::from(pixel.0[0]) / 255.0 + noise * fibre;
        pixel.0[0] = value.clamp(0.0, 255.0) as u8;
    }
    page
}

/// Photographs the page on a desk, at an angle and in uneven light; the desk may be almost as
/// bright as the paper.
pub(super) fn snapped(rng: &mut Rng, page: &GrayImage) -> GrayImage {
    let width = page.width() as f32;
    let height = page.height() as f32;
    let wide = width * 1.3;
    let high = height * 1.25;
    let (sin, cos) = rng.uniform(-8.0, 8.0).to_radians().sin_cos();
    let mut corner = |x: f32, y: f32| {
        let shift = |rng: &mut Rng, side: f32| rng.uniform(-0.05, 0.05) * side;
        let x = (x - 0.5) * width * 0.95 + shift(rng, width);
        let y = (y - 0.5) * height * 0.95 + shift(rng, height);
        (
            wide / 2.0 + x * cos - y * sin,
            high / 2.0 + x * sin + y * cos,
        )
    };
    let corners = [
        corner(0.0, 0.0),
        corner(1.0, 0.0),
        corner(1.0, 1.0),
        corner(0.0, 1.0),
    ];
    let unit = warp::to_unit_square(corners);
    let desk = rng.uniform(40.0, 165.0);
    let grain = rng.uniform(0.0, 12.0);
    let turn = rng.uniform(0.02, 0.2);
    let lamp = (rng.uniform(0.0, wide), rng.uniform(0.0, high));
    let bright = rng.uniform(215.0, 255.0);
    let fall = rng.uniform(0.15, 0.5);
    let reach = wide.hypot(high);
    let seen = GrayImage::from_fn(wide as u32, high as u32, |x, y| {
        let x = x as f32 + 0.5;
        let y = y as f32 + 0.5;
        let (u, v) = unit(x, y);
        let light = 1.0 - fall * (x - lamp.0).hypot(y - lamp.1) / reach;
        let surface = if (0.0..1.0).contains(&u) && (0.0..1.0).contains(&v) {
            warp::sample(page, u * width, v * height, 255).max(25)
        } else {
            // Wood.
            (desk + grain * (y * turn + (x * 0.01).sin() * 3.0).sin()) as u8
        };
        Luma([(f32::from(surface) / 255.0 * bright * light).clamp(0.0, 255.0) as u8])
    });
    imageops::fast_blur(&seen, rng.uniform(0.4, 0.9))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page() -> GrayImage {
        GrayImage::from_fn(170, 220, |x, y| {
            Luma([if (20..150).contains(&x) && y % 12 < 4 {
                0
            } else {
                255
            }])
        })
    }

    #[test]
    fn every_handling_changes_the_page_and_keeps_its_print() {
        let mut rng = Rng::new(11);
        let dark = |page: &GrayImage| page.pixels().filter(|pixel| pixel.0[0] < 100).count();
        let plain = page();
        let changed = [
            folded(&mut rng, page(), 20.0),
            cropped(&mut rng, &page(), 20.0),
            tinted(&mut rng, page()),
            snapped(&mut rng, &page()),
        ];
        for page in changed {
            assert_ne!(page, plain);
            assert!(dark(&page) * 2 > dark(&plain));
        }
    }
}
