//! Single images: PNG, JPEG with and without EXIF orientation, lossless WebP and BMP.

use image::codecs::jpeg::{JpegEncoder, PixelDensity};
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{DynamicImage, GrayImage, ImageFormat, RgbImage, imageops};

use super::{Scan, ccitt};

/// Encodes an image in this format. Writing to memory can't fail.
fn encoded(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    if image.write_to(&mut bytes, format).is_err() {
        return Vec::new();
    }
    bytes.into_inner()
}

/// An 8-bit gray PNG.
pub fn png(pixels: &GrayImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    let encoder =
        PngEncoder::new_with_quality(&mut bytes, CompressionType::Best, FilterType::Adaptive);
    // Writing into memory cannot fail.
    if DynamicImage::ImageLuma8(pixels.clone())
        .write_with_encoder(encoder)
        .is_err()
    {
        return Vec::new();
    }
    bytes
}

/// A 24-bit BMP.
pub fn bmp(pixels: &GrayImage) -> Vec<u8> {
    encoded(&DynamicImage::ImageRgb8(coloured(pixels)), ImageFormat::Bmp)
}

/// A 1-bit BMP with its resolution, rows from bottom to top.
pub fn bmp_bilevel(scan: &Scan) -> Vec<u8> {
    const HEADERS: u32 = 14 + 40 + 8;
    let (width, height) = scan.pixels.dimensions();
    let row = width.div_ceil(8) as usize;
    let stride = row.next_multiple_of(4);
    let size = stride as u32 * height;
    let per_metre = |dpi: f32| (dpi / 0.0254).round() as u32;
    let mut bytes = b"BM".to_vec();
    for field in [
        HEADERS + size,
        0,
        HEADERS,
        40,
        width,
        height,
        1 | 1 << 16,
        0,
        size,
    ] {
        bytes.extend_from_slice(&field.to_le_bytes());
    }
    // Resolution, colours in the table (all) and important ones (all), then black and white.
    for field in [
        per_metre(scan.dpi.0),
        per_metre(scan.dpi.1),
        2,
        2,
        0,
        0x00FF_FFFF,
    ] {
        bytes.extend_from_slice(&field.to_le_bytes());
    }
    for line in ccitt::packed(&scan.pixels).chunks_exact(row).rev() {
        bytes.extend_from_slice(line);
        bytes.resize(bytes.len() + stride - row, 0);
    }
    bytes
}

/// A lossless WebP.
pub fn webp(pixels: &GrayImage) -> Vec<u8> {
    encoded(
        &DynamicImage::ImageRgb8(coloured(pixels)),
        ImageFormat::WebP,
    )
}

/// The grayscale image as RGB.
fn coloured(pixels: &GrayImage) -> RgbImage {
    DynamicImage::ImageLuma8(pixels.clone()).to_rgb8()
}

/// A gray JPEG with its resolution.
pub fn jpeg(scan: &Scan, quality: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, quality);
    encoder.set_pixel_density(PixelDensity::dpi(scan.dpi.0.round() as u16));
    if encoder.encode_image(&scan.pixels).is_err() {
        return Vec::new();
    }
    bytes
}

/// A JPEG stored sideways, with EXIF orientation 6 (rotate right by 90°).
pub fn jpeg_on_its_side(scan: &Scan, quality: u8) -> Vec<u8> {
    let lying = Scan {
        pixels: imageops::rotate270(&scan.pixels),
        dpi: scan.dpi,
    };
    let plain = jpeg(&lying, quality);
    // After the start of image and the JFIF segment, whose length is in its third and fourth byte.
    let after_jfif = match plain.get(4..6) {
        Some(length) => 4 + usize::from(u16::from_be_bytes([length[0], length[1]])),
        None => return plain,
    };
    let mut exif = Vec::new();
    exif.extend_from_slice(b"Exif\0\0MM\0*\0\0\0\x08");
    exif.extend_from_slice(&[0, 1]); // one entry
    // Orientation, SHORT, 1 value: 6.
    exif.extend_from_slice(&[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0]);
    exif.extend_from_slice(&[0, 0, 0, 0]); // no further directory
    let mut bytes = plain[..after_jfif.min(plain.len())].to_vec();
    bytes.extend_from_slice(&[0xFF, 0xE1]);
    bytes.extend_from_slice(&(exif.len() as u16 + 2).to_be_bytes());
    bytes.extend_from_slice(&exif);
    bytes.extend_from_slice(&plain[after_jfif.min(plain.len())..]);
    bytes
}

#[cfg(test)]
mod tests {
    use image::Luma;

    use super::*;

    #[test]
    fn pictures_read_back() {
        let pixels = GrayImage::from_fn(40, 20, |x, _| Luma([if x < 20 { 0 } else { 255 }]));
        for bytes in [png(&pixels), bmp(&pixels), webp(&pixels)] {
            assert_eq!(image::load_from_memory(&bytes).unwrap().to_luma8(), pixels);
        }
        let scan = Scan {
            pixels,
            dpi: (200.0, 200.0),
        };
        assert_eq!(
            image::load_from_memory(&bmp_bilevel(&scan))
                .unwrap()
                .to_luma8(),
            scan.pixels
        );
        let lying = image::load_from_memory(&jpeg_on_its_side(&scan, 90)).unwrap();
        assert_eq!((lying.width(), lying.height()), (20, 40));
    }
}
