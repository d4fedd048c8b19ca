//! TIFF files with all their frames: faxes by the fax decoder, everything else strip by strip
//! through the `tiff` crate.

use std::io::{self, Read, Seek, SeekFrom};

use ::image::metadata::Orientation;
use ::image::{GrayImage, Luma};
use ::tiff::decoder::{ChunkType, Decoder, DecodingResult};
use ::tiff::tags::Tag;
use ::tiff::{ColorType, TiffError};
use hayro_ccitt::EncodingMode;

use super::fax::{FaxCoding, decode_strip};
use super::grey::grey;
use super::ifd::{self, Frame};
use super::image::over_white;
use super::resolution::dpi;
use super::turn::Turn;
use super::{PageImage, damaged, too_many_pixels};
use crate::model::config::Limits;
use crate::model::error::{DocumentError, ErrorKind, PageError};

/// A TIFF file whose directories were read.
pub(super) struct TiffFile {
    pub(super) bytes: Vec<u8>,
    frames: Vec<Frame>,
    pub(super) big: bool,
    pub(super) limits: Limits,
}

impl TiffFile {
    /// Reads the directories. The second value says when the list of frames is broken.
    pub(super) fn open(
        bytes: Vec<u8>,
        limits: &Limits,
    ) -> Result<(Self, Option<DocumentError>), DocumentError> {
        let found = ifd::frames(&bytes, limits.pages);
        if found.frames.is_empty() {
            return Err(damaged("the TIFF has no readable frame"));
        }
        if let [frame] = found.frames.as_slice() {
            check_size(frame, limits)?;
        }
        let damage = found
            .broken
            .then(|| damaged("the TIFF's list of frames is damaged; there may be more"));
        Ok((
            Self {
                bytes,
                frames: found.frames,
                big: found.big,
                limits: limits.clone(),
            },
            damage,
        ))
    }

    pub(super) fn page_count(&self) -> usize {
        self.frames.len()
    }

    /// Width and height in points of the frame at a 0-based index, as a viewer shows it.
    pub(super) fn size(&self, index: usize) -> Result<(f32, f32), PageError> {
        let frame = self.frame(index)?;
        let (x, y) = dpi(frame.width, frame.height, frame.dpi);
        let size = (
            72.0 * frame.width as f32 / x,
            72.0 * frame.height as f32 / y,
        );
        Ok(if turn(frame).transposed {
            (size.1, size.0)
        } else {
            size
        })
    }

    pub(super) fn frame(&self, index: usize) -> Result<&Frame, PageError> {
        self.frames
            .get(index)
            .ok_or_else(|| damaged("the frame is missing"))
    }

    /// Decodes a frame; what a broken one still gives is returned with its damage.
    pub(super) fn decode(&self, index: usize) -> Result<PageImage, PageError> {
        let frame = self.frame(index)?;
        check_size(frame, &self.limits)?;
        let mut pixels = GrayImage::from_pixel(frame.width, frame.height, Luma([255]));
        let whole = match frame.compression {
            2..=4 => self.fax(frame, &mut pixels)?,
            _ => self
                .chunks(frame, &mut pixels)
                .map_err(|error| named(frame, error))?,
        };
        let damage =
            (!whole).then(|| damaged("the frame is truncated or damaged; part of it is missing"));
        let (x, y) = dpi(frame.width, frame.height, frame.dpi);
        let turn = turn(frame);
        let dpi = if turn.transposed { (y, x) } else { (x, y) };
        Ok(PageImage::whole(turn.apply(pixels), dpi, damage))
    }

    /// Decodes fax strips. Returns whether all rows were there.
    fn fax(&self, frame: &Frame, pixels: &mut GrayImage) -> Result<bool, PageError> {
        let mode = match (frame.compression, frame.fax_options & 1) {
            (4, _) => EncodingMode::Group4,
            (3, 1) => EncodingMode::Group3_2D,
            _ => EncodingMode::Group3_1D,
        };
        let (paper, ink) = if frame.white_is_zero {
            (255, 0)
        } else {
            (0, 255)
        };
        if paper == 0 {
            pixels.fill(0);
        }
        let coding = FaxCoding {
            mode,
            byte_aligned: frame.compression == 2,
            ink,
        };
        let mut whole = true;
        let mut any = false;
        for (i, (start, length)) in frame.strips.iter().enumerate() {
            let from = u32::try_from(i)
                .unwrap_or(u32::MAX)
                .saturating_mul(frame.rows_per_strip);
            let to = from.saturating_add(frame.rows_per_strip).min(frame.height);
            if from >= frame.height {
                break;
            }
            let start = usize::try_from(*start).unwrap_or(usize::MAX);
            let end = start.saturating_add(usize::try_from(*length).unwrap_or(usize::MAX));
            let data = self
                .bytes
                .get(start..end.min(self.bytes.len()))
                .unwrap_or_default();
            any |= !data.is_empty();
            let complete = if frame.reversed_bits {
                let data: Vec<u8> = data.iter().map(|b| b.reverse_bits()).collect();
                decode_strip(&data, coding, pixels, from, to)
            } else {
                decode_strip(data, coding, pixels, from, to)
            };
            whole &= complete && end <= self.bytes.len();
        }
        if any {
            Ok(whole)
        } else {
            Err(damaged("the frame has no data"))
        }
    }

