//! The manifest: what was done, one line of JSON a file, written before it is done.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// The version of the lines.
const VERSION: u32 = 1;
/// Its name in the folder of the new files.
const NAME: &str = "split-manifest";

/// What a line says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Entry {
    /// See [`VERSION`].
    pub manifest_version: u32,
    /// What was done.
    pub action: Action,
    /// The new file, relative to the folder of the manifest, with slashes.
    pub file: String,
    /// BLAKE3 of its content, in hex.
    pub hash: String,
    /// The source, as an absolute path; lossy where it is not UTF-8, which is never moved.
    pub source: String,
    /// BLAKE3 of the source's content, in hex.
    pub source_hash: String,
    /// The pages of the source, from 1.
    pub pages: Vec<u32>,
    /// Why it lies in a folder of its own; empty where it does not.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
}

/// What is done with a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Action {
    /// Pages were copied into a PDF of their own.
    Extracted,
    /// The file was copied whole.
    Copied,
    /// The file got another name.
    Moved,
}

impl Entry {
    /// A line of this version.
    pub(super) fn new(
        action: Action,
        file: String,
        hash: String,
        source: (String, String),
        pages: (Vec<u32>, String),
    ) -> Self {
        Self {
            manifest_version: VERSION,
            action,
            file,
            hash,
            source: source.0,
            source_hash: source.1,
            pages: pages.0,
            why: pages.1,
        }
    }
}

/// A manifest that is being written.
pub(super) struct Manifest {
    file: File,
    /// Where it is.
    pub path: PathBuf,
    /// Lines so far.
    pub lines: usize,
}

impl Manifest {
    /// Begins a manifest in a folder, beside those of earlier runs.
    pub(super) fn begin(folder: &Path) -> io::Result<Self> {
        for number in 1..10_000 {
            let name = if number == 1 {
                format!("{NAME}.jsonl")
            } else {
                format!("{NAME}-{number}.jsonl")
            };
            let path = folder.join(name);
            match super::place::private().open(&path) {
                Ok(file) => {
                    return Ok(Self {
                        file,
                        path,
                        lines: 0,
                    });
                }
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }

    /// Writes a line, on the disk before anything else happens.
    pub(super) fn add(&mut self, entry: &Entry) -> io::Result<()> {
        let mut line = serde_json::to_vec(entry)?;
        line.push(b'\n');
        self.file.write_all(&line)?;
        self.lines += 1;
        self.file.sync_data()
    }

    /// Removes a manifest in which nothing was written.
    pub(super) fn remove_if_empty(self) {
        if self.lines == 0 {
            // An empty manifest does no harm.
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Reads a manifest. A last line that was cut off tells of nothing that was done.
///
/// # Errors
/// If it cannot be read, is none, or names files outside of its folder.
pub(super) fn read(path: &Path) -> Result<Vec<Entry>, String> {
    let text = fs::read_to_string(path);
    let text = text.map_err(|e| format!("cannot read {}: {e}", path.display()))?;
    let mut entries = Vec::new();
    for (index, line) in text.split_inclusive('\n').enumerate() {
        if !line.ends_with('\n') {
            break;
        }
        let wrong = |why: &str| format!("{}, line {}: {why}", path.display(), index + 1);
        let entry: Entry =
            serde_json::from_str(line).map_err(|_| wrong("not a manifest of extract split"))?;
        if entry.manifest_version != VERSION {
            return Err(wrong("a manifest of a version that is not known"));
        }
        let plain = |part: &str| !matches!(part, "" | "." | "..") && !part.contains('\\');
        if !entry.file.split('/').all(plain) || Path::new(&entry.file).is_absolute() {
            return Err(wrong("it names a file outside of its folder"));
        }
        entries.push(entry);
    }
    Ok(entries)
}
