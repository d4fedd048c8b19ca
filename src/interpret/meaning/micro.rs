//! Print that belongs to no row: microprint, security print and footnote marks.

use super::sheet::{Piece, Rect, Sheet};
use std::collections::HashMap;

/// Print smaller than this share of the page's, in points between the two bounds, is microprint.
const MICRO_SHARE: f32 = 0.48;

const MICRO_POINTS: (f32, f32) = (3.2, 4.4);

/// Footnote marks are smaller than this share of the word that they stand at.
const MARK_SHARE: f32 = 0.75;

/// Security print is smaller than this, in points; each of its words is repeated this often, and
/// there are this many in all.
const SECURITY_SIZE: f32 = 6.6;

const SECURITY_REPEATS: usize = 8;

const SECURITY_WORDS: usize = 60;

pub(super) fn drop_microprint(units: &mut [Vec<Piece>], sheet: &mut Sheet) {
    let mut sizes: Vec<f32> = units
        .iter()
        .flatten()
        .map(|p| p.size)
        .filter(|s| *s >= 4.5)
        .collect();
    sizes.sort_by(f32::total_cmp);
    let middle = sizes.get(sizes.len() / 2).copied().unwrap_or(8.0);
    let limit = (MICRO_SHARE * middle).clamp(MICRO_POINTS.0, MICRO_POINTS.1);
    // Print from pixels that small is not read at all; a low box there is a dash or a dot.
    if sheet.pixels {
        return;
    }
    for unit in units {
        let small: Vec<&str> = unit
            .iter()
            .filter(|p| p.size < limit)
            .map(|p| p.text.as_str())
            .collect();
        if !small.is_empty() {
            sheet.tiny.push((unit[0].place.0, small.join(" ")));
            unit.retain(|p| p.size >= limit);
        }
    }
}

/// Security print repeats the agency's name through the page in one small size; its words belong to
/// no row.
pub(super) fn drop_security_print(units: &mut [Vec<Piece>], sheet: &mut Sheet) {
    let bucket = |p: &Piece| (p.size * 4.0).round() as i32;
    let mut counts: HashMap<(i32, String), usize> = HashMap::new();
    let mut sizes: HashMap<i32, usize> = HashMap::new();
    for piece in units.iter().flatten().filter(|p| p.size < SECURITY_SIZE) {
        *counts
            .entry((bucket(piece), piece.text.clone()))
            .or_default() += 1;
        *sizes.entry(bucket(piece)).or_default() += 1;
    }
    let repeats = |size: i32| {
        let often = counts
            .iter()
            .filter(|((s, _), n)| *s == size && **n >= SECURITY_REPEATS)
            .map(|(_, n)| *n)
            .sum::<usize>();
        often >= SECURITY_WORDS && often * 10 >= sizes.get(&size).copied().unwrap_or(0) * 6
    };
    let small: Vec<i32> = sizes.keys().copied().filter(|s| repeats(*s)).collect();
    if small.is_empty() {
        return;
    }
    for unit in units {
        let is_print = |p: &Piece| {
            let key = (bucket(p), p.text.clone());
            let digits = p.text.bytes().any(|b| b.is_ascii_digit());
            small.contains(&key.0)
                && !digits
                && counts.get(&key).is_some_and(|n| *n >= SECURITY_REPEATS)
        };
        let before = unit.len();
        unit.retain(|p| !is_print(p));
        if unit.len() < before {
            sheet.printed_security = true;
        }
    }
}

/// Whether a word can be a footnote mark: one or two digits, a letter, a star or a dagger.
fn is_mark(word: &str) -> bool {
    let bare = word.trim_matches(|c| matches!(c, '(' | ')' | '[' | ']'));
    (1..=2).contains(&bare.chars().count())
        && bare
            .chars()
            .all(|c| c.is_ascii_digit() || c.is_ascii_lowercase() || matches!(c, '*' | '†' | '‡'))
}

/// A word as far as a mark beside it has to know it.
struct Beside {
    rect: Rect,
    size: f32,
    /// Whether it begins and ends with a digit.
    begins: bool,
    ends: bool,
}

impl Beside {
    fn of(piece: &Piece) -> Self {
        let is_digit = |c: char| c.is_ascii_digit();
        Self {
            rect: piece.rect,
            size: piece.size,
            begins: piece.text.starts_with(is_digit),
            ends: piece.text.ends_with(is_digit),
        }
    }

    /// Whether so much paper between this word and a mark makes them one.
    fn is_near(&self, gap: f32) -> bool {
        gap > -1.5 && gap < 0.45 * self.size
    }
}

/// Takes footnote marks off: smaller than the word right before them. A number of ours is never so
/// short; a small digit between digits is one of theirs.
pub(super) fn drop_marks(units: &mut [Vec<Piece>], sheet: &mut Sheet) {
    if sheet.pixels {
        return;
    }
    let mut all: Vec<Beside> = units
        .iter()
        .flatten()
        .filter(|p| !p.leads)
        .map(Beside::of)
        .collect();
    all.sort_by(|a, b| a.rect.y0.total_cmp(&b.rect.y0));
    let tallest = all.iter().map(|b| b.rect.height()).fold(0.0, f32::max);
    let at_word = |m: &Piece| {
        let first = all.partition_point(|b| b.rect.y0 < m.rect.y0 - tallest);
        let level = || {
            let rest = all[first..].iter();
            rest.take_while(|b| b.rect.y0 < m.rect.y1)
        };
        let is_before = |b: &&Beside| {
            b.size * MARK_SHARE > m.size
                && b.is_near(m.rect.x0 - b.rect.x1)
                && b.rect.over_y(&m.rect) > 0.3 * m.rect.height()
        };
        let is_behind = |b: &Beside| {
            b.begins && b.is_near(b.rect.x0 - m.rect.x1) && b.rect.over_y(&m.rect) > 0.0
        };
        let within = |b: &Beside| b.ends && Beside::of(m).begins && level().any(is_behind);
        let mut before = level().filter(is_before).peekable();
        before.peek().is_some() && !before.any(within)
    };
    for unit in units {
        let (off, kept): (Vec<Piece>, Vec<Piece>) = std::mem::take(unit)
            .into_iter()
            .partition(|p| is_mark(&p.text) && at_word(p));
        sheet.marks.extend(off.into_iter().map(|p| p.text));
        *unit = kept;
    }
}
