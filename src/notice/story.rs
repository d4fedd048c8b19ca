//! The story of each case over a batch: its notices by receipt number, in order of date.
//!
//! Grows with the number of notices, not with their pages.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::nature::Nature;
use crate::identifier::IdentifierKind;
use crate::model::location::PageNumber;
use crate::model::record::{DocumentRecord, FieldKind, IdentifierRecord, NoticeRecord};
use crate::model::verdict::Verdict;

/// One notice of a case.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Event {
    /// Its date, `YYYY-MM-DD`; empty where it was not accepted, which comes last.
    pub date: Option<String>,
    /// Its type; empty where it was not accepted.
    pub notice_type: String,
    /// What it does.
    pub nature: Option<Nature>,
    /// The document.
    pub path: Arc<str>,
    /// Its first page.
    pub page: Option<PageNumber>,
}

/// A case.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Case {
    /// What was filed, such as `I-485`; empty where no notice says it.
    pub case_type: String,
    /// For whom; empty where no notice says it.
    pub person: String,
    /// Its notices, in order of date.
    pub events: Vec<Event>,
    /// To whom the first of them is addressed, if no notice prints a role.
    addressee: String,
}

/// Collects notices by their receipt numbers.
#[derive(Debug, Default)]
pub struct Stories {
    cases: BTreeMap<String, Case>,
}

impl Stories {
    /// Adds the notices of a document.
    pub fn add(&mut self, record: &DocumentRecord) {
        let path: Arc<str> = record.path.as_str().into();
        for notice in record.notices.iter().filter(|notice| notice.is_notice) {
            for number in receipt_numbers(notice) {
                let case = self.cases.entry(number.value.clone()).or_default();
                case.add(notice, &path);
            }
        }
    }

    /// Whether there is no case.
    pub fn is_empty(&self) -> bool {
        self.cases.is_empty()
    }

    /// All cases by receipt number, each with its notices in order of date.
    pub fn finish(mut self) -> BTreeMap<String, Case> {
        for case in self.cases.values_mut() {
            if case.person.is_empty() {
                case.person = std::mem::take(&mut case.addressee);
            }
            // Without a date last, in the order they were read.
            case.events.sort_by(|a, b| {
                let dated = a.date.is_none().cmp(&b.date.is_none());
                dated.then_with(|| a.date.cmp(&b.date))
            });
        }
        self.cases
    }
}

impl Case {
    fn add(&mut self, notice: &NoticeRecord, path: &Arc<str>) {
        let text = |kind| notice.fields.accepted(kind).unwrap_or_default().to_owned();
        if self.case_type.is_empty() {
            self.case_type = text(FieldKind::CaseType);
        }
        if self.person.is_empty() {
            self.person = person(notice).unwrap_or_default().to_owned();
        }
        if self.addressee.is_empty() {
            self.addressee = addressed(notice).unwrap_or_default().to_owned();
        }
        self.events.push(Event {
            date: notice
                .fields
                .accepted(FieldKind::NoticeDate)
                .map(str::to_owned),
            notice_type: text(FieldKind::NoticeType),
            nature: Nature::of_notice(notice),
            path: Arc::clone(path),
            page: notice.pages.first().copied(),
        });
    }
}

/// Whom a notice is about: the applicant, else the beneficiary, else the petitioner.
pub fn person(notice: &NoticeRecord) -> Option<&str> {
    [
        FieldKind::Applicant,
        FieldKind::Beneficiary,
        FieldKind::Petitioner,
    ]
    .into_iter()
    .find_map(|kind| notice.fields.accepted(kind))
}

/// The same for people to see, where no role is printed: then the addressee.
pub fn person_shown(notice: &NoticeRecord) -> Option<&str> {
    person(notice).or_else(|| addressed(notice))
}

/// The addressee, unless it may be an attorney: of an attorney's copy, or with a firm under the
/// name that is not in care of it.
fn addressed(notice: &NoticeRecord) -> Option<&str> {
    let fields = &notice.fields;
    let name = fields.accepted(FieldKind::Addressee)?;
    let printed = &fields.get(FieldKind::Addressee)?.printed;
    let under = printed.strip_prefix(name)?.trim_start_matches([',', ' ']);
    let under = under.to_lowercase();
    let street = under.starts_with(|c: char| c.is_ascii_digit()) || under.starts_with("p.o");
    let of_attorney = fields
        .copy_for
        .as_ref()
        .is_some_and(|copy| copy.value == "attorney");
    ((street || under.starts_with("c/o")) && !of_attorney).then_some(name)
}

