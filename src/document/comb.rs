//! Numbers in boxes of one character each, as forms print them: joined to one word.

use crate::identifier::Prefix;
use crate::model::confidence::Confidence;
use crate::model::geometry::BoundingBox;
use crate::text::{TextLine, Word};

/// Fewer characters than this in a row are no number of ours.
const FEWEST: usize = 7;
/// Steps from character to character differ by at most this share of the first.
const EVEN: f32 = 0.15;
/// Steps in heights of the line's box.
const STEP: std::ops::Range<f32> = 0.5..3.5;
/// Gaps of spaced type in heights of the line's box.
const GAP: std::ops::Range<f32> = 0.15..1.2;

/// Letters and digits of a receipt number, whose boxes are at most this many heights of the line
/// apart.
const PREFIX_LETTERS: usize = 3;
const RECEIPT_DIGITS: usize = 10;
const PREFIX_GAP: f32 = 6.0;

/// The steps of a comb are longer than this many heights of its line.
const WIDE: f32 = 0.8;
/// Its boxes reach this many heights of the line beyond its characters.
const ROOM: f32 = 1.2;

/// Joins single characters that stand at even steps. `row` is ordered from left to right.
pub(super) fn join(row: Vec<Word>) -> Vec<Word> {
    let none = |at: usize| row.get(at..).is_none_or(|rest| comb(rest) < FEWEST);
    if (0..row.len()).all(none) {
        return row;
    }
    let mut joined: Vec<Word> = Vec::new();
    let mut rest = row.as_slice();
    while let Some((first, others)) = rest.split_first() {
        let length = comb(rest);
        if length < FEWEST {
            joined.push(first.clone());
            rest = others;
            continue;
        }
        let (teeth, behind) = rest.split_at(length);
        let mut all = prefix(&mut joined, teeth);
        all.extend_from_slice(teeth);
        let bounds = all.iter().fold(first.bounds, |b, w| b.union(&w.bounds));
        joined.push(Word {
            text: all.iter().map(|w| w.text.as_str()).collect(),
            bounds,
            confidence: Confidence::CERTAIN,
        });
        rest = behind;
    }
    joined
}

/// Takes the letters of a receipt number off the end of a row: those stand in a box of their own,
/// before the one of the ten digits.
fn prefix(row: &mut Vec<Word>, digits: &[Word]) -> Vec<Word> {
    let all = |words: &[Word]| -> String { words.iter().map(|w| w.text.as_str()).collect() };
    let is_digit = |w: &Word| w.text.bytes().all(|b| b.is_ascii_digit());
    let start = row.len().saturating_sub(PREFIX_LETTERS);
    let gap = match (row.last(), digits.first()) {
        (Some(last), Some(first)) => first.bounds.x0() - last.bounds.x1(),
        _ => f32::MAX,
    };
    let height = digits.first().map_or(0.0, |w| w.bounds.height());
    let known = || Prefix::known().any(|p| p.as_str() == all(&row[start..]));
    let whole = digits.len() == RECEIPT_DIGITS && digits.iter().all(is_digit);
    if whole && gap < PREFIX_GAP * height && known() {
        row.split_off(start)
    } else {
        Vec::new()
    }
}

/// Where a comb and its boxes lie.
pub(super) struct Comb(BoundingBox);

impl Comb {
    /// Whether a rule is one of its boxes' edges.
    pub(super) fn contains(&self, rule: &BoundingBox) -> bool {
        let room = ROOM * self.0.height();
        rule.x0() >= self.0.x0() - room
            && rule.x1() <= self.0.x1() + room
            && rule.y0() >= self.0.y0() - room
            && rule.y1() <= self.0.y1() + room
    }
}

/// The combs among lines of text: words that are much wider than their characters.
pub(super) fn boxes(lines: &[TextLine]) -> Vec<Comb> {
    let words = lines.iter().flat_map(|line| &line.words);
    let wide = |w: &&Word| {
        let step = w.bounds.width() / w.text.chars().count().max(1) as f32;
        w.text.len() >= FEWEST && step > WIDE * w.bounds.height()
    };
    words.filter(wide).map(|w| Comb(w.bounds)).collect()
}

/// How many words from the first on are single characters at even steps, or with even gaps between
/// them as spaced type has.
fn comb(words: &[Word]) -> usize {
    let center = |a: &Word, b: &Word| b.bounds.center().x - a.bounds.center().x;
    let gap = |a: &Word, b: &Word| b.bounds.x0() - a.bounds.x1();
    even(words, STEP, center).max(even(words, GAP, gap))
}

/// How many words from the first on are single characters with as much between any two, which is
/// within a range of heights of the line.
fn even(
    words: &[Word],
    range: std::ops::Range<f32>,
    between: impl Fn(&Word, &Word) -> f32,
) -> usize {
    let single = |w: &Word| {
        let mut chars = w.text.chars();
        chars
            .next()
            .is_some_and(|c| c.is_ascii_digit() || c.is_ascii_uppercase())
            && chars.next().is_none()
    };
    let step = |pair: &[Word]| match pair {
        [a, b] if single(a) && single(b) => Some(between(a, b)),
        _ => None,
    };
    let mut steps = words.windows(2).map(step);
    let Some(first) = steps.next().flatten() else {
        return usize::from(words.first().is_some_and(single));
    };
    let height = words.first().map_or(0.0, |w| w.bounds.height());
    if !range.contains(&(first / height)) {
        return 1;
    }
    let as_first = |step: &Option<f32>| step.is_some_and(|s| (s - first).abs() <= EVEN * first);
    2 + steps.take_while(as_first).count()
}

#[cfg(test)]
#[path = "comb_tests.rs"]
mod tests;
