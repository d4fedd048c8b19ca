//! Annotated pages: labels, numbers with their verdicts and ignored areas drawn over the page, with
//! a list of the numbers and their reasons below it.

use image::{Rgb, RgbImage, imageops};
use noto_sans_mono_bitmap::{FontWeight, RasterHeight, get_raster, get_raster_width};

use super::redact::redacted;
use super::{PageView, encode};
use crate::interpret::meaning::{LabelKind, interpret};
use crate::model::geometry::BoundingBox;
use crate::model::record::PagePicture;
use crate::model::verdict::Verdict;
use crate::model::wrap::wrapped_from;

/// Resolution of the page, in dpi.
const DPI: f32 = 120.0;
/// The longest side, in pixels; larger pages are drawn at a lower resolution.
const MOST_SIDE: f32 = 2400.0;
/// The margin around the list, in pixels.
const MARGIN: u32 = 12;
/// The line height of the list, in pixels.
const LINE: u32 = 20;

const BLUE: Rgb<u8> = Rgb([40, 90, 200]);
const GREEN: Rgb<u8> = Rgb([0, 125, 50]);
const AMBER: Rgb<u8> = Rgb([200, 110, 0]);
const RED: Rgb<u8> = Rgb([190, 20, 40]);
const GRAY: Rgb<u8> = Rgb([130, 130, 140]);
const BLACK: Rgb<u8> = Rgb([20, 20, 24]);
const WHITE: Rgb<u8> = Rgb([255, 255, 255]);

/// Draws the page and the list below it.
pub(super) fn page(seen: &PageView<'_>, mask: bool) -> Option<PagePicture> {
    let (width, height) = seen.text.size;
    let dpi = DPI.min(MOST_SIDE * 72.0 / width.max(height).max(1.0));
    let area = BoundingBox::new(0.0, 0.0, width, height).ok()?;
    let cut = seen.view.cut(&area, dpi);
    let cut = if mask {
        redacted(&cut, &area, seen)
    } else {
        cut
    };
    let entries = entries(seen, mask);
    let columns = (cut.width().saturating_sub(2 * MARGIN) / advance()).max(20) as usize;
    let lines: Vec<(Rgb<u8>, String)> = legend(seen)
        .into_iter()
        .chain(entries.iter().flat_map(|e| e.lines(columns)))
        .collect();
    let mut sheet = RgbImage::from_pixel(
        cut.width().max(1),
        cut.height() + 2 * MARGIN + LINE * lines.len() as u32,
        WHITE,
    );
    let faded = RgbImage::from_fn(cut.width(), cut.height(), |x, y| {
        // Print is faded a little so that annotations stand out.
        let v = 60 + (u16::from(cut.get_pixel(x, y)[0]) * 195 / 255) as u8;
        Rgb([v, v, v])
    });
    imageops::replace(&mut sheet, &faded, 0, 0);
    let mut pen = Pen {
        scale: dpi / 72.0,
        sheet: &mut sheet,
    };
    for (_, bounds) in seen.view.skipped() {
        pen.hatched(&bounds);
    }
    let labels = interpret(seen.text).labels.into_iter().map(|l| l.label);
    for bounds in labels
        .filter(|l| l.kind != LabelKind::Unknown)
        .filter_map(|l| l.bounds)
    {
        pen.frame(&bounds, BLUE, 1);
    }
    for entry in &entries {
        pen.frame(&entry.bounds, entry.color, 3);
        pen.tag(&entry.bounds, entry.color, &entry.number.to_string());
    }
    for (index, (color, text)) in lines.iter().enumerate() {
        pen.write(
            MARGIN,
            cut.height() + MARGIN + LINE * index as u32,
            *color,
            text,
        );
    }
    Some(PagePicture {
        page: seen.reading.number,
        png: encode::color(&sheet)?,
    })
}

/// A number on the page and its line in the list.
struct Entry {
    number: usize,
    bounds: BoundingBox,
    color: Rgb<u8>,
    text: String,
}

impl Entry {
    /// The text, wrapped at `columns`.
    fn lines(&self, columns: usize) -> Vec<(Rgb<u8>, String)> {
        wrapped_from(0, &self.text, "    ", columns)
            .lines()
            .map(|line| (self.color, line.to_owned()))
            .collect()
    }
}

fn entries(seen: &PageView<'_>, mask: bool) -> Vec<Entry> {
    let assessments = seen.reading.assessments.iter().enumerate();
    let entries = assessments.map(|(index, assessment)| {
        let (color, verdict) = match assessment.decision {
            Verdict::Accepted => (GREEN, "accepted"),
            Verdict::Review => (AMBER, "needs review"),
            Verdict::Rejected => (RED, "rejected"),
        };
        let value = if mask {
            String::new()
        } else {
            format!(" {}", assessment.candidate.value)
        };
        let reasons: Vec<&str> = assessment
            .reasons
            .iter()
            .map(String::as_str)
            .filter(|r| !mask || !has_number(r))
            .collect();
        let text = format!(
            "{} {}{value}, {verdict}: {}",
            index + 1,
            assessment.candidate.kind.name(),
            reasons.join("; ")
        );
        Entry {
            number: index + 1,
            bounds: assessment.candidate.bounds,
            color,
            text,
        }
    });
    entries.collect()
}

