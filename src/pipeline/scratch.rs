//! Files without a name, for documents that have no file of their own: what comes through a pipe,
//! and what lies inside other files. On Linux they never touch a disk.

use std::fs::File;
use std::io::{self, Read, Seek};

/// An empty file that goes away when it is closed.
///
/// # Errors
/// When the system makes none.
#[cfg(target_os = "linux")]
pub fn file() -> io::Result<File> {
    use rustix::fs::{MemfdFlags, memfd_create};
    Ok(memfd_create("i797", MemfdFlags::CLOEXEC)?.into())
}

/// An empty file that goes away when it is closed.
///
/// # Errors
/// When the system makes none.
#[cfg(not(target_os = "linux"))]
pub fn file() -> io::Result<File> {
    use std::sync::atomic::{AtomicU64, Ordering};
    static NUMBER: AtomicU64 = AtomicU64::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let name = format!("i797-{}-{number}", std::process::id());
    let path = std::env::temp_dir().join(name);
    let mut options = File::options();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(&path)?;
    // Where an open file cannot lose its name, it is left in the folder for temporary files.
    let _ = std::fs::remove_file(path);
    Ok(file)
}

/// A copy of what `from` holds, at most one byte more than `most`, so that a reader sees that there
/// was more. It stands at its beginning.
///
/// # Errors
/// When `from` cannot be read or the copy not be written.
pub fn copy(from: &mut impl Read, most: u64) -> io::Result<File> {
    let mut file = file()?;
    io::copy(&mut from.take(most.saturating_add(1)), &mut file)?;
    file.rewind()?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_cut_where_it_is_too_long() {
        let mut text = String::new();
        let copied = copy(&mut &b"notice"[..], 3)
            .unwrap()
            .read_to_string(&mut text);
        assert_eq!((copied.unwrap(), text.as_str()), (4, "noti"));
    }
}
