//! Page texts for tests, from rows of text and their positions.

use super::{PageText, TextSource, Word, lines_from_words};
use crate::model::confidence::Confidence;
use crate::model::geometry::BoundingBox;

/// A letter page in 8-point type, five points per character. Each row is (x, y of its top, text).
pub fn page(rows: &[(f32, f32, &str)], source: TextSource) -> PageText {
    let mut words = Vec::new();
    for &(x, y, text) in rows {
        let mut at = x;
        for word in text.split(' ') {
            let wide = 5.0 * word.chars().count() as f32;
            let bounds = BoundingBox::new(at, y, at + wide, y + 8.0).unwrap();
            words.push(Word {
                text: word.to_owned(),
                bounds,
                confidence: Confidence::CERTAIN,
            });
            at += wide + 3.0;
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
