//! Worker processes that batches with the same settings share.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use i797::pipeline::batch::Workers;
use pyo3::prelude::*;

use crate::SetupError;
use crate::settings::Settings;

/// Workers that batches share.
pub(crate) struct Shared {
    pub(crate) workers: Workers,
    /// Whether the program with Tesseract is there, so that trouble with it may pass.
    has_tesseract: bool,
    is_worn: AtomicBool,
}

impl Shared {
    /// Starts a first one.
    pub(crate) fn start(settings: &Settings) -> PyResult<Self> {
        let launch = settings.launch();
        let has_tesseract = launch.ocr_worker().is_some_and(Path::exists);
        let started = Workers::start(launch, &settings.config()?);
        Ok(Self {
            workers: started.map_err(|error| SetupError::new_err(error.to_string()))?,
            has_tesseract,
            is_worn: AtomicBool::new(false),
        })
    }

    /// Whether later batches need others.
    pub(crate) fn is_worn(&self) -> bool {
        self.is_worn.load(Ordering::SeqCst)
    }

    /// Takes note that they read worse than they should: later batches get others, unless those
    /// would do no better.
    pub(crate) fn wear(&self) {
        self.is_worn.store(self.has_tesseract, Ordering::SeqCst);
    }
}
