//! What is read: files, folders and lists, and what is never opened.

use std::ffi::OsStr;
use std::io::Write;
use std::path::Path;
use std::process::Stdio;

use crate::contract::{Document, Outcome};
use crate::program::{Folder, command, extract, extract_in, finish, fixture};

const FIXTURE: &str = "notices/grid-found.pdf";

fn names(documents: &[Document]) -> Vec<&str> {
    documents
        .iter()
        .map(|document| document.path.rsplit('/').next().unwrap_or_default())
        .collect()
}

#[test]
fn folders_are_walked_in_order_and_a_file_comes_once() {
    let folder = Folder::new("walk");
    std::fs::create_dir_all(folder.path("b/c")).expect("the folder can be made");
    for name in ["b/c/2.pdf", "b/1.pdf", "a.pdf", "c.pdf"] {
        std::fs::copy(fixture(FIXTURE), folder.path(name)).expect("the fixture can be copied");
    }
    let [root, b, c, one] = [".", "b", "c.pdf", "b/1.pdf"].map(|name| folder.path(name));
    let read = |paths: &[&Path]| names(&extract(paths).documents()).join(" ");
    assert_eq!(read(&[&c, &root, &b]), "c.pdf a.pdf 1.pdf 2.pdf");
    assert_eq!(read(&[&b, &root]), "1.pdf 2.pdf a.pdf c.pdf");
    assert_eq!(read(&[&one, &b, &one]), "1.pdf 2.pdf");
    assert_eq!(read(&[&root, &root]), "a.pdf 1.pdf 2.pdf c.pdf");
}

