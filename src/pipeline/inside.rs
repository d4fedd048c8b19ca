//! Documents that lie inside others: each becomes a record of its own, whose path goes on where
//! that of its container ends (`mail.eml/notice.pdf`).

use std::collections::HashSet;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::document::container::{Container, MOST_PARTS};
use crate::model::config::Limits;
use crate::model::error::{DocumentError, ErrorKind};
use crate::model::finding::{Finding, FindingKind, Severity};
use crate::model::record::{DocumentRecord, Outcome};
use crate::pipeline::input::{self, Refusal};

/// How often containers lie in containers: an archive in a mail in an archive is the most.
const DEEPEST: usize = 2;
/// What a container and all that lies in it may unpack, in files of the largest size.
const MOST_FILES: u64 = 4;
/// Paths that a finding lists.
const MOST_LISTED: usize = 100;
/// Bytes of a part's name.
const LONGEST_NAME: usize = 2_048;

/// What lies in an opened file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Inside {
    /// What holds it, with its article.
    kind: String,
    /// Each file in it.
    parts: Vec<PartName>,
}

/// One file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct PartName {
    name: String,
    /// Whether it has no record unless it is a document.
    is_aside: bool,
}

impl Inside {
    /// What lies in a container.
    pub(crate) fn of(container: &Container) -> Self {
        let name = |(name, is_aside): (&str, bool)| PartName {
            name: name.to_owned(),
            is_aside,
        };
        Self {
            kind: container.kind().to_owned(),
            parts: container.parts().map(name).collect(),
        }
    }

    /// Whether a worker that does its work could have said this.
    pub(crate) fn is_plausible(&self) -> bool {
        let parts = &self.parts;
        self.kind.len() <= LONGEST_NAME
            && parts.len() <= MOST_PARTS + 1
            && parts.iter().all(|part| part.name.len() <= LONGEST_NAME)
    }
}

/// How much may still be unpacked of one named or found file.
#[derive(Clone)]
pub(crate) struct Budget {
    left: Arc<Left>,
    /// How many containers a file lies in.
    depth: usize,
    /// Whether parts are read one after another.
    in_order: bool,
}

struct Left {
    bytes: AtomicU64,
    parts: AtomicUsize,
    /// Whether something had no more room.
    spent: AtomicBool,
}

impl Budget {
    /// That of a file that lies in no other.
    pub(crate) fn new(limits: &Limits) -> Self {
        let left = Left {
            bytes: AtomicU64::new(limits.file_bytes.saturating_mul(MOST_FILES)),
            parts: AtomicUsize::new(MOST_PARTS),
            spent: AtomicBool::new(false),
        };
        Self {
            left: Arc::new(left),
            depth: 0,
            in_order: false,
        }
    }

    /// What is left for the files in a file.
    fn inner(&self) -> Self {
        Self {
            left: Arc::clone(&self.left),
            depth: self.depth + 1,
            in_order: self.in_order,
        }
    }

    fn take(&self, bytes: u64) -> Result<(), DocumentError> {
        let less = |left: u64| left.checked_sub(bytes);
        let taken = self
            .left
            .bytes
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, less);
        taken.map(drop).map_err(|_| {
            self.left.spent.store(true, Ordering::Relaxed);
            let message = "the files in its container unpack to more than the limit";
            DocumentError::new(ErrorKind::TooLarge, message)
        })
    }

    fn take_part(&self) -> bool {
        let less = |left: usize| left.checked_sub(1);
        let taken = self
            .left
            .parts
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, less);
        if taken.is_err() {
            self.left.spent.store(true, Ordering::Relaxed);
        }
        taken.is_ok()
    }

    /// Whether a file in no other had too little room for all that lies in it.
    fn was_too_little(&self) -> bool {
        self.depth == 0 && !self.in_order && self.left.spent.load(Ordering::Relaxed)
    }
}

/// How parts are had and read.
pub(crate) struct Reading<'a> {
    /// The part at an index, in a file of its own.
    pub fetch: &'a (dyn Fn(usize) -> Result<File, DocumentError> + Sync),
    /// What is read of a file.
    pub read: &'a (dyn Fn(&Path, &File, &Budget) -> Vec<DocumentRecord> + Sync),
    /// The limits of the run.
    pub limits: &'a Limits,
}

/// The record of a container that has no pages of its own.
pub(crate) fn record(path: &Path, hash: String) -> DocumentRecord {
    let error = DocumentError::new(ErrorKind::Damaged, "");
    DocumentRecord {
        content_hash: Some(hash),
        error: None,
        ..DocumentRecord::unread(path, Outcome::Read, error)
    }
}

