//! Whether something stands in the cell of a label that is no value of it and no label of its own:
//! a remark, digits one under another, print that the font does not name.

use crate::interpret::meaning::{LabelKind, Labelled, Meaning, Reading, Relation, ValueKind};
use crate::model::geometry::BoundingBox;
use crate::model::source::TextSource;
use crate::text::{PageText, Word, mean_confidence};

/// Boxes that share more than this of the smaller one are one place.
const SAME_PLACE: f32 = 0.5;
/// Things stand in one row or column when they share this much of the lesser height or width.
const ALIGNED: f32 = 0.5;
/// Of fewer letters and digits read from pixels nobody knows whether they are print.
const LEAST_OF_PIXELS: usize = 3;

/// A line whose words are less sure than this on the mean was hardly read; fewer letters may be
/// dirt.
const GARBLED: f32 = 0.55;
const LEAST_GARBLED: usize = 6;

/// On pixels, a word in the line of a label stands this many heights from it at most.
const NEAR: f32 = 6.0;

/// Whether a cell holds words that nothing on the page explains. What is its cell is known from the
/// values of other labels: those of its row stand in one row, those of its column in one column.
pub(super) fn is_occupied(page: &PageText, meaning: &Meaning, label: &Labelled) -> bool {
    let Some(head) = label.label.bounds else {
        return false;
    };
    let places = label.words.iter().map(|(span, _)| {
        let line = page.lines.get(span.line);
        let words = line.and_then(|l| l.words.get(span.words.clone()));
        words.unwrap_or_default()
    });
    let own = places.filter(|words| !is_of_neighbour(meaning, label, &head, words));
    let words: Vec<&Word> = own
        .flatten()
        .filter(|w| !is_explained(meaning, label, &w.bounds))
        .filter(|w| is_in_cell(page, meaning, label, &w.bounds))
        .collect();
    if page.source == TextSource::Ocr && has_garbled_line_at(page, &head) {
        return true;
    }
    if page.source != TextSource::Ocr && has_lone_mark(page, meaning, label, &head) {
        return true;
    }
    let print = words.iter().flat_map(|w| w.text.chars());
    match page.source {
        TextSource::Ocr => print.filter(|c| c.is_alphanumeric()).count() >= LEAST_OF_PIXELS,
        _ => print.filter(|c| !is_line(*c)).count() > 0,
    }
}

/// Whether a line that was hardly read stands right over, under or behind a label: it may be the
/// value, which a page with captions prints over its label.
fn has_garbled_line_at(page: &PageText, head: &BoundingBox) -> bool {
    page.lines.iter().any(|line| {
        let b = &line.bounds;
        let garbled = mean_confidence(&line.words) < GARBLED;
        let letters = line.words.iter().flat_map(|w| w.text.chars());
        let reach = b.height().max(head.height());
        let apart = (b.y0() - head.y1()).max(head.y0() - b.y1());
        let stacked = apart < reach && b.overlap_x(head) > ALIGNED * b.width().min(head.width());
        let behind = is_level(head, b) && (0.0..NEAR * reach).contains(&(b.x0() - head.x1()));
        garbled
            && letters.filter(|c| c.is_alphanumeric()).count() >= LEAST_GARBLED
            && (stacked || behind)
    })
}

/// Whether a star or a dagger stands in a cell by itself. At the end of a label it is the mark of a
/// footnote; alone it says that something is left out.
fn has_lone_mark(page: &PageText, meaning: &Meaning, label: &Labelled, head: &BoundingBox) -> bool {
    let is_mark = |c: char| matches!(c, '*' | '\u{2020}' | '\u{2021}');
    page.lines.iter().any(|line| {
        line.words.iter().enumerate().any(|(at, word)| {
            let bounds = &word.bounds;
            let is_far = |left: &Word| bounds.x0() - left.bounds.x1() > bounds.height();
            word.text.chars().all(is_mark)
                && bounds.overlap_x(head) > 0.0
                && line.words[..at].iter().all(is_far)
                && is_in_cell(page, meaning, label, bounds)
        })
    })
}

