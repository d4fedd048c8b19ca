//! `extract split`: one file a notice, sources untouched, and a way back.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::program::{Folder, Run, documents, extract, fixture};

/// Three notices behind a letter, each with text of its own.
const BUNDLE: &str = "notices/bundle-letter-and-three-notices.pdf";
/// Fax pages in one TIFF.
const FAXES: &str = "notices/bundle-three-notices-g4.tif";

fn split(args: &[&OsStr], out: &Path) -> Run {
    let command = [OsStr::new("split"), OsStr::new("-o"), out.as_os_str()];
    extract(&[&command[..], args].concat())
}

/// Every file below a folder with its content.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(at) = folders.pop() {
        for entry in fs::read_dir(at).into_iter().flatten() {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path
                    .strip_prefix(folder)
                    .expect("below")
                    .to_string_lossy()
                    .into_owned();
                found.insert(name.replace('\\', "/"), fs::read(&path).expect("a file"));
            }
        }
    }
    found
}

/// The accepted numbers of a report, by kind and value.
fn numbers(paths: &[PathBuf]) -> Vec<String> {
    let args: Vec<&OsStr> = paths.iter().map(|path| path.as_os_str()).collect();
    let mut found: Vec<String> = documents(extract(&args).text())
        .iter()
        .flat_map(|document| &document.notices)
        .flat_map(|notice| &notice.identifiers)
        .map(|number| format!("{:?} {}", number.kind, number.value))
        .collect();
    found.sort();
    found
}

/// The PDFs that were written for notices.
fn pdfs(folder: &Path) -> Vec<PathBuf> {
    let names = files(folder).into_keys();
    let names = names.filter(|name| name.ends_with(".pdf") && !name.starts_with("other/"));
    names.map(|name| folder.join(name)).collect()
}

#[test]
fn every_notice_becomes_a_file_that_reads_the_same() {
    for bundle in [BUNDLE, FAXES, "notices/bundle-blank-backs-pdf-g4.pdf"] {
        let folder = Folder::new("split");
        let out = folder.path("out");
        let source = fixture(bundle);
        let run = split(&[source.as_os_str()], &out);
        assert!(matches!(run.status, Some(0 | 1)), "{}", run.err);
        assert_eq!(numbers(&pdfs(&out)), numbers(&[source]), "{bundle}");
    }
}

#[test]
fn a_new_file_holds_nothing_of_the_other_notices() {
    let folder = Folder::new("split-apart");
    let out = folder.path("out");
    split(&[fixture(BUNDLE).as_os_str()], &out);
    let all = pdfs(&out);
    assert_eq!(all.len(), 3, "{all:?}");
    for path in &all {
        let own = numbers(std::slice::from_ref(path));
        let bytes = fs::read(path).expect("a file");
        let text = String::from_utf8_lossy(&bytes);
        let others = all.iter().filter(|other| *other != path);
        for other in numbers(&others.cloned().collect::<Vec<_>>()) {
            let digits = other.split(' ').next_back().expect("a value");
            assert!(
                own.contains(&other) || !text.contains(digits),
                "{other} in {path:?}"
            );
        }
    }
}

#[test]
fn names_are_made_of_the_notice_and_never_taken_twice() {
    let folder = Folder::new("split-names");
    let out = folder.path("out");
    let source = fixture("notices/grid-found.pdf");
    let args = [
        source.as_os_str(),
        OsStr::new("--name"),
        OsStr::new("{form} of {receipt_number}"),
    ];
    split(&args, &out);
    let first = files(&out);
    split(&args, &out);
    let second = files(&out);
    for (name, content) in &first {
        assert_eq!(second.get(name), Some(content), "{name} was changed");
    }
    assert!(
        second.keys().any(|name| name.ends_with(" (2).pdf")),
        "{:?}",
        second.keys()
    );
    assert!(second.contains_key("split-manifest-2.jsonl"));
    let refused = split(
        &[
            source.as_os_str(),
            OsStr::new("--name"),
            OsStr::new("{nobody}"),
        ],
        &out,
    );
    assert_eq!(refused.status, Some(2));
    assert!(refused.err.contains("{nobody}"), "{}", refused.err);
}

#[test]
fn a_dry_run_writes_nothing_and_says_the_same() {
    let folder = Folder::new("split-dry");
    let out = folder.path("out");
    let source = fixture(BUNDLE);
    let dry = split(&[source.as_os_str(), OsStr::new("--dry-run")], &out);
    assert!(!out.exists());
    let real = split(&[source.as_os_str()], &out);
    assert_eq!(dry.text(), real.text());
    assert!(real.text().contains("other/"), "{}", real.text());
}

