//! Applicant, petitioner and beneficiary, and whose an A-Number is.

use super::again::{stands_elsewhere, support};
use super::dates::tokens_of;
use super::filer;
use super::label::{FieldLabel, Filer};
use super::name::{Name, key, name, words_of};
use super::place::{AS_GOOD, Slot, slots};
use super::seen::{FieldReading, Rank};
use super::sheet::Page;
use super::spoken_names;
use super::whole_name::{completed, in_columns, joined, top_of_list};
use crate::interpret::meaning::{self, LabelKind, Reading, Relation, Role, ValueKind};
use crate::model::geometry::BoundingBox;
use crate::model::record::{FieldClass, FieldKind};
use std::ops::Range;

/// A name dearer than this stands too far from what names its role.
const TOO_FAR: f32 = 2.75;
/// What stands behind a name by less than this many ems may belong to it.
const NEAR_BEHIND: f32 = 2.2;
/// Labels are smaller than their values by at least this factor.
const SMALLER: f32 = 0.92;

pub(super) fn read(page: &Page<'_>, labels: &[FieldLabel], out: &mut Vec<FieldReading>) {
    let before = out.len();
    let persons = labels.iter().filter(|l| l.kind.class() == FieldClass::Name);
    let (filers, named): (Vec<_>, Vec<_>) = persons.partition(|l| l.filer.is_some());
    let found: Vec<(FieldReading, f32)> = named
        .into_iter()
        .filter_map(|label| person(page, labels, label))
        .collect();
    out.extend(one_name_one_role(found));
    spoken_names::read(page, out);
    for reading in &mut out[before..] {
        support(page, reading);
    }
    if !filer::is_named(out) {
        let found = filers.into_iter().filter_map(|label| {
            let (reading, _) = person(page, labels, label)?;
            Some((reading, label.filer?))
        });
        let found: Vec<(FieldReading, Filer)> = found.collect();
        filer::read(page, found, out);
    }
}

/// The name at a label, and what its place costs.
fn person(
    page: &Page<'_>,
    labels: &[FieldLabel],
    label: &FieldLabel,
) -> Option<(FieldReading, f32)> {
    let named = |slot: &Slot| Some((slot.clone(), name(page, slot.tokens.clone())?));
    let found: Vec<(Slot, Name)> = slots(page, labels, label)
        .iter()
        .filter(|s| s.cost < TOO_FAR && !is_label(labels, label, s.tokens.clone()))
        .filter_map(named)
        .collect();
    let (slot, first) = found.first().cloned()?;
    let first = in_columns(page, &first).unwrap_or_else(|| joined(page, first));
    let mut first = completed(page, first);
    // A caption under a list of a family names its first member.
    let plural = label
        .text
        .to_lowercase()
        .split_whitespace()
        .any(|w| matches!(w.trim_end_matches([')', ':']), "members" | "family" | "and"));
    if plural {
        first = top_of_list(page, first);
        // A line of the list may be lost; the same name in the address is the first one's.
        let alone = page.pixels() && !stands_elsewhere(page, &first);
        first.doubt = first.doubt.or(alone.then_some("one of several people"));
    }
    first.doubt = first
        .doubt
        .or(goes_on(page, &first).then_some("more stands right beside it"));
    let tokens = &first.tokens;
    let words = words_of(page, &first);
    let reading = FieldReading::of(page, label.kind, tokens, words)?;
    let rival = found.get(1).is_some_and(|(other, name)| {
        other.cost - slot.cost < AS_GOOD
            && name.tokens.iter().any(|t| !tokens.contains(t))
            && key(&words_of(page, name)) != key(&words_of(page, &first))
    });
    let captioned = slot.relation == Relation::Above && !label.bracketed;
    let headed = captioned && is_headed(page, label, &first);
    let doubt = first
        .doubt
        .or(rival.then_some("another name is as near"))
        .or(headed.then_some("what stands over it may be its label"));
    let rank = if label.in_row || slot.relation == Relation::Left {
        Rank::Tabled
    } else {
        Rank::Labelled
    };
    let reading = reading.labelled(&label.text, slot.relation.words());
    Some((reading.doubted(doubt).ranked(rank), slot.cost))
}

/// Whether smaller print stands nearer over a name than its label stands under it: that print is
/// the label of the name, and what stands under it that of the next.
fn is_headed(page: &Page<'_>, label: &FieldLabel, name: &Name) -> bool {
    let sheet = page.sheet();
    let run = &sheet.runs[page.token(name.tokens[0]).run];
    let rect = &run.rect;
    let under = label.rect.y0 - rect.y1;
    let reach = under.max(0.0) + run.size;
    sheet.band(rect.y0 - reach, rect.y0).any(|other| {
        let over = &sheet.runs[other];
        let gap = rect.y0 - over.rect.y1;
        let aligned = (over.rect.x0 - rect.x0).abs() < run.size;
        let words = over.tokens.clone().all(|t| !page.is_typed(t));
        aligned && words && over.size < SMALLER * run.size && gap > -0.3 * run.size && gap < under
    })
}

