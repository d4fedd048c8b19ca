//! The state of a folder that grows: what earlier runs read, in one file of SQLite, so that a run
//! reads only what is new or changed.
//!
//! Records are kept by the content of a file and by what it was read with: the program, its engines
//! and the settings that matter. A file is recognised by its path, size and times, else by its
//! content, so that one that was moved is not read again. What may end otherwise next time (a time
//! limit, a lock, a full memory) is not kept.

mod file;
mod schema;
mod stored;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use file::Mark;
use rusqlite::{Connection, OptionalExtension, params};
pub use schema::StateError;
use stored::Stored;

use crate::model::config::Config;
use crate::model::record::DocumentRecord;
use crate::pipeline::recall::{Recall, Recalled};

/// Documents that are read before they are written down for good: at most this many are read again
/// after a power cut.
const COMMIT_EVERY: usize = 100;
/// The same in time.
const COMMIT_AFTER: Duration = Duration::from_secs(1);
/// Other paths of the same content that are looked at to see whether a file was moved.
const MOST_PATHS: usize = 8;

/// An open state; nobody else can open it meanwhile.
pub struct State {
    inner: Mutex<Inner>,
    reading: Reading,
    only_new: bool,
    recalled: AtomicUsize,
    again: AtomicUsize,
}

struct Inner {
    connection: Connection,
    /// Documents since the last commit.
    pending: usize,
    committed: Instant,
    /// The first failure to write; the run goes on without.
    trouble: Option<String>,
}

/// What a document is read with; records of another reading do not count.
#[derive(Debug, Clone, Copy)]
struct Reading {
    digest: [u8; 16],
    crops: i64,
}

impl Reading {
    fn new(config: &Config, program: &[u8]) -> Self {
        let limits = &config.limits;
        let settings = format!(
            "{:?} {:?} {} {} {} {}",
            config.ocr,
            config.engine,
            config.explain,
            limits.file_bytes,
            limits.pages,
            limits.pixels
        );
        let mut hasher = blake3::Hasher::new();
        hasher.update(program).update(settings.as_bytes());
        let mut digest = [0; 16];
        digest.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
        let pictures = config.pictures;
        let crops = i64::from(pictures.crops) * (1 + i64::from(pictures.mask));
        Self { digest, crops }
    }
}

/// How a run and its state got on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Files whose records were taken from the state.
    pub recalled: usize,
    /// Files that were read again because the program or its settings are others.
    pub again: usize,
}

/// What a state holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contents {
    /// Paths that are known.
    pub files: i64,
    /// Contents with records.
    pub contents: i64,
    /// Of these, read with this program and these settings.
    pub current: i64,
    /// Bytes of the file.
    pub bytes: i64,
    /// When the last run ended that reported everything, in seconds since 1970.
    pub last_run: Option<i64>,
}

impl State {
    /// Opens the state in a file, which is made if it is not there. `program` tells programs apart
    /// that may read a document otherwise. `waits` is asked, when another run has the state, if it
    /// is to be waited for.
    ///
    /// # Errors
    /// When another run has it, it is none, or it cannot be opened.
    pub fn open(
        path: &Path,
        config: &Config,
        program: &[u8],
        waits: &dyn Fn() -> bool,
    ) -> Result<Self, StateError> {
        let connection = schema::open(path, waits)?;
        let inner = Inner {
            connection,
            pending: 0,
            committed: Instant::now(),
            trouble: None,
        };
        Ok(Self {
            inner: Mutex::new(inner),
            reading: Reading::new(config, program),
            only_new: false,
            recalled: AtomicUsize::new(0),
            again: AtomicUsize::new(0),
        })
    }

    /// Hands out only what no complete run has reported.
    #[must_use]
    pub fn only_new(self, only_new: bool) -> Self {
        Self { only_new, ..self }
    }

    /// How the run got on.
    pub fn progress(&self) -> Progress {
        Progress {
            recalled: self.recalled.load(Ordering::Relaxed),
            again: self.again.load(Ordering::Relaxed),
        }
    }

    /// Writes down what is pending; after a complete run, everything that it read counts as
    /// reported.
    ///
    /// # Errors
    /// The first failure to write in the run.
    pub fn finish(&self, complete: bool) -> Result<(), StateError> {
        let mut inner = self.lock();
        if let Some(trouble) = inner.trouble.take() {
            return Err(StateError::Unwritten(trouble));
        }
        if complete {
            let now = seconds_now();
            let report = "UPDATE file SET reported = 1 WHERE seen = 1 AND reported = 0";
            inner.connection.execute(report, [])?;
            let set = "INSERT OR REPLACE INTO meta VALUES ('last_run', ?1)";
            inner.connection.execute(set, [now])?;
        }
        inner
            .connection
            .execute("UPDATE file SET seen = 0 WHERE seen = 1", [])?;
        inner.commit()?;
        Ok(())
    }

