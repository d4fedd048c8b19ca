//! Runs of digits in text that may hold one of the three numbers, however it is spelled.
//!
//! People form the names of files from numbers in any way: in groups, in brackets, with
//! underscores, in full-width digits. So a run goes on over whatever is neither letter nor digit,
//! but not over a slash, which ends a name or a part of a date.

use std::collections::{BTreeMap, HashSet};

use super::{HIDDEN, SHORTEST, SHOWN};
use crate::identifier::confusables::is_like_digit;
use crate::identifier::folding::{Folded, as_digit, fold};
use crate::identifier::shape::PREFIX_LETTERS;

/// Letters between two digits that may be misread digits.
const MOST_ALIKE: usize = 3;
/// Characters between the letters of a number and its digits.
const WIDEST_JOINT: usize = 3;
/// This many digits beside a whole number are a count or a copy, as in "(2)".
const MOST_BESIDE: usize = 2;

/// A digit of a run.
struct Digit {
    /// Which character of the text.
    at: usize,
    value: char,
    /// Whether it follows the digit before it at once, or over one separator that print has within
    /// numbers.
    joined: bool,
}

/// The text with every run hidden, but for its last four digits, that is long enough to be a
/// number.
pub(super) fn hide_numbers(text: &str) -> String {
    hide(text, hidden_by_length)
}

/// The digits of numbers that are looked for, by how many they are: a text is gone through once for
/// each length, however many numbers there are.
#[derive(Debug, Default)]
pub(super) struct OwnNumbers(BTreeMap<usize, HashSet<String>>);

impl FromIterator<String> for OwnNumbers {
    /// What is too short to be a number is left out.
    fn from_iter<T: IntoIterator<Item = String>>(all: T) -> Self {
        let mut own = Self::default();
        for digits in all.into_iter().filter(|digits| digits.len() >= SHORTEST) {
            own.0.entry(digits.len()).or_default().insert(digits);
        }
        own
    }
}

/// The text with all but the last four digits of these numbers hidden.
pub(super) fn hide_own_numbers(text: &str, own: &OwnNumbers) -> String {
    hide(text, |_, run| hidden_as_own(run, own))
}

/// Hides the digits of each run that `hidden` says, by their places in the run.
fn hide(text: &str, hidden: impl Fn(&[char], &[Digit]) -> Vec<usize>) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for run in runs(&chars) {
        let places: Vec<usize> = hidden(&chars, &run)
            .into_iter()
            .filter_map(|place| run.get(place).map(|digit| digit.at))
            .collect();
        for at in places {
            chars[at] = HIDDEN;
        }
    }
    chars.into_iter().collect()
}

/// What a character of a text is to a run of digits.
enum Part {
    Digit(char),
    /// Goes between digits.
    Gap,
    /// Ends a run.
    End,
}

fn part(chars: &[char], at: usize) -> Part {
    let c = chars[at];
    if c.is_numeric() || as_digit(c).is_some() {
        // A character that is some number, such as a Roman one, stands for a digit that nobody
        // looks for.
        return Part::Digit(as_digit(c).unwrap_or('?'));
    }
    if is_misread_digit(chars, at) {
        return Part::Digit('?');
    }
    if c.is_alphanumeric() || matches!(c, '/' | '\\' | '\n') {
        return Part::End;
    }
    Part::Gap
}

/// Whether a letter that looks like a digit stands between digits.
fn is_misread_digit(chars: &[char], at: usize) -> bool {
    let alike = |c: &&char| c.is_alphabetic() && is_like_digit(**c);
    let is_digit = |c: Option<&char>| c.is_some_and(|c| as_digit(*c).is_some());
    // No more are looked at than may be: a text may hold nothing else.
    let before = chars[..at].iter().rev().take(MOST_ALIKE + 1);
    let before = before.take_while(alike).count();
    let behind = chars[at..].iter().take(MOST_ALIKE + 1);
    let behind = behind.take_while(alike).count();
    behind > 0
        && before + behind <= MOST_ALIKE
        && is_digit(at.checked_sub(before + 1).and_then(|i| chars.get(i)))
        && is_digit(chars.get(at + behind))
}

