//! Pictures as they are stored, for a page of a PDF: what is encoded in a way that PDF knows stays
//! so, the rest is decoded sample by sample.

use ::image::{ColorType, ImageDecoder, ImageFormat};
use ::tiff::ColorType as TiffColor;
use ::tiff::decoder::{Decoder, DecodingResult};

use super::image::{ImageFile, decoder};
use super::split::{Coding, Raster};
use super::tiff::{FirstFrame, TiffFile, first_offset};
use super::turn::Turn;
use super::{damaged, too_many_pixels};
use crate::model::error::{DocumentError, ErrorKind};

/// A picture, its size in points as it is shown, and how it is turned for that.
pub(super) type Wrapped = (Raster, (f32, f32), Turn);

/// The picture at a 0-based index of a picture file.
pub(super) fn image(file: &ImageFile, index: usize) -> Result<Wrapped, DocumentError> {
    let raster = if let Some(frame) = file.frame(index)? {
        let (width, height) = frame.dimensions();
        Some(samples(&frame, ColorType::Rgba8, width, height)?)
    } else if file.format == ImageFormat::Jpeg {
        jpeg(&file.bytes)
    } else {
        None
    };
    let raster = raster.map_or_else(|| decoded(file), Ok)?;
    Ok((raster, file.size(), file.turn))
}

/// A JPEG that goes in as it is; `None` for one of a kind that PDF does not know.
fn jpeg(bytes: &[u8]) -> Option<Raster> {
    let mut at = 2;
    let mut adobe = false;
    loop {
        let [0xff, marker, high, low] = *bytes.get(at..at + 4)? else {
            return None;
        };
        let length = usize::from(u16::from_be_bytes([high, low]));
        let segment = bytes.get(at + 4..(at + 2).checked_add(length)?)?;
        match marker {
            0xee => adobe = segment.starts_with(b"Adobe"),
            0xc0..=0xc2 => {
                let [8, h1, h0, w1, w0, channels, ..] = *segment else {
                    return None;
                };
                return matches!(channels, 1 | 3 | 4).then(|| Raster {
                    width: u16::from_be_bytes([w1, w0]).into(),
                    height: u16::from_be_bytes([h1, h0]).into(),
                    bits: 8,
                    channels,
                    data: bytes.to_vec(),
                    coding: Coding::Jpeg,
                    // Adobe's programs store inks the other way round.
                    inverted: channels == 4 && adobe,
                    alpha: None,
                });
            }
            0xc3 | 0xc5..=0xcf if marker != 0xc4 && marker != 0xc8 && marker != 0xcc => {
                return None;
            }
            0xda => return None,
            _ => {}
        }
        at = (at + 2).checked_add(length)?;
    }
}

fn decoded(file: &ImageFile) -> Result<Raster, DocumentError> {
    let decoder = decoder(&file.bytes, file.format, &file.limits)?;
    let color = decoder.color_type();
    let (width, height) = decoder.dimensions();
    let length = usize::try_from(decoder.total_bytes())
        .map_err(|_| too_many_pixels(width.into(), height.into()))?;
    let mut decoded = vec![0; length];
    let broken = |_| damaged("the image is truncated or damaged; part of it is missing");
    decoder.read_image(&mut decoded).map_err(broken)?;
    samples(&decoded, color, width, height)
}

/// A picture of samples of any type.
fn samples(
    samples: &[u8],
    color: ColorType,
    width: u32,
    height: u32,
) -> Result<Raster, DocumentError> {
    let (channels, has_alpha) = match color {
        ColorType::L8 | ColorType::L16 => (1, false),
        ColorType::La8 | ColorType::La16 => (1, true),
        ColorType::Rgb8 | ColorType::Rgb16 => (3, false),
        ColorType::Rgba8 | ColorType::Rgba16 => (3, true),
        _ => return Err(unsupported("an image with an unknown sample format")),
    };
    let bytes = usize::from(color.bytes_per_pixel()) / usize::from(color.channel_count());
    let samples = if bytes == 2 {
        big_endian(samples)
    } else {
        samples.to_vec()
    };
    let (data, alpha) = if has_alpha {
        apart(&samples, usize::from(channels) * bytes, bytes)
    } else {
        (samples, None)
    };
    Ok(plain(Raster {
        width,
        height,
        bits: 8 * bytes as u8,
        channels,
        data,
        coding: Coding::Plain,
        inverted: false,
        alpha,
    }))
}

/// Samples of 16 bits in the byte order of PDF.
fn big_endian(samples: &[u8]) -> Vec<u8> {
    let swapped = samples.chunks_exact(2).flat_map(|pair| {
        let value = u16::from_ne_bytes([pair[0], pair[1]]);
        value.to_be_bytes()
    });
    swapped.collect()
}

