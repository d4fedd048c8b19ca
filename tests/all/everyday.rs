//! Folders that grow: what was read is not read again, and the report is the same as if it had
//! been.

use std::path::Path;
use std::time::{Duration, Instant};

use crate::program::{Folder, Run, command, extract_in, finish, fixture};

const TWO: [&str; 2] = [
    "notices/two-accounts-first.pdf",
    "notices/two-accounts-second.pdf",
];

fn report(folder: &Folder, options: &[&str]) -> (Run, String) {
    let run = extract_in(
        folder.root(),
        &[&["-o", "r.jsonl"], options, &["in"]].concat(),
    );
    let text = std::fs::read_to_string(folder.path("r.jsonl")).unwrap_or_default();
    (run, text)
}

/// A folder with a folder `in` that has these fixtures.
fn grown(name: &str, fixtures: &[&str]) -> Folder {
    let folder = Folder::new(name);
    std::fs::create_dir(folder.path("in")).expect("the folder can be made");
    for name in fixtures {
        add(&folder, name);
    }
    folder
}

fn add(folder: &Folder, name: &str) {
    let source = fixture(name);
    let target = folder.path("in").join(source.file_name().expect("a name"));
    std::fs::copy(source, target).expect("the fixture can be copied");
}

#[test]
fn a_second_run_reads_nothing_and_reports_the_same() {
    let folder = grown("again", &TWO);
    add(&folder, "notices/grid-found-fax.tif");
    let (_, fresh) = report(&folder, &[]);
    let state = ["--state", "s"];
    let (first, one) = report(&folder, &state);
    let (second, two) = report(&folder, &state);
    assert_eq!(
        (first.status, second.status),
        (Some(1), Some(1)),
        "{}",
        first.err
    );
    assert!(one == fresh && two == fresh, "{two}");
    assert!(
        second.err.contains("3 files not read again"),
        "{}",
        second.err
    );
    // Another file, a moved one and a changed setting.
    add(&folder, "notices/lockbox-found.pdf");
    let first = folder.path("in/two-accounts-first.pdf");
    std::fs::rename(first, folder.path("in/moved.pdf")).expect("it can be moved");
    let (third, text) = report(&folder, &state);
    assert!(
        third.err.contains("3 files not read again"),
        "{}",
        third.err
    );
    assert_eq!(text, report(&folder, &[]).1);
    let (other, _) = report(&folder, &["--state", "s", "--max-pages", "7"]);
    assert!(other.err.contains("4 files read again"), "{}", other.err);
}

#[test]
fn only_what_is_new_is_reported_and_still_compared() {
    let folder = grown("new", &TWO[..1]);
    let options = ["--state", "s", "--new-only"];
    let (_, first) = report(&folder, &options);
    assert_eq!(first.lines().count(), 2);
    add(&folder, TWO[1]);
    let (_, second) = report(&folder, &options);
    assert_eq!(second.lines().count(), 2, "{second}");
    assert!(
        second.contains("two-accounts-second.pdf\",\"content_hash"),
        "{second}"
    );
    assert!(second.contains("\"kind\":\"two-accounts\""), "{second}");
}

#[test]
fn what_a_state_holds_is_shown_and_forgotten() {
    let folder = grown("forget", &TWO);
    report(&folder, &["--state", "s"]);
    let shown = extract_in(folder.root(), &["state", "s"]);
    assert!(
        shown.text().contains("documents               2\n"),
        "{}",
        shown.text()
    );
    let forgotten = extract_in(folder.root(), &["forget", "--state", "s", "in"]);
    assert_eq!(forgotten.text(), "files forgotten         2\n");
    let bytes = std::fs::read(folder.path("s")).expect("the state is there");
    let name = b"two-accounts";
    assert!(!bytes.windows(name.len()).any(|window| window == name));
    let none = extract_in(folder.root(), &["state", "nothing"]);
    assert_eq!(
        (none.status, folder.path("nothing").exists()),
        (Some(2), false)
    );
}

#[cfg(unix)]
#[test]
fn a_killed_run_leaves_a_state_that_goes_on() {
    let folder = grown("killed", &[]);
    for index in 0..40 {
        let target = folder.path(format!("in/{index:02}.pdf"));
        std::fs::copy(fixture(TWO[index % 2]), target).expect("a copy");
    }
    let (_, fresh) = report(&folder, &[]);
    for wait in [150, 300, 450] {
        let args = ["-o", "r.jsonl", "--state", "s", "in"];
        let mut child = command(&args)
            .current_dir(folder.root())
            .spawn()
            .expect("the program starts");
        std::thread::sleep(Duration::from_millis(wait));
        child.kill().expect("it can be killed");
        finish(child);
    }
    let (run, text) = report(&folder, &["--state", "s"]);
    assert_eq!(run.status, Some(1), "{}", run.err);
    assert!(text == fresh);
    let names = folder.names();
    assert!(
        names.iter().all(|name| !name.ends_with(".part")),
        "{names:?}"
    );
}

