//! The built-in OCR engine: this crate's line recognizer. Pure Rust, nothing to install, about two
//! milliseconds per line.

use image::GrayImage;

use super::{OcrEngine, OcrError, Pass, StripWord};
use crate::raster::CropOptions;
use crate::recognizer::LineRecognizer;

/// The line recognizer as an engine.
pub struct BuiltinEngine {
    recognizer: LineRecognizer,
}

impl BuiltinEngine {
    /// Starts the engine. Fails only in a build whose weights don't match its code.
    pub fn new() -> Result<Self, OcrError> {
        Ok(Self {
            recognizer: LineRecognizer::new().map_err(|e| OcrError(e.to_string()))?,
        })
    }

    fn read_strip(&mut self, strip: &GrayImage) -> Vec<StripWord> {
        self.recognizer
            .read_line(strip)
            .words()
            .into_iter()
            .map(|w| StripWord {
                text: w.text,
                x0: w.x.start,
                x1: w.x.end,
                confidence: w.confidence,
            })
            .collect()
    }
}

impl OcrEngine for BuiltinEngine {
    fn name(&self) -> &'static str {
        "the built-in engine"
    }

    fn crop(&self, pass: Pass) -> CropOptions {
        match pass {
            Pass::First => CropOptions::FIRST,
            Pass::Second => CropOptions::SECOND,
        }
    }

    fn read(&mut self, strips: &[GrayImage]) -> Result<Vec<Vec<StripWord>>, OcrError> {
        Ok(strips.iter().map(|strip| self.read_strip(strip)).collect())
    }
}
