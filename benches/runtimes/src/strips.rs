//! Strips to read: numbers and words in one typeface, with grain, always the same.

use i797::recognizer::HEIGHT;
use image::{GrayImage, Luma};
use noto_sans_mono_bitmap::{FontWeight, RasterHeight, get_raster, get_raster_width};

const WIDTH: u32 = 384;
const WORDS: [&str; 6] = [
    "Receipt Number",
    "USCIS A#",
    "Notice Date",
    "Account",
    "Case Type",
    "Applicant",
];

/// Multiplies and adds, as Knuth's MMIX does.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }
}

/// So many strips of 32 × 384 pixels.
pub fn drawn(count: usize) -> impl Iterator<Item = GrayImage> {
    let mut dice = Dice(1);
    (0..count).map(move |_| {
        let word = WORDS[dice.below(WORDS.len() as u64) as usize];
        let number = dice.below(10_000_000_000);
        let text = match dice.below(3) {
            0 => format!("{word} IOE{number:010}"),
            1 => format!("{word} A{:09}", number % 1_000_000_000),
            _ => format!("{word} 00{number:010}"),
        };
        draw(&text, &mut dice)
    })
}

fn draw(text: &str, dice: &mut Dice) -> GrayImage {
    let mut strip = GrayImage::from_fn(WIDTH, HEIGHT as u32, |_, _| {
        Luma([215 + dice.below(30) as u8])
    });
    let pitch = get_raster_width(FontWeight::Regular, RasterHeight::Size32);
    for (index, raster) in text
        .chars()
        .filter_map(|c| get_raster(c, FontWeight::Regular, RasterHeight::Size32))
        .enumerate()
    {
        for (y, row) in raster.rows().enumerate() {
            for (x, ink) in row.iter().enumerate() {
                if let Some(pixel) =
                    strip.get_pixel_mut_checked((index * pitch + x) as u32, y as u32)
                {
                    pixel[0] = (f32::from(pixel[0]) * (1.0 - f32::from(*ink) / 300.0)) as u8;
                }
            }
        }
    }
    strip
}
