//! Pages of a document as a PDF of their own, made in a worker like everything that parses.

use std::fs::File;
use std::time::Duration;

use super::pool::{Job, Pool};
use super::process::{Worker, WorkerError};
use super::protocol::{Answer, Bytes, Request};
use super::stop::Stop;
use crate::model::error::DocumentError;

/// Time for a page on top of that for one page that is read: it is drawn twice, coarsely.
const EACH_PAGE: Duration = Duration::from_secs(1);

impl Pool {
    /// Copies pages of an opened file, by their 0-based indices, into a PDF: as they are, never
    /// drawn again, and with nothing of the other pages. `hash` is that of the content which the
    /// pages were read from. Where `stop` is asked meanwhile, they are let go of.
    ///
    /// # Errors
    /// When the file was changed, the pages cannot be copied whole, or that was asked.
    pub fn extract_pages(
        &self,
        file: &File,
        hash: &str,
        indices: &[usize],
        stop: &Stop,
    ) -> Result<Vec<u8>, DocumentError> {
        let limits = self.limits();
        let job = self.job(file, stop);
        let answer = job.with_worker(|worker| extract(self, &job, worker, hash, indices));
        match answer.map_err(|error| error.error(limits))? {
            Answer::Piece(Bytes(pages)) => Ok(pages),
            Answer::Refused { error, .. } => Err(error),
            _ => Err(WorkerError::ProtocolViolation.error(limits)),
        }
    }
}

/// Asks one worker for the pages, and for their bytes part by part.
fn extract(
    pool: &Pool,
    job: &Job<'_>,
    worker: &mut Worker,
    hash: &str,
    indices: &[usize],
) -> Result<Answer, WorkerError> {
    match job.open(worker)? {
        Answer::Opened { hash: opened, .. } if opened == hash => {}
        Answer::Opened { .. } => return Err(WorkerError::FileChanged),
        refused => return Ok(refused),
    }
    let limits = pool.limits();
    let pages = u32::try_from(indices.len()).unwrap_or(u32::MAX);
    let time = limits
        .page_time
        .saturating_add(EACH_PAGE.saturating_mul(pages));
    let length = match worker.ask(&Request::Extract(indices.to_vec()), None, time)? {
        Answer::Extracted(length) if length <= limits.file_bytes => length,
        Answer::Refused { hash: None, error } => {
            return Ok(Answer::Refused { hash: None, error });
        }
        _ => return Err(WorkerError::ProtocolViolation),
    };
    let mut all = Vec::new();
    while (all.len() as u64) < length {
        let from = all.len() as u64;
        match worker.ask(&Request::Piece(from), None, limits.page_time)? {
            Answer::Piece(Bytes(part)) if !part.is_empty() => all.extend(part),
            _ => return Err(WorkerError::ProtocolViolation),
        }
    }
    if all.len() as u64 == length {
        Ok(Answer::Piece(Bytes(all)))
    } else {
        Err(WorkerError::ProtocolViolation)
    }
}
