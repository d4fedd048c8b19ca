//! Generates synthetic notices, damages them as offices do, and writes them with their ground
//! truth.
//!
//! There are two damage models. Test damage ([`degrade`]) is deliberately independent of training
//! damage (`line/damage`): if the recognizer were tested with the damage it was trained on, the
//! accuracy figures would be too good. They share no code, including stamps, pens and
//! bleed-through.

pub mod barcode;
pub mod calibration;
pub mod case;
pub mod content;
pub mod degrade;
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
pub mod rng;
pub mod score;
pub mod typeface;
