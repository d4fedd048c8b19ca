//! The two kinds of failure: what cannot begin is an error of the run; a bad file or page is a value that becomes a row.

use serde::{Deserialize, Serialize};

use super::config::ConfigError;

/// Why a run cannot begin.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SetupError {
    /// The configuration makes no sense.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The OCR engine or a worker cannot start.
    #[error("the OCR engine cannot start: {0}")]
    Engine(String),
}

/// What kind of failure a document or page met; part of the JSON contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum ErrorKind {
    /// Locked with a password that was not given.
    Encrypted,
    /// The right kind of file, but broken.
    Damaged,
    /// No bytes in it.
    EmptyFile,
    /// Not a document of a kind that could be read.
    NotADocument,
    /// A document, but with a feature that cannot be read.
    Unsupported,
    /// Over a stated limit.
    TooLarge,
    /// Took longer than allowed.
    TimedOut,
    /// The operating system would not hand it out.
    Unreadable,
}

/// What went wrong with a document or a page, in words for the person who has to act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{message}")]
#[non_exhaustive]
pub struct DocumentError {
    /// For programs.
    pub kind: ErrorKind,
    /// What happened: lower case, no personal data.
    pub message: String,
    /// What to do about it.
    pub advice: String,
}

/// A page fails in the same terms as a document.
pub type PageError = DocumentError;

impl DocumentError {
    /// An error with the standard advice for its kind.
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self {
            kind,
            message: message.into(),
            advice: kind.advice().to_owned(),
        }
    }
}

/// What is said of a scanned page in a run without OCR.
const OCR_DISABLED: &str = "the page is a picture, and reading pictures is switched off";

impl DocumentError {
    /// A scanned page in a run that has no OCR engine; `why` says what is missing.
    pub fn no_ocr(why: impl Into<String>, advice: impl Into<String>) -> Self {
        Self {
            kind: ErrorKind::Unsupported,
            message: why.into(),
            advice: advice.into(),
        }
    }

    /// A scanned page in a run whose configuration forbids OCR.
    pub fn ocr_disabled() -> Self {
        Self::no_ocr(OCR_DISABLED, "read it again with OCR allowed")
    }

    /// Whether it is [`DocumentError::ocr_disabled`].
    pub fn is_ocr_disabled(&self) -> bool {
        self.message == OCR_DISABLED
    }
}

impl ErrorKind {
    /// What a person can do about it.
    pub fn advice(self) -> &'static str {
        match self {
            Self::Encrypted => "supply its password",
            Self::Damaged => "open it in a viewer; scan or download it again if it does not open",
            Self::EmptyFile => "the file has no content; copy or scan it again",
            Self::NotADocument => "only PDF, PNG, JPEG, TIFF, WebP and BMP are read",
            Self::Unsupported => "print it to PDF or save it as PNG, then try again",
            Self::TooLarge => "split it or scan it at a lower resolution, or raise the limit",
            Self::TimedOut => "look at the page by hand, or raise the time limit",
            Self::Unreadable => "check that the file exists and that you may read it",
        }
    }
}

serde_plain::derive_display_from_serialize!(ErrorKind);
serde_plain::derive_fromstr_from_deserialize!(ErrorKind);
