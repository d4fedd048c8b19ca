//! Which files a run reads: paths and folders become inputs in a fixed order, and what cannot be
//! read becomes a row with a reason.
//!
//! The walk is lazy, so that a million files cost no memory. Between the walk and the opening of a
//! file, somebody may put something else in its place: see [`open_below`].

use std::collections::HashSet;
use std::fs::{self, File, FileType};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use walkdir::{DirEntry, IntoIter, WalkDir};

#[cfg(feature = "state")]
pub(super) use super::open::from_start;
pub(super) use super::open::no_document;
pub(super) use super::open::unreadable;
use super::open::{LINK, NOT_REGULAR, named_like_document, reason};
pub use super::open::{Refusal, check, open, open_below, read};
pub use super::selection::{Selection, Tally};
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
    /// A file that is open already, such as a copy of standard input.
    Opened {
        /// What it is called in the report.
        path: PathBuf,
        /// The file.
        file: Opened,
    },
    /// Nothing yet: the paths come from a list that is still being written. No row.
    Pending,
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
            | Self::Opened { path, .. }
            | Self::Skipped { path, .. }
            | Self::Failed { path, .. } => path,
            Self::Pending => Path::new(""),
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

/// A file that was opened before; equal only to itself.
#[derive(Debug, Clone)]
pub struct Opened(pub Arc<File>);

impl PartialEq for Opened {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for Opened {}

/// One path of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Named {
    /// A path.
    Path(PathBuf),
    /// A file that is open already, and what it is called.
    Opened(PathBuf, Opened),
    /// What is called so, but cannot be had.
    Failed(PathBuf, DocumentError),
    /// Nothing yet.
    Pending,
}

/// Lists inputs: the paths in the order given, folders recursively and sorted by name. Links are
/// followed only where they were named themselves; pipes, sockets and devices are never opened; a
/// file named twice, by itself or through its folder, appears once.
pub fn discover(paths: &[PathBuf]) -> Discover<std::vec::IntoIter<Named>> {
    let paths: Vec<Named> = paths.iter().cloned().map(Named::Path).collect();
    discover_from(paths.into_iter())
}

/// The same for a list that is itself read bit by bit.
pub fn discover_from<P: Iterator<Item = Named>>(paths: P) -> Discover<P> {
    Discover {
        paths,
        named: HashSet::new(),
        walk: None,
        selection: Selection::default(),
        ignores_missing: false,
        tally: Tally::default(),
    }
}

/// The lazy list behind [`discover`].
pub struct Discover<P> {
    paths: P,
    /// Digests of the canonical paths of what was named so far: a list may name millions.
    named: HashSet<Digest>,
    walk: Option<Walk>,
    selection: Selection,
    ignores_missing: bool,
    tally: Tally,
}

/// A path in sixteen bytes, which no two of a run share.
type Digest = [u8; 16];

fn digest(path: &Path) -> Digest {
    let mut digest = Digest::default();
    let hash = blake3::hash(path.as_os_str().as_encoded_bytes());
    digest.copy_from_slice(&hash.as_bytes()[..16]);
    digest
}

struct Walk {
    entries: IntoIter,
    root: Arc<Path>,
    canonical: PathBuf,
}

impl<P: Iterator<Item = Named>> Iterator for Discover<P> {
    type Item = Input;

    fn next(&mut self) -> Option<Input> {
        loop {
            if let Some(walk) = &mut self.walk {
                match walk.next(&self.named, &self.selection, &self.tally) {
                    Some(input) => return Some(input),
                    None => self.walk = None,
                }
            }
            let path = match self.paths.next()? {
                Named::Path(path) => path,
                Named::Opened(path, file) => return Some(Input::Opened { path, file }),
                Named::Failed(path, error) => return Some(Input::Failed { path, error }),
                Named::Pending => return Some(Input::Pending),
            };
            if let Some(input) = self.begin(path) {
                return Some(input);
            }
        }
    }
}

impl<P> Discover<P> {
    /// Looks only at what `selection` takes of each folder.
    #[must_use]
    pub fn with_selection(self, selection: Selection) -> Self {
        Self { selection, ..self }
    }

    /// Named paths that do not exist are skipped, where they are failures otherwise.
    #[must_use]
    pub fn ignoring_missing(self, ignores_missing: bool) -> Self {
        Self {
            ignores_missing,
            ..self
        }
    }

    /// Counts in `tally` what is met beside the inputs, as the walk goes on.
    #[must_use]
    pub fn with_tally(self, tally: Tally) -> Self {
        Self { tally, ..self }
    }

    /// The row of a named path that cannot be looked at.
    fn unseen(&self, path: PathBuf, error: &io::Error) -> Input {
        if error.kind() != io::ErrorKind::NotFound {
            return Input::failed(path, &reason(error));
        }
        if self.ignores_missing {
            return Input::skipped(path, &reason(error));
        }
        self.tally.miss();
        Input::failed(path, &reason(error))
    }

    /// Takes up one named path: a file is an input at once, a folder starts a walk.
    fn begin(&mut self, path: PathBuf) -> Option<Input> {
        let metadata = match fs::metadata(&path) {
            Ok(metadata) => metadata,
            Err(error) => return Some(self.unseen(path, &error)),
        };
        let canonical = fs::canonicalize(&path).unwrap_or_else(|_| path.clone());
        let is_named = |part: &Path| self.named.contains(&digest(part));
        if !self.named.is_empty() && canonical.ancestors().any(is_named) {
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
            self.named.insert(digest(&canonical));
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

    fn next(
        &mut self,
        named: &HashSet<Digest>,
        selection: &Selection,
        tally: &Tally,
    ) -> Option<Input> {
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
            if found.depth() == 0 {
                // The folder itself, perhaps by a link that was named.
                match empty_lookalike(&found) {
                    Some(input) => return Some(input),
                    None => continue,
                }
            }
            let is_folder = found.file_type().is_dir();
            let rest = found.path().strip_prefix(&*self.root);
            let rest = rest.unwrap_or(found.path());
            let takes = selection.takes(rest, is_folder);
            if !takes {
                tally.leave_out();
            }
            if !takes || (!named.is_empty() && named.contains(&digest(&self.canonical.join(rest))))
            {
                if is_folder {
                    self.entries.skip_current_dir();
                }
                continue;
            }
            if is_folder {
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
