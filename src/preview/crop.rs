//! Crops: each number with its label, and the top of notices without an accepted account number.

use super::encode::{self, Grays};
use super::redact::redacted;
use super::{PageView, view};
use crate::identifier::IdentifierKind;
use crate::interpret::Assessment;
use crate::model::geometry::BoundingBox;
use crate::model::location::Location;
use crate::model::owner::Owner;
use crate::model::record::{Crop, Reading, Shows};
use crate::model::source::TextSource;
use crate::model::verdict::Verdict;

/// The largest crop of a number, in pixels.
const MOST_PIXELS: (f32, f32) = (600.0, 150.0);
/// How far, in points, a label may extend the crop of its number; labels farther away are left out.
const LABEL_REACH: (f32, f32) = (170.0, 34.0);
/// The least width of a crop, in points: enough for a reviewer to find it on the page.
const NARROWEST: f32 = 120.0;
/// The least width of a crop if no label is near the number, so that its surroundings explain it.
const NARROWEST_BARE: f32 = 260.0;
/// Resolution of the top of a notice, in dpi.
const HEAD_DPI: f32 = 92.0;
/// Resolution of a page that could not be read, in dpi: high enough for a person to read it.
const PAGE_DPI: f32 = 130.0;
/// The share of the page height that counts as the top: the fields with the numbers are there.
const HEAD: f32 = 0.42;
/// The most crops of the same number on one page.
const MOST_OF_ONE: usize = 2;
/// The most crops of fields on one page.
const MOST_FIELDS: usize = 8;
/// Resolutions of a whole letter page, in dpi, that are tried in turn. At the first, print of nine
/// points can be read.
const OVERVIEW_DPI: [f32; 3] = [80.0, 64.0, 50.0];
/// The most bytes of a whole page: 2,000 of them stay under 60 MB in a report.
const OVERVIEW_BYTES: usize = 22 << 10;

/// All crops of a page, in page order.
pub(super) fn crops(
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
        // A barcode means nothing to the eye. It is shown only if the number isn't printed as well,
        // and never masked.
        let redundant = assessment.source == TextSource::Barcode
            && (mask || assessments.iter().any(|c| same_print(c, assessment)));
        if earlier < MOST_OF_ONE && !redundant {
            crops.extend(value(seen, assessment, mask, place));
        }
    }
    crops.extend(fields(seen, mask, place));
    crops.extend(whole(seen, mask, place));
    if crops.iter().all(|crop| crop.shows != Shows::Page) {
        crops.extend(overview(seen, mask, place));
    }
    crops
}

/// Crops of fields that need review; the others are shown on the whole page.
fn fields(
    seen: &PageView<'_>,
    mask: bool,
    place: &impl Fn(&BoundingBox) -> BoundingBox,
) -> Vec<Crop> {
    let doubtful = seen.reading.fields.iter();
    let doubtful = doubtful.filter(|field| field.verdict == Verdict::Review);
    doubtful
        .take(MOST_FIELDS)
        .filter_map(|field| marked(seen, &field.bounds, None, mask, place))
        .collect()
}

/// The whole page, small: sharper ones first, until one is small enough.
fn overview(
    seen: &PageView<'_>,
    mask: bool,
    place: &impl Fn(&BoundingBox) -> BoundingBox,
) -> Option<Crop> {
    let (width, height) = seen.text.size;
    // An unreadable page may contain any number, so nothing of it may be shown.
    if mask && (seen.text.word_count() == 0 || !seen.reading.legible) {
        return None;
    }
    let area = BoundingBox::new(0.0, 0.0, width, height).ok()?;
    let sheet = (612.0 / width.max(1.0)).min(792.0 / height.max(1.0));
    OVERVIEW_DPI.into_iter().find_map(|dpi| {
        let cut = seen.view.cut(&area, dpi * sheet);
        let cut = if mask {
            redacted(&cut, &area, seen)
        } else {
            cut
        };
        let png = encode::gray(&cut, Grays::Four)?;
        (png.0.len() <= OVERVIEW_BYTES).then(|| Crop {
            location: Location {
                page: seen.reading.number,
                bounds: place(&area).rounded(),
            },
            shows: Shows::Overview,
            size: [cut.width(), cut.height()],
            mark: None,
            readings: Vec::new(),
            png,
        })
    })
}

