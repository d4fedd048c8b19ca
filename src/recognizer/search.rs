//! CTC prefix beam search over a grammar's automaton: the most probable value in a place, and the
//! runner-up.
//!
//! Readings that differ only in separators or in the columns of their characters are the same
//! value, so their probabilities are added. The margin between the first two values is the
//! network's own measure of how sure the choice is.

use super::alphabet::BLANK;
use super::ctc::best_class;
use super::grammar::Automaton;
use super::locate::{FLOOR, Place};
use super::reading::LineReading;

/// Beam width: hypotheses that continue from one column to the next.
const BEAM: usize = 24;
/// Longest canonical value and longest print, in characters.
const LONGEST: usize = 24;
/// A log-probability lower than another by more than this adds nothing to it in 32 bits.
const NEGLIGIBLE: f32 = 20.0;

/// A short string on the stack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Short {
    bytes: [u8; LONGEST],
    len: u8,
}

impl Short {
    fn with(mut self, byte: u8) -> Self {
        if let Some(place) = self.bytes.get_mut(usize::from(self.len)) {
            *place = byte;
            self.len += 1;
        }
        self
    }

    fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..usize::from(self.len)).unwrap_or_default()
    }
}

/// All readings of one value that can continue in the same way.
#[derive(Debug, Clone, Copy)]
struct Hypothesis {
    state: u16,
    last: u8,
    value: Short,
    /// Classes of the most probable print among them, and its log-probability when it joined.
    print: Short,
    print_weight: f32,
    /// Log-probability of those that end with a blank.
    blank: f32,
    /// Log-probability of those that end with a character.
    char: f32,
}

impl Hypothesis {
    fn total(&self) -> f32 {
        log_add(self.blank, self.char)
    }
}

/// A value with its log-probability.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Value {
    /// The canonical value.
    pub text: String,
    /// The classes of its most probable print.
    pub print: Vec<u8>,
    /// Its log-probability in the place, including the grammar's prices.
    pub log_prob: f32,
}

/// ln(e^a + e^b).
fn log_add(a: f32, b: f32) -> f32 {
    let (high, low) = if a > b { (a, b) } else { (b, a) };
    if low == f32::NEG_INFINITY || high - low > NEGLIGIBLE {
        high
    } else {
        high + (low - high).exp().ln_1p()
    }
}

/// Adds a hypothesis to the beam, merging it with the one that is the same so far.
fn join(beam: &mut Vec<Hypothesis>, new: Hypothesis) {
    let same = beam
        .iter_mut()
        .find(|h| h.state == new.state && h.last == new.last && h.value == new.value);
    match same {
        Some(old) => {
            if new.print_weight > old.print_weight {
                old.print = new.print;
                old.print_weight = new.print_weight;
            }
            old.blank = log_add(old.blank, new.blank);
            old.char = log_add(old.char, new.char);
        }
        None => beam.push(new),
    }
}

/// The values in a place, most probable first; each at most once.
pub(super) fn values(reading: &LineReading, automaton: &Automaton, place: &Place) -> Vec<Value> {
    let (first, last) = place.columns;
    let start = Hypothesis {
        state: 0,
        last: BLANK,
        value: Short::default(),
        print: Short::default(),
        print_weight: 0.0,
        blank: 0.0,
        char: f32::NEG_INFINITY,
    };
    let mut beam = vec![start];
    let mut next = Vec::new();
    for row in reading.rows().skip(first).take(last + 1 - first) {
        next.clear();
        for hypothesis in &beam {
            extend(hypothesis, row, automaton, &mut next);
        }
        if next.len() > BEAM {
            next.sort_by(|a, b| b.total().total_cmp(&a.total()));
            next.truncate(BEAM);
        }
        std::mem::swap(&mut beam, &mut next);
    }
    let mut ends: Vec<(Hypothesis, f32)> = Vec::new();
    for end in beam.iter().filter(|h| automaton.is_last(h.state)) {
        match ends.iter_mut().find(|(h, _)| h.value == end.value) {
            Some((best, log_prob)) => {
                if end.print_weight > best.print_weight {
                    *best = *end;
                }
                *log_prob = log_add(*log_prob, end.total());
            }
            None => ends.push((*end, end.total())),
        }
    }
    ends.sort_by(|a, b| b.1.total_cmp(&a.1));
    ends.iter()
        .map(|(end, log_prob)| Value {
            text: end
                .value
                .as_bytes()
                .iter()
                .map(|b| char::from(*b))
                .collect(),
            print: end.print.as_bytes().to_vec(),
            log_prob: *log_prob,
        })
        .collect()
}