/// Whether a reason quotes a number, such as a label that contains digits.
fn has_number(reason: &str) -> bool {
    reason.chars().filter(char::is_ascii_digit).count() >= 7
}

fn legend(seen: &PageView<'_>) -> Vec<(Rgb<u8>, String)> {
    let form = seen.reading.info.form.as_deref().unwrap_or("no form name");
    let words = seen.text.word_count();
    vec![
        (
            BLACK,
            format!("Page {}, {form}, {words} words", seen.reading.number),
        ),
        (BLUE, "thin frame: label".to_owned()),
        (
            GRAY,
            "hatched: ignored (barcode, stamp, signature)".to_owned(),
        ),
    ]
}

fn advance() -> u32 {
    get_raster_width(FontWeight::Regular, RasterHeight::Size16) as u32
}

/// Draws on the sheet. Boxes are given in points of the page.
struct Pen<'a> {
    scale: f32,
    sheet: &'a mut RgbImage,
}

impl Pen<'_> {
    fn pixels(&self, b: &BoundingBox) -> [u32; 4] {
        [b.x0(), b.y0(), b.x1(), b.y1()].map(|v| (v * self.scale).round().max(0.0) as u32)
    }

    fn put(&mut self, x: u32, y: u32, color: Rgb<u8>) {
        if let Some(pixel) = self.sheet.get_pixel_mut_checked(x, y) {
            *pixel = color;
        }
    }

    fn fill(&mut self, [x0, y0, x1, y1]: [u32; 4], color: Rgb<u8>) {
        for y in y0..y1.min(self.sheet.height()) {
            for x in x0..x1.min(self.sheet.width()) {
                self.put(x, y, color);
            }
        }
    }

    /// Draws a frame just outside a box.
    fn frame(&mut self, bounds: &BoundingBox, color: Rgb<u8>, thick: u32) {
        let [x0, y0, x1, y1] = self.pixels(bounds);
        let left = x0.saturating_sub(thick + 1);
        let top = y0.saturating_sub(thick + 1);
        let right = x1 + thick + 1;
        let foot = y1 + thick + 1;
        self.fill([left, top, right, top + thick], color);
        self.fill([left, foot - thick, right, foot], color);
        self.fill([left, top, left + thick, foot], color);
        self.fill([right - thick, top, right, foot], color);
    }

    fn hatched(&mut self, bounds: &BoundingBox) {
        let [x0, y0, x1, y1] = self.pixels(bounds);
        for y in y0..y1.min(self.sheet.height()) {
            for x in (x0..x1.min(self.sheet.width())).filter(|x| (x + y) % 9 == 0) {
                self.put(x, y, GRAY);
            }
        }
        self.frame(bounds, GRAY, 1);
    }

    /// Draws a number on a colored plate to the left of a box.
    fn tag(&mut self, bounds: &BoundingBox, color: Rgb<u8>, text: &str) {
        let [x0, y0, ..] = self.pixels(bounds);
        let width = advance() * text.len() as u32 + 4;
        let x = x0.saturating_sub(width + 4);
        let y = y0.saturating_sub(4);
        self.fill([x, y, x + width, y + 18], color);
        self.write(x + 2, y + 1, WHITE, text);
    }

    fn write(&mut self, x: u32, y: u32, color: Rgb<u8>, text: &str) {
        for (index, c) in text.chars().enumerate() {
            let plain = match c {
                '“' | '”' => '"',
                '‘' | '’' => '\'',
                '–' | '—' => '-',
                c => c,
            };
            let glyph = get_raster(plain, FontWeight::Regular, RasterHeight::Size16)
                .or_else(|| get_raster('?', FontWeight::Regular, RasterHeight::Size16));
            let Some(glyph) = glyph else { continue };
            let left = x + advance() * index as u32;
            for (dy, row) in glyph.rows().enumerate() {
                for (dx, ink) in row.iter().enumerate().filter(|(_, ink)| **ink > 0) {
                    self.blend(left + dx as u32, y + dy as u32, color, *ink);
                }
            }
        }
    }

    fn blend(&mut self, x: u32, y: u32, color: Rgb<u8>, ink: u8) {
        if let Some(pixel) = self.sheet.get_pixel_mut_checked(x, y) {
            for (under, over) in pixel.0.iter_mut().zip(color.0) {
                *under = ((u32::from(*under) * (255 - u32::from(ink))
                    + u32::from(over) * u32::from(ink))
                    / 255) as u8;
            }
        }
    }
}
