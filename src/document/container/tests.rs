//! Containers as programs make them, and as nobody should.

use std::io::{Cursor, Write};

use flate2::Compression;
use flate2::write::GzEncoder;
use zip::write::SimpleFileOptions;
use zip::{AesMode, CompressionMethod, ZipWriter};

use super::*;

/// A picture, which is the smallest document.
const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n and so on";

fn config() -> Config {
    Config::default().with_limits(Limits::DEFAULT.with_file_bytes(1 << 20))
}

fn zip(files: &[(&str, &[u8])], options: SimpleFileOptions) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn deflated() -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(CompressionMethod::Deflated)
}

fn tar(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut builder = tar::Builder::new(Vec::new());
    for (name, bytes) in files {
        let mut header = tar::Header::new_ustar();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o600);
        header.as_mut_bytes()[..name.len()].copy_from_slice(name.as_bytes());
        header.set_cksum();
        builder.append(&header, *bytes).unwrap();
    }
    builder.into_inner().unwrap()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn container(bytes: Vec<u8>, config: &Config) -> Result<Container, DocumentError> {
    open(bytes, config).map(|found| found.container.expect("a container"))
}

/// The names and contents of all parts.
fn parts(bytes: Vec<u8>) -> Vec<(String, Result<Vec<u8>, ErrorKind>)> {
    let mut container = container(bytes, &config()).unwrap();
    let names: Vec<String> = container.parts().map(|(name, _)| name.to_owned()).collect();
    let part = |(index, name)| (name, container.part(index).map_err(|error| error.kind));
    names.into_iter().enumerate().map(part).collect()
}

fn refused(bytes: Vec<u8>) -> DocumentError {
    container(bytes, &config()).err().unwrap()
}

#[test]
fn archives_give_their_files_under_names_that_lead_nowhere() {
    let files: [(&str, &[u8]); 3] = [
        ("a/notice.png", PICTURE),
        ("../../etc/passwd", b"x"),
        ("__MACOSX/._notice.png", b"y"),
    ];
    let expected = |third: &[(String, Result<Vec<u8>, ErrorKind>)]| {
        assert_eq!(third[0], ("a/notice.png".to_owned(), Ok(PICTURE.to_vec())));
        assert_eq!(third[1], ("etc/passwd".to_owned(), Ok(b"x".to_vec())));
        assert_eq!(third.len(), 2);
    };
    expected(&parts(zip(&files, deflated())));
    expected(&parts(tar(&files)));
    expected(&parts(gzip(&tar(&files))));
    let packed = parts(gzip(PICTURE));
    assert_eq!(packed, [("part-1".to_owned(), Ok(PICTURE.to_vec()))]);
}

#[test]
fn locked_files_open_with_a_password_or_say_that_they_are_locked() {
    for options in [
        deflated().with_aes_encryption(AesMode::Aes256, "open sesame"),
        deflated().with_aes_encryption(AesMode::Aes128, "open sesame"),
    ] {
        let locked = zip(&[("a.png", PICTURE)], options);
        assert_eq!(parts(locked.clone())[0].1, Err(ErrorKind::Encrypted));
        let words = ["wrong", "open sesame"].map(str::to_owned).to_vec();
        let mut opened = container(locked, &config().with_passwords(words)).unwrap();
        assert_eq!(opened.part(0).as_deref(), Ok(PICTURE));
    }
}

#[test]
fn files_of_one_name_are_all_given() {
    let other = b"\x89PNG\r\n\x1a\n of another page";
    let mut archive = zip(
        &[("a.png", PICTURE), ("b.png", other), ("c.png", PICTURE)],
        deflated(),
    );
    // The writer refuses what others write.
    while let Some(at) = find(&archive, b"b.png") {
        archive[at] = b'a';
    }
    let given = |archive: Vec<u8>| {
        let mut parts = parts(archive);
        parts.sort_by(|(a, _), (b, _)| a.cmp(b));
        parts
    };
    let expected = [
        ("a.png".to_owned(), Ok(other.to_vec())),
        ("a.png (3)".to_owned(), Ok(PICTURE.to_vec())),
        ("c.png".to_owned(), Ok(PICTURE.to_vec())),
    ];
    assert_eq!(given(archive.clone()), expected);
    // With something before it, as an unpacking program has.
    let before = b"PK\x03\x04 and more";
    archive.splice(0..0, *before);
    assert_eq!(given(archive.clone()), expected);
    // Where its header is damaged, its row says so.
    archive[before.len()] = b'X';
    let damaged = parts(archive);
    let row = damaged.iter().find(|(name, _)| name == "a.png (3)");
    assert_eq!(row.map(|(_, part)| part.is_err()), Some(true));
}

#[test]
fn what_unpacks_to_too_much_is_refused() {
    let nothing = vec![0; 2 << 20];
    let bomb = zip(&[("bomb.png", &nothing), ("a.png", PICTURE)], deflated());
    assert!(bomb.len() < 10_000);
    let parts = parts(bomb);
    assert_eq!(parts[0].1, Err(ErrorKind::TooLarge));
    assert_eq!(parts[1].1.as_deref(), Ok(PICTURE));
    assert_eq!(refused(gzip(&nothing)).kind, ErrorKind::TooLarge);
}

