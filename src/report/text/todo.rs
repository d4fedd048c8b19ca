//! The list of what to do after a batch, most urgent first: each problem with the documents that
//! have it, and its advice once.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use super::{pages_in_words, severity_name};
use crate::model::error::{DocumentError, ErrorKind};
use crate::model::finding::{Finding, FindingKind, Severity};
use crate::model::record::{DocumentRecord, NoticeRecord, Outcome};
use crate::model::verdict::Verdict;
use crate::model::wrap::wrapped;
use crate::report::style::Paint;
use crate::report::{Style, message, sanitize};

/// The most places listed per problem. The others are counted; the report lists them further up.
const PLACES: usize = 12;

/// Collects places by problem and advice.
#[derive(Debug, Default)]
pub(super) struct Todo {
    entries: BTreeMap<Key, Places>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    severity: Reverse<Severity>,
    rank: Rank,
    title: String,
    advice: String,
}

/// The order of problems of the same severity. Missing account numbers come first, since finding
/// them is what the program is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Finding(FindingKind),
    Document,
}

#[derive(Debug, Default)]
struct Places {
    count: usize,
    first: Vec<String>,
    last: String,
}

impl Todo {
    /// Adds the problems of a document and its notices.
    pub(super) fn add_document(&mut self, record: &DocumentRecord) {
        if let Some(error) = record.error.as_ref().filter(|_| record.decided.is_none()) {
            let severity = match record.outcome {
                Outcome::Skipped => Severity::Info,
                Outcome::Read | Outcome::Partly => Severity::Warning,
                Outcome::Failed => Severity::Error,
            };
            let title = error_title(error, record.outcome);
            self.add(
                severity,
                Rank::Document,
                title,
                &error.advice,
                record.path.clone(),
            );
        }
        for finding in &record.findings {
            self.add_finding(finding, record.path.clone());
        }
        for notice in &record.notices {
            let place = format!("{}, {}", record.path, pages_in_words(&notice.pages));
            for finding in &notice.findings {
                let place = match &finding.deadline {
                    Some(deadline) => format!("{}: {place}", deadline.date),
                    None => place.clone(),
                };
                self.add_finding(finding, place);
            }
            if has_silent_review(notice) {
                let advice =
                    "compare each number marked \"needs review\" with the page before using it";
                let kind = FindingKind::ToReview;
                let severity = Severity::Warning;
                self.add(
                    severity,
                    Rank::Finding(kind),
                    finding_title(kind, severity),
                    advice,
                    place,
                );
            }
        }
    }

    /// Adds findings across documents; the message takes the place of a document.
    pub(super) fn add_batch(&mut self, findings: &[Finding]) {
        for finding in findings {
            let documents = if finding.documents.is_empty() {
                String::new()
            } else {
                format!(" ({})", finding.documents.join(", "))
            };
            let done = finding.decided.as_ref();
            let done = done.map_or_else(String::new, |mark| format!(", {}", mark.words()));
            let place = format!("{}{documents}{done}", message(finding));
            self.add(
                finding.severity,
                Rank::Finding(finding.kind),
                title_of(finding),
                &finding.advice,
                place,
            );
        }
    }

    /// Adds what nobody checked off yet.
    fn add_finding(&mut self, finding: &Finding, place: String) {
        if finding.decided.is_some() {
            return;
        }
        let title = title_of(finding);
        self.add(
            finding.severity,
            Rank::Finding(finding.kind),
            title,
            &finding.advice,
            place,
        );
    }

    fn add(&mut self, severity: Severity, rank: Rank, title: &str, advice: &str, place: String) {
        let key = Key {
            severity: Reverse(severity),
            rank,
            title: title.to_owned(),
            advice: advice.to_owned(),
        };
        let places = self.entries.entry(key).or_default();
        // Two findings of the same kind on one notice need only one check.
        if places.last == place {
            return;
        }
        places.count += 1;
        if places.first.len() < PLACES {
            places.first.push(place.clone());
        }
        places.last = place;
    }

