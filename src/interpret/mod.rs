//! Finds candidate identifiers in a page's text, associates each with its label, and weighs the evidence.

mod agreement;
mod assessment;
mod barcode;
mod candidate;
mod folded_line;
pub mod judge;
pub mod label;
mod label_kind;
mod layout;
pub mod repair;
#[cfg(test)]
mod same_prints;
pub mod score;
mod second_reading;
mod vocabulary;

pub use assessment::Assessment;
pub use barcode::barcode_assessments;
pub use candidate::{Candidate, find_candidates};
pub use label::{Label, labels};
pub use label_kind::LabelKind;
pub use layout::{LabelLayout, Relation};
pub use second_reading::{NoRereading, Rereader, SecondReading};
