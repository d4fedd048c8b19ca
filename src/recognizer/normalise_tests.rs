use image::Luma;

use super::*;

/// The same vector tests the normalization in training.
#[test]
fn paper_is_zero_and_ink_is_one() {
    let strip = GrayImage::from_fn(10, 32, |x, y| {
        Luma([if (3..6).contains(&x) && y > 7 {
            40
        } else {
            220
        }])
    });
    let ink = normalise(&strip);
    assert_eq!((ink.width, ink.scale), (12, 1.0));
    assert_eq!(ink.values[..12], [0.0; 12]);
    assert_eq!(
        ink.values[12 * 20..12 * 21],
        [0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]
    );
}

#[test]
fn faint_noise_stays_faint() {
    let strip = GrayImage::from_fn(40, 32, |x, y| Luma([200 + ((x * 7 + y * 3) % 5) as u8]));
    assert!(normalise(&strip).values.iter().all(|v| *v < 0.2));
}

#[test]
fn other_heights_keep_their_proportions() {
    let strip = GrayImage::from_fn(100, 64, |x, _| Luma([if x < 50 { 0 } else { 255 }]));
    let ink = normalise(&strip);
    assert_eq!((ink.width, ink.scale), (52, 2.0));
    assert_eq!(ink.values[..25], [1.0; 25]);
    assert_eq!(
        normalise(&GrayImage::from_pixel(10, 16, Luma([9]))).width,
        20
    );
    assert_eq!(normalise(&GrayImage::new(0, 0)).width, 4);
}
