//! Second looks at single places of a page, in another preparation and by other engines.

use super::strip::{scaled, word};
use super::{OcrEngine, Pass};
use crate::model::geometry::BoundingBox;
use crate::model::source::TextSource;
use crate::raster::{LineBox, PageLayout};
use crate::text::{PageText, lines_from_words};

/// A second look reaches so many heights of a capital beyond the end of a line: its last characters may have been too pale to
/// be found.
const BEYOND_THE_LINE: f32 = 2.5;

/// The engines of a page at hand for second looks at places of it.
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

    /// How many engines can look. The first is the one that read the page.
    pub fn engine_count(&self) -> usize {
        self.engines.len()
    }

    /// Reads the place of a box (in points of the upright page) again with one engine: the engine's
    /// name and what it saw there. `None` where no line was found or the engine broke down.
    pub fn look(
        &mut self,
        engine: usize,
        bounds: &BoundingBox,
    ) -> Option<(&'static str, PageText)> {
        let line = self.line_at(bounds)?;
        let scale = 72.0 / self.page.dpi;
        let span = self.span(line, bounds.x0() / scale, bounds.x1() / scale);
        let engine = self.engines.get_mut(engine)?;
        let crop = self
            .page
            .crop_between(line, span, &engine.crop(Pass::Second));
        let read = engine.read(std::slice::from_ref(&crop.image)).ok()?;
        let words = read.into_iter().flatten();
        let words = words.filter_map(|w| word(line, &crop, w, scale)).collect();
        let text = PageText {
            source: TextSource::Ocr,
            size: self.size,
            lines: lines_from_words(words, &[]),
            rules: Vec::new(),
            barcodes: Vec::new(),
        };
        Some((engine.name(), text))
    }

    /// The line that shares most of a box.
    fn line_at(&self, bounds: &BoundingBox) -> Option<&'a LineBox> {
        let scale = 72.0 / self.page.dpi;
        let shared = |l: &LineBox| {
            let place = scaled(l.x0, l.y0, l.x1, l.y1, scale);
            place.map_or(0.0, |b| b.overlap_x(bounds) * b.overlap_y(bounds))
        };
        let lines = self.page.lines.iter().filter(|l| shared(l) > 0.0);
        lines.max_by(|a, b| shared(a).total_cmp(&shared(b)))
    }

    /// What is looked at again for a number from `from` to `to`: a little more of its line and, where that ends, of the paper
    /// up to the next line or rule.
    fn span(&self, line: &LineBox, from: f32, to: f32) -> std::ops::Range<f32> {
        let (cap, beyond) = (line.cap_height, BEYOND_THE_LINE * line.cap_height);
        let beside = |top: f32, foot: f32| foot.min(line.y1) - top.max(line.y0) > 0.3 * cap;
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
        let (mut left, mut right) = (line.x0 - beyond, line.x1 + beyond);
        for (x0, x1) in others {
            if x0 >= line.x1 - cap {
                right = right.min(x0 - 0.4 * cap).max(line.x1);
            } else if x1 <= line.x0 + cap {
                left = left.max(x1 + 0.4 * cap).min(line.x0);
            }
        }
        let near = |end: f32, edge: f32| (end - edge).abs() < 1.2 * cap;
        let start = if near(from, line.x0) {
            left.max(0.0)
        } else {
            line.x0.max(from - cap)
        };
        let end = if near(to, line.x1) {
            right.min(self.page.width as f32)
        } else {
            line.x1.min(to + cap)
        };
        start..end
    }
}
