//! The first sheet: one row an action, what has a day first.

use crate::model::finding::{Basis, Finding, FindingKind, Severity};
use crate::model::mark::Mark;
use crate::model::record::{DocumentRecord, FieldKind, NoticeRecord, Outcome};
use crate::notice::story::person_shown;
use crate::report::columns::{Paint, doubtful};
use crate::report::{capitalized, message};

use super::rows::{Place, receipt_number};
use super::sheet::{Cell, Title};

/// Actions that are kept until the end, when they are sorted; the other sheets have all of them.
const MOST: usize = 50_000;

/// The columns.
pub(super) fn titles() -> Vec<Title> {
    vec![
        ("By when", 12.0),
        ("Person", 26.0),
        ("What to do", 30.0),
        ("Details", 62.0),
        ("Receipt number", 17.0),
        ("File", 34.0),
        ("Page", 7.0),
        ("Checked by", 14.0),
    ]
}

/// One row.
#[derive(Debug, PartialEq)]
pub(super) struct Action {
    /// `YYYY-MM-DD`, or nothing.
    day: Option<(String, Basis)>,
    severity: Severity,
    person: String,
    what: &'static str,
    details: String,
    receipt_number: String,
    place: Place,
    checked_by: String,
}

/// Collects the actions.
#[derive(Debug, Default)]
pub(super) struct Todo {
    actions: Vec<Action>,
    left_out: usize,
}

impl Todo {
    /// Adds what is to be done about a document.
    pub(super) fn add(&mut self, record: &DocumentRecord, link: Option<&str>) {
        if let Some(error) = &record.error
            && record.decided.is_none()
            && matches!(record.outcome, Outcome::Failed | Outcome::Partly)
        {
            let (what, severity) = match record.outcome {
                Outcome::Failed => ("Read this file by hand", Severity::Error),
                _ => ("Look at the pages that were not read", Severity::Warning),
            };
            let place = Place::of_file(record, link);
            self.push(
                None,
                severity,
                "",
                what,
                details(&error.message, &error.advice),
                "",
                place,
            );
        }
        for finding in record
            .findings
            .iter()
            .filter(|f| f.severity > Severity::Info)
        {
            self.of_finding(finding, "", "", Place::of_file(record, link));
        }
        for notice in &record.notices {
            self.of_notice(record, notice, link);
        }
    }

    fn of_notice(&mut self, record: &DocumentRecord, notice: &NoticeRecord, link: Option<&str>) {
        let who = person_shown(notice).unwrap_or_default();
        let number = receipt_number(notice);
        let place = || Place::of_notice(record, notice, link);
        let doubtful = doubtful(notice);
        if !doubtful.is_empty() {
            let said = format!("needs review: {}", doubtful.join(", "));
            let what = "Compare with the page";
            self.push(None, Severity::Warning, who, what, said, number, place());
        }
        for finding in &notice.findings {
            let counts = finding.severity > Severity::Info || finding.deadline.is_some();
            // What needs review is named above.
            if counts && finding.kind != FindingKind::ToReview {
                self.of_finding(finding, who, number, place());
                self.tell_where(finding, notice);
            }
        }
    }

    /// Adds to the last action, an appointment, where it is.
    fn tell_where(&mut self, finding: &Finding, notice: &NoticeRecord) {
        let place = notice.fields.get(FieldKind::AppointmentPlace);
        let place = place.filter(|field| field.is_accepted());
        if finding.kind == FindingKind::DeadlineAppointment
            && let (Some(place), Some(action)) = (place, self.actions.last_mut())
        {
            action.details = format!("{}; {}", action.details, place.value);
        }
    }

    /// Adds what the whole batch shows.
    pub(super) fn of_batch(&mut self, finding: &Finding) {
        let file = finding.documents.join("; ");
        let place = Place {
            file,
            ..Place::default()
        };
        self.of_finding(finding, "", "", place);
    }

