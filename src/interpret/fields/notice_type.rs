//! The notice type: at its label, or as the title of the page ([`title`](super::title)).

use super::label::FieldLabel;
use super::place::slots;
use super::printed_type::{TITLE_WORDS, in_words, reading};
use super::seen::FieldReading;
use super::sheet::Page;
use super::title::title;
use crate::interpret::meaning::{LabelKind, Relation};
use crate::model::record::FieldKind;

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
            let seen = reading(page, &in_words(page, range)?)?;
            Some(seen.labelled(&label.label.text, "at the place of"))
        })
    })
}

fn labelled(page: &Page<'_>, labels: &[FieldLabel], label: &FieldLabel) -> Option<FieldReading> {
    let slots = slots(page, labels, label);
    // The word alone is a label only over a type of several words.
    let alone = label.tokens.len() == 1 && !label.text.to_lowercase().starts_with("type");
    for slot in &slots {
        let last = page.token(slot.tokens.end - 1).text.as_str();
        // `Request for Applicant to Appear for Interview` is a type; before a type it is a label.
        if label.bare && !label.bracketed && slot.relation != Relation::Inline {
            continue;
        }
        let placed = matches!(
            slot.relation,
            Relation::Below | Relation::Inline | Relation::After
        );
        if last.ends_with([':', '#']) || alone && !placed {
            continue;
        }
        if let Some(printed) = in_words(page, slot.tokens.clone())
            && (!alone || printed.kind.name.contains(' '))
        {
            let reading = reading(page, &printed)?;
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
