//! Decisions laid over a record, and which of them found their place.

use super::{Action, Decision, Decisions};
use crate::identifier::IdentifierKind;
use crate::model::confidence::Confidence;
use crate::model::finding::{Finding, FindingKind, Severity};
use crate::model::geometry::BoundingBox;
use crate::model::location::Location;
use crate::model::mask;
use crate::model::owner::Owner;
use crate::model::record::{
    AccountNumberState, DocumentRecord, IdentifierRecord, NoticeRecord, Sighting,
};
use crate::model::source::TextSource;
use crate::model::verdict::Verdict;
use crate::notice::check;

/// Boxes that share more than this are the same place: another version of the program may draw them a little otherwise.
const SAME_PLACE: f32 = 0.5;

/// Decisions on their way to the records of a batch.
pub struct Decided {
    decisions: Vec<(Decision, bool)>,
}

impl Decided {
    /// Decisions of which none has found its place yet.
    pub fn new(file: Decisions) -> Self {
        Self {
            decisions: file.decisions.into_iter().map(|d| (d, false)).collect(),
        }
    }

    /// Lays the decisions that belong to a document over its record. Findings of the document are told anew; what only the
    /// batch shows is left out of it.
    pub fn apply(&mut self, record: &mut DocumentRecord) {
        let hash = record.content_hash.clone();
        for (decision, used) in &mut self.decisions {
            if hash.is_some() && decision.content_hash == hash && lay(decision, record) {
                *used = true;
            }
        }
        for notice in &mut record.notices {
            settle(notice);
        }
        check::renew(record);
    }

    /// What is to be said of decisions that found no place.
    pub fn unmatched(&self) -> Option<Finding> {
        let left: Vec<&Decision> = self
            .decisions
            .iter()
            .filter(|(_, used)| !used)
            .map(|(d, _)| d)
            .collect();
        let mut documents: Vec<String> = left.iter().map(|d| d.path.clone()).collect();
        documents.sort();
        documents.dedup();
        (!left.is_empty()).then(|| Finding {
            kind: FindingKind::DecisionUnmatched,
            severity: Severity::Warning,
            message: format!("{} of the decisions fit nothing that was read, and changed nothing", left.len()),
            advice: "the file is not among these, or is read otherwise now: decide again at a new review desk".to_owned(),
            values: Vec::new(),
            documents,
        })
    }
}

/// Lays one decision over a record; whether it found its place.
fn lay(decision: &Decision, record: &mut DocumentRecord) -> bool {
    match &decision.bounds {
        Some(bounds) => on_number(decision, bounds, record),
        None => on_notice(decision, record),
    }
}

fn on_number(decision: &Decision, bounds: &BoundingBox, record: &mut DocumentRecord) -> bool {
    let Some((notice, index)) = number_at(decision, bounds, record) else {
        return without_number(decision, bounds, record);
    };
    let Some(notice) = record.notices.get_mut(notice) else {
        return false;
    };
    let Some(identifier) = notice.identifiers.get_mut(index) else {
        return false;
    };
    let as_read = was_read(decision, &identifier.value);
    match decision.action {
        Some(Action::Dismissed) if !as_read => return false,
        Some(Action::Dismissed) => {
            notice.identifiers.remove(index);
        }
        Some(Action::Confirmed | Action::Corrected) => {
            let vouched = decision.value.clone();
            let Some(value) = vouched.or_else(|| as_read.then(|| identifier.value.clone())) else {
                return false;
            };
            let how = if decision.action == Some(Action::Corrected) {
                "corrected"
            } else {
                "confirmed"
            };
            vouch(identifier, value, &format!("{how} by a person"));
            join(notice, index);
        }
        _ => {}
    }
    add_note(notice, decision);
    true
}

/// The number that stands where a decision was made: notice and index in it.
fn number_at(
    decision: &Decision,
    bounds: &BoundingBox,
    record: &DocumentRecord,
) -> Option<(usize, usize)> {
    let share = |i: &IdentifierRecord| {
        let here = i
            .sightings
            .iter()
            .filter(|s| s.location.page == decision.page);
        here.map(|s| s.location.bounds.overlap(bounds))
            .fold(0.0, f32::max)
    };
    let all = record.notices.iter().enumerate().flat_map(|(n, notice)| {
        notice
            .identifiers
            .iter()
            .enumerate()
            .filter(|(_, i)| i.kind == decision.kind)
            .map(move |(i, id)| ((n, i), share(id)))
    });
    let best = all.max_by(|a, b| a.1.total_cmp(&b.1))?;
    (best.1 > SAME_PLACE).then_some(best.0)
}

/// Whether the value is the one that the person saw, masked or not.
fn was_read(decision: &Decision, value: &str) -> bool {
    decision
        .read
        .as_deref()
        .is_some_and(|read| read == value || read == mask::masked_number(value))
}

/// Where nothing is read any more, a number that a person vouched for still counts, and a dismissal has what it wanted.
fn without_number(decision: &Decision, bounds: &BoundingBox, record: &mut DocumentRecord) -> bool {
    if decision.action == Some(Action::Dismissed) {
        return true;
    }
    let Some(value) = decision.value.clone().filter(|_| decision.action.is_some()) else {
        return false;
    };
    let Some(notice) = record
        .notices
        .iter_mut()
        .find(|n| n.pages.contains(&decision.page))
    else {
        return false;
    };
    let location = Location {
        page: decision.page,
        bounds: *bounds,
    };
    supply(notice, decision.kind, value, location);
    add_note(notice, decision);
    true
}

