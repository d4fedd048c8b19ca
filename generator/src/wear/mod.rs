//! What happens to a page between the printer and the file: the resolution of the scan and one kind of wear.

mod copier;
mod handling;
mod marks;
mod tone;
pub mod warp;

use image::{GrayImage, Luma, imageops};

use crate::dice::Dice;
use crate::format::{Format, Scan};
use crate::layout::sheet::Sheet;
use crate::raster;

/// A kind of wear. The names are those of the `--damage` option.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wear {
    /// Never printed: the file holds its own text.
    Native,
    /// A clean scan at this many dots per inch.
    Scan(u16),
    /// A fax of 204 by 196 dots per inch.
    FaxFine,
    /// A fax of 204 by 98 dots per inch.
    FaxStandard,
    /// Turned right by so many quarters.
    Turned(u8),
    /// White on black.
    Inverted,
    /// Two pages side by side on one picture.
    SideBySide,
    /// Laid on the glass at an angle, up to 7° either way.
    Skewed,
    /// Printed or copied with too little toner.
    Faded,
    /// Printed or copied with too much: letters run together.
    Heavy,
    /// A copy of copies, with specks and black edges.
    Copied,
    /// Not flat on the glass: lines bend.
    Curled,
    /// Stamped across the head.
    Stamped,
    /// Written on with a pen.
    Penned,
    /// What is printed on the back shines through.
    BleedThrough,
    /// Uneven light.
    Shadowed,
    /// Photographed from the side on a darker desk.
    Photographed,
    /// A worn drum and dirty rollers: streaks, gaps and dots.
    WornToner,
    /// Numbers underlined so that the line touches them.
    Underlined,
    /// Scanned through the back of a film, or flipped by a setting: left is right.
    Mirrored,
    /// Folded for an envelope: creases with a shadow, toner broken along them.
    Folded,
    /// Fed crooked: a part of the margin cut off, a black bar where the glass showed.
    Cropped,
    /// On coloured paper or a copy of it: ink on grey.
    Tinted,
    /// Snapped in haste: strong perspective, turned, uneven light, a desk hardly darker than the paper.
    Snapped,
    /// Two of these at once.
    Mixed,
}

/// How the pages are scanned.
#[derive(Debug, Clone, Copy)]
pub struct Scanner {
    /// Dots per inch, where the wear leaves a choice; drawn when `None`.
    pub dpi: Option<u16>,
    /// Whether the sensor adds its noise, as every real one does. Without it lossless files stay small.
    pub grain: bool,
}

impl Default for Scanner {
    fn default() -> Self {
        Self {
            dpi: None,
            grain: true,
        }
    }
}

impl Wear {
    /// Every kind.
    pub const ALL: [Wear; 31] = [
        Wear::Native,
        Wear::Scan(120),
        Wear::Scan(150),
        Wear::Scan(200),
        Wear::Scan(300),
        Wear::Scan(600),
        Wear::FaxFine,
        Wear::FaxStandard,
        Wear::Turned(1),
        Wear::Turned(2),
        Wear::Turned(3),
        Wear::Inverted,
        Wear::SideBySide,
        Wear::Skewed,
        Wear::Faded,
        Wear::Heavy,
        Wear::Copied,
        Wear::Curled,
        Wear::Stamped,
        Wear::Penned,
        Wear::BleedThrough,
        Wear::Shadowed,
        Wear::Photographed,
        Wear::WornToner,
        Wear::Underlined,
        Wear::Mirrored,
        Wear::Folded,
        Wear::Cropped,
        Wear::Tinted,
        Wear::Snapped,
        Wear::Mixed,
    ];

