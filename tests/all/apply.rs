//! `extract apply` and `extract about`: decisions applied to reports and to documents.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::contract::{AccountNumber, Document, FindingKind, Report, Severity, Verdict};
use crate::program::{Folder, Run, documents, extract, fixture};

const FOUND: &str = "notices/grid-found-stamped.pdf";
const NATIVE: &str = "notices/grid-found.pdf";
const MISSING: &str = "notices/grid-absent-ioe.pdf";

/// A report of both fixtures as JSON lines, and its records.
fn report(folder: &Folder) -> (PathBuf, Vec<Document>) {
    report_of(folder, &[FOUND, MISSING])
}

fn report_of(folder: &Folder, names: &[&str]) -> (PathBuf, Vec<Document>) {
    let path = folder.path("report.jsonl");
    let mut args = vec![OsStr::new("-o").to_owned(), path.clone().into_os_string()];
    args.extend(names.iter().map(|name| fixture(name).into_os_string()));
    let run = extract(&args);
    assert!(matches!(run.status, Some(0 | 1)), "{}", run.err);
    let records = documents(&std::fs::read_to_string(&path).expect("a report"));
    (path, records)
}

/// A decision on the number at an index of a document's first notice.
fn on(document: &Document, index: usize, action: &str, value: Option<&str>) -> Value {
    let number = &document.notices[0].identifiers[index];
    let place = &number.sightings[0];
    json!({
        "content_hash": document.content_hash, "path": document.path, "notice": null,
        "page": place.page, "box": place.bounds, "kind": number.kind.key(),
        "read": number.value, "action": action, "value": value, "note": null,
    })
}

/// A decision on the account number of a document's first notice.
fn on_notice(document: &Document, action: &str, value: Option<&str>) -> Value {
    json!({
        "content_hash": document.content_hash, "path": document.path, "notice": 0,
        "page": 1, "box": null, "kind": "online_account_number",
        "read": null, "action": action, "value": value, "note": "seen",
    })
}

fn decisions(folder: &Folder, list: &[Value]) -> PathBuf {
    let path = folder.path("decisions.json");
    std::fs::write(
        &path,
        json!({ "schema_version": 1, "decisions": list }).to_string(),
    )
    .expect("decisions");
    path
}

fn apply(decisions: &Path, inputs: &[&Path], format: &str) -> Run {
    let args: Vec<&OsStr> = [OsStr::new("apply"), decisions.as_os_str()]
        .into_iter()
        .chain(inputs.iter().map(|p| p.as_os_str()))
        .collect();
    extract(&[&args[..], &[OsStr::new("--format"), OsStr::new(format)]].concat())
}

#[test]
fn a_decision_overrides_a_reading() {
    let folder = Folder::new("apply");
    let (path, records) = report(&folder);
    let account = records[0].notices[0]
        .identifiers
        .iter()
        .position(|i| i.kind.key() == "online_account_number")
        .expect("it is found");
    let person = records[0].notices[0]
        .identifiers
        .iter()
        .position(|i| i.kind.key() == "a_number")
        .expect("it is found");
    let list = [
        on(&records[0], account, "corrected", Some("0011 2233 4455")),
        on(&records[0], person, "dismissed", None),
        on_notice(&records[1], "supplied", Some("777788889999")),
    ];
    let file = decisions(&folder, &list);
    let run = apply(&file, &[&path], "jsonl");
    assert_eq!(run.status, Some(0), "nothing is left to do: {}", run.err);
    let applied = run.documents();
    let numbers = &applied[0].notices[0].identifiers;
    let corrected = numbers
        .iter()
        .find(|i| i.value == "001122334455")
        .expect("the person's number");
    assert_eq!(corrected.verdict, Verdict::Accepted);
    assert_eq!(corrected.evidence[0], "corrected by a person");
    assert!(numbers.iter().all(|i| i.kind.key() != "a_number"));
    assert_eq!(applied[1].notices[0].account_number, AccountNumber::Found);
    assert!(
        run.text().contains("777788889999")
            && run
                .text()
                .contains("note on the USCIS online account number: seen")
            && corrected
                .decided
                .as_ref()
                .is_some_and(|mark| mark.action == "corrected")
    );
    // Once more, over its own result and over the documents themselves, says the same.
    let again = folder.path("again.jsonl");
    std::fs::write(&again, &run.out).expect("a report");
    // The last line says which decisions changed nothing this time.
    let records = |run: &Run| -> Vec<String> {
        let lines = run.text().lines().take(2);
        lines.map(str::to_owned).collect()
    };
    let once_more = apply(&file, &[&again], "jsonl");
    assert_eq!(records(&once_more), records(&run));
    let anew = apply(&file, &[&fixture(FOUND), &fixture(MISSING)], "jsonl");
    assert_eq!(records(&anew), records(&run));
    // Every format takes them, masked too.
    let table = apply(&file, &[&path], "csv");
    assert!(table.text().contains(",001122334455,") && table.text().contains(",777788889999,"));
    let args = [
        OsStr::new("apply"),
        file.as_os_str(),
        path.as_os_str(),
        OsStr::new("--mask"),
    ];
    let masked = extract(&args);
    assert!(masked.text().contains("xxxxxxxx4455") && !masked.text().contains("001122334455"));
}

