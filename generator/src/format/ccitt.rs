//! Fax coding: group 4, and group 3 in one dimension with an end-of-line code before each row.

use fax::encoder::Encoder;
use fax::maps::{black, white};
use fax::{BitWriter, Bits, Color, VecWriter};
use image::GrayImage;

/// Grey values below this are black.
const THRESHOLD: u8 = 128;

fn row(pixels: &GrayImage, y: u32) -> impl Iterator<Item = Color> + '_ {
    (0..pixels.width()).map(move |x| {
        if pixels.get_pixel(x, y).0[0] < THRESHOLD {
            Color::Black
        } else {
            Color::White
        }
    })
}

/// The rows packed eight pixels a byte, 1 is white.
pub fn packed(pixels: &GrayImage) -> Vec<u8> {
    let stride = pixels.width().div_ceil(8) as usize;
    let mut bytes = vec![0; stride * pixels.height() as usize];
    for (x, y, pixel) in pixels.enumerate_pixels() {
        if pixel.0[0] >= THRESHOLD {
            bytes[y as usize * stride + x as usize / 8] |= 0x80 >> (x % 8);
        }
    }
    bytes
}

/// Group 4 (T.6), most significant bit first.
pub fn group4(pixels: &GrayImage) -> Vec<u8> {
    let mut encoder = Encoder::new(VecWriter::new());
    for y in 0..pixels.height() {
        // Writing into memory cannot fail.
        let Ok(()) = encoder.encode_line(row(pixels, y), pixels.width());
    }
    let Ok(writer) = encoder.finish();
    writer.finish()
}

/// Group 3 in one dimension (T.4), most significant bit first.
pub fn group3(pixels: &GrayImage) -> Vec<u8> {
    let mut writer = VecWriter::new();
    for y in 0..pixels.height() {
        end_of_line(&mut writer);
        let colours: Vec<Color> = row(pixels, y).collect();
        let mut expected = Color::White;
        for run in colours.chunk_by(|a, b| a == b) {
            if run[0] != expected {
                // A row starts with a white run, which may be empty.
                write_run(&mut writer, expected, 0);
            }
            write_run(&mut writer, run[0], run.len() as u16);
            expected = !run[0];
        }
    }
    for _ in 0..6 {
        end_of_line(&mut writer);
    }
    writer.finish()
}

fn end_of_line(writer: &mut VecWriter) {
    let Ok(()) = writer.write(Bits { data: 1, len: 12 });
}

fn write_run(writer: &mut VecWriter, colour: Color, mut length: u16) {
    let table = match colour {
        Color::White => &white::ENTRIES,
        Color::Black => &black::ENTRIES,
    };
    let mut write = |length: u16| {
        if let Some((_, bits)) = table.iter().find(|(run, _)| *run == length) {
            let Ok(()) = writer.write(*bits);
        }
    };
    while length >= 2560 {
        write(2560);
        length -= 2560;
    }
    if length >= 64 {
        write(length & !63);
    }
    write(length & 63);
}
