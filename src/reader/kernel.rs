//! The one loop that takes the time: a matrix product whose left rows may overlap, so that it is a convolution as well.
//!
//! With the channels innermost and a margin of zeros, the three columns that a 3×3 kernel sees in one row lie side by side
//! in memory: a convolution is three products whose left rows start `step` floats apart, and nothing is copied. Tiles of rows by
//! sixteen outputs fill the registers of AVX-512 or AVX2, whichever the processor has.

/// Outputs to a panel of packed weights.
const PANEL: usize = 16;

/// Weights of one layer: panels of [`PANEL`] outputs, in each the rows of all segments one after the other.
#[derive(Debug)]
pub struct Packed {
    panels: Vec<f32>,
    bias: Vec<f32>,
    /// Inputs of one segment.
    depth: usize,
    /// How many segments, each with its own place in the input.
    segments: usize,
    /// How many outputs.
    pub outputs: usize,
}

/// Where the input of one row of outputs lies.
#[derive(Debug, Clone, Copy)]
pub struct Rows<'a> {
    /// The activations.
    pub input: &'a [f32],
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
    #[cfg_attr(not(test), allow(dead_code, reason = "only tests ask for less than there is"))]
    Plain,
    /// 8 floats.
    #[cfg_attr(not(test), allow(dead_code, reason = "only tests ask for less than there is"))]
    Avx2,
    /// 16 floats.
    Avx512,
}

impl Packed {
    /// Packs weights given by `weight(segment, input, output)`; `bias` has one value an output.
    pub fn new(segments: usize, depth: usize, bias: &[f32], weight: impl Fn(usize, usize, usize) -> f32) -> Self {
        let outputs = bias.len();
        let mut panels = vec![0.0; outputs.div_ceil(PANEL) * segments * depth * PANEL];
        for (index, value) in panels.iter_mut().enumerate() {
            let output = index / (segments * depth * PANEL) * PANEL + index % PANEL;
            let row = index / PANEL % (segments * depth);
            if output < outputs {
                *value = weight(row / depth, row % depth, output);
            }
        }
        let mut bias = bias.to_vec();
        bias.resize(outputs.div_ceil(PANEL) * PANEL, 0.0);
        Self { panels, bias, depth, segments, outputs }
    }

    /// Multiplies: `output` holds rows of `self.outputs` values, as many as there are to calculate.
    pub fn multiply(&self, rows: Rows<'_>, output: &mut [f32], finish: Finish) {
        self.multiply_with(rows, output, finish, Vectors::Avx512);
    }

    fn multiply_with(&self, rows: Rows<'_>, output: &mut [f32], finish: Finish, widest: Vectors) {
        let width = self.outputs;
        let count = output.len() / width;
        // The last value that is read must be there: the tiles do not ask again.
        let reach = rows.start + (self.segments - 1) * rows.segment + count.saturating_sub(1) * rows.step + self.depth;
        assert!(count == 0 || reach <= rows.input.len(), "rows reach beyond their input");
        let panels = self.panels.chunks_exact(self.segments * self.depth * PANEL).zip(self.bias.as_chunks().0);
        for (index, (weights, bias)) in panels.enumerate() {
            let from = index * PANEL;
            let panel = Panel { weights, bias, depth: self.depth, segments: self.segments, from, width, finish };
            panel.multiply(rows, &mut output[..count * width], widest);
        }
    }
}

/// One panel of outputs and what becomes of them.
#[derive(Clone, Copy)]
struct Panel<'a> {
    weights: &'a [f32],
    bias: &'a [f32; PANEL],
    depth: usize,
    segments: usize,
    /// The first output of the panel.
    from: usize,
    /// Values in a row of outputs.
    width: usize,
    finish: Finish,
}

impl Panel<'_> {
    fn multiply(&self, rows: Rows<'_>, output: &mut [f32], widest: Vectors) {
        #[cfg(target_arch = "x86_64")]
        {
            if widest >= Vectors::Avx512 && std::arch::is_x86_feature_detected!("avx512f") {
                // SAFETY: the processor has just been asked, and `Packed::multiply` has checked what is read.
                return unsafe { avx512::multiply(self, rows, output) };
            }
            if widest >= Vectors::Avx2
                && std::arch::is_x86_feature_detected!("avx2")
                && std::arch::is_x86_feature_detected!("fma")
            {
                // SAFETY: as above.
                return unsafe { avx2::multiply(self, rows, output) };
            }
        }
        let _ = widest;
        for (row, values) in output.chunks_exact_mut(self.width).enumerate() {
            let mut sums = *self.bias;
            for segment in 0..self.segments {
                let left = &rows.input[rows.start + row * rows.step + segment * rows.segment..][..self.depth];
                let weights = self.weights[segment * self.depth * PANEL..].as_chunks::<PANEL>().0;
                for (a, b) in left.iter().zip(weights) {
                    sums.iter_mut().zip(b).for_each(|(sum, b)| *sum += a * b);
                }
            }
            self.finish(&sums, values);
        }
    }

    /// Puts sums where they belong in a row of outputs; sums beyond the last output are left out.
    #[inline(always)]
    fn finish(&self, sums: &[f32; PANEL], row: &mut [f32]) {
        for (value, sum) in row[self.from..].iter_mut().zip(sums) {
            *value = match self.finish {
                Finish::Set => *sum,
                Finish::Relu => sum.max(0.0),
                Finish::AddRelu => *value + sum.max(0.0),
            };
        }
    }
}

