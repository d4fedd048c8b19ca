//! Page OCR: detects which way up a scanned page is, and reads all its lines.

use std::collections::BTreeMap;

use super::back::drop_back;
use super::second_look::SecondLook;
use super::strip::{scaled, word};
use super::{OcrEngine, OcrError, Pass, StripWord, cells, small};
use crate::barcode;
use crate::model::confidence::Confidence;
use crate::model::geometry::{BoundingBox, Point};
use crate::model::source::TextSource;
use crate::raster::{Crop, LineBox, PageLayout};
use crate::text::{POINTS_PER_INCH, PageText, Rule, Word, lines_from_found};

// Tuning: orientation. Pages are compared by the mean confidence of their letters and digits.

/// Lines that are sampled.
const SAMPLED_LINES: usize = 6;
/// A page with a higher mean is upright: no upside-down page of the fixtures exceeded 0.6.
const UPRIGHT: Confidence = Confidence::FAIR;
/// The page is rotated only if its mean is higher by this when upside down.
const ROTATION_ADVANTAGE: f32 = 0.05;
/// A page with a lower mean may be mirrored.
const HARDLY_LEGIBLE: Confidence = Confidence::FAIR;
/// The page is mirrored only if its mean is higher by this when mirrored.
const MIRROR_ADVANTAGE: f32 = 0.12;

/// The engines of one worker. The first one reads pages, all of them re-read single places.
pub struct PageOcr {
    engines: Vec<Box<dyn OcrEngine>>,
}

impl PageOcr {
    /// Page OCR with these engines.
    pub fn new(engines: Vec<Box<dyn OcrEngine>>) -> Self {
        Self { engines }
    }

