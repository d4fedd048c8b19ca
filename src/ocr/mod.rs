//! OCR: engines that read strips of one line each, and the recognition of whole pages with them.

mod back;
mod builtin;
mod cells;
mod page;
pub mod pool;
mod second_look;
mod small;
mod strip;
#[cfg(feature = "tesseract")]
pub mod tesseract;

pub use builtin::BuiltinEngine;
use image::GrayImage;
pub use page::{PageOcr, Scan};
pub use second_look::SecondLook;
#[cfg(feature = "tesseract")]
use tesseract::Tesseract;

use crate::model::confidence::Confidence;
use crate::model::config::EngineChoice;
use crate::raster::CropOptions;

/// A first or second pass over the same place. The second crops lines differently, so that its
/// errors differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pass {
    /// Reads the page.
    First,
    /// Verifies a reading.
    Second,
}

/// A word of a strip.
#[derive(Debug, Clone, PartialEq)]
pub struct StripWord {
    /// The text.
    pub text: String,
    /// Left edge in strip pixels.
    pub x0: f32,
    /// Right edge in strip pixels.
    pub x1: f32,
    /// The confidence of the whole word.
    pub confidence: Confidence,
}

/// The failure of an engine. It says nothing about the page.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct OcrError(pub String);

/// Reads strips that contain one line of print each, dark ink on white paper. Engines must not
/// start threads of their own.
pub trait OcrEngine: Send {
    /// The engine's name in evidence.
    fn name(&self) -> &'static str;
    /// How lines are cropped for this engine.
    fn crop(&self, pass: Pass) -> CropOptions;
    /// Reads strips. Returns one list of words per strip, in order; empty where nothing was read.
    fn read(&mut self, strips: &[GrayImage]) -> Result<Vec<Vec<StripWord>>, OcrError>;
}

/// The engines of a choice that are in this build, in the order in which they read a page.
fn engines(choice: EngineChoice) -> Result<Vec<Box<dyn OcrEngine>>, OcrError> {
    #[cfg_attr(
        not(feature = "tesseract"),
        expect(unused_mut, reason = "there is no other engine")
    )]
    let mut engines = builtin_engine(choice)?;
    #[cfg(feature = "tesseract")]
    match choice {
        EngineChoice::Builtin => {}
        EngineChoice::Tesseract => engines.push(Box::new(Tesseract::new()?)),
        EngineChoice::Both => engines.push(Box::new(Tesseract::on_demand())),
    }
    Ok(engines)
}

/// The built-in engine, if it is of a choice. A program that calls only this does not link
/// Tesseract.
fn builtin_engine(choice: EngineChoice) -> Result<Vec<Box<dyn OcrEngine>>, OcrError> {
    if choice == EngineChoice::Tesseract {
        Ok(Vec::new())
    } else {
        Ok(vec![Box::new(BuiltinEngine::new()?)])
    }
}
