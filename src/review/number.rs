//! Decisions on the three numbers.

use super::several::SAME_PLACE;
use super::{Decision, Outcome};
use crate::identifier::IdentifierKind;
use crate::model::confidence::Confidence;
use crate::model::finding::{Finding, FindingKind, Severity};
use crate::model::geometry::BoundingBox;
use crate::model::location::Location;
use crate::model::mark::{Action, Mark};
use crate::model::mask;
use crate::model::owner::Owner;
use crate::model::record::{
    AccountNumberState, DocumentRecord, IdentifierRecord, NoticeRecord, Settled, Sighting, Subject,
};
use crate::model::source::TextSource;
use crate::model::verdict::Verdict;

/// Lays a decision over a number; whether it found its place.
pub(super) fn lay(decision: &Decision, kind: IdentifierKind, record: &mut DocumentRecord) -> bool {
    match &decision.bounds {
        Some(bounds) => on_number(decision, kind, bounds, record),
        None => on_notice(decision, kind, record),
    }
}

/// Lays a decision over the number that it was made on. Only one that the report shows as the
/// person saw it, or as the decision makes it, is touched: where another number or none is read
/// there, nothing is changed.
fn on_number(
    decision: &Decision,
    kind: IdentifierKind,
    bounds: &BoundingBox,
    record: &mut DocumentRecord,
) -> bool {
    let Some((notice, index)) = number_at(decision, kind, bounds, record) else {
        return was_dismissed(decision, kind, record);
    };
    let Some(notice) = record.notices.get_mut(notice) else {
        return false;
    };
    let Some(identifier) = notice.identifiers.get_mut(index) else {
        return false;
    };
    let Some(mark) = decision.mark() else {
        add_note(notice, decision);
        return true;
    };
    let masked = mask::masked_number(&identifier.value);
    match decision.outcome(&identifier.value, &masked) {
        Some(Outcome::Dismissed) => {
            let gone = notice.identifiers.remove(index);
            // That a number is not the client's says nothing of the client's own.
            if gone.owner != Owner::Representative {
                settle_value(notice, Subject::Number(kind), mark);
            }
        }
        Some(Outcome::Vouched(value)) => {
            vouch(identifier, value, mark);
            join(notice, index);
        }
        None => return false,
    }
    add_note(notice, decision);
    true
}

/// The number that stands where a decision was made: notice and index in it.
fn number_at(
    decision: &Decision,
    kind: IdentifierKind,
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
            .filter(|(_, i)| i.kind == kind)
            .map(move |(i, id)| ((n, i), share(id)))
    });
    let best = all.max_by(|a, b| a.1.total_cmp(&b.1))?;
    (best.1 > SAME_PLACE).then_some(best.0)
}

/// Whether a number was dismissed in an earlier application of the same decision.
fn was_dismissed(decision: &Decision, kind: IdentifierKind, record: &DocumentRecord) -> bool {
    let mut notices = record.notices.iter();
    decision.action == Some(Action::Dismissed)
        && notices.any(|notice| {
            notice.pages.contains(&decision.page)
                && notice.decided.iter().any(|settled| {
                    settled.kind == Subject::Number(kind)
                        && Some(&settled.mark) == decision.mark().as_ref()
                })
        })
}

/// The notice that begins on a decision's page, and is the one of those there that it is about.
pub(super) fn notice_at<'a>(
    decision: &Decision,
    record: &'a mut DocumentRecord,
) -> Option<&'a mut NoticeRecord> {
    let begins = |n: &&mut NoticeRecord| n.pages.first() == Some(&decision.page);
    let mut notices = record.notices.iter_mut().filter(begins);
    notices.nth(decision.notice.unwrap_or(0))
}

