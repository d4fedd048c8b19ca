//! Opens a file that was named or found, and reads it. Kinds are told by content, never by name,
//! because phones, portals and mail programs save anything under any name.
//!
//! What is checked is the open file, not its name: between a look at the name and the opening,
//! somebody may put a pipe, a device or a link in its place.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Read};
use std::path::Path;
use std::time::Duration;

use crate::document::sniff::{FileKind, HEADER_WITHIN, sniff};
use crate::model::config::Limits;
use crate::model::error::{DocumentError, ErrorKind};
use crate::model::record::Outcome;

/// Enough for all other kinds.
const FIRST_LOOK: usize = 4096;
/// Bytes that are read at a time.
const CHUNK: u64 = 4 << 20;
/// A file that was changed within this time is read twice.
const RECENT: Duration = Duration::from_secs(10);

pub(super) const NOT_REGULAR: &str = "not a regular file";
pub(super) const LINK: &str = "a link; links are followed only when named themselves";

/// Why a file gave no document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It is no document; lower case, for people.
    Skipped(String),
    /// It should have been one.
    Failed(DocumentError),
}

impl Refusal {
    /// How the record of the file says it.
    pub(super) fn outcome(self) -> (Outcome, DocumentError) {
        match self {
            Self::Skipped(reason) => (
                Outcome::Skipped,
                DocumentError::new(ErrorKind::NotADocument, reason),
            ),
            Self::Failed(error) => (Outcome::Failed, error),
        }
    }
}

impl From<DocumentError> for Refusal {
    fn from(error: DocumentError) -> Self {
        Self::Failed(error)
    }
}

impl From<io::Error> for Refusal {
    fn from(error: io::Error) -> Self {
        Self::Failed(unreadable(&error))
    }
}

pub(super) fn unreadable(error: &io::Error) -> DocumentError {
    DocumentError::new(ErrorKind::Unreadable, reason(error))
}

/// What an error of the operating system means, for people.
pub(super) fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file or folder".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        _ => format!("cannot be read: {error}").to_lowercase(),
    }
}

/// Opens a named file, through a link if need be (its place afterwards is anywhere), whose size and
/// first bytes promise a document. A file with a document's ending and other content has failed;
/// other files are skipped. Nothing of it is parsed.
///
/// # Errors
/// Why it gives no document.
pub fn open(path: &Path, limits: &Limits) -> Result<File, Refusal> {
    // A look at the name first: opening a device may already do something.
    if !fs::metadata(path)?.is_file() {
        return Err(Refusal::Skipped(NOT_REGULAR.to_owned()));
    }
    let file = options().open(path)?;
    checked(path, file, limits)
}

/// The same for a file that was found below `folder`: links on the way from there are not followed,
/// though they may have come between the walk and now.
///
/// # Errors
/// Why it gives no document.
pub fn open_below(folder: &Path, path: &Path, limits: &Limits) -> Result<File, Refusal> {
    let now = fs::symlink_metadata(path)?;
    if now.is_symlink() {
        return Err(Refusal::Skipped(LINK.to_owned()));
    }
    if !now.is_file() {
        return Err(Refusal::Skipped(NOT_REGULAR.to_owned()));
    }
    match without_links(folder, path) {
        Ok(file) => checked(path, file, limits),
        Err(error) if is_link(&error) => Err(Refusal::Skipped(LINK.to_owned())),
        Err(error) => Err(error.into()),
    }
}

/// The same for a file that is open already.
///
/// # Errors
/// Why it gives no document.
pub fn check(path: &Path, file: &File, limits: &Limits) -> Result<File, Refusal> {
    checked(path, file.try_clone()?, limits)
}

/// How files are opened: a pipe is not waited for, and no other program inherits the descriptor, as
/// is the standard library's habit.
fn options() -> OpenOptions {
    let mut options = File::options();
    options.read(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags(nonblocking());
    }
    options
}

#[cfg(unix)]
fn nonblocking() -> i32 {
    rustix::fs::OFlags::NONBLOCK.bits().cast_signed()
}

/// Opens a file below a folder, where the kernel can, without following any link on the way from
/// the folder; elsewhere at least not one in the file's own place.
#[cfg(target_os = "linux")]
fn without_links(folder: &Path, path: &Path) -> io::Result<File> {
    use rustix::fs::{CWD, Mode, OFlags, ResolveFlags, openat, openat2};
    use rustix::io::Errno;
    let rest = path.strip_prefix(folder).unwrap_or(path);
    let to_folder = OFlags::PATH | OFlags::DIRECTORY | OFlags::CLOEXEC;
    let to_file = OFlags::NONBLOCK | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    let folder = openat(CWD, folder, to_folder, Mode::empty())?;
    let no_links = ResolveFlags::NO_SYMLINKS;
    match openat2(&folder, rest, to_file, Mode::empty(), no_links) {
        // Kernels before 5.6, and containers that do not know the call.
        Err(Errno::NOSYS | Errno::PERM) => {
            Ok(openat(&folder, rest, to_file, Mode::empty())?.into())
        }
        opened => Ok(opened?.into()),
    }
}

#[cfg(all(unix, not(target_os = "linux")))]
fn without_links(_folder: &Path, path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    let no_link = rustix::fs::OFlags::NOFOLLOW.bits().cast_signed();
    options().custom_flags(nonblocking() | no_link).open(path)
}

#[cfg(not(unix))]
fn without_links(_folder: &Path, path: &Path) -> io::Result<File> {
    options().open(path)
}

