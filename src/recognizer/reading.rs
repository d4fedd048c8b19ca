//! What the network says of one line, and the questions that can be asked of it.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::alphabet::Alphabet;
use super::ctc::{self, FreeChar, FreeText};
use super::grammar::{Automaton, Grammar};

/// Pixels of the strip to a column of the output.
pub const STRIDE: usize = 4;

/// The log-probabilities of one line: a row of classes for each column of [`STRIDE`] pixels.
#[derive(Debug, Clone)]
pub struct LineReading {
    alphabet: Arc<Alphabet>,
    log_probs: Vec<f32>,
    /// Pixels of the strip that was given to one pixel of the strip that the network saw.
    scale: f32,
    chars: Vec<FreeChar>,
}

impl LineReading {
    /// A reading from rows of `alphabet.classes()` log-probabilities; what is left of an incomplete row is dropped.
    ///
    /// `scale` is how many pixels of the caller's strip make a pixel of the strip the network saw: 1 for strips of the
    /// model's own height.
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

    /// The characters its classes stand for.
    pub fn alphabet(&self) -> &Alphabet {
        &self.alphabet
    }

    /// How many columns it has.
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

    /// The line read freely, split into words.
    pub fn text(&self) -> FreeText {
        ctc::free_text(self)
    }

    /// Gives `use_it` the automaton of a grammar; each thread compiles it once for each alphabet.
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

    /// From the middles of a first and a last character, in columns, to pixels of the caller's strip.
    pub(super) fn x_range(&self, first: f32, last: f32, pitch: f32) -> Range<f32> {
        self.pixel(first - pitch / 2.0)..self.pixel(last + pitch / 2.0)
    }

    /// From columns to pixels of the caller's strip.
    pub(super) fn pixel(&self, column: f32) -> f32 {
        column.clamp(0.0, self.columns() as f32) * STRIDE as f32 * self.scale
    }

    /// From pixels of the caller's strip to columns.
    pub(super) fn column(&self, x: f32) -> usize {
        ((x / (STRIDE as f32 * self.scale)).max(0.0) as usize).min(self.columns())
    }
}
