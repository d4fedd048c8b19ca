use ::image::codecs::gif::GifEncoder;
use ::image::{Frame, Rgba};

use super::*;

/// A GIF of plain pictures, each of a grey of its own.
fn gif(greys: &[u8]) -> ImageFile {
    let mut bytes = Vec::new();
    let mut encoder = GifEncoder::new(&mut bytes);
    for grey in greys {
        let picture = RgbaImage::from_pixel(40, 30, Rgba([*grey, *grey, *grey, 255]));
        encoder.encode_frame(Frame::new(picture)).unwrap();
    }
    drop(encoder);
    ImageFile::open(bytes, FileKind::Gif, &Limits::DEFAULT).unwrap()
}

#[test]
fn each_picture_of_several_is_a_page() {
    let still = gif(&[200]);
    assert_eq!(still.page_count(), 1);
    assert_eq!(still.decode(0).unwrap().pixels.dimensions(), (40, 30));
    let greys = [200, 100, 0];
    let file = gif(&greys);
    assert_eq!(file.page_count(), 3);
    for (index, grey) in greys.into_iter().enumerate() {
        let page = file.decode(index).unwrap();
        assert_eq!(page.pixels.get_pixel(20, 15).0, [grey]);
        assert!(page.damage.is_none());
    }
    assert!(file.decode(3).is_err() && file.damage().is_none());
}

#[test]
fn a_film_is_not_read_to_its_end_and_says_so() {
    let film = gif(&[9; MOST_FRAMES + 20]);
    assert_eq!(film.page_count(), MOST_FRAMES);
    assert!(film.damage().is_some());
}

#[test]
fn a_cut_animation_keeps_its_whole_pictures() {
    let whole = gif(&[200, 100, 0]);
    let mut bytes = whole.bytes;
    // The end mark and some of the last picture.
    bytes.truncate(bytes.len() - 12);
    let cut = ImageFile::open(bytes, FileKind::Gif, &Limits::DEFAULT).unwrap();
    assert_eq!(cut.page_count(), 3);
    assert!(cut.decode(1).is_ok() && cut.decode(2).is_err());
}

#[test]
fn an_animated_png_says_so() {
    let mut bytes = Vec::new();
    let picture = GrayImage::new(40, 30);
    picture
        .write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png)
        .unwrap();
    let damage = |bytes: Vec<u8>| {
        let file = ImageFile::open(bytes, FileKind::Png, &Limits::DEFAULT).unwrap();
        file.decode(0).unwrap().damage
    };
    assert!(damage(bytes.clone()).is_none());
    // Two frames, played without end.
    let control = [&b"acTL"[..], &2u32.to_be_bytes(), &[0; 4]].concat();
    let mut sum = flate2::Crc::new();
    sum.update(&control);
    let chunk = [&8u32.to_be_bytes()[..], &control, &sum.sum().to_be_bytes()].concat();
    let behind_header = 33;
    bytes.splice(behind_header..behind_header, chunk);
    assert!(damage(bytes).is_some());
}
