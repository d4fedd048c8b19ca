//! Files that hold other files, a target for each kind. An input is made to begin as its kind does,
//! so that a fuzzer spends its time behind the signature.

use std::collections::HashSet;
use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use i797::document::container;
use i797::model::config::Config;

use crate::pictures::signed_at;

/// The parts that are unpacked of one input.
const MOST_PARTS: usize = 50;
/// The size of a record of a tar archive, and where in a header the checksum and the signature
/// stand.
const TAR_RECORD: usize = 512;
const TAR_CHECKSUM: std::ops::Range<usize> = 148..156;
const TAR_SIGNATURE: std::ops::Range<usize> = 257..263;

/// A file of any kind: what lies in it has names that lead nowhere, and sizes within the limits.
pub fn containers(bytes: &[u8]) {
    let config = Config::default().with_limits(crate::LIMITS);
    let Ok(found) = container::open(bytes.to_vec(), &config) else {
        return;
    };
    let Some(mut container) = found.container else {
        return;
    };
    let mut names = HashSet::new();
    for (name, _) in container.parts() {
        let leads_out = name.split('/').any(|part| matches!(part, "" | "." | ".."));
        assert!(
            !leads_out && !name.contains('\\'),
            "a name that leads somewhere"
        );
        assert!(names.insert(name.to_owned()), "a name that comes twice");
    }
    let parts = container.parts().len().min(MOST_PARTS);
    for index in 0..parts {
        if let Ok(part) = container.part(index) {
            assert!(part.len() as u64 <= crate::LIMITS.file_bytes);
        }
    }
}

/// A zip archive, or an office document, which is one.
pub fn zip(bytes: &[u8]) {
    containers(&signed_at(0, b"PK\x03\x04", bytes));
}

/// A tar archive whose checksums are right, for a wrong one ends it.
pub fn tar(bytes: &[u8]) {
    let mut bytes = bytes.to_vec();
    bytes.resize(bytes.len().max(TAR_RECORD), 0);
    bytes[TAR_SIGNATURE].copy_from_slice(b"ustar\0");
    for header in bytes.chunks_exact_mut(TAR_RECORD) {
        if header[TAR_SIGNATURE].starts_with(b"ustar") {
            header[TAR_CHECKSUM].fill(b' ');
            let sum: u32 = header.iter().map(|byte| u32::from(*byte)).sum();
            header[TAR_CHECKSUM].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
        }
    }
    containers(&bytes);
}

/// Anything, packed by gzip; and the bytes themselves as a packed stream.
pub fn gzip(bytes: &[u8]) {
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    let packed = packed.write_all(bytes).and_then(|()| packed.finish());
    containers(&packed.expect("memory takes all"));
    containers(&signed_at(0, b"\x1f\x8b\x08", bytes));
}

/// A mail, and a mailbox with it.
pub fn mail(bytes: &[u8]) {
    let headers = b"From: a@b.example\r\nSubject: notice\r\n";
    let mail = [&headers[..], bytes].concat();
    containers(&mail);
    containers(&[b"From a@b.example Mon Jan  1 2024\n", &mail[..]].concat());
}

/// A message of Outlook.
pub fn outlook(bytes: &[u8]) {
    containers(&signed_at(0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", bytes));
}

/// A PDF with files attached to it, or with other PDFs before it.
pub fn attachments(bytes: &[u8]) {
    containers(&signed_at(0, b"%PDF-", bytes));
}
