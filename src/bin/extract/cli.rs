//! Command-line arguments as clap parses them; [`crate::settings`] resolves them.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Arg, Args, CommandFactory, Parser, Subcommand, ValueEnum, ValueHint};
use i797::model::advice::TOPICS;
use i797::model::config::{EngineChoice, OcrMode};
use i797::report::Format;

use crate::command::completions::CompletionsArgs;
use crate::command::man::ManArgs;
use crate::command::split::SplitArgs;
use crate::command::state::{ForgetArgs, StateArgs};
use crate::command::watch::WatchArgs;
use crate::exit::Cause;

// Long lines, so that clap wraps them at the width of the terminal.
/// What each exit status means.
pub(crate) const EXIT_STATUS: &str = "\
0 if everything was read and every notice has its account number; \
1 if a number is missing or needs review, or something couldn't be read; \
2 if the run couldn't start, the report couldn't be written or a path doesn't exist; \
130 if interrupted. A report is replaced only by a complete one: after 2 or 130, look for \
NAME.partial.EXT beside it.";
/// Where data stays.
pub(crate) const PRIVACY: &str = "\
Everything runs locally. Reports contain personal data; \
use --mask to show only the last four digits of each number.";
/// What `extract apply` reads.
const APPLY_PATHS: &str =
    "JSON or JSON Lines reports from extract, or the original files and folders";

/// Extracts USCIS online account numbers, A-Numbers and receipt numbers from I-797 notices
///
/// To read a file named like a subcommand, write `./apply`.
#[derive(Debug, Parser)]
#[command(name = "extract", version, disable_version_flag = true)]
#[command(after_help = format!("Exit status: {EXIT_STATUS}\n\n{PRIVACY}"))]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(crate) struct Cli {
    /// The subcommand; without one, files are read into a report.
    #[command(subcommand)]
    pub command: Option<Command>,

    /// The arguments of a plain run.
    #[command(flatten)]
    pub args: RunArgs,
}

impl Cli {
    /// Whether documents are read, and not only what was read before.
    pub(crate) fn reads(&self) -> bool {
        match &self.command {
            None => true,
            Some(Command::Split(args)) => args.undo.is_none(),
            Some(command) => matches!(
                command,
                Command::Apply(_) | Command::Explain(_) | Command::Watch(_)
            ),
        }
    }

    /// The error for a subcommand typed after an option, which clap takes for a path.
    pub(crate) fn misplaced_command(&self, typed: &[OsString]) -> Option<String> {
        let first = self.args.paths.first()?;
        let name = first.to_str()?;
        Self::command().find_subcommand(name)?;
        let place = typed.iter().position(|argument| argument == name)?;
        let is_first = place == 1;
        let is_path_for_sure = typed.iter().take(place).any(|argument| argument == "--");
        (!is_first && !is_path_for_sure).then(|| {
            format!(
                "{name} is a command, and a command comes before its options: extract {name} …; \
                 a file of that name is read as ./{name}"
            )
        })
    }
}

/// The subcommands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Apply decisions from the review page and write a report
    ///
    /// Takes the file that "Export decisions" in an HTML report saves. Decisions are keyed by file
    /// hash, page and bounding box, so they survive moved files and re-runs.
    #[command(mut_args(hide_version))]
    Apply(ApplyArgs),
    /// Draw what was read on each page: labels, numbers, verdicts and ignored areas
    ///
    /// Writes the PNG named by --output (page-1.png, page-2.png, … for several pages), or one per
    /// page to the folder named by --annotate. Prints why each candidate was accepted, flagged or
    /// rejected.
    #[command(
        mut_args(hide_version),
        mut_arg("exit_zero", hide),
        mut_arg("explain", hide)
    )]
    Explain(RunArgs),
    /// Write one file per notice, named by what the notice says
    ///
    /// Pages of PDFs are copied as they are, never drawn again, and images are wrapped without
    /// loss. Sources are never changed or deleted, and nothing is overwritten. Notices with
    /// anything to review go to the folder "review". A manifest in the output folder lists what
    /// was done; --undo takes it back.
    #[command(mut_args(hide_version))]
    Split(Box<SplitArgs>),
    /// Merge JSON and JSON Lines reports and write them in another format
    ///
    /// Of a document that several reports list, the last record counts. Contradictions across
    /// documents are looked for again.
    #[command(
        mut_args(hide_reading),
        mut_arg("paths", |paths| paths.value_name("REPORT").help("JSON or JSON Lines reports"))
    )]
    Convert(RunArgs),
    /// Read folders again whenever files arrive or change
    ///
    /// Needs --state and --output. Each time, the report is written anew. Ends cleanly on Ctrl-C
    /// and SIGTERM.
    #[command(mut_args(hide_version))]
    Watch(WatchArgs),
    /// Show what a state file holds
    State(StateArgs),
    /// Remove documents from a state; nothing of them is left in its file
    Forget(ForgetArgs),
    /// Explain the three numbers and what to do if one is missing, duplicated or leaked
    About(AboutArgs),
    /// Print the JSON Schema of a record (a line of JSON Lines, a document of JSON)
    Schema,
    /// Print the completions for a shell
    Completions(CompletionsArgs),
    /// Print the manual page, or write all manual pages to a folder
    Man(ManArgs),
}

