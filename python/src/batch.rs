//! One batch: read by a thread of its own, and handed to Python line by line.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use i797::model::finding::{Finding, FindingKind};
use i797::model::mask;
use i797::model::record::DocumentRecord;
use i797::notice;
use i797::pipeline::batch::Observer;
use i797::pipeline::input::Input;
use i797::report::jsonl::JsonlReporter;
use i797::report::{Reporter, Summary};
use pyo3::prelude::*;

use crate::shared::Shared;
use crate::{Error, SetupError};

/// How often Python may look for Ctrl-C while it waits.
const LOOK_EVERY: Duration = Duration::from_millis(50);
/// Lines that wait for Python; when it is slower than the workers, they wait for it.
const AHEAD: usize = 64;

/// What a batch says.
enum Told {
    /// A line of the JSON Lines report, the last one for the batch.
    Line(Vec<u8>),
    /// What makes readings worse, for the person who runs the batch.
    Trouble(String),
}

/// The lines of a batch.
#[pyclass(frozen, module = "i797._native")]
pub(crate) struct Records {
    /// The process that it belongs to: a forked child does not have the thread.
    process: u32,
    told: Mutex<Option<Receiver<Told>>>,
    interrupted: Arc<AtomicBool>,
}

impl Records {
    /// Begins to read what `inputs` gives, in a thread of its own.
    pub(crate) fn begin(
        shared: Arc<Shared>,
        inputs: impl FnOnce() -> Box<dyn Iterator<Item = Input>> + Send + 'static,
        is_compared: bool,
        mask: bool,
    ) -> PyResult<Self> {
        let (tell, told) = sync_channel(AHEAD);
        let interrupted = Arc::new(AtomicBool::new(false));
        let listener = Listener {
            tell,
            interrupted: Arc::clone(&interrupted),
            shared,
            is_compared,
            mask,
        };
        let work = move || listener.read(inputs());
        let thread = std::thread::Builder::new().name("i797-batch".to_owned());
        let started = thread.spawn(work);
        started.map_err(|error| SetupError::new_err(format!("no thread for a batch: {error}")))?;
        Ok(Self {
            process: std::process::id(),
            told: Mutex::new(Some(told)),
            interrupted,
        })
    }

    /// What is told within a moment.
    fn hear(&self) -> Result<Told, RecvTimeoutError> {
        let told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        let told = told.as_ref().ok_or(RecvTimeoutError::Disconnected)?;
        told.recv_timeout(LOOK_EVERY)
    }
}

#[pymethods]
impl Records {
    /// The next line (`False`) or trouble (`True`); `None` at the end.
    fn next(&self, py: Python<'_>) -> PyResult<Option<(bool, Vec<u8>)>> {
        if self.process != std::process::id() {
            let message = "a batch ends in the process that began it, not in one forked from it";
            return Err(Error::new_err(message));
        }
        loop {
            match py.detach(|| self.hear()) {
                Ok(Told::Line(line)) => return Ok(Some((false, line))),
                Ok(Told::Trouble(message)) => return Ok(Some((true, message.into_bytes()))),
                Err(RecvTimeoutError::Disconnected) => return Ok(None),
                Err(RecvTimeoutError::Timeout) => {}
            }
            if let Err(interrupt) = py.check_signals() {
                self.close(py);
                return Err(interrupt);
            }
        }
    }

    /// Lets go of what is being read.
    fn close(&self, py: Python<'_>) {
        if self.process == std::process::id() {
            self.interrupted.store(true, Ordering::SeqCst);
            py.detach(|| {
                let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
                *told = None;
            });
        }
    }
}

impl Drop for Records {
    fn drop(&mut self) {
        self.interrupted.store(true, Ordering::SeqCst);
        if self.process != std::process::id() {
            // Its lock may be held by a thread of the parent.
            let told = self.told.get_mut().unwrap_or_else(PoisonError::into_inner);
            std::mem::forget(told.take());
        }
    }
}

/// Whom the library tells how the batch goes on.
struct Listener {
    tell: SyncSender<Told>,
    interrupted: Arc<AtomicBool>,
    shared: Arc<Shared>,
    /// Whether documents say what repeats in others.
    is_compared: bool,
    mask: bool,
}

impl Listener {
    /// Reads the batch and tells every record as a line of the program's own report.
    fn read(&self, inputs: impl Iterator<Item = Input>) {
        let mut summary = Summary::default();
        let ran = self.shared.workers.run(inputs, self, &mut |mut record| {
            if !self.is_compared {
                forget_others(&mut record);
            }
            if self.mask {
                mask::document(&mut record);
            }
            summary.add(&record);
            self.line(|report, out| report.document(out, &record))
        });
        let mut findings = ran.findings;
        if self.mask {
            findings.iter_mut().for_each(mask::finding);
        }
        summary.add_findings(findings);
        summary.interrupted = ran.interrupted;
        let _ = self.line(|report, out| report.end(out, &summary));
    }

    /// Tells a line; breaks off where nobody listens any more.
    fn line(
        &self,
        write: impl FnOnce(&mut JsonlReporter, &mut Vec<u8>) -> std::io::Result<()>,
    ) -> ControlFlow<()> {
        let mut line = Vec::new();
        let written = write(&mut JsonlReporter, &mut line).is_ok();
        if written && self.tell.send(Told::Line(line)).is_ok() {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    }
}

/// Takes back what was found by comparison with other documents: what happened to be read beside
/// one must not decide what its record says. A notice that comes twice in it stays.
fn forget_others(record: &mut DocumentRecord) {
    let is_twin = |finding: &Finding| finding.kind == FindingKind::Duplicate;
    record.findings.retain(|finding| !is_twin(finding));
    notice::batch::Batch::default().add(record);
}

impl Observer for Listener {
    fn trouble(&self, message: &str) {
        self.shared.wear();
        // Nobody to tell is nobody to mind.
        let _ = self.tell.send(Told::Trouble(message.to_owned()));
    }

    fn interrupted(&self) -> bool {
        self.interrupted.load(Ordering::SeqCst)
    }
}
