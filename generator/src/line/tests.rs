//! Tests of what training relies on: seeds, labels, widths and the format of the stream.

use super::damage::Damage;
use super::stream::{Set, Stream};
use super::*;

fn some(set: Set, seed: u64, count: usize) -> Vec<Line> {
    crate::typeface::check().unwrap();
    Stream::new(set, seed).take(count).collect()
}

#[test]
fn a_seed_gives_the_same_lines_again_and_another_seed_others() {
    let first = some(Set::Train, 3, 25);
    assert_eq!(first.len(), 25);
    assert!(first == some(Set::Train, 3, 25));
    assert!(first != some(Set::Train, 4, 25));
    assert!(first != some(Set::Seen, 3, 25));
}

#[test]
fn lines_are_what_the_network_takes_and_can_write() {
    for line in some(Set::Train, 5, 150)
        .iter()
        .chain(&some(Set::Fonts, 5, 50))
    {
        assert!(line.ink.width.is_multiple_of(4) && line.ink.width <= WIDEST);
        assert_eq!(line.ink.values.len(), 32 * line.ink.width);
        assert!(line.ink.values.iter().all(|v| (0.0..=1.0).contains(v)));
        assert!(
            line.label.len() <= LONGEST_LABEL && line.label == legible(&line.label),
            "{:?}",
            line.label
        );
        let number = &line.label[line.number.clone()];
        let digits = number.bytes().filter(u8::is_ascii_digit).count();
        match line.kind {
            Kind::Receipt => assert!((9..=10).contains(&digits), "{number}"),
            Kind::ANumber => assert!((7..=9).contains(&digits), "{number}"),
            Kind::Account => assert_eq!(digits, 12, "{number}"),
            Kind::Other => assert!(line.number.is_empty() && !line.label.is_empty()),
            Kind::Blank => assert!(line.label.is_empty()),
        }
    }
}

#[test]
fn both_sources_and_most_kinds_come_up() {
    let lines = some(Set::Train, 7, 200);
    let paged = lines
        .iter()
        .filter(|line| matches!(line.face, FaceId::Paged(_)))
        .count();
    assert!((30..120).contains(&paged), "{paged}");
    for kind in [Kind::Receipt, Kind::ANumber, Kind::Account, Kind::Other] {
        assert!(lines.iter().any(|line| line.kind == kind), "{kind:?}");
    }
}

#[test]
fn what_is_held_out_is_not_trained_with() {
    let mut rng = fastrand::Rng::with_seed(1);
    assert!(
        (0..2000)
            .map(|_| Damage::draw(&mut rng))
            .all(|damage| !Damage::HELD_OUT.contains(&damage))
    );
    assert!(
        some(Set::Damage, 1, 20)
            .iter()
            .all(|line| Damage::HELD_OUT.contains(&line.damage))
    );
    let held_out = crate::font::HELD_OUT.iter().map(|face| face.0);
    assert!(
        held_out
            .into_iter()
            .all(|name| crate::font::TRAINED.iter().all(|face| face.0 != name))
    );
}

#[test]
fn the_alphabet_is_that_of_the_weights_and_of_the_training() {
    let description: serde_json::Value =
        serde_json::from_str(include_str!("../../../src/recognizer/weights.json")).unwrap();
    assert_eq!(description["alphabet"], ALPHABET);
    assert!(
        include_str!("../../../training/model.py").contains(&format!("ALPHABET = \"{ALPHABET}\""))
    );
}

#[test]
fn a_line_is_written_as_documented() {
    let line = some(Set::Seen, 2, 1).remove(0);
    let mut bytes = Vec::new();
    line.write(&mut bytes).unwrap();
    assert_eq!(bytes.len(), 9 + line.label.len() + 32 * line.ink.width);
    assert_eq!(
        u16::from_le_bytes([bytes[0], bytes[1]]) as usize,
        line.ink.width
    );
    assert_eq!(&bytes[9..9 + line.label.len()], line.label.as_bytes());
}

/// Lines with numbers that are read.
const LINES: usize = 100;

#[test]
fn the_embedded_weights_read_the_numbers_of_drawn_lines() {
    let mut reader = i797::recognizer::LineRecognizer::new().unwrap();
    let bare = |text: &str| {
        text.chars()
            .filter(|c| !" -#*".contains(*c))
            .collect::<String>()
    };
    // How many lines have a number depends on which typefaces are installed.
    crate::typeface::check().unwrap();
    let numbered = Stream::new(Set::Seen, 11).filter(|line| !line.number.is_empty());
    let lines: Vec<Line> = numbered.take(LINES).collect();
    let mut right = 0;
    for line in &lines {
        let width = line.ink.width;
        let ink = &line.ink.values;
        let strip = image::GrayImage::from_fn(width as u32, 32, |x, y| {
            image::Luma([255 - (ink[y as usize * width + x as usize] * 255.0).round() as u8])
        });
        let text = reader.read_line(&strip).text().to_string();
        right += usize::from(bare(&text).contains(&bare(&line.label[line.number.clone()])));
    }
    assert!(right * 100 >= LINES * 85, "{right} of {LINES}");
}
