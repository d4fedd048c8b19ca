//! Reports of earlier runs, read back from JSON or JSON Lines.

use std::path::Path;

use i797::model::finding::{Finding, FindingKind};
use i797::model::record::DocumentRecord;
use i797::report::json::BatchReport;
use serde_json::Value;

/// What an earlier report says.
#[derive(Debug, Default)]
pub(crate) struct Earlier {
    /// Its records, in their order.
    pub records: Vec<DocumentRecord>,
    /// What it says of the batch as a whole.
    pub findings: Vec<Finding>,
}

impl Earlier {
    /// Whether it says of itself that it is not complete.
    pub(crate) fn is_partial(&self) -> bool {
        let partial = |finding: &Finding| finding.kind == FindingKind::ReportPartial;
        self.findings.iter().any(partial)
    }
}

/// Brings what people decided about an earlier batch into the findings of this one: what they
/// checked off stays so where it is found again in the same words, and where they disagreed is said
/// again.
pub(crate) fn carry(earlier: Vec<Finding>, findings: &mut Vec<Finding>) {
    for old in earlier {
        let same = |f: &&mut Finding| f.kind == old.kind && f.text() == old.text();
        match findings.iter_mut().find(same) {
            Some(finding) if finding.decided.is_none() => {
                old.decided
                    .into_iter()
                    .for_each(|mark| finding.check_off(mark));
            }
            None if old.kind == FindingKind::DecisionsDisagree => findings.push(old),
            _ => {}
        }
    }
}

/// Reads a file as text.
///
/// # Errors
/// If it cannot be read.
pub(crate) fn text(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|e| unreadable(path, &e))
}

/// Reads a JSON or JSON Lines report.
///
/// # Errors
/// If it cannot be read, or is none.
pub(crate) fn report(path: &Path) -> Result<Earlier, String> {
    let text = text(path)?;
    if let Ok(report) = serde_json::from_str::<BatchReport>(&text) {
        return Ok(Earlier {
            records: report.documents,
            findings: report.findings,
        });
    }
    let mut earlier = Earlier::default();
    for (index, text) in text.lines().enumerate() {
        match line(text.as_bytes()) {
            Some(Line::Record(record)) => earlier.records.push(*record),
            Some(Line::Batch(findings)) => earlier.findings.extend(findings),
            Some(Line::Nothing) => {}
            None => return Err(no_report(path, index + 1)),
        }
    }
    Ok(earlier)
}

/// Why a file is not read as a report.
pub(crate) fn no_report(path: &Path, line: usize) -> String {
    let path = path.display();
    format!("{path} is not a report written by extract (line {line})")
}

/// Why a file cannot be read.
pub(crate) fn unreadable(path: &Path, error: &std::io::Error) -> String {
    format!("cannot read {}: {error}", path.display())
}

/// A line of JSON Lines.
pub(crate) enum Line {
    /// A document.
    Record(Box<DocumentRecord>),
    /// What is said of the batch.
    Batch(Vec<Finding>),
    /// An empty line.
    Nothing,
}

/// What a line says; `None` for one of no report.
pub(crate) fn line(text: &[u8]) -> Option<Line> {
    if text.trim_ascii().is_empty() {
        return Some(Line::Nothing);
    }
    match serde_json::from_slice(text) {
        Ok(record) => Some(Line::Record(Box::new(record))),
        Err(_) => batch(text).map(Line::Batch),
    }
}

/// What a line about the batch says of it; `None` for another line.
fn batch(line: &[u8]) -> Option<Vec<Finding>> {
    let mut line: Value = serde_json::from_slice(line).ok()?;
    (line.get("type")? == "batch").then_some(())?;
    serde_json::from_value(line.get_mut("findings")?.take()).ok()
}