/// Whether capitals stand so near behind a name read from pixels that they may belong to it.
fn goes_on(page: &Page<'_>, name: &Name) -> bool {
    let sheet = page.sheet();
    let last = name.tokens[name.tokens.len() - 1];
    let rect = &page.token(last).rect;
    let near = |run: &usize| {
        let other = &sheet.runs[*run];
        let gap = other.rect.x0 - rect.x1;
        let first = page.token(other.tokens.start).text.as_str();
        let letters = first.contains(char::is_alphabetic) && !first.contains(char::is_lowercase);
        (0.0..NEAR_BEHIND * other.size).contains(&gap)
            && other.rect.over_y(rect) > 0.5 * rect.height()
            && (letters || first.starts_with(','))
    };
    page.pixels() && sheet.band(rect.y0, rect.y1).any(|run| near(&run))
}

/// Whether some tokens are a label themselves.
fn is_label(labels: &[FieldLabel], own: &FieldLabel, tokens: Range<usize>) -> bool {
    let inside = |l: &&FieldLabel| {
        l.tokens != own.tokens
            && !l.bare
            && tokens.start <= l.tokens.start
            && l.tokens.end <= tokens.end
    };
    labels.iter().any(|l| inside(&l))
}

/// The same print cannot be two persons: the label that is nearer has it, and where neither is,
/// both go to review.
fn one_name_one_role(found: Vec<(FieldReading, f32)>) -> Vec<FieldReading> {
    let places: Vec<_> = found
        .iter()
        .map(|(r, cost)| (r.bounds, r.kind, *cost))
        .collect();
    let settle = |(mut reading, cost): (FieldReading, f32)| {
        let rivals = places
            .iter()
            .filter(|(b, k, _)| *b == reading.bounds && *k != reading.kind);
        let least = rivals.map(|(.., cost)| *cost).reduce(f32::min);
        match least {
            Some(other) if other + AS_GOOD < cost => return None,
            Some(other) if other < cost + AS_GOOD => reading.doubt("two labels have the same name"),
            _ => {}
        }
        Some(reading)
    };
    found.into_iter().filter_map(settle).collect()
}

/// Whose each A-Number of the page is, by its place: the name in its cell or row, or that of the
/// one person of its role.
pub(super) fn owners(page: &Page<'_>, seen: &[FieldReading]) -> Vec<(BoundingBox, String)> {
    let of = |(index, reading): (usize, &Reading)| {
        let number = matches!(reading.shape, ValueKind::ANumber)
            || reading.shape == ValueKind::Digits && reading.meaning == Some(LabelKind::ANumber);
        let told = matches!(
            reading.verdict,
            meaning::Conclusion::Accept | meaning::Conclusion::Review
        );
        (number && told).then_some(())?;
        Some((reading.bounds?, owner(page, seen, index, reading)?))
    };
    page.meaning
        .readings
        .iter()
        .enumerate()
        .filter_map(of)
        .collect()
}

fn owner(
    page: &Page<'_>,
    seen: &[FieldReading],
    index: usize,
    reading: &Reading,
) -> Option<String> {
    let sheet = page.sheet();
    let tokens = tokens_of(page, index);
    let run = page.token(*tokens.first()?).run;
    let here = &sheet.runs[run];
    if here.prose {
        return None;
    }
    let text = |n: &Name| sheet.text_of(n.tokens[0]..n.tokens[n.tokens.len() - 1] + 1);
    let sure = |n: &Name| n.doubt.is_none() && n.tokens.len() > 1;
    // In its own run: `ELENA GOLDBERG A 123 433 180`.
    let before = here.tokens.start..*tokens.first()?;
    if let Some(own) = Some(before)
        .filter(|b| !b.is_empty())
        .and_then(|b| name(page, b))
        .filter(sure)
    {
        return Some(text(&own));
    }
    let role = reading.owner.and_then(field_of);
    let named = |kind: FieldKind| {
        seen.iter()
            .find(|r| r.kind == kind)
            .map(|r| r.printed.clone())
    };
    if let Some(person) = role.and_then(named) {
        return Some(person);
    }
    // In its row of a table.
    let row = sheet.rows[here.row].iter().filter(|r| **r != run);
    let names: Vec<Name> = row
        .filter_map(|r| name(page, sheet.runs[*r].tokens.clone()))
        .filter(sure)
        .collect();
    match &names[..] {
        [one] => Some(text(one)),
        _ => None,
    }
}

fn field_of(role: Role) -> Option<FieldKind> {
    match role {
        Role::Applicant => Some(FieldKind::Applicant),
        Role::Petitioner => Some(FieldKind::Petitioner),
        Role::Beneficiary => Some(FieldKind::Beneficiary),
        Role::Representative => None,
    }
}
