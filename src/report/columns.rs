//! The columns of reports that have a row a notice: CSV, and the first sheet of a workbook.
//!
//! A column is said once: its name, its width, what kind of cell it has and where its text comes
//! from. Whoever adds a field adds one line to [`COLUMNS`].

use super::message;
use crate::identifier::IdentifierKind;
use crate::model::finding::Finding;
use crate::model::owner::Owner;
use crate::model::record::{
    AccountNumberState, DocumentRecord, IdentifierRecord, NoticeRecord, Outcome,
};
use crate::model::verdict::Verdict;

/// One column.
pub(super) struct Column {
    /// Its name, as a header of CSV has it; a workbook shows it as a title.
    pub(super) name: &'static str,
    /// Characters that it is wide in a workbook.
    #[cfg_attr(
        not(feature = "xlsx"),
        expect(dead_code, reason = "only workbooks have widths")
    )]
    pub(super) width: f64,
    /// What its cells are.
    #[cfg_attr(
        not(feature = "xlsx"),
        expect(dead_code, reason = "text has neither links nor paint")
    )]
    pub(super) kind: CellKind,
    /// What a row says in it.
    pub(super) value: fn(&Row<'_>) -> String,
}

/// What the cells of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CellKind {
    /// Says what a row is about, where rows of several sorts stand in one table: a workbook has a
    /// sheet for each sort.
    Sort,
    /// Text.
    Text,
    /// The path of a document, which links to it.
    Path,
    /// What a notice says of the account number, which is painted.
    State,
}

