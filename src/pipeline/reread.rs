//! Second readings of single places of a page: the one step back from interpretation to the pixels.

use crate::interpret::{Candidate, Rereader, SecondReading, WordsReading, find_candidates};
use crate::model::confidence::Confidence;
use crate::model::geometry::BoundingBox;
use crate::model::source::TextSource;
use crate::ocr::SecondLook;
use crate::text::{PageText, TextLine, Word};

/// A number in comb boxes has this many words of one character at least.
const LEAST_CELLS: usize = 6;
/// Two readings of one engine that are both so sure need no other engine's word.
const SURE: Confidence = Confidence::new(0.999);

impl Rereader for SecondLook<'_> {
    /// Asks one engine after the other until two sure readings agree.
    fn reread(&mut self, candidate: &Candidate, contested: bool) -> Vec<SecondReading> {
        let mut readings: Vec<SecondReading> = Vec::new();
        for index in 0..self.engine_count() {
            // An engine that breaks down gives no second reading; the assessment stays weak.
            let Some((engine, seen)) = self.see(index, candidate) else {
                continue;
            };
            let reading = SecondReading {
                engine,
                confidence: seen.as_ref().map_or(Confidence::NONE, |c| c.confidence),
                value: seen.map(|c| c.value),
                same_engine: index == 0,
                unknown_origin: false,
            };
            let sure = reading.value.as_ref() == Some(&candidate.value)
                && reading.confidence.min(candidate.confidence) >= SURE
                && candidate.repairs == 0;
            readings.push(reading);
            if sure && !contested {
                return readings;
            }
        }
        readings.extend(self.cells_together(candidate));
        readings
    }

    fn reread_words(&mut self, place: &BoundingBox) -> Vec<WordsReading> {
        let mut readings = Vec::new();
        for index in 0..self.engine_count() {
            let Some((engine, text)) = self.look(index, place) else {
                continue;
            };
            readings.push(WordsReading {
                engine,
                words: words_at(text, place),
                same_engine: index == 0,
            });
        }
        readings
    }
}

/// The words of a text that stand mostly between the sides of a box.
fn words_at(text: PageText, place: &BoundingBox) -> Vec<Word> {
    let words = text.lines.into_iter().flat_map(|line| line.words);
    words
        .filter(|w| w.bounds.overlap_x(place) > 0.5 * w.bounds.width())
        .collect()
}

impl SecondLook<'_> {
    /// What each engine reads of a number in comb boxes once its cells are put together.
    fn cells_together(&mut self, candidate: &Candidate) -> Vec<SecondReading> {
        if candidate.words.len() < LEAST_CELLS || !candidate.parts.is_empty() {
            return Vec::new();
        }
        let Some((_, text)) = self.look(0, &candidate.bounds) else {
            return Vec::new();
        };
        let words = words_at(text, &candidate.bounds);
        let cells: Vec<BoundingBox> = words.iter().map(|w| w.bounds).collect();
        let mut readings = Vec::new();
        for index in 0..self.engine_count() {
            let Some((engine, words)) = self.look_at_cells(index, &cells) else {
                continue;
            };
            // A strip that makes no number says nothing against one.
            readings.extend(joined_number(candidate, words).map(|seen| SecondReading {
                engine,
                value: Some(seen.value),
                confidence: seen.confidence,
                same_engine: index == 0,
                unknown_origin: false,
            }));
        }
        readings
    }

    /// What one engine sees at the place of a candidate: its name, and a number of the same kind.
    fn see(
        &mut self,
        engine: usize,
        first: &Candidate,
    ) -> Option<(&'static str, Option<Candidate>)> {
        if first.parts.is_empty() {
            let (name, text) = self.look(engine, &first.bounds)?;
            let seen = number_at(first, &first.bounds, &text);
            return Some((name, seen.or_else(|| in_cells(first, text))));
        }
        let mut words = Vec::new();
        let mut name = "";
        for part in &first.parts {
            let (engine, text) = self.look(engine, part)?;
            name = engine;
            words.extend(words_at(text, part));
        }
        Some((name, joined_number(first, words)))
    }
}

/// The number of the candidate's kind that a text has at a box.
fn number_at(first: &Candidate, bounds: &BoundingBox, text: &PageText) -> Option<Candidate> {
    find_candidates(text)
        .into_iter()
        .filter(|c| c.kind == first.kind)
        .max_by(|a, b| {
            a.bounds
                .overlap_x(bounds)
                .total_cmp(&b.bounds.overlap_x(bounds))
        })
        .filter(|c| c.bounds.overlap_x(bounds) > 0.3 * bounds.width())
}

/// The number whose characters stand in cells of a comb, a word each, as if they stood in one word.
fn in_cells(first: &Candidate, text: PageText) -> Option<Candidate> {
    let is_comb = first.words.len() >= LEAST_CELLS;
    let words = words_at(text, &first.bounds);
    let few = words.len() < LEAST_CELLS / 2;
    let bounds = words.iter().map(|w| w.bounds).reduce(|a, b| a.union(&b))?;
    let confidence = words.iter().map(|w| w.confidence).min()?;
    if !is_comb || few {
        return None;
    }
    let whole = Word {
        text: words.iter().map(|w| w.text.as_str()).collect(),
        bounds,
        confidence,
    };
    joined_number(first, vec![whole])
}

/// The number that the words of several lines are together, as if they stood in one.
fn joined_number(first: &Candidate, words: Vec<Word>) -> Option<Candidate> {
    let mut x = 0.0;
    let mut row = Vec::new();
    let last = words.len().saturating_sub(1);
    for (at, mut word) in words.into_iter().enumerate() {
        // A hyphen at a line's end is none of the number.
        if at < last {
            word.text.truncate(word.text.trim_end_matches('-').len());
        }
        let width = word.bounds.width();
        let height = word.bounds.height();
        let bounds = BoundingBox::new(x, 0.0, x + width, height).ok()?;
        x += width + 0.3 * height;
        row.push(Word { bounds, ..word });
    }
    let line = TextLine::new(row)?;
    let text = PageText {
        source: TextSource::Ocr,
        size: (line.bounds.x1(), line.bounds.y1()),
        lines: vec![line],
        rules: Vec::new(),
        barcodes: Vec::new(),
    };
    find_candidates(&text)
        .into_iter()
        .find(|c| c.kind == first.kind)
}

/// The text that a scanner left behind an image is one more reading to compare with.
pub struct WithHidden<'a, W, P> {
    /// Second looks at the pixels.
    pub inner: W,
    /// What the text layer holds.
    pub hidden: &'a [Candidate],
    /// From points of the upright page to those of the document's page.
    pub place: &'a P,
}

impl<W: Rereader, P: Fn(&BoundingBox) -> BoundingBox> Rereader for WithHidden<'_, W, P> {
    fn reread(&mut self, candidate: &Candidate, contested: bool) -> Vec<SecondReading> {
        let here = (self.place)(&candidate.bounds);
        let hidden = self
            .hidden
            .iter()
            .filter(|s| s.kind == candidate.kind)
            .find(|s| s.bounds.overlap(&here) > 0.3);
        let differs = hidden.is_some_and(|h| h.value != candidate.value);
        let mut second_readings = self.inner.reread(candidate, contested || differs);
        second_readings.extend(hidden.map(|s| SecondReading {
            engine: "the scanner's text layer",
            value: Some(s.value.clone()),
            confidence: s.confidence,
            same_engine: false,
            unknown_origin: true,
        }));
        second_readings
    }

    fn reread_words(&mut self, place: &BoundingBox) -> Vec<WordsReading> {
        self.inner.reread_words(place)
    }
}
