//! A page that was read, with all that was understood of it.

use serde::{Deserialize, Serialize};

use crate::identifier::IdentifierKind;
use crate::interpret::{Assessment, FieldReading};
use crate::model::geometry::BoundingBox;
use crate::model::location::PageNumber;
use crate::model::owner::Owner;
use crate::model::source::TextSource;
use crate::model::verdict::Verdict;
use crate::notice::Gap;
use crate::notice::page_info::PageInfo;

/// What the page says where its account number belongs, from the most to the least certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum AccountCell {
    /// A label, and a word that says that there is no number.
    None,
    /// A label and nothing under it.
    Blank,
    /// A label, and marks under it that are no account number.
    Unreadable,
}

/// Candidates of a page that are kept, of those that count and of those that were rejected. The
/// fullest notice has two dozen; lists of cases have hundreds.
pub const MOST_OF_PAGE: usize = 1_000;

/// A page that was read, with all that was understood of it. Boxes are those of its text until
/// [`PageReading::place`] moves them to the page as a viewer shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PageReading {
    /// The page, from 1.
    pub number: PageNumber,
    /// How it was read.
    pub source: TextSource,
    /// Form, page count, type, date.
    pub info: PageInfo,
    /// The candidates judged.
    pub assessments: Vec<Assessment>,
    /// Set when an account label is there and no account number.
    pub account_cell: Option<AccountCell>,
    /// Roles that labels name.
    pub roles: Vec<Owner>,
    /// The other fields, those that count first.
    #[serde(default)]
    pub fields: Vec<FieldReading>,
    /// Whether the page was read so well that what was not seen is not there.
    pub legible: bool,
    /// Places where something may be printed that was not read.
    #[serde(default)]
    pub gaps: Vec<Gap>,
    /// How many candidates beyond the limit of a page were left out.
    #[serde(default)]
    pub left_out: usize,
    /// Whether digits stand where a number of ours belongs that are none.
    pub number_unread: bool,
    /// Whether there is much print on it of which little was read with confidence.
    #[serde(default)]
    pub badly_read: bool,
    /// The receipt numbers in the page's head or foot.
    #[serde(default)]
    pub running: Vec<String>,
    /// Whether it has no marks of a notice, but goes on with the page before it.
    #[serde(default)]
    pub goes_on: bool,
}

impl PageReading {
    /// Moves every box to where `place` says that it lies on the page as a viewer shows it. Boxes
    /// and confidences become as exact as they are written, so that a page means the same
    /// whether or not it came from another process.
    pub fn place(&mut self, place: impl Fn(&BoundingBox) -> BoundingBox) {
        for assessment in &mut self.assessments {
            assessment.candidate.bounds = place(&assessment.candidate.bounds).rounded();
            assessment.candidate.confidence = assessment.candidate.confidence.rounded();
            assessment.confidence = assessment.confidence.rounded();
        }
        for bounds in self.gaps.iter_mut().filter_map(|gap| gap.bounds.as_mut()) {
            *bounds = place(bounds).rounded();
        }
        for field in &mut self.fields {
            field.bounds = place(&field.bounds).rounded();
            field.confidence = field.confidence.rounded();
        }
    }

    /// Says that the page as a whole was not read with confidence: nothing of it is absent.
    pub fn hold_as_unread(&mut self) {
        self.legible = false;
        if !self.gaps.iter().any(Gap::is_whole_page) {
            self.gaps.push(Gap::whole_page());
        }
    }

    /// How many candidates count: all that were not rejected.
    pub fn numbers(&self) -> usize {
        self.assessments().count()
    }

    /// Leaves out what goes beyond the limit of a page.
    pub fn limit(&mut self) {
        self.keep(MOST_OF_PAGE, MOST_OF_PAGE);
    }

    /// Keeps the first candidates that count and that are rejected, and counts the others.
    /// A page of which numbers are left out was not read as a whole.
    pub fn keep(&mut self, numbers: usize, rejected: usize) {
        let all = self.assessments.len();
        let had = self.numbers();
        let mut numbers = numbers;
        let mut rejected = rejected;
        self.assessments.retain(|assessment| {
            let budget = if assessment.decision == Verdict::Rejected {
                &mut rejected
            } else {
                &mut numbers
            };
            let kept = *budget > 0;
            *budget = budget.saturating_sub(1);
            kept
        });
        self.left_out = self.left_out.saturating_add(all - self.assessments.len());
        self.legible = self.legible && self.numbers() == had;
    }

    pub(super) fn assessments(&self) -> impl Iterator<Item = &Assessment> {
        self.assessments
            .iter()
            .filter(|c| c.decision != Verdict::Rejected)
    }

    pub(super) fn receipts(&self) -> Vec<&str> {
        self.assessments()
            .filter(|c| c.candidate.kind == IdentifierKind::ReceiptNumber)
            .map(|c| c.candidate.value.as_str())
            .collect()
    }

    pub(super) fn sure_of_receipt(&self) -> bool {
        let is_receipt = |c: &&Assessment| c.candidate.kind == IdentifierKind::ReceiptNumber;
        self.assessments
            .iter()
            .filter(is_receipt)
            .any(|c| c.decision == Verdict::Accepted)
    }

    /// Whether a page has numbers on it that count only in a notice, and may be one: it names the
    /// agency, or has two of them. Twelve digits alone are many things.
    pub fn holds_back(&self) -> bool {
        let held = self.assessments.iter().filter(|a| a.in_notice.is_some());
        let is_ours = |a: &&Assessment| {
            !self.legible || a.candidate.kind != IdentifierKind::OnlineAccountNumber
        };
        let least = if self.info.names_agency { 1 } else { 2 };
        held.filter(is_ours).count() >= least
    }

    /// Whether the page says something of a notice: its info, or a number under a label of ours.
    pub(super) fn tells(&self) -> bool {
        self.info.is_notice() || self.goes_on || self.assessments().any(|c| c.is_labelled)
    }
}
