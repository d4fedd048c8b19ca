//! Where a report goes: standard output, or a file that appears whole or not at all.
//!
//! A file is written under another name in the same folder and takes its own name when it is complete and on the disk, so
//! that neither a full disk nor an interruption leaves half a report where a whole one is expected, or destroys an older one.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// The file being written, if any: lets a signal handler remove it before the program stops at once.
#[derive(Debug, Clone, Default)]
pub struct Unfinished(Arc<Mutex<Option<PathBuf>>>);

impl Unfinished {
    /// Removes the file; nothing happens when there is none.
    pub fn remove(&self) {
        if let Some(path) = self.0.lock().unwrap_or_else(PoisonError::into_inner).take() {
            // Nothing more can be done about a file that does not go away.
            let _ = fs::remove_file(path);
        }
    }

    fn set(&self, path: Option<PathBuf>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = path;
    }
}

/// Whether `path` is the report that is written to `report`, an older one in its place or an unfinished one beside it: a
/// report that lies in a folder to be read is none of its documents.
pub fn is_report(report: &Path, path: &Path) -> bool {
    let (Some(name), Some(own)) = (path.file_name(), report.file_name()) else {
        return false;
    };
    let (name, own) = (name.to_string_lossy(), own.to_string_lossy());
    let begins = format!(".{own}.");
    if name != own && !(name.starts_with(&begins) && name.ends_with(ENDING)) {
        return false;
    }
    folder_of(path).canonicalize().ok() == folder_of(report).canonicalize().ok()
}

