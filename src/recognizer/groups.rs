//! Groups of digits side by side in a line: where one number ends among them and the next may begin.
//!
//! A number cut out of a longer run of groups would be false, so a number in groups has no other group one space away. One
//! thing lifts this: a number that begins with letters says itself where it ends, and what follows it is then judged by
//! itself, if it is a whole number too. Between digits and digits nothing marks the joint.

use std::ops::Range;

use super::ctc::FreeChar;
use super::grammar::Grammar;
use super::reading::LineReading;
use crate::identifier::confusables::is_like_digit;

/// Words that a number in groups is printed in, at most: `A`, or `EAC`, and its groups.
const MOST_WORDS: usize = 4;

/// A word of the free reading.
struct Word {
    /// Its characters among those of the line.
    chars: Range<usize>,
    /// First and last column.
    columns: (usize, usize),
    /// Two to four digits, or what looks like them.
    is_group: bool,
}

/// The words of a line and the numbers that they make as they are read freely, each as a range of words.
pub struct Groups {
    words: Vec<Word>,
    /// Receipt numbers and A-Numbers.
    lettered: Vec<Range<usize>>,
    /// Account numbers.
    unlettered: Vec<Range<usize>>,
}

impl Groups {
    /// Splits the line's free reading.
    pub fn of(reading: &LineReading) -> Self {
        let words = words(reading.chars());
        let mut groups = Self {
            words,
            lettered: Vec::new(),
            unlettered: Vec::new(),
        };
        // Without two groups in a row nobody will ask.
        if groups
            .words
            .windows(2)
            .any(|pair| pair.iter().all(|word| word.is_group))
        {
            for grammar in [Grammar::ReceiptNumber, Grammar::ANumber] {
                groups.lettered.extend(groups.numbers(reading, grammar));
            }
            groups.unlettered = groups.numbers(reading, Grammar::AccountNumber);
        }
        groups
    }

    /// Whether a grammar's number in these columns is whole: no piece of a longer run of groups.
    pub fn are_whole(&self, grammar: Grammar, columns: (usize, usize)) -> bool {
        let first = self
            .words
            .partition_point(|word| word.columns.1 < columns.0);
        let behind = self
            .words
            .partition_point(|word| word.columns.0 <= columns.1);
        // In one piece, a number ends where its word ends.
        if behind < first + 2 {
            return true;
        }
        let is_group = |index: Option<usize>| {
            index
                .and_then(|i| self.words.get(i))
                .is_some_and(|word| word.is_group)
        };
        let is_lettered = matches!(grammar, Grammar::ReceiptNumber | Grammar::ANumber);
        // In front of a value that begins with letters digits are another cell's.
        let begins = is_lettered
            || !is_group(first.checked_sub(1))
            || self.lettered.iter().any(|n| n.end == first);
        // The groups of an A-Number and three digits behind it are twelve digits too.
        let is_cut = !is_lettered
            && self
                .lettered
                .iter()
                .any(|n| n.start < first && first < n.end);
        let another = || {
            self.unlettered
                .iter()
                .any(|n| n.start == behind && !is_group(Some(n.end)))
        };
        let ends =
            !is_group(Some(behind)) || (self.lettered.contains(&(first..behind)) && another());
        begins && ends && !is_cut
    }

    /// Runs of words that are a number as they stand.
    fn numbers(&self, reading: &LineReading, grammar: Grammar) -> Vec<Range<usize>> {
        let chars = reading.chars();
        let spans = (0..self.words.len())
            .flat_map(|first| (1..=MOST_WORDS).map(move |count| first..first + count));
        let text = |span: &Range<usize>| {
            let words = self.words.get(span.clone())?;
            chars.get(words.first()?.chars.start..words.last()?.chars.end)
        };
        reading.with_automaton(grammar, |automaton| {
            spans
                .filter(|span| {
                    text(span).is_some_and(|text| automaton.fits(text.iter().map(|c| c.class)))
                })
                .collect()
        })
    }
}

/// Splits characters at spaces.
fn words(chars: &[FreeChar]) -> Vec<Word> {
    let mut words = Vec::new();
    let mut at = 0;
    for word in chars.split(|c| c.char == ' ') {
        if let (Some(first), Some(last)) = (word.first(), word.last()) {
            let is_group = (2..=4).contains(&word.len())
                && word.iter().all(|c| is_like_digit(c.char))
                && word.iter().any(|c| c.char.is_ascii_digit());
            words.push(Word {
                chars: at..at + word.len(),
                columns: (first.columns.0, last.columns.1),
                is_group,
            });
        }
        at += word.len() + 1;
    }
    words
}
