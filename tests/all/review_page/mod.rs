//! The review page in a real browser, from opening the file to decisions in a finished report.

mod deciding;
mod keeping;
mod list;
mod look;
mod opening;
mod speed;

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::Duration;

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::program::{Folder, Run, extract, fixture};
use crate::truth::truths;

/// Found in scans and text, blank, missing, and a file that cannot be read.
const FILES: [&str; 7] = [
    "notices/biometrics-found.pdf",
    "notices/grid-found-fax.tif",
    "notices/grid-found-stamped.pdf",
    "notices/biometrics-blank-account.pdf",
    "notices/grid-absent-ioe.pdf",
    "notices/grid-absent-eac.pdf",
    "broken/truncated.pdf",
];

/// One person with two account numbers.
const CONFLICT: [&str; 2] = [
    "notices/two-accounts-first.pdf",
    "notices/two-accounts-second.pdf",
];

const LISTED: &str = "section[aria-label='All notices'] .card";

/// The review page of [`FILES`], written once.
fn review_page() -> &'static Path {
    static DESK: OnceLock<(Folder, PathBuf)> = OnceLock::new();
    let (_, path) = DESK.get_or_init(|| {
        let folder = Folder::new("review-page");
        let path = folder.path("report.html");
        written(&path, &FILES.map(fixture), &[]);
        (folder, path)
    });
    path
}

/// The review page of a contradiction, and of what it needs to be one.
fn conflict_page(folder: &Folder) -> PathBuf {
    let path = folder.path("report.html");
    written(&path, &CONFLICT.map(fixture), &[]);
    path
}

/// Writes a report on some paths.
fn written(report: &Path, paths: &[PathBuf], options: &[&str]) -> Run {
    let mut args = vec![
        OsStr::new("--exit-zero"),
        OsStr::new("-o"),
        report.as_os_str(),
    ];
    args.extend(options.iter().map(OsStr::new));
    args.extend(paths.iter().map(|p| p.as_os_str()));
    let run = extract(&args);
    assert_eq!(run.status, Some(0), "{}", run.err);
    run
}

/// A browser at a file, in a folder of its own, whose reviewer gave no initials.
fn at(file: &Path) -> (Folder, Browser, Duration) {
    let folder = Folder::new("browser");
    let mut browser = Browser::start(folder.root());
    let took = browser.open(file);
    ready(&mut browser);
    browser.eval("small.set('initials', '')");
    (folder, browser, took)
}

/// Waits until what was decided here before is taken up.
fn ready(browser: &mut Browser) {
    browser.until("document.documentElement.dataset.ready === 'true'");
}

fn account_of(file: &str) -> String {
    let truth = truths()
        .into_iter()
        .find(|t| t.file == file)
        .expect("the fixture has its truth");
    truth.notices[0].account_numbers[0].clone()
}

/// Waits for a file that the page saves.
fn saved(file: &Path) {
    let begun = std::time::Instant::now();
    while !std::fs::read_to_string(file).is_ok_and(|t| t.ends_with("}\n")) {
        let patient = begun.elapsed() < Duration::from_secs(60);
        assert!(patient, "no decisions were saved");
        std::thread::sleep(Duration::from_millis(30));
    }
}

/// The decisions file that the page exported to its folder.
fn exported(browser: &mut Browser, folder: &Folder) -> PathBuf {
    let file = folder.path("decisions.json");
    browser.click("#export");
    saved(&file);
    file
}

/// The file name on a card.
fn file_of(browser: &mut Browser, card: &str) -> String {
    let name = browser.eval(&format!("{card}.querySelector('.path').textContent"));
    name.as_str().unwrap_or_default().to_owned()
}

/// Chooses an entry of a list.
fn choose(browser: &mut Browser, list: &str, entry: &str) {
    browser.eval(&format!(
        "(() => {{ const list = document.getElementById({list:?}); list.value = {entry:?}; \
         list.dispatchEvent(new Event('change')); }})()"
    ));
}

/// Opens the card of a file among all notices; an expression for the card.
fn opened(browser: &mut Browser, file: &str) -> String {
    let card = format!(
        "[...document.querySelectorAll({LISTED:?})].find((c) => c.textContent.includes({file:?}))"
    );
    browser.eval(&format!("{card}.querySelector('button.more').click()"));
    browser.until(&format!("{card}.querySelectorAll('.value').length > 2"));
    card
}

/// Focuses the row of a value on a card.
fn focus(browser: &mut Browser, card: &str, name: &str) {
    browser.eval(&format!(
        "[...{card}.querySelectorAll('.value')].find((r) => \
         r.querySelector('.name').textContent.startsWith({name:?})).focus()"
    ));
}

/// The review page that `apply` writes for an edited JSON Lines report, without decisions.
fn page_of(folder: &Folder, lines: &[Value]) -> PathBuf {
    let report = folder.path("report.jsonl");
    let none = folder.path("none.json");
    let page = folder.path("report.html");
    let text: String = lines.iter().map(|l| format!("{l}\n")).collect();
    std::fs::write(&report, text).expect("a report");
    std::fs::write(&none, r#"{"schema_version":1,"decisions":[]}"#).expect("no decisions");
    let run = extract(&[
        OsStr::new("apply"),
        none.as_os_str(),
        report.as_os_str(),
        OsStr::new("--exit-zero"),
        OsStr::new("-o"),
        page.as_os_str(),
    ]);
    assert_eq!(run.status, Some(0), "{}", run.err);
    page
}

/// The record of a fixture.
fn record_of(name: &str) -> Value {
    let run = extract(&[fixture(name)]);
    // The last line is about the batch.
    let line = run.text().lines().next().unwrap_or_default();
    serde_json::from_str(line).expect("a record")
}

/// The report that decisions make of some files.
fn applied(decisions: &[&Path], files: &[PathBuf]) -> Value {
    let mut args = vec![OsStr::new("apply")];
    args.extend(decisions.iter().map(|p| p.as_os_str()));
    args.extend(files.iter().map(|p| p.as_os_str()));
    args.extend(["--format", "json"].map(OsStr::new));
    let run = extract(&args);
    serde_json::from_str(run.text()).expect("a report")
}

/// The document of a report whose path ends so.
fn document<'a>(report: &'a Value, end: &str) -> &'a Value {
    let mut documents = report["documents"].as_array().into_iter().flatten();
    let ours = |d: &&Value| d["path"].as_str().is_some_and(|p| p.ends_with(end));
    documents.find(ours).expect("a document")
}

/// Nobody's decisions.
fn no_findings(report: &Value, kind: &str) -> bool {
    let findings = json!(report["findings"]);
    !findings.to_string().contains(kind)
}
