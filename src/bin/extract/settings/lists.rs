//! Files named by options: lists of paths and of passwords.

use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Reads the paths in the list `file`, which is separated by newlines, or by NUL bytes if `null`.
pub(super) fn paths(file: &Path, null: bool) -> Result<Vec<PathBuf>, String> {
    Ok(split_paths(&read(file)?, null))
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
    if path == Path::new("-") {
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
}
