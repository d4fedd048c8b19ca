//! Whether the data of a PDF stream is whole. The parser takes as much of damaged data as it can
//! decode and says nothing of the rest.

use adler2::Adler32;
use flate2::{Decompress, FlushDecompress, Status};
use hayro_syntax::Filter;
use hayro_syntax::object::Stream;

/// Bytes that are inflated at a time.
const PIECE: usize = 1 << 15;

/// Whether all of a stream's data can be decoded, and fits its checksum where it has one.
pub(super) fn is_whole(stream: &Stream<'_>) -> bool {
    match stream.filters()[..] {
        [] => true,
        [Filter::FlateDecode] => inflates(&stream.raw_data()),
        _ => stream.decoded_data().is_ok(),
    }
}

fn inflates(data: &[u8]) -> bool {
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
            return false;
        };
        let read = (inflate.total_in() - read) as usize;
        let written = (inflate.total_out() - written) as usize;
        rest = rest.get(read..).unwrap_or_default();
        sum.write_slice(piece.get(..written).unwrap_or_default());
        if status == Status::StreamEnd {
            // Where the length that the file gives cuts the checksum off, nothing is lost.
            let given = rest.first_chunk().map(|given| u32::from_be_bytes(*given));
            return !has_header || given.is_none_or(|given| given == sum.checksum());
        }
        if read == 0 && written == 0 {
            return false;
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
