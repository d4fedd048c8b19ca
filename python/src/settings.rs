//! How documents are read, as Python says it.

use std::path::PathBuf;
use std::time::Duration;

use i797::model::config::{Config, EngineChoice, Limits, OcrMode};
use i797::pipeline::worker::Launch;
use pyo3::prelude::*;

use crate::UsageError;

/// Everything that decides what workers do; those that read alike are shared.
#[derive(Clone, PartialEq, FromPyObject)]
#[pyo3(from_item_all)]
pub(crate) struct Settings {
    /// The program that workers are started from.
    program: PathBuf,
    jobs: Option<usize>,
    ocr: String,
    engine: String,
    passwords: Vec<String>,
    explain: bool,
    /// Seconds.
    timeout: f64,
    /// MiB.
    max_memory: u64,
    /// MiB.
    max_file: u64,
    max_pages: usize,
    /// Millions.
    max_pixels: u64,
}

impl Settings {
    /// How the workers are started: Tesseract is in a second program beside the first, if it is
    /// there.
    pub(crate) fn launch(&self) -> Launch {
        Launch::program(&self.program).with_ocr_worker_beside("extract-ocr")
    }

    /// The same for the library.
    ///
    /// # Errors
    /// `UsageError` for a value out of range.
    pub(crate) fn config(&self) -> PyResult<Config> {
        let limits = Limits::default()
            .with_file_bytes(mib(self.max_file))
            .with_pages(self.max_pages)
            .with_pixels(self.max_pixels.saturating_mul(1_000_000))
            .with_memory(mib(self.max_memory))
            .with_page_time(self.page_time()?);
        let config = Config::default()
            .with_ocr(self.ocr()?)
            .with_engine(self.engine()?)
            .with_passwords(self.passwords.clone())
            .with_jobs(self.jobs)
            .with_explain(self.explain)
            .with_limits(limits);
        let valid = config.validate();
        valid.map_err(|error| UsageError::new_err(error.to_string()))?;
        Ok(config)
    }

    fn page_time(&self) -> PyResult<Duration> {
        let time = Duration::try_from_secs_f64(self.timeout);
        time.map_err(|error| UsageError::new_err(format!("timeout: {error}")))
    }

    fn ocr(&self) -> PyResult<OcrMode> {
        match &*self.ocr {
            "auto" => Ok(OcrMode::Auto),
            "always" => Ok(OcrMode::Always),
            "never" => Ok(OcrMode::Never),
            other => Err(unknown("ocr", other, "auto, always or never")),
        }
    }

    fn engine(&self) -> PyResult<EngineChoice> {
        match &*self.engine {
            "both" => Ok(EngineChoice::Both),
            "builtin" => Ok(EngineChoice::Builtin),
            "tesseract" => Ok(EngineChoice::Tesseract),
            other => Err(unknown("engine", other, "both, builtin or tesseract")),
        }
    }
}

/// Bytes of so many MiB.
fn mib(count: u64) -> u64 {
    count.saturating_mul(1 << 20)
}

fn unknown(argument: &str, value: &str, known: &str) -> PyErr {
    UsageError::new_err(format!("{argument} must be {known}, not {value:?}"))
}
