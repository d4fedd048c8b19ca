//! Comma-separated values: one row a notice, one row for a document without a notice, one row for
//! what the batch showed.
//!
//! UTF-8 without a byte order mark, a header, RFC 4180 quoting. Its columns are those of
//! [`COLUMNS`]; `row` says whether a row is about a `notice`, a `document` or the `batch`. Several
//! values in a cell are joined by `; `.
//!
//! **Text stays text.** A spreadsheet program that opens a CSV file takes a run of digits for a
//! quantity, drops its leading zeros and rounds what is longer than 15 digits, quoted or not; it
//! takes `04/01/2019` for the fourth of January where days come first; and it runs a cell that
//! begins with `=`, `+`, `-`, `@`, a tab or a line break as a formula. One convention meets all
//! three: such a cell begins with an apostrophe, the mark for text in all of them (some show it,
//! none calculates). Reading programs strip one leading apostrophe to get the value. The form
//! `="00…"` would hide the mark, but it is itself a formula.
//!
//! Where a computer's list separator is a semicolon, such a program also splits cells at the
//! semicolons in them. What would begin a formula behind one gets its apostrophe there.

use std::borrow::Cow;
use std::io::{self, Write};

use super::columns::{self, Row};
use super::{Reporter, Summary, sanitize};
use crate::identifier::folding::fold_exactly;
use crate::model::record::DocumentRecord;

/// The header.
pub const COLUMNS: [&str; columns::COLUMNS.len()] = columns::names();

/// Writes a row a notice.
#[derive(Debug, Default)]
pub struct CsvReporter;

impl Reporter for CsvReporter {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        write_cells(out, COLUMNS.map(Cow::Borrowed))
    }

    fn document(&mut self, out: &mut dyn Write, record: &DocumentRecord) -> io::Result<()> {
        let rows = Row::of_document(record);
        rows.iter().try_for_each(|row| write_row(out, row))
    }

    fn end(&mut self, out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
        let mut findings = summary.findings.iter();
        findings.try_for_each(|finding| write_row(out, &Row::of_batch(finding)))
    }
}

fn write_row(out: &mut dyn Write, row: &Row<'_>) -> io::Result<()> {
    let cell = |column: columns::Column| Cow::Owned(cell(&(column.value)(row)).into_owned());
    write_cells(out, columns::COLUMNS.map(cell))
}

/// Writes one row whole, so that it is never left half in a buffer of its own.
fn write_cells(out: &mut dyn Write, cells: [Cow<'_, str>; COLUMNS.len()]) -> io::Result<()> {
    let mut writer = ::csv::Writer::from_writer(Vec::with_capacity(256));
    writer.write_record(cells.iter().map(|cell| cell.as_bytes()))?;
    out.write_all(&writer.into_inner().map_err(|e| e.into_error())?)
}

/// A cell that a spreadsheet takes for text and nothing else.
fn cell(text: &str) -> Cow<'_, str> {
    let shown = guard_inside(sanitize::line(text));
    if starts_badly(text) || is_like_number(text) {
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

/// Whether a spreadsheet may take the text for a quantity or a date.
fn is_like_number(text: &str) -> bool {
    let like_number = |c: char| c.is_ascii_digit() || " -/.,:".contains(c);
    text.len() > 4 && fold_exactly(text).chars().all(like_number)
}

/// Puts an apostrophe before what would begin a formula if a semicolon in the text ended a cell;
/// quotes and spaces behind the semicolon do not keep a formula from being one.
fn guard_inside(text: Cow<'_, str>) -> Cow<'_, str> {
    if !text.contains(';') {
        return text;
    }
    let mut guarded = String::with_capacity(text.len() + 8);
    let mut opens_cell = false;
    for c in text.chars() {
        if opens_cell && begins_formula(c) {
            guarded.push('\'');
        }
        opens_cell = c == ';' || (opens_cell && (c.is_whitespace() || c == '"'));
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
            ("001234567890", "'001234567890"),
            ("A012345678", "A012345678"),
            ("=1+1", "'=1+1"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\\t=1"),
            (" =1", "' =1"),
            ("'quoted", "''quoted"),
            ("04/01/2019", "'04/01/2019"),
            ("April 1, 2021", "April 1, 2021"),
            ("1; 2; 3", "1; 2; 3"),
            ("a;=1+1;b.pdf", "a;'=1+1;b.pdf"),
            ("a; \"=1+1", "a; \"'=1+1"),
            ("a;\t@SUM(A1)", "a;\\t@SUM(A1)"),
            ("a\t=1", "a\\t=1"),
            ("a;＝1;－1;−1", "a;'＝1;'－1;'−1"),
            ("＋1", "'＋1"),
            ("＠SUM(A1)", "'＠SUM(A1)"),
            ("００１２３４５", "'００１２３４５"),
            ("A012345678; 001234567890", "A012345678; 001234567890"),
            ("", ""),
        ] {
            assert_eq!(cell(text), written);
        }
    }
}
