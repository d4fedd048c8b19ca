//! Draws synthetic notices, damages them as offices do, and writes them with their truth beside them.

pub mod barcode;
pub mod calibration;
pub mod case;
pub mod content;
pub mod dice;
pub mod family;
pub mod file;
pub mod fixture;
pub mod font;
pub mod format;
pub mod layout;
pub mod line;
pub mod notice;
pub mod pdf;
pub mod raster;
pub mod score;
pub mod typeface;
pub mod wear;
