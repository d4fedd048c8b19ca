use super::*;

fn blank(width: usize, height: usize) -> Bitmap {
    Bitmap {
        width,
        height,
        ink: vec![0; width * height],
    }
}

fn take(bitmap: &mut Bitmap) -> Drawn {
    let width = bitmap.width as u32;
    let height = bitmap.height as u32;
    take_rules(bitmap, &GrayImage::new(width, height), 200.0)
}

fn fill(bitmap: &mut Bitmap, x: std::ops::Range<usize>, y: std::ops::Range<usize>) {
    for row in y {
        bitmap.ink[row * bitmap.width + x.start..row * bitmap.width + x.end].fill(1);
    }
}

#[test]
fn a_rule_goes_and_the_digit_on_it_stays() {
    let mut bitmap = blank(400, 100);
    fill(&mut bitmap, 10..390, 50..53);
    fill(&mut bitmap, 100..104, 30..70);
    let Drawn {
        rules,
        barcodes: codes,
        ..
    } = take(&mut bitmap);
    assert_eq!((rules.len(), codes.len()), (1, 0));
    assert!(
        rules[0].is_horizontal()
            && (rules[0].y0 - 51.5).abs() < 0.1
            && (rules[0].thickness - 3.0).abs() < 0.1
    );
    assert_eq!(bitmap.components().0.len(), 1);
    assert_eq!(bitmap.components().0[0].area, 160);
}

#[test]
fn melted_letters_are_not_a_rule() {
    let mut bitmap = blank(400, 100);
    (0..12).for_each(|i| fill(&mut bitmap, 50 + i * 14..60 + i * 14, 30..54));
    fill(&mut bitmap, 50..218, 40..44);
    let before = bitmap.ink.clone();
    assert!(take(&mut bitmap).rules.is_empty());
    assert_eq!(bitmap.ink, before);
    // The same letters on a rule.
    fill(&mut bitmap, 10..390, 54..57);
    assert_eq!(take(&mut bitmap).rules.len(), 1);
}

#[test]
fn a_slanted_rule_is_one_rule() {
    let mut bitmap = blank(800, 60);
    (0..780).for_each(|x| fill(&mut bitmap, x..x + 1, 20 + x / 150..23 + x / 150));
    let Drawn { rules, .. } = take(&mut bitmap);
    assert_eq!(rules.len(), 1);
    assert!((rules[0].y1 - rules[0].y0 - 5.2).abs() < 0.8, "{rules:?}");
    assert!(bitmap.ink.iter().all(|&p| p == 0));
}

#[test]
fn bars_are_a_barcode_and_a_table_is_not() {
    let mut bitmap = blank(600, 300);
    (0..20).for_each(|i| fill(&mut bitmap, 50 + i * 9..53 + i * 9, 20..110));
    (0..3).for_each(|i| fill(&mut bitmap, 50 + i * 200..53 + i * 200, 150..290));
    let Drawn {
        rules,
        barcodes: codes,
        ..
    } = take(&mut bitmap);
    assert_eq!((rules.len(), codes.len()), (3, 1));
    assert!(rules.iter().all(|r| !r.is_horizontal()));
}
