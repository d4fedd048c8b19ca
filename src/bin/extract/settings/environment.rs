//! The terminal and the environment variables that settings depend on.

use std::ffi::{OsStr, OsString};
use std::io::{self, IsTerminal};

/// The terminal and the color variables, as read once at the start.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Environment {
    /// Whether standard output is a terminal.
    pub stdout_terminal: bool,
    /// Whether standard error is a terminal.
    pub stderr_terminal: bool,
    /// Whether environment variables request or forbid color; `None` if they don't say.
    pub color: Option<bool>,
    /// Columns of the terminal.
    pub width: Option<usize>,
}

impl Environment {
    /// The environment of this process.
    pub(crate) fn of_process() -> Self {
        Self {
            stdout_terminal: io::stdout().is_terminal(),
            stderr_terminal: io::stderr().is_terminal(),
            color: requested_color(|name| std::env::var_os(name)),
            width: terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)),
        }
    }
}

/// Follows the common conventions: `NO_COLOR` forbids color, then `CLICOLOR_FORCE` requests it,
/// then `CLICOLOR=0` and `TERM=dumb` forbid it.
pub(super) fn requested_color<S: AsRef<OsStr>>(
    variable: impl Fn(&str) -> Option<S>,
) -> Option<bool> {
    let value = |name: &str| variable(name).map_or_else(OsString::new, |v| v.as_ref().to_owned());
    let force = value("CLICOLOR_FORCE");
    if !value("NO_COLOR").is_empty() {
        Some(false)
    } else if !force.is_empty() && force != "0" {
        Some(true)
    } else if value("CLICOLOR") == "0" || value("TERM") == "dumb" {
        Some(false)
    } else {
        None
    }
}
