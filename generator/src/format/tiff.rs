//! TIFF with one directory per page, in the compressions that scanners and fax servers write.

use weezl::BitOrder;
use weezl::encode::Encoder;

use super::{Scan, ccitt, deflate, picture};

/// How the pixels are packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compression {
    /// LZW, 8-bit gray.
    Lzw,
    /// Deflate, 8-bit gray.
    Flate,
    /// JPEG, 8-bit gray.
    Jpeg,
    /// CCITT group 3, one dimension, 1 bit.
    G3,
    /// CCITT group 4, 1 bit.
    G4,
}

impl Compression {
    fn tag(self) -> u32 {
        match self {
            Compression::G3 => 3,
            Compression::G4 => 4,
            Compression::Lzw => 5,
            Compression::Jpeg => 7,
            Compression::Flate => 8,
        }
    }

    fn pack(self, scan: &Scan, quality: u8) -> Vec<u8> {
        match self {
            Compression::G3 => ccitt::group3(&scan.pixels),
            Compression::G4 => ccitt::group4(&scan.pixels),
            Compression::Jpeg => picture::jpeg(scan, quality),
            Compression::Flate => deflate(scan.pixels.as_raw()),
            Compression::Lzw => Encoder::with_tiff_size_switch(BitOrder::Msb, 8)
                .encode(scan.pixels.as_raw())
                .unwrap_or_default(),
        }
    }
}

/// Writes the pages, little-endian, one strip each.
pub fn write(pages: &[Scan], compression: Compression, quality: u8) -> Vec<u8> {
    let mut out = b"II*\0\0\0\0\0".to_vec();
    // The position of the offset of the next directory.
    let mut link = 4;
    for scan in pages {
        let data_at = out.len();
        let data = compression.pack(scan, quality);
        out.extend_from_slice(&data);
        pad(&mut out);
        let resolution_at = out.len();
        for dpi in [scan.dpi.0, scan.dpi.1] {
            out.extend_from_slice(&(dpi.round() as u32).to_le_bytes());
            out.extend_from_slice(&1u32.to_le_bytes());
        }
        let directory_at = out.len();
        out[link..link + 4].copy_from_slice(&(directory_at as u32).to_le_bytes());
        let bilevel = matches!(compression, Compression::G3 | Compression::G4);
        let entries: [(u16, u16, u32); 12] = [
            (256, 4, scan.pixels.width()),
            (257, 4, scan.pixels.height()),
            (258, 3, if bilevel { 1 } else { 8 }),
            (259, 3, compression.tag()),
            // 0: white is zero, as in fax coding; 1: black is zero.
            (262, 3, u32::from(!bilevel)),
            (273, 4, data_at as u32),
            (277, 3, 1),
            (278, 4, scan.pixels.height()),
            (279, 4, data.len() as u32),
            (282, 5, resolution_at as u32),
            (283, 5, resolution_at as u32 + 8),
            (296, 3, 2), // inches
        ];
        out.extend_from_slice(&(entries.len() as u16).to_le_bytes());
        for (tag, kind, value) in entries {
            out.extend_from_slice(&tag.to_le_bytes());
            out.extend_from_slice(&kind.to_le_bytes());
            out.extend_from_slice(&1u32.to_le_bytes());
            out.extend_from_slice(&value.to_le_bytes());
        }
        link = out.len();
        out.extend_from_slice(&[0; 4]);
        pad(&mut out);
    }
    out
}

/// Directories and values begin at even offsets.
fn pad(out: &mut Vec<u8>) {
    if out.len() % 2 == 1 {
        out.push(0);
    }
}
