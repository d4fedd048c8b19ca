//! The way between a prepared page and the pixels of the image it came from.
//!
//! Turning, scaling, squaring of oblong pixels and the flattening of a photographed sheet are all projective maps, so one
//! matrix carries them together: a pixel is interpolated once however much was done to the page.

use image::GrayImage;

/// A projective map of the plane. Coordinates are continuous: pixel `i` covers `i..i + 1` and its centre is `i + 0.5`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Transform {
    m: [f64; 9],
}

impl Transform {
    /// The map that leaves every point where it is.
    pub const IDENTITY: Transform = Transform { m: [1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0] };

    /// Scales by `sx` along x and `sy` along y about the origin.
    pub fn scale(sx: f64, sy: f64) -> Transform {
        Transform { m: [sx, 0.0, 0.0, 0.0, sy, 0.0, 0.0, 0.0, 1.0] }
    }

    /// Moves every point by `(dx, dy)`.
    pub fn translation(dx: f64, dy: f64) -> Transform {
        Transform { m: [1.0, 0.0, dx, 0.0, 1.0, dy, 0.0, 0.0, 1.0] }
    }

    /// Turns about the origin by `degrees`, from the x axis towards the y axis (clockwise as seen on a page).
    pub fn rotation(degrees: f64) -> Transform {
        // Quarter turns stay exact, so that whole-pixel copies are recognised later.
        let (s, c) = match degrees.rem_euclid(360.0) {
            0.0 => (0.0, 1.0),
            90.0 => (1.0, 0.0),
            180.0 => (0.0, -1.0),
            270.0 => (-1.0, 0.0),
            d => d.to_radians().sin_cos(),
        };
        Transform { m: [c, -s, 0.0, s, c, 0.0, 0.0, 0.0, 1.0] }
    }

    /// The map that carries the rectangle `0..width` by `0..height` onto the quadrilateral `corners` (top left, top right,
    /// bottom right, bottom left). `None` when three corners lie on one line.
    pub fn onto_quad(width: f64, height: f64, corners: [(f64, f64); 4]) -> Option<Transform> {
        let [(x0, y0), (x1, y1), (x2, y2), (x3, y3)] = corners;
        let (dx1, dx2, dx3) = (x1 - x2, x3 - x2, x0 - x1 + x2 - x3);
        let (dy1, dy2, dy3) = (y1 - y2, y3 - y2, y0 - y1 + y2 - y3);
        let det = dx1 * dy2 - dx2 * dy1;
        if det.abs() < 1e-9 || width <= 0.0 || height <= 0.0 {
            return None;
        }
        let g = (dx3 * dy2 - dx2 * dy3) / det;
        let h = (dx1 * dy3 - dx3 * dy1) / det;
        let unit = Transform { m: [x1 - x0 + g * x1, x3 - x0 + h * x3, x0, y1 - y0 + g * y1, y3 - y0 + h * y3, y0, g, h, 1.0] };
        let map = Transform::scale(1.0 / width, 1.0 / height).then(&unit);
        map.inverse().map(|_| map)
    }

    /// First `self`, then `next`.
    pub fn then(&self, next: &Transform) -> Transform {
        let (a, b) = (&next.m, &self.m);
        let mut m = [0.0; 9];
        for row in 0..3 {
            for column in 0..3 {
                m[row * 3 + column] = (0..3).map(|k| a[row * 3 + k] * b[k * 3 + column]).sum();
            }
        }
        Transform { m }
    }

    /// Where the point `(x, y)` goes. Points on the horizon of a perspective go far away, never to a panic.
    pub fn apply(&self, x: f64, y: f64) -> (f64, f64) {
        let m = &self.m;
        let w = m[6] * x + m[7] * y + m[8];
        let w = if w.abs() < 1e-12 { 1e-12 } else { w };
        ((m[0] * x + m[1] * y + m[2]) / w, (m[3] * x + m[4] * y + m[5]) / w)
    }

