//! A workbook for spreadsheet programs: sheets Notices, Identifiers, Findings and Files.
//!
//! Every cell from a document is a string cell, so that leading zeros stay and nothing is ever run as a formula. Headers stay
//! in view and filter, states are coloured, and paths link to the files. The time of writing is left out: the same records
//! give the same bytes.

use std::io::{self, Write};
use std::path::PathBuf;

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format as CellFormat, FormatAlign, FormatBorder, Url,
    Workbook, Worksheet, XlsxError,
};
use serde::Serialize;

use super::csv::{COLUMNS, outcome_name, rows_of};
use super::{Reporter, Style, Summary, link, message, page_ranges, sanitize};
use crate::model::finding::{Finding, Severity};
use crate::model::record::{AccountNumberState, DocumentRecord, NoticeRecord, Outcome};
use crate::model::verdict::Verdict;

/// The longest string that a cell holds.
const CELL_CHARS: usize = 32_767;
/// The most links on a sheet that spreadsheet programs open.
const LINKS: u32 = 65_000;

/// The sheets: name, and for each column its title and its width in characters.
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
    notices: Sheet,
    identifiers: Sheet,
    findings: Sheet,
    files: Sheet,
    links_from: Option<PathBuf>,
}

/// A worksheet and its next free row.
struct Sheet {
    worksheet: Worksheet,
    row: u32,
    columns: u16,
}

impl XlsxReporter {
    /// A reporter that links to the files from `style.links_from`.
    pub fn new(style: &Style) -> Self {
        let [identifiers, findings, files] =
            SHEETS.map(|(name, columns)| Sheet::new(name, columns.iter().copied()));
        let titles: Vec<String> = COLUMNS
            .iter()
            .skip(1)
            .map(|c| capitalized(&c.replace('_', " ")))
            .collect();
        let titles = titles.iter().map(String::as_str).zip(NOTICE_WIDTHS);
        Self {
            notices: Sheet::new("Notices", titles),
            identifiers,
            findings,
            files,
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
        // Schemes know no case; the crate takes what begins with a small `file:///` for a path of Windows and cuts the slash off.
        let link = self
            .links_from
            .as_deref()
            .and_then(|base| link::link(base, record, "File://"));
        for (index, cells) in rows_of(record).iter().enumerate() {
            let state = record.notices.get(index).map(|n| n.account_number);
            let cells =
                cells
                    .iter()
                    .zip(COLUMNS)
                    .skip(1)
                    .enumerate()
                    .map(|(place, (text, column))| {
                        let paint = state
                            .filter(|_| column == "account_number_state")
                            .map_or(Paint::None, paint_of_state);
                        let link = link.clone().filter(|_| column == "path");
                        Cell {
                            paint,
                            link,
                            ..Cell::plain(text)
                        }
                        .placed(place)
                    });
            self.notices.add(cells)?;
        }
        for notice in &record.notices {
            self.add_identifiers(record, notice, link.as_deref())?;
            for finding in &notice.findings {
                self.add_finding(
                    finding,
                    &record.path,
                    &page_ranges(&notice.pages),
                    link.as_deref(),
                )?;
            }
        }
        for finding in &record.findings {
            self.add_finding(finding, &record.path, "", link.as_deref())?;
        }
        let error = record.error.as_ref();
        self.files.add([
            Cell {
                link,
                ..Cell::plain(&record.path)
            }
            .placed(0),
            Cell {
                paint: paint_of_outcome(record.outcome),
                ..Cell::plain(outcome_name(record.outcome))
            }
            .placed(1),
            Cell::count(record.page_count).placed(2),
            Cell::count(record.notices.len()).placed(3),
            Cell::plain(error.map_or("", |e| e.message.as_str())).placed(4),
            Cell::plain(error.map_or("", |e| e.advice.as_str())).placed(5),
        ])
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
                self.identifiers.add([
                    Cell {
                        link: link.map(str::to_owned),
                        ..Cell::plain(&record.path)
                    }
                    .placed(0),
                    Cell::count(sighting.location.page.get() as usize).placed(1),
                    Cell::plain(identifier.kind.name()).placed(2),
                    Cell::plain(&identifier.value).placed(3),
                    Cell {
                        paint,
                        ..Cell::plain(&name(&identifier.verdict))
                    }
                    .placed(4),
                    Cell::plain(&name(&identifier.owner)).placed(5),
                    Cell {
                        number: Some(f64::from(identifier.confidence.get())),
                        ..Cell::plain("")
                    }
                    .placed(6),
                    Cell::plain(&sighting.printed).placed(7),
                    Cell::plain(&name(&sighting.source)).placed(8),
                    Cell::plain(sighting.label.as_deref().unwrap_or_default()).placed(9),
                    Cell::plain(&identifier.evidence.join("; ")).placed(10),
                ])?;
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
        self.findings.add([
            Cell {
                paint,
                ..Cell::plain(&name(&finding.severity))
            }
            .placed(0),
            Cell::plain(&name(&finding.kind)).placed(1),
            Cell {
                link: link.map(str::to_owned),
                ..Cell::plain(path)
            }
            .placed(2),
            Cell::plain(pages).placed(3),
            Cell::plain(&message(finding)).placed(4),
            Cell::plain(&finding.advice).placed(5),
            Cell::plain(&finding.documents.join("; ")).placed(6),
        ])
    }

    fn complete(&mut self, summary: &Summary) -> Result<Vec<u8>, XlsxError> {
        for finding in &summary.findings {
            self.add_finding(finding, "", "", None)?;
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
            let last = sheet.row.saturating_sub(1);
            sheet
                .worksheet
                .autofilter(0, 0, last, sheet.columns.saturating_sub(1))?;
            workbook.push_worksheet(std::mem::take(&mut sheet.worksheet));
        }
        workbook.save_to_buffer()
    }
}

impl Sheet {
    /// An empty sheet with its header. Names and titles are this module's own, so that nothing in it can fail for what stands
    /// in a document; a failure would show in the header.
    fn new<'a>(name: &str, columns: impl Iterator<Item = (&'a str, f64)>) -> Self {
        let mut worksheet = Worksheet::new();
        let header = CellFormat::new()
            .set_bold()
            .set_background_color(Color::RGB(0xD9_E1_F2))
            .set_border_bottom(FormatBorder::Thin);
        let _ = worksheet.set_name(name);
        let _ = worksheet.set_freeze_panes(1, 0);
        let mut count = 0;
        for (title, width) in columns {
            let _ = worksheet.write_string_with_format(0, count, title, &header);
            let _ = worksheet.set_column_width(count, width);
            count += 1;
        }
        Self {
            worksheet,
            row: 1,
            columns: count,
        }
    }

    fn add(&mut self, cells: impl IntoIterator<Item = (u16, Cell)>) -> Result<(), XlsxError> {
        for (column, cell) in cells {
            self.write(column, &cell)?;
        }
        self.row += 1;
        Ok(())
    }

    fn write(&mut self, column: u16, cell: &Cell) -> Result<(), XlsxError> {
        let format = cell.paint.format();
        if let Some(number) = cell.number {
            self.worksheet.write_number_with_format(
                self.row,
                column,
                number,
                &CellFormat::new().set_align(FormatAlign::Top),
            )?;
        } else if let Some(link) = cell.link.as_ref().filter(|_| self.row < LINKS) {
            self.worksheet
                .write_url(self.row, column, Url::new(link).set_text(&cell.text))?;
        } else if !cell.text.is_empty() {
            self.worksheet
                .write_string_with_format(self.row, column, &cell.text, &format)?;
        }
        Ok(())
    }
}

