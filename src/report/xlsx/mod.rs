//! A workbook for spreadsheet programs: sheets Notices, Identifiers, Findings and Files.
//!
//! Every cell from a document is a string cell, so that leading zeros stay and nothing is ever run
//! as a formula. Headers stay in view and filter, states are coloured, and paths link to the files.
//! The time of writing is left out: the same records give the same bytes.

use std::io::{
    Write, {self},
};
use std::path::PathBuf;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use serde::Serialize;

use super::columns::{self, CellKind, Row, outcome_name};
use super::{Reporter, Style, Summary, link, message, page_ranges};
use crate::model::finding::{Finding, Severity};
use crate::model::record::{
    AccountNumberState, DocumentRecord, IdentifierRecord, NoticeRecord, Outcome, Sighting,
};
use crate::model::verdict::Verdict;

mod sheet;

use sheet::{Cell, Paint, Sheet};

/// A column of a sheet whose rows are about an `R`.
struct Column<R> {
    title: &'static str,
    width: f64,
    cell: fn(&R) -> Cell,
}

const fn column<R>(title: &'static str, width: f64, cell: fn(&R) -> Cell) -> Column<R> {
    Column { title, width, cell }
}

/// A number at one place.
struct Seen<'a> {
    record: &'a DocumentRecord,
    identifier: &'a IdentifierRecord,
    sighting: &'a Sighting,
    link: Option<&'a str>,
}

fn identifier_columns<'a>() -> [Column<Seen<'a>>; 11] {
    [
        column("File", 36.0, |row| Cell::linked(&row.record.path, row.link)),
        column("Page", 7.0, |row| {
            Cell::count(row.sighting.location.page.get() as usize)
        }),
        column("Kind", 22.0, |row| Cell::plain(row.identifier.kind.name())),
        column("Value", 17.0, |row| Cell::plain(&row.identifier.value)),
        column("Verdict", 11.0, |row| {
            let verdict = row.identifier.verdict;
            Cell::painted(&name(&verdict), paint_of_verdict(verdict))
        }),
        column("Owner", 15.0, |row| {
            Cell::plain(&name(&row.identifier.owner))
        }),
        column("Confidence", 12.0, |row| {
            Cell::number(f64::from(row.identifier.confidence.get()))
        }),
        column("Printed", 19.0, |row| Cell::plain(&row.sighting.printed)),
        column("Source", 12.0, |row| {
            Cell::plain(&name(&row.sighting.source))
        }),
        column("Label", 30.0, |row| {
            Cell::plain(row.sighting.label.as_deref().unwrap_or_default())
        }),
        column("Evidence", 60.0, |row| {
            Cell::plain(&row.identifier.evidence.join("; "))
        }),
    ]
}

/// A finding, and where it was found.
struct Found<'a> {
    finding: &'a Finding,
    path: &'a str,
    pages: String,
    link: Option<&'a str>,
}

fn finding_columns<'a>() -> [Column<Found<'a>>; 7] {
    [
        column("Severity", 11.0, |row| {
            let severity = row.finding.severity;
            Cell::painted(&name(&severity), paint_of_severity(severity))
        }),
        column("Kind", 26.0, |row| Cell::plain(&name(&row.finding.kind))),
        column("File", 36.0, |row| Cell::linked(row.path, row.link)),
        column("Pages", 10.0, |row| Cell::plain(&row.pages)),
        column("Finding", 70.0, |row| Cell::plain(&message(row.finding))),
        column("What to do", 70.0, |row| Cell::plain(&row.finding.advice)),
        column("Other files", 40.0, |row| {
            Cell::plain(&row.finding.documents.join("; "))
        }),
    ]
}

/// A document.
struct File<'a> {
    record: &'a DocumentRecord,
    link: Option<&'a str>,
}

fn file_columns<'a>() -> [Column<File<'a>>; 6] {
    [
        column("File", 36.0, |row| Cell::linked(&row.record.path, row.link)),
        column("Outcome", 11.0, |row| {
            let outcome = row.record.outcome;
            Cell::painted(outcome_name(outcome), paint_of_outcome(outcome))
        }),
        column("Pages", 8.0, |row| Cell::count(row.record.page_count)),
        column("Notices", 9.0, |row| Cell::count(row.record.notices.len())),
        column("Problem", 50.0, |row| {
            let error = row.record.error.as_ref();
            Cell::plain(error.map_or("", |e| e.message.as_str()))
        }),
        column("What to do", 60.0, |row| {
            let error = row.record.error.as_ref();
            Cell::plain(error.map_or("", |e| e.advice.as_str()))
        }),
    ]
}

/// The columns of the first sheet: those of CSV without the one that says what sort of row it is.
fn notice_columns() -> impl Iterator<Item = columns::Column> {
    let columns = columns::COLUMNS.into_iter();
    columns.filter(|column| column.kind != CellKind::Sort)
}

/// Builds a workbook and writes it at the end.
pub struct XlsxReporter {
    notices: Sheet,
    identifiers: Sheet,
    findings: Sheet,
    files: Sheet,
    links_from: Option<PathBuf>,
}

