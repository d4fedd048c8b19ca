//! Messages to the user on standard error, and what a command prints. If nobody is listening, the
//! run goes on.

use std::io::{self, Write};

use i797::report::sanitize;

use crate::exit::Status;
use crate::log;

/// Prints an error message, with control characters escaped.
pub(crate) fn error(message: &str) {
    if log::is_json() {
        log::event("error", &[("message", message.into())]);
    } else {
        say(&format!("extract: {message}"));
    }
}

/// Prints a warning, with control characters escaped.
pub(crate) fn warning(message: &str) {
    if log::is_json() {
        log::event("warning", &[("message", message.into())]);
    } else {
        say(&format!("extract: warning: {message}"));
    }
}

/// Says a line.
pub(crate) fn say(line: &str) {
    let _ = writeln!(io::stderr(), "{}", sanitize::line(line));
}

/// Prints what a command was asked for.
///
/// # Errors
/// If standard output cannot be written.
pub(crate) fn print(bytes: &[u8]) -> Result<Status, String> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        // A closed pipe is not an error: the reader, such as `head`, has seen enough.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(format!("cannot write to standard output: {error}"))
        }
        _ => Ok(Status::Clean),
    }
}
