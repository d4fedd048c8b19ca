use super::*;

#[test]
fn a_line_continues_through_a_stroke_and_ends_with_its_ink() {
    let width = 400usize;
    let height = 120usize;
    let mut bitmap = Bitmap {
        width,
        height,
        ink: vec![0; width * height],
    };
    let mut fill = |x: std::ops::Range<usize>, y: std::ops::Range<usize>| {
        y.for_each(|y| bitmap.ink[y * width + x.start..y * width + x.end].fill(1));
    };
    // Letters to the left of a stroke, letters that touch it, and nothing beyond.
    let letter = |x: u32| Component {
        x0: x,
        y0: 50,
        x1: x + 8,
        y1: 70,
        area: 100,
    };
    (0..3).for_each(|i| fill(20 + i * 14..28 + i * 14, 50..70));
    (0..8).for_each(|i| fill(66 + i * 14..74 + i * 14, 50..70));
    fill(64..180, 40..44);
    let stroke = Component {
        x0: 64,
        y0: 40,
        x1: 300,
        y1: 110,
        area: 2000,
    };
    let mut lines = vec![LineBox::from_letters(
        (0..3).map(|i| letter(20 + i * 14)).collect(),
    )];
    extend_through_occlusions(&mut lines, &[stroke], &bitmap, true);
    extend_through_occlusions(&mut lines, &[stroke], &bitmap, false);
    assert!((lines[0].x1 - 172.0).abs() < 3.0, "{}", lines[0].x1);
    assert!((lines[0].x0 - 20.0).abs() < 1.0);
}
