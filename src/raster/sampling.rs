//! Resampling: bilinear interpolation through a transform, samples along a line, and box reduction.

// Calls into code compiled for AVX2 need it.
#![allow(unsafe_code)]

use image::GrayImage;

use super::transform::Transform;

/// Columns between two exact evaluations of the transform, which is linear in between. Over so few
/// pixels the perspective of a photographed page bends by far less than a pixel.
const SPAN: usize = 32;

/// Samples that are taken together: as many bytes as a vector register of 128 bits holds.
const BLOCK: usize = 16;

/// Renders a `width` × `height` image whose pixel at `p` is `source` at `to_source(p)`, by bilinear
/// interpolation; `fill` where that lies outside. Reductions by more than about 1.6 need a box
/// reduction first.
pub(super) fn resample(
    source: &GrayImage,
    to_source: &Transform,
    width: u32,
    height: u32,
    fill: u8,
) -> GrayImage {
    let mut out = GrayImage::from_pixel(width, height, image::Luma([fill]));
    if source.width() < 2 || source.height() < 2 || width == 0 {
        return out;
    }
    let shift = to_source.as_shift();
    for (y, row) in out.chunks_exact_mut(width as usize).enumerate() {
        if let Some((dx, dy)) = shift {
            copy_row(source, row, dx, y as i64 + dy);
            continue;
        }
        let mut x = 0;
        let mut from = to_source.apply(0.5, y as f64 + 0.5);
        while x < row.len() {
            let n = SPAN.min(row.len() - x);
            let to = to_source.apply((x + n) as f64 + 0.5, y as f64 + 0.5);
            sample_span(source, &mut row[x..x + n], from, to);
            x += n;
            from = to;
        }
    }
    out
}

/// Copies a row that is only shifted by whole pixels.
fn copy_row(source: &GrayImage, row: &mut [u8], dx: i64, y: i64) {
    let w = i64::from(source.width());
    let h = i64::from(source.height());
    if y < 0 || y >= h {
        return;
    }
    let from = (-dx).max(0);
    let to = (w - dx).min(row.len() as i64);
    if from < to {
        let start = y * w + from + dx;
        row[from as usize..to as usize]
            .copy_from_slice(&source.as_raw()[start as usize..(start + to - from) as usize]);
    }
}

/// Fills part of a row with samples on the way from one point to another.
fn sample_span(source: &GrayImage, row: &mut [u8], from: (f64, f64), to: (f64, f64)) {
    let n = row.len() as f64;
    let fx = from.0 - 0.5;
    let fy = from.1 - 0.5;
    let tx = to.0 - 0.5;
    let ty = to.1 - 0.5;
    let sx = (tx - fx) / n;
    let sy = (ty - fy) / n;
    if !(has_neighbours(source, fx, fy) && has_neighbours(source, tx, ty)) {
        for (i, pixel) in row.iter_mut().enumerate() {
            if let Some(v) = sample(source, fx + sx * i as f64, fy + sy * i as f64) {
                *pixel = v;
            }
        }
        return;
    }
    let mut steps = Steps::new(source, (fx, fy), (sx, sy));
    row.chunks_mut(BLOCK)
        .for_each(|pixels| pixels.copy_from_slice(&steps.next(pixels.len())[..pixels.len()]));
}

/// Takes `count` samples in equal steps on the way from one point to another, the first half a step
/// from its beginning. `take` gets the index and the grey value, `None` outside the image.
pub(super) fn walk(
    source: &GrayImage,
    from: (f64, f64),
    to: (f64, f64),
    count: usize,
    mut take: impl FnMut(usize, Option<u8>),
) {
    let n = count.max(1) as f64;
    let dx = (to.0 - from.0) / n;
    let dy = (to.1 - from.1) / n;
    let x0 = from.0 + 0.5 * dx - 0.5;
    let y0 = from.1 + 0.5 * dy - 0.5;
    if !(has_neighbours(source, x0, y0)
        && has_neighbours(source, x0 + dx * (n - 1.0), y0 + dy * (n - 1.0)))
    {
        for i in 0..count {
            take(i, sample(source, x0 + dx * i as f64, y0 + dy * i as f64));
        }
        return;
    }
    let mut steps = Steps::new(source, (x0, y0), (dx, dy));
    for first in (0..count).step_by(BLOCK) {
        let n = BLOCK.min(count - first);
        steps.next(n)[..n]
            .iter()
            .enumerate()
            .for_each(|(i, grey)| take(first + i, Some(*grey)));
    }
}