/// Writes a module with `multiply` for vectors of one kind: tiles of rows whose sums stay in registers. The compiler keeps sums
/// in memory when it is left to find the vectors itself, which is three times slower.
#[cfg(target_arch = "x86_64")]
macro_rules! vectors {
    ($name:ident, $features:literal, $lanes:literal, [$($tile:literal),+], $load:ident, $splat:ident, $fma:ident, $store:ident) => {
        mod $name {
            use super::{PANEL, Panel, Rows};
            use std::arch::x86_64::*;

            /// Vectors to a panel.
            const VECTORS: usize = PANEL / $lanes;

            /// # Safety
            /// The processor has these features; all that the rows reach lies in their input, and all weights are there.
            #[target_feature(enable = $features)]
            pub unsafe fn multiply(panel: &Panel<'_>, rows: Rows<'_>, output: &mut [f32]) {
                let count = output.len() / panel.width;
                let mut row = 0;
                $(while count - row >= $tile {
                    // SAFETY: the caller's promise; `row + $tile` rows are there.
                    unsafe { tile::<$tile>(panel, Rows { start: rows.start + row * rows.step, ..rows }, &mut output[row * panel.width..]) };
                    row += $tile;
                })+
            }

            /// # Safety
            /// As for `multiply`, for M rows.
            #[target_feature(enable = $features)]
            unsafe fn tile<const M: usize>(panel: &Panel<'_>, rows: Rows<'_>, output: &mut [f32]) {
                // SAFETY: a panel has a bias for each output, `depth` rows of weights a segment, and the rows reach no further
                // than their input.
                let sums: [[_; VECTORS]; M] = unsafe {
                    let bias: [_; VECTORS] = std::array::from_fn(|v| $load(panel.bias.as_ptr().add(v * $lanes)));
                    let mut sums = [bias; M];
                    let mut weights = panel.weights.as_ptr();
                    for segment in 0..panel.segments {
                        let left = rows.input.as_ptr().add(rows.start + segment * rows.segment);
                        for k in 0..panel.depth {
                            for m in 0..M {
                                let a = $splat(*left.add(m * rows.step + k));
                                for v in 0..VECTORS {
                                    sums[m][v] = $fma(a, $load(weights.add(v * $lanes)), sums[m][v]);
                                }
                            }
                            weights = weights.add(PANEL);
                        }
                    }
                    sums
                };
                for (row, sums) in output.chunks_exact_mut(panel.width).zip(&sums) {
                    let mut plain = [0.0; PANEL];
                    for (v, sum) in sums.iter().enumerate() {
                        // SAFETY: the vectors of a panel fill it.
                        unsafe { $store(plain.as_mut_ptr().add(v * $lanes), *sum) };
                    }
                    panel.finish(&plain, row);
                }
            }
        }
    };
}

#[cfg(target_arch = "x86_64")]
vectors!(avx512, "avx512f", 16, [12, 4, 1], _mm512_loadu_ps, _mm512_set1_ps, _mm512_fmadd_ps, _mm512_storeu_ps);
#[cfg(target_arch = "x86_64")]
vectors!(avx2, "avx2,fma", 8, [6, 2, 1], _mm256_loadu_ps, _mm256_set1_ps, _mm256_fmadd_ps, _mm256_storeu_ps);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_are_those_of_the_plain_loop() {
        let (segments, depth, outputs) = (2, 5, 19);
        let input: Vec<f32> = (0..200).map(|i| (i * 37 % 17) as f32 - 8.0).collect();
        let weight = |s: usize, k: usize, o: usize| ((s * 31 + k * 7 + o * 3) % 11) as f32 - 5.0;
        let bias: Vec<f32> = (0..outputs).map(|o| o as f32).collect();
        let packed = Packed::new(segments, depth, &bias, weight);
        let rows = Rows { input: &input, start: 3, segment: 40, step: 4 };
        // Whole tiles of each kind of vector, and rests of them.
        for (count, widest) in
            [1, 6, 8, 12, 31].into_iter().flat_map(|n| [Vectors::Plain, Vectors::Avx2, Vectors::Avx512].map(|v| (n, v)))
        {
            let mut output = vec![1.0; count * outputs];
            packed.multiply_with(rows, &mut output, Finish::AddRelu, widest);
            for row in 0..count {
                for o in 0..outputs {
                    let sum: f32 = (0..segments)
                        .flat_map(|s| (0..depth).map(move |k| (s, k)))
                        .map(|(s, k)| input[3 + s * 40 + row * 4 + k] * weight(s, k, o))
                        .sum();
                    assert_eq!(output[row * outputs + o], 1.0 + (sum + bias[o]).max(0.0), "{count} rows, {widest:?}");
                }
            }
        }
    }

    #[test]
    #[should_panic(expected = "beyond their input")]
    fn rows_beyond_the_input_are_refused() {
        let packed = Packed::new(1, 5, &[0.0; 3], |_, _, _| 1.0);
        packed.multiply(Rows { input: &[0.0; 12], start: 0, segment: 0, step: 4 }, &mut [0.0; 9], Finish::Set);
    }
}