#[test]
fn undo_takes_back_what_was_written_and_nothing_else() {
    let folder = Folder::new("split-undo");
    let out = folder.path("out");
    split(&[fixture(BUNDLE).as_os_str()], &out);
    let changed = pdfs(&out).remove(0);
    fs::write(&changed, b"annotated since").expect("writable");
    fs::write(out.join("own.txt"), b"a person's").expect("writable");
    let manifest = out.join("split-manifest.jsonl");
    let undo = [
        OsStr::new("split"),
        OsStr::new("--undo"),
        manifest.as_os_str(),
    ];
    let run = extract(&undo);
    assert_eq!(run.status, Some(1), "{}", run.err);
    assert!(run.err.contains("it was changed"), "{}", run.err);
    let left: Vec<String> = files(&out).into_keys().collect();
    let changed = changed
        .file_name()
        .expect("a name")
        .to_string_lossy()
        .into_owned();
    assert_eq!(left, [changed.as_str(), "own.txt", "split-manifest.jsonl"]);
    assert!(!out.join("other").exists());
}

#[test]
fn a_manifest_that_names_other_files_undoes_nothing() {
    let folder = Folder::new("split-manifest");
    let victim = folder.path("victim.pdf");
    fs::write(&victim, b"keep me").expect("writable");
    let hash = blake3::hash(b"keep me").to_hex().to_string();
    let inside = folder.path("inside");
    fs::create_dir(&inside).expect("a folder");
    for name in [
        "../victim.pdf",
        &victim.to_string_lossy(),
        "a/../../victim.pdf",
    ] {
        let line = serde_json::json!({"manifest_version": 1, "action": "extracted", "file": name,
            "hash": hash, "source": "x", "source_hash": "", "pages": [1]});
        let manifest = inside.join("m.jsonl");
        fs::write(&manifest, format!("{line}\n")).expect("writable");
        let run = extract(&[
            OsStr::new("split"),
            OsStr::new("--undo"),
            manifest.as_os_str(),
        ]);
        assert_eq!(run.status, Some(2), "{name}: {}", run.err);
        assert!(victim.exists());
    }
}

/// What undoing a manifest of one line says and returns.
fn undone(
    manifest: &std::path::Path,
    action: &str,
    file: &str,
    hash: &str,
    source: &str,
) -> String {
    let line = serde_json::json!({"manifest_version": 1, "action": action, "file": file,
        "hash": hash, "source": source, "source_hash": "", "pages": [1]});
    fs::write(manifest, format!("{line}\n")).expect("writable");
    let run = extract(&[
        OsStr::new("split"),
        OsStr::new("--undo"),
        manifest.as_os_str(),
    ]);
    assert_eq!(run.status, Some(1), "{}", run.err);
    run.err
}

#[cfg(unix)]
#[test]
fn a_manifest_reaches_nothing_through_a_link() {
    let folder = Folder::new("split-link");
    let victim = folder.path("victim.pdf");
    fs::write(&victim, b"keep me").expect("writable");
    let hash = blake3::hash(b"keep me").to_hex().to_string();
    let inside = folder.path("inside");
    fs::create_dir(&inside).expect("a folder");
    std::os::unix::fs::symlink(folder.root(), inside.join("review")).expect("a link");
    let said = undone(
        &inside.join("m.jsonl"),
        "copied",
        "review/victim.pdf",
        &hash,
        "x",
    );
    assert!(said.contains("a link leads out"), "{said}");
    assert!(victim.exists());
}

#[test]
fn a_manifest_puts_no_file_where_no_document_was() {
    let folder = Folder::new("split-put");
    fs::write(folder.path("a.pdf"), b"program").expect("writable");
    fs::write(folder.path("b.desktop"), b"program").expect("writable");
    let hash = blake3::hash(b"program").to_hex().to_string();
    for (file, name) in [
        ("a.pdf", "start.desktop"),
        ("a.pdf", ".profile"),
        ("b.desktop", "start.desktop"),
        ("a.pdf", "a.png"),
    ] {
        let to = folder.path(name);
        let manifest = folder.path("m.jsonl");
        let said = undone(&manifest, "moved", file, &hash, &to.to_string_lossy());
        assert!(said.contains("its old name"), "{name}: {said}");
        assert!(folder.path(file).exists() && !to.exists(), "{name}");
    }
}

