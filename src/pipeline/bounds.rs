//! How much one page and one document may say: the parent keeps it all in memory until the document
//! is done, and a worker that a file has taken over may say anything.

use crate::model::error::DocumentError;
use crate::model::finding::{Finding, FindingKind, Severity};
use crate::model::record::PageRecord;
use crate::notice::{MOST_OF_PAGE, PageReading};
use crate::pipeline::outcome::PageOutcome;

/// Candidates of a document: twenty on each page of the longest one.
const OF_DOCUMENT: usize = 100_000;
/// Two sheets side by side on one image are two readings; nothing makes more than a few.
const READINGS: usize = 8;
/// Reasons of a verdict, roles on a page, readings beside a crop: small things, dozens at most.
const DETAILS: usize = 1_000;
/// Bytes of an error's message or advice.
const WORDS: usize = 4_096;

/// Leaves out what goes beyond the candidates of a page and of the document, and says so. Numbers
/// go before candidates that were rejected, which only `--explain` shows.
pub(crate) fn limit_document(outcomes: &mut [PageOutcome]) -> Option<Finding> {
    for reading in outcomes.iter_mut().flat_map(|o| &mut o.readings) {
        reading.limit();
    }
    let mut numbers = OF_DOCUMENT;
    let mut left_out = 0_usize;
    let mut first = None;
    let all = readings(outcomes).fold(0, |sum, reading| sum + reading.numbers());
    let mut rejected = OF_DOCUMENT.saturating_sub(all);
    for reading in outcomes.iter_mut().flat_map(|o| &mut o.readings) {
        reading.keep(numbers, rejected);
        let kept = reading.numbers();
        numbers -= kept;
        rejected -= reading.assessments.len() - kept;
        if reading.left_out > 0 {
            left_out = left_out.saturating_add(reading.left_out);
            first = first.or(Some(reading.number));
        }
    }
    let message = format!(
        "{left_out} candidates for numbers are left out, the first on page {}: no more than \
         {MOST_OF_PAGE} of a page and {OF_DOCUMENT} of a document are checked",
        first?
    );
    let advice = "check this document by hand: it is a list of cases, or made to slow the run down";
    let kind = FindingKind::CandidatesLeftOut;
    Some(Finding::new(kind, Severity::Warning, message, advice))
}

fn readings(outcomes: &[PageOutcome]) -> impl Iterator<Item = &PageReading> {
    outcomes.iter().flat_map(|outcome| &outcome.readings)
}

/// Whether a worker that does its work could have said this of a page.
pub(crate) fn is_plausible(outcome: &PageOutcome) -> bool {
    let few = |reading: &PageReading| {
        reading.assessments.len() <= 2 * MOST_OF_PAGE
            && reading.roles.len() <= DETAILS
            && reading.fields.len() <= DETAILS
            && reading
                .assessments
                .iter()
                .all(|a| a.reasons.len() <= DETAILS)
    };
    let crops = outcome.pictures.iter().flat_map(|taken| &taken.crops);
    outcome.readings.len() <= READINGS
        && outcome.pictures.len() <= READINGS
        && crops.clone().count() <= READINGS * MOST_OF_PAGE
        && crops.into_iter().all(|crop| crop.readings.len() <= DETAILS)
        && outcome.readings.iter().all(few)
        && is_short(&outcome.record)
}

fn is_short(record: &PageRecord) -> bool {
    record.error.as_ref().is_none_or(is_short_error)
}

/// Whether an error is as short as this program's own.
pub(crate) fn is_short_error(error: &DocumentError) -> bool {
    error.message.len() <= WORDS && error.advice.len() <= WORDS
}

#[cfg(test)]
#[path = "bounds_tests.rs"]
mod tests;
