//! Comma-separated values: one row a notice, one row for a document without a notice, one row for what the batch showed.
//!
//! UTF-8 without a byte order mark, a header, RFC 4180 quoting. Columns: `row` (`notice`, `document` or `batch`), `path`,
//! `outcome`, `page_count`, `pages`, `form`, `notice_type`, `notice_date`, `account_number_state`, `account_number`,
//! `account_number_review`, `representative_account_number`, `a_numbers`, `receipt_numbers`, `other_review`, `findings`,
//! `advice`. Several values in a cell are joined by `; `.
//!
//! **Text stays text.** A spreadsheet program that opens a CSV file takes a run of digits for a quantity, drops its leading
//! zeros and rounds what is longer than 15 digits, quoted or not; it takes `04/01/2019` for the fourth of January where days
//! come first; and it runs a cell that begins with `=`, `+`, `-`, `@`, a tab or a line break as a formula. One convention
//! meets all three: such a cell begins with an apostrophe, the mark for text in all of them (some show it, none calculates).
//! Reading programs strip one leading apostrophe to get the value. The form `="00…"` would hide the mark, but it is itself
//! a formula.

use std::borrow::Cow;
use std::io::{self, Write};

use super::{Reporter, Summary, message, sanitize};
use crate::identifier::IdentifierKind;
use crate::model::finding::Finding;
use crate::model::owner::Owner;
use crate::model::record::{
    AccountNumberState, DocumentRecord, IdentifierRecord, NoticeRecord, Outcome,
};
use crate::model::verdict::Verdict;

/// How many columns there are.
pub(super) const WIDTH: usize = 17;

/// The header.
pub const COLUMNS: [&str; 17] = [
    "row",
    "path",
    "outcome",
    "page_count",
    "pages",
    "form",
    "notice_type",
    "notice_date",
    "account_number_state",
    "account_number",
    "account_number_review",
    "representative_account_number",
    "a_numbers",
    "receipt_numbers",
    "other_review",
    "findings",
    "advice",
];

/// Writes a row a notice.
#[derive(Debug, Default)]
pub struct CsvReporter;

impl Reporter for CsvReporter {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        row(out, &COLUMNS.map(String::from))
    }

    fn document(&mut self, out: &mut dyn Write, record: &DocumentRecord) -> io::Result<()> {
        rows_of(record).iter().try_for_each(|cells| row(out, cells))
    }

    fn end(&mut self, out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
        for finding in &summary.findings {
            let mut remarks = Remarks::default();
            remarks.add_findings(std::slice::from_ref(finding));
            let mut cells: [String; WIDTH] = Default::default();
            cells[0] = "batch".to_owned();
            cells[1] = finding.documents.join("; ");
            [cells[15], cells[16]] = remarks.cells();
            row(out, &cells)?;
        }
        Ok(())
    }
}

/// The cells of a document: a row a notice, or one for the document when it has none.
pub(super) fn rows_of(record: &DocumentRecord) -> Vec<[String; WIDTH]> {
    let of_document = Remarks::of(record);
    if record.notices.is_empty() {
        let mut cells: [String; WIDTH] = Default::default();
        cells[0] = "document".to_owned();
        cells[1].clone_from(&record.path);
        cells[2] = outcome_name(record.outcome).to_owned();
        cells[3] = record.page_count.to_string();
        [cells[15], cells[16]] = of_document.cells();
        return vec![cells];
    }
    let rows = record.notices.iter().enumerate().map(|(index, notice)| {
        // What is known of the document as a whole is said once, on its first notice.
        let mut remarks = if index == 0 {
            of_document.clone()
        } else {
            Remarks::default()
        };
        remarks.add_findings(&notice.findings);
        notice_cells(record, notice, &remarks)
    });
    rows.collect()
}

