//! Photos as iPhones write them (HEIC, HEIF), through `heic-rs`, which has no code in C and no
//! `unsafe` block.

use ::image::GrayImage;
use heic_rs::{DecodeOptions, Error, PixelLayout};

use super::resolution::dpi;
use super::{PageImage, damaged, too_many_pixels};
use crate::model::config::Limits;
use crate::model::error::{DocumentError, ErrorKind, PageError};

/// A photo whose header was read.
pub(super) struct HeicFile {
    bytes: Vec<u8>,
    limits: Limits,
    /// As a viewer shows it.
    size: (u32, u32),
}

impl HeicFile {
    /// Reads the header.
    pub(super) fn open(bytes: Vec<u8>, limits: &Limits) -> Result<Self, DocumentError> {
        let info = heic_rs::probe(&bytes).map_err(|error| failure(&error))?;
        let width = info.width;
        let height = info.height;
        if width == 0 || height == 0 {
            return Err(damaged("an image without pixels"));
        }
        let coded = u64::from(info.coded_width) * u64::from(info.coded_height);
        if coded.max(u64::from(width) * u64::from(height)) > limits.pixels {
            return Err(too_many_pixels(width.into(), height.into()));
        }
        Ok(Self {
            bytes,
            limits: limits.clone(),
            size: (width, height),
        })
    }

    fn dpi(&self) -> (f32, f32) {
        dpi(self.size.0, self.size.1, None)
    }

    /// Width and height in points as a viewer shows the photo.
    pub(super) fn size(&self) -> (f32, f32) {
        let dpi = self.dpi();
        (
            72.0 * self.size.0 as f32 / dpi.0,
            72.0 * self.size.1 as f32 / dpi.1,
        )
    }

    /// Decodes the photo, turned as it says.
    pub(super) fn decode(&self) -> Result<PageImage, PageError> {
        let options = DecodeOptions::default()
            .with_layout(PixelLayout::Gray8)
            .with_alpha(false)
            .with_threads(Some(1))
            .with_max_pixels(Some(self.limits.pixels));
        let image = heic_rs::decode(&self.bytes, &options).map_err(|error| failure(&error))?;
        let pixels = GrayImage::from_raw(image.width, image.height, image.data);
        let pixels = pixels.ok_or_else(|| damaged("an image with an unknown sample format"))?;
        Ok(PageImage::whole(pixels, self.dpi(), None))
    }
}

fn failure(error: &Error) -> DocumentError {
    match error {
        Error::Unsupported(_) => {
            let message = "an unsupported kind of HEIC or AVIF image";
            DocumentError::new(ErrorKind::Unsupported, message)
        }
        _ => damaged("the HEIC image cannot be decoded"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A picture, dark on the left and bright on the right.
    fn photo() -> Vec<u8> {
        let width = 256;
        let height = 128;
        let grey = |index: usize| if index % width < width / 2 { 20 } else { 230 };
        let rgb: Vec<u8> = (0..width * height)
            .flat_map(|index| [grey(index); 3])
            .collect();
        let options = heifer::EncodeOptions::default();
        heifer::encode_rgb8(width as u32, height as u32, &rgb, &options).unwrap()
    }

    #[test]
    fn a_photo_is_decoded() {
        let file = HeicFile::open(photo(), &Limits::DEFAULT).unwrap();
        let pixels = file.decode().unwrap().pixels;
        assert_eq!(pixels.dimensions(), (256, 128));
        assert!(pixels.get_pixel(40, 64)[0] < 60 && pixels.get_pixel(210, 64)[0] > 190);
    }

    #[test]
    fn what_is_too_large_or_cut_off_is_refused() {
        let small = Limits::DEFAULT.with_pixels(1_000);
        let error = HeicFile::open(photo(), &small).err().unwrap();
        assert_eq!(error.kind, ErrorKind::TooLarge);
        let mut cut = photo();
        cut.truncate(cut.len() / 2);
        let opened = HeicFile::open(cut, &Limits::DEFAULT).and_then(|file| file.decode());
        assert!(opened.is_err());
    }
}
