//! The front door of the crate: one call for one document, a builder for many.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use crate::model::config::Config;
use crate::model::error::{DocumentError, ErrorKind, SetupError};
use crate::model::record::{DocumentRecord, Outcome};
use crate::ocr::pool::EnginePool;
use crate::pipeline::batch::{self, BatchSummary, Observer, Silent};
use crate::pipeline::document::read_document;
use crate::pipeline::input::{self, Refusal};
#[cfg(unix)]
use crate::pipeline::worker::Launch;

/// Reads one document in this process. What goes wrong is in the record, never a panic: see
/// [`DocumentRecord::outcome`] and [`DocumentRecord::error`].
///
/// A file that never ends or fills the memory is not stopped here; [`Batch::isolated`] does that.
pub fn read_file(path: impl AsRef<Path>, config: &Config) -> DocumentRecord {
    let path = path.as_ref();
    let skipped = |reason| DocumentError::new(ErrorKind::NotADocument, reason);
    let bytes =
        input::open(path, &config.limits).and_then(|file| Ok(input::read(&file, &config.limits)?));
    match bytes {
        Ok(bytes) => read(path, bytes, config),
        Err(Refusal::Skipped(reason)) => {
            DocumentRecord::unread(path, Outcome::Skipped, skipped(reason))
        }
        Err(Refusal::Failed(error)) => DocumentRecord::unread(path, Outcome::Failed, error),
    }
}

/// Reads one document from memory. `name` becomes [`DocumentRecord::path`]; it says nothing about
/// the kind of the file, which is told by its content.
///
/// ```
/// use i797::{Config, read_bytes};
///
/// let record = read_bytes("empty.pdf", &[], &Config::default());
/// assert_eq!(record.outcome.to_string(), "failed");
/// ```
pub fn read_bytes(name: &str, bytes: &[u8], config: &Config) -> DocumentRecord {
    read(Path::new(name), bytes.to_vec(), config)
}

fn read(path: &Path, bytes: Vec<u8>, config: &Config) -> DocumentRecord {
    read_document(
        path,
        bytes,
        config,
        &EnginePool::chosen(config.engine),
        &|| (),
    )
}

/// Many documents, read in parallel and handed out in the order of the paths.
///
/// ```no_run
/// use i797::{Batch, Config};
///
/// let mut found = 0;
/// let summary = Batch::new(Config::default())
///     .path("notices")
///     .run(|record| found += record.notices.iter().filter_map(|n| n.account_number()).count())?;
/// println!("{found} account numbers, {} contradictions", summary.findings.len());
/// # Ok::<(), i797::SetupError>(())
/// ```
pub struct Batch<'a> {
    config: Config,
    paths: Vec<PathBuf>,
    observer: &'a dyn Observer,
    #[cfg(unix)]
    launch: Option<Launch>,
}

impl<'a> Batch<'a> {
    /// A batch without documents, read in this process.
    pub fn new(config: Config) -> Self {
        Self {
            config,
            paths: Vec::new(),
            observer: &Silent,
            #[cfg(unix)]
            launch: None,
        }
    }

    /// Adds a file, or a folder with all that is in it.
    #[must_use]
    pub fn path(mut self, path: impl Into<PathBuf>) -> Self {
        self.paths.push(path.into());
        self
    }

    /// Adds files and folders.
    #[must_use]
    pub fn paths(mut self, paths: impl IntoIterator<Item = impl Into<PathBuf>>) -> Self {
        self.paths.extend(paths.into_iter().map(Into::into));
        self
    }

    /// Reports progress to `observer`.
    #[must_use]
    pub fn observer(self, observer: &'a dyn Observer) -> Self {
        Self { observer, ..self }
    }

    /// Reads in confined worker processes, which hold to the limits of memory and time. `main` must
    /// call [`serve_if_asked`](crate::pipeline::worker::serve_if_asked) before anything else.
    #[cfg(unix)]
    #[must_use]
    pub fn isolated(self, launch: Launch) -> Self {
        Self {
            launch: Some(launch),
            ..self
        }
    }

    /// Reads all documents and hands each record to `each`, in the order of the paths.
    ///
    /// # Errors
    /// When the batch cannot begin. A document that cannot be read is a record that says so.
    pub fn run(self, mut each: impl FnMut(DocumentRecord)) -> Result<BatchSummary, SetupError> {
        let inputs = input::discover(&self.paths);
        let mut sink = |record| {
            each(record);
            ControlFlow::Continue(())
        };
        #[cfg(unix)]
        if let Some(launch) = self.launch {
            return batch::run_isolated(inputs, &self.config, launch, self.observer, &mut sink);
        }
        batch::run(inputs, &self.config, self.observer, &mut sink)
    }
}
