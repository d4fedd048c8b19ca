//! `extract schema`: prints the JSON Schema of a record.

use std::io::{self, Write};

use i797::report::schema::schema;

use crate::exit::Status;

/// Prints the schema.
///
/// # Errors
/// If standard output cannot be written.
pub(crate) fn run() -> Result<Status, String> {
    match io::stdout().lock().write_all(schema().as_bytes()) {
        // A closed pipe is not an error: the reader, such as `head`, has seen enough.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(format!("cannot write to standard output: {error}"))
        }
        _ => Ok(Status::Clean),
    }
}
