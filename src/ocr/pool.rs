//! The engine pool: engines are reused from page to page, so that each worker starts them once.

use std::sync::Mutex;

use super::{OcrEngine, OcrError, PageOcr, builtin_engine, engines};
use crate::model::config::EngineChoice;
use crate::model::error::DocumentError;

/// A pool of started engines, lent to one page at a time. Without engines, scans are not read.
pub struct EnginePool {
    idle: Mutex<Vec<PageOcr>>,
    start: Box<dyn Fn() -> Result<PageOcr, OcrError> + Send + Sync>,
}

impl EnginePool {
    /// A pool that calls `start` when all engines are in use.
    pub fn new(start: impl Fn() -> Result<PageOcr, OcrError> + Send + Sync + 'static) -> Self {
        Self {
            idle: Mutex::new(Vec::new()),
            start: Box::new(start),
        }
    }

    /// The engine pool for a choice, of the engines in this build.
    pub fn chosen(choice: EngineChoice) -> Self {
        Self::new(move || page_ocr(engines(choice)?))
    }

    /// The engine pool for a choice, without Tesseract even where it is in the build. A program
    /// that calls only this does not link Tesseract.
    pub fn without_tesseract(choice: EngineChoice) -> Self {
        Self::new(move || page_ocr(builtin_engine(choice)?))
    }

    /// Why no engine can be started; `None` if one can.
    pub fn trouble(&self) -> Option<DocumentError> {
        self.lend(|_| Ok(())).err().map(no_engine)
    }

    /// Lends engines to `work`. Engines that fail are not used again.
    ///
    /// # Errors
    /// If no engine can be started, and if `work` fails.
    pub fn lend<T>(
        &self,
        work: impl FnOnce(&mut PageOcr) -> Result<T, OcrError>,
    ) -> Result<T, OcrError> {
        let idle = self.idle.lock().map_or(None, |mut idle| idle.pop());
        let mut ocr = match idle {
            Some(ocr) => ocr,
            None => (self.start)()?,
        };
        let done = work(&mut ocr)?;
        if let Ok(mut idle) = self.idle.lock() {
            idle.push(ocr);
        }
        Ok(done)
    }
}

/// Page OCR with these engines; an error if there are none.
fn page_ocr(engines: Vec<Box<dyn OcrEngine>>) -> Result<PageOcr, OcrError> {
    if engines.is_empty() {
        return Err(OcrError(
            "Tesseract is not available: it isn't in this build, and extract-ocr isn't in the same \
             folder"
                .to_owned(),
        ));
    }
    Ok(PageOcr::new(engines))
}

/// The error for a page that needs OCR when no engine can be started.
pub fn no_engine(error: OcrError) -> DocumentError {
    DocumentError::no_ocr(
        error.0,
        "install Tesseract with its English data (Debian: tesseract-ocr, tesseract-ocr-eng)",
    )
}
