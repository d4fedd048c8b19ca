//! JSON Lines: one [`DocumentRecord`] a line, written as soon as the document is done.
//!
//! Nothing stands before or after the rows, so that files can be joined and cut; what only the whole batch shows is in
//! the rows of the documents concerned where it was known in time.

use std::io::{self, Write};

use super::{Reporter, Summary, json};
use crate::model::record::DocumentRecord;

/// Writes a row a document.
#[derive(Debug, Default)]
pub struct JsonlReporter;

impl Reporter for JsonlReporter {
    fn begin(&mut self, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn document(&mut self, out: &mut dyn Write, record: &DocumentRecord) -> io::Result<()> {
        json::value(out, record)?;
        out.write_all(b"\n")
    }

    fn end(&mut self, _: &mut dyn Write, _: &Summary) -> io::Result<()> {
        Ok(())
    }
}
