//! Deadlines as a calendar (RFC 5545) that Outlook, Google and Apple read.
//!
//! A deadline is an event of a whole day, an appointment one at its local time without a time zone:
//! it is where the office is. Each event has a name (UID) made of the case, the notice and the kind
//! of deadline, so that a calendar that is imported again changes events and adds none. A date that
//! needs review is entered where it seems to be, and says so.

use std::collections::BTreeMap;
use std::io::{self, Write};

use jiff::civil::{Date, Time};

use super::{Reporter, Summary, capitalized, message, page_ranges, sanitize};
use crate::identifier::IdentifierKind;
use crate::model::finding::{Basis, Deadline, Finding, FindingKind};
use crate::model::record::{DocumentRecord, FieldKind, NoticeRecord};
use crate::model::verdict::Verdict;
use crate::notice::story::person_shown;

/// The longest line, in bytes; longer ones are folded.
const LINE: usize = 75;

/// Writes the calendar.
#[derive(Debug, Default)]
pub struct IcsReporter {
    /// The days of the events so far, by name.
    known: BTreeMap<String, Vec<String>>,
}

impl Reporter for IcsReporter {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        for text in [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//extract//I-797 deadlines//EN",
            "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH",
            "X-WR-CALNAME:USCIS notices",
        ] {
            line(out, text)?;
        }
        Ok(())
    }

    fn document(&mut self, out: &mut dyn Write, record: &DocumentRecord) -> io::Result<()> {
        for notice in &record.notices {
            for finding in &notice.findings {
                if let Some(deadline) = &finding.deadline {
                    self.event(out, record, notice, (finding, deadline))?;
                }
            }
        }
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write, _: &Summary) -> io::Result<()> {
        line(out, "END:VCALENDAR")
    }
}

impl IcsReporter {
    fn event(
        &mut self,
        out: &mut dyn Write,
        record: &DocumentRecord,
        notice: &NoticeRecord,
        (finding, deadline): (&Finding, &Deadline),
    ) -> io::Result<()> {
        let Ok(day) = deadline.date.parse::<Date>() else {
            return Ok(());
        };
        let mut uid = uid(record, notice, finding);
        let when = format!(
            "{} {}",
            deadline.date,
            deadline.time.as_deref().unwrap_or("")
        );
        let days = self.known.entry(uid.clone()).or_default();
        // A notice that was scanned twice is one event, unless it was read in two ways.
        if days.contains(&when) {
            return Ok(());
        }
        days.push(when);
        if days.len() > 1 {
            uid = format!("{uid}-{}", days.len());
        }
        line(out, "BEGIN:VEVENT")?;
        line(out, &format!("UID:{uid}@i797"))?;
        // No clock: the same notices give the same bytes.
        let stamp = notice
            .fields
            .accepted(FieldKind::NoticeDate)
            .and_then(|d| d.parse().ok());
        line(
            out,
            &format!("DTSTAMP:{}T000000Z", basic(stamp.unwrap_or(day))),
        )?;
        self.times(out, day, deadline)?;
        line(
            out,
            &format!("SUMMARY:{}", text(&summary(notice, finding, deadline))),
        )?;
        let said = description(record, notice, finding, deadline);
        line(out, &format!("DESCRIPTION:{}", text(&said)))?;
        let place = notice.fields.accepted(FieldKind::AppointmentPlace);
        if let Some(place) = place.filter(|_| finding.kind == FindingKind::DeadlineAppointment) {
            line(out, &format!("LOCATION:{}", text(&sanitize::line(place))))?;
        }
        line(out, "END:VEVENT")
    }

    fn times(&self, out: &mut dyn Write, day: Date, deadline: &Deadline) -> io::Result<()> {
        let time = deadline.time.as_deref().and_then(time_of);
        match time {
            Some(time) => {
                let start = time.strftime("%H%M00");
                line(out, &format!("DTSTART:{}T{start}", basic(day)))?;
                line(out, "DURATION:PT1H")
            }
            None => {
                line(out, &format!("DTSTART;VALUE=DATE:{}", basic(day)))?;
                if let Ok(next) = day.tomorrow() {
                    line(out, &format!("DTEND;VALUE=DATE:{}", basic(next)))?;
                }
                line(out, "TRANSP:TRANSPARENT")
            }
        }
    }
}

