//! The text report: what was found in each document, what is missing, what to do, and a summary.
//!
//! The summary and the list of what to do come last, because that is what a terminal shows. Advice
//! is given once for all documents that it applies to.

mod cases;
mod explain;
mod fields;
mod todo;

use std::io::{self, Write};

use cases::Cases;
use todo::Todo;

use super::style::Paint;
use super::{Reporter, Style, Summary, message, page_ranges, sanitize};
use crate::identifier::IdentifierKind;
use crate::model::finding::{Finding, FindingKind, Severity};
use crate::model::location::PageNumber;
use crate::model::mark::Mark;
use crate::model::owner::Owner;
use crate::model::record::{
    AccountNumberState, DocumentRecord, IdentifierRecord, NoticeRecord, Outcome, PageState, Subject,
};
use crate::model::verdict::Verdict;
use crate::model::wrap::wrapped;

/// Columns for the name of a number.
const NAME_WIDTH: usize = 16;
/// Columns for a number: receipt numbers, the longest, have 13 characters.
const VALUE_WIDTH: usize = 13;

/// Writes the text report.
#[derive(Debug)]
pub struct TextReporter {
    style: Style,
    todo: Todo,
    cases: Cases,
}

impl TextReporter {
    /// Creates a reporter.
    pub fn new(style: &Style) -> Self {
        // Indented text in narrower columns is hard to read.
        let style = Style {
            width: style.width.clamp(60, 120),
            ..style.clone()
        };
        Self {
            style,
            todo: Todo::default(),
            cases: Cases::default(),
        }
    }

    fn paint(&self, paint: Paint, text: &str) -> String {
        paint.on(text, self.style.color)
    }
}

impl Reporter for TextReporter {
    fn begin(&mut self, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn document(&mut self, out: &mut dyn Write, record: &DocumentRecord) -> io::Result<()> {
        self.todo.add_document(record);
        self.cases.add(record);
        self.heading(out, record)?;
        self.failed_pages(out, record)?;
        for finding in &record.findings {
            self.finding(out, finding, "  ")?;
        }
        for notice in &record.notices {
            self.notice(out, notice)?;
        }
        if !record.explanations.is_empty() {
            explain::write(out, &record.explanations, &self.style)?;
            explain::fields(out, &record.notices, &self.style)?;
        }
        writeln!(out)
    }

    fn end(&mut self, out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
        std::mem::take(&mut self.cases).write(out, &self.style)?;
        self.todo.add_batch(&summary.findings);
        self.todo.write(out, &self.style)?;
        for line in summary_lines(summary) {
            let line = wrapped(&line, "  ", self.style.width);
            writeln!(out, "{}", self.paint(Paint::Strong, &line))?;
        }
        if summary.interrupted {
            let line = "Interrupted: documents not listed were not read.";
            writeln!(out, "{}", self.paint(Paint::Bad, line))?;
        }
        Ok(())
    }
}

impl TextReporter {
    /// Writes the path and, unless everything was read, the outcome and why.
    fn heading(&self, out: &mut dyn Write, record: &DocumentRecord) -> io::Result<()> {
        let path = sanitize::line(&record.path);
        let why = record.error.as_ref().map_or("", |e| e.message.as_str());
        let ended = match record.outcome {
            Outcome::Read if record.notices.is_empty() => Some((Paint::Dim, "no notices found")),
            Outcome::Read => None,
            Outcome::Partly => Some((Paint::Warn, "partly read")),
            Outcome::Failed => Some((Paint::Bad, "failed")),
            Outcome::Skipped => Some((Paint::Dim, "skipped")),
        };
        match ended {
            None => writeln!(out, "{}", self.paint(Paint::Strong, &path)),
            Some((paint, how)) => {
                let colon = if why.is_empty() { "" } else { ": " };
                let path = self.paint(Paint::Strong, &path);
                writeln!(
                    out,
                    "{path}: {}{colon}{}",
                    self.paint(paint, how),
                    sanitize::line(why)
                )
            }
        }
    }

