//! The recognizer's model: the embedded weights, and inference from strips to readings.

use std::hash::Hasher;
use std::sync::{Arc, OnceLock};

use image::GrayImage;

use super::alphabet::Alphabet;
use super::network::{Activations, Network};
use super::normalise::normalise;
use super::reading::LineReading;
use super::weights::Weights;
use crate::model::error::SetupError;

/// The weights, as written by training.
static WEIGHTS: &[u8] = include_bytes!("weights.onnx");
/// The model's description, as written by training.
static DESCRIPTION: &str = include_str!("weights.json");

/// What all recognizers of a process share.
#[derive(Debug)]
struct Model {
    alphabet: Arc<Alphabet>,
    network: Network,
}

/// Recognizes images of lines. It has buffers, so each thread needs its own; the weights are
/// shared.
#[derive(Debug)]
pub struct LineRecognizer {
    model: &'static Model,
    buffers: Activations,
}

impl LineRecognizer {
    /// A recognizer with the embedded weights. Fails only if the program was built with weights of
    /// another shape.
    pub fn new() -> Result<Self, SetupError> {
        static MODEL: OnceLock<Result<Model, String>> = OnceLock::new();
        let model = MODEL.get_or_init(|| Model::embedded().map_err(|e| e.to_string()));
        let model = model.as_ref().map_err(|e| SetupError::Engine(e.clone()))?;
        Ok(Self {
            model,
            buffers: Activations::default(),
        })
    }

    /// Recognizes strips of single lines: dark on light, of any height (32 pixels is best), with
    /// ink filling 40 to 95 % of it.
    ///
    /// Returns one reading per strip, in order. Positions are in pixels of the given strip.
    pub fn read<'a>(
        &mut self,
        strips: impl IntoIterator<Item = &'a GrayImage>,
    ) -> Vec<LineReading> {
        strips
            .into_iter()
            .map(|strip| self.read_line(strip))
            .collect()
    }

    /// Recognizes one strip.
    pub fn read_line(&mut self, strip: &GrayImage) -> LineReading {
        let ink = normalise(strip);
        let log_probs = self.model.network.run(&ink, &mut self.buffers);
        LineReading::new(Arc::clone(&self.model.alphabet), log_probs, ink.scale)
    }
}

impl Model {
    fn embedded() -> Result<Self, SetupError> {
        let alphabet = Alphabet::from_description(DESCRIPTION)?;
        let network = Network::new(&Weights::read(WEIGHTS), alphabet.classes())?;
        Ok(Self {
            alphabet: Arc::new(alphabet),
            network,
        })
    }
}

/// A hash of the embedded weights (FNV-1a, 64 bits), as in the model card.
pub fn weights_hash() -> u64 {
    struct Fnv(u64);
    impl Hasher for Fnv {
        fn finish(&self) -> u64 {
            self.0
        }
        fn write(&mut self, bytes: &[u8]) {
            for b in bytes {
                self.0 = (self.0 ^ u64::from(*b)).wrapping_mul(0x0100_0000_01b3);
            }
        }
    }
    let mut hash = Fnv(0xcbf2_9ce4_8422_2325);
    hash.write(WEIGHTS);
    hash.finish()
}
