//! Ctrl-C and SIGTERM: the run ends at once, what was finished is written, and the status and the
//! report say that the rest is missing.
#![cfg(unix)]

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use crate::contract::{FailureKind, FindingKind, Outcome, Report};
use crate::program::{Folder, command, documents, extract, finish, fixture};

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
    let dropped = |row: &crate::contract::Document| {
        let error = row.error.as_ref();
        error.is_some_and(|error| error.kind == FailureKind::Interrupted) && row.notices.is_empty()
    };
    let read = rows.iter().filter(|row| row.outcome == Outcome::Read);
    assert!(read.count() >= 1);
    assert!(
        rows.iter()
            .all(|row| row.outcome == Outcome::Read || dropped(row))
    );
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
    assert_eq!(place.names(), ["report.partial.json"]);
    let report: Report = serde_json::from_slice(
        &std::fs::read(place.path("report.partial.json")).expect("the report is there"),
    )
    .expect("it is whole JSON");
    assert!(
        report.summary.interrupted && report.documents.len() < FILES,
        "{:?}",
        report.summary
    );
    let kinds = report.findings.iter().map(|finding| finding.kind);
    assert!(
        kinds
            .into_iter()
            .any(|kind| kind == FindingKind::ReportPartial)
    );
}

/// A scan of many pages, each of which takes a while: one picture, drawn on all of them.
fn long_scan(path: &Path, pages: usize) {
    let picture = std::fs::read(fixture("notices/grid-found-photo.jpg")).expect("a fixture");
    let size = image::image_dimensions(fixture("notices/grid-found-photo.jpg")).expect("a size");
    let mut pdf = b"%PDF-1.4\n".to_vec();
    let mut offsets = Vec::new();
    let mut object = |pdf: &mut Vec<u8>, body: &[u8]| {
        offsets.push(pdf.len());
        pdf.extend(format!("{} 0 obj\n", offsets.len()).bytes());
        pdf.extend(body);
        pdf.extend(b"\nendobj\n");
    };
    object(&mut pdf, b"<</Type/Catalog/Pages 2 0 R>>");
    let kids: Vec<String> = (0..pages).map(|n| format!("{} 0 R", n + 5)).collect();
    let kids = format!("<</Type/Pages/Count {pages}/Kids[{}]>>", kids.join(" "));
    object(&mut pdf, kids.as_bytes());
    let mut image = format!(
        "<</Type/XObject/Subtype/Image/Width {}/Height {}/ColorSpace/DeviceRGB\
         /BitsPerComponent 8/Filter/DCTDecode/Length {}>>stream\n",
        size.0,
        size.1,
        picture.len()
    )
    .into_bytes();
    image.extend(&picture);
    image.extend(b"\nendstream");
    object(&mut pdf, &image);
    let content = "q 612 0 0 792 0 0 cm /I Do Q";
    let content = format!("<</Length {}>>stream\n{content}\nendstream", content.len());
    object(&mut pdf, content.as_bytes());
    for _ in 0..pages {
        object(
            &mut pdf,
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R\
              /Resources<</XObject<</I 3 0 R>>>>>>",
        );
    }
    let at = pdf.len();
    pdf.extend(format!("xref\n0 {}\n0000000000 65535 f \n", offsets.len() + 1).bytes());
    for offset in &offsets {
        pdf.extend(format!("{offset:010} 00000 n \n").bytes());
    }
    let size = offsets.len() + 1;
    let trailer = format!("trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{at}\n%%EOF\n");
    pdf.extend(trailer.bytes());
    std::fs::write(path, pdf).expect("the folder can be written");
}

