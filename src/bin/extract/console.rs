//! Messages to the user on standard error. If nobody is listening there, the run goes on.

use std::io::{self, Write};

use i797::report::sanitize;

use crate::log;

/// Prints an error message, with control characters escaped.
pub(crate) fn error(message: &str) {
    if log::is_json() {
        log::event("error", &[("message", message.into())]);
    } else {
        say(&format!("extract: {message}"));
    }
}

/// Says a line.
pub(crate) fn say(line: &str) {
    let _ = writeln!(io::stderr(), "{}", sanitize::line(line));
}
