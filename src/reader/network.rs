//! The network: four strided convolutions make a row of columns out of a strip, residual blocks look along it.
//!
//! The shape is that of `training/model.py` with the normalisations folded into the weights. One strip at a time: its
//! activations fit in the second cache, and strips gain nothing from sharing a batch.

use super::kernel::{Finish, Packed, Rows};
use super::normalise::{HEIGHT, Ink};
use super::weights::Weights;
use crate::error::SetupError;

/// Strides of the convolutions, down and along.
const STEM: [(usize, usize); 4] = [(2, 2), (2, 2), (2, 1), (2, 1)];

/// The weights, packed.
#[derive(Debug)]
pub struct Network {
    stem: Vec<Packed>,
    fold: Packed,
    blocks: Vec<Block>,
    out: Packed,
}

/// A residual block: each channel along the line, then all channels of a column.
#[derive(Debug)]
struct Block {
    along: Vec<f32>,
    width: usize,
    mix: Packed,
}

/// Activations, kept from one strip to the next.
#[derive(Debug, Default)]
pub struct Activations {
    front: Vec<f32>,
    back: Vec<f32>,
}

/// A convolution's weights [out, in, rows, columns] as segments of one kernel row each.
fn packed(weights: &Weights, name: &str) -> Result<Packed, SetupError> {
    let ([outputs, inputs, rows, columns], w) = weights.get(&format!("{name}.w"))?;
    let ([biases], bias) = weights.get(&format!("{name}.b"))?;
    if biases != outputs {
        return Err(shape(name));
    }
    let weight = |row: usize, k: usize, o: usize| w[((o * inputs + k % inputs) * rows + row) * columns + k / inputs];
    Ok(Packed::new(rows, columns * inputs, bias, weight))
}

fn shape(name: &str) -> SetupError {
    SetupError::Engine(format!("the line reader's weights `{name}` have another shape than its program"))
}

/// Makes a buffer hold `len` zeros.
fn clear(buffer: &mut Vec<f32>, len: usize) {
    buffer.clear();
    buffer.resize(len, 0.0);
}

impl Network {
    /// The network of these weights; an error where they have another shape.
    pub fn new(weights: &Weights, classes: usize) -> Result<Self, SetupError> {
        let mut stem: Vec<Packed> = Vec::new();
        for i in 0..STEM.len() {
            let name = format!("stem{i}");
            let ([_, inputs, rows, columns], _) = weights.get(&format!("{name}.w"))?;
            if (rows, columns, inputs) != (3, 3, stem.last().map_or(1, |s| s.outputs)) {
                return Err(shape(&name));
            }
            stem.push(packed(weights, &name)?);
        }
        let ([body, inputs, 2, 1], _) = weights.get("fold.w")? else { return Err(shape("fold")) };
        if Some(inputs) != stem.last().map(|s| s.outputs) {
            return Err(shape("fold"));
        }
        let mut blocks = Vec::new();
        while weights.has(&format!("along{}.w", blocks.len())) {
            blocks.push(Block::new(weights, blocks.len(), body)?);
        }
        let ([outputs, inputs, 1, 1], _) = weights.get("out.w")? else { return Err(shape("out")) };
        if (outputs, inputs) != (classes, body) {
            return Err(shape("out"));
        }
        Ok(Self { stem, fold: packed(weights, "fold")?, blocks, out: packed(weights, "out")? })
    }

    /// Log-probabilities of a strip: `self.out.outputs` values for each four of its columns.
    pub fn run(&self, ink: &Ink, buffers: &mut Activations) -> Vec<f32> {
        let Activations { front, back } = buffers;
        // Every picture has a margin of one zero on all sides, so that the kernels need no exceptions.
        let (mut height, mut width, mut channels) = (HEIGHT, ink.width, 1);
        clear(front, (height + 2) * (width + 2));
        for (row, line) in front.chunks_exact_mut(width + 2).skip(1).zip(ink.values.chunks_exact(width)) {
            row[1..=width].copy_from_slice(line);
        }
        for (layer, (down, along)) in self.stem.iter().zip(STEM) {
            let (rows, columns) = (height / down, width / along);
            let outputs = layer.outputs;
            clear(back, (rows + 2) * (columns + 2) * outputs);
            let pitch = (width + 2) * channels;
            for y in 0..rows {
                let place = Rows { input: front, start: y * down * pitch, segment: pitch, step: along * channels };
                let start = ((y + 1) * (columns + 2) + 1) * outputs;
                layer.multiply(place, &mut back[start..start + columns * outputs], Finish::Relu);
            }
            std::mem::swap(front, back);
            (height, width, channels) = (rows, columns, outputs);
        }
        let pitch = (width + 2) * channels;
        let mut columns = vec![0.0; width * self.fold.outputs];
        let place = Rows { input: front, start: pitch + channels, segment: pitch, step: channels };
        self.fold.multiply(place, &mut columns, Finish::Relu);
        for block in &self.blocks {
            block.add(&mut columns, self.fold.outputs, back);
        }
        let mut out = vec![0.0; width * self.out.outputs];
        let place = Rows { input: &columns, start: 0, segment: 0, step: self.fold.outputs };
        self.out.multiply(place, &mut out, Finish::Set);
        out.chunks_exact_mut(self.out.outputs).for_each(log_softmax);
        out
    }
}

impl Block {
    fn new(weights: &Weights, index: usize, body: usize) -> Result<Self, SetupError> {
        let name = format!("along{index}.w");
        let ([channels, 1, 1, width], w) = weights.get(&name)? else { return Err(shape(&name)) };
        let mix = format!("mix{index}");
        let ([outputs, inputs, 1, 1], _) = weights.get(&format!("{mix}.w"))? else { return Err(shape(&mix)) };
        if (channels, outputs, inputs) != (body, body, body) || width % 2 == 0 {
            return Err(shape(&name));
        }
        let along = (0..width * body).map(|i| w[i % body * width + i / body]).collect();
        Ok(Self { along, width, mix: packed(weights, &mix)? })
    }

    /// Adds what the block says to each column; `scratch` is overwritten.
    fn add(&self, columns: &mut [f32], channels: usize, scratch: &mut Vec<f32>) {
        clear(scratch, columns.len());
        let count = columns.len() / channels;
        let half = self.width / 2;
        for (t, out) in scratch.chunks_exact_mut(channels).enumerate() {
            for (k, weights) in self.along.chunks_exact(channels).enumerate() {
                let Some(source) = (t + k).checked_sub(half).filter(|s| *s < count) else { continue };
                let source = &columns[source * channels..][..channels];
                for ((o, x), w) in out.iter_mut().zip(source).zip(weights) {
                    *o += x * w;
                }
            }
        }
        let place = Rows { input: scratch, start: 0, segment: 0, step: channels };
        self.mix.multiply(place, columns, Finish::AddRelu);
    }
}

/// Turns scores into logarithms of probabilities.
fn log_softmax(row: &mut [f32]) {
    let top = row.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let total = top + row.iter().map(|v| (v - top).exp()).sum::<f32>().ln();
    row.iter_mut().for_each(|v| *v -= total);
}