#[test]
fn sigterm_ends_a_run_within_two_seconds_whatever_is_read() {
    let folder = Folder::new("long");
    long_scan(&folder.path("long.pdf"), 500);
    let report = folder.path("report.json");
    std::fs::write(&report, "older").expect("the folder can be written");
    let args = [OsStr::new("-o"), report.as_os_str(), OsStr::new("long.pdf")];
    let child = command(&args)
        .current_dir(folder.root())
        .spawn()
        .expect("the program starts");
    // Until it is in the midst of a page.
    std::thread::sleep(Duration::from_secs(3));
    let asked = Instant::now();
    let sent = Command::new("kill")
        .args(["-TERM", &child.id().to_string()])
        .status();
    assert!(sent.expect("kill is there").success());
    let run = finish(child);
    assert!(
        asked.elapsed() < Duration::from_secs(2),
        "{:?}",
        asked.elapsed()
    );
    assert_eq!(run.status, Some(130), "{}", run.err);
    assert_eq!(
        std::fs::read_to_string(&report).expect("it is there"),
        "older"
    );
    assert!(run.err.contains("report.partial.json"), "{}", run.err);
    let partial = std::fs::read(folder.path("report.partial.json")).expect("it is there");
    let partial: Report = serde_json::from_slice(&partial).expect("it is whole JSON");
    let kinds: Vec<FailureKind> = partial
        .documents
        .iter()
        .filter_map(|document| document.error.as_ref().map(|error| error.kind))
        .collect();
    assert_eq!(kinds, [FailureKind::Interrupted]);
}

/// What a split that was interrupted leaves: whole files, all of them in the manifest, and a way
/// back.
#[test]
fn an_interrupted_split_leaves_whole_files_and_a_way_back() {
    let folder = Folder::new("split-many");
    let bundle = fixture("notices/bundle-letter-and-three-notices.pdf");
    for index in 0..FILES {
        let copy = folder.path(format!("{index:02}.pdf"));
        std::fs::copy(&bundle, copy).expect("the fixture can be copied");
    }
    let place = Folder::new("split-interrupted");
    let args = [
        OsStr::new("split"),
        OsStr::new("-j1"),
        OsStr::new("-o"),
        place.root().as_os_str(),
        folder.root().as_os_str(),
    ];
    let mut child = command(&args).spawn().expect("the program starts");
    let mut out = BufReader::new(child.stdout.take().expect("standard output is a pipe"));
    let mut text = String::new();
    out.read_line(&mut text).expect("a row comes");
    interrupt(&child);
    let asked = Instant::now();
    out.read_to_string(&mut text).expect("further rows come");
    let run = finish(child);
    assert!(asked.elapsed() < Duration::from_secs(2), "{run:?}");
    assert_eq!(run.status, Some(130), "{}", run.err);
    let manifest = place.path("split-manifest.jsonl");
    let lines = std::fs::read_to_string(&manifest).expect("a manifest");
    let mut listed = Vec::new();
    for line in lines.lines() {
        let entry: serde_json::Value = serde_json::from_str(line).expect("a whole line");
        let word = |key: &str| entry[key].as_str().expect("text").to_owned();
        let bytes = std::fs::read(place.path(word("file"))).expect("what is listed is there");
        assert_eq!(blake3::hash(&bytes).to_hex().as_str(), word("hash"));
        listed.push(word("file"));
    }
    assert!(
        !listed.is_empty() && listed.len() < 3 * FILES,
        "{}",
        listed.len()
    );
    let top = place.names();
    let top = top
        .iter()
        .filter(|name| !name.starts_with("split-manifest"));
    for name in top {
        let below = format!("{name}/");
        let is_known = listed.iter().any(|l| l == name || l.starts_with(&below));
        assert!(is_known, "{name} is in no line");
    }
    let undone = extract(&[
        OsStr::new("split"),
        OsStr::new("--undo"),
        manifest.as_os_str(),
    ]);
    assert_eq!(undone.status, Some(0), "{}", undone.err);
    assert_eq!(place.names(), Vec::<String>::new());
    assert_eq!(folder.names().len(), FILES);
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
        assert_eq!(left, ["report.partial.json"]);
        let whole: Report =
            serde_json::from_slice(&std::fs::read(place.path(&left[0])).expect("it is there"))
                .expect("it is whole");
        assert!(whole.summary.interrupted);
    }
    left.is_empty()
}
