use super::*;

/// A picture, dark on the left and bright on the right.
fn photo() -> Vec<u8> {
    let width = 256;
    let height = 128;
    let grey = |index: usize| if index % width < width / 2 { 20 } else { 230 };
    let rgb: Vec<u8> = (0..width * height)
        .flat_map(|index| [grey(index); 3])
        .collect();
    let options = heifer::EncodeOptions::default();
    heifer::encode_rgb8(width as u32, height as u32, &rgb, &options).unwrap()
}

fn boxed(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(8 + body.len()).unwrap();
    [&length.to_be_bytes()[..], kind, body].concat()
}

/// The container of a file with these further references and as many pictures.
fn container(pictures: u8, references: &[u8]) -> HeicFile {
    let items = (1..=pictures).flat_map(|id| {
        let info = [&[2, 0, 0, 0, 0, id, 0, 0], &b"hvc1"[..], &[0]].concat();
        boxed(b"infe", &info)
    });
    let items: Vec<u8> = items.collect();
    let handler = [&[0; 8], &b"pict"[..], &[0; 13]].concat();
    let meta = [
        vec![0; 4],
        boxed(b"hdlr", &handler),
        boxed(b"pitm", &[0, 0, 0, 0, 0, 1]),
        boxed(b"iinf", &[&[0, 0, 0, 0, 0, pictures], &items[..]].concat()),
        boxed(b"iloc", &[0, 0, 0, 0, 0x44, 0, 0, 0]),
        boxed(b"iprp", &boxed(b"ipco", &[])),
        references.to_vec(),
    ];
    let bytes = [
        boxed(b"ftyp", b"heic\0\0\0\0mif1heic"),
        boxed(b"meta", &meta.concat()),
    ];
    let bytes = bytes.concat();
    assert!(Context::open(&bytes).is_ok());
    HeicFile {
        bytes,
        limits: Limits::DEFAULT,
        size: (1, 1),
    }
}

#[test]
fn further_pictures_are_told_from_parts_of_the_first() {
    assert!(!container(1, &[]).has_more_pictures());
    assert!(container(2, &[]).has_more_pictures());
    // A small copy of the first, and a tile of it.
    let small = boxed(b"thmb", &[0, 2, 0, 1, 0, 1]);
    let small = boxed(b"iref", &[&[0; 4], &small[..]].concat());
    assert!(!container(2, &small).has_more_pictures());
    let tile = boxed(b"dimg", &[0, 1, 0, 1, 0, 2]);
    let tile = boxed(b"iref", &[&[0; 4], &tile[..]].concat());
    assert!(!container(2, &tile).has_more_pictures());
    let other = container(3, &tile);
    assert!(other.has_more_pictures());
}

#[test]
fn a_photo_is_decoded() {
    let file = HeicFile::open(photo(), &Limits::DEFAULT).unwrap();
    let pixels = file.decode().unwrap().pixels;
    assert_eq!(pixels.dimensions(), (256, 128));
    assert!(pixels.get_pixel(40, 64)[0] < 60 && pixels.get_pixel(210, 64)[0] > 190);
}

#[test]
fn what_is_too_large_or_cut_off_is_refused() {
    let small = Limits::DEFAULT.with_pixels(1_000);
    let error = HeicFile::open(photo(), &small).err().unwrap();
    assert_eq!(error.kind, ErrorKind::TooLarge);
    let mut cut = photo();
    cut.truncate(cut.len() / 2);
    let opened = HeicFile::open(cut, &Limits::DEFAULT).and_then(|file| file.decode());
    assert!(opened.is_err());
}
