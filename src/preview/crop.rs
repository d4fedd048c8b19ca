//! Crops: each number with its label, and the head of a notice where no account number was accepted.

use super::encode::{self, Greys};
use super::redact::covered;
use super::{PageView, view};
use crate::identifier::IdentifierKind;
use crate::interpret::{Assessment, SecondReading};
use crate::model::geometry::BoundingBox;
use crate::model::location::Location;
use crate::model::owner::Owner;
use crate::model::record::{Crop, Reading, Shows};
use crate::model::source::TextSource;
use crate::model::verdict::Verdict;

/// The largest crop of a number, in pixels.
const MOST_PIXELS: (f32, f32) = (600.0, 150.0);
/// A label further away than this, in points, is not brought into the crop of its number.
const LABEL_REACH: (f32, f32) = (170.0, 34.0);
/// The narrowest part of a page that is recognised again, in points.
const NARROWEST: f32 = 120.0;
/// The same where no label stands beside the number.
const NARROWEST_BARE: f32 = 260.0;
/// How fine larger parts of a page are shown.
const HEAD_DPI: f32 = 92.0;
/// How fine a page is shown that the program could hardly read: a person should do better.
const PAGE_DPI: f32 = 130.0;
/// The share of a page that holds what notices carry their numbers in.
const HEAD: f32 = 0.42;
/// The same number is shown at most so often on one page.
const MOST_OF_ONE: usize = 2;

/// All crops of a page, in its order.
pub fn crops(
    seen: &PageView<'_>,
    mask: bool,
    place: &impl Fn(&BoundingBox) -> BoundingBox,
) -> Vec<Crop> {
    let mut crops: Vec<Crop> = Vec::new();
    let assessments: Vec<&Assessment> = seen
        .reading
        .assessments
        .iter()
        .filter(|c| c.decision != Verdict::Rejected)
        .collect();
    for (index, assessment) in assessments.iter().enumerate() {
        let earlier = assessments
            .iter()
            .take(index)
            .filter(|c| same_number(c, assessment))
            .count();
        // A bar code says nothing to the eye; where it is all there is, at least its place is shown, unless that is masked.
        let told = assessment.source == TextSource::Barcode
            && (mask || assessments.iter().any(|c| same_print(c, assessment)));
        if earlier < MOST_OF_ONE && !told {
            crops.extend(value(seen, assessment, mask, place));
        }
    }
    crops.extend(whole(seen, mask, place));
    crops
}

fn same_number(a: &Assessment, b: &Assessment) -> bool {
    a.candidate.kind == b.candidate.kind && a.candidate.value == b.candidate.value
}

fn same_print(a: &Assessment, b: &Assessment) -> bool {
    a.source != TextSource::Barcode && same_number(a, b)
}

/// A number with its label and what stands around them.
fn value(
    seen: &PageView<'_>,
    assessment: &Assessment,
    mask: bool,
    place: &impl Fn(&BoundingBox) -> BoundingBox,
) -> Option<Crop> {
    let area = around(assessment, seen.text.size)?;
    let dpi = view::SKETCH_DPI
        .min(MOST_PIXELS.0 * 72.0 / area.width())
        .min(MOST_PIXELS.1 * 72.0 / area.height());
    let cut = seen.view.cut(&area, dpi);
    let cut = if mask {
        covered(&cut, &area, seen)
    } else {
        cut
    };
    let size = [cut.width(), cut.height()];
    let scale = cut.width() as f32 / area.width();
    let b = &assessment.candidate.bounds;
    let edges = [
        b.x0() - area.x0(),
        b.y0() - area.y0(),
        b.x1() - area.x0(),
        b.y1() - area.y0(),
    ];
    Some(Crop {
        location: Location {
            page: seen.reading.number,
            bounds: place(b).rounded(),
        },
        shows: Shows::Value,
        size,
        mark: Some(edges.map(|v| (v * scale).round().max(0.0) as u32)),
        readings: readings(assessment),
        png: encode::grey(&cut, Greys::Eight)?,
    })
}

