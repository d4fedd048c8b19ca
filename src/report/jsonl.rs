//! The JSON Lines report: one [`DocumentRecord`] per line, written as soon as the document is done.
//!
//! There is no header or footer, so files can be concatenated and split. Findings across documents
//! are in the records of the documents involved, if they were known in time.

use std::io::{self, Write};

use super::{Reporter, Summary, json};
use crate::model::record::DocumentRecord;

/// Writes one line per document.
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
