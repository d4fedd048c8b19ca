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

    fn boxed(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
        let length = u32::try_from(8 + body.len()).unwrap();
        [&length.to_be_bytes()[..], kind, body].concat()
    }

    /// The container of a file with these further references and as many pictures.
    fn container(pictures: u8, references: &[u8]) -> HeicFile {
        let items = (1..=pictures).flat_map(|id| {
            let info = [&[2, 0, 0, 0, 0, id, 0, 0], &b"hvc1"[..], &[0]].concat();
            boxed(b"infe", &info)
        });
        let items: Vec<u8> = items.collect();
        let handler = [&[0; 8], &b"pict"[..], &[0; 13]].concat();
        let meta = [
            vec![0; 4],
            boxed(b"hdlr", &handler),
            boxed(b"pitm", &[0, 0, 0, 0, 0, 1]),
            boxed(b"iinf", &[&[0, 0, 0, 0, 0, pictures], &items[..]].concat()),
            boxed(b"iloc", &[0, 0, 0, 0, 0x44, 0, 0, 0]),
            boxed(b"iprp", &boxed(b"ipco", &[])),
            references.to_vec(),
        ];
        let bytes = [
            boxed(b"ftyp", b"heic\0\0\0\0mif1heic"),
            boxed(b"meta", &meta.concat()),
        ];
        let bytes = bytes.concat();
        assert!(Context::open(&bytes).is_ok());
        HeicFile {
            bytes,
            limits: Limits::DEFAULT,
            size: (1, 1),
        }
    }

    #[test]
    fn further_pictures_are_told_from_parts_of_the_first() {
        assert!(!container(1, &[]).has_more_pictures());
        assert!(container(2, &[]).has_more_pictures());
        // A small copy of the first, and a tile of it.
        let small = boxed(b"thmb", &[0, 2, 0, 1, 0, 1]);
        let small = boxed(b"iref", &[&[0; 4], &small[..]].concat());
        assert!(!container(2, &small).has_more_pictures());
        let tile = boxed(b"dimg", &[0, 1, 0, 1, 0, 2]);
        let tile = boxed(b"iref", &[&[0; 4], &tile[..]].concat());
        assert!(!container(2, &tile).has_more_pictures());
        let other = container(3, &tile);
        assert!(other.has_more_pictures());
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
