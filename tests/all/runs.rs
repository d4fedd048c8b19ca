//! Runs that cannot hurt: an older report survives, a job can tell what went wrong, and nothing is
//! left out without a word.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::contract::{LastLine, Outcome};
use crate::program::{Folder, Run, command, extract_in, finish};

const FOUND: &str = "notices/grid-found.pdf";
const TWO: [&str; 2] = [
    "notices/two-accounts-first.pdf",
    "notices/two-accounts-second.pdf",
];

fn paths(run: &Run) -> Vec<String> {
    run.documents().into_iter().map(|d| d.path).collect()
}

#[test]
fn a_path_that_is_not_there_leaves_the_older_report() {
    let folder = Folder::with("gone", &[FOUND]);
    std::fs::write(folder.path("report.csv"), "older").expect("the folder can be written");
    let args = ["-o", "report.csv", "grid-found.pdf", "share/"];
    let run = extract_in(folder.root(), &args);
    assert_eq!(run.status, Some(2), "{}", run.err);
    let read = |name: &str| std::fs::read_to_string(folder.path(name)).expect("it is there");
    assert_eq!(read("report.csv"), "older");
    let partial = read("report.partial.csv");
    assert!(partial.contains("602477941996") || partial.contains("grid-found.pdf"));
    let last = partial.lines().last().unwrap_or_default();
    assert!(
        last.starts_with("batch,") && last.contains("not complete"),
        "{last}"
    );
    let run = extract_in(folder.root(), &[&["--ignore-missing"], &args[..]].concat());
    assert_eq!(run.status, Some(1), "{}", run.err);
    assert!(read("report.csv").contains("skipped"));
}

#[test]
fn a_partial_report_of_any_format_says_so() {
    for ending in ["txt", "json", "jsonl", "csv", "html", "xlsx"] {
        let folder = Folder::with("partial", &[FOUND]);
        let report = format!("report.{ending}");
        let run = extract_in(folder.root(), &["-o", &report, "grid-found.pdf", "gone"]);
        assert_eq!(run.status, Some(2), "{ending}: {}", run.err);
        let bytes = std::fs::read(folder.path(format!("report.partial.{ending}")));
        let bytes = bytes.expect("the partial report is there");
        let text = if ending == "xlsx" {
            crate::formats::workbook(&bytes)
        } else {
            String::from_utf8_lossy(&bytes).into_owned()
        };
        assert!(text.contains("not complete"), "{ending}: {text}");
    }
}