/// What a cell says and how.
struct Cell {
    text: String,
    number: Option<f64>,
    link: Option<String>,
    paint: Paint,
}

impl Cell {
    fn plain(text: &str) -> Self {
        let text = sanitize::line(text).chars().take(CELL_CHARS).collect();
        Self {
            text,
            number: None,
            link: None,
            paint: Paint::None,
        }
    }

    fn count(count: usize) -> Self {
        Self {
            number: Some(count as f64),
            ..Self::plain("")
        }
    }

    fn placed(self, column: usize) -> (u16, Self) {
        (column as u16, self)
    }
}

/// The colours of states.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Paint {
    None,
    Good,
    Warn,
    Bad,
}

impl Paint {
    /// The format of a text cell in that colour; `@` keeps a program from guessing when the cell is edited.
    fn format(self) -> CellFormat {
        let text = CellFormat::new()
            .set_num_format("@")
            .set_align(FormatAlign::Top);
        match self {
            Self::None => text,
            Self::Good => text
                .set_background_color(Color::RGB(0xC6_EF_CE))
                .set_font_color(Color::RGB(0x00_61_00)),
            Self::Warn => text
                .set_background_color(Color::RGB(0xFF_EB_9C))
                .set_font_color(Color::RGB(0x7F_60_00)),
            Self::Bad => text
                .set_background_color(Color::RGB(0xFF_C7_CE))
                .set_font_color(Color::RGB(0x9C_00_06)),
        }
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
