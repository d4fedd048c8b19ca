use image::Luma;

use super::*;

const CORNERS: [Point; 4] = [(30.0, 25.0), (205.0, 40.0), (220.0, 300.0), (18.0, 290.0)];

fn photo(paper: impl Fn(f64, f64) -> f64, table: u8) -> GrayImage {
    GrayImage::from_fn(240, 320, |x, y| {
        let p = (f64::from(x) + 0.5, f64::from(y) + 0.5);
        let inside = (0..4).all(|i| {
            let a = CORNERS[i];
            let b = CORNERS[(i + 1) % 4];
            (b.0 - a.0) * (p.1 - a.1) - (b.1 - a.1) * (p.0 - a.0) > 0.0
        });
        Luma([if inside { paper(p.0, p.1) as u8 } else { table }])
    })
}

#[test]
fn a_shadow_as_dark_as_the_table_hides_no_page() {
    let shadow = |x: f64, y: f64| 220.0 - 110.0 * ((x + y - 200.0) / 30.0).clamp(0.0, 1.0);
    let found = quad_from_edges(&photo(shadow, 90)).unwrap();
    for (f, c) in found.iter().zip(CORNERS) {
        assert!(
            (f.0 - c.0).abs() < 2.5 && (f.1 - c.1).abs() < 2.5,
            "{f:?} {c:?}"
        );
    }
}

#[test]
fn a_dark_bar_on_the_page_is_no_side_of_it() {
    let bar = |_: f64, y: f64| {
        if (48.0..62.0).contains(&y) {
            30.0
        } else {
            200.0
        }
    };
    let found = quad_from_edges(&photo(bar, 120)).unwrap();
    assert!(found[0].1 < 30.0 && found[1].1 < 45.0, "{found:?}");
}

#[test]
fn scans_have_no_page_edges() {
    let plain = GrayImage::from_fn(240, 320, |_, y| Luma([if y % 11 == 0 { 120 } else { 250 }]));
    let edge = GrayImage::from_fn(240, 320, |x, _| Luma([if x < 12 { 0 } else { 250 }]));
    let dark = GrayImage::from_pixel(240, 320, Luma([40]));
    assert!(
        quad_from_edges(&plain).is_none()
            && quad_from_edges(&edge).is_none()
            && quad_from_edges(&dark).is_none()
    );
}
