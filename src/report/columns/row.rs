//! A row of CSV, and a notice's row on the sheet *Notices*: what it is about, and its text.

use crate::identifier::IdentifierKind;
use crate::model::finding::Finding;
use crate::model::record::{
    AccountNumberState, DocumentRecord, FieldKind, IdentifierRecord, NoticeRecord, Outcome,
};
use crate::model::verdict::Verdict;
use crate::notice::nature::Nature;
use crate::notice::story;
use crate::report::message;

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
pub(in crate::report) struct Row<'a> {
    subject: Subject<'a>,
    pub(super) remarks: Remarks,
}

impl<'a> Row<'a> {
    /// The rows of a document: one a notice, or one for the document when it has none.
    pub(in crate::report) fn of_document(record: &'a DocumentRecord) -> Vec<Self> {
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

    /// The row of a notice, without what is remarked there.
    pub(in crate::report) fn of_notice(
        record: &'a DocumentRecord,
        notice: &'a NoticeRecord,
    ) -> Self {
        Self {
            subject: Subject::Notice(record, notice),
            remarks: Remarks::default(),
        }
    }

    /// The row of what the batch showed.
    pub(in crate::report) fn of_batch(finding: &'a Finding) -> Self {
        let mut remarks = Remarks::default();
        remarks.add_findings(std::slice::from_ref(finding));
        Self {
            subject: Subject::Batch(finding),
            remarks,
        }
    }

    /// Whether it is about a notice.
    pub(in crate::report) fn is_notice(&self) -> bool {
        self.notice().is_some_and(|notice| notice.is_notice)
    }

    pub(super) fn notice(&self) -> Option<&'a NoticeRecord> {
        match self.subject {
            Subject::Notice(_, notice) => Some(notice),
            Subject::Document(_) | Subject::Batch(_) => None,
        }
    }

    pub(super) fn record(&self) -> Option<&'a DocumentRecord> {
        match self.subject {
            Subject::Notice(record, _) | Subject::Document(record) => Some(record),
            Subject::Batch(_) => None,
        }
    }

    pub(super) fn sort(&self) -> String {
        let sort = match self.subject {
            Subject::Notice(..) => "notice",
            Subject::Document(_) => "document",
            Subject::Batch(_) => "batch",
        };
        sort.to_owned()
    }

    pub(super) fn path(&self) -> String {
        match self.subject {
            Subject::Notice(record, _) | Subject::Document(record) => record.path.clone(),
            Subject::Batch(finding) => finding.documents.join("; "),
        }
    }

    pub(super) fn outcome(&self) -> String {
        let outcome = self.record().map(|record| outcome_name(record.outcome));
        outcome.unwrap_or_default().to_owned()
    }

    pub(super) fn page_count(&self) -> String {
        let count = self.record().map(|record| record.page_count.to_string());
        count.unwrap_or_default()
    }

    /// Page by page: a spreadsheet takes `1-2` for a date.
    pub(super) fn pages(&self) -> String {
        let pages = self.notice().map_or(&[][..], |notice| &notice.pages);
        let pages: Vec<String> = pages.iter().map(ToString::to_string).collect();
        pages.join("; ")
    }

    pub(super) fn state(&self) -> String {
        let state = self
            .notice()
            .map(|notice| state_name(notice.account_number));
        state.unwrap_or_default().to_owned()
    }

    pub(super) fn text(&self, field: fn(&NoticeRecord) -> &Option<String>) -> String {
        let text = self.notice().and_then(|notice| field(notice).clone());
        text.unwrap_or_default()
    }

    pub(super) fn field(&self, kind: FieldKind) -> String {
        let value = self
            .notice()
            .and_then(|notice| notice.fields.accepted(kind));
        value.unwrap_or_default().to_owned()
    }

    pub(super) fn notice_type(&self) -> String {
        let field = self.field(FieldKind::NoticeType);
        if field.is_empty() {
            self.text(|notice| &notice.notice_type)
        } else {
            field
        }
    }

    pub(super) fn person(&self) -> String {
        let person = self.notice().and_then(story::person);
        person.unwrap_or_default().to_owned()
    }

    /// The notice date of notices that do one thing.
    pub(super) fn dated(&self, nature: Nature) -> String {
        if self.notice().and_then(Nature::of_notice) == Some(nature) {
            self.field(FieldKind::NoticeDate)
        } else {
            String::new()
        }
    }

    /// What of the fields must be compared with the page, by name.
    pub(super) fn fields_review(&self) -> String {
        let fields = self
            .notice()
            .into_iter()
            .flat_map(|notice| notice.fields.iter());
        let doubtful = fields.filter(|(_, field)| !field.is_accepted());
        let said = doubtful.map(|(kind, field)| format!("{} {}", kind.name(), field.value));
        said.collect::<Vec<_>>().join("; ")
    }

    /// `deadline-response 2021-06-24 (computed)`
    pub(super) fn deadlines(&self) -> String {
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
    pub(super) fn decided(&self) -> String {
        let decisions = self.notice().map(NoticeRecord::decisions);
        decisions.unwrap_or_default().join("; ")
    }

    pub(super) fn accepted(&self, kind: IdentifierKind) -> String {
        self.values(|i| i.kind == kind && i.verdict == Verdict::Accepted)
    }

    pub(super) fn values(&self, wanted: impl Fn(&IdentifierRecord) -> bool) -> String {
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
pub(super) struct Remarks {
    pub(super) messages: Vec<String>,
    pub(super) advice: Vec<String>,
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
pub(in crate::report) fn outcome_name(outcome: Outcome) -> &'static str {
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