    /// The name written beside the truth.
    pub fn name(self) -> String {
        match self {
            Wear::Native => "native".to_owned(),
            Wear::Scan(dpi) => format!("scan{dpi}"),
            Wear::FaxFine => "fax".to_owned(),
            Wear::FaxStandard => "fax-standard".to_owned(),
            Wear::Turned(quarters) => format!("turned{}", u32::from(quarters) * 90),
            Wear::Inverted => "inverted".to_owned(),
            Wear::SideBySide => "side-by-side".to_owned(),
            Wear::Skewed => "skewed".to_owned(),
            Wear::Faded => "faded".to_owned(),
            Wear::Heavy => "heavy".to_owned(),
            Wear::Copied => "copied".to_owned(),
            Wear::Curled => "curled".to_owned(),
            Wear::Stamped => "stamped".to_owned(),
            Wear::Penned => "penned".to_owned(),
            Wear::BleedThrough => "bleed-through".to_owned(),
            Wear::Shadowed => "shadowed".to_owned(),
            Wear::Photographed => "photo".to_owned(),
            Wear::WornToner => "worn-toner".to_owned(),
            Wear::Underlined => "underlined".to_owned(),
            Wear::Mirrored => "mirrored".to_owned(),
            Wear::Folded => "folded".to_owned(),
            Wear::Cropped => "cropped".to_owned(),
            Wear::Tinted => "tinted".to_owned(),
            Wear::Snapped => "snapped".to_owned(),
            Wear::Mixed => "mixed".to_owned(),
        }
    }

    /// The kind of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|wear| wear.name() == name)
    }

    /// Draws a kind; a third is native.
    pub fn draw(dice: &mut Dice) -> Self {
        if dice.chance(0.3) {
            Wear::Native
        } else {
            dice.pick(&Self::ALL[1..])
        }
    }

    /// True where this wear can be seen in files of this format.
    pub fn suits(self, format: Format, pages: usize) -> bool {
        let layered = matches!(format, Format::PdfOcr | Format::PdfOcrWrong);
        let single = !format.holds_pages();
        if single && pages > if self == Wear::SideBySide { 2 } else { 1 } {
            return false;
        }
        match self {
            Wear::Native => false,
            Wear::FaxFine | Wear::FaxStandard => {
                matches!(format, Format::TiffG3 | Format::TiffG4 | Format::PdfG4)
            }
            // Small print does not survive one bit at few dots per inch.
            Wear::Scan(dpi) => !format.is_bilevel() || dpi >= 200,
            // Grey on grey does not survive one bit.
            Wear::Faded | Wear::BleedThrough | Wear::Shadowed | Wear::WornToner | Wear::Tinted => {
                !format.is_bilevel()
            }
            Wear::Photographed | Wear::Snapped => {
                !layered
                    && matches!(
                        format,
                        Format::Jpeg | Format::PdfJpeg | Format::Png | Format::WebP
                    )
            }
            Wear::Heavy | Wear::Copied | Wear::Stamped | Wear::Penned | Wear::Underlined => true,
            Wear::Mixed => !layered && !format.is_bilevel(),
            Wear::Curled => !layered,
            Wear::Mirrored | Wear::Folded | Wear::Cropped => !layered && format != Format::JpegExif,
            Wear::Turned(_) | Wear::SideBySide | Wear::Skewed => {
                !layered && format != Format::JpegExif
            }
            Wear::Inverted => !layered && format != Format::TiffG3,
        }
    }

    /// Scans the pages with this wear.
    pub fn scan(self, dice: &mut Dice, sheets: &[Sheet], scanner: Scanner) -> Vec<Scan> {
        let dpi = match self {
            Wear::Native => (300.0, 300.0),
            Wear::Scan(dpi) => (f32::from(dpi), f32::from(dpi)),
            Wear::FaxFine => (204.0, 196.0),
            Wear::FaxStandard => (204.0, 98.0),
            _ => {
                let drawn = dice.pick(&[200, 200, 240, 300]);
                let dpi = f32::from(scanner.dpi.unwrap_or(drawn));
                (dpi, dpi)
            }
        };
        let scan = |sheet: &Sheet| Scan {
            pixels: self.wear(dice, sheet, dpi),
            dpi,
        };
        let mut scans: Vec<Scan> = sheets.iter().map(scan).collect();
        if self == Wear::SideBySide {
            scans = scans
                .chunks(2)
                .map(|pair| Scan {
                    pixels: beside(pair),
                    dpi,
                })
                .collect();
        }
        for scan in scans.iter_mut().filter(|_| scanner.grain) {
            grain(dice, &mut scan.pixels);
        }
        scans
    }

    /// The sheet printed, worn and scanned.
    fn wear(self, dice: &mut Dice, sheet: &Sheet, dpi: (f32, f32)) -> GrayImage {
        if self == Wear::Underlined {
            return raster::draw(&marks::underlined(dice, sheet), dpi);
        }
        let page = raster::draw(sheet, dpi);
        if self == Wear::Mixed {
            let first = dice.pick(&[
                Wear::Stamped,
                Wear::Penned,
                Wear::BleedThrough,
                Wear::Faded,
                Wear::Heavy,
            ]);
            let second = dice.pick(&[Wear::Skewed, Wear::Shadowed, Wear::Curled, Wear::WornToner]);
            let page = first.spoil(dice, page, dpi.0);
            return second.spoil(dice, page, dpi.0);
        }
        self.spoil(dice, page, dpi.0)
    }

    /// The page after this wear.
    fn spoil(self, dice: &mut Dice, page: GrayImage, dpi: f32) -> GrayImage {
        match self {
            Wear::Faded => tone::faded(dice, page),
            Wear::Heavy => tone::heavy(dice, &page, dpi),
            Wear::Shadowed => tone::shadowed(dice, page),
            Wear::WornToner => tone::worn(dice, page, dpi),
            Wear::Copied => copier::copied(dice, page, dpi),
            Wear::Stamped => marks::stamped(dice, page, dpi),
            Wear::Penned => marks::penned(dice, page, dpi),
            Wear::BleedThrough => marks::bled_through(dice, page, dpi),
            Wear::Curled => warp::curl(
                &page,
                dice.uniform(2.0, 7.0) * dpi / 72.0,
                dice.uniform(0.0, 3.0),
            ),
            Wear::Photographed => {
                let page = tone::shadowed(dice, page);
                warp::photograph(dice, &page)
            }
            Wear::Mirrored => imageops::flip_horizontal(&page),
            Wear::Folded => handling::folded(dice, page, dpi),
            Wear::Cropped => handling::cropped(dice, &page, dpi),
            Wear::Tinted => handling::tinted(dice, page),
            Wear::Snapped => handling::snapped(dice, &page),
            Wear::FaxFine | Wear::FaxStandard => threshold(page, 150),
            Wear::Turned(1) => imageops::rotate90(&page),
            Wear::Turned(2) => imageops::rotate180(&page),
            Wear::Turned(_) => imageops::rotate270(&page),
            Wear::Inverted => {
                let mut page = page;
                imageops::invert(&mut page);
                page
            }
            Wear::Skewed => {
                warp::turn(&page, dice.uniform(1.0, 7.0) * dice.pick(&[-1.0, 1.0]), 255)
            }
            _ => page,
        }
    }
}

