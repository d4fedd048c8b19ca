//! The tables of a state, and what is asked of them.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags};

/// Says in the file's header that it is a state of this program.
const APPLICATION: i32 = 0x6937_3937;
/// The version of the tables.
const VERSION: i32 = 1;
/// How often it is tried again while another run has the state.
const AGAIN: Duration = Duration::from_millis(200);

const TABLES: &str = "
    CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL);
    CREATE TABLE IF NOT EXISTS content (
        hash BLOB NOT NULL,
        reading BLOB NOT NULL,
        crops INTEGER NOT NULL,
        records BLOB NOT NULL,
        PRIMARY KEY (hash, reading, crops)
    );
    CREATE TABLE IF NOT EXISTS file (
        path BLOB PRIMARY KEY,
        size INTEGER NOT NULL,
        modified INTEGER,
        changed INTEGER NOT NULL,
        hash BLOB NOT NULL,
        reported INTEGER NOT NULL,
        seen INTEGER NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS file_hash ON file (hash);
";

/// A content with crops serves who wants none.
pub(super) const BY_PATH: &str = "
    SELECT records, reported FROM file JOIN content USING (hash)
    WHERE path = ?1 AND size = ?2 AND modified = ?3 AND changed = ?4
        AND reading = ?5 AND (?6 = 0 OR crops = ?6)
    ORDER BY crops LIMIT 1";
pub(super) const BY_HASH: &str = "
    SELECT records, 0 FROM content
    WHERE hash = ?1 AND reading = ?2 AND (?3 = 0 OR crops = ?3)
    ORDER BY crops LIMIT 1";
pub(super) const KEEP: &str = "
    INSERT INTO content (hash, reading, crops, records) VALUES (?1, ?2, ?3, ?4)
    ON CONFLICT DO UPDATE SET records = excluded.records";
/// A path with the same content as before stays reported.
pub(super) const PLACE: &str = "
    INSERT INTO file (path, size, modified, changed, hash, reported, seen)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1)
    ON CONFLICT DO UPDATE SET size = excluded.size, modified = excluded.modified,
        changed = excluded.changed, hash = excluded.hash, seen = 1,
        reported = CASE WHEN hash = excluded.hash THEN reported
                   ELSE excluded.reported END";
pub(super) const OUTDATED: &str = "
    DELETE FROM content WHERE hash = ?1 AND reading <> ?2";
/// Contents that lie nowhere any more.
pub(super) const WITHOUT_FILE: &str = "
    DELETE FROM content WHERE hash NOT IN (SELECT hash FROM file)";
pub(super) const COMMIT: &str = "COMMIT; BEGIN IMMEDIATE";

/// Why a state cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StateError {
    /// Another run has it.
    #[error("another run is using this state")]
    InUse,
    /// The file is something else, or of a newer program.
    #[error("the file is not a state of this version of extract")]
    NotAState,
    /// The file cannot be opened.
    #[error("the state cannot be opened: {0}")]
    Unopened(#[from] std::io::Error),
    /// Some of what was read could not be written down.
    #[error("the state could not be written: {0}")]
    Unwritten(String),
}

impl From<rusqlite::Error> for StateError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::InUse,
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => Self::NotAState,
            _ => Self::Unwritten(error.to_string()),
        }
    }
}

/// Opens a state for nobody but this process.
pub(super) fn open(path: &Path, waits: &dyn Fn() -> bool) -> Result<Connection, StateError> {
    make_private(path)?;
    loop {
        match try_open(path) {
            Err(StateError::InUse) if waits() => std::thread::sleep(AGAIN),
            opened => return opened,
        }
    }
}

/// Makes the file if it is not there, so that from the first instant only its owner may read it.
fn make_private(path: &Path) -> std::io::Result<()> {
    // Opening a pipe waits for somebody to read it.
    if std::fs::metadata(path).is_ok_and(|there| !there.is_file()) {
        return Err(std::io::Error::other("it is no file"));
    }
    let mut options = std::fs::File::options();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop)
}

fn try_open(path: &Path) -> Result<Connection, StateError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(Duration::ZERO)?;
    // Exclusive locking lets the journal do without shared memory, which network drives lack.
    connection.execute_batch(
        "PRAGMA locking_mode = EXCLUSIVE; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;
         PRAGMA synchronous = NORMAL; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;",
    )?;
    let number = |name: &str| {
        connection.query_row(&format!("PRAGMA {name}"), [], |row| row.get::<_, i32>(0))
    };
    let application = number("application_id")?;
    let version = number("user_version")?;
    let tables = "SELECT count(*) FROM sqlite_schema";
    let tables: i64 = connection.query_row(tables, [], |row| row.get(0))?;
    let is_new = tables == 0 && application == 0 && version == 0;
    if !is_new
        && (application != APPLICATION
            || version != VERSION
            || definitions(&connection)? != own_definitions()?)
    {
        return Err(StateError::NotAState);
    }
    connection.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))?;
    connection.execute_batch("BEGIN IMMEDIATE")?;
    connection.execute_batch(TABLES)?;
    connection.execute_batch(&format!(
        "PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION};"
    ))?;
    // A run that was killed leaves marks of what it had seen.
    connection.execute_batch("UPDATE file SET seen = 0 WHERE seen = 1")?;
    connection.execute_batch(COMMIT)?;
    Ok(connection)
}

/// How tables, indexes and all else in a file are defined. A view or a trigger that somebody put
/// there would run within what is asked of the state.
fn definitions(connection: &Connection) -> rusqlite::Result<Vec<(String, String)>> {
    let all = "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema ORDER BY 1";
    let mut all = connection.prepare(all)?;
    let rows = all.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    rows.collect()
}

fn own_definitions() -> rusqlite::Result<Vec<(String, String)>> {
    let own = Connection::open_in_memory()?;
    own.execute_batch(TABLES)?;
    definitions(&own)
}
