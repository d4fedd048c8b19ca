//! The columns of CSV, which has a row a notice.
//!
//! A column is said once: its name, and where its text comes from. The fields of a notice follow
//! from [`FieldKind::ALL`].

use super::message;
use crate::identifier::IdentifierKind;
use crate::model::finding::Finding;
use crate::model::owner::Owner;
use crate::model::record::{
    AccountNumberState, DocumentRecord, FieldKind, IdentifierRecord, NoticeRecord, Outcome,
};
use crate::model::verdict::Verdict;
use crate::notice::nature::Nature;
use crate::notice::story;

/// One column.
#[derive(Clone, Copy)]
pub(super) struct Column {
    /// Its name, as the header of CSV has it.
    pub(super) name: &'static str,
    /// What a row says in it.
    value: Value,
}

/// Where the text of a column comes from.
#[derive(Clone, Copy)]
enum Value {
    Of(fn(&Row<'_>) -> String),
    /// A field that was accepted.
    Field(FieldKind),
}

impl Column {
    /// What a row says in it.
    pub(super) fn value(&self, row: &Row<'_>) -> String {
        match self.value {
            Value::Of(value) => value(row),
            Value::Field(kind) => row.field(kind),
        }
    }
}

const fn column(name: &'static str, value: fn(&Row<'_>) -> String) -> Column {
    Column {
        name,
        value: Value::Of(value),
    }
}

/// The columns before those of the fields.
const FIRST: [Column; 15] = [
    column("row", |row| row.sort()),
    column("path", |row| row.path()),
    column("outcome", |row| row.outcome()),
    column("page_count", |row| row.page_count()),
    column("pages", |row| row.pages()),
    column("form", |row| row.text(|n| &n.form)),
    column("notice_type", |row| row.notice_type()),
    column("notice_date", |row| row.text(|n| &n.notice_date)),
    column("account_number_state", |row| row.state()),
    column("account_number", |row| {
        row.values(|i| is_clients_account(i) && i.verdict == Verdict::Accepted)
    }),
    column("account_number_review", |row| {
        row.values(|i| is_clients_account(i) && i.verdict == Verdict::Review)
    }),
    column("representative_account_number", |row| {
        row.values(|i| is_representatives_account(i) && i.verdict == Verdict::Accepted)
    }),
    column("a_numbers", |row| row.accepted(IdentifierKind::ANumber)),
    column("receipt_numbers", |row| {
        row.accepted(IdentifierKind::ReceiptNumber)
    }),
    column("other_review", |row| {
        row.values(|i| !is_clients_account(i) && i.verdict == Verdict::Review)
    }),
];

/// The columns behind them.
const LAST: [Column; 5] = [
    column("decided", |row| row.decided()),
    column("fields_review", |row| row.fields_review()),
    column("deadlines", |row| row.deadlines()),
    column("findings", |row| row.remarks.messages.join("; ")),
    column("advice", |row| row.remarks.advice.join("; ")),
];

/// Columns that only a mapping asks for.
pub(super) const EXTRA: [Column; 4] = [
    column("receipt_number", |row| {
        let all = row.accepted(IdentifierKind::ReceiptNumber);
        all.split("; ").next().unwrap_or_default().to_owned()
    }),
    column("person", |row| row.person()),
    column("receipt_notice_date", |row| row.dated(Nature::Receipt)),
    column("approved_date", |row| row.dated(Nature::Approval)),
];

/// All columns, from left to right.
pub(super) const COLUMNS: [Column; FIRST.len() + FieldKind::ALL.len() - 1 + LAST.len()] = {
    let mut all = [FIRST[0]; FIRST.len() + FieldKind::ALL.len() - 1 + LAST.len()];
    let mut at = 0;
    while at < FIRST.len() {
        all[at] = FIRST[at];
        at += 1;
    }
    let mut field = 0;
    while field < FieldKind::ALL.len() {
        let kind = FieldKind::ALL[field];
        field += 1;
        let name = match kind {
            // Is among the first ones.
            FieldKind::NoticeType => continue,
            // As printed it is among the first ones.
            FieldKind::NoticeDate => "notice_date_iso",
            kind => kind.name(),
        };
        let value = Value::Field(kind);
        all[at] = Column { name, value };
        at += 1;
    }
    let mut last = 0;
    while last < LAST.len() {
        all[at] = LAST[last];
        at += 1;
        last += 1;
    }
    all
};

/// The column of a name.
pub(super) fn named(name: &str) -> Option<Column> {
    let mut all = COLUMNS.iter().chain(&EXTRA);
    all.find(|column| column.name == name).copied()
}

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

    /// Whether it is about a notice.
    pub(super) fn is_notice(&self) -> bool {
        self.notice().is_some_and(|notice| notice.is_notice)
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
        let state = self
            .notice()
            .map(|notice| state_name(notice.account_number));
        state.unwrap_or_default().to_owned()
    }

    fn text(&self, field: fn(&NoticeRecord) -> &Option<String>) -> String {
        let text = self.notice().and_then(|notice| field(notice).clone());
        text.unwrap_or_default()
    }

    fn field(&self, kind: FieldKind) -> String {
        let value = self
            .notice()
            .and_then(|notice| notice.fields.accepted(kind));
        value.unwrap_or_default().to_owned()
    }

    fn notice_type(&self) -> String {
        let field = self.field(FieldKind::NoticeType);
        if field.is_empty() {
            self.text(|notice| &notice.notice_type)
        } else {
            field
        }
    }

    fn person(&self) -> String {
        let person = self.notice().and_then(story::person);
        person.unwrap_or_default().to_owned()
    }

    /// The notice date of notices that do one thing.
    fn dated(&self, nature: Nature) -> String {
        if self.notice().and_then(Nature::of_notice) == Some(nature) {
            self.field(FieldKind::NoticeDate)
        } else {
            String::new()
        }
    }

    /// What of the fields must be compared with the page, by name.
    fn fields_review(&self) -> String {
        let fields = self
            .notice()
            .into_iter()
            .flat_map(|notice| notice.fields.iter());
        let doubtful = fields.filter(|(_, field)| !field.is_accepted());
        let said = doubtful.map(|(kind, field)| format!("{} {}", kind.name(), field.value));
        said.collect::<Vec<_>>().join("; ")
    }

    /// `deadline-response 2021-06-24 (computed)`
    fn deadlines(&self) -> String {
        let findings = self.notice().map_or(&[][..], |notice| &notice.findings);
        let said = findings.iter().filter_map(|finding| {
            let deadline = finding.deadline.as_ref()?;
            Some(format!(
                "{} {} ({})",
                finding.kind, deadline.date, deadline.basis
            ))
        });
        said.collect::<Vec<_>>().join("; ")
    }

    /// `receipt number corrected by AB`
    fn decided(&self) -> String {
        let decisions = self.notice().map(NoticeRecord::decisions);
        decisions.unwrap_or_default().join("; ")
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