/// The part of the page that shows a number in its place.
fn around(assessment: &Assessment, (width, height): (f32, f32)) -> Option<BoundingBox> {
    let b = &assessment.candidate.bounds;
    let near = |label: &BoundingBox| {
        let union = b.union(label);
        union.width() - b.width() < LABEL_REACH.0 && union.height() - b.height() < LABEL_REACH.1
    };
    let shown = assessment
        .label_bounds
        .filter(near)
        .map_or(*b, |label| b.union(&label));
    let em = b.height().clamp(5.0, 24.0);
    // Without a label what stands around must tell what the number is.
    let labelled = assessment.label_bounds.is_some_and(|l| near(&l));
    let (narrowest, above) = if labelled {
        (NARROWEST, 1.1)
    } else {
        (NARROWEST_BARE, 3.0)
    };
    let sides = (1.6 * em).max((narrowest - shown.width()) / 2.0);
    let (x0, y0) = (
        (shown.x0() - sides).max(0.0),
        (shown.y0() - above * em).max(0.0),
    );
    let (x1, y1) = (
        (shown.x1() + sides).min(width),
        (shown.y1() + 0.8 * above * em).min(height),
    );
    BoundingBox::new(x0, y0, x1, y1)
        .ok()
        .filter(|a| a.width() > 1.0 && a.height() > 1.0)
}

/// What each reader saw, where one saw something else.
fn readings(assessment: &Assessment) -> Vec<Reading> {
    let differs = |t: &SecondReading| {
        t.value
            .as_ref()
            .is_some_and(|v| *v != assessment.candidate.value)
    };
    if !assessment.second_readings.iter().any(differs) {
        return Vec::new();
    }
    let first = Reading {
        reader: "taken as read".to_owned(),
        value: Some(assessment.candidate.value.clone()),
    };
    let others = assessment.second_readings.iter().map(|t| Reading {
        reader: t.engine.to_owned(),
        value: t.value.clone(),
    });
    std::iter::once(first).chain(others).collect()
}

/// The head of a notice that gave no account number, or a page that gave hardly anything.
fn whole(
    seen: &PageView<'_>,
    mask: bool,
    place: &impl Fn(&BoundingBox) -> BoundingBox,
) -> Option<Crop> {
    let reading = seen.reading;
    let nothing = seen.text.word_count() == 0 || !reading.legible;
    let accepted = |c: &Assessment| {
        c.candidate.kind == IdentifierKind::OnlineAccountNumber
            && c.decision == Verdict::Accepted
            && c.owner != Owner::Representative
    };
    let begins = reading.info.page_of.is_none_or(|(page, _)| page <= 1);
    let lacks = reading.info.is_notice() && begins && !reading.assessments.iter().any(accepted);
    let shows = match (nothing, lacks) {
        // Of what could not be read nobody can say that it holds no number.
        (true, _) if mask => return None,
        (true, _) => Shows::Page,
        (false, true) => Shows::Head,
        (false, false) => return None,
    };
    let (width, height) = seen.text.size;
    let (share, dpi) = if shows == Shows::Head {
        (HEAD, HEAD_DPI)
    } else {
        (1.0, PAGE_DPI)
    };
    let area = BoundingBox::new(0.0, 0.0, width, height * share).ok()?;
    let dpi = dpi
        .min(dpi * 612.0 / width.max(1.0))
        .min(dpi * 1008.0 / height.max(1.0));
    let cut = seen.view.cut(&area, dpi);
    let cut = if mask {
        covered(&cut, &area, seen)
    } else {
        cut
    };
    Some(Crop {
        location: Location {
            page: reading.number,
            bounds: place(&area).rounded(),
        },
        shows,
        size: [cut.width(), cut.height()],
        mark: None,
        readings: Vec::new(),
        png: encode::grey(&cut, Greys::Four)?,
    })
}
