//! Words to lines: pure geometry, the same for both roads.

use super::{Rule, TextLine, Word};

/// A gap wider than this share of the line's height parts two cells.
const COLUMN_GAP: f32 = 1.4;
/// Words more than so many times as high as others are a stamp across their lines, not a part of them.
const MOST_HIGHER: f32 = 2.2;
/// Two words stand on one line when their boxes share this part of the lower one's height.
const SAME_LINE: f32 = 0.5;

/// Joins words to lines in reading order: words on one baseline, in one cell. Vertical rules between two words part them, however near.
pub fn lines_from_words(mut words: Vec<Word>, rules: &[Rule]) -> Vec<TextLine> {
    words.sort_by(|a, b| a.bounds.center().y.total_cmp(&b.bounds.center().y));
    let mut rows: Vec<Vec<Word>> = Vec::new();
    for word in words {
        let row = rows
            .iter_mut()
            .rev()
            .take(8)
            .find(|row| row.last().is_some_and(|last| same_row(last, &word)));
        match row {
            Some(row) => row.push(word),
            None => rows.push(vec![word]),
        }
    }
    let upright: Vec<Rule> = rules
        .iter()
        .filter(|r| !r.is_horizontal())
        .cloned()
        .collect();
    rows.into_iter()
        .flat_map(|row| cells(row, &upright))
        .collect()
}

pub(super) fn same_row(a: &Word, b: &Word) -> bool {
    let (low, high) = (
        a.bounds.height().min(b.bounds.height()),
        a.bounds.height().max(b.bounds.height()),
    );
    low > 0.0 && high <= MOST_HIGHER * low && a.bounds.overlap_y(&b.bounds) >= SAME_LINE * low
}

/// Splits one row of words at wide gaps and at vertical rules.
pub(super) fn cells(mut row: Vec<Word>, rules: &[Rule]) -> Vec<TextLine> {
    row.sort_by(|a, b| a.bounds.x0().total_cmp(&b.bounds.x0()));
    let mut cells = Vec::new();
    let mut cell: Vec<Word> = Vec::new();
    for word in row {
        if cell.last().is_some_and(|last| parted(last, &word, rules)) {
            cells.extend(TextLine::new(std::mem::take(&mut cell)));
        }
        cell.push(word);
    }
    cells.extend(TextLine::new(cell));
    cells
}

pub(super) fn parted(left: &Word, right: &Word, rules: &[Rule]) -> bool {
    let height = left.bounds.height().max(right.bounds.height());
    let (from, to) = (left.bounds.x1(), right.bounds.x0());
    to - from > COLUMN_GAP * height
        || rules.iter().filter(|r| !r.is_horizontal()).any(|r| {
            let x = r.bounds.center().x;
            x > from - 0.25 * height
                && x < to + 0.25 * height
                && r.bounds.overlap_y(&left.bounds) > 0.5 * left.bounds.height()
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::confidence::Confidence;
    use crate::model::geometry::BoundingBox;

    fn word(text: &str, x: f32, y: f32) -> Word {
        let bounds = BoundingBox::new(x, y, x + 5.0 * text.len() as f32, y + 9.0).unwrap();
        Word {
            text: text.to_owned(),
            bounds,
            confidence: Confidence::CERTAIN,
        }
    }

    fn texts(lines: &[TextLine]) -> Vec<String> {
        lines.iter().map(TextLine::text).collect()
    }

    #[test]
    fn wide_gaps_part_cells() {
        let words = vec![
            word("Number", 40.0, 10.0),
            word("Receipt", 0.0, 10.5),
            word("Case", 120.0, 10.0),
            word("Type", 144.0, 10.0),
        ];
        assert_eq!(
            texts(&lines_from_words(words, &[])),
            ["Receipt Number", "Case Type"]
        );
    }

    #[test]
    fn a_stamp_across_two_lines_joins_neither() {
        let mut stamp = word("RECEIVED", 20.0, 0.0);
        stamp.bounds = BoundingBox::new(20.0, 6.0, 90.0, 40.0).unwrap();
        let words = vec![
            word("Receipt", 0.0, 10.0),
            stamp,
            word("Account", 0.0, 24.0),
        ];
        assert_eq!(
            texts(&lines_from_words(words, &[])),
            ["Receipt", "RECEIVED", "Account"]
        );
    }

    #[test]
    fn a_vertical_rule_parts_near_words() {
        let rule = Rule {
            bounds: BoundingBox::new(37.0, 0.0, 38.0, 40.0).unwrap(),
        };
        let words = vec![word("A123456", 0.0, 10.0), word("789", 40.0, 10.0)];
        assert_eq!(texts(&lines_from_words(words.clone(), &[rule])).len(), 2);
        assert_eq!(texts(&lines_from_words(words, &[])).len(), 1);
    }
}