/// The accepted receipt numbers of a notice, each once.
pub(super) fn receipt_numbers(notice: &NoticeRecord) -> impl Iterator<Item = &IdentifierRecord> {
    let mut seen: Vec<&str> = Vec::new();
    notice.identifiers.iter().filter(move |i| {
        let counts = i.kind == IdentifierKind::ReceiptNumber && i.verdict == Verdict::Accepted;
        let new = counts && !seen.contains(&i.value.as_str());
        if new {
            seen.push(&i.value);
        }
        new
    })
}

#[cfg(test)]
pub(super) mod tests {
    use serde_json::json;

    use super::*;

    /// A document with one notice of the case IOE0912345678.
    pub(in crate::notice) fn document(path: &str, notice_type: &str, date: &str) -> DocumentRecord {
        let field = |value: &str| {
            json!({"value": value, "printed": value, "verdict": "accepted", "confidence": 0.9,
                "evidence": [], "sightings": []})
        };
        let mut fields =
            json!({"notice_type": field(notice_type), "applicant": field("DOE, JANE")});
        if !date.is_empty() {
            fields["notice_date"] = field(date);
        }
        let number = json!({"kind": "receipt_number", "value": "IOE0912345678",
            "verdict": "accepted", "owner": "applicant", "confidence": 0.99, "evidence": [],
            "sightings": []});
        let notice = json!({"pages": [1], "form": null, "notice_type": null, "notice_date": null,
            "account_number": "absent", "identifiers": [number, number], "findings": [],
            "fields": fields});
        serde_json::from_value(json!({"schema_version": 1, "path": path, "outcome": "read",
            "error": null, "page_count": 1, "pages": [], "notices": [notice], "findings": []}))
        .unwrap()
    }

    fn case(documents: &[(&str, &str, &str)]) -> Case {
        let mut stories = Stories::default();
        for (path, notice_type, date) in documents {
            stories.add(&document(path, notice_type, date));
        }
        stories.finish().remove("IOE0912345678").unwrap()
    }

    #[test]
    fn an_addressee_is_the_person_unless_it_may_be_an_attorney() {
        for (printed, copy, person) in [
            (
                "ROE, ANN, 12 MAIN ST, TAMPA FL 33601",
                None,
                Some("ROE, ANN"),
            ),
            (
                "ROE, ANN, c/o A & B LLP, 12 MAIN ST, TAMPA FL 33601",
                None,
                Some("ROE, ANN"),
            ),
            (
                "ROE, ANN, A & B LLP, 12 MAIN ST, TAMPA FL 33601",
                None,
                None,
            ),
            (
                "ROE, ANN, 12 MAIN ST, TAMPA FL 33601",
                Some("attorney"),
                None,
            ),
        ] {
            let mut notice = document("a.pdf", "Receipt Notice", "").notices.remove(0);
            let mut field = notice.fields.applicant.take().unwrap();
            "ROE, ANN".clone_into(&mut field.value);
            printed.clone_into(&mut field.printed);
            notice.fields.copy_for = copy.map(|copy| {
                let mut of = field.clone();
                copy.clone_into(&mut of.value);
                of
            });
            notice.fields.addressee = Some(field);
            assert_eq!(person_shown(&notice), person, "{printed}");
        }
    }

    #[test]
    fn a_case_is_told_in_order_of_date() {
        let case = case(&[
            ("d.pdf", "Courtesy Letter", ""),
            ("c.pdf", "Approval Notice", "2022-01-05"),
            ("a.pdf", "Receipt Notice", "2021-04-01"),
            ("b.pdf", "ASC Appointment Notice", "2021-05-01"),
        ]);
        let told: Vec<&str> = case.events.iter().map(|event| &*event.path).collect();
        assert_eq!(told, ["a.pdf", "b.pdf", "c.pdf", "d.pdf"]);
        assert_eq!(case.person, "DOE, JANE");
    }
}
