//! The line reader: pictures of single lines in, log-probabilities of characters out, and what can be read from those.
//!
//! The network is small and ours, its weights are part of the program, and it runs in pure Rust on the caller's thread. It
//! sees a strip of one line, 32 pixels high, and answers for each column of four pixels how likely each character stands
//! there. Everything else is decoding: freely ([`LineReading::text`]) or under the grammar of a number
//! ([`LineReading::find`]), where the runner-up of the same grammar says how far the reading can be trusted.

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
