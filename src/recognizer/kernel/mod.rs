//! The inner loop: an integer matrix product (GEMM) whose left rows may overlap, so that it also
//! computes convolutions.
//!
//! With the channels innermost and a padding of zeros, the three columns that a 3 × 3 kernel
//! covers in one row are contiguous in memory. So a convolution is three products whose left rows
//! start `step` bytes apart, and nothing is copied (no im2col).
//!
//! Inputs have seven bits and weights eight, signed. Four products at a time are added to 32-bit
//! sums, by one instruction with AVX-512 VNNI, by three with AVX2. Inputs have seven bits because
//! two products must fit into the 16 bits that AVX2 adds them in. Integer sums are exact, so every
//! processor reads the same.

// AVX2 and AVX-512 instructions need it.
#![allow(unsafe_code)]

#[cfg(test)]
mod tests;

/// Outputs per panel of packed weights: one AVX-512 register of 32-bit sums.
const PANEL: usize = 16;
/// Inputs that one instruction multiplies and adds.
const GROUP: usize = 4;
/// The largest input: seven bits.
pub(super) const LARGEST: f32 = 127.0;

/// The weights of four inputs for the outputs of a panel: four for the first output, four for the
/// second, and so on.
type Weights = [i8; PANEL * GROUP];

/// Packed weights of one layer: panels of [`PANEL`] outputs, each with the groups of all segments
/// in order.
#[derive(Debug)]
pub(super) struct Packed {
    weights: Vec<Weights>,
    units: Vec<Units>,
    /// Groups of inputs per segment; weights beyond its last input are zero.
    groups: usize,
    /// Number of segments, each with its own place in the input.
    segments: usize,
    /// Number of outputs.
    outputs: usize,
}

/// Dequantization of a panel's outputs.
#[derive(Debug, Clone, Copy)]
struct Units {
    /// The value of a weight of one.
    scale: [f32; PANEL],
    bias: [f32; PANEL],
    /// The sum of the weights: what a zero point of one adds.
    excess: [i32; PANEL],
}

/// Values quantized to seven bits: `(byte - zero) * scale` is the value.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bytes<'a> {
    /// At most [`LARGEST`] each.
    pub bytes: &'a [u8],
    /// The value of one step.
    pub scale: f32,
    /// The byte for the value zero (zero point).
    pub zero: u8,
}

/// Where the input of one row of outputs is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rows<'a> {
    /// The activations.
    pub input: Bytes<'a>,
    /// Where the first left row of the first segment starts.
    pub start: usize,
    /// Distance from one segment to the next.
    pub segment: usize,
    /// Distance from one left row to the next.
    pub step: usize,
}

/// What is done with the sums.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Finish {
    /// They replace the output.
    Set,
    /// Their ReLU replaces the output.
    Relu,
    /// Their ReLU is added to the output.
    AddRelu,
}

/// The widest vectors that may be used, if the processor has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Vectors {
    /// Plain loops, as the compiler vectorizes them.
    #[cfg_attr(
        not(test),
        allow(dead_code, reason = "only tests ask for less than there is")
    )]
    Plain,
    /// 32 bytes.
    #[cfg_attr(
        not(test),
        allow(dead_code, reason = "only tests ask for less than there is")
    )]
    Avx2,
    /// 64 bytes, with VNNI.
    Avx512,
}

impl Packed {
    /// Packs the weights `weight(segment, input, output)`; `bias` has one value per output. The
    /// weights of each output are quantized to 127 steps either way.
    pub(super) fn new(
        segments: usize,
        depth: usize,
        bias: &[f32],
        weight: impl Fn(usize, usize, usize) -> f32,
    ) -> Self {
        let groups = depth.div_ceil(GROUP);
        let outputs = bias.len();
        let panels = outputs.div_ceil(PANEL);
        let inputs = || (0..segments).flat_map(|s| (0..depth).map(move |k| (s, k)));
        let mut weights = vec![[0; PANEL * GROUP]; panels * segments * groups];
        let mut units = vec![
            Units {
                scale: [0.0; PANEL],
                bias: [0.0; PANEL],
                excess: [0; PANEL]
            };
            panels
        ];
        for (o, bias) in bias.iter().enumerate() {
            let units = &mut units[o / PANEL];
            let lane = o % PANEL;
            let largest = inputs()
                .map(|(s, k)| weight(s, k, o).abs())
                .fold(f32::MIN_POSITIVE, f32::max);
            units.scale[lane] = largest / LARGEST;
            units.bias[lane] = *bias;
            for (s, k) in inputs() {
                let rounded = (weight(s, k, o) / units.scale[lane]).round() as i8;
                weights[(o / PANEL * segments + s) * groups + k / GROUP]
                    [lane * GROUP + k % GROUP] = rounded;
                units.excess[lane] += i32::from(rounded);
            }
        }
        Self {
            weights,
            units,
            groups,
            segments,
            outputs,
        }
    }

