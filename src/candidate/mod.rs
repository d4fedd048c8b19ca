//! From a page's text to candidates: spots with the label that governs them, and what speaks for and against each.

pub mod belief;
pub mod judge;
pub mod label;
mod place;
pub mod repair;
mod spot;
mod testimony;
mod vocabulary;

pub use label::{Label, LabelKind, labels};
pub use place::{Layout, Relation};
pub use spot::{Spot, spots};
