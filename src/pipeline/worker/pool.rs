//! Workers handed from task to task, and one document read by them page by page.

use std::cell::RefCell;
use std::fs::File;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock};
use std::time::{Duration, Instant};

use rayon::prelude::*;

use super::launch::Launch;
use super::process::{ThreadCount, Worker, WorkerError};
use super::protocol::{Answer, Probes, Request};
use super::sandbox::Confinement;
use super::starter::Starter;
use super::stop::Stop;
use crate::model::config::{Config, Limits};
use crate::model::error::{DocumentError, ErrorKind, SetupError};
use crate::model::location::PageNumber;
use crate::model::record::{DocumentRecord, Outcome};
use crate::pipeline::document::{conclude, refused};
use crate::pipeline::inside::{self, Budget, Reading};
use crate::pipeline::outcome::PageOutcome;

/// A worker that ever held more is not used again: what libraries keep is given back that way.
const MEMORY_MARK: u64 = 512 << 20;
/// Asking the kernel for that takes as long as a page of text costs in the parent, and text needs
/// little memory: workers that read no pictures are looked at once in this many tasks.
const LOOK_EVERY: usize = 16;
/// Nor is one that was asked this often.
const MOST_TASKS: usize = 2_000;
/// After this many worker crashes, a document is given up.
const MAX_CRASHES: usize = 20;
/// A document may take the time of this many slow pages …
const SLOW_PAGES: u32 = 4;
/// … and this for each of its pages.
const EACH_PAGE: Duration = Duration::from_secs(2);
/// Bytes of all answers on one document, which the parent keeps until the document is done: fifty
/// thousand for each page of the longest one, where a page of a notice takes five thousand.
const MOST_TEXT: u64 = 256 << 20;
/// The same where pictures go with them: two hundred thousand for each page.
const MOST_WITH_PICTURES: u64 = 1 << 30;

/// Reads documents in worker processes; may be used by many threads at once, each of which has one
/// worker at a time.
pub struct Pool {
    starter: Starter,
    config: Config,
    idle: Mutex<Vec<Worker>>,
    jobs: AtomicU64,
    trouble: Mutex<Option<String>>,
}

impl Pool {
    /// A pool that starts its workers when they are needed.
    pub fn new(launch: Launch, config: &Config) -> Self {
        let starter = Starter::new(launch, config);
        let idle = Mutex::default();
        let jobs = AtomicU64::new(0);
        let trouble = Mutex::default();
        Self {
            starter,
            config: config.clone(),
            idle,
            jobs,
            trouble,
        }
    }

    /// Starts a first worker, to know at once whether that is possible, and says how far the kernel
    /// confines it.
    pub fn check(&self) -> Result<Confinement, SetupError> {
        let worker = self.first()?;
        let confinement = worker.confinement;
        self.give_back(worker);
        Ok(confinement)
    }

    /// Lets a worker try what it must not be able to do, and counts its confined threads.
    pub fn probe(&self) -> Result<(Probes, ThreadCount), SetupError> {
        let mut worker = self.first()?;
        match worker.ask(&Request::Probe, None, self.config.limits.page_time) {
            Ok(Answer::Probed(probes)) => Ok((probes, worker.confined_threads())),
            _ => Err(SetupError::Engine("a worker does not answer".to_owned())),
        }
    }

    fn first(&self) -> Result<Worker, SetupError> {
        self.starter
            .start(&Stop::default())
            .map_err(|error| SetupError::Engine(error.at_start(&self.config.limits)))
    }

