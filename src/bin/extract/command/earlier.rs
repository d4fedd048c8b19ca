//! Reports of earlier runs, read back from JSON or JSON Lines.

use std::path::Path;

use i797::model::finding::FindingKind;
use i797::model::record::DocumentRecord;
use i797::report::json::BatchReport;
use serde_json::Value;

/// What an earlier report says.
#[derive(Debug, Default)]
pub(crate) struct Earlier {
    /// Its records, in their order.
    pub records: Vec<DocumentRecord>,
    /// Whether it says of itself that it is not complete.
    pub is_partial: bool,
}

/// Reads a file as text.
///
/// # Errors
/// If it cannot be read.
pub(crate) fn text(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|e| format!("cannot read {}: {e}", path.display()))
}

/// Reads a JSON or JSON Lines report.
///
/// # Errors
/// If it cannot be read, or is none.
pub(crate) fn report(path: &Path) -> Result<Earlier, String> {
    let text = text(path)?;
    if let Ok(report) = serde_json::from_str::<BatchReport>(&text) {
        let is_partial = |kind| kind == FindingKind::ReportPartial;
        return Ok(Earlier {
            is_partial: report.findings.iter().any(|f| is_partial(f.kind)),
            records: report.documents,
        });
    }
    let mut earlier = Earlier::default();
    for (index, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        match serde_json::from_str(line) {
            Ok(record) => earlier.records.push(record),
            Err(_) => match batch(line) {
                Some(is_partial) => earlier.is_partial |= is_partial,
                None => {
                    let number = index + 1;
                    return Err(format!(
                        "{} is not a report written by extract (line {number})",
                        path.display()
                    ));
                }
            },
        }
    }
    Ok(earlier)
}

/// Whether the batch is said not to be complete, in a line about it; `None` for another line.
fn batch(line: &str) -> Option<bool> {
    let line: Value = serde_json::from_str(line).ok()?;
    let findings = line.get("findings")?.as_array()?;
    (line.get("type")? == "batch").then_some(())?;
    let is_partial = |finding: &Value| finding.get("kind").is_some_and(|k| k == "report-partial");
    Some(findings.iter().any(is_partial))
}
