//! `extract convert`: merges earlier reports and writes them in other formats.

use std::collections::HashMap;

use i797::model::finding::{Finding, FindingKind};
use i797::model::record::DocumentRecord;
use i797::notice::batch::Batch;
use i797::pipeline::batch::BatchSummary;

use super::earlier::{self, Earlier};
use crate::cli::RunArgs;
use crate::exit::Status;
use crate::settings::{Environment, Settings};
use crate::{reports, run};

/// Writes what the reports say together: of a document that several list, the last record counts,
/// in the place of the first. What contradicts across documents is found again, and what people
/// checked off of it stays so.
///
/// # Errors
/// If a report or the arguments are invalid.
pub(crate) fn run(args: RunArgs, environment: Environment) -> Result<Status, String> {
    let settings = Settings::new(args, environment)?;
    let mut merged = Merged::default();
    for path in &settings.paths {
        merged.add(earlier::report(path)?);
    }
    Ok(run::write(&settings, |sink| {
        let mut batch = Batch::default();
        for mut record in merged.records {
            batch.add(&mut record);
            if sink(record).is_break() {
                break;
            }
        }
        let mut findings = batch.finish();
        earlier::carry(merged.findings, &mut findings);
        if merged.is_partial {
            findings.push(reports::partial("run extract again to read the rest"));
        }
        Ok(BatchSummary {
            findings,
            interrupted: false,
        })
    }))
}

/// The records of several reports.
#[derive(Default)]
struct Merged {
    records: Vec<DocumentRecord>,
    places: HashMap<String, usize>,
    findings: Vec<Finding>,
    is_partial: bool,
}

impl Merged {
    fn add(&mut self, earlier: Earlier) {
        self.is_partial |= earlier.is_partial();
        self.findings.extend(earlier.findings);
        for mut record in earlier.records {
            // It is for the whole to find again.
            record.findings.retain(|f| f.kind != FindingKind::Duplicate);
            match self.places.get(&record.path) {
                Some(place) => self.records[*place] = record,
                None => {
                    self.places.insert(record.path.clone(), self.records.len());
                    self.records.push(record);
                }
            }
        }
    }
}
