//! The line recognizer: images of single lines in, log-probabilities of characters out, and their
//! decoding (CTC).
//!
//! The network is a small convolutional one of our own. Its weights are part of the program, and it
//! runs in pure Rust on the caller's thread. Its input is a strip of one line, 32 pixels high; its
//! output is the log-probability of each character in each column of four pixels. The rest is
//! decoding: without a grammar ([`LineReading::text`]) or with the grammar of a number
//! ([`LineReading::find`]), where the margin to the runner-up tells how reliable the reading is.

mod alphabet;
mod ctc;
mod find;
pub(crate) mod grammar;
mod groups;
mod kernel;
mod locate;
mod model;
mod network;
mod normalise;
mod numbers;
mod reading;
mod search;
#[cfg(test)]
mod tests;
mod weights;

pub use alphabet::{Alphabet, BLANK};
pub use ctc::{FreeChar, FreeText, FreeWord};
pub use find::GrammarMatch;
pub use grammar::Grammar;
pub use model::{LineRecognizer, weights_hash};
pub use normalise::{HEIGHT, Ink, normalise};
pub use reading::{LineReading, STRIDE};
