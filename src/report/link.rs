//! Links from a report to the files that it speaks of.

use std::fmt::Write as _;
use std::path::Path;

use crate::model::record::DocumentRecord;

/// The longest link that spreadsheet programs open.
const LONGEST: usize = 2_000;

/// The link to a document's file, beginning with `scheme`; `None` where its path is not known in full or too long.
pub(super) fn link(base: &Path, record: &DocumentRecord, scheme: &str) -> Option<String> {
    if record.path_bytes.is_some() {
        return None;
    }
    let path = base.join(&record.path);
    let path = path.to_str()?;
    let path = if cfg!(windows) {
        format!("/{}", path.replace('\\', "/"))
    } else {
        path.to_owned()
    };
    let mut link = scheme.to_owned();
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'/' | b':' | b'-' | b'_' | b'.' | b'~' => {
                link.push(char::from(byte))
            }
            _ => {
                let _ = write!(link, "%{byte:02X}"); // a String takes everything
            }
        }
    }
    (link.len() <= LONGEST).then_some(link)
}
