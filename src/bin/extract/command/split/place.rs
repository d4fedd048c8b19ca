//! New files that appear whole or not at all, and never in the place of another.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, DirBuilder, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::output::Unfinished;

/// What is done with a file that holds one notice and nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whole {
    /// A PDF is copied as it is, a picture becomes a PDF.
    CopyPdf,
    /// It is copied as it is, whatever its format.
    Copy,
    /// It gets its new name and place.
    Move,
}

/// How a new file is opened: it must not be there yet, and only its owner may read it.
pub(super) fn private() -> fs::OpenOptions {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Makes a folder that only its owner may read, if it is not there.
pub(super) fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Names that are taken, by folder. Some systems tell no capitals from small letters.
#[derive(Debug, Default)]
pub(super) struct Names(BTreeMap<PathBuf, BTreeSet<String>>);

impl Names {
    /// A name that is free in a folder: the one that is wanted, or with a number behind it.
    pub(super) fn free(&mut self, folder: &Path, stem: &str, extension: &str) -> String {
        let taken = self
            .0
            .entry(folder.to_owned())
            .or_insert_with(|| listed(folder));
        let mut number = 1;
        loop {
            let name = match number {
                1 => format!("{stem}.{extension}"),
                _ => format!("{stem} ({number}).{extension}"),
            };
            if taken.insert(name.to_lowercase()) {
                return name;
            }
            number += 1;
        }
    }
}

/// What is in a folder; nothing where there is none yet.
fn listed(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let name = |entry: fs::DirEntry| entry.file_name().to_string_lossy().to_lowercase();
    entries.map(name).collect()
}

/// Writes a file under a name that nothing has.
pub(super) fn write(target: &Path, bytes: &[u8], unfinished: &Unfinished) -> io::Result<()> {
    let provisional = provisional(target);
    let result = private().open(&provisional).and_then(|mut file| {
        unfinished.add(&provisional);
        file.write_all(bytes)?;
        file.sync_all()?;
        rename(&provisional, target)
    });
    if result.is_err() {
        unfinished.remove();
    }
    unfinished.forget(&provisional);
    result
}

/// A name beside a file's own that no two runs use.
fn provisional(target: &Path) -> PathBuf {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    target.with_file_name(format!(".{name}.{}.part", std::process::id()))
}

/// Gives a file another name, unless something has it. Fails between file systems.
pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        use rustix::io::Errno;
        match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
            // File systems that do not know the flag.
            Err(Errno::INVAL | Errno::NOSYS) => {}
            renamed => return Ok(renamed?),
        }
    }
    match fs::hard_link(from, to) {
        Ok(()) => fs::remove_file(from),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
        // File systems without links: the name is taken first, by an empty file of our own.
        Err(_) => {
            private().open(to)?;
            fs::rename(from, to)
        }
    }
}
