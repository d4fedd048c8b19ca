//! What is remembered, forgotten, and told apart.

use std::fs::File;
use std::path::PathBuf;

use super::*;
use crate::model::config::PreviewOptions;
use crate::model::error::{DocumentError, ErrorKind};
use crate::model::record::Outcome;

/// A folder of its own for a test, with a document in it that is old enough to be trusted.
struct Place(PathBuf);

impl Place {
    fn new(name: &str) -> Self {
        let name = format!("i797-state-{name}-{}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    fn write(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    fn state(&self, config: &Config) -> State {
        State::open(&self.path("state"), config, b"program", &|| false).unwrap()
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn records(path: &Path, outcome: Outcome, kind: ErrorKind) -> Vec<DocumentRecord> {
    let bytes = std::fs::read(path).unwrap();
    let mut record = DocumentRecord::unread(path, outcome, DocumentError::new(kind, "x"));
    record.content_hash = Some(blake3::hash(&bytes).to_hex().to_string());
    let inner = DocumentError::new(ErrorKind::Damaged, "y");
    let inner = DocumentRecord::unread(&path.join("inner.pdf"), Outcome::Failed, inner);
    vec![record, inner]
}

fn keep(state: &State, path: &Path) -> Vec<DocumentRecord> {
    let records = records(path, Outcome::Failed, ErrorKind::Damaged);
    state.keep(path, &File::open(path).unwrap(), &records);
    records
}

fn recall(state: &State, path: &Path) -> Option<Recalled> {
    state.recall(path, &File::open(path).unwrap())
}

#[test]
fn what_was_read_is_known_where_it_was_and_where_it_is_moved_to() {
    let place = Place::new("known");
    let path = place.write("a.pdf", b"one");
    let state = place.state(&Config::default());
    assert!(recall(&state, &path).is_none());
    let kept = keep(&state, &path);
    state.finish(true).unwrap();
    drop(state);
    let state = place.state(&Config::default());
    assert_eq!(recall(&state, &path).unwrap().records, kept);
    let moved = place.path("b.pdf");
    std::fs::rename(&path, &moved).unwrap();
    let known = recall(&state, &moved).unwrap().records;
    assert_eq!(known[0].path, moved.to_str().unwrap());
    assert_eq!(known[1].path, moved.join("inner.pdf").to_str().unwrap());
    std::fs::write(&moved, b"two").unwrap();
    assert!(recall(&state, &moved).is_none());
}

#[test]
fn other_programs_and_settings_read_again_and_count_it() {
    let place = Place::new("other");
    let path = place.write("a.pdf", b"one");
    let state = place.state(&Config::default());
    keep(&state, &path);
    drop(state);
    let other = place.state(&Config::default().with_explain(true));
    assert!(recall(&other, &path).is_none());
    assert_eq!(other.progress().again, 1);
    drop(other);
    let newer = State::open(&place.path("state"), &Config::default(), b"newer", &|| {
        false
    });
    assert!(recall(&newer.unwrap(), &path).is_none());
    // Crops are more than was kept.
    let crops = Config::default().with_pictures(PreviewOptions::new(true, false, false));
    let with_crops = place.state(&crops);
    assert!(recall(&with_crops, &path).is_none());
    keep(&with_crops, &path);
    drop(with_crops);
    assert!(recall(&place.state(&Config::default()), &path).is_some());
}

#[test]
fn what_may_end_otherwise_is_not_kept() {
    let place = Place::new("lasts");
    let path = place.write("a.pdf", b"one");
    let state = place.state(&Config::default());
    for kind in [
        ErrorKind::TimedOut,
        ErrorKind::TooLarge,
        ErrorKind::Encrypted,
        ErrorKind::Unreadable,
        ErrorKind::Interrupted,
    ] {
        let records = records(&path, Outcome::Failed, kind);
        state.keep(&path, &File::open(&path).unwrap(), &records);
        assert!(recall(&state, &path).is_none(), "{kind}");
    }
}

#[test]
fn only_what_no_complete_run_reported_is_new() {
    let place = Place::new("new");
    let a = place.write("a.pdf", b"one");
    let b = place.path("b.pdf");
    let state = place.state(&Config::default()).only_new(true);
    keep(&state, &a);
    // The run is interrupted.
    state.finish(false).unwrap();
    assert!(!recall(&state, &a).unwrap().is_silent);
    state.finish(true).unwrap();
    assert!(recall(&state, &a).unwrap().is_silent);
    std::fs::rename(&a, &b).unwrap();
    assert!(recall(&state, &b).unwrap().is_silent);
    let copy = place.write("c.pdf", b"one");
    assert!(!recall(&state, &copy).unwrap().is_silent);
}

#[test]
fn what_is_forgotten_is_gone_from_the_file() {
    let place = Place::new("forget");
    let path = place.write("secret-name.pdf", b"one");
    let gone = place.write("gone.pdf", b"two");
    let state = place.state(&Config::default());
    keep(&state, &path);
    keep(&state, &gone);
    state.finish(true).unwrap();
    let holds = |name: &[u8]| {
        let bytes = std::fs::read(place.path("state")).unwrap();
        bytes.windows(name.len()).any(|window| window == name)
    };
    std::fs::remove_file(&gone).unwrap();
    assert_eq!(state.forget_missing().unwrap(), 1);
    assert_eq!(state.forget(std::slice::from_ref(&place.0)).unwrap(), 1);
    assert_eq!(state.contents().unwrap().contents, 0);
    drop(state);
    assert!(!holds(b"secret-name") && !holds(b"gone.pdf"));
}

#[test]
fn nobody_else_has_it_meanwhile() {
    let place = Place::new("lock");
    let state = place.state(&Config::default());
    let again = || State::open(&place.path("state"), &Config::default(), b"", &|| false);
    assert!(matches!(again().err(), Some(StateError::InUse)));
    drop(state);
    assert!(again().is_ok());
}

#[test]
fn other_files_are_left_alone() {
    let place = Place::new("foreign");
    let foreign = place.write(
        "foreign",
        b"this is a letter, not a state of anything at all",
    );
    let opened = State::open(&foreign, &Config::default(), b"", &|| false);
    assert!(matches!(opened.err(), Some(StateError::NotAState)));
    assert!(
        std::fs::read(&foreign)
            .unwrap()
            .starts_with(b"this is a letter")
    );
}

#[cfg(unix)]
#[test]
fn only_its_owner_may_read_it() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new("mode");
    let _state = place.state(&Config::default());
    for name in ["state", "state-wal"] {
        let mode = std::fs::metadata(place.path(name))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_no_state() {
    let place = Place::new("pipe");
    let made = std::process::Command::new("mkfifo")
        .arg(place.path("state"))
        .status();
    assert!(made.unwrap().success());
    let state = State::open(&place.path("state"), &Config::default(), b"", &|| false);
    assert!(state.is_err());
}

#[test]
fn a_file_with_definitions_of_somebody_else_is_no_state() {
    let place = Place::new("hostile");
    let config = Config::default();
    drop(place.state(&config));
    drop(place.state(&config));
    let foreign = [
        "CREATE TRIGGER t AFTER INSERT ON file BEGIN DELETE FROM content; END",
        "CREATE VIEW v AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
         SELECT i FROM n",
        "CREATE INDEX i ON content (hash, reading)",
        "CREATE TABLE t (a)",
    ];
    for sql in foreign {
        let path = place.path("state");
        let _ = std::fs::remove_file(&path);
        drop(place.state(&config));
        let connection = rusqlite::Connection::open(&path).unwrap();
        connection.execute_batch(sql).unwrap();
        drop(connection);
        let opened = State::open(&path, &config, b"program", &|| false);
        assert!(matches!(opened, Err(StateError::NotAState)), "{sql}");
    }
}
