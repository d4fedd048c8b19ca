//! `extract explain`: draws what was read on each page.

use crate::cli::RunArgs;
use crate::exit::Status;
use crate::run;
use crate::settings::{Environment, Settings};

/// Reads the documents, draws their pages and prints why each candidate got its verdict.
///
/// # Errors
/// If the arguments contradict each other.
pub(crate) fn run(args: RunArgs, environment: Environment) -> Result<Status, String> {
    Settings::explaining(args, environment).map(|settings| run::read(&settings, None))
}