/// Whether a point, relative to the centre of the first pixel, lies between four pixels.
fn has_neighbours(source: &GrayImage, x: f64, y: f64) -> bool {
    let w = f64::from(source.width());
    let h = f64::from(source.height());
    x >= 0.01 && y >= 0.01 && x < w - 1.01 && y < h - 1.01
}

/// Grey values in equal steps from a point on, in fixed-point arithmetic. Every point that is
/// sampled must have neighbours on all sides.
struct Steps<'a> {
    raw: &'a [u8],
    stride: usize,
    /// The next point and the step to the one after it, in 65,536ths of a pixel.
    place: (i64, i64),
    step: (i64, i64),
}

impl<'a> Steps<'a> {
    fn new(source: &'a GrayImage, (x, y): (f64, f64), (dx, dy): (f64, f64)) -> Self {
        let fixed = |v: f64| (v * 65536.0) as i64;
        Steps {
            raw: source.as_raw(),
            stride: source.width() as usize,
            place: (fixed(x), fixed(y)),
            step: (fixed(dx), fixed(dy)),
        }
    }

    /// The next `n` values, at most [`BLOCK`], at the front of a block.
    fn next(&mut self, n: usize) -> [u8; BLOCK] {
        #[cfg(target_arch = "x86_64")]
        if std::arch::is_x86_feature_detected!("avx2") {
            // SAFETY: the processor has AVX2.
            return unsafe { self.next_avx2(n) };
        }
        self.next_anywhere(n)
    }

    /// The same code, compiled for wider vectors.
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx2")]
    fn next_avx2(&mut self, n: usize) -> [u8; BLOCK] {
        self.next_anywhere(n)
    }

    #[inline(always)]
    fn next_anywhere(&mut self, n: usize) -> [u8; BLOCK] {
        let (x, y) = self.place;
        let (dx, dy) = self.step;
        // Left and right neighbour in one number, from the row above the point and the one below.
        let mut above = [0u32; BLOCK];
        let mut below = [0u32; BLOCK];
        for (above, below) in above.iter_mut().zip(&mut below).take(n) {
            let i = (self.place.1 >> 16) as usize * self.stride + (self.place.0 >> 16) as usize;
            // One bounds check for all four.
            let near = &self.raw[i..i + self.stride + 2];
            *above = u32::from(u16::from_le_bytes([near[0], near[1]]));
            *below = u32::from(u16::from_le_bytes([
                near[self.stride],
                near[self.stride + 1],
            ]));
            self.place = (self.place.0 + dx, self.place.1 + dy);
        }
        let part = |from: i64, step: i64, k: u32| {
            ((from as u32).wrapping_add((step as u32).wrapping_mul(k)) >> 8) & 255
        };
        // Both columns are interpolated at once, each in its half of the number.
        let halves = |pair: u32| (pair & 0xff) | ((pair & 0xff00) << 8);
        let mut greys = [0; BLOCK];
        for (k, ((grey, above), below)) in (0..).zip(greys.iter_mut().zip(above).zip(below)) {
            let u = part(x, dx, k);
            let v = part(y, dy, k);
            let mixed = halves(above) * (256 - v) + halves(below) * v;
            *grey = (((mixed & 0xffff) * (256 - u) + (mixed >> 16) * u + 32768) >> 16) as u8;
        }
        greys
    }
}