/// Characters with which lines and dashes are typed.
fn is_line(c: char) -> bool {
    matches!(
        c,
        '-' | '_' | '.' | ',' | ':' | ';' | '|' | '/' | '\'' | '\u{ad}' | '\u{b7}' | '\u{2022}'
    ) || matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2026}')
        || c.is_whitespace()
        || c.is_control()
}

/// Whether words stand under another label of the same row rather than under this one, as a long
/// value does that reaches over its column.
fn is_of_neighbour(
    meaning: &Meaning,
    label: &Labelled,
    head: &BoundingBox,
    words: &[Word],
) -> bool {
    let bounds = words.iter().map(|w| w.bounds).reduce(|a, b| a.union(&b));
    let Some(bounds) = bounds else { return true };
    meaning.labels.iter().any(|l| {
        let other = l
            .label
            .bounds
            .filter(|_| l.label.index != label.label.index);
        other.is_some_and(|b| {
            is_level(&b, head)
                && !is_level(head, &bounds)
                && b.overlap_x(&bounds) > head.overlap_x(&bounds)
        })
    })
}

/// Whether two boxes stand in one row.
fn is_level(a: &BoundingBox, b: &BoundingBox) -> bool {
    a.overlap_y(b) > ALIGNED * a.height().min(b.height())
}

/// Whether a word belongs to another label, or is a value that says by its shape what it is.
fn is_explained(meaning: &Meaning, label: &Labelled, word: &BoundingBox) -> bool {
    let labelled = meaning.labels.iter().any(|l| {
        let here = l.label.bounds.is_some_and(|b| b.overlap(word) > SAME_PLACE);
        here && (l.label.index == label.label.index || l.label.kind != LabelKind::Unknown)
    });
    let told = |r: &Reading| {
        let other = r.label.as_ref();
        let other = other.is_some_and(|l| l.index != label.label.index);
        let loose = matches!(
            r.shape,
            ValueKind::Digits | ValueKind::Mixed | ValueKind::Scrap | ValueKind::Stamp
        );
        r.bounds.is_some_and(|b| b.overlap(word) > SAME_PLACE) && (other || !loose)
    };
    labelled || meaning.readings.iter().any(told)
}

/// Whether a word stands where the label's value would: in its line behind a colon, or where other
/// labels of its row or column have theirs.
fn is_in_cell(page: &PageText, meaning: &Meaning, label: &Labelled, word: &BoundingBox) -> bool {
    let Some(head) = &label.label.bounds else {
        return false;
    };
    // On a page that was scanned askew, other rows are level with a label farther off.
    let near = page.source != TextSource::Ocr || word.x0() - head.x1() < NEAR * word.height();
    let in_line = label.label.text.ends_with(':')
        && is_level(head, word)
        && near
        && !is_behind_another(meaning, label, head, word);
    let beside = |r: &Reading| {
        let other = r.label.as_ref().filter(|l| l.index != label.label.index);
        let (Some(other), Some(value)) = (other.and_then(|l| l.bounds), r.bounds) else {
            return false;
        };
        match r.relation {
            Some(Relation::Below) => is_level(&other, head) && is_level(&value, word),
            Some(Relation::Right) => {
                let aligned = |a: &BoundingBox, b: &BoundingBox| {
                    a.overlap_x(b) > ALIGNED * a.width().min(b.width())
                };
                is_level(head, word) && aligned(&other, head) && aligned(&value, word)
            }
            _ => false,
        }
    };
    in_line || meaning.readings.iter().any(beside)
}

/// Whether another label of the line stands between a label and a word: the word is of that one.
fn is_behind_another(
    meaning: &Meaning,
    label: &Labelled,
    head: &BoundingBox,
    word: &BoundingBox,
) -> bool {
    let others = meaning.labels.iter().map(|l| &l.label);
    let mut others = others.filter(|l| l.index != label.label.index);
    others.any(|l| {
        let between = |b: &BoundingBox| {
            let middle = (b.x0() + b.x1()) / 2.0;
            is_level(b, word) && middle > head.x1() && middle < word.x0()
        };
        let is_label = l.kind != LabelKind::Unknown || l.text.ends_with(':');
        is_label && l.bounds.as_ref().is_some_and(between)
    })
}

#[cfg(test)]
#[path = "occupied_tests.rs"]
mod tests;
