//! What a run was asked to do, resolved and validated.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::model::error::SetupError;

/// When pages are read by OCR.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(clap::ValueEnum))]
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
}

impl Default for Limits {
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// Which pictures are made of what is read; none by default, and then nothing is spent on them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PreviewOptions {
    /// Crops of numbers and of heads of notices that lack one.
    pub crops: bool,
    /// Whole pages with labels, numbers, verdicts and skipped parts drawn on them.
    pub pages: bool,
    /// Whether numbers are covered except for their last four digits.
    pub mask: bool,
}

impl PreviewOptions {
    /// Whether any are made.
    pub fn any(self) -> bool {
        self.crops || self.pages
    }
}

/// All choices of a run.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Config {
    /// When pixels are read.
    pub ocr: OcrMode,
    /// Which reader of pictures works.
    pub engine: EngineChoice,
    /// Tried in order on locked PDFs.
    pub passwords: Vec<String>,
    /// Threads; `None` for one a core.
    pub jobs: Option<usize>,
    /// Whether the reasons for every verdict are kept for `--explain`.
    pub explain: bool,
    /// Which pictures are made of what is read.
    pub pictures: PreviewOptions,
    /// Bounds on what is opened.
    pub limits: Limits,
}

impl Config {
    /// Says what makes no sense, before any work is done.
    pub fn validate(&self) -> Result<(), SetupError> {
        if self.jobs == Some(0) {
            return Err(SetupError::Config("--jobs must be at least 1".to_owned()));
        }
        if self.limits.page_time.is_zero() {
            return Err(SetupError::Config(
                "--timeout must be more than 0".to_owned(),
            ));
        }
        if self.limits.memory < LEAST_MEMORY {
            let least = LEAST_MEMORY >> 20;
            return Err(SetupError::Config(format!(
                "--max-memory must be at least {least} MiB: the reader itself needs it"
            )));
        }
        Ok(())
    }
}
