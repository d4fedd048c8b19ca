use super::*;

/// Draws element widths in modules, a bar first, three pixels per module.
pub(super) fn draw(modules: &[u32]) -> GrayImage {
    let mut row = vec![255u8; 30];
    for (i, width) in modules.iter().enumerate() {
        row.extend(std::iter::repeat_n(
            if i % 2 == 0 { 20 } else { 250 },
            3 * *width as usize,
        ));
    }
    row.extend([255u8; 30]);
    let width = row.len() as u32;
    GrayImage::from_fn(width, 40, |x, _| image::Luma([row[x as usize]]))
}

#[test]
fn reads_both_symbologies_in_both_directions() {
    for modules in [
        code128::tests::encode("IOE0912345678"),
        code39::tests::encode("IOE0912345678"),
    ] {
        let mut strip = draw(&modules);
        assert_eq!(decode(&strip).unwrap().text, "IOE0912345678");
        image::imageops::rotate180_in_place(&mut strip);
        assert_eq!(decode(&strip).unwrap().text, "IOE0912345678");
    }
}

#[test]
fn a_wrong_check_character_is_refused() {
    let mut modules = code128::tests::encode("IOE0912345678");
    modules.swap(12, 14);
    assert_eq!(decode(&draw(&modules)), None);
}

#[test]
fn paper_and_noise_have_no_payload() {
    assert_eq!(
        decode(&GrayImage::from_pixel(400, 40, image::Luma([255]))),
        None
    );
    let noise = GrayImage::from_fn(400, 40, |x, y| {
        image::Luma([((x * 7919 + y * 104_729) % 251) as u8])
    });
    assert_eq!(decode(&noise), None);
}