#[test]
fn a_decision_that_cannot_be_applied_is_reported() {
    let folder = Folder::new("unmatched");
    let (path, records) = report(&folder);
    let mut other_reading = on(&records[0], 0, "dismissed", None);
    other_reading["read"] = "IOE0000000000".into();
    let mut other_file = on(&records[0], 0, "confirmed", None);
    other_file["content_hash"] = "00".into();
    let number_there = on_notice(&records[0], "checked", None);
    let file = decisions(&folder, &[other_reading, other_file, number_there]);
    let run = apply(&file, &[&path], "json");
    let report: Report = serde_json::from_str(run.text()).expect("a report");
    assert_eq!(
        report.documents[0].notices[0].identifiers.len(),
        records[0].notices[0].identifiers.len()
    );
    let said: Vec<_> = report
        .findings
        .iter()
        .filter(|f| f.kind == FindingKind::DecisionUnmatched)
        .collect();
    // Those about other files are counted; neither is a contradiction.
    assert_eq!(said.len(), 2);
    assert!(said[0].message.starts_with("1 decision is about a file"));
    assert!(
        said[1]
            .message
            .starts_with("2 of the decisions match nothing")
    );
    assert!(said.iter().all(|f| f.severity == Severity::Info));
}

/// What `apply` makes of one document of a report, and what it says of the decisions.
fn applied(folder: &Folder, path: &Path, list: &[Value]) -> (Value, Vec<String>) {
    let run = apply(&decisions(folder, list), &[path], "json");
    let report: Value = serde_json::from_str(run.text()).expect("a report");
    let findings = report["findings"].as_array().into_iter().flatten();
    let said = findings.filter(|f| f["kind"] == "decision-unmatched");
    let said = said
        .filter_map(|f| f["message"].as_str())
        .map(str::to_owned)
        .collect();
    (report["documents"][0]["notices"].clone(), said)
}

#[test]
fn a_decision_is_checked_against_what_the_report_shows() {
    let folder = Folder::new("checked");
    let (path, records) = report_of(&folder, &[NATIVE]);
    let (unchanged, said) = applied(&folder, &path, &[]);
    assert!(said.is_empty(), "{said:?}");
    let number = &records[0].notices[0].identifiers[0];
    assert_eq!(number.kind.key(), "receipt_number");
    let right = Some(number.value.as_str());
    let other = Some("IOE0900000000");
    let with = |action: &str, value, key: &str, changed: Value| {
        let mut decision = on(&records[0], 0, action, value);
        decision[key] = changed;
        decision
    };
    let far = json!([90_000.0, 90_000.0, 90_100.0, 90_010.0]);
    for wrong in [
        // Right, it is said, of a number that was not read.
        on(&records[0], 0, "confirmed", other),
        with("confirmed", None, "read", json!("IOE0900000000")),
        // Instead of a number that was not read.
        with("corrected", other, "read", json!("IOE0911111111")),
        // Where no number is, and where no page is.
        with("confirmed", right, "box", far.clone()),
        with("corrected", other, "box", far.clone()),
        with("dismissed", None, "box", far),
        with("dismissed", None, "page", json!(7)),
        // Supplied where one was read.
        on_notice(&records[0], "supplied", Some("777788889999")),
    ] {
        let (after, said) = applied(&folder, &path, std::slice::from_ref(&wrong));
        assert_eq!(after, unchanged, "{wrong}");
        assert!(
            said.len() == 1 && said[0].starts_with("1 of the decisions match nothing"),
            "{said:?}"
        );
    }
}

