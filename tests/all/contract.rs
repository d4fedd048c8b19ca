//! The JSON contract, version 1, in independent structs: all keys are known, others are refused.

use std::collections::BTreeMap;
use std::ffi::OsStr;

use i797::model::record::{FieldClass, FieldKind};
use serde::Deserialize;

use crate::program::{all_notices, extract, fixture};

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

/// Keys that every document has, null or not.
const ALWAYS: [&str; 8] = [
    "schema_version",
    "path",
    "outcome",
    "error",
    "page_count",
    "pages",
    "notices",
    "findings",
];

#[test]
fn every_record_keeps_the_contract() {
    let (_, report) = all_notices();
    assert_eq!((report.schema_version, report.summary.checked), (1, 0));
    for document in &report.documents {
        let path = &document.path;
        assert_eq!(document.schema_version, 1, "{path}");
        assert_eq!(
            document.error.is_none(),
            document.outcome == Outcome::Read,
            "{path}"
        );
        assert_eq!(document.pages.len(), document.page_count, "{path}");
        assert_eq!(
            document.content_hash.as_ref().map(String::len),
            Some(64),
            "{path}"
        );
        assert_eq!(
            (document.path_bytes.as_ref(), document.explanations.len()),
            (None, 0),
            "{path}"
        );
        for (index, page) in document.pages.iter().enumerate() {
            assert_eq!(page.page, index + 1, "{path}");
            assert_eq!(
                page.error.is_some(),
                page.state == PageState::Failed,
                "{path}"
            );
            assert_eq!(page.words > 0, page.source.is_some(), "{path}");
        }
        document
            .notices
            .iter()
            .for_each(|notice| keeps_the_contract(document, notice));
    }
}

/// What nobody decided on has no mark.
fn is_undecided(document: &Document, notice: &Notice) -> bool {
    document.decided.is_none()
        && notice.decided.is_empty()
        && notice.identifiers.iter().all(|i| i.decided.is_none())
        && notice.fields.values().all(|f| f.decided.is_none())
        && notice.findings.iter().all(|f| f.decided.is_none())
}

fn keeps_the_contract(document: &Document, notice: &Notice) {
    let path = &document.path;
    assert!(is_undecided(document, notice), "{path}");
    assert!(
        notice.pages.is_sorted() && !notice.pages.is_empty(),
        "{path}"
    );
    assert!(
        notice
            .pages
            .iter()
            .all(|page| (1..=document.page_count).contains(page)),
        "{path}"
    );
    for identifier in &notice.identifiers {
        assert!(is_canonical(identifier), "{path}: {identifier:?}");
        assert!(
            (0.0..=1.0).contains(&identifier.confidence) && !identifier.sightings.is_empty(),
            "{path}"
        );
        assert!(!identifier.evidence.is_empty(), "{path}");
        let of_person = identifier.person.is_none() || identifier.kind == Kind::ANumber;
        assert!(of_person, "{path}: only an A-Number names its person");
        for sighting in &identifier.sightings {
            let [x0, y0, x1, y1] = sighting.bounds;
            assert!(
                x0 < x1 && y0 < y1 && !sighting.printed.is_empty(),
                "{path}: {sighting:?}"
            );
            assert!(notice.pages.contains(&sighting.page), "{path}");
        }
    }
    for (name, field) in &notice.fields {
        let kind = name
            .parse::<FieldKind>()
            .expect("the field has a known name");
        let is_day = kind.class() == FieldClass::Date;
        assert!(
            !is_day || is_iso(&field.value),
            "{path}: {name} {}",
            field.value
        );
        assert!(
            !field.value.is_empty() && !field.printed.is_empty() && !field.sightings.is_empty(),
            "{path}: {name}"
        );
        assert!(
            (0.0..=1.0).contains(&field.confidence) && !field.evidence.is_empty(),
            "{path}: {name}"
        );
        let sure = field.verdict == Verdict::Review || field.confidence > 0.5;
        let titled = field.title.is_none() || kind == FieldKind::CaseType;
        assert!(sure && titled, "{path}: {name}");
    }
    for finding in &notice.findings {
        assert!(
            !finding.message.is_empty() && !finding.advice.is_empty(),
            "{path}: {finding:?}"
        );
    }
}

/// Whether a date is written `YYYY-MM-DD`.
fn is_iso(date: &str) -> bool {
    let parts: Vec<usize> = date.split('-').map(str::len).collect();
    parts == [4, 2, 2] && date.bytes().all(|b| b.is_ascii_digit() || b == b'-')
}

/// Whether the value is canonical.
fn is_canonical(identifier: &Identifier) -> bool {
    let digits =
        |text: &str, count: usize| text.len() == count && text.bytes().all(|b| b.is_ascii_digit());
    match identifier.kind {
        Kind::OnlineAccountNumber => digits(&identifier.value, 12),
        Kind::ANumber => identifier
            .value
            .strip_prefix('A')
            .is_some_and(|rest| digits(rest, 9)),
        Kind::ReceiptNumber => {
            let (letters, rest) = identifier.value.split_at(3);
            letters.bytes().all(|b| b.is_ascii_uppercase()) && digits(rest, 10)
        }
    }
}

#[test]
fn keys_without_a_value_are_null_rather_than_missing() {
    let run = extract(&[
        fixture("notices/grid-found.pdf"),
        fixture("broken/empty.pdf"),
        fixture("broken/not-a-document.txt"),
    ]);
    assert_eq!(run.text().lines().count(), 4);
    for line in run.text().lines().take(3) {
        let value: serde_json::Value = serde_json::from_str(line).expect("a line is JSON");
        for key in ALWAYS {
            assert!(value.get(key).is_some(), "{key} is left out of {line}");
        }
    }
}

#[test]
fn reasons_are_given_only_on_request() {
    let path = fixture("notices/grid-i797f-two-pages.pdf");
    let run = extract(&[OsStr::new("--explain"), path.as_os_str()]);
    let documents = run.documents();
    let [document] = &documents[..] else {
        panic!("one row for one file")
    };
    let decided = |decision| {
        document
            .explanations
            .iter()
            .filter(|e| e.decision == decision)
            .count()
    };
    assert!(
        decided(Decision::Accepted) >= 3,
        "{:?}",
        document.explanations
    );
    assert!(
        document
            .explanations
            .iter()
            .all(|e| e.page >= 1 && !e.printed.is_empty() && !e.reasons.is_empty())
    );
    assert!(
        document
            .explanations
            .iter()
            .all(|e| e.bounds[0] < e.bounds[2] && e.bounds[1] < e.bounds[3])
    );
    assert!(
        document
            .explanations
            .iter()
            .any(|e| e.kind == Some(Kind::ReceiptNumber) && e.page == 2)
    );
    assert!(extract(&[path]).documents()[0].explanations.is_empty());
}
