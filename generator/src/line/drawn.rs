//! Single lines, drawn at the size of real scans, with what stands around a line on a page.

use super::damage::Damage;
use super::marks;
use super::ops::{self, chance, range};
use super::{FaceId, LONGEST_LABEL, Line, WIDEST, legible};
use crate::content::{self, Kind};
use crate::font::{Face, Faces};
use fastrand::Rng;
use i797::reader::{Ink, normalise};
use image::{GrayImage, Luma};
use std::ops::Range;

/// What a line says and where on its canvas that stands.
struct Print {
    image: GrayImage,
    label: String,
    kind: Kind,
    number: Range<usize>,
    /// Left and right end of the text, and its baseline.
    x: (f32, f32),
    baseline: f32,
    /// Height of a capital, down and across (fax pixels are oblong).
    cap: f32,
    cap_across: f32,
    /// Number of the face in its list.
    face: u8,
}

/// How the type of a line is set.
struct Type<'a> {
    face: &'a Face,
    em: (f32, f32),
    spacing: f32,
    ink: u8,
    /// How far letters dance about the baseline, as those of a typewriter do.
    dance: f32,
}

impl Type<'_> {
    fn draw(&self, image: &mut GrayImage, rng: &mut Rng, (x, baseline): (f32, f32), text: &str) -> f32 {
        if self.dance == 0.0 {
            return self.face.draw(image, (x, baseline), self.em, self.spacing, self.ink, text);
        }
        let mut x = x;
        for letter in text.split_inclusive(|_: char| true) {
            let y = baseline + range(rng, -self.dance, self.dance);
            x = self.face.draw(image, (x, y), self.em, self.spacing, self.ink, letter);
        }
        x
    }
}

/// The label of the pieces and where the number stands in it.
fn label_of(pieces: &[String], kind: Kind) -> (String, Range<usize>) {
    let (mut label, mut number) = (String::new(), 0..0);
    let numbered = pieces.iter().position(|piece| match kind {
        Kind::Other | Kind::Blank => false,
        Kind::ANumber => {
            super::number::kind_of(piece) == Some(kind) || piece.bytes().all(|b| b" -".contains(&b) || b.is_ascii_digit())
        }
        _ => super::number::kind_of(piece) == Some(kind),
    });
    for (index, piece) in pieces.iter().enumerate() {
        if !label.is_empty() {
            label.push(' ');
        }
        let start = label.len();
        label.push_str(piece);
        if numbered == Some(index) {
            number = start..label.len();
        }
    }
    (label, number)
}

/// What a line says: content::line, with more numbers and fewer words, no longer than labels may be.
fn content(rng: &mut Rng) -> (Kind, Vec<String>) {
    if chance(rng, 0.025) {
        return (Kind::Blank, Vec::new());
    }
    loop {
        let (kind, pieces) = content::line(rng);
        let pieces: Vec<String> = pieces.iter().map(|piece| legible(piece)).filter(|piece| !piece.is_empty()).collect();
        let length = pieces.iter().map(|piece| piece.len() + 1).sum::<usize>();
        let dull = kind == Kind::Other && chance(rng, 0.25);
        if length <= LONGEST_LABEL && !dull && (kind == Kind::Blank) == pieces.is_empty() {
            return (kind, pieces);
        }
    }
}

/// Pixels an inch across and down.
fn resolution(rng: &mut Rng, damage: Damage) -> (f32, f32) {
    match damage {
        Damage::Fax => (204.0, 196.0),
        Damage::CoarseFax => (204.0, 98.0),
        _ => {
            let dpi = [100.0, 120.0, 150.0, 150.0, 200.0, 200.0, 200.0, 200.0, 240.0, 300.0, 300.0, 300.0, 400.0, 600.0];
            let dpi = dpi[rng.usize(0..dpi.len())];
            (dpi, dpi)
        }
    }
}

/// A size of type in pixels down that a person can still read at this resolution.
fn em(rng: &mut Rng, dpi: f32) -> f32 {
    let points = if chance(rng, 0.75) { range(rng, 7.0, 11.0) } else { range(rng, 6.0, 14.0) };
    (points * dpi / 72.0).max(10.5).min(84.0)
}

/// Draws a line in one of the faces with this damage; `None` where it comes out too long, too small or unreadable.
pub fn line(rng: &mut Rng, faces: &Faces, damage: Damage) -> Option<Line> {
    let mut print = print(rng, faces, damage)?;
    let places: Vec<(f32, f32)> = (0..rng.usize(1..3))
        .map(|_| (range(rng, print.x.0, print.x.1), print.baseline - print.cap * range(rng, -0.3, 1.3)))
        .collect();
    let clean = print.image.clone();
    damage.apply(&mut print.image, rng, faces, print.cap, &places);
    let view = View::choose(rng, &print, damage)?;
    let ink = normalise(&view.of(&print.image));
    if ink.width > WIDEST || !print.label.is_empty() && likeness(&ink, &normalise(&view.of(&clean))) < least_likeness(damage) {
        return None;
    }
    Some(Line { ink, label: print.label, kind: print.kind, number: print.number, damage, face: FaceId::Drawn(print.face) })
}

