//! Which files a run reads: paths and folders become inputs in a fixed order, and what cannot be read becomes a row with a reason.
//!
//! The walk is lazy, so that a million files cost no memory. Kinds are told by content, never by name, because phones, portals and mail programs
//! save anything under any name.

use std::collections::HashSet;
use std::fs::{self, File, FileType};
use std::io::Read;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, IntoIter, WalkDir};

use crate::document::sniff::{FileKind, HEADER_WITHIN, sniff};
use crate::model::config::Limits;
use crate::model::error::{DocumentError, ErrorKind};

/// One row to be: a file to read, or why there is nothing to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A regular file; not opened yet.
    File(PathBuf),
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
            Self::File(path) | Self::Skipped { path, .. } | Self::Failed { path, .. } => path,
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

/// Lists inputs: the paths in the order given, folders recursively and sorted by name. Links are followed only where they were named themselves;
/// pipes, sockets and devices are never opened; a file named twice, by itself or through its folder, appears once.
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
    root: PathBuf,
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
                root: path,
                canonical: canonical.clone(),
            });
            None
        } else {
            Some(entry(path, metadata.file_type()))
        };
        // A folder counts as named only for later paths: the walk itself skips what was named before it.
        if metadata.is_file() || metadata.is_dir() {
            self.named.insert(canonical);
        }
        input
    }
}

impl Walk {
    fn next(&mut self, named: &HashSet<PathBuf>) -> Option<Input> {
        loop {
            let found = match self.entries.next()? {
                Ok(found) => found,
                Err(error) => {
                    let path = error.path().unwrap_or(&self.root).to_path_buf();
                    let message = error
                        .io_error()
                        .map_or_else(|| "the folder cannot be read".to_owned(), reason);
                    return Some(Input::failed(path, &message));
                }
            };
            let seen = found.depth() > 0
                && found
                    .path()
                    .strip_prefix(&self.root)
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
            return Some(entry(found.into_path(), kind));
        }
    }
}

/// A folder that is named like a document and holds nothing would vanish from the report; it gets a row.
fn empty_lookalike(found: &DirEntry) -> Option<Input> {
    let empty = named_like_document(found.path())
        && fs::read_dir(found.path()).is_ok_and(|mut entries| entries.next().is_none());
    empty.then(|| Input::skipped(found.path(), "an empty folder"))
}

fn entry(path: PathBuf, kind: FileType) -> Input {
    if kind.is_file() {
        Input::File(path)
    } else if kind.is_symlink() {
        Input::skipped(
            path,
            "a link; links are followed only when named themselves",
        )
    } else {
        Input::skipped(path, "not a regular file")
    }
}

fn reason(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "no such file or folder".to_owned(),
        std::io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        _ => format!("cannot be read: {error}").to_lowercase(),
    }
}

/// Enough for all other kinds.
const FIRST_LOOK: usize = 4096;

/// Why a file gave no document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It is no document; lower case, for people.
    Skipped(String),
    /// It should have been one.
    Failed(DocumentError),
}

impl From<DocumentError> for Refusal {
    fn from(error: DocumentError) -> Self {
        Self::Failed(error)
    }
}

/// Opens a file (its place afterwards is anywhere) whose size and first bytes promise a document. A file with a document's ending and other content has failed;
/// other files are skipped. Nothing of it is parsed.
pub fn open(path: &Path, limits: &Limits) -> Result<File, Refusal> {
    let unreadable =
        |error: std::io::Error| DocumentError::new(ErrorKind::Unreadable, reason(&error));
    // The kind is asked before opening, because opening a pipe waits for its writer.
    if !fs::metadata(path).map_err(unreadable)?.is_file() {
        return Err(Refusal::Skipped("not a regular file".to_owned()));
    }
    let mut file = File::open(path).map_err(unreadable)?;
    let size = file.metadata().map_err(unreadable)?.len();
    if size == 0 {
        return Err(DocumentError::new(ErrorKind::EmptyFile, "the file is empty").into());
    }
    let mut start = Vec::new();
    for within in [FIRST_LOOK, HEADER_WITHIN] {
        let more = within.saturating_sub(start.len()) as u64;
        file.by_ref()
            .take(more)
            .read_to_end(&mut start)
            .map_err(unreadable)?;
        if !matches!(sniff(&start), FileKind::Other(_)) {
            break;
        }
    }
    check_kind(path, sniff(&start))?;
    if size > limits.file_bytes {
        return Err(too_large(limits).into());
    }
    Ok(file)
}

/// Reads an opened file whole, from any place in it.
pub fn read(file: &File, limits: &Limits) -> Result<Vec<u8>, DocumentError> {
    let unreadable =
        |error: std::io::Error| DocumentError::new(ErrorKind::Unreadable, reason(&error));
    let size = file
        .metadata()
        .map_or(0, |m| m.len())
        .min(limits.file_bytes);
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0).saturating_add(1));
    // A file may grow while it is read.
    FromStart { file, at: 0 }
        .take(limits.file_bytes.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    if bytes.len() as u64 > limits.file_bytes {
        Err(too_large(limits))
    } else {
        Ok(bytes)
    }
}

/// Reads a file by offset: others may read at the same time through the same open file.
struct FromStart<'a> {
    file: &'a File,
    at: u64,
}

impl Read for FromStart<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        #[cfg(unix)]
        let count = std::os::unix::fs::FileExt::read_at(self.file, buffer, self.at)?;
        #[cfg(windows)]
        let count = std::os::windows::fs::FileExt::seek_read(self.file, buffer, self.at)?;
        self.at += count as u64;
        Ok(count)
    }
}

fn too_large(limits: &Limits) -> DocumentError {
    DocumentError::new(
        ErrorKind::TooLarge,
        format!("the file is larger than {} bytes", limits.file_bytes),
    )
}

fn check_kind(path: &Path, kind: FileKind) -> Result<(), Refusal> {
    match kind {
        FileKind::Unread(name) => Err(DocumentError::new(
            ErrorKind::Unsupported,
            format!("{name}, which is not read"),
        )
        .into()),
        FileKind::Other(name) if ending(path) == "pdf" => Err(DocumentError::new(
            ErrorKind::NotADocument,
            format!("named .pdf, but it is {name}"),
        )
        .into()),
        FileKind::Other(name) if named_like_document(path) => Err(DocumentError::new(
            ErrorKind::Unsupported,
            format!("named like a picture, but it is {name}"),
        )
        .into()),
        FileKind::Other(name) => Err(Refusal::Skipped(name.to_owned())),
        _ => Ok(()),
    }
}

fn ending(path: &Path) -> String {
    path.extension()
        .unwrap_or_default()
        .to_string_lossy()
        .to_lowercase()
}

fn named_like_document(path: &Path) -> bool {
    matches!(
        ending(path).as_str(),
        "pdf" | "png" | "jpg" | "jpeg" | "jpe" | "tif" | "tiff" | "webp" | "bmp" | "heic" | "gif"
    )
}
