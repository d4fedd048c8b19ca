//! `extract apply`: reports that were written before, or documents read anew, with a person's decisions laid over them.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use i797::model::error::SetupError;
use i797::model::record::DocumentRecord;
use i797::notice::check::Batch;
use i797::pipeline::batch::{BatchSummary, Sink};
use i797::report::json::BatchReport;
use i797::review::{Decided, Decisions};

use crate::cli::ApplyArgs;
use crate::exit::Status;
use crate::run;
use crate::settings::{Environment, Settings};

/// Applies decisions to earlier reports and to documents that are read anew.
///
/// # Errors
/// When the decisions, a report or the arguments make no sense.
pub fn run(args: ApplyArgs, environment: Environment) -> Result<Status, String> {
    let decisions = decisions(&args.decisions)?;
    let mut settings = Settings::new(args.args, environment)?;
    let (earlier, documents) = partition(std::mem::take(&mut settings.paths))?;
    settings.paths = documents;
    Ok(run::read(&settings, Some((decisions, earlier))))
}

/// Reads the file of decisions.
fn decisions(path: &Path) -> Result<Decisions, String> {
    let text = read(path)?;
    Decisions::parse(&text).map_err(|e| format!("{}: {e}", path.display()))
}

/// Parts what was named into reports of this program, with their records, and documents to be read.
fn partition(paths: Vec<PathBuf>) -> Result<(Vec<DocumentRecord>, Vec<PathBuf>), String> {
    let (mut records, mut documents) = (Vec::new(), Vec::new());
    for path in paths {
        let ending = path
            .extension()
            .map(|e| e.to_string_lossy().to_ascii_lowercase())
            .unwrap_or_default();
        match ending.as_str() {
            "json" | "jsonl" | "ndjson" => records.extend(report(&path)?),
            "csv" | "xlsx" | "html" | "htm" => {
                return Err(format!(
                    "{} cannot be read back; name a JSON report, or the documents themselves",
                    path.display()
                ));
            }
            _ => documents.push(path),
        }
    }
    Ok((records, documents))
}

fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|e| format!("cannot read {}: {e}", path.display()))
}

fn report(path: &Path) -> Result<Vec<DocumentRecord>, String> {
    let text = read(path)?;
    if let Ok(report) = serde_json::from_str::<BatchReport>(&text) {
        return Ok(report.documents);
    }
    let lines = text
        .lines()
        .enumerate()
        .filter(|(_, l)| !l.trim().is_empty());
    let record = |(index, line): (usize, &str)| {
        serde_json::from_str(line).map_err(|_| {
            format!(
                "{} is no report of this program (line {})",
                path.display(),
                index + 1
            )
        })
    };
    lines.map(record).collect()
}

/// Runs `read`, which hands records to the sink it is given, and hands them on with the decisions laid over them, after those
/// of earlier reports. What the batch as a whole shows is told anew.
pub fn with_decisions(
    decisions: Decisions,
    earlier: Vec<DocumentRecord>,
    read: impl FnOnce(Sink) -> Result<BatchSummary, SetupError>,
    sink: Sink,
) -> Result<BatchSummary, SetupError> {
    let (mut decided, mut batch) = (Decided::new(decisions), Batch::default());
    let mut hand_on = |mut record: DocumentRecord| -> ControlFlow<()> {
        decided.apply(&mut record);
        batch.add(&mut record);
        sink(record)
    };
    let stopped = earlier.into_iter().any(|record| hand_on(record).is_break());
    let mut summary = if stopped {
        BatchSummary::default()
    } else {
        read(&mut hand_on)?
    };
    summary.findings = batch.finish();
    summary.findings.extend(decided.unmatched());
    Ok(summary)
}