fn print(rng: &mut Rng, faces: &Faces, damage: Damage) -> Option<Print> {
    let face = faces.pick(rng)?;
    let dpi = resolution(rng, damage);
    let em_down = em(rng, dpi.1);
    let stretch = if chance(rng, 0.25) { range(rng, 0.82, 1.15) } else { 1.0 };
    let em = (em_down * dpi.0 / dpi.1 * stretch, em_down);
    let spacing = if chance(rng, 0.3) { em.0 * range(rng, -0.035, 0.09) } else { 0.0 };
    let ink = if chance(rng, 0.7) { 0 } else { rng.u8(0..70) };
    let dance = if chance(rng, 0.06) { em.1 * 0.03 } else { 0.0 };
    let kind = Type { face, em, spacing, ink, dance };
    set(rng, faces, &kind, damage)
}

/// Sets the text of a line on a canvas, with its neighbours and rules.
fn set(rng: &mut Rng, faces: &Faces, kind: &Type, damage: Damage) -> Option<Print> {
    let (what, pieces) = content(rng);
    let (label, number) = label_of(&pieces, what);
    let cap = kind.face.cap_height(kind.em.1);
    let cap_across = cap * kind.em.0 / kind.em.1;
    let gaps: Vec<f32> = pieces.iter().map(|_| cap_across * range(rng, 0.5, 1.9)).collect();
    let widths: f32 = pieces.iter().zip(&gaps).map(|(p, gap)| kind.face.width(p, kind.em, kind.spacing) + gap).sum();
    let blank = if pieces.is_empty() { cap_across * range(rng, 3.0, 12.0) } else { 0.0 };
    let (margin, middle) = (cap_across * 3.0, cap * 2.6);
    let size = ((widths + blank + 2.0 * margin) as u32, (cap * 4.4) as u32);
    if size.0 > 6000 || cap < 4.5 {
        return None;
    }
    let paper = if chance(rng, 0.12) { rng.u8(200..250) } else { 255 };
    let mut image = GrayImage::from_pixel(size.0, size.1, Luma([paper]));
    let (start, mut x) = (margin + rng.f32(), margin + rng.f32());
    let baseline = middle + rng.f32();
    let mut end = start + blank;
    for (piece, gap) in pieces.iter().zip(&gaps) {
        end = kind.draw(&mut image, rng, (x, baseline), piece);
        x = end + gap;
    }
    let mut print =
        Print { image, label, kind: what, number, x: (start, end), baseline, cap, cap_across, face: kind.face.number };
    surround(rng, faces, kind, damage, &mut print);
    Some(print)
}

/// Neighbouring lines, rules of tables, underlines.
fn surround(rng: &mut Rng, faces: &Faces, kind: &Type, damage: Damage, print: &mut Print) {
    for side in [-1.0, 1.0] {
        if !chance(rng, 0.45) {
            continue;
        }
        let apart = kind.em.1 * range(rng, 1.08, 1.7);
        let other = if chance(rng, 0.6) { kind.face } else { faces.pick(rng).unwrap_or(kind.face) };
        let most = rng.usize(8..40);
        let text = if chance(rng, 0.5) { content::words(rng, most) } else { content::label(rng) };
        let x = print.x.0 + range(rng, -2.0, 6.0) * print.cap_across;
        let scale = if side < 0.0 { range(rng, 0.6, 1.0) } else { 1.0 };
        let em = (kind.em.0 * scale, kind.em.1 * scale);
        other.draw(&mut print.image, (x, print.baseline + side * apart), em, 0.0, kind.ink, &text);
    }
    let touching = damage == Damage::Rules;
    let often = if touching { 0.75 } else { 0.14 };
    let (width, cap, base) = (print.image.width() as f32, print.cap, print.baseline);
    let near = if touching { -0.12 } else { 0.15 };
    let grey = if chance(rng, 0.7) { 0.0 } else { range(rng, 30.0, 150.0) };
    let weight = (cap * range(rng, 0.05, 0.2)).max(0.6);
    let (left, right) =
        (print.x.0 - print.cap_across * range(rng, near, 1.2), print.x.1 + print.cap_across * range(rng, near, 1.2));
    if chance(rng, often) {
        let y = base + cap * range(rng, near + 0.12, 0.7);
        marks::bar(&mut print.image, [left, y, right, y + weight], grey);
    }
    if chance(rng, often) {
        let y = base - cap * (1.0 + range(rng, near, 0.6));
        marks::bar(&mut print.image, [0.0, y - weight, width, y], grey);
    }
    let height = print.image.height() as f32;
    if chance(rng, often) {
        marks::bar(&mut print.image, [left - weight, 0.0, left, height], grey);
    }
    if chance(rng, often * 0.8) {
        marks::bar(&mut print.image, [right, 0.0, right + weight, height], grey);
    }
}