#[test]
fn sizes_that_lie_are_not_believed() {
    let mut lying = zip(&[("a.png", PICTURE)], deflated());
    // The sizes in the central directory, which unpackers go by.
    let directory = find(&lying, b"PK\x01\x02").unwrap();
    lying[directory + 24..directory + 28].copy_from_slice(&0x7fff_ffff_u32.to_le_bytes());
    let part = &parts(lying)[0].1;
    assert!(part.as_deref().is_err() || part.as_deref() == Ok(PICTURE));
    let mut huge = tar(&[("a.png", PICTURE), ("b.png", PICTURE)]);
    let mut header = tar::Header::new_ustar();
    header.as_mut_bytes().copy_from_slice(&huge[..512]);
    header.set_size(u64::MAX >> 2);
    header.set_cksum();
    huge[..512].copy_from_slice(header.as_bytes());
    let parts = parts(huge);
    assert!(
        parts
            .iter()
            .all(|(_, part)| *part == Err(ErrorKind::Damaged)),
        "{parts:?}"
    );
}

#[test]
fn what_is_cut_off_is_damaged_or_nothing() {
    let whole = zip(&[("a.png", PICTURE)], deflated());
    assert_eq!(
        refused(whole[..whole.len() / 2].to_vec()).kind,
        ErrorKind::Damaged
    );
    let whole = tar(&[("a.png", &[1; 2_000]), ("b.png", PICTURE)]);
    let cut = parts(whole[..1_000].to_vec());
    assert_eq!(cut[0].1, Err(ErrorKind::Damaged));
}

#[test]
fn office_documents_give_their_pictures() {
    let files: [(&str, &[u8]); 3] = [
        ("[Content_Types].xml", b"<x/>"),
        ("word/document.xml", b"<x/>"),
        ("word/media/image1.png", PICTURE),
    ];
    let office = container(zip(&files, deflated()), &config()).unwrap();
    let parts: Vec<(&str, bool)> = office.parts().collect();
    assert_eq!(parts, [("word/media/image1.png", true)]);
    let without = refused(zip(&files[..2], deflated()));
    assert_eq!(without.kind, ErrorKind::NotADocument);
    assert!(
        without.message.contains("office document"),
        "{}",
        without.message
    );
}

const MAIL: &str = "From: a@example.org\r\nSubject: notice\r\nMIME-Version: 1.0\r\n\
    Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nhi\r\n\
    --b\r\nContent-Type: image/png; name=\"../a.png\"\r\n\
    Content-Transfer-Encoding: base64\r\n\r\niVBORw0KGgogYW5kIHNvIG9u\r\n\
    --b\r\nContent-Type: message/rfc822\r\n\r\nFrom: b@example.org\r\nSubject: inner\r\n\r\nhi\r\n\
    --b--\r\n";

#[test]
fn mails_and_mailboxes_give_what_is_attached() {
    let attached = parts(MAIL.as_bytes().to_vec());
    assert_eq!(attached[0], ("a.png".to_owned(), Ok(PICTURE.to_vec())));
    assert!(attached[1].0.ends_with(".eml"), "{attached:?}");
    assert_eq!(attached.len(), 2);
    let mailbox = format!("From a@x Mon\r\n{MAIL}\r\nFrom b@x Tue\r\n{MAIL}");
    let names: Vec<String> = parts(mailbox.into_bytes())
        .into_iter()
        .map(|p| p.0)
        .collect();
    assert_eq!(names.len(), 4);
    assert_eq!((&*names[0], &*names[2]), ("1/a.png", "2/a.png"));
    let empty = refused(b"From: a\r\nTo: b\r\nSubject: c\r\n\r\nhello\r\n".to_vec());
    assert_eq!(empty.kind, ErrorKind::NotADocument);
}

#[test]
fn messages_of_outlook_give_what_is_attached() {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    let mut stream = |path: &str, bytes: &[u8]| {
        let folder = path.rsplit_once('/').unwrap().0;
        if !folder.is_empty() {
            file.create_storage_all(folder).unwrap();
        }
        file.create_stream(path).unwrap().write_all(bytes).unwrap();
    };
    stream("/__properties_version1.0", b"x");
    stream(
        "/__attach_version1.0_#00000000/__substg1.0_37010102",
        PICTURE,
    );
    let name: Vec<u8> = "nötig.png"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    stream("/__attach_version1.0_#00000000/__substg1.0_3707001F", &name);
    let message = "/__attach_version1.0_#00000001/__substg1.0_3701000D";
    let inner = format!("{message}/__attach_version1.0_#00000000");
    stream(&format!("{inner}/__substg1.0_37010102"), b"inner");
    file.flush().unwrap();
    let bytes = file.into_inner().into_inner();
    let mut parts = parts(bytes);
    parts.sort_by(|a, b| a.0.cmp(&b.0));
    let expected = [
        ("nötig.png".to_owned(), Ok(PICTURE.to_vec())),
        ("part-2".to_owned(), Ok(b"inner".to_vec())),
    ];
    assert_eq!(parts, expected);
}

#[test]
fn other_compound_files_are_no_containers() {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream("/WordDocument")
        .unwrap()
        .write_all(b"x")
        .unwrap();
    file.flush().unwrap();
    let error = refused(file.into_inner().into_inner());
    assert_eq!(error.kind, ErrorKind::NotADocument);
}

#[test]
fn a_pdf_behind_headers_is_still_a_pdf() {
    let error = refused(b"From: scanner\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.4".to_vec());
    // It is tried as one.
    assert_eq!(error.kind, ErrorKind::Damaged);
}
