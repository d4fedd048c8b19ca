//! The one loop that takes the time: a matrix product in whole numbers whose left rows may overlap, so that it is a convolution
//! as well.
//!
//! With the channels innermost and a margin of zeros, the three columns that a 3×3 kernel sees in one row lie side by side
//! in memory: a convolution is three products whose left rows start `step` bytes apart, and nothing is copied.
//!
//! Inputs have seven bits and weights eight, signed: four of their products at a time go into sums of 32 bits, by one
//! instruction where the processor has AVX-512 VNNI, by three with AVX2. Seven bits, because two products must fit into the
//! 16 bits that AVX2 adds them in. Sums of whole numbers are exact, so every processor reads the same.

/// Outputs to a panel of packed weights.
const PANEL: usize = 16;
/// Inputs that are multiplied and added by one instruction.
const GROUP: usize = 4;
/// The largest input: seven bits.
pub const LARGEST: f32 = 127.0;

/// The weights of four inputs for the outputs of a panel: the four of the first output, those of the second …
type Weights = [i8; PANEL * GROUP];

/// Weights of one layer: panels of [`PANEL`] outputs, in each the groups of all segments one after the other.
#[derive(Debug)]
pub struct Packed {
    weights: Vec<Weights>,
    units: Vec<Units>,
    /// Groups of inputs of one segment; weights beyond its last input are zero.
    groups: usize,
    /// How many segments, each with its own place in the input.
    segments: usize,
    /// How many outputs.
    outputs: usize,
}

/// How the sums of a panel's outputs become numbers.
#[derive(Debug, Clone, Copy)]
struct Units {
    /// What a weight of one stands for.
    scale: [f32; PANEL],
    bias: [f32; PANEL],
    /// The sum of the weights: what inputs that are all one too large add.
    excess: [i32; PANEL],
}

/// Values in whole numbers of seven bits: `(byte - zero) * scale` is the value.
#[derive(Debug, Clone, Copy)]
pub struct Bytes<'a> {
    /// At most [`LARGEST`] each.
    pub bytes: &'a [u8],
    /// What one step stands for.
    pub scale: f32,
    /// The byte of the value zero.
    pub zero: u8,
}

/// Where the input of one row of outputs lies.
#[derive(Debug, Clone, Copy)]
pub struct Rows<'a> {
    /// The activations.
    pub input: Bytes<'a>,
    /// Where the first left row of the first segment starts.
    pub start: usize,
    /// From one segment to the next.
    pub segment: usize,
    /// From one left row to the next.
    pub step: usize,
}

/// What becomes of the sums.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finish {
    /// They replace the output.
    Set,
    /// Negative ones are zero, then they replace the output.
    Relu,
    /// Negative ones are zero, then they are added to the output.
    AddRelu,
}

/// The widest vectors that may be used; the processor may have narrower ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Vectors {
    /// Whatever the compiler makes of plain loops.
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
    /// 64 bytes, and an instruction made for this.
    Avx512,
}

impl Packed {
    /// Packs weights given by `weight(segment, input, output)`; `bias` has one value an output. Each output's weights are
    /// rounded to 127 steps either way.
    pub fn new(
        segments: usize,
        depth: usize,
        bias: &[f32],
        weight: impl Fn(usize, usize, usize) -> f32,
    ) -> Self {
        let (groups, outputs) = (depth.div_ceil(GROUP), bias.len());
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
            let (units, lane) = (&mut units[o / PANEL], o % PANEL);
            let largest = inputs()
                .map(|(s, k)| weight(s, k, o).abs())
                .fold(f32::MIN_POSITIVE, f32::max);
            (units.scale[lane], units.bias[lane]) = (largest / LARGEST, *bias);
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

    /// How many outputs.
    pub fn outputs(&self) -> usize {
        self.outputs
    }

    /// Multiplies: `output` holds rows of `self.outputs()` values, as many as there are to calculate. Up to three bytes beyond
    /// the last row must be there.
    pub fn multiply(&self, rows: Rows<'_>, output: &mut [f32], finish: Finish) {
        self.multiply_with(rows, output, finish, Vectors::Avx512);
    }

    fn multiply_with(&self, rows: Rows<'_>, output: &mut [f32], finish: Finish, widest: Vectors) {
        let count = output.len() / self.outputs();
        // The last byte that is read must be there: the tiles do not ask again.
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

/// One panel of outputs and what becomes of them.
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
                // SAFETY: the processor has just been asked, and `Packed::multiply` has checked what is read.
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
                let left =
                    &rows.input.bytes[rows.start + row * rows.step + segment * rows.segment..];
                for (inputs, weights) in left.as_chunks::<GROUP>().0.iter().zip(weights) {
                    for (sum, weights) in sums.iter_mut().zip(weights.as_chunks::<GROUP>().0) {
                        *sum += inputs
                            .iter()
                            .zip(weights)
                            .map(|(a, b)| i32::from(*a) * i32::from(*b))
                            .sum::<i32>();
                    }
                }
            }
            self.finish(&sums, rows.input, values);
        }
    }

    /// Puts sums where they belong in a row of outputs; sums beyond the last output are left out.
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
            // A length that is known makes vectors of it.
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

