//! Quarter turns and flips of whole pictures.

use image::metadata::Orientation;
use image::{GrayImage, imageops};

/// Side of the squares that rows and columns are swapped in, so that both lie in the first cache.
const SQUARE: usize = 32;

/// How a picture lies on its page: rows and columns swapped first, then flipped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Turn {
    /// Whether rows become columns.
    pub transposed: bool,
    /// Whether left becomes right.
    pub flip_x: bool,
    /// Whether top becomes bottom.
    pub flip_y: bool,
}

impl Turn {
    /// What shows a picture of this orientation upright.
    pub(super) fn of(orientation: Orientation) -> Self {
        let (transposed, flip_x, flip_y) = match orientation {
            Orientation::NoTransforms => (false, false, false),
            Orientation::FlipHorizontal => (false, true, false),
            Orientation::FlipVertical => (false, false, true),
            Orientation::Rotate180 => (false, true, true),
            Orientation::Rotate90FlipH => (true, false, false),
            Orientation::Rotate90 => (true, true, false),
            Orientation::Rotate270 => (true, false, true),
            Orientation::Rotate270FlipH => (true, true, true),
        };
        Self {
            transposed,
            flip_x,
            flip_y,
        }
    }

    /// Turns a picture.
    pub(super) fn apply(self, mut pixels: GrayImage) -> GrayImage {
        if self.transposed {
            pixels = transpose(&pixels);
        }
        if self.flip_x {
            imageops::flip_horizontal_in_place(&mut pixels);
        }
        if self.flip_y {
            imageops::flip_vertical_in_place(&mut pixels);
        }
        pixels
    }
}

/// Swaps rows and columns. Pixel by pixel down whole columns, as `image` does it, a photograph
/// takes as long as reading it.
fn transpose(pixels: &GrayImage) -> GrayImage {
    let mut turned = GrayImage::new(pixels.height(), pixels.width());
    let width = pixels.width() as usize;
    let height = pixels.height() as usize;
    let from: &[u8] = pixels;
    let to: &mut [u8] = &mut turned;
    for top in (0..height).step_by(SQUARE) {
        for left in (0..width).step_by(SQUARE) {
            for x in left..(left + SQUARE).min(width) {
                for y in top..(top + SQUARE).min(height) {
                    to[x * height + y] = from[y * width + x];
                }
            }
        }
    }
    turned
}

#[cfg(test)]
mod tests {
    use image::{DynamicImage, Luma};

    use super::*;

    #[test]
    fn every_orientation_is_that_of_the_image_crate() {
        let picture = GrayImage::from_fn(67, 35, |x, y| Luma([(x * 3 + y * 41) as u8]));
        for exif in 1..=8 {
            let orientation = Orientation::from_exif(exif).unwrap();
            let mut expected = DynamicImage::ImageLuma8(picture.clone());
            expected.apply_orientation(orientation);
            assert_eq!(
                Turn::of(orientation).apply(picture.clone()),
                expected.into_luma8(),
                "{orientation:?}"
            );
        }
    }
}