/// `source` at `(x, y)`, relative to the centre of its first pixel, or `None` outside.
fn sample(source: &GrayImage, x: f64, y: f64) -> Option<u8> {
    let w = f64::from(source.width());
    let h = f64::from(source.height());
    if !(x > -0.51 && y > -0.51 && x < w - 0.49 && y < h - 0.49) {
        return None;
    }
    let x = x.clamp(0.0, w - 1.0);
    let y = y.clamp(0.0, h - 1.0);
    let x0 = x as u32;
    let y0 = y as u32;
    let x1 = (x0 + 1).min(source.width() - 1);
    let y1 = (y0 + 1).min(source.height() - 1);
    let u = x - f64::from(x0);
    let v = y - f64::from(y0);
    let at = |x, y| f64::from(source.get_pixel(x, y).0[0]);
    let top = at(x0, y0) * (1.0 - u) + at(x1, y0) * u;
    let bottom = at(x0, y1) * (1.0 - u) + at(x1, y1) * u;
    Some((top * (1.0 - v) + bottom * v + 0.5) as u8)
}

/// Averages blocks of `fx` × `fy` pixels (box filter). Incomplete blocks at the right and lower
/// border are dropped.
pub(super) fn reduce(source: &GrayImage, fx: u32, fy: u32) -> GrayImage {
    let fx = fx.clamp(1, source.width().max(1));
    let fy = fy.clamp(1, source.height().max(1));
    if fx == 1 && fy == 1 {
        return source.clone();
    }
    let w = source.width() / fx;
    let h = source.height() / fy;
    let mut out = GrayImage::new(w, h);
    if w == 0 || h == 0 {
        return out;
    }
    let stride = source.width() as usize;
    let mut sums = vec![0u32; w as usize];
    let area = fx * fy;
    let scale = (1u32 << 24).div_ceil(area);
    for (rows, out_row) in source
        .as_raw()
        .chunks_exact(stride * fy as usize)
        .zip(out.chunks_exact_mut(w as usize))
    {
        sums.fill(area / 2);
        for row in rows.chunks_exact(stride) {
            add_blocks(&mut sums, row, fx as usize);
        }
        for (pixel, &sum) in out_row.iter_mut().zip(&sums) {
            *pixel = ((u64::from(sum) * u64::from(scale)) >> 24).min(255) as u8;
        }
    }
    out
}

/// Adds each `width` pixels of a row to their sum. The usual widths are spelled out, so that the
/// compiler vectorizes them.
#[inline(always)]
fn add_blocks(sums: &mut [u32], row: &[u8], width: usize) {
    match width {
        1 => sums
            .iter_mut()
            .zip(row)
            .for_each(|(s, &p)| *s += u32::from(p)),
        2 => sums
            .iter_mut()
            .zip(row.chunks_exact(2))
            .for_each(|(s, p)| *s += u32::from(p[0]) + u32::from(p[1])),
        3 => sums
            .iter_mut()
            .zip(row.chunks_exact(3))
            .for_each(|(s, p)| *s += u32::from(p[0]) + u32::from(p[1]) + u32::from(p[2])),
        _ => sums
            .iter_mut()
            .zip(row.chunks_exact(width))
            .for_each(|(s, p)| *s += p.iter().map(|&v| u32::from(v)).sum::<u32>()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn resampling_by_shift_and_by_a_hair_agree() {
        let source = GrayImage::from_fn(70, 50, |x, y| image::Luma([(x * 3 + y) as u8]));
        let exact = resample(&source, &Transform::translation(4.0, 6.0), 40, 30, 9);
        let nearly = resample(&source, &Transform::translation(4.0001, 6.0001), 40, 30, 9);
        assert_eq!(exact.get_pixel(0, 0), source.get_pixel(4, 6));
        assert!(
            exact
                .iter()
                .zip(nearly.iter())
                .all(|(a, b)| a.abs_diff(*b) <= 1)
        );
        assert_eq!(
            resample(&source, &Transform::translation(1000.0, 0.0), 4, 4, 9).as_raw(),
            &vec![9; 16]
        );
    }

    #[test]
    fn reduction_is_the_mean_of_blocks() {
        let source =
            GrayImage::from_fn(5, 4, |x, _| image::Luma([if x % 2 == 0 { 0 } else { 200 }]));
        let small = reduce(&source, 2, 2);
        assert_eq!((small.width(), small.height()), (2, 2));
        assert!(small.iter().all(|&v| v == 100));
        assert_eq!(
            reduce(&GrayImage::from_pixel(9, 9, image::Luma([255])), 3, 3).as_raw(),
            &vec![255; 9]
        );
    }
}
