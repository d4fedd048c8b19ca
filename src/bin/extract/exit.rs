//! Exit statuses and how they combine. Scripts rely on them.
//!
//! | status | meaning |
//! |---|---|
//! | 0 | everything was read, and every notice has its account number |
//! | 1 | a number is missing, needs review or is contradictory, or something couldn't be read |
//! | 2 | the run couldn't start, or the report couldn't be written |
//! | 130 | interrupted; the report covers the documents finished by then |
//!
//! If several apply, the last one wins. `--exit-zero` turns 1 into 0 and leaves the others alone.

use std::process::ExitCode;

use i797::report::Summary;

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
    /// The status for a batch. Skipped files need attention too: one of them may be a notice in an
    /// unsupported format.
    pub fn of(summary: &Summary) -> Self {
        let unread = summary.partly + summary.failed + summary.skipped + summary.pages_failed;
        let without = summary
            .notices
            .saturating_sub(summary.account_numbers.found);
        let findings = summary.errors + summary.warnings;
        let ended = if unread + without + summary.to_review + findings > 0 {
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

    /// The status with `--exit-zero`: `Attention` becomes `Clean`.
    pub fn without_attention(self) -> Self {
        if self == Self::Attention {
            Self::Clean
        } else {
            self
        }
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
        assert_eq!(all.map(|s| s.without_attention().code()), [0, 0, 2, 130]);
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
        assert_eq!(Status::of(&clean), Status::Clean);
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
            Summary {
                warnings: 1,
                ..clean.clone()
            },
            Summary {
                errors: 1,
                ..clean.clone()
            },
        ] {
            assert_eq!(Status::of(&worse), Status::Attention, "{worse:?}");
        }
        assert_eq!(
            Status::of(&Summary {
                interrupted: true,
                ..clean
            }),
            Status::Interrupted
        );
    }
}