/// A time of 24 hours, or of twelve as it is printed.
fn time_of(text: &str) -> Option<Time> {
    let printed = || Time::strptime("%I:%M %p", text.to_uppercase()).ok();
    text.parse().ok().or_else(printed)
}

/// `20210401`
fn basic(day: Date) -> String {
    day.strftime("%Y%m%d").to_string()
}

/// The name of an event. By the case and the date of the notice, so that it stays when a file is
/// moved or scanned again; by the file and page where the case is not known.
fn uid(record: &DocumentRecord, notice: &NoticeRecord, finding: &Finding) -> String {
    let of_notice = match receipt_number(notice) {
        Some(number) => {
            let date = notice
                .fields
                .accepted(FieldKind::NoticeDate)
                .unwrap_or_default();
            format!("{number} {date}")
        }
        None => {
            let file = record.content_hash.as_deref().unwrap_or(&record.path);
            let page = notice.pages.first().map_or(0, |page| page.get());
            format!("{file} {page}")
        }
    };
    let name = format!("{} {of_notice}", finding.kind);
    blake3::hash(name.as_bytes())
        .to_hex()
        .chars()
        .take(32)
        .collect()
}

fn receipt_number(notice: &NoticeRecord) -> Option<&str> {
    let mut numbers = notice.identifiers.iter();
    let found =
        numbers.find(|i| i.kind == IdentifierKind::ReceiptNumber && i.verdict == Verdict::Accepted);
    found.map(|i| i.value.as_str())
}

/// `Response due (computed): DOE, JANE, I-485`
fn summary(notice: &NoticeRecord, finding: &Finding, deadline: &Deadline) -> String {
    let what = match finding.kind {
        FindingKind::DeadlineResponse => "Response due",
        FindingKind::DeadlineAppointment => notice
            .fields
            .accepted(FieldKind::NoticeType)
            .unwrap_or("Appointment"),
        _ => "Validity ends",
    };
    let (check, how) = match deadline.basis {
        Basis::Printed => ("", ""),
        Basis::Computed => ("", " (computed)"),
        Basis::Review => ("CHECK THE DATE: ", ""),
    };
    let about = [
        person_shown(notice),
        notice.fields.accepted(FieldKind::CaseType),
    ];
    let about: Vec<&str> = about.into_iter().flatten().collect();
    let about = if about.is_empty() {
        receipt_number(notice).unwrap_or("notice").to_owned()
    } else {
        about.join(", ")
    };
    sanitize::line(&format!("{check}{what}{how}: {about}")).into_owned()
}

fn description(
    record: &DocumentRecord,
    notice: &NoticeRecord,
    finding: &Finding,
    deadline: &Deadline,
) -> String {
    let decided = notice.decisions();
    let pages = match notice.pages.len() {
        1 => format!("page {}", page_ranges(&notice.pages)),
        _ => format!("pages {}", page_ranges(&notice.pages)),
    };
    let number = receipt_number(notice).map(|number| format!("Receipt number: {number}"));
    let lines = [
        Some(capitalized(&message(finding))),
        Some(capitalized(&finding.advice)),
        number,
        Some(format!("Rule: {}", deadline.rule)),
        Some(format!("Source: {}", deadline.source)),
        (!decided.is_empty()).then(|| capitalized(&decided.join("; "))),
        Some(format!("File: {}, {pages}", record.path)),
    ];
    let lines: Vec<String> = lines
        .into_iter()
        .flatten()
        .map(|line| sanitize::line(&line).into_owned())
        .collect();
    lines.join("\n")
}

/// Text as a value: what separates values is escaped.
fn text(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace(';', "\\;")
        .replace(',', "\\,")
        .replace('\n', "\\n")
}

/// Writes a line, folded so that no part has more than 75 bytes and no character is cut.
fn line(out: &mut dyn Write, text: &str) -> io::Result<()> {
    let mut rest = text;
    let mut most = LINE;
    loop {
        let (part, tail) = rest.split_at(rest.floor_char_boundary(most));
        out.write_all(part.as_bytes())?;
        out.write_all(b"\r\n")?;
        if tail.is_empty() {
            return Ok(());
        }
        out.write_all(b" ")?;
        rest = tail;
        most = LINE - 1;
    }
}

#[cfg(test)]
#[path = "ics_tests.rs"]
mod tests;