/// Colours and opacity apart.
fn apart(samples: &[u8], colors: usize, bytes: usize) -> (Vec<u8>, Option<Vec<u8>>) {
    let pixels = samples.chunks_exact(colors + bytes);
    let data = pixels.clone().flat_map(|pixel| &pixel[..colors]).copied();
    let alpha: Vec<u8> = pixels.clone().map(|pixel| pixel[colors]).collect();
    let opaque = alpha.iter().all(|value| *value == 255);
    (data.collect(), (!opaque).then_some(alpha))
}

/// A grey picture of nothing but black and white takes a bit for a pixel.
fn plain(raster: Raster) -> Raster {
    let two_greys = || raster.data.iter().all(|value| matches!(value, 0 | 255));
    if raster.bits != 8 || raster.channels != 1 || raster.width == 0 || !two_greys() {
        return raster;
    }
    let pack = |bits: &[u8]| {
        bits.iter()
            .zip(0..)
            .fold(0, |byte, (v, i)| byte | (v & 0x80) >> i)
    };
    let rows = raster.data.chunks_exact(raster.width as usize);
    let data = rows.flat_map(|row| row.chunks(8).map(pack)).collect();
    Raster {
        bits: 1,
        data,
        ..raster
    }
}

/// A frame of a TIFF.
pub(super) fn frame(file: &TiffFile, index: usize) -> Result<Wrapped, DocumentError> {
    let frame = file.frame(index)?;
    let size = file.size(index)?;
    if let ([(start, length)], 4, false) = (
        frame.strips.as_slice(),
        frame.compression,
        frame.reversed_bits,
    ) {
        let from = usize::try_from(*start).unwrap_or(usize::MAX);
        let to = from.saturating_add(usize::try_from(*length).unwrap_or(usize::MAX));
        let data = file.bytes.get(from..to);
        let data = data.ok_or_else(|| damaged("the frame is truncated"))?;
        let raster = Raster {
            width: frame.width,
            height: frame.height,
            bits: 1,
            channels: 1,
            data: data.to_vec(),
            coding: Coding::Group4 {
                black_is_1: !frame.white_is_zero,
            },
            inverted: false,
            alpha: None,
        };
        return Ok((raster, size, super::tiff::turn(frame)));
    }
    if !matches!(frame.compression, 2..=4)
        && let Some(raster) = colored(file, index)?
    {
        return Ok((raster, size, super::tiff::turn(frame)));
    }
    let decoded = file.decode(index)?;
    if let Some(damage) = decoded.damage {
        return Err(damage);
    }
    let raster = plain(Raster {
        width: decoded.pixels.width(),
        height: decoded.pixels.height(),
        bits: 8,
        channels: 1,
        data: decoded.pixels.into_raw(),
        coding: Coding::Plain,
        inverted: false,
        alpha: None,
    });
    Ok((
        raster,
        size,
        Turn::of(::image::metadata::Orientation::NoTransforms),
    ))
}

/// A frame in colours, or of 16 bits; `None` for one of no more than 256 greys.
fn colored(file: &TiffFile, index: usize) -> Result<Option<Raster>, DocumentError> {
    let frame = file.frame(index)?;
    let reader = FirstFrame {
        bytes: &file.bytes,
        at: 0,
        first: first_offset(frame.offset, &file.bytes, file.big),
    };
    let broken = |_| damaged("the TIFF frame cannot be decoded");
    let mut decoder = Decoder::new(reader).map_err(broken)?;
    let mut limits = ::tiff::decoder::Limits::default();
    let most = usize::try_from(file.limits.pixels.saturating_mul(8)).unwrap_or(usize::MAX);
    limits.decoding_buffer_size = most;
    limits.intermediate_buffer_size = most;
    decoder = decoder.with_limits(limits);
    let (bits, channels) = match decoder.colortype().map_err(broken)? {
        TiffColor::Gray(1..=8) => return Ok(None),
        TiffColor::Gray(16) => (16, 1),
        TiffColor::RGB(bits @ (8 | 16)) => (bits, 3),
        TiffColor::CMYK(8) => (8, 4),
        _ => {
            return Err(unsupported("a TIFF frame whose colors cannot be preserved"));
        }
    };
    let data = match decoder.read_image().map_err(broken)? {
        DecodingResult::U8(data) if bits == 8 => data,
        DecodingResult::U16(data) if bits == 16 => {
            data.iter().flat_map(|value| value.to_be_bytes()).collect()
        }
        _ => return Err(unsupported("a TIFF frame with an unusual sample format")),
    };
    Ok(Some(Raster {
        width: frame.width,
        height: frame.height,
        bits,
        channels,
        data,
        coding: Coding::Plain,
        inverted: false,
        alpha: None,
    }))
}

fn unsupported(message: &str) -> DocumentError {
    DocumentError::new(ErrorKind::Unsupported, message)
}
