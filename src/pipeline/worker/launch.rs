//! The programs that workers are started from.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::serve::ASKED;
use crate::model::error::SetupError;

/// How workers are started.
#[derive(Debug, Clone)]
pub struct Launch {
    pub(super) program: PathBuf,
    pub(super) arguments: Vec<OsString>,
    ocr_worker: Option<PathBuf>,
}

impl Launch {
    /// Starts the running program again, which must call [`serve_if_asked`](super::serve_if_asked)
    /// before anything else.
    pub fn this_program() -> Result<Self, SetupError> {
        let program = std::env::current_exe()
            .map_err(|e| SetupError::Engine(format!("cannot find this program's own file: {e}")))?;
        Ok(Self::program(program))
    }

    /// Starts another program that calls [`serve_if_asked`](super::serve_if_asked), such as
    /// `extract-ocr`. The program `extract` has no Tesseract of its own: it wants
    /// [`extract-ocr`](Self::with_ocr_worker) beside it.
    pub fn program(program: impl Into<PathBuf>) -> Self {
        Self {
            program: program.into(),
            arguments: vec![ASKED.into()],
            ocr_worker: None,
        }
    }

    /// Starts any program with these arguments; it must speak as a worker does on its standard
    /// input.
    pub fn command(
        program: impl Into<PathBuf>,
        arguments: impl IntoIterator<Item = impl Into<OsString>>,
    ) -> Self {
        let arguments = arguments.into_iter().map(Into::into).collect();
        Self {
            program: program.into(),
            arguments,
            ocr_worker: None,
        }
    }

    /// Starts this second program, which must call [`serve_if_asked`](super::serve_if_asked) too,
    /// where a page has to be read from its pixels and
    /// [`Config::engine`](crate::model::config::Config::engine) asks for Tesseract. Without it the
    /// first reads all pages.
    #[must_use]
    pub fn with_ocr_worker(mut self, program: impl Into<PathBuf>) -> Self {
        self.ocr_worker = Some(program.into());
        self
    }

    /// The same for a program of this name in the folder of the first.
    #[must_use]
    pub fn with_ocr_worker_beside(self, name: &str) -> Self {
        let beside = self
            .program
            .with_file_name(format!("{name}{}", std::env::consts::EXE_SUFFIX));
        self.with_ocr_worker(beside)
    }

    /// The second program.
    pub fn ocr_worker(&self) -> Option<&Path> {
        self.ocr_worker.as_deref()
    }
}
