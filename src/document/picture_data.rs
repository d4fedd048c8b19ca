//! Whether the data of a picture in a PDF is whole. Of one that is cut off or coded in a way that
//! nobody knows viewers draw a part or nothing, and say nothing of the rest.

use std::ops::Deref;

use hayro_ccitt::{DecodeSettings, Decoder, DecoderContext, EncodingMode, decode};
use hayro_syntax::Filter;
use hayro_syntax::object::stream::ImageDecodeParams;
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};

use super::whole::{has_unknown_filter, inflated};

/// A picture with less data than this shows no number.
const LEAST_DATA: u64 = 64;
/// Of so many hundredths of the data nothing is missed: some writers count a row too many.
const ENOUGH: u64 = 99;
/// What follows the data of a picture is looked at up to so many times its size.
const MOST_TIMES: u64 = 4;

/// Whether a picture has all of its data, as far as that can be told without drawing it.
pub(super) fn is_picture_whole(picture: &Stream<'_>) -> bool {
    let dict = picture.dict();
    let masks = [&b"SMask"[..], b"Mask"].map(|key| dict.get::<Stream<'_>>(key));
    has_data(picture) && masks.iter().flatten().all(has_data)
}

fn has_data(picture: &Stream<'_>) -> bool {
    let dict = picture.dict();
    let sides = [(&b"W"[..], &b"Width"[..]), (b"H", b"Height")];
    let [Some(width), Some(height)] = sides.map(|(short, long)| number(dict, short, long)) else {
        return false;
    };
    if width == 0 || height == 0 || is_elsewhere(dict) || has_unknown_filter(picture) {
        return false;
    }
    let row = (u64::from(width) * bits_per_pixel(dict)).div_ceil(8);
    let needed = row.saturating_mul(u64::from(height)) / 100 * ENOUGH;
    match picture.filters()[..] {
        _ if needed < LEAST_DATA => true,
        [] => picture.raw_data().len() as u64 >= needed,
        [Filter::FlateDecode] => {
            let most = needed.saturating_mul(MOST_TIMES);
            inflated(&picture.raw_data(), Some(most)).is_some_and(|held| held >= needed)
        }
        [Filter::DctDecode] => is_ended(&picture.raw_data(), [0xff, 0xda]),
        [Filter::JpxDecode] => is_ended(&picture.raw_data(), [0xff, 0x4f]),
        [Filter::CcittFaxDecode] => is_fax_whole(picture, width, height),
        _ => {
            let params = ImageDecodeParams {
                width,
                height,
                ..ImageDecodeParams::default()
            };
            picture.decoded_image(&params).is_ok()
        }
    }
}

fn number(dict: &Dict<'_>, short: &[u8], long: &[u8]) -> Option<u32> {
    dict.get::<u32>(short).or_else(|| dict.get::<u32>(long))
}

/// Whether the data is in a file of its own, which is not looked for.
fn is_elsewhere(dict: &Dict<'_>) -> bool {
    let file = dict.get::<Object<'_>>(&b"F"[..]);
    matches!(file, Some(Object::String(_) | Object::Dict(_)))
}

/// At least so many bits make a pixel.
fn bits_per_pixel(dict: &Dict<'_>) -> u64 {
    let mask = [&b"IM"[..], b"ImageMask"].map(|key| dict.get::<bool>(key));
    if mask.contains(&Some(true)) {
        return 1;
    }
    let bits = number(dict, b"BPC", b"BitsPerComponent").unwrap_or(1);
    let space = dict
        .get::<Object<'_>>(&b"CS"[..])
        .or_else(|| dict.get::<Object<'_>>(&b"ColorSpace"[..]));
    u64::from(bits) * space.map_or(1, |space| components(&space))
}

fn components(space: &Object<'_>) -> u64 {
    match space {
        Object::Name(name) => match name.deref() {
            b"DeviceRGB" | b"RGB" => 3,
            b"DeviceCMYK" | b"CMYK" => 4,
            _ => 1,
        },
        Object::Array(space) => of_array(space),
        _ => 1,
    }
}

fn of_array(space: &Array<'_>) -> u64 {
    let mut parts = space.iter::<Object<'_>>();
    match (parts.next(), parts.next()) {
        (Some(Object::Name(kind)), Some(Object::Stream(profile)))
            if kind.deref() == b"ICCBased" =>
        {
            let count = profile.dict().get::<u32>(&b"N"[..]);
            count.filter(|n| (1..=4).contains(n)).map_or(1, u64::from)
        }
        (Some(Object::Name(kind)), _) if is_of_three(&kind) => 3,
        _ => 1,
    }
}

fn is_of_three(kind: &Name<'_>) -> bool {
    matches!(kind.deref(), b"CalRGB" | b"Lab")
}

/// Whether data has the mark of an end behind the last mark of a beginning.
fn is_ended(data: &[u8], begin: [u8; 2]) -> bool {
    let end = [0xff, 0xd9];
    let begun = data.windows(2).rposition(|two| two == begin);
    begun.is_some_and(|at| {
        data.get(at..)
            .is_some_and(|rest| rest.windows(2).any(|two| two == end))
    })
}

/// Counts rows.
struct Rows(u32);

impl Decoder for Rows {
    fn push_row(&mut self, _: &[u32]) {
        self.0 += 1;
    }
}

/// Whether a fax has its rows. Its parameters are those of the format's filter.
fn is_fax_whole(picture: &Stream<'_>, width: u32, height: u32) -> bool {
    let dict = picture.dict();
    let given = [&b"DP"[..], b"DecodeParms"].map(|key| match dict.get::<Object<'_>>(key) {
        Some(Object::Dict(params)) => Some(params),
        Some(Object::Array(list)) => list.iter::<Dict<'_>>().next(),
        _ => None,
    });
    let params = given.into_iter().flatten().next().unwrap_or_default();
    let flag = |key: &[u8], default| params.get::<bool>(key).unwrap_or(default);
    let encoding = match params.get::<i32>(&b"K"[..]).unwrap_or(0) {
        0 => EncodingMode::Group3_1D,
        k if k < 0 => EncodingMode::Group4,
        _ => EncodingMode::Group3_2D,
    };
    let settings = DecodeSettings {
        columns: params.get::<u32>(&b"Columns"[..]).unwrap_or(1728),
        rows: height,
        end_of_block: flag(b"EndOfBlock", true),
        end_of_line: flag(b"EndOfLine", false),
        rows_are_byte_aligned: flag(b"EncodedByteAlign", false),
        encoding,
        strict: false,
    };
    let mut rows = Rows(0);
    let is_read = decode(
        &picture.raw_data(),
        &mut rows,
        &mut DecoderContext::new(settings),
    );
    let needed = u64::from(height) * ENOUGH / 100;
    settings.columns >= width && is_read.is_ok() && u64::from(rows.0) >= needed
}
