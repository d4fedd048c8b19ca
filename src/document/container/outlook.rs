//! Messages of Outlook (`.msg`): compound files with a storage for each attached file.

use std::io::{Cursor, Read};

use cfb::CompoundFile;

use super::archive::unpacked;
use super::{MOST_PARTS, Part, Parts, Place, Shared, Source, damaged};
use crate::model::error::{DocumentError, ErrorKind};

/// An opened compound file.
pub(super) struct Compound(CompoundFile<Cursor<Shared>>);

/// Every message has these properties of itself.
const PROPERTIES: &str = "/__properties_version1.0";
/// How the storages of attached files begin.
const ATTACHED: &str = "__attach_version1.0_";
/// The stream with the bytes of an attached file.
const DATA: &str = "__substg1.0_37010102";
/// Streams with its name: long and short, in UTF-16 and in an older character set.
const NAMES: [(&str, bool); 4] = [
    ("__substg1.0_3707001F", true),
    ("__substg1.0_3707001E", false),
    ("__substg1.0_3704001F", true),
    ("__substg1.0_3704001E", false),
];
/// Bytes of the longest name.
const LONGEST_NAME: u64 = 2_048;

pub(super) fn open(bytes: Shared, most: u64) -> Result<Parts, DocumentError> {
    let file = CompoundFile::open(Cursor::new(bytes));
    let mut file = file.map_err(|_| damaged("the compound file cannot be read"))?;
    if !file.exists(PROPERTIES) {
        let message = "an old office file";
        return Err(DocumentError::new(ErrorKind::NotADocument, message));
    }
    // Attached messages are storages in the storage of their attachment: their attachments are
    // found on the way.
    let streams: Vec<String> = file
        .walk()
        .filter(|entry| entry.is_stream() && entry.name() == DATA && entry.len() <= most)
        .filter_map(|entry| Some(entry.path().parent()?.to_str()?.to_owned()))
        .filter(|storage| {
            storage
                .rsplit('/')
                .next()
                .is_some_and(|n| n.starts_with(ATTACHED))
        })
        .take(MOST_PARTS + 1)
        .collect();
    let parts = streams
        .into_iter()
        .map(|storage| {
            let name = name(&mut file, &storage);
            Part::new(name, Place::Stream(format!("{storage}/{DATA}")))
        })
        .collect();
    let source = Source::Compound(Box::new(Compound(file)));
    Ok(("an Outlook message", source, parts))
}

/// The name of an attached file; empty if it has none.
fn name(file: &mut CompoundFile<Cursor<Shared>>, storage: &str) -> String {
    for (stream, is_wide) in NAMES {
        let Ok(stream) = file.open_stream(format!("{storage}/{stream}")) else {
            continue;
        };
        let mut bytes = Vec::new();
        if stream.take(LONGEST_NAME).read_to_end(&mut bytes).is_err() || bytes.is_empty() {
            continue;
        }
        if !is_wide {
            return String::from_utf8_lossy(&bytes).into_owned();
        }
        let units = bytes.chunks_exact(2).map(|pair| match pair {
            [low, high] => u16::from_le_bytes([*low, *high]),
            _ => 0,
        });
        return char::decode_utf16(units)
            .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect();
    }
    String::new()
}

impl Compound {
    /// The bytes of a stream.
    pub(super) fn stream(&mut self, path: &str, most: u64) -> Result<Vec<u8>, DocumentError> {
        let stream = self.0.open_stream(path);
        unpacked(stream.map_err(|_| damaged("it cannot be unpacked"))?, most)
    }
}
