//! Messages for the person who runs the program, on standard error.

use i797::report::sanitize;

/// Reports an error.
pub fn error(message: &str) {
    eprintln!("extract: {}", sanitize::line(message));
}
