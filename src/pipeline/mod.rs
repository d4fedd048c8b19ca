//! Drives the work: inputs are found, pages read, documents joined, batches run in parallel and in
//! order.

pub mod batch;
mod bounds;
pub mod document;
pub mod input;
mod inside;
mod open;
mod outcome;
pub mod page;
mod pixels;
pub mod recall;
pub mod reread;
pub mod scratch;
pub mod selection;
mod shapes;
#[cfg(feature = "state")]
pub mod state;
mod told;
mod verify;
#[cfg(unix)]
pub mod worker;
