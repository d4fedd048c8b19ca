//! `extract explain`: pages drawn as they were read.

use crate::cli::RunArgs;
use crate::exit::Status;
use crate::run;
use crate::settings::{Environment, Settings};

/// Reads the documents, draws their pages and reports why each candidate got its verdict.
///
/// # Errors
/// When the arguments contradict themselves.
pub fn run(args: RunArgs, environment: Environment) -> Result<Status, String> {
    Settings::explaining(args, environment).map(|settings| run::read(&settings, None))
}
