//! What the kernel keeps workers from, what they inherit and how they end.
#![cfg(unix)]

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use i797::pipeline::worker::{Launch, Pool, Strength};

use crate::contract::Outcome as Row;
use crate::program::{Folder, command, documents, extract, finish, fixture};
use crate::workers::config;

#[test]
fn what_a_worker_must_not_do_is_refused() {
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
                probes.network_refused
                    && probes.programs_refused
                    && probes.writing_refused
                    && probes.signals_refused,
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

/// Copies of a scan.
fn scans(folder: &Folder, files: usize) {
    for index in 0..files {
        let target = folder.path(format!("{index:02}.tif"));
        std::fs::copy(
            fixture("notices/biometrics-blank-account-skewed.tif"),
            target,
        )
        .expect("the fixture can be copied");
    }
}

/// A run whose first row has come, with what it writes and that row.
type Begun = (Child, BufReader<ChildStdout>, String);

/// A folder with many scans, and a run on it whose first row has come.
fn begun(folder: &Folder, files: usize) -> Begun {
    scans(folder, files);
    first_row(command(&[OsStr::new("-j2"), folder.root().as_os_str()]))
}

/// Starts a run and waits for its first row.
fn first_row(mut command: Command) -> Begun {
    let mut child = command.spawn().expect("the program starts");
    let mut out = BufReader::new(child.stdout.take().expect("standard output is a pipe"));
    let mut row = String::new();
    out.read_line(&mut row).expect("a row comes");
    (child, out, row)
}

#[test]
fn killed_workers_cost_no_row() {
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

/// Lines of a file under `/proc` of a process that may have ended; none then.
#[cfg(target_os = "linux")]
fn lines(process: &str, file: &str) -> Vec<String> {
    let text = std::fs::read_to_string(format!("/proc/{process}/{file}")).unwrap_or_default();
    text.lines().map(str::to_owned).collect()
}

/// The workers of a run that have confined themselves.
#[cfg(target_os = "linux")]
fn confined(parent: u32) -> Vec<String> {
    let is_confined = |process: &String| {
        let status = lines(process, "status");
        status.iter().any(|line| line == "Seccomp:\t2")
    };
    children(parent).into_iter().filter(is_confined).collect()
}

#[cfg(target_os = "linux")]
#[test]
fn workers_inherit_nothing() {
    let folder = Folder::new("inherited");
    let place = Folder::new("callers");
    scans(&folder, 12);
    let secret = place.path("secret");
    std::fs::write(&secret, "of the caller").expect("the folder can be written");
    // The caller holds a descriptor that is not closed when a program is started, and is elsewhere.
    let mut shell = Command::new("/bin/sh");
    let script = "exec 9<>\"$0\"; exec \"$@\"";
    shell
        .args([OsStr::new("-c"), OsStr::new(script), secret.as_os_str()])
        .args([env!("CARGO_BIN_EXE_extract"), "-j2"])
        .arg(folder.root())
        .current_dir(place.root())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let (child, mut out, mut text) = first_row(shell);
    let workers = confined(child.id());
    assert!(!workers.is_empty(), "no worker is confined");
    for worker in &workers {
        has_nothing(worker, &folder, &secret);
    }
    out.read_to_string(&mut text).expect("further rows come");
    assert_eq!(
        (documents(&text).len(), finish(child).status),
        (12, Some(1))
    );
}

/// Looks at a worker's descriptors, working folder, variables and limits; one that has ended has
/// none.
#[cfg(target_os = "linux")]
fn has_nothing(worker: &str, documents: &Folder, secret: &Path) {
    let leads_to =
        |entry: std::io::Result<std::fs::DirEntry>| std::fs::read_link(entry.ok()?.path()).ok();
    let open = std::fs::read_dir(format!("/proc/{worker}/fd"));
    for target in open.into_iter().flatten().filter_map(leads_to) {
        assert_ne!(target, secret);
        let name = target.to_string_lossy();
        let is_own = name.starts_with("socket:")
            || name.starts_with("pipe:")
            || name == "/dev/null"
            || target.starts_with(documents.root());
        assert!(is_own, "a worker holds {name} open");
    }
    if let Ok(folder) = std::fs::read_link(format!("/proc/{worker}/cwd")) {
        assert_eq!(folder, Path::new("/"));
    }
    for line in lines(worker, "limits") {
        let held = [
            "cpu time",
            "file size",
            "core file",
            "open files",
            "address space",
        ];
        if !held.iter().any(|name| line[4..].starts_with(name)) {
            continue;
        }
        let words: Vec<&str> = line[26..].split_whitespace().collect();
        let hard: u64 = words[1]
            .parse()
            .unwrap_or_else(|_| panic!("no limit: {line}"));
        let soft: u64 = words[0]
            .parse()
            .unwrap_or_else(|_| panic!("no limit: {line}"));
        // Processor time is granted task by task below the hard limit.
        assert!(
            soft == hard || line.contains("cpu time") && soft < hard,
            "{line}"
        );
    }
}

#[test]
fn a_worker_is_nothing_to_type() {
    let run = extract(&["--i797-worker"]);
    assert_eq!((run.status, run.text()), (Some(1), ""));
    let run = Command::new(env!("CARGO_BIN_EXE_extract-ocr"))
        .stdin(Stdio::null())
        .output()
        .expect("the program starts");
    assert_eq!((run.status.code(), run.stdout.len()), (Some(2), 0));
    assert!(String::from_utf8_lossy(&run.stderr).contains("started by extract"));
}

#[test]
fn the_version_says_what_holds() {
    let run = extract(&["--version", "--verbose"]);
    assert_eq!(run.status, Some(0), "{}", run.err);
    for line in [
        "extract 0.",
        "line recognizer: weights",
        "Tesseract: available",
        "Landlock: ",
        "seccomp: ",
        "opening a socket: blocked",
        "acting through another thread: blocked",
    ] {
        assert!(run.text().contains(line), "{line} is not in {}", run.text());
    }
    assert_eq!(extract(&["-V"]).text().lines().count(), 1);
}
