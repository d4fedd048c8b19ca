//! What must be on a notice of a type, and what of it cannot be: one table.

use super::nature::Nature;
use crate::model::finding::{Finding, FindingKind, Severity};
use crate::model::record::{AccountNumberState, FieldKind, NoticeRecord, Subject};

/// On what notices a field must be.
struct Expected {
    nature: Nature,
    /// Forms that were filed; empty for all.
    forms: &'static [&'static str],
    /// One of these.
    fields: &'static [FieldKind],
    severity: Severity,
}

const PERSONS: &[FieldKind] = &[
    FieldKind::Applicant,
    FieldKind::Petitioner,
    FieldKind::Beneficiary,
    FieldKind::Addressee,
];
/// Forms whose approval grants a class for a time.
const GRANT_A_CLASS: &[&str] = &["I-129", "I-539", "I-765"];

const fn expected(nature: Nature, fields: &'static [FieldKind], severity: Severity) -> Expected {
    Expected {
        nature,
        forms: &[],
        fields,
        severity,
    }
}

/// Everything that is expected. A field without which somebody may miss a day is a warning.
const EXPECTED: &[Expected] = &[
    expected(Nature::Receipt, &[FieldKind::CaseType], Severity::Info),
    expected(Nature::Receipt, &[FieldKind::ReceivedDate], Severity::Info),
    expected(Nature::Receipt, &[FieldKind::NoticeDate], Severity::Info),
    expected(Nature::Receipt, PERSONS, Severity::Info),
    expected(Nature::Receipt, &[FieldKind::Amount], Severity::Info),
    expected(Nature::Approval, &[FieldKind::NoticeDate], Severity::Info),
    expected(Nature::Approval, PERSONS, Severity::Info),
    Expected {
        nature: Nature::Approval,
        forms: GRANT_A_CLASS,
        fields: &[FieldKind::Class, FieldKind::EligibilityCategory],
        severity: Severity::Info,
    },
    Expected {
        nature: Nature::Approval,
        forms: GRANT_A_CLASS,
        fields: &[FieldKind::ValidTo],
        severity: Severity::Info,
    },
    expected(
        Nature::RequestForEvidence,
        &[FieldKind::ResponseDue],
        Severity::Warning,
    ),
    expected(
        Nature::RequestForEvidence,
        &[FieldKind::NoticeDate],
        Severity::Info,
    ),
    expected(
        Nature::IntentToDeny,
        &[FieldKind::ResponseDue],
        Severity::Warning,
    ),
    expected(
        Nature::Appointment,
        &[FieldKind::AppointmentDate],
        Severity::Warning,
    ),
    expected(
        Nature::Appointment,
        &[FieldKind::AppointmentTime],
        Severity::Warning,
    ),
    expected(
        Nature::Appointment,
        &[FieldKind::AppointmentPlace],
        Severity::Info,
    ),
];

/// What a notice lacks, and what on it contradicts itself.
pub(super) fn findings(notice: &NoticeRecord) -> impl Iterator<Item = Finding> + use<> {
    let all = [
        missing(notice),
        i94(notice),
        reversed(notice),
        too_early(notice),
    ];
    all.into_iter().flatten()
}

/// The fields that are missing, said at once.
fn missing(notice: &NoticeRecord) -> Option<Finding> {
    // Of a notice that was not read whole nobody can say what is not on it.
    if notice.account_number == AccountNumberState::Unreadable {
        return None;
    }
    let nature = Nature::of_notice(notice)?;
    let form = notice.fields.accepted(FieldKind::CaseType);
    let applies = |e: &&Expected| {
        e.nature == nature && (e.forms.is_empty() || form.is_some_and(|f| e.forms.contains(&f)))
    };
    let lacks = |e: &&Expected| {
        e.fields
            .iter()
            .all(|kind| notice.fields.get(*kind).is_none())
            && !e.fields.iter().any(|kind| is_settled(notice, *kind))
    };
    let missing: Vec<&Expected> = EXPECTED.iter().filter(applies).filter(lacks).collect();
    let severity = missing.iter().map(|e| e.severity).max()?;
    let names: Vec<String> = missing.iter().map(|e| name(e.fields)).collect();
    Some(Finding::new(
        FindingKind::FieldMissing,
        severity,
        format!(
            "not read, though a notice of this type has it: {}",
            names.join(", ")
        ),
        "check the page: it may be printed in an unfamiliar way",
    ))
}

/// Whether a person looked for a field, and found none.
fn is_settled(notice: &NoticeRecord, kind: FieldKind) -> bool {
    notice.is_settled(Subject::Field(kind))
}

fn name(fields: &[FieldKind]) -> String {
    if fields == PERSONS {
        return "a person".to_owned();
    }
    let names: Vec<String> = fields
        .iter()
        .map(|kind| kind.heading().to_lowercase())
        .collect();
    names.join(" or ")
}

/// An I-797A has an I-94 to tear off.
fn i94(notice: &NoticeRecord) -> Option<Finding> {
    let has_stub = notice.form.as_deref() == Some("I-797A");
    let whole = notice.account_number != AccountNumberState::Unreadable;
    let known = !notice.fields.is_empty();
    let lacks = notice.fields.i94_number.is_none() && !is_settled(notice, FieldKind::I94Number);
    (has_stub && whole && known && lacks).then(|| {
        Finding::new(
            FindingKind::FieldMissing,
            Severity::Info,
            "not read, though an I-797A has it: I-94 number",
            "check the part to tear off",
        )
    })
}

/// Validity that ends before it begins.
fn reversed(notice: &NoticeRecord) -> Option<Finding> {
    let from = notice.fields.accepted(FieldKind::ValidFrom)?;
    let to = notice.fields.accepted(FieldKind::ValidTo)?;
    (to < from).then(|| {
        Finding::new(
            FindingKind::ValidityReversed,
            Severity::Warning,
            format!("the validity ends on {to}, before it begins on {from}"),
            "compare both dates with the page; if they are printed so, ask for a correction",
        )
    })
}

/// A notice that is older than what it answers.
fn too_early(notice: &NoticeRecord) -> Option<Finding> {
    let received = notice.fields.accepted(FieldKind::ReceivedDate)?;
    let dated = notice.fields.accepted(FieldKind::NoticeDate)?;
    (dated < received).then(|| {
        Finding::new(
            FindingKind::DatesOutOfOrder,
            Severity::Warning,
            format!("the notice is dated {dated}, before the filing was received on {received}"),
            "compare both dates with the page",
        )
    })
}

#[cfg(test)]
#[path = "expected_tests.rs"]
mod tests;