#[test]
fn the_last_line_is_about_the_batch() {
    let folder = Folder::with("last", &TWO);
    let run = extract_in(folder.root(), &["."]);
    let last = run.text().lines().last().unwrap_or_default();
    let last: LastLine = serde_json::from_str(last).expect("it keeps the contract");
    assert_eq!((last.r#type.as_str(), last.schema_version), ("batch", 1));
    assert_eq!(last.summary.documents, 2);
    let [finding] = &last.findings[..] else {
        panic!("{:?}", last.findings)
    };
    assert!(finding.message.starts_with("A0") && !finding.message.contains('{'));
    let documents = run.documents();
    assert!(
        documents
            .iter()
            .all(|d| d.r#type.as_deref() == Some("document"))
    );
    assert!(run.err.starts_with("2 documents: 2 read\n"), "{}", run.err);
}

#[test]
fn a_job_can_tell_what_went_wrong() {
    let folder = Folder::with("fail-on", &TWO);
    let status = |fail_on: &str| extract_in(folder.root(), &["--fail-on", fail_on, "."]).status;
    assert_eq!(status("contradiction"), Some(1));
    assert_eq!(status("missing,review,unreadable,failed,skipped"), Some(0));
    assert_eq!(status("never"), Some(0));
    assert_eq!(status("anything"), Some(2));
}

#[test]
fn what_nobody_wants_is_left_out_and_counted() {
    let folder = Folder::with("unwanted", &[FOUND]);
    for name in [".git", "sub"] {
        std::fs::create_dir(folder.path(name)).expect("the folder can be made");
    }
    for name in [
        ".DS_Store",
        "Thumbs.db",
        "~$letter.docx",
        "._grid-found.pdf",
        "sub/old.txt",
    ] {
        std::fs::write(folder.path(name), "x").expect("the folder can be written");
    }
    std::fs::copy(folder.path("grid-found.pdf"), folder.path(".git/a.pdf")).expect("a copy");
    let left_out = |options: &[&str]| {
        let run = extract_in(folder.root(), &[options, &["."]].concat());
        let last = run
            .text()
            .lines()
            .last()
            .map(serde_json::from_str::<LastLine>);
        let last = last
            .expect("there is a last line")
            .expect("it keeps the contract");
        (paths(&run), last.summary.left_out)
    };
    let found = "./grid-found.pdf".to_owned();
    assert_eq!(
        left_out(&[]),
        (vec![found.clone(), "./sub/old.txt".to_owned()], 5)
    );
    assert_eq!(left_out(&["--exclude", "old*"]), (vec![found.clone()], 6));
    let beside = "./._grid-found.pdf".to_owned();
    assert_eq!(
        left_out(&["--hidden", "--include", "*.pdf"]),
        (vec![beside, "./.git/a.pdf".to_owned(), found], 4)
    );
}

#[cfg(unix)]
#[test]
fn a_named_link_to_a_folder_is_followed_and_nothing_else() {
    let folder = Folder::with("link", &[]);
    std::fs::create_dir(folder.path("real")).expect("the folder can be made");
    std::fs::copy(crate::program::fixture(FOUND), folder.path("real/a.pdf")).expect("a copy");
    std::os::unix::fs::symlink("real", folder.path("link")).expect("a link can be made");
    let run = extract_in(folder.root(), &["link"]);
    assert_eq!(
        (run.status, paths(&run)),
        (Some(0), vec!["link/a.pdf".to_owned()])
    );
}

#[test]
fn a_mark_before_a_list_is_no_part_of_it() {
    let folder = Folder::with("mark", &[FOUND]);
    std::fs::write(folder.path("list"), b"\xef\xbb\xbfgrid-found.pdf\r\n").expect("a list");
    let run = extract_in(folder.root(), &["--files-from", "list"]);
    assert_eq!(
        (run.status, paths(&run)),
        (Some(0), vec!["grid-found.pdf".to_owned()])
    );
}

#[test]
fn a_document_comes_from_standard_input() {
    let folder = Folder::with("stdin", &[FOUND]);
    let mut child = command(&["-o", "-", "--format", "json", "-"])
        .stdin(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let bytes = std::fs::read(folder.path("grid-found.pdf")).expect("a fixture");
    let mut stdin = child.stdin.take().expect("standard input is a pipe");
    stdin.write_all(&bytes).expect("the document can be sent");
    drop(stdin);
    let run = finish(child);
    let report: crate::contract::Report = serde_json::from_str(run.text()).expect("a report");
    let [document] = &report.documents[..] else {
        panic!("{:?}", report.documents)
    };
    assert_eq!(
        (document.path.as_str(), document.outcome),
        ("-", Outcome::Read)
    );
    assert_eq!(run.status, Some(0));
}

#[test]
fn a_list_is_read_while_it_is_written() {
    let folder = Folder::with("slow", &[FOUND]);
    let mut child = command(&["--files-from", "-"])
        .current_dir(folder.root())
        .stdin(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("standard input is a pipe");
    writeln!(stdin, "grid-found.pdf").expect("a path can be sent");
    let mut out = BufReader::new(child.stdout.take().expect("standard output is a pipe"));
    let mut line = String::new();
    // The list is still open.
    out.read_line(&mut line).expect("a record comes");
    assert!(line.contains("\"path\":\"grid-found.pdf\""), "{line}");
    drop(stdin);
    assert_eq!(finish(child).status, Some(0));
}

#[test]
fn several_reports_say_what_each_says_alone() {
    let folder = Folder::with("several", &TWO);
    let together = [
        "-o", "a.json", "-o", "a.csv", "-o", "a.html", "-o", "-", ".",
    ];
    let all = extract_in(folder.root(), &together);
    assert_eq!(all.status, Some(1), "{}", all.err);
    let read = |name: &str| std::fs::read(folder.path(name)).expect("it is there");
    let written = ["a.json", "a.csv", "a.html"].map(read);
    for (name, together) in ["a.json", "a.csv", "a.html"].into_iter().zip(written) {
        let inputs =
            ["two-accounts-first.pdf", "two-accounts-second.pdf"].map(|f| format!("./{f}"));
        let args = [&["-o", name][..], &inputs.each_ref().map(String::as_str)].concat();
        assert_eq!(extract_in(folder.root(), &args).status, Some(1));
        let alone = String::from_utf8_lossy(&read(name)).into_owned();
        let together = String::from_utf8_lossy(&together).into_owned();
        let left_out = |text: &str| text.replace(char::is_whitespace, "");
        assert!(left_out(&alone) == left_out(&together), "{name}");
    }
    assert_eq!(all.documents().len(), 2);
    let twice = extract_in(folder.root(), &["-o", "a.csv", "-o", "a.csv", "."]);
    assert_eq!(twice.status, Some(2));
}

#[test]
fn help_helps() {
    let folder = Folder::with("help", &[]);
    let run = extract_in(folder.root(), &["help"]);
    assert!(
        run.status == Some(0) && run.text().contains("Usage"),
        "{}",
        run.err
    );
    let apply = extract_in(folder.root(), &["help", "apply"]);
    assert!(apply.text().contains("DECISIONS"), "{}", apply.err);
}

#[test]
fn events_have_counts_and_no_names() {
    let folder = Folder::with("events", &TWO);
    let args = [
        "--log-format",
        "json",
        "--metrics",
        "m.prom",
        "-o",
        "out.csv",
        ".",
    ];
    let run = extract_in(folder.root(), &args);
    assert_eq!(run.status, Some(1));
    let events: Vec<Value> = run
        .err
        .lines()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|e| panic!("{e} in {line}")))
        .collect();
    let names: Vec<&str> = events.iter().filter_map(|e| e["event"].as_str()).collect();
    assert_eq!(names, ["begin", "document", "document", "end"]);
    assert_eq!(events[3]["counts"]["documents"], 2);
    assert!(events.iter().all(|event| event["time"].is_string()));
    assert!(!run.err.contains("two-accounts-") && !run.err.contains("A087654321"));
    let metrics = std::fs::read_to_string(folder.path("m.prom")).expect("it is there");
    assert!(
        metrics.contains("extract_documents{outcome=\"read\"} 2\n"),
        "{metrics}"
    );
    assert!(metrics.contains("extract_run_exit_status 1\n"), "{metrics}");
}

#[test]
fn an_open_list_does_not_hold_up_an_interruption() {
    let mut child = command(&["--files-from", "-"])
        .stdin(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let stdin = child.stdin.take();
    std::thread::sleep(Duration::from_millis(500));
    let begun = Instant::now();
    let id = child.id().to_string();
    let mut kill = std::process::Command::new("kill");
    let sent = kill.args([OsStr::new("-TERM"), OsStr::new(&id)]).status();
    assert!(sent.expect("kill is there").success());
    let run = finish(child);
    assert!(begun.elapsed() < Duration::from_secs(2));
    assert_eq!(run.status, Some(130), "{}", run.err);
    drop(stdin);
}
