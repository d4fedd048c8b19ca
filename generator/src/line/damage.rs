//! Training damage, applied to a page or to the surroundings of one line. Two kinds are for
//! validation only.

use fastrand::Rng;
use image::GrayImage;

use super::marks;
use super::ops::{self, Field, chance, range};
use crate::font::{Face, Faces};

/// The main damage of an image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // what each does is said in `Damage::apply`
pub enum Damage {
    Clean,
    Noise,
    Blur,
    Jpeg,
    Faded,
    Light,
    Fax,
    CoarseFax,
    Copy,
    Heavy,
    Worn,
    Streaks,
    Pen,
    Stamp,
    Rules,
    Bleed,
    Mixed,
    Stain,
    Halftone,
}

impl Damage {
    /// All kinds; the index of a kind is its number in the stream of lines.
    pub const ALL: [Damage; 19] = [
        Damage::Clean,
        Damage::Noise,
        Damage::Blur,
        Damage::Jpeg,
        Damage::Faded,
        Damage::Light,
        Damage::Fax,
        Damage::CoarseFax,
        Damage::Copy,
        Damage::Heavy,
        Damage::Worn,
        Damage::Streaks,
        Damage::Pen,
        Damage::Stamp,
        Damage::Rules,
        Damage::Bleed,
        Damage::Mixed,
        Damage::Stain,
        Damage::Halftone,
    ];

    /// Kinds for validation only.
    pub const HELD_OUT: [Damage; 2] = [Damage::Stain, Damage::Halftone];

    /// The name in tables.
    pub fn name(self) -> &'static str {
        match self {
            Damage::Clean => "clean",
            Damage::Noise => "noise",
            Damage::Blur => "blur",
            Damage::Jpeg => "jpeg",
            Damage::Faded => "faded",
            Damage::Light => "uneven light",
            Damage::Fax => "fax",
            Damage::CoarseFax => "coarse fax",
            Damage::Copy => "copy of a copy",
            Damage::Heavy => "heavy toner",
            Damage::Worn => "worn toner",
            Damage::Streaks => "dirty rollers",
            Damage::Pen => "pen",
            Damage::Stamp => "stamp",
            Damage::Rules => "touching rules",
            Damage::Bleed => "bleeding through",
            Damage::Mixed => "mixed",
            Damage::Stain => "stain",
            Damage::Halftone => "halftone",
        }
    }

    /// Picks a random kind for training; harder kinds are more frequent.
    pub fn draw(rng: &mut Rng) -> Self {
        const WEIGHTS: [u32; 17] = [4, 4, 6, 5, 5, 3, 8, 6, 8, 9, 10, 5, 8, 7, 6, 5, 8];
        let mut left = rng.u32(0..WEIGHTS.iter().sum());
        for (damage, weight) in Self::ALL.into_iter().zip(WEIGHTS) {
            match left.checked_sub(weight) {
                None => return damage,
                Some(rest) => left = rest,
            }
        }
        Damage::Mixed
    }

    /// Whether the result is bilevel, with the oblong or square pixels of a fax.
    pub fn is_fax(self) -> bool {
        matches!(self, Damage::Fax | Damage::CoarseFax)
    }

    /// Applies the damage. `unit` is the cap height in pixels; `text` is where a mark must pass to
    /// matter.
    pub fn apply(
        self,
        image: &mut GrayImage,
        rng: &mut Rng,
        faces: &Faces,
        unit: f32,
        marks: &[(f32, f32)],
    ) {
        let Some(face) = faces.pick(rng) else { return };
        let mut hand = Hand {
            image,
            rng,
            face,
            unit,
            marks,
        };
        match self {
            Damage::Clean => hand.lens(0.05),
            Damage::Noise => hand.grain(8.0, 27.0),
            Damage::Blur => hand.defocus(),
            Damage::Jpeg => hand.lens(0.08),
            Damage::Faded => hand.faded(),
            Damage::Light => hand.light(),
            Damage::Fax | Damage::CoarseFax => hand.bilevel(),
            Damage::Copy => hand.copy(),
            Damage::Heavy => hand.heavy(),
            Damage::Worn => hand.worn(),
            Damage::Streaks => hand.streaks(),
            Damage::Pen => hand.pen(),
            Damage::Stamp => hand.stamp(),
            Damage::Rules => hand.lens(0.07),
            Damage::Bleed => hand.bleed(),
            Damage::Mixed => hand.mixed(),
            Damage::Stain => hand.stain(),
            Damage::Halftone => hand.halftone(),
        }
        hand.sensor(self);
    }
}

/// An image being damaged at random.
struct Hand<'a> {
    image: &'a mut GrayImage,
    rng: &'a mut Rng,
    face: &'a Face,
    unit: f32,
    marks: &'a [(f32, f32)],
}

