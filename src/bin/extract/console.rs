//! Messages to the user on standard error. If nobody is listening there, the run goes on.

use std::io::{self, Write};

use i797::report::sanitize;

/// Prints an error message, with control characters escaped.
pub fn error(message: &str) {
    say(&format!("extract: {message}"));
}

/// Says a line.
pub fn say(line: &str) {
    let _ = writeln!(io::stderr(), "{}", sanitize::line(line));
}
