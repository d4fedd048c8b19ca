//! Text lines from lines detected in an image: each keeps its words, and parts of one field are
//! joined.
//!
//! The boxes of words alone would not do: where a page curls, lines of neighbouring columns overlap
//! in height all the way.

use super::lines::{are_separated, same_row, split_fields};
use super::{Rule, TextLine, Word};

// Tuning, in heights of a word.

/// How far the words of a line may reach back over the end of the one before it.
const MOST_OVERLAP: f32 = 0.3;
/// Lines of one row are less than this apart.
const SAME_ROW: f32 = 0.5;

/// Splits each detected line into fields, joins fields that continue each other, and puts them into
/// reading order. What stands in comb boxes, `in_cells`, are lines as they are: the characters of
/// one number are farther apart than fields.
pub fn lines_from_found(
    found: Vec<Vec<Word>>,
    in_cells: Vec<Vec<Word>>,
    rules: &[Rule],
) -> Vec<TextLine> {
    let mut parts: Vec<Vec<Word>> = found
        .into_iter()
        .flat_map(|words| split_fields(words, rules))
        .map(|line| line.words)
        .collect();
    let start = |words: &[Word]| words.first().map_or(0.0, |w| w.bounds.x0());
    parts.sort_by(|a, b| start(a).total_cmp(&start(b)));
    let mut joined: Vec<Vec<Word>> = Vec::new();
    for part in parts {
        let Some(first) = part.first() else { continue };
        let gap = |line: &[Word]| {
            line.last()
                .map_or(f32::MAX, |last| first.bounds.x0() - last.bounds.x1())
        };
        let before = joined
            .iter_mut()
            .filter(|line| {
                line.last()
                    .is_some_and(|last| continues(last, first, rules))
            })
            .min_by(|a, b| gap(a).total_cmp(&gap(b)));
        match before {
            Some(line) => line.extend(part),
            None => joined.push(part),
        }
    }
    joined.extend(in_cells);
    in_reading_order(joined.into_iter().filter_map(TextLine::new).collect())
}

/// Whether `first` continues the line that ends with `last`.
fn continues(last: &Word, first: &Word, rules: &[Rule]) -> bool {
    let height = last.bounds.height().max(first.bounds.height());
    first.bounds.x0() > last.bounds.x1() - MOST_OVERLAP * height
        && same_row(last, first)
        && !are_separated(last, first, rules)
}

/// The lines from top to bottom, and from left to right in each row.
fn in_reading_order(mut lines: Vec<TextLine>) -> Vec<TextLine> {
    let top = |line: &TextLine| line.words.first().map_or(0.0, |w| w.bounds.center().y);
    lines.sort_by(|a, b| top(a).total_cmp(&top(b)));
    let mut ordered: Vec<TextLine> = Vec::with_capacity(lines.len());
    let mut row: Vec<TextLine> = Vec::new();
    for line in lines {
        let in_row = row.first().is_some_and(|first| {
            top(&line) - top(first) < SAME_ROW * first.words[0].bounds.height()
        });
        if !in_row {
            row.sort_by(|a, b| a.bounds.x0().total_cmp(&b.bounds.x0()));
            ordered.append(&mut row);
        }
        row.push(line);
    }
    row.sort_by(|a, b| a.bounds.x0().total_cmp(&b.bounds.x0()));
    ordered.append(&mut row);
    ordered
}

#[cfg(test)]
#[path = "joined_tests.rs"]
mod tests;