    /// The way back, or `None` for a map that squeezes the plane flat.
    pub fn inverse(&self) -> Option<Transform> {
        let m = &self.m;
        let c = |a: usize, b: usize, c: usize, d: usize| m[a] * m[d] - m[b] * m[c];
        let adjugate = [
            c(4, 5, 7, 8),
            c(2, 1, 8, 7),
            c(1, 2, 4, 5),
            c(5, 3, 8, 6),
            c(0, 2, 6, 8),
            c(2, 0, 5, 3),
            c(3, 4, 6, 7),
            c(1, 0, 7, 6),
            c(0, 1, 3, 4),
        ];
        let det = m[0] * adjugate[0] + m[1] * adjugate[3] + m[2] * adjugate[6];
        if !det.is_finite() || det.abs() < 1e-15 {
            return None;
        }
        Some(Transform { m: adjugate.map(|v| v / det) })
    }

    /// The smallest upright rectangle `(x0, y0, x1, y1)` that holds the image of the given rectangle.
    pub fn apply_to_box(&self, x0: f64, y0: f64, x1: f64, y1: f64) -> (f64, f64, f64, f64) {
        let corners = [(x0, y0), (x1, y0), (x1, y1), (x0, y1)].map(|(x, y)| self.apply(x, y));
        corners
            .iter()
            .fold((f64::MAX, f64::MAX, f64::MIN, f64::MIN), |b, p| (b.0.min(p.0), b.1.min(p.1), b.2.max(p.0), b.3.max(p.1)))
    }

    /// How many units after the map one unit around `(x, y)` becomes.
    pub fn magnification(&self, x: f64, y: f64) -> f64 {
        let (ox, oy) = self.apply(x, y);
        let (ax, ay) = self.apply(x + 1.0, y);
        let (bx, by) = self.apply(x, y + 1.0);
        ((ax - ox) * (by - oy) - (ay - oy) * (bx - ox)).abs().sqrt()
    }

    /// The whole-pixel shift that this map is, if it is one.
    fn as_shift(&self) -> Option<(i64, i64)> {
        let m = &self.m;
        let plain = m[0] == 1.0 && m[1] == 0.0 && m[3] == 0.0 && m[4] == 1.0 && m[6] == 0.0 && m[7] == 0.0 && m[8] == 1.0;
        (plain && m[2].fract() == 0.0 && m[5].fract() == 0.0).then_some((m[2] as i64, m[5] as i64))
    }
}

/// Columns between two exact evaluations of the map; between them it is followed in a straight line.
const SPAN: usize = 32;

/// Draws a `width` × `height` picture whose pixel at `p` is `source` at `to_source(p)`, interpolated between four pixels;
/// `fill` where that lies outside. Reductions by more than about 1.6 need a box reduction first.
pub fn resample(source: &GrayImage, to_source: &Transform, width: u32, height: u32, fill: u8) -> GrayImage {
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
        let (mut x, mut from) = (0, to_source.apply(0.5, y as f64 + 0.5));
        while x < row.len() {
            let n = SPAN.min(row.len() - x);
            let to = to_source.apply((x + n) as f64 + 0.5, y as f64 + 0.5);
            sample_span(source, &mut row[x..x + n], from, to);
            (x, from) = (x + n, to);
        }
    }
    out
}

fn copy_row(source: &GrayImage, row: &mut [u8], dx: i64, y: i64) {
    let (w, h) = (i64::from(source.width()), i64::from(source.height()));
    if y < 0 || y >= h {
        return;
    }
    let (from, to) = ((-dx).max(0), (w - dx).min(row.len() as i64));
    if from < to {
        let start = y * w + from + dx;
        row[from as usize..to as usize].copy_from_slice(&source.as_raw()[start as usize..(start + to - from) as usize]);
    }
}

fn sample_span(source: &GrayImage, row: &mut [u8], from: (f64, f64), to: (f64, f64)) {
    let (w, h) = (f64::from(source.width()), f64::from(source.height()));
    let n = row.len() as f64;
    let (fx, fy, tx, ty) = (from.0 - 0.5, from.1 - 0.5, to.0 - 0.5, to.1 - 0.5);
    let (sx, sy) = ((tx - fx) / n, (ty - fy) / n);
    let inside = |x: f64, y: f64| x >= 0.01 && y >= 0.01 && x < w - 1.01 && y < h - 1.01;
    if !(inside(fx, fy) && inside(tx, ty)) {
        for (i, pixel) in row.iter_mut().enumerate() {
            if let Some(v) = sample(source, fx + sx * i as f64, fy + sy * i as f64) {
                *pixel = v;
            }
        }
        return;
    }
    row.iter_mut().zip(steps(source, (fx, fy), (sx, sy))).for_each(|(pixel, grey)| *pixel = grey);
}

