//! The cases of a batch that have several notices, each told in order of date.

use std::io::{self, Write};

use crate::model::record::DocumentRecord;
use crate::notice::story::{Event, Stories};
use crate::report::style::Paint;
use crate::report::{Style, sanitize};

/// Cases that are told; a workbook tells all of them.
const MOST: usize = 50;

/// Notices whose cases are kept until the end. In a larger batch nobody reads them in a text, and
/// they would take some hundred bytes a notice.
const MOST_NOTICES: usize = 20_000;

/// The cases of a batch, if it is small enough to tell them.
#[derive(Debug, Default)]
pub(super) struct Cases {
    stories: Stories,
    notices: usize,
}

impl Cases {
    /// Adds the notices of a document.
    pub(super) fn add(&mut self, record: &DocumentRecord) {
        self.notices += record.notices.len();
        if self.notices > MOST_NOTICES {
            self.stories = Stories::default();
        } else {
            self.stories.add(record);
        }
    }

    /// Writes the cases, or nothing where each has one notice.
    pub(super) fn write(self, out: &mut dyn Write, style: &Style) -> io::Result<()> {
        if self.notices > MOST_NOTICES {
            let said = "Too many notices to list their cases here; an XLSX report has them.";
            return writeln!(out, "{}\n", Paint::Dim.on(said, style.color));
        }
        write(out, self.stories, style)
    }
}

fn write(out: &mut dyn Write, stories: Stories, style: &Style) -> io::Result<()> {
    let cases = stories.finish();
    let several: Vec<_> = cases
        .iter()
        .filter(|(_, case)| case.events.len() > 1)
        .collect();
    if several.is_empty() {
        return Ok(());
    }
    writeln!(
        out,
        "{}\n",
        Paint::Strong.on("Cases with several notices", style.color)
    )?;
    for (number, case) in several.iter().take(MOST) {
        let about = [&case.case_type, &case.person];
        let about: Vec<&str> = about.into_iter().map(String::as_str).collect();
        let about: Vec<&str> = about.into_iter().filter(|text| !text.is_empty()).collect();
        let head = format!("  {number}  {}", about.join(", "));
        writeln!(out, "{}", sanitize::line(head.trim_end()))?;
        for event in &case.events {
            writeln!(out, "{}", sanitize::line(&told(event)))?;
        }
    }
    if several.len() > MOST {
        writeln!(out, "  and {} more", several.len() - MOST)?;
    }
    writeln!(out)
}

fn told(event: &Event) -> String {
    let date = event.date.as_deref().unwrap_or("no date   ");
    let page = event.page.map_or(1, |page| page.get());
    let what = if event.notice_type.is_empty() {
        "notice"
    } else {
        event.notice_type.as_str()
    };
    format!("    {date}  {what:24} {}, page {page}", event.path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample::sample;

    #[test]
    fn a_large_batch_keeps_no_cases() {
        let (records, _) = sample();
        let mut cases = Cases::default();
        records.iter().for_each(|record| cases.add(record));
        assert!(!cases.stories.is_empty());
        cases.notices = MOST_NOTICES;
        records.iter().for_each(|record| cases.add(record));
        assert!(cases.stories.is_empty());
        let mut told = Vec::new();
        cases.write(&mut told, &Style::default()).unwrap();
        assert!(String::from_utf8_lossy(&told).contains("an XLSX report has them"));
    }
}
