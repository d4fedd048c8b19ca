//! Image operations: blur, noise, threshold, light and resampling. Lengths are in pixels.

use fastrand::Rng;
use i797::raster::Transform;
use image::codecs::jpeg::JpegEncoder;
use image::{GrayImage, Luma};

/// A fraction between the two.
pub fn range(rng: &mut Rng, low: f32, high: f32) -> f32 {
    low + (high - low) * rng.f32()
}

/// `true` with this probability.
pub fn chance(rng: &mut Rng, probability: f32) -> bool {
    rng.f32() < probability
}

/// A smooth random field: random values on a coarse grid, interpolated.
pub struct Field {
    columns: usize,
    step: f32,
    values: Vec<f32>,
}

impl Field {
    /// Values from 0 to 1 for an image of this size, `step` pixels apart.
    pub fn new(rng: &mut Rng, (width, height): (u32, u32), step: f32) -> Self {
        let step = step.max(1.0);
        let columns = (width as f32 / step) as usize + 2;
        let rows = (height as f32 / step) as usize + 2;
        Self {
            columns,
            step,
            values: (0..columns * rows).map(|_| rng.f32()).collect(),
        }
    }

    /// The value at a pixel.
    pub fn at(&self, x: u32, y: u32) -> f32 {
        let u = x as f32 / self.step;
        let v = y as f32 / self.step;
        let i = u as usize;
        let j = v as usize;
        let fu = u - i as f32;
        let fv = v - j as f32;
        let at = |i: usize, j: usize| self.values[j * self.columns + i];
        let upper = at(i, j) * (1.0 - fu) + at(i + 1, j) * fu;
        let lower = at(i, j + 1) * (1.0 - fu) + at(i + 1, j + 1) * fu;
        upper * (1.0 - fv) + lower * fv
    }
}

/// Maps gray values through a table.
pub fn map(image: &mut GrayImage, change: impl Fn(f32) -> f32) {
    let table: Vec<u8> = (0..256)
        .map(|v| change(v as f32).round().clamp(0.0, 255.0) as u8)
        .collect();
    image.iter_mut().for_each(|p| *p = table[usize::from(*p)]);
}

/// Makes black `ink` and white `paper`.
pub fn fade(image: &mut GrayImage, ink: f32, paper: f32) {
    map(image, |v| ink + (paper - ink) * v / 255.0);
}

/// Adds noise of about this standard deviation.
pub fn noise(image: &mut GrayImage, rng: &mut Rng, sigma: f32) {
    // The sum of two bytes less 255 has a standard deviation of 104.5.
    let scale = (sigma / 104.5 * 1024.0) as i32;
    for four in image.as_flat_samples_mut().samples.chunks_mut(4) {
        let mut bits = rng.u64(..);
        for pixel in four {
            let grain = (bits & 255) as i32 + ((bits >> 8) & 255) as i32 - 255;
            bits >>= 16;
            *pixel = (i32::from(*pixel) + ((grain * scale) >> 10)).clamp(0, 255) as u8;
        }
    }
}

/// Gaussian blur with these standard deviations across and down.
pub fn blur(image: &mut GrayImage, across: f32, down: f32) {
    let width = image.width() as usize;
    let height = image.height() as usize;
    if let Some(kernel) = bell(across) {
        let half = kernel.len() / 2;
        let mut padded = vec![0u8; width + 2 * half];
        for row in image.as_flat_samples_mut().samples.chunks_exact_mut(width) {
            padded[..half].fill(row[0]);
            padded[half..half + width].copy_from_slice(row);
            padded[half + width..].fill(row[width - 1]);
            for (x, pixel) in row.iter_mut().enumerate() {
                let sum: u32 = kernel
                    .iter()
                    .zip(&padded[x..])
                    .map(|(k, v)| k * u32::from(*v))
                    .sum();
                *pixel = ((sum + 2048) >> 12).min(255) as u8;
            }
        }
    }
    if let Some(kernel) = bell(down) {
        let half = kernel.len() / 2;
        let source = image.as_raw().clone();
        let mut sums = vec![0u32; width];
        for (y, row) in image
            .as_flat_samples_mut()
            .samples
            .chunks_exact_mut(width)
            .enumerate()
        {
            sums.fill(2048);
            for (i, k) in kernel.iter().enumerate() {
                let from = (y + i).saturating_sub(half).min(height - 1) * width;
                sums.iter_mut()
                    .zip(&source[from..from + width])
                    .for_each(|(s, v)| *s += k * u32::from(*v));
            }
            row.iter_mut()
                .zip(&sums)
                .for_each(|(p, s)| *p = (s >> 12).min(255) as u8);
        }
    }
}

