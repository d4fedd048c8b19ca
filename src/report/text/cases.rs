//! The cases of a batch that have several notices, each told in order of date.

use std::io::{self, Write};

use crate::notice::story::{Event, Stories};
use crate::report::style::Paint;
use crate::report::{Style, sanitize};

/// Cases that are told; a workbook tells all of them.
const MOST: usize = 50;

/// Writes the cases, or nothing where each has one notice.
pub(super) fn write(out: &mut dyn Write, stories: Stories, style: &Style) -> io::Result<()> {
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
