//! The seeded chance that every drawing takes its choices from, so that one seed always gives the same bytes.

/// A stream of choices (SplitMix64), the same on every machine for one seed.
#[derive(Debug, Clone)]
pub struct Dice {
    state: u64,
}

impl Dice {
    /// The stream that belongs to `seed`.
    pub fn new(seed: u64) -> Self {
        let mut dice = Self {
            state: seed ^ 0x5851_F42D_4C95_7F2D,
        };
        dice.roll();
        dice
    }

    /// The next 64 random bits.
    pub fn roll(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number from 0 up to but without `end`; 0 if `end` is 0.
    pub fn below(&mut self, end: usize) -> usize {
        if end == 0 {
            0
        } else {
            (self.roll() % end as u64) as usize
        }
    }

    /// A whole number between the two, both included.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        low + self.below((high - low + 1).max(1) as usize) as i64
    }

    /// A fraction between the two.
    pub fn uniform(&mut self, low: f32, high: f32) -> f32 {
        let unit = (self.roll() >> 40) as f32 / (1u64 << 24) as f32;
        low + (high - low) * unit
    }

    /// True with this probability.
    pub fn chance(&mut self, probability: f32) -> bool {
        self.uniform(0.0, 1.0) < probability
    }

    /// One of the choices, all equally likely.
    ///
    /// # Panics
    /// Panics on an empty slice: every list of choices is written in the source.
    pub fn pick<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }

    /// So many random decimal digits.
    pub fn digits(&mut self, count: usize) -> String {
        (0..count)
            .map(|_| char::from(b'0' + self.below(10) as u8))
            .collect()
    }

    /// So many random capital letters.
    pub fn letters(&mut self, count: usize) -> String {
        (0..count)
            .map(|_| char::from(b'A' + self.below(26) as u8))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_seed_one_stream() {
        let (mut a, mut b) = (Dice::new(7), Dice::new(7));
        assert_eq!(a.digits(40), b.digits(40));
        assert_ne!(Dice::new(7).digits(20), Dice::new(8).digits(20));
    }

    #[test]
    fn stays_in_its_bounds() {
        let mut dice = Dice::new(1);
        for _ in 0..1000 {
            assert!((3..=5).contains(&dice.between(3, 5)));
            assert!((-1.0..1.0).contains(&dice.uniform(-1.0, 1.0)));
        }
    }
}
