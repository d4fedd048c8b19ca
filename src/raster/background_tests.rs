use image::Luma;

use super::*;

#[test]
fn paper_follows_the_illumination_and_ignores_print() {
    let page = GrayImage::from_fn(400, 400, |x, y| {
        Luma([if x % 10 < 4 && y % 12 < 7 {
            20
        } else {
            (120 + x / 4) as u8
        }])
    });
    let background = Background::estimate(&page, 1, 1);
    for x in [40.0, 200.0, 360.0] {
        let expected = 120.0 + x / 4.0;
        assert!(
            (f64::from(background.paper_at(x, 200.0)) - expected).abs() < 6.0,
            "{x}"
        );
    }
}

#[test]
fn white_on_black_is_told_from_a_page_on_a_table() {
    let letters = |x: u32, y: u32| x % 9 < 3 && y % 30 < 8;
    let inverted = GrayImage::from_fn(300, 300, |x, y| {
        Luma([if letters(x, y) { 240 } else { 15 }])
    });
    let table = GrayImage::from_fn(300, 300, |x, y| {
        Luma([if x > 100 && y > 100 && !letters(x, y) {
            230
        } else {
            30
        }])
    });
    let plain = GrayImage::from_fn(300, 300, |x, y| {
        Luma([if letters(x, y) { 15 } else { 240 }])
    });
    assert!(is_inverted(&inverted) && !is_inverted(&table) && !is_inverted(&plain));
    assert!(!is_inverted(&GrayImage::new(1, 1)) && !is_inverted(&GrayImage::new(0, 0)));
}
