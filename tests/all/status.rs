//! Exit statuses, standard output and standard error.

use std::ffi::{OsStr, OsString};

use crate::program::{Folder, Run, all_notices, extract, fixture};
use crate::truth::truths;

fn with(options: &[&str], paths: &[&str]) -> Run {
    let mut args: Vec<OsString> = options.iter().map(OsString::from).collect();
    args.extend(paths.iter().map(|path| fixture(path).into_os_string()));
    extract(&args)
}

#[test]
fn a_clean_run_is_0() {
    let run = with(&[], &["notices/grid-found.pdf", "notices/access-found.pdf"]);
    let said = "2 documents: 2 read\n2 notices: 2 with an account number\n";
    assert_eq!((run.status, run.err.as_str()), (Some(0), said));
}

#[test]
fn attention_is_1_or_0_with_exit_zero() {
    for path in [
        "notices/grid-blank-account.pdf",
        "notices/grid-absent-ioe.pdf",
        "broken/truncated.pdf",
        "broken/not-a-document.txt",
    ] {
        assert_eq!(
            with(&[], &["notices/grid-found.pdf", path]).status,
            Some(1),
            "{path}"
        );
        assert_eq!(
            with(&["--exit-zero"], &["notices/grid-found.pdf", path]).status,
            Some(0),
            "{path}"
        );
    }
}

#[test]
fn a_contradiction_is_1() {
    assert_eq!(
        with(&[], &["notices/two-accounts-first.pdf"]).status,
        Some(0)
    );
    assert_eq!(
        with(
            &[],
            &[
                "notices/two-accounts-first.pdf",
                "notices/two-accounts-second.pdf"
            ]
        )
        .status,
        Some(1)
    );
}

#[test]
fn a_run_that_cannot_start_is_always_2() {
    let empty = Folder::new("nothing");
    let found = fixture("notices/grid-found.pdf").into_os_string();
    let of = |args: &[&str]| args.iter().map(OsString::from).collect::<Vec<_>>();
    let cases = [
        of(&[]),
        of(&["--no-such-option"]),
        of(&["--jobs", "0", "x.pdf"]),
        of(&["--format", "pdf", "x.pdf"]),
        of(&["--files-from", "/no/such/list"]),
        vec![empty.root().as_os_str().to_owned()],
        vec![
            found.clone(),
            OsString::from("-o"),
            empty.path("no/report.csv").into_os_string(),
        ],
        vec![
            found.clone(),
            OsString::from("-o"),
            empty.path("report.unknown").into_os_string(),
        ],
        vec![found.clone(), OsString::from("-o"), found],
    ];
    for args in cases {
        let run = extract(&[&args[..], &[OsString::from("--exit-zero")]].concat());
        assert_eq!(run.status, Some(2), "{args:?}");
        assert!(
            !run.err.is_empty() && run.out.is_empty(),
            "{args:?}: {run:?}"
        );
        assert!(!run.err.contains("panicked"), "{args:?}: {}", run.err);
    }
}

#[test]
fn a_missing_path_gets_a_record() {
    let run = with(&[], &["notices/grid-found.pdf", "notices/not-there.pdf"]);
    assert_eq!(run.status, Some(2));
    assert!(
        run.err.contains("a named path does not exist"),
        "{}",
        run.err
    );
    let documents = run.documents();
    assert!(
        documents[1]
            .error
            .as_ref()
            .is_some_and(|error| error.message.contains("no such file")),
        "{documents:?}"
    );
}

#[test]
fn version_and_help_go_to_standard_output() {
    let version = extract(&["--version"]);
    assert_eq!(
        (version.status, version.text().trim()),
        (Some(0), concat!("extract ", env!("CARGO_PKG_VERSION")))
    );
    let help = extract(&["--help"]);
    assert_eq!(help.status, Some(0));
    for option in [
        "--files-from",
        "--output",
        "--format",
        "--mask",
        "--explain",
        "--exit-zero",
        "--ocr",
        "--password",
        "--jobs",
        "Exit status",
    ] {
        assert!(help.text().contains(option), "{option} is not explained");
    }
}

#[test]
fn standard_error_contains_no_number() {
    let (run, _) = all_notices();
    let folder = Folder::new("errors");
    let report = folder.path("report.csv").into_os_string();
    let args = |options: &[&str]| {
        let mut args: Vec<OsString> = options.iter().map(OsString::from).collect();
        args.extend(
            [
                "notices/grid-found.pdf",
                "notices/two-accounts-first.pdf",
                "notices/two-accounts-second.pdf",
                "broken",
            ]
            .map(|p| fixture(p).into_os_string()),
        );
        args.extend([OsString::from("-o"), report.clone()]);
        args
    };
    let reported = extract(&args(&[]));
    let explained = extract(&args(&["--explain", "--format", "text"]));
    assert!(
        reported.err.contains("report written to"),
        "the summary is said: {}",
        reported.err
    );
    let numbers: Vec<String> = truths()
        .iter()
        .flat_map(|t| &t.notices)
        .flat_map(|n| {
            n.receipt_numbers
                .iter()
                .chain(&n.a_numbers)
                .chain(&n.account_numbers)
                .cloned()
                .collect::<Vec<_>>()
        })
        .collect();
    for err in [&run.err, &reported.err, &explained.err] {
        for number in &numbers {
            let digits: String = number.chars().filter(char::is_ascii_digit).collect();
            assert!(!err.contains(&digits), "a number in: {err}");
        }
    }
}

#[test]
fn quiet_is_quiet() {
    let folder = Folder::new("quiet");
    let report = folder.path("report.jsonl");
    let run = extract(&[
        OsStr::new("-q"),
        OsStr::new("-o"),
        report.as_os_str(),
        fixture("notices/grid-blank-account.pdf").as_os_str(),
    ]);
    assert_eq!(
        (run.status, run.err.as_str(), run.out.len()),
        (Some(1), "", 0)
    );
    assert!(report.is_file());
}
