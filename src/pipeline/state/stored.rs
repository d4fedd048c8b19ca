//! Records as they are kept: packed, and without the path of their file, which may change.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;

use crate::model::error::{DocumentError, ErrorKind};
use crate::model::finding::FindingKind;
use crate::model::record::DocumentRecord;

/// The records of a file and of the documents that lie in it.
pub(super) struct Stored(Vec<u8>);

impl Stored {
    /// Packs the records of the file at `path`; `None` if they may be others next time.
    pub(super) fn pack(path: &Path, records: &[DocumentRecord]) -> Option<Self> {
        if !records.iter().all(lasts) {
            return None;
        }
        let own = path.to_string_lossy();
        let mut records = records.to_vec();
        for record in &mut records {
            record.path = record.path.strip_prefix(&*own)?.to_owned();
            record.path_bytes = None;
            for inside in paths_inside(record) {
                *inside = inside.strip_prefix(&*own)?.to_owned();
            }
        }
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::fast());
        serde_json::to_writer(&mut encoder, &records).ok()?;
        encoder.flush().ok()?;
        encoder.finish().ok().map(Self)
    }

    pub(super) fn of_bytes(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// The records for a file that is at `path` now.
    pub(super) fn unpack(&self, path: &Path, with_crops: bool) -> Option<Vec<DocumentRecord>> {
        let mut json = Vec::new();
        DeflateDecoder::new(&*self.0).read_to_end(&mut json).ok()?;
        let mut records: Vec<DocumentRecord> = serde_json::from_slice(&json).ok()?;
        for record in &mut records {
            let mut own = path.as_os_str().to_owned();
            own.push(&record.path);
            record.set_path(&PathBuf::from(own));
            for inside in paths_inside(record) {
                *inside = format!("{}{inside}", path.to_string_lossy());
            }
            if !with_crops {
                record.crops.clear();
            }
        }
        Some(records)
    }
}

/// The paths of documents that lie in this one, where its findings list them.
fn paths_inside(record: &mut DocumentRecord) -> impl Iterator<Item = &mut String> {
    let findings = record.findings.iter_mut();
    findings
        .filter(|finding| finding.kind == FindingKind::DocumentsInside)
        .flat_map(|finding| &mut finding.documents)
}

/// Whether a document reads the same next time: what went wrong lies in it, not in the machine.
fn lasts(record: &DocumentRecord) -> bool {
    let mut pages = record.pages.iter().filter_map(|page| page.error.as_ref());
    // An engine that is missing today may be there tomorrow.
    let has_engines =
        |error: &DocumentError| error.kind != ErrorKind::Unsupported || error.is_ocr_disabled();
    let own = record.error.as_ref();
    own.is_none_or(error_lasts) && pages.all(|error| error_lasts(error) && has_engines(error))
}

fn error_lasts(error: &DocumentError) -> bool {
    match error.kind {
        ErrorKind::Damaged if error.is_reader_crashed() => false,
        ErrorKind::Damaged
        | ErrorKind::EmptyFile
        | ErrorKind::NotADocument
        | ErrorKind::Unsupported => true,
        // Another password, more time, memory or rights read it.
        ErrorKind::Encrypted
        | ErrorKind::TooLarge
        | ErrorKind::TimedOut
        | ErrorKind::Unreadable
        | ErrorKind::Interrupted => false,
    }
}

/// The hash of the file whose records these are.
pub(super) fn hash_of(records: &[DocumentRecord]) -> Option<[u8; 32]> {
    let hash = records.first()?.content_hash.as_deref()?;
    Some(*blake3::Hash::from_hex(hash).ok()?.as_bytes())
}
