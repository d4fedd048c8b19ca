//! What was typed: the arguments of `extract` as clap reads them. What they mean is settled in [`crate::settings`].

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use i797::model::advice::TOPICS;
use i797::model::config::{EngineChoice, OcrMode};
use i797::report::Format;

const AFTER_HELP: &str = "\
Exit status: 0 everything was read and every notice has its account number; 1 something is missing, to review or
could not be read; 2 the run could not begin or its report could not be written; 130 interrupted.

Nothing leaves this machine. Reports hold personal data; --mask shortens the numbers to their last four digits.";

/// Reads USCIS Form I-797 notices and reports the online account number, the A-Numbers and the receipt numbers on them.
///
/// A file that is named like a command is read as ./apply.
#[derive(Debug, Parser)]
#[command(name = "extract", version, disable_version_flag = true, after_help = AFTER_HELP)]
#[command(
    args_conflicts_with_subcommands = true,
    subcommand_negates_reqs = true,
    disable_help_subcommand = true
)]
pub struct Cli {
    /// What to do instead of reading files into a report.
    #[command(subcommand)]
    pub command: Option<Command>,

    /// What to read and how.
    #[command(flatten)]
    pub args: RunArgs,
}

impl Cli {
    /// What to say where a command was typed behind an option, and so was taken for a path to read.
    pub fn misplaced_command(&self, typed: &[OsString]) -> Option<String> {
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

/// What the program does beside reading files into a report.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write a report with what a person decided at the review desk
    ///
    /// The decisions come from the button "Export decisions" of an HTML report. They are matched by the content of the file,
    /// the page and the place on it, so they hold for files that were moved and for batches that are read again.
    Apply(ApplyArgs),
    /// Draw pages as they were read: labels, numbers, verdicts and what was passed over
    ///
    /// The page goes to the PNG that --output names (page-1.png, page-2.png … for several), or with --annotate into a folder;
    /// why each candidate was accepted, sent to review or rejected goes to standard output.
    Explain(RunArgs),
    /// Say what the numbers are, where they stand, and what to do when one is missing, doubled or exposed
    About(AboutArgs),
}

/// The arguments of `extract apply`.
#[derive(Debug, Args)]
pub struct ApplyArgs {
    /// The file that the review desk exported
    #[arg(value_name = "DECISIONS")]
    pub decisions: PathBuf,

    /// What they are applied to: JSON or JSON Lines reports of this program, or the files and folders themselves.
    #[command(flatten)]
    pub args: RunArgs,
}

/// The arguments of `extract about`.
#[derive(Debug, Args)]
pub struct AboutArgs {
    /// What to say something about
    #[arg(value_name = "TOPIC", value_parser = clap::builder::PossibleValuesParser::new(TOPICS.iter().map(|t| t.name)))]
    pub topic: String,
}

/// What to read, how, and where the report goes.
#[derive(Debug, Args)]
pub struct RunArgs {
    /// Files and folders to read; folders are walked
    #[arg(value_name = "PATH", required_unless_present_any = ["files_from", "version"])]
    pub paths: Vec<PathBuf>,

    /// Read paths from FILE, one a line; - for standard input
    #[arg(long, value_name = "FILE")]
    pub files_from: Option<PathBuf>,

    /// The paths of --files-from end with NUL bytes, not lines
    #[arg(short = '0', long, requires = "files_from")]
    pub null: bool,

    /// Write the report to FILE, in the format of its ending
    #[arg(short, long, value_name = "FILE", help_heading = "Report")]
    pub output: Option<PathBuf>,

    /// The format of the report [default: the ending of --output; text on a terminal, jsonl elsewhere]
    #[arg(short, long, value_name = "FORMAT", value_parser = format_parser(), help_heading = "Report")]
    pub format: Option<Format>,

    /// Shorten every number to its last four digits
    #[arg(long, help_heading = "Report")]
    pub mask: bool,

    /// Draw each page as it was read into FOLDER, with labels, numbers and verdicts on it
    #[arg(long, value_name = "FOLDER", help_heading = "Report")]
    pub annotate: Option<PathBuf>,

    /// Say of every candidate why it was accepted, sent to review or rejected
    #[arg(long, help_heading = "Report")]
    pub explain: bool,

    /// When to colour text
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = When::Auto, help_heading = "Report")]
    pub color: When,

    /// End with status 0 where it would be 1
    #[arg(long, help_heading = "Report")]
    pub exit_zero: bool,

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

    /// A password to try on locked PDFs; may be repeated
    #[arg(long, value_name = "PASSWORD", help_heading = "Reading")]
    pub password: Vec<String>,

    /// Read passwords to try from FILE, one a line
    #[arg(long, value_name = "FILE", help_heading = "Reading")]
    pub password_file: Option<PathBuf>,

    /// How many documents to read at the same time [default: one for each core]
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..), help_heading = "Reading")]
    pub jobs: Option<u16>,

    /// Give up on a page that takes longer than this
    #[arg(long, value_name = "SECONDS", default_value_t = 30.0, value_parser = seconds, help_heading = "Limits")]
    pub timeout: f64,

    /// Memory of one reader process, in MiB
    #[arg(
        long,
        value_name = "MIB",
        default_value_t = 3072,
        help_heading = "Limits"
    )]
    pub max_memory: u32,

    /// Size of a file, in MiB
    #[arg(
        long,
        value_name = "MIB",
        default_value_t = 1024,
        help_heading = "Limits"
    )]
    pub max_file: u32,

    /// Pages or frames of a document
    #[arg(
        long,
        value_name = "N",
        default_value_t = 5000,
        help_heading = "Limits"
    )]
    pub max_pages: u32,

    /// Pixels of one picture, in millions
    #[arg(long, value_name = "N", default_value_t = 150, help_heading = "Limits")]
    pub max_pixels: u32,

    /// Print the version; with --verbose also what the reader processes are kept from
    #[arg(short = 'V', long)]
    pub version: bool,

    /// Say more, with --version
    #[arg(long, requires = "version")]
    pub verbose: bool,

    /// No progress and no summary on standard error, only what went wrong
    #[arg(short, long)]
    pub quiet: bool,

    /// No progress bar
    #[arg(long)]
    pub no_progress: bool,
}

/// When to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum When {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Even in a file or a pipe
    Always,
    /// Not at all
    Never,
}

/// A time that can be waited for.
fn seconds(text: &str) -> Result<f64, String> {
    let seconds: f64 = text.parse().map_err(|_| "not a number".to_owned())?;
    if (0.001..=1e6).contains(&seconds) {
        Ok(seconds)
    } else {
        Err("must be between 0.001 and 1000000".to_owned())
    }
}

fn format_parser() -> impl clap::builder::TypedValueParser<Value = Format> {
    use clap::builder::{PossibleValuesParser, TypedValueParser};
    let names = PossibleValuesParser::new(Format::ALL.iter().map(|(name, _)| *name));
    names.try_map(|name| Format::named(&name).ok_or("no such format"))
}
