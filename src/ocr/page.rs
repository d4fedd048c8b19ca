//! A scanned page: its lines put before an engine the right way up, and the second looks at single places.

use std::collections::BTreeMap;

use super::second_look::SecondLook;
use super::strip::{scaled, word};
use super::{OcrEngine, OcrError, Pass, StripWord, small};
use crate::barcode;
use crate::model::geometry::{BoundingBox, Point};
use crate::model::source::TextSource;
use crate::raster::{self, Crop, LineBox};
use crate::text::{PageText, Rule, Word, lines_from_found};

/// Lines that are read both ways to find the page's head.
const PROBES: usize = 6;
/// A page that reads as well as this stands upright: no page of the fixtures that stood on its head came above 0.6.
const CLEARLY_UP: f32 = 0.8;
/// A turn is only believed over the one the page came in when its mean confidence is higher by this.
const TURN_ADVANTAGE: f32 = 0.05;

/// The mean confidence of a page that may be seen in a mirror is less than this.
const HARDLY_LEGIBLE: f32 = 0.8;
/// A mirror is only believed when the mean confidence is higher by this.
const MIRROR_ADVANTAGE: f32 = 0.12;

/// The engines of one worker: the first reads, all of them read single places again.
pub struct PageOcr {
    engines: Vec<Box<dyn OcrEngine>>,
}

impl PageOcr {
    /// A reader whose first engine reads pages.
    pub fn new(engines: Vec<Box<dyn OcrEngine>>) -> Self {
        Self { engines }
    }

    /// Reads a prepared page: finds its head, reads every line. Coordinates of the text are points of the upright page.
    pub fn read(&mut self, page: raster::PageLayout) -> Result<Scan<'_>, OcrError> {
        let Sample { page, mut lines } = self.head_up(page)?;
        let barcodes = barcode::read(&page);
        let rest: Vec<usize> = (0..page.lines.len())
            .filter(|index| !lines.contains_key(index))
            .collect();
        lines.append(&mut self.read_lines(&page, &rest)?);
        let scale = 72.0 / page.dpi;
        let rules: Vec<Rule> = page
            .rules
            .iter()
            .filter_map(|r| scaled(r.x0, r.y0, r.x1, r.y1, scale))
            .map(|bounds| Rule { bounds })
            .collect();
        let size = (page.width as f32 * scale, page.height as f32 * scale);
        let mut found = Vec::new();
        if let Some(first) = self.engines.first_mut() {
            for (line, words) in page.lines.iter().zip(lines.into_values()) {
                found.push(small::read_again(&page, line, words, first.as_mut())?);
            }
        }
        let lines = lines_from_found(found, &rules);
        let text = PageText {
            source: TextSource::Ocr,
            size,
            lines,
            rules,
            barcodes,
        };
        Ok(Scan {
            page,
            text,
            reader: self,
        })
    }

    /// Reads some lines of a page, given by their index.
    fn read_lines(
        &mut self,
        page: &raster::PageLayout,
        which: &[usize],
    ) -> Result<BTreeMap<usize, Vec<Word>>, OcrError> {
        let Some(engine) = self.engines.first_mut() else {
            return Ok(BTreeMap::new());
        };
        let lines = which
            .iter()
            .filter_map(|index| Some((*index, page.lines.get(*index)?)));
        let mut cut: Vec<(usize, &LineBox, Crop)> = lines
            .map(|(index, line)| (index, line, page.crop(line, &engine.crop(Pass::First))))
            .collect();
        let strips: Vec<_> = cut
            .iter_mut()
            .map(|(_, _, crop)| std::mem::take(&mut crop.image))
            .collect();
        let scale = 72.0 / page.dpi;
        let placed = |((index, line, crop), read): (&(usize, &LineBox, Crop), Vec<StripWord>)| {
            (
                *index,
                read.into_iter()
                    .filter_map(|w| word(line, crop, w, scale))
                    .collect(),
            )
        };
        Ok(cut.iter().zip(engine.read(&strips)?).map(placed).collect())
    }

    /// Turns a page that stands on its head: where a few lines do not clearly read, they are read the other way as well. Print
    /// that reads badly both ways is looked at in a mirror, too.
    fn head_up(&mut self, page: raster::PageLayout) -> Result<Sample, OcrError> {
        let up = self.sample(page)?;
        if up.legibility() > CLEARLY_UP {
            return Ok(up);
        }
        let down = self.sample(up.page.upside_down())?;
        let best = up.legibility().max(down.legibility());
        if best < HARDLY_LEGIBLE {
            let mirrored = up.page.mirrored();
            let right = self.sample(mirrored.upside_down())?;
            let left = self.sample(mirrored)?;
            if left.legibility().max(right.legibility()) > best + MIRROR_ADVANTAGE {
                return Ok(left.unless(right));
            }
        }
        Ok(up.unless(down))
    }

    /// Reads a page's most promising lines.
    fn sample(&mut self, page: raster::PageLayout) -> Result<Sample, OcrError> {
        let lines = self.read_lines(&page, &page.promising_lines(PROBES))?;
        Ok(Sample { page, lines })
    }
}

/// A page with those of its lines that were read.
struct Sample {
    page: raster::PageLayout,
    lines: BTreeMap<usize, Vec<Word>>,
}

impl Sample {
    /// The mean confidence of the letters and digits.
    fn legibility(&self) -> f32 {
        let (mut sum, mut letters) = (0.0, 0.0);
        for word in self.lines.values().flatten() {
            let weight = word.text.chars().filter(|c| c.is_alphanumeric()).count() as f32;
            sum += weight * word.confidence.get();
            letters += word.text.chars().count() as f32;
        }
        if letters > 0.0 { sum / letters } else { 0.0 }
    }

    /// This one, unless the other way reads better.
    fn unless(self, other: Self) -> Self {
        if other.legibility() > self.legibility() + TURN_ADVANTAGE {
            other
        } else {
            self
        }
    }
}

/// A page that was read, with the engines at hand for second looks.
pub struct Scan<'a> {
    page: raster::PageLayout,
    /// What was read, in points of the upright page.
    pub text: PageText,
    reader: &'a mut PageOcr,
}

impl Scan<'_> {
    /// A box of the upright page, in points, as a box of the image it was scanned to, in pixels.
    pub fn on_image(page: &raster::PageLayout, bounds: &BoundingBox) -> Option<BoundingBox> {
        let scale = f64::from(page.dpi) / 72.0;
        let corner = |x: f32, y: f32| {
            let (x, y) = page
                .to_image
                .apply(f64::from(x) * scale, f64::from(y) * scale);
            Point {
                x: x as f32,
                y: y as f32,
            }
        };
        let (x0, y0, x1, y1) = (bounds.x0(), bounds.y0(), bounds.x1(), bounds.y1());
        BoundingBox::around([
            corner(x0, y0),
            corner(x1, y0),
            corner(x0, y1),
            corner(x1, y1),
        ])
    }

    /// The prepared page.
    pub fn page(&self) -> &raster::PageLayout {
        &self.page
    }

    /// The text beside the rereader for it.
    pub fn split(&mut self) -> (&PageText, SecondLook<'_>) {
        (
            &self.text,
            SecondLook::new(&self.page, &mut self.reader.engines, self.text.size),
        )
    }
}