fn folder_of(path: &Path) -> &Path {
    path.parent()
        .filter(|p| !p.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

/// What the provisional name of an unfinished report ends in.
const ENDING: &str = ".part";

/// A report that cannot be written: the path and why.
#[derive(Debug, thiserror::Error)]
#[error("cannot write {path}: {reason}")]
pub struct OutputError {
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
}

/// Where a report goes.
pub struct Output {
    writer: BufWriter<Box<dyn Write>>,
    file: Option<Pending>,
    name: PathBuf,
}

/// A file under its provisional name; removed when it is dropped unfinished.
struct Pending {
    file: File,
    target: PathBuf,
    provisional: PathBuf,
    permissions: fs::Permissions,
    unfinished: Unfinished,
}

impl Output {
    /// Standard output.
    pub fn stdout() -> Self {
        Self {
            writer: BufWriter::new(Box::new(io::stdout())),
            file: None,
            name: PathBuf::from("standard output"),
        }
    }

    /// A file. What would be in the way of writing it is said now, not after hours of work. A path that is neither a file
    /// nor a folder, such as `/dev/stdout` or a named pipe, is written to as it is.
    pub fn file(path: &Path, unfinished: &Unfinished) -> Result<Self, OutputError> {
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
        let pending = Pending::create(target, existing.map(|m| m.permissions()), unfinished)
            .map_err(|e| OutputError::new(path, in_words(&e)))?;
        let file = pending
            .file
            .try_clone()
            .map_err(|e| OutputError::new(path, in_words(&e)))?;
        Ok(Self {
            writer: BufWriter::new(Box::new(file)),
            file: Some(pending),
            name,
        })
    }

    /// Hands on what is complete; a file takes its name.
    pub fn finish(mut self) -> Result<(), OutputError> {
        let mut finish = || {
            self.writer.flush()?;
            self.file.take().map_or(Ok(()), Pending::finish)
        };
        finish().map_err(|e| OutputError::new(&self.name, in_words(&e)))
    }

    /// What an error while writing means to the user.
    pub fn error(&self, error: &io::Error) -> OutputError {
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
        existing: Option<fs::Permissions>,
        unfinished: &Unfinished,
    ) -> io::Result<Self> {
        let name = target
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        for attempt in 0..100 {
            let provisional =
                target.with_file_name(format!(".{name}.{}-{attempt}{ENDING}", std::process::id()));
            let file = match File::options()
                .write(true)
                .create_new(true)
                .open(&provisional)
            {
                Ok(file) => file,
                Err(e) if e.kind() == io::ErrorKind::AlreadyExists => continue,
                Err(e) => return Err(e),
            };
            unfinished.set(Some(provisional.clone()));
            // The mode that the user's settings give a new file, taken before anything is in it.
            let usual = file.metadata()?.permissions();
            let permissions = existing.unwrap_or(usual);
            let pending = Self {
                file,
                target,
                provisional,
                permissions,
                unfinished: unfinished.clone(),
            };
            pending.make_private()?;
            return Ok(pending);
        }
        Err(io::Error::new(
            io::ErrorKind::AlreadyExists,
            "too many unfinished reports beside it",
        ))
    }

    #[cfg(unix)]
    fn make_private(&self) -> io::Result<()> {
        use std::os::unix::fs::PermissionsExt;
        self.file.set_permissions(fs::Permissions::from_mode(0o600))
    }

    #[cfg(not(unix))]
    fn make_private(&self) -> io::Result<()> {
        Ok(())
    }

    fn finish(self) -> io::Result<()> {
        self.file.set_permissions(self.permissions.clone())?;
        self.file.sync_all()?;
        fs::rename(&self.provisional, &self.target)?;
        self.unfinished.set(None);
        // The report is complete; that its name outlives a power cut is wished for, and not every system can do it.
        let _ = File::open(folder_of(&self.target)).and_then(|f| f.sync_all());
        Ok(())
    }
}

impl Drop for Pending {
    fn drop(&mut self) {
        self.unfinished.remove();
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
        _ => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An empty folder for one test, named after it.
    fn folder(name: &str) -> PathBuf {
        let folder =
            std::env::temp_dir().join(format!("i797-output-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir(&folder).unwrap();
        folder
    }

    fn names(folder: &Path) -> Vec<String> {
        fs::read_dir(folder)
            .unwrap()
            .map(|e| e.unwrap().file_name().into_string().unwrap())
            .collect()
    }

    #[test]
    fn a_file_appears_when_it_is_whole() {
        let folder = folder("whole");
        let path = folder.join("out.csv");
        fs::write(&path, "old").unwrap();
        let mut output = Output::file(&path, &Unfinished::default()).unwrap();
        output.write_all(b"new").unwrap();
        output.flush().unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
        output.finish().unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        assert_eq!(names(&folder), ["out.csv"]);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_report_is_no_document() {
        let folder = folder("own");
        let report = folder.join("out.csv");
        for (name, own) in [
            ("out.csv", true),
            (".out.csv.17-0.part", true),
            ("out.csv.part", false),
            ("notice.pdf", false),
        ] {
            assert_eq!(
                is_report(&report, &folder.join(".").join(name)),
                own,
                "{name}"
            );
        }
        assert!(!is_report(&report, Path::new("elsewhere/out.csv")));
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn nothing_is_left_of_a_failure() {
        let folder = folder("failure");
        let unfinished = Unfinished::default();
        let mut output = Output::file(&folder.join("out.csv"), &unfinished).unwrap();
        output.write_all(b"half").unwrap();
        drop(output);
        assert!(names(&folder).is_empty());
        let output = Output::file(&folder.join("out.csv"), &unfinished).unwrap();
        unfinished.remove();
        assert!(names(&folder).is_empty());
        drop(output);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn what_is_in_the_way_is_named() {
        let folder = folder("way");
        let message = |path: &Path| {
            Output::file(path, &Unfinished::default())
                .err()
                .unwrap()
                .to_string()
        };
        assert!(message(&folder).contains("it is a folder"));
        assert!(message(&folder.join("no/out.csv")).contains("its folder does not exist"));
        fs::write(folder.join("file"), "").unwrap();
        assert!(message(&folder.join("file/out.csv")).contains("its folder is a file"));
        assert_eq!(names(&folder), ["file"]);
        fs::remove_dir_all(folder).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn links_and_modes_are_kept() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = folder("links");
        let real = folder.join("real.csv");
        fs::write(&real, "old").unwrap();
        fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
        symlink(&real, folder.join("link.csv")).unwrap();
        let mut output = Output::file(&folder.join("link.csv"), &Unfinished::default()).unwrap();
        output.write_all(b"new").unwrap();
        output.finish().unwrap();
        assert_eq!(fs::read_to_string(&real).unwrap(), "new");
        assert_eq!(
            fs::metadata(&real).unwrap().permissions().mode() & 0o777,
            0o640
        );
        assert!(
            fs::symlink_metadata(folder.join("link.csv"))
                .unwrap()
                .is_symlink()
        );
        fs::remove_dir_all(folder).unwrap();
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_is_said_in_words() {
        let mut output = Output::file(Path::new("/dev/full"), &Unfinished::default()).unwrap();
        output.write_all(b"report").unwrap();
        assert_eq!(
            output.finish().unwrap_err().to_string(),
            "cannot write /dev/full: the disk is full"
        );
    }
}