fn notice_cells(
    record: &DocumentRecord,
    notice: &NoticeRecord,
    remarks: &Remarks,
) -> [String; WIDTH] {
    let values = |wanted: &dyn Fn(&IdentifierRecord) -> bool| -> String {
        let found: Vec<&str> = notice
            .identifiers
            .iter()
            .filter(|i| wanted(i))
            .map(|i| i.value.as_str())
            .collect();
        found.join("; ")
    };
    let accepted =
        |kind: IdentifierKind| values(&|i| i.kind == kind && i.verdict == Verdict::Accepted);
    let account = |verdict: Verdict, representative: bool| {
        values(&|i| {
            i.kind == IdentifierKind::OnlineAccountNumber
                && i.verdict == verdict
                && (i.owner == Owner::Representative) == representative
        })
    };
    let [findings, advice] = remarks.cells();
    let pages: Vec<String> = notice.pages.iter().map(ToString::to_string).collect(); // `1-2` would become a date
    [
        "notice".to_owned(),
        record.path.clone(),
        outcome_name(record.outcome).to_owned(),
        record.page_count.to_string(),
        pages.join("; "),
        notice.form.clone().unwrap_or_default(),
        notice.notice_type.clone().unwrap_or_default(),
        notice.notice_date.clone().unwrap_or_default(),
        state_name(notice.account_number).to_owned(),
        account(Verdict::Accepted, false),
        account(Verdict::Review, false),
        account(Verdict::Accepted, true),
        accepted(IdentifierKind::ANumber),
        accepted(IdentifierKind::ReceiptNumber),
        values(&|i| {
            let clients_account =
                i.kind == IdentifierKind::OnlineAccountNumber && i.owner != Owner::Representative;
            i.verdict == Verdict::Review && !clients_account
        }),
        findings,
        advice,
    ]
}

/// The two last columns: what was found, and what to do about it, each said once.
#[derive(Debug, Clone, Default)]
struct Remarks {
    messages: Vec<String>,
    advice: Vec<String>,
}

impl Remarks {
    fn of(record: &DocumentRecord) -> Self {
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

    fn cells(&self) -> [String; 2] {
        [self.messages.join("; "), self.advice.join("; ")]
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
pub(super) fn state_name(state: AccountNumberState) -> &'static str {
    match state {
        AccountNumberState::Found => "found",
        AccountNumberState::Review => "review",
        AccountNumberState::Blank => "blank",
        AccountNumberState::Absent => "absent",
        AccountNumberState::Unreadable => "unreadable",
    }
}

/// Writes one row whole, so that it is never left half in a buffer of its own.
fn row(out: &mut dyn Write, cells: &[String; WIDTH]) -> io::Result<()> {
    let mut writer = ::csv::Writer::from_writer(Vec::with_capacity(256));
    writer.write_record(cells.iter().map(|c| cell(c).into_owned()))?;
    out.write_all(&writer.into_inner().map_err(|e| e.into_error())?)
}

/// A cell that a spreadsheet takes for text and nothing else.
fn cell(text: &str) -> Cow<'_, str> {
    let starts_badly = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\''])
        || text.trim_start().starts_with(['=', '+', '@']);
    let like_a_number = text.len() > 4
        && text
            .bytes()
            .all(|b| b.is_ascii_digit() || b" -/.,:".contains(&b));
    let shown = sanitize::line(text);
    if starts_badly || like_a_number {
        Cow::Owned(format!("'{shown}"))
    } else {
        shown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_stay_text() {
        for (text, written) in [
            ("001234567890", "'001234567890"),
            ("A012345678", "A012345678"),
            ("=1+1", "'=1+1"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\\t=1"),
            (" =1", "' =1"),
            ("'quoted", "''quoted"),
            ("04/01/2019", "'04/01/2019"),
            ("April 1, 2021", "April 1, 2021"),
            ("1; 2; 3", "1; 2; 3"),
            ("", ""),
        ] {
            assert_eq!(cell(text), written);
        }
    }
}
