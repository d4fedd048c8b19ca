//! `extract apply`: applies a reviewer's decisions to earlier reports or to documents.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use i797::model::error::SetupError;
use i797::model::record::DocumentRecord;
use i797::notice::batch::Batch;
use i797::pipeline::batch::{BatchSummary, Sink};
use i797::report::Format;
use i797::review::{Decided, Decisions};

use super::earlier::{self, Earlier};
use crate::cli::ApplyArgs;
use crate::exit::Status;
use crate::run;
use crate::settings::{Environment, Settings};

/// Applies decisions to earlier reports and to documents, which are read again.
///
/// # Errors
/// If the decisions, a report or the arguments are invalid.
pub(crate) fn run(args: ApplyArgs, environment: Environment) -> Result<Status, String> {
    let mut decisions = vec![decisions(&args.decisions)?];
    let mut settings = Settings::new(args.args, environment)?;
    let mut paths = std::mem::take(&mut settings.paths);
    // Several people's files may follow one another; reports never look like them.
    let further = paths.iter().map_while(|path| further(path)).count();
    for path in paths.drain(..further) {
        decisions.push(self::decisions(&path)?);
    }
    let (earlier, documents) = partition(paths)?;
    settings.paths = documents;
    Ok(run::read(&settings, Some((decisions, earlier))))
}

/// Whether a path is one more file of decisions.
fn further(path: &Path) -> Option<()> {
    if Format::of_path(path) != Some(Format::Json) {
        return None;
    }
    let text = earlier::text(path).ok()?;
    let value: serde_json::Value = serde_json::from_str(&text).ok()?;
    value.get("decisions").map(|_| ())
}

/// Reads a file of decisions.
///
/// # Errors
/// If it cannot be read, or is none.
pub(crate) fn decisions(path: &Path) -> Result<Decisions, String> {
    let text = earlier::text(path)?;
    Decisions::parse(&text).map_err(|e| format!("{}: {e}", path.display()))
}

/// Separates what earlier reports say from the documents to read, by extension.
fn partition(paths: Vec<PathBuf>) -> Result<(Earlier, Vec<PathBuf>), String> {
    let mut earlier = Earlier::default();
    let mut documents = Vec::new();
    for path in paths {
        match Format::of_path(&path) {
            Some(Format::Json | Format::Jsonl) => {
                let report = earlier::report(&path)?;
                earlier.records.extend(report.records);
                earlier.findings.extend(report.findings);
            }
            Some(Format::Text) | None => documents.push(path),
            Some(_) => {
                return Err(format!(
                    "cannot read {} back; use a JSON or JSON Lines report, or the documents",
                    path.display()
                ));
            }
        }
    }
    Ok((earlier, documents))
}

/// Passes the records of earlier reports and those that `read` produces to `sink`, with the
/// decisions applied. Checks across documents are run again, since a decision may change their
/// result.
pub(crate) fn with_decisions(
    decisions: Vec<Decisions>,
    earlier: Earlier,
    read: impl FnOnce(Sink) -> Result<BatchSummary, SetupError>,
    sink: Sink,
) -> Result<BatchSummary, SetupError> {
    let mut decided = Decided::new(decisions);
    let mut batch = Batch::default();
    let mut pass_on = |mut record: DocumentRecord| -> ControlFlow<()> {
        decided.apply(&mut record);
        batch.add(&mut record);
        sink(record)
    };
    let mut records = earlier.records.into_iter();
    let stopped = records.any(|record| pass_on(record).is_break());
    let mut summary = if stopped {
        BatchSummary::default()
    } else {
        read(&mut pass_on)?
    };
    summary.findings = batch.finish();
    decided.apply_to_batch(&mut summary.findings);
    summary.findings.extend(decided.told());
    earlier::carry(earlier.findings, &mut summary.findings);
    Ok(summary)
}
