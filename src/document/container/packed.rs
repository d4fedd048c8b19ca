//! gzip: a packed tar archive, or one packed file.

use std::sync::Arc;

use flate2::read::MultiGzDecoder;

use super::archive::{open_tar, unpacked};
use super::{Part, Parts, Place, Shared, Source};
use crate::document::sniff::{Archive, FileKind, sniff};
use crate::model::error::DocumentError;

pub(super) fn open_gzip(bytes: &[u8], most: u64) -> Result<Parts, DocumentError> {
    let decoder = MultiGzDecoder::new(bytes);
    let name = decoder.header().and_then(|header| header.filename());
    let name = name.map(|name| String::from_utf8_lossy(name).into_owned());
    let content = Shared(Arc::new(unpacked(decoder, most)?));
    if sniff(content.as_ref()) == FileKind::Archive(Archive::Tar) {
        return open_tar(content, "a packed tar archive");
    }
    let part = Part::new(
        name.unwrap_or_default(),
        Place::Bytes(0..content.as_ref().len()),
    );
    Ok(("a packed file", Source::Bytes(content), vec![part]))
}
