//! Geometric damage: resamples a page rotated, bent or in perspective.

use image::{GrayImage, Luma};

use crate::rng::Rng;

/// Resamples the page to this size. `origin` maps the center of each new pixel to the page; outside
/// the page, pixels have the gray value `outside`.
pub fn resample(
    page: &GrayImage,
    size: (u32, u32),
    outside: u8,
    origin: impl Fn(f32, f32) -> (f32, f32),
) -> GrayImage {
    GrayImage::from_fn(size.0, size.1, |x, y| {
        let (x, y) = origin(x as f32 + 0.5, y as f32 + 0.5);
        Luma([sample(page, x, y, outside)])
    })
}

/// The gray value at a point on the page, by bilinear interpolation.
pub fn sample(page: &GrayImage, x: f32, y: f32, outside: u8) -> u8 {
    let x = x - 0.5;
    let y = y - 0.5;
    let left = x.floor();
    let top = y.floor();
    let right = x - left;
    let down = y - top;
    let at = |dx: i64, dy: i64| {
        let (Ok(x), Ok(y)) = (
            u32::try_from(left as i64 + dx),
            u32::try_from(top as i64 + dy),
        ) else {
            return f32::from(outside);
        };
        page.get_pixel_checked(x, y)
            .map_or(f32::from(outside), |pixel| f32::from(pixel.0[0]))
    };
    let above = at(0, 0) * (1.0 - right) + at(1, 0) * right;
    let below = at(0, 1) * (1.0 - right) + at(1, 1) * right;
    (above * (1.0 - down) + below * down).round() as u8
}

/// Rotates the page right about its center, keeping its size.
pub fn turn(page: &GrayImage, degrees: f32, outside: u8) -> GrayImage {
    let (sin, cos) = degrees.to_radians().sin_cos();
    let middle = (page.width() as f32 / 2.0, page.height() as f32 / 2.0);
    resample(page, page.dimensions(), outside, |x, y| {
        let x = x - middle.0;
        let y = y - middle.1;
        (middle.0 + x * cos + y * sin, middle.1 - x * sin + y * cos)
    })
}

/// Bends the lines of the page by up to `depth` pixels, in one wave across it; `phase` shifts the
/// wave.
pub fn curl(page: &GrayImage, depth: f32, phase: f32) -> GrayImage {
    let across = std::f32::consts::TAU * 0.75 / page.width() as f32;
    let height = page.height() as f32;
    resample(page, page.dimensions(), 255, |x, y| {
        // The bend is strongest at the edge that wasn't flat.
        (
            x,
            y + depth * (x * across + phase).sin() * (1.0 - y / height * 0.6),
        )
    })
}

/// Photographs the page at an angle, on a darker desk.
pub fn photograph(rng: &mut Rng, page: &GrayImage) -> GrayImage {
    let width = page.width() as f32;
    let height = page.height() as f32;
    let wide = width * 1.12;
    let high = height * 1.1;
    let mut corner = |x: f32, y: f32| {
        let shift = |rng: &mut Rng, side: f32| rng.uniform(-0.03, 0.03) * side;
        (
            wide * 0.06 + x * wide * 0.88 + shift(rng, wide),
            high * 0.05 + y * high * 0.9 + shift(rng, high),
        )
    };
    let corners = [
        corner(0.0, 0.0),
        corner(1.0, 0.0),
        corner(1.0, 1.0),
        corner(0.0, 1.0),
    ];
    let desk = rng.between(70, 130) as u8;
    let unit = to_unit_square(corners);
    let seen = resample(page, (wide as u32, high as u32), desk, |x, y| {
        let (u, v) = unit(x, y);
        (u * width, v * height)
    });
    image::imageops::fast_blur(&seen, rng.uniform(0.4, 0.8))
}

/// Maps a point to the unit square that is seen with these corners, clockwise from the top left.
pub fn to_unit_square(corners: [(f32, f32); 4]) -> impl Fn(f32, f32) -> (f32, f32) {
    let [(x0, y0), (x1, y1), (x2, y2), (x3, y3)] = corners;
    // The homography from the square to the corners (Heckbert 1989), then its inverse by the
    // adjugate.
    let dx1 = x1 - x2;
    let dx2 = x3 - x2;
    let dx3 = x0 - x1 + x2 - x3;
    let dy1 = y1 - y2;
    let dy2 = y3 - y2;
    let dy3 = y0 - y1 + y2 - y3;
    let whole = dx1 * dy2 - dx2 * dy1;
    let g = (dx3 * dy2 - dx2 * dy3) / whole;
    let h = (dx1 * dy3 - dx3 * dy1) / whole;
    let a = x1 - x0 + g * x1;
    let b = x3 - x0 + h * x3;
    let c = x0;
    let d = y1 - y0 + g * y1;
    let e = y3 - y0 + h * y3;
    let f = y0;
    move |x, y| {
        let u = (e - f * h) * x + (c * h - b) * y + (b * f - c * e);
        let v = (f * g - d) * x + (a - c * g) * y + (c * d - a * f);
        let w = (d * h - e * g) * x + (b * g - a * h) * y + (a * e - b * d);
        (u / w, v / w)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turn_moves_the_right_edge_down() {
        let mut page = GrayImage::from_pixel(101, 101, Luma([255]));
        for x in 95..98 {
            for y in 49..52 {
                page.put_pixel(x, y, Luma([0]));
            }
        }
        let turned = turn(&page, 90.0, 255);
        assert_eq!(turned.get_pixel(50, 96).0[0], 0);
        assert_eq!(turned.get_pixel(96, 50).0[0], 255);
        assert_eq!(turn(&page, 0.0, 255), page);
    }
    #[test]
    fn corners_are_the_corners_of_the_square() {
        let unit = to_unit_square([(10.0, 12.0), (110.0, 20.0), (100.0, 190.0), (5.0, 180.0)]);
        for ((x, y), (u, v)) in [
            ((10.0, 12.0), (0.0, 0.0)),
            ((100.0, 190.0), (1.0, 1.0)),
            ((110.0, 20.0), (1.0, 0.0)),
        ] {
            let (at_u, at_v) = unit(x, y);
            assert!(
                (at_u - u).abs() < 1e-3 && (at_v - v).abs() < 1e-3,
                "({x}, {y}) lies at ({at_u}, {at_v})"
            );
        }
    }
}
