//! Reading pixels: engines that read strips of one line, and how a page's lines are put before them.

mod builtin;
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

use crate::model::confidence::Confidence;
use crate::raster::CropOptions;

/// A first or a second look at the same place; the second is prepared in another way, so that it errs in another way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pass {
    /// For reading the page.
    First,
    /// For checking a reading.
    Second,
}

/// A word of a strip.
#[derive(Debug, Clone, PartialEq)]
pub struct StripWord {
    /// What was read.
    pub text: String,
    /// Left edge in strip pixels.
    pub x0: f32,
    /// Right edge in strip pixels.
    pub x1: f32,
    /// How sure.
    pub confidence: Confidence,
}

/// The engine broke down; says nothing of the page.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct OcrError(pub String);

/// Reads strips that hold one line of print each: dark ink on white paper. Engines start no threads of their own.
pub trait OcrEngine: Send {
    /// As it is named in evidence.
    fn name(&self) -> &'static str;
    /// How it wants lines to be cut.
    fn crop(&self, look: Pass) -> CropOptions;
    /// Reads strips; one answer a strip, in order, empty where nothing was read.
    fn read(&mut self, strips: &[GrayImage]) -> Result<Vec<Vec<StripWord>>, OcrError>;
}