/// The arguments of `extract apply`.
#[derive(Debug, Args)]
#[command(mut_arg("paths", |paths| paths.help(APPLY_PATHS)))]
pub(crate) struct ApplyArgs {
    /// Decisions file exported from the review page; more of them may follow
    #[arg(value_name = "DECISIONS")]
    pub decisions: PathBuf,

    /// The arguments of a plain run; paths may also be reports.
    #[command(flatten)]
    pub args: RunArgs,
}

/// The arguments of `extract about`.
#[derive(Debug, Args)]
pub(crate) struct AboutArgs {
    /// Topic to explain
    #[arg(value_name = "TOPIC", value_parser = topic_parser())]
    pub topic: String,
}

/// The arguments of a plain run: what to read, how, and where the report goes.
#[derive(Debug, Args)]
pub(crate) struct RunArgs {
    /// Files and folders to read (folders recursively); - for a document on standard input
    #[arg(value_name = "PATH", required_unless_present_any = ["files_from", "version"])]
    pub paths: Vec<PathBuf>,

    /// Read paths from FILE, one per line; - for standard input
    #[arg(long, value_name = "FILE")]
    pub files_from: Option<PathBuf>,

    /// Paths in --files-from are separated by NUL bytes instead of newlines
    #[arg(short = '0', long, requires = "files_from")]
    pub null: bool,

