//! PNG encoding. Grayscale images are kept small: white paper, few gray levels, two or four pixels
//! per byte.

use image::{GrayImage, RgbImage};
use png::{BitDepth, ColorType, Compression, Encoder, Filter};

use crate::model::record::Png;

/// The quantile taken as the darkest ink: print covers more than this of any crop.
const INK_PER_MILLE: usize = 5;
/// The quantile taken as the paper: print covers less than the rest.
const PAPER_PER_MILLE: usize = 700;
/// Gray values between ink and paper; with less, stretching would amplify noise into print.
const LEAST_CONTRAST: f32 = 50.0;

/// How many gray levels an image keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Grays {
    /// Eight, at a depth of four bits: print looks as smooth as with 256.
    Eight,
    /// Four, for larger images.
    Four,
}

/// Encodes a grayscale image as PNG; `None` if it has no pixels.
pub(super) fn gray(image: &GrayImage, grays: Grays) -> Option<Png> {
    let (depth, steps, highest) = match grays {
        Grays::Eight => (BitDepth::Four, 7.0, 15.0_f32),
        Grays::Four => (BitDepth::Two, 3.0, 3.0),
    };
    let levels = levels(image);
    let table: Vec<u8> = levels
        .iter()
        .map(|v| ((v * steps).round() * (highest / steps)).round() as u8)
        .collect();
    let per_byte = if depth == BitDepth::Four { 2 } else { 4 };
    let bits = 8 / per_byte;
    let mut packed = Vec::with_capacity(image.len() / per_byte + image.height() as usize);
    for row in image.as_raw().chunks(image.width().max(1) as usize) {
        for group in row.chunks(per_byte) {
            let byte = (0..per_byte).fold(0u8, |byte, i| {
                let gray = group
                    .get(i)
                    .and_then(|v| table.get(usize::from(*v)))
                    .copied()
                    .unwrap_or(0);
                byte | gray << (8 - bits * (i + 1))
            });
            packed.push(byte);
        }
    }
    encoded(
        (image.width(), image.height()),
        (ColorType::Grayscale, depth),
        Filter::NoFilter,
        &packed,
    )
}

/// Encodes a color image as PNG; `None` if it has no pixels.
pub(super) fn color(image: &RgbImage) -> Option<Png> {
    encoded(
        (image.width(), image.height()),
        (ColorType::Rgb, BitDepth::Eight),
        Filter::Adaptive,
        image.as_raw(),
    )
}

fn encoded(
    (width, height): (u32, u32),
    (color, depth): (ColorType, BitDepth),
    filter: Filter,
    data: &[u8],
) -> Option<Png> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, width, height);
    encoder.set_color(color);
    encoder.set_depth(depth);
    encoder.set_compression(Compression::High);
    encoder.set_filter(filter);
    encoder.write_header().ok()?.write_image_data(data).ok()?;
    Some(Png(bytes))
}

/// Maps each of the 256 gray values to a level from 0 (black) to 1 (white). Paper becomes white and
/// the darkest ink black, unless their contrast is very low.
fn levels(image: &GrayImage) -> [f32; 256] {
    let mut histogram = [0usize; 256];
    image.iter().for_each(|v| histogram[usize::from(*v)] += 1);
    let mut ink = quantile(&histogram, image.len() * INK_PER_MILLE / 1000);
    let mut paper = quantile(&histogram, image.len() * PAPER_PER_MILLE / 1000);
    if paper - ink < LEAST_CONTRAST {
        ink = 0.0;
        paper = paper.max(128.0);
    }
    // Paper noise, a tenth of the contrast, would take most of the bytes and show nothing.
    let white = paper - 0.1 * (paper - ink);
    std::array::from_fn(|v| ((v as f32 - ink) / (white - ink)).clamp(0.0, 1.0))
}

/// The gray value of the pixel with this rank, counted from the darkest.
fn quantile(histogram: &[usize; 256], mut rank: usize) -> f32 {
    for (value, count) in histogram.iter().enumerate() {
        if rank < *count {
            return value as f32;
        }
        rank -= count;
    }
    255.0
}

#[cfg(test)]
mod tests {
    use image::Luma;

    use super::*;

    #[test]
    fn gray_paper_becomes_white_and_print_stays() {
        let mut image =
            GrayImage::from_fn(101, 40, |x, y| Luma([200 + ((x * 7 + y * 13) % 9) as u8]));
        for x in 20..60 {
            image.put_pixel(x, 20, Luma([60]));
        }
        for grays in [Grays::Eight, Grays::Four] {
            let png = gray(&image, grays).unwrap();
            let read = image::load_from_memory(&png.0).unwrap().into_luma8();
            assert_eq!(read.dimensions(), (101, 40));
            assert_eq!(
                (read.get_pixel(100, 5)[0], read.get_pixel(40, 20)[0]),
                (255, 0)
            );
            assert!(png.0.len() < 300, "{}", png.0.len());
        }
    }
}
