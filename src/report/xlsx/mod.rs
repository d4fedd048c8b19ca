//! A workbook for spreadsheet programs: sheets Notices, Identifiers, Findings and Files.
//!
//! Every cell from a document is a string cell, so that leading zeros stay and nothing is ever run
//! as a formula. Headers stay in view and filter, states are coloured, and paths link to the files.
//! The time of writing is left out: the same records give the same bytes.
//!
//! Memory does not grow with the batch: rows wait in unnamed files that only this process can
//! reach. A sheet that is full goes on in a further one.

mod sheet;

use std::io::{self, Seek, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use serde::Serialize;
use sheet::{Cell, Paint, ROWS, Sheet};

use super::csv::{COLUMNS, outcome_name, rows_of};
use super::{Reporter, Style, Summary, link, message, page_ranges};
use crate::model::finding::{Finding, Severity};
use crate::model::record::{AccountNumberState, DocumentRecord, NoticeRecord, Outcome};
use crate::model::verdict::Verdict;

/// The sheets behind the first one: name, and for each column its title and its width in
/// characters.
const SHEETS: [(&str, &[(&str, f64)]); 3] = [
    (
        "Identifiers",
        &[
            ("File", 36.0),
            ("Page", 7.0),
            ("Kind", 22.0),
            ("Value", 17.0),
            ("Verdict", 11.0),
            ("Owner", 15.0),
            ("Confidence", 12.0),
            ("Printed", 19.0),
            ("Source", 12.0),
            ("Label", 30.0),
            ("Evidence", 60.0),
        ],
    ),
    (
        "Findings",
        &[
            ("Severity", 11.0),
            ("Kind", 26.0),
            ("File", 36.0),
            ("Pages", 10.0),
            ("Finding", 70.0),
            ("What to do", 70.0),
            ("Other files", 40.0),
        ],
    ),
    (
        "Files",
        &[
            ("File", 36.0),
            ("Outcome", 11.0),
            ("Pages", 8.0),
            ("Notices", 9.0),
            ("Problem", 50.0),
            ("What to do", 60.0),
        ],
    ),
];

/// Widths of the columns of the first sheet, which are those of the CSV without `row`.
const NOTICE_WIDTHS: [f64; 16] = [
    36.0, 10.0, 8.0, 10.0, 9.0, 22.0, 14.0, 14.0, 17.0, 17.0, 17.0, 22.0, 22.0, 20.0, 60.0, 60.0,
];

/// Builds a workbook and writes it at the end.
pub struct XlsxReporter {
    workbook: Workbook,
    sheets: Option<Sheets>,
    links_from: Option<PathBuf>,
    /// The most rows of a sheet.
    rows: u32,
}

struct Sheets {
    notices: Sheet,
    identifiers: Sheet,
    findings: Sheet,
    files: Sheet,
}

impl XlsxReporter {
    /// A reporter that links to the files from `style.links_from`.
    pub fn new(style: &Style) -> Self {
        Self {
            workbook: Workbook::new(),
            sheets: None,
            links_from: style.links_from.clone(),
            rows: ROWS,
        }
    }

    /// The same with shorter sheets, for tests.
    #[cfg(test)]
    pub(super) fn with_rows(style: &Style, rows: u32) -> Self {
        Self {
            rows,
            ..Self::new(style)
        }
    }

    /// The workbook and its sheets, which are begun with the first row.
    fn sheets(&mut self) -> Result<(&mut Workbook, &mut Sheets), XlsxError> {
        if self.sheets.is_none() {
            self.sheets = Some(Sheets::new(&mut self.workbook, self.rows)?);
        }
        match &mut self.sheets {
            Some(sheets) => Ok((&mut self.workbook, sheets)),
            None => Err(XlsxError::ParameterError("no sheets".to_owned())),
        }
    }
}

impl Sheets {
    fn new(workbook: &mut Workbook, rows: u32) -> Result<Self, XlsxError> {
        let titles = COLUMNS.iter().skip(1);
        let titles = titles.map(|column| capitalized(&column.replace('_', " ")));
        let [identifiers, findings, files] = SHEETS;
        let notices = Sheet::new(workbook, rows, "Notices", titles.zip(NOTICE_WIDTHS))?;
        let mut sheet = |(name, columns): (&'static str, &[(&str, f64)])| {
            let columns = columns.iter();
            let columns = columns.map(|(title, width)| ((*title).to_owned(), *width));
            Sheet::new(workbook, rows, name, columns)
        };
        Ok(Self {
            notices,
            identifiers: sheet(identifiers)?,
            findings: sheet(findings)?,
            files: sheet(files)?,
        })
    }
}

impl Reporter for XlsxReporter {
    fn begin(&mut self, _: &mut dyn Write) -> io::Result<()> {
        tried(|| self.sheets().map(|_| ()))
    }

    fn document(&mut self, _: &mut dyn Write, record: &DocumentRecord) -> io::Result<()> {
        tried(|| self.add(record))
    }

    fn end(&mut self, out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
        // Beside the rows, the workbook packed together is the largest thing there is.
        let mut file = tempfile::tempfile()?;
        tried(|| self.complete(summary)?.save_to_writer(&mut file))?;
        file.rewind()?;
        io::copy(&mut file, out).map(|_| ())
    }
}

/// Does something with the workbook, whose crate panics where its unnamed files cannot be written.
fn tried(work: impl FnOnce() -> Result<(), XlsxError>) -> io::Result<()> {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(done) => done.map_err(io::Error::other),
        Err(_) => Err(io::Error::other(
            "the folder for temporary files is full or cannot be written",
        )),
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
        for (index, cells) in rows_of(record).iter().enumerate() {
            let state = record.notices.get(index).map(|n| n.account_number);
            let cells = cells.iter().zip(COLUMNS).skip(1);
            let cells = cells.map(|(text, column)| notice_cell(text, column, state, link));
            let (workbook, sheets) = self.sheets()?;
            sheets.notices.add(workbook, cells)?;
        }
        for notice in &record.notices {
            self.add_identifiers(record, notice, link)?;
            for finding in &notice.findings {
                self.add_finding(finding, &record.path, &page_ranges(&notice.pages), link)?;
            }
        }
        for finding in &record.findings {
            self.add_finding(finding, &record.path, "", link)?;
        }
        let error = record.error.as_ref();
        let cells = [
            Cell::linked(&record.path, link),
            Cell::painted(
                outcome_name(record.outcome),
                paint_of_outcome(record.outcome),
            ),
            Cell::count(record.page_count),
            Cell::count(record.notices.len()),
            Cell::plain(error.map_or("", |e| e.message.as_str())),
            Cell::plain(error.map_or("", |e| e.advice.as_str())),
        ];
        let (workbook, sheets) = self.sheets()?;
        sheets.files.add(workbook, cells)
    }

    fn add_identifiers(
        &mut self,
        record: &DocumentRecord,
        notice: &NoticeRecord,
        link: Option<&str>,
    ) -> Result<(), XlsxError> {
        for identifier in &notice.identifiers {
            let paint = match identifier.verdict {
                Verdict::Accepted => Paint::Good,
                Verdict::Review | Verdict::Rejected => Paint::Warn,
            };
            for sighting in &identifier.sightings {
                let cells = [
                    Cell::linked(&record.path, link),
                    Cell::count(sighting.location.page.get() as usize),
                    Cell::plain(identifier.kind.name()),
                    Cell::plain(&identifier.value),
                    Cell::painted(&name(&identifier.verdict), paint),
                    Cell::plain(&name(&identifier.owner)),
                    Cell::number(f64::from(identifier.confidence.get())),
                    Cell::plain(&sighting.printed),
                    Cell::plain(&name(&sighting.source)),
                    Cell::plain(sighting.label.as_deref().unwrap_or_default()),
                    Cell::plain(&identifier.evidence.join("; ")),
                ];
                let (workbook, sheets) = self.sheets()?;
                sheets.identifiers.add(workbook, cells)?;
            }
        }
        Ok(())
    }

    fn add_finding(
        &mut self,
        finding: &Finding,
        path: &str,
        pages: &str,
        link: Option<&str>,
    ) -> Result<(), XlsxError> {
        let paint = match finding.severity {
            Severity::Info => Paint::None,
            Severity::Warning => Paint::Warn,
            Severity::Error => Paint::Bad,
        };
        let cells = [
            Cell::painted(&name(&finding.severity), paint),
            Cell::plain(&name(&finding.kind)),
            Cell::linked(path, link),
            Cell::plain(pages),
            Cell::plain(&message(finding)),
            Cell::plain(&finding.advice),
            Cell::plain(&finding.documents.join("; ")),
        ];
        let (workbook, sheets) = self.sheets()?;
        sheets.findings.add(workbook, cells)
    }

    fn complete(&mut self, summary: &Summary) -> Result<&mut Workbook, XlsxError> {
        for finding in &summary.findings {
            self.add_finding(finding, "", "", None)?;
        }
        let (workbook, sheets) = self.sheets()?;
        // A fixed time: a clock in the file would make every run's bytes differ.
        let time = ExcelDateTime::from_ymd(2000, 1, 1)?;
        workbook.set_properties(
            &DocProperties::new()
                .set_title("I-797 notices")
                .set_creation_datetime(&time),
        );
        for sheet in [
            &mut sheets.notices,
            &mut sheets.identifiers,
            &mut sheets.findings,
            &mut sheets.files,
        ] {
            sheet.complete(workbook)?;
        }
        Ok(workbook)
    }
}

/// A cell of the first sheet.
fn notice_cell(
    text: &str,
    column: &str,
    state: Option<AccountNumberState>,
    link: Option<&str>,
) -> Cell {
    match (column, state) {
        ("path", _) => Cell::linked(text, link),
        ("account_number_state", Some(state)) => Cell::painted(text, paint_of_state(state)),
        _ => Cell::plain(text),
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