    /// The number of outputs.
    pub(super) fn outputs(&self) -> usize {
        self.outputs
    }

    /// Computes the product. `output` has one row of `self.outputs()` values for each row to
    /// compute. The input must have up to three bytes beyond the last row.
    pub(super) fn multiply(&self, rows: Rows<'_>, output: &mut [f32], finish: Finish) {
        self.multiply_with(rows, output, finish, Vectors::Avx512);
    }

    fn multiply_with(&self, rows: Rows<'_>, output: &mut [f32], finish: Finish, widest: Vectors) {
        let count = output.len() / self.outputs();
        // The last byte that is read must exist: the tiles don't check again.
        let last =
            rows.start + (self.segments - 1) * rows.segment + count.saturating_sub(1) * rows.step;
        assert!(
            count == 0 || last + self.groups * GROUP <= rows.input.bytes.len(),
            "rows reach beyond their input"
        );
        let panels = self
            .weights
            .chunks_exact(self.segments * self.groups)
            .zip(&self.units);
        for (index, (weights, units)) in panels.enumerate() {
            let panel = Panel {
                weights,
                units,
                layer: self,
                from: index * PANEL,
                finish,
            };
            panel.multiply(rows, &mut output[..count * self.outputs], widest);
        }
    }
}

/// One panel of outputs, and what is done with them.
#[derive(Clone, Copy)]
struct Panel<'a> {
    weights: &'a [Weights],
    units: &'a Units,
    layer: &'a Packed,
    /// The first output of the panel.
    from: usize,
    finish: Finish,
}

impl Panel<'_> {
    fn multiply(&self, rows: Rows<'_>, output: &mut [f32], widest: Vectors) {
        #[cfg(target_arch = "x86_64")]
        {
            use std::arch::is_x86_feature_detected as has;
            if widest >= Vectors::Avx512 && has!("avx512f") && has!("avx512vnni") {
                // SAFETY: the processor has these features, and `Packed::multiply_with` has checked
                // what is read.
                return unsafe { avx512::multiply(self, rows, output) };
            }
            if widest >= Vectors::Avx2 && has!("avx2") {
                // SAFETY: as above.
                return unsafe { avx2::multiply(self, rows, output) };
            }
        }
        let _ = widest;
        for (row, values) in output.chunks_exact_mut(self.layer.outputs()).enumerate() {
            let mut sums = [0; PANEL];
            for (segment, weights) in self.weights.chunks_exact(self.layer.groups).enumerate() {
                let start = rows.start + row * rows.step + segment * rows.segment;
                let left = rows.input.bytes[start..].as_chunks::<GROUP>().0;
                left.iter()
                    .zip(weights)
                    .for_each(|(inputs, weights)| add_products(&mut sums, inputs, weights));
            }
            self.finish(&sums, rows.input, values);
        }
    }

    /// Dequantizes sums and puts them into a row of outputs. Sums beyond the last output are left
    /// out.
    #[inline(always)]
    fn finish(&self, sums: &[i32; PANEL], input: Bytes<'_>, row: &mut [f32]) {
        let Units {
            scale,
            bias,
            excess,
        } = self.units;
        let values: [f32; PANEL] = std::array::from_fn(|o| {
            (sums[o] - i32::from(input.zero) * excess[o]) as f32 * (scale[o] * input.scale)
                + bias[o]
        });
        let row = &mut row[self.from..];
        match row.first_chunk_mut::<PANEL>() {
            // With a constant length, this is vectorized.
            Some(row) => self.put(&values, row),
            None => self.put(&values, row),
        }
    }

    #[inline(always)]
    fn put(&self, values: &[f32; PANEL], row: &mut [f32]) {
        for (to, value) in row.iter_mut().zip(values) {
            *to = match self.finish {
                Finish::Set => *value,
                Finish::Relu => value.max(0.0),
                Finish::AddRelu => *to + value.max(0.0),
            };
        }
    }
}

