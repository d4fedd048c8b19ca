//! Where along a line a grammar fits: the best path through its automaton, measured against the best free path.
//!
//! Each column costs what the grammar's class is less likely there than the likeliest one, so a path that agrees with the
//! free reading costs nothing wherever it begins. Beginnings and ends are allowed only where the free reading has a word's
//! edge: a number carved out of a longer run of characters is no number.

use super::alphabet::BLANK;
use super::ctc::{FreeChar, best_class, pitch};
use super::grammar::Automaton;
use super::reading::LineReading;

/// Classes that are less likely than this, as a logarithm against the likeliest, are not looked at.
pub const FLOOR: f32 = -9.0;
/// Without a space read between them, characters this many usual distances apart still belong to two words.
const GAP: f32 = 1.9;

/// Costs that differ by no more than this say the same.
const LEVEL: f32 = 1.0;

/// Paths that go on from one column to the next.
const MOST_PATHS: usize = 160;

/// A stretch of a line that a grammar fits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// Its columns, from the first character's first to the last character's last.
    pub columns: (usize, usize),
    /// What the best path through it costs against the free one.
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

/// Keeps the best of the paths that can go on in the same way, of two equal ones the one that began first, and of all only
/// the best: where the network has no opinion at all, everything fits a little.
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

/// For each column whether a number may begin with a character there, and whether it may end with one there.
struct Edges {
    begin: Vec<bool>,
    end: Vec<bool>,
}

impl Edges {
    fn of(reading: &LineReading) -> Self {
        let chars = reading.chars();
        let pitch = pitch(chars).unwrap_or(4.0);
        let columns = reading.columns();
        let (mut begin, mut end) = (vec![true; columns], vec![true; columns]);
        // The character on or after a column, and the one on or before it.
        for (t, (begin, end)) in begin.iter_mut().zip(&mut end).enumerate() {
            let here = chars.partition_point(|c| c.columns.1 < t);
            let within = chars.get(here).is_some_and(|c| c.columns.0 <= t);
            let at = t as f32 + 0.5;
            *begin = edge(chars[..here].iter().rev(), at, pitch, true);
            *end = edge(
                chars[(here + usize::from(within)).min(chars.len())..].iter(),
                at,
                pitch,
                false,
            );
        }
        Self { begin, end }
    }
}

/// Whether the characters from here outward leave room for a word's edge.
fn edge<'a>(
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
        _ if (next.middle() - at).abs() > GAP * pitch => true,
        c if c.is_alphanumeric() => false,
        // `#`, `:` and brackets stand before numbers.
        '#' | ':' | '(' | ')' | '\'' => true,
        // A hyphen, stroke, point, comma or asterisk belongs to the number if a character follows at once.
        _ => !outward
            .next()
            .is_some_and(|c| c.char.is_alphanumeric() || (before && c.char == '$')),
    }
}

/// The places in `columns` that the automaton fits at no more than `worst` (below zero) and that `are_whole`, best first, none
/// overlapping.
pub fn places(
    reading: &LineReading,
    automaton: &Automaton,
    columns: (usize, usize),
    worst: f32,
    are_whole: impl Fn((usize, usize)) -> bool,
) -> Vec<Place> {
    let edges = Edges::of(reading);
    let (mut paths, mut next) = (Vec::new(), Vec::new());
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
        if edges.begin[t] {
            let path = Path {
                state: 0,
                class: BLANK,
                start: t,
                cost: 0.0,
            };
            step(&path, automaton, worst, cost, &mut next);
        }
        prune(&mut next);
        for path in next
            .iter()
            .filter(|p| p.class != BLANK && edges.end[t] && automaton.is_last(p.state))
        {
            found.push(Place {
                columns: (path.start, t),
                cost: path.cost,
            });
        }
        std::mem::swap(&mut paths, &mut next);
    }
    // Of equally good ones the longest: a run of columns is one character, and 9 digits are not 8.
    found.sort_by(|a, b| {
        b.cost
            .total_cmp(&a.cost)
            .then_with(|| length(b).cmp(&length(a)))
    });
    let (mut kept, mut refused): (Vec<Place>, Vec<Place>) = (Vec::new(), Vec::new());
    for place in found {
        let meets = |k: &Place| k.columns.0 <= place.columns.1 && place.columns.0 <= k.columns.1;
        // What reads better and is no number is what stands there: nothing that reads worse is found in its place.
        if kept.iter().any(meets)
            || refused
                .iter()
                .any(|r| meets(r) && r.cost > place.cost + LEVEL)
        {
            continue;
        }
        if are_whole(place.columns) {
            kept.push(place)
        } else {
            refused.push(place)
        }
    }
    kept
}

fn length(place: &Place) -> usize {
    place.columns.1 - place.columns.0
}

/// Takes every path one column on: a blank, the same character still, or a step.
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

/// The steps of a path's state whose class is likely enough in this column.
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