fn on_notice(decision: &Decision, kind: IdentifierKind, record: &mut DocumentRecord) -> bool {
    let Some(notice) = notice_at(decision, record) else {
        return false;
    };
    let Some(mark) = decision.mark() else {
        add_note(notice, decision);
        return true;
    };
    match (mark.action, &decision.value) {
        (Action::Supplied, Some(value)) => {
            // It was supplied because none was read.
            if of_client(notice, kind).any(|i| i.value != *value) {
                return false;
            }
            let Some(bounds) = nowhere() else {
                return false;
            };
            unsettle(notice, Subject::Number(kind));
            let page = decision.page;
            supply(notice, kind, value, mark, Location { page, bounds });
        }
        (Action::Checked, _) => {
            if of_client(notice, kind).next().is_some() {
                return false;
            }
            let is_account = kind == IdentifierKind::OnlineAccountNumber;
            if is_account && notice.account_number == AccountNumberState::Unreadable {
                notice.account_number = AccountNumberState::Absent;
            }
            settle_value(notice, Subject::Number(kind), mark);
        }
        _ => return false,
    }
    add_note(notice, decision);
    true
}

/// The place of what a person typed: no part of a page.
pub(super) fn nowhere() -> Option<BoundingBox> {
    BoundingBox::new(0.0, 0.0, 0.0, 0.0).ok()
}

/// Notes that a notice does not have a value, on a person's word.
pub(super) fn settle_value(notice: &mut NoticeRecord, kind: Subject, mark: Mark) {
    let settled = Settled { kind, mark };
    if !notice.decided.contains(&settled) {
        notice.decided.push(settled);
    }
}

/// A value was found after all.
pub(super) fn unsettle(notice: &mut NoticeRecord, kind: Subject) {
    notice.decided.retain(|settled| settled.kind != kind);
}

/// Makes a value certain on a person's word.
fn vouch(identifier: &mut IdentifierRecord, value: String, mark: Mark) {
    identifier.value = value;
    identifier.verdict = Verdict::Accepted;
    identifier.confidence = Confidence::CERTAIN;
    let words = mark.words();
    if !identifier.evidence.contains(&words) {
        identifier.evidence.insert(0, words);
    }
    identifier.decided = Some(mark);
}

/// Adds a number that only a person saw, or vouches for the one that was read.
fn supply(
    notice: &mut NoticeRecord,
    kind: IdentifierKind,
    value: &str,
    mark: Mark,
    location: Location,
) {
    if let Some(known) = notice
        .identifiers
        .iter_mut()
        .find(|i| i.kind == kind && i.value == value)
    {
        return vouch(known, value.to_owned(), mark);
    }
    let case = notice
        .identifiers
        .iter()
        .find(|i| i.kind == IdentifierKind::ReceiptNumber);
    let owner = case.map_or(Owner::Unknown, |c| c.owner);
    let sighting = Sighting {
        location,
        printed: value.to_owned(),
        source: TextSource::Person,
        label: None,
    };
    notice.identifiers.push(IdentifierRecord {
        kind,
        value: value.to_owned(),
        verdict: Verdict::Accepted,
        owner,
        confidence: Confidence::CERTAIN,
        sightings: vec![sighting],
        evidence: vec![mark.words()],
        person: None,
        decided: Some(mark),
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
            if let Some(mark) = joined.decided {
                vouch(first, joined.value, mark);
            }
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

pub(super) fn add_note(notice: &mut NoticeRecord, decision: &Decision) {
    if let Some(note) = decision.note.as_deref().filter(|n| !n.trim().is_empty()) {
        say(
            notice,
            format!("note on the {}: {}", decision.kind.name(), note.trim()),
        );
    }
}

fn say(notice: &mut NoticeRecord, message: String) {
    if !notice.findings.iter().any(|f| f.message == message) {
        notice
            .findings
            .push(Finding::new(FindingKind::Note, Severity::Info, message, ""));
    }
}

fn of_client(
    notice: &NoticeRecord,
    kind: IdentifierKind,
) -> impl Iterator<Item = &IdentifierRecord> {
    let identifiers = notice.identifiers.iter();
    identifiers.filter(move |i| i.kind == kind && i.owner != Owner::Representative)
}

/// What the notice says about the account number now.
pub(super) fn settle(notice: &mut NoticeRecord) {
    use AccountNumberState::{Absent, Found, Review};
    let account = IdentifierKind::OnlineAccountNumber;
    let any = of_client(notice, account).next().is_some();
    let accepted = of_client(notice, account).any(|i| i.verdict == Verdict::Accepted);
    notice.account_number = match (accepted, any, notice.account_number) {
        (true, ..) => Found,
        (_, true, _) => Review,
        // The only readings of one were dismissed by a person.
        (_, _, Found | Review) => Absent,
        (_, _, state) => state,
    };
}
