//! Page texts for tests, from rows of text and their positions.

use super::{PageText, TextSource, Word, lines_from_words};
use crate::model::confidence::Confidence;
use crate::model::geometry::BoundingBox;

/// The usual size of type, in points.
const SIZE: f32 = 8.0;

/// A letter page in 8-point type, five points per character. Each row is (x, y of its top, text).
pub fn page(rows: &[(f32, f32, &str)], source: TextSource) -> PageText {
    let rows: Vec<(f32, f32, f32, &str)> = rows
        .iter()
        .map(|&(x, y, text)| (x, y, SIZE, text))
        .collect();
    sized_page(&rows, source)
}

/// The same with the size of type of each row: (x, y of its top, size in points, text).
pub fn sized_page(rows: &[(f32, f32, f32, &str)], source: TextSource) -> PageText {
    let mut words = Vec::new();
    for &(x, y, size, text) in rows {
        let mut at = x;
        for word in text.split(' ') {
            let wide = 5.0 * size / SIZE * word.chars().count() as f32;
            let bounds = BoundingBox::new(at, y, at + wide, y + size).unwrap();
            words.push(Word {
                text: word.to_owned(),
                bounds,
                confidence: Confidence::CERTAIN,
            });
            at += wide + 3.0 * size / SIZE;
        }
    }
    PageText {
        source,
        size: (612.0, 792.0),
        lines: lines_from_words(words, &[]),
        rules: Vec::new(),
        barcodes: Vec::new(),
    }
}
