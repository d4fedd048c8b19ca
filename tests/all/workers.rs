//! Reader processes that crash, hang, lie, talk without end or say too much: every file gets its
//! row, and what is read in processes is what is read without them.
#![cfg(unix)]

use std::ffi::OsStr;
use std::fs::File;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use i797::model::config::{Config, EngineChoice, Limits};
use i797::model::error::{ErrorKind, SetupError};
use i797::model::record::{AccountNumberState, DocumentRecord, Outcome, PageState};
use i797::pipeline::batch::{self, Observer, Silent, Workers};
use i797::pipeline::input;
use i797::pipeline::worker::{BUILD, Launch, Pool, Stop};

use crate::program::{Folder, Run, extract, fixture};

/// A notice with text of its own.
pub(crate) const NATIVE: &str = "notices/grid-found.pdf";
/// A notice in pixels.
pub(crate) const SCAN: &str = "notices/lockbox-found-inverted.pdf";

const HASH: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// How a worker of a build greets.
pub(crate) fn ready(build: &str) -> String {
    say(&format!(
        r#"{{"Ready":{{"build":"{build}","landlock":"None","seccomp":"None"}}}}"#
    ))
}

/// A shell command that says a frame.
pub(crate) fn say(json: &str) -> String {
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
pub(crate) const HEAR: &str = "hear() { head -c $(head -c 4 | od -An -tu4) >/dev/null; }";

fn opened(pages: u64) -> String {
    opened_as(HASH, pages)
}

fn opened_as(hash: &str, pages: u64) -> String {
    let opened = say(&format!(
        r#"{{"Opened":{{"hash":"{hash}","pages":{pages},"damage":null}}}}"#
    ));
    // One byte carries the file.
    format!("hear; head -c 1 >/dev/null; {opened}")
}

/// How the tests of workers read.
pub(crate) fn config() -> Config {
    // No test reads for a second; a busy machine may well.
    Config::default()
        .with_jobs(Some(2))
        .with_limits(Limits::default().with_page_time(Duration::from_secs(20)))
}

/// Reads files in workers.
pub(crate) fn read(
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
    let script = format!("{HEAR}; hear; {}; {script}", ready(BUILD));
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

/// Whether a process with this command line runs.
fn is_running(line: &str) -> bool {
    let found = Command::new("pgrep")
        .args(["-f", "-x", line])
        .stdout(Stdio::null())
        .status();
    found.expect("pgrep is there").success()
}

#[test]
fn a_worker_that_lies() {
    for lie in [
        say("[1, 2, 3]"),
        say("not JSON"),
        ready(BUILD),
        opened(u64::MAX),
        opened_as("no hash", 1),
        format!(
            "{}; {}",
            opened(1),
            say(
                r#"{"Page":{"record":{"page":7,"state":"read","source":null,"words":0,
                    "error":null},"readings":[]}}"#
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
fn a_worker_that_talks_without_end() {
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

/// A worker whose answers are nothing but long: each takes `LONG` bytes, most of them spaces.
const LONG: usize = 12_000_000;

#[test]
fn a_worker_that_says_too_much_of_one_document() {
    let length: String = u32::try_from(LONG)
        .expect("it is short")
        .to_le_bytes()
        .map(|b| format!("\\{b:03o}"))
        .concat();
    // The number of the page stands in the request.
    let script = format!(
        "{HEAR}; hear; {}; {}; while :; do \
         n=$(head -c $(head -c 4 | od -An -tu4) | tr -dc 0-9); [ -n \"$n\" ] || exit; \
         printf '{length}'; printf '%-{LONG}s' \"{{\\\"Page\\\":{{\\\"record\\\":{{\
         \\\"page\\\":$((n + 1)),\\\"state\\\":\\\"blank\\\",\\\"source\\\":null,\
         \\\"words\\\":0,\\\"error\\\":null}},\\\"readings\\\":[]}}}}\"; done >&0",
        ready(BUILD),
        opened(40)
    );
    let launch = Launch::command("/bin/sh", ["-c", &script]);
    let records = read(&[fixture(NATIVE)], launch, &config()).expect("the double begins well");
    let pages = &records[0].pages;
    let kept = pages.iter().filter(|page| page.state == PageState::Blank);
    let kept = kept.count();
    assert!(
        (10..30).contains(&kept),
        "{kept} pages of {LONG} bytes are kept"
    );
    let too_large = pages.iter().filter_map(|page| page.error.as_ref());
    let too_large = too_large.filter(|error| error.kind == ErrorKind::TooLarge);
    assert_eq!(kept + too_large.count(), 40, "{pages:?}");
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

#[test]
fn pages_that_are_copied_are_let_go_of_at_once() {
    let script = format!(
        "{HEAR}; hear; {}; {}; exec sleep 30",
        ready(BUILD),
        opened(1)
    );
    let pool = Pool::new(Launch::command("/bin/sh", ["-c", &script]), &config());
    let file = File::open(fixture(NATIVE)).expect("the fixture is there");
    let stop = Stop::default();
    let asker = stop.clone();
    let asking = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_secs(1));
        asker.ask();
        Instant::now()
    });
    let error = pool.extract_pages(&file, HASH, &[0], &stop);
    let asked = asking.join().expect("it only waits");
    assert!(asked.elapsed() < Duration::from_secs(2));
    assert_eq!(
        error.expect_err("no page came").kind,
        ErrorKind::Interrupted
    );
}

/// A picture of one colour that takes hundreds of megabytes when decoded.
fn large_picture(folder: &Folder) -> PathBuf {
    let path = folder.path("large.png");
    let picture = image::RgbaImage::new(12_000, 12_000);
    picture.save(&path).expect("the folder can be written");
    path
}

#[test]
fn a_worker_that_runs_out_of_memory() {
    let folder = Folder::new("memory");
    let files = [large_picture(&folder), fixture("notices/grid-found.pdf")];
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

/// The program as it is installed.
pub(crate) fn this_program() -> Launch {
    without_ocr_worker().with_ocr_worker(env!("CARGO_BIN_EXE_extract-ocr"))
}

/// The program alone.
pub(crate) fn without_ocr_worker() -> Launch {
    Launch::program(env!("CARGO_BIN_EXE_extract"))
}

#[test]
fn processes_change_no_result() {
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

/// Is interrupted as soon as the first page is done.
#[derive(Default)]
struct Interrupted(AtomicBool);

impl Observer for Interrupted {
    fn page_done(&self) {
        self.0.store(true, Ordering::SeqCst);
    }

    fn interrupted(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}

/// The records of files that shared workers read, and whether all were.
fn read_by(
    workers: &Workers,
    files: &[PathBuf],
    observer: &dyn Observer,
) -> (Vec<DocumentRecord>, bool) {
    let mut records = Vec::new();
    let mut sink = |record| {
        records.push(record);
        ControlFlow::Continue(())
    };
    let summary = workers.run(input::discover(files), observer, &mut sink);
    (records, !summary.interrupted)
}

#[test]
fn workers_outlive_batches_and_an_interruption_is_one_batch_s() {
    let workers = Workers::start(this_program(), &config()).expect("the program is a worker");
    let files = ["notices/grid-found.pdf", "notices/shared-account-first.pdf"].map(fixture);
    let expected = read(&files, this_program(), &config()).expect("the batch begins");
    let notices = [fixture("notices")];
    std::thread::scope(|scope| {
        let other = scope.spawn(|| read_by(&workers, &notices, &Interrupted::default()));
        for _ in 0..5 {
            assert_eq!(read_by(&workers, &files, &Silent), (expected.clone(), true));
        }
        let (_, is_whole) = other.join().expect("the batch ends");
        assert!(!is_whole);
    });
    assert_eq!(read_by(&workers, &files, &Silent), (expected, true));
}

#[test]
fn a_page_that_takes_too_long_is_said_so() {
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
