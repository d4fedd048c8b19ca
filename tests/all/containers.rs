//! Documents in other files: archives, mails, attachments. Each gets a row of its own.

use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::contract::{Document, FailureKind, FindingKind, Outcome};
use crate::program::{Folder, Run, extract_in, fixture};
use crate::seen;

const FOUND: &str = "notices/grid-found.pdf";

fn notice() -> Vec<u8> {
    std::fs::read(fixture(FOUND)).expect("the fixture is there")
}

fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let options = SimpleFileOptions::default();
        writer.start_file(*name, options).expect("a file begins");
        writer.write_all(bytes).expect("it is written");
    }
    writer.finish().expect("the archive ends").into_inner()
}

fn read(name: &str, bytes: &[u8]) -> Run {
    let folder = Folder::new("container");
    std::fs::write(folder.path(name), bytes).expect("the folder can be written");
    extract_in(folder.root(), &[name])
}

fn rows(run: &Run) -> Vec<(String, Outcome, usize)> {
    let row = |d: Document| (d.path, d.outcome, d.notices.len());
    run.documents().into_iter().map(row).collect()
}

fn row(path: &str, outcome: Outcome, notices: usize) -> (String, Outcome, usize) {
    (path.to_owned(), outcome, notices)
}

#[test]
fn an_archive_in_an_archive_gives_its_notices() {
    let inner = zip(&[("deep.pdf", &notice())]);
    let files: [(&str, &[u8]); 3] = [
        ("clients/a.pdf", &notice()),
        ("inner.zip", &inner),
        ("note.txt", b"hello"),
    ];
    let run = read("out.zip", &zip(&files));
    let expected = [
        row("out.zip", Outcome::Read, 0),
        row("out.zip/clients/a.pdf", Outcome::Read, 1),
        row("out.zip/inner.zip", Outcome::Read, 0),
        row("out.zip/inner.zip/deep.pdf", Outcome::Read, 1),
        row("out.zip/note.txt", Outcome::Skipped, 0),
    ];
    assert_eq!(rows(&run), expected, "{}", run.err);
    let documents = run.documents();
    assert_eq!(documents[0].findings[0].kind, FindingKind::DocumentsInside);
    // The same notice twice is a duplicate here as anywhere.
    assert_eq!(documents[3].findings[0].kind, FindingKind::Duplicate);
}

#[test]
fn packed_archives_and_mails_give_their_notices() {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    let mut builder = tar::Builder::new(Vec::new());
    let bytes = notice();
    let mut header = tar::Header::new_ustar();
    header.set_size(bytes.len() as u64);
    header.set_mode(0o600);
    builder
        .append_data(&mut header, "a/b.pdf", &*bytes)
        .expect("a file is packed");
    let tar = builder.into_inner().expect("the archive ends");
    encoder.write_all(&tar).expect("it is packed");
    let packed = encoder.finish().expect("it ends");
    assert_eq!(
        rows(&read("out.tar.gz", &packed))[1],
        row("out.tar.gz/a/b.pdf", Outcome::Read, 1)
    );
    use base64::Engine;
    let encoded = base64::engine::general_purpose::STANDARD.encode(&bytes);
    let lines: Vec<&str> = (0..encoded.len())
        .step_by(76)
        .map(|at| &encoded[at..encoded.len().min(at + 76)])
        .collect();
    let mail = format!(
        "From: client@example.org\r\nSubject: notice\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\n\
         see below\r\n--x\r\nContent-Type: application/pdf; name=\"notice.pdf\"\r\n\
         Content-Transfer-Encoding: base64\r\n\r\n{}\r\n--x--\r\n",
        lines.join("\r\n")
    );
    let run = read("mail.eml", mail.as_bytes());
    assert_eq!(
        rows(&run),
        [
            row("mail.eml", Outcome::Read, 0),
            row("mail.eml/notice.pdf", Outcome::Read, 1)
        ]
    );
    assert_eq!(run.status, Some(0));
}

#[test]
fn two_pdfs_in_one_file_give_both() {
    let other = std::fs::read(fixture("notices/lockbox-found.pdf")).expect("a fixture");
    let glued = [&notice()[..], b"\r\n", &other].concat();
    let run = read("glued.pdf", &glued);
    let documents = run.documents();
    let receipts: Vec<&str> = documents
        .iter()
        .map(|d| &*d.notices[0].identifiers[0].value)
        .collect();
    assert_eq!(documents.len(), 2, "{}", run.err);
    assert_eq!(documents[1].path, "glued.pdf/before.pdf");
    assert_ne!(receipts[0], receipts[1]);
}

#[test]
fn containers_without_documents_are_skipped_and_say_what_they_are() {
    let office: [(&str, &[u8]); 2] = [("[Content_Types].xml", b"<x/>"), ("word/a.xml", b"<x/>")];
    let mail = b"From: a@b\r\nTo: c@d\r\nSubject: e\r\n\r\nhello\r\n";
    for (name, bytes, said) in [
        ("a.docx", zip(&office), "office document"),
        ("a.eml", mail.to_vec(), "a mail"),
    ] {
        let documents = read(name, &bytes).documents();
        let [document] = &documents[..] else {
            panic!("{documents:?}")
        };
        assert_eq!(document.outcome, Outcome::Skipped, "{name}");
        let error = document.error.as_ref().expect("why");
        assert!(error.message.contains(said), "{}", error.message);
    }
}

