//! Messages for the person who runs the program, on standard error. Nobody may listen there: what
//! cannot be said is no reason to stop.

use std::io::{self, Write};

use i797::report::sanitize;

/// Reports an error.
pub fn error(message: &str) {
    say(&format!("extract: {message}"));
}

/// Says a line.
pub fn say(line: &str) {
    let _ = writeln!(io::stderr(), "{}", sanitize::line(line));
}
