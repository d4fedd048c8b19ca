//! Drives the work: inputs are found, pages read, documents joined, batches run in parallel and in
//! order.

pub mod batch;
mod bounds;
pub mod document;
pub mod input;
mod open;
mod outcome;
pub mod page;
pub mod reread;
mod shapes;
mod told;
mod verify;
#[cfg(unix)]
pub mod worker;
