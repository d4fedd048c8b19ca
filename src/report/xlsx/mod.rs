//! A workbook for spreadsheet programs: sheets To do, Notices, Cases, Identifiers, Findings, Files
//! and About this run.
//!
//! Every cell from a document is a string cell, so that leading zeros stay and nothing is ever run
//! as a formula; days are real dates. Headers stay in view, filter and are printed on each page.
//! Each colour means one thing on all sheets. Links are relative, so that they work where the
//! report and the files are moved together. The library leaves the time of writing out: the same
//! records give the same bytes.

use std::collections::BTreeSet;
use std::io::{self, BufWriter, Seek, Write};
use std::path::{Path, PathBuf};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::columns::{self, Column, Paint, Row};
use super::{Reporter, Style, Summary, link};
use crate::model::finding::Finding;
use crate::model::record::DocumentRecord;
use crate::notice::story::Stories;

mod rows;
mod sheet;
mod todo;

use rows::Place;
use sheet::{Cell, Looks, Sheet};
use todo::Todo;

/// Notices on the sheet of cases, which are kept until the end, when cases are put in order; the
/// sheet of notices has all of them.
const MOST_IN_CASES: usize = 50_000;
/// This many kinds of advice are given once each.
const MOST_ADVICE: usize = 1_000;

/// Writes a workbook. Rows are kept in temporary files until it is complete.
pub struct XlsxReporter {
    book: Option<Book>,
    style: Style,
}

/// The workbook on its way.
struct Book {
    workbook: Workbook,
    looks: Looks,
    notices: Sheet,
    /// Those of the notices.
    columns: Vec<Column>,
    identifiers: Sheet,
    findings: Sheet,
    files: Sheet,
    todo: Todo,
    stories: Stories,
    /// Notices that are in the stories, or would be.
    told: usize,
    /// Advice that was given already.
    said: BTreeSet<String>,
    base: Option<PathBuf>,
    report_folder: Option<PathBuf>,
    about: Vec<(String, String)>,
}

impl XlsxReporter {
    /// A reporter that links to the files from `style.links_from`.
    pub fn new(style: &Style) -> Self {
        Self {
            book: None,
            style: style.clone(),
        }
    }
}

impl Reporter for XlsxReporter {
    fn begin(&mut self, _: &mut dyn Write) -> io::Result<()> {
        self.book = Some(Book::new(&self.style).map_err(io::Error::other)?);
        Ok(())
    }

    fn document(&mut self, _: &mut dyn Write, record: &DocumentRecord) -> io::Result<()> {
        let book = self.book.as_mut();
        book.map_or(Ok(()), |book| book.add(record))
            .map_err(io::Error::other)
    }

    fn end(&mut self, out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
        let Some(book) = self.book.take() else {
            return Ok(());
        };
        // The crate writes from threads, which `out` cannot follow.
        let mut file = tempfile::tempfile()?;
        let written = book.complete(summary, BufWriter::new(&file));
        written.map_err(io::Error::other)?;
        file.rewind()?;
        io::copy(&mut file, out).map(drop)
    }
}

impl Book {
    fn new(style: &Style) -> Result<Self, XlsxError> {
        let mut book = Workbook::new();
        let all = u16::MAX;
        let columns = columns::of_sheet();
        let titles = columns.iter().map(Column::title).collect();
        Ok(Self {
            notices: Sheet::new(&mut book, "Notices", titles, 1, columns::PRINTED)?,
            columns,
            identifiers: Sheet::new(&mut book, "Identifiers", rows::identifier_titles(), 1, all)?,
            findings: Sheet::new(&mut book, "Findings", rows::finding_titles(), 0, all)?,
            files: Sheet::new(&mut book, "Files", rows::file_titles(), 1, all)?,
            workbook: book,
            looks: Looks::new(),
            todo: Todo::default(),
            stories: Stories::default(),
            told: 0,
            said: BTreeSet::new(),
            base: style.links_from.clone(),
            report_folder: style.report_folder.clone(),
            about: style.about.clone(),
        })
    }

    fn add(&mut self, record: &DocumentRecord) -> Result<(), XlsxError> {
        let link = self.link(record);
        let link = link.as_deref();
        self.todo.add(record, link);
        if self.told < MOST_IN_CASES {
            self.stories.add(record);
        }
        self.told += record.notices.iter().filter(|n| n.is_notice).count();
        for notice in &record.notices {
            let place = Place::of_notice(record, notice, link);
            let cells = rows::notice(&self.columns, &Row::of_notice(record, notice), &place);
            self.notices.add(&mut self.workbook, &self.looks, cells)?;
            for number in &notice.identifiers {
                let page = number
                    .sightings
                    .first()
                    .map_or(1, |s| s.location.page.get());
                let place = Place {
                    link: link.map(|link| format!("{link}#page={page}")),
                    ..Place::of_file(record, link)
                };
                let cells = rows::identifier(number, &place);
                self.identifiers
                    .add(&mut self.workbook, &self.looks, cells)?;
            }
            for finding in &notice.findings {
                self.add_finding(finding, &place)?;
            }
        }
        let place = Place::of_file(record, link);
        for finding in &record.findings {
            self.add_finding(finding, &place)?;
        }
        let cells = rows::file(record, &place);
        self.files.add(&mut self.workbook, &self.looks, cells)
    }

