use image::Luma;

use super::*;

/// A letter page at 200 dpi with lines of blocks for letters, skewed by `degrees`.
fn page(degrees: f64) -> GrayImage {
    let flat = GrayImage::from_fn(1700, 2200, |x, y| {
        let text = (150..1500).contains(&x)
            && (200..1890).contains(&y)
            && y % 44 < 18
            && x % 16 < 10
            && (x / 16) % 7 != 6;
        Luma([if text { 30 } else { 240 }])
    });
    let turn = Transform::translation(-850.0, -1100.0)
        .then(&Transform::rotation(-degrees))
        .then(&Transform::translation(850.0, 1100.0));
    resample(&flat, &turn, 1700, 2200, 240)
}

#[test]
fn a_skewed_page_is_deskewed_and_maps_back() {
    let pages = prepare(page(3.0), Some((200.0, 200.0)));
    let page = &pages[0];
    assert_eq!(pages.len(), 1);
    assert!(
        (37..=41).contains(&page.lines.len()),
        "{}",
        page.lines.len()
    );
    let line = &page.lines[10];
    assert!((line.baseline_at(line.x1) - line.baseline_at(line.x0)).abs() < 2.5);
    let (ax, ay) = page.to_image.apply(100.0, 100.0);
    let (bx, by) = page.to_image.apply(1100.0, 100.0);
    assert!(((by - ay).atan2(bx - ax).to_degrees() - 3.0).abs() < 0.1);
    let back = page.to_image.inverse().map(|t| t.apply(ax, ay));
    assert!(back.is_some_and(|(x, y)| (x - 100.0).abs() < 1e-6 && (y - 100.0).abs() < 1e-6));
}

#[test]
fn a_page_on_its_side_is_turned() {
    let pages = prepare(image::imageops::rotate90(&page(0.0)), Some((200.0, 200.0)));
    assert_eq!((pages[0].width, pages[0].height), (1700, 2200));
    let lines = pages[0].lines.len();
    assert!((37..=41).contains(&lines), "{lines}");
    assert_eq!(pages[0].turned(2).lines.len(), lines);
    assert_eq!(pages[0].promising_lines(4).len(), 4);
}

#[test]
fn a_coarse_fax_gets_square_pixels() {
    let fax = resample(
        &page(0.0),
        &Transform::scale(1700.0 / 1734.0, 2200.0 / 1078.0),
        1734,
        1078,
        255,
    );
    let pages = prepare(fax, Some((204.0, 98.0)));
    assert_eq!((pages[0].width, pages[0].height), (1700, 2200));
    assert!(pages[0].lines.len() >= 37);
}

#[test]
fn columns_and_blank_pages() {
    let mut sheet = page(0.0);
    (0..2200).for_each(|y| (800..900).for_each(|x| sheet.put_pixel(x, y, Luma([240]))));
    let pages = prepare(sheet, Some((200.0, 200.0)));
    assert!(pages[0].lines.iter().all(|l| l.x1 < 810.0 || l.x0 > 890.0) && !pages[0].is_blank());
    let dusty = GrayImage::from_fn(1700, 2200, |x, y| {
        Luma([if (x * 7919 + y * 104_729) % 20_011 == 0 {
            0
        } else {
            235 + ((x ^ y) % 9) as u8
        }])
    });
    assert!(prepare(dusty, Some((200.0, 200.0)))[0].is_blank());
}

#[test]
fn any_size_gives_a_page() {
    for (w, h) in [
        (0, 0),
        (1, 1),
        (1, 900),
        (900, 1),
        (3, 3),
        (40, 40),
        (2000, 20),
    ] {
        for dpi in [
            None,
            Some((200.0, 200.0)),
            Some((0.0, f32::NAN)),
            Some((-3.0, 1e9)),
        ] {
            for value in [0, 128, 255] {
                let pages = prepare(GrayImage::from_pixel(w, h, Luma([value])), dpi);
                assert!(!pages.is_empty() && pages[0].picture().width() > 0);
            }
        }
    }
}