#[test]
fn decisions_that_contradict_one_another_change_nothing() {
    let folder = Folder::new("contradict");
    let (path, records) = report_of(&folder, &[NATIVE]);
    let (unchanged, _) = applied(&folder, &path, &[]);
    let right = records[0].notices[0].identifiers[0].value.clone();
    let on_first = |action: &str, value: Option<&str>| on(&records[0], 0, action, value);
    let confirmed = on_first("confirmed", Some(&right));
    for other in [
        on_first("dismissed", None),
        on_first("corrected", Some("IOE0900000000")),
    ] {
        let (after, said) = applied(&folder, &path, &[confirmed.clone(), other]);
        assert_eq!(after, unchanged);
        let expected = "2 of the decisions contradict one another, and changed nothing";
        assert_eq!(said, [expected]);
    }
    // The same said twice, or once by somebody with a masked report, is no contradiction.
    let mut masked = on_first("confirmed", None);
    masked["read"] = format!("IOExxxxxx{}", &right[9..]).into();
    let (after, said) = applied(&folder, &path, &[confirmed.clone(), confirmed, masked]);
    assert!(after != unchanged && said.is_empty(), "{said:?}");
}

#[test]
fn checks_across_documents_run_again() {
    let folder = Folder::new("contradictions");
    let paths = [
        "notices/two-accounts-first.pdf",
        "notices/two-accounts-second.pdf",
    ]
    .map(fixture);
    let read = extract(&[
        OsStr::new("--format"),
        OsStr::new("json"),
        paths[0].as_os_str(),
        paths[1].as_os_str(),
    ]);
    let before: Report = serde_json::from_str(read.text()).expect("a report");
    assert!(
        before
            .findings
            .iter()
            .any(|f| f.kind == FindingKind::TwoAccounts)
    );
    let account = |d: &Document| {
        let mut numbers = d.notices[0].identifiers.iter();
        let at = numbers.position(|i| i.kind.key() == "online_account_number");
        at.expect("it is found")
    };
    let [first, second] = &before.documents[..] else {
        panic!("two documents")
    };
    let right = &first.notices[0].identifiers[account(first)].value;
    let file = decisions(
        &folder,
        &[on(second, account(second), "corrected", Some(right))],
    );
    let after: Report = serde_json::from_str(apply(&file, &[&paths[0], &paths[1]], "json").text())
        .expect("a report");
    assert!(after.findings.is_empty(), "{:?}", after.findings);
}

#[test]
fn invalid_decisions_are_refused_without_quoting_them() {
    let folder = Folder::new("refused");
    let (path, records) = report(&folder);
    let decision = on(&records[0], 0, "corrected", Some("1234567"));
    let wrong_value = json!({ "schema_version": 1, "decisions": [decision] }).to_string();
    for (text, why) in [
        ("{}", "not a file of decisions"),
        ("1234567", "not a file of decisions"),
        (&wrong_value, "decision 1: its value is no"),
    ] {
        let file = folder.path("wrong.json");
        std::fs::write(&file, text).expect("a file");
        let run = apply(&file, &[&path], "json");
        assert_eq!((run.status, run.out.len()), (Some(2), 0), "{text}");
        assert!(
            run.err.contains(why) && !run.err.contains("1234567"),
            "{}",
            run.err
        );
    }
    let none = decisions(&folder, &[]);
    let table = apply(&none, &[Path::new("report.xlsx")], "json");
    assert!(
        table.status == Some(2) && table.err.contains("use a JSON or JSON Lines report"),
        "{}",
        table.err
    );
}

#[test]
fn help_topics_and_findings_give_the_same_advice() {
    let words = |run: &Run| run.text().split_whitespace().collect::<Vec<_>>().join(" ");
    for topic in [
        "account-number",
        "a-number",
        "receipt-number",
        "missing",
        "two-accounts",
        "exposed",
    ] {
        let run = extract(&["about", topic]);
        assert_eq!(run.status, Some(0), "{topic}: {}", run.err);
        assert!(
            run.text().lines().count() > 4 && run.text().lines().all(|l| l.chars().count() <= 80),
            "{topic}"
        );
    }
    let advice = words(&extract(&[
        OsStr::new("--format"),
        OsStr::new("text"),
        fixture(MISSING).as_os_str(),
    ]));
    let guide = words(&extract(&["about", "missing"]));
    let said = "look for the separate Account Access Notice, which has it at the top";
    assert!(advice.contains(said) && guide.contains(said), "{advice}");
    assert_eq!(extract(&["about", "nonsense"]).status, Some(2));
}

