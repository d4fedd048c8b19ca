//! What a notice does, by its type: what must be on it and what follows from it depend on that.

use crate::model::record::{FieldKind, NoticeRecord};

/// What a notice does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nature {
    /// Says that a filing was received.
    Receipt,
    /// Grants what was filed for.
    Approval,
    /// Asks for evidence.
    RequestForEvidence,
    /// Announces a denial or a revocation.
    IntentToDeny,
    /// Calls somebody to a place at a time.
    Appointment,
    /// Calls an appointment off.
    Cancellation,
    /// Says that a case goes to another office.
    Transfer,
    /// Sends a filing back.
    Rejection,
}

/// Words of a type, in small letters, and what it does; the first line that fits counts.
const TYPES: [(&str, Nature); 15] = [
    ("cancel", Nature::Cancellation),
    ("reject", Nature::Rejection),
    ("intent to deny", Nature::IntentToDeny),
    ("intent to revoke", Nature::IntentToDeny),
    ("intent to terminate", Nature::IntentToDeny),
    ("evidence", Nature::RequestForEvidence),
    ("appointment", Nature::Appointment),
    ("appear", Nature::Appointment),
    ("interview", Nature::Appointment),
    ("biometric notification", Nature::Appointment),
    ("transfer", Nature::Transfer),
    ("approval", Nature::Approval),
    ("receipt", Nature::Receipt),
    ("fingerprint notification", Nature::Appointment),
    ("ceremony", Nature::Appointment),
];

impl Nature {
    /// What a notice of a type does; `None` where nothing follows from it here.
    pub fn of_type(notice_type: &str) -> Option<Self> {
        let lower = notice_type.to_lowercase();
        let fits = |(words, _): &&(&str, Self)| lower.contains(words);
        TYPES.iter().find(fits).map(|(_, nature)| *nature)
    }

    /// What a notice does whose type was accepted.
    pub fn of_notice(notice: &NoticeRecord) -> Option<Self> {
        Self::of_type(notice.fields.accepted(FieldKind::NoticeType)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_say_what_they_do() {
        for (notice_type, nature) in [
            ("Receipt Notice", Some(Nature::Receipt)),
            ("RECEIPT", Some(Nature::Receipt)),
            ("Premium Processing Receipt", Some(Nature::Receipt)),
            ("Approval Notice", Some(Nature::Approval)),
            (
                "Request for Initial Evidence",
                Some(Nature::RequestForEvidence),
            ),
            ("Notice of Intent to Revoke", Some(Nature::IntentToDeny)),
            ("ASC Appointment Notice", Some(Nature::Appointment)),
            (
                "Request for Applicant to Appear for Initial Interview",
                Some(Nature::Appointment),
            ),
            (
                "Notice of Interview Cancellation",
                Some(Nature::Cancellation),
            ),
            ("Rejection Notice", Some(Nature::Rejection)),
            ("Notice of Transfer", Some(Nature::Transfer)),
            ("Courtesy Letter", None),
        ] {
            assert_eq!(Nature::of_type(notice_type), nature, "{notice_type}");
        }
    }
}
