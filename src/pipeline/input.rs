//! Which files a run reads: paths and folders become inputs in a fixed order, and what cannot be
//! read becomes a row with a reason.
//!
//! The walk is lazy, so that a million files cost no memory. Between the walk and the opening of a
//! file, somebody may put something else in its place: see [`open_below`].

use std::collections::HashSet;
use std::fs::{self, FileType};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use walkdir::{DirEntry, IntoIter, WalkDir};

use super::open::{LINK, NOT_REGULAR, named_like_document, reason};
pub use super::open::{Refusal, open, open_below, read};
use crate::model::error::{DocumentError, ErrorKind};

/// One row to be: a file to read, or why there is nothing to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A regular file that was named, perhaps by a link to it; not opened yet.
    File(PathBuf),
    /// A regular file that was found in a named folder; not opened yet.
    Found {
        /// As it was found.
        path: PathBuf,
        /// The folder that was named: links on the way from it to the file are not followed.
        folder: Arc<Path>,
    },
    /// Not a file that is read.
    Skipped {
        /// As it was named or found.
        path: PathBuf,
        /// Lower case, for people.
        reason: String,
    },
    /// Named or found, but the operating system refuses it.
    Failed {
        /// As it was named or found.
        path: PathBuf,
        /// Why.
        error: DocumentError,
    },
}

impl Input {
    /// The path as it was named or found.
    pub fn path(&self) -> &Path {
        match self {
            Self::File(path)
            | Self::Found { path, .. }
            | Self::Skipped { path, .. }
            | Self::Failed { path, .. } => path,
        }
    }

    fn skipped(path: impl Into<PathBuf>, reason: &str) -> Self {
        Self::Skipped {
            path: path.into(),
            reason: reason.to_owned(),
        }
    }

    fn failed(path: impl Into<PathBuf>, message: &str) -> Self {
        Self::Failed {
            path: path.into(),
            error: DocumentError::new(ErrorKind::Unreadable, message),
        }
    }
}

/// Lists inputs: the paths in the order given, folders recursively and sorted by name. Links are
/// followed only where they were named themselves; pipes, sockets and devices are never opened; a
/// file named twice, by itself or through its folder, appears once.
pub fn discover(paths: &[PathBuf]) -> Discover {
    Discover {
        paths: Vec::from(paths).into_iter(),
        named: HashSet::new(),
        walk: None,
    }
}

/// The lazy list behind [`discover`].
pub struct Discover {
    paths: std::vec::IntoIter<PathBuf>,
    /// Canonical paths of what was named so far.
    named: HashSet<PathBuf>,
    walk: Option<Walk>,
}

struct Walk {
    entries: IntoIter,
    root: Arc<Path>,
    canonical: PathBuf,
}

impl Iterator for Discover {
    type Item = Input;

    fn next(&mut self) -> Option<Input> {
        loop {
            if let Some(walk) = &mut self.walk {
                match walk.next(&self.named) {
                    Some(input) => return Some(input),
                    None => self.walk = None,
                }
            }
            let path = self.paths.next()?;
            if let Some(input) = self.begin(path) {
                return Some(input);
            }
        }
    }
}

impl Discover {
    /// Takes up one named path: a file is an input at once, a folder starts a walk.
    fn begin(&mut self, path: PathBuf) -> Option<Input> {
        let metadata = match fs::metadata(&path) {
            Ok(metadata) => metadata,
            Err(error) => return Some(Input::failed(path, &reason(&error))),
        };
        let canonical = fs::canonicalize(&path).unwrap_or_else(|_| path.clone());
        if canonical.ancestors().any(|part| self.named.contains(part)) {
            return None;
        }
        let input = if metadata.is_dir() {
            let entries = WalkDir::new(&path).sort_by_file_name().into_iter();
            self.walk = Some(Walk {
                entries,
                root: path.into(),
                canonical: canonical.clone(),
            });
            None
        } else {
            Some(named(path, metadata.file_type()))
        };
        // A folder counts as named only for later paths: the walk itself skips what was named
        // before it.
        if metadata.is_file() || metadata.is_dir() {
            self.named.insert(canonical);
        }
        input
    }
}

impl Walk {
    fn entry(&self, path: PathBuf, kind: FileType) -> Input {
        if kind.is_file() {
            let folder = Arc::clone(&self.root);
            Input::Found { path, folder }
        } else if kind.is_symlink() {
            Input::skipped(path, LINK)
        } else {
            Input::skipped(path, NOT_REGULAR)
        }
    }

    fn next(&mut self, named: &HashSet<PathBuf>) -> Option<Input> {
        loop {
            let found = match self.entries.next()? {
                Ok(found) => found,
                Err(error) => {
                    let path = error.path().unwrap_or(&*self.root).to_path_buf();
                    let message = error
                        .io_error()
                        .map_or_else(|| "the folder cannot be read".to_owned(), reason);
                    return Some(Input::failed(path, &message));
                }
            };
            let seen = found.depth() > 0
                && found
                    .path()
                    .strip_prefix(&*self.root)
                    .is_ok_and(|rest| named.contains(&self.canonical.join(rest)));
            if seen {
                if found.file_type().is_dir() {
                    self.entries.skip_current_dir();
                }
                continue;
            }
            if found.file_type().is_dir() {
                match empty_lookalike(&found) {
                    Some(input) => return Some(input),
                    None => continue,
                }
            }
            let kind = found.file_type();
            return Some(self.entry(found.into_path(), kind));
        }
    }
}

/// A folder that is named like a document and holds nothing would vanish from the report; it gets a
/// row.
fn empty_lookalike(found: &DirEntry) -> Option<Input> {
    let empty = named_like_document(found.path())
        && fs::read_dir(found.path()).is_ok_and(|mut entries| entries.next().is_none());
    empty.then(|| Input::skipped(found.path(), "an empty folder"))
}

/// A path that was named and is no folder; links are followed.
fn named(path: PathBuf, kind: FileType) -> Input {
    if kind.is_file() {
        Input::File(path)
    } else {
        Input::skipped(path, NOT_REGULAR)
    }
}
