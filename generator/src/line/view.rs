//! Cuts the strip of a drawn line from its canvas, and checks that the line is still readable.

use fastrand::Rng;
use i797::recognizer::Ink;
use image::GrayImage;

use super::WIDEST;
use super::damage::Damage;
use super::ops::{self, chance, range};

/// The position of the text on its canvas, in pixels.
pub struct Frame {
    /// Left and right end.
    pub x: (f32, f32),
    /// Height of the baseline.
    pub baseline: f32,
    /// Height of a capital.
    pub cap: f32,
    /// The same length across; fax pixels are oblong.
    pub cap_across: f32,
}

/// The least similarity to the clean strip: below it, a person can't read most lines (seen on a few
/// hundred). Uneven light alone lowers similarity without making lines hard to read.
pub fn least_likeness(damage: Damage) -> f32 {
    match damage {
        Damage::Light => 0.25,
        Damage::Copy => 0.55,
        _ => 0.45,
    }
}

/// The similarity of a damaged strip to the clean one: the correlation of their ink, slightly
/// blurred.
pub fn likeness(spoiled: &Ink, clean: &Ink) -> f32 {
    let soft = |ink: &Ink| {
        let rows: Vec<&[f32]> = ink.values.chunks_exact(ink.width).collect();
        let mut soft = Vec::with_capacity(ink.values.len());
        for (above, row) in rows.iter().zip(&rows[1..]) {
            soft.extend((1..ink.width).map(|x| above[x - 1] + above[x] + row[x - 1] + row[x]));
        }
        soft
    };
    let a = soft(spoiled);
    let b = soft(clean);
    let n = a.len().max(1) as f32;
    let mean_a = a.iter().sum::<f32>() / n;
    let mean_b = b.iter().sum::<f32>() / n;
    let mut shared = 0.0f32;
    let mut of_a = 1e-6f32;
    let mut of_b = 1e-6f32;
    for (a, b) in a.iter().zip(&b) {
        let a = a - mean_a;
        let b = b - mean_b;
        shared += a * b;
        of_a += a * a;
        of_b += b * b;
    }
    shared / f32::sqrt(of_a * of_b)
}

/// The part of a canvas that becomes the strip, and how it lies there.
pub struct View {
    width: u32,
    left: f32,
    right: f32,
    middle: f32,
    step: (f32, f32),
    slope: f64,
    bend: f64,
    slant: f64,
}

impl View {
    const HEIGHT: f32 = 32.0;

    /// Cuts as the program does: cap height about 18 of 32 pixels, nearly level.
    pub fn choose(rng: &mut Rng, frame: &Frame, damage: Damage) -> Option<Self> {
        const HEIGHT: f32 = View::HEIGHT;
        let share = if chance(rng, 0.7) {
            range(rng, 0.5, 0.62)
        } else {
            range(rng, 0.42, 0.68)
        };
        let step = (
            frame.cap_across / (share * HEIGHT),
            frame.cap / (share * HEIGHT),
        );
        let uneven = if chance(rng, 0.3) {
            range(rng, 0.92, 1.08)
        } else {
            1.0
        };
        let step = (step.0 * uneven, step.1);
        let pad = |rng: &mut Rng| {
            frame.cap_across
                * if chance(rng, 0.6) {
                    range(rng, 0.45, 0.75)
                } else {
                    range(rng, 0.2, 1.2)
                }
        };
        let left = frame.x.0 - pad(rng);
        let right = frame.x.1 + pad(rng);
        let width = ((right - left) / step.0).round();
        if !(8.0..=WIDEST as f32).contains(&width) {
            return None;
        }
        let room = (HEIGHT * (1.0 - share) / 2.0 - 1.0).max(0.5);
        let shift = (range(rng, -1.0, 1.0) + range(rng, -1.0, 1.0)) * 0.5 * room.min(4.5) - 0.5;
        let middle = frame.baseline - frame.cap / 2.0 - shift * step.1;
        let slope = if damage == Damage::Clean {
            range(rng, -0.4, 0.4)
        } else {
            range(rng, -1.0, 1.0)
        };
        let slope = f64::from(slope.to_radians().tan());
        // Long lines are cut along their slope; what remains moves their ends by at most 1/3 cap
        // height.
        let most = f64::from(frame.cap) * 0.3 / f64::from((right - left) / 2.0);
        let slope = slope.clamp(-most, most);
        let bend = f64::from(range(rng, -0.12, 0.12) * frame.cap)
            * if chance(rng, 0.15) { 1.0 } else { 0.0 };
        let slant = if chance(rng, 0.15) {
            f64::from(range(rng, -0.12, 0.12))
        } else {
            0.0
        };
        Some(Self {
            width: width as u32,
            left,
            right,
            middle,
            step,
            slope,
            bend,
            slant,
        })
    }

    /// The strip of a canvas.
    pub fn of(&self, canvas: &GrayImage) -> GrayImage {
        let centre = f64::from((self.left + self.right) / 2.0);
        let half = f64::from((self.right - self.left) / 2.0);
        ops::warp(canvas, (self.width, Self::HEIGHT as u32), 255, |u, v| {
            let down = (v - f64::from(Self::HEIGHT) / 2.0) * f64::from(self.step.1);
            let x = f64::from(self.left) + u * f64::from(self.step.0) - self.slant * down;
            let off = (x - centre) / half;
            (
                x,
                f64::from(self.middle)
                    + down
                    + self.slope * (x - centre)
                    + self.bend * (off * off - 0.5),
            )
        })
    }
}