/// Takes `count` samples in equal steps on the way from one point to another, the first half a step from its beginning; `take`
/// is handed the place in the row and the grey value, `None` outside the picture.
pub(super) fn walk(source: &GrayImage, from: (f64, f64), to: (f64, f64), count: usize, mut take: impl FnMut(usize, Option<u8>)) {
    let (w, h) = (f64::from(source.width()), f64::from(source.height()));
    let n = count.max(1) as f64;
    let (dx, dy) = ((to.0 - from.0) / n, (to.1 - from.1) / n);
    let (x0, y0) = (from.0 + 0.5 * dx - 0.5, from.1 + 0.5 * dy - 0.5);
    let inside = |x: f64, y: f64| x >= 0.01 && y >= 0.01 && x < w - 1.01 && y < h - 1.01;
    if !(inside(x0, y0) && inside(x0 + dx * (n - 1.0), y0 + dy * (n - 1.0))) {
        for i in 0..count {
            take(i, sample(source, x0 + dx * i as f64, y0 + dy * i as f64));
        }
        return;
    }
    steps(source, (x0, y0), (dx, dy)).take(count).enumerate().for_each(|(i, grey)| take(i, Some(grey)));
}

/// Grey values in equal steps from a place on, in whole numbers; every place that is asked for must have neighbours on all sides.
fn steps(source: &GrayImage, (x, y): (f64, f64), (dx, dy): (f64, f64)) -> impl Iterator<Item = u8> {
    let fixed = |v: f64| (v * 65536.0) as i64;
    let (mut x, mut y, dx, dy) = (fixed(x), fixed(y), fixed(dx), fixed(dy));
    let (raw, stride) = (source.as_raw().as_slice(), source.width() as usize);
    std::iter::from_fn(move || {
        let grey = between(raw, stride, x, y);
        x += dx;
        y += dy;
        Some(grey)
    })
}

/// The grey value between four pixels, at a place in 65,536ths of a pixel that has neighbours on all sides.
#[inline(always)]
fn between(raw: &[u8], stride: usize, x: i64, y: i64) -> u8 {
    let i = (y >> 16) as usize * stride + (x >> 16) as usize;
    let (u, v) = (((x >> 8) & 255) as u32, ((y >> 8) & 255) as u32);
    // One look at the bounds for all four.
    let near = &raw[i..i + stride + 2];
    // Left and right neighbour side by side in one number, so that both rows are mixed at once.
    let pair = |j: usize| u32::from(near[j]) | u32::from(near[j + 1]) << 16;
    let mixed = pair(0) * (256 - v) + pair(stride) * v;
    (((mixed & 0xffff) * (256 - u) + (mixed >> 16) * u + 32768) >> 16) as u8
}

/// `source` at `(x, y)`, counted from the centre of its first pixel, or `None` outside.
fn sample(source: &GrayImage, x: f64, y: f64) -> Option<u8> {
    let (w, h) = (f64::from(source.width()), f64::from(source.height()));
    if !(x > -0.51 && y > -0.51 && x < w - 0.49 && y < h - 0.49) {
        return None;
    }
    let (x, y) = (x.clamp(0.0, w - 1.0), y.clamp(0.0, h - 1.0));
    let (x0, y0) = (x as u32, y as u32);
    let (x1, y1) = ((x0 + 1).min(source.width() - 1), (y0 + 1).min(source.height() - 1));
    let (u, v) = (x - f64::from(x0), y - f64::from(y0));
    let at = |x, y| f64::from(source.get_pixel(x, y).0[0]);
    let top = at(x0, y0) * (1.0 - u) + at(x1, y0) * u;
    let bottom = at(x0, y1) * (1.0 - u) + at(x1, y1) * u;
    Some((top * (1.0 - v) + bottom * v + 0.5) as u8)
}

