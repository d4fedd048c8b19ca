//! Reads folders of I-797 notices and pulls out three numbers that people mix up.
//!
//! ```text
//! paths -discover-> Input -open-> Document -page-> Page -read-> PageText -recognize-> Candidate -judge-> Sighting -assemble-> Notice -check-> Finding -write-> report
//!                                     └ text layer | OCR | barcode ┘                                              (one page / one document)  (whole batch)
//! ```

pub mod barcode;
pub mod batch;
pub mod candidate;
pub mod check;
pub mod confidence;
pub mod config;
pub mod decision;
pub mod document;
pub mod error;
pub mod finding;
pub mod geometry;
pub mod guide;
pub mod identifier;
pub mod input;
mod job;
pub mod location;
pub mod meaning;
pub mod notice;
pub mod ocr;
pub mod picture;
pub mod raster;
pub mod read;
pub mod reader;
pub mod record;
pub mod report;
pub mod text;
#[cfg(unix)]
pub mod worker;
pub mod wrap;
