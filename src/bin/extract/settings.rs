//! What the arguments mean here and now: files are read, the terminal and the environment are asked, and what contradicts
//! itself is refused before any work is done.

use std::ffi::OsStr;
use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

use i797::model::config::{Config, Limits, PreviewOptions};
use i797::report::{Format, Style};

use crate::cli::{RunArgs, When};
use crate::hints;

/// Everything a run needs to know.
#[derive(Debug)]
pub struct Settings {
    /// What to read, in this order.
    pub paths: Vec<PathBuf>,
    /// How to read it.
    pub config: Config,
    /// The format of the report.
    pub format: Format,
    /// Its looks.
    pub style: Style,
    /// Where it goes.
    pub destination: Destination,
    /// Whether numbers are shortened.
    pub mask: bool,
    /// Whether status 1 becomes 0.
    pub exit_zero: bool,
    /// Whether a progress bar is shown.
    pub progress: bool,
    /// Whether a summary is said on standard error.
    pub summary: bool,
    /// Where pages go that are drawn as they were read.
    pub drawings: Option<Drawings>,
}

/// Where drawn pages go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Drawings {
    /// One file, or some beside it that are numbered.
    File(PathBuf),
    /// A folder.
    Folder(PathBuf),
}

/// Where a report goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    /// Standard output.
    Stdout {
        /// Whether a person sees it come.
        terminal: bool,
    },
    /// A file.
    File(PathBuf),
}

/// What the arguments are judged by.
#[derive(Debug, Clone, Copy, Default)]
pub struct Environment {
    /// Whether standard output is a terminal.
    pub stdout_terminal: bool,
    /// Whether standard error is a terminal.
    pub stderr_terminal: bool,
    /// Whether the environment wishes for colour, where it says so.
    pub color: Option<bool>,
    /// Columns of the terminal.
    pub width: Option<usize>,
}

impl Environment {
    /// Those of this process.
    pub fn of_process() -> Self {
        Self {
            stdout_terminal: io::stdout().is_terminal(),
            stderr_terminal: io::stderr().is_terminal(),
            color: wished_color(|name| std::env::var_os(name)),
            width: terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)),
        }
    }
}

/// The habits of the field: `NO_COLOR` forbids, then `CLICOLOR_FORCE` demands, then `CLICOLOR=0` and `TERM=dumb` forbid.
fn wished_color<S: AsRef<OsStr>>(variable: impl Fn(&str) -> Option<S>) -> Option<bool> {
    let is = |name: &str, test: &dyn Fn(&OsStr) -> bool| {
        variable(name).is_some_and(|v| test(v.as_ref()))
    };
    if is("NO_COLOR", &|v| !v.is_empty()) {
        Some(false)
    } else if is("CLICOLOR_FORCE", &|v| !v.is_empty() && v != "0") {
        Some(true)
    } else if is("CLICOLOR", &|v| v == "0") || is("TERM", &|v| v == "dumb") {
        Some(false)
    } else {
        None
    }
}

impl Settings {
    /// Settles the arguments, or says in words why they cannot be.
    pub fn new(mut args: RunArgs, environment: Environment) -> Result<Self, String> {
        let drawings = args.annotate.take().map(Drawings::Folder);
        Self::resolve(args, drawings, environment)
    }

    /// Settles the arguments of `explain`: its output is a picture, and the report says why on standard output.
    pub fn explaining(mut args: RunArgs, environment: Environment) -> Result<Self, String> {
        let drawings = match (args.output.take(), args.annotate.take()) {
            (Some(_), Some(_)) => {
                return Err(
                    "name a picture with --output or a folder with --annotate, not both".to_owned(),
                );
            }
            (None, None) => {
                return Err("name a picture with --output, or a folder with --annotate".to_owned());
            }
            (None, Some(folder)) => Drawings::Folder(folder),
            (Some(file), None) => {
                refuse_to_overwrite_input(&file, &args.paths)?;
                if args.paths.len() != 1
                    || args.paths.iter().any(|p| p.is_dir())
                    || args.files_from.is_some()
                {
                    return Err("--output takes the pages of one document; for more name a folder with --annotate".to_owned());
                }
                if file
                    .extension()
                    .is_none_or(|e| !e.eq_ignore_ascii_case("png"))
                {
                    return Err(format!("{} is no name for a PNG picture", file.display()));
                }
                Drawings::File(file)
            }
        };
        args.explain = true;
        args.format = args.format.or(Some(Format::Text));
        Self::resolve(args, Some(drawings), environment)
    }

