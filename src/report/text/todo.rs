//! What is to be done after a batch, most urgent first: each kind of trouble with its documents, and its advice once.

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

/// Places listed for one piece of advice; the rest is counted, and stands further up in the report anyway.
const PLACES: usize = 12;

/// Collects places by trouble and advice.
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

/// What weighs the same is listed in this order: what notices lack first, since that is what people came for.
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
    /// Takes note of what a document and its notices ask for.
    pub(super) fn add_document(&mut self, record: &DocumentRecord) {
        if let Some(error) = &record.error {
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
                self.add_finding(finding, place.clone());
            }
            if has_silent_review(notice) {
                let advice =
                    "compare each number marked \"to review\" with the page before using it";
                let (kind, severity) = (FindingKind::ToReview, Severity::Warning);
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

    /// Takes note of what only the batch as a whole shows; the message stands in place of a document.
    pub(super) fn add_batch(&mut self, findings: &[Finding]) {
        for finding in findings {
            let documents = if finding.documents.is_empty() {
                String::new()
            } else {
                format!(" ({})", finding.documents.join(", "))
            };
            self.add_finding(finding, format!("{}{documents}", message(finding)));
        }
    }

    fn add_finding(&mut self, finding: &Finding, place: String) {
        let title = finding_title(finding.kind, finding.severity);
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
        // Two findings of one kind on one notice are one thing to look at.
        if places.last == place {
            return;
        }
        places.count += 1;
        if places.first.len() < PLACES {
            places.first.push(place.clone());
        }
        places.last = place;
    }

    /// Writes the list; nothing when there is nothing to do.
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
                let advice = if new { key.advice.as_str() } else { "as above" };
                let advice = wrapped(&sanitize::line(advice), "        ", style.width);
                writeln!(out, "  {} {advice}", Paint::Help.on("help:", style.color))?;
            }
            writeln!(out)?;
        }
        Ok(())
    }
}

/// Whether a notice has numbers to review that no finding speaks of.
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
        (_, Outcome::Partly) => "documents read in part",
        (ErrorKind::Encrypted, _) => "documents locked with a password",
        (ErrorKind::Damaged, _) => "damaged documents",
        (ErrorKind::EmptyFile, _) => "empty files",
        (ErrorKind::NotADocument, _) => "files that are no documents",
        (ErrorKind::Unsupported, _) => "documents that could not be read as they are",
        (ErrorKind::TooLarge, _) => "documents that are too large",
        (ErrorKind::TimedOut, _) => "documents that took too long",
        (ErrorKind::Unreadable, _) => "files that could not be opened",
    }
}

fn finding_title(kind: FindingKind, severity: Severity) -> &'static str {
    match kind {
        FindingKind::AccountNumberMissing if severity == Severity::Info => {
            "no account number, which is not unusual"
        }
        FindingKind::AccountNumberMissing => "account number missing, though one should exist",
        FindingKind::AccountNumberBlank => "account number left blank on the notice",
        FindingKind::AccountNumberTooEarly => "notices older than online accounts",
        FindingKind::AccountNumberUnreadable => "account number could not be read",
        FindingKind::NumberUnread => "numbers that could not be read",
        FindingKind::ToReview => "numbers to review",
        FindingKind::PageUnreadable => "pages that could not be read",
        FindingKind::TwoAccounts => "one person, two account numbers",
        FindingKind::SharedAccount => "one account number, several people",
        FindingKind::Duplicate => "the same notice more than once",
        FindingKind::Note => "notes",
        FindingKind::DecisionUnmatched => "decisions that found no place",
    }
}
