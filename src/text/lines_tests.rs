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
fn wide_gaps_separate_fields() {
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
fn a_vertical_rule_separates_close_words() {
    let rule = Rule {
        bounds: BoundingBox::new(37.0, 0.0, 38.0, 40.0).unwrap(),
    };
    let words = vec![word("A123456", 0.0, 10.0), word("789", 40.0, 10.0)];
    assert_eq!(texts(&lines_from_words(words.clone(), &[rule])).len(), 2);
    assert_eq!(texts(&lines_from_words(words, &[])).len(), 1);
}
