//! What barcodes say of receipt numbers.

use crate::identifier::{IdentifierKind, ReceiptNumber};
use crate::interpret::assessment::Assessment;
use crate::interpret::candidate::Candidate;
use crate::interpret::score;
use crate::model::confidence::Confidence;
use crate::model::owner::Owner;
use crate::model::source::TextSource;
use crate::model::verdict::Verdict;
use crate::text::{Barcode, PageText};

/// Readings that differ from a checked barcode in so few characters are the same number misread.
const MOST_MISREAD: usize = 2;

/// Whether a barcode says what a candidate says; `Some(false)` where one that is checked differs
/// from it by a misreading.
pub(super) fn barcode_says(page: &PageText, candidate: &Candidate) -> Option<bool> {
    let receipts = || {
        page.barcodes
            .iter()
            .filter_map(|b| Some((receipt_of(b)?, b.checked)))
    };
    if candidate.kind != IdentifierKind::ReceiptNumber {
        return None;
    }
    if receipts().any(|(value, _)| value == candidate.value) {
        return Some(true);
    }
    let misread = |value: &str| strsim::levenshtein(value, &candidate.value) <= MOST_MISREAD;
    receipts()
        .any(|(value, checked)| checked && misread(&value))
        .then_some(false)
}

/// The receipt number in a barcode, where its prefix is one of ours.
fn receipt_of(barcode: &Barcode) -> Option<String> {
    ReceiptNumber::parse(&barcode.text)
        .ok()
        .filter(|r| r.prefix().is_known())
        .map(|r| r.to_string())
}

/// The receipt numbers that barcodes say: accepted where the code has a check character or print
/// says the same.
pub fn barcode_assessments(page: &PageText, read: &[Assessment]) -> Vec<Assessment> {
    let assessment = |barcode: &Barcode| {
        let value = receipt_of(barcode)?;
        let printed = read
            .iter()
            .any(|c| c.candidate.value == value && c.decision == Verdict::Accepted);
        let (decision, confidence) = if barcode.checked || printed {
            (Verdict::Accepted, score::BY_BARCODE)
        } else {
            (Verdict::Review, Confidence::new(0.9))
        };
        let why = match (barcode.checked, printed) {
            (true, _) => "a barcode with a check character",
            (false, true) => "a barcode, and the print says the same",
            (false, false) => {
                "a barcode without a check character, and no print that says the same"
            }
        };
        Some(Assessment {
            candidate: Candidate {
                kind: IdentifierKind::ReceiptNumber,
                value,
                printed: barcode.text.clone(),
                bounds: barcode.bounds,
                parts: Vec::new(),
                line: usize::MAX,
                words: 0..0,
                confidence,
                repairs: 0,
                bare: false,
            },
            explained: false,
            source: TextSource::Barcode,
            label: None,
            label_bounds: None,
            is_labelled: false,
            disputed: false,
            waits_for_pixels: false,
            owner: Owner::Unknown,
            decision,
            in_notice: None,
            confidence,
            reasons: vec![why.to_owned()],
            person: None,
            second_readings: Vec::new(),
        })
    };
    page.barcodes.iter().filter_map(assessment).collect()
}