/// The runs of digits of a text.
fn runs(chars: &[char]) -> Vec<Vec<Digit>> {
    let mut runs: Vec<Vec<Digit>> = Vec::new();
    let mut run: Vec<Digit> = Vec::new();
    for at in 0..chars.len() {
        match part(chars, at) {
            Part::Digit(value) => {
                let joined = run
                    .last()
                    .is_some_and(|last| is_joint(&chars[last.at + 1..at]));
                run.push(Digit { at, value, joined });
            }
            Part::Gap => {}
            Part::End => runs.push(std::mem::take(&mut run)),
        }
    }
    runs.push(run);
    runs.retain(|run| run.len() >= SHORTEST);
    runs
}

/// Whether print has this between the digits of one number.
fn is_joint(between: &[char]) -> bool {
    match between {
        [] => true,
        [c] => match fold(*c) {
            Folded::Same => matches!(c, ' ' | '-' | '_' | '.'),
            Folded::Exact(seen) | Folded::Likely(seen) => matches!(seen, ' ' | '-' | '.'),
            Folded::Invisible => true,
        },
        _ => false,
    }
}

/// Hides a run but for its last four digits. Where it is made of whole numbers and of little beside
/// them, each of these keeps its own last four.
fn hidden_by_length(chars: &[char], run: &[Digit]) -> Vec<usize> {
    let pieces = pieces(run);
    let is_whole = |piece: &&(usize, usize)| is_whole(chars, run, **piece);
    let beside = |piece: &(usize, usize)| piece.1 - piece.0;
    let others: usize = pieces.iter().filter(|p| !is_whole(p)).map(beside).sum();
    let whole: Vec<(usize, usize)> = pieces.iter().filter(is_whole).copied().collect();
    let shortened = if whole.is_empty() || others > MOST_BESIDE {
        vec![(0, run.len())]
    } else {
        whole
    };
    shortened
        .into_iter()
        .flat_map(|(start, end)| start..end - SHOWN)
        .collect()
}

/// The parts of a run within which its digits are joined, by first place and end.
fn pieces(run: &[Digit]) -> Vec<(usize, usize)> {
    let mut pieces: Vec<(usize, usize)> = Vec::new();
    for (place, digit) in run.iter().enumerate() {
        match pieces.last_mut() {
            Some((_, end)) if digit.joined => *end = place + 1,
            _ => pieces.push((place, place + 1)),
        }
    }
    pieces
}

/// Whether a piece can only be a number from its first digit to its last: the longest form of each
/// of the three.
fn is_whole(chars: &[char], run: &[Digit], (start, end): (usize, usize)) -> bool {
    let letters = letters_before(&chars[..run[start].at]);
    match end - start {
        12 => true,
        10 => letters.len() == PREFIX_LETTERS,
        9 => matches!(letters, ['A' | 'a']),
        _ => false,
    }
}

/// The letters right in front of a number, over a sign or a separator; of more than a receipt
/// number has, the last ones.
fn letters_before(before: &[char]) -> &[char] {
    let joint = |c: &&char| !c.is_alphanumeric() && !matches!(c, '/' | '\\');
    let joints = before.iter().rev().take(WIDEST_JOINT + 1);
    let joints = joints.take_while(joint).count();
    if joints > WIDEST_JOINT {
        return &[];
    }
    let behind = before.len() - joints;
    let letters = before[..behind].iter().rev().take(PREFIX_LETTERS + 1);
    let letters = letters.take_while(|c| c.is_alphabetic()).count();
    &before[behind - letters..behind]
}

/// Hides where a run says one of these numbers, with the zeros that pad it.
fn hidden_as_own(run: &[Digit], own: &OwnNumbers) -> Vec<usize> {
    // All of them ASCII.
    let digits: String = run.iter().map(|digit| digit.value).collect();
    let mut hidden = vec![false; digits.len()];
    for (length, numbers) in &own.0 {
        for end in *length..=digits.len() {
            let start = end - length;
            if !digits.get(start..end).is_some_and(|w| numbers.contains(w)) {
                continue;
            }
            hidden[start..end - SHOWN].fill(true);
            // Behind a zero that is hidden all are.
            let is_padding = |at: &usize| digits.as_bytes()[*at] == b'0';
            for zero in (0..start).rev().take_while(is_padding) {
                if std::mem::replace(&mut hidden[zero], true) {
                    break;
                }
            }
        }
    }
    let places = hidden.iter().enumerate();
    places
        .filter_map(|(place, is)| is.then_some(place))
        .collect()
}

#[cfg(test)]
#[path = "runs_tests.rs"]
mod tests;
