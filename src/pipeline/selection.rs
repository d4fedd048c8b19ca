//! Which entries of a folder are looked at at all. What systems and programs leave behind in
//! folders is nobody's document: it gets no row, but it is counted.

use std::ffi::OsStr;
use std::fmt;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Names of files that systems write into folders.
const UNWANTED: [&str; 4] = [".DS_Store", "Thumbs.db", "ehthumbs.db", "desktop.ini"];
/// How names begin that programs give to locks and to what they keep beside a file.
const UNWANTED_STARTS: [&str; 2] = ["~$", "._"];
/// Folders that systems and programs keep for themselves, without a dot before their name.
const UNWANTED_FOLDERS: [&str; 3] = ["__MACOSX", "$RECYCLE.BIN", "System Volume Information"];

/// Says of an entry, by its path from the named folder and whether it is a folder, if it is wanted.
type Wanted = Arc<dyn Fn(&Path, bool) -> bool + Send + Sync>;

/// Which entries of named folders are looked at. What is named itself is always looked at.
#[derive(Clone, Default)]
pub struct Selection {
    hidden: bool,
    wanted: Option<Wanted>,
}

impl Selection {
    /// Looks into hidden folders too, and at files that are named like what programs keep beside
    /// others.
    #[must_use]
    pub fn with_hidden(self, hidden: bool) -> Self {
        Self { hidden, ..self }
    }

    /// Asks `wanted` of each entry that is left: its path from the named folder, and whether it is
    /// a folder.
    #[must_use]
    pub fn with_wanted(self, wanted: impl Fn(&Path, bool) -> bool + Send + Sync + 'static) -> Self {
        Self {
            wanted: Some(Arc::new(wanted)),
            ..self
        }
    }

    /// Whether an entry is looked at; `path` starts at the named folder.
    pub fn takes(&self, path: &Path, is_folder: bool) -> bool {
        let name = path.file_name().unwrap_or_default();
        let is_hidden = if is_folder {
            is_hidden(name)
        } else {
            is_beside(name)
        };
        if is_unwanted(name, is_folder) || (is_hidden && !self.hidden) {
            return false;
        }
        self.wanted
            .as_ref()
            .is_none_or(|wanted| wanted(path, is_folder))
    }
}

impl fmt::Debug for Selection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Selection")
            .field("hidden", &self.hidden)
            .field("wanted", &self.wanted.is_some())
            .finish()
    }
}

/// Whether a name is one that systems leave behind.
fn is_unwanted(name: &OsStr, is_folder: bool) -> bool {
    let Some(name) = name.to_str() else {
        return false;
    };
    let is = |known: &[&str]| known.iter().any(|known| name.eq_ignore_ascii_case(known));
    if is_folder {
        is(&UNWANTED_FOLDERS)
    } else {
        is(&UNWANTED)
    }
}

/// Whether a file is named like a lock, or like what programs keep beside another file.
fn is_beside(name: &OsStr) -> bool {
    let name = name.as_encoded_bytes();
    UNWANTED_STARTS
        .iter()
        .any(|start| name.starts_with(start.as_bytes()))
}

fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

/// What a walk met beside its inputs; may be looked at while it goes on.
#[derive(Debug, Clone, Default)]
pub struct Tally(Arc<Counts>);

#[derive(Debug, Default)]
struct Counts {
    left_out: AtomicUsize,
    missing: AtomicUsize,
}

impl Tally {
    /// Entries that were left out; a folder counts as one.
    pub fn left_out(&self) -> usize {
        self.0.left_out.load(Ordering::Relaxed)
    }

    /// Named paths that do not exist.
    pub fn missing(&self) -> usize {
        self.0.missing.load(Ordering::Relaxed)
    }

    pub(super) fn leave_out(&self) {
        self.0.left_out.fetch_add(1, Ordering::Relaxed);
    }

    pub(super) fn miss(&self) {
        self.0.missing.fetch_add(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
#[path = "selection_tests.rs"]
mod tests;