    fn of_finding(&mut self, finding: &Finding, who: &str, number: &str, place: Place) {
        let day = finding.deadline.as_ref().map(|d| (d.date.clone(), d.basis));
        let mut said = message(finding);
        if let Some(time) = finding.deadline.as_ref().and_then(|d| d.time.as_deref()) {
            said = format!("{said}, at {time}");
        }
        self.push(
            day,
            finding.severity,
            who,
            what(finding.kind),
            said,
            number,
            place,
        );
        let who = finding.decided.as_ref().map(Mark::who);
        if let (Some(who), Some(action)) = (who, self.actions.last_mut()) {
            action.checked_by = who.to_owned();
        }
    }

    #[expect(clippy::too_many_arguments, reason = "a row has as many cells")]
    fn push(
        &mut self,
        day: Option<(String, Basis)>,
        severity: Severity,
        person: &str,
        what: &'static str,
        details: String,
        receipt_number: &str,
        place: Place,
    ) {
        if self.actions.len() >= MOST {
            self.left_out += 1;
            return;
        }
        self.actions.push(Action {
            day,
            severity,
            person: person.to_owned(),
            what,
            details,
            receipt_number: receipt_number.to_owned(),
            place,
            checked_by: String::new(),
        });
    }

    /// The rows: by day, then by urgency, then in the order of the files.
    pub(super) fn rows(mut self) -> impl Iterator<Item = Vec<Cell>> {
        self.actions.sort_by(|a, b| {
            let undated = a.day.is_none().cmp(&b.day.is_none());
            let day = |action: &Action| action.day.as_ref().map(|day| day.0.clone());
            undated
                .then_with(|| day(a).cmp(&day(b)))
                .then(b.severity.cmp(&a.severity))
        });
        let rest = (self.left_out > 0).then(|| {
            let said = format!("and {} more, on the other sheets", self.left_out);
            vec![Cell::plain(""), Cell::plain(""), Cell::plain(&said)]
        });
        self.actions.into_iter().map(Action::cells).chain(rest)
    }
}

impl Action {
    fn cells(self) -> Vec<Cell> {
        let day = match &self.day {
            Some((day, Basis::Printed)) => Cell::day(day, Paint::None),
            Some((day, _)) => Cell::day(day, Paint::Review),
            None => Cell::plain(""),
        };
        let paint = match (self.severity, self.what) {
            (Severity::Error, _) => Paint::Failed,
            (_, "Find the account number" | "Look for what was not read") => Paint::Missing,
            (Severity::Warning, _) => Paint::Review,
            (Severity::Info, _) => Paint::None,
        };
        vec![
            day,
            Cell::plain(&self.person),
            Cell::painted(self.what, paint),
            Cell::plain(&capitalized(&self.details)),
            Cell::plain(&self.receipt_number),
            self.place.file_cell(),
            self.place.page_cell(),
            Cell::plain(&self.checked_by),
        ]
    }
}

fn details(message: &str, advice: &str) -> String {
    if advice.is_empty() {
        message.to_owned()
    } else {
        format!("{message}: {advice}")
    }
}

/// What a finding asks for, in a few words.
fn what(kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::DeadlineResponse => "Send the response",
        FindingKind::DeadlineAppointment => "Appear",
        FindingKind::DeadlineValidityEnd => "Extend in time",
        FindingKind::AccountNumberMissing | FindingKind::AccountNumberBlank => {
            "Find the account number"
        }
        FindingKind::FieldMissing
        | FindingKind::ReceiptNumberNotRead
        | FindingKind::NumberUnread
        | FindingKind::PrintUnread
        | FindingKind::AccountNumberUnreadable => "Look for what was not read",
        FindingKind::TwoAccounts => "Ask USCIS which account counts",
        FindingKind::SharedAccount | FindingKind::TwoNames => "Find out whose number it is",
        FindingKind::ValidityReversed | FindingKind::DatesOutOfOrder => "Compare the dates",
        FindingKind::Duplicate => "Compare the two files",
        FindingKind::PageUnreadable => "Look at the pages that were not read",
        FindingKind::Note => "Read the note",
        FindingKind::DecisionsDisagree => "Settle which decision counts",
        _ => "Look at it",
    }
}