/// Extends a hypothesis by a column.
fn extend(hypothesis: &Hypothesis, row: &[f32], automaton: &Automaton, next: &mut Vec<Hypothesis>) {
    let p = |class: u8| {
        row.get(usize::from(class))
            .copied()
            .unwrap_or(f32::NEG_INFINITY)
    };
    let floor = best_class(row).1 + FLOOR;
    let total = hypothesis.total();
    let again = hypothesis.char + p(hypothesis.last);
    join(
        next,
        Hypothesis {
            blank: total + p(BLANK),
            char: again,
            ..*hypothesis
        },
    );
    for step in automaton
        .steps(hypothesis.state)
        .iter()
        .filter(|s| p(s.class) > floor)
    {
        // The same character twice needs a blank in between.
        let from = if step.class == hypothesis.last {
            hypothesis.blank
        } else {
            total
        };
        let weight = from + p(step.class) + step.price;
        if weight > f32::NEG_INFINITY {
            let value = if step.adds == 0 {
                hypothesis.value
            } else {
                hypothesis.value.with(step.adds)
            };
            join(
                next,
                Hypothesis {
                    state: step.next,
                    last: step.class,
                    value,
                    print: hypothesis.print.with(step.class),
                    print_weight: weight,
                    blank: f32::NEG_INFINITY,
                    char: weight,
                },
            );
        }
    }
}

/// CTC forced alignment of a print (Viterbi): the columns of each of its classes on the best path
/// that reads exactly them.
pub(super) fn align(reading: &LineReading, print: &[u8], place: &Place) -> Vec<(usize, usize)> {
    let (first, last) = place.columns;
    let columns = last + 1 - first;
    let states = 2 * print.len() + 1;
    let mut scores = vec![f32::NEG_INFINITY; states];
    // How many states back the best path to each state came from, column by column.
    let mut back: Vec<u8> = Vec::with_capacity(states * columns);
    for (t, row) in reading.rows().skip(first).take(columns).enumerate() {
        let before = scores.clone();
        for (state, score) in scores.iter_mut().enumerate() {
            let (from, best) = if t == 0 {
                // A path begins with the first blank or the first character.
                (0, if state < 2 { 0.0 } else { f32::NEG_INFINITY })
            } else {
                best_step(&before, state, can_skip(print, state))
            };
            let class = class_of(print, state);
            *score = best
                + row
                    .get(usize::from(class))
                    .copied()
                    .unwrap_or(f32::NEG_INFINITY);
            back.push(from);
        }
    }
    let mut spans: Vec<Option<(usize, usize)>> = vec![None; print.len()];
    let mut state = states - 1;
    if states > 1 && scores[states - 2] > scores[states - 1] {
        state -= 1;
    }
    for (t, row) in back.chunks_exact(states).enumerate().rev() {
        if let Some(span) = spans.get_mut(state / 2).filter(|_| state % 2 == 1) {
            *span = Some((first + t, span.map_or(first + t, |s| s.1)));
        }
        state = state.saturating_sub(usize::from(row[state]));
    }
    spans
        .into_iter()
        .map(|s| s.unwrap_or((first, first)))
        .collect()
}

/// The class of a state of the alignment: blank, class, blank, class … blank.
fn class_of(print: &[u8], state: usize) -> u8 {
    if state.is_multiple_of(2) {
        BLANK
    } else {
        print.get(state / 2).copied().unwrap_or(BLANK)
    }
}

/// Whether the blank before a state may be left out: between two different characters.
fn can_skip(print: &[u8], state: usize) -> bool {
    state % 2 == 1 && state > 1 && class_of(print, state) != class_of(print, state - 2)
}

/// How many states back the best path to a state comes from, and its score.
fn best_step(before: &[f32], state: usize, can_skip: bool) -> (u8, f32) {
    let mut best = (0, before[state]);
    for back in 1..=(if can_skip { 2 } else { 1 }) {
        let score = state
            .checked_sub(back)
            .map_or(f32::NEG_INFINITY, |s| before[s]);
        if score.total_cmp(&best.1).is_gt() {
            best = (back as u8, score);
        }
    }
    best
}
