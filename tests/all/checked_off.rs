//! What was checked off of a whole batch stays so in the reports that are made of its report.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::contract::{Finding, FindingKind, Report, Severity};
use crate::program::{Folder, extract, fixture};

/// A report of two notices with one A-Number and two account numbers, in JSON or JSON lines.
fn contradicting(folder: &Folder, format: &str) -> PathBuf {
    let report = folder.path(format!("report.{format}"));
    let pages = ["first", "second"].map(|n| fixture(&format!("notices/two-accounts-{n}.pdf")));
    let output = [OsStr::new("-o"), report.as_os_str()];
    let run = extract(&[&output[..], &pages.each_ref().map(|p| p.as_os_str())].concat());
    assert_eq!(run.status, Some(1), "{}", run.err);
    report
}

/// A file of decisions that checks the contradiction off.
fn checked(folder: &Folder, says: &str) -> PathBuf {
    let decision = json!({ "content_hash": null, "path": "", "page": 1, "box": null,
        "notice": null, "kind": "two-accounts", "read": says, "action": "checked", "value": null,
        "note": null, "by": "AB", "at": "2026-11-25T08:00:00Z" });
    let path = folder.path("decisions.json");
    let file = json!({ "schema_version": 1, "decisions": [decision] });
    std::fs::write(&path, file.to_string()).expect("decisions");
    path
}

/// The contradiction in the report that a command writes.
fn contradiction(args: &[&OsStr]) -> Finding {
    let run = extract(&[args, &[OsStr::new("--format"), OsStr::new("json")]].concat());
    let report: Report = serde_json::from_str(run.text()).expect(&run.err);
    let mut of_kind = report.findings.into_iter();
    let found = of_kind.find(|f| f.kind == FindingKind::TwoAccounts);
    found.expect("the contradiction")
}

/// A finding's message with its numbers.
fn said(finding: &Finding) -> String {
    let values = finding.values.iter().enumerate();
    values.fold(finding.message.clone(), |text, (at, value)| {
        text.replace(&format!("{{{at}}}"), value)
    })
}

fn is_checked_off(finding: &Finding) -> bool {
    let by = finding.decided.as_ref().and_then(|mark| mark.by.clone());
    by.as_deref() == Some("AB") && finding.severity == Severity::Info
}

#[test]
fn a_contradiction_that_was_checked_off_stays_so() {
    for format in ["json", "jsonl"] {
        let folder = Folder::new(&format!("checked-off-{format}"));
        let report = contradicting(&folder, format);
        let open = contradiction(&[OsStr::new("convert"), report.as_os_str()]);
        assert!(!is_checked_off(&open));
        let decisions = checked(&folder, &said(&open));
        let applied = folder.path(format!("applied.{format}"));
        let run = extract(&[
            OsStr::new("apply"),
            decisions.as_os_str(),
            report.as_os_str(),
            OsStr::new("-o"),
            applied.as_os_str(),
        ]);
        assert_eq!(run.status, Some(0), "{}", run.err);
        let converted = contradiction(&[OsStr::new("convert"), applied.as_os_str()]);
        assert!(is_checked_off(&converted), "{format}");
        // Decisions of another day, laid over the result, leave it as it is.
        let others = none(&folder);
        let once_more = [OsStr::new("apply"), others.as_os_str(), applied.as_os_str()];
        assert!(is_checked_off(&contradiction(&once_more)), "{format}");
    }
}

fn none(folder: &Folder) -> PathBuf {
    let path = folder.path("none.json");
    let file: Value = json!({ "schema_version": 1, "decisions": [] });
    std::fs::write(Path::new(&path), file.to_string()).expect("decisions");
    path
}