    /// Reads an opened file: its own record, and those of the documents that lie in it. `page_done`
    /// is told of every page. Where `stop` is asked meanwhile, the file is let go of, and its
    /// record says that it was interrupted.
    pub fn read_documents(
        &self,
        path: &Path,
        file: &File,
        stop: &Stop,
        page_done: &(dyn Fn() + Sync),
    ) -> Vec<DocumentRecord> {
        let budget = Budget::new(&self.config.limits);
        let records = self.read_within(path, file, stop, page_done, &budget);
        let is_cut_short = |record: &DocumentRecord| {
            let error = record.error.as_ref();
            error.is_some_and(|error| error.kind == ErrorKind::Interrupted)
        };
        if records.iter().any(is_cut_short) {
            // Half a document would look like one that lacks something.
            let error = WorkerError::Stopped.error(&self.config.limits);
            return vec![DocumentRecord::unread(path, Outcome::Failed, error)];
        }
        records
    }

    fn read_within(
        &self,
        path: &Path,
        file: &File,
        stop: &Stop,
        page_done: &(dyn Fn() + Sync),
        budget: &Budget,
    ) -> Vec<DocumentRecord> {
        let failed = |error: WorkerError| {
            let error = error.error(&self.config.limits);
            vec![DocumentRecord::unread(path, Outcome::Failed, error)]
        };
        let job = self.job(file, stop);
        match job.with_worker(|worker| job.open(worker)) {
            Ok(Answer::Opened {
                hash,
                pages,
                damage,
                inside,
            }) => {
                let own = if pages == 0 && inside.is_some() {
                    inside::record(path, hash)
                } else {
                    job.pages(path, hash, pages, damage, page_done)
                };
                let Some(inside) = inside else {
                    return vec![own];
                };
                let read = |path: &Path, file: &File, budget: &Budget| {
                    self.read_within(path, file, stop, page_done, budget)
                };
                let reading = Reading {
                    fetch: &|index| job.part(index),
                    read: &read,
                    limits: &self.config.limits,
                };
                inside::read(path, own, &inside, budget, &reading)
            }
            Ok(Answer::Refused { hash, error }) => {
                vec![refused(path, hash, error)]
            }
            Ok(_) => failed(WorkerError::ProtocolViolation),
            Err(error) => failed(error),
        }
    }

    /// A document on its way that nothing was asked about yet.
    pub(super) fn job<'a>(&'a self, file: &'a File, stop: &'a Stop) -> Job<'a> {
        Job {
            pool: self,
            number: self.jobs.fetch_add(1, Ordering::Relaxed),
            file,
            stop,
            hash: OnceLock::new(),
            begun: Instant::now(),
            crashes: AtomicUsize::new(0),
            stopped: AtomicBool::new(false),
            heard: AtomicU64::new(0),
        }
    }

    /// The limits that hold for a document.
    pub(super) fn limits(&self) -> &Limits {
        &self.config.limits
    }

    /// A worker that has the job's document open, else any, else a new one.
    fn lend(&self, job: &Job<'_>) -> Result<Worker, WorkerError> {
        let idle = self.idle.lock().map_or(None, |mut idle| {
            let best = idle
                .iter()
                .position(|worker| worker.open == Some(job.number))
                .or(idle.len().checked_sub(1));
            best.map(|index| idle.swap_remove(index))
        });
        match idle {
            Some(worker) => Ok(worker.heeding(job.stop)),
            None => self.starter.start(job.stop),
        }
    }

    /// A worker that reads pixels, in place of one that does not.
    fn for_pictures(&self, worker: Worker) -> Worker {
        let (worker, trouble) = self.starter.for_pictures(worker);
        if let (Some(trouble), Ok(mut told)) = (trouble, self.trouble.lock()) {
            *told = Some(trouble);
        }
        worker
    }

    /// What made readings worse since this was last asked, for the person who runs the batch; never
    /// the same twice.
    pub fn trouble(&self) -> Option<String> {
        self.trouble.lock().ok()?.take()
    }

    fn give_back(&self, mut worker: Worker) {
        // Room for what it may have to say when it dies.
        worker.last_words();
        let look = worker.reads_pictures || worker.tasks >= worker.looked + LOOK_EVERY;
        let worn = worker.tasks >= MOST_TASKS
            || (look
                && worker
                    .peak_memory()
                    .is_some_and(|bytes| bytes > MEMORY_MARK));
        if let (false, Ok(mut idle)) = (worn, self.idle.lock()) {
            idle.push(worker);
        }
    }
}

