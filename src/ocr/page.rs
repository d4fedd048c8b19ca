//! A scanned page: its lines put before an engine the right way up, and the second looks at single places.

use super::{Look, OcrEngine, OcrError, StripWord, small};
use crate::barcode;
use crate::candidate::judge::{Testimony, Witness};
use crate::candidate::{Spot, spots};
use crate::confidence::Confidence;
use crate::geometry::{BoundingBox, Point};
use crate::raster::{self, Crop, LineBox};
use crate::text::{PageText, Rule, TextSource, Word, lines_from_found, lines_from_words};
use std::collections::BTreeMap;

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

/// Two readings of one engine that are both so sure need no other engine's word.
const SURE: Confidence = Confidence::new(0.999);

/// The engines of one worker: the first reads, all of them give testimony.
pub struct PageReader {
    engines: Vec<Box<dyn OcrEngine>>,
}

impl PageReader {
    /// A reader whose first engine reads pages.
    pub fn new(engines: Vec<Box<dyn OcrEngine>>) -> Self {
        Self { engines }
    }

    /// Reads a prepared page: finds its head, reads every line. Coordinates of the text are points of the upright page.
    pub fn read(&mut self, page: raster::Page) -> Result<Scan<'_>, OcrError> {
        let Sample { page, mut lines } = self.head_up(page)?;
        let barcodes = barcode::read(&page);
        let rest: Vec<usize> = (0..page.lines.len()).filter(|index| !lines.contains_key(index)).collect();
        lines.append(&mut self.read_lines(&page, &rest)?);
        let scale = 72.0 / page.dpi;
        let rules: Vec<Rule> =
            page.rules.iter().filter_map(|r| scaled(r.x0, r.y0, r.x1, r.y1, scale)).map(|bounds| Rule { bounds }).collect();
        let size = (page.width as f32 * scale, page.height as f32 * scale);
        let mut found = Vec::new();
        if let Some(first) = self.engines.first_mut() {
            for (line, words) in page.lines.iter().zip(lines.into_values()) {
                found.push(small::read_again(&page, line, words, first.as_mut())?);
            }
        }
        let lines = lines_from_found(found, &rules);
        let text = PageText { source: TextSource::Ocr, size, lines, rules, barcodes };
        Ok(Scan { page, text, reader: self })
    }

    /// Reads some lines of a page, given by their index.
    fn read_lines(&mut self, page: &raster::Page, which: &[usize]) -> Result<BTreeMap<usize, Vec<Word>>, OcrError> {
        let Some(engine) = self.engines.first_mut() else { return Ok(BTreeMap::new()) };
        let lines = which.iter().filter_map(|index| Some((*index, page.lines.get(*index)?)));
        let mut cut: Vec<(usize, &LineBox, Crop)> =
            lines.map(|(index, line)| (index, line, page.crop(line, &engine.crop(Look::First)))).collect();
        let strips: Vec<_> = cut.iter_mut().map(|(_, _, crop)| std::mem::take(&mut crop.image)).collect();
        let scale = 72.0 / page.dpi;
        let placed = |((index, line, crop), read): (&(usize, &LineBox, Crop), Vec<StripWord>)| {
            (*index, read.into_iter().filter_map(|w| word(line, crop, w, scale)).collect())
        };
        Ok(cut.iter().zip(engine.read(&strips)?).map(placed).collect())
    }

    /// Turns a page that stands on its head: where a few lines do not clearly read, they are read the other way as well. Print
    /// that reads badly both ways is looked at in a mirror, too.
    fn head_up(&mut self, page: raster::Page) -> Result<Sample, OcrError> {
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
    fn sample(&mut self, page: raster::Page) -> Result<Sample, OcrError> {
        let lines = self.read_lines(&page, &page.promising_lines(PROBES))?;
        Ok(Sample { page, lines })
    }
}

/// A page with those of its lines that were read.
struct Sample {
    page: raster::Page,
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
        if other.legibility() > self.legibility() + TURN_ADVANTAGE { other } else { self }
    }
}

fn scaled(x0: f32, y0: f32, x1: f32, y1: f32, scale: f32) -> Option<BoundingBox> {
    BoundingBox::new(x0 * scale, y0 * scale, x1 * scale, y1 * scale).ok()
}

/// A word of a strip on the page, in points: across from the strip, up and down from the line's baseline and height.
pub(super) fn word(line: &LineBox, crop: &Crop, read: StripWord, scale: f32) -> Option<Word> {
    let (x0, x1) = (crop.page_x(read.x0), crop.page_x(read.x1));
    let base = line.baseline_at((x0 + x1) / 2.0);
    // Capitals and digits: an eighth more above and a fifth below cover most letters.
    let (top, foot) = (base - 1.12 * line.cap_height, base + 0.2 * line.cap_height);
    let bounds = scaled(x0, top, x1, foot, scale)?;
    Some(Word { text: read.text, bounds, confidence: read.confidence })
}

/// A page that was read, with the engines at hand for second looks.
pub struct Scan<'a> {
    page: raster::Page,
    /// What was read, in points of the upright page.
    pub text: PageText,
    reader: &'a mut PageReader,
}

