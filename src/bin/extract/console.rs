//! Messages to the user on standard error.

use i797::report::sanitize;

/// Prints an error message, with control characters escaped.
pub fn error(message: &str) {
    eprintln!("extract: {}", sanitize::line(message));
}
