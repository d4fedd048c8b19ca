use super::*;
use crate::interpret::meaning::interpret;
use crate::interpret::{Candidate, SecondReading};
use crate::text::sample::page;

/// Reads every line as this text, word for word at the places of the first reading.
struct Reads(&'static str, f32);

impl Rereader for Reads {
    fn reread(&mut self, _: &Candidate, _: bool) -> Vec<SecondReading> {
        Vec::new()
    }

    fn reread_words(&mut self, bounds: &BoundingBox) -> Vec<WordsReading> {
        let text = page(&[(bounds.x0(), bounds.y0(), self.0)], TextSource::Ocr);
        let words = text.lines.into_iter().flat_map(|l| l.words);
        let confidence = Confidence::new(self.1);
        vec![WordsReading {
            engine: "an engine",
            words: words.map(|w| Word { confidence, ..w }).collect(),
            same_engine: true,
        }]
    }
}

/// A page whose label has a misread word.
fn misread() -> PageText {
    let rows = [
        (40.0, 40.0, "Form I-797C, Notice of Action"),
        (40.0, 100.0, "USCIS Qnlxne Account Number: 001420638534"),
    ];
    let mut text = page(&rows, TextSource::Ocr);
    text.lines[1].words[1].confidence = Confidence::new(0.4);
    text
}

fn label(second: &mut Reads) -> Option<String> {
    let text = misread();
    let better = with_second_words(&text, &interpret(&text), second)?;
    Some(better.lines[1].text())
}

#[test]
fn a_misread_word_of_a_label_is_put_right() {
    let read = label(&mut Reads(
        "USCIS Online Account Number: 001420638534",
        0.99,
    ));
    assert_eq!(
        read.as_deref(),
        Some("USCIS Online Account Number: 001420638534")
    );
}

#[test]
fn a_weak_second_look_and_other_digits_change_nothing() {
    assert_eq!(
        label(&mut Reads("USCIS Online Account Number: 001420638534", 0.5)),
        None
    );
    let read = label(&mut Reads(
        "USCIS Online Account Number: 991420638534",
        0.99,
    ));
    assert_eq!(
        read.as_deref(),
        Some("USCIS Online Account Number: 001420638534")
    );
}
