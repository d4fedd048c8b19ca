//! Applicant, petitioner and beneficiary, and whose an A-Number is.

use super::dates::tokens_of;
use super::label::FieldLabel;
use super::name::{self, Name, key, name};
use super::place::{AS_GOOD, Slot, slots};
use super::seen::{FieldReading, Rank, Unsure};
use super::sheet::Page;
use crate::interpret::meaning::{self, LabelKind, Reading, Relation, Role, ValueKind};
use crate::model::geometry::BoundingBox;
use crate::model::record::{FieldClass, FieldKind};
use crate::model::verdict::Verdict;
use std::ops::Range;

/// A name dearer than this stands too far from what names its role.
const TOO_FAR: f32 = 2.75;
/// What stands behind a name by less than so many ems may belong to it.
const NEAR_BEHIND: f32 = 2.2;
/// Given names stand at most so many ems behind the comma of a family name.
const GIVEN_GAP: f32 = 4.0;
/// A name with so many letters is hardly twice on a page by chance.
const LONG_NAME: usize = 6;

pub(super) fn read(page: &Page<'_>, labels: &[FieldLabel], out: &mut Vec<FieldReading>) {
    let before = out.len();
    let persons = labels.iter().filter(|l| l.kind.class() == FieldClass::Name);
    let found: Vec<(FieldReading, f32)> = persons
        .filter_map(|label| person(page, labels, label))
        .collect();
    out.extend(one_name_one_role(found));
    spoken(page, out);
    for reading in &mut out[before..] {
        support(page, reading);
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
    let mut first = joined(page, first);
    // A caption under a list of a family names its first member.
    let plural = label
        .text
        .to_lowercase()
        .split_whitespace()
        .any(|w| matches!(w.trim_end_matches([')', ':']), "members" | "family" | "and"));
    if plural {
        first = top_of_list(page, first);
        first.doubt = first
            .doubt
            .or(page.pixels().then_some("one of several people"));
    }
    first.doubt = first
        .doubt
        .or(goes_on(page, &first).then_some("more stands right beside it"));
    let tokens = &first.tokens;
    let words = page
        .sheet()
        .text_of(tokens[0]..tokens[tokens.len() - 1] + 1);
    let reading = FieldReading::of(page, label.kind, tokens, words)?;
    let rival = found
        .get(1)
        .is_some_and(|(other, name)| other.cost - slot.cost < AS_GOOD && name.tokens != *tokens);
    let doubt = first.doubt.or(rival.then_some("another name is as near"));
    let rank = if label.in_row || slot.relation == Relation::Left {
        Rank::Tabled
    } else {
        Rank::Labelled
    };
    let reading = reading.labelled(&label.text, slot.relation.words());
    Some((reading.doubted(doubt).ranked(rank), slot.cost))
}

/// A name whose given names stand behind a gap or in the next line: `DOE,` over `JANE ANN`.
fn joined(page: &Page<'_>, first: Name) -> Name {
    let sheet = page.sheet();
    let last = first.tokens[first.tokens.len() - 1];
    let open = page.token(last).text.ends_with(',');
    let Some(next) = sheet.tokens.get(last + 1).filter(|_| open) else {
        return first;
    };
    let (here, more) = (page.token(last), &sheet.runs[next.run]);
    let (run, size) = (&sheet.runs[here.run], here.size.max(1.0));
    let level = next.rect.over_y(&here.rect) > 0.5 * here.rect.height()
        && (0.0..GIVEN_GAP * size).contains(&(next.rect.x0 - here.rect.x1));
    let under = more.block == run.block && (more.rect.x0 - run.rect.x0).abs() < size;
    if more.tokens.start != last + 1 || !(level || under) {
        return first;
    }
    let all: Vec<usize> = first
        .tokens
        .iter()
        .copied()
        .chain(more.tokens.clone())
        .collect();
    name::judged(page, all).unwrap_or(first)
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

fn top_of_list(page: &Page<'_>, last: Name) -> Name {
    let sheet = page.sheet();
    let mut top = last;
    loop {
        let run = &sheet.runs[page.token(top.tokens[0]).run];
        let over = sheet
            .band(run.rect.y0 - 2.0 * run.size, run.rect.y0)
            .filter(|r| {
                let rect = &sheet.runs[*r].rect;
                rect.y1 <= run.rect.y0 + 0.5 * run.size && (rect.x0 - run.rect.x0).abs() < run.size
            })
            .min_by(|a, b| sheet.runs[*b].rect.y0.total_cmp(&sheet.runs[*a].rect.y0));
        match over.and_then(|r| name(page, sheet.runs[r].tokens.clone())) {
            Some(next) => top = next,
            None => return top,
        }
    }
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

/// Whether two names differ in a letter or two, as one name read in two ways does.
fn is_near(a: &[String], b: &[String]) -> bool {
    let distance = |(a, b): (&String, &String)| strsim::levenshtein(a, b);
    let all: usize = a.iter().zip(b).map(distance).sum();
    a.len() == b.len() && a != b && all <= 2
}

/// A name read from pixels that stands elsewhere on the page too, in any order, was read right. One
/// that is part of a longer name there was not read as a whole.
fn support(page: &Page<'_>, reading: &mut FieldReading) {
    if !page.pixels() {
        return;
    }
    let own = key(&reading.printed);
    let long = own.iter().map(String::len).sum::<usize>() >= LONG_NAME;
    let sheet = page.sheet();
    let (mut again, mut longer, mut near) = (false, false, false);
    for run in 0..sheet.runs.len() {
        let rect = sheet.runs[run].rect.bounds();
        if rect.is_none_or(|r| r.overlap(&reading.bounds) > 0.0) {
            continue;
        }
        let Some(other) = name(page, sheet.runs[run].tokens.clone()) else {
            continue;
        };
        let words = key(&sheet.text_of(other.tokens[0]..other.tokens[other.tokens.len() - 1] + 1));
        again |= long && words == own;
        near |= long && is_near(&own, &words);
        longer |= words.len() > own.len() && own.iter().all(|w| words.contains(w));
    }
    if name::may_be_misread(&reading.printed) {
        doubt_letters(reading, "its letters are easily misread");
    } else if near && !again {
        doubt_letters(reading, "a name elsewhere on the page differs in a letter");
    } else if longer && !again {
        reading.doubt("a longer name stands elsewhere on the page");
    } else if again {
        reading.confidence = reading.confidence.max(super::choose::AT_TWO_PLACES);
        let why = "the same name stands elsewhere on the page";
        reading.reasons.push(why.to_owned());
    }
}

/// Sends a name to review for its letters; where nothing else speaks against it, another reader may
/// settle it.
fn doubt_letters(reading: &mut FieldReading, why: &str) {
    let only_letters = reading.verdict == Verdict::Accepted;
    reading.doubt(why);
    if only_letters {
        reading.unsure = Unsure::Letters;
    }
}

/// `The petitioner is LE, WEI.`: names in sentences.
fn spoken(page: &Page<'_>, out: &mut Vec<FieldReading>) {
    let tokens = &page.sheet().tokens;
    for t in 0..tokens.len().saturating_sub(3) {
        let kind = match tokens[t].norm.as_str() {
            "applicant" => FieldKind::Applicant,
            "petitioner" => FieldKind::Petitioner,
            "beneficiary" => FieldKind::Beneficiary,
            _ => continue,
        };
        if tokens[t].sentence.is_none() || tokens[t + 1].norm != "is" {
            continue;
        }
        let upper = |i: &usize| {
            let text = &tokens[*i].text;
            text.contains(char::is_alphabetic) && !text.contains(char::is_lowercase)
        };
        let mut name: Vec<usize> = (t + 2..tokens.len()).take_while(upper).collect();
        let ends = |i: &usize| tokens[*i].text.ends_with('.');
        if let Some(end) = name.iter().position(ends) {
            name.truncate(end + 1);
        }
        let (Some(first), Some(last)) = (name.first(), name.last()) else {
            continue;
        };
        let text = page.sheet().text_of(*first..last + 1);
        let text = text.trim_end_matches([',', '.', ';']);
        if name.len() < 2 || tokens[t].sentence != tokens[*last].sentence {
            continue;
        }
        let reading = FieldReading::of(page, kind, &name, text);
        out.extend(reading.map(|mut r| {
            r.printed = text.to_owned();
            r.because("a sentence says who it is").ranked(Rank::Spoken)
        }));
    }
}

/// Whose each A-Number of the page is, by its place: the name in its cell or row, or that of the
/// one person of its role.
pub(super) fn owners(page: &Page<'_>, seen: &[FieldReading]) -> Vec<(BoundingBox, String)> {
    let of = |(index, reading): (usize, &Reading)| {
        let number = matches!(reading.shape, ValueKind::ANumber)
            || reading.shape == ValueKind::Digits && reading.meaning == Some(LabelKind::ANumber);
        let told = matches!(
            reading.verdict,
            meaning::Verdict::Accept | meaning::Verdict::Review
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
