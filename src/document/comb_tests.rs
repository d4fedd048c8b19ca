use super::*;

fn row(text: &str, step: f32) -> Vec<Word> {
    let word = |(i, c): (usize, char)| Word {
        text: c.to_string(),
        bounds: BoundingBox::new(step * i as f32, 0.0, step * i as f32 + 4.0, 8.0).unwrap(),
        confidence: Confidence::CERTAIN,
    };
    text.chars().enumerate().map(word).collect()
}

#[test]
fn single_characters_at_even_steps_are_one_word() {
    let texts = |words: Vec<Word>| words.into_iter().map(|w| w.text).collect::<Vec<_>>();
    assert_eq!(texts(join(row("034654576316", 14.0))), ["034654576316"]);
    assert_eq!(texts(join(row("034", 14.0))).len(), 3);
    // The letters of a receipt number in a box of their own.
    let mut boxes = row("SRC", 14.0);
    let digits = row("2515047272", 14.0).into_iter().map(|w| Word {
        bounds: BoundingBox::new(w.bounds.x0() + 60.0, 0.0, w.bounds.x1() + 60.0, 8.0).unwrap(),
        ..w
    });
    boxes.extend(digits);
    assert_eq!(texts(join(boxes)), ["SRC2515047272"]);
    // Spaced type: letters of different widths, even gaps between them.
    let mut x = 0.0;
    let spaced = "IOE0912345678".chars().map(|c| {
        let width = if c == 'I' { 2.5 } else { 6.0 };
        let bounds = BoundingBox::new(x, 0.0, x + width, 8.0).unwrap();
        x += width + 3.0;
        Word {
            text: c.to_string(),
            bounds,
            confidence: Confidence::CERTAIN,
        }
    });
    assert_eq!(texts(join(spaced.collect())), ["IOE0912345678"]);
    assert_eq!(texts(join(row("034654576316", 40.0))).len(), 12);
}