/// One document on its way.
pub(super) struct Job<'a> {
    pool: &'a Pool,
    number: u64,
    file: &'a File,
    stop: &'a Stop,
    hash: OnceLock<String>,
    begun: Instant,
    crashes: AtomicUsize,
    /// Whether a page was let go because the run was interrupted.
    stopped: AtomicBool,
    /// Bytes of all answers so far.
    heard: AtomicU64,
}

impl Job<'_> {
    /// Does a task with a worker. A task on which a worker died that had worked before is tried
    /// once more with a fresh one: what came before must not decide what a file reads as.
    pub(super) fn with_worker(
        &self,
        task: impl Fn(&mut Worker) -> Result<Answer, WorkerError>,
    ) -> Result<Answer, WorkerError> {
        let mut worker = self.pool.lend(self)?;
        let used = worker.tasks > 0;
        let mut result = task(&mut worker);
        if used && matches!(result, Err(WorkerError::Crashed | WorkerError::OutOfMemory)) {
            worker = self.pool.starter.start(self.stop)?;
            result = task(&mut worker);
        }
        if matches!(result, Ok(Answer::Pixels)) {
            worker = self.pool.for_pictures(worker);
            result = task(&mut worker);
        }
        match result {
            Ok(_) => self.pool.give_back(worker),
            Err(_) => drop(worker),
        }
        result
    }

    pub(super) fn open(&self, worker: &mut Worker) -> Result<Answer, WorkerError> {
        let limits = &self.pool.config.limits;
        let answer = worker.ask(&Request::Open, Some(self.file), limits.page_time)?;
        worker.open = None;
        if let Answer::Opened { hash, pages, .. } = &answer {
            if *pages > limits.pages {
                return Err(WorkerError::ProtocolViolation);
            }
            if self.hash.get_or_init(|| hash.clone()) != hash {
                return Err(WorkerError::FileChanged);
            }
            worker.open = Some(self.number);
        }
        match answer {
            Answer::Opened { .. } | Answer::Refused { .. } => Ok(answer),
            // One that says something else is not used again.
            _ => Err(WorkerError::ProtocolViolation),
        }
    }

    /// Reads all pages of the document.
    fn pages(
        &self,
        path: &Path,
        hash: String,
        pages: usize,
        damage: Option<DocumentError>,
        page_done: &(dyn Fn() + Sync),
    ) -> DocumentRecord {
        let config = &self.pool.config;
        let read = |index| {
            let outcome = self.page(index, pages);
            page_done();
            outcome
        };
        let outcomes = (0..pages).into_par_iter().map(read).collect();
        if self.stopped.load(Ordering::Relaxed) {
            let error = WorkerError::Stopped.error(&config.limits);
            return DocumentRecord::unread(path, Outcome::Failed, error);
        }
        conclude(path, hash, outcomes, damage, config.explain)
    }

    /// The part of the container at an index, in a file of its own.
    fn part(&self, index: usize) -> Result<File, DocumentError> {
        let limits = &self.pool.config.limits;
        let taken = RefCell::new(None);
        let answer = self.with_worker(|worker| {
            self.open_again(worker)?;
            let (answer, file) = worker.ask_part(index, limits.file_bytes, limits.page_time)?;
            *taken.borrow_mut() = file;
            Ok(answer)
        });
        match (answer, taken.into_inner()) {
            (Ok(_), Some(file)) => Ok(file),
            (Ok(Answer::Refused { error, .. }), None) => Err(error),
            (Ok(_), None) => Err(WorkerError::ProtocolViolation.error(limits)),
            (Err(error), _) => Err(error.error(limits)),
        }
    }

    /// Opens the document in a worker that does not have it open; it could be opened before.
    fn open_again(&self, worker: &mut Worker) -> Result<(), WorkerError> {
        let is_open = worker.open == Some(self.number);
        if is_open || matches!(self.open(worker)?, Answer::Opened { .. }) {
            Ok(())
        } else {
            Err(WorkerError::FileChanged)
        }
    }

    /// Reads the page at a 0-based index, whatever happens.
    fn page(&self, index: usize, pages: usize) -> PageOutcome {
        let limits = &self.pool.config.limits;
        let number = PageNumber::from_index(index);
        if let Some(error) = self.exhausted(pages) {
            return PageOutcome::failed(number, error);
        }
        let read = self
            .ask_page(number, |worker| {
                if worker.reads_pictures {
                    Request::Read(index)
                } else {
                    Request::ReadText(index)
                }
            })
            .or_else(|error| {
                if error == WorkerError::Stopped {
                    self.stopped.store(true, Ordering::Relaxed);
                    return Err(error);
                }
                self.crashes.fetch_add(1, Ordering::Relaxed);
                self.ask_page(number, |_| Request::Rescue {
                    page: index,
                    error: error.error(limits),
                })
                .map_err(|rescue| {
                    if rescue == WorkerError::Stopped {
                        self.stopped.store(true, Ordering::Relaxed);
                    }
                    error
                })
            });
        read.unwrap_or_else(|error| PageOutcome::failed(number, error.error(limits)))
    }

    /// Asks a worker that has the document open for what it can say of a page.
    fn ask_page(
        &self,
        number: PageNumber,
        request: impl Fn(&Worker) -> Request,
    ) -> Result<PageOutcome, WorkerError> {
        let answer = self.with_worker(|worker| {
            self.open_again(worker)?;
            let time = self.pool.config.limits.page_time;
            let answer = worker.ask(&request(worker), None, time)?;
            let before = self.heard.fetch_add(worker.heard, Ordering::Relaxed);
            if before.saturating_add(worker.heard) > self.most() {
                return Err(WorkerError::TooMuch);
            }
            match answer {
                Answer::Pixels if !worker.reads_pictures => Ok(Answer::Pixels),
                Answer::Page(outcome) if outcome.record.page == number => Ok(Answer::Page(outcome)),
                _ => Err(WorkerError::ProtocolViolation),
            }
        })?;
        match answer {
            Answer::Page(outcome) => Ok(*outcome),
            _ => Err(WorkerError::ProtocolViolation),
        }
    }

    /// Bytes that may be said of this document.
    fn most(&self) -> u64 {
        if self.pool.config.pictures.any() {
            MOST_WITH_PICTURES
        } else {
            MOST_TEXT
        }
    }

    /// Why no more pages of this document are tried.
    fn exhausted(&self, pages: usize) -> Option<DocumentError> {
        let limits = &self.pool.config.limits;
        if self.stop.is_asked() {
            self.stopped.store(true, Ordering::Relaxed);
            return Some(WorkerError::Stopped.error(limits));
        }
        if self.heard.load(Ordering::Relaxed) > self.most() {
            return Some(WorkerError::TooMuch.error(limits));
        }
        let pages = u32::try_from(pages).unwrap_or(u32::MAX);
        let slow = limits.page_time.saturating_mul(SLOW_PAGES);
        let time = slow.saturating_add(EACH_PAGE.saturating_mul(pages));
        if self.begun.elapsed() > time {
            let message = format!(
                "skipped: the document has taken longer than {} s",
                time.as_secs()
            );
            return Some(DocumentError::new(ErrorKind::TimedOut, message));
        }
        let crashes = self.crashes.load(Ordering::Relaxed);
        let message = || format!("skipped after {crashes} worker crashes in this document");
        (crashes >= MAX_CRASHES).then(|| DocumentError::new(ErrorKind::Damaged, message()))
    }
}