    fn resolve(
        args: RunArgs,
        drawings: Option<Drawings>,
        environment: Environment,
    ) -> Result<Self, String> {
        let format = format_of(&args, environment)?;
        let destination = destination(args.output.as_deref(), format, environment)?;
        let paths = paths(&args)?;
        if let Destination::File(path) = &destination {
            refuse_to_overwrite_input(path, &paths)?;
        }
        let config = config(&args, format, drawings.is_some())?;
        let people_see_stderr = environment.stderr_terminal && !args.quiet;
        let to_file = matches!(destination, Destination::File(_));
        // A text report ends with its own summary.
        let summary_elsewhere = people_see_stderr && format != Format::Text;
        Ok(Self {
            paths,
            config,
            format,
            style: style(&args, &destination, environment),
            mask: args.mask,
            exit_zero: args.exit_zero,
            progress: people_see_stderr && !args.no_progress,
            summary: !args.quiet && (to_file || summary_elsewhere),
            destination,
            drawings,
        })
    }
}

/// Where the report goes.
fn destination(
    output: Option<&Path>,
    format: Format,
    environment: Environment,
) -> Result<Destination, String> {
    match output {
        Some(path) => Ok(Destination::File(path.to_owned())),
        None if format.is_binary() && environment.stdout_terminal => Err(format!(
            "{} cannot be shown on a terminal; name a file with --output",
            format.name()
        )),
        None => Ok(Destination::Stdout {
            terminal: environment.stdout_terminal,
        }),
    }
}

/// The looks of the report.
fn style(args: &RunArgs, destination: &Destination, environment: Environment) -> Style {
    let to_terminal = *destination == Destination::Stdout { terminal: true };
    let to_stdout = matches!(destination, Destination::Stdout { .. });
    let color = match args.color {
        When::Always => true,
        When::Never => false,
        When::Auto => environment.color.unwrap_or(to_terminal) && to_stdout,
    };
    let width = environment.width.filter(|_| to_terminal);
    Style {
        color,
        width: width.unwrap_or(Style::default().width),
        // A masked path leads nowhere.
        links_from: std::env::current_dir().ok().filter(|_| !args.mask),
        masked: args.mask,
    }
}

/// The paths named as arguments and in the list of `--files-from`.
fn paths(args: &RunArgs) -> Result<Vec<PathBuf>, String> {
    let mut paths = args.paths.clone();
    if let Some(list) = &args.files_from {
        paths.extend(listed_paths(&read(list)?, args.null));
    }
    if paths.is_empty() {
        return Err("the list of files is empty".to_owned());
    }
    Ok(paths)
}

/// The passwords given as arguments and in the file of `--password-file`.
fn passwords(args: &RunArgs) -> Result<Vec<String>, String> {
    let mut passwords = args.password.clone();
    if let Some(file) = &args.password_file {
        let text = String::from_utf8(read(file)?)
            .map_err(|_| format!("{} is not UTF-8 text", file.display()))?;
        passwords.extend(text.lines().filter(|l| !l.is_empty()).map(str::to_owned));
    }
    Ok(passwords)
}

/// What the library is asked to do.
fn config(args: &RunArgs, format: Format, draws_pages: bool) -> Result<Config, String> {
    let limits = Limits::default()
        .with_file_bytes(u64::from(args.max_file) << 20)
        .with_pages(args.max_pages as usize)
        .with_pixels(u64::from(args.max_pixels) * 1_000_000)
        .with_memory(u64::from(args.max_memory) << 20)
        .with_page_time(Duration::from_secs_f64(args.timeout));
    let config = Config::default()
        .with_ocr(args.ocr)
        .with_engine(args.engine)
        .with_passwords(passwords(args)?)
        .with_jobs(args.jobs.map(usize::from))
        .with_explain(args.explain)
        .with_pictures(PreviewOptions::new(
            format.has_pictures(),
            draws_pages,
            args.mask,
        ))
        .with_limits(limits);
    config.validate().map_err(|error| hints::config(&error))?;
    Ok(config)
}

/// `--format`, else the ending of `--output`, else by who reads: people at a terminal, programs elsewhere.
fn format_of(args: &RunArgs, environment: Environment) -> Result<Format, String> {
    match (args.format, &args.output) {
        (Some(format), _) => Ok(format),
        (None, None) => Ok(if environment.stdout_terminal {
            Format::Text
        } else {
            Format::Jsonl
        }),
        (None, Some(path)) if path.is_dir() => {
            Err(format!("{} is a folder; name a file in it", path.display()))
        }
        (None, Some(path)) => Format::of_path(path).ok_or_else(|| {
            let names: Vec<&str> = Format::ALL.iter().map(|(name, _)| *name).collect();
            format!(
                "the name {} does not tell the format of the report; give --format {}",
                path.display(),
                names.join("|")
            )
        }),
    }
}

/// An existing file that is named for reading and for writing is a slip that would destroy a notice.
fn refuse_to_overwrite_input(output: &Path, inputs: &[PathBuf]) -> Result<(), String> {
    let Ok(output_file) = output.canonicalize() else {
        return Ok(());
    };
    if inputs
        .iter()
        .any(|i| i.canonicalize().is_ok_and(|i| i == output_file))
    {
        return Err(format!(
            "{} is named both to be read and to be written",
            output.display()
        ));
    }
    Ok(())
}

