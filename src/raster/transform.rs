//! The homography between a prepared page and the pixels of its image.
//!
//! Rotation, scaling, making oblong pixels square and dewarping a photographed page are all
//! homographies (projective transforms), so one matrix combines them: each pixel is interpolated
//! once, however much was done to the page.

/// A homography of the plane. Coordinates are continuous: pixel `i` covers `i..i + 1`, and its
/// centre is `i + 0.5`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Transform {
    m: [f64; 9],
}

impl Transform {
    /// The identity.
    pub const IDENTITY: Transform = Transform {
        m: [1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0],
    };

    /// Scales by `sx` along x and `sy` along y about the origin.
    pub fn scale(sx: f64, sy: f64) -> Transform {
        Transform {
            m: [sx, 0.0, 0.0, 0.0, sy, 0.0, 0.0, 0.0, 1.0],
        }
    }

    /// Translates by `(dx, dy)`.
    pub fn translation(dx: f64, dy: f64) -> Transform {
        Transform {
            m: [1.0, 0.0, dx, 0.0, 1.0, dy, 0.0, 0.0, 1.0],
        }
    }

    /// Rotates about the origin by `degrees`, from the x axis towards the y axis (clockwise on a
    /// page).
    pub fn rotation(degrees: f64) -> Transform {
        // Quarter turns are exact, so that whole-pixel shifts are detected later.
        let (s, c) = match degrees.rem_euclid(360.0) {
            0.0 => (0.0, 1.0),
            90.0 => (1.0, 0.0),
            180.0 => (0.0, -1.0),
            270.0 => (-1.0, 0.0),
            d => d.to_radians().sin_cos(),
        };
        Transform {
            m: [c, -s, 0.0, s, c, 0.0, 0.0, 0.0, 1.0],
        }
    }

    /// The homography that maps the rectangle `0..width` by `0..height` onto the quadrilateral
    /// `corners` (top left, top right, bottom right, bottom left). `None` if three corners are
    /// collinear.
    pub fn onto_quad(width: f64, height: f64, corners: [(f64, f64); 4]) -> Option<Transform> {
        let [(x0, y0), (x1, y1), (x2, y2), (x3, y3)] = corners;
        let dx1 = x1 - x2;
        let dx2 = x3 - x2;
        let dx3 = x0 - x1 + x2 - x3;
        let dy1 = y1 - y2;
        let dy2 = y3 - y2;
        let dy3 = y0 - y1 + y2 - y3;
        let det = dx1 * dy2 - dx2 * dy1;
        if det.abs() < 1e-9 || width <= 0.0 || height <= 0.0 {
            return None;
        }
        let g = (dx3 * dy2 - dx2 * dy3) / det;
        let h = (dx1 * dy3 - dx3 * dy1) / det;
        let unit = Transform {
            m: [
                x1 - x0 + g * x1,
                x3 - x0 + h * x3,
                x0,
                y1 - y0 + g * y1,
                y3 - y0 + h * y3,
                y0,
                g,
                h,
                1.0,
            ],
        };
        let map = Transform::scale(1.0 / width, 1.0 / height).then(&unit);
        map.inverse().map(|_| map)
    }

    /// First `self`, then `next`.
    pub fn then(&self, next: &Transform) -> Transform {
        let a = &next.m;
        let b = &self.m;
        let mut m = [0.0; 9];
        for row in 0..3 {
            for column in 0..3 {
                m[row * 3 + column] = (0..3).map(|k| a[row * 3 + k] * b[k * 3 + column]).sum();
            }
        }
        Transform { m }
    }

    /// Maps the point `(x, y)`. Points on the horizon of a perspective map to somewhere far away;
    /// it never panics.
    pub fn apply(&self, x: f64, y: f64) -> (f64, f64) {
        let m = &self.m;
        let w = m[6] * x + m[7] * y + m[8];
        let w = if w.abs() < 1e-12 { 1e-12 } else { w };
        (
            (m[0] * x + m[1] * y + m[2]) / w,
            (m[3] * x + m[4] * y + m[5]) / w,
        )
    }

    /// The inverse, or `None` for a singular matrix.
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
        Some(Transform {
            m: adjugate.map(|v| v / det),
        })
    }

    /// The bounding box `(x0, y0, x1, y1)` of the mapped rectangle.
    pub fn apply_to_box(&self, x0: f64, y0: f64, x1: f64, y1: f64) -> (f64, f64, f64, f64) {
        let corners = [(x0, y0), (x1, y0), (x1, y1), (x0, y1)].map(|(x, y)| self.apply(x, y));
        corners
            .iter()
            .fold((f64::MAX, f64::MAX, f64::MIN, f64::MIN), |b, p| {
                (b.0.min(p.0), b.1.min(p.1), b.2.max(p.0), b.3.max(p.1))
            })
    }

    /// The local scale at `(x, y)`: the square root of the area that a unit square maps to.
    pub fn magnification(&self, x: f64, y: f64) -> f64 {
        let (ox, oy) = self.apply(x, y);
        let (ax, ay) = self.apply(x + 1.0, y);
        let (bx, by) = self.apply(x, y + 1.0);
        ((ax - ox) * (by - oy) - (ay - oy) * (bx - ox)).abs().sqrt()
    }

    /// The whole-pixel shift that this transform amounts to, if it is one.
    pub(super) fn as_shift(&self) -> Option<(i64, i64)> {
        let m = &self.m;
        let plain = m[0] == 1.0
            && m[1] == 0.0
            && m[3] == 0.0
            && m[4] == 1.0
            && m[6] == 0.0
            && m[7] == 0.0
            && m[8] == 1.0;
        (plain && m[2].fract() == 0.0 && m[5].fract() == 0.0).then_some((m[2] as i64, m[5] as i64))
    }
}

#[cfg(test)]
#[path = "transform_tests.rs"]
mod tests;