/// Adds the products of four inputs and their weights to the sums of a panel.
fn add_products(sums: &mut [i32; PANEL], inputs: &[u8; GROUP], weights: &Weights) {
    for (sum, weights) in sums.iter_mut().zip(weights.as_chunks::<GROUP>().0) {
        *sum += inputs
            .iter()
            .zip(weights)
            .map(|(a, b)| i32::from(*a) * i32::from(*b))
            .sum::<i32>();
    }
}

/// Defines a module with `multiply` for one kind of vector: tiles of rows whose sums stay in
/// registers. `$add` adds the products of a vector of inputs (four bytes, repeated) and one of
/// weights to the sums.
#[cfg(target_arch = "x86_64")]
macro_rules! vectors {
    (
        $name:ident, $features:literal, $lanes:literal, [$($tile:literal),+],
        $zero:ident, $splat:ident, $load:ident, $store:ident, $add:expr
    ) => {
        mod $name {
            use super::{GROUP, PANEL, Panel, Rows};
            use std::arch::x86_64::*;

            /// Vectors per panel.
            const VECTORS: usize = PANEL / $lanes;

            /// # Safety
            /// The processor must have these features, the rows must not reach beyond their input,
            /// and the panel must have all its weights.
            #[target_feature(enable = $features)]
            pub(super) unsafe fn multiply(panel: &Panel<'_>, rows: Rows<'_>, output: &mut [f32]) {
                let width = panel.layer.outputs();
                let count = output.len() / width;
                let mut row = 0;
                $(while count - row >= $tile {
                    let start = rows.start + row * rows.step;
                    let tile_rows = Rows { start, ..rows };
                    // SAFETY: as the caller promises; there are `row + $tile` rows.
                    unsafe { tile::<$tile>(panel, tile_rows, &mut output[row * width..]) };
                    row += $tile;
                })+
            }

            /// # Safety
            /// As for `multiply`, for M rows.
            #[target_feature(enable = $features)]
            unsafe fn tile<const M: usize>(
                panel: &Panel<'_>,
                rows: Rows<'_>,
                output: &mut [f32],
            ) {
                let segments = panel.weights.chunks_exact(panel.layer.groups);
                // SAFETY: a panel has `groups` groups of weights per segment, and the rows don't
                // reach beyond their input.
                let sums: [[_; VECTORS]; M] = unsafe {
                    let mut sums = [[$zero(); VECTORS]; M];
                    for (segment, weights) in segments.enumerate() {
                        let start = rows.start + segment * rows.segment;
                        let left = rows.input.bytes.as_ptr().add(start);
                        for (k, weights) in weights.iter().enumerate() {
                            let weights = weights.as_ptr().cast::<i32>();
                            let weights: [_; VECTORS] =
                                std::array::from_fn(|v| $load(weights.add(v * $lanes).cast()));
                            for m in 0..M {
                                let inputs = left.add(m * rows.step + k * GROUP);
                                let inputs = $splat(inputs.cast::<i32>().read_unaligned());
                                for v in 0..VECTORS {
                                    sums[m][v] = $add(sums[m][v], inputs, weights[v]);
                                }
                            }
                        }
                    }
                    sums
                };
                for (row, sums) in output.chunks_exact_mut(panel.layer.outputs()).zip(&sums) {
                    let mut plain = [0; PANEL];
                    for (v, sum) in sums.iter().enumerate() {
                        // SAFETY: the vectors of a panel fill it exactly.
                        unsafe { $store(plain.as_mut_ptr().add(v * $lanes).cast(), *sum) };
                    }
                    panel.finish(&plain, rows.input, row);
                }
            }
        }
    };
}

#[cfg(target_arch = "x86_64")]
vectors!(
    avx512,
    "avx512f,avx512vnni",
    16,
    [12, 4, 1],
    _mm512_setzero_si512,
    _mm512_set1_epi32,
    _mm512_loadu_si512,
    _mm512_storeu_si512,
    |sum, inputs, weights| _mm512_dpbusd_epi32(sum, inputs, weights)
);
#[cfg(target_arch = "x86_64")]
vectors!(
    avx2,
    "avx2",
    8,
    [4, 1],
    _mm256_setzero_si256,
    _mm256_set1_epi32,
    _mm256_loadu_si256,
    _mm256_storeu_si256,
    |sum, inputs, weights| {
        let pairs = _mm256_maddubs_epi16(inputs, weights);
        _mm256_add_epi32(sum, _mm256_madd_epi16(pairs, _mm256_set1_epi16(1)))
    }
);
