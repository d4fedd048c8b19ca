//! Test damage: what happens to a page between the printer and the file.
//!
//! A scan has a resolution and one kind of degradation. This is deliberately independent of the
//! damage in training lines (`line/damage`).

mod copier;
mod handling;
mod marks;
mod tone;
pub mod warp;

use image::{GrayImage, Luma, imageops};

use crate::format::{Format, Scan};
use crate::layout::sheet::Sheet;
use crate::raster;
use crate::rng::Rng;

/// A kind of degradation, with the names of the `--damage` option.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Degradation {
    /// Never printed: a native PDF.
    Native,
    /// A clean scan at this many dots per inch.
    Scan(u16),
    /// A fax of 204 by 196 dots per inch.
    FaxFine,
    /// A fax of 204 by 98 dots per inch.
    FaxStandard,
    /// Rotated right by this many quarter turns.
    Turned(u8),
    /// White on black.
    Inverted,
    /// Two pages side by side in one image.
    SideBySide,
    /// Skewed on the glass by up to 7° either way.
    Skewed,
    /// Printed or copied with too little toner.
    Faded,
    /// Printed or copied with too much toner: letters merge.
    Heavy,
    /// A copy of a copy, with specks and black edges.
    Copied,
    /// Curled on the glass: lines bend.
    Curled,
    /// Stamped across the top.
    Stamped,
    /// Written on with a pen.
    Penned,
    /// The back of the page shows through.
    BleedThrough,
    /// Uneven light.
    Shadowed,
    /// Photographed at an angle on a darker desk.
    Photographed,
    /// A worn drum and dirty rollers: streaks, gaps and dots.
    WornToner,
    /// Numbers underlined by lines that touch them.
    Underlined,
    /// Mirrored, by scanning a film from the back or by a setting.
    Mirrored,
    /// Folded for an envelope: creases with shadows and flaked toner.
    Folded,
    /// Fed crooked: part of the margin cut off, black bars at the edges.
    Cropped,
    /// On colored paper: ink on gray.
    Tinted,
    /// A hasty photo: strong perspective, rotation, uneven light, and a desk hardly darker than the
    /// paper.
    Snapped,
    /// Two of these at once.
    Mixed,
}

/// The scanner settings.
#[derive(Debug, Clone, Copy)]
pub struct Scanner {
    /// The resolution in dpi, if the degradation doesn't set it; random if `None`.
    pub dpi: Option<u16>,
    /// Whether to add sensor noise, as real scanners do. Without it, lossless files stay small.
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

impl Degradation {
    /// Every kind.
    pub const ALL: [Degradation; 31] = [
        Degradation::Native,
        Degradation::Scan(120),
        Degradation::Scan(150),
        Degradation::Scan(200),
        Degradation::Scan(300),
        Degradation::Scan(600),
        Degradation::FaxFine,
        Degradation::FaxStandard,
        Degradation::Turned(1),
        Degradation::Turned(2),
        Degradation::Turned(3),
        Degradation::Inverted,
        Degradation::SideBySide,
        Degradation::Skewed,
        Degradation::Faded,
        Degradation::Heavy,
        Degradation::Copied,
        Degradation::Curled,
        Degradation::Stamped,
        Degradation::Penned,
        Degradation::BleedThrough,
        Degradation::Shadowed,
        Degradation::Photographed,
        Degradation::WornToner,
        Degradation::Underlined,
        Degradation::Mirrored,
        Degradation::Folded,
        Degradation::Cropped,
        Degradation::Tinted,
        Degradation::Snapped,
        Degradation::Mixed,
    ];

