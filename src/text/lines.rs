//! Text lines from words: pure geometry, shared by the text-layer and OCR paths.

use super::{Rule, TextLine, Word};

// Tuning, in heights of a word.

/// A wider gap separates two fields.
const COLUMN_GAP: f32 = 1.4;
/// A word taller than this multiple of its neighbours is a stamp, not part of the line.
const MOST_HIGHER: f32 = 2.2;
/// Two words are on one line if their boxes share this part of the lower one's height.
const SAME_LINE: f32 = 0.5;
/// How far a vertical rule between two words may reach into them.
const RULE_REACH: f32 = 0.25;
/// A vertical rule separates two words if it runs along more than this part of their height.
const RULE_SHARED: f32 = 0.5;

/// Rows that are checked for one that a word belongs to, from the last one back.
const OPEN_ROWS: usize = 8;

/// Joins words on one baseline, in one field, to lines in reading order. A vertical rule between
/// two words separates them, however close they are.
pub fn lines_from_words(mut words: Vec<Word>, rules: &[Rule]) -> Vec<TextLine> {
    words.sort_by(|a, b| a.bounds.center().y.total_cmp(&b.bounds.center().y));
    let mut rows: Vec<Vec<Word>> = Vec::new();
    for word in words {
        let row = rows
            .iter_mut()
            .rev()
            .take(OPEN_ROWS)
            .find(|row| row.last().is_some_and(|last| same_row(last, &word)));
        match row {
            Some(row) => row.push(word),
            None => rows.push(vec![word]),
        }
    }
    let vertical: Vec<Rule> = rules
        .iter()
        .filter(|r| !r.is_horizontal())
        .cloned()
        .collect();
    rows.into_iter()
        .flat_map(|row| split_fields(row, &vertical))
        .collect()
}

/// Whether two words are in one row: at the same height and of similar size.
pub(super) fn same_row(a: &Word, b: &Word) -> bool {
    let low = a.bounds.height().min(b.bounds.height());
    let high = a.bounds.height().max(b.bounds.height());
    low > 0.0 && high <= MOST_HIGHER * low && a.bounds.overlap_y(&b.bounds) >= SAME_LINE * low
}

/// Splits one row of words at wide gaps and at vertical rules.
pub(super) fn split_fields(mut row: Vec<Word>, rules: &[Rule]) -> Vec<TextLine> {
    row.sort_by(|a, b| a.bounds.x0().total_cmp(&b.bounds.x0()));
    let mut fields = Vec::new();
    let mut field: Vec<Word> = Vec::new();
    for word in row {
        if field
            .last()
            .is_some_and(|last| are_separated(last, &word, rules))
        {
            fields.extend(TextLine::new(std::mem::take(&mut field)));
        }
        field.push(word);
    }
    fields.extend(TextLine::new(field));
    fields
}

/// Whether a wide gap or a vertical rule lies between two words of one row.
pub(super) fn are_separated(left: &Word, right: &Word, rules: &[Rule]) -> bool {
    let height = left.bounds.height().max(right.bounds.height());
    let from = left.bounds.x1();
    let to = right.bounds.x0();
    to - from > COLUMN_GAP * height
        || rules.iter().filter(|r| !r.is_horizontal()).any(|r| {
            let x = r.bounds.center().x;
            x > from - RULE_REACH * height
                && x < to + RULE_REACH * height
                && r.bounds.overlap_y(&left.bounds) > RULE_SHARED * left.bounds.height()
        })
}

#[cfg(test)]
#[path = "lines_tests.rs"]
mod tests;