    /// Writes one line per reason for failed pages, unless a finding reports them already.
    fn failed_pages(&self, out: &mut dyn Write, record: &DocumentRecord) -> io::Result<()> {
        let notices = record.notices.iter().flat_map(|n| &n.findings);
        let said = record
            .findings
            .iter()
            .chain(notices)
            .any(|f| f.kind == FindingKind::PageUnreadable);
        if said || record.outcome != Outcome::Partly {
            return Ok(());
        }
        let mut reasons: Vec<(&str, Vec<PageNumber>)> = Vec::new();
        for page in record.pages.iter().filter(|p| p.state == PageState::Failed) {
            let why = page
                .error
                .as_ref()
                .map_or("could not be read", |e| e.message.as_str());
            match reasons.iter_mut().find(|(known, _)| *known == why) {
                Some((_, pages)) => pages.push(page.page),
                None => reasons.push((why, vec![page.page])),
            }
        }
        for (why, pages) in reasons {
            let text = format!("{}: {why}", pages_in_words(&pages));
            self.remark(out, Severity::Warning, &text, "  ")?;
        }
        Ok(())
    }

    fn notice(&self, out: &mut dyn Write, notice: &NoticeRecord) -> io::Result<()> {
        let name = match (&notice.form, &notice.notice_type) {
            (Some(form), Some(kind)) => format!("{form}, {kind}"),
            (Some(form), None) => form.clone(),
            (None, Some(kind)) => kind.clone(),
            (None, None) if notice.is_notice => "notice of action".to_owned(),
            (None, None) => "not a notice, but contains identifiers".to_owned(),
        };
        let date = notice
            .notice_date
            .as_deref()
            .map_or_else(String::new, |d| format!(", dated {d}"));
        let place = format!("({}{date})", pages_in_words(&notice.pages));
        writeln!(
            out,
            "  {} {}",
            sanitize::line(&name),
            self.paint(Paint::Dim, &sanitize::line(&place))
        )?;
        self.numbers(out, notice)?;
        fields::write(out, notice, &self.style)?;
        fields::decided(out, notice, &self.style)?;
        // The line of a number that needs review says so itself.
        let marked = notice
            .identifiers
            .iter()
            .any(|i| i.verdict == Verdict::Review);
        for finding in notice
            .findings
            .iter()
            .filter(|f| !(marked && f.kind == FindingKind::ToReview || fields::says(f)))
        {
            self.finding(out, finding, "    ")?;
        }
        Ok(())
    }

    /// Writes the account number or why there is none, then the other numbers.
    fn numbers(&self, out: &mut dyn Write, notice: &NoticeRecord) -> io::Result<()> {
        let (accounts, others): (Vec<_>, Vec<_>) = notice.identifiers.iter().partition(|i| {
            i.kind == IdentifierKind::OnlineAccountNumber && i.owner != Owner::Representative
        });
        if accounts.is_empty() {
            let account = Subject::Number(IdentifierKind::OnlineAccountNumber);
            let settled = notice.is_settled(account);
            let (paint, words) = match notice.account_number {
                _ if settled => (Paint::Dim, "none on this notice, as a person found"),
                AccountNumberState::Blank => (Paint::Warn, "blank on this notice"),
                AccountNumberState::Unreadable => (Paint::Bad, "could not be read; check the page"),
                AccountNumberState::Review => (Paint::Warn, "needs review; check the page"),
                AccountNumberState::Absent | AccountNumberState::Found => {
                    (Paint::Warn, "not on this notice")
                }
            };
            writeln!(
                out,
                "    {:NAME_WIDTH$} {}",
                "account number",
                self.paint(paint, words)
            )?;
        }
        for identifier in accounts.iter().chain(&others) {
            self.number(out, identifier)?;
        }
        Ok(())
    }

