//! Reads folders of I-797 notices and pulls out three numbers that people mix up.

pub mod barcode;
pub mod document;
pub mod identifier;
pub mod interpret;
pub mod model;
pub mod notice;
pub mod ocr;
pub mod pipeline;
pub mod preview;
pub mod raster;
pub mod recognizer;
pub mod report;
pub mod review;
pub mod text;
