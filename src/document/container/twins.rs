//! Files of a ZIP archive that have the name of a later one. Readers that go by name, ours among
//! them, pass them over; mail programs and scanners write them all the same.

use std::collections::HashSet;

use super::{Part, Place};

/// What begins an entry of the central directory.
const ENTRY: &[u8] = b"PK\x01\x02";
/// The bytes of an entry before its name.
const FIXED: usize = 46;

/// An entry of the central directory.
struct Entry<'a> {
    name: &'a [u8],
    /// Where its local header begins, counted from the beginning of the archive.
    header: usize,
    packed: u64,
    /// Where the next entry begins.
    next: usize,
}

/// The files with the name of a later one. The archive begins at `start` in the bytes, its central
/// directory at `directory`.
pub(super) fn parts(bytes: &[u8], start: usize, directory: usize) -> Vec<Part> {
    let mut entries: Vec<Entry<'_>> = Vec::new();
    let mut at = directory;
    while let Some(entry) = entry(bytes, at) {
        at = entry.next;
        entries.push(entry);
    }
    let mut seen = HashSet::new();
    let mut twins = Vec::new();
    for entry in entries.iter().rev() {
        if !seen.insert(entry.name) {
            twins.push(entry);
        }
    }
    twins.reverse();
    let part = |entry: &Entry<'_>| {
        let place = Place::Local(start.saturating_add(entry.header), entry.packed);
        Part::new(String::from_utf8_lossy(entry.name), place)
    };
    twins.into_iter().map(part).collect()
}

fn entry(bytes: &[u8], at: usize) -> Option<Entry<'_>> {
    let fixed = bytes.get(at..at.checked_add(FIXED)?)?;
    let two = |from: usize| {
        Some(u16::from_le_bytes(
            fixed.get(from..from + 2)?.try_into().ok()?,
        ))
    };
    let four = |from: usize| {
        Some(u32::from_le_bytes(
            fixed.get(from..from + 4)?.try_into().ok()?,
        ))
    };
    if !fixed.starts_with(ENTRY) {
        return None;
    }
    let name_end = at + FIXED + usize::from(two(28)?);
    Some(Entry {
        name: bytes.get(at + FIXED..name_end)?,
        header: usize::try_from(four(42)?).ok()?,
        packed: four(20)?.into(),
        next: name_end + usize::from(two(30)?) + usize::from(two(32)?),
    })
}