    fn number(&self, out: &mut dyn Write, identifier: &IdentifierRecord) -> io::Result<()> {
        let name = match identifier.kind {
            IdentifierKind::OnlineAccountNumber => "account number",
            kind => kind.name(),
        };
        let owner = match identifier.owner {
            Owner::Applicant => "applicant",
            Owner::Petitioner => "petitioner",
            Owner::Beneficiary => "beneficiary",
            Owner::Representative => "representative's, not the client's",
            Owner::Unknown => "",
        };
        let value = format!("{:VALUE_WIDTH$}", sanitize::line(&identifier.value));
        let decided = identifier.decided.as_ref().map(Mark::words);
        let told = [Some(owner.to_owned()).filter(|o| !o.is_empty()), decided];
        let told: Vec<String> = told.into_iter().flatten().collect();
        let (value, note) = match identifier.verdict {
            Verdict::Accepted => (
                self.paint(Paint::Good, &value),
                self.paint(Paint::Dim, &sanitize::line(&told.join(", "))),
            ),
            Verdict::Review | Verdict::Rejected => {
                let mut pages: Vec<PageNumber> = identifier
                    .sightings
                    .iter()
                    .map(|s| s.location.page)
                    .collect();
                pages.dedup();
                let place = if pages.is_empty() {
                    String::new()
                } else {
                    format!(", {}", pages_in_words(&pages))
                };
                let because = identifier
                    .evidence
                    .first()
                    .map_or_else(String::new, |e| format!(" ({})", sanitize::line(e)));
                let owner = if owner.is_empty() {
                    String::new()
                } else {
                    format!("{owner}; ")
                };
                let check = self.paint(Paint::Warn, &format!("needs review{place}"));
                (
                    self.paint(Paint::Warn, &value),
                    format!("{}{check}{because}", self.paint(Paint::Dim, &owner)),
                )
            }
        };
        let line = format!("    {name:NAME_WIDTH$} {value}  {note}");
        writeln!(out, "{}", line.trim_end())
    }

    fn finding(&self, out: &mut dyn Write, finding: &Finding, indent: &str) -> io::Result<()> {
        let mut text = message(finding);
        if !finding.documents.is_empty() {
            text = format!("{text} (see {})", finding.documents.join(", "));
        }
        self.remark(out, finding.severity, &text, indent)
    }

    fn remark(
        &self,
        out: &mut dyn Write,
        severity: Severity,
        text: &str,
        indent: &str,
    ) -> io::Result<()> {
        let (paint, name) = severity_name(severity);
        let hanging = format!("{indent}{:width$}", "", width = name.len() + 2);
        let text = wrapped(&sanitize::line(text), &hanging, self.style.width);
        writeln!(
            out,
            "{indent}{} {text}",
            self.paint(paint, &format!("{name}:"))
        )
    }
}

/// The name and color of a severity.
fn severity_name(severity: Severity) -> (Paint, &'static str) {
    match severity {
        Severity::Info => (Paint::Dim, "note"),
        Severity::Warning => (Paint::Warn, "warning"),
        Severity::Error => (Paint::Bad, "error"),
    }
}

/// `page 1`, `pages 1-3`.
fn pages_in_words(pages: &[PageNumber]) -> String {
    format!(
        "{} {}",
        if pages.len() == 1 { "page" } else { "pages" },
        page_ranges(pages)
    )
}

/// `1 notice`, `2 notices`, `2 files of other pages`: the first word takes the plural.
pub fn counted(count: usize, one: &str) -> String {
    let (noun, rest) = one.split_at(one.find(' ').unwrap_or(one.len()));
    format!("{count} {noun}{}{rest}", if count == 1 { "" } else { "s" })
}

/// The two lines of the summary: documents by outcome, and notices by account number.
pub fn summary_lines(summary: &Summary) -> Vec<String> {
    let documents = listed(&[
        (summary.read, "read"),
        (summary.partly, "partly read"),
        (summary.failed, "failed"),
        (summary.skipped, "skipped"),
    ]);
    let accounts = &summary.account_numbers;
    let notices = listed(&[
        (accounts.found, "with an account number"),
        (accounts.review, "with one to review"),
        (accounts.absent, "without one"),
        (accounts.blank, "with a blank field"),
        (accounts.unreadable, "unreadable"),
    ]);
    vec![
        summary_line(summary.documents, "document", &documents),
        summary_line(summary.notices, "notice", &notices),
    ]
}

/// `2 read, 1 failed`, without the counts that are zero.
fn listed(parts: &[(usize, &str)]) -> String {
    let parts = parts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| format!("{count} {what}"));
    parts.collect::<Vec<_>>().join(", ")
}

/// `3 documents: 2 read, 1 failed`.
fn summary_line(count: usize, what: &str, details: &str) -> String {
    let colon = if details.is_empty() { "" } else { ": " };
    format!("{}{colon}{details}", counted(count, what))
}
