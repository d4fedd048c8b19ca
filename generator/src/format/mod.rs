//! Writes scans in all formats that offices send: single images, multi-page TIFF and PDF.

pub mod ccitt;
pub mod encrypt;
pub mod picture;
pub mod scan_pdf;
pub mod tiff;

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use image::GrayImage;

use crate::layout::sheet::Sheet;

/// A scanned page.
#[derive(Debug, Clone)]
pub struct Scan {
    /// The pixels, 0 black to 255 white.
    pub pixels: GrayImage,
    /// Pixels per inch across and down; faxes have oblong pixels.
    pub dpi: (f32, f32),
}

/// A format for scanned pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // the names are the formats' own; the odd ones are explained
pub enum Format {
    Png,
    Jpeg,
    /// Stored sideways, upright by EXIF orientation.
    JpegExif,
    WebP,
    Bmp,
    /// One bit per pixel.
    BmpBilevel,
    TiffLzw,
    TiffFlate,
    TiffJpeg,
    TiffG3,
    TiffG4,
    PdfJpeg,
    PdfG4,
    PdfFlate,
    /// Eight JPEG strips per page.
    PdfStrips,
    /// JPEG stored sideways, upright by `/Rotate`.
    PdfRotate,
    /// JPEG under a hidden text layer that agrees with the page.
    PdfOcr,
    /// JPEG under a hidden text layer with misread numbers.
    PdfOcrWrong,
}

impl Format {
    /// Every format.
    pub const ALL: [Format; 18] = [
        Format::Png,
        Format::Jpeg,
        Format::JpegExif,
        Format::WebP,
        Format::Bmp,
        Format::BmpBilevel,
        Format::TiffLzw,
        Format::TiffFlate,
        Format::TiffJpeg,
        Format::TiffG3,
        Format::TiffG4,
        Format::PdfJpeg,
        Format::PdfG4,
        Format::PdfFlate,
        Format::PdfStrips,
        Format::PdfRotate,
        Format::PdfOcr,
        Format::PdfOcrWrong,
    ];

    /// The name in the ground truth.
    pub fn name(self) -> &'static str {
        match self {
            Format::Png => "png",
            Format::Jpeg => "jpg",
            Format::JpegExif => "jpg-exif",
            Format::WebP => "webp",
            Format::Bmp => "bmp",
            Format::BmpBilevel => "bmp-1bit",
            Format::TiffLzw => "tiff-lzw",
            Format::TiffFlate => "tiff-flate",
            Format::TiffJpeg => "tiff-jpeg",
            Format::TiffG3 => "tiff-g3",
            Format::TiffG4 => "tiff-g4",
            Format::PdfJpeg => "pdf-jpeg",
            Format::PdfG4 => "pdf-g4",
            Format::PdfFlate => "pdf-flate",
            Format::PdfStrips => "pdf-strips",
            Format::PdfRotate => "pdf-rotate",
            Format::PdfOcr => "pdf-ocr",
            Format::PdfOcrWrong => "pdf-ocr-wrong",
        }
    }

    /// The file extension.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Png => "png",
            Format::Jpeg | Format::JpegExif => "jpg",
            Format::WebP => "webp",
            Format::Bmp | Format::BmpBilevel => "bmp",
            Format::TiffLzw
            | Format::TiffFlate
            | Format::TiffJpeg
            | Format::TiffG3
            | Format::TiffG4 => "tif",
            _ => "pdf",
        }
    }

    /// Whether a file can contain several pages.
    pub fn holds_pages(self) -> bool {
        matches!(self.extension(), "tif" | "pdf")
    }

    /// Whether the format is bilevel.
    pub fn is_bilevel(self) -> bool {
        matches!(
            self,
            Format::BmpBilevel | Format::TiffG3 | Format::TiffG4 | Format::PdfG4
        )
    }

    /// Writes the pages. `sheets` give the text layer of the formats that have one; `quality` is
    /// the JPEG quality, 1 to 100. Single-image formats write only the first page.
    pub fn write(self, pages: &[Scan], sheets: &[Sheet], quality: u8) -> Vec<u8> {
        use scan_pdf::{Codec, Layer};
        let tiff = |compression| tiff::write(pages, compression, quality);
        let pdf = |codec, layer| scan_pdf::write(pages, sheets, codec, layer, quality);
        let Some(first) = pages.first() else {
            return Vec::new();
        };
        match self {
            Format::Png => picture::png(&first.pixels),
            Format::Jpeg => picture::jpeg(first, quality),
            Format::JpegExif => picture::jpeg_on_its_side(first, quality),
            Format::WebP => picture::webp(&first.pixels),
            Format::Bmp => picture::bmp(&first.pixels),
            Format::BmpBilevel => picture::bmp_bilevel(first),
            Format::TiffLzw => tiff(tiff::Compression::Lzw),
            Format::TiffFlate => tiff(tiff::Compression::Flate),
            Format::TiffJpeg => tiff(tiff::Compression::Jpeg),
            Format::TiffG3 => tiff(tiff::Compression::G3),
            Format::TiffG4 => tiff(tiff::Compression::G4),
            Format::PdfJpeg => pdf(Codec::Jpeg, Layer::None),
            Format::PdfG4 => pdf(Codec::G4, Layer::None),
            Format::PdfFlate => pdf(Codec::Flate, Layer::None),
            Format::PdfStrips => pdf(Codec::Strips, Layer::None),
            Format::PdfRotate => pdf(Codec::JpegOnItsSide, Layer::None),
            Format::PdfOcr => pdf(Codec::Jpeg, Layer::Right),
            Format::PdfOcrWrong => pdf(Codec::Jpeg, Layer::Wrong),
        }
    }
}

/// Compresses in zlib format.
pub fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    // Writing into memory cannot fail.
    encoder
        .write_all(bytes)
        .and_then(|()| encoder.finish())
        .unwrap_or_default()
}
