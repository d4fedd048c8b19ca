//! Many documents: read in parallel, handed out in the order they came, compared with one another
//! at the end.

use std::collections::BTreeMap;
use std::fs::File;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::mpsc;

use crate::model::config::Config;
use crate::model::error::{DocumentError, ErrorKind, SetupError};
use crate::model::finding::Finding;
use crate::model::record::{DocumentRecord, Outcome};
use crate::notice::check::Batch;
pub use crate::ocr::pool::EnginePool;
use crate::pipeline::document::read_document;
use crate::pipeline::input::{self, Input, Refusal};
#[cfg(unix)]
use crate::pipeline::worker::{Launch, Pool, is_worker};

/// Is told how a batch goes on; called from many threads.
pub trait Observer: Sync {
    /// A document is done.
    fn document_done(&self) {}
    /// A page is done.
    fn page_done(&self) {}
    /// Something was found missing that makes readings worse; told once, in words for the person
    /// who runs the batch.
    fn trouble(&self, _message: &str) {}
    /// Asked before each document: `true` stops taking new ones; those begun are finished.
    fn interrupted(&self) -> bool {
        false
    }
}

/// Watches nothing.
pub struct Silent;
impl Observer for Silent {}

/// What only the whole batch shows.
#[derive(Debug, Default)]
pub struct BatchSummary {
    /// Contradictions across documents.
    pub findings: Vec<Finding>,
    /// Whether it was stopped before all inputs were read.
    pub interrupted: bool,
}

/// Documents begun and not yet handed out, a thread: bounds memory, and keeps all threads busy
/// behind a slow one.
const AHEAD: usize = 8;

/// Takes records in input order; when it breaks off, nothing new is begun.
pub type Sink<'a> = &'a mut dyn FnMut(DocumentRecord) -> ControlFlow<()>;

/// Reads every input in worker processes and hands the records to `sink` in input order, as soon as
/// their turn comes. Fails at once where no worker can be started.
#[cfg(unix)]
pub fn run_isolated(
    inputs: impl Iterator<Item = Input>,
    config: &Config,
    launch: Launch,
    observer: &dyn Observer,
    sink: Sink<'_>,
) -> Result<BatchSummary, SetupError> {
    config.validate()?;
    if is_worker() {
        let remedy = "this process was started as a worker; call \
                      i797::pipeline::worker::serve_if_asked() first thing in main";
        return Err(SetupError::Engine(remedy.to_owned()));
    }
    let pool = Pool::new(launch, config);
    pool.check()?;
    let read = |path: &Path, file: &File| {
        let record = pool.read_document(path, file, &|| observer.page_done());
        if let Some(message) = pool.trouble() {
            observer.trouble(&message);
        }
        record
    };
    in_order(inputs, config, &read, observer, sink)
}

/// The same in this process, which is a little faster for many small files, and ends with a file
/// that overflows the stack, fills the memory or never ends:
/// [`Limits::memory`](crate::model::config::Limits::memory) and
/// [`Limits::page_time`](crate::model::config::Limits::page_time) are not held to. Where Tesseract
/// is used, `OMP_THREAD_LIMIT=1` in the environment keeps it from starting threads of its own.
pub fn run(
    inputs: impl Iterator<Item = Input>,
    config: &Config,
    observer: &dyn Observer,
    sink: Sink<'_>,
) -> Result<BatchSummary, SetupError> {
    run_with(
        inputs,
        config,
        EnginePool::chosen(config.engine),
        observer,
        sink,
    )
}

/// The same as [`run`] with page readers of the caller's own, whatever [`Config::reader`] says.
pub fn run_with(
    inputs: impl Iterator<Item = Input>,
    config: &Config,
    readers: EnginePool,
    observer: &dyn Observer,
    sink: Sink<'_>,
) -> Result<BatchSummary, SetupError> {
    config.validate()?;
    let read = |path: &Path, file: &File| match input::read(file, &config.limits) {
        Ok(bytes) => read_document(path, bytes, config, &readers, &|| observer.page_done()),
        Err(error) => DocumentRecord::unread(path, Outcome::Failed, error),
    };
    in_order(inputs, config, &read, observer, sink)
}

