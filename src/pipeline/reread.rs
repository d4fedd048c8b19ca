//! Second readings of single places of a page: the one step back from interpretation to the pixels.

use crate::interpret::{Candidate, Rereader, SecondReading, find_candidates};
use crate::model::confidence::Confidence;
use crate::model::geometry::BoundingBox;
use crate::ocr::SecondLook;
use crate::text::PageText;

/// Two readings of one engine that are both so sure need no other engine's word.
const SURE: Confidence = Confidence::new(0.999);

impl Rereader for SecondLook<'_> {
    /// Asks one engine after the other until two sure readings agree.
    fn reread(&mut self, candidate: &Candidate, contested: bool) -> Vec<SecondReading> {
        let mut readings: Vec<SecondReading> = Vec::new();
        for index in 0..self.engine_count() {
            // An engine that breaks down gives no second reading; the assessment stays weak.
            let Some((engine, text)) = self.look(index, &candidate.bounds) else {
                continue;
            };
            let reading = second_reading(engine, index == 0, candidate, &text);
            let sure = reading.value.as_ref() == Some(&candidate.value)
                && reading.confidence.min(candidate.confidence) >= SURE
                && candidate.repairs == 0;
            readings.push(reading);
            if sure && !contested {
                break;
            }
        }
        readings
    }
}

/// What an engine's words say at the place of a candidate.
fn second_reading(
    engine: &'static str,
    same_engine: bool,
    first: &Candidate,
    text: &PageText,
) -> SecondReading {
    let bounds = &first.bounds;
    let seen = find_candidates(text)
        .into_iter()
        .filter(|c| c.kind == first.kind)
        .max_by(|a, b| {
            a.bounds
                .overlap_x(bounds)
                .total_cmp(&b.bounds.overlap_x(bounds))
        })
        .filter(|c| c.bounds.overlap_x(bounds) > 0.3 * bounds.width());
    SecondReading {
        engine,
        confidence: seen.as_ref().map_or(Confidence::NONE, |c| c.confidence),
        value: seen.map(|c| c.value),
        same_engine,
        unknown_origin: false,
    }
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
}