    /// Decodes strips or tiles of any other kind. Returns whether all were there.
    fn chunks(&self, frame: &Frame, pixels: &mut GrayImage) -> Result<bool, PageError> {
        if frame.planar {
            return Err(DocumentError::new(
                ErrorKind::Unsupported,
                "a TIFF with separate color planes",
            ));
        }
        let reader = FirstFrame {
            bytes: &self.bytes,
            at: 0,
            first: first_offset(frame.offset, &self.bytes, self.big),
        };
        let mut decoder = Decoder::new(reader).map_err(|e| failure(&e))?;
        let mut limits = ::tiff::decoder::Limits::default();
        let most = usize::try_from(self.limits.pixels.saturating_mul(8)).unwrap_or(usize::MAX);
        limits.decoding_buffer_size = most;
        limits.intermediate_buffer_size = most;
        decoder = decoder.with_limits(limits);
        let color = decoder.colortype().map_err(|e| failure(&e))?;
        let palette = match color {
            ColorType::Palette(_) => palette(&mut decoder, frame.bits)?,
            _ => Vec::new(),
        };
        let tiled = decoder.get_chunk_type() == ChunkType::Tile;
        let count = if tiled {
            decoder.tile_count()
        } else {
            decoder.strip_count()
        }
        .map_err(|e| failure(&e))?;
        let (wide, high) = decoder.chunk_dimensions();
        let across = if tiled {
            frame.width.div_ceil(wide.max(1))
        } else {
            1
        };
        let mut read = 0;
        let mut first_error = None;
        for chunk in 0..count {
            let (w, h) = decoder.chunk_data_dimensions(chunk);
            let corner = (
                (chunk % across).saturating_mul(wide),
                (chunk / across).saturating_mul(high),
            );
            match decoder.read_chunk(chunk) {
                Ok(data) => {
                    let area = Area {
                        corner,
                        size: (w, h),
                    };
                    paste(
                        pixels,
                        area,
                        &data,
                        Samples {
                            color,
                            palette: &palette,
                            frame,
                        },
                    )?;
                    read += 1;
                }
                Err(error) => first_error = first_error.or(Some(error)),
            }
        }
        match first_error {
            Some(error) if read == 0 => Err(failure(&error)),
            Some(_) => Ok(false),
            None => Ok(read > 0),
        }
    }
}

fn check_size(frame: &Frame, limits: &Limits) -> Result<(), DocumentError> {
    let width = u64::from(frame.width);
    let height = u64::from(frame.height);
    if width * height == 0 {
        return Err(damaged("a frame without pixels"));
    }
    if width * height > limits.pixels {
        Err(too_many_pixels(width, height))
    } else {
        Ok(())
    }
}

pub(super) fn turn(frame: &Frame) -> Turn {
    Turn::of(Orientation::from_exif(frame.orientation).unwrap_or(Orientation::NoTransforms))
}

/// An error that says which feature of a frame is not read.
fn named(frame: &Frame, error: DocumentError) -> DocumentError {
    if error.kind != ErrorKind::Unsupported || frame.planar {
        return error;
    }
    let compression = match frame.compression {
        6 => "JPEG of the old kind",
        34661 | 34712 => "JBIG or JPEG 2000",
        34925 => "LZMA",
        50000 => "Zstandard",
        50001 => "WebP",
        _ => {
            let message = format!("a TIFF frame with {} bits per sample", frame.bits);
            return DocumentError::new(ErrorKind::Unsupported, message);
        }
    };
    let message = format!("a TIFF frame compressed with {compression}");
    DocumentError::new(ErrorKind::Unsupported, message)
}

fn failure(error: &TiffError) -> DocumentError {
    match error {
        TiffError::UnsupportedError(_) => DocumentError::new(
            ErrorKind::Unsupported,
            "a TIFF frame with an unsupported feature",
        ),
        TiffError::LimitsExceeded => DocumentError::new(
            ErrorKind::TooLarge,
            "a TIFF frame that needs too much memory",
        ),
        _ => damaged("the TIFF frame cannot be decoded"),
    }
}

/// The greys of a palette.
fn palette<R: Read + Seek>(decoder: &mut Decoder<R>, bits: u32) -> Result<Vec<u8>, DocumentError> {
    let map = decoder
        .get_tag_u16_vec(Tag::ColorMap)
        .map_err(|e| failure(&e))?;
    let count = 1usize << bits.min(8);
    let high = |i: usize| map.get(i).map_or(0, |v| (v >> 8) as u8);
    Ok((0..count)
        .map(|i| grey(&[high(i), high(i + count), high(i + 2 * count)]))
        .collect())
}

/// Where decoded samples go.
struct Area {
    corner: (u32, u32),
    size: (u32, u32),
}

