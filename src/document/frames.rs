//! GIF and WebP files that hold several pictures. Each picture is a page.

use std::io::Cursor;

use ::image::codecs::gif::GifDecoder;
use ::image::codecs::webp::WebPDecoder;
use ::image::{AnimationDecoder, Frame, Frames, ImageDecoder, ImageError, ImageFormat, RgbaImage};

/// A file with more pictures than this is a film. A picture is reached only through all those
/// before it, so that the work grows with the square of their number.
pub(super) const MOST_FRAMES: usize = 200;

/// How many pictures there are, at most one above [`MOST_FRAMES`]; 1 for formats that hold a
/// single one. One that cannot be decoded counts, and is the last.
pub(super) fn count(bytes: &[u8], format: ImageFormat, limits: &::image::Limits) -> usize {
    let Ok(Some(frames)) = frames(bytes, format, limits) else {
        return 1;
    };
    let mut count = 0;
    for frame in frames.take(MOST_FRAMES + 1) {
        count += 1;
        if frame.is_err() {
            break;
        }
    }
    count.max(1)
}

/// The picture at a 0-based index of several, laid over those before it as a viewer shows it;
/// `None` where there is none.
///
/// # Errors
/// When it, or one before it, cannot be decoded.
pub(super) fn frame(
    bytes: &[u8],
    format: ImageFormat,
    limits: &::image::Limits,
    index: usize,
) -> Result<Option<RgbaImage>, ImageError> {
    let Some(mut frames) = frames(bytes, format, limits)? else {
        return Ok(None);
    };
    for _ in 0..index {
        if frames.next().transpose()?.is_none() {
            return Ok(None);
        }
    }
    let frame = frames.next().transpose()?;
    Ok(frame.map(Frame::into_buffer))
}

/// All pictures in their order; `None` for formats and files that hold a single one.
fn frames<'a>(
    bytes: &'a [u8],
    format: ImageFormat,
    limits: &::image::Limits,
) -> Result<Option<Frames<'a>>, ImageError> {
    let bytes = Cursor::new(bytes);
    match format {
        ImageFormat::Gif => {
            let mut decoder = GifDecoder::new(bytes)?;
            decoder.set_limits(limits.clone())?;
            Ok(Some(decoder.into_frames()))
        }
        ImageFormat::WebP => {
            let mut decoder = WebPDecoder::new(bytes)?;
            decoder.set_limits(limits.clone())?;
            Ok(decoder.has_animation().then(|| decoder.into_frames()))
        }
        _ => Ok(None),
    }
}
