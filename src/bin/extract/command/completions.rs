//! `extract completions`: prints what a shell needs to complete commands, options and their values.

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use crate::cli::Cli;
use crate::console;
use crate::exit::Status;

/// The arguments of `extract completions`.
#[derive(Debug, Args)]
pub(crate) struct CompletionsArgs {
    /// Shell to complete in
    #[arg(value_name = "SHELL", value_enum)]
    pub shell: Shell,
}

/// Prints the completions.
///
/// # Errors
/// If standard output cannot be written.
pub(crate) fn run(args: &CompletionsArgs) -> Result<Status, String> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "extract", &mut script);
    console::print(&script)
}
