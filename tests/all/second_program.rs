//! The program with Tesseract beside the one without: started when pixels have to be read, and
//! missed in words when it is not there.
#![cfg(unix)]

use std::ffi::OsStr;
use std::ops::ControlFlow;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;

use i797::model::config::{Config, EngineChoice, OcrMode};
use i797::model::record::{AccountNumberState, DocumentRecord, Outcome};
use i797::pipeline::batch::{self, Observer};
use i797::pipeline::input;

use crate::contract::Outcome as Row;
use crate::program::{documents, fixture};
use crate::workers::{
    HEAR, NATIVE, SCAN, config, read, ready, say, this_program, without_ocr_worker,
};

/// Keeps what a batch tells of trouble.
#[derive(Default)]
struct Listener(Mutex<Vec<String>>);

impl Observer for Listener {
    fn trouble(&self, message: &str) {
        self.0
            .lock()
            .expect("nothing panics with it")
            .push(message.to_owned());
    }
}

/// What becomes of a file, and what is told, when the program with Tesseract is missing.
fn read_without_tesseract(file: &str, config: &Config) -> (DocumentRecord, Vec<String>) {
    let listener = Listener::default();
    let mut records = Vec::new();
    let mut sink = |record| {
        records.push(record);
        ControlFlow::Continue(())
    };
    let launch = without_ocr_worker().with_ocr_worker("/nowhere/extract-ocr");
    let inputs = input::discover(&[fixture(file), fixture(file)]);
    batch::run_isolated(inputs, config, launch, &listener, &mut sink).expect("the batch begins");
    (
        records.remove(0),
        listener.0.into_inner().expect("nothing panics with it"),
    )
}

#[test]
fn only_pixels_want_the_program_with_tesseract() {
    let (record, told) = read_without_tesseract(NATIVE, &config());
    assert_eq!(
        (record.notices[0].account_number, told.len()),
        (AccountNumberState::Found, 0),
        "{told:?}"
    );
    let own = config().with_engine(EngineChoice::Builtin);
    let (by_own, told) = read_without_tesseract(SCAN, &own);
    assert_eq!((by_own.outcome, told.len()), (Outcome::Read, 0), "{told:?}");
    let (record, told) = read_without_tesseract(SCAN, &config());
    assert_eq!((record, told.len()), (by_own, 1), "{told:?}");
    for words in ["/nowhere/extract-ocr", "is not there", "install", "review"] {
        assert!(told[0].contains(words), "{words} is not in {}", told[0]);
    }
    let alone = config().with_engine(EngineChoice::Tesseract);
    let (record, told) = read_without_tesseract(SCAN, &alone);
    assert_eq!(
        (record.outcome, told.len()),
        (Outcome::Failed, 1),
        "{told:?}"
    );
    assert!(
        record
            .error
            .expect("the record says why")
            .message
            .contains("Tesseract")
    );
    let (record, told) = read_without_tesseract(SCAN, &config().with_ocr(OcrMode::Never));
    assert_eq!(
        (record.outcome, told.len()),
        (Outcome::Failed, 0),
        "{told:?}"
    );
}

/// What names Tesseract's library is loaded with it, which takes longer than reading a page of
/// text.
#[cfg(all(target_os = "linux", target_arch = "x86_64"))]
#[test]
fn only_the_reader_of_pictures_loads_tesseract() {
    let loads = |program: &str| {
        let bytes = std::fs::read(program).expect("the program can be read");
        bytes.windows(14).any(|name| name == b"libtesseract.s")
    };
    assert!(loads(env!("CARGO_BIN_EXE_extract-ocr")));
    assert!(
        !loads(env!("CARGO_BIN_EXE_extract")),
        "something that main calls names Tesseract"
    );
}

#[test]
fn a_scan_is_read_by_the_program_with_tesseract() {
    let config = config().with_engine(EngineChoice::Tesseract);
    let files = [NATIVE, SCAN, NATIVE].map(fixture);
    let records = read(&files, this_program(), &config).expect("the batch begins");
    let found = records.iter().filter(|r| {
        r.outcome == Outcome::Read && r.notices.iter().any(|n| !n.identifiers.is_empty())
    });
    assert_eq!(found.count(), records.len(), "{records:?}");
}

/// The program alone in a folder of this name.
fn lone_program(name: &str) -> PathBuf {
    let folder = format!("{name}-{}", std::process::id());
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(folder);
    std::fs::create_dir_all(&folder).expect("the folder for tests can be written");
    let program = folder.join("extract");
    // A link, for a copy that another test's process still holds open cannot be started.
    std::fs::hard_link(env!("CARGO_BIN_EXE_extract"), &program)
        .expect("the folder for tests takes links");
    program
}

/// What a program reports, and what it says on standard error.
fn run(program: &Path, args: &[&OsStr]) -> (String, String) {
    let out = Command::new(program)
        .args(args)
        .stdin(Stdio::null())
        .output()
        .expect("the program starts");
    (
        String::from_utf8(out.stdout).expect("reports are UTF-8"),
        String::from_utf8_lossy(&out.stderr).into_owned(),
    )
}

/// A scan is read twice by the program in this folder, which says once what it misses.
fn reads_scans_but_says(program: &Path, what: &str) {
    let (report, said) = run(
        program,
        &[fixture(SCAN).as_os_str(), fixture(SCAN).as_os_str()],
    );
    assert!(
        documents(&report)
            .iter()
            .all(|row| row.outcome == Row::Read),
        "{report}"
    );
    let sentence = format!("extract-ocr, the part that runs Tesseract, {what}");
    assert_eq!(said.matches(&sentence).count(), 1, "{said}");
}

#[test]
fn a_program_installed_alone_says_so_once_and_reads_on() {
    let program = lone_program("alone");
    let (report, said) = run(&program, &[fixture(NATIVE).as_os_str()]);
    assert_eq!(
        (documents(&report)[0].outcome, said.contains("extract-ocr")),
        (Row::Read, false),
        "{said}"
    );
    reads_scans_but_says(&program, "is not there");
    let (version, _) = run(&program, &["--version", "--verbose"].map(OsStr::new));
    assert!(
        version.contains("extract-ocr is missing") && version.contains("seccomp: "),
        "{version}"
    );
    std::fs::remove_dir_all(program.parent().expect("it lies in a folder"))
        .expect("the folder is ours");
}

#[test]
fn a_reader_of_another_version_beside_it_is_not_believed() {
    let program = lone_program("updated");
    let reader = program.with_file_name("extract-ocr");
    for greeting in [
        ready("0.0.9"),
        say(r#"{"Ready":{"landlock":"None","seccomp":"None"}}"#),
    ] {
        let script = format!("#!/bin/sh\n{HEAR}; hear; {greeting}; hear\n");
        std::fs::write(&reader, script).expect("the folder is ours");
        let executable = std::fs::Permissions::from_mode(0o755);
        std::fs::set_permissions(&reader, executable).expect("the file is ours");
        reads_scans_but_says(&program, "is of another version");
    }
    std::fs::remove_dir_all(program.parent().expect("it lies in a folder"))
        .expect("the folder is ours");
}
