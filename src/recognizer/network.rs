//! The network: four strided convolutions turn a strip into a row of columns, then residual blocks
//! convolve along it.
//!
//! The architecture is that of `training/model.py`, with batch normalization folded into the
//! weights. Inference takes one strip at a time: its activations fit into the L2 cache, so batches
//! gain nothing.

// Calls into code compiled for AVX2 need it.
#![allow(unsafe_code)]

use super::kernel::{Bytes, Finish, LARGEST, Packed, Rows};
use super::normalise::{HEIGHT, Ink};
use super::weights::Weights;
use crate::model::error::SetupError;

/// Strides of the convolutions, vertically and horizontally.
const STEM: [(usize, usize); 4] = [(2, 2), (2, 2), (2, 1), (2, 1)];

/// The weights, packed.
#[derive(Debug)]
pub(super) struct Network {
    stem: Vec<Packed>,
    fold: Packed,
    blocks: Vec<Block>,
    out: Packed,
}

/// A residual block: a depthwise convolution along the line, then a pointwise one.
#[derive(Debug)]
struct Block {
    along: Vec<f32>,
    width: usize,
    mix: Packed,
}

/// Buffers for activations, reused from strip to strip.
#[derive(Debug, Default)]
pub(super) struct Activations {
    /// The input of a layer, padded and quantized.
    bytes: Vec<u8>,
    /// Its output.
    values: Vec<f32>,
}

/// Packs a convolution's weights [out, in, rows, columns] as segments of one kernel row each.
fn packed(weights: &Weights, name: &str) -> Result<Packed, SetupError> {
    let ([outputs, inputs, rows, columns], w) = weights.get(&format!("{name}.w"))?;
    let ([biases], bias) = weights.get(&format!("{name}.b"))?;
    if biases != outputs {
        return Err(shape(name));
    }
    let weight = |row: usize, k: usize, o: usize| {
        w[((o * inputs + k % inputs) * rows + row) * columns + k / inputs]
    };
    Ok(Packed::new(rows, columns * inputs, bias, weight))
}

/// The error for weights of another shape than the code expects.
fn shape(name: &str) -> SetupError {
    SetupError::Engine(format!(
        "recognizer: weights `{name}` have an unexpected shape"
    ))
}

/// Bytes beyond an image that the kernel may read; it multiplies them by zero.
const SLACK: usize = 3;

/// Quantizes values to bytes, in an image padded with one pixel of zero on all sides.
#[inline(always)]
fn quantized<'a>(
    values: &[f32],
    width: usize,
    channels: usize,
    bytes: &'a mut Vec<u8>,
) -> Bytes<'a> {
    let height = values.len() / (width * channels);
    let pitch = (width + 2) * channels;
    let scale = largest(values) / LARGEST;
    bytes.clear();
    bytes.resize((height + 2) * pitch + SLACK, 0);
    for (row, values) in bytes
        .chunks_exact_mut(pitch)
        .skip(1)
        .zip(values.chunks_exact(width * channels))
    {
        write_steps(values, scale, 0, &mut row[channels..]);
    }
    Bytes {
        bytes,
        scale,
        zero: 0,
    }
}

/// The largest absolute value; always positive.
#[inline(always)]
fn largest(values: &[f32]) -> f32 {
    // Without their sign, floats are ordered like their bits. Integers can be compared in any
    // order, sixteen at once.
    let top = values
        .iter()
        .map(|v| v.to_bits() & !(1 << 31))
        .max()
        .unwrap_or(0);
    f32::from_bits(top).max(f32::MIN_POSITIVE)
}

/// 2^23: a float this large has no fractional bits, so its last byte counts ones.
const WHOLE: f32 = 8_388_608.0;

/// Quantizes values to multiples of `scale`, as bytes with an offset of `zero`. The results must
/// fit into a byte.
#[inline(always)]
fn write_steps(values: &[f32], scale: f32, zero: u8, bytes: &mut [u8]) {
    // Adding 2^23 rounds much faster than a saturating conversion.
    let steps = scale.recip();
    let from = WHOLE + f32::from(zero);
    bytes
        .iter_mut()
        .zip(values)
        .for_each(|(byte, value)| *byte = (value * steps + from).to_bits() as u8);
}

impl Network {
    /// The network with these weights; an error if they have another shape.
    pub(super) fn new(weights: &Weights, classes: usize) -> Result<Self, SetupError> {
        let mut stem: Vec<Packed> = Vec::new();
        for i in 0..STEM.len() {
            let name = format!("stem{i}");
            let ([_, inputs, rows, columns], _) = weights.get(&format!("{name}.w"))?;
            if (rows, columns, inputs) != (3, 3, stem.last().map_or(1, Packed::outputs)) {
                return Err(shape(&name));
            }
            stem.push(packed(weights, &name)?);
        }
        let ([body, inputs, 2, 1], _) = weights.get("fold.w")? else {
            return Err(shape("fold"));
        };
        if Some(inputs) != stem.last().map(Packed::outputs) {
            return Err(shape("fold"));
        }
        let mut blocks = Vec::new();
        while weights.has(&format!("along{}.w", blocks.len())) {
            blocks.push(Block::new(weights, blocks.len(), body)?);
        }
        let ([outputs, inputs, 1, 1], _) = weights.get("out.w")? else {
            return Err(shape("out"));
        };
        if (outputs, inputs) != (classes, body) {
            return Err(shape("out"));
        }
        Ok(Self {
            stem,
            fold: packed(weights, "fold")?,
            blocks,
            out: packed(weights, "out")?,
        })
    }

