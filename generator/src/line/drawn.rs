//! Single lines, drawn at the size of real scans with the surroundings of a line on a page.

use std::ops::Range;

use fastrand::Rng;
use i797::recognizer::normalise;
use image::{GrayImage, Luma};

use super::damage::Damage;
use super::ops::{chance, range};
use super::view::{Frame, View, least_likeness, likeness};
use super::{FaceId, LONGEST_LABEL, Line, WIDEST, legible, marks, sheets};
use crate::content::{self, Kind};
use crate::font::{Face, Faces};

/// The text of a line and its position on the canvas.
struct Print {
    image: GrayImage,
    label: String,
    kind: Kind,
    number: Range<usize>,
    frame: Frame,
    /// Number of the face in its list.
    face: u8,
}

/// The typesetting of a line.
struct Type<'a> {
    face: &'a Face,
    em: (f32, f32),
    spacing: f32,
    ink: u8,
    /// How far letters deviate from the baseline, as on a typewriter.
    dance: f32,
}

impl Type<'_> {
    fn draw(
        &self,
        image: &mut GrayImage,
        rng: &mut Rng,
        (x, baseline): (f32, f32),
        text: &str,
    ) -> f32 {
        if self.dance == 0.0 {
            return self
                .face
                .draw(image, (x, baseline), self.em, self.spacing, self.ink, text);
        }
        let mut x = x;
        for letter in text.split_inclusive(|_: char| true) {
            let y = baseline + range(rng, -self.dance, self.dance);
            x = self
                .face
                .draw(image, (x, y), self.em, self.spacing, self.ink, letter);
        }
        x
    }
}

