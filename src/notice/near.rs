//! Finds numbers that differ in one character, without comparing each with each.
//!
//! Two texts are one change, insertion or deletion apart only if they become the same text when at
//! most one character is left out of each. Numbers are filed under all such texts; at most a few
//! hundred different numbers can share one of them.

use crate::identifier::IdentifierKind;
use crate::model::confidence::Confidence;
use crate::model::record::IdentifierRecord;

/// Places of records, sorted by hashes of what is left of their numbers without one character. What
/// is found is compared, so that two texts of one hash do no harm.
#[derive(Default)]
pub(super) struct Near(Vec<(u64, usize)>);

impl Near {
    /// Files records under their numbers.
    pub(super) fn of(records: &[IdentifierRecord]) -> Self {
        let mut filed = Vec::new();
        for (index, record) in records.iter().enumerate() {
            let keys = keys(record.kind, &record.value);
            filed.extend(keys.into_iter().map(|key| (key, index)));
        }
        filed.sort_unstable();
        Self(filed)
    }

    /// Whether another number of the kind differs in one character and was not read less surely.
    pub(super) fn has_stronger_twin(&self, records: &[IdentifierRecord], index: usize) -> bool {
        let Some(one) = records.get(index) else {
            return false;
        };
        let is_twin = |other: &IdentifierRecord| {
            other.kind == one.kind
                && other.value != one.value
                && weight(other) >= weight(one)
                && strsim::levenshtein(&other.value, &one.value) == 1
        };
        let keys = keys(one.kind, &one.value).into_iter();
        keys.flat_map(|key| self.under(key))
            .filter_map(|other| records.get(other))
            .any(is_twin)
    }

    /// The records that are filed under a key.
    fn under(&self, key: u64) -> impl Iterator<Item = usize> {
        let first = self.0.partition_point(|(filed, _)| *filed < key);
        let from_there = self.0.get(first..).unwrap_or_default();
        from_there
            .iter()
            .take_while(move |(filed, _)| *filed == key)
            .map(|(_, index)| *index)
    }
}

/// How much speaks for a number.
fn weight(record: &IdentifierRecord) -> (usize, Confidence) {
    (record.sightings.len(), record.confidence)
}

/// Odd, and with bits all over: the base of the hashes.
const BASE: u64 = 0x9e37_79b9_7f4a_7c15;

/// A number's keys: hashes of all of it, and of all of it but one character.
fn keys(kind: IdentifierKind, value: &str) -> Vec<u64> {
    // A polynomial in the base, so that the parts before and after a place can be put together.
    let digits = value
        .chars()
        .map(|character| u64::from(u32::from(character)) + 1);
    let mut whole = kind as u64 + 1;
    let mut places = Vec::with_capacity(value.len());
    for digit in digits {
        places.push((whole, digit));
        whole = whole.wrapping_mul(BASE).wrapping_add(digit);
    }
    let mut keys = vec![whole];
    let mut after = 0_u64;
    let mut scale = 1_u64;
    for (before, digit) in places.into_iter().rev() {
        keys.push(before.wrapping_mul(scale).wrapping_add(after));
        after = after.wrapping_add(digit.wrapping_mul(scale));
        scale = scale.wrapping_mul(BASE);
    }
    keys
}
