//! What has to happen by when: answers, appointments, ends of validity.
//!
//! A date that is printed wins. Where a request names none, the latest day is computed from the
//! notice date, and is said to be computed. A date that needs review is a deadline to check.

mod calendar;

use calendar::next_business_day;
use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::nature::Nature;
use crate::model::finding::{Basis, Deadline, Finding, FindingKind, Severity};
use crate::model::record::{FieldKind, FieldRecord, NoticeRecord};

/// Days to answer a request for evidence: 8 CFR 103.2(b)(8)(iv) and the USCIS Policy Manual.
const REQUEST: i32 = 84;
/// Days to answer a request on Form I-539, and an intent to deny or revoke.
const SHORT: i32 = 30;
/// Days more if the notice came by mail: 8 CFR 103.8(b).
const MAILED: i32 = 3;
/// Since this day a last day on a weekend or federal holiday moves to the next business day for
/// answers on paper: USCIS Policy Manual.
const BUSINESS_DAYS_SINCE: Date = date(2023, 3, 29);

/// The deadlines of a notice.
pub(super) fn findings(notice: &NoticeRecord) -> impl Iterator<Item = Finding> + use<> {
    let all = [response(notice), appointment(notice), validity_end(notice)];
    all.into_iter().flatten()
}

/// By when an answer must have been received.
fn response(notice: &NoticeRecord) -> Option<Finding> {
    let kind = FindingKind::DeadlineResponse;
    if let Some(due) = &notice.fields.response_due {
        let what = "a response must be received";
        let advice = "what counts is the day it is received, not the day it is mailed";
        return printed(kind, due, what, advice);
    }
    let nature = Nature::of_notice(notice)?;
    let days = match nature {
        Nature::RequestForEvidence if is_form(notice, "I-539") => SHORT,
        Nature::RequestForEvidence => REQUEST,
        Nature::IntentToDeny => SHORT,
        _ => return None,
    };
    let of_notice = notice.fields.notice_date.as_ref();
    let Some(from) = of_notice.filter(|field| field.is_accepted()) else {
        return Some(unknown(days));
    };
    computed(days, from)
}

/// A date that the notice prints.
fn printed(kind: FindingKind, field: &FieldRecord, what: &str, advice: &str) -> Option<Finding> {
    let day = field.date()?;
    let basis = basis(field);
    let (severity, message) = match basis {
        Basis::Printed => (
            Severity::Info,
            format!("{what} by {day}, as the notice says"),
        ),
        _ => (
            Severity::Warning,
            format!("{what} by a date that needs review; it reads like {day}"),
        ),
    };
    let mut finding = Finding::new(kind, severity, message, advice);
    finding.deadline = Some(Deadline {
        date: day.to_string(),
        time: None,
        latest: None,
        basis,
        rule: "the date on the notice".to_owned(),
        source: source(field),
    });
    Some(finding)
}

fn basis(field: &FieldRecord) -> Basis {
    if field.is_accepted() {
        Basis::Printed
    } else {
        Basis::Review
    }
}

/// Where a date stands, as printed.
fn source(field: &FieldRecord) -> String {
    let page = field.sightings.first().map(|s| s.location.page);
    let page = page.map_or_else(String::new, |page| format!("page {page}: "));
    format!("{page}{}", field.printed)
}

/// A request that names no date: the day that is safe, and the last one if it was mailed.
fn computed(days: i32, from: &FieldRecord) -> Option<Finding> {
    let start = from.date()?;
    let (safe, latest) = response_days(start, days)?;
    let message = format!(
        "a response is due by {safe}, computed as {days} days from the notice date because no due \
         date was read; {latest} at the latest, if the notice was mailed and the answer is on paper"
    );
    let advice = "look for the date on the notice: the printed date counts, and a shorter time may \
                  be set";
    let mut finding = Finding::new(
        FindingKind::DeadlineResponse,
        Severity::Warning,
        message,
        advice,
    );
    finding.deadline = Some(Deadline {
        date: safe.to_string(),
        time: None,
        latest: Some(latest.to_string()),
        basis: Basis::Computed,
        rule: format!(
            "{days} days from the notice date; {MAILED} more if mailed (8 CFR 103.8(b)); a last \
             day on a weekend or federal holiday moves to the next business day for answers on \
             paper, since {BUSINESS_DAYS_SINCE}"
        ),
        source: format!("notice date, {}", source(from)),
    });
    Some(finding)
}

/// The day by which an answer is safe, and the last day if the notice was mailed and the answer is
/// on paper. `None` beyond the calendar.
pub fn response_days(notice_date: Date, days: i32) -> Option<(Date, Date)> {
    let safe = notice_date.checked_add(days.days()).ok()?;
    let mailed = safe.checked_add(MAILED.days()).ok()?;
    let latest = if mailed >= BUSINESS_DAYS_SINCE {
        next_business_day(mailed)
    } else {
        mailed
    };
    Some((safe, latest))
}

/// A request of which not even the date is known.
fn unknown(days: i32) -> Finding {
    Finding::new(
        FindingKind::DeadlineResponse,
        Severity::Warning,
        format!(
            "a response is due, by a date that was not read; without a printed date it is {days} \
             days from the notice date"
        ),
        "look for the date on the notice at once",
    )
}

fn appointment(notice: &NoticeRecord) -> Option<Finding> {
    let field = notice.fields.appointment_date.as_ref()?;
    let nature = Nature::of_notice(notice);
    if nature == Some(Nature::Cancellation) {
        return None;
    }
    let time = notice.fields.appointment_time.as_ref();
    let mut finding = printed(
        FindingKind::DeadlineAppointment,
        field,
        "there is an appointment",
        "bring the notice and what it lists; to reschedule, act before that day",
    )?;
    finding.message = finding.message.replacen(" by ", " on ", 1);
    if let (Some(deadline), Some(time)) = (&mut finding.deadline, time) {
        if time.is_accepted() {
            deadline.time = Some(time.value.clone());
        } else {
            deadline.basis = Basis::Review;
            finding.severity = Severity::Warning;
            finding.message.push_str("; its time needs review");
        }
    }
    Some(finding)
}

fn validity_end(notice: &NoticeRecord) -> Option<Finding> {
    let field = notice.fields.valid_to.as_ref()?;
    let mut finding = printed(
        FindingKind::DeadlineValidityEnd,
        field,
        "what was granted ends",
        "file an extension in time, if one is wanted",
    )?;
    finding.message = finding.message.replacen(" by ", " on ", 1);
    Some(finding)
}

fn is_form(notice: &NoticeRecord, form: &str) -> bool {
    notice.fields.accepted(FieldKind::CaseType) == Some(form)
}

#[cfg(test)]
mod tests;
