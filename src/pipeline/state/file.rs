//! Files as a state knows them: their absolute path, and what changes with their content.

use std::fs::{File, Metadata};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Times tell only some milliseconds apart, and some file systems seconds: a file that was changed
/// so lately may change again without showing it.
const SETTLED: Duration = Duration::from_secs(3);

/// What changes with the content of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    pub size: i64,
    /// Nanoseconds since 1970.
    pub modified: i64,
    /// The same of the last change of its content or its owner, where the system keeps that.
    pub changed: i64,
}

impl Mark {
    /// The mark of an open file; `None` where the system does not tell.
    pub(super) fn of(file: &File) -> Option<Self> {
        let metadata = file.metadata().ok()?;
        Some(Self {
            size: i64::try_from(metadata.len()).ok()?,
            modified: nanoseconds(metadata.modified().ok()?)?,
            changed: changed(&metadata),
        })
    }

    /// Whether the file has been left alone long enough to be known by its mark.
    pub(super) fn is_settled(&self) -> bool {
        let now = nanoseconds(SystemTime::now()).unwrap_or(0);
        let age = now.saturating_sub(self.modified.max(self.changed));
        age > i64::try_from(SETTLED.as_nanos()).unwrap_or(i64::MAX)
    }
}

fn nanoseconds(time: SystemTime) -> Option<i64> {
    let since = time.duration_since(UNIX_EPOCH).ok()?;
    i64::try_from(since.as_nanos()).ok()
}

#[cfg(unix)]
fn changed(metadata: &Metadata) -> i64 {
    use std::os::unix::fs::MetadataExt;
    let seconds = metadata.ctime().saturating_mul(1_000_000_000);
    seconds.saturating_add(metadata.ctime_nsec())
}

#[cfg(not(unix))]
fn changed(_metadata: &Metadata) -> i64 {
    0
}

/// The BLAKE3 hash of an open file, unless it changes meanwhile. Nothing of it is parsed.
pub(super) fn hash(file: &File, mark: &Mark) -> Option<[u8; 32]> {
    let mut hasher = blake3::Hasher::new();
    let mut from = crate::pipeline::input::from_start(file);
    let mut buffer = vec![0; 1 << 16];
    loop {
        match from.read(&mut buffer).ok()? {
            0 => break,
            read => hasher.update(buffer.get(..read)?),
        };
    }
    (Mark::of(file)? == *mark).then(|| *hasher.finalize().as_bytes())
}

/// A path from the root, without a look at the disk.
pub(super) fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

#[cfg(unix)]
pub(super) fn to_bytes(path: &Path) -> Vec<u8> {
    use std::os::unix::ffi::OsStrExt;
    path.as_os_str().as_bytes().to_vec()
}

#[cfg(not(unix))]
pub(super) fn to_bytes(path: &Path) -> Vec<u8> {
    path.to_string_lossy().into_owned().into_bytes()
}

#[cfg(unix)]
pub(super) fn from_bytes(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    std::ffi::OsStr::from_bytes(bytes).into()
}

#[cfg(not(unix))]
pub(super) fn from_bytes(bytes: &[u8]) -> PathBuf {
    String::from_utf8_lossy(bytes).into_owned().into()
}
