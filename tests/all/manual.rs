//! `extract completions` and `extract man`: both know every command and every option.

use std::collections::BTreeMap;
use std::process::{Command, Stdio};

use crate::program::{Folder, extract, extract_in};

const SHELLS: [&str; 5] = ["bash", "elvish", "fish", "powershell", "zsh"];

/// The commands that `--help` lists.
fn commands() -> Vec<String> {
    let help = extract(&["--help"]);
    let list = help.text().split_once("Commands:").expect("a list").1;
    let lines = list.lines().skip(1).take_while(|line| !line.is_empty());
    // Lines that go on with a text are indented further.
    let entry = |line: &str| {
        line.strip_prefix("  ")
            .filter(|l| !l.starts_with(' '))
            .map(first)
    };
    lines
        .filter_map(entry)
        .filter(|name| name != "help")
        .collect()
}

fn first(line: &str) -> String {
    line.split(' ').next().unwrap_or_default().to_owned()
}

/// The long options that the help of a command shows, which is empty for the program itself.
fn options(command: &str) -> Vec<String> {
    let line: Vec<&str> = [command, "--help"]
        .into_iter()
        .filter(|a| !a.is_empty())
        .collect();
    let help = extract(&line);
    let starts = |line: &&str| line.trim_start().starts_with('-');
    let long = |line: &str| {
        let at = line.find("--")?;
        let name = line[at + 2..].split(|c: char| c != '-' && !c.is_alphanumeric());
        name.into_iter().next().map(str::to_owned)
    };
    let found: Vec<String> = help
        .text()
        .lines()
        .filter(starts)
        .filter_map(long)
        .collect();
    assert!(found.contains(&"help".to_owned()), "{}", help.text());
    found
}

/// All pages by name, as `man` shows them but for the fonts.
fn pages() -> BTreeMap<String, String> {
    let folder = Folder::new("man");
    let run = extract_in(folder.root(), &["man", "new/pages"]);
    assert_eq!((run.status, run.err.as_str()), (Some(0), ""));
    let entries = std::fs::read_dir(folder.path("new/pages")).expect("the folder was made");
    let read = |entry: std::io::Result<std::fs::DirEntry>| {
        let path = entry.expect("an entry").path();
        let page = std::fs::read_to_string(&path).expect("a page is text");
        let name = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        (
            name,
            page.replace("\\-", "-")
                .replace("\\fB", "")
                .replace("\\fR", ""),
        )
    };
    entries.map(read).collect()
}

#[test]
fn completions_know_every_command_and_option() {
    let commands = commands();
    assert!(commands.len() > 8, "{commands:?}");
    for shell in SHELLS {
        let run = extract(&["completions", shell]);
        assert_eq!((run.status, run.err.as_str()), (Some(0), ""), "{shell}");
        let script = run.text();
        for command in &commands {
            assert!(script.contains(command.as_str()), "{command} in {shell}");
        }
        for option in options("") {
            assert!(script.contains(&option), "--{option} in {shell}");
        }
    }
    let run = extract(&["completions", "tcsh"]);
    assert_eq!(run.status, Some(2), "{}", run.err);
}

/// What bash offers after `typed`.
fn completed(typed: &[&str]) -> Vec<String> {
    let words = [&["extract"], typed].concat();
    let script = format!(
        "source <('{}' completions bash)\nCOMP_WORDS=({})\nCOMP_CWORD={}\n\
         _extract extract '{}' '{}'\nprintf '%s\\n' \"${{COMPREPLY[@]}}\"",
        env!("CARGO_BIN_EXE_extract"),
        words.join(" "),
        typed.len(),
        typed.last().expect("something is typed"),
        words[words.len() - 2],
    );
    let mut bash = Command::new("bash");
    let run = bash
        .args(["-c", &script])
        .stdin(Stdio::null())
        .output()
        .expect("bash starts");
    assert!(
        run.stderr.is_empty(),
        "{}",
        String::from_utf8_lossy(&run.stderr)
    );
    String::from_utf8_lossy(&run.stdout)
        .lines()
        .map(str::to_owned)
        .collect()
}

#[test]
fn bash_completes_commands_options_and_values() {
    assert_eq!(completed(&["comp"]), ["completions"]);
    assert_eq!(completed(&["--max-mem"]), ["--max-memory"]);
    assert_eq!(completed(&["completions", "po"]), ["powershell"]);
    assert_eq!(completed(&["--ocr", "al"]), ["always"]);
    assert!(completed(&["split", "--dry"]).contains(&"--dry-run".to_owned()));
}

#[test]
fn the_manual_names_every_command_and_option() {
    let pages = pages();
    let commands = commands();
    assert_eq!(pages.len(), commands.len() + 1, "{:?}", pages.keys());
    let main = &pages["extract.1"];
    for command in &commands {
        let page = &pages[&format!("extract-{command}.1")];
        assert!(main.contains(&format!("extract-{command}(1)")), "{command}");
        assert!(page.starts_with(".ie"), "{command} is no page");
        for option in options(command) {
            assert!(
                page.contains(&format!("--{option}")),
                "--{option} of {command}"
            );
        }
    }
    for option in options("") {
        assert!(main.contains(&format!("--{option}")), "--{option}");
    }
    for section in ["SYNOPSIS", "OPTIONS", "EXIT STATUS", "PRIVACY"] {
        assert!(main.contains(section), "{section}");
    }
    let printed = extract(&["man"]);
    let title = format!(
        ".TH extract 1 \"\" \"extract {}\" \"USCIS I-797 notices\"",
        env!("CARGO_PKG_VERSION")
    );
    assert!(printed.text().contains(&title), "{}", printed.text());
}

#[test]
fn pages_that_cannot_be_written_are_said_to_be_so() {
    let folder = Folder::with("man-file", &["notices/grid-found.pdf"]);
    let run = extract_in(folder.root(), &["man", "grid-found.pdf"]);
    assert_eq!((run.status, run.text()), (Some(2), ""));
    assert!(
        run.err.contains("grid-found.pdf: cannot be written"),
        "{}",
        run.err
    );
}
