//! Finds the identifiers of a page with the labels that govern them, and weighs the evidence.
//!
//! [`meaning`] understands the page from its words and boxes alone; `judge` turns what it says
//! into assessments and asks for second readings of print that was read from pixels.

use crate::text::PageText;
use meaning::Meaning;

mod agreement;
mod assessment;
mod barcode;
mod candidate;
mod fields;
mod folded_line;
mod judge;
#[cfg(test)]
mod judge_tests;
pub mod meaning;
pub mod repair;
#[cfg(test)]
mod same_prints;
pub mod score;
mod second_reading;
mod second_words;

pub use assessment::Assessment;
pub use barcode::barcode_assessments;
pub use candidate::{Candidate, find_candidates};
pub use fields::{FORMS, FieldReading, PageFields, Rank, Unsure, confirm};
pub use judge::{judge, names_agency, owner};
pub use second_reading::{NoRereading, Rereader, SecondReading, WordsReading};
pub use second_words::with_second_words;

/// Understands a page: its numbers, labels and fields.
pub fn understand(page: &PageText) -> (Meaning, PageFields) {
    let (meaning, layout) = meaning::understand(page);
    let fields = fields::read(page, &meaning, &layout);
    (meaning, fields)
}