impl Hand<'_> {
    fn range(&mut self, low: f32, high: f32) -> f32 {
        range(self.rng, low, high)
    }

    /// The slight blur of every lens, at most this share of the cap height.
    fn lens(&mut self, most: f32) {
        let sigma = self.range(0.0, most) * self.unit;
        ops::blur(self.image, sigma, sigma);
    }

    fn grain(&mut self, low: f32, high: f32) {
        self.lens(0.05);
        let sigma = self.range(low, high);
        // Noise counts for less where a capital has many pixels.
        ops::noise(
            self.image,
            self.rng,
            sigma * (self.unit / 14.0).clamp(0.6, 1.6),
        );
    }

    fn defocus(&mut self) {
        let a = self.range(0.05, 0.16) * self.unit;
        let b = self.range(0.03, 0.16) * self.unit;
        ops::blur(self.image, a, b);
    }

    fn faded(&mut self) {
        self.lens(0.07);
        let paper = self.range(205.0, 255.0);
        let ink = paper - self.range(38.0, 130.0);
        ops::fade(self.image, ink, paper);
        let sigma = self.range(0.5, 5.0);
        ops::noise(self.image, self.rng, sigma);
    }

    fn light(&mut self) {
        self.lens(0.06);
        let step = self.unit * self.rng.f32() * 12.0 + self.unit * 4.0;
        let field = Field::new(self.rng, self.image.dimensions(), step);
        let low = self.range(0.35, 0.8);
        let edge = self.range(-1.0, 2.0) * self.image.width() as f32;
        let slope = self.range(-3.0, 3.0);
        let dim = self.range(0.45, 0.95);
        ops::shade(self.image, |x, y| {
            let light = low + (1.0 - low) * field.at(x, y);
            if x as f32 + slope * y as f32 > edge {
                light * dim
            } else {
                light
            }
        });
        ops::noise(self.image, self.rng, 3.0);
    }

    /// Bilevel, with specks and holes.
    fn bilevel(&mut self) {
        self.lens(0.07);
        let sigma = self.range(0.0, 28.0);
        ops::noise(self.image, self.rng, sigma);
        let level = self.range(110.0, 185.0);
        let wander = self.range(0.0, 50.0);
        ops::threshold(self.image, self.rng, level, wander, self.unit * 4.0);
        self.dirt(0.012);
    }

    fn dirt(&mut self, most: f32) {
        let largest = (self.unit * 0.1).clamp(1.0, 4.0);
        let black = self.range(0.0, most);
        let white = self.range(0.0, most);
        marks::specks(self.image, self.rng, black * black / most, largest, 0);
        marks::specks(self.image, self.rng, white, largest, 255);
    }

    /// Copied up to four times: each time blurred, thresholded and soiled.
    fn copy(&mut self) {
        for _ in 0..self.rng.usize(1..5) {
            self.lens(0.09);
            let sigma = self.range(2.0, 14.0);
            ops::noise(self.image, self.rng, sigma);
            let level = self.range(120.0, 170.0);
            let steep = self.range(2.0, 7.0);
            ops::map(self.image, |v| 127.5 + (v - level) * steep);
            self.dirt(0.006);
        }
    }

    fn heavy(&mut self) {
        let rounds = (self.unit * self.rng.f32() * 0.09).round().max(1.0) as usize;
        for _ in 0..rounds {
            let share = self.range(0.3, 1.0);
            ops::spread(self.image, true, share);
        }
        self.lens(0.07);
        let level = self.range(150.0, 215.0);
        let steep = self.range(1.5, 6.0);
        ops::map(self.image, |v| 127.5 + (v - level) * steep);
        self.dirt(0.006);
    }

    fn worn(&mut self) {
        if chance(self.rng, 0.5) {
            let rounds = (self.unit * self.rng.f32() * 0.06).round().max(1.0) as usize;
            for _ in 0..rounds {
                let share = self.range(0.2, 0.8);
                ops::spread(self.image, false, share);
            }
        }
        let coarse = self.unit * self.range(0.5, 2.5);
        let fine = self.unit * self.range(0.06, 0.16);
        let patches = Field::new(self.rng, self.image.dimensions(), coarse);
        let flakes = Field::new(self.rng, self.image.dimensions(), fine.max(1.0));
        let strength = self.range(0.35, 0.9);
        for (x, y, pixel) in self.image.enumerate_pixels_mut() {
            let lost = (patches.at(x, y) * 0.6 + flakes.at(x, y) * 0.9 - 0.85 + strength * 0.45)
                .clamp(0.0, 1.0);
            let v = f32::from(pixel.0[0]);
            pixel.0[0] = (v + (255.0 - v) * (lost * 1.6).min(0.93)) as u8;
        }
        self.lens(0.06);
    }

    fn streaks(&mut self) {
        self.lens(0.05);
        let density = self.range(0.05, 0.5);
        marks::streaks(self.image, self.rng, self.unit, density);
        if chance(self.rng, 0.4) {
            marks::streaks(self.image, self.rng, self.unit, density * 0.5);
        }
        self.dirt(0.01);
    }

    fn pen(&mut self) {
        for &place in self.marks {
            for _ in 0..self.rng.usize(1..3) {
                marks::stroke(self.image, self.rng, self.unit, place);
            }
        }
        self.lens(0.06);
    }

    fn stamp(&mut self) {
        for &place in self.marks {
            marks::stamp(self.image, self.rng, self.face, self.unit, place);
        }
        self.lens(0.06);
    }

    fn bleed(&mut self) {
        marks::bleed(self.image, self.rng, self.face, self.unit);
        self.lens(0.06);
    }

    /// Two or three kinds at once, each milder than on its own.
    fn mixed(&mut self) {
        if chance(self.rng, 0.3) {
            self.pen();
        }
        if chance(self.rng, 0.3) {
            self.stamp();
        }
        if chance(self.rng, 0.4) {
            self.lens(0.12);
        }
        if chance(self.rng, 0.4) {
            let paper = self.range(215.0, 255.0);
            let ink = paper - self.range(70.0, 200.0);
            ops::fade(self.image, ink, paper);
        }
        if chance(self.rng, 0.3) {
            self.light();
        }
        let sigma = self.range(0.0, 16.0);
        ops::noise(self.image, self.rng, sigma);
        if chance(self.rng, 0.35) {
            let level = self.range(120.0, 165.0);
            let steep = self.range(1.5, 5.0);
            ops::map(self.image, |v| 127.5 + (v - level) * steep);
        }
    }

    /// A coffee stain: a darker patch with a sharp edge and blurred print within.
    fn stain(&mut self) {
        let (width, height) = self.image.dimensions();
        let place = (
            self.range(0.1, 0.9) * width as f32,
            self.range(0.1, 0.9) * height as f32,
        );
        let radius = self.unit * self.range(2.0, 7.0);
        let mut wet = self.image.clone();
        ops::blur(&mut wet, self.unit * 0.1, self.unit * 0.1);
        let wobble = Field::new(self.rng, (width, height), self.unit * 2.0);
        let tone = self.range(0.55, 0.85);
        let edge = self.range(0.4, 0.75);
        for (x, y, pixel) in self.image.enumerate_pixels_mut() {
            let far =
                (x as f32 - place.0).hypot(y as f32 - place.1) / radius + wobble.at(x, y) * 0.3;
            if far < 1.0 {
                let light = tone + (edge - tone) * far.powi(6);
                pixel.0[0] = (f32::from(wet.get_pixel(x, y).0[0]) * light) as u8;
            }
        }
        ops::noise(self.image, self.rng, 4.0);
    }

    /// A halftone scanned again: gray paper full of dots, print with ragged edges.
    fn halftone(&mut self) {
        self.lens(0.06);
        let paper = self.range(200.0, 245.0);
        let pitch = (self.unit * self.range(0.14, 0.26)).max(2.2);
        ops::fade(self.image, 20.0, paper);
        let (sin, cos) = self.range(0.2, 1.3).sin_cos();
        let strength = self.range(40.0, 110.0);
        for (x, y, pixel) in self.image.enumerate_pixels_mut() {
            let u = x as f32 * cos + y as f32 * sin;
            let v = y as f32 * cos - x as f32 * sin;
            let wave = (u * std::f32::consts::TAU / pitch).cos()
                * (v * std::f32::consts::TAU / pitch).cos();
            pixel.0[0] = (f32::from(pixel.0[0]) + wave * strength).clamp(0.0, 255.0) as u8;
        }
        self.lens(0.06);
    }

    /// What all scans but faxes have in addition: a little noise, a little fading, often JPEG.
    fn sensor(&mut self, damage: Damage) {
        if damage.is_fax() {
            return;
        }
        if chance(self.rng, 0.4) {
            let ink = self.range(0.0, 40.0);
            let paper = self.range(225.0, 255.0);
            ops::fade(self.image, ink, paper);
        }
        let sigma = self.range(0.0, 4.0);
        ops::noise(self.image, self.rng, sigma);
        let (chance_of, low) = if damage == Damage::Jpeg {
            (1.0, 18)
        } else {
            (0.35, 35)
        };
        if chance(self.rng, chance_of) {
            ops::jpeg(self.image, self.rng.u8(low..76));
        }
    }
}