    /// Writes the list, or nothing if there is nothing to do.
    pub(super) fn write(&self, out: &mut dyn Write, style: &Style) -> io::Result<()> {
        if self.entries.is_empty() {
            return Ok(());
        }
        writeln!(out, "{}\n", Paint::Strong.on("What to do", style.color))?;
        let mut said = BTreeSet::new();
        for (key, places) in &self.entries {
            let (paint, name) = severity_name(key.severity.0);
            let name = paint.on(&format!("{name}:"), style.color);
            let count = if places.count > 1 {
                format!(" ({})", places.count)
            } else {
                String::new()
            };
            writeln!(
                out,
                "{name} {}{count}",
                Paint::Strong.on(&key.title, style.color)
            )?;
            for place in &places.first {
                writeln!(
                    out,
                    "    {}",
                    wrapped(&sanitize::line(place), "      ", style.width)
                )?;
            }
            if places.count > places.first.len() {
                writeln!(
                    out,
                    "    and {} more, listed above",
                    places.count - places.first.len()
                )?;
            }
            if !key.advice.is_empty() {
                let new = said.insert(key.advice.as_str());
                let advice = if new {
                    key.advice.as_str()
                } else {
                    "see above"
                };
                let advice = wrapped(&sanitize::line(advice), "        ", style.width);
                writeln!(out, "  {} {advice}", Paint::Help.on("help:", style.color))?;
            }
            writeln!(out)?;
        }
        Ok(())
    }
}

/// Whether a notice has numbers that need review without a finding that says so.
fn has_silent_review(notice: &NoticeRecord) -> bool {
    notice
        .identifiers
        .iter()
        .any(|i| i.verdict == Verdict::Review)
        && !notice
            .findings
            .iter()
            .any(|f| f.kind == FindingKind::ToReview)
}

fn error_title(error: &DocumentError, outcome: Outcome) -> &'static str {
    match (error.kind, outcome) {
        (_, Outcome::Skipped) => "files skipped",
        (_, Outcome::Partly) => "partly read documents",
        (ErrorKind::Encrypted, _) => "password-protected documents",
        (ErrorKind::Damaged, _) => "damaged documents",
        (ErrorKind::EmptyFile, _) => "empty files",
        (ErrorKind::NotADocument, _) => "files that aren't documents",
        (ErrorKind::Unsupported, _) => "unsupported documents",
        (ErrorKind::TooLarge, _) => "documents over a size limit",
        (ErrorKind::TimedOut, _) => "documents over the time limit",
        (ErrorKind::Unreadable, _) => "files that could not be opened",
        (ErrorKind::Interrupted, _) => {
            "documents that were being read when the run was interrupted"
        }
    }
}

fn title_of(finding: &Finding) -> &'static str {
    finding_title(finding.kind, finding.severity)
}

fn finding_title(kind: FindingKind, severity: Severity) -> &'static str {
    match kind {
        FindingKind::AccountNumberMissing if severity == Severity::Info => {
            "no account number (not unusual)"
        }
        FindingKind::AccountNumberMissing => "account number missing, but expected",
        FindingKind::AccountNumberBlank => "account number field blank",
        FindingKind::AccountNumberTooEarly => "notices that predate online accounts",
        FindingKind::AccountNumberUnreadable => "account number unreadable",
        FindingKind::ReceiptNumberNotRead => "receipt number not read",
        FindingKind::NumberUnread => "numbers not read",
        FindingKind::PrintUnread => "print not read",
        FindingKind::ToReview => "numbers to review",
        FindingKind::PageUnreadable => "unreadable pages",
        FindingKind::TwoAccounts => "one person with two account numbers",
        FindingKind::SharedAccount => "one account number for several people",
        FindingKind::Duplicate => "duplicate notices",
        FindingKind::Note => "notes",
        FindingKind::DecisionUnmatched => "decisions that could not be applied",
        FindingKind::DecisionsDisagree => "two people decided differently",
        FindingKind::CandidatesLeftOut => "more numbers than are checked",
        FindingKind::DrawingUnwritten => "pages that could not be drawn",
        FindingKind::DeadlineResponse => "responses due",
        FindingKind::DeadlineAppointment => "appointments",
        FindingKind::DeadlineValidityEnd => "ends of validity",
        FindingKind::FieldMissing => "fields not read",
        FindingKind::ValidityReversed => "validity that ends before it begins",
        FindingKind::DatesOutOfOrder => "dates out of order",
        FindingKind::TwoNames => "one A-Number with two names",
        FindingKind::ReportPartial => "this report is not complete",
        FindingKind::DocumentsInside => "documents inside other files",
    }
}
