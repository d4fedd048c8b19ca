//! `extract schema`: prints the JSON Schema of a record.

use i797::report::schema::schema;

use crate::console;
use crate::exit::Status;

/// Prints the schema.
///
/// # Errors
/// If standard output cannot be written.
pub(crate) fn run() -> Result<Status, String> {
    console::print(schema().as_bytes())
}