    /// Reads a prepared page: detects its orientation, then reads every line. Coordinates of the
    /// text are points of the upright page.
    pub fn read(&mut self, page: PageLayout) -> Result<Scan<'_>, OcrError> {
        let Sample { page, mut lines } = self.upright(page)?;
        let barcodes = barcode::read(&page);
        let rest: Vec<usize> = (0..page.lines.len())
            .filter(|index| !lines.contains_key(index))
            .collect();
        lines.append(&mut self.read_lines(&page, &rest)?);
        let mut lines: Vec<Vec<Word>> = lines.into_values().collect();
        if let Some(first) = self.engines.first_mut() {
            drop_back(&page, &mut lines, first.as_mut())?;
        }
        let scale = POINTS_PER_INCH / page.dpi;
        let rules: Vec<Rule> = page
            .rules
            .iter()
            .filter_map(|r| scaled(r.x0, r.y0, r.x1, r.y1, scale))
            .map(|bounds| Rule { bounds })
            .collect();
        let size = (page.width as f32 * scale, page.height as f32 * scale);
        let mut found = Vec::new();
        let mut in_cells = Vec::new();
        if let Some(first) = self.engines.first_mut() {
            for (line, words) in page.lines.iter().zip(lines) {
                if cells::are(line, &words) {
                    in_cells.push(words);
                    continue;
                }
                let words = small::read_again(&page, line, words, first.as_mut())?;
                found.push(cells::apart(words));
            }
        }
        let lines = lines_from_found(found, in_cells, &rules);
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
            ocr: self,
        })
    }

    /// Reads some lines of a page, given by their index.
    fn read_lines(
        &mut self,
        page: &PageLayout,
        which: &[usize],
    ) -> Result<BTreeMap<usize, Vec<Word>>, OcrError> {
        let Some(engine) = self.engines.first_mut() else {
            return Ok(BTreeMap::new());
        };
        let mut in_cells = BTreeMap::new();
        for index in which {
            if let Some(line) = page.lines.get(*index)
                && let Some(words) = cells::read(page, line, engine.as_mut(), Pass::First)?
            {
                in_cells.insert(*index, words);
            }
        }
        let mut crops: Vec<(usize, &LineBox, Crop)> = which
            .iter()
            .filter(|index| !in_cells.contains_key(*index))
            .filter_map(|index| Some((*index, page.lines.get(*index)?)))
            .map(|(index, line)| (index, line, page.crop(line, &engine.crop(Pass::First))))
            .collect();
        let strips: Vec<_> = crops
            .iter_mut()
            .map(|(_, _, crop)| std::mem::take(&mut crop.image))
            .collect();
        let read = engine.read(&strips)?;
        let scale = POINTS_PER_INCH / page.dpi;
        let mut lines: BTreeMap<usize, Vec<Word>> = crops
            .iter()
            .zip(read)
            .map(|((index, line, crop), words)| (*index, on_page(line, crop, words, scale)))
            .collect();
        lines.extend(in_cells);
        Ok(lines)
    }

    /// Detects the page's orientation. Samples a few lines; if they read poorly, tries 180° and
    /// then mirrored.
    fn upright(&mut self, page: PageLayout) -> Result<Sample, OcrError> {
        let up = self.sample(page)?;
        if up.legibility() > UPRIGHT.get() {
            return Ok(up);
        }
        let down = self.sample(up.page.upside_down())?;
        let best = up.legibility().max(down.legibility());
        if best < HARDLY_LEGIBLE.get() {
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
    fn sample(&mut self, page: PageLayout) -> Result<Sample, OcrError> {
        let lines = self.read_lines(&page, &page.promising_lines(SAMPLED_LINES))?;
        Ok(Sample { page, lines })
    }
}

/// The words of a strip on the page.
fn on_page(line: &LineBox, crop: &Crop, words: Vec<StripWord>, scale: f32) -> Vec<Word> {
    words
        .into_iter()
        .filter_map(|w| word(line, crop, w, scale))
        .collect()
}

/// A page with those of its lines that were read.
struct Sample {
    page: PageLayout,
    lines: BTreeMap<usize, Vec<Word>>,
}

impl Sample {
    /// The mean confidence of the letters and digits; other characters count as 0.
    fn legibility(&self) -> f32 {
        let mut sum = 0.0;
        let mut letters = 0.0;
        for word in self.lines.values().flatten() {
            let weight = word.text.chars().filter(|c| c.is_alphanumeric()).count() as f32;
            sum += weight * word.confidence.get();
            letters += word.text.chars().count() as f32;
        }
        if letters > 0.0 { sum / letters } else { 0.0 }
    }

    /// This sample, unless the other orientation reads better.
    fn unless(self, other: Self) -> Self {
        if other.legibility() > self.legibility() + ROTATION_ADVANTAGE {
            other
        } else {
            self
        }
    }
}

/// A page that was read, with the engines to re-read single places.
pub struct Scan<'a> {
    page: PageLayout,
    /// The text, in points of the upright page.
    pub text: PageText,
    ocr: &'a mut PageOcr,
}

impl Scan<'_> {
    /// Maps a box of the upright page, in points, to the image it was scanned to, in pixels.
    pub fn on_image(page: &PageLayout, bounds: &BoundingBox) -> Option<BoundingBox> {
        let scale = f64::from(page.dpi) / f64::from(POINTS_PER_INCH);
        let corner = |x: f32, y: f32| {
            let (x, y) = page
                .to_image
                .apply(f64::from(x) * scale, f64::from(y) * scale);
            Point {
                x: x as f32,
                y: y as f32,
            }
        };
        let x0 = bounds.x0();
        let y0 = bounds.y0();
        let x1 = bounds.x1();
        let y1 = bounds.y1();
        BoundingBox::around([
            corner(x0, y0),
            corner(x1, y0),
            corner(x0, y1),
            corner(x1, y1),
        ])
    }

    /// The prepared page.
    pub fn page(&self) -> &PageLayout {
        &self.page
    }

    /// The text, and the engines to re-read places of it.
    pub fn split(&mut self) -> (&PageText, SecondLook<'_>) {
        let second = SecondLook::new(&self.page, &mut self.ocr.engines, self.text.size);
        (&self.text, second)
    }
}