    /// Runs the network. Returns `self.out.outputs()` log-probabilities for every four columns of
    /// the strip.
    pub(super) fn run(&self, ink: &Ink, buffers: &mut Activations) -> Vec<f32> {
        #[cfg(target_arch = "x86_64")]
        if std::arch::is_x86_feature_detected!("avx2") {
            // SAFETY: the processor has AVX2.
            return unsafe { self.run_avx2(ink, buffers) };
        }
        self.run_anywhere(ink, buffers)
    }

    /// The same code, compiled for wider vectors.
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx2")]
    fn run_avx2(&self, ink: &Ink, buffers: &mut Activations) -> Vec<f32> {
        self.run_anywhere(ink, buffers)
    }

    #[inline(always)]
    fn run_anywhere(&self, ink: &Ink, buffers: &mut Activations) -> Vec<f32> {
        let Activations { bytes, values } = buffers;
        let mut height = HEIGHT;
        let mut width = ink.width;
        let mut channels = 1;
        // Every image is padded with zeros, so that the kernels need no special cases at its edges.
        let mut input = quantized(&ink.values, width, channels, bytes);
        for (layer, (down, along)) in self.stem.iter().zip(STEM) {
            let pitch = (width + 2) * channels;
            let rows = height / down;
            let columns = width / along;
            let outputs = layer.outputs();
            values.resize(rows * columns * outputs, 0.0);
            for (y, row) in values.chunks_exact_mut(columns * outputs).enumerate() {
                let place = Rows {
                    input,
                    start: y * down * pitch,
                    segment: pitch,
                    step: along * channels,
                };
                layer.multiply(place, row, Finish::Relu);
            }
            height = rows;
            width = columns;
            channels = outputs;
            input = quantized(values, width, channels, bytes);
        }
        let pitch = (width + 2) * channels;
        let mut columns = vec![0.0; width * self.fold.outputs()];
        self.fold.multiply(
            Rows {
                input,
                start: pitch + channels,
                segment: pitch,
                step: channels,
            },
            &mut columns,
            Finish::Relu,
        );
        for block in &self.blocks {
            block.add(&mut columns, self.fold.outputs(), values, bytes);
        }
        let mut out = vec![0.0; width * self.out.outputs()];
        let input = quantized(&columns, width, self.fold.outputs(), bytes);
        self.out.multiply(
            Rows {
                input,
                start: (width + 3) * self.fold.outputs(),
                segment: 0,
                step: self.fold.outputs(),
            },
            &mut out,
            Finish::Set,
        );
        out.chunks_exact_mut(self.out.outputs())
            .for_each(log_softmax);
        out
    }
}

/// The byte for zero among quantized values of both signs.
const CENTRE: u8 = 64;

/// Quantizes values of both signs to bytes.
#[inline(always)]
fn quantized_signed<'a>(values: &[f32], bytes: &'a mut Vec<u8>) -> Bytes<'a> {
    let scale = largest(values) / (LARGEST - f32::from(CENTRE));
    bytes.resize(values.len(), 0);
    write_steps(values, scale, CENTRE, bytes);
    Bytes {
        bytes,
        scale,
        zero: CENTRE,
    }
}

impl Block {
    fn new(weights: &Weights, index: usize, body: usize) -> Result<Self, SetupError> {
        let name = format!("along{index}.w");
        let ([channels, 1, 1, width], w) = weights.get(&name)? else {
            return Err(shape(&name));
        };
        let mix = format!("mix{index}");
        let ([outputs, inputs, 1, 1], _) = weights.get(&format!("{mix}.w"))? else {
            return Err(shape(&mix));
        };
        if (channels, outputs, inputs) != (body, body, body) || width % 2 == 0 {
            return Err(shape(&name));
        }
        let along = (0..width * body)
            .map(|i| w[i % body * width + i / body])
            .collect();
        Ok(Self {
            along,
            width,
            mix: packed(weights, &mix)?,
        })
    }

    /// Adds the output of the block to each column. `scratch` and `bytes` are buffers.
    #[inline(always)]
    fn add(
        &self,
        columns: &mut [f32],
        channels: usize,
        scratch: &mut Vec<f32>,
        bytes: &mut Vec<u8>,
    ) {
        scratch.clear();
        scratch.resize(columns.len(), 0.0);
        let count = columns.len() / channels;
        let half = self.width / 2;
        for (t, out) in scratch.chunks_exact_mut(channels).enumerate() {
            for (k, weights) in self.along.chunks_exact(channels).enumerate() {
                let Some(source) = (t + k).checked_sub(half).filter(|s| *s < count) else {
                    continue;
                };
                let source = &columns[source * channels..][..channels];
                for ((o, x), w) in out.iter_mut().zip(source).zip(weights) {
                    *o += x * w;
                }
            }
        }
        let place = Rows {
            input: quantized_signed(scratch, bytes),
            start: 0,
            segment: 0,
            step: channels,
        };
        self.mix.multiply(place, columns, Finish::AddRelu);
    }
}

/// Turns scores into log-probabilities.
#[inline(always)]
fn log_softmax(row: &mut [f32]) {
    let top = row.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let total = top + row.iter().map(|v| (v - top).exp()).sum::<f32>().ln();
    row.iter_mut().for_each(|v| *v -= total);
}
