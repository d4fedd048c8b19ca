//! Grey pictures as small PNGs: paper made white, few greys, two pixels or four to a byte.

use image::{GrayImage, RgbImage};
use png::{BitDepth, ColorType, Compression, Encoder, Filter};

use crate::model::record::Png;

/// How many greys a picture keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Greys {
    /// Eight of the sixteen of a depth of four bits: print looks as smooth as with 256.
    Eight,
    /// Four, for larger pictures.
    Four,
}

/// A grey picture as PNG; `None` where it has no pixels.
pub fn grey(image: &GrayImage, greys: Greys) -> Option<Png> {
    let (depth, steps, highest) = match greys {
        Greys::Eight => (BitDepth::Four, 7.0, 15.0_f32),
        Greys::Four => (BitDepth::Two, 3.0, 3.0),
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
                let grey = group
                    .get(i)
                    .and_then(|v| table.get(usize::from(*v)))
                    .copied()
                    .unwrap_or(0);
                byte | grey << (8 - bits * (i + 1))
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

/// A coloured picture as PNG; `None` where it has no pixels.
pub fn colour(image: &RgbImage) -> Option<Png> {
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

/// Where each of the 256 greys goes, from 0 black to 1 white: the paper becomes white and the darkest ink black, unless
/// there is hardly any difference between them.
fn levels(image: &GrayImage) -> [f32; 256] {
    let mut histogram = [0usize; 256];
    image.iter().for_each(|v| histogram[usize::from(*v)] += 1);
    let quantile = |share: usize| {
        let mut left = image.len() * share / 1000;
        let found = histogram.iter().position(|n| {
            let here = left < *n;
            left = left.saturating_sub(*n);
            here
        });
        found.unwrap_or(255) as f32
    };
    let (ink, paper) = (quantile(5), quantile(700));
    let (ink, paper) = if paper - ink < 50.0 {
        (0.0, paper.max(128.0))
    } else {
        (ink, paper)
    };
    // Noise of the paper, a tenth around its own grey, would cost most of the bytes and show nothing.
    let white = paper - 0.1 * (paper - ink);
    std::array::from_fn(|v| ((v as f32 - ink) / (white - ink)).clamp(0.0, 1.0))
}

#[cfg(test)]
mod tests {
    use image::Luma;

    use super::*;

    #[test]
    fn grey_paper_becomes_white_and_print_stays() {
        let mut image =
            GrayImage::from_fn(101, 40, |x, y| Luma([200 + ((x * 7 + y * 13) % 9) as u8]));
        for x in 20..60 {
            image.put_pixel(x, 20, Luma([60]));
        }
        for greys in [Greys::Eight, Greys::Four] {
            let png = grey(&image, greys).unwrap();
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