    /// What the state holds.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn contents(&self) -> Result<Contents, StateError> {
        let inner = self.lock();
        let count = |sql: &str| inner.connection.query_row(sql, [], |row| row.get(0));
        let current = "SELECT count(*) FROM content WHERE reading = ?1";
        let current = inner
            .connection
            .query_row(current, [self.reading.digest], |row| row.get(0))?;
        let last_run = "SELECT value FROM meta WHERE key = 'last_run'";
        let size = "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()";
        Ok(Contents {
            files: count("SELECT count(*) FROM file")?,
            contents: count("SELECT count(*) FROM content")?,
            current,
            bytes: count(size)?,
            last_run: inner
                .connection
                .query_row(last_run, [], |row| row.get(0))
                .optional()?,
        })
    }

    /// Removes files, and all that lies below a folder, with their records, so that nothing of
    /// them is left in the state's file. Returns how many files.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn forget(&self, paths: &[PathBuf]) -> Result<usize, StateError> {
        let known = self.known()?;
        let paths: Vec<PathBuf> = paths.iter().map(|path| file::absolute(path)).collect();
        let is_named = |known: &&PathBuf| paths.iter().any(|path| known.starts_with(path));
        self.remove(known.iter().filter(is_named))
    }

    /// Removes files that are no longer there.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn forget_missing(&self) -> Result<usize, StateError> {
        let known = self.known()?;
        let is_gone = |path: &&PathBuf| matches!(path.try_exists(), Ok(false));
        self.remove(known.iter().filter(is_gone))
    }

    fn known(&self) -> Result<Vec<PathBuf>, StateError> {
        let inner = self.lock();
        let mut paths = inner.connection.prepare("SELECT path FROM file")?;
        let paths = paths.query_map([], |row| row.get::<_, Vec<u8>>(0))?;
        let paths: Result<Vec<PathBuf>, _> = paths
            .map(|path| path.map(|bytes| file::from_bytes(&bytes)))
            .collect();
        Ok(paths?)
    }

    fn remove<'a>(&self, paths: impl Iterator<Item = &'a PathBuf>) -> Result<usize, StateError> {
        let inner = self.lock();
        let connection = &inner.connection;
        let mut removed = 0;
        for path in paths {
            let delete = "DELETE FROM file WHERE path = ?1";
            removed += connection.execute(delete, [file::to_bytes(path)])?;
        }
        connection.execute(schema::WITHOUT_FILE, [])?;
        // Deleted pages are overwritten; then the file, and the journal, lose them.
        connection
            .execute_batch("COMMIT; VACUUM; PRAGMA wal_checkpoint(TRUNCATE); BEGIN IMMEDIATE")?;
        Ok(removed)
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn find(&self, path: &Path, mark: &Mark, handle: &std::fs::File) -> Option<Known> {
        let key = file::to_bytes(path);
        if let Some(known) = self.lock().by_path(&key, mark, self.reading).ok().flatten() {
            return Some(known);
        }
        // Not under the lock: others look things up while a file is hashed.
        let hash = file::hash(handle, mark)?;
        let mut inner = self.lock();
        let known = inner.by_hash(&hash, self.reading).ok().flatten();
        let Some(mut known) = known else {
            if inner.is_known_otherwise(&hash).unwrap_or(false) {
                self.again.fetch_add(1, Ordering::Relaxed);
            }
            return None;
        };
        known.is_reported = match inner.is_reported(&key, &hash) {
            Ok(Some(is_reported)) => is_reported,
            _ => inner.was_moved(&key, &hash).unwrap_or(false),
        };
        let placed = inner.place(&key, mark, &hash, known.is_reported);
        inner.note(placed);
        Some(known)
    }
}

/// What is known of a file.
struct Known {
    records: Stored,
    is_reported: bool,
}

impl Recall for State {
    fn recall(&self, path: &Path, handle: &std::fs::File) -> Option<Recalled> {
        let absolute = file::absolute(path);
        let mark = Mark::of(handle)?;
        let known = self.find(&absolute, &mark, handle)?;
        let records = known.records.unpack(path, self.reading.crops > 0)?;
        self.recalled.fetch_add(1, Ordering::Relaxed);
        if !known.is_reported {
            let mut inner = self.lock();
            let seen = "UPDATE file SET seen = 1 WHERE path = ?1";
            let seen = inner
                .connection
                .execute(seen, [file::to_bytes(&absolute)])
                .map(drop);
            inner.note(seen);
        }
        Some(Recalled {
            records,
            is_silent: self.only_new && known.is_reported,
        })
    }

    fn keep(&self, path: &Path, handle: &std::fs::File, records: &[DocumentRecord]) {
        let Some(mark) = Mark::of(handle) else { return };
        let Some(stored) = Stored::pack(path, records) else {
            return;
        };
        let Some(hash) = stored::hash_of(records) else {
            return;
        };
        let key = file::to_bytes(&file::absolute(path));
        let mut inner = self.lock();
        let kept = inner.keep(&key, &mark, &hash, self.reading, &stored);
        inner.note(kept);
    }
}