/// How an opened file becomes a record.
type Read<'a> = &'a (dyn Fn(&Path, &File) -> DocumentRecord + Sync);

fn in_order(
    inputs: impl Iterator<Item = Input>,
    config: &Config,
    read: Read<'_>,
    observer: &dyn Observer,
    sink: Sink<'_>,
) -> Result<BatchSummary, SetupError> {
    let threads = config
        .jobs
        .unwrap_or_else(|| std::thread::available_parallelism().map_or(1, usize::from));
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        .build()
        .map_err(|e| SetupError::Engine(e.to_string()))?;
    let (send, receive) = mpsc::channel::<(usize, DocumentRecord)>();
    let mut order = InOrder {
        waiting: BTreeMap::new(),
        next: 0,
        batch: Batch::default(),
        sink,
        stopped: false,
    };
    let mut summary = BatchSummary::default();
    pool.in_place_scope(|scope| {
        let mut begun = 0;
        let mut done = 0;
        for input in inputs {
            if observer.interrupted() || order.stopped {
                summary.interrupted = true;
                break;
            }
            let send = send.clone();
            let index = begun;
            scope.spawn(move |_| {
                let record = read_input(input, config, read);
                observer.document_done();
                // The receiver only goes away when the batch was given up.
                let _ = send.send((index, record));
            });
            begun += 1;
            while begun - done >= threads * AHEAD {
                let Ok((index, record)) = receive.recv() else {
                    break;
                };
                done += 1;
                order.take(index, record);
            }
        }
        while done < begun {
            let Ok((index, record)) = receive.recv() else {
                break;
            };
            done += 1;
            order.take(index, record);
        }
    });
    summary.findings = order.batch.finish();
    Ok(summary)
}

/// Puts records back in order and hands them on.
struct InOrder<'a> {
    waiting: BTreeMap<usize, DocumentRecord>,
    next: usize,
    batch: Batch,
    sink: &'a mut dyn FnMut(DocumentRecord) -> ControlFlow<()>,
    stopped: bool,
}

impl InOrder<'_> {
    fn take(&mut self, index: usize, record: DocumentRecord) {
        self.waiting.insert(index, record);
        while let Some(mut record) = self.waiting.remove(&self.next) {
            self.next += 1;
            self.batch.add(&mut record);
            self.stopped = self.stopped || (self.sink)(record).is_break();
        }
    }
}

/// The record of an input, whatever happens: a panic that slipped through, of a library or over
/// what a worker said, is this document's failure and not the batch's.
fn read_input(input: Input, config: &Config, read: Read<'_>) -> DocumentRecord {
    let path = input.path().to_owned();
    let record = AssertUnwindSafe(|| try_read(input, config, read));
    catch_unwind(record).unwrap_or_else(|_| {
        let error = DocumentError::new(ErrorKind::Damaged, "reading the document broke down");
        DocumentRecord::unread(&path, Outcome::Failed, error)
    })
}

fn try_read(input: Input, config: &Config, read: Read<'_>) -> DocumentRecord {
    let skipped = |path: &Path, reason| {
        DocumentRecord::unread(
            path,
            Outcome::Skipped,
            DocumentError::new(ErrorKind::NotADocument, reason),
        )
    };
    let (path, opened) = match input {
        Input::File(path) => {
            let opened = input::open(&path, &config.limits);
            (path, opened)
        }
        Input::Found { path, folder } => {
            let opened = input::open_below(&folder, &path, &config.limits);
            (path, opened)
        }
        Input::Skipped { path, reason } => (path, Err(Refusal::Skipped(reason))),
        Input::Failed { path, error } => (path, Err(Refusal::Failed(error))),
    };
    match opened {
        Ok(file) => read(&path, &file),
        Err(Refusal::Skipped(reason)) => skipped(&path, reason),
        Err(Refusal::Failed(error)) => DocumentRecord::unread(&path, Outcome::Failed, error),
    }
}
