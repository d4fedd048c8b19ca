//! Draws a page anew with every pixel taken from another place: turned by an angle, bent, or seen from the side.

use image::{GrayImage, Luma};

/// Draws the page anew in this size. `origin` says for the middle of each new pixel where on the page it lies; what lies
/// beside the page has the grey value `outside`.
pub fn resample(page: &GrayImage, size: (u32, u32), outside: u8, origin: impl Fn(f32, f32) -> (f32, f32)) -> GrayImage {
    GrayImage::from_fn(size.0, size.1, |x, y| {
        let (x, y) = origin(x as f32 + 0.5, y as f32 + 0.5);
        Luma([sample(page, x, y, outside)])
    })
}

/// The grey value at a place on the page, between four pixels where it lies between them.
fn sample(page: &GrayImage, x: f32, y: f32, outside: u8) -> u8 {
    let (x, y) = (x - 0.5, y - 0.5);
    let (left, top) = (x.floor(), y.floor());
    let (right, down) = (x - left, y - top);
    let at = |dx: i64, dy: i64| {
        let (Ok(x), Ok(y)) = (u32::try_from(left as i64 + dx), u32::try_from(top as i64 + dy)) else { return f32::from(outside) };
        page.get_pixel_checked(x, y).map_or(f32::from(outside), |pixel| f32::from(pixel.0[0]))
    };
    let above = at(0, 0) * (1.0 - right) + at(1, 0) * right;
    let below = at(0, 1) * (1.0 - right) + at(1, 1) * right;
    (above * (1.0 - down) + below * down).round() as u8
}

/// The page turned right around its middle, on a sheet of the same size.
pub fn turn(page: &GrayImage, degrees: f32, outside: u8) -> GrayImage {
    let (sin, cos) = degrees.to_radians().sin_cos();
    let middle = (page.width() as f32 / 2.0, page.height() as f32 / 2.0);
    resample(page, page.dimensions(), outside, |x, y| {
        let (x, y) = (x - middle.0, y - middle.1);
        (middle.0 + x * cos + y * sin, middle.1 - x * sin + y * cos)
    })
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
}
