//! The network's output for one line, and what can be decoded from it.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::alphabet::Alphabet;
use super::ctc::{self, FreeChar, FreeText};
use super::grammar::{Automaton, Grammar};

/// Pixels of the strip per column of the output.
pub const STRIDE: usize = 4;

/// The log-probabilities of one line: one row of classes for each column of [`STRIDE`] pixels.
#[derive(Debug, Clone)]
pub struct LineReading {
    alphabet: Arc<Alphabet>,
    log_probs: Vec<f32>,
    /// Pixels of the given strip per pixel of the network's input.
    scale: f32,
    chars: Vec<FreeChar>,
}

impl LineReading {
    /// A reading from rows of `alphabet.classes()` log-probabilities. An incomplete last row is
    /// dropped.
    ///
    /// `scale` is the number of pixels of the caller's strip per pixel of the network's input: 1
    /// for strips of the model's own height.
    pub fn new(alphabet: Arc<Alphabet>, mut log_probs: Vec<f32>, scale: f32) -> Self {
        log_probs.truncate(log_probs.len() / alphabet.classes() * alphabet.classes());
        let mut reading = Self {
            alphabet,
            log_probs,
            scale,
            chars: Vec::new(),
        };
        reading.chars = ctc::best_path(&reading);
        reading
    }

    /// The characters that its classes stand for.
    pub fn alphabet(&self) -> &Alphabet {
        &self.alphabet
    }

    /// The number of columns.
    pub fn columns(&self) -> usize {
        self.log_probs.len() / self.alphabet.classes()
    }

    /// The log-probabilities of each column, by class.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = &[f32]> {
        self.log_probs.chunks_exact(self.alphabet.classes())
    }

    /// The characters on the best path from left to right, spaces among them.
    pub fn chars(&self) -> &[FreeChar] {
        &self.chars
    }

    /// The line decoded without a grammar, split into words.
    pub fn text(&self) -> FreeText {
        ctc::free_text(self)
    }

    /// Calls `use_it` with the automaton of a grammar, which each thread compiles once per
    /// alphabet.
    pub(super) fn with_automaton<R>(
        &self,
        grammar: Grammar,
        use_it: impl FnOnce(&Automaton) -> R,
    ) -> R {
        type Compiled = HashMap<Grammar, (Arc<Alphabet>, Automaton)>;
        thread_local!(static COMPILED: RefCell<Compiled> = RefCell::new(HashMap::new()));
        COMPILED.with_borrow_mut(|compiled| {
            let new = || {
                (
                    Arc::clone(&self.alphabet),
                    Automaton::new(grammar, &self.alphabet),
                )
            };
            let kept = compiled.entry(grammar).or_insert_with(new);
            if !Arc::ptr_eq(&kept.0, &self.alphabet) {
                *kept = new();
            }
            use_it(&kept.1)
        })
    }

    /// The extent of the characters from a first to a last middle, in columns, in pixels of the
    /// caller's strip.
    pub(super) fn x_range(&self, first: f32, last: f32, pitch: f32) -> Range<f32> {
        self.pixel(first - pitch / 2.0)..self.pixel(last + pitch / 2.0)
    }

    /// Converts columns to pixels of the caller's strip.
    pub(super) fn pixel(&self, column: f32) -> f32 {
        column.clamp(0.0, self.columns() as f32) * STRIDE as f32 * self.scale
    }

    /// Converts pixels of the caller's strip to columns.
    pub(super) fn column(&self, x: f32) -> usize {
        ((x / (STRIDE as f32 * self.scale)).max(0.0) as usize).min(self.columns())
    }
}
