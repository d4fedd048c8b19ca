//! Many documents: read in parallel, handed out in the order they came, compared with one another at the end.

use crate::check::Batch;
use crate::config::{Config, ReaderChoice};
use crate::error::{DocumentError, ErrorKind, SetupError};
use crate::finding::Finding;
use crate::input::{Input, Refusal, read_file};
use crate::job::{read_document, unread};
#[cfg(feature = "tesseract")]
use crate::ocr::tesseract::Tesseract;
use crate::ocr::{OcrEngine, OcrError, OwnReader, PageReader};
use crate::record::{DocumentRecord, Outcome};
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::mpsc;

pub use crate::job::Readers;

/// Is told how a batch goes on; called from many threads.
pub trait Observer: Sync {
    /// A document is done.
    fn document_done(&self) {}
    /// A page is done.
    fn page_done(&self) {}
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

/// Documents begun and not yet handed out, a thread: bounds memory, and keeps all threads busy behind a slow one.
const AHEAD: usize = 8;

/// Reads every input in this process and hands the records to `sink` in input order, as soon as their turn comes. When
/// `sink` breaks off, nothing new is begun.
pub fn run(
    inputs: impl Iterator<Item = Input>,
    config: &Config,
    observer: &dyn Observer,
    sink: &mut dyn FnMut(DocumentRecord) -> ControlFlow<()>,
) -> Result<BatchSummary, SetupError> {
    let choice = config.reader;
    run_with(inputs, config, Readers::new(move || page_reader(choice)), observer, sink)
}

/// The same as [`run`] with page readers of the caller's own, whatever [`Config::reader`] says.
pub fn run_with(
    inputs: impl Iterator<Item = Input>,
    config: &Config,
    readers: Readers,
    observer: &dyn Observer,
    sink: &mut dyn FnMut(DocumentRecord) -> ControlFlow<()>,
) -> Result<BatchSummary, SetupError> {
    config.validate()?;
    let threads = config.jobs.unwrap_or_else(|| std::thread::available_parallelism().map_or(1, usize::from));
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().map_err(|e| SetupError::Engine(e.to_string()))?;
    let (send, receive) = mpsc::channel::<(usize, DocumentRecord)>();
    let mut order = InOrder { waiting: BTreeMap::new(), next: 0, batch: Batch::default(), sink, stopped: false };
    let mut summary = BatchSummary::default();
    pool.in_place_scope(|scope| {
        let (mut begun, mut done) = (0, 0);
        for input in inputs {
            if observer.interrupted() || order.stopped {
                summary.interrupted = true;
                break;
            }
            let (send, index, readers) = (send.clone(), begun, &readers);
            scope.spawn(move |_| {
                let record = read_input(input, config, readers, observer);
                observer.document_done();
                // The receiver only goes away when the batch was given up.
                let _ = send.send((index, record));
            });
            begun += 1;
            while begun - done >= threads * AHEAD {
                let Ok((index, record)) = receive.recv() else { break };
                done += 1;
                order.take(index, record);
            }
        }
        while done < begun {
            let Ok((index, record)) = receive.recv() else { break };
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

fn read_input(input: Input, config: &Config, readers: &Readers, observer: &dyn Observer) -> DocumentRecord {
    let path = match input {
        Input::File(path) => path,
        Input::Skipped { path, reason } => {
            return unread(&path, Outcome::Skipped, DocumentError::new(ErrorKind::NotADocument, reason));
        }
        Input::Failed { path, error } => return unread(&path, Outcome::Failed, error),
    };
    let bytes = match read_file(&path, &config.limits) {
        Ok(bytes) => bytes,
        Err(Refusal::Skipped(reason)) => {
            return unread(&path, Outcome::Skipped, DocumentError::new(ErrorKind::NotADocument, reason));
        }
        Err(Refusal::Failed(error)) => return unread(&path, Outcome::Failed, error),
    };
    let read = || read_document(&path, bytes, config, readers, &|| observer.page_done());
    // A panic of a library that slipped through is this document's failure, not the batch's.
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(read)).unwrap_or_else(|_| {
        let error = DocumentError::new(ErrorKind::Damaged, "reading the document broke down");
        unread(&path, Outcome::Failed, error)
    })
}

/// The engines of one worker, by choice and by what is built in: the first reads pages, all of them give testimony.
fn page_reader(choice: ReaderChoice) -> Result<PageReader, OcrError> {
    let mut engines: Vec<Box<dyn OcrEngine>> = Vec::new();
    if choice != ReaderChoice::Tesseract {
        engines.push(Box::new(OwnReader::new()?));
    }
    #[cfg(feature = "tesseract")]
    match choice {
        ReaderChoice::Own => {}
        ReaderChoice::Tesseract => engines.push(Box::new(Tesseract::new()?)),
        ReaderChoice::Both => engines.push(Box::new(Tesseract::on_demand())),
    }
    if engines.is_empty() {
        return Err(OcrError("this build has no Tesseract".to_owned()));
    }
    Ok(PageReader::new(engines))
}
