//! Confidence: the probability that a reading is correct, and the named levels it is compared with.

use std::cmp::Ordering;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The probability between 0 and 1 that a reading is correct; ordered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(from = "f32", into = "f32")]
pub struct Confidence(f32);

impl Confidence {
    /// Certain: text from a text layer, which was never an image.
    pub const CERTAIN: Self = Self(1.0);
    /// Nothing is known.
    pub const NONE: Self = Self(0.0);

    /// Even odds: a reading below this is as likely wrong as correct.
    pub const UNKNOWN: Self = Self(0.5);
    /// Two agreeing passes below this are correct in 60 % of cases, and a conflicting engine below
    /// this is overridden (docs/CALIBRATION.md).
    pub const WEAK: Self = Self(0.7);
    /// The mean of an upright page: no upside-down page of the fixtures exceeded 0.6.
    pub const FAIR: Self = Self(0.8);
    /// Two agreeing passes from here on are correct in 95 % of cases (docs/CALIBRATION.md).
    pub const GOOD: Self = Self(0.9);
    /// Two agreeing passes from here on are correct in 99.8 % of cases, so they are accepted
    /// (docs/CALIBRATION.md).
    pub const SURE: Self = Self(0.95);
    /// Two agreeing passes from here on are as reliable as an agreeing barcode: 0.9999
    /// (docs/CALIBRATION.md).
    pub const CERTAIN_TWICE: Self = Self(0.999);

    /// Clamps to 0..=1; NaN becomes 0.
    pub const fn new(value: f32) -> Self {
        if value.is_nan() {
            Self::NONE
        } else {
            Self(value.clamp(0.0, 1.0))
        }
    }

    /// Rounded to four decimals, as in reports.
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
