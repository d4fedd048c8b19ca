//! ZIP archives, office documents, which are ZIP archives too, and tar archives.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::read::read_zipfile_from_stream_with_compressed_size as read_at;
use zip::result::ZipError;

use super::{MOST_PARTS, Part, Parts, Place, Shared, Source, cut_off, damaged, too_much, twins};
use crate::model::error::{DocumentError, ErrorKind};

/// An opened ZIP archive.
pub(super) struct Zip(ZipArchive<Cursor<Shared>>, Shared);

/// Folders in office documents that hold pictures and attached files.
const OFFICE_FOLDERS: [&str; 3] = ["/media/", "/embeddings/", "Pictures/"];

pub(super) fn open_zip(bytes: Shared) -> Result<Parts, DocumentError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes.clone()))
        .map_err(|_| damaged("the ZIP archive cannot be read"))?;
    let mut parts = Vec::new();
    let mut is_office = false;
    for index in 0..archive.len().min(MOST_PARTS + 1) {
        // Without its content, which may be locked.
        let Ok(entry) = archive.by_index_raw(index) else {
            parts.push(Part::new("", Place::Entry(index)));
            continue;
        };
        let name = entry.name().map(|name| name.into_owned());
        let name = name.unwrap_or_default();
        is_office |= name == "[Content_Types].xml" || (index == 0 && name == "mimetype");
        if entry.is_file() && !is_left_behind(&name) {
            parts.push(Part::new(name, Place::Entry(index)));
        }
    }
    let at = |place: u64| usize::try_from(place).unwrap_or(usize::MAX);
    let (start, directory) = (at(archive.offset()), at(archive.central_directory_start()));
    let twins = twins::parts(bytes.as_ref(), start, directory);
    parts.extend(twins.into_iter().filter(|part| !is_left_behind(&part.name)));
    let kind = if is_office {
        parts.retain(|part| {
            OFFICE_FOLDERS
                .iter()
                .any(|folder| part.name.contains(folder))
        });
        parts.iter_mut().for_each(|part| part.is_aside = true);
        "an office document, whose own text is not read,"
    } else {
        "a ZIP archive"
    };
    Ok((kind, Source::Zip(Box::new(Zip(archive, bytes))), parts))
}

/// What a Mac puts beside each file.
fn is_left_behind(name: &str) -> bool {
    name.starts_with("__MACOSX/") || name.ends_with("/.DS_Store") || name == ".DS_Store"
}

impl Zip {
    /// Unpacks an entry, with one of the passwords if it is locked.
    pub(super) fn entry(
        &mut self,
        index: usize,
        passwords: &[String],
        most: u64,
    ) -> Result<Vec<u8>, DocumentError> {
        let is_locked = self
            .0
            .by_index_raw(index)
            .is_ok_and(|entry| entry.encrypted());
        if !is_locked {
            let entry = self.0.by_index(index).map_err(|error| said(&error))?;
            return unpacked(entry, most);
        }
        for password in passwords {
            // A wrong one may seem to fit, until the checksum does not.
            let entry = self.0.by_index_decrypt(index, password.as_bytes());
            if let Ok(bytes) = entry
                .map_err(|error| said(&error))
                .and_then(|e| unpacked(e, most))
            {
                return Ok(bytes);
            }
        }
        let message = "encrypted in its ZIP archive, and no given password opens it";
        Err(DocumentError::new(ErrorKind::Encrypted, message))
    }

    /// Unpacks the file at a local header.
    pub(super) fn local(
        &self,
        header: usize,
        packed: u64,
        most: u64,
    ) -> Result<Vec<u8>, DocumentError> {
        let rest = self.1.as_ref().get(header..).ok_or_else(cut_off)?;
        let mut rest = Cursor::new(rest);
        let file = read_at(&mut rest, packed).map_err(|error| said(&error))?;
        unpacked(file.ok_or_else(cut_off)?, most)
    }
}

fn said(error: &ZipError) -> DocumentError {
    match error {
        ZipError::UnsupportedArchive(_) => {
            let message = "compressed with an unsupported method";
            DocumentError::new(ErrorKind::Unsupported, message)
        }
        _ => damaged("it cannot be unpacked"),
    }
}

/// What a reader gives, if that is not too much.
pub(super) fn unpacked(from: impl Read, most: u64) -> Result<Vec<u8>, DocumentError> {
    let mut bytes = Vec::new();
    from.take(most.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|_| damaged("it cannot be unpacked"))?;
    if bytes.len() as u64 > most {
        return Err(too_much(most));
    }
    Ok(bytes)
}

pub(super) fn open_tar(bytes: Shared, kind: &'static str) -> Result<Parts, DocumentError> {
    let mut archive = tar::Archive::new(Cursor::new(bytes.clone()));
    let entries = archive
        .entries_with_seek()
        .map_err(|_| damaged("the tar archive cannot be read"))?;
    let mut parts = Vec::new();
    for entry in entries {
        let Ok(entry) = entry else {
            // A row that cannot be read says that something is missing.
            parts.push(Part::new("damaged", Place::Bytes(usize::MAX..usize::MAX)));
            break;
        };
        let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        if !entry.header().entry_type().is_file() || is_left_behind(&name) {
            continue;
        }
        let from = usize::try_from(entry.raw_file_position()).unwrap_or(usize::MAX);
        let size = usize::try_from(entry.size()).unwrap_or(usize::MAX);
        parts.push(Part::new(
            name,
            Place::Bytes(from..from.saturating_add(size)),
        ));
        if parts.len() > MOST_PARTS {
            break;
        }
    }
    Ok((kind, Source::Bytes(bytes), parts))
}
