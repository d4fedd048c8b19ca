//! The shapes of the JSON contract, version 1: all keys are known, others are refused.

use serde::Deserialize;
use std::collections::BTreeMap;

/// `--format json`: the whole batch.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Report {
    pub schema_version: u32,
    pub documents: Vec<Document>,
    pub findings: Vec<Finding>,
    pub summary: Summary,
}

/// The last line of `--format jsonl`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LastLine {
    pub r#type: String,
    pub schema_version: u32,
    pub findings: Vec<Finding>,
    pub summary: Summary,
}

/// A line of `--format jsonl`, or a document of `--format json`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Document {
    /// On lines only.
    pub r#type: Option<String>,
    pub schema_version: u32,
    pub path: String,
    pub path_bytes: Option<String>,
    pub content_hash: Option<String>,
    pub outcome: Outcome,
    pub error: Option<Failure>,
    pub page_count: usize,
    pub pages: Vec<Page>,
    pub notices: Vec<Notice>,
    pub findings: Vec<Finding>,
    pub decided: Option<Mark>,
    #[serde(default)]
    pub explanations: Vec<Explanation>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Outcome {
    Read,
    Partly,
    Failed,
    Skipped,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Failure {
    pub kind: FailureKind,
    pub message: String,
    pub advice: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum FailureKind {
    Encrypted,
    Damaged,
    EmptyFile,
    NotADocument,
    Unsupported,
    TooLarge,
    TimedOut,
    Unreadable,
    Interrupted,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Page {
    pub page: usize,
    pub state: PageState,
    pub source: Option<Source>,
    pub words: usize,
    pub error: Option<Failure>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum PageState {
    Read,
    Blank,
    Failed,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Source {
    TextLayer,
    Ocr,
    Barcode,
    Person,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Notice {
    pub pages: Vec<usize>,
    pub is_notice: bool,
    pub form: Option<String>,
    pub notice_type: Option<String>,
    pub notice_date: Option<String>,
    pub account_number: AccountNumber,
    #[serde(default)]
    pub fields: BTreeMap<String, Field>,
    pub identifiers: Vec<Identifier>,
    pub findings: Vec<Finding>,
    #[serde(default)]
    pub decided: Vec<Settled>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Mark {
    pub action: String,
    pub by: Option<String>,
    pub at: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Settled {
    pub kind: String,
    pub action: String,
    pub by: Option<String>,
    pub at: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Field {
    pub value: String,
    pub printed: String,
    pub title: Option<String>,
    pub verdict: Verdict,
    pub confidence: f32,
    pub sightings: Vec<Sighting>,
    pub evidence: Vec<String>,
    pub decided: Option<Mark>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum AccountNumber {
    Found,
    Review,
    Blank,
    Absent,
    Unreadable,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Identifier {
    pub kind: Kind,
    pub value: String,
    pub verdict: Verdict,
    pub owner: Owner,
    pub confidence: f32,
    pub sightings: Vec<Sighting>,
    pub evidence: Vec<String>,
    pub person: Option<String>,
    pub decided: Option<Mark>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(clippy::enum_variant_names)] // the names are the contract's own
pub(crate) enum Kind {
    ReceiptNumber,
    ANumber,
    OnlineAccountNumber,
}

impl Kind {
    /// Its name in JSON.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::ReceiptNumber => "receipt_number",
            Self::ANumber => "a_number",
            Self::OnlineAccountNumber => "online_account_number",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Verdict {
    Accepted,
    Review,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Owner {
    Applicant,
    Petitioner,
    Beneficiary,
    Representative,
    Unknown,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sighting {
    pub page: usize,
    #[serde(rename = "box")]
    pub bounds: [f32; 4],
    pub printed: String,
    pub source: Source,
    pub label: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Finding {
    pub kind: FindingKind,
    pub severity: Severity,
    pub message: String,
    pub advice: String,
    #[serde(default)]
    pub values: Vec<String>,
    #[serde(default)]
    pub documents: Vec<String>,
    pub deadline: Option<Deadline>,
    pub decided: Option<Mark>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Deadline {
    pub date: String,
    pub time: Option<String>,
    pub latest: Option<String>,
    pub basis: Basis,
    pub rule: String,
    pub source: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Basis {
    Printed,
    Computed,
    Review,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum FindingKind {
    AccountNumberMissing,
    AccountNumberBlank,
    AccountNumberTooEarly,
    AccountNumberUnreadable,
    ReceiptNumberNotRead,
    ToReview,
    PageUnreadable,
    TwoAccounts,
    SharedAccount,
    Duplicate,
    Note,
    DecisionUnmatched,
    DecisionsDisagree,
    CandidatesLeftOut,
    DrawingUnwritten,
    ReportPartial,
    DocumentsInside,
    NumberUnread,
    PrintUnread,
    DeadlineResponse,
    DeadlineAppointment,
    DeadlineValidityEnd,
    FieldMissing,
    ValidityReversed,
    DatesOutOfOrder,
    TwoNames,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Severity {
    Info,
    Warning,
    Error,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Explanation {
    pub page: usize,
    #[serde(rename = "box")]
    pub bounds: [f32; 4],
    pub printed: String,
    pub kind: Option<Kind>,
    pub decision: Decision,
    pub reasons: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Decision {
    Accepted,
    Review,
    Rejected,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Summary {
    pub documents: usize,
    pub read: usize,
    pub partly: usize,
    pub failed: usize,
    pub skipped: usize,
    pub pages: usize,
    pub pages_failed: usize,
    pub notices: usize,
    pub account_numbers: Counts,
    #[serde(default)]
    pub checked: usize,
    pub to_review: usize,
    pub errors: usize,
    pub warnings: usize,
    pub interrupted: bool,
    pub left_out: usize,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Counts {
    pub found: usize,
    pub review: usize,
    pub blank: usize,
    pub absent: usize,
    pub unreadable: usize,
}