/// Black below the level, white from it on.
fn threshold(mut page: GrayImage, level: u8) -> GrayImage {
    for pixel in page.pixels_mut() {
        pixel.0[0] = if pixel.0[0] < level { 0 } else { 255 };
    }
    page
}

/// The pages of a pair on one wide picture.
fn beside(pair: &[Scan]) -> GrayImage {
    let width: u32 = pair.iter().map(|scan| scan.pixels.width()).sum();
    let height = pair
        .iter()
        .map(|scan| scan.pixels.height())
        .max()
        .unwrap_or(1);
    let mut wide = GrayImage::from_pixel(width.max(1), height, Luma([255]));
    let mut x = 0;
    for scan in pair {
        imageops::replace(&mut wide, &scan.pixels, x, 0);
        x += i64::from(scan.pixels.width());
    }
    wide
}

/// A sensor's light noise; pure black and white stay what they are for one-bit formats.
fn grain(dice: &mut Dice, page: &mut GrayImage) {
    let strength = dice.uniform(0.0, 4.0);
    let paper = dice.uniform(244.0, 255.0);
    if page.pixels().all(|pixel| matches!(pixel.0[0], 0 | 255)) {
        return;
    }
    for pixel in page.pixels_mut() {
        let noise = dice.uniform(-1.0, 1.0) + dice.uniform(-1.0, 1.0);
        let value = f32::from(pixel.0[0]) / 255.0 * (paper - 12.0) + 12.0;
        pixel.0[0] = (value + noise * strength).clamp(0.0, 255.0) as u8;
    }
}