    /// The link to a document, relative to the report where that is known.
    fn link(&self, record: &DocumentRecord) -> Option<String> {
        let base = self.base.as_deref()?;
        // Schemes know no case; the crate takes what begins with a small `file:///` for a path.
        let absolute = link::link(base, record, "File://")?;
        let relative = relative_link(base, self.report_folder.as_deref(), &record.path);
        Some(relative.unwrap_or(absolute))
    }

    fn add_finding(&mut self, finding: &Finding, place: &Place) -> Result<(), XlsxError> {
        // The same advice is given once; the rows below it need no repetition.
        let may_be_new = self.said.len() < MOST_ADVICE;
        let is_new = !may_be_new || self.said.insert(finding.advice.clone());
        let advice = if is_new { finding.advice.as_str() } else { "" };
        let cells = rows::finding(finding, advice, place);
        self.findings.add(&mut self.workbook, &self.looks, cells)
    }

    fn complete(mut self, summary: &Summary, to: impl Write + Send) -> Result<(), XlsxError> {
        for finding in &summary.findings {
            self.todo.of_batch(finding);
            self.add_finding(finding, &Place::default())?;
        }
        let mut book = self.workbook;
        let looks = self.looks;
        let folder = self.report_folder.as_deref();
        let mut todo = Sheet::new(&mut book, "To do", todo::titles(), 2, u16::MAX)?;
        for cells in self.todo.rows() {
            todo.add(&mut book, &looks, cells)?;
        }
        let mut cases = Sheet::new(&mut book, "Cases", rows::case_titles(), 1, u16::MAX)?;
        for (number, case) in self.stories.finish() {
            for (step, event) in (1..).zip(&case.events) {
                let link = self
                    .base
                    .as_deref()
                    .and_then(|base| relative_link(base, folder, &event.path));
                let cells = rows::case(&number, &case, step, event, link.as_deref());
                cases.add(&mut book, &looks, cells)?;
            }
        }
        if self.told > MOST_IN_CASES {
            let rest = format!(
                "only the first {MOST_IN_CASES} of {} notices are here; the sheet Notices has all",
                self.told
            );
            cases.add(&mut book, &looks, [Cell::painted(&rest, Paint::Review)])?;
        }
        let about = about(&mut book, &looks, &self.about, summary)?;
        // A fixed time: a clock in the file would make every run's bytes differ.
        let time = ExcelDateTime::from_ymd(2000, 1, 1)?;
        book.set_properties(
            &DocProperties::new()
                .set_title("I-797 notices")
                .set_creation_datetime(&time),
        );
        let sheets = [
            todo,
            self.notices,
            cases,
            self.identifiers,
            self.findings,
            self.files,
            about,
        ];
        for sheet in sheets {
            for worksheet in sheet.finish()? {
                book.push_worksheet(worksheet);
            }
        }
        book.save_to_writer(to)
    }
}

/// The link to a path, relative to the folder of the report; `None` where its characters would have
/// to be escaped, which programs do in different ways.
fn relative_link(base: &Path, folder: Option<&Path>, path: &str) -> Option<String> {
    let way = rows::relative(folder?, &base.join(path))?;
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "/-_.() ".contains(c);
    way.chars().all(is_plain).then(|| format!("file:///{way}"))
}

/// The last sheet: what was run, what came of it, what the colours mean.
fn about(
    book: &mut Workbook,
    looks: &Looks,
    run: &[(String, String)],
    summary: &Summary,
) -> Result<Sheet, XlsxError> {
    let titles = vec![("About this run", 34.0), ("", 80.0)];
    let mut sheet = Sheet::new(book, "About this run", titles, 0, u16::MAX)?;
    let accounts = &summary.account_numbers;
    let counts = [
        ("Documents", summary.documents),
        ("  read", summary.read),
        ("  partly read", summary.partly),
        ("  failed", summary.failed),
        ("  skipped", summary.skipped),
        ("Pages", summary.pages),
        ("  not read", summary.pages_failed),
        ("Notices", summary.notices),
        ("  with an account number", accounts.found),
        ("  with one to review", accounts.review),
        ("  without one", accounts.absent),
        ("  with a blank field", accounts.blank),
        ("  not readable", accounts.unreadable),
        ("Numbers to review", summary.to_review),
    ];
    let colors = [
        (Paint::Review, "compare it with the page before using it"),
        (Paint::Missing, "missing, though it is expected"),
        (Paint::Failed, "could not be read, or dangerous to act on"),
    ];
    let mut all: Vec<Vec<Cell>> = Vec::new();
    for (name, value) in run {
        all.push(vec![Cell::plain(name), Cell::plain(value)]);
    }
    for (name, count) in counts {
        all.push(vec![Cell::plain(name), Cell::count(count)]);
    }
    if summary.interrupted {
        let what = "interrupted: what is not listed was not read";
        all.push(vec![Cell::painted(what, Paint::Failed)]);
    }
    for (paint, meaning) in colors {
        all.push(vec![
            Cell::painted("This color means", paint),
            Cell::plain(meaning),
        ]);
    }
    for cells in all {
        sheet.add(book, looks, cells)?;
    }
    Ok(sheet)
}