/// Reads what lies in a file and puts the records behind its own.
pub(crate) fn read(
    path: &Path,
    mut own: DocumentRecord,
    inside: &Inside,
    budget: &Budget,
    reading: &Reading<'_>,
) -> Vec<DocumentRecord> {
    if budget.depth > DEEPEST {
        let message = format!("{} in too many others", inside.kind);
        own.outcome = Outcome::Partly;
        own.error = Some(DocumentError::new(ErrorKind::TooLarge, message));
        if own.pages.is_empty() {
            own.outcome = Outcome::Failed;
        }
        return vec![own];
    }
    let mut records = parts(path, inside, budget, reading);
    if budget.was_too_little() {
        // What finds no more room must not depend on which part was quicker.
        let again = Budget {
            in_order: true,
            ..Budget::new(reading.limits)
        };
        records = parts(path, inside, &again, reading);
    }
    say_inside(&mut own, inside, path, &records);
    std::iter::once(own).chain(records).collect()
}

/// The records of all parts.
fn parts(
    path: &Path,
    inside: &Inside,
    budget: &Budget,
    reading: &Reading<'_>,
) -> Vec<DocumentRecord> {
    let all = 0..inside.parts.len();
    let part = |index: usize| part(path, inside, index, budget, reading);
    let parts: Vec<_> = if budget.in_order {
        all.map(part).collect()
    } else {
        all.into_par_iter().map(part).collect()
    };
    parts.into_iter().flatten().collect()
}

/// The records of one part; none for one that is passed over without a word.
fn part(
    path: &Path,
    inside: &Inside,
    index: usize,
    budget: &Budget,
    reading: &Reading<'_>,
) -> Vec<DocumentRecord> {
    let Some(part) = inside.parts.get(index) else {
        return Vec::new();
    };
    let path = path_of(path, &part.name);
    let unread = |outcome, error| vec![DocumentRecord::unread(&path, outcome, error)];
    if !budget.take_part() {
        let message = format!("skipped: no more than {MOST_PARTS} files in one container are read");
        return unread(
            Outcome::Failed,
            DocumentError::new(ErrorKind::TooLarge, message),
        );
    }
    let file = (reading.fetch)(index).and_then(|file| {
        let size = file.metadata().map_or(0, |metadata| metadata.len());
        budget.take(size).map(|()| file)
    });
    let file = match file {
        Ok(file) => file,
        Err(error) => return unread(Outcome::Failed, error),
    };
    match input::check(&path, &file, reading.limits) {
        Ok(file) => (reading.read)(&path, &file, &budget.inner()),
        Err(Refusal::Skipped(_)) if part.is_aside => Vec::new(),
        Err(refusal) => {
            let (outcome, error) = refusal.outcome();
            unread(outcome, error)
        }
    }
}

/// The path of a part.
fn path_of(container: &Path, name: &str) -> PathBuf {
    let mut path = container.as_os_str().to_owned();
    path.push("/");
    path.push(name);
    path.into()
}

/// Says in the record of a container what lies in it.
fn say_inside(own: &mut DocumentRecord, inside: &Inside, path: &Path, records: &[DocumentRecord]) {
    let documents = records
        .iter()
        .filter(|record| record.outcome != Outcome::Skipped)
        .count();
    let known: HashSet<&str> = records.iter().map(|record| &*record.path).collect();
    let is_passed_over = |part: &&PartName| {
        let path = path_of(path, &part.name);
        part.is_aside && !known.contains(&*path.to_string_lossy())
    };
    let others = inside.parts.iter().filter(is_passed_over).count();
    if documents == 0 && own.pages.is_empty() {
        let what = format!("{} without documents", inside.kind.trim_end_matches(','));
        let (outcome, error) = input::no_document(path, &what).outcome();
        own.outcome = outcome;
        own.error = Some(error);
        return;
    }
    let verb = match documents {
        1 => "1 document lies in it and is listed after it".to_owned(),
        n => format!("{n} documents lie in it and are listed after it"),
    };
    let rest = match others {
        0 => String::new(),
        1 => "; 1 more file in it is no document".to_owned(),
        n => format!("; {n} more files in it are no documents"),
    };
    let kind = &inside.kind;
    let mut finding = Finding::new(
        FindingKind::DocumentsInside,
        Severity::Info,
        format!("{}: {verb}{rest}", kind.trim_end_matches(',')),
        "",
    );
    let paths = records.iter().map(|record| record.path.clone());
    finding.documents = paths.take(MOST_LISTED).collect();
    own.findings.push(finding);
}

#[cfg(test)]
#[path = "inside_tests.rs"]
mod tests;