/// The content of a file, or of standard input for `-`.
fn read(path: &Path) -> Result<Vec<u8>, String> {
    if path == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin()
            .lock()
            .read_to_end(&mut bytes)
            .map_err(|e| format!("cannot read standard input: {e}"))?;
        return Ok(bytes);
    }
    std::fs::read(path).map_err(|e| format!("cannot read {}: {e}", path.display()))
}

/// The paths in a list, empty ones left out; a line may end as on Windows.
fn listed_paths(list: &[u8], null: bool) -> Vec<PathBuf> {
    let end = if null { b'\0' } else { b'\n' };
    let items = list.split(|b| *b == end);
    let items = items.map(|i| {
        if null {
            i
        } else {
            i.strip_suffix(b"\r").unwrap_or(i)
        }
    });
    items.filter(|i| !i.is_empty()).map(path_of_bytes).collect()
}

#[cfg(unix)]
fn path_of_bytes(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    PathBuf::from(OsStr::from_bytes(bytes))
}

#[cfg(not(unix))]
fn path_of_bytes(bytes: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use clap::Parser;
    use i797::model::config::{EngineChoice, OcrMode};

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
    fn commands_stand_first_and_files_may_be_named_like_them() {
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
        let misplaced = |line: &[&str]| {
            let typed: Vec<_> = [&["extract"], line].concat();
            let typed: Vec<_> = typed.into_iter().map(Into::into).collect();
            parsed(line).unwrap().misplaced_command(&typed).is_some()
        };
        assert!(misplaced(&["-q", "apply", "d.json", "a.pdf"]));
        assert!(misplaced(&["-o", "x.csv", "explain", "a.pdf"]));
        for line in [
            &["./apply"][..],
            &["-q", "--", "apply"],
            &["a.pdf", "apply"],
            &["-q", "applied"],
        ] {
            assert!(!misplaced(line), "{line:?}");
        }
        assert!(
            parsed(&["about", "nonsense"]).is_err()
                && parsed(&["apply", "d.json"]).is_err()
                && parsed(&[]).is_err()
        );
    }

    #[test]
    fn a_picture_is_named_for_one_document() {
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
                && settings.format == Format::Text
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
    fn the_format_follows_who_reads() {
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
                settings(line, environment).unwrap().format,
                format,
                "{line:?}"
            );
        }
        assert!(
            settings(&["a", "-o", "x.pdf"], PIPE)
                .unwrap_err()
                .contains("give --format text|json|jsonl|csv")
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
                .contains("name a file with --output")
        );
        assert!(settings(&["a", "--format", "pdf"], PIPE).is_err());
    }

    #[test]
    fn colour_follows_wish_and_place() {
        let color = |line: &[&str], environment: Environment| {
            settings(line, environment).unwrap().style.color
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
        let wish = |pairs: &[(&str, &'static str)]| {
            wished_color(|name| {
                pairs
                    .iter()
                    .find(|(n, _)| *n == name)
                    .map(|(_, v)| OsStr::new(*v))
            })
        };
        assert_eq!(wish(&[]), None);
        assert_eq!(
            wish(&[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")]),
            Some(false)
        );
        assert_eq!(
            wish(&[("NO_COLOR", ""), ("CLICOLOR_FORCE", "1")]),
            Some(true)
        );
        assert_eq!(
            wish(&[("CLICOLOR_FORCE", "0"), ("TERM", "dumb")]),
            Some(false)
        );
    }

    #[test]
    fn lists_are_split_at_lines_or_nuls() {
        assert_eq!(
            listed_paths(b"a b\r\n\nc\n", false),
            [PathBuf::from("a b"), PathBuf::from("c")]
        );
        assert_eq!(
            listed_paths(b"a\nb\0c\0", true),
            [PathBuf::from("a\nb"), PathBuf::from("c")]
        );
    }

    #[test]
    fn what_makes_no_sense_is_refused() {
        assert!(settings(&[], PIPE).is_err());
        assert!(settings(&["-0", "a"], PIPE).is_err());
        assert!(settings(&["a", "--jobs", "0"], PIPE).is_err());
        let itself = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
        assert!(
            settings(&[itself, "-o", itself, "--format", "csv"], PIPE)
                .unwrap_err()
                .contains("both to be read and to be written")
        );
    }

    #[test]
    fn without_options_the_limits_are_those_of_the_library() {
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
        for wrong in [
            ["--timeout", "0"],
            ["--timeout", "nan"],
            ["--max-memory", "10"],
        ] {
            assert!(
                settings(&[&["a"], &wrong[..]].concat(), PIPE).is_err(),
                "{wrong:?}"
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
}
