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

fn texts(found: Vec<Vec<Word>>) -> Vec<String> {
    lines_from_found(found, Vec::new(), &[])
        .iter()
        .map(TextLine::text)
        .collect()
}

#[test]
fn lines_that_bend_past_each_other_stay_apart() {
    // Two columns; the right one hangs lower, so that its label overlaps the left column's
    // value in height.
    let found = vec![
        vec![word("Case", 0.0, 10.0), word("Type", 26.0, 12.0)],
        vec![word("I-485", 0.0, 20.0), word("APPLICATION", 30.0, 21.0)],
        vec![word("Account", 200.0, 15.0), word("Number", 240.0, 16.0)],
        vec![word("009", 200.0, 25.0), word("667", 220.0, 25.0)],
    ];
    assert_eq!(
        texts(found),
        [
            "Case Type",
            "Account Number",
            "I-485 APPLICATION",
            "009 667"
        ]
    );
}

#[test]
fn cells_far_apart_are_one_line() {
    let cell = |(digit, x): (char, f32)| word(&digit.to_string(), x, 10.0);
    let cells = "2974"
        .chars()
        .zip([0.0, 30.0, 60.0, 90.0])
        .map(cell)
        .collect();
    let lines = lines_from_found(vec![vec![word("No.", 0.0, 40.0)]], vec![cells], &[]);
    let texts: Vec<String> = lines.iter().map(TextLine::text).collect();
    assert_eq!(texts, ["2 9 7 4", "No."]);
}

#[test]
fn a_line_found_in_two_parts_is_one() {
    let found = vec![
        vec![word("Number", 40.0, 10.4)],
        vec![word("Receipt", 0.0, 10.0)],
        vec![word("Case", 120.0, 10.0)],
    ];
    assert_eq!(texts(found), ["Receipt Number", "Case"]);
}
