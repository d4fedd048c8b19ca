//! What earlier runs read: asked before a file is read, and told afterwards.

use std::fs::File;
use std::path::Path;

use crate::model::record::DocumentRecord;

/// Remembers records across runs.
pub trait Recall: Sync {
    /// The records of an opened file that was read before, as if it had just been read.
    fn recall(&self, path: &Path, file: &File) -> Option<Recalled>;
    /// Takes note of what was read of an opened file.
    fn keep(&self, path: &Path, file: &File, records: &[DocumentRecord]);
}

/// What is remembered of a file.
#[derive(Debug)]
pub struct Recalled {
    /// Its own record, and those of the documents that lie in it.
    pub records: Vec<DocumentRecord>,
    /// Whether they are compared with other documents only, and not handed out.
    pub is_silent: bool,
}

impl From<Vec<DocumentRecord>> for Recalled {
    fn from(records: Vec<DocumentRecord>) -> Self {
        Self {
            records,
            is_silent: false,
        }
    }
}
