//! One document from its bytes to its record: every page read by the road that suits it, then
//! understood, then joined.

use std::fs::File;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use crate::document::container::{self, Found};
use crate::interpret::Assessment;
use crate::model::config::Config;
use crate::model::error::{DocumentError, ErrorKind};
use crate::model::finding::Finding;
use crate::model::location::{Location, PageNumber};
use crate::model::record::{DocumentRecord, Explanation, NoticeRecord, Outcome, PageState};
use crate::notice::{PageReading, assemble, check, follow};
use crate::ocr::pool::EnginePool;
use crate::pipeline::bounds::limit_document;
use crate::pipeline::inside::{self, Budget, Inside, Reading};
use crate::pipeline::outcome::PageOutcome;
use crate::pipeline::page::read_page;
use crate::pipeline::{input, scratch};

/// Reads a document from its bytes, without those that lie in it. `page_done` is told of every
/// page.
pub fn read_document(
    path: &Path,
    bytes: Vec<u8>,
    config: &Config,
    engines: &EnginePool,
    page_done: &(dyn Fn() + Sync),
) -> DocumentRecord {
    let hash = blake3::hash(&bytes).to_hex().to_string();
    match container::open(bytes, config) {
        Ok(found) => own(path, hash, &found, config, engines, page_done),
        Err(error) => refused(path, Some(hash), error),
    }
}

/// Reads an opened file: its own record, and those of the documents that lie in it.
pub(crate) fn read_documents(
    path: &Path,
    file: &File,
    config: &Config,
    engines: &EnginePool,
    page_done: &(dyn Fn() + Sync),
) -> Vec<DocumentRecord> {
    let reader = Reader {
        config,
        engines,
        page_done,
    };
    reader.read(path, file, &Budget::new(&config.limits))
}

struct Reader<'a> {
    config: &'a Config,
    engines: &'a EnginePool,
    page_done: &'a (dyn Fn() + Sync),
}

impl Reader<'_> {
    fn read(&self, path: &Path, file: &File, budget: &Budget) -> Vec<DocumentRecord> {
        let limits = &self.config.limits;
        let bytes = match input::read(file, limits) {
            Ok(bytes) => bytes,
            Err(error) => return vec![DocumentRecord::unread(path, Outcome::Failed, error)],
        };
        let hash = blake3::hash(&bytes).to_hex().to_string();
        let mut found = match container::open(bytes, self.config) {
            Ok(found) => found,
            Err(error) => return vec![refused(path, Some(hash), error)],
        };
        let own = own(
            path,
            hash,
            &found,
            self.config,
            self.engines,
            self.page_done,
        );
        let Some(container) = found.container.take() else {
            return vec![own];
        };
        let inside = Inside::of(&container);
        let container = Mutex::new(container);
        let fetch = |index| {
            let mut container = container.lock().unwrap_or_else(PoisonError::into_inner);
            let part = container.part(index)?;
            let size = part.len() as u64;
            scratch::copy(&mut part.as_slice(), size).map_err(|error| input::unreadable(&error))
        };
        let read = |path: &Path, file: &File, budget: &Budget| self.read(path, file, budget);
        let reading = Reading {
            fetch: &fetch,
            read: &read,
            limits,
        };
        inside::read(path, own, &inside, budget, &reading)
    }
}

/// The record of a file that was opened to see what it is, and that gives no document.
pub(super) fn refused(path: &Path, hash: Option<String>, error: DocumentError) -> DocumentRecord {
    let refusal = match error.kind {
        ErrorKind::NotADocument => input::no_document(path, &error.message),
        _ => error.into(),
    };
    let (outcome, error) = refusal.outcome();
    DocumentRecord {
        content_hash: hash,
        ..DocumentRecord::unread(path, outcome, error)
    }
}

/// The record of a file itself: of its pages, if it has any.
fn own(
    path: &Path,
    hash: String,
    found: &Found,
    config: &Config,
    engines: &EnginePool,
    page_done: &(dyn Fn() + Sync),
) -> DocumentRecord {
    let Some(document) = &found.document else {
        return inside::record(path, hash);
    };
    let read = |index| {
        let outcome = read_page(document, index, config, engines);
        page_done();
        outcome
    };
    let pages = (0..document.page_count()).into_par_iter();
    let outcomes: Vec<PageOutcome> = pages.map(read).collect();
    let damage = document.damage().cloned();
    conclude(path, hash, outcomes, damage, config.explain)
}

/// Joins the pages of a document, ascending and none left out, and says how it ended.
pub(crate) fn conclude(
    path: &Path,
    hash: String,
    mut outcomes: Vec<PageOutcome>,
    damage: Option<DocumentError>,
    explain: bool,
) -> DocumentRecord {
    let left_out = limit_document(&mut outcomes);
    let mut record = DocumentRecord::unread(
        path,
        Outcome::Read,
        DocumentError::new(ErrorKind::Damaged, ""),
    );
    record.content_hash = Some(hash);
    record.page_count = outcomes.len();
    let failed = outcomes
        .iter()
        .filter(|o| o.record.state == PageState::Failed)
        .count();
    // A page whose picture is cut short was read, but has an error all the same.
    let first_error = outcomes.iter().find_map(|o| o.record.error.clone());
    let whole = first_error.is_none() && damage.is_none();
    record.outcome = match failed {
        0 if whole => Outcome::Read,
        n if n > 0 && n == outcomes.len() => Outcome::Failed,
        _ => Outcome::Partly,
    };
    record.error = damage.or(first_error);
    let mut readings: Vec<PageReading> = outcomes
        .iter()
        .flat_map(|o| o.readings.iter().cloned())
        .collect();
    follow(&mut readings);
    record.notices = assemble(&readings, whole);
    if explain {
        record.explanations = readings.iter().flat_map(explanations).collect();
    }
    for outcome in outcomes {
        record.pages.push(outcome.record);
        for taken in outcome.pictures {
            record.crops.extend(taken.crops);
            record.pictures.extend(taken.page);
        }
    }
    let signs = signs_without_notice(&readings, &record.notices);
    record.findings.extend(signs);
    check::document(&mut record);
    record.findings.extend(left_out);
    record
}

/// What may be lost on pages that belong to no notice: they were read badly all over, or, if the
/// document has none, numbers on them count only in one.
fn signs_without_notice(readings: &[PageReading], notices: &[NoticeRecord]) -> Option<Finding> {
    if notices.is_empty()
        && let Some(page) = readings.iter().find(|page| page.holds_back())
    {
        return Some(if page.legible {
            check::numbers_without_notice(page.number)
        } else {
            check::number_unread()
        });
    }
    let is_lost = |page: &&PageReading| {
        page.badly_read && notices.iter().all(|n| !n.pages.contains(&page.number))
    };
    let lost: Vec<PageNumber> = readings.iter().filter(is_lost).map(|p| p.number).collect();
    (!lost.is_empty()).then(|| check::pages_badly_read(&lost))
}

fn explanations(page: &PageReading) -> Vec<Explanation> {
    let explain = |c: &Assessment| Explanation {
        location: Location {
            page: page.number,
            bounds: c.candidate.bounds,
        },
        printed: c.candidate.printed.clone(),
        kind: Some(c.candidate.kind),
        decision: c.decision,
        reasons: c.reasons.clone(),
    };
    page.assessments.iter().map(explain).collect()
}

#[cfg(test)]
#[path = "document_tests.rs"]
mod tests;
