//! The workers of a process: started when they are first needed, shared by all its threads, and
//! left alone by a forked child.

use std::sync::{Arc, Mutex, PoisonError};

use pyo3::prelude::*;

use crate::batch::Records;
use crate::settings::Settings;
use crate::shared::Shared;
use crate::source::{Source, inputs};

/// Settings that workers are kept for. Each has as many processes as it has jobs, so the one that
/// was not used for longest goes.
const MOST_KEPT: usize = 4;

/// Workers by the settings they read with, the latest used last.
type Kept = Vec<(Settings, Arc<Shared>)>;

/// The workers of one process.
#[pyclass(frozen, module = "i797._native")]
pub(crate) struct Pool {
    /// The process that it belongs to; another one is a forked child, which may use nothing of it:
    /// locks may be held by threads that the child does not have.
    #[pyo3(get)]
    process: u32,
    kept: Mutex<Kept>,
}

#[pymethods]
impl Pool {
    #[new]
    fn new() -> Self {
        Self {
            process: std::process::id(),
            kept: Mutex::default(),
        }
    }

    /// Begins to read. In a batch, folders are walked, files named twice are read once, and
    /// documents are compared with one another.
    fn start(
        &self,
        py: Python<'_>,
        sources: Vec<Source>,
        settings: &Bound<'_, PyAny>,
        batch: bool,
        mask: bool,
    ) -> PyResult<Records> {
        let settings: Settings = settings.extract()?;
        let most = settings.config()?.limits.file_bytes;
        // Without the interpreter's lock: another thread may have `kept`.
        let workers = py.detach(|| self.workers(settings))?;
        Records::begin(workers, move || inputs(sources, batch, most), batch, mask)
    }
}

impl Pool {
    fn workers(&self, settings: Settings) -> PyResult<Arc<Shared>> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|(_, shared)| !shared.is_worn());
        let known = kept.iter().position(|(known, _)| *known == settings);
        let workers = match known {
            Some(index) => kept.remove(index).1,
            None => Arc::new(Shared::start(&settings)?),
        };
        if kept.len() == MOST_KEPT {
            // Those that still read go on until they are done.
            kept.remove(0);
        }
        kept.push((settings, Arc::clone(&workers)));
        Ok(workers)
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        if self.process != std::process::id() {
            // The processes are the parent's.
            let kept = self.kept.get_mut().unwrap_or_else(PoisonError::into_inner);
            std::mem::forget(std::mem::take(kept));
        }
    }
}
