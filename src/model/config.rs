//! The configuration of a run: OCR, engine, passwords, previews and limits.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// When to use OCR.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(clap::ValueEnum))]
#[non_exhaustive]
pub enum OcrMode {
    /// On pages without visible text
    #[default]
    Auto,
    /// On every page, even if it has text
    Always,
    /// Never; scanned pages are reported as failed
    Never,
}

/// The OCR engine for scanned pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(clap::ValueEnum))]
#[non_exhaustive]
pub enum EngineChoice {
    /// The built-in engine only
    #[cfg_attr(feature = "cli", value(alias = "own"))]
    Builtin,
    /// Tesseract only
    Tesseract,
    /// The built-in engine, verified by Tesseract
    #[default]
    Both,
}

/// Limits on input size, memory and time.
///
/// A page over `page_time` is reported as `timed-out`; a file or page over any other limit as
/// `too-large`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Limits {
    /// File size in bytes.
    pub file_bytes: u64,
    /// Pages or frames per document.
    pub pages: usize,
    /// Pixels per page image.
    pub pixels: u64,
    /// Memory per worker in bytes, for the file, its decompressed streams and decoded images. Not
    /// enforced when reading in-process.
    pub memory: u64,
    /// Time limit for opening a document and for reading each page. Not enforced in-process.
    pub page_time: Duration,
}

/// The least memory for a worker, in bytes: with less it cannot load its libraries.
const LEAST_MEMORY: u64 = 512 << 20;

impl Limits {
    /// The default limits, usable in constants.
    pub const DEFAULT: Self = Self {
        file_bytes: 1 << 30,
        pages: 5_000,
        pixels: 150_000_000,
        memory: 3 << 30,
        page_time: Duration::from_secs(30),
    };

    /// Sets the file size limit, in bytes.
    #[must_use]
    pub const fn with_file_bytes(self, file_bytes: u64) -> Self {
        Self { file_bytes, ..self }
    }

    /// Sets the limit on pages or frames per document.
    #[must_use]
    pub const fn with_pages(self, pages: usize) -> Self {
        Self { pages, ..self }
    }

    /// Sets the limit on pixels per page image.
    #[must_use]
    pub const fn with_pixels(self, pixels: u64) -> Self {
        Self { pixels, ..self }
    }

    /// Sets the memory limit per worker, in bytes.
    #[must_use]
    pub const fn with_memory(self, memory: u64) -> Self {
        Self { memory, ..self }
    }

    /// Sets the time limit for opening a document and for reading each page.
    #[must_use]
    pub const fn with_page_time(self, page_time: Duration) -> Self {
        Self { page_time, ..self }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// Which preview images to make. None by default, which costs nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PreviewOptions {
    /// Crops of numbers, and of the top of notices that lack an account number.
    pub crops: bool,
    /// Whole pages with labels, numbers, verdicts and ignored areas drawn in.
    pub pages: bool,
    /// Whether to redact all but the last four digits of each number.
    pub mask: bool,
}

impl PreviewOptions {
    /// Creates options from the values of the fields, in their order.
    pub fn new(crops: bool, pages: bool, mask: bool) -> Self {
        Self { crops, pages, mask }
    }

    /// Whether any previews are requested.
    pub fn any(self) -> bool {
        self.crops || self.pages
    }
}

/// Passwords to try on locked PDFs. `Debug` prints only how many there are.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Passwords(Vec<String>);

impl Passwords {
    /// The passwords in the order in which they are tried.
    pub fn as_slice(&self) -> &[String] {
        &self.0
    }
}

impl From<Vec<String>> for Passwords {
    fn from(passwords: Vec<String>) -> Self {
        Self(passwords)
    }
}

impl std::fmt::Debug for Passwords {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "[{} passwords]", self.0.len())
    }
}

/// The configuration of a run. Start from `Config::default()` and change what you need.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Config {
    /// When to use OCR.
    pub ocr: OcrMode,
    /// The OCR engine for scanned pages.
    pub engine: EngineChoice,
    /// Tried in order on locked PDFs.
    pub passwords: Passwords,
    /// Documents read at the same time; `None` for one per core.
    pub jobs: Option<usize>,
    /// Whether to keep the reasons for every verdict.
    pub explain: bool,
    /// Which preview images to make.
    pub pictures: PreviewOptions,
    /// Limits on files, memory and time.
    pub limits: Limits,
}

/// Why a [`Config`] is invalid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ConfigError {
    /// The number of jobs is 0.
    #[error("the number of jobs must be at least 1")]
    NoJobs,
    /// The page time limit is 0.
    #[error("the page time limit must be greater than 0")]
    NoTime,
    /// The memory limit is below what a worker needs to load its libraries.
    #[error("the memory limit must be at least {least_mib} MiB, which a worker needs to start")]
    LittleMemory {
        /// The lowest valid limit, in MiB.
        least_mib: u64,
    },
}

impl Config {
    /// Sets when to use OCR.
    #[must_use]
    pub fn with_ocr(self, ocr: OcrMode) -> Self {
        Self { ocr, ..self }
    }

    /// Sets the OCR engine.
    #[must_use]
    pub fn with_engine(self, engine: EngineChoice) -> Self {
        Self { engine, ..self }
    }

    /// Sets the passwords to try.
    #[must_use]
    pub fn with_passwords(self, passwords: Vec<String>) -> Self {
        Self {
            passwords: passwords.into(),
            ..self
        }
    }

    /// Sets how many documents are read at the same time; `None` for one per core.
    #[must_use]
    pub fn with_jobs(self, jobs: Option<usize>) -> Self {
        Self { jobs, ..self }
    }

    /// Sets whether to keep the reasons for every verdict.
    #[must_use]
    pub fn with_explain(self, explain: bool) -> Self {
        Self { explain, ..self }
    }

    /// Sets which preview images to make.
    #[must_use]
    pub fn with_pictures(self, pictures: PreviewOptions) -> Self {
        Self { pictures, ..self }
    }

    /// Sets the limits on files, memory and time.
    #[must_use]
    pub fn with_limits(self, limits: Limits) -> Self {
        Self { limits, ..self }
    }

    /// Checks the configuration.
    ///
    /// # Errors
    /// The first invalid value.
    pub fn validate(&self) -> Result<(), ConfigError> {
        if self.jobs == Some(0) {
            return Err(ConfigError::NoJobs);
        }
        if self.limits.page_time.is_zero() {
            return Err(ConfigError::NoTime);
        }
        if self.limits.memory < LEAST_MEMORY {
            return Err(ConfigError::LittleMemory {
                least_mib: LEAST_MEMORY >> 20,
            });
        }
        Ok(())
    }
}