    /// The name in the ground truth.
    pub fn name(self) -> String {
        match self {
            Degradation::Native => "native".to_owned(),
            Degradation::Scan(dpi) => format!("scan{dpi}"),
            Degradation::FaxFine => "fax".to_owned(),
            Degradation::FaxStandard => "fax-standard".to_owned(),
            Degradation::Turned(quarters) => format!("turned{}", u32::from(quarters) * 90),
            Degradation::Inverted => "inverted".to_owned(),
            Degradation::SideBySide => "side-by-side".to_owned(),
            Degradation::Skewed => "skewed".to_owned(),
            Degradation::Faded => "faded".to_owned(),
            Degradation::Heavy => "heavy".to_owned(),
            Degradation::Copied => "copied".to_owned(),
            Degradation::Curled => "curled".to_owned(),
            Degradation::Stamped => "stamped".to_owned(),
            Degradation::Penned => "penned".to_owned(),
            Degradation::BleedThrough => "bleed-through".to_owned(),
            Degradation::Shadowed => "shadowed".to_owned(),
            Degradation::Photographed => "photo".to_owned(),
            Degradation::WornToner => "worn-toner".to_owned(),
            Degradation::Underlined => "underlined".to_owned(),
            Degradation::Mirrored => "mirrored".to_owned(),
            Degradation::Folded => "folded".to_owned(),
            Degradation::Cropped => "cropped".to_owned(),
            Degradation::Tinted => "tinted".to_owned(),
            Degradation::Snapped => "snapped".to_owned(),
            Degradation::Mixed => "mixed".to_owned(),
        }
    }

    /// The kind with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|degradation| degradation.name() == name)
    }

    /// Picks a random kind; a third is native.
    pub fn draw(rng: &mut Rng) -> Self {
        if rng.chance(0.3) {
            Degradation::Native
        } else {
            rng.pick(&Self::ALL[1..])
        }
    }

    /// Whether this degradation is visible in files of this format.
    pub fn suits(self, format: Format, pages: usize) -> bool {
        let layered = matches!(format, Format::PdfOcr | Format::PdfOcrWrong);
        let single = !format.holds_pages();
        if single
            && pages
                > if self == Degradation::SideBySide {
                    2
                } else {
                    1
                }
        {
            return false;
        }
        match self {
            Degradation::Native => false,
            Degradation::FaxFine | Degradation::FaxStandard => {
                matches!(format, Format::TiffG3 | Format::TiffG4 | Format::PdfG4)
            }
            // Small print does not survive one bit per pixel at low resolution.
            Degradation::Scan(dpi) => !format.is_bilevel() || dpi >= 200,
            // Gray on gray does not survive one bit per pixel.
            Degradation::Faded
            | Degradation::BleedThrough
            | Degradation::Shadowed
            | Degradation::WornToner
            | Degradation::Tinted => !format.is_bilevel(),
            Degradation::Photographed | Degradation::Snapped => {
                !layered
                    && matches!(
                        format,
                        Format::Jpeg | Format::PdfJpeg | Format::Png | Format::WebP
                    )
            }
            Degradation::Heavy
            | Degradation::Copied
            | Degradation::Stamped
            | Degradation::Penned
            | Degradation::Underlined => true,
            Degradation::Mixed => !layered && !format.is_bilevel(),
            Degradation::Curled => !layered,
            Degradation::Mirrored | Degradation::Folded | Degradation::Cropped => {
                !layered && format != Format::JpegExif
            }
            Degradation::Turned(_) | Degradation::SideBySide | Degradation::Skewed => {
                !layered && format != Format::JpegExif
            }
            Degradation::Inverted => !layered && format != Format::TiffG3,
        }
    }

    /// Prints, degrades and scans the pages.
    pub fn scan(self, rng: &mut Rng, sheets: &[Sheet], scanner: Scanner) -> Vec<Scan> {
        let dpi = match self {
            Degradation::Native => (300.0, 300.0),
            Degradation::Scan(dpi) => (f32::from(dpi), f32::from(dpi)),
            Degradation::FaxFine => (204.0, 196.0),
            Degradation::FaxStandard => (204.0, 98.0),
            _ => {
                let drawn = rng.pick(&[200, 200, 240, 300]);
                let dpi = f32::from(scanner.dpi.unwrap_or(drawn));
                (dpi, dpi)
            }
        };
        let scan = |sheet: &Sheet| Scan {
            pixels: self.degradation(rng, sheet, dpi),
            dpi,
        };
        let mut scans: Vec<Scan> = sheets.iter().map(scan).collect();
        if self == Degradation::SideBySide {
            scans = scans
                .chunks(2)
                .map(|pair| Scan {
                    pixels: beside(pair),
                    dpi,
                })
                .collect();
        }
        for scan in scans.iter_mut().filter(|_| scanner.grain) {
            grain(rng, &mut scan.pixels);
        }
        scans
    }

