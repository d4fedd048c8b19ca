//! Writes the answers down: one file a format behind one trait, so that every format says the same
//! of the same records.
//!
//! A reporter is fed record by record as a batch goes on and keeps no more of it than its format
//! needs. It trusts nothing that comes from a document or a path: see [`sanitize`]. `--mask` is not
//! its matter: [`mask`](crate::model::mask) shortens the numbers in the record before a reporter
//! sees it, so that all formats are masked alike.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::model::finding::Finding;
use crate::model::location::PageNumber;
use crate::model::record::DocumentRecord;

mod columns;
pub mod csv;
pub mod ics;
pub mod json;
pub mod jsonl;
mod link;
pub mod mapping;
pub mod review_page;
#[cfg(test)]
mod sample;
pub mod sanitize;
pub mod schema;
mod style;
mod summary;
pub mod text;
#[cfg(feature = "xlsx")]
pub mod xlsx;

pub use summary::Summary;

/// Writes one batch in one format: `begin` once, `document` for each record in input order, `end`
/// once.
pub trait Reporter {
    /// What stands before the first document.
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()>;
    /// One document.
    fn document(&mut self, out: &mut dyn Write, record: &DocumentRecord) -> io::Result<()>;
    /// What stands after the last document. `summary` has counted all of them.
    fn end(&mut self, out: &mut dyn Write, summary: &Summary) -> io::Result<()>;
}

/// The formats of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For people at a terminal.
    Text,
    /// One JSON document.
    Json,
    /// One JSON object a line and document, written as soon as it can be.
    Jsonl,
    /// One row a notice.
    Csv,
    /// The deadlines, for a calendar.
    Ics,
    /// The review page, for a browser.
    Html,
    /// A workbook for spreadsheet programs.
    #[cfg(feature = "xlsx")]
    Xlsx,
}

impl Format {
    /// Every format of this build with its name, as `--format` takes it.
    pub const ALL: &[(&str, Self)] = &[
        ("text", Self::Text),
        ("json", Self::Json),
        ("jsonl", Self::Jsonl),
        ("csv", Self::Csv),
        ("ics", Self::Ics),
        ("html", Self::Html),
        #[cfg(feature = "xlsx")]
        ("xlsx", Self::Xlsx),
    ];

    /// The format that a file's name ends in: `.txt`, `.json`, `.jsonl` or `.ndjson`, `.csv`,
    /// `.ics`, `.html` or `.htm`, `.xlsx`.
    pub fn of_path(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        match ending.as_str() {
            "txt" => Some(Self::Text),
            "htm" => Some(Self::Html),
            "ndjson" => Some(Self::Jsonl),
            other => Self::named(other),
        }
    }

    /// The format of a name; `None` for a name that is not in [`Format::ALL`].
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, format)| *format)
    }

    /// The name that `--format` takes.
    pub fn name(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(_, format)| *format == self)
            .map_or("", |(name, _)| name)
    }

    /// Whether it shows pictures of what was read.
    pub fn has_pictures(self) -> bool {
        self == Self::Html
    }

    /// Whether a terminal cannot show it.
    pub fn is_binary(self) -> bool {
        !matches!(
            self,
            Self::Text | Self::Json | Self::Jsonl | Self::Csv | Self::Ics | Self::Html
        )
    }

    /// A reporter of this format.
    pub fn reporter(self, style: &Style) -> Box<dyn Reporter> {
        match self {
            Self::Text => Box::new(text::TextReporter::new(style)),
            Self::Json => Box::new(json::JsonReporter::default()),
            Self::Jsonl => Box::new(jsonl::JsonlReporter),
            Self::Csv => Box::new(csv::CsvReporter::new(style)),
            Self::Ics => Box::new(ics::IcsReporter::default()),
            Self::Html => Box::new(review_page::HtmlReporter::new(style)),
            #[cfg(feature = "xlsx")]
            Self::Xlsx => Box::new(xlsx::XlsxReporter::new(style)),
        }
    }
}

/// How a report looks where its format leaves a choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Style {
    /// Whether text is coloured with ANSI escapes.
    pub color: bool,
    /// Columns that running text is wrapped to.
    pub width: usize,
    /// The folder that relative paths start from, where a report is to link to the files; `None`
    /// for no links.
    pub links_from: Option<PathBuf>,
    /// The folder of the report, as an absolute path, for links that stay right where report and
    /// files are moved together; `None` for links to where the files are now.
    pub report_folder: Option<PathBuf>,
    /// Whether what is written was masked before.
    pub masked: bool,
    /// The columns of a CSV report, where they are not the usual ones.
    pub mapping: Option<mapping::Mapping>,
    /// What a workbook says of the run, as names and values; a library run says nothing of it.
    pub about: Vec<(String, String)>,
}

impl Default for Style {
    fn default() -> Self {
        Self {
            color: false,
            width: 100,
            links_from: None,
            report_folder: None,
            masked: false,
            mapping: None,
            about: Vec::new(),
        }
    }
}

/// A finding's message with its numbers in place of `{0}`, `{1}` ….
pub fn message(finding: &Finding) -> String {
    finding.text()
}

/// Pages as people write them: `1-3, 5`.
pub fn page_ranges(pages: &[PageNumber]) -> String {
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for page in pages.iter().map(|p| p.get()) {
        match ranges.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(page) => *last = page,
            _ => ranges.push((page, page)),
        }
    }
    let written = ranges.iter().map(|(a, b)| {
        if a == b {
            a.to_string()
        } else {
            format!("{a}-{b}")
        }
    });
    written.collect::<Vec<_>>().join(", ")
}

/// A sentence with a capital at its beginning.
fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

#[cfg(test)]
mod tests;
