//! Grammar matches: places in a line that the grammar of a number fits, each with its value, the
//! runner-up and the margin between them.

use std::ops::Range;

use super::ctc::{USUAL_PITCH, best_class};
use super::grammar::{Automaton, Grammar};
use super::groups::Groups;
use super::locate::{self, Place};
use super::reading::LineReading;
use super::search;
use crate::model::confidence::Confidence;

// Tuning. Costs and margins are differences of log-probabilities.

/// A match costs at most this much compared with the best free path.
const WORST: f32 = -12.0;
/// The margin if there is no second value at all.
const WIDEST_MARGIN: f32 = 30.0;
/// Characters further apart than this multiple of the median distance belong to different columns
/// of the page.
const WIDEST_GAP: f32 = 3.2;
/// Lines with fewer characters contain no number: each has at least this many digits.
const LEAST_CHARS: usize = 4;

/// A number in a line that a grammar fits.
#[derive(Debug, Clone, PartialEq)]
pub struct GrammarMatch {
    /// The grammar.
    pub grammar: Grammar,
    /// The value without separators: `IOE0912345678`, `LIN*001234567`, `A12345678`, `001234567890`.
    pub canonical: String,
    /// As it is printed, including look-alike characters: `I0E-09-123-45678`.
    pub printed: String,
    /// How many characters were corrected (`0` to `O`).
    pub repaired: usize,
    /// Its extent in pixels from the left edge of the strip.
    pub x: Range<f32>,
    /// Its columns in the output, first and last.
    pub columns: (usize, usize),
    /// The middle of each printed character, in pixels of the strip.
    pub middles: Vec<f32>,
    /// The log-probability of the value in its place.
    pub log_prob: f32,
    /// That log-probability minus that of the best free path through the same place: 0 where both
    /// read the same, at least −12.
    pub ratio: f32,
    /// The most probable other value of the grammar in the same place.
    pub runner_up: Option<String>,
    /// The log-probability of the value minus that of the runner-up; at most 30.
    pub margin: f32,
    /// The probability of each printed character.
    pub confidences: Vec<Confidence>,
}

impl LineReading {
    /// The places in the line that a grammar fits, from left to right; none overlap.
    ///
    /// A place begins and ends at word boundaries of the free reading, and has no group of digits
    /// next to it unless that is the next number, so no number is cut out of a longer one.
    pub fn find(&self, grammar: Grammar) -> Vec<GrammarMatch> {
        self.find_between(grammar, (0, self.columns()))
    }

    /// The best match of a grammar within a range of x, in pixels of the strip.
    pub fn best(&self, grammar: Grammar, x: Range<f32>) -> Option<GrammarMatch> {
        let found = self.find_between(grammar, (self.column(x.start), self.column(x.end)));
        found.into_iter().max_by(|a, b| a.ratio.total_cmp(&b.ratio))
    }

    fn find_between(&self, grammar: Grammar, columns: (usize, usize)) -> Vec<GrammarMatch> {
        if self.chars().len() < LEAST_CHARS {
            return Vec::new();
        }
        let groups = Groups::split(self);
        self.with_automaton(grammar, |automaton| {
            let are_whole = |columns| groups.are_whole(grammar, columns);
            let mut found: Vec<_> = locate::places(self, automaton, columns, WORST, are_whole)
                .iter()
                .filter_map(|place| self.describe(grammar, automaton, place))
                .collect();
            found.sort_by(|a, b| a.x.start.total_cmp(&b.x.start));
            found
        })
    }

    /// The match of a grammar in a place; `None` if it spans several columns of the page.
    fn describe(
        &self,
        grammar: Grammar,
        automaton: &Automaton,
        place: &Place,
    ) -> Option<GrammarMatch> {
        let values = search::values(self, automaton, place);
        let best = values.first()?;
        let spans = search::align(self, &best.print, place);
        let middles: Vec<f32> = spans.iter().map(|s| (s.0 + s.1 + 1) as f32 / 2.0).collect();
        let printed: String = best
            .print
            .iter()
            .filter_map(|class| self.alphabet().char(*class))
            .collect();
        let mut steps: Vec<f32> = middles.windows(2).map(|w| w[1] - w[0]).collect();
        steps.sort_by(f32::total_cmp);
        let pitch = steps.get(steps.len() / 2).copied().unwrap_or(USUAL_PITCH);
        let widest = steps.last().copied().unwrap_or(0.0);
        if widest > WIDEST_GAP * pitch {
            return None;
        }
        let (first, last) = place.columns;
        let free: f32 = self
            .rows()
            .skip(first)
            .take(last + 1 - first)
            .map(|row| best_class(row).1)
            .sum();
        let runner_up = values.get(1);
        Some(GrammarMatch {
            grammar,
            canonical: best.text.clone(),
            repaired: repaired(&printed, &best.text),
            printed,
            x: self.x_range(*middles.first()?, *middles.last()?, pitch),
            columns: place.columns,
            middles: middles.iter().map(|m| self.pixel(*m)).collect(),
            log_prob: best.log_prob,
            ratio: best.log_prob - free,
            runner_up: runner_up.map(|v| v.text.clone()),
            margin: runner_up.map_or(WIDEST_MARGIN, |v| {
                (best.log_prob - v.log_prob).min(WIDEST_MARGIN)
            }),
            confidences: best
                .print
                .iter()
                .zip(&spans)
                .map(|(class, span)| self.peak(*class, *span))
                .collect(),
        })
    }

    /// The highest probability of a class within columns.
    fn peak(&self, class: u8, (first, last): (usize, usize)) -> Confidence {
        let peak = self
            .rows()
            .skip(first)
            .take(last + 1 - first)
            .filter_map(|row| row.get(usize::from(class)))
            .copied()
            .fold(f32::NEG_INFINITY, f32::max);
        Confidence::new(peak.exp())
    }
}

/// How many characters of a value are printed as look-alikes.
fn repaired<'a>(printed: &'a str, canonical: &'a str) -> usize {
    let characters = |text: &'a str| text.chars().filter(|c: &char| c.is_ascii_alphanumeric());
    characters(printed)
        .zip(characters(canonical))
        .filter(|(a, b)| !a.eq_ignore_ascii_case(b))
        .count()
}
