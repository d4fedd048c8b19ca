//! The JSON Lines report: one [`DocumentRecord`] per line, written as soon as the document is done,
//! and a last line for what only the whole batch shows.
//!
//! Each line has a `type`: `document`, or `batch` for the last one,
//! `{"type":"batch","schema_version":1,"findings":[…],"summary":{…}}`. Files can be concatenated
//! and split: who reads several takes the `document` lines.

use std::io::{self, Write};

use serde::Serialize;

use super::{Reporter, Summary, json};
use crate::model::finding::Finding;
use crate::model::record::{DocumentRecord, SCHEMA_VERSION};

/// A line.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Line<'a> {
    Document(&'a DocumentRecord),
    Batch {
        schema_version: u32,
        findings: Vec<Finding>,
        summary: &'a Summary,
    },
}

impl Line<'_> {
    fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        json::value(out, self)?;
        out.write_all(b"\n")
    }
}

/// Writes one line per document, and one for the batch.
#[derive(Debug, Default)]
pub struct JsonlReporter;

impl Reporter for JsonlReporter {
    fn begin(&mut self, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn document(&mut self, out: &mut dyn Write, record: &DocumentRecord) -> io::Result<()> {
        Line::Document(record).write(out)
    }

    fn end(&mut self, out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
        let line = Line::Batch {
            schema_version: SCHEMA_VERSION,
            findings: json::spelled_out(&summary.findings),
            summary,
        };
        line.write(out)
    }
}
