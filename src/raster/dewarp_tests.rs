use image::Luma;

use super::*;

fn photo(corners: [(f64, f64); 4], paper: u8, table: u8) -> GrayImage {
    GrayImage::from_fn(240, 320, |x, y| {
        let p = (f64::from(x) + 0.5, f64::from(y) + 0.5);
        let inside = (0..4).all(|i| {
            let a = corners[i];
            let b = corners[(i + 1) % 4];
            (b.0 - a.0) * (p.1 - a.1) - (b.1 - a.1) * (p.0 - a.0) > 0.0
        });
        Luma([if inside { paper } else { table }])
    })
}

#[test]
fn a_page_on_a_table_is_found() {
    let corners = [(30.0, 25.0), (205.0, 40.0), (220.0, 300.0), (18.0, 290.0)];
    let found = find_page_quad(&photo(corners, 220, 90)).unwrap();
    for (f, c) in found.iter().zip(corners) {
        assert!(
            (f.0 * 240.0 - c.0).abs() < 2.5 && (f.1 * 320.0 - c.1).abs() < 2.5,
            "{f:?} {c:?}"
        );
    }
}

#[test]
fn weak_evidence_finds_nothing() {
    let corners = [(30.0, 25.0), (205.0, 40.0), (220.0, 300.0), (18.0, 290.0)];
    assert!(find_page_quad(&photo(corners, 220, 200)).is_none());
    assert!(find_page_quad(&GrayImage::from_pixel(240, 320, Luma([255]))).is_none());
    let edge = GrayImage::from_fn(240, 320, |x, _| Luma([if x < 12 { 0 } else { 250 }]));
    assert!(find_page_quad(&edge).is_none());
    assert!(find_page_quad(&GrayImage::new(0, 0)).is_none());
}
