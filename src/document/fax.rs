//! CCITT fax pictures inside TIFF: Group 3 in one and two dimensions, Group 4, and the modified
//! Huffman rows.

use ::image::GrayImage;
use hayro_ccitt::{DecodeSettings, Decoder, DecoderContext, EncodingMode, decode};

/// How a strip is coded.
#[derive(Debug, Clone, Copy)]
pub(super) struct FaxCoding {
    pub mode: EncodingMode,
    /// Rows begin at bytes: TIFF's modified Huffman.
    pub byte_aligned: bool,
    /// The colour of a run of ink: black in what WhiteIsZero pictures call 1.
    pub ink: u8,
}

struct Rows<'a> {
    picture: &'a mut GrayImage,
    row: u32,
    end: u32,
    ink: u8,
}

impl Decoder for Rows<'_> {
    fn push_row(&mut self, changes: &[u32]) {
        let width = self.picture.width();
        if self.row < self.end {
            let start = self.row as usize * width as usize;
            let row = (**self.picture)
                .get_mut(start..start + width as usize)
                .unwrap_or_default();
            for run in changes.chunks(2) {
                let from = run.first().copied().unwrap_or(width).min(width) as usize;
                let to = run.get(1).copied().unwrap_or(width).min(width) as usize;
                if let Some(run) = row.get_mut(from..to) {
                    run.fill(self.ink);
                }
            }
        }
        self.row += 1;
    }
}

/// Decodes a strip into rows `from..to` of a picture that is blank there. Returns whether all rows
/// were read.
pub(super) fn decode_strip(
    data: &[u8],
    coding: FaxCoding,
    picture: &mut GrayImage,
    from: u32,
    to: u32,
) -> bool {
    let settings = DecodeSettings {
        columns: picture.width(),
        rows: to.saturating_sub(from),
        end_of_block: true,
        end_of_line: coding.mode != EncodingMode::Group4 && !coding.byte_aligned,
        rows_are_byte_aligned: coding.byte_aligned,
        encoding: coding.mode,
        strict: false,
    };
    let mut rows = Rows {
        picture,
        row: from,
        end: to,
        ink: coding.ink,
    };
    let whole = decode(data, &mut rows, &mut DecoderContext::new(settings)).is_ok();
    whole && rows.row >= to
}