/// What decoded samples mean.
struct Samples<'a> {
    color: ColorType,
    palette: &'a [u8],
    frame: &'a Frame,
}

fn paste(
    pixels: &mut GrayImage,
    area: Area,
    data: &DecodingResult,
    samples: Samples<'_>,
) -> Result<(), DocumentError> {
    let bytes: Vec<u8>;
    let (data, bits): (&[u8], u32) = match data {
        DecodingResult::U8(data) => (data, u32::from(samples.color.bit_depth()).min(8)),
        DecodingResult::U16(data) => {
            bytes = data.iter().map(|v| (v >> 8) as u8).collect();
            (&bytes, 8)
        }
        _ => {
            return Err(DocumentError::new(
                ErrorKind::Unsupported,
                "a TIFF with an unusual sample format",
            ));
        }
    };
    let channels = usize::from(samples.color.num_samples()).max(1);
    let row_length = (area.size.0 as usize * channels * bits as usize).div_ceil(8);
    let mut value = vec![0u8; channels];
    for (y, row) in (area.corner.1..pixels.height())
        .zip(data.chunks(row_length.max(1)).take(area.size.1 as usize))
    {
        for (i, x) in (area.corner.0..pixels.width())
            .take(area.size.0 as usize)
            .enumerate()
        {
            for (channel, value) in value.iter_mut().enumerate() {
                *value = sample(row, i * channels + channel, bits, &samples);
            }
            pixels.put_pixel(x, y, Luma([shade(&value, samples.color, samples.palette)]));
        }
    }
    Ok(())
}

/// The sample at an index of a packed row, scaled to 0..=255 unless it points into a palette.
fn sample(row: &[u8], index: usize, bits: u32, samples: &Samples<'_>) -> u8 {
    if bits >= 8 {
        return row.get(index).copied().unwrap_or(255);
    }
    let bit = index * bits as usize;
    let Some(byte) = row.get(bit / 8) else {
        return 255;
    };
    let byte = if samples.frame.reversed_bits {
        byte.reverse_bits()
    } else {
        *byte
    };
    let most = (1u32 << bits) - 1;
    let raw = u32::from(byte) >> (8 - bits - (bit % 8) as u32) & most;
    if samples.palette.is_empty() {
        (raw * 255 / most) as u8
    } else {
        raw as u8
    }
}

fn shade(value: &[u8], color: ColorType, palette: &[u8]) -> u8 {
    match (color, value) {
        (ColorType::Palette(_), [index, ..]) => {
            palette.get(usize::from(*index)).copied().unwrap_or(255)
        }
        (ColorType::RGB(_), [..]) => grey(value),
        (ColorType::RGBA(_), [r, g, b, alpha]) => over_white(grey(&[*r, *g, *b]), *alpha),
        (ColorType::GrayA(_), [grey, alpha]) => over_white(*grey, *alpha),
        (ColorType::CMYK(_) | ColorType::CMYKA(_), [c, m, y, k, ..]) => {
            let ink = |v: &u8| ((255 - u32::from(*v)) * (255 - u32::from(*k)) / 255) as u8;
            grey(&[ink(c), ink(m), ink(y)])
        }
        (_, [first, ..]) => *first,
        (_, []) => 255,
    }
}

/// The header bytes that make a frame the first one.
pub(super) fn first_offset(offset: u64, bytes: &[u8], big: bool) -> (usize, Vec<u8>) {
    let little = bytes.first() == Some(&b'I');
    let wide = if little {
        offset.to_le_bytes()
    } else {
        offset.to_be_bytes()
    };
    match (big, little) {
        (true, _) => (8, wide.to_vec()),
        (false, true) => (4, wide[..4].to_vec()),
        (false, false) => (4, wide[4..].to_vec()),
    }
}

/// The file with another first frame, so that each frame is read alone: one that cannot be read
/// would block the way to the next.
pub(super) struct FirstFrame<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) at: u64,
    pub(super) first: (usize, Vec<u8>),
}

impl Read for FirstFrame<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let start = usize::try_from(self.at)
            .unwrap_or(usize::MAX)
            .min(self.bytes.len());
        let rest = self.bytes.get(start..).unwrap_or_default();
        let count = rest.len().min(out.len());
        for (i, (to, from)) in out.iter_mut().zip(rest).enumerate() {
            let patched = (start + i)
                .checked_sub(self.first.0)
                .and_then(|at| self.first.1.get(at));
            *to = *patched.unwrap_or(from);
            if start + i >= self.first.0 + self.first.1.len() {
                break;
            }
        }
        let patched_until = (self.first.0 + self.first.1.len())
            .saturating_sub(start)
            .min(count);
        if let (Some(to), Some(from)) = (
            out.get_mut(patched_until..count),
            rest.get(patched_until..count),
        ) {
            to.copy_from_slice(from);
        }
        self.at += count as u64;
        Ok(count)
    }
}

impl Seek for FirstFrame<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
            SeekFrom::End(by) => (self.bytes.len() as u64).checked_add_signed(by),
        };
        self.at = at.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}
