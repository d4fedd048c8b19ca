//! Writes page pictures in every format that offices send: single images, TIFF with several pages, PDF of scans.

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

/// A page as a scanner gives it.
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
    /// The camera held on its side: pixels turned, the EXIF orientation turns them back.
    JpegExif,
    WebP,
    Bmp,
    /// One bit a pixel.
    BmpBilevel,
    TiffLzw,
    TiffFlate,
    TiffJpeg,
    TiffG3,
    TiffG4,
    PdfJpeg,
    PdfG4,
    PdfFlate,
    /// Eight JPEG strips a page.
    PdfStrips,
    /// JPEG stored on its side, `/Rotate` turns the page back.
    PdfRotate,
    /// JPEG under an invisible text layer that says what the page says.
    PdfOcr,
    /// JPEG under an invisible text layer with misread numbers.
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

    /// The name written beside the truth.
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

    /// The ending of the file's name.
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

    /// True where one file can hold several pages.
    pub fn holds_pages(self) -> bool {
        matches!(self.extension(), "tif" | "pdf")
    }

    /// True where only black and white survive.
    pub fn is_bilevel(self) -> bool {
        matches!(
            self,
            Format::BmpBilevel | Format::TiffG3 | Format::TiffG4 | Format::PdfG4
        )
    }

    /// Writes the pages. `sheets` are what the pages show, for the formats with a text layer; `quality` is JPEG's, 1 to 100.
    /// Formats of a single image write the first page alone.
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

/// The bytes in zlib's format.
pub fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    // Writing into memory cannot fail.
    encoder
        .write_all(bytes)
        .and_then(|()| encoder.finish())
        .unwrap_or_default()
}
