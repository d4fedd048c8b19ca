//! The second pass: re-reads regions of a page, cropped differently, with each engine.

use super::strip::{scaled, word};
use super::{OcrEngine, Pass, cells};
use crate::model::geometry::BoundingBox;
use crate::model::source::TextSource;
use crate::raster::{LineBox, PageLayout};
use crate::text::{POINTS_PER_INCH, PageText, TextLine, Word, lines_from_words};

// Tuning, in cap heights of the line.

/// How far beyond the end of a line a region reaches: the last characters may have been too faint
/// to be detected.
const BEYOND_LINE: f32 = 2.5;
/// A number that ends closer than this to the end of the line may continue there.
const NEAR_LINE_END: f32 = 1.2;
/// How far a region reaches beyond the number within the line.
const BEYOND_NUMBER: f32 = 1.0;
/// Lines and rules that share more than this of the line's height limit the region …
const LEAST_SHARED: f32 = 0.3;
/// … which keeps this distance from them.
const CLEARANCE: f32 = 0.4;

/// The engines of a page, to re-read regions of it.
pub struct SecondLook<'a> {
    page: &'a PageLayout,
    engines: &'a mut [Box<dyn OcrEngine>],
    size: (f32, f32),
}

impl<'a> SecondLook<'a> {
    pub(super) fn new(
        page: &'a PageLayout,
        engines: &'a mut [Box<dyn OcrEngine>],
        size: (f32, f32),
    ) -> Self {
        Self {
            page,
            engines,
            size,
        }
    }

    /// The number of engines. The first is the one that read the page.
    pub fn engine_count(&self) -> usize {
        self.engines.len()
    }

    /// Re-reads a box (in points of the upright page) with one engine. Returns the engine's name
    /// and the text. `None` if there is no line or the engine failed.
    pub fn look(
        &mut self,
        engine: usize,
        bounds: &BoundingBox,
    ) -> Option<(&'static str, PageText)> {
        let line = self.line_at(bounds)?;
        let scale = POINTS_PER_INCH / self.page.dpi;
        let span = self.span(line, bounds.x0() / scale, bounds.x1() / scale);
        let engine = self.engines.get_mut(engine)?.as_mut();
        let lines = match cells::read(self.page, line, engine, Pass::Second).ok()? {
            Some(words) => TextLine::new(words).into_iter().collect(),
            None => {
                let options = engine.crop(Pass::Second);
                let crop = self.page.crop_between(line, span, &options);
                let read = engine.read(std::slice::from_ref(&crop.image)).ok()?;
                let words = read.into_iter().flatten();
                let words = words.filter_map(|w| word(line, &crop, w, scale)).collect();
                lines_from_words(cells::apart(words), &[])
            }
        };
        let text = PageText {
            source: TextSource::Ocr,
            size: self.size,
            lines,
            rules: Vec::new(),
            barcodes: Vec::new(),
        };
        Some((engine.name(), text))
    }

    /// Re-reads the characters in these boxes, each in a cell of its own, put together to print of
    /// ordinary spacing. Returns the engine's name and the words, with boxes of the strip.
    pub fn look_at_cells(
        &mut self,
        engine: usize,
        boxes: &[BoundingBox],
    ) -> Option<(&'static str, Vec<Word>)> {
        let bounds = boxes.iter().copied().reduce(|a, b| a.union(&b))?;
        // Cells that are known were put together from the first look on.
        let line = self.line_at(&bounds).filter(|l| l.cells.is_empty())?;
        let scale = POINTS_PER_INCH / self.page.dpi;
        let places: Vec<(f32, f32)> = boxes
            .iter()
            .map(|b| (b.x0() / scale, b.x1() / scale))
            .collect();
        let engine = self.engines.get_mut(engine)?;
        let strip = cells::together(self.page, line, &places, &engine.crop(Pass::First));
        let height = strip.height() as f32;
        let read = engine.read(std::slice::from_ref(&strip)).ok()?;
        let words = read.into_iter().flatten().filter_map(|w| {
            Some(Word {
                bounds: BoundingBox::new(w.x0, 0.0, w.x1, height).ok()?,
                text: w.text,
                confidence: w.confidence,
            })
        });
        Some((engine.name(), words.collect()))
    }

    /// The line that shares most of a box.
    fn line_at(&self, bounds: &BoundingBox) -> Option<&'a LineBox> {
        let scale = POINTS_PER_INCH / self.page.dpi;
        let shared = |l: &LineBox| {
            let line = scaled(l.x0, l.y0, l.x1, l.y1, scale);
            line.map_or(0.0, |b| b.overlap_x(bounds) * b.overlap_y(bounds))
        };
        self.page
            .lines
            .iter()
            .filter(|l| shared(l) > 0.0)
            .max_by(|a, b| shared(a).total_cmp(&shared(b)))
    }

    /// The region that is re-read for a number from `from` to `to`: a little more of its line and,
    /// where that ends, of the paper up to the next line or rule.
    fn span(&self, line: &LineBox, from: f32, to: f32) -> std::ops::Range<f32> {
        let cap = line.cap_height;
        let beside =
            |top: f32, bottom: f32| bottom.min(line.y1) - top.max(line.y0) > LEAST_SHARED * cap;
        let lines = self
            .page
            .lines
            .iter()
            .filter(|l| beside(l.y0, l.y1) && (l.x0 > line.x1 - cap || l.x1 < line.x0 + cap));
        let rules = self
            .page
            .rules
            .iter()
            .filter(|r| !r.is_horizontal() && beside(r.y0, r.y1));
        let others = lines
            .map(|l| (l.x0, l.x1))
            .chain(rules.map(|r| (r.x0.min(r.x1), r.x1.max(r.x0))));
        let mut left = line.x0 - BEYOND_LINE * cap;
        let mut right = line.x1 + BEYOND_LINE * cap;
        for (x0, x1) in others {
            if x0 >= line.x1 - cap {
                right = right.min(x0 - CLEARANCE * cap).max(line.x1);
            } else if x1 <= line.x0 + cap {
                left = left.max(x1 + CLEARANCE * cap).min(line.x0);
            }
        }
        let near = |end: f32, edge: f32| (end - edge).abs() < NEAR_LINE_END * cap;
        let start = if near(from, line.x0) {
            left.max(0.0)
        } else {
            line.x0.max(from - BEYOND_NUMBER * cap)
        };
        let end = if near(to, line.x1) {
            right.min(self.page.width as f32)
        } else {
            line.x1.min(to + BEYOND_NUMBER * cap)
        };
        start..end
    }
}