/// Below this likeness a person can no longer read most lines, as looking at some hundred of them showed. Uneven light alone
/// makes pictures unlike, but not hard to read.
fn least_likeness(damage: Damage) -> f32 {
    match damage {
        Damage::Light => 0.25,
        Damage::Copy => 0.55,
        _ => 0.45,
    }
}

/// How much a spoiled strip is like the clean one: the correlation of their ink, both blurred a little.
fn likeness(spoiled: &Ink, clean: &Ink) -> f32 {
    let soft = |ink: &Ink| {
        let rows: Vec<&[f32]> = ink.values.chunks_exact(ink.width).collect();
        let mut soft = Vec::with_capacity(ink.values.len());
        for (above, row) in rows.iter().zip(&rows[1..]) {
            soft.extend((1..ink.width).map(|x| above[x - 1] + above[x] + row[x - 1] + row[x]));
        }
        soft
    };
    let (a, b) = (soft(spoiled), soft(clean));
    let n = a.len().max(1) as f32;
    let (mean_a, mean_b) = (a.iter().sum::<f32>() / n, b.iter().sum::<f32>() / n);
    let (mut shared, mut of_a, mut of_b) = (0.0f32, 1e-6f32, 1e-6f32);
    for (a, b) in a.iter().zip(&b) {
        let (a, b) = (a - mean_a, b - mean_b);
        shared += a * b;
        of_a += a * a;
        of_b += b * b;
    }
    shared / f32::sqrt(of_a * of_b)
}

/// The part of a canvas that becomes the strip, and how it lies there.
struct View {
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

    /// Cuts as the program does from a page: capitals about 18 of 32 pixels high, nearly level.
    fn choose(rng: &mut Rng, print: &Print, damage: Damage) -> Option<Self> {
        const HEIGHT: f32 = View::HEIGHT;
        let share = if chance(rng, 0.7) { range(rng, 0.5, 0.62) } else { range(rng, 0.42, 0.68) };
        let step = (print.cap_across / (share * HEIGHT), print.cap / (share * HEIGHT));
        let uneven = if chance(rng, 0.3) { range(rng, 0.92, 1.08) } else { 1.0 };
        let step = (step.0 * uneven, step.1);
        let pad = |rng: &mut Rng| print.cap_across * if chance(rng, 0.6) { range(rng, 0.45, 0.75) } else { range(rng, 0.2, 1.2) };
        let (left, right) = (print.x.0 - pad(rng), print.x.1 + pad(rng));
        let width = ((right - left) / step.0).round();
        if !(8.0..=WIDEST as f32).contains(&width) {
            return None;
        }
        let room = (HEIGHT * (1.0 - share) / 2.0 - 1.0).max(0.5);
        let shift = (range(rng, -1.0, 1.0) + range(rng, -1.0, 1.0)) * 0.5 * room.min(4.5) - 0.5;
        let middle = print.baseline - print.cap / 2.0 - shift * step.1;
        let slope = if damage == Damage::Clean { range(rng, -0.4, 0.4) } else { range(rng, -1.0, 1.0) };
        let slope = f64::from(slope.to_radians().tan());
        // Long lines are cut along their slope; what is left of it moves their ends by a quarter of a capital at most.
        let most = f64::from(print.cap) * 0.3 / f64::from((right - left) / 2.0);
        let slope = slope.clamp(-most, most);
        let bend = f64::from(range(rng, -0.12, 0.12) * print.cap) * if chance(rng, 0.15) { 1.0 } else { 0.0 };
        let slant = if chance(rng, 0.15) { f64::from(range(rng, -0.12, 0.12)) } else { 0.0 };
        Some(Self { width: width as u32, left, right, middle, step, slope, bend, slant })
    }

    /// The strip of a canvas.
    fn of(&self, canvas: &GrayImage) -> GrayImage {
        let (centre, half) = (f64::from((self.left + self.right) / 2.0), f64::from((self.right - self.left) / 2.0));
        ops::warp(canvas, (self.width, Self::HEIGHT as u32), 255, |u, v| {
            let down = (v - f64::from(Self::HEIGHT) / 2.0) * f64::from(self.step.1);
            let x = f64::from(self.left) + u * f64::from(self.step.0) - self.slant * down;
            let off = (x - centre) / half;
            (x, f64::from(self.middle) + down + self.slope * (x - centre) + self.bend * (off * off - 0.5))
        })
    }
}
