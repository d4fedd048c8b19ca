//! What was typed wrongly is said in words, and never as raw bytes.

use std::ffi::OsStr;

use crate::program::{Folder, extract, extract_in, fixture};

/// What would make a terminal red, ring its bell, or begin a line of its own.
const ACTS: &str = "\u{1b}[31mred\u{7}\nerror: nothing\u{202e}";

#[test]
fn messages_about_arguments_hold_no_raw_bytes() {
    let option = format!("--{ACTS}");
    let named = format!("--format={ACTS}");
    for line in [
        &[option.as_str()][..],
        &[&named, "a.pdf"],
        &["about", ACTS],
        &["--timeout", ACTS, "a.pdf"],
        &["--jobs", ACTS],
        &["explain", &option],
    ] {
        let run = extract(line);
        assert_eq!((run.status, run.text()), (Some(2), ""), "{}", run.err);
        let acts = |c: char| c.is_control() && c != '\n' || c == '\u{202e}';
        assert!(!run.err.contains(acts), "{:?}", run.err);
        assert!(run.err.contains("\\u{1b}[31mred"), "{}", run.err);
        let forged = run
            .err
            .lines()
            .any(|said| said.starts_with("error: nothing"));
        assert!(!forged, "{}", run.err);
    }
    assert!(extract(&["--help"]).text().contains("Usage: extract"));
}

#[cfg(unix)]
#[test]
fn arguments_that_are_not_text_are_shown_harmlessly() {
    use std::os::unix::ffi::OsStrExt;
    let run = extract(&[
        OsStr::from_bytes(b"--format=\xff\x1b[2J"),
        OsStr::new("a.pdf"),
    ]);
    assert_eq!(run.status, Some(2));
    assert!(!run.err.contains('\u{1b}'), "{:?}", run.err);
}

#[test]
fn a_command_behind_an_option_is_no_path() {
    let folder = Folder::with("misplaced", &["notices/grid-found.pdf"]);
    let run = extract_in(folder.root(), &["-q", "apply", "d.json", "grid-found.pdf"]);
    assert_eq!((run.status, run.text()), (Some(2), ""));
    assert!(
        run.err.contains("extract apply") && run.err.contains("./apply"),
        "{}",
        run.err
    );
    // A file of that name is read where nothing else can be meant.
    std::fs::copy(fixture("notices/grid-found.pdf"), folder.path("apply")).expect("a copy");
    for line in [&["-q", "./apply"][..], &["-q", "--", "apply"]] {
        let run = extract_in(folder.root(), line);
        assert_eq!(run.documents().len(), 1, "{}", run.err);
    }
}