/// Averages blocks of `fx` × `fy` pixels; a rest at the right and lower border that fills no block is dropped.
pub(super) fn reduce(source: &GrayImage, fx: u32, fy: u32) -> GrayImage {
    let (fx, fy) = (fx.clamp(1, source.width().max(1)), fy.clamp(1, source.height().max(1)));
    if fx == 1 && fy == 1 {
        return source.clone();
    }
    let (w, h) = (source.width() / fx, source.height() / fy);
    let mut out = GrayImage::new(w, h);
    if w == 0 || h == 0 {
        return out;
    }
    let stride = source.width() as usize;
    let mut sums = vec![0u32; w as usize];
    let area = fx * fy;
    let scale = (1u32 << 24).div_ceil(area);
    for (rows, out_row) in source.as_raw().chunks_exact(stride * fy as usize).zip(out.chunks_exact_mut(w as usize)) {
        sums.fill(area / 2);
        for row in rows.chunks_exact(stride) {
            match fx {
                1 => sums.iter_mut().zip(row).for_each(|(s, &p)| *s += u32::from(p)),
                2 => sums.iter_mut().zip(row.chunks_exact(2)).for_each(|(s, p)| *s += u32::from(p[0]) + u32::from(p[1])),
                3 => sums
                    .iter_mut()
                    .zip(row.chunks_exact(3))
                    .for_each(|(s, p)| *s += u32::from(p[0]) + u32::from(p[1]) + u32::from(p[2])),
                _ => sums
                    .iter_mut()
                    .zip(row.chunks_exact(fx as usize))
                    .for_each(|(s, p)| *s += p.iter().map(|&v| u32::from(v)).sum::<u32>()),
            }
        }
        for (pixel, &sum) in out_row.iter_mut().zip(&sums) {
            *pixel = ((u64::from(sum) * u64::from(scale)) >> 24).min(255) as u8;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(a: (f64, f64), b: (f64, f64)) -> bool {
        (a.0 - b.0).abs() < 1e-6 && (a.1 - b.1).abs() < 1e-6
    }

    #[test]
    fn inverse_brings_every_point_back() {
        let quad = Transform::onto_quad(100.0, 200.0, [(10.0, 5.0), (90.0, 15.0), (110.0, 190.0), (2.0, 170.0)]).unwrap();
        let map =
            Transform::scale(0.5, 1.5).then(&Transform::rotation(12.0)).then(&Transform::translation(3.0, -8.0)).then(&quad);
        let back = map.inverse().unwrap();
        for p in [(0.0, 0.0), (13.0, 77.0), (99.0, 3.0)] {
            let q = map.apply(p.0, p.1);
            assert!(close(back.apply(q.0, q.1), p));
        }
    }

    #[test]
    fn corners_go_to_the_quadrilateral() {
        let corners = [(10.0, 5.0), (90.0, 15.0), (110.0, 190.0), (2.0, 170.0)];
        let quad = Transform::onto_quad(50.0, 60.0, corners).unwrap();
        for (p, q) in [(0.0, 0.0), (50.0, 0.0), (50.0, 60.0), (0.0, 60.0)].into_iter().zip(corners) {
            assert!(close(quad.apply(p.0, p.1), q));
        }
        assert!(Transform::onto_quad(5.0, 5.0, [(0.0, 0.0); 4]).is_none());
    }

    #[test]
    fn resampling_by_shift_and_by_a_hair_agree() {
        let source = GrayImage::from_fn(70, 50, |x, y| image::Luma([(x * 3 + y) as u8]));
        let exact = resample(&source, &Transform::translation(4.0, 6.0), 40, 30, 9);
        let nearly = resample(&source, &Transform::translation(4.0001, 6.0001), 40, 30, 9);
        assert_eq!(exact.get_pixel(0, 0), source.get_pixel(4, 6));
        assert!(exact.iter().zip(nearly.iter()).all(|(a, b)| a.abs_diff(*b) <= 1));
        assert_eq!(resample(&source, &Transform::translation(1000.0, 0.0), 4, 4, 9).as_raw(), &vec![9; 16]);
    }

    #[test]
    fn reduction_is_the_mean_of_blocks() {
        let source = GrayImage::from_fn(5, 4, |x, _| image::Luma([if x % 2 == 0 { 0 } else { 200 }]));
        let small = reduce(&source, 2, 2);
        assert_eq!((small.width(), small.height()), (2, 2));
        assert!(small.iter().all(|&v| v == 100));
        assert_eq!(reduce(&GrayImage::from_pixel(9, 9, image::Luma([255])), 3, 3).as_raw(), &vec![255; 9]);
    }
}
