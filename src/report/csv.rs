//! Comma-separated values: one row a notice, one row for a document without a notice, one row for
//! what the batch showed.
//!
//! UTF-8 without a byte order mark, a header, RFC 4180 quoting. Its columns are those of
//! [`COLUMNS`]; `row` says whether a row is about a `notice`, a `document` or the `batch`. Several
//! values in a cell are joined by `; `.
//!
//! **Text stays text.** A spreadsheet program runs a cell that begins with `=`, `+`, `-`, `@`, a
//! tab or a line break as a formula; such a cell begins with an apostrophe, the mark for text in
//! all of them. Reading programs strip one leading apostrophe to get the value. Digits are bare,
//! for the programs that import them: a person who opens the file in a spreadsheet imports its
//! columns as text, or takes the workbook, which keeps leading zeros by itself.
//!
//! Where a computer's list separator is a semicolon, such a program also splits cells at the
//! semicolons in them, and whoever imports the file may name a bar as separator. What would begin a
//! formula behind one of both gets its apostrophe there.

use std::borrow::Cow;
use std::io::{self, Write};

use super::columns::{self, Row};
use super::mapping::Mapping;
use super::{Reporter, Style, Summary, sanitize};
use crate::identifier::folding::fold_exactly;
use crate::model::record::DocumentRecord;

/// The header.
pub const COLUMNS: [&str; columns::COLUMNS.len()] = columns::names();

/// Writes a row a notice.
#[derive(Debug, Default)]
pub struct CsvReporter {
    mapping: Option<Mapping>,
}

impl CsvReporter {
    /// A reporter with the columns of `style`.
    pub fn new(style: &Style) -> Self {
        Self {
            mapping: style.mapping.clone(),
        }
    }

    fn write_row(&self, out: &mut dyn Write, row: &Row<'_>) -> io::Result<()> {
        match &self.mapping {
            // A table for another program: it has a row a notice and no others.
            Some(_) if !row.is_notice() => Ok(()),
            Some(mapping) => write_cells(out, mapping.values(row).iter().map(|text| cell(text))),
            None => {
                let values: Vec<String> = columns::COLUMNS.iter().map(|c| c.value(row)).collect();
                write_cells(out, values.iter().map(|text| cell(text)))
            }
        }
    }
}

impl Reporter for CsvReporter {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        match &self.mapping {
            Some(mapping) => write_cells(out, mapping.headers().map(cell)),
            None => write_cells(out, COLUMNS.into_iter().map(Cow::Borrowed)),
        }
    }

    fn document(&mut self, out: &mut dyn Write, record: &DocumentRecord) -> io::Result<()> {
        let rows = Row::of_document(record);
        rows.iter().try_for_each(|row| self.write_row(out, row))
    }

    fn end(&mut self, out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
        let mut findings = summary.findings.iter();
        findings.try_for_each(|finding| self.write_row(out, &Row::of_batch(finding)))
    }
}

/// Writes one row whole, so that it is never left half in a buffer of its own.
fn write_cells<'a>(
    out: &mut dyn Write,
    cells: impl Iterator<Item = Cow<'a, str>>,
) -> io::Result<()> {
    let mut writer = ::csv::Writer::from_writer(Vec::with_capacity(256));
    for cell in cells {
        writer.write_field(cell.as_bytes())?;
    }
    writer.write_record(None::<&[u8]>)?;
    out.write_all(&writer.into_inner().map_err(|e| e.into_error())?)
}

/// A cell that a spreadsheet takes for text and nothing else.
fn cell(text: &str) -> Cow<'_, str> {
    let shown = guard_inside(sanitize::line(text));
    if starts_badly(text) {
        Cow::Owned(format!("'{shown}"))
    } else {
        shown
    }
}

/// Whether a character begins a formula; the full-width forms do so too.
fn begins_formula(c: char) -> bool {
    fold_exactly(c.encode_utf8(&mut [0; 4])).starts_with(['=', '+', '-', '@'])
}

fn starts_badly(text: &str) -> bool {
    let behind_space = text.trim_start();
    text.starts_with(['\t', '\r', '\n', '\''])
        || text.starts_with(begins_formula)
        || behind_space.starts_with(|c| c != '-' && begins_formula(c))
}

/// Characters in a text at which a program may begin a new cell.
const SEPARATORS: [char; 2] = [';', '|'];

/// Puts an apostrophe before what would begin a formula if a separator in the text ended a cell;
/// quotes and spaces behind the separator do not keep a formula from being one.
fn guard_inside(text: Cow<'_, str>) -> Cow<'_, str> {
    if !text.contains(SEPARATORS) {
        return text;
    }
    let mut guarded = String::with_capacity(text.len() + 8);
    let mut opens_cell = false;
    for c in text.chars() {
        if opens_cell && begins_formula(c) {
            guarded.push('\'');
        }
        opens_cell = SEPARATORS.contains(&c) || (opens_cell && (c.is_whitespace() || c == '"'));
        guarded.push(c);
    }
    Cow::Owned(guarded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_stay_text() {
        for (text, written) in [
            ("001234567890", "001234567890"),
            ("A012345678", "A012345678"),
            ("=1+1", "'=1+1"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\\t=1"),
            (" =1", "' =1"),
            ("'quoted", "''quoted"),
            ("04/01/2019", "04/01/2019"),
            ("April 1, 2021", "April 1, 2021"),
            ("1; 2; 3", "1; 2; 3"),
            ("a;=1+1;b.pdf", "a;'=1+1;b.pdf"),
            ("a; \"=1+1", "a; \"'=1+1"),
            ("a|=1+1|b; @c", "a|'=1+1|b; '@c"),
            ("a;\t@SUM(A1)", "a;\\t@SUM(A1)"),
            ("a\t=1", "a\\t=1"),
            ("a;＝1;－1;−1", "a;'＝1;'－1;'−1"),
            ("＋1", "'＋1"),
            ("＠SUM(A1)", "'＠SUM(A1)"),
            ("2021-04-01", "2021-04-01"),
            ("A012345678; 001234567890", "A012345678; 001234567890"),
            ("", ""),
        ] {
            assert_eq!(cell(text), written);
        }
    }
}
