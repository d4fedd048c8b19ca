//! Messages to the user on standard error. If nobody is listening there, the run goes on.

use std::io::{self, Write};

use i797::report::sanitize;

/// Prints an error message, with control characters escaped.
pub(crate) fn error(message: &str) {
    say(&format!("extract: {message}"));
}

/// Says a line.
pub(crate) fn say(line: &str) {
    let _ = writeln!(io::stderr(), "{}", sanitize::line(line));
}
