//! What lies in a file, when there is more of it than is unpacked.

use std::io::{Seek, Write};
use std::time::Duration;

use super::*;
use crate::pipeline::scratch;

/// Half of the largest file.
const HALF: usize = 512;

/// The kind of failure of each part of a container with this many, of which the first take longest.
fn kinds(parts: usize) -> Vec<Option<ErrorKind>> {
    let limits = Limits::DEFAULT.with_file_bytes(2 * HALF as u64);
    let named = |index: usize| PartName {
        name: format!("{index}.txt"),
        is_aside: false,
    };
    let inside = Inside {
        kind: "a container".to_owned(),
        parts: (0..parts).map(named).collect(),
    };
    let fetch = |index: usize| {
        std::thread::sleep(Duration::from_millis(3 * (parts - index) as u64));
        let mut file = scratch::file().expect("a file");
        file.write_all(&[b'x'; HALF]).expect("it is written");
        file.rewind().expect("it is read from its beginning");
        Ok(file)
    };
    let reading = Reading {
        fetch: &fetch,
        read: &|_, _, _| Vec::new(),
        limits: &limits,
    };
    let path = Path::new("in.zip");
    let own = record(path, String::new());
    let records = read(path, own, &inside, &Budget::new(&limits), &reading);
    let parts = records.iter().skip(1);
    parts.map(|r| r.error.as_ref().map(|e| e.kind)).collect()
}

#[test]
fn what_finds_no_more_room_comes_last_and_not_slowest() {
    // Four of the largest files are unpacked.
    let [skipped, failed] = [ErrorKind::NotADocument, ErrorKind::TooLarge].map(Some);
    let expected: Vec<_> = [[skipped; 8].as_slice(), &[failed; 4]].concat();
    assert_eq!(kinds(12), expected);
    assert_eq!(kinds(8), vec![skipped; 8]);
}
