//! One document from its bytes to its record: every page read by the road that suits it, then
//! understood, then joined.

use std::path::Path;

use rayon::prelude::*;

use crate::document::Document;
use crate::interpret::Assessment;
use crate::model::config::Config;
use crate::model::error::{DocumentError, ErrorKind};
use crate::model::location::Location;
use crate::model::record::{DocumentRecord, Explanation, Outcome, PageState};
use crate::notice::{PageReading, assemble, check, follow};
use crate::ocr::pool::EnginePool;
use crate::pipeline::bounds::limit_document;
use crate::pipeline::page::{PageOutcome, read_page};

/// Reads a document. `page_done` is told of every page.
pub fn read_document(
    path: &Path,
    bytes: Vec<u8>,
    config: &Config,
    readers: &EnginePool,
    page_done: &(dyn Fn() + Sync),
) -> DocumentRecord {
    let hash = blake3::hash(&bytes).to_hex().to_string();
    let document = match Document::open(bytes, config) {
        Ok(document) => document,
        Err(error) => {
            return DocumentRecord {
                content_hash: Some(hash),
                ..DocumentRecord::unread(path, Outcome::Failed, error)
            };
        }
    };
    let page_count = document.page_count();
    let outcomes: Vec<PageOutcome> = (0..page_count)
        .into_par_iter()
        .map(|index| {
            let outcome = read_page(&document, index, config, readers);
            page_done();
            outcome
        })
        .collect();
    conclude(
        path,
        hash,
        outcomes,
        document.damage().cloned(),
        config.explain,
    )
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
    if record.notices.is_empty() && readings.iter().any(PageReading::holds_back) {
        record.findings.push(check::number_unread());
    }
    check::document(&mut record);
    record.findings.extend(left_out);
    record
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
