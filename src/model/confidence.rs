//! How sure a reading is.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

/// A probability between 0 and 1 that a reading is right; ordered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "f32", into = "f32")]
pub struct Confidence(f32);

impl Confidence {
    /// Certain: text that was never a picture.
    pub const CERTAIN: Self = Self(1.0);
    /// Nothing is known.
    pub const NONE: Self = Self(0.0);

    /// Clamps to 0..=1; what is not a number becomes 0.
    pub const fn new(value: f32) -> Self {
        if value.is_nan() {
            Self::NONE
        } else {
            Self(value.clamp(0.0, 1.0))
        }
    }

    /// To four decimals, as it is written.
    pub fn rounded(self) -> Self {
        Self((self.0 * 10_000.0).round() / 10_000.0)
    }

    /// The value, 0..=1.
    pub fn get(self) -> f32 {
        self.0
    }
}

impl Eq for Confidence {}
impl PartialOrd for Confidence {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Confidence {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}
impl From<f32> for Confidence {
    fn from(value: f32) -> Self {
        Self::new(value)
    }
}
impl From<Confidence> for f32 {
    fn from(c: Confidence) -> f32 {
        c.rounded().0
    }
}
