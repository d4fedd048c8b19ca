//! Files named by options: lists of paths and of passwords.

use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::time::Duration;

use i797::pipeline::input::Named;

use super::STDIN;

/// How long a slow list is waited for before somebody may look at something else.
const PATIENCE: Duration = Duration::from_millis(100);
/// Paths that are read ahead of the work.
const AHEAD: usize = 1_000;

/// A list of paths on standard input, which is read bit by bit.
#[derive(Debug, Clone, Copy)]
pub(crate) struct List {
    /// Whether paths are separated by NUL bytes instead of newlines.
    pub null: bool,
}

impl List {
    /// Begins to read it.
    pub(crate) fn paths(self) -> impl Iterator<Item = Named> {
        let (send, receive) = sync_channel(AHEAD);
        // Left alone when the run ends early: nothing ends a wait for standard input.
        std::thread::spawn(move || {
            each_path(&mut BufReader::new(io::stdin()), self.null, &mut |path| {
                send.send(path).is_ok()
            });
        });
        std::iter::from_fn(move || next(&receive))
    }
}

fn next(paths: &Receiver<PathBuf>) -> Option<Named> {
    match paths.recv_timeout(PATIENCE) {
        Ok(path) => Some(Named::Path(path)),
        Err(RecvTimeoutError::Timeout) => Some(Named::Pending),
        Err(RecvTimeoutError::Disconnected) => None,
    }
}

/// Hands each path of a list to `each` as soon as it is read, until that says no. What cannot be
/// read any more is the end.
fn each_path(list: &mut impl BufRead, null: bool, each: &mut dyn FnMut(PathBuf) -> bool) {
    let separator = if null { b'\0' } else { b'\n' };
    let mut line = Vec::new();
    let mut is_first = true;
    while list.read_until(separator, &mut line).is_ok_and(|n| n > 0) {
        let item = if is_first { without_mark(&line) } else { &line };
        is_first = false;
        for path in split_paths(item, null) {
            if !each(path) {
                return;
            }
        }
        line.clear();
    }
}

/// A list without the byte-order mark that some editors put before it.
fn without_mark(list: &[u8]) -> &[u8] {
    list.strip_prefix(b"\xef\xbb\xbf").unwrap_or(list)
}

/// Reads the paths in the list `file`, which is separated by newlines, or by NUL bytes if `null`.
pub(super) fn paths(file: &Path, null: bool) -> Result<Vec<PathBuf>, String> {
    Ok(split_paths(without_mark(&read(file)?), null))
}

/// Reads the passwords in `file`, one per line.
pub(super) fn passwords(file: &Path) -> Result<Vec<String>, String> {
    let text = String::from_utf8(read(file)?)
        .map_err(|_| format!("{} is not UTF-8 text", file.display()))?;
    let lines = text.lines().filter(|line| !line.is_empty());
    Ok(lines.map(str::to_owned).collect())
}

/// Reads a file, or standard input if `path` is `-`.
fn read(path: &Path) -> Result<Vec<u8>, String> {
    if path == Path::new(STDIN) {
        let mut bytes = Vec::new();
        io::stdin()
            .lock()
            .read_to_end(&mut bytes)
            .map_err(|e| format!("cannot read standard input: {e}"))?;
        return Ok(bytes);
    }
    std::fs::read(path).map_err(|e| format!("cannot read {}: {e}", path.display()))
}

/// Splits a list into paths and drops empty ones. Lines may end with CRLF.
fn split_paths(list: &[u8], null: bool) -> Vec<PathBuf> {
    let separator = if null { b'\0' } else { b'\n' };
    let mut paths = Vec::new();
    for mut item in list.split(|byte| *byte == separator) {
        if !null {
            item = item.strip_suffix(b"\r").unwrap_or(item);
        }
        if !item.is_empty() {
            paths.push(path_from_bytes(item));
        }
    }
    paths
}

#[cfg(unix)]
fn path_from_bytes(bytes: &[u8]) -> PathBuf {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    PathBuf::from(OsStr::from_bytes(bytes))
}

#[cfg(not(unix))]
fn path_from_bytes(bytes: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_split_at_newlines_or_nuls() {
        assert_eq!(
            split_paths(b"a b\r\n\nc\n", false),
            [PathBuf::from("a b"), PathBuf::from("c")]
        );
        assert_eq!(
            split_paths(b"a\nb\0c\0", true),
            [PathBuf::from("a\nb"), PathBuf::from("c")]
        );
    }

    #[test]
    fn a_list_is_handed_on_path_by_path() {
        let mut list = &b"\xef\xbb\xbfa.pdf\r\n\nb.pdf\nc.pdf"[..];
        let mut paths = Vec::new();
        each_path(&mut list, false, &mut |path| {
            paths.push(path);
            paths.len() < 2
        });
        assert_eq!(paths, [PathBuf::from("a.pdf"), PathBuf::from("b.pdf")]);
        assert_eq!(list, b"c.pdf");
    }
}