#[test]
fn copy_and_move_keep_the_bytes_and_move_can_be_undone() {
    let folder = Folder::new("split-whole");
    let source = folder.path("scan.TIF");
    fs::copy(fixture("notices/grid-found-fax.tif"), &source).expect("copied");
    let bytes = fs::read(&source).expect("a file");
    let copies = folder.path("copies");
    split(&[source.as_os_str(), OsStr::new("--copy")], &copies);
    let copied = files(&copies);
    let tif = |files: &BTreeMap<String, Vec<u8>>| {
        let found = files.iter().find(|(name, _)| name.ends_with(".tif"));
        found.map(|(name, content)| (name.clone(), content.clone()))
    };
    assert_eq!(tif(&copied).expect("a copy").1, bytes);
    assert!(source.exists());
    let moved = folder.path("moved");
    split(&[source.as_os_str(), OsStr::new("--move")], &moved);
    assert!(!source.exists());
    assert_eq!(tif(&files(&moved)).expect("the file").1, bytes);
    let manifest = moved.join("split-manifest.jsonl");
    let line = fs::read_to_string(&manifest).expect("a manifest");
    let entry: Value = serde_json::from_str(line.lines().next().expect("a line")).expect("JSON");
    assert_eq!(entry["action"], "moved");
    let run = extract(&[
        OsStr::new("split"),
        OsStr::new("--undo"),
        manifest.as_os_str(),
    ]);
    assert_eq!(run.status, Some(0), "{}", run.err);
    assert_eq!(fs::read(&source).expect("back again"), bytes);
    assert!(!manifest.exists());
}

/// Even a bundle is not moved: only a file that is one notice as a whole gets another name.
#[test]
fn sources_are_never_deleted() {
    let folder = Folder::new("split-source");
    let source = folder.path("bundle.pdf");
    fs::copy(fixture(BUNDLE), &source).expect("copied");
    let before = fs::read(&source).expect("a file");
    split(
        &[source.as_os_str(), OsStr::new("--move")],
        &folder.path("out"),
    );
    assert_eq!(fs::read(&source).expect("still there"), before);
}

#[test]
fn what_cannot_be_read_is_said_and_left() {
    let folder = Folder::new("split-broken");
    let out = folder.path("out");
    let run = split(&[fixture("broken/locked.pdf").as_os_str()], &out);
    assert_eq!(run.status, Some(1), "{}", run.err);
    assert!(run.text().contains("left as it is"), "{}", run.text());
    assert!(files(&out).is_empty());
}

#[cfg(unix)]
#[test]
fn a_name_that_is_no_text_ends_no_run() {
    use std::os::unix::ffi::OsStrExt;
    let folder = Folder::new("split-bytes");
    let sources = folder.path("in");
    fs::create_dir(&sources).expect("a folder");
    for name in [&b"caf\xe9 \x1b[31m.pdf"[..], b"zz.pdf"] {
        let copied = fs::copy(fixture(BUNDLE), sources.join(OsStr::from_bytes(name)));
        copied.expect("copied");
    }
    let out = folder.path("out");
    let run = split(&[sources.as_os_str(), OsStr::new("--move")], &out);
    assert!(matches!(run.status, Some(0 | 1)), "{}", run.err);
    assert_eq!(pdfs(&out).len(), 6, "{}", run.text());
    assert!(!run.text().contains('\u{1b}'), "{}", run.text());
    assert_eq!(fs::read_dir(&sources).expect("the folder").count(), 2);
}

#[test]
fn decisions_of_several_people_name_the_files() {
    let folder = Folder::new("split-decisions");
    let source = fixture("notices/grid-found.pdf");
    let read = extract(&[source.as_os_str()]);
    let records = documents(read.text());
    let receipt = &records[0].notices[0].identifiers[0];
    let decided = |by: &str, value: &str, at: &str| {
        let place = &receipt.sightings[0];
        let decision = serde_json::json!({ "content_hash": records[0].content_hash,
            "path": records[0].path, "page": place.page, "box": place.bounds, "notice": null,
            "kind": receipt.kind.key(), "read": receipt.value, "action": "corrected",
            "value": value, "note": null, "by": by, "at": at });
        let path = folder.path(format!("decisions-{by}.json"));
        let file = serde_json::json!({ "schema_version": 1, "decisions": [decision] });
        fs::write(&path, file.to_string()).expect("decisions");
        path
    };
    let late = decided("CD", "IOE0900000002", "2026-11-25T09:00:00Z");
    let early = decided("AB", "IOE0900000001", "2026-11-25T08:00:00Z");
    let out = folder.path("out");
    let run = split(
        &[
            source.as_os_str(),
            OsStr::new("--decisions"),
            late.as_os_str(),
            OsStr::new("--decisions"),
            early.as_os_str(),
            OsStr::new("--name"),
            OsStr::new("{receipt_number}"),
        ],
        &out,
    );
    // Two people differ: the later one counts, and somebody must ask them.
    assert_eq!(run.status, Some(1), "{}", run.err);
    assert!(
        run.err.contains("AB and CD decided differently"),
        "{}",
        run.err
    );
    assert!(out.join("IOE0900000002.pdf").exists(), "{}", run.text());
}
