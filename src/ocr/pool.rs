//! Engines handed from page to page, so that each worker starts them once.

use std::sync::Mutex;

#[cfg(feature = "tesseract")]
use super::tesseract::Tesseract;
use crate::model::config::EngineChoice;
use crate::model::error::DocumentError;
use crate::ocr::{BuiltinEngine, OcrEngine, OcrError, PageOcr};

/// Page readers handed from job to job, so that engines are started once a worker. Without engines, scans are not read.
pub struct EnginePool {
    idle: Mutex<Vec<PageOcr>>,
    start: Box<dyn Fn() -> Result<PageOcr, OcrError> + Send + Sync>,
}

impl EnginePool {
    /// Engines made by `start` when all others are busy.
    pub fn new(start: impl Fn() -> Result<PageOcr, OcrError> + Send + Sync + 'static) -> Self {
        Self {
            idle: Mutex::new(Vec::new()),
            start: Box::new(start),
        }
    }

    /// Engines by choice and by what is built in.
    pub fn chosen(choice: EngineChoice) -> Self {
        Self::new(move || {
            #[cfg_attr(
                not(feature = "tesseract"),
                expect(unused_mut, reason = "there is no other engine")
            )]
            let mut engines = own_engine(choice)?;
            #[cfg(feature = "tesseract")]
            match choice {
                EngineChoice::Builtin => {}
                EngineChoice::Tesseract => engines.push(Box::new(Tesseract::new()?)),
                EngineChoice::Both => engines.push(Box::new(Tesseract::on_demand())),
            }
            page_reader(engines)
        })
    }

    /// Engines by choice, without Tesseract even where it is built in: who only calls this links nothing of it.
    pub fn without_tesseract(choice: EngineChoice) -> Self {
        Self::new(move || page_reader(own_engine(choice)?))
    }

    /// Why no reader can be started; `None` where one can.
    pub fn trouble(&self) -> Option<DocumentError> {
        self.lend(|_| Ok(())).err().map(no_engine)
    }

    /// Lends a page reader to `work`. One that broke down is not used again.
    ///
    /// # Errors
    /// When no engine can be started, and what `work` fails with.
    pub fn lend<T>(
        &self,
        work: impl FnOnce(&mut PageOcr) -> Result<T, OcrError>,
    ) -> Result<T, OcrError> {
        let idle = self.idle.lock().map_or(None, |mut idle| idle.pop());
        let mut reader = match idle {
            Some(reader) => reader,
            None => (self.start)()?,
        };
        let done = work(&mut reader)?;
        // Only a reader that did not break down is used again.
        if let Ok(mut idle) = self.idle.lock() {
            idle.push(reader);
        }
        Ok(done)
    }
}

/// The line reader, where it is chosen.
fn own_engine(choice: EngineChoice) -> Result<Vec<Box<dyn OcrEngine>>, OcrError> {
    if choice == EngineChoice::Tesseract {
        Ok(Vec::new())
    } else {
        Ok(vec![Box::new(BuiltinEngine::new()?)])
    }
}

/// The engines of one worker: the first reads pages, all of them give second_reading.
fn page_reader(engines: Vec<Box<dyn OcrEngine>>) -> Result<PageOcr, OcrError> {
    if engines.is_empty() {
        return Err(OcrError(
            "Tesseract is neither built in nor installed beside this program".to_owned(),
        ));
    }
    Ok(PageOcr::new(engines))
}

/// The error of a page that needs an engine where none can be started.
pub fn no_engine(error: OcrError) -> DocumentError {
    DocumentError::no_ocr(
        error.0,
        "install Tesseract with its English data (Debian: tesseract-ocr, tesseract-ocr-eng)",
    )
}
