//! Grammar search: where along a line a grammar fits, by a beam search through its automaton.
//!
//! The cost of a column is the log-probability of the grammar's class minus that of the most
//! probable class, so a path that agrees with the free reading costs nothing wherever it begins.
//! Paths begin and end only at word boundaries of the free reading: a number cut out of a longer
//! run of characters is not a number.

use super::alphabet::BLANK;
use super::ctc::{FreeChar, USUAL_PITCH, best_class, pitch};
use super::grammar::Automaton;
use super::reading::LineReading;

// Tuning. Costs are differences of log-probabilities.

/// Classes whose log-probability is lower than that of the most probable one by more than this are
/// left out.
pub(super) const FLOOR: f32 = -9.0;
/// Characters further apart than this multiple of the median distance belong to two words, even if
/// no space was read between them.
const WORD_GAP: f32 = 1.9;
/// Costs that differ by no more than this are equal.
const EQUAL: f32 = 1.0;
/// Beam width: paths that continue from one column to the next.
const MOST_PATHS: usize = 160;

/// Part of a line that a grammar fits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Place {
    /// Its columns, from the first character's first to the last character's last.
    pub columns: (usize, usize),
    /// The cost of the best path through it, compared with the free one.
    pub cost: f32,
}

/// A path so far.
#[derive(Debug, Clone, Copy)]
struct Path {
    state: u16,
    class: u8,
    start: usize,
    cost: f32,
}

/// Keeps the best of the paths that can continue in the same way (of two equal ones, the one that
/// began first), and only the best of all: where the network is undecided, everything fits a
/// little.
fn prune(paths: &mut Vec<Path>) {
    paths.sort_unstable_by(|a, b| {
        (a.state, a.class)
            .cmp(&(b.state, b.class))
            .then(b.cost.total_cmp(&a.cost))
            .then(a.start.cmp(&b.start))
    });
    paths.dedup_by_key(|p| (p.state, p.class));
    if paths.len() > MOST_PATHS {
        paths.select_nth_unstable_by(MOST_PATHS, |a, b| b.cost.total_cmp(&a.cost));
        paths.truncate(MOST_PATHS);
    }
}

/// The word boundaries of the free reading: for each column, whether a number may begin with a
/// character there, and whether it may end with one there.
struct Boundaries {
    begin: Vec<bool>,
    end: Vec<bool>,
}

impl Boundaries {
    fn find(reading: &LineReading) -> Self {
        let chars = reading.chars();
        let pitch = pitch(chars).unwrap_or(USUAL_PITCH);
        let columns = reading.columns();
        let mut begin = vec![true; columns];
        let mut end = vec![true; columns];
        for (t, (begin, end)) in begin.iter_mut().zip(&mut end).enumerate() {
            let before = chars.partition_point(|c| c.columns.1 < t);
            let within = chars.get(before).is_some_and(|c| c.columns.0 <= t);
            let after = (before + usize::from(within)).min(chars.len());
            let at = t as f32 + 0.5;
            *begin = is_boundary(chars[..before].iter().rev(), at, pitch, true);
            *end = is_boundary(chars[after..].iter(), at, pitch, false);
        }
        Self { begin, end }
    }
}

/// Whether there may be a word boundary between a column and the characters from there outward.
fn is_boundary<'a>(
    mut outward: impl Iterator<Item = &'a FreeChar>,
    at: f32,
    pitch: f32,
    before: bool,
) -> bool {
    let Some(next) = outward.next() else {
        return true;
    };
    match next.char {
        ' ' => true,
        _ if (next.middle() - at).abs() > WORD_GAP * pitch => true,
        c if c.is_alphanumeric() => false,
        // `#`, `:` and brackets precede numbers.
        '#' | ':' | '(' | ')' | '\'' => true,
        // A hyphen, slash, period, comma or asterisk belongs to the number if a character follows
        // directly.
        _ => !outward
            .next()
            .is_some_and(|c| c.char.is_alphanumeric() || (before && c.char == '$')),
    }
}

