//! Picture files: PNG, JPEG, WebP, BMP and GIF through the `image` crate, turned as their metadata
//! says.

use std::io::Cursor;

use ::image::codecs::png::PngDecoder;
use ::image::metadata::Orientation;
use ::image::{
    ColorType, GrayImage, ImageDecoder, ImageError, ImageFormat, ImageReader, RgbaImage,
};

use super::frames::{self, MOST_FRAMES};
use super::grey::grey;
use super::resolution::{self, dpi};
use super::turn::Turn;
use super::{PageImage, damaged, only_the_first, too_many_pixels};
use crate::document::sniff::FileKind;
use crate::model::config::Limits;
use crate::model::error::{DocumentError, ErrorKind, PageError};

/// A JPEG with more scans than this is made to keep a decoder busy.
const MOST_SCANS: usize = 100;

/// A picture file whose header was read.
pub(super) struct ImageFile {
    pub(super) bytes: Vec<u8>,
    pub(super) format: ImageFormat,
    pub(super) limits: Limits,
    width: u32,
    height: u32,
    /// How many pictures it holds, as [`frames::count`] counts them.
    frames: usize,
    pub(super) turn: Turn,
    /// Along the stored picture's x and y.
    dpi: (f32, f32),
}

impl ImageFile {
    /// Reads the header.
    pub(super) fn open(
        bytes: Vec<u8>,
        kind: FileKind,
        limits: &Limits,
    ) -> Result<Self, DocumentError> {
        let (format, stated) = match kind {
            FileKind::Png => (ImageFormat::Png, resolution::of_png(&bytes)),
            FileKind::Jpeg => (ImageFormat::Jpeg, resolution::of_jpeg(&bytes)),
            FileKind::Bmp => (ImageFormat::Bmp, resolution::of_bmp(&bytes)),
            FileKind::Gif => (ImageFormat::Gif, None),
            _ => (ImageFormat::WebP, None),
        };
        if format == ImageFormat::Jpeg
            && bytes.windows(2).filter(|w| *w == [0xff, 0xda]).count() > MOST_SCANS
        {
            return Err(DocumentError::new(
                ErrorKind::TooLarge,
                "a progressive JPEG with too many scans",
            ));
        }
        let mut decoder = decoder(&bytes, format, limits)?;
        let (width, height) = decoder.dimensions();
        let turn = Turn::of(decoder.orientation().unwrap_or(Orientation::NoTransforms));
        drop(decoder);
        if width == 0 || height == 0 {
            return Err(damaged("an image without pixels"));
        }
        if u64::from(width) * u64::from(height) > limits.pixels {
            return Err(too_many_pixels(width.into(), height.into()));
        }
        let frames = frames::count(&bytes, format, &bounds(limits));
        let dpi = dpi(width, height, stated);
        Ok(Self {
            bytes,
            format,
            limits: limits.clone(),
            width,
            height,
            frames,
            turn,
            dpi,
        })
    }

    /// How many pictures are read.
    pub(super) fn page_count(&self) -> usize {
        self.frames.min(MOST_FRAMES)
    }

    /// What is said of pictures that are not read.
    pub(super) fn damage(&self) -> Option<DocumentError> {
        let message = || format!("only the first {MOST_FRAMES} pictures of an animation are read");
        (self.frames > MOST_FRAMES).then(|| DocumentError::new(ErrorKind::Unsupported, message()))
    }

    /// Width and height in points as a viewer shows the picture.
    pub(super) fn size(&self) -> (f32, f32) {
        let size = (
            72.0 * self.width as f32 / self.dpi.0,
            72.0 * self.height as f32 / self.dpi.1,
        );
        if self.turn.transposed {
            (size.1, size.0)
        } else {
            size
        }
    }

    /// Decodes the picture at a 0-based index; what a broken file still gives is returned with its
    /// damage.
    pub(super) fn decode(&self, index: usize) -> Result<PageImage, PageError> {
        let (pixels, damage) = if let Some(frame) = self.frame(index)? {
            let (width, height) = frame.dimensions();
            (luma(&frame, ColorType::Rgba8, width, height)?, None)
        } else {
            self.still()?
        };
        let dpi = if self.turn.transposed {
            (self.dpi.1, self.dpi.0)
        } else {
            self.dpi
        };
        Ok(PageImage::whole(self.turn.apply(pixels), dpi, damage))
    }

    /// The picture at a 0-based index of several; `None` in a file that holds a single one.
    pub(super) fn frame(&self, index: usize) -> Result<Option<RgbaImage>, PageError> {
        if self.frames < 2 {
            return Ok(None);
        }
        let frame = frames::frame(&self.bytes, self.format, &bounds(&self.limits), index);
        let frame = frame.map_err(|error| failure(&error))?;
        frame
            .map(Some)
            .ok_or_else(|| damaged("the file holds no such picture"))
    }

