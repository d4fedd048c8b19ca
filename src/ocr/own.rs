//! The line reader of this crate as an engine: pure Rust, nothing to install, about two milliseconds a line.

use super::{Look, OcrEngine, OcrError, StripWord};
use crate::raster::CropOptions;
use crate::reader::LineReader;
use image::GrayImage;

/// The line reader with its buffers.
pub struct OwnReader {
    reader: LineReader,
}

impl OwnReader {
    /// Starts it; fails only in a build whose weights do not fit its code.
    pub fn new() -> Result<Self, OcrError> {
        Ok(Self { reader: LineReader::new().map_err(|e| OcrError(e.to_string()))? })
    }
}

impl OcrEngine for OwnReader {
    fn name(&self) -> &'static str {
        "the line reader"
    }

    fn crop(&self, look: Look) -> CropOptions {
        match look {
            Look::First => CropOptions::FIRST,
            Look::Second => CropOptions::SECOND,
        }
    }

    fn read(&mut self, strips: &[GrayImage]) -> Result<Vec<Vec<StripWord>>, OcrError> {
        let words = |strip: &GrayImage| {
            let words = self.reader.read_line(strip).words().into_iter();
            words.map(|w| StripWord { text: w.text, x0: w.x.start, x1: w.x.end, confidence: w.confidence }).collect()
        };
        Ok(strips.iter().map(words).collect())
    }
}
