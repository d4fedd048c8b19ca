//! Decisions laid over a record, and which of them found their place.

use std::collections::HashMap;

use super::contradiction::{SAME_PLACE, contradicted};
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

/// A decision and what became of it.
struct Entry {
    decision: Decision,
    state: State,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// It has not found its place yet.
    Open,
    /// It was laid over a record.
    Used,
    /// Another decision says otherwise of the same place: neither is laid over anything.
    Contradicted,
}

/// Decisions on their way to the records of a batch.
pub struct Decided {
    entries: Vec<Entry>,
    /// Which of them belong to a file, by its hash.
    by_file: HashMap<String, Vec<usize>>,
}

impl Decided {
    /// Decisions of which none has found its place yet.
    pub fn new(file: Decisions) -> Self {
        let disputed = contradicted(&file.decisions);
        let state = |index| {
            if disputed.contains(&index) {
                State::Contradicted
            } else {
                State::Open
            }
        };
        let mut by_file: HashMap<String, Vec<usize>> = HashMap::new();
        for (index, decision) in file.decisions.iter().enumerate() {
            if let Some(hash) = &decision.content_hash {
                by_file.entry(hash.clone()).or_default().push(index);
            }
        }
        let entry = |(index, decision)| Entry {
            decision,
            state: state(index),
        };
        let entries = file.decisions.into_iter().enumerate().map(entry).collect();
        Self { entries, by_file }
    }

    /// Lays the decisions that belong to a document over its record. Findings of the document are
    /// told anew; what only the batch shows is left out of it.
    pub fn apply(&mut self, record: &mut DocumentRecord) {
        let ours = record.content_hash.as_ref();
        let ours = ours.and_then(|hash| self.by_file.get(hash));
        for index in ours.into_iter().flatten() {
            if let Some(entry) = self.entries.get_mut(*index)
                && entry.state != State::Contradicted
                && lay(&entry.decision, record)
            {
                entry.state = State::Used;
            }
        }
        for notice in &mut record.notices {
            settle(notice);
        }
        check::renew(record);
    }

    /// What is to be said of decisions that changed nothing.
    pub fn unmatched(&self) -> Vec<Finding> {
        let advice = "the file is not among these, or is read otherwise now: decide again at a new \
                      review page";
        let open = self.told(State::Open, "fit nothing that was read", advice);
        let advice =
            "decide again at one review page: two decisions say different things of one number";
        let contradicted = self.told(State::Contradicted, "contradict one another", advice);
        open.into_iter().chain(contradicted).collect()
    }

    fn told(&self, state: State, what: &str, advice: &str) -> Option<Finding> {
        let left = self.entries.iter().filter(|entry| entry.state == state);
        let mut documents: Vec<String> = left.map(|e| e.decision.path.clone()).collect();
        let count = documents.len();
        documents.sort();
        documents.dedup();
        (count > 0).then(|| Finding {
            kind: FindingKind::DecisionUnmatched,
            severity: Severity::Warning,
            message: format!("{count} of the decisions {what}, and changed nothing"),
            advice: advice.to_owned(),
            values: Vec::new(),
            documents,
            deadline: None,
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

/// Lays a decision over the number that it was made on. Only one that the report shows as the
/// person saw it, or as the decision makes it, is touched: where another number or none is read
/// there, nothing is changed.
fn on_number(decision: &Decision, bounds: &BoundingBox, record: &mut DocumentRecord) -> bool {
    let Some((notice, index)) = number_at(decision, bounds, record) else {
        return false;
    };
    let Some(notice) = record.notices.get_mut(notice) else {
        return false;
    };
    let Some(identifier) = notice.identifiers.get_mut(index) else {
        return false;
    };
    let as_read = was_read(decision, &identifier.value);
    let as_decided = decision.value.as_ref() == Some(&identifier.value);
    match (decision.action, &decision.value) {
        (Some(Action::Dismissed), _) if as_read => {
            notice.identifiers.remove(index);
        }
        (Some(Action::Confirmed), value) if as_decided || value.is_none() && as_read => {
            let value = identifier.value.clone();
            vouch(identifier, value, "confirmed by a person");
            join(notice, index);
        }
        (Some(Action::Corrected), Some(value)) if as_decided || as_read => {
            vouch(identifier, value.clone(), "corrected by a person");
            join(notice, index);
        }
        (None, _) => {}
        _ => return false,
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
            // It was supplied because none was read.
            if clients(notice).any(|i| i.kind == decision.kind && i.value != *value) {
                return false;
            }
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
        person: None,
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
            deadline: None,
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
    let any = clients(notice).next().is_some();
    let accepted = clients(notice).any(|i| i.verdict == Verdict::Accepted);
    notice.account_number = match (accepted, any, notice.account_number) {
        (true, ..) => Found,
        (_, true, _) => Review,
        // The only readings of one were dismissed by a person.
        (_, _, Found | Review) => Absent,
        (_, _, state) => state,
    };
}
