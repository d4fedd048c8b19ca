//! Whether the data of a PDF stream is whole. The parser takes as much of damaged data as it can
//! decode and says nothing of the rest.

use std::borrow::Cow;

use adler2::Adler32;
use flate2::{Decompress, FlushDecompress, Status};
use hayro_syntax::Filter;
use hayro_syntax::object::{Array, Name, Object, Stream};

/// Bytes that are inflated at a time.
const PIECE: usize = 1 << 15;

/// Whether all of a stream's data can be decoded, and fits its checksum where it has one.
pub(super) fn is_whole(stream: &Stream<'_>) -> bool {
    if has_unknown_filter(stream) {
        return false;
    }
    match stream.filters()[..] {
        [] => !may_be_cut(stream),
        [Filter::FlateDecode] => inflated(&stream.raw_data(), None).is_some(),
        _ => stream.decoded_data().is_ok(),
    }
}

/// Whether the data ends before the length that the file gives it: the parser took the first word
/// that looks like its end. Files that lost the carriage returns of their lines are shorter too.
fn may_be_cut(stream: &Stream<'_>) -> bool {
    let given = stream.dict().get::<u32>(&b"Length"[..]);
    let Cow::Borrowed(data) = stream.raw_data() else {
        return false;
    };
    let lines = data.iter().filter(|byte| **byte == b'\n').count();
    given.is_some_and(|given| given as usize > data.len() + lines + 2)
}

/// Whether a filter is named that the parser does not know; it leaves such out without a word.
pub(super) fn has_unknown_filter(stream: &Stream<'_>) -> bool {
    let named = [&b"Filter"[..], b"F"].map(|key| match stream.dict().get::<Object<'_>>(key) {
        Some(Object::Name(_)) => 1,
        Some(Object::Array(names)) => count(&names),
        _ => 0,
    });
    let named = named.into_iter().max().unwrap_or_default();
    named > stream.filters().len()
}

fn count(names: &Array<'_>) -> usize {
    names.iter::<Name<'_>>().count()
}

/// How many bytes deflated data holds, counted up to a number of them; `None` if it is damaged.
pub(super) fn inflated(data: &[u8], enough: Option<u64>) -> Option<u64> {
    // Some writers leave the header of the format out.
    let has_header = matches!(data, [first, second, ..]
        if first & 15 == 8 && u16::from_be_bytes([*first, *second]) % 31 == 0);
    let mut rest = data
        .get(if has_header { 2 } else { 0 }..)
        .unwrap_or_default();
    let mut inflate = Decompress::new(false);
    let mut piece = vec![0; PIECE];
    let mut sum = Adler32::new();
    loop {
        let (read, written) = (inflate.total_in(), inflate.total_out());
        let Ok(status) = inflate.decompress(rest, &mut piece, FlushDecompress::None) else {
            return None;
        };
        let read = (inflate.total_in() - read) as usize;
        let written = (inflate.total_out() - written) as usize;
        rest = rest.get(read..).unwrap_or_default();
        sum.write_slice(piece.get(..written).unwrap_or_default());
        if status == Status::StreamEnd {
            // Where the length that the file gives cuts the checksum off, nothing is lost.
            let given = rest.first_chunk().map(|given| u32::from_be_bytes(*given));
            let is_whole = !has_header || given.is_none_or(|given| given == sum.checksum());
            return is_whole.then(|| inflate.total_out());
        }
        if read == 0 && written == 0 {
            return None;
        }
        if enough.is_some_and(|enough| inflate.total_out() > enough) {
            return enough;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::{DeflateEncoder, ZlibEncoder};

    use super::*;

    #[test]
    fn what_is_cut_off_or_changed_is_not_whole() {
        let text: Vec<u8> = (0..90_000_u32).map(|n| (n * n % 251) as u8).collect();
        let mut zlib = ZlibEncoder::new(Vec::new(), Compression::default());
        zlib.write_all(&text).unwrap();
        let zlib = zlib.finish().unwrap();
        let mut bare = DeflateEncoder::new(Vec::new(), Compression::default());
        bare.write_all(&text).unwrap();
        let bare = bare.finish().unwrap();
        let end = zlib.len() - 4;
        let inflates = |data: &[u8]| inflated(data, None) == Some(90_000);
        assert!(inflates(&zlib) && inflates(&zlib[..end]) && inflates(&bare));
        let padded = [&zlib[..], b"\r\n\0\0"].concat();
        assert!(inflates(&padded));
        for cut in [0, 1, 2, end / 2, end - 1] {
            assert!(!inflates(&zlib[..cut]), "{cut}");
        }
        for at in [end / 3, end / 2, end + 1] {
            let mut changed = zlib.clone();
            changed[at] ^= 0x11;
            assert!(!inflates(&changed), "{at}");
        }
    }
}
