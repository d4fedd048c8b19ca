//! What a run was asked to do, resolved and validated.

use crate::error::SetupError;

/// When pixels are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OcrMode {
    /// Where a page has no visible text of its own.
    #[default]
    Auto,
    /// On every page, even where there is text.
    Always,
    /// Never: a scanned page is reported as failed.
    Never,
}

/// Which reader of pictures works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ReaderChoice {
    /// The reader of this crate alone.
    Own,
    /// Tesseract alone.
    Tesseract,
    /// The own reader first, Tesseract as its second witness.
    #[default]
    Both,
}

/// Bounds on what is opened; a file beyond one is reported as `too-large`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a file.
    pub file_bytes: u64,
    /// Pages or frames of a document.
    pub pages: usize,
    /// Pixels of one page image.
    pub pixels: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { file_bytes: 1 << 30, pages: 5_000, pixels: 150_000_000 }
    }
}

/// All choices of a run.
#[derive(Debug, Clone, Default)]
pub struct Config {
    /// When pixels are read.
    pub ocr: OcrMode,
    /// Which reader of pictures works.
    pub reader: ReaderChoice,
    /// Tried in order on locked PDFs.
    pub passwords: Vec<String>,
    /// Threads; `None` for one a core.
    pub jobs: Option<usize>,
    /// Whether the reasons for every verdict are kept for `--explain`.
    pub explain: bool,
    /// Bounds on what is opened.
    pub limits: Limits,
}

impl Config {
    /// Says what makes no sense, before any work is done.
    pub fn validate(&self) -> Result<(), SetupError> {
        if self.jobs == Some(0) {
            return Err(SetupError::Config("--jobs must be at least 1".to_owned()));
        }
        Ok(())
    }
}
