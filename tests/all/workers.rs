//! Workers that crash, hang, violate the protocol or are killed, and a parent that is killed: every
//! file gets a record, there are no orphans, and workers give the same results as in-process reading.
#![cfg(unix)]

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Read};
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use i797::model::config::{Config, EngineChoice, Limits, OcrMode};
use i797::model::error::{ErrorKind, SetupError};
use i797::model::record::{AccountNumberState, DocumentRecord, Outcome, PageState};
use i797::pipeline::batch::{self, Observer, Silent};
use i797::pipeline::input;
use i797::pipeline::worker::{Launch, Pool, Strength};

use crate::contract::Outcome as Row;
use crate::program::{Folder, Run, command, documents, extract, finish, fixture};

const READY: &str = r#"{"Ready":{"landlock":"None","seccomp":"None"}}"#;

/// A shell command that says a frame.
fn say(json: &str) -> String {
    let length = u32::try_from(json.len())
        .expect("a short message")
        .to_le_bytes();
    let bytes: String = length
        .iter()
        .chain(json.as_bytes())
        .map(|b| format!("\\{b:03o}"))
        .collect();
    format!("printf '{bytes}' >&0")
}

/// The shell function `hear` takes one request from standard input.
const HEAR: &str = "hear() { head -c $(head -c 4 | od -An -tu4) >/dev/null; }";

fn opened(pages: u64) -> String {
    let opened = say(&format!(
        r#"{{"Opened":{{"hash":"00","pages":{pages},"damage":null}}}}"#
    ));
    // One byte carries the file.
    format!("hear; head -c 1 >/dev/null; {opened}")
}

fn config() -> Config {
    // No test reads for a second; a busy machine may well.
    Config::default()
        .with_jobs(Some(2))
        .with_limits(Limits::default().with_page_time(Duration::from_secs(20)))
}

fn read(
    paths: &[PathBuf],
    launch: Launch,
    config: &Config,
) -> Result<Vec<DocumentRecord>, SetupError> {
    let mut records = Vec::new();
    let mut sink = |record| {
        records.push(record);
        ControlFlow::Continue(())
    };
    batch::run_isolated(input::discover(paths), config, launch, &Silent, &mut sink)?;
    Ok(records)
}

/// What becomes of two files when the workers are a shell script that begins as a worker does.
fn with_script(script: &str, config: &Config) -> Vec<DocumentRecord> {
    let script = format!("{HEAR}; hear; {}; {script}", say(READY));
    let files = [
        fixture("notices/grid-found.pdf"),
        fixture("broken/truncated.pdf"),
    ];
    let records = read(&files, Launch::command("/bin/sh", ["-c", &script]), config)
        .expect("the double begins well");
    assert_eq!(records.len(), 2, "{records:?}");
    records
}

fn all_failed_with(records: &[DocumentRecord], kind: ErrorKind) {
    for record in records {
        let error = record.error.as_ref().expect("the record says why");
        assert_eq!(
            (record.outcome, error.kind),
            (Outcome::Failed, kind),
            "{record:?}"
        );
        assert!(
            !error.message.is_empty() && !error.advice.is_empty(),
            "{error:?}"
        );
        assert!(record.notices.is_empty(), "{record:?}");
    }
}

#[test]
fn a_worker_that_crashes() {
    all_failed_with(&with_script("kill -SEGV $$", &config()), ErrorKind::Damaged);
    all_failed_with(&with_script("exit 0", &config()), ErrorKind::Damaged);
    all_failed_with(
        &with_script(
            "hear; echo memory allocation of 9 bytes failed >&2; kill -ABRT $$",
            &config(),
        ),
        ErrorKind::TooLarge,
    );
}

#[test]
fn a_worker_that_crashes_on_a_page() {
    let records = with_script(&format!("{}; hear; kill -SEGV $$", opened(3)), &config());
    all_failed_with(&records, ErrorKind::Damaged);
    for record in &records {
        assert_eq!((record.page_count, record.pages.len()), (3, 3));
        assert!(
            record
                .pages
                .iter()
                .all(|page| page.state == PageState::Failed && page.error.is_some()),
            "{record:?}"
        );
    }
}

