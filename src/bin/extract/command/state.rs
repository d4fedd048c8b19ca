//! `extract state` and `extract forget`: what a state holds, and what it is to lose.

use std::path::{Path, PathBuf};

use clap::Args;
use i797::model::config::Config;
use i797::pipeline::state::State;

use crate::exit::Status;
use crate::{log, memory};

/// The arguments of `extract state`.
#[derive(Debug, Args)]
pub(crate) struct StateArgs {
    /// The state file, as given with --state
    #[arg(value_name = "FILE")]
    pub state: PathBuf,
}

/// The arguments of `extract forget`.
#[derive(Debug, Args)]
pub(crate) struct ForgetArgs {
    /// The state file, as given with --state
    #[arg(long, value_name = "FILE", required = true)]
    pub state: PathBuf,

    /// Files, and folders with all that is in them
    #[arg(value_name = "PATH", required_unless_present = "missing")]
    pub paths: Vec<PathBuf>,

    /// Remove all files that are no longer there
    #[arg(long)]
    pub missing: bool,
}

/// Prints what a state holds.
///
/// # Errors
/// If it cannot be read.
pub(crate) fn show(args: &StateArgs) -> Result<Status, String> {
    let state = open(&args.state)?;
    let contents = state
        .contents()
        .map_err(|e| memory::told(&args.state, &e))?;
    let last_run = match contents.last_run {
        Some(seconds) => log::day_and_time(seconds),
        None => "never".to_owned(),
    };
    print(&[
        ("files", contents.files.to_string()),
        ("documents", contents.contents.to_string()),
        ("read by this program", contents.current.to_string()),
        ("last complete run", last_run),
        ("size", format!("{} KiB", contents.bytes >> 10)),
    ]);
    Ok(Status::Clean)
}

/// Removes documents from a state.
///
/// # Errors
/// If it cannot be written.
pub(crate) fn forget(args: &ForgetArgs) -> Result<Status, String> {
    let state = open(&args.state)?;
    let told = |error| memory::told(&args.state, &error);
    let mut removed = state.forget(&args.paths).map_err(told)?;
    if args.missing {
        removed += state.forget_missing().map_err(told)?;
    }
    print(&[("files forgotten", removed.to_string())]);
    Ok(Status::Clean)
}

/// Opens a state that is there: it is not made by a look at it.
fn open(path: &Path) -> Result<State, String> {
    if !path.is_file() {
        return Err(format!("{}: no such state", path.display()));
    }
    memory::at(path, &Config::default(), &|| false)
}

/// Prints a table of two columns.
fn print(rows: &[(&str, String)]) {
    use std::io::Write;
    for (name, value) in rows {
        // Who closed the pipe has seen enough.
        let _ = writeln!(std::io::stdout(), "{name:24}{value}");
    }
}