/// Whether a file was not opened because a link is in its place or on the way to it.
fn is_link(error: &io::Error) -> bool {
    #[cfg(unix)]
    return error.raw_os_error() == Some(rustix::io::Errno::LOOP.raw_os_error());
    #[cfg(not(unix))]
    false
}

/// Checks an open file: that it is one, its size, and its first bytes.
fn checked(path: &Path, mut file: File, limits: &Limits) -> Result<File, Refusal> {
    let opened = file.metadata()?;
    if !opened.is_file() {
        return Err(Refusal::Skipped(NOT_REGULAR.to_owned()));
    }
    let size = opened.len();
    if size == 0 {
        return Err(DocumentError::new(ErrorKind::EmptyFile, "the file is empty").into());
    }
    let mut start = Vec::new();
    for within in [FIRST_LOOK, HEADER_WITHIN] {
        let more = within.saturating_sub(start.len()) as u64;
        file.by_ref().take(more).read_to_end(&mut start)?;
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

/// Reads an opened file whole, from any place in it. A file that is written to meanwhile is
/// refused: what was read may be half of one version and half of another.
///
/// # Errors
/// When it is too large, cannot be read, or was changed.
pub fn read(file: &File, limits: &Limits) -> Result<Vec<u8>, DocumentError> {
    read_with(file, limits, &mut || ())
}

/// The same; `after_chunk` is called after each part that was read.
fn read_with(
    file: &File,
    limits: &Limits,
    after_chunk: &mut dyn FnMut(),
) -> Result<Vec<u8>, DocumentError> {
    let before = file.metadata().map_err(|error| unreadable(&error))?;
    let size = before.len().min(limits.file_bytes);
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0).saturating_add(1));
    // Never mapped: a mapped file that shrinks ends the process with a signal.
    let mut from = FromStart { file, at: 0 };
    while bytes.len() as u64 <= limits.file_bytes {
        let chunk = from.by_ref().take(CHUNK).read_to_end(&mut bytes);
        if chunk.map_err(|error| unreadable(&error))? == 0 {
            break;
        }
        after_chunk();
    }
    if bytes.len() as u64 > limits.file_bytes {
        return Err(too_large(limits));
    }
    let changed = || {
        let message = "the file changed while it was being read";
        DocumentError::new(ErrorKind::Unreadable, message)
    };
    if is_recent(&before) && !holds(file, &bytes).map_err(|error| unreadable(&error))? {
        return Err(changed());
    }
    let after = file.metadata().map_err(|error| unreadable(&error))?;
    if bytes.len() as u64 == before.len() && state(&before) == state(&after) {
        Ok(bytes)
    } else {
        Err(changed())
    }
}

/// Whether a file was changed so lately that it may still be written to. Times tell only some
/// milliseconds apart, and a long write counts as one moment.
fn is_recent(metadata: &Metadata) -> bool {
    let age = metadata
        .modified()
        .ok()
        .and_then(|time| time.elapsed().ok());
    age.is_none_or(|age| age < RECENT)
}

/// Whether a file still holds these bytes and no more.
fn holds(file: &File, bytes: &[u8]) -> io::Result<bool> {
    let mut from = FromStart { file, at: 0 };
    let mut chunk = Vec::new();
    let mut rest = bytes;
    loop {
        chunk.clear();
        let length = from.by_ref().take(CHUNK).read_to_end(&mut chunk)?;
        let Some(same) = rest.strip_prefix(&*chunk) else {
            return Ok(false);
        };
        if length == 0 {
            return Ok(same.is_empty());
        }
        rest = same;
    }
}

/// What changes with every change of a file's content.
fn state(metadata: &Metadata) -> impl PartialEq + use<> {
    #[cfg(unix)]
    let changed = {
        use std::os::unix::fs::MetadataExt;
        (metadata.ctime(), metadata.ctime_nsec())
    };
    #[cfg(not(unix))]
    let changed = ();
    (metadata.len(), metadata.modified().ok(), changed)
}

/// Reads an open file from its start, wherever others stand in it.
#[cfg(feature = "state")]
pub(super) fn from_start(file: &File) -> impl Read {
    FromStart { file, at: 0 }
}

/// Reads a file by offset: others may read at the same time through the same open file.
struct FromStart<'a> {
    file: &'a File,
    at: u64,
}

impl Read for FromStart<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
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
        FileKind::Other(name) => Err(no_document(path, name)),
        _ => Ok(()),
    }
}

/// Why a file is no document that is this instead: one whose name promises a document has failed.
pub(super) fn no_document(path: &Path, what: &str) -> Refusal {
    let (kind, named) = match ending(path).as_str() {
        "pdf" => (ErrorKind::NotADocument, "named .pdf"),
        _ if named_like_document(path) => (ErrorKind::Unsupported, "named like a picture"),
        _ => return Refusal::Skipped(what.to_owned()),
    };
    DocumentError::new(kind, format!("{named}, but it is {what}")).into()
}

fn ending(path: &Path) -> String {
    path.extension()
        .unwrap_or_default()
        .to_string_lossy()
        .to_lowercase()
}

/// Whether a name promises a document.
pub(super) fn named_like_document(path: &Path) -> bool {
    matches!(
        ending(path).as_str(),
        "pdf" | "png" | "jpg" | "jpeg" | "jpe" | "tif" | "tiff" | "webp" | "bmp" | "heic" | "gif"
    )
}

#[cfg(test)]
#[path = "open_tests.rs"]
mod tests;
