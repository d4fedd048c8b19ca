//! How sure a reading of pixels is, from what speaks for it: the one place where evidence becomes a
//! probability.

use super::candidate::Candidate;
use crate::interpret::second_reading::SecondReading;
use crate::model::confidence::Confidence;

/// A barcode is read rightly or not at all.
pub const BY_BARCODE: Confidence = Confidence::new(0.9999);
/// The same number read at two places of a notice, nothing against it.
pub const AT_TWO_PLACES: Confidence = Confidence::new(0.9995);
/// The most that a value is believed whose place speaks against it: it may be read rightly and be
/// another number.
pub const OUT_OF_PLACE: Confidence = Confidence::new(0.6);
/// From here on a value is accepted: what is less sure would be wrong more often than once in
/// 10,000 (docs/CALIBRATION.md).
pub const ACCEPTED: Confidence = Confidence::new(0.995);

/// Two looks of one reader that are both so sure are believed against another reader that is not.
const SURE_PAIR: f32 = 0.99;
/// Another reader less sure than this is not.
const UNSURE: f32 = 0.7;
/// This many known readings that agree with the first outvote a text layer of unknown origin.
const OUTVOTES_HEARSAY: usize = 2;
/// How many changed characters a second rereader may vouch for.
const MOST_REPAIRS: usize = 3;

/// What speaks for and against a reading.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Evidence {
    /// How sure the first look was of its least sure character.
    pub first: f32,
    /// How sure the same reader was that saw it again in another preparation.
    pub again: Option<f32>,
    /// How sure another reader was that read the same.
    pub other: Option<f32>,
    /// A reading says otherwise.
    pub differs: bool,
    /// Characters changed to fit the shape.
    pub repairs: usize,
}

impl Evidence {
    /// What second_readings say of a candidate.
    pub(super) fn collect(candidate: &Candidate, second_readings: &[SecondReading]) -> Self {
        let same = |t: &&SecondReading| t.value.as_ref() == Some(&candidate.value);
        let most = |same_engine: bool| {
            second_readings
                .iter()
                .filter(same)
                .filter(|t| t.same_engine == same_engine)
                .map(|t| t.confidence.get())
                .reduce(f32::max)
        };
        let known = second_readings
            .iter()
            .filter(same)
            .filter(|t| !t.unknown_origin)
            .count();
        let pair = most(true).map_or(0.0, |again| again.min(candidate.confidence.get()));
        let outweighed = |t: &SecondReading| match (t.unknown_origin, t.same_engine) {
            (true, _) => known >= OUTVOTES_HEARSAY,
            (_, true) => false,
            _ => pair >= SURE_PAIR && candidate.repairs == 0 && t.confidence.get() < UNSURE,
        };
        let against = |t: &SecondReading| t.value.as_ref().is_some_and(|v| *v != candidate.value);
        Self {
            first: candidate.confidence.get(),
            again: most(true),
            other: most(false),
            differs: second_readings.iter().any(|t| against(t) && !outweighed(t)),
            repairs: candidate.repairs,
        }
    }

    /// What is missing, however confident the engines are.
    pub(super) fn lacks(&self) -> Option<&'static str> {
        if self.differs {
            Some("two readings differ")
        } else if self.again.is_none() && self.other.is_none() {
            Some("no second reading agrees")
        } else if self.repairs > MOST_REPAIRS {
            Some("too many characters had to be changed")
        } else {
            None
        }
    }
}

/// The probability that the reading is right. The steps are those that drawn notices showed,
/// rounded down; the table and the command that draws it anew are in docs/CALIBRATION.md.
pub fn score(evidence: &Evidence) -> Confidence {
    let pair = evidence.again.map(|again| again.min(evidence.first));
    let step = match (pair, evidence.other) {
        _ if evidence.differs => match (pair, evidence.other) {
            // The first reader is sure twice, and something else was read at the same place.
            (Some(pair), _) if pair >= SURE_PAIR => 0.9,
            (Some(_), Some(_)) => 0.8,
            (Some(_), None) | (None, Some(_)) => 0.6,
            (None, None) => 0.1,
        },
        (Some(pair), Some(_)) => {
            if pair >= 0.9 {
                0.9998
            } else {
                0.9995
            }
        }
        (None, Some(other)) => {
            if other.min(evidence.first) >= 0.9 {
                0.998
            } else {
                0.995
            }
        }
        (Some(pair), None) => match pair {
            p if p >= 0.999 => 0.9999,
            p if p >= 0.99 => 0.9995,
            p if p >= 0.95 => 0.998,
            p if p >= 0.9 => 0.95,
            p if p >= 0.7 => 0.8,
            _ => 0.6,
        },
        (None, None) => 0.3,
    };
    // A changed character is one that the reader saw as another.
    let doubt = [1.0, 0.999, 0.997]
        .get(evidence.repairs)
        .copied()
        .unwrap_or(0.9);
    Confidence::new(step * doubt)
}

#[cfg(test)]
#[path = "score_tests.rs"]
mod tests;