impl XlsxReporter {
    /// A reporter that links to the files from `style.links_from`.
    pub fn new(style: &Style) -> Self {
        let title = |column: columns::Column| {
            let title = capitalized(&column.name.replace('_', " "));
            (title, column.width)
        };
        Self {
            notices: Sheet::new("Notices", notice_columns().map(title)),
            identifiers: Sheet::new("Identifiers", titles(identifier_columns())),
            findings: Sheet::new("Findings", titles(finding_columns())),
            files: Sheet::new("Files", titles(file_columns())),
            links_from: style.links_from.clone(),
        }
    }
}

impl Reporter for XlsxReporter {
    fn begin(&mut self, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn document(&mut self, _: &mut dyn Write, record: &DocumentRecord) -> io::Result<()> {
        self.add(record).map_err(io::Error::other)
    }

    fn end(&mut self, out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
        let workbook = self.complete(summary).map_err(io::Error::other)?;
        out.write_all(&workbook)
    }
}

impl XlsxReporter {
    fn add(&mut self, record: &DocumentRecord) -> Result<(), XlsxError> {
        // Schemes know no case; the crate takes what begins with a small `file:///` for a path of
        // Windows and cuts the slash off.
        let link = self
            .links_from
            .as_deref()
            .and_then(|base| link::link(base, record, "File://"));
        let link = link.as_deref();
        for row in Row::of_document(record) {
            let cells = notice_columns().map(|column| notice_cell(&column, &row, link));
            self.notices.add(cells)?;
        }
        for notice in &record.notices {
            self.add_identifiers(record, notice, link)?;
            for finding in &notice.findings {
                self.add_finding(finding, &record.path, page_ranges(&notice.pages), link)?;
            }
        }
        for finding in &record.findings {
            self.add_finding(finding, &record.path, String::new(), link)?;
        }
        self.files
            .add(cells(file_columns(), &File { record, link }))
    }

    fn add_identifiers(
        &mut self,
        record: &DocumentRecord,
        notice: &NoticeRecord,
        link: Option<&str>,
    ) -> Result<(), XlsxError> {
        for identifier in &notice.identifiers {
            for sighting in &identifier.sightings {
                let seen = Seen {
                    record,
                    identifier,
                    sighting,
                    link,
                };
                self.identifiers.add(cells(identifier_columns(), &seen))?;
            }
        }
        Ok(())
    }

    fn add_finding(
        &mut self,
        finding: &Finding,
        path: &str,
        pages: String,
        link: Option<&str>,
    ) -> Result<(), XlsxError> {
        let found = Found {
            finding,
            path,
            pages,
            link,
        };
        self.findings.add(cells(finding_columns(), &found))
    }

    fn complete(&mut self, summary: &Summary) -> Result<Vec<u8>, XlsxError> {
        for finding in &summary.findings {
            self.add_finding(finding, "", String::new(), None)?;
        }
        let mut workbook = Workbook::new();
        // A fixed time: a clock in the file would make every run's bytes differ.
        let time = ExcelDateTime::from_ymd(2000, 1, 1)?;
        workbook.set_properties(
            &DocProperties::new()
                .set_title("I-797 notices")
                .set_creation_datetime(&time),
        );
        for sheet in [
            &mut self.notices,
            &mut self.identifiers,
            &mut self.findings,
            &mut self.files,
        ] {
            workbook.push_worksheet(sheet.complete()?);
        }
        workbook.save_to_buffer()
    }
}

fn titles<R, const N: usize>(columns: [Column<R>; N]) -> impl Iterator<Item = (String, f64)> {
    columns.into_iter().map(|c| (c.title.to_owned(), c.width))
}

fn cells<R, const N: usize>(columns: [Column<R>; N], row: &R) -> impl Iterator<Item = Cell> {
    columns.into_iter().map(move |column| (column.cell)(row))
}

fn notice_cell(column: &columns::Column, row: &Row<'_>, link: Option<&str>) -> Cell {
    let text = (column.value)(row);
    match column.kind {
        CellKind::Path => Cell::linked(&text, link),
        CellKind::State => {
            let paint = row.account_number().map_or(Paint::None, paint_of_state);
            Cell::painted(&text, paint)
        }
        CellKind::Sort | CellKind::Text => Cell::plain(&text),
    }
}

fn paint_of_state(state: AccountNumberState) -> Paint {
    match state {
        AccountNumberState::Found => Paint::Good,
        AccountNumberState::Review | AccountNumberState::Blank | AccountNumberState::Absent => {
            Paint::Warn
        }
        AccountNumberState::Unreadable => Paint::Bad,
    }
}

fn paint_of_verdict(verdict: Verdict) -> Paint {
    match verdict {
        Verdict::Accepted => Paint::Good,
        Verdict::Review | Verdict::Rejected => Paint::Warn,
    }
}

fn paint_of_severity(severity: Severity) -> Paint {
    match severity {
        Severity::Info => Paint::None,
        Severity::Warning => Paint::Warn,
        Severity::Error => Paint::Bad,
    }
}

fn paint_of_outcome(outcome: Outcome) -> Paint {
    match outcome {
        Outcome::Read => Paint::Good,
        Outcome::Partly => Paint::Warn,
        Outcome::Failed => Paint::Bad,
        Outcome::Skipped => Paint::None,
    }
}

/// The name of a value as in JSON.
fn name(value: &impl Serialize) -> String {
    serde_json::to_value(value)
        .ok()
        .and_then(|v| v.as_str().map(str::to_owned))
        .unwrap_or_default()
}

fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}