    /// Prints, degrades and scans one sheet.
    fn degradation(self, rng: &mut Rng, sheet: &Sheet, dpi: (f32, f32)) -> GrayImage {
        if self == Degradation::Underlined {
            return raster::draw(&marks::underlined(rng, sheet), dpi);
        }
        let page = raster::draw(sheet, dpi);
        if self == Degradation::Mixed {
            let first = rng.pick(&[
                Degradation::Stamped,
                Degradation::Penned,
                Degradation::BleedThrough,
                Degradation::Faded,
                Degradation::Heavy,
            ]);
            let second = rng.pick(&[
                Degradation::Skewed,
                Degradation::Shadowed,
                Degradation::Curled,
                Degradation::WornToner,
            ]);
            let page = first.spoil(rng, page, dpi.0);
            return second.spoil(rng, page, dpi.0);
        }
        self.spoil(rng, page, dpi.0)
    }

    /// Applies this degradation to a page.
    fn spoil(self, rng: &mut Rng, page: GrayImage, dpi: f32) -> GrayImage {
        match self {
            Degradation::Faded => tone::faded(rng, page),
            Degradation::Heavy => tone::heavy(rng, &page, dpi),
            Degradation::Shadowed => tone::shadowed(rng, page),
            Degradation::WornToner => tone::worn(rng, page, dpi),
            Degradation::Copied => copier::copied(rng, page, dpi),
            Degradation::Stamped => marks::stamped(rng, page, dpi),
            Degradation::Penned => marks::penned(rng, page, dpi),
            Degradation::BleedThrough => marks::bled_through(rng, page, dpi),
            Degradation::Curled => warp::curl(
                &page,
                rng.uniform(2.0, 7.0) * dpi / 72.0,
                rng.uniform(0.0, 3.0),
            ),
            Degradation::Photographed => {
                let page = tone::shadowed(rng, page);
                warp::photograph(rng, &page)
            }
            Degradation::Mirrored => imageops::flip_horizontal(&page),
            Degradation::Folded => handling::folded(rng, page, dpi),
            Degradation::Cropped => handling::cropped(rng, &page, dpi),
            Degradation::Tinted => handling::tinted(rng, page),
            Degradation::Snapped => handling::snapped(rng, &page),
            Degradation::FaxFine | Degradation::FaxStandard => threshold(page, 150),
            Degradation::Turned(1) => imageops::rotate90(&page),
            Degradation::Turned(2) => imageops::rotate180(&page),
            Degradation::Turned(_) => imageops::rotate270(&page),
            Degradation::Inverted => {
                let mut page = page;
                imageops::invert(&mut page);
                page
            }
            Degradation::Skewed => {
                warp::turn(&page, rng.uniform(1.0, 7.0) * rng.pick(&[-1.0, 1.0]), 255)
            }
            _ => page,
        }
    }
}

/// Thresholds the page: black below the level, white from it on.
fn threshold(mut page: GrayImage, level: u8) -> GrayImage {
    for pixel in page.pixels_mut() {
        pixel.0[0] = if pixel.0[0] < level { 0 } else { 255 };
    }
    page
}

/// Puts two pages side by side on one wide image.
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

/// Adds light sensor noise. Pure black and white are kept for bilevel formats.
fn grain(rng: &mut Rng, page: &mut GrayImage) {
    let strength = rng.uniform(0.0, 4.0);
    let paper = rng.uniform(244.0, 255.0);
    if page.pixels().all(|pixel| matches!(pixel.0[0], 0 | 255)) {
        return;
    }
    for pixel in page.pixels_mut() {
        let noise = rng.uniform(-1.0, 1.0) + rng.uniform(-1.0, 1.0);
        let value = f32::from(pixel.0[0]) / 255.0 * (paper - 12.0) + 12.0;
        pixel.0[0] = (value + noise * strength).clamp(0.0, 255.0) as u8;
    }
}