/// The weights of a Gaussian in 4096ths; none if it would change next to nothing.
fn bell(sigma: f32) -> Option<Vec<u32>> {
    if sigma < 0.2 {
        return None;
    }
    let half = ((sigma * 2.3).ceil() as i32).clamp(1, 24);
    let raw: Vec<f32> = (-half..=half)
        .map(|i| (-(i * i) as f32 / (2.0 * sigma * sigma)).exp())
        .collect();
    let total: f32 = raw.iter().sum();
    Some(
        raw.iter()
            .map(|v| (v / total * 4096.0).round() as u32)
            .collect(),
    )
}

/// Thresholds at a level that varies by `wander` over the image.
pub fn threshold(image: &mut GrayImage, rng: &mut Rng, level: f32, wander: f32, step: f32) {
    let field = Field::new(rng, image.dimensions(), step);
    let width = image.width() as usize;
    for (y, row) in image
        .as_flat_samples_mut()
        .samples
        .chunks_exact_mut(width)
        .enumerate()
    {
        for (x, pixel) in row.iter_mut().enumerate() {
            let level = level + wander * (field.at(x as u32, y as u32) - 0.5);
            *pixel = if f32::from(*pixel) < level { 0 } else { 255 };
        }
    }
}

/// Multiplies each pixel by the light that `of` gives for it.
pub fn shade(image: &mut GrayImage, of: impl Fn(u32, u32) -> f32) {
    for (x, y, pixel) in image.enumerate_pixels_mut() {
        pixel.0[0] = (f32::from(pixel.0[0]) * of(x, y)).clamp(0.0, 255.0) as u8;
    }
}

/// Erosion or dilation: blends each pixel by `share` with the darkest (or lightest) of itself and
/// its four neighbors.
pub fn spread(image: &mut GrayImage, darker: bool, share: f32) {
    let width = image.width() as usize;
    let height = image.height() as usize;
    let source = image.as_raw().clone();
    let pick = if darker { u8::min } else { u8::max };
    let share = (share * 256.0) as i32;
    for (y, row) in image
        .as_flat_samples_mut()
        .samples
        .chunks_exact_mut(width)
        .enumerate()
    {
        let up = y.saturating_sub(1) * width;
        let at = y * width;
        let low = (y + 1).min(height - 1) * width;
        for (x, pixel) in row.iter_mut().enumerate() {
            let sides = pick(
                source[at + x.saturating_sub(1)],
                source[at + (x + 1).min(width - 1)],
            );
            let best = pick(pick(source[up + x], source[low + x]), sides);
            let best = pick(best, *pixel);
            *pixel =
                (i32::from(*pixel) + (((i32::from(best) - i32::from(*pixel)) * share) >> 8)) as u8;
        }
    }
}

/// Encodes as JPEG and decodes.
pub fn jpeg(image: &mut GrayImage, quality: u8) {
    let mut bytes = Vec::new();
    let written = JpegEncoder::new_with_quality(&mut bytes, quality).encode_image(image);
    if let (Ok(()), Ok(read)) = (written, image::load_from_memory(&bytes)) {
        *image = read.into_luma8();
    }
}

