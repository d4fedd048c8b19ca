//! Findings that a person checked off, and documents that a person looked at.

use super::{Decision, number};
use crate::model::finding::{Finding, FindingKind};
use crate::model::mark::Action;
use crate::model::mask;
use crate::model::record::DocumentRecord;

/// Checks off a finding of a document or a notice; whether it is there and says what it said.
pub(super) fn lay(decision: &Decision, kind: FindingKind, record: &mut DocumentRecord) -> bool {
    if decision.notice.is_none() {
        return check_off(decision, kind, &mut record.findings);
    }
    let Some(notice) = number::notice_at(decision, record) else {
        return false;
    };
    let done = decision.action.is_none() || check_off(decision, kind, &mut notice.findings);
    if done {
        number::add_note(notice, decision);
    }
    done
}

/// Checks off the finding that says what the person saw.
pub(super) fn check_off(decision: &Decision, kind: FindingKind, findings: &mut [Finding]) -> bool {
    let same = |f: &&mut Finding| f.kind == kind && says(f, decision.read.as_deref());
    let Some(finding) = findings.iter_mut().find(same) else {
        return false;
    };
    if let Some(mark) = decision.mark() {
        finding.check_off(mark);
    }
    true
}

/// Whether a finding says a text, masked or not.
fn says(finding: &Finding, read: Option<&str>) -> bool {
    let Some(read) = read else { return false };
    let mut masked = finding.clone();
    mask::finding(&mut masked);
    finding.text() == read || masked.text() == read
}

/// Notes that a person looked at a document that could not be read.
pub(super) fn looked_at(decision: &Decision, record: &mut DocumentRecord) -> bool {
    let is_unread = record.error.is_some();
    if let (true, Some(Action::Checked), Some(mark)) = (is_unread, decision.action, decision.mark())
    {
        record.decided = Some(mark);
    }
    is_unread
}
