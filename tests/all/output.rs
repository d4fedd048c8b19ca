//! A report file is complete or absent, and a closed pipe is not an error.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::Path;

use crate::program::{Folder, command, extract, fixture};

const FIXTURE: &str = "notices/grid-found.pdf";

fn report_to(report: &Path, input: &Path) -> crate::program::Run {
    extract(&[OsStr::new("-o"), report.as_os_str(), input.as_os_str()])
}

#[test]
fn an_older_report_is_replaced_only_by_a_complete_one() {
    let (folder, empty) = (Folder::new("older"), Folder::new("empty"));
    let report = folder.path("report.json");
    std::fs::write(&report, "old").expect("the folder can be written");
    assert_eq!(report_to(&report, empty.root()).status, Some(2));
    assert_eq!(
        std::fs::read_to_string(&report).expect("the report is there"),
        "old"
    );
    assert_eq!(report_to(&report, &fixture(FIXTURE)).status, Some(0));
    assert!(
        std::fs::read_to_string(&report)
            .expect("the report is there")
            .ends_with("}\n")
    );
    assert_eq!(folder.names(), ["report.json"]);
}

#[test]
fn an_unwritable_output_is_reported_before_reading() {
    let folder = Folder::new("way");
    std::fs::write(folder.path("file"), "").expect("the folder can be written");
    std::fs::create_dir(folder.path("folder.csv")).expect("the folder can be written");
    for name in ["no/report.csv", "file/report.csv", "folder.csv"] {
        let run = report_to(&folder.path(name), &fixture(FIXTURE));
        assert_eq!(run.status, Some(2), "{name}");
        assert_eq!(run.err.lines().count(), 1, "{name}: {}", run.err);
    }
    assert_eq!(folder.names(), ["file", "folder.csv"]);
}

#[cfg(unix)]
#[test]
fn a_full_disk_keeps_the_older_report() {
    let folder = Folder::new("full");
    std::fs::write(folder.path("report.json"), "old").expect("the folder can be written");
    // Limit files to one block, and ignore the signal so that writing fails instead.
    let script = "trap '' XFSZ; ulimit -f 1; exec \"$0\" -o report.json \"$@\"";
    let mut shell = std::process::Command::new("sh");
    shell
        .args(["-c", script, env!("CARGO_BIN_EXE_extract")])
        .args([fixture(FIXTURE), fixture("notices/family-found.pdf")]);
    let output = shell
        .current_dir(folder.root())
        .output()
        .expect("a shell is there");
    let err = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{err}");
    assert!(err.contains("cannot write report.json"), "{err}");
    assert_eq!(
        std::fs::read_to_string(folder.path("report.json")).expect("the report is there"),
        "old"
    );
    assert_eq!(folder.names(), ["report.json"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_device_has_a_clear_message() {
    let run = extract(&[
        OsStr::new("--format"),
        OsStr::new("json"),
        OsStr::new("-o"),
        OsStr::new("/dev/full"),
        fixture(FIXTURE).as_os_str(),
    ]);
    assert_eq!(run.status, Some(2));
    assert!(run.err.contains("the disk is full"), "{}", run.err);
}

#[test]
fn a_closed_pipe_is_not_an_error() {
    let folder = Folder::new("pipe");
    for index in 0..60 {
        std::fs::copy(fixture(FIXTURE), folder.path(format!("{index:02}.pdf")))
            .expect("the fixture can be copied");
    }
    for format in ["jsonl", "csv", "text", "json"] {
        let args = [
            OsStr::new("--format"),
            OsStr::new(format),
            folder.root().as_os_str(),
        ];
        let mut child = command(&args).spawn().expect("the program starts");
        let mut out = BufReader::new(child.stdout.take().expect("standard output is a pipe"));
        let mut line = String::new();
        out.read_line(&mut line).expect("a line comes");
        drop(out);
        let run = crate::program::finish(child);
        assert!(!line.is_empty());
        assert_eq!((run.status, run.err.as_str()), (Some(0), ""), "{format}");
    }
}