/// The gray value at a point, by bilinear interpolation; `outside` beyond the border.
fn sample(image: &GrayImage, x: f64, y: f64, outside: f32) -> f32 {
    let width = image.width() as usize;
    let height = image.height() as usize;
    // Casts, since `floor` is a call where the processor is not known.
    let left = x.max(0.0) as usize;
    let top = y.max(0.0) as usize;
    if x < 0.0 || y < 0.0 || left + 1 >= width || top + 1 >= height {
        let cx = x.round();
        let cy = y.round();
        let inside = cx >= 0.0 && cy >= 0.0 && (cx as usize) < width && (cy as usize) < height;
        return if inside {
            f32::from(image.as_raw()[cy as usize * width + cx as usize])
        } else {
            outside
        };
    }
    let fx = (x - left as f64) as f32;
    let fy = (y - top as f64) as f32;
    let at = top * width + left;
    let raw = image.as_raw();
    let upper = f32::from(raw[at]) * (1.0 - fx) + f32::from(raw[at + 1]) * fx;
    let lower = f32::from(raw[at + width]) * (1.0 - fx) + f32::from(raw[at + width + 1]) * fx;
    upper * (1.0 - fy) + lower * fy
}

/// Resamples to this size. `to_source` maps to points of the source; reduces by averaging,
/// `outside` beyond the border.
pub fn warp(
    source: &GrayImage,
    (width, height): (u32, u32),
    outside: u8,
    to_source: impl Fn(f64, f64) -> (f64, f64),
) -> GrayImage {
    let mx = f64::from(width) / 2.0;
    let my = f64::from(height) / 2.0;
    let o = to_source(mx, my);
    let a = to_source(mx + 1.0, my);
    let b = to_source(mx, my + 1.0);
    // A turned page is not reduced, though a step may be a hair longer than a pixel.
    let taps = |p: (f64, f64)| (((p.0 - o.0).hypot(p.1 - o.1) - 0.02).ceil() as usize).clamp(1, 6);
    let across = taps(a);
    let down = taps(b);
    let parts = (across * down) as f32;
    GrayImage::from_fn(width, height, |x, y| {
        let mut sum = 0.0;
        for j in 0..down {
            for i in 0..across {
                let u = f64::from(x) + (i as f64 + 0.5) / across as f64;
                let v = f64::from(y) + (j as f64 + 0.5) / down as f64;
                let (u, v) = to_source(u, v);
                sum += sample(source, u - 0.5, v - 0.5, f32::from(outside));
            }
        }
        Luma([(sum / parts + 0.5) as u8])
    })
}

/// Rotates about the center by this many degrees, keeping the size. Also returns the map from the
/// new image to the old.
pub fn turn(source: &GrayImage, degrees: f64) -> (GrayImage, Transform) {
    let cx = f64::from(source.width()) / 2.0;
    let cy = f64::from(source.height()) / 2.0;
    let to_source = Transform::translation(-cx, -cy)
        .then(&Transform::rotation(degrees))
        .then(&Transform::translation(cx, cy));
    (
        warp(source, source.dimensions(), 255, |x, y| {
            to_source.apply(x, y)
        }),
        to_source,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_keep_their_size_and_blank_paper_stays_blank() {
        let mut rng = Rng::with_seed(1);
        let mut paper = GrayImage::from_pixel(37, 21, Luma([255]));
        blur(&mut paper, 1.5, 0.7);
        spread(&mut paper, true, 0.5);
        threshold(&mut paper, &mut rng, 128.0, 40.0, 8.0);
        let (paper, _) = turn(&paper, 2.0);
        assert_eq!(paper.dimensions(), (37, 21));
        assert!(paper.iter().all(|p| *p >= 254));
    }

    #[test]
    fn noise_has_about_the_deviation_asked_for() {
        let mut grey = GrayImage::from_pixel(100, 100, Luma([128]));
        noise(&mut grey, &mut Rng::with_seed(2), 20.0);
        let squares: f32 = grey.iter().map(|p| (f32::from(*p) - 128.0).powi(2)).sum();
        assert!(((squares / 10_000.0).sqrt() - 20.0).abs() < 2.0);
    }
}
