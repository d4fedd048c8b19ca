//! Exit statuses and how they combine. Scripts rely on them.
//!
//! | status | meaning |
//! |---|---|
//! | 0 | everything was read, and every notice has its account number |
//! | 1 | a number is missing, needs review or is contradictory, or something couldn't be read |
//! | 2 | the run couldn't start, the report couldn't be written, or a named path doesn't exist |
//! | 130 | interrupted; what was finished by then is in a partial report |
//!
//! If several apply, the last one wins. `--fail-on` says what makes a 1, `--exit-zero` that nothing
//! does; both leave the others alone.

use std::collections::BTreeSet;
use std::process::ExitCode;

use clap::ValueEnum;
use i797::model::finding::{Finding, FindingKind, Severity};
use i797::report::Summary;

/// What can make the exit status 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum Cause {
    /// A notice has no account number
    Missing,
    /// A number needs review
    Review,
    /// A page or a number could not be read
    Unreadable,
    /// A document could not be read at all
    Failed,
    /// Numbers of different documents contradict one another
    Contradiction,
    /// A file is not a document
    Skipped,
    /// Nothing
    Never,
}

/// The causes that occurred in a run; `None` stands for what has no name of its own.
#[derive(Debug, Clone, Default)]
pub struct Causes(BTreeSet<Option<Cause>>);

impl Causes {
    /// Takes note of the findings of a notice, a document or the batch.
    pub fn add(&mut self, findings: &[Finding]) {
        let grave = findings.iter().filter(|f| f.severity != Severity::Info);
        self.0.extend(grave.map(|finding| cause(finding.kind)));
    }

    /// Takes note of what the counts say.
    fn count(&mut self, summary: &Summary) {
        let accounts = &summary.account_numbers;
        let without = accounts.blank + accounts.absent;
        for (count, cause) in [
            (without.saturating_sub(summary.checked), Cause::Missing),
            (accounts.review + summary.to_review, Cause::Review),
            (
                accounts.unreadable + summary.pages_failed + summary.partly,
                Cause::Unreadable,
            ),
            (summary.failed, Cause::Failed),
            (summary.skipped, Cause::Skipped),
        ] {
            if count > 0 {
                self.0.insert(Some(cause));
            }
        }
    }
}

fn cause(kind: FindingKind) -> Option<Cause> {
    use FindingKind as K;
    match kind {
        K::AccountNumberMissing | K::AccountNumberBlank | K::AccountNumberTooEarly => {
            Some(Cause::Missing)
        }
        K::AccountNumberUnreadable
        | K::ReceiptNumberNotRead
        | K::NumberUnread
        | K::PrintUnread
        | K::PageUnreadable
        | K::CandidatesLeftOut => Some(Cause::Unreadable),
        K::ToReview => Some(Cause::Review),
        K::TwoAccounts
        | K::SharedAccount
        | K::TwoNames
        | K::DatesOutOfOrder
        | K::ValidityReversed
        | K::DecisionsDisagree => Some(Cause::Contradiction),
        _ => None,
    }
}

/// How a run ended, ordered by severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Everything was read and nothing is missing.
    Clean,
    /// Something is missing, needs review or could not be read.
    Attention,
    /// There is no report, or only part of one.
    CouldNotRun,
    /// Interrupted by a signal.
    Interrupted,
}

impl Status {
    /// The status for a batch, whose findings are noted in `causes`. `fail_on` says which causes
    /// count; if it is empty, all do. Skipped files need attention too: one of them may be a notice
    /// in an unsupported format.
    pub fn of(summary: &Summary, mut causes: Causes, fail_on: &[Cause]) -> Self {
        causes.count(summary);
        let counts = |cause: &Option<Cause>| match cause {
            _ if fail_on.is_empty() => true,
            Some(cause) => fail_on.contains(cause),
            None => false,
        };
        let ended = if causes.0.iter().any(counts) {
            Self::Attention
        } else {
            Self::Clean
        };
        if summary.interrupted {
            ended.merge(Self::Interrupted)
        } else {
            ended
        }
    }

    /// The more severe of two statuses.
    pub fn merge(self, other: Self) -> Self {
        self.max(other)
    }

    /// The exit code of the process.
    pub fn code(self) -> u8 {
        match self {
            Self::Clean => 0,
            Self::Attention => 1,
            Self::CouldNotRun => 2,
            Self::Interrupted => 130,
        }
    }
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(status.code())
    }
}

#[cfg(test)]
#[path = "exit_tests.rs"]
mod tests;
