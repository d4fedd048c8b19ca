//! Counts over a batch, updated record by record.

use serde::{Deserialize, Serialize};

use crate::identifier::IdentifierKind;
use crate::model::finding::{Finding, Severity};
use crate::model::record::{
    AccountNumberState, DocumentRecord, NoticeRecord, Outcome, PageState, Subject,
};
use crate::model::verdict::Verdict;

/// The counts of a batch.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Documents with a record.
    pub documents: usize,
    /// Documents whose pages were all read or blank.
    pub read: usize,
    /// Documents with some pages read.
    pub partly: usize,
    /// Documents with no page read.
    pub failed: usize,
    /// Files that were not opened: not documents, or not regular files.
    pub skipped: usize,
    /// Pages with a record.
    pub pages: usize,
    /// Pages that could not be read.
    pub pages_failed: usize,
    /// Notices in all documents.
    pub notices: usize,
    /// Notices by the state of the account number.
    pub account_numbers: AccountNumberCounts,
    /// Notices that have no account number, as a person found out.
    #[serde(default, skip_serializing_if = "is_none")]
    pub checked: usize,
    /// Numbers of any kind that need review.
    pub to_review: usize,
    /// Findings of severity `error`, including those across documents.
    pub errors: usize,
    /// Findings of severity `warning`, including those across documents.
    pub warnings: usize,
    /// Whether the run was interrupted, so that some documents have no record.
    pub interrupted: bool,
    /// Entries of folders that were left out: what systems leave behind, hidden folders, and what
    /// was excluded.
    #[serde(default)]
    pub left_out: usize,
    /// Findings across documents; written next to the summary, not in it.
    #[serde(skip)]
    pub findings: Vec<Finding>,
}

/// Notices by the state of the account number. The five counts add up to the number of notices.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountNumberCounts {
    /// The number was accepted.
    pub found: usize,
    /// The number needs review.
    pub review: usize,
    /// The field is blank.
    pub blank: usize,
    /// The notice has no number.
    pub absent: usize,
    /// Unknown, because something could not be read.
    pub unreadable: usize,
}

/// Whether a person looked for the account number in vain.
fn is_checked(notice: &NoticeRecord) -> bool {
    let without = matches!(
        notice.account_number,
        AccountNumberState::Blank | AccountNumberState::Absent
    );
    without && notice.is_settled(Subject::Number(IdentifierKind::OnlineAccountNumber))
}

fn is_none(count: &usize) -> bool {
    *count == 0
}

impl Summary {
    /// Adds a document.
    pub fn add(&mut self, record: &DocumentRecord) {
        self.documents += 1;
        match record.outcome {
            Outcome::Read => self.read += 1,
            Outcome::Partly => self.partly += 1,
            Outcome::Failed => self.failed += 1,
            Outcome::Skipped => self.skipped += 1,
        }
        self.pages += record.pages.len();
        self.pages_failed += record
            .pages
            .iter()
            .filter(|p| p.state == PageState::Failed)
            .count();
        self.notices += record.notices.len();
        for notice in &record.notices {
            let count = match notice.account_number {
                AccountNumberState::Found => &mut self.account_numbers.found,
                AccountNumberState::Review => &mut self.account_numbers.review,
                AccountNumberState::Blank => &mut self.account_numbers.blank,
                AccountNumberState::Absent => &mut self.account_numbers.absent,
                AccountNumberState::Unreadable => &mut self.account_numbers.unreadable,
            };
            *count += 1;
            self.checked += usize::from(is_checked(notice));
            self.to_review += notice
                .identifiers
                .iter()
                .filter(|i| i.verdict == Verdict::Review)
                .count();
            self.count(&notice.findings);
        }
        self.count(&record.findings);
    }

    /// Adds findings across documents.
    pub fn add_findings(&mut self, findings: impl IntoIterator<Item = Finding>) {
        let new: Vec<Finding> = findings.into_iter().collect();
        self.count(&new);
        self.findings.extend(new);
    }

    fn count(&mut self, findings: &[Finding]) {
        self.errors += findings
            .iter()
            .filter(|f| f.severity == Severity::Error)
            .count();
        self.warnings += findings
            .iter()
            .filter(|f| f.severity == Severity::Warning)
            .count();
    }
}
