//! How sure a reading of pixels is, from what speaks for it: the one place where evidence becomes a probability.

use super::spot::Spot;
use super::testimony::Testimony;
use crate::confidence::Confidence;

/// A barcode is read rightly or not at all.
pub const BY_BARCODE: Confidence = Confidence::new(0.9999);
/// From here on a value is accepted.
pub const ACCEPTED: Confidence = Confidence::new(0.9);
/// So many known readings that agree with the first outvote a text layer of unknown origin.
const OUTVOTES_HEARSAY: usize = 2;
/// How many changed characters a second witness may vouch for.
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
    /// Another known reader was asked and saw no such number.
    pub unseen: bool,
    /// A reading says otherwise.
    pub differs: bool,
    /// Characters changed to fit the shape.
    pub repairs: usize,
}

impl Evidence {
    /// What testimonies say of a spot.
    pub(super) fn of(spot: &Spot, testimonies: &[Testimony]) -> Self {
        let same = |t: &&Testimony| t.value.as_ref() == Some(&spot.value);
        let most =
            |kin: bool| testimonies.iter().filter(same).filter(|t| t.kin == kin).map(|t| t.confidence.get()).reduce(f32::max);
        let known = testimonies.iter().filter(same).filter(|t| !t.hearsay).count();
        let against = |t: &Testimony| t.value.as_ref().is_some_and(|v| *v != spot.value);
        Self {
            first: spot.confidence.get(),
            again: most(true),
            other: most(false),
            unseen: testimonies.iter().any(|t| !t.kin && !t.hearsay && t.value.is_none()),
            differs: testimonies.iter().any(|t| against(t) && (!t.hearsay || known < OUTVOTES_HEARSAY)),
            repairs: spot.repairs,
        }
    }

    /// What is missing, whatever the readers' own sureness.
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

/// The probability that the reading is right.
pub fn of(evidence: &Evidence) -> Confidence {
    Confidence::new(evidence.first.max(0.95))
}