/// A folder with three copies and what feeds a list of them, separated by `end`, to the program's
/// standard input.
fn listed(end: &str, options: &[&str], names: [&str; 3]) -> Vec<Document> {
    let folder = Folder::new("list");
    let mut list = String::new();
    for name in names {
        let path = folder.path(name);
        std::fs::copy(fixture(FIXTURE), &path).expect("the fixture can be copied");
        list += &format!("{}{end}", path.display());
    }
    let mut child = command(options)
        .stdin(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("standard input is a pipe");
    stdin
        .write_all(list.as_bytes())
        .expect("the list can be sent");
    drop(stdin);
    finish(child).documents()
}

#[test]
fn lists_come_from_standard_input() {
    let names_of = ["x.pdf", "a b.pdf", "m.pdf"];
    assert_eq!(
        names(&listed("\n", &["--files-from", "-"], names_of)),
        names_of
    );
    assert_eq!(
        names(&listed("\r\n", &["--files-from", "-"], names_of)),
        names_of
    );
    let odd = ["x.pdf", "two\nlines.pdf", "m.pdf"];
    assert_eq!(names(&listed("\0", &["-0", "--files-from", "-"], odd)), odd);
}

#[test]
fn lists_come_from_files() {
    let folder = Folder::with("list-file", &[FIXTURE, "notices/lockbox-found.pdf"]);
    std::fs::write(
        folder.path("list.txt"),
        "lockbox-found.pdf\n\ngrid-found.pdf\n",
    )
    .expect("the list can be written");
    let run = extract_in(folder.root(), &["--files-from", "list.txt"]);
    assert_eq!(
        names(&run.documents()),
        ["lockbox-found.pdf", "grid-found.pdf"]
    );
}

#[test]
fn the_report_in_the_folder_is_no_document() {
    let folder = Folder::with("own-report", &[FIXTURE]);
    for _ in 0..2 {
        let run = extract_in(folder.root(), &["-o", "report.jsonl", "."]);
        assert_eq!(run.status, Some(0), "{}", run.err);
        let text =
            std::fs::read_to_string(folder.path("report.jsonl")).expect("the report is there");
        assert_eq!(text.lines().count(), 2, "{text}");
    }
}

#[cfg(unix)]
mod unix {
    use std::fs::File;
    use std::ops::ControlFlow;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;
    use std::process::Command;
    use std::time::Duration;

    use i797::model::config::{Config, Limits};
    use i797::model::record::{DocumentRecord, Outcome as LibraryOutcome};
    use i797::pipeline::batch::{self, Silent};
    use i797::pipeline::input;

    use super::*;

    #[test]
    fn a_name_that_is_not_utf8_is_kept_in_bytes() {
        let folder = Folder::new("bytes");
        let name = OsStr::from_bytes(b"caf\xe9 %.pdf");
        std::fs::copy(fixture(FIXTURE), folder.path(name)).expect("the fixture can be copied");
        for args in [
            vec![folder.root().as_os_str().to_owned()],
            vec![folder.path(name).into_os_string()],
        ] {
            let documents = extract(&args).documents();
            assert_eq!(documents.len(), 1);
            assert_eq!(documents[0].outcome, Outcome::Read);
            assert!(
                documents[0].path.ends_with("caf\u{fffd} %.pdf"),
                "{}",
                documents[0].path
            );
            let bytes = documents[0].path_bytes.as_deref();
            assert!(
                bytes.is_some_and(|bytes| bytes.ends_with("/caf%E9%20%25.pdf")),
                "{bytes:?}"
            );
        }
    }

    #[test]
    fn links_and_pipes_in_a_folder_are_not_followed_or_opened() {
        let folder = Folder::with("odd", &[FIXTURE]);
        for (target, name) in [
            (".", "loop"),
            ("b.pdf", "a.pdf"),
            ("a.pdf", "b.pdf"),
            ("absent.pdf", "dangling.pdf"),
            ("grid-found.pdf", "link.pdf"),
        ] {
            symlink(target, folder.path(name)).expect("the link can be made");
        }
        let made = Command::new("mkfifo")
            .arg(folder.path("pipe.pdf"))
            .status()
            .expect("mkfifo is there");
        assert!(made.success());
        let documents = extract(&[folder.root()]).documents();
        let outcomes: Vec<(&str, Outcome)> = names(&documents)
            .into_iter()
            .zip(documents.iter().map(|d| d.outcome))
            .collect();
        let skipped = |name| (name, Outcome::Skipped);
        assert_eq!(
            outcomes,
            [
                skipped("a.pdf"),
                skipped("b.pdf"),
                skipped("dangling.pdf"),
                ("grid-found.pdf", Outcome::Read),
                skipped("link.pdf"),
                skipped("loop"),
                skipped("pipe.pdf"),
            ]
        );
        assert!(
            documents
                .iter()
                .all(|d| d.error.is_some() == (d.outcome != Outcome::Read))
        );
    }

    #[test]
    fn named_links_are_followed_and_named_pipes_are_not_opened() {
        let folder = Folder::with("named", &[FIXTURE]);
        symlink("grid-found.pdf", folder.path("link.pdf")).expect("the link can be made");
        symlink("self.pdf", folder.path("self.pdf")).expect("the link can be made");
        let made = Command::new("mkfifo")
            .arg(folder.path("pipe.pdf"))
            .status()
            .expect("mkfifo is there");
        assert!(made.success());
        let documents = extract(&[
            folder.path("link.pdf"),
            folder.path("self.pdf"),
            folder.path("pipe.pdf"),
        ])
        .documents();
        let outcomes: Vec<Outcome> = documents.iter().map(|document| document.outcome).collect();
        assert_eq!(outcomes, [Outcome::Read, Outcome::Failed, Outcome::Skipped]);
    }

    /// Rows of inputs that were found before `exchange` was called, by name.
    fn rows_after(folder: &Folder, exchange: impl FnOnce()) -> Vec<(String, LibraryOutcome)> {
        let found: Vec<_> = input::discover(&[folder.root().to_owned()]).collect();
        exchange();
        let mut rows = Vec::new();
        let mut sink = |record: DocumentRecord| {
            let name = record
                .path
                .rsplit('/')
                .next()
                .unwrap_or_default()
                .to_owned();
            rows.push((name, record.outcome));
            ControlFlow::Continue(())
        };
        let config = Config::default();
        batch::run(found.into_iter(), &config, &Silent, &mut sink).expect("the batch begins");
        rows
    }

    #[test]
    fn a_link_that_comes_after_the_walk_is_not_followed() {
        let elsewhere = Folder::with("elsewhere", &[FIXTURE]);
        let folder = Folder::with("exchanged", &[FIXTURE]);
        std::fs::create_dir(folder.path("sub")).expect("the folder can be made");
        for name in ["file.pdf", "sub/grid-found.pdf"] {
            std::fs::copy(fixture(FIXTURE), folder.path(name)).expect("a copy");
        }
        let rows = rows_after(&folder, || {
            std::fs::remove_file(folder.path("file.pdf")).expect("it is there");
            symlink(elsewhere.path("grid-found.pdf"), folder.path("file.pdf")).expect("a link");
            std::fs::remove_dir_all(folder.path("sub")).expect("it is there");
            symlink(elsewhere.root(), folder.path("sub")).expect("a link");
        });
        let row = |name: &str, outcome| (name.to_owned(), outcome);
        let mut expected = vec![
            row("file.pdf", LibraryOutcome::Skipped),
            row("grid-found.pdf", LibraryOutcome::Read),
            row("grid-found.pdf", LibraryOutcome::Skipped),
        ];
        if cfg!(not(target_os = "linux")) {
            // Only Linux can be asked to follow no link on the way.
            expected[2].1 = LibraryOutcome::Read;
        }
        assert_eq!(rows, expected);
    }

    #[test]
    fn a_pipe_that_comes_after_the_walk_is_not_waited_for() {
        let folder = Folder::with("piped", &[FIXTURE]);
        let rows = rows_after(&folder, || {
            std::fs::remove_file(folder.path("grid-found.pdf")).expect("it is there");
            mkfifo(&folder.path("grid-found.pdf"));
        });
        assert_eq!(
            rows,
            [("grid-found.pdf".to_owned(), LibraryOutcome::Skipped)]
        );
    }

    fn mkfifo(path: &Path) {
        let made = Command::new("mkfifo").arg(path).status();
        assert!(made.expect("mkfifo is there").success());
    }

    /// Calls `change` over and over while `look` does its work, which must come to an end.
    fn meanwhile(change: impl Fn() + Send + 'static, look: impl FnOnce() + Send + 'static) {
        let (done, waiting) = std::sync::mpsc::channel();
        let looking = std::thread::spawn(move || {
            look();
            let _ = done.send(());
        });
        let begun = std::time::Instant::now();
        while !looking.is_finished() && begun.elapsed() < Duration::from_secs(120) {
            change();
        }
        let ended = waiting.recv_timeout(Duration::from_secs(1));
        ended.expect("what was opened or read has hung or failed");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_pipe_that_comes_between_check_and_opening_hangs_nothing() {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        let folder = Folder::with("race", &[FIXTURE]);
        let file = folder.path("grid-found.pdf");
        let pipe = folder.path("pipe");
        mkfifo(&pipe);
        let here = file.clone();
        let root = folder.root().to_owned();
        let exchange = move || {
            renameat_with(CWD, &file, CWD, &pipe, RenameFlags::EXCHANGE).expect("both are there");
        };
        meanwhile(exchange, move || {
            let limits = Limits::default();
            for _ in 0..5_000 {
                // Whatever is there, the answer comes, and a pipe is never handed on.
                for opened in [
                    input::open(&here, &limits),
                    input::open_below(&root, &here, &limits),
                ] {
                    let is_file = |file: File| file.metadata().expect("it is open").is_file();
                    assert!(opened.map_or(true, is_file));
                }
            }
        });
    }
}
