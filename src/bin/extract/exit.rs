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
mod tests {
    use super::*;

    #[test]
    fn the_more_severe_status_wins() {
        use Status::*;
        let all = [Clean, Attention, CouldNotRun, Interrupted];
        for (i, a) in all.into_iter().enumerate() {
            for (j, b) in all.into_iter().enumerate() {
                assert_eq!(a.merge(b), all[i.max(j)]);
            }
        }
        assert_eq!(all.map(Status::code), [0, 1, 2, 130]);
    }

    #[test]
    fn a_summary_is_clean_only_if_nothing_needs_attention() {
        let mut clean = Summary {
            documents: 1,
            read: 1,
            notices: 1,
            ..Summary::default()
        };
        clean.account_numbers.found = 1;
        let of = |summary: &Summary| Status::of(summary, Causes::default(), &[]);
        assert_eq!(of(&clean), Status::Clean);
        let mut absent = clean.clone();
        (absent.account_numbers.found, absent.account_numbers.absent) = (0, 1);
        for worse in [
            absent,
            Summary {
                failed: 1,
                ..clean.clone()
            },
            Summary {
                partly: 1,
                ..clean.clone()
            },
            Summary {
                skipped: 1,
                ..clean.clone()
            },
            Summary {
                to_review: 1,
                ..clean.clone()
            },
        ] {
            assert_eq!(of(&worse), Status::Attention, "{worse:?}");
            let never = Status::of(&worse, Causes::default(), &[Cause::Never]);
            assert_eq!(never, Status::Clean);
        }
        assert_eq!(
            of(&Summary {
                interrupted: true,
                ..clean
            }),
            Status::Interrupted
        );
    }

    #[test]
    fn only_the_causes_that_were_named_count() {
        let skipped = Summary {
            documents: 1,
            skipped: 1,
            ..Summary::default()
        };
        let causes = |kind, severity| {
            let mut causes = Causes::default();
            causes.add(&[Finding::new(kind, severity, "", "")]);
            causes
        };
        let of = |causes, fail_on: &[Cause]| Status::of(&skipped, causes, fail_on);
        assert_eq!(of(Causes::default(), &[Cause::Skipped]), Status::Attention);
        assert_eq!(of(Causes::default(), &[Cause::Failed]), Status::Clean);
        let two = causes(FindingKind::TwoAccounts, Severity::Error);
        let contradiction = [Cause::Failed, Cause::Contradiction];
        assert_eq!(of(two.clone(), &contradiction), Status::Attention);
        assert_eq!(of(two, &[Cause::Review]), Status::Clean);
        let note = causes(FindingKind::Note, Severity::Warning);
        let clean = Summary::default();
        assert_eq!(Status::of(&clean, note.clone(), &[]), Status::Attention);
        assert_eq!(Status::of(&clean, note, &[Cause::Review]), Status::Clean);
        let duplicate = causes(FindingKind::Duplicate, Severity::Info);
        assert_eq!(Status::of(&clean, duplicate, &[]), Status::Clean);
    }
}