#[test]
fn a_worker_that_hangs() {
    let begun = Instant::now();
    let config = config().with_limits(Limits::default().with_page_time(Duration::from_millis(200)));
    all_failed_with(
        &with_script("exec sleep 86397", &config),
        ErrorKind::TimedOut,
    );
    assert!(begun.elapsed() < Duration::from_secs(60));
    assert!(!is_running("sleep 86397"), "a worker runs on");
}

#[test]
fn a_worker_that_violates_the_protocol() {
    for lie in [
        say("[1, 2, 3]"),
        say("not JSON"),
        say(READY),
        opened(u64::MAX),
        format!(
            "{}; {}",
            opened(1),
            say(
                r#"{"Page":{"record":{"page":7,"state":"read","source":null,"words":0,"error":null},"readings":[]}}"#
            )
        ),
        format!(
            "{}; {}",
            opened(1),
            say(r#"{"Page":{"record":{"page":0,"state":"read"},"readings":[]}}"#)
        ),
        "printf '\\377\\377\\377\\177{}' >&0".to_owned(),
    ] {
        all_failed_with(
            &with_script(&format!("{lie}; exec sleep 20"), &config()),
            ErrorKind::Damaged,
        );
    }
}

#[test]
fn a_worker_that_never_stops_sending() {
    all_failed_with(
        &with_script("cat /dev/zero >&0", &config()),
        ErrorKind::Damaged,
    );
    let config = config().with_limits(Limits::default().with_page_time(Duration::from_millis(500)));
    all_failed_with(
        &with_script("cat /dev/zero >&2", &config),
        ErrorKind::TimedOut,
    );
}

#[test]
fn workers_that_cannot_be_started_are_an_error_of_the_run() {
    let files = [fixture("notices/grid-found.pdf")];
    for launch in [
        Launch::program("/nowhere/extract"),
        Launch::command("/bin/sh", ["-c", "exit 1"]),
    ] {
        assert!(matches!(
            read(&files, launch, &config()),
            Err(SetupError::Engine(_))
        ));
    }
}

/// A single-color image that takes hundreds of megabytes when decoded.
fn large_image(folder: &Folder) -> PathBuf {
    let path = folder.path("large.png");
    let image = image::RgbaImage::new(12_000, 12_000);
    image.save(&path).expect("the folder can be written");
    path
}

#[test]
fn a_worker_that_runs_out_of_memory() {
    let folder = Folder::new("memory");
    let files = [large_image(&folder), fixture("notices/grid-found.pdf")];
    let config = config().with_limits(config().limits.with_memory(512 << 20));
    let records = read(&files, this_program(), &config).expect("the batch begins");
    assert_eq!(
        records[0].error.as_ref().map(|e| e.kind),
        Some(ErrorKind::TooLarge),
        "{:?}",
        records[0]
    );
    assert_eq!(
        records[1].notices[0].account_number,
        AccountNumberState::Found
    );
}

fn this_program() -> Launch {
    without_picture_reader().with_picture_reader(env!("CARGO_BIN_EXE_extract-ocr"))
}

fn without_picture_reader() -> Launch {
    Launch::program(env!("CARGO_BIN_EXE_extract"))
}

#[test]
fn workers_give_the_same_results() {
    let files = [
        "notices/grid-found.pdf",
        "notices/lockbox-found-inverted.pdf",
        "broken",
    ]
    .map(fixture);
    let config = config()
        .with_engine(EngineChoice::Builtin)
        .with_explain(true);
    let mut in_process = Vec::new();
    let mut sink = |record| {
        in_process.push(record);
        ControlFlow::Continue(())
    };
    batch::run(input::discover(&files), &config, &Silent, &mut sink).expect("the batch begins");
    for (isolated, here) in read(&files, this_program(), &config)
        .expect("the batch begins")
        .iter()
        .zip(&in_process)
    {
        assert_eq!(isolated, here);
    }
}

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
    let (listener, mut records) = (Listener::default(), Vec::new());
    let mut sink = |record| {
        records.push(record);
        ControlFlow::Continue(())
    };
    let launch = without_picture_reader().with_picture_reader("/nowhere/extract-ocr");
    let inputs = input::discover(&[fixture(file), fixture(file)]);
    batch::run_isolated(inputs, config, launch, &listener, &mut sink).expect("the batch begins");
    (
        records.remove(0),
        listener.0.into_inner().expect("nothing panics with it"),
    )
}

