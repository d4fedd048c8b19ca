//! Files that are written to while they are read.

use std::io::Write;
use std::path::PathBuf;

use super::*;

const SIZE: usize = 3 * CHUNK as usize;

/// What somebody else does to a file.
type Change = fn(&Path);

/// A file of one kind of byte.
fn file(name: &str) -> PathBuf {
    let name = format!("i797-open-{name}-{}", std::process::id());
    let path = std::env::temp_dir().join(name);
    fs::write(&path, vec![b'a'; SIZE]).unwrap();
    path
}

/// What reading a file gives when `change` is made after the first part was read.
fn read_while(name: &str, change: Change) -> Result<Vec<u8>, DocumentError> {
    let path = file(name);
    let opened = File::open(&path).unwrap();
    let mut chunks = 0;
    let read = read_with(&opened, &Limits::default(), &mut || {
        chunks += 1;
        if chunks == 1 {
            change(&path);
        }
    });
    fs::remove_file(path).unwrap();
    read
}

fn write(path: &Path, bytes: &[u8]) {
    let mut file = File::options().write(true).open(path).unwrap();
    file.write_all(bytes).unwrap();
}

#[test]
fn a_file_that_changes_is_refused_and_not_read_as_a_mixture() {
    let changes: [(&str, Change); 4] = [
        ("grows", |path| {
            let mut file = File::options().append(true).open(path).unwrap();
            file.write_all(b"more").unwrap();
        }),
        ("shrinks", |path| {
            let file = File::options().write(true).open(path).unwrap();
            file.set_len(10).unwrap();
        }),
        ("changes behind", |path| write(path, &[b'b'; SIZE])),
        ("changes before", |path| write(path, b"b")),
    ];
    for (name, change) in changes {
        let error = read_while(name, change).unwrap_err();
        assert_eq!(error.kind, ErrorKind::Unreadable, "{name}");
        assert!(error.message.contains("file changed"), "{name}: {error}");
    }
}

#[test]
fn a_file_that_stays_is_read_whole() {
    assert_eq!(read_while("stays", |_| ()).unwrap(), vec![b'a'; SIZE]);
    // Another file in its place is another file.
    let replaced = read_while("replaced", |path| {
        let other = path.with_extension("other");
        fs::write(&other, vec![b'b'; SIZE]).unwrap();
        fs::rename(other, path).unwrap();
    });
    assert!(replaced.is_err() || replaced == Ok(vec![b'a'; SIZE]));
}

#[test]
fn the_limit_holds_for_a_file_that_grows() {
    let path = file("limit");
    let limits = Limits::default().with_file_bytes(SIZE as u64);
    let opened = File::open(&path).unwrap();
    let read = read_with(&opened, &limits, &mut || {
        let mut file = File::options().append(true).open(&path).unwrap();
        file.write_all(b"more").unwrap();
    });
    assert_eq!(read.unwrap_err().kind, ErrorKind::TooLarge);
    fs::remove_file(path).unwrap();
}