fn on_notice(decision: &Decision, record: &mut DocumentRecord) -> bool {
    let begins = |n: &&mut NoticeRecord| n.pages.first() == Some(&decision.page);
    let Some(notice) = record
        .notices
        .iter_mut()
        .filter(begins)
        .nth(decision.notice.unwrap_or(0))
    else {
        return false;
    };
    match (decision.action, &decision.value) {
        (Some(Action::Supplied), Some(value)) => {
            let Ok(nowhere) = BoundingBox::new(0.0, 0.0, 0.0, 0.0) else {
                return false;
            };
            supply(
                notice,
                decision.kind,
                value.clone(),
                Location {
                    page: decision.page,
                    bounds: nowhere,
                },
            );
        }
        (Some(Action::Checked), _) => {
            if clients(notice).next().is_some() {
                return false;
            }
            if notice.account_number == AccountNumberState::Unreadable {
                notice.account_number = AccountNumberState::Absent;
            }
            say(
                notice,
                "a person looked: no account number on this notice".to_owned(),
            );
        }
        (Some(_), _) => return false,
        (None, _) => {}
    }
    add_note(notice, decision);
    true
}

/// Makes a value certain on a person's word.
fn vouch(identifier: &mut IdentifierRecord, value: String, evidence: &str) {
    identifier.value = value;
    identifier.verdict = Verdict::Accepted;
    identifier.confidence = Confidence::CERTAIN;
    if !identifier.evidence.iter().any(|e| e == evidence) {
        identifier.evidence.insert(0, evidence.to_owned());
    }
}

/// Adds a number that only a person saw, or vouches for the one that was read.
fn supply(notice: &mut NoticeRecord, kind: IdentifierKind, value: String, location: Location) {
    const EVIDENCE: &str = "entered by a person";
    if let Some(known) = notice
        .identifiers
        .iter_mut()
        .find(|i| i.kind == kind && i.value == value)
    {
        return vouch(known, value, EVIDENCE);
    }
    let case = notice
        .identifiers
        .iter()
        .find(|i| i.kind == IdentifierKind::ReceiptNumber);
    let owner = case.map_or(Owner::Unknown, |c| c.owner);
    let sighting = Sighting {
        location,
        printed: value.clone(),
        source: TextSource::Person,
        label: None,
    };
    notice.identifiers.push(IdentifierRecord {
        kind,
        value,
        verdict: Verdict::Accepted,
        owner,
        confidence: Confidence::CERTAIN,
        sightings: vec![sighting],
        evidence: vec![EVIDENCE.to_owned()],
    });
}

/// A corrected number that stands on the notice already is one number seen at more places.
fn join(notice: &mut NoticeRecord, index: usize) {
    let Some(one) = notice.identifiers.get(index) else {
        return;
    };
    let twin = notice
        .identifiers
        .iter()
        .position(|i| i.kind == one.kind && i.value == one.value);
    if let Some(twin) = twin.filter(|twin| *twin < index) {
        let joined = notice.identifiers.remove(index);
        if let Some(first) = notice.identifiers.get_mut(twin) {
            first.sightings.extend(joined.sightings);
            vouch(
                first,
                joined.value,
                joined
                    .evidence
                    .first()
                    .map_or("confirmed by a person", String::as_str),
            );
        }
    } else if let Some(later) = notice
        .identifiers
        .iter()
        .skip(index + 1)
        .position(|i| i.kind == one.kind && i.value == one.value)
    {
        let joined = notice.identifiers.remove(index + 1 + later);
        if let Some(first) = notice.identifiers.get_mut(index) {
            first.sightings.extend(joined.sightings);
        }
    }
}

fn add_note(notice: &mut NoticeRecord, decision: &Decision) {
    if let Some(note) = decision.note.as_deref().filter(|n| !n.trim().is_empty()) {
        say(
            notice,
            format!("note on the {}: {}", decision.kind.name(), note.trim()),
        );
    }
}

fn say(notice: &mut NoticeRecord, message: String) {
    if !notice.findings.iter().any(|f| f.message == message) {
        notice.findings.push(Finding {
            kind: FindingKind::Note,
            severity: Severity::Info,
            message,
            advice: String::new(),
            values: Vec::new(),
            documents: Vec::new(),
        });
    }
}

fn clients(notice: &NoticeRecord) -> impl Iterator<Item = &IdentifierRecord> {
    let account = |i: &&IdentifierRecord| {
        i.kind == IdentifierKind::OnlineAccountNumber && i.owner != Owner::Representative
    };
    notice.identifiers.iter().filter(account)
}

/// What the notice says about the account number now.
fn settle(notice: &mut NoticeRecord) {
    use AccountNumberState::{Absent, Found, Review};
    let (any, accepted) = (
        clients(notice).next().is_some(),
        clients(notice).any(|i| i.verdict == Verdict::Accepted),
    );
    notice.account_number = match (accepted, any, notice.account_number) {
        (true, ..) => Found,
        (_, true, _) => Review,
        // The only readings of one were dismissed by a person.
        (_, _, Found | Review) => Absent,
        (_, _, state) => state,
    };
}