    /// Remember in FILE what was read, and read only what is new or changed
    #[arg(
        long,
        value_name = "FILE",
        help_heading = "Folders",
        conflicts_with = "annotate"
    )]
    pub state: Option<PathBuf>,

    /// Report only what no complete run with this state has reported
    #[arg(long, requires = "state", help_heading = "Folders")]
    pub new_only: bool,

    /// Wait while another run uses the state, instead of ending with status 2
    #[arg(long, requires = "state", help_heading = "Folders")]
    pub state_wait: bool,

    /// Leave out what matches GLOB in folders, as in .gitignore (repeatable)
    #[arg(long, value_name = "GLOB", help_heading = "Folders")]
    pub exclude: Vec<String>,

    /// Read only files that match GLOB in folders (repeatable)
    #[arg(long, value_name = "GLOB", help_heading = "Folders")]
    pub include: Vec<String>,

    /// Read hidden folders too, and files named `~$…` and `._…`
    #[arg(long, help_heading = "Folders")]
    pub hidden: bool,

    /// Skip named paths that don't exist, instead of ending with status 2
    #[arg(long, help_heading = "Folders")]
    pub ignore_missing: bool,

    /// Write the report to FILE, - for standard output; its extension sets the format (repeatable)
    #[arg(short, long, value_name = "FILE", help_heading = "Report")]
    pub output: Vec<PathBuf>,

    /// Report format [default: from the extension of --output; otherwise text on a terminal, jsonl
    /// elsewhere]
    #[arg(
        short,
        long,
        value_name = "FORMAT",
        value_parser = format_parser(),
        help_heading = "Report"
    )]
    pub format: Option<Format>,

    /// Columns of a CSV report: FILE has a line `Header = column` for each
    #[arg(long, value_name = "FILE", help_heading = "Report")]
    pub columns: Option<PathBuf>,

    /// Show only the last four digits of each number
    #[arg(long, help_heading = "Report")]
    pub mask: bool,

    /// Write an image of each page to FOLDER, with labels, numbers and verdicts drawn in
    #[arg(
        long,
        value_name = "FOLDER",
        value_hint = ValueHint::DirPath,
        help_heading = "Report"
    )]
    pub annotate: Option<PathBuf>,

    /// Explain why each candidate was accepted, flagged or rejected
    #[arg(long, help_heading = "Report")]
    pub explain: bool,

    /// When to use color
    #[arg(
        long,
        value_name = "WHEN",
        value_enum,
        default_value_t = When::Auto,
        help_heading = "Report"
    )]
    pub color: When,

    /// Exit with status 0 instead of 1
    #[arg(long, help_heading = "Report", conflicts_with = "fail_on")]
    pub exit_zero: bool,

    /// What makes the exit status 1, separated by commas [default: all but never]
    #[arg(
        long,
        value_name = "KIND",
        value_enum,
        value_delimiter = ',',
        help_heading = "Report"
    )]
    pub fail_on: Vec<Cause>,

    /// Format of messages on standard error; neither contains numbers or document names
    #[arg(
        long,
        value_name = "FORMAT",
        value_enum,
        default_value_t = LogFormat::Text,
        help_heading = "Report"
    )]
    pub log_format: LogFormat,

    /// Write counts and times of the run to FILE, in the text format of Prometheus
    #[arg(long, value_name = "FILE", help_heading = "Report")]
    pub metrics: Option<PathBuf>,

    /// When to use OCR
    #[arg(
        long,
        value_name = "WHEN",
        value_enum,
        default_value_t,
        help_heading = "Reading"
    )]
    pub ocr: OcrMode,

    /// OCR engine for scanned pages
    #[arg(
        long,
        alias = "reader",
        value_name = "ENGINE",
        value_enum,
        default_value_t,
        help_heading = "Reading"
    )]
    pub engine: EngineChoice,

    /// Password to try on locked PDFs (repeatable)
    #[arg(long, value_name = "PASSWORD", help_heading = "Reading")]
    pub password: Vec<String>,

    /// Read passwords to try from FILE, one per line
    #[arg(long, value_name = "FILE", help_heading = "Reading")]
    pub password_file: Option<PathBuf>,

    /// Number of parallel jobs [default: one per core]
    #[arg(
        short,
        long,
        value_name = "N",
        value_parser = clap::value_parser!(u16).range(1..),
        help_heading = "Reading"
    )]
    pub jobs: Option<u16>,

    /// Time limit per page [default: 30]
    #[arg(long, value_name = "SECONDS", value_parser = seconds, help_heading = "Limits")]
    pub timeout: Option<f64>,

    /// Memory limit per worker, in MiB [default: 3072]
    #[arg(long, value_name = "MIB", help_heading = "Limits")]
    pub max_memory: Option<u32>,

    /// File size limit, in MiB
    #[arg(
        long,
        value_name = "MIB",
        default_value_t = 1024,
        help_heading = "Limits"
    )]
    pub max_file: u32,

    /// Limit on pages or frames per document
    #[arg(
        long,
        value_name = "N",
        default_value_t = 5000,
        help_heading = "Limits"
    )]
    pub max_pages: u32,

    /// Limit on pixels per image, in millions
    #[arg(long, value_name = "N", default_value_t = 150, help_heading = "Limits")]
    pub max_pixels: u32,

    /// Print the version; with --verbose, also test the sandbox
    #[arg(short = 'V', long)]
    pub version: bool,

    /// With --version, print build details and test the sandbox
    #[arg(long, requires = "version")]
    pub verbose: bool,

    /// Print only errors on standard error
    #[arg(short, long)]
    pub quiet: bool,

    /// Don't show a progress bar
    #[arg(long)]
    pub no_progress: bool,
}

/// The form of messages on standard error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LogFormat {
    /// Lines for people
    Text,
    /// One JSON object per line and event
    Json,
}

/// When to use color.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum When {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Also in files and pipes
    Always,
    /// Never
    Never,
}

/// Hides `--version` and `--verbose`, which only a plain run looks at.
fn hide_version(arg: Arg) -> Arg {
    match arg.get_id().as_str() {
        "version" | "verbose" => hide(arg),
        _ => arg,
    }
}

/// Hides what is about reading documents and folders.
fn hide_reading(arg: Arg) -> Arg {
    let heading = arg.get_help_heading();
    let is_about_reading = matches!(heading, Some("Folders" | "Reading" | "Limits"));
    let names = ["files_from", "null", "annotate", "explain"];
    if is_about_reading || names.contains(&arg.get_id().as_str()) {
        hide(arg)
    } else {
        hide_version(arg)
    }
}

/// Leaves an argument out of the help.
pub(crate) fn hide(arg: Arg) -> Arg {
    arg.hide(true)
}

/// Parses a time limit. The bounds keep it representable as a `Duration` greater than zero.
pub(crate) fn seconds(text: &str) -> Result<f64, String> {
    let seconds: f64 = text.parse().map_err(|_| "not a number".to_owned())?;
    if (0.001..=1e6).contains(&seconds) {
        Ok(seconds)
    } else {
        Err("must be between 0.001 and 1000000".to_owned())
    }
}

fn topic_parser() -> PossibleValuesParser {
    PossibleValuesParser::new(TOPICS.iter().map(|topic| topic.name))
}

fn format_parser() -> impl TypedValueParser<Value = Format> {
    let names = PossibleValuesParser::new(Format::ALL.iter().map(|(name, _)| *name));
    names.try_map(|name| Format::named(&name).ok_or("unknown format"))
}