impl Scan<'_> {
    /// A box of the upright page, in points, as a box of the image it was scanned to, in pixels.
    pub fn on_image(page: &raster::Page, bounds: &BoundingBox) -> Option<BoundingBox> {
        let scale = f64::from(page.dpi) / 72.0;
        let corner = |x: f32, y: f32| {
            let (x, y) = page.to_image.apply(f64::from(x) * scale, f64::from(y) * scale);
            Point { x: x as f32, y: y as f32 }
        };
        let (x0, y0, x1, y1) = (bounds.x0(), bounds.y0(), bounds.x1(), bounds.y1());
        BoundingBox::around([corner(x0, y0), corner(x1, y0), corner(x0, y1), corner(x1, y1)])
    }

    /// The prepared page.
    pub fn page(&self) -> &raster::Page {
        &self.page
    }

    /// The text beside the witness for it.
    pub fn split(&mut self) -> (&PageText, SecondLook<'_>) {
        (&self.text, SecondLook { page: &self.page, reader: self.reader, size: self.text.size })
    }
}

/// Second looks at places of one page.
pub struct SecondLook<'a> {
    page: &'a raster::Page,
    reader: &'a mut PageReader,
    size: (f32, f32),
}

/// A second look reaches so many heights of a capital beyond the end of a line: its last characters may have been too pale to
/// be found.
const BEYOND_THE_LINE: f32 = 2.5;

impl SecondLook<'_> {
    /// What is looked at again for a number from `from` to `to`: a little more of its line and, where that ends, of the paper
    /// up to the next line or rule.
    fn span(&self, line: &LineBox, from: f32, to: f32) -> std::ops::Range<f32> {
        let (cap, beyond) = (line.cap_height, BEYOND_THE_LINE * line.cap_height);
        let beside = |top: f32, foot: f32| foot.min(line.y1) - top.max(line.y0) > 0.3 * cap;
        let lines = self.page.lines.iter().filter(|l| beside(l.y0, l.y1) && (l.x0 > line.x1 - cap || l.x1 < line.x0 + cap));
        let rules = self.page.rules.iter().filter(|r| !r.is_horizontal() && beside(r.y0, r.y1));
        let others = lines.map(|l| (l.x0, l.x1)).chain(rules.map(|r| (r.x0.min(r.x1), r.x1.max(r.x0))));
        let (mut left, mut right) = (line.x0 - beyond, line.x1 + beyond);
        for (x0, x1) in others {
            if x0 >= line.x1 - cap {
                right = right.min(x0 - 0.4 * cap).max(line.x1);
            } else if x1 <= line.x0 + cap {
                left = left.max(x1 + 0.4 * cap).min(line.x0);
            }
        }
        let near = |end: f32, edge: f32| (end - edge).abs() < 1.2 * cap;
        let start = if near(from, line.x0) { left.max(0.0) } else { line.x0.max(from - cap) };
        let end = if near(to, line.x1) { right.min(self.page.width as f32) } else { line.x1.min(to + cap) };
        start..end
    }
}

impl Witness for SecondLook<'_> {
    /// Asks one reader after the other until two sure readings agree.
    fn look_again(&mut self, spot: &Spot, contested: bool) -> Vec<Testimony> {
        let scale = 72.0 / self.page.dpi;
        let shared = |l: &LineBox| {
            scaled(l.x0, l.y0, l.x1, l.y1, scale).map_or(0.0, |b| b.overlap_x(&spot.bounds) * b.overlap_y(&spot.bounds))
        };
        let line = self.page.lines.iter().filter(|l| shared(l) > 0.0).max_by(|a, b| shared(a).total_cmp(&shared(b)));
        let Some(line) = line else { return Vec::new() };
        let (from, to) = (spot.bounds.x0() / scale, spot.bounds.x1() / scale);
        let span = self.span(line, from, to);
        let mut testimonies: Vec<Testimony> = Vec::new();
        for (index, engine) in self.reader.engines.iter_mut().enumerate() {
            let crop = self.page.crop_between(line, span.clone(), &engine.crop(Look::Second));
            // An engine that breaks down on a second look gives no testimony; the claim stays weak.
            let Ok(read) = engine.read(std::slice::from_ref(&crop.image)) else { continue };
            let words = read.into_iter().flatten().filter_map(|w| word(line, &crop, w, scale)).collect();
            let testimony = Testimony { kin: index == 0, ..testimony(engine.name(), spot, words, self.size) };
            let sure = testimony.value.as_ref() == Some(&spot.value)
                && testimony.confidence.min(spot.confidence) >= SURE
                && spot.repairs == 0;
            testimonies.push(testimony);
            if sure && !contested {
                break;
            }
        }
        testimonies
    }
}

/// What an engine's words say at a place.
fn testimony(reader: &'static str, first: &Spot, words: Vec<Word>, size: (f32, f32)) -> Testimony {
    let bounds = &first.bounds;
    let lines = lines_from_words(words, &[]);
    let text = PageText { source: TextSource::Ocr, size, lines, rules: Vec::new(), barcodes: Vec::new() };
    let spot = spots(&text)
        .into_iter()
        .filter(|s| s.kind == first.kind)
        .max_by(|a, b| a.bounds.overlap_x(bounds).total_cmp(&b.bounds.overlap_x(bounds)));
    let spot = spot.filter(|s| s.bounds.overlap_x(bounds) > 0.3 * bounds.width());
    let confidence = spot.as_ref().map_or(Confidence::NONE, |s| s.confidence);
    Testimony { reader, confidence, value: spot.map(|s| s.value), kin: false, hearsay: false }
}
