//! What other engines and barcodes say of a reading of pixels, and what follows from it.

use super::candidate::Candidate;
use super::score::Evidence;
use crate::identifier::IdentifierKind;
use crate::interpret::assessment::Assessment;
use crate::interpret::barcode::barcode_says;
use crate::interpret::score;
use crate::interpret::second_reading::{Rereader, SecondReading};
use crate::model::verdict::Verdict;
use crate::text::PageText;

/// What a second look, or a barcode, adds to a reading of pixels.
pub(super) fn by_second_reading(
    page: &PageText,
    assessment: &mut Assessment,
    rereader: &mut dyn Rereader,
) {
    if assessment.candidate.repairs > 0 {
        assessment.reasons.push(format!(
            "{} characters changed to fit the shape",
            assessment.candidate.repairs
        ));
    }
    match barcode_says(page, &assessment.candidate) {
        Some(true) => {
            assessment.confidence = score::BY_BARCODE;
            assessment
                .reasons
                .push("the barcode says the same".to_owned());
            return;
        }
        Some(false) => {
            assessment.reject("misread: the barcode, which has a check character, says otherwise");
            return;
        }
        None => {}
    }
    let short = is_short(&assessment.candidate);
    let second_readings = rereader.reread(&assessment.candidate, short);
    let outvoted = outvoted(assessment, &second_readings);
    let evidence = Evidence::collect(&assessment.candidate, &second_readings);
    let unsupported = !assessment.is_labelled
        && short
        && !second_readings
            .iter()
            .any(|t| t.supports(&assessment.candidate));
    assessment.reasons.extend(
        second_readings
            .iter()
            .map(|t| t.in_words(&assessment.candidate.value)),
    );
    assessment.second_readings = second_readings;
    if unsupported {
        assessment.weaken(
            "an I-94 number whose 4 is read as an A looks the same, and no other engine reads an \
             A-Number",
        );
    }
    let out_of_place = assessment.decision != Verdict::Accepted;
    assessment.confidence = score::score(&evidence);
    if out_of_place {
        assessment.confidence = assessment.confidence.min(score::OUT_OF_PLACE);
    }
    assessment.disputed |= evidence.differs || outvoted;
    match evidence.lacks() {
        Some(why) => assessment.weaken(why),
        None if outvoted => assessment.weaken("two later readings agree against the first"),
        None if assessment.confidence < score::ACCEPTED => {
            assessment.weaken("read with low confidence")
        }
        None => {}
    }
}

/// An A-Number of less than nine digits may be a longer one that was cut short: every reader is
/// asked about it.
fn is_short(candidate: &Candidate) -> bool {
    candidate.kind == IdentifierKind::ANumber
        && candidate
            .printed
            .chars()
            .filter(|c| c.is_alphanumeric())
            .count()
            < 10
}

/// Two other readings, not both by the engine of the first, that agree on another value are the
/// better guess, and no more than that: on heavy and copied print they were wrong together. Returns
/// whether it is so.
fn outvoted(assessment: &mut Assessment, second_readings: &[SecondReading]) -> bool {
    let known = || second_readings.iter().filter(|t| !t.unknown_origin);
    if known().any(|t| t.value.as_ref() == Some(&assessment.candidate.value)) {
        return false;
    }
    let Some(value) = known().find_map(|t| t.value.clone()) else {
        return false;
    };
    let agree: Vec<&SecondReading> = known()
        .filter(|t| t.value.as_ref() == Some(&value))
        .collect();
    if agree.len() < 2
        || agree.iter().all(|t| t.same_engine)
        || known().any(|t| t.value.as_ref().is_some_and(|v| *v != value))
    {
        return false;
    }
    assessment.candidate.confidence = agree.iter().map(|t| t.confidence).min().unwrap_or_default();
    assessment.candidate.printed.clone_from(&value);
    assessment.candidate.value = value;
    true
}
