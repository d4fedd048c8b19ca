//! The endless stream of training lines for one seed.

use fastrand::Rng;

use super::damage::Damage;
use super::ops::chance;
use super::{Line, drawn, paged};
use crate::font::{Faces, HELD_OUT, TRAINED};

/// Which lines are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Set {
    /// For training.
    Train,
    /// Validation in the fonts and with the damage of training.
    Seen,
    /// Validation in fonts kept out of training.
    Fonts,
    /// Validation with damage kept out of training.
    Damage,
}

impl Set {
    /// The set with this name.
    pub fn named(name: &str) -> Option<Self> {
        [
            ("train", Set::Train),
            ("seen", Set::Seen),
            ("fonts", Set::Fonts),
            ("damage", Set::Damage),
        ]
        .into_iter()
        .find_map(|(known, set)| (known == name).then_some(set))
    }
}

/// Share of lines that are cut from whole pages.
const FROM_PAGES: f32 = 0.5;

/// Lines without end.
pub struct Stream {
    rng: Rng,
    faces: Faces,
    set: Set,
    cut: Vec<Line>,
}

impl Stream {
    /// The stream of a seed; no two sets share their lines.
    pub fn new(set: Set, seed: u64) -> Self {
        let faces = Faces::find(if set == Set::Fonts { HELD_OUT } else { TRAINED });
        let rng = Rng::with_seed(
            seed.wrapping_mul(4)
                .wrapping_add(set as u64)
                .wrapping_mul(0x9E37_79B9_7F4A_7C15),
        );
        Self {
            rng,
            faces,
            set,
            cut: Vec::new(),
        }
    }

    /// The number of requested faces that are installed.
    pub fn faces(&self) -> usize {
        self.faces.len()
    }

    fn damage(&mut self) -> Damage {
        match self.set {
            Set::Damage => Damage::HELD_OUT[self.rng.usize(0..Damage::HELD_OUT.len())],
            _ => Damage::draw(&mut self.rng),
        }
    }

    fn next_cut(&mut self) -> Option<Line> {
        for _ in 0..8 {
            if self.cut.is_empty() {
                let damage = self.damage();
                self.cut = paged::lines(&mut self.rng, &self.faces, damage, self.set == Set::Fonts);
                self.rng.shuffle(&mut self.cut);
                if self.set != Set::Train {
                    // Many lines of one page would measure that page instead of the recognizer.
                    self.cut.truncate(5);
                }
            }
            if let Some(line) = self.cut.pop() {
                return Some(line);
            }
        }
        None
    }
}

impl Iterator for Stream {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        if self.faces.is_empty() {
            return None;
        }
        if chance(&mut self.rng, FROM_PAGES)
            && let Some(line) = self.next_cut()
        {
            return Some(line);
        }
        loop {
            let damage = self.damage();
            if let Some(line) = drawn::line(&mut self.rng, &self.faces, damage) {
                return Some(line);
            }
        }
    }
}
