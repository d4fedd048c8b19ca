//! Decisions on the fields of a notice: dates, people, types and the rest.

use jiff::civil::Date;

use super::several::SAME_PLACE;
use super::{Decision, Outcome, number};
pub use crate::interpret::FORMS;
use crate::model::confidence::Confidence;
use crate::model::location::Location;
use crate::model::mark::{Action, Mark};
use crate::model::mask;
use crate::model::record::{
    DocumentRecord, FieldClass, FieldKind, FieldRecord, NoticeRecord, Sighting, Subject,
};
use crate::model::source::TextSource;
use crate::model::verdict::Verdict;

/// The longest value that a person may type, in characters.
const LONGEST: usize = 1000;
/// The years that a date on a notice can have.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2199;

/// What a person typed as the program writes it; `None` where the field cannot have it.
pub fn canonical(kind: FieldKind, typed: &str) -> Option<String> {
    let typed = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    let fits = !typed.is_empty() && typed.chars().count() <= LONGEST;
    if !fits || typed.chars().any(char::is_control) {
        return None;
    }
    match (kind, kind.class()) {
        (FieldKind::CaseType, _) => form(&typed).map(str::to_owned),
        (_, FieldClass::Date) => {
            let day: Date = typed.parse().ok()?;
            YEARS.contains(&day.year()).then(|| day.to_string())
        }
        (_, FieldClass::Count) => typed.parse::<u16>().ok().map(|count| count.to_string()),
        _ => Some(typed),
    }
}

/// A form's code as the agency spells it.
fn form(typed: &str) -> Option<&'static str> {
    let fold = |text: &str| text.replace(['-', ' '], "").to_uppercase();
    let typed = fold(typed);
    FORMS.iter().find(|form| fold(form) == typed).copied()
}

/// Lays a decision over a field; whether it found its place.
pub(super) fn lay(decision: &Decision, kind: FieldKind, record: &mut DocumentRecord) -> bool {
    let Some(notice) = notice_of(decision, kind, record) else {
        return false;
    };
    let Some(mark) = decision.mark() else {
        number::add_note(notice, decision);
        return true;
    };
    let done = match notice.fields.get(kind) {
        Some(_) => on_field(decision, mark, kind, notice),
        None => supplied(decision, mark, kind, notice),
    };
    if !done {
        return false;
    }
    tell_old_keys(notice, kind);
    number::add_note(notice, decision);
    true
}

/// The notice that a decision is about: the one whose field lies where it was made, or the one that
/// begins on its page.
fn notice_of<'a>(
    decision: &Decision,
    kind: FieldKind,
    record: &'a mut DocumentRecord,
) -> Option<&'a mut NoticeRecord> {
    let Some(bounds) = &decision.bounds else {
        return number::notice_at(decision, record);
    };
    let here = |notice: &&mut NoticeRecord| {
        let sightings = notice.fields.get(kind).map_or(&[][..], |f| &f.sightings);
        sightings.iter().any(|s| {
            s.location.page == decision.page && s.location.bounds.overlap(bounds) > SAME_PLACE
        })
    };
    record.notices.iter_mut().find(here)
}

/// Lays a decision over a field that was read; not where it says something else by now.
fn on_field(decision: &Decision, mark: Mark, kind: FieldKind, notice: &mut NoticeRecord) -> bool {
    let place = notice.fields.get_mut(kind);
    let Some(field) = place else {
        return false;
    };
    match decision.outcome(&field.value, &mask::masked_field(kind, &field.value)) {
        Some(Outcome::Dismissed) => {
            *place = None;
            number::settle_value(notice, Subject::Field(kind), mark);
        }
        Some(Outcome::Vouched(value)) => vouch(field, value, mark),
        None => return false,
    }
    true
}

/// Makes a field certain on a person's word.
fn vouch(field: &mut FieldRecord, value: String, mark: Mark) {
    if field.value != value {
        // What was printed had been misread; the place keeps what was read there.
        field.printed.clone_from(&value);
        field.title = None;
    }
    field.value = value;
    field.verdict = Verdict::Accepted;
    field.confidence = Confidence::CERTAIN;
    let words = mark.words();
    if !field.evidence.contains(&words) {
        field.evidence.insert(0, words);
    }
    field.decided = Some(mark);
}

/// A decision on a field that was not read.
fn supplied(decision: &Decision, mark: Mark, kind: FieldKind, notice: &mut NoticeRecord) -> bool {
    match (decision.action, &decision.value) {
        (Some(Action::Supplied), Some(value)) => {
            let Some(bounds) = number::nowhere() else {
                return false;
            };
            let sighting = Sighting {
                location: Location {
                    page: decision.page,
                    bounds,
                },
                printed: value.clone(),
                source: TextSource::Person,
                label: None,
            };
            number::unsettle(notice, Subject::Field(kind));
            *notice.fields.get_mut(kind) = Some(FieldRecord {
                value: value.clone(),
                printed: value.clone(),
                title: None,
                verdict: Verdict::Accepted,
                confidence: Confidence::CERTAIN,
                sightings: vec![sighting],
                evidence: vec![mark.words()],
                decided: Some(mark),
            });
            true
        }
        (Some(Action::Checked), _) => {
            number::settle_value(notice, Subject::Field(kind), mark);
            true
        }
        // It was dismissed before.
        (Some(Action::Dismissed), _) => notice.is_settled(Subject::Field(kind)),
        _ => false,
    }
}

/// Type and date have older keys beside their fields.
fn tell_old_keys(notice: &mut NoticeRecord, kind: FieldKind) {
    let value = notice.fields.get(kind).map(|field| field.printed.clone());
    match kind {
        FieldKind::NoticeType => notice.notice_type = value,
        FieldKind::NoticeDate => notice.notice_date = value,
        _ => {}
    }
}
