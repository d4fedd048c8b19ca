//! The line reader of this crate as an engine: pure Rust, nothing to install, about two milliseconds a line.

use image::GrayImage;

use super::{OcrEngine, OcrError, Pass, StripWord};
use crate::raster::CropOptions;
use crate::recognizer::LineRecognizer;

/// The line reader with its buffers.
pub struct BuiltinEngine {
    reader: LineRecognizer,
}

impl BuiltinEngine {
    /// Starts it; fails only in a build whose weights do not fit its code.
    pub fn new() -> Result<Self, OcrError> {
        Ok(Self {
            reader: LineRecognizer::new().map_err(|e| OcrError(e.to_string()))?,
        })
    }
}

impl OcrEngine for BuiltinEngine {
    fn name(&self) -> &'static str {
        "the line reader"
    }

    fn crop(&self, look: Pass) -> CropOptions {
        match look {
            Pass::First => CropOptions::FIRST,
            Pass::Second => CropOptions::SECOND,
        }
    }

    fn read(&mut self, strips: &[GrayImage]) -> Result<Vec<Vec<StripWord>>, OcrError> {
        let words = |strip: &GrayImage| {
            let words = self.reader.read_line(strip).words().into_iter();
            words
                .map(|w| StripWord {
                    text: w.text,
                    x0: w.x.start,
                    x1: w.x.end,
                    confidence: w.confidence,
                })
                .collect()
        };
        Ok(strips.iter().map(words).collect())
    }
}
