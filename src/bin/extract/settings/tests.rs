//! Tests of how arguments become settings.

use std::ffi::OsStr;
use std::time::Duration;

use clap::Parser;
use i797::model::config::{EngineChoice, Limits, OcrMode};

use super::environment::requested_color;
use super::*;
use crate::cli::{Cli, Command};

fn settings(line: &[&str], environment: Environment) -> Result<Settings, String> {
    let cli = Cli::try_parse_from([&["extract"], line].concat()).map_err(|e| e.to_string())?;
    Settings::new(cli.args, environment)
}

const TERMINAL: Environment = Environment {
    stdout_terminal: true,
    stderr_terminal: true,
    color: None,
    width: Some(80),
};
const PIPE: Environment = Environment {
    stdout_terminal: false,
    stderr_terminal: false,
    color: None,
    width: None,
};

#[test]
fn the_command_line_is_consistent() {
    use clap::CommandFactory;
    Cli::command().debug_assert();
}

#[test]
fn files_may_be_named_like_subcommands() {
    let parsed = |line: &[&str]| Cli::try_parse_from([&["extract"], line].concat());
    let paths = |line: &[&str]| parsed(line).unwrap().args.paths;
    assert_eq!(paths(&["./apply"]), [PathBuf::from("./apply")]);
    assert_eq!(
        paths(&["a.pdf", "apply"]),
        ["a.pdf", "apply"].map(PathBuf::from)
    );
    assert_eq!(paths(&["--", "about"]), [PathBuf::from("about")]);
    assert!(matches!(
        parsed(&["about", "missing"]).unwrap().command,
        Some(Command::About(_))
    ));
    assert!(matches!(
        parsed(&["explain", "a.pdf", "-o", "b.png"])
            .unwrap()
            .command,
        Some(Command::Explain(_))
    ));
    let Some(Command::Apply(apply)) = parsed(&["apply", "d.json", "a.pdf", "-o", "b.csv"])
        .unwrap()
        .command
    else {
        panic!("apply is a command");
    };
    assert_eq!(
        (apply.decisions, apply.args.paths),
        (PathBuf::from("d.json"), vec![PathBuf::from("a.pdf")])
    );
    assert!(
        parsed(&["about", "nonsense"]).is_err()
            && parsed(&["apply", "d.json"]).is_err()
            && parsed(&[]).is_err()
    );
}

#[test]
fn explain_writes_one_image_file_for_one_document_only() {
    let explain = |line: &[&str]| {
        let line = [&["extract", "explain"], line].concat();
        let Some(Command::Explain(args)) = Cli::try_parse_from(line).unwrap().command else {
            panic!("explain is a command")
        };
        Settings::explaining(args, PIPE)
    };
    let settings = explain(&["a.pdf", "-o", "b.png"]).unwrap();
    assert_eq!(
        settings.drawings,
        Some(Drawings::File(PathBuf::from("b.png")))
    );
    assert!(
        settings.config.explain
            && settings.config.pictures.pages
            && settings.targets[0].format == Format::Text
    );
    for line in [
        &["a.pdf"][..],
        &["a.pdf", "b.pdf", "-o", "b.png"],
        &["a.pdf", "-o", "b.pdf"],
        &["/", "-o", "b.png"],
    ] {
        assert!(explain(line).is_err(), "{line:?}");
    }
}