#[test]
fn reports_are_merged_and_converted() {
    let folder = Folder::with("convert", &TWO);
    for name in ["first", "second"] {
        let report = format!("{name}.jsonl");
        let pdf = format!("two-accounts-{name}.pdf");
        extract_in(folder.root(), &["-o", &report, &pdf]);
    }
    let args = [
        "convert",
        "first.jsonl",
        "second.jsonl",
        "first.jsonl",
        "-o",
        "all.csv",
    ];
    let run = extract_in(folder.root(), &args);
    assert_eq!(run.status, Some(1), "{}", run.err);
    let text = std::fs::read_to_string(folder.path("all.csv")).expect("the report is there");
    let pdfs = ["two-accounts-first.pdf", "two-accounts-second.pdf"];
    let whole = extract_in(folder.root(), &["-o", "whole.csv", pdfs[0], pdfs[1]]);
    assert_eq!(whole.status, Some(1));
    let whole = std::fs::read_to_string(folder.path("whole.csv")).expect("it is there");
    assert_eq!(text, whole);
    // Of a document the last record counts, in the place of the first, whatever the format.
    let first = std::fs::read_to_string(folder.path("first.jsonl")).expect("it is there");
    let changed = first.replacen("\"page_count\":1", "\"page_count\":7", 1);
    std::fs::write(folder.path("changed.jsonl"), changed).expect("it can be written");
    extract_in(
        folder.root(),
        &["convert", "changed.jsonl", "-o", "changed.json"],
    );
    for later in ["changed.jsonl", "changed.json"] {
        let args = [
            "convert",
            "first.jsonl",
            "second.jsonl",
            later,
            "-o",
            "later.csv",
        ];
        extract_in(folder.root(), &args);
        let later = std::fs::read_to_string(folder.path("later.csv")).expect("it is there");
        let rows: Vec<&str> = later.lines().skip(1).collect();
        assert!(rows[0].contains("two-accounts-first.pdf,read,7"), "{later}");
        assert_eq!(rows.len(), text.lines().count() - 1);
    }
    let wrong = extract_in(folder.root(), &["convert", "all.csv", "-o", "x.json"]);
    assert_eq!(wrong.status, Some(2));
}

#[cfg(unix)]
#[test]
fn a_watch_reads_what_comes_slowly_and_ends_cleanly() {
    let folder = grown("watch", &TWO[..1]);
    let args = [
        "watch", "in", "--state", "s", "-o", "r.csv", "--settle", "0.5",
    ];
    let child = command(&args)
        .current_dir(folder.root())
        .spawn()
        .expect("the program starts");
    let reported = |name: &str| {
        let report = std::fs::read_to_string(folder.path("r.csv")).unwrap_or_default();
        report.contains(name)
    };
    let patience = Instant::now() + Duration::from_secs(60);
    while !reported("two-accounts-first") && Instant::now() < patience {
        std::thread::sleep(Duration::from_millis(50));
    }
    let bytes = std::fs::read(fixture(TWO[1])).expect("a fixture");
    copy_slowly(&bytes, &folder.path("in/slow.pdf"));
    while !reported("in/slow.pdf,read") && Instant::now() < patience {
        std::thread::sleep(Duration::from_millis(50));
    }
    terminate(&child);
    let run = finish(child);
    assert_eq!(run.status, Some(0), "{}", run.err);
    assert!(reported("in/slow.pdf,read"), "{}", run.err);
}

#[cfg(unix)]
fn terminate(child: &std::process::Child) {
    let mut kill = std::process::Command::new("kill");
    let sent = kill.args(["-TERM", &child.id().to_string()]).status();
    assert!(sent.expect("kill is there").success());
}

#[cfg(unix)]
#[test]
fn a_watch_says_at_once_what_it_cannot_write() {
    let folder = grown("watch-nowhere", &TWO[..1]);
    let places = [
        ["-o", "nowhere/r.csv", "--state", "s"],
        ["-o", "r.csv", "--state", "nowhere/s"],
    ];
    for place in places {
        let mut child = command(&["watch", "in", "--quiet"])
            .args(place)
            .current_dir(folder.root())
            .spawn()
            .expect("the program starts");
        let mut said = std::io::BufReader::new(child.stderr.take().expect("it is piped"));
        let mut lines = String::new();
        for _ in 0..2 {
            std::io::BufRead::read_line(&mut said, &mut lines).expect("it is text");
        }
        terminate(&child);
        finish(child);
        assert!(lines.contains("nowhere"), "{lines}");
        assert!(lines.contains("trying again in"), "{lines}");
    }
}

#[cfg(unix)]
fn copy_slowly(bytes: &[u8], path: &Path) {
    use std::io::Write;
    let mut file = std::fs::File::create(path).expect("the folder can be written");
    for part in bytes.chunks(bytes.len() / 8 + 1) {
        file.write_all(part).expect("it is written");
        file.flush().expect("it is written");
        std::thread::sleep(Duration::from_millis(150));
    }
}
