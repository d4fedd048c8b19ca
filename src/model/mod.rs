//! The vocabulary of the crate: plain types without I/O that all other modules share.

pub mod advice;
pub mod confidence;
pub mod config;
pub mod error;
pub mod finding;
pub mod geometry;
pub mod location;
pub mod mark;
pub mod mask;
pub mod owner;
pub mod record;
pub mod source;
pub mod verdict;
pub mod wrap;
