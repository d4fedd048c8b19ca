//! Links from reports to files.

use std::fmt::Write as _;
use std::path::Path;

use crate::model::record::DocumentRecord;

/// The longest link that spreadsheet programs open, in bytes.
const LONGEST: usize = 2_000;

/// The link to the file of a document, starting with `scheme`; `None` if the path is not UTF-8 or
/// too long.
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
                let _ = write!(link, "%{byte:02X}"); // writing to a String can't fail
            }
        }
    }
    (link.len() <= LONGEST).then_some(link)
}