/// The label of the pieces and the position of the number in it.
fn label_of(pieces: &[String], kind: Kind) -> (String, Range<usize>) {
    let mut label = String::new();
    let mut number = 0..0;
    let numbered = pieces.iter().position(|piece| match kind {
        Kind::Other | Kind::Blank => false,
        Kind::ANumber => {
            super::number::kind_of(piece) == Some(kind)
                || piece
                    .bytes()
                    .all(|b| b" -".contains(&b) || b.is_ascii_digit())
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

/// Share of the lines whose text is from a page by an independent author.
const OF_AUTHORS: f32 = 0.3;

/// The text of a line: one that an author wrote, or `content::line` with more numbers and fewer
/// words, within the limit for labels.
fn content(rng: &mut Rng) -> (Kind, Vec<String>) {
    if chance(rng, 0.025) {
        return (Kind::Blank, Vec::new());
    }
    if chance(rng, OF_AUTHORS) {
        let text = sheets::text(rng);
        let short: String = text.chars().take(LONGEST_LABEL).collect();
        let text = match short.rsplit_once(' ') {
            Some((whole, _)) if short.len() < text.len() => whole.to_owned(),
            _ => short,
        };
        if !text.is_empty() {
            return (Kind::Other, vec![text]);
        }
    }
    loop {
        let (kind, pieces) = content::line(rng);
        let pieces: Vec<String> = pieces
            .iter()
            .map(|piece| legible(piece))
            .filter(|piece| !piece.is_empty())
            .collect();
        let length = pieces.iter().map(|piece| piece.len() + 1).sum::<usize>();
        let dull = kind == Kind::Other && chance(rng, 0.25);
        if length <= LONGEST_LABEL && !dull && (kind == Kind::Blank) == pieces.is_empty() {
            return (kind, pieces);
        }
    }
}

/// Pixels per inch across and down.
fn resolution(rng: &mut Rng, damage: Damage) -> (f32, f32) {
    match damage {
        Damage::Fax => (204.0, 196.0),
        Damage::CoarseFax => (204.0, 98.0),
        _ => {
            let dpi = [
                100.0, 120.0, 150.0, 150.0, 200.0, 200.0, 200.0, 200.0, 240.0, 300.0, 300.0, 300.0,
                400.0, 600.0,
            ];
            let dpi = dpi[rng.usize(0..dpi.len())];
            (dpi, dpi)
        }
    }
}

/// A type size, in vertical pixels, that a person can still read at this resolution.
fn em(rng: &mut Rng, dpi: f32) -> f32 {
    let points = if chance(rng, 0.75) {
        range(rng, 7.0, 11.0)
    } else {
        range(rng, 6.0, 14.0)
    };
    (points * dpi / 72.0).clamp(10.5, 84.0)
}

/// Draws a line in one of the faces with this damage; `None` if it is too long, too small or
/// unreadable.
pub fn line(rng: &mut Rng, faces: &Faces, damage: Damage) -> Option<Line> {
    let mut print = print(rng, faces, damage)?;
    let places: Vec<(f32, f32)> = (0..rng.usize(1..3))
        .map(|_| {
            (
                range(rng, print.frame.x.0, print.frame.x.1),
                print.frame.baseline - print.frame.cap * range(rng, -0.3, 1.3),
            )
        })
        .collect();
    let clean = print.image.clone();
    damage.apply(&mut print.image, rng, faces, print.frame.cap, &places);
    let view = View::choose(rng, &print.frame, damage)?;
    let ink = normalise(&view.of(&print.image));
    if ink.width > WIDEST
        || !print.label.is_empty()
            && likeness(&ink, &normalise(&view.of(&clean))) < least_likeness(damage)
    {
        return None;
    }
    Some(Line {
        ink,
        label: print.label,
        kind: print.kind,
        number: print.number,
        damage,
        face: FaceId::Drawn(print.face),
    })
}

fn print(rng: &mut Rng, faces: &Faces, damage: Damage) -> Option<Print> {
    let face = faces.pick(rng)?;
    let dpi = resolution(rng, damage);
    let em_down = em(rng, dpi.1);
    let stretch = if chance(rng, 0.25) {
        range(rng, 0.82, 1.15)
    } else {
        1.0
    };
    let em = (em_down * dpi.0 / dpi.1 * stretch, em_down);
    let spacing = if chance(rng, 0.3) {
        em.0 * range(rng, -0.035, 0.09)
    } else {
        0.0
    };
    let ink = if chance(rng, 0.7) { 0 } else { rng.u8(0..70) };
    let dance = if chance(rng, 0.06) { em.1 * 0.03 } else { 0.0 };
    let kind = Type {
        face,
        em,
        spacing,
        ink,
        dance,
    };
    set(rng, faces, &kind, damage)
}

/// Sets the text of a line on a canvas, with neighboring lines and rules.
fn set(rng: &mut Rng, faces: &Faces, kind: &Type, damage: Damage) -> Option<Print> {
    let (what, pieces) = content(rng);
    let (label, number) = label_of(&pieces, what);
    let cap = kind.face.cap_height(kind.em.1);
    let cap_across = cap * kind.em.0 / kind.em.1;
    let gaps: Vec<f32> = pieces
        .iter()
        .map(|_| cap_across * range(rng, 0.5, 1.9))
        .collect();
    let widths: f32 = pieces
        .iter()
        .zip(&gaps)
        .map(|(p, gap)| kind.face.width(p, kind.em, kind.spacing) + gap)
        .sum();
    let blank = if pieces.is_empty() {
        cap_across * range(rng, 3.0, 12.0)
    } else {
        0.0
    };
    let margin = cap_across * 3.0;
    let middle = cap * 2.6;
    let size = ((widths + blank + 2.0 * margin) as u32, (cap * 4.4) as u32);
    if size.0 > 6000 || cap < 4.5 {
        return None;
    }
    let paper = if chance(rng, 0.12) {
        rng.u8(200..250)
    } else {
        255
    };
    let mut image = GrayImage::from_pixel(size.0, size.1, Luma([paper]));
    let start = margin + rng.f32();
    let mut x = margin + rng.f32();
    let baseline = middle + rng.f32();
    let mut end = start + blank;
    for (piece, gap) in pieces.iter().zip(&gaps) {
        end = kind.draw(&mut image, rng, (x, baseline), piece);
        x = end + gap;
    }
    let mut print = Print {
        image,
        label,
        kind: what,
        number,
        frame: Frame {
            x: (start, end),
            baseline,
            cap,
            cap_across,
        },
        face: kind.face.number,
    };
    surround(rng, faces, kind, damage, &mut print);
    Some(print)
}

/// Draws neighboring lines, table rules and underlines.
fn surround(rng: &mut Rng, faces: &Faces, kind: &Type, damage: Damage, print: &mut Print) {
    for side in [-1.0, 1.0] {
        if !chance(rng, 0.45) {
            continue;
        }
        let apart = kind.em.1 * range(rng, 1.08, 1.7);
        let other = if chance(rng, 0.6) {
            kind.face
        } else {
            faces.pick(rng).unwrap_or(kind.face)
        };
        let most = rng.usize(8..40);
        let text = if chance(rng, 0.5) {
            content::words(rng, most)
        } else {
            content::label(rng)
        };
        let x = print.frame.x.0 + range(rng, -2.0, 6.0) * print.frame.cap_across;
        let scale = if side < 0.0 {
            range(rng, 0.6, 1.0)
        } else {
            1.0
        };
        let em = (kind.em.0 * scale, kind.em.1 * scale);
        other.draw(
            &mut print.image,
            (x, print.frame.baseline + side * apart),
            em,
            0.0,
            kind.ink,
            &text,
        );
    }
    let touching = damage == Damage::Rules;
    let often = if touching { 0.75 } else { 0.14 };
    let width = print.image.width() as f32;
    let cap = print.frame.cap;
    let base = print.frame.baseline;
    let near = if touching { -0.12 } else { 0.15 };
    let grey = if chance(rng, 0.7) {
        0.0
    } else {
        range(rng, 30.0, 150.0)
    };
    let weight = (cap * range(rng, 0.05, 0.2)).max(0.6);
    let left = print.frame.x.0 - print.frame.cap_across * range(rng, near, 1.2);
    let right = print.frame.x.1 + print.frame.cap_across * range(rng, near, 1.2);
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