    /// The only picture of the file, with its damage.
    fn still(&self) -> Result<(GrayImage, Option<PageError>), PageError> {
        let decoder = decoder(&self.bytes, self.format, &self.limits)?;
        let color = decoder.color_type();
        let length = usize::try_from(decoder.total_bytes())
            .map_err(|_| too_many_pixels(self.width.into(), self.height.into()))?;
        let mut samples = vec![255u8; length];
        let read = decoder.read_image(&mut samples);
        if let Err(error) = &read
            && samples.iter().all(|s| *s == 255)
        {
            return Err(failure(error));
        }
        let pixels = luma(&samples, color, self.width, self.height)?;
        drop(samples);
        let cut = read.is_err()
            || (self.format == ImageFormat::Jpeg && jpeg_is_cut(&self.bytes, &pixels));
        let damage = if cut {
            Some(damaged(
                "the image is truncated or damaged; part of it is missing",
            ))
        } else {
            self.is_animated_png().then(only_the_first)
        };
        Ok((pixels, damage))
    }

    /// Whether it holds other pictures, which few viewers show.
    fn is_animated_png(&self) -> bool {
        self.format == ImageFormat::Png
            && PngDecoder::new(Cursor::new(&self.bytes))
                .is_ok_and(|decoder| decoder.is_apng().unwrap_or(false))
    }
}

pub(super) fn decoder<'a>(
    bytes: &'a [u8],
    format: ImageFormat,
    limits: &Limits,
) -> Result<impl ImageDecoder + 'a, DocumentError> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(bounds(limits));
    reader.into_decoder().map_err(|e| failure(&e))
}

/// What a decoder may allocate.
fn bounds(limits: &Limits) -> ::image::Limits {
    let mut bounds = ::image::Limits::default();
    bounds.max_alloc = Some(limits.pixels.saturating_mul(8).max(64 << 20));
    bounds
}

fn failure(error: &ImageError) -> DocumentError {
    match error {
        ImageError::Limits(_) => {
            DocumentError::new(ErrorKind::TooLarge, "an image that needs too much memory")
        }
        ImageError::Unsupported(_) => DocumentError::new(
            ErrorKind::Unsupported,
            "an image with an unsupported feature",
        ),
        _ => damaged("the image cannot be decoded"),
    }
}

/// Grey pixels of samples of 8 or 16 bits; what is transparent is laid on white.
fn luma(
    samples: &[u8],
    color: ColorType,
    width: u32,
    height: u32,
) -> Result<GrayImage, DocumentError> {
    let unknown = || damaged("an image with an unknown sample format");
    let channels = usize::from(color.channel_count());
    let bytes = usize::from(color.bytes_per_pixel()) / channels;
    let high = if bytes == 2 && cfg!(target_endian = "little") {
        1
    } else {
        0
    };
    if bytes > 2 {
        return Err(unknown());
    }
    let pixel = |p: &[u8]| {
        let sample = |i: usize| p.get(i * bytes + high).copied().unwrap_or(255);
        let value = if channels >= 3 {
            grey(&[sample(0), sample(1), sample(2)])
        } else {
            sample(0)
        };
        match channels {
            2 | 4 => over_white(value, sample(channels - 1)),
            _ => value,
        }
    };
    let grey = samples.chunks_exact(channels * bytes).map(pixel).collect();
    GrayImage::from_raw(width, height, grey).ok_or_else(unknown)
}

/// A grey value of some opacity on white paper.
pub(super) fn over_white(value: u8, alpha: u8) -> u8 {
    let value = u32::from(value);
    let alpha = u32::from(alpha);
    ((value * alpha + 255 * (255 - alpha) + 127) / 255) as u8
}

/// A JPEG that ends early is filled up with one grey by its decoder. A missing end mark alone is
/// common and harmless.
fn jpeg_is_cut(bytes: &[u8], pixels: &GrayImage) -> bool {
    let ended = bytes.windows(2).rev().any(|w| w == [0xff, 0xd9]);
    let rows = pixels.height().min(8);
    let start = (pixels.height() - rows) as usize * pixels.width() as usize;
    let tail = pixels.as_raw().get(start..).unwrap_or_default();
    let flat = tail
        .first()
        .is_some_and(|first| *first < 250 && tail.iter().all(|v| v == first));
    !ended && flat
}

#[cfg(test)]
#[path = "image_tests.rs"]
mod tests;
