//! A report in a file appears whole or not at all, and a closed pipe is no error.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::Path;

use crate::contract::{Document, FindingKind};
use crate::program::{Folder, Run, command, extract, fixture};

const FIXTURE: &str = "notices/grid-found.pdf";

fn report_to(report: &Path, input: &Path) -> Run {
    extract(&[OsStr::new("-o"), report.as_os_str(), input.as_os_str()])
}

#[test]
fn an_older_report_is_replaced_only_by_a_whole_one() {
    let folder = Folder::new("older");
    let empty = Folder::new("empty");
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
fn what_is_in_the_way_is_said_before_reading() {
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
fn a_disk_that_fills_up_leaves_the_older_report() {
    let folder = Folder::new("full");
    std::fs::write(folder.path("report.json"), "old").expect("the folder can be written");
    // No file may grow over one block; the signal that says so is ignored, so that writing fails
    // instead.
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
fn a_full_device_is_said_in_words() {
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
fn who_closes_the_pipe_has_seen_enough() {
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

/// The findings of each document of a run with drawings into a folder.
fn drawn_into(folder: &Path, inputs: &[&Path]) -> (Run, Vec<Vec<FindingKind>>) {
    let mut args = vec![OsStr::new("--annotate"), folder.as_os_str()];
    args.extend(inputs.iter().map(|path| path.as_os_str()));
    let run = extract(&args);
    let kinds = |d: Document| d.findings.into_iter().map(|f| f.kind).collect();
    let findings = run.documents().into_iter().map(kinds).collect();
    (run, findings)
}

#[test]
fn a_name_of_any_length_ends_no_batch() {
    let folder = Folder::new("long");
    // The most that file systems take, for two files whose names begin alike.
    let names = [
        format!("{}.pdf", "n".repeat(251)),
        format!("{}a.pdf", "n".repeat(250)),
    ];
    let mut paths = vec![fixture(FIXTURE)];
    for name in &names {
        let path = folder.path(name);
        std::fs::copy(fixture(FIXTURE), &path).expect("the fixture can be copied");
        paths.push(path);
    }
    let drawn = folder.path("drawn");
    let paths: Vec<&Path> = paths.iter().map(|path| path.as_path()).collect();
    let (run, findings) = drawn_into(&drawn, &paths);
    assert_eq!(findings.len(), 3, "{}", run.err);
    let undrawn = findings
        .iter()
        .flatten()
        .filter(|f| **f == FindingKind::DrawingUnwritten);
    assert_eq!(undrawn.count(), 0);
    assert_eq!(std::fs::read_dir(&drawn).expect("it is made").count(), 3);
}

#[cfg(unix)]
#[test]
fn only_files_are_replaced_by_drawings() {
    let folder = Folder::with("in-the-way", &[FIXTURE]);
    let drawn = folder.path("drawn");
    std::fs::create_dir(&drawn).expect("the folder can be made");
    let secret = folder.path("secret");
    std::fs::write(&secret, "secret").expect("the folder can be written");
    let mut paths = Vec::new();
    for name in ["file", "folder", "link", "pipe"] {
        let path = folder.path(format!("{name}.pdf"));
        std::fs::copy(fixture(FIXTURE), &path).expect("the fixture can be copied");
        paths.push(path);
    }
    let target = |name: &str| drawn.join(format!("{name}.pdf-page1.png"));
    std::fs::write(target("file"), "old").expect("the folder can be written");
    std::fs::create_dir(target("folder")).expect("the folder can be made");
    std::os::unix::fs::symlink(&secret, target("link")).expect("the link can be made");
    let made = std::process::Command::new("mkfifo")
        .arg(target("pipe"))
        .status();
    assert!(made.expect("mkfifo is there").success());
    let paths: Vec<&Path> = paths.iter().map(|path| path.as_path()).collect();
    let (run, findings) = drawn_into(&drawn, &paths);
    let undrawn = |kinds: &Vec<FindingKind>| kinds.contains(&FindingKind::DrawingUnwritten);
    let undrawn: Vec<bool> = findings.iter().map(undrawn).collect();
    assert_eq!(
        (undrawn, run.status),
        (vec![false, true, true, true], Some(1))
    );
    assert_eq!(
        std::fs::read_to_string(&secret).expect("it is there"),
        "secret"
    );
    assert!(
        std::fs::read(target("file"))
            .expect("it is there")
            .starts_with(b"\x89PNG")
    );
}

#[cfg(unix)]
#[test]
fn a_report_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new("modes");
    let mode = |path: &Path| {
        let found = std::fs::metadata(path).expect("it is there");
        found.permissions().mode() & 0o777
    };
    let report = folder.path("report.json");
    assert_eq!(report_to(&report, &fixture(FIXTURE)).status, Some(0));
    assert_eq!(mode(&report), 0o600);
    let others = std::fs::Permissions::from_mode(0o644);
    std::fs::set_permissions(&report, others).expect("it is ours");
    assert_eq!(report_to(&report, &fixture(FIXTURE)).status, Some(0));
    assert_eq!(mode(&report), 0o644);
    let drawn = folder.path("drawn");
    drawn_into(&drawn, &[&fixture(FIXTURE)]);
    assert_eq!(mode(&drawn), 0o700);
    assert_eq!(mode(&drawn.join("grid-found.pdf-page1.png")), 0o600);
}
