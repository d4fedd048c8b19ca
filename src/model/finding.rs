//! Findings: what needs attention in a notice, a document or a batch, and what to do about it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::mark::Mark;

/// How urgent a finding is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// For information.
    Info,
    /// Needs a check.
    Warning,
    /// Acting on this without a check can cost months.
    Error,
}

/// The kinds of finding; the names are part of the JSON contract.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum FindingKind {
    /// The notice has no account number, but one exists or may exist.
    AccountNumberMissing,
    /// The field for the account number is printed but blank.
    AccountNumberBlank,
    /// The notice predates online accounts.
    AccountNumberTooEarly,
    /// The label was found but its value could not be read, or pages of the notice could not be
    /// read.
    AccountNumberUnreadable,
    /// A notice that should carry a receipt number has none that was read.
    ReceiptNumberNotRead,
    /// Digits are printed where a number belongs, but no number could be read.
    NumberUnread,
    /// Something is printed that could not be read, and it may be the account number.
    PrintUnread,
    /// A number could not be confirmed.
    ToReview,
    /// Pages of the document could not be read.
    PageUnreadable,
    /// One A-Number appears with two account numbers.
    TwoAccounts,
    /// One account number appears with several A-Numbers.
    SharedAccount,
    /// The same notice appears twice in the batch.
    Duplicate,
    /// A note or decision of a reviewer.
    Note,
    /// Decisions that could not be applied.
    DecisionUnmatched,
    /// Two people decided differently on one value.
    DecisionsDisagree,
    /// A page or a document holds more candidates than are looked at.
    CandidatesLeftOut,
    /// A page could not be drawn into the folder of `--annotate`.
    DrawingUnwritten,
    /// A response must be received by a day.
    DeadlineResponse,
    /// Somebody must appear on a day.
    DeadlineAppointment,
    /// What was granted ends on a day.
    DeadlineValidityEnd,
    /// A field that notices of this type have was not read.
    FieldMissing,
    /// The validity ends before it begins.
    ValidityReversed,
    /// Dates of a notice or a case that cannot follow one another.
    DatesOutOfOrder,
    /// One A-Number stands beside two names.
    TwoNames,
    /// The run ended early, so that the report does not list every document.
    ReportPartial,
    /// The file holds documents, which are listed after it as documents of their own.
    DocumentsInside,
}

/// What the date of a deadline rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Basis {
    /// It is printed on the notice.
    Printed,
    /// It was computed, because none was read.
    Computed,
    /// It is printed, but must be compared with the page.
    Review,
}

/// A day by which something must happen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Deadline {
    /// The day, `YYYY-MM-DD`; of a computed one the day that is safe.
    pub date: String,
    /// The time of day where the appointment is, `HH:MM`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// Of a computed day, the last one if the notice was mailed and the answer is on paper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub latest: Option<String>,
    /// What the date rests on.
    pub basis: Basis,
    /// By which rule.
    pub rule: String,
    /// Where the date comes from, as printed.
    pub source: String,
}

/// A finding: what it means and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Finding {
    /// The kind of finding, for programs.
    pub kind: FindingKind,
    /// How urgent it is.
    pub severity: Severity,
    /// What was found and why it matters.
    pub message: String,
    /// What to do.
    pub advice: String,
    /// The numbers that `message` refers to as `{0}`, `{1}`, …; separate so that they can be
    /// masked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<String>,
    /// Paths of the other documents involved.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<String>,
    /// The day by which something must happen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Deadline>,
    /// Who checked it off; it needs no action then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided: Option<Mark>,
}

impl Finding {
    /// A finding's message with its numbers in place of `{0}`, `{1}` ….
    pub fn text(&self) -> String {
        let mut text = String::with_capacity(self.message.len());
        let mut rest = self.message.as_str();
        // One pass from left to right: a value that itself holds `{0}` is not expanded again.
        while let Some(open) = rest.find('{') {
            let (before, tail) = rest.split_at(open);
            text.push_str(before);
            let placeholder = tail.find('}').and_then(|close| {
                let index: usize = tail.get(1..close)?.parse().ok()?;
                Some((self.values.get(index)?, close + 1))
            });
            match placeholder {
                Some((value, length)) => {
                    text.push_str(value);
                    rest = tail.get(length..).unwrap_or_default();
                }
                None => {
                    text.push('{');
                    rest = tail.get(1..).unwrap_or_default();
                }
            }
        }
        text + rest
    }

    /// Notes that a person checked it off: it needs no action any more.
    pub fn check_off(&mut self, mark: Mark) {
        self.decided = Some(mark);
        self.severity = Severity::Info;
    }

    /// A finding without numbers and without other documents.
    pub fn new(
        kind: FindingKind,
        severity: Severity,
        message: impl Into<String>,
        advice: impl Into<String>,
    ) -> Self {
        Self {
            kind,
            severity,
            message: message.into(),
            advice: advice.into(),
            values: Vec::new(),
            documents: Vec::new(),
            deadline: None,
            decided: None,
        }
    }
}

serde_plain::derive_display_from_serialize!(Severity);
serde_plain::derive_fromstr_from_deserialize!(Severity);

serde_plain::derive_display_from_serialize!(Basis);
serde_plain::derive_display_from_serialize!(FindingKind);
serde_plain::derive_fromstr_from_deserialize!(FindingKind);
