//! One reading of each field of a page: the most direct one, with others of the same value beside
//! it. Where two are as direct and differ, a person must look.

use super::seen::{FieldReading, Rank, Unsure};
use super::sheet::Page;
use crate::model::confidence::Confidence;
use crate::model::record::{FieldClass, FieldKind};
use crate::model::verdict::Verdict;

/// How sure a value read from pixels is that stands at two places of a notice.
pub(super) const AT_TWO_PLACES: Confidence = Confidence::CERTAIN_TWICE;

/// How surely free text must be read from pixels: no list and no form would show a wrong letter.
const FREE_TEXT: Confidence = Confidence::new(0.985);

/// How surely print must be read from pixels to be accepted: what lists put right may be read less
/// surely than what is taken as it is read.
fn least(kind: FieldKind) -> Confidence {
    match (kind, kind.class()) {
        (FieldKind::NoticeType | FieldKind::CaseType, _) => Confidence::WEAK,
        (FieldKind::Class | FieldKind::EligibilityCategory, _) => Confidence::GOOD,
        (FieldKind::Section, _) | (_, FieldClass::Name) => FREE_TEXT,
        (_, FieldClass::Words | FieldClass::Place | FieldClass::Time) => Confidence::GOOD,
        _ => Confidence::SURE,
    }
}

/// Decides between the readings of a page.
pub(super) fn choose(page: &Page<'_>, seen: Vec<FieldReading>) -> Vec<FieldReading> {
    let mut chosen = Vec::new();
    for kind in FieldKind::ALL {
        let of: Vec<FieldReading> = seen.iter().filter(|r| r.kind == *kind).cloned().collect();
        chosen.extend(one(of));
    }
    if page.pixels() {
        chosen.iter_mut().for_each(weigh);
        out_of_order(&mut chosen);
    }
    chosen
}

/// The readings of one field that say what the most direct one says, that one first.
fn one(mut readings: Vec<FieldReading>) -> Vec<FieldReading> {
    readings.sort_by(|a, b| {
        let key = |r: &FieldReading| (r.rank, r.verdict);
        key(a)
            .cmp(&key(b))
            .then(a.bounds.y0().total_cmp(&b.bounds.y0()))
            .then(a.bounds.x0().total_cmp(&b.bounds.x0()))
    });
    let Some(first) = readings.first().cloned() else {
        return readings;
    };
    // A family's table has a value for each; the first is the one who filed.
    let rival =
        |r: &FieldReading| r.rank == first.rank && r.verdict <= first.verdict && !same(&first, r);
    let of_one_person = !matches!(
        first.kind,
        FieldKind::ValidFrom | FieldKind::ValidTo | FieldKind::Class
    );
    let differ = first.rank != Rank::Tabled && of_one_person && readings.iter().any(rival);
    let alike: Vec<FieldReading> = readings.into_iter().filter(|r| same(&first, r)).collect();
    let places = alike.len();
    alike
        .into_iter()
        .map(|mut reading| {
            if differ {
                reading.doubt("the page says it in two ways");
            } else if places > 1 {
                reading.confidence = reading.confidence.max(AT_TWO_PLACES);
            }
            reading
        })
        .collect()
}

fn same(a: &FieldReading, b: &FieldReading) -> bool {
    match a.kind.class() {
        FieldClass::Name => super::name::key(&a.value) == super::name::key(&b.value),
        _ => super::words::fold(&a.value) == super::words::fold(&b.value),
    }
}

/// Sends to review what was read with low confidence from pixels.
fn weigh(reading: &mut FieldReading) {
    if reading.verdict == Verdict::Accepted && reading.confidence < least(reading.kind) {
        let confidence = reading.confidence;
        reading.doubt("read with low confidence");
        reading.confidence = confidence.min(Confidence::WEAK);
        reading.unsure = Unsure::Faint;
    }
}

/// Dates that cannot follow one another were misread: one of two, so both go to review.
fn out_of_order(chosen: &mut [FieldReading]) {
    use FieldKind::{
        AppointmentDate, NoticeDate, PriorityDate, ReceivedDate, ResponseDue, ValidFrom, ValidTo,
    };
    let orders = [
        (ReceivedDate, NoticeDate),
        (NoticeDate, AppointmentDate),
        (NoticeDate, ResponseDue),
        (ValidFrom, ValidTo),
        (PriorityDate, NoticeDate),
    ];
    for (early, late) in orders {
        let value = |kind: FieldKind| {
            let reading = chosen.iter().find(|r| r.kind == kind)?;
            reading.value.parse::<jiff::civil::Date>().ok()
        };
        let (Some(first), Some(second)) = (value(early), value(late)) else {
            continue;
        };
        if first > second {
            let of = |r: &&mut FieldReading| {
                (r.kind == early || r.kind == late) && r.confidence < Confidence::CERTAIN_TWICE
            };
            chosen
                .iter_mut()
                .filter(of)
                .for_each(|r| r.doubt("dates of the notice do not follow one another"));
        }
    }
}