/// The places in `columns` that the automaton fits at a cost of no less than `worst` (below zero)
/// and that `are_whole`, best first, none overlapping.
pub(super) fn places(
    reading: &LineReading,
    automaton: &Automaton,
    columns: (usize, usize),
    worst: f32,
    are_whole: impl Fn((usize, usize)) -> bool,
) -> Vec<Place> {
    let boundaries = Boundaries::find(reading);
    let mut paths = Vec::new();
    let mut next = Vec::new();
    let mut found: Vec<Place> = Vec::new();
    for (t, row) in reading
        .rows()
        .enumerate()
        .skip(columns.0)
        .take(columns.1.saturating_sub(columns.0))
    {
        let top = best_class(row).1;
        let cost = |class: u8| {
            row.get(usize::from(class))
                .map_or(f32::NEG_INFINITY, |p| p - top)
        };
        next.clear();
        advance(&paths, automaton, worst, cost, &mut next);
        if boundaries.begin[t] {
            let path = Path {
                state: 0,
                class: BLANK,
                start: t,
                cost: 0.0,
            };
            step(&path, automaton, worst, cost, &mut next);
        }
        prune(&mut next);
        if boundaries.end[t] {
            let ends = next
                .iter()
                .filter(|p| p.class != BLANK && automaton.is_last(p.state));
            found.extend(ends.map(|path| Place {
                columns: (path.start, t),
                cost: path.cost,
            }));
        }
        std::mem::swap(&mut paths, &mut next);
    }
    without_overlaps(found, are_whole)
}

/// The best of overlapping places that are whole, best first.
fn without_overlaps(
    mut found: Vec<Place>,
    are_whole: impl Fn((usize, usize)) -> bool,
) -> Vec<Place> {
    // Of equally good places, the longest: a run of columns is one character, and 9 digits are not
    // 8.
    found.sort_by(|a, b| {
        b.cost
            .total_cmp(&a.cost)
            .then_with(|| length(b).cmp(&length(a)))
    });
    let mut kept: Vec<Place> = Vec::new();
    let mut refused: Vec<Place> = Vec::new();
    for place in found {
        // If what reads best is not a complete number, nothing that reads worse is a number there.
        let is_taken = kept.iter().any(|k| overlap(k, &place))
            || refused
                .iter()
                .any(|r| overlap(r, &place) && r.cost > place.cost + EQUAL);
        if is_taken {
            continue;
        }
        if are_whole(place.columns) {
            kept.push(place);
        } else {
            refused.push(place);
        }
    }
    kept
}

fn overlap(a: &Place, b: &Place) -> bool {
    a.columns.0 <= b.columns.1 && b.columns.0 <= a.columns.1
}

fn length(place: &Place) -> usize {
    place.columns.1 - place.columns.0
}

/// Extends every path by a column: a blank, the same character again, or a step of the automaton.
fn advance(
    paths: &[Path],
    automaton: &Automaton,
    worst: f32,
    cost: impl Fn(u8) -> f32 + Copy,
    next: &mut Vec<Path>,
) {
    for path in paths {
        let stay = Path {
            class: BLANK,
            cost: path.cost + cost(BLANK),
            ..*path
        };
        if stay.cost > worst {
            next.push(stay);
        }
        if path.class != BLANK {
            let longer = Path {
                cost: path.cost + cost(path.class),
                ..*path
            };
            if longer.cost > worst {
                next.push(longer);
            }
        }
        step(path, automaton, worst, cost, next);
    }
}

/// Follows the steps of a path's state whose class is probable enough in this column.
fn step(
    path: &Path,
    automaton: &Automaton,
    worst: f32,
    cost: impl Fn(u8) -> f32,
    next: &mut Vec<Path>,
) {
    for step in automaton
        .steps(path.state)
        .iter()
        .filter(|s| s.class != path.class)
    {
        let here = cost(step.class);
        let total = path.cost + here + step.price;
        if here > FLOOR && total > worst {
            next.push(Path {
                state: step.next,
                class: step.class,
                start: path.start,
                cost: total,
            });
        }
    }
}
