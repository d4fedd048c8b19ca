//! Which columns a CSV report has, in which order and under which names: for programs that import
//! a table.
//!
//! One line a column, `Header = column`, with the form of its dates behind a bar if need be:
//!
//! ```text
//! # Columns of an import
//! Receipt Number = receipt_number
//! Receipt Date   = received_date | MM/DD/YYYY
//! Receipt Status =
//! ```

use jiff::civil::Date;

use super::columns::{self, Column, Row};

/// The columns of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping(Vec<Mapped>);

/// One column.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Mapped {
    header: String,
    /// The name of the column; empty for one that is always empty.
    column: String,
    /// `MM/DD/YYYY`, for dates.
    form: Option<String>,
}

impl Mapping {
    /// Reads the lines of a file.
    ///
    /// # Errors
    /// Says which line is wrong, and which columns there are.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut all = Vec::new();
        for (index, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let wrong = |why: String| format!("line {}: {why}", index + 1);
            let Some((header, column)) = line.split_once('=') else {
                return Err(wrong("write Header = column".to_owned()));
            };
            let (column, form) = match column.split_once('|') {
                Some((column, form)) => (column.trim(), Some(form.trim().to_owned())),
                None => (column.trim(), None),
            };
            if !column.is_empty() && columns::named(column).is_none() {
                return Err(wrong(unknown(column)));
            }
            if let Some(form) = form.as_deref().filter(|form| !is_form(form)) {
                return Err(wrong(format!(
                    "{form} is no form of a date; write one such as MM/DD/YYYY"
                )));
            }
            all.push(Mapped {
                header: header.trim().to_owned(),
                column: column.to_owned(),
                form,
            });
        }
        if all.is_empty() {
            return Err("it has no columns".to_owned());
        }
        Ok(Self(all))
    }

    /// The headers, from left to right.
    pub(super) fn headers(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|mapped| mapped.header.as_str())
    }

    /// The cells of a row, from left to right.
    pub(super) fn values(&self, row: &Row<'_>) -> Vec<String> {
        self.0.iter().map(|mapped| mapped.value(row)).collect()
    }
}

impl Mapped {
    fn value(&self, row: &Row<'_>) -> String {
        let column: Option<Column> = columns::named(&self.column);
        let value = column.map_or_else(String::new, |column| column.value(row));
        match &self.form {
            Some(form) => in_form(&value, form),
            None => value,
        }
    }
}

/// A day in a form; what is no day stays as it is.
fn in_form(value: &str, form: &str) -> String {
    let Ok(day) = value.parse::<Date>() else {
        return value.to_owned();
    };
    form.replace("YYYY", &format!("{:04}", day.year()))
        .replace("MM", &format!("{:02}", day.month()))
        .replace("DD", &format!("{:02}", day.day()))
}

fn is_form(form: &str) -> bool {
    let rest = form.replacen("YYYY", "", 1).replacen("MM", "", 1);
    let rest = rest.replacen("DD", "", 1);
    form.len() == rest.len() + 8 && rest.chars().all(|c| "/-. ".contains(c))
}

fn unknown(column: &str) -> String {
    let all = columns::COLUMNS.iter().chain(&columns::EXTRA);
    let names: Vec<&str> = all.map(|column| column.name).collect();
    format!(
        "there is no column {column}; there are {}",
        names.join(", ")
    )
}

#[cfg(test)]
#[path = "mapping_tests.rs"]
mod tests;