/// The same decision by somebody at some time.
fn signed(mut decision: Value, by: &str, at: &str) -> Value {
    decision["by"] = by.into();
    decision["at"] = at.into();
    decision
}

#[test]
fn of_several_files_the_later_decision_counts_and_disagreements_are_reported() {
    let folder = Folder::new("several");
    let (path, records) = report_of(&folder, &[NATIVE]);
    let on_first = |value: &str| on(&records[0], 0, "corrected", Some(value));
    let early = signed(on_first("IOE0900000001"), "AB", "2026-11-25T08:00:00Z");
    let late = signed(on_first("IOE0900000002"), "CD", "2026-11-25T09:00:00Z");
    let file = |name: &str, list: &[Value]| {
        let path = folder.path(name);
        let text = json!({ "schema_version": 1, "decisions": list }).to_string();
        std::fs::write(&path, text).expect("decisions");
        path
    };
    let ab = file("ab.json", &[early]);
    let cd = file("cd.json", &[late]);
    for files in [[&ab, &cd], [&cd, &ab]] {
        let run = apply(files[0], &[files[1], &path], "json");
        let report: Value = serde_json::from_str(run.text()).expect("a report");
        let number = &report["documents"][0]["notices"][0]["identifiers"][0];
        assert_eq!(number["value"], "IOE0900000002");
        assert_eq!(number["decided"]["by"], "CD");
        let said = &report["findings"][0];
        assert_eq!(said["kind"], "decisions-disagree", "{said}");
        assert!(
            said["message"]
                .as_str()
                .is_some_and(|m| m.starts_with("AB and CD"))
        );
    }
}

#[test]
fn a_correction_has_a_mark_in_every_format() {
    let folder = Folder::new("marks");
    let (path, records) = report_of(&folder, &[NATIVE, MISSING]);
    let at = "2026-11-25T08:00:00Z";
    let list = [
        signed(
            on(&records[0], 0, "corrected", Some("IOE0900000001")),
            "AB",
            at,
        ),
        signed(on_notice(&records[1], "checked", None), "AB", at),
    ];
    let file = decisions(&folder, &list);
    for (format, marks) in [
        ("text", ["corrected by AB", "checked by AB"]),
        (
            "csv",
            [
                "corrected by AB",
                "account number checked by AB: none there",
            ],
        ),
        ("json", ["\"by\":\"AB\"", "\"action\":\"checked\""]),
        ("jsonl", ["\"by\":\"AB\"", "\"action\":\"checked\""]),
        ("html", ["\"by\":\"AB\"", "\"action\":\"checked\""]),
    ] {
        let run = apply(&file, &[&path], format);
        for mark in marks {
            assert!(run.text().contains(mark), "{format}: {mark}");
        }
    }
    let records = apply(&file, &[&path], "jsonl").documents();
    let mark = records[0].notices[0].identifiers[0].decided.as_ref();
    let mark = mark.map(|m| (m.action.as_str(), m.by.as_deref(), m.at.as_deref()));
    assert_eq!(mark, Some(("corrected", Some("AB"), Some(at))));
    let none = &records[1].notices[0].decided[0];
    assert_eq!(
        (none.kind.as_str(), none.action.as_str()),
        ("online_account_number", "checked")
    );
    assert_eq!(
        (none.by.as_deref(), none.at.as_deref()),
        (Some("AB"), Some(at))
    );
    let book = folder.path("report.xlsx");
    let run = extract(&[
        OsStr::new("apply"),
        file.as_os_str(),
        path.as_os_str(),
        OsStr::new("-o"),
        book.as_os_str(),
    ]);
    // What was checked is done: nothing is missing any more.
    assert_eq!(run.status, Some(0), "{}", run.err);
    let strings = crate::formats::workbook(&std::fs::read(&book).expect("a workbook"));
    assert!(strings.contains("corrected by AB") && strings.contains("none there"));
}

#[test]
fn a_dismissed_number_brings_no_new_to_do() {
    let folder = Folder::new("dismissed");
    let (path, records) = report_of(&folder, &[NATIVE]);
    for index in 0..records[0].notices[0].identifiers.len() {
        let list = [on(&records[0], index, "dismissed", None)];
        let (after, said) = applied(&folder, &path, &list);
        assert!(said.is_empty(), "{said:?}");
        let findings = after[0]["findings"].to_string();
        assert!(!findings.contains("warning"), "{findings}");
        assert_eq!(after[0]["decided"][0]["action"], "dismissed");
    }
}
