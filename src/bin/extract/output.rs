//! Where a report goes: standard output, or a file that appears whole or not at all.
//!
//! A file is written under another name in the same folder and takes its own name when it is
//! complete and on the disk, so that neither a full disk nor an interruption leaves half a report
//! where a whole one is expected, or destroys an older one. What an interrupted run has to say
//! becomes `NAME.partial.EXT` beside it. A file holds personal data: from the first
//! instant only its owner may read it, and it stays so unless the file in whose place it comes had
//! another mode.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The files being written: lets a signal handler remove them before the program stops at once.
#[derive(Debug, Clone, Default)]
pub(crate) struct Unfinished(Arc<Mutex<Vec<PathBuf>>>);

impl Unfinished {
    /// Removes the files.
    pub(crate) fn remove(&self) {
        for path in self.lock().drain(..) {
            // Nothing more can be done about a file that does not go away.
            let _ = fs::remove_file(path);
        }
    }

    pub(crate) fn add(&self, path: &Path) {
        self.lock().push(path.to_owned());
    }

    /// The file has its name, or is gone.
    pub(crate) fn forget(&self, path: &Path) {
        self.lock().retain(|other| other != path);
    }

    fn lock(&self) -> MutexGuard<'_, Vec<PathBuf>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The name of what a run that was cut short has to say, beside the report it was to write.
pub(crate) fn partial(report: &Path) -> PathBuf {
    let mut name = report.file_stem().unwrap_or_default().to_owned();
    name.push(".partial");
    if let Some(extension) = report.extension() {
        name.push(".");
        name.push(extension);
    }
    report.with_file_name(name)
}

/// Whether `path` is the report that is written to `report`, an older or a partial one, or an
/// unfinished one beside it: a report in a folder that is read is none of its documents.
pub(crate) fn is_report(report: &Path, path: &Path) -> bool {
    let (Some(name), Some(own)) = (path.file_name(), report.file_name()) else {
        return false;
    };
    let name = name.to_string_lossy();
    let own = own.to_string_lossy();
    let is_partial = Some(&*name) == partial(report).file_name().and_then(|n| n.to_str());
    if name != own && !is_partial && !is_provisional(&name, &own) {
        return false;
    }
    is_in_same_folder(report, path)
}

/// Whether two paths are of files in one folder.
pub(crate) fn is_in_same_folder(one: &Path, other: &Path) -> bool {
    folder_of(other).canonicalize().ok() == folder_of(one).canonicalize().ok()
}

/// Whether `name` is one that an unfinished report called `own` has.
fn is_provisional(name: &str, own: &str) -> bool {
    let begins = format!(".{}.", shortened(own, PROVISIONAL));
    name.starts_with(&begins) && name.ends_with(ENDING)
}

fn folder_of(path: &Path) -> &Path {
    path.parent()
        .filter(|p| !p.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

/// What the provisional name of an unfinished report ends in.
const ENDING: &str = ".part";
/// Bytes of a file's own name in its provisional one, which is longer; file systems take 255 in
/// all.
const PROVISIONAL: usize = 150;

/// The beginning of a name, in at most this many bytes.
pub(crate) fn shortened(name: &str, bytes: usize) -> &str {
    name.get(..name.floor_char_boundary(bytes)).unwrap_or(name)
}

/// A report that cannot be written: the path and why.
#[derive(Debug, thiserror::Error)]
#[error("cannot write {path}: {reason}")]
pub(crate) struct OutputError {
    path: String,
    reason: String,
}

impl OutputError {
    fn new(path: &Path, reason: impl ToString) -> Self {
        Self {
            path: path.display().to_string(),
            reason: reason.to_string(),
        }
    }

    /// Why, without the path.
    pub(crate) fn reason(&self) -> &str {
        &self.reason
    }
}

/// Where a report goes.
pub(crate) struct Output {
    writer: BufWriter<Box<dyn Write>>,
    file: Option<Pending>,
    name: PathBuf,
}

/// A file under its provisional name; removed when it is dropped unfinished.
struct Pending {
    file: File,
    target: PathBuf,
    provisional: PathBuf,
    /// Those of the file in whose place it comes.
    permissions: Option<fs::Permissions>,
    unfinished: Unfinished,
}

impl Output {
    /// Standard output.
    pub(crate) fn stdout() -> Self {
        Self {
            writer: BufWriter::new(Box::new(io::stdout())),
            file: None,
            name: PathBuf::from("standard output"),
        }
    }

    /// A file. What would be in the way of writing it is said now, not after hours of work. A path
    /// that is neither a file nor a folder, such as `/dev/stdout` or a named pipe, is written to as
    /// it is.
    pub(crate) fn file(path: &Path, unfinished: &Unfinished) -> Result<Self, OutputError> {
        let error = |reason: &str| OutputError::new(path, reason);
        let existing = fs::metadata(path).ok();
        let name = path.to_owned();
        match &existing {
            Some(found) if found.is_dir() => {
                return Err(error("it is a folder; name a file in it"));
            }
            Some(found) if !found.is_file() => {
                let file = File::options()
                    .write(true)
                    .open(path)
                    .map_err(|e| OutputError::new(path, in_words(&e)))?;
                return Ok(Self {
                    writer: BufWriter::new(Box::new(file)),
                    file: None,
                    name,
                });
            }
            Some(found) if found.permissions().readonly() => return Err(error("it is read-only")),
            _ => {}
        }
        // Through a link, the file that it leads to is replaced, not the link.
        let target = if existing.is_some() {
            fs::canonicalize(path).map_err(|e| OutputError::new(path, in_words(&e)))?
        } else {
            path.to_owned()
        };
        if path.file_name().is_none() {
            return Err(error("it names no file"));
        }
        Self::pending(path, target, existing, unfinished)
    }

    /// A file under a name that was not chosen by the user but made of a document's. Nothing but a
    /// regular file is replaced: a link there may lead to any file, and a pipe waits for its
    /// reader.
    pub(crate) fn beside_others(path: &Path) -> Result<Self, OutputError> {
        let existing = fs::symlink_metadata(path).ok();
        if existing.as_ref().is_some_and(|found| !found.is_file()) {
            let reason = "something that is not a file is in its place";
            return Err(OutputError::new(path, reason));
        }
        Self::pending(path, path.to_owned(), existing, &Unfinished::default())
    }

    fn pending(
        path: &Path,
        target: PathBuf,
        existing: Option<fs::Metadata>,
        unfinished: &Unfinished,
    ) -> Result<Self, OutputError> {
        let error = |e: io::Error| OutputError::new(path, in_words(&e));
        let permissions = existing.map(|found| found.permissions());
        let pending = Pending::create(target, permissions, unfinished).map_err(error)?;
        let file = pending.file.try_clone().map_err(error)?;
        Ok(Self {
            writer: BufWriter::new(Box::new(file)),
            file: Some(pending),
            name: path.to_owned(),
        })
    }

    /// Hands on what is complete; a file takes its name.
    pub(crate) fn finish(mut self) -> Result<(), OutputError> {
        let mut finish = || {
            self.writer.flush()?;
            self.file.take().map_or(Ok(()), Pending::finish)
        };
        finish().map_err(|e| OutputError::new(&self.name, in_words(&e)))
    }

    /// Hands on what is not complete: a file takes the name of a [`partial`] one, which is
    /// returned, and leaves an older report alone.
    pub(crate) fn finish_partly(mut self) -> Result<Option<PathBuf>, OutputError> {
        let mut finish = || {
            self.writer.flush()?;
            let Some(mut pending) = self.file.take() else {
                return Ok(None);
            };
            pending.target = partial(&pending.target);
            let partial = partial(&self.name);
            pending.finish().map(|()| Some(partial))
        };
        finish().map_err(|e| OutputError::new(&self.name, in_words(&e)))
    }

    /// The name that was chosen for it.
    pub(crate) fn name(&self) -> &Path {
        &self.name
    }

    /// Whether it becomes a file.
    pub(crate) fn is_file(&self) -> bool {
        self.file.is_some()
    }

    /// What an error while writing means to the user.
    pub(crate) fn error(&self, error: &io::Error) -> OutputError {
        OutputError::new(&self.name, in_words(error))
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.writer.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

impl Pending {
    fn create(
        target: PathBuf,
        permissions: Option<fs::Permissions>,
        unfinished: &Unfinished,
    ) -> io::Result<Self> {
        let name = target
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        remove_stale(&target, &name);
        let name = shortened(&name, PROVISIONAL);
        for attempt in 0..100 {
            let number = std::process::id();
            let provisional = target.with_file_name(format!(".{name}.{number}-{attempt}{ENDING}"));
            let file = match private().open(&provisional) {
                Ok(file) => file,
                Err(e) if e.kind() == io::ErrorKind::AlreadyExists => continue,
                Err(e) => return Err(e),
            };
            // Held as long as the file is open: who can take it knows that the file is stale.
            if file.try_lock().is_err() {
                continue;
            }
            unfinished.add(&provisional);
            return Ok(Self {
                file,
                target,
                provisional,
                permissions,
                unfinished: unfinished.clone(),
            });
        }
        Err(io::Error::new(
            io::ErrorKind::AlreadyExists,
            "too many unfinished reports beside it",
        ))
    }

    fn finish(self) -> io::Result<()> {
        if let Some(permissions) = &self.permissions {
            self.file.set_permissions(permissions.clone())?;
        }
        self.file.sync_all()?;
        fs::rename(&self.provisional, &self.target)?;
        self.unfinished.forget(&self.provisional);
        // The report is complete; that its name outlives a power cut is wished for, and not every
        // system can do it.
        let _ = File::open(folder_of(&self.target)).and_then(|f| f.sync_all());
        Ok(())
    }
}

/// Removes what runs left of this report that were killed before they could.
fn remove_stale(target: &Path, own: &str) {
    let Ok(entries) = fs::read_dir(folder_of(target)) else {
        return;
    };
    for entry in entries.flatten() {
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        if !is_file || !is_provisional(&entry.file_name().to_string_lossy(), own) {
            continue;
        }
        let path = entry.path();
        let is_stale = File::open(&path).is_ok_and(|file| file.try_lock().is_ok());
        if is_stale {
            // One that cannot be removed is in nobody's way.
            let _ = fs::remove_file(path);
        }
    }
}

/// How a new file is opened: it must not be there yet, and only its owner may read it.
fn private() -> fs::OpenOptions {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

impl Drop for Pending {
    fn drop(&mut self) {
        // It has another name by now if it was finished.
        let _ = fs::remove_file(&self.provisional);
        self.unfinished.forget(&self.provisional);
    }
}

/// The usual failures as people say them.
fn in_words(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::StorageFull => "the disk is full".to_owned(),
        io::ErrorKind::QuotaExceeded => "the disk quota is used up".to_owned(),
        io::ErrorKind::NotFound => "its folder does not exist".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "the file system is read-only".to_owned(),
        io::ErrorKind::NotADirectory => "its folder is a file".to_owned(),
        io::ErrorKind::InvalidFilename => "its name is too long".to_owned(),
        _ => error.to_string(),
    }
}

#[cfg(test)]
#[path = "output_tests.rs"]
mod tests;
