//! `extract split --undo`: takes back what a manifest tells of.
//!
//! Whoever may write to the folder may have changed the manifest: what it names is only touched
//! where `extract split` would have put it.

use std::fs;
use std::io;
use std::path::Path;

use super::manifest::{self, Action, Entry};
use super::place;
use super::plan::Folder;
use super::work::EXTENSIONS;
use crate::console;
use crate::exit::Status;

/// What became of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Undone {
    Done,
    /// It is not there any more.
    Gone,
    /// It was left alone.
    Left(&'static str),
}

/// Undoes a manifest: files that are as they were written are removed, moved ones go back. A file
/// that was changed since is left alone.
///
/// # Errors
/// If the manifest cannot be read.
pub(super) fn run(path: &Path, dry_run: bool) -> Result<Status, String> {
    let entries = manifest::read(path)?;
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let mut done = 0;
    let mut left = 0;
    for entry in entries.iter().rev() {
        let target = folder.join(&entry.file);
        match undo(folder, entry, &target, dry_run)
            .map_err(|e| format!("{}: {e}", target.display()))?
        {
            Undone::Done => done += 1,
            Undone::Gone => {}
            Undone::Left(why) => {
                left += 1;
                console::say(&format!("{}: left alone: {why}", target.display()));
            }
        }
    }
    if !dry_run {
        for name in [Folder::Review, Folder::Other].map(Folder::name) {
            // Goes only where nothing is in it.
            let _ = fs::remove_dir(folder.join(name));
        }
        if left == 0 {
            fs::remove_file(path).map_err(|e| format!("cannot remove {}: {e}", path.display()))?;
        }
    }
    let would = if dry_run { "would be " } else { "" };
    let files = if done == 1 { "file" } else { "files" };
    console::say(&format!(
        "{done} {files} {would}taken back, {left} left alone"
    ));
    Ok(if left == 0 {
        Status::Clean
    } else {
        Status::Attention
    })
}

fn undo(folder: &Path, entry: &Entry, target: &Path, dry_run: bool) -> io::Result<Undone> {
    match fs::symlink_metadata(target) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Undone::Gone),
        Err(error) => return Err(error),
        Ok(found) if !found.is_file() => return Ok(Undone::Left("it is no longer a file")),
        Ok(_) => {}
    }
    if !is_inside(folder, target)? {
        return Ok(Undone::Left("a link leads out of the folder"));
    }
    if blake3::hash(&fs::read(target)?).to_hex().as_str() != entry.hash {
        return Ok(Undone::Left("it was changed"));
    }
    let moved = entry.action == Action::Moved;
    let old = Path::new(&entry.source);
    if moved && !is_old_name(target, old) {
        return Ok(Undone::Left("its old name is not that of such a document"));
    }
    if moved && fs::symlink_metadata(old).is_ok() {
        return Ok(Undone::Left("something else is in its old place"));
    }
    match (dry_run, moved) {
        (true, _) => {}
        (false, true) => place::rename(target, old)?,
        (false, false) => fs::remove_file(target)?,
    }
    Ok(Undone::Done)
}

/// Whether the folder of a file is the manifest's own or lies in it, links followed.
fn is_inside(folder: &Path, target: &Path) -> io::Result<bool> {
    let parent = target.parent().unwrap_or(folder);
    Ok(parent.canonicalize()?.starts_with(folder.canonicalize()?))
}

/// Whether a moved file can have had this name: it keeps its extension, and only documents are
/// moved.
fn is_old_name(target: &Path, old: &Path) -> bool {
    let extension = |path: &Path| path.extension().map(|e| e.to_string_lossy().to_lowercase());
    let kept = extension(old).filter(|old| EXTENSIONS.contains(&old.as_str()));
    kept.is_some() && kept == extension(target) && old.is_absolute()
}
