//! A candidate with its label, its owner, its verdict and the reasons.

use serde::{Deserialize, Serialize};

use crate::interpret::candidate::Candidate;
use crate::interpret::second_reading::SecondReading;
use crate::model::confidence::Confidence;
use crate::model::geometry::BoundingBox;
use crate::model::owner::Owner;
use crate::model::source::TextSource;
use crate::model::verdict::Verdict;

/// A candidate judged.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Assessment {
    /// What stands there.
    pub candidate: Candidate,
    /// By which road it was read.
    pub source: TextSource,
    /// The label that governs it, as printed.
    pub label: Option<String>,
    /// Where that label stands.
    #[serde(skip)]
    pub label_bounds: Option<BoundingBox>,
    /// Whether that label announces a number of this kind, or a person whose number it is.
    pub is_labelled: bool,
    /// Whose number it is, as far as the page says.
    pub owner: Owner,
    /// Accepted, review or rejected.
    pub decision: Verdict,
    /// The decision if its page belongs to a notice, where it is rejected only because the page has
    /// no marks of one.
    #[serde(default)]
    pub in_notice: Option<Verdict>,
    /// How sure.
    pub confidence: Confidence,
    /// A reading of the same place says otherwise, or the place itself speaks against it: the same
    /// number elsewhere settles nothing.
    pub disputed: bool,
    /// Only its script speaks against it: it is for review until the pixels show the same.
    #[serde(skip)]
    pub waits_for_pixels: bool,
    /// The page says that it is somebody else's.
    pub explained: bool,
    /// The reasons, in words without the number.
    pub reasons: Vec<String>,
    /// Whose A-Number it is, where the page names somebody in its cell or row.
    #[serde(default)]
    pub person: Option<String>,
    /// What second looks at its place saw. Like the label's place it is for pictures only, and
    /// stays in the page's task.
    #[serde(skip)]
    pub second_readings: Vec<SecondReading>,
}

impl Assessment {
    pub(super) fn reject(&mut self, why: &str) {
        self.decision = Verdict::Rejected;
        self.reasons.insert(0, why.to_owned());
    }

    /// Holds back what counts only on a page of a notice.
    pub(super) fn withhold(&mut self, why: &str) {
        let decision = self.decision;
        self.reject(why);
        self.in_notice = Some(decision);
    }

    /// Counts after all: the page turned out to belong to a notice.
    pub(crate) fn restore(&mut self) {
        if let Some(decision) = self.in_notice.take() {
            self.decision = decision;
            self.reasons.remove(0);
        }
    }

    /// Accepts what only its script spoke against, because the pixels show the same.
    pub fn confirm_by_pixels(&mut self) {
        if std::mem::take(&mut self.waits_for_pixels) {
            self.decision = Verdict::Accepted;
            self.disputed = false;
            if let Some(doubt) = self.reasons.first_mut() {
                "the pixels show ordinary digits and letters".clone_into(doubt);
            }
        }
    }

    /// Sends an accepted assessment to review.
    pub fn weaken(&mut self, why: impl Into<String>) {
        if self.decision == Verdict::Accepted {
            self.decision = Verdict::Review;
        }
        if self.in_notice == Some(Verdict::Accepted) {
            self.in_notice = Some(Verdict::Review);
        }
        // Why it is withheld stays first.
        let first = usize::from(self.in_notice.is_some());
        self.reasons.insert(first, why.into());
    }
}
