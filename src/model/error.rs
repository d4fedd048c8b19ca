//! Error types: [`SetupError`] means that a run cannot start; [`DocumentError`] is a value in the
//! report for a file or page that could not be read.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::config::ConfigError;

/// Why a run cannot start.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SetupError {
    /// The configuration is invalid.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The OCR engine or a worker cannot start.
    #[error("cannot start the OCR engine: {0}")]
    Engine(String),
}

/// Why a document or page could not be read. The names are part of the JSON contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum ErrorKind {
    /// Password-protected, and no given password fits.
    Encrypted,
    /// A supported format, but damaged.
    Damaged,
    /// The file has zero bytes.
    EmptyFile,
    /// Not a document, or not in a supported format.
    NotADocument,
    /// A document with an unsupported feature.
    Unsupported,
    /// Over a size, page, pixel or memory limit.
    TooLarge,
    /// Over the time limit.
    TimedOut,
    /// The operating system could not open or read it.
    Unreadable,
    /// The run was interrupted while it was being read.
    Interrupted,
}

/// What went wrong with a document or page, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error, JsonSchema)]
#[error("{message}")]
#[non_exhaustive]
pub struct DocumentError {
    /// The kind of error, for programs.
    pub kind: ErrorKind,
    /// What happened: lower case, without personal data.
    pub message: String,
    /// What to do about it: imperative, lower case.
    pub advice: String,
}

/// An error of a page, in the same form as that of a document.
pub type PageError = DocumentError;

impl DocumentError {
    /// Creates an error with the standard advice for its kind.
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self {
            kind,
            message: message.into(),
            advice: kind.advice().to_owned(),
        }
    }
}

/// The message when a worker process dies while it reads.
const READER_CRASHED: &str = "the decoder crashed on it";
/// The message for a scanned page in a run without OCR.
const OCR_DISABLED: &str = "the page is scanned, and OCR is disabled";

impl DocumentError {
    /// The error of a scanned page in a run without an OCR engine; `why` says what is missing.
    pub fn no_ocr(why: impl Into<String>, advice: impl Into<String>) -> Self {
        Self {
            kind: ErrorKind::Unsupported,
            message: why.into(),
            advice: advice.into(),
        }
    }

    /// The error of a scanned page in a run whose configuration disables OCR.
    pub fn ocr_disabled() -> Self {
        Self::no_ocr(OCR_DISABLED, "enable OCR")
    }

    /// The error of a document or page on which a worker process died.
    pub fn reader_crashed() -> Self {
        Self::new(ErrorKind::Damaged, READER_CRASHED)
    }

    /// Whether this is [`DocumentError::reader_crashed`].
    pub fn is_reader_crashed(&self) -> bool {
        self.message == READER_CRASHED
    }

    /// Whether this is [`DocumentError::ocr_disabled`].
    pub fn is_ocr_disabled(&self) -> bool {
        self.message == OCR_DISABLED
    }
}

impl ErrorKind {
    /// The standard advice for this kind of error.
    pub fn advice(self) -> &'static str {
        match self {
            Self::Encrypted => "provide the password",
            Self::Damaged => "try it in a viewer; if it doesn't open, scan or download it again",
            Self::EmptyFile => "copy or scan it again",
            Self::NotADocument => "use PDF, PNG, JPEG, HEIC, TIFF, WebP, BMP or GIF",
            Self::Unsupported => "print it to PDF or save it as PNG, then try again",
            Self::TooLarge => "split it, scan it at a lower resolution, or raise the limit",
            Self::TimedOut => "check the page by hand, or raise the time limit",
            Self::Unreadable => {
                "check that the file exists and that you have permission to read it"
            }
            Self::Interrupted => "run again to read it",
        }
    }
}

serde_plain::derive_display_from_serialize!(ErrorKind);
serde_plain::derive_fromstr_from_deserialize!(ErrorKind);