fn same_number(a: &Assessment, b: &Assessment) -> bool {
    a.candidate.kind == b.candidate.kind && a.candidate.value == b.candidate.value
}

fn same_print(a: &Assessment, b: &Assessment) -> bool {
    a.source != TextSource::Barcode && same_number(a, b)
}

/// A crop of a number with its label and their surroundings.
fn value(
    seen: &PageView<'_>,
    assessment: &Assessment,
    mask: bool,
    place: &impl Fn(&BoundingBox) -> BoundingBox,
) -> Option<Crop> {
    let bounds = &assessment.candidate.bounds;
    let mut crop = marked(seen, bounds, assessment.label_bounds, mask, place)?;
    crop.readings = readings(assessment);
    Some(crop)
}

/// A crop of a place with its label, on which the place is marked.
fn marked(
    seen: &PageView<'_>,
    b: &BoundingBox,
    label: Option<BoundingBox>,
    mask: bool,
    place: &impl Fn(&BoundingBox) -> BoundingBox,
) -> Option<Crop> {
    let area = around(b, label, seen.text.size)?;
    let dpi = view::SKETCH_DPI
        .min(MOST_PIXELS.0 * 72.0 / area.width())
        .min(MOST_PIXELS.1 * 72.0 / area.height());
    let cut = seen.view.cut(&area, dpi);
    let cut = if mask {
        redacted(&cut, &area, seen)
    } else {
        cut
    };
    let size = [cut.width(), cut.height()];
    let scale = cut.width() as f32 / area.width();
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
        readings: Vec::new(),
        png: encode::gray(&cut, Grays::Eight)?,
    })
}

/// The part of the page that a crop of a number shows.
fn around(
    b: &BoundingBox,
    label: Option<BoundingBox>,
    (width, height): (f32, f32),
) -> Option<BoundingBox> {
    let label = label.filter(|label| {
        let union = b.union(label);
        union.width() - b.width() < LABEL_REACH.0 && union.height() - b.height() < LABEL_REACH.1
    });
    let shown = label.map_or(*b, |label| b.union(&label));
    let em = b.height().clamp(5.0, 24.0);
    let (narrowest, above) = if label.is_some() {
        (NARROWEST, 1.1)
    } else {
        (NARROWEST_BARE, 3.0)
    };
    let sides = (1.6 * em).max((narrowest - shown.width()) / 2.0);
    let x0 = (shown.x0() - sides).max(0.0);
    let y0 = (shown.y0() - above * em).max(0.0);
    let x1 = (shown.x1() + sides).min(width);
    let y1 = (shown.y1() + 0.8 * above * em).min(height);
    BoundingBox::new(x0, y0, x1, y1)
        .ok()
        .filter(|a| a.width() > 1.0 && a.height() > 1.0)
}

/// The readings of all engines, if they conflict.
fn readings(assessment: &Assessment) -> Vec<Reading> {
    let conflict = assessment
        .second_readings
        .iter()
        .filter_map(|reading| reading.value.as_ref())
        .any(|value| *value != assessment.candidate.value);
    if !conflict {
        return Vec::new();
    }
    let first = Reading {
        reader: "first reading".to_owned(),
        value: Some(assessment.candidate.value.clone()),
    };
    let others = assessment.second_readings.iter().map(|t| Reading {
        reader: t.engine.to_owned(),
        value: t.value.clone(),
    });
    std::iter::once(first).chain(others).collect()
}

/// A crop of the top of a notice without an accepted account number, or of an unreadable page.
fn whole(
    seen: &PageView<'_>,
    mask: bool,
    place: &impl Fn(&BoundingBox) -> BoundingBox,
) -> Option<Crop> {
    let reading = seen.reading;
    let nothing = seen.text.word_count() == 0 || !reading.legible;
    let has_account_number = reading.assessments.iter().any(|a| {
        a.candidate.kind == IdentifierKind::OnlineAccountNumber
            && a.decision == Verdict::Accepted
            && a.owner != Owner::Representative
    });
    let begins = reading.info.page_of.is_none_or(|(page, _)| page <= 1);
    let lacks = reading.info.is_notice() && begins && !has_account_number;
    let shows = match (nothing, lacks) {
        // An unreadable page may contain any number, so nothing of it may be shown.
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
        redacted(&cut, &area, seen)
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
        png: encode::gray(&cut, Grays::Four)?,
    })
}
