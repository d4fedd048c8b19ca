//! Photos as iPhones write them (HEIC, HEIF), through `heic-rs`, which has no code in C and no
//! `unsafe` block.

use ::image::GrayImage;
use heic_rs::context::Context;
use heic_rs::meta::iref::RefKind;
use heic_rs::{DecodeOptions, Error, PixelLayout};

use super::resolution::dpi;
use super::{PageImage, damaged, only_the_first, too_many_pixels};
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

    /// Whether it holds other pictures than the one that viewers show first: not the tiles of it, a
    /// small copy, or what goes with it.
    fn has_more_pictures(&self) -> bool {
        let Ok(Context { meta, .. }) = Context::open(&self.bytes) else {
            return false;
        };
        let is_part = |id: u32| {
            meta.refs.iter().any(|r| match r.kind {
                RefKind::Thmb | RefKind::Auxl => r.from == id,
                RefKind::Dimg => r.to.contains(&id),
                _ => false,
            })
        };
        meta.items.iter().any(|item| {
            let is_picture = item.is_hevc() || item.is_grid();
            is_picture && !item.hidden && item.id != meta.primary && !is_part(item.id)
        })
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
        let damage = self.has_more_pictures().then(only_the_first);
        Ok(PageImage::whole(pixels, self.dpi(), damage))
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
#[path = "heic_tests.rs"]
mod tests;