#[test]
fn the_default_format_depends_on_the_destination() {
    for (line, environment, format) in [
        (&["a"][..], TERMINAL, Format::Text),
        (&["a"], PIPE, Format::Jsonl),
        (&["a", "-o", "x.CSV"], TERMINAL, Format::Csv),
        (
            &["a", "-o", "x.csv", "--format", "json"],
            TERMINAL,
            Format::Json,
        ),
        (&["a", "--format", "text"], PIPE, Format::Text),
    ] {
        assert_eq!(
            settings(line, environment).unwrap().targets[0].format,
            format,
            "{line:?}"
        );
    }
    assert!(
        settings(&["a", "-o", "x.pdf"], PIPE)
            .unwrap_err()
            .contains("use --format text|json|jsonl|csv")
    );
    assert!(
        settings(&["a", "-o", "/"], PIPE)
            .unwrap_err()
            .contains("is a folder")
    );
    #[cfg(feature = "xlsx")]
    assert!(
        settings(&["a", "--format", "xlsx"], TERMINAL)
            .unwrap_err()
            .contains("use --output FILE")
    );
    assert!(settings(&["a", "--format", "pdf"], PIPE).is_err());
}

#[test]
fn color_depends_on_the_environment_and_the_destination() {
    let color = |line: &[&str], environment: Environment| {
        settings(line, environment).unwrap().targets[0].style.color
    };
    assert!(color(&["a"], TERMINAL));
    assert!(!color(&["a"], PIPE));
    assert!(!color(&["a", "-o", "x.txt"], TERMINAL));
    assert!(color(&["a", "-o", "x.txt", "--color", "always"], TERMINAL));
    assert!(!color(&["a", "--color", "never"], TERMINAL));
    assert!(!color(
        &["a"],
        Environment {
            color: Some(false),
            ..TERMINAL
        }
    ));
    assert!(color(
        &["a"],
        Environment {
            color: Some(true),
            ..PIPE
        }
    ));
    let requested = |pairs: &[(&str, &'static str)]| {
        requested_color(|name| {
            pairs
                .iter()
                .find(|(n, _)| *n == name)
                .map(|(_, v)| OsStr::new(*v))
        })
    };
    assert_eq!(requested(&[]), None);
    assert_eq!(
        requested(&[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")]),
        Some(false)
    );
    assert_eq!(
        requested(&[("NO_COLOR", ""), ("CLICOLOR_FORCE", "1")]),
        Some(true)
    );
    assert_eq!(
        requested(&[("CLICOLOR_FORCE", "0"), ("TERM", "dumb")]),
        Some(false)
    );
}

#[test]
fn invalid_combinations_are_refused() {
    assert!(settings(&[], PIPE).is_err());
    assert!(settings(&["-0", "a"], PIPE).is_err());
    assert!(settings(&["a", "--jobs", "0"], PIPE).is_err());
    let itself = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
    assert!(
        settings(&[itself, "-o", itself, "--format", "csv"], PIPE)
            .unwrap_err()
            .contains("is both an input and the output")
    );
}

#[test]
fn the_default_limits_are_those_of_the_library() {
    assert_eq!(
        settings(&["a"], PIPE).unwrap().config.limits,
        Limits::default()
    );
    let limits = settings(
        &[
            "a",
            "--timeout",
            "0.5",
            "--max-memory",
            "600",
            "--max-pages",
            "3",
        ],
        PIPE,
    )
    .unwrap()
    .config
    .limits;
    assert_eq!(
        (limits.page_time, limits.memory, limits.pages),
        (Duration::from_millis(500), 600 << 20, 3)
    );
    for invalid in [
        ["--timeout", "0"],
        ["--timeout", "nan"],
        ["--max-memory", "10"],
    ] {
        assert!(
            settings(&[&["a"], &invalid[..]].concat(), PIPE).is_err(),
            "{invalid:?}"
        );
    }
}

#[test]
fn the_arguments_become_a_config() {
    let line = [
        "a",
        "--password",
        "x",
        "--password",
        "y",
        "-j",
        "3",
        "--ocr",
        "never",
        "--reader",
        "own",
        "--explain",
    ];
    let config = settings(&line, PIPE).unwrap().config;
    assert_eq!(
        (config.ocr, config.engine, config.jobs, config.explain),
        (OcrMode::Never, EngineChoice::Builtin, Some(3), true)
    );
    assert_eq!(config.passwords.as_slice(), ["x", "y"]);
}
