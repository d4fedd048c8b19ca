//! The records of several earlier reports, of each document the last. JSON Lines of any length are
//! read twice, so that no more than the places of their records are in memory.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek};
use std::path::{Path, PathBuf};

use i797::model::finding::{Finding, FindingKind};
use i797::model::record::DocumentRecord;

use super::earlier::{self, Earlier, Line};

/// The records of several reports.
#[derive(Default)]
pub(super) struct Merged {
    sources: Vec<Source>,
    /// In the order in which documents came first.
    places: Vec<Place>,
    /// Where in `places` a document is, by the hash of its path.
    known: HashMap<[u8; 16], usize>,
    /// What the reports say of their batches.
    pub(super) findings: Vec<Finding>,
    /// Whether one of them says of itself that it is not complete.
    pub(super) is_partial: bool,
}

/// Where records are read.
enum Source {
    Lines(PathBuf, BufReader<File>, u64),
    Held(Vec<DocumentRecord>),
}

/// Where a record is: the index of its source, and there its first byte and length, or its index.
#[derive(Clone, Copy)]
struct Place {
    source: u32,
    at: u64,
    length: u64,
}

impl Merged {
    /// Adds a report.
    ///
    /// # Errors
    /// If it cannot be read, or is none.
    pub(super) fn add(&mut self, path: &Path) -> Result<(), String> {
        match lines(path)? {
            Some(file) => self.add_lines(path, file),
            None => {
                let earlier = earlier::report(path)?;
                self.add_held(earlier);
                Ok(())
            }
        }
    }

    fn add_held(&mut self, earlier: Earlier) {
        self.note(&earlier);
        let source = self.sources.len() as u32;
        for (at, record) in earlier.records.iter().enumerate() {
            let place = Place {
                source,
                at: at as u64,
                length: 0,
            };
            self.put(&record.path, place);
        }
        self.sources.push(Source::Held(earlier.records));
    }

    fn add_lines(&mut self, path: &Path, file: File) -> Result<(), String> {
        let source = self.sources.len() as u32;
        let mut reader = BufReader::new(file);
        let mut at = 0;
        let mut line = Vec::new();
        for number in 1.. {
            line.clear();
            let read = reader.read_until(b'\n', &mut line);
            let length = read.map_err(|e| earlier::unreadable(path, &e))? as u64;
            if length == 0 {
                break;
            }
            match earlier::line(&line) {
                Some(Line::Record(record)) => self.put(&record.path, Place { source, at, length }),
                Some(Line::Batch(findings)) => self.note(&Earlier {
                    records: Vec::new(),
                    findings,
                }),
                Some(Line::Nothing) => {}
                None => return Err(earlier::no_report(path, number)),
            }
            at += length;
        }
        // From here, places are counted from the beginning.
        reader.rewind().map_err(|e| earlier::unreadable(path, &e))?;
        self.sources.push(Source::Lines(path.to_owned(), reader, 0));
        Ok(())
    }

    fn note(&mut self, earlier: &Earlier) {
        self.is_partial |= earlier.is_partial();
        self.findings.extend(earlier.findings.iter().cloned());
    }

    fn put(&mut self, path: &str, place: Place) {
        let mut key = [0; 16];
        key.copy_from_slice(&blake3::hash(path.as_bytes()).as_bytes()[..16]);
        match self.known.get(&key) {
            Some(known) => self.places[*known] = place,
            None => {
                self.known.insert(key, self.places.len());
                self.places.push(place);
            }
        }
    }

    /// The records, read anew.
    pub(super) fn records(&mut self) -> impl Iterator<Item = Result<DocumentRecord, String>> {
        self.known = HashMap::new();
        let sources = &mut self.sources;
        self.places.iter().map(move |place| {
            let mut record = sources[place.source as usize].record(place)?;
            // It is for the whole to find again.
            record.findings.retain(|f| f.kind != FindingKind::Duplicate);
            Ok(record)
        })
    }
}

impl Source {
    fn record(&mut self, place: &Place) -> Result<DocumentRecord, String> {
        let (path, reader, position) = match self {
            Self::Held(records) => return Ok(records[place.at as usize].clone()),
            Self::Lines(path, reader, position) => (path, reader, position),
        };
        let mut line = vec![0; place.length as usize];
        reader
            .seek_relative(place.at as i64 - *position as i64)
            .and_then(|()| reader.read_exact(&mut line))
            .map_err(|e| earlier::unreadable(path, &e))?;
        *position = place.at + place.length;
        match earlier::line(&line) {
            Some(Line::Record(record)) => Ok(*record),
            _ => Err(format!("{} has changed meanwhile", path.display())),
        }
    }
}

/// The file, if it has JSON Lines and can be read twice.
fn lines(path: &Path) -> Result<Option<File>, String> {
    let unreadable = |e| earlier::unreadable(path, &e);
    let file = File::open(path).map_err(unreadable)?;
    if !file.metadata().is_ok_and(|metadata| metadata.is_file()) {
        return Ok(None);
    }
    let mut first = Vec::new();
    let mut reader = BufReader::new(file);
    reader.read_until(b'\n', &mut first).map_err(unreadable)?;
    reader.rewind().map_err(unreadable)?;
    let is_line = matches!(
        earlier::line(&first),
        Some(Line::Record(_) | Line::Batch(_))
    );
    Ok(is_line.then(|| reader.into_inner()))
}
