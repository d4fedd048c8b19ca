//! The JSON report: one document for the whole batch,
//! `{"schema_version":1,"documents":[…],"findings":[…],"summary":{…}}`.
//!
//! `documents` contains the records of [`crate::model::record`], one per line; `findings` the
//! findings across documents; `summary` the counts of [`Summary`]. [`BatchReport`] reads it back.

use std::io::{self, Write};

use serde::{Deserialize, Serialize};

use super::{Reporter, Summary, message, sanitize};
use crate::model::finding::Finding;
use crate::model::record::{DocumentRecord, SCHEMA_VERSION};

/// A JSON report, for reading it back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BatchReport {
    /// See [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// The records, in input order.
    pub documents: Vec<DocumentRecord>,
    /// Findings across documents.
    pub findings: Vec<Finding>,
    /// The counts.
    pub summary: Summary,
}

/// Writes the JSON report.
#[derive(Debug, Default)]
pub struct JsonReporter {
    written: bool,
}

impl Reporter for JsonReporter {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        write!(out, "{{\"schema_version\":{SCHEMA_VERSION},\"documents\":[")
    }

    fn document(&mut self, out: &mut dyn Write, record: &DocumentRecord) -> io::Result<()> {
        out.write_all(if self.written { b",\n" } else { b"\n" })?;
        self.written = true;
        value(out, record)
    }

    fn end(&mut self, out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
        out.write_all(b"\n],\n\"findings\":")?;
        value(out, &spelled_out(&summary.findings))?;
        out.write_all(b",\n\"summary\":")?;
        value(out, summary)?;
        out.write_all(b"}\n")
    }
}

/// Findings whose messages have the numbers in them: a program that shows only the message shows
/// all of it.
pub(super) fn spelled_out(findings: &[Finding]) -> Vec<Finding> {
    let spelled_out = |finding: &Finding| Finding {
        message: message(finding),
        ..finding.clone()
    };
    findings.iter().map(spelled_out).collect()
}

/// Writes a value as JSON without characters that could control a terminal.
pub(super) fn value(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    let mut serializer = serde_json::Serializer::with_formatter(out, Harmless);
    value.serialize(&mut serializer).map_err(io::Error::from)
}

/// Compact JSON that also escapes DEL, C1 controls and direction overrides, which JSON permits.
struct Harmless;

impl serde_json::ser::Formatter for Harmless {
    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        out: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let mut rest = fragment;
        while let Some((at, c)) = rest.char_indices().find(|(_, c)| sanitize::acts(*c)) {
            let (before, tail) = rest.split_at(at);
            out.write_all(before.as_bytes())?;
            for unit in c.encode_utf16(&mut [0; 2]) {
                write!(out, "\\u{unit:04x}")?;
            }
            rest = tail.get(c.len_utf8()..).unwrap_or_default();
        }
        out.write_all(rest.as_bytes())
    }
}