const NATIVE: &str = "notices/grid-found.pdf";
const SCAN: &str = "notices/lockbox-found-inverted.pdf";

#[test]
fn only_scans_start_the_worker_with_tesseract() {
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

/// Loading Tesseract takes longer than reading a page of text, so `extract` must not link it.
#[cfg(all(target_os = "linux", target_arch = "x86_64"))]
#[test]
fn only_extract_ocr_links_tesseract() {
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
fn a_scan_is_read_by_extract_ocr() {
    let config = config().with_engine(EngineChoice::Tesseract);
    let files = [NATIVE, SCAN, NATIVE].map(fixture);
    let records = read(&files, this_program(), &config).expect("the batch begins");
    let found = records.iter().filter(|r| {
        r.outcome == Outcome::Read && r.notices.iter().any(|n| !n.identifiers.is_empty())
    });
    assert_eq!(found.count(), records.len(), "{records:?}");
}

/// The program alone in a folder.
fn lone_program() -> PathBuf {
    let folder =
        PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("lone-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("the folder for tests can be written");
    let program = folder.join("extract");
    // A link, for a copy that another test's process still holds open cannot be started.
    std::fs::hard_link(env!("CARGO_BIN_EXE_extract"), &program)
        .expect("the folder for tests takes links");
    program
}

#[test]
fn a_missing_extract_ocr_is_reported_once() {
    let program = lone_program();
    let run = |args: &[&OsStr]| {
        let out = Command::new(&program)
            .args(args)
            .stdin(Stdio::null())
            .output()
            .expect("the program starts");
        (
            String::from_utf8(out.stdout).expect("reports are UTF-8"),
            String::from_utf8_lossy(&out.stderr).into_owned(),
        )
    };
    let (report, said) = run(&[fixture(NATIVE).as_os_str()]);
    assert_eq!(
        (documents(&report)[0].outcome, said.contains("extract-ocr")),
        (Row::Read, false),
        "{said}"
    );
    let (report, said) = run(&[fixture(SCAN).as_os_str(), fixture(SCAN).as_os_str()]);
    assert!(
        documents(&report)
            .iter()
            .all(|row| row.outcome == Row::Read),
        "{report}"
    );
    assert_eq!(
        said.matches("extract-ocr, the part that runs Tesseract, is not there")
            .count(),
        1,
        "{said}"
    );
    let (version, _) = run(&["--version", "--verbose"].map(OsStr::new));
    assert!(
        version.contains("extract-ocr is missing") && version.contains("seccomp: "),
        "{version}"
    );
    std::fs::remove_dir_all(program.parent().expect("it lies in a folder"))
        .expect("the folder is ours");
}

#[test]
fn the_sandbox_blocks_workers() {
    for program in [
        env!("CARGO_BIN_EXE_extract"),
        env!("CARGO_BIN_EXE_extract-ocr"),
    ] {
        let pool = Pool::new(Launch::program(program), &config());
        let confinement = pool.check().expect("a worker starts");
        let (probes, threads) = pool.probe().expect("a worker answers");
        if let Some((confined, all)) = threads {
            assert!(
                all > 1 && confined == all,
                "{confined} of {all} threads are confined"
            );
        }
        // A kernel without these is said to be without them.
        if confinement.seccomp == Strength::Full {
            assert!(
                probes.network_refused && probes.programs_refused && probes.writing_refused,
                "{probes:?}"
            );
        }
        if confinement.landlock == Strength::Full {
            assert!(
                probes.reading_refused && probes.writing_refused,
                "{probes:?}"
            );
        }
        if cfg!(target_os = "linux") {
            assert_eq!(
                confinement.seccomp,
                Strength::Full,
                "no kernel that is still looked after lacks it"
            );
        }
        assert_eq!(probes.engine_trouble, None);
    }
}

/// Whether a process with this command line runs.
fn is_running(line: &str) -> bool {
    let found = Command::new("pgrep")
        .args(["-f", "-x", line])
        .stdout(Stdio::null())
        .status();
    found.expect("pgrep is there").success()
}

/// The processes that a process started.
fn children(parent: u32) -> Vec<String> {
    let listed = Command::new("pgrep")
        .args(["-P", &parent.to_string()])
        .output()
        .expect("pgrep is there");
    String::from_utf8_lossy(&listed.stdout)
        .lines()
        .map(str::to_owned)
        .collect()
}

fn signal(name: &str, processes: &[String]) {
    // One that has ended by itself meanwhile is no failure.
    let _ = Command::new("kill")
        .arg(name)
        .args(processes)
        .stderr(Stdio::null())
        .status()
        .expect("kill is there");
}

/// A folder with many scans, and a run on it whose first row has come.
fn begun(
    folder: &Folder,
    files: usize,
) -> (
    std::process::Child,
    BufReader<std::process::ChildStdout>,
    String,
) {
    for index in 0..files {
        let target = folder.path(format!("{index:02}.tif"));
        std::fs::copy(
            fixture("notices/biometrics-blank-account-skewed.tif"),
            target,
        )
        .expect("the fixture can be copied");
    }
    let mut child = command(&[OsStr::new("-j2"), folder.root().as_os_str()])
        .spawn()
        .expect("the program starts");
    let mut out = BufReader::new(child.stdout.take().expect("standard output is a pipe"));
    let mut row = String::new();
    out.read_line(&mut row).expect("a row comes");
    (child, out, row)
}

#[test]
fn killed_workers_lose_no_record() {
    let folder = Folder::new("killed-workers");
    let files = 12;
    let (child, mut out, mut text) = begun(&folder, files);
    for _ in 0..3 {
        signal("-KILL", &children(child.id()));
        std::thread::sleep(Duration::from_millis(50));
    }
    out.read_to_string(&mut text).expect("further rows come");
    let run = finish(child);
    let rows = documents(&text);
    assert_eq!((rows.len(), run.status), (files, Some(1)), "{}", run.err);
    assert!(
        rows.iter()
            .all(|row| matches!(row.outcome, Row::Read | Row::Failed)),
        "{rows:?}"
    );
    assert!(
        rows.iter().filter(|row| row.outcome == Row::Read).count() >= files / 2,
        "{rows:?}"
    );
}

#[test]
fn workers_die_with_their_parent() {
    let folder = Folder::new("killed-parent");
    let (child, _out, _) = begun(&folder, 12);
    let workers = children(child.id());
    assert!(!workers.is_empty());
    signal("-KILL", &[child.id().to_string()]);
    assert_eq!(finish(child).status, None);
    let begun = Instant::now();
    while workers.iter().any(|pid| is_alive(pid)) {
        assert!(begun.elapsed() < Duration::from_secs(20), "workers run on");
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn is_alive(pid: &str) -> bool {
    Command::new("kill")
        .args(["-0", pid])
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

#[test]
fn a_page_over_the_time_limit_is_reported() {
    let run: Run = extract(&[
        OsStr::new("--timeout"),
        OsStr::new("0.001"),
        fixture("notices/lockbox-found-inverted.pdf").as_os_str(),
    ]);
    let rows = run.documents();
    let error = rows[0].error.as_ref().expect("the row says why");
    assert!(
        error.message.contains("longer than 0.001 s") && error.advice.contains("limit"),
        "{error:?}"
    );
}

#[test]
fn workers_refuse_to_run_on_their_own() {
    let run = extract(&["--i797-worker"]);
    assert_eq!((run.status, run.text()), (Some(1), ""));
    let run = Command::new(env!("CARGO_BIN_EXE_extract-ocr"))
        .stdin(Stdio::null())
        .output()
        .expect("the program starts");
    assert_eq!((run.status.code(), run.stdout.len()), (Some(2), 0));
    assert!(String::from_utf8_lossy(&run.stderr).contains("do not run it directly"));
}

#[test]
fn version_verbose_tests_the_sandbox() {
    let run = extract(&["--version", "--verbose"]);
    assert_eq!(run.status, Some(0), "{}", run.err);
    for line in [
        "extract 0.",
        "line recognizer: weights",
        "Tesseract: available",
        "Landlock: ",
        "seccomp: ",
        "sandbox: opening a socket: ",
    ] {
        assert!(run.text().contains(line), "{line} is not in {}", run.text());
    }
    assert_eq!(extract(&["-V"]).text().lines().count(), 1);
}
