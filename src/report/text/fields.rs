//! The fields of a notice in the text report: who and what in a line each, then the days.

use std::io::{self, Write};

use super::{NAME_WIDTH, VALUE_WIDTH, pages_in_words};
use crate::model::finding::{Basis, Finding, FindingKind, Severity};
use crate::model::record::{FieldKind, FieldRecord, NoticeRecord};
use crate::model::wrap::wrapped;
use crate::report::style::Paint;
use crate::report::{Style, sanitize};

/// Days that are shown in one line, with their names there.
const DAYS: [(FieldKind, &str); 3] = [
    (FieldKind::ReceivedDate, "received"),
    (FieldKind::PriorityDate, "priority"),
    (FieldKind::NoticeDate, "notice"),
];
/// Persons, with their names in a line.
const PERSONS: [(FieldKind, &str); 3] = [
    (FieldKind::Applicant, "applicant"),
    (FieldKind::Petitioner, "petitioner"),
    (FieldKind::Beneficiary, "beneficiary"),
];

/// Writes what is known of a notice beside its numbers; nothing where that is nothing.
pub(super) fn write(out: &mut dyn Write, notice: &NoticeRecord, style: &Style) -> io::Result<()> {
    let accepted = |kind| notice.fields.accepted(kind);
    for (kind, name) in PERSONS {
        if let Some(person) = accepted(kind) {
            line(out, name, person, style)?;
        }
    }
    let case = notice
        .fields
        .case_type
        .as_ref()
        .filter(|field| field.is_accepted());
    if let Some(case) = case {
        let title = case
            .title
            .as_ref()
            .map_or_else(String::new, |t| format!(", {t}"));
        line(out, "case type", &format!("{}{title}", case.value), style)?;
    }
    let days = DAYS.iter().filter_map(|(kind, name)| {
        let day = accepted(*kind)?;
        Some(format!("{name} {day}"))
    });
    let days: Vec<String> = days.chain(validity(notice)).collect();
    if !days.is_empty() {
        line(out, "dates", &days.join(", "), style)?;
    }
    for finding in &notice.findings {
        deadline(out, notice, finding, style)?;
    }
    for (kind, field) in notice.fields.iter().filter(|(_, f)| !f.is_accepted()) {
        review(out, kind, field, style)?;
    }
    Ok(())
}

/// Writes what people decided on fields, and on values that the notice does not have; a number says
/// it in its own line.
pub(super) fn decided(out: &mut dyn Write, notice: &NoticeRecord, style: &Style) -> io::Result<()> {
    let numbers = notice.identifiers.iter().filter(|i| i.decided.is_some());
    let others: Vec<String> = notice
        .decisions()
        .into_iter()
        .skip(numbers.count())
        .collect();
    if others.is_empty() {
        return Ok(());
    }
    line(out, "decided", &others.join("; "), style)
}

/// Whether a finding is said by a line of its own: a deadline that is printed, or a date that needs
/// review.
pub(super) fn says(finding: &Finding) -> bool {
    let deadline = finding.deadline.as_ref();
    deadline.is_some_and(|d| d.basis == Basis::Review || finding.severity == Severity::Info)
}

fn validity(notice: &NoticeRecord) -> Option<String> {
    let from = notice.fields.accepted(FieldKind::ValidFrom);
    let to = notice.fields.accepted(FieldKind::ValidTo);
    Some(match (from, to) {
        (Some(from), Some(to)) => format!("valid {from} to {to}"),
        (Some(from), None) => format!("valid from {from}"),
        (None, Some(to)) => format!("valid to {to}"),
        (None, None) => return None,
    })
}

fn deadline(
    out: &mut dyn Write,
    notice: &NoticeRecord,
    finding: &Finding,
    style: &Style,
) -> io::Result<()> {
    let Some(deadline) = &finding.deadline else {
        return Ok(());
    };
    let name = match finding.kind {
        FindingKind::DeadlineResponse => "response due",
        FindingKind::DeadlineAppointment => "appointment",
        // It is among the days.
        _ => return Ok(()),
    };
    let by_field = deadline.basis == Basis::Review && finding.kind == FindingKind::DeadlineResponse;
    if by_field {
        return Ok(());
    }
    let mut said = deadline.date.clone();
    if let Some(time) = &deadline.time {
        said = format!("{said}, {time}");
    }
    let paint = match deadline.basis {
        Basis::Printed => Paint::Strong,
        Basis::Computed | Basis::Review => Paint::Warn,
    };
    said.push_str(match deadline.basis {
        Basis::Printed => "",
        Basis::Computed => " (computed, not printed)",
        Basis::Review => " (needs review)",
    });
    let place = notice.fields.accepted(FieldKind::AppointmentPlace);
    let place = place.filter(|_| finding.kind == FindingKind::DeadlineAppointment);
    let place = place.map_or_else(String::new, |place| format!(", {place}"));
    let said = paint.on(&said, style.color);
    writeln!(
        out,
        "    {name:NAME_WIDTH$} {said}{}",
        sanitize::line(&place)
    )
}

fn review(
    out: &mut dyn Write,
    kind: FieldKind,
    field: &FieldRecord,
    style: &Style,
) -> io::Result<()> {
    let name = kind.heading().to_lowercase();
    let pages: Vec<_> = field
        .sightings
        .iter()
        .take(1)
        .map(|s| s.location.page)
        .collect();
    let place = if pages.is_empty() {
        String::new()
    } else {
        format!(", {}", pages_in_words(&pages))
    };
    let why = field.evidence.first();
    let why = why.map_or_else(String::new, |why| format!(" ({})", sanitize::line(why)));
    let value = format!("{:VALUE_WIDTH$}", sanitize::line(&field.value));
    let value = Paint::Warn.on(&value, style.color);
    let check = Paint::Warn.on(&format!("needs review{place}"), style.color);
    writeln!(out, "    {name:NAME_WIDTH$} {value}  {check}{why}")
}

fn line(out: &mut dyn Write, name: &str, text: &str, style: &Style) -> io::Result<()> {
    let hanging = " ".repeat(NAME_WIDTH + 5);
    let text = wrapped(&sanitize::line(text), &hanging, style.width);
    writeln!(out, "    {name:NAME_WIDTH$} {text}")
}
