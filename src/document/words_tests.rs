use super::*;

fn typed(text: &str, x: f32, y: f32, angle: f32) -> Vec<Glyph> {
    let (sin, cos) = angle.sin_cos();
    let one = |(i, c): (usize, char)| Glyph {
        text: Some(Letters::One(c)),
        x: x + 5.0 * i as f32 * cos,
        y: y + 5.0 * i as f32 * sin,
        advance: 5.0,
        em: 10.0,
        angle,
        hidden: false,
        order: 0,
        drawn: Drawn::default(),
    };
    text.chars().enumerate().map(one).collect()
}

fn texts(glyphs: &[Glyph]) -> Vec<String> {
    lines(&glyphs.iter().collect::<Vec<_>>(), &[])
        .iter()
        .map(TextLine::text)
        .collect()
}

#[test]
fn order_of_drawing_does_not_matter() {
    let mut glyphs = typed("Receipt IOE0912345678", 10.0, 20.0, 0.0);
    glyphs.reverse();
    assert_eq!(texts(&glyphs), ["Receipt IOE0912345678"]);
}

#[test]
fn text_that_runs_up_is_one_line() {
    let glyphs = typed("A123 456", 10.0, 200.0, -std::f32::consts::FRAC_PI_2);
    assert_eq!(texts(&glyphs), ["A123 456"]);
    let line = lines(&glyphs.iter().collect::<Vec<_>>(), &[]).remove(0);
    assert!(line.bounds.height() > 30.0 && line.bounds.width() < 12.0 && line.bounds.y1() < 201.0);
}

#[test]
fn bold_by_printing_twice_reads_once() {
    let mut glyphs = typed("NOTICE", 10.0, 20.0, 0.0);
    glyphs.extend(typed("NOTICE", 10.4, 20.0, 0.0));
    assert_eq!(texts(&glyphs), ["NOTICE"]);
}
