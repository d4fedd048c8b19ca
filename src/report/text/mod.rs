//! The report for people: what was found in each document, what is missing, what to do about it, and a summary.
//!
//! It is read from the bottom: the summary and the list of what is to be done come last, where the terminal stops. Advice is
//! said once for all documents that it concerns.

mod explain;
mod todo;

use std::io::{self, Write};

use todo::Todo;

use super::style::Paint;
use super::{Reporter, Style, Summary, message, page_ranges, sanitize};
use crate::identifier::IdentifierKind;
use crate::model::finding::{Finding, FindingKind, Severity};
use crate::model::location::PageNumber;
use crate::model::owner::Owner;
use crate::model::record::{
    AccountNumberState, DocumentRecord, IdentifierRecord, NoticeRecord, Outcome, PageState,
};
use crate::model::verdict::Verdict;
use crate::model::wrap::wrapped;

/// Columns kept for the name of a number.
const NAME_WIDTH: usize = 16;
/// Columns kept for a number: the longest of the three has 13.
const VALUE_WIDTH: usize = 13;

/// Writes text for people.
#[derive(Debug)]
pub struct TextReporter {
    style: Style,
    todo: Todo,
}

impl TextReporter {
    /// A reporter of the given looks.
    pub fn new(style: &Style) -> Self {
        // Narrower than this, an indented column of text is no longer read but spelled.
        let style = Style {
            width: style.width.clamp(60, 120),
            ..style.clone()
        };
        Self {
            style,
            todo: Todo::default(),
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
        }
        writeln!(out)
    }

    fn end(&mut self, out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
        self.todo.add_batch(&summary.findings);
        self.todo.write(out, &self.style)?;
        for line in summary_lines(summary) {
            let line = wrapped(&line, "  ", self.style.width);
            writeln!(out, "{}", self.paint(Paint::Strong, &line))?;
        }
        if summary.interrupted {
            let line = "Interrupted: documents that are not listed were not read.";
            writeln!(out, "{}", self.paint(Paint::Bad, line))?;
        }
        Ok(())
    }
}

impl TextReporter {
    /// The path, how reading ended unless it ended well, and why.
    fn heading(&self, out: &mut dyn Write, record: &DocumentRecord) -> io::Result<()> {
        let path = sanitize::line(&record.path);
        let why = record.error.as_ref().map_or("", |e| e.message.as_str());
        let ended = match record.outcome {
            Outcome::Read if record.notices.is_empty() => Some((Paint::Dim, "no notice in it")),
            Outcome::Read => None,
            Outcome::Partly => Some((Paint::Warn, "read in part")),
            Outcome::Failed => Some((Paint::Bad, "not read")),
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

    /// One line for all pages that failed for the same reason, unless a finding speaks of them already.
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
                .map_or("it could not be read", |e| e.message.as_str());
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
        // A number to review says so itself, in its own line.
        let marked = notice
            .identifiers
            .iter()
            .any(|i| i.verdict == Verdict::Review);
        for finding in notice
            .findings
            .iter()
            .filter(|f| !(marked && f.kind == FindingKind::ToReview))
        {
            self.finding(out, finding, "    ")?;
        }
        Ok(())
    }

    /// The account number or what is said instead of it, then the other numbers.
    fn numbers(&self, out: &mut dyn Write, notice: &NoticeRecord) -> io::Result<()> {
        let (accounts, others): (Vec<_>, Vec<_>) = notice.identifiers.iter().partition(|i| {
            i.kind == IdentifierKind::OnlineAccountNumber && i.owner != Owner::Representative
        });
        if accounts.is_empty() {
            let (paint, words) = match notice.account_number {
                AccountNumberState::Blank => (Paint::Warn, "left blank on the notice"),
                AccountNumberState::Unreadable => {
                    (Paint::Bad, "could not be read: look at the page")
                }
                AccountNumberState::Review => (Paint::Warn, "to review: look at the page"),
                AccountNumberState::Absent | AccountNumberState::Found => {
                    (Paint::Warn, "not on the notice")
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
            Owner::Representative => "representative's own, not the client's",
            Owner::Unknown => "",
        };
        let value = format!("{:VALUE_WIDTH$}", sanitize::line(&identifier.value));
        let (value, note) = match identifier.verdict {
            Verdict::Accepted => (
                self.paint(Paint::Good, &value),
                self.paint(Paint::Dim, owner),
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
                    format!(" on {}", pages_in_words(&pages))
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
                let check = self.paint(Paint::Warn, &format!("to review{place}"));
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

/// How a severity is called and painted.
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

/// `1 notice`, `2 notices`.
fn counted(count: usize, one: &str) -> String {
    format!("{count} {one}{}", if count == 1 { "" } else { "s" })
}

/// The two lines that sum a batch up: the documents, then what the notices say about the account number.
pub fn summary_lines(summary: &Summary) -> Vec<String> {
    let listed = |parts: &[(usize, &str)]| -> String {
        let parts = parts
            .iter()
            .filter(|(n, _)| *n > 0)
            .map(|(n, what)| format!("{n} {what}"));
        parts.collect::<Vec<_>>().join(", ")
    };
    let documents = listed(&[
        (summary.read, "read"),
        (summary.partly, "read in part"),
        (summary.failed, "not read"),
        (summary.skipped, "skipped"),
    ]);
    let accounts = &summary.account_numbers;
    let notices = listed(&[
        (accounts.found, "with the account number"),
        (accounts.review, "with one to review"),
        (accounts.absent, "without one"),
        (accounts.blank, "where it is left blank"),
        (accounts.unreadable, "where it could not be read"),
    ]);
    let line = |count: usize, what: &str, rest: &str| {
        let colon = if rest.is_empty() { "" } else { ": " };
        format!("{}{colon}{rest}", counted(count, what))
    };
    vec![
        line(summary.documents, "document", &documents),
        line(summary.notices, "notice", &notices),
    ]
}
