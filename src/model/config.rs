//! How documents are to be read, resolved and validated.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// When pages are read by OCR.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(clap::ValueEnum))]
#[non_exhaustive]
pub enum OcrMode {
    /// Only pages without visible text
    #[default]
    Auto,
    /// Every page, even if it has text
    Always,
    /// No page: scanned pages are reported as failed
    Never,
}

/// The OCR engine for scanned pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(clap::ValueEnum))]
#[non_exhaustive]
pub enum EngineChoice {
    /// The built-in line recognizer alone
    #[cfg_attr(feature = "cli", value(alias = "own"))]
    Builtin,
    /// Tesseract alone
    Tesseract,
    /// The built-in recognizer, verified by Tesseract
    #[default]
    Both,
}

/// Bounds on what is opened and on what reading it may take. Beyond `page_time` a page is reported as `timed-out`, beyond any
/// other bound a file or page as `too-large`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Limits {
    /// Bytes of a file.
    pub file_bytes: u64,
    /// Pages or frames of a document.
    pub pages: usize,
    /// Pixels of one page image.
    pub pixels: u64,
    /// Bytes of memory of one worker process: the file, its streams inflated, its pictures decoded. Not held to in-process.
    pub memory: u64,
    /// How long opening a document, or reading one of its pages, may take. Not held to in-process.
    pub page_time: Duration,
}

/// A worker with less could not even load its libraries.
const LEAST_MEMORY: u64 = 512 << 20;

impl Limits {
    /// The default, for constants.
    pub const DEFAULT: Self = Self {
        file_bytes: 1 << 30,
        pages: 5_000,
        pixels: 150_000_000,
        memory: 3 << 30,
        page_time: Duration::from_secs(30),
    };

    /// Sets the largest file, in bytes.
    #[must_use]
    pub const fn with_file_bytes(self, file_bytes: u64) -> Self {
        Self { file_bytes, ..self }
    }

    /// Sets the most pages or frames of a document.
    #[must_use]
    pub const fn with_pages(self, pages: usize) -> Self {
        Self { pages, ..self }
    }

    /// Sets the most pixels of one page image.
    #[must_use]
    pub const fn with_pixels(self, pixels: u64) -> Self {
        Self { pixels, ..self }
    }

    /// Sets the memory of one worker, in bytes.
    #[must_use]
    pub const fn with_memory(self, memory: u64) -> Self {
        Self { memory, ..self }
    }

    /// Sets how long opening a document or reading one page may take.
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

/// Which pictures are made of what is read; none by default, and then nothing is spent on them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PreviewOptions {
    /// Crops of numbers and of heads of notices that lack one.
    pub crops: bool,
    /// Whole pages with labels, numbers, verdicts and skipped parts drawn on them.
    pub pages: bool,
    /// Whether numbers are covered except for their last four digits.
    pub mask: bool,
}

impl PreviewOptions {
    /// Options with these choices, in the order of the fields.
    pub fn new(crops: bool, pages: bool, mask: bool) -> Self {
        Self { crops, pages, mask }
    }

    /// Whether any are made.
    pub fn any(self) -> bool {
        self.crops || self.pages
    }
}

/// Passwords to try on locked PDFs. They are shown to nobody: `Debug` prints how many there are.
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

/// How documents are read. Start from `Config::default()` and change what you need.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Config {
    /// When pages are read by OCR.
    pub ocr: OcrMode,
    /// The OCR engine for scanned pages.
    pub engine: EngineChoice,
    /// Tried in order on locked PDFs.
    pub passwords: Passwords,
    /// Documents read at the same time; `None` for one per core.
    pub jobs: Option<usize>,
    /// Whether the reasons for every verdict are kept.
    pub explain: bool,
    /// Which images of pages are made.
    pub pictures: PreviewOptions,
    /// Limits on files, memory and time.
    pub limits: Limits,
}

/// Why a [`Config`] makes no sense.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ConfigError {
    /// No document could ever be read.
    #[error("the number of jobs must be at least 1")]
    NoJobs,
    /// No page could ever be finished.
    #[error("the time limit must be more than 0")]
    NoTime,
    /// A worker could not even load its libraries.
    #[error("the memory limit must be at least {least_mib} MiB: a worker needs that much to start")]
    LittleMemory {
        /// The least that works, in MiB.
        least_mib: u64,
    },
}

impl Config {
    /// Sets when pages are read by OCR.
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

    /// Sets whether the reasons for every verdict are kept.
    #[must_use]
    pub fn with_explain(self, explain: bool) -> Self {
        Self { explain, ..self }
    }

    /// Sets which images of pages are made.
    #[must_use]
    pub fn with_pictures(self, pictures: PreviewOptions) -> Self {
        Self { pictures, ..self }
    }

    /// Sets the limits on files, memory and time.
    #[must_use]
    pub fn with_limits(self, limits: Limits) -> Self {
        Self { limits, ..self }
    }

    /// Checks that the choices make sense, before any work is done.
    ///
    /// # Errors
    /// The first choice that makes none.
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
