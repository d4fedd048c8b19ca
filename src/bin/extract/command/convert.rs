//! `extract convert`: merges earlier reports and writes them in other formats.

use i797::notice::batch::Batch;
use i797::pipeline::batch::BatchSummary;

use super::earlier;
use super::merged::Merged;
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
        merged.add(path)?;
    }
    let mut lost = None;
    let status = run::write(&settings, |sink| {
        let mut batch = Batch::default();
        for record in merged.records() {
            let mut record = match record {
                Ok(record) => record,
                Err(error) => {
                    lost = Some(error);
                    break;
                }
            };
            batch.add(&mut record);
            if sink(record).is_break() {
                break;
            }
        }
        let mut findings = batch.finish();
        earlier::carry(std::mem::take(&mut merged.findings), &mut findings);
        if merged.is_partial || lost.is_some() {
            findings.push(reports::partial("run extract again to read the rest"));
        }
        Ok(BatchSummary {
            findings,
            interrupted: lost.is_some(),
        })
    });
    lost.map_or(Ok(status), Err)
}
