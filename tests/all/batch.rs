//! Findings across documents, and independence of the number of threads.

use std::collections::BTreeSet;
use std::ffi::OsStr;

use crate::contract::{FindingKind, Severity};
use crate::program::{Folder, all_notices, extract, fixture};
use crate::truth::truths;

fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

/// The files among the fixtures that are to have this finding.
fn marked(kind: &str) -> BTreeSet<String> {
    let files: BTreeSet<String> = truths()
        .into_iter()
        .filter(|t| t.findings.iter().any(|f| f == kind))
        .map(|t| name(&t.file).to_owned())
        .collect();
    assert!(!files.is_empty(), "no fixture shows {kind}");
    files
}

#[test]
fn contradictions_across_files_are_found() {
    let (_, report) = all_notices();
    for (kind, finding) in [
        ("two-accounts", FindingKind::TwoAccounts),
        ("shared-account", FindingKind::SharedAccount),
    ] {
        let found: Vec<_> = report
            .findings
            .iter()
            .filter(|f| f.kind == finding)
            .collect();
        assert_eq!(found.len(), 1, "{kind}: {found:?}");
        assert_eq!(found[0].severity, Severity::Error);
        let documents: BTreeSet<String> = found[0]
            .documents
            .iter()
            .map(|path| name(path).to_owned())
            .collect();
        assert_eq!(documents, marked(kind));
        assert_eq!(
            found[0].values.len(),
            3,
            "one number and the two that it appears with"
        );
        assert!(found[0].message.contains(&found[0].values[0]) && !found[0].advice.is_empty());
    }
}

#[test]
fn duplicate_notices_are_found() {
    let (_, report) = all_notices();
    let twice = |f: &&crate::contract::Finding| f.kind == FindingKind::Duplicate;
    let found: BTreeSet<String> = report
        .documents
        .iter()
        .filter(|d| d.findings.iter().any(|f| twice(&f)))
        .map(|d| name(&d.path).to_owned())
        .collect();
    assert_eq!(found, marked("duplicate"));
    let folder = Folder::with("twice", &["notices/grid-found.pdf"]);
    std::fs::copy(folder.path("grid-found.pdf"), folder.path("z.pdf"))
        .expect("the copy can be made");
    let documents = extract(&[folder.root()]).documents();
    let duplicate = documents[1]
        .findings
        .iter()
        .find(twice)
        .expect("the second is a duplicate");
    assert_eq!(duplicate.documents, [documents[0].path.as_str()]);
    assert!(!documents[0].findings.iter().any(|f| twice(&f)));
}

#[test]
fn one_and_two_threads_give_the_same_bytes() {
    let folder = Folder::with(
        "threads",
        &[
            "notices/bundle-three-notices-g4.tif",
            "notices/grid-found-png.png",
            "notices/grid-found-skewed.pdf",
            "notices/family-found.pdf",
            "notices/two-accounts-first.pdf",
            "notices/two-accounts-second.pdf",
            "broken/truncated.jpg",
            "broken/truncated.pdf",
        ],
    );
    for format in ["json", "csv", "xlsx"] {
        let run = |jobs| {
            extract(&[
                OsStr::new("--explain"),
                OsStr::new("--format"),
                OsStr::new(format),
                OsStr::new(jobs),
                folder.root().as_os_str(),
            ])
        };
        let one = run("-j1");
        let two = run("-j2");
        assert!(one.out.len() > 1000, "{format}: {}", one.err);
        assert!(one.out == two.out, "{format} differs");
        assert_eq!(one.status, two.status);
    }
}

#[test]
fn the_summary_matches_the_records() {
    let (run, report) = all_notices();
    let summary = &report.summary;
    assert_eq!(run.status, Some(1));
    assert_eq!(summary.documents, report.documents.len());
    assert_eq!(
        summary.read + summary.partly + summary.failed + summary.skipped,
        summary.documents
    );
    assert_eq!(
        summary.pages,
        report
            .documents
            .iter()
            .map(|d| d.pages.len())
            .sum::<usize>()
    );
    let notices: usize = report.documents.iter().map(|d| d.notices.len()).sum();
    let counts = &summary.account_numbers;
    assert_eq!(summary.notices, notices);
    assert_eq!(
        counts.found + counts.review + counts.blank + counts.absent + counts.unreadable,
        notices
    );
    assert_eq!((summary.pages_failed, summary.interrupted), (0, false));
    assert!(
        summary.errors >= 2 && summary.warnings >= 5 && summary.to_review <= notices,
        "{summary:?}"
    );
}

#[test]
fn records_are_in_input_order() {
    let paths = [
        "notices/lockbox-found.pdf",
        "notices/grid-found-png.png",
        "notices/access-found.pdf",
        "broken/empty.pdf",
    ]
    .map(fixture);
    let documents = extract(&paths).documents();
    let read: Vec<&str> = documents.iter().map(|d| name(&d.path)).collect();
    assert_eq!(
        read,
        [
            "lockbox-found.pdf",
            "grid-found-png.png",
            "access-found.pdf",
            "empty.pdf"
        ]
    );
}
