//! Ctrl-C: what was finished is written, and the status says that the rest is missing.
#![cfg(unix)]

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command};

use crate::contract::{Outcome, Report};
use crate::program::{Folder, command, documents, finish, fixture};

const FILES: usize = 60;

/// A folder with more scans than are read before the signal comes.
fn many() -> Folder {
    let folder = Folder::new("many");
    for index in 0..FILES {
        std::fs::copy(
            fixture("notices/biometrics-blank-account-skewed.tif"),
            folder.path(format!("{index:02}.tif")),
        )
        .expect("the fixture can be copied");
    }
    folder
}

fn interrupt(child: &Child) {
    let sent = Command::new("kill")
        .args(["-INT", &child.id().to_string()])
        .status()
        .expect("kill is there");
    assert!(sent.success());
}

#[test]
fn finished_rows_are_written() {
    let folder = many();
    let mut child = command(&[OsStr::new("-j1"), folder.root().as_os_str()])
        .spawn()
        .expect("the program starts");
    let mut out = BufReader::new(child.stdout.take().expect("standard output is a pipe"));
    let mut text = String::new();
    out.read_line(&mut text).expect("a row comes");
    interrupt(&child);
    out.read_to_string(&mut text).expect("further rows come");
    let run = finish(child);
    assert_eq!(run.status, Some(130), "{}", run.err);
    let rows = documents(&text);
    assert!(
        !rows.is_empty() && rows.len() < FILES,
        "{} rows",
        rows.len()
    );
    assert!(rows.iter().all(|row| row.outcome == Outcome::Read));
    assert!(
        rows.iter()
            .enumerate()
            .all(|(index, row)| row.path.ends_with(&format!("{index:02}.tif")))
    );
}

#[test]
fn a_report_in_a_file_says_that_it_was_interrupted() {
    let folder = many();
    let place = Folder::new("interrupted");
    let report = place.path("report.json");
    let args = [
        OsStr::new("-j1"),
        OsStr::new("-o"),
        report.as_os_str(),
        folder.root().as_os_str(),
    ];
    let child = command(&args).spawn().expect("the program starts");
    // The provisional file is made after the signals are listened to.
    while place.names().is_empty() {
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    interrupt(&child);
    let run = finish(child);
    assert_eq!(run.status, Some(130), "{}", run.err);
    let report: Report =
        serde_json::from_slice(&std::fs::read(report).expect("the report is there"))
            .expect("it is whole");
    assert!(
        report.summary.interrupted && report.documents.len() < FILES,
        "{:?}",
        report.summary
    );
    assert_eq!(place.names(), ["report.json"]);
}

#[test]
fn a_second_signal_stops_at_once_and_leaves_no_half_report() {
    // On a busy machine the documents that are begun may be finished before the second signal
    // comes; then the report is whole.
    assert!(
        (0..10).any(|_| is_stopped_at_once()),
        "the second signal never came in time"
    );
}

/// Sends two signals to a run. Returns whether the second one stopped it; what it leaves is
/// nothing, or a whole report.
fn is_stopped_at_once() -> bool {
    let folder = many();
    let place = Folder::new("stopped");
    let report = place.path("report.json");
    let args = [
        OsStr::new("-j1"),
        OsStr::new("-o"),
        report.as_os_str(),
        folder.root().as_os_str(),
    ];
    let mut child = command(&args).spawn().expect("the program starts");
    while place.names().is_empty() {
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    interrupt(&child);
    let mut err = BufReader::new(child.stderr.take().expect("standard error is a pipe"));
    let mut said = String::new();
    while !said.contains("Ctrl-C") {
        assert_ne!(
            err.read_line(&mut said)
                .expect("standard error can be read"),
            0,
            "{said}"
        );
    }
    interrupt(&child);
    let run = finish(child);
    assert_eq!(run.status, Some(130));
    let left = place.names();
    if !left.is_empty() {
        assert_eq!(left, ["report.json"]);
        let whole: Report =
            serde_json::from_slice(&std::fs::read(report).expect("the report is there"))
                .expect("it is whole");
        assert!(whole.summary.interrupted);
    }
    left.is_empty()
}