/// What is named like a document and is none has failed: somebody took it for one.
#[test]
fn archives_that_pretend_to_be_documents_have_failed() {
    let office: [(&str, &[u8]); 1] = [("[Content_Types].xml", b"<x/>")];
    for (name, bytes) in [
        ("empty.pdf", zip(&[])),
        ("text.pdf", zip(&[("a.txt", b"text")])),
        ("office.PDF", zip(&office)),
        (
            "mail.jpg",
            b"From: a@b\r\nTo: c@d\r\nSubject: e\r\n\r\nhello\r\n".to_vec(),
        ),
    ] {
        let documents = read(name, &bytes).documents();
        assert_eq!(documents[0].outcome, Outcome::Failed, "{name}");
        let error = documents[0].error.as_ref().expect("why");
        assert!(error.message.starts_with("named "), "{}", error.message);
    }
}

#[test]
fn bombs_and_loops_end_in_rows() {
    // Each layer holds the one before it, deeper than is looked into.
    let mut layer = zip(&[("core.pdf", &notice())]);
    for _ in 0..6 {
        layer = zip(&[("layer.zip", &layer)]);
    }
    let run = read("loop.zip", &layer);
    let last = run.documents().pop().expect("there are rows");
    assert_eq!(last.outcome, Outcome::Failed);
    assert!(
        last.path.ends_with("layer.zip/layer.zip/layer.zip"),
        "{}",
        last.path
    );
    let folder = Folder::new("bomb");
    let zeros = vec![0; 40 << 20];
    std::fs::write(
        folder.path("bomb.zip"),
        zip(&[("a.pdf", &zeros), ("b.pdf", &notice())]),
    )
    .expect("the folder can be written");
    let run = extract_in(folder.root(), &["--max-file", "1", "bomb.zip"]);
    let documents = run.documents();
    let kinds: Vec<Option<FailureKind>> = documents
        .iter()
        .map(|d| d.error.as_ref().map(|error| error.kind))
        .collect();
    assert_eq!(kinds, [None, Some(FailureKind::TooLarge), None]);
    assert_eq!(documents[2].notices.len(), 1);
}

#[test]
fn in_process_and_in_workers_containers_read_the_same() {
    let folder = Folder::new("same");
    let archive = zip(&[("a.pdf", &notice()), ("b.txt", b"x")]);
    std::fs::write(folder.path("out.zip"), archive).expect("the folder can be written");
    let mut records = Vec::new();
    let config = i797::Config::default();
    let batch = i797::Batch::new(config).path(folder.path("out.zip"));
    batch.run(|record| records.push(record)).expect("it begins");
    let run = extract_in(folder.root(), &[&*folder.path("out.zip").to_string_lossy()]);
    let lines: Vec<i797::DocumentRecord> = run
        .text()
        .lines()
        .take(3)
        .map(|line| serde_json::from_str(line).expect("a record"))
        .collect();
    assert_eq!(records, lines);
    assert!(Path::new(&records[1].path).ends_with("out.zip/a.pdf"));
}

#[test]
fn a_list_of_attached_files_goes_on_behind_one_that_is_missing() {
    let inner = String::from_utf8(seen::notice(&seen::Extra::default())).expect("it is text");
    let file = format!(
        "<</Type/EmbeddedFile/Length {}>>\nstream\n{inner}\nendstream",
        inner.len()
    );
    let specification = "<</Type/Filespec/F(b.pdf)/EF<</F 13 0 R>>>>".to_owned();
    for tree in [
        "<</Names[(a)99 0 R(b)12 0 R]>>",
        "<</Kids[99 0 R<</Names[(b)12 0 R]>>]>>",
    ] {
        let portfolio = seen::notice(&seen::Extra {
            catalog: "/Names<</EmbeddedFiles 11 0 R>>".to_owned(),
            objects: vec![tree.to_owned(), specification.clone(), file.clone()],
            ..seen::Extra::default()
        });
        let found = rows(&read("portfolio.pdf", &portfolio));
        let has = |end: &str, outcome| {
            let mut rows = found.iter();
            rows.any(|(path, found, _)| path.ends_with(end) && *found == outcome)
        };
        assert!(has("/b.pdf", Outcome::Read), "{tree}: {found:?}");
        assert!(has("/part-1", Outcome::Failed), "{tree}: {found:?}");
    }
}

#[test]
fn a_pdf_in_a_message_that_is_damaged_is_not_all_of_it() {
    let mut message = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    message.resize(1024, 0);
    message.extend(notice());
    let found = rows(&read("damaged.msg", &message));
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((found[0].1, found[0].2), (Outcome::Partly, 1), "{found:?}");
}
