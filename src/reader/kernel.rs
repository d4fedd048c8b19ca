//! The one loop that takes the time: a matrix product whose left rows may overlap, so that it is a convolution as well.
//!
//! With the channels innermost and a margin of zeros, the three columns that a 3×3 kernel sees in one row lie side by side
//! in memory: a convolution is three products whose left rows start `step` floats apart, and nothing is copied. Tiles of six
//! rows by sixteen outputs fill the registers of AVX2.

/// Outputs to a panel of packed weights.
const PANEL: usize = 16;
/// Left rows to a tile.
const TILE: usize = 6;

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
        #[cfg(target_arch = "x86_64")]
        if std::arch::is_x86_feature_detected!("avx2") && std::arch::is_x86_feature_detected!("fma") {
            // SAFETY: the processor has just been asked for both features.
            unsafe { self.multiply_avx2(rows, output, finish) };
            return;
        }
        self.multiply_with::<false>(rows, output, finish);
    }

    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx2,fma")]
    fn multiply_avx2(&self, rows: Rows<'_>, output: &mut [f32], finish: Finish) {
        self.multiply_with::<true>(rows, output, finish);
    }

    #[inline(always)]
    fn multiply_with<const FMA: bool>(&self, rows: Rows<'_>, output: &mut [f32], finish: Finish) {
        let panels = self.panels.chunks_exact(self.segments * self.depth * PANEL).zip(self.bias.as_chunks().0);
        for (index, (panel, bias)) in panels.enumerate() {
            let from = index * PANEL;
            let mut first = 0;
            for block in output.chunks_mut(TILE * self.outputs) {
                let place = Rows { start: rows.start + first * rows.step, ..rows };
                let to = (from, self.outputs, finish);
                match block.len() / self.outputs {
                    TILE => self.tile::<TILE, FMA>(place, panel, bias, block, to),
                    count => {
                        for (i, row) in block.chunks_exact_mut(self.outputs).take(count).enumerate() {
                            let place = Rows { start: place.start + i * rows.step, ..rows };
                            self.tile::<1, FMA>(place, panel, bias, row, to);
                        }
                    }
                }
                first += TILE;
            }
        }
    }

    #[inline(always)]
    fn tile<const M: usize, const FMA: bool>(
        &self,
        rows: Rows<'_>,
        panel: &[f32],
        bias: &[f32; PANEL],
        output: &mut [f32],
        (from, width, finish): (usize, usize, Finish),
    ) {
        let mut sums = [*bias; M];
        let depth = self.depth;
        for (segment, weights) in panel.chunks_exact(depth * PANEL).enumerate() {
            let start = rows.start + segment * rows.segment;
            let left: [&[f32]; M] = std::array::from_fn(|m| &rows.input[start + m * rows.step..][..depth]);
            for (k, b) in weights.as_chunks::<PANEL>().0.iter().enumerate().take(depth) {
                for m in 0..M {
                    let a = left[m][k];
                    for n in 0..PANEL {
                        sums[m][n] = if FMA { a.mul_add(b[n], sums[m][n]) } else { a * b[n] + sums[m][n] };
                    }
                }
            }
        }
        for (row, sum) in output.chunks_exact_mut(width).zip(&sums) {
            for (value, sum) in row[from..].iter_mut().zip(sum) {
                *value = match finish {
                    Finish::Set => *sum,
                    Finish::Relu => sum.max(0.0),
                    Finish::AddRelu => *value + sum.max(0.0),
                };
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_are_those_of_the_plain_loop() {
        let (segments, depth, outputs, count) = (2, 5, 19, 8);
        let input: Vec<f32> = (0..100).map(|i| (i * 37 % 17) as f32 - 8.0).collect();
        let weight = |s: usize, k: usize, o: usize| ((s * 31 + k * 7 + o * 3) % 11) as f32 - 5.0;
        let bias: Vec<f32> = (0..outputs).map(|o| o as f32).collect();
        let rows = Rows { input: &input, start: 3, segment: 40, step: 4 };
        let mut output = vec![1.0; count * outputs];
        Packed::new(segments, depth, &bias, weight).multiply(rows, &mut output, Finish::AddRelu);
        for row in 0..count {
            for o in 0..outputs {
                let sum: f32 = (0..segments)
                    .flat_map(|s| (0..depth).map(move |k| (s, k)))
                    .map(|(s, k)| input[3 + s * 40 + row * 4 + k] * weight(s, k, o))
                    .sum();
                assert_eq!(output[row * outputs + o], 1.0 + (sum + bias[o]).max(0.0));
            }
        }
    }
}