impl Inner {
    fn by_path(
        &self,
        key: &[u8],
        mark: &Mark,
        reading: Reading,
    ) -> rusqlite::Result<Option<Known>> {
        if !mark.is_settled() {
            return Ok(None);
        }
        let mut find = self.connection.prepare_cached(schema::BY_PATH)?;
        let values = params![
            key,
            mark.size,
            mark.modified,
            mark.changed,
            reading.digest,
            reading.crops
        ];
        find.query_row(values, known).optional()
    }

    fn by_hash(&self, hash: &[u8; 32], reading: Reading) -> rusqlite::Result<Option<Known>> {
        let mut find = self.connection.prepare_cached(schema::BY_HASH)?;
        let values = params![hash, reading.digest, reading.crops];
        find.query_row(values, known).optional()
    }

    fn is_known_otherwise(&self, hash: &[u8; 32]) -> rusqlite::Result<bool> {
        let find = "SELECT 1 FROM content WHERE hash = ?1";
        let mut find = self.connection.prepare_cached(find)?;
        find.exists([hash])
    }

    /// Whether the file at a path was reported with this content; `None` if it is not known there.
    fn is_reported(&self, key: &[u8], hash: &[u8; 32]) -> rusqlite::Result<Option<bool>> {
        let find = "SELECT reported FROM file WHERE path = ?1 AND hash = ?2";
        let mut find = self.connection.prepare_cached(find)?;
        find.query_row(params![key, hash], |row| row.get(0))
            .optional()
    }

    /// Whether a content that was reported lay at a path that is no longer there: then it was
    /// moved, and is not new. Its old place is forgotten.
    fn was_moved(&mut self, key: &[u8], hash: &[u8; 32]) -> rusqlite::Result<bool> {
        let find = "SELECT path, reported FROM file WHERE hash = ?1 AND path <> ?2";
        let mut find = self.connection.prepare_cached(find)?;
        let places: Vec<(Vec<u8>, bool)> = find
            .query_map(params![hash, key], |row| Ok((row.get(0)?, row.get(1)?)))?
            .take(MOST_PATHS)
            .collect::<Result<_, _>>()?;
        for (old, reported) in places {
            if matches!(file::from_bytes(&old).try_exists(), Ok(false)) {
                let delete = "DELETE FROM file WHERE path = ?1";
                self.connection.execute(delete, [old])?;
                return Ok(reported);
            }
        }
        Ok(false)
    }

    fn place(
        &mut self,
        key: &[u8],
        mark: &Mark,
        hash: &[u8; 32],
        is_reported: bool,
    ) -> rusqlite::Result<()> {
        let modified = mark.is_settled().then_some(mark.modified);
        let mut insert = self.connection.prepare_cached(schema::PLACE)?;
        let values = params![key, mark.size, modified, mark.changed, hash, is_reported];
        insert.execute(values).map(drop)
    }

    fn keep(
        &mut self,
        key: &[u8],
        mark: &Mark,
        hash: &[u8; 32],
        reading: Reading,
        stored: &Stored,
    ) -> rusqlite::Result<()> {
        // What other programs and settings made of it is of no more use.
        let mut delete = self.connection.prepare_cached(schema::OUTDATED)?;
        delete.execute(params![hash, reading.digest])?;
        drop(delete);
        let mut insert = self.connection.prepare_cached(schema::KEEP)?;
        insert.execute(params![hash, reading.digest, reading.crops, stored.bytes()])?;
        drop(insert);
        let is_reported = match self.is_reported(key, hash)? {
            Some(is_reported) => is_reported,
            None => self.was_moved(key, hash)?,
        };
        self.place(key, mark, hash, is_reported)
    }

    /// Takes note of how a write went, and commits now and then.
    fn note(&mut self, written: rusqlite::Result<()>) {
        self.pending += 1;
        let due = self.pending >= COMMIT_EVERY || self.committed.elapsed() > COMMIT_AFTER;
        let written = written.and_then(|()| if due { self.commit() } else { Ok(()) });
        if let (Err(error), None) = (written, &self.trouble) {
            self.trouble = Some(error.to_string());
        }
    }

    fn commit(&mut self) -> rusqlite::Result<()> {
        self.pending = 0;
        self.committed = Instant::now();
        self.connection.execute_batch(schema::COMMIT)
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        // What cannot be written down now is read again next time.
        let _ = self.connection.execute_batch("COMMIT");
    }
}

fn known(row: &rusqlite::Row<'_>) -> rusqlite::Result<Known> {
    Ok(Known {
        records: Stored::of_bytes(row.get(0)?),
        is_reported: row.get(1)?,
    })
}

fn seconds_now() -> i64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    i64::try_from(now.unwrap_or_default().as_secs()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests;
