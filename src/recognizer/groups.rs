//! Digit groups next to each other in a line: where one number ends and the next may begin.
//!
//! A number cut out of a longer run of groups would be wrong, so a grouped number must have no
//! other group one space away. There is one exception: the length of a number that begins with
//! letters is known, so what follows it may be another number, if it is complete too. Between two
//! numbers of digits alone, nothing marks the boundary.

use std::ops::Range;

use super::ctc::FreeChar;
use super::grammar::Grammar;
use super::reading::LineReading;
use crate::identifier::confusables::is_like_digit;

/// Most words of a grouped number: `A` or `EAC`, and its groups.
const MOST_WORDS: usize = 4;
/// Digits of a group.
const GROUP_DIGITS: std::ops::RangeInclusive<usize> = 2..=4;

/// A word of the free reading.
struct Word {
    /// The indices of its characters in the line.
    chars: Range<usize>,
    /// First and last column.
    columns: (usize, usize),
    /// Two to four digits or characters that look like them.
    is_group: bool,
}

/// The words of a line, and the numbers in its free reading, each as a range of words.
pub(super) struct Groups {
    words: Vec<Word>,
    /// Receipt numbers and A-Numbers.
    lettered: Vec<Range<usize>>,
    /// Account numbers.
    unlettered: Vec<Range<usize>>,
}

impl Groups {
    /// Splits the line's free reading.
    pub(super) fn split(reading: &LineReading) -> Self {
        let mut groups = Self {
            words: words(reading.chars()),
            lettered: Vec::new(),
            unlettered: Vec::new(),
        };
        // The numbers are needed only if there are two groups in a row.
        let mut pairs = groups.words.windows(2);
        if pairs.any(|pair| pair.iter().all(|word| word.is_group)) {
            for grammar in [Grammar::ReceiptNumber, Grammar::ANumber] {
                groups.lettered.extend(groups.numbers(reading, grammar));
            }
            groups.unlettered = groups.numbers(reading, Grammar::AccountNumber);
        }
        groups
    }

    /// Whether a grammar's number in these columns is complete, not part of a longer run of groups.
    pub(super) fn are_whole(&self, grammar: Grammar, columns: (usize, usize)) -> bool {
        let first = self
            .words
            .partition_point(|word| word.columns.1 < columns.0);
        let end = self
            .words
            .partition_point(|word| word.columns.0 <= columns.1);
        // A number of one word ends where its word ends.
        if end < first + 2 {
            return true;
        }
        let is_lettered = matches!(grammar, Grammar::ReceiptNumber | Grammar::ANumber);
        // Digits before a value that begins with letters belong to another field.
        let begins = is_lettered
            || first == 0
            || !self.is_group(first - 1)
            || self.lettered.iter().any(|n| n.end == first);
        // The groups of an A-Number and three digits after it are twelve digits too.
        let is_cut = !is_lettered
            && self
                .lettered
                .iter()
                .any(|n| n.start < first && first < n.end);
        let ends = !self.is_group(end)
            || (self.lettered.contains(&(first..end)) && self.account_number_at(end));
        begins && ends && !is_cut
    }

    /// Whether a word is a group of digits.
    fn is_group(&self, index: usize) -> bool {
        self.words.get(index).is_some_and(|word| word.is_group)
    }

    /// Whether a complete account number begins with a word.
    fn account_number_at(&self, start: usize) -> bool {
        self.unlettered
            .iter()
            .any(|n| n.start == start && !self.is_group(n.end))
    }

    /// Runs of words whose free reading a grammar fits.
    fn numbers(&self, reading: &LineReading, grammar: Grammar) -> Vec<Range<usize>> {
        let spans = (0..self.words.len())
            .flat_map(|first| (1..=MOST_WORDS).map(move |count| first..first + count));
        reading.with_automaton(grammar, |automaton| {
            spans
                .filter(|span| {
                    self.chars_of(reading, span)
                        .is_some_and(|chars| automaton.fits(chars.iter().map(|c| c.class)))
                })
                .collect()
        })
    }

    /// The characters of a run of words, with the spaces between them.
    fn chars_of<'a>(
        &self,
        reading: &'a LineReading,
        span: &Range<usize>,
    ) -> Option<&'a [FreeChar]> {
        let words = self.words.get(span.clone())?;
        reading
            .chars()
            .get(words.first()?.chars.start..words.last()?.chars.end)
    }
}

/// Splits characters at spaces.
fn words(chars: &[FreeChar]) -> Vec<Word> {
    let mut words = Vec::new();
    let mut at = 0;
    for word in chars.split(|c| c.char == ' ') {
        if let (Some(first), Some(last)) = (word.first(), word.last()) {
            let is_group = GROUP_DIGITS.contains(&word.len())
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
