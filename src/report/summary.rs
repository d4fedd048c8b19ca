//! Counts of a batch, kept while its records go by.

use serde::{Deserialize, Serialize};

use crate::model::finding::{Finding, Severity};
use crate::model::record::{AccountNumberState, DocumentRecord, Outcome, PageState};
use crate::model::verdict::Verdict;

/// What a batch came to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Documents with a row.
    pub documents: usize,
    /// Documents of which every page was read or is blank.
    pub read: usize,
    /// Documents of which some pages were read.
    pub partly: usize,
    /// Documents of which no page was read.
    pub failed: usize,
    /// Files that were not opened: not documents, or not regular files.
    pub skipped: usize,
    /// Pages with a row.
    pub pages: usize,
    /// Pages that could not be read.
    pub pages_failed: usize,
    /// Notices in all documents.
    pub notices: usize,
    /// Notices by what they say about the account number.
    pub account_numbers: AccountNumberCounts,
    /// Numbers of any kind that a person must look at.
    pub to_review: usize,
    /// Findings of severity `error`, those across documents included.
    pub errors: usize,
    /// Findings of severity `warning`, those across documents included.
    pub warnings: usize,
    /// Whether the run was interrupted: documents that were not begun have no row.
    pub interrupted: bool,
    /// What the batch as a whole showed; written beside the summary, not in it.
    #[serde(skip)]
    pub findings: Vec<Finding>,
}

/// Notices by what they say about the account number; the five add up to the notices.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountNumberCounts {
    /// It stands there and was read.
    pub found: usize,
    /// Something was read; a person must look.
    pub review: usize,
    /// Its cell is printed and empty.
    pub blank: usize,
    /// The notice was read whole and has none.
    pub absent: usize,
    /// It cannot be said.
    pub unreadable: usize,
}

impl Summary {
    /// Counts one document.
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
            self.to_review += notice
                .identifiers
                .iter()
                .filter(|i| i.verdict == Verdict::Review)
                .count();
            self.count(&notice.findings);
        }
        self.count(&record.findings);
    }

    /// Adds what the batch as a whole showed.
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
