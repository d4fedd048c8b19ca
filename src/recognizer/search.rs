//! The most probable value of a grammar within a place, and the runner-up: a beam over the automaton.
//!
//! Readings that differ only in separators or in the columns of their characters are the same value, so their
//! probabilities add. The margin between the first two values is what the network itself thinks of the choice.

use super::alphabet::BLANK;
use super::ctc::best_class;
use super::grammar::Automaton;
use super::locate::{FLOOR, Place};
use super::reading::LineReading;

/// How many hypotheses go on from one column to the next.
const BEAM: usize = 24;
/// Longest canonical value and longest print, in characters.
const LONGEST: usize = 24;

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

/// All readings of one value that can go on in the same way.
#[derive(Debug, Clone, Copy)]
struct Hypothesis {
    state: u16,
    last: u8,
    value: Short,
    /// Classes of the likeliest print among them, and how likely that one was when it joined.
    print: Short,
    print_weight: f32,
    blank: f32,
    char: f32,
}

impl Hypothesis {
    fn total(&self) -> f32 {
        log_add(self.blank, self.char)
    }
}

/// A value with its log-probability.
#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    /// The canonical value.
    pub text: String,
    /// The classes of its likeliest print.
    pub print: Vec<u8>,
    /// The logarithm of its probability within the place, the grammar's prices included.
    pub log_prob: f32,
}

/// ln(e^a + e^b).
fn log_add(a: f32, b: f32) -> f32 {
    let (high, low) = if a > b { (a, b) } else { (b, a) };
    if low == f32::NEG_INFINITY || high - low > 20.0 {
        high
    } else {
        high + (low - high).exp().ln_1p()
    }
}

/// Adds a hypothesis to those that are the same so far.
fn join(beam: &mut Vec<Hypothesis>, new: Hypothesis) {
    let same =
        |h: &&mut Hypothesis| h.state == new.state && h.last == new.last && h.value == new.value;
    match beam.iter_mut().find(same) {
        Some(old) => {
            if new.print_weight > old.print_weight {
                (old.print, old.print_weight) = (new.print, new.print_weight);
            }
            old.blank = log_add(old.blank, new.blank);
            old.char = log_add(old.char, new.char);
        }
        None => beam.push(new),
    }
}

/// The values of a place, likeliest first; at most one of each.
pub fn values(reading: &LineReading, automaton: &Automaton, place: &Place) -> Vec<Value> {
    let (first, last) = place.columns;
    let never = f32::NEG_INFINITY;
    let empty = Short::default();
    let start = Hypothesis {
        state: 0,
        last: BLANK,
        value: empty,
        print: empty,
        print_weight: 0.0,
        blank: 0.0,
        char: never,
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
    let mut values: Vec<(Short, Hypothesis, f32)> = Vec::new();
    for end in beam.iter().filter(|h| automaton.is_last(h.state)) {
        match values.iter_mut().find(|v| v.0 == end.value) {
            Some(v) => {
                if end.print_weight > v.1.print_weight {
                    v.1 = *end;
                }
                v.2 = log_add(v.2, end.total());
            }
            None => values.push((end.value, *end, end.total())),
        }
    }
    values.sort_by(|a, b| b.2.total_cmp(&a.2));
    let text = |short: &Short| short.as_bytes().iter().map(|b| char::from(*b)).collect();
    values
        .iter()
        .map(|(value, end, log_prob)| Value {
            text: text(value),
            print: end.print.as_bytes().to_vec(),
            log_prob: *log_prob,
        })
        .collect()
}

/// What a hypothesis becomes in the next column.
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
        // The same character twice needs a blank between.
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
            let print = hypothesis.print.with(step.class);
            let (state, last) = (step.next, step.class);
            let blank = f32::NEG_INFINITY;
            join(
                next,
                Hypothesis {
                    state,
                    last,
                    value,
                    print,
                    print_weight: weight,
                    blank,
                    char: weight,
                },
            );
        }
    }
}

/// Where the classes of a print stand in a place: the columns of each on the best path that reads just them.
pub fn align(reading: &LineReading, print: &[u8], place: &Place) -> Vec<(usize, usize)> {
    let (first, last) = place.columns;
    // States: blank, class, blank, class … blank.
    let class = |state: usize| {
        if state.is_multiple_of(2) {
            BLANK
        } else {
            print.get(state / 2).copied().unwrap_or(BLANK)
        }
    };
    let states = 2 * print.len() + 1;
    let never = f32::NEG_INFINITY;
    let mut scores = vec![never; states];
    let mut came: Vec<u8> = Vec::with_capacity(states * (last + 1 - first));
    for (t, row) in reading
        .rows()
        .skip(first)
        .take(last + 1 - first)
        .enumerate()
    {
        let before = scores.clone();
        for (state, score) in scores.iter_mut().enumerate() {
            // Before the first column only the first blank and the first character are open, at no cost.
            let from = |back: usize| match state.checked_sub(back) {
                _ if t == 0 => {
                    if state < 2 && back == 0 {
                        0.0
                    } else {
                        never
                    }
                }
                Some(s) => before.get(s).copied().unwrap_or(never),
                None => never,
            };
            let skip = state % 2 == 1 && state > 1 && class(state) != class(state - 2);
            let choices = [from(0), from(1), if skip { from(2) } else { never }];
            let back = (0..3)
                .max_by(|a, b| choices[*a].total_cmp(&choices[*b]).then(b.cmp(a)))
                .unwrap_or(0);
            *score = choices[back] + row.get(usize::from(class(state))).copied().unwrap_or(never);
            came.push(back as u8);
        }
    }
    let mut spans: Vec<Option<(usize, usize)>> = vec![None; print.len()];
    let mut state = states - 1;
    if states > 1 && scores[states - 2] > scores[states - 1] {
        state -= 1;
    }
    for (t, row) in came.chunks_exact(states).enumerate().rev() {
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
