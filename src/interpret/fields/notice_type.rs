//! The notice type: at its label, or as the title of the page.

use super::label::FieldLabel;
use super::list::{NoticeType, notice_type};
use super::place::slots;
use super::seen::{FieldReading, Rank};
use super::sheet::Page;
use crate::interpret::meaning::{LabelKind, Relation};
use crate::model::record::FieldKind;
use std::ops::Range;

/// A title has at most so many words …
const TITLE_WORDS: usize = 12;
/// … and stands in this upper part of the page.
const TITLE_PART: f32 = 0.62;
/// Print larger by this many points is of another size.
const LARGER: f32 = 0.5;

pub(super) fn read(page: &Page<'_>, labels: &[FieldLabel], out: &mut Vec<FieldReading>) {
    let before = out.len();
    let of_type = labels.iter().filter(|l| l.kind == FieldKind::NoticeType);
    for label in of_type {
        out.extend(labelled(page, labels, label));
    }
    if out.len() == before {
        out.extend(wrapped(page));
    }
    if out.len() == before {
        out.extend(title(page));
    }
}

/// At a label that goes over two lines, as the page's meaning put it together.
fn wrapped(page: &Page<'_>) -> Option<FieldReading> {
    let labels = page.meaning.labels.iter();
    let mut of_type = labels.filter(|l| l.label.kind == LabelKind::NoticeType && !l.in_sentence);
    of_type.find_map(|label| {
        label.words.iter().find_map(|(span, _)| {
            let inside = |t: &usize| {
                let (line, word) = page.token(*t).place;
                line == span.line && span.words.contains(&word)
            };
            let tokens: Vec<usize> = (0..page.sheet().tokens.len()).filter(inside).collect();
            let range = *tokens.first()?..tokens.last()? + 1;
            let (tokens, kind) = in_words(page, range)?;
            let seen = reading(page, tokens, &kind)?;
            Some(seen.labelled(&label.label.text, "at the place of"))
        })
    })
}

fn labelled(page: &Page<'_>, labels: &[FieldLabel], label: &FieldLabel) -> Option<FieldReading> {
    let slots = slots(page, labels, label);
    // The word alone is a label only over a type of several words.
    let alone = label.tokens.len() == 1;
    for slot in &slots {
        let last = page.token(slot.tokens.end - 1).text.as_str();
        // `Request for Applicant to Appear for Interview` is a type; before a type it is a label.
        if label.bare && slot.relation != Relation::Inline {
            continue;
        }
        let placed = matches!(slot.relation, Relation::Below | Relation::Inline);
        if last.ends_with([':', '#']) || alone && !placed {
            continue;
        }
        if let Some((tokens, kind)) = in_words(page, slot.tokens.clone())
            && (!alone || kind.name.contains(' '))
        {
            let reading = reading(page, tokens, &kind)?;
            return Some(reading.labelled(&label.text, slot.relation.words()));
        }
    }
    // Words at a label that says what they are, but no type that is known.
    let sure = label.text.to_lowercase().contains("type") && !label.bare;
    let slot = slots.first().filter(|_| sure)?;
    let words = slot.tokens.len();
    let plain = |t: usize| !page.is_typed(t) && !page.is_other_label(t);
    if words > TITLE_WORDS || !slot.tokens.clone().all(plain) {
        return None;
    }
    let tokens: Vec<usize> = slot.tokens.clone().collect();
    let text = page.sheet().text_of(slot.tokens.clone());
    let mut reading = FieldReading::of(page, FieldKind::NoticeType, &tokens, text)?
        .labelled(&label.text, slot.relation.words());
    reading.doubt("no notice type that is known");
    Some(reading)
}

fn reading(page: &Page<'_>, tokens: Range<usize>, kind: &NoticeType) -> Option<FieldReading> {
    let tokens: Vec<usize> = tokens.collect();
    let mut reading = FieldReading::of(page, FieldKind::NoticeType, &tokens, kind.name.clone())?;
    if !kind.exact {
        reading = reading.because("letters put right by the list of notice types");
    }
    Some(reading)
}

/// The largest part of some tokens between separators that is a type.
fn in_words(page: &Page<'_>, tokens: Range<usize>) -> Option<(Range<usize>, NoticeType)> {
    let parts = |t: &usize| {
        matches!(
            page.token(*t).text.as_str(),
            "|" | "•" | "/" | "-" | "–" | "—" | ";"
        )
    };
    let mut starts = vec![tokens.start];
    starts.extend(tokens.clone().filter(parts).map(|t| t + 1));
    let ends = starts.iter().skip(1).map(|s| s - 1).chain([tokens.end]);
    let of = |(start, end): (&usize, usize)| {
        let part = *start..end;
        if part.is_empty() || part.len() > TITLE_WORDS || part.clone().any(|t| page.is_typed(t)) {
            return None;
        }
        let words: Vec<&str> = page
            .tokens(part.clone())
            .iter()
            .map(|t| t.text.as_str())
            .collect();
        Some((part, notice_type(&words, page.pixels())?))
    };
    starts.iter().zip(ends).find_map(of)
}

/// The largest short line in the upper part of the page that is a type, the uppermost of several.
fn title(page: &Page<'_>) -> Option<FieldReading> {
    let sheet = page.sheet();
    let mut best: Option<(f32, f32, Range<usize>, NoticeType)> = None;
    for run in &sheet.runs {
        if run.tokens.len() > TITLE_WORDS || run.prose || run.rect.y0 > TITLE_PART * sheet.height {
            continue;
        }
        let Some((tokens, kind)) = in_words(page, run.tokens.clone()) else {
            continue;
        };
        // `Receipt #` and `Decision:` are labels; one word is a type only where it stands alone.
        let last = page.token(run.tokens.end - 1).text.as_str();
        if last.ends_with([':', '#', '.']) {
            continue;
        }
        if !kind.name.contains(' ') && run.tokens.len() > 1 {
            continue;
        }
        let many = kind.name.contains(' ');
        let better = best.as_ref().is_none_or(|(size, top, _, other)| {
            let larger = run.size > size + LARGER || run.size > size - LARGER && run.rect.y0 < *top;
            // One word may be anything else.
            let others = other.name.contains(' ');
            many && !others || many == others && larger
        });
        if better {
            best = Some((run.size, run.rect.y0, tokens, kind));
        }
    }
    let (_, _, tokens, kind) = best?;
    let reading = reading(page, tokens, &kind)?;
    Some(
        reading
            .because("the title of the page")
            .ranked(Rank::Placed),
    )
}
