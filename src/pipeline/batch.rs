//! Many documents: read in parallel, handed out in the order they came, compared with one another
//! at the end.

use std::collections::BTreeMap;
use std::fs::File;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
#[cfg(unix)]
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
#[cfg(unix)]
use std::thread::Thread;
#[cfg(unix)]
use std::time::Duration;

use rayon::ThreadPool;

use crate::model::config::Config;
use crate::model::error::{DocumentError, ErrorKind, SetupError};
use crate::model::finding::Finding;
use crate::model::record::{DocumentRecord, Outcome};
use crate::notice::batch::Batch;
pub use crate::ocr::pool::EnginePool;
use crate::pipeline::document::read_documents;
use crate::pipeline::input::{self, Input, Refusal};
use crate::pipeline::recall::{Recall, Recalled};
#[cfg(unix)]
use crate::pipeline::worker::{Launch, Pool, Stop, is_worker};

/// Is told how a batch goes on; called from many threads.
pub trait Observer: Sync {
    /// A document is done.
    fn document_done(&self) {}
    /// A page is done.
    fn page_done(&self) {}
    /// Something was found missing that makes readings worse; told once, in words for the person
    /// who runs the batch.
    fn trouble(&self, _message: &str) {}
    /// Asked before each document and, of workers, many times a second: `true` stops taking new
    /// ones. What workers are reading is dropped, and its record says so; what is read in this
    /// process is finished.
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
    run_recalling(inputs, config, launch, None, observer, sink)
}

/// The same, but what `recall` remembers is not read.
#[cfg(unix)]
pub fn run_recalling(
    inputs: impl Iterator<Item = Input>,
    config: &Config,
    launch: Launch,
    recall: Option<&dyn Recall>,
    observer: &dyn Observer,
    sink: Sink<'_>,
) -> Result<BatchSummary, SetupError> {
    let workers = Workers::start(launch, config)?;
    Ok(workers.run_recalling(inputs, recall, observer, sink))
}

/// Worker processes, and the threads that wait for them, which outlive a batch: for a program that
/// reads batches now and then, from any of its threads. All batches together read as many documents
/// at a time as [`Config::jobs`] says.
///
/// It does not survive a fork: the threads stay behind, and the workers are the parent's. A child
/// starts its own and leaves this one alone, dropping included.
#[cfg(unix)]
pub struct Workers {
    pool: Pool,
    threads: ThreadPool,
    config: Config,
}

#[cfg(unix)]
impl Workers {
    /// Starts a first worker.
    ///
    /// # Errors
    /// Where the configuration is invalid, or no worker can be started.
    pub fn start(launch: Launch, config: &Config) -> Result<Self, SetupError> {
        config.validate()?;
        if is_worker() {
            let remedy = "this process was started as a worker; call \
                          i797::pipeline::worker::serve_if_asked() first thing in main";
            return Err(SetupError::Engine(remedy.to_owned()));
        }
        let pool = Pool::new(launch, config);
        pool.check()?;
        Ok(Self {
            pool,
            threads: threads(config)?,
            config: config.clone(),
        })
    }

    /// Reads every input and hands the records to `sink` in input order, as soon as their turn
    /// comes. An interruption lets go of this batch only.
    pub fn run(
        &self,
        inputs: impl Iterator<Item = Input>,
        observer: &dyn Observer,
        sink: Sink<'_>,
    ) -> BatchSummary {
        self.run_recalling(inputs, None, observer, sink)
    }

    fn run_recalling(
        &self,
        inputs: impl Iterator<Item = Input>,
        recall: Option<&dyn Recall>,
        observer: &dyn Observer,
        sink: Sink<'_>,
    ) -> BatchSummary {
        let stop = Stop::default();
        let is_whole = AtomicBool::new(true);
        let read = |path: &Path, file: &File| {
            if let Some(known) = recall.and_then(|recall| recall.recall(path, file)) {
                return known;
            }
            let page_done = || observer.page_done();
            let records = self.pool.read_documents(path, file, &stop, &page_done);
            if let Some(message) = self.pool.trouble() {
                is_whole.store(false, Ordering::SeqCst);
                observer.trouble(&message);
            }
            // What is read without all engines is read again when they are there.
            if let Some(recall) = recall.filter(|_| is_whole.load(Ordering::SeqCst)) {
                recall.keep(path, file, &records);
            }
            records.into()
        };
        stopping(&stop, observer, || {
            in_order(inputs, &self.config, &self.threads, &read, observer, sink)
        })
    }
}

/// How often it is looked whether the batch was interrupted.
#[cfg(unix)]
const LOOK_EVERY: Duration = Duration::from_millis(50);

/// Runs `work` while another thread asks for a stop as soon as the batch is interrupted.
#[cfg(unix)]
fn stopping<T>(stop: &Stop, observer: &dyn Observer, work: impl FnOnce() -> T) -> T {
    /// Ends the other thread, also when `work` panics.
    struct Done<'a>(&'a AtomicBool, Thread);
    impl Drop for Done<'_> {
        fn drop(&mut self) {
            self.0.store(true, Ordering::SeqCst);
            self.1.unpark();
        }
    }
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let looking = scope.spawn(|| {
            while !done.load(Ordering::SeqCst) {
                if observer.interrupted() {
                    return stop.ask();
                }
                std::thread::park_timeout(LOOK_EVERY);
            }
        });
        let _done = Done(&done, looking.thread().clone());
        work()
    })
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