/// Writes a module with `multiply` for vectors of one kind: tiles of rows whose sums stay in registers. `$add` gives the sums with
/// the products of a vector of inputs (each four bytes the same) and one of weights.
#[cfg(target_arch = "x86_64")]
macro_rules! vectors {
    ($name:ident, $features:literal, $lanes:literal, [$($tile:literal),+], $zero:ident, $splat:ident, $load:ident, $store:ident, $add:expr) => {
        mod $name {
            use super::{GROUP, PANEL, Panel, Rows};
            use std::arch::x86_64::*;

            /// Vectors to a panel.
            const VECTORS: usize = PANEL / $lanes;

            /// # Safety
            /// The processor has these features; all that the rows reach lies in their input, and all weights are there.
            #[target_feature(enable = $features)]
            pub unsafe fn multiply(panel: &Panel<'_>, rows: Rows<'_>, output: &mut [f32]) {
                let width = panel.layer.outputs();
                let count = output.len() / width;
                let mut row = 0;
                $(while count - row >= $tile {
                    // SAFETY: the caller's promise; `row + $tile` rows are there.
                    unsafe { tile::<$tile>(panel, Rows { start: rows.start + row * rows.step, ..rows }, &mut output[row * width..]) };
                    row += $tile;
                })+
            }

            /// # Safety
            /// As for `multiply`, for M rows.
            #[target_feature(enable = $features)]
            unsafe fn tile<const M: usize>(panel: &Panel<'_>, rows: Rows<'_>, output: &mut [f32]) {
                // SAFETY: a panel has `groups` groups of weights a segment, and the rows reach no further than their input.
                let sums: [[_; VECTORS]; M] = unsafe {
                    let mut sums = [[$zero(); VECTORS]; M];
                    for (segment, weights) in panel.weights.chunks_exact(panel.layer.groups).enumerate() {
                        let left = rows.input.bytes.as_ptr().add(rows.start + segment * rows.segment);
                        for (k, weights) in weights.iter().enumerate() {
                            let weights: [_; VECTORS] = std::array::from_fn(|v| $load(weights.as_ptr().cast::<i32>().add(v * $lanes).cast()));
                            for m in 0..M {
                                let inputs = $splat(left.add(m * rows.step + k * GROUP).cast::<i32>().read_unaligned());
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
                        // SAFETY: the vectors of a panel fill it.
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

#[cfg(test)]
mod tests {
    use super::*;

    fn some_bytes(len: usize) -> Vec<u8> {
        (0..len).map(|i| (i * 37 % 128) as u8).collect()
    }

    #[test]
    fn products_are_those_of_the_plain_loop() {
        let (segments, depth, outputs) = (2, 5, 19);
        let bytes = some_bytes(200);
        let weight = |s: usize, k: usize, o: usize| ((s * 31 + k * 7 + o * 3) % 11) as f32 - 5.0;
        let bias: Vec<f32> = (0..outputs).map(|o| o as f32).collect();
        let packed = Packed::new(segments, depth, &bias, weight);
        let rows = Rows {
            input: Bytes {
                bytes: &bytes,
                scale: 0.5,
                zero: 7,
            },
            start: 3,
            segment: 40,
            step: 4,
        };
        // Whole tiles of each kind of vector, and rests of them.
        for (count, widest) in [1, 6, 8, 12, 31]
            .into_iter()
            .flat_map(|n| [Vectors::Plain, Vectors::Avx2, Vectors::Avx512].map(|v| (n, v)))
        {
            let mut output = vec![1.0; count * outputs];
            packed.multiply_with(rows, &mut output, Finish::AddRelu, widest);
            for (at, value) in output.iter().enumerate() {
                let (row, o) = (at / outputs, at % outputs);
                let inputs = (0..segments).flat_map(|s| (0..depth).map(move |k| (s, k)));
                let products = inputs.map(|(s, k)| {
                    (f32::from(bytes[3 + s * 40 + row * 4 + k]) - 7.0) * 0.5 * weight(s, k, o)
                });
                let sum = products.sum::<f32>() + bias[o];
                // Weights are rounded to a 127th of the largest.
                assert!(
                    (value - 1.0 - sum.max(0.0)).abs() < 4.0,
                    "{count} rows, {widest:?}: {value} for {sum}"
                );
            }
        }
    }

    /// The largest inputs and weights there are: nothing may overflow on the way.
    #[test]
    fn every_processor_sums_alike() {
        let (depth, outputs) = (64, 16);
        let packed = Packed::new(1, depth, &[0.0; 16], |_, k, o| {
            if (k / 2 + o) % 2 == 0 { 1.0 } else { -1.0 }
        });
        let bytes = [127; 64];
        let rows = Rows {
            input: Bytes {
                bytes: &bytes,
                scale: 1.0,
                zero: 0,
            },
            start: 0,
            segment: 0,
            step: 0,
        };
        let sums = [Vectors::Plain, Vectors::Avx2, Vectors::Avx512].map(|widest| {
            let mut output = vec![0.0; 5 * outputs];
            packed.multiply_with(rows, &mut output, Finish::Set, widest);
            output
        });
        assert_eq!(sums[0], sums[1]);
        assert_eq!(sums[0], sums[2]);
        let one_sign = Packed::new(1, depth, &[0.0; 16], |_, _, _| -1.0);
        let mut output = vec![0.0; outputs];
        for widest in [Vectors::Plain, Vectors::Avx2, Vectors::Avx512] {
            one_sign.multiply_with(rows, &mut output, Finish::Set, widest);
            assert_eq!(output, [-127.0 * 64.0; 16], "{widest:?}");
        }
    }

    #[test]
    #[should_panic(expected = "beyond their input")]
    fn rows_beyond_the_input_are_refused() {
        let packed = Packed::new(1, 5, &[0.0; 3], |_, _, _| 1.0);
        let input = Bytes {
            bytes: &[0; 15],
            scale: 1.0,
            zero: 0,
        };
        packed.multiply(
            Rows {
                input,
                start: 0,
                segment: 0,
                step: 4,
            },
            &mut [0.0; 9],
            Finish::Set,
        );
    }
}