const fn column(
    name: &'static str,
    width: f64,
    kind: CellKind,
    value: fn(&Row<'_>) -> String,
) -> Column {
    Column {
        name,
        width,
        kind,
        value,
    }
}

/// All columns, from left to right.
pub(super) const COLUMNS: [Column; 17] = [
    column("row", 0.0, CellKind::Sort, |row| row.sort()),
    column("path", 36.0, CellKind::Path, |row| row.path()),
    column("outcome", 10.0, CellKind::Text, |row| row.outcome()),
    column("page_count", 8.0, CellKind::Text, |row| row.page_count()),
    column("pages", 10.0, CellKind::Text, |row| row.pages()),
    column("form", 9.0, CellKind::Text, |row| row.text(|n| &n.form)),
    column("notice_type", 22.0, CellKind::Text, |row| {
        row.text(|n| &n.notice_type)
    }),
    column("notice_date", 14.0, CellKind::Text, |row| {
        row.text(|n| &n.notice_date)
    }),
    column("account_number_state", 14.0, CellKind::State, |row| {
        row.state()
    }),
    column("account_number", 17.0, CellKind::Text, |row| {
        row.values(|i| is_clients_account(i) && i.verdict == Verdict::Accepted)
    }),
    column("account_number_review", 17.0, CellKind::Text, |row| {
        row.values(|i| is_clients_account(i) && i.verdict == Verdict::Review)
    }),
    column(
        "representative_account_number",
        17.0,
        CellKind::Text,
        |row| row.values(|i| is_representatives_account(i) && i.verdict == Verdict::Accepted),
    ),
    column("a_numbers", 22.0, CellKind::Text, |row| {
        row.accepted(IdentifierKind::ANumber)
    }),
    column("receipt_numbers", 22.0, CellKind::Text, |row| {
        row.accepted(IdentifierKind::ReceiptNumber)
    }),
    column("other_review", 20.0, CellKind::Text, |row| {
        row.values(|i| !is_clients_account(i) && i.verdict == Verdict::Review)
    }),
    column("findings", 60.0, CellKind::Text, |row| {
        row.remarks.messages.join("; ")
    }),
    column("advice", 60.0, CellKind::Text, |row| {
        row.remarks.advice.join("; ")
    }),
];

/// The names of [`COLUMNS`].
pub(super) const fn names() -> [&'static str; COLUMNS.len()] {
    let mut names = [""; COLUMNS.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = COLUMNS[at].name;
        at += 1;
    }
    names
}

fn is_clients_account(identifier: &IdentifierRecord) -> bool {
    identifier.kind == IdentifierKind::OnlineAccountNumber
        && identifier.owner != Owner::Representative
}

fn is_representatives_account(identifier: &IdentifierRecord) -> bool {
    identifier.kind == IdentifierKind::OnlineAccountNumber
        && identifier.owner == Owner::Representative
}

/// What a row is about.
#[derive(Debug, Clone, Copy)]
enum Subject<'a> {
    /// One notice of a document.
    Notice(&'a DocumentRecord, &'a NoticeRecord),
    /// A document without a notice.
    Document(&'a DocumentRecord),
    /// What the batch as a whole showed.
    Batch(&'a Finding),
}

/// A row: what it is about, and what is remarked there.
pub(super) struct Row<'a> {
    subject: Subject<'a>,
    remarks: Remarks,
}

impl<'a> Row<'a> {
    /// The rows of a document: one a notice, or one for the document when it has none.
    pub(super) fn of_document(record: &'a DocumentRecord) -> Vec<Self> {
        let of_document = Remarks::of_document(record);
        if record.notices.is_empty() {
            return vec![Self {
                subject: Subject::Document(record),
                remarks: of_document,
            }];
        }
        // What is known of the document as a whole is said once, on its first notice.
        let mut remarks = of_document;
        record
            .notices
            .iter()
            .map(|notice| {
                let mut remarks = std::mem::take(&mut remarks);
                remarks.add_findings(&notice.findings);
                Self {
                    subject: Subject::Notice(record, notice),
                    remarks,
                }
            })
            .collect()
    }

    /// The row of what the batch showed.
    pub(super) fn of_batch(finding: &'a Finding) -> Self {
        let mut remarks = Remarks::default();
        remarks.add_findings(std::slice::from_ref(finding));
        Self {
            subject: Subject::Batch(finding),
            remarks,
        }
    }

    /// What its notice says of the account number; `None` where it has no notice.
    pub(super) fn account_number(&self) -> Option<AccountNumberState> {
        self.notice().map(|notice| notice.account_number)
    }

    fn notice(&self) -> Option<&'a NoticeRecord> {
        match self.subject {
            Subject::Notice(_, notice) => Some(notice),
            Subject::Document(_) | Subject::Batch(_) => None,
        }
    }

    fn record(&self) -> Option<&'a DocumentRecord> {
        match self.subject {
            Subject::Notice(record, _) | Subject::Document(record) => Some(record),
            Subject::Batch(_) => None,
        }
    }

    fn sort(&self) -> String {
        let sort = match self.subject {
            Subject::Notice(..) => "notice",
            Subject::Document(_) => "document",
            Subject::Batch(_) => "batch",
        };
        sort.to_owned()
    }

    fn path(&self) -> String {
        match self.subject {
            Subject::Notice(record, _) | Subject::Document(record) => record.path.clone(),
            Subject::Batch(finding) => finding.documents.join("; "),
        }
    }

    fn outcome(&self) -> String {
        let outcome = self.record().map(|record| outcome_name(record.outcome));
        outcome.unwrap_or_default().to_owned()
    }

    fn page_count(&self) -> String {
        let count = self.record().map(|record| record.page_count.to_string());
        count.unwrap_or_default()
    }

    /// Page by page: a spreadsheet takes `1-2` for a date.
    fn pages(&self) -> String {
        let pages = self.notice().map_or(&[][..], |notice| &notice.pages);
        let pages: Vec<String> = pages.iter().map(ToString::to_string).collect();
        pages.join("; ")
    }

    fn state(&self) -> String {
        let state = self.account_number().map(state_name);
        state.unwrap_or_default().to_owned()
    }

    fn text(&self, field: fn(&NoticeRecord) -> &Option<String>) -> String {
        let text = self.notice().and_then(|notice| field(notice).clone());
        text.unwrap_or_default()
    }

    fn accepted(&self, kind: IdentifierKind) -> String {
        self.values(|i| i.kind == kind && i.verdict == Verdict::Accepted)
    }

    fn values(&self, wanted: impl Fn(&IdentifierRecord) -> bool) -> String {
        let identifiers = self.notice().map_or(&[][..], |notice| &notice.identifiers);
        let found: Vec<&str> = identifiers
            .iter()
            .filter(|i| wanted(i))
            .map(|i| i.value.as_str())
            .collect();
        found.join("; ")
    }
}

/// What was found, and what to do about it, each said once.
#[derive(Debug, Default)]
struct Remarks {
    messages: Vec<String>,
    advice: Vec<String>,
}

impl Remarks {
    fn of_document(record: &DocumentRecord) -> Self {
        let mut remarks = Self::default();
        if let Some(error) = &record.error {
            remarks.add(error.message.clone(), &error.advice);
        }
        remarks.add_findings(&record.findings);
        remarks
    }

    fn add_findings(&mut self, findings: &[Finding]) {
        for finding in findings {
            self.add(message(finding), &finding.advice);
        }
    }

    fn add(&mut self, message: String, advice: &str) {
        if !self.messages.contains(&message) {
            self.messages.push(message);
        }
        if !advice.is_empty() && !self.advice.iter().any(|a| a == advice) {
            self.advice.push(advice.to_owned());
        }
    }
}

/// The name of an outcome as in JSON.
pub(super) fn outcome_name(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Read => "read",
        Outcome::Partly => "partly",
        Outcome::Failed => "failed",
        Outcome::Skipped => "skipped",
    }
}

/// The name of a state as in JSON.
fn state_name(state: AccountNumberState) -> &'static str {
    match state {
        AccountNumberState::Found => "found",
        AccountNumberState::Review => "review",
        AccountNumberState::Blank => "blank",
        AccountNumberState::Absent => "absent",
        AccountNumberState::Unreadable => "unreadable",
    }
}