/// The same as [`run`] with OCR engines of the caller's own, whatever [`Config::engine`] says.
pub fn run_with(
    inputs: impl Iterator<Item = Input>,
    config: &Config,
    engines: EnginePool,
    observer: &dyn Observer,
    sink: Sink<'_>,
) -> Result<BatchSummary, SetupError> {
    config.validate()?;
    let read = |path: &Path, file: &File| {
        read_documents(path, file, config, &engines, &|| observer.page_done()).into()
    };
    let threads = threads(config)?;
    Ok(in_order(inputs, config, &threads, &read, observer, sink))
}

/// How an opened file becomes records: its own, and those of documents inside it.
type Read<'a> = &'a (dyn Fn(&Path, &File) -> Recalled + Sync);

/// As many threads as documents are read at a time.
fn threads(config: &Config) -> Result<ThreadPool, SetupError> {
    let jobs = config
        .jobs
        .unwrap_or_else(|| std::thread::available_parallelism().map_or(1, usize::from));
    rayon::ThreadPoolBuilder::new()
        .num_threads(jobs)
        .build()
        .map_err(|e| SetupError::Engine(e.to_string()))
}

fn in_order(
    inputs: impl Iterator<Item = Input>,
    config: &Config,
    threads: &ThreadPool,
    read: Read<'_>,
    observer: &dyn Observer,
    sink: Sink<'_>,
) -> BatchSummary {
    let (send, receive) = mpsc::channel::<(usize, Recalled)>();
    let mut order = InOrder {
        waiting: BTreeMap::new(),
        next: 0,
        batch: Batch::default(),
        sink,
        stopped: false,
        dropped: false,
    };
    let mut summary = BatchSummary::default();
    threads.in_place_scope(|scope| {
        let mut begun = 0;
        let mut done = 0;
        for input in inputs {
            if observer.interrupted() || order.stopped {
                summary.interrupted = true;
                break;
            }
            while let Ok((index, records)) = receive.try_recv() {
                done += 1;
                order.take(index, records);
            }
            if input == Input::Pending {
                continue;
            }
            let send = send.clone();
            let index = begun;
            scope.spawn(move |_| {
                let records = if observer.interrupted() {
                    Vec::new().into()
                } else {
                    let records = read_input(input, config, read);
                    observer.document_done();
                    records
                };
                // The receiver only goes away when the batch was given up.
                let _ = send.send((index, records));
            });
            begun += 1;
            while begun - done >= threads.current_num_threads() * AHEAD {
                let Ok((index, records)) = receive.recv() else {
                    break;
                };
                done += 1;
                order.take(index, records);
            }
        }
        while done < begun {
            let Ok((index, records)) = receive.recv() else {
                break;
            };
            done += 1;
            order.take(index, records);
        }
    });
    summary.interrupted |= order.dropped;
    summary.findings = order.batch.finish();
    summary
}

/// Puts records back in order and hands them on.
struct InOrder<'a> {
    waiting: BTreeMap<usize, Recalled>,
    next: usize,
    batch: Batch,
    sink: &'a mut dyn FnMut(DocumentRecord) -> ControlFlow<()>,
    stopped: bool,
    /// Whether a document was not read, or not to its end, because of an interruption.
    dropped: bool,
}

impl InOrder<'_> {
    fn take(&mut self, index: usize, read: Recalled) {
        self.waiting.insert(index, read);
        while let Some(Recalled { records, is_silent }) = self.waiting.remove(&self.next) {
            self.next += 1;
            self.dropped |= records.is_empty() || records.iter().any(is_interrupted);
            for mut record in records {
                self.batch.add(&mut record);
                if is_silent {
                    continue;
                }
                self.stopped = self.stopped || (self.sink)(record).is_break();
            }
        }
    }
}

fn is_interrupted(record: &DocumentRecord) -> bool {
    let error = record.error.as_ref();
    error.is_some_and(|error| error.kind == ErrorKind::Interrupted)
}

/// The record of an input, whatever happens: a panic that slipped through, of a library or over
/// what a worker said, is this document's failure and not the batch's.
fn read_input(input: Input, config: &Config, read: Read<'_>) -> Recalled {
    let path = input.path().to_owned();
    let record = AssertUnwindSafe(|| try_read(input, config, read));
    catch_unwind(record).unwrap_or_else(|_| {
        let error = DocumentError::new(ErrorKind::Damaged, "the decoder crashed on this document");
        vec![DocumentRecord::unread(&path, Outcome::Failed, error)].into()
    })
}

fn try_read(input: Input, config: &Config, read: Read<'_>) -> Recalled {
    let (path, opened) = match input {
        Input::File(path) => {
            let opened = input::open(&path, &config.limits);
            (path, opened)
        }
        Input::Found { path, folder } => {
            let opened = input::open_below(&folder, &path, &config.limits);
            (path, opened)
        }
        Input::Opened { path, file } => {
            let opened = input::check(&path, &file.0, &config.limits);
            (path, opened)
        }
        Input::Pending => return Vec::new().into(),
        Input::Skipped { path, reason } => (path, Err(Refusal::Skipped(reason))),
        Input::Failed { path, error } => (path, Err(Refusal::Failed(error))),
    };
    match opened {
        Ok(file) => read(&path, &file),
        Err(refusal) => {
            let (outcome, error) = refusal.outcome();
            vec![DocumentRecord::unread(&path, outcome, error)].into()
        }
    }
}
