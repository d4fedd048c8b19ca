use image::Luma;

use super::*;

/// A dark bar, with blocks for letters on it.
fn bar(letters: u32) -> (GrayImage, Bitmap) {
    let is_letter = |x: u32, y: u32| {
        (0..letters).any(|i| (120 + i * 16..130 + i * 16).contains(&x)) && (60..80).contains(&y)
    };
    let image = GrayImage::from_fn(800, 200, |x, y| {
        let on_bar = (100..700).contains(&x) && (50..90).contains(&y);
        Luma([if on_bar && !is_letter(x, y) { 30 } else { 240 }])
    });
    let bitmap = Bitmap {
        width: 800,
        height: 200,
        ink: image.iter().map(|p| u8::from(*p < 128)).collect(),
    };
    (image, bitmap)
}

#[test]
fn print_on_a_bent_bar_follows_it() {
    let bend = |x: u32| x / 40;
    let (straight, _) = bar(12);
    let image = GrayImage::from_fn(800, 200, |x, y| {
        *straight.get_pixel(x, y.saturating_sub(bend(x)))
    });
    let mut bitmap = Bitmap {
        width: 800,
        height: 200,
        ink: image.iter().map(|p| u8::from(*p < 128)).collect(),
    };
    let lines = take_bars(&mut bitmap, &image, 200.0);
    assert_eq!(lines.len(), 1);
    let on = lines[0].bar.unwrap();
    assert!(on.above > 24.0 && on.below > 4.0, "{on:?}");
}

#[test]
fn white_letters_on_a_bar_are_a_line_and_a_plain_bar_stays() {
    let (image, mut bitmap) = bar(12);
    let lines = take_bars(&mut bitmap, &image, 200.0);
    assert_eq!((lines.len(), bitmap.components().0.len()), (1, 0));
    let line = &lines[0];
    assert_eq!(
        (line.x0, line.x1, line.y0, line.y1),
        (120.0, 306.0, 60.0, 80.0)
    );
    let (image, mut bitmap) = bar(0);
    assert!(take_bars(&mut bitmap, &image, 200.0).is_empty());
    assert_eq!(bitmap.components().0.len(), 1);
}
