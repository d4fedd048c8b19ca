//! A line as words in which numbers of ours stand as their grammars read them, everything else as
//! it is read freely.

use super::ctc::{self, FreeChar, FreeWord};
use super::find::GrammarMatch;
use super::grammar::Grammar;
use super::reading::LineReading;
use crate::model::confidence::Confidence;

/// A match that costs more than this against the free reading is none: the line says something else
/// there.
const WORST_RATIO: f32 = -9.0;
/// The grammars in the order in which they claim places that fit them equally well.
const GRAMMARS: [Grammar; 3] = [
    Grammar::ReceiptNumber,
    Grammar::AccountNumber,
    Grammar::ANumber,
];

impl LineReading {
    /// The numbers of ours in the line, best first, none overlapping.
    pub fn numbers(&self) -> Vec<GrammarMatch> {
        let mut found: Vec<GrammarMatch> =
            GRAMMARS.into_iter().flat_map(|g| self.find(g)).collect();
        found.retain(|m| m.ratio > WORST_RATIO && m.repaired * 3 <= m.canonical.len());
        found.sort_by(|a, b| b.ratio.total_cmp(&a.ratio));
        let mut kept: Vec<GrammarMatch> = Vec::new();
        for number in found {
            if kept
                .iter()
                .all(|k| k.columns.1 < number.columns.0 || number.columns.1 < k.columns.0)
            {
                kept.push(number);
            }
        }
        kept
    }

    /// The words of the line from left to right. The words of a number have the number's
    /// confidence: how much more likely its value is than any other of its grammar.
    pub fn words(&self) -> Vec<FreeWord> {
        let numbers = self.numbers();
        let number_at = |c: &FreeChar| {
            numbers
                .iter()
                .position(|n| n.columns.0 <= c.columns.1 && c.columns.0 <= n.columns.1)
        };
        let pitch = ctc::pitch(self.chars()).unwrap_or(4.0);
        let free = self
            .chars()
            .chunk_by(|a, b| a.char != ' ' && b.char != ' ' && number_at(a) == number_at(b));
        let mut words: Vec<FreeWord> = free
            .filter(|chars| {
                chars
                    .iter()
                    .all(|c| c.char != ' ' && number_at(c).is_none())
            })
            .map(|chars| ctc::word(self, chars, pitch))
            .collect();
        words.extend(numbers.iter().flat_map(number_words));
        words.sort_by(|a, b| a.x.start.total_cmp(&b.x.start));
        words
    }
}

/// The words that a number is printed in.
fn number_words(number: &GrammarMatch) -> Vec<FreeWord> {
    let confidence = Confidence::new(1.0 / (1.0 + (-number.margin).exp()));
    let half = (number.x.end - number.x.start) / (2.0 * number.middles.len().max(1) as f32);
    let chars: Vec<(char, f32)> = number
        .printed
        .chars()
        .zip(number.middles.iter().copied())
        .collect();
    let words = chars.split(|(c, _)| *c == ' ').filter(|w| !w.is_empty());
    words
        .map(|word| {
            let first = word.first().map_or(0.0, |c| c.1);
            let last = word.last().map_or(0.0, |c| c.1);
            FreeWord {
                text: word.iter().map(|c| c.0).collect(),
                x: first - half..last + half,
                confidence,
            }
        })
        .collect()
}
