//! The closed list of words that notice types are made of.
//!
//! A list of whole types would miss the next one; a list of words does not, and a misread word is
//! still known by its neighbours in it.

use super::words::{fold, is_word};

/// Words of notice types, as they are spelled in a title. Safe to grow with words that only types
/// have.
const WORDS: &[&str] = &[
    "Acceptance",
    "Access",
    "Account",
    "Acknowledgement",
    "Acknowledgment",
    "Ack",
    "Action",
    "Additional",
    "Address",
    "Advance",
    "Amended",
    "Appeal",
    "Appear",
    "Applicant",
    "Application",
    "Appointment",
    "Appt",
    "Approval",
    "ASC",
    "Biometric",
    "Biometrics",
    "Bona",
    "Cancellation",
    "Cancelled",
    "Card",
    "Case",
    "Ceremony",
    "Change",
    "Closure",
    "Code",
    "Confirmation",
    "Continuance",
    "Continuation",
    "Copy",
    "Correction",
    "Corrected",
    "Courtesy",
    "Rcpt",
    "Ntc",
    "Decision",
    "Deferred",
    "Deficiency",
    "Delivery",
    "Denial",
    "Deny",
    "Determination",
    "Dismissal",
    "Documents",
    "Duplicate",
    "Evidence",
    "Expedite",
    "Extension",
    "Facie",
    "Family",
    "Fee",
    "Fide",
    "Filing",
    "Final",
    "Fingerprint",
    "Fingerprints",
    "Household",
    "Information",
    "Initial",
    "Intent",
    "Interview",
    "Letter",
    "List",
    "Merits",
    "Missing",
    "Motion",
    "Naturalization",
    "Notice",
    "Notification",
    "Oath",
    "Online",
    "Order",
    "Parole",
    "Payment",
    "Petition",
    "Petitioner",
    "Premium",
    "Prima",
    "Processing",
    "Reaffirmation",
    "Receipt",
    "Reconsider",
    "Refund",
    "Rejection",
    "Reminder",
    "Reopen",
    "Reopening",
    "Replacement",
    "Request",
    "Reschedule",
    "Rescheduling",
    "Rescheduled",
    "Response",
    "Return",
    "Returned",
    "Revocation",
    "Revoke",
    "Schedule",
    "Scheduling",
    "Service",
    "Status",
    "Substitution",
    "Supplement",
    "Supplemental",
    "Support",
    "Center",
    "Termination",
    "Terminate",
    "Transfer",
    "Update",
    "USCIS",
    "Validity",
    "Verification",
    "Welcome",
    "Withdrawal",
    "Withdraw",
    "Withdrawn",
    "Written",
];
const SMALL: &[&str] = &[
    "a", "an", "and", "for", "in", "of", "on", "or", "the", "to", "your",
];
/// Short types that stand alone.
const WHOLE: &[&str] = &[
    "Approval",
    "Applicant List",
    "Case Status",
    "Decision",
    "Deferred Action",
    "Denial",
    "Intent to Deny",
    "Intent to Revoke",
    "Receipt",
    "Rejection",
    "Reopen",
    "Termination",
    "Transfer",
    "USCIS Account Access",
    "Withdrawal",
    "Account Access",
    "Interview Cancellation",
    "Naturalization Oath Ceremony",
    "Biometrics Appointment",
    "Request to Reschedule",
];
/// Words that a type may end with …
const ENDS: &[&str] = &[
    "Acknowledgment",
    "Acknowledgement",
    "Confirmation",
    "Decision",
    "Determination",
    "Letter",
    "Notice",
    "Notification",
    "Receipt",
    "Reminder",
];
/// … and words that it may begin with, with their small word.
const BEGINS: &[(&str, &[&str])] = &[
    ("Notice", &["of", "to", "for"]),
    ("Request", &["for"]),
    ("Acknowledgment", &["of"]),
    ("Acknowledgement", &["of"]),
    ("Ack", &["of"]),
    ("Confirmation", &["of"]),
    ("Change", &["of"]),
    ("Withdrawal", &["of"]),
];

/// What requests ask for.
const ASKED: &[&str] = &["Evidence", "Appear", "Information", "Documents", "Response"];
/// Words that make no type of the one they stand before: `Case Receipt` is a label.
const WEAK: &[&str] = &["Application", "Petition", "Applicant", "Petitioner", "Your"];

/// A notice type, and whether every word of it was read as it is spelled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NoticeType {
    pub name: String,
    pub exact: bool,
}

/// The notice type that some words are; `None` where a word is not of the list, or the whole is not
/// formed like a type.
pub(super) fn notice_type(words: &[&str], pixels: bool) -> Option<NoticeType> {
    let mut exact = true;
    let mut names: Vec<&str> = Vec::new();
    for word in words {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        if bare.is_empty() {
            continue;
        }
        let (meant, whole) = spelled(bare, pixels)?;
        exact &= whole;
        names.push(meant);
    }
    is_type(&names).then(|| NoticeType {
        name: capitalized(&names),
        exact,
    })
}

/// A word of the list, and whether it was read as it is spelled.
fn spelled(read: &str, pixels: bool) -> Option<(&'static str, bool)> {
    let all = || SMALL.iter().chain(WORDS).copied();
    let folded = fold(read);
    if let Some(word) = all().find(|w| w.eq_ignore_ascii_case(&folded)) {
        return Some((word, true));
    }
    let near = all().find(|w| is_word(&folded, &w.to_ascii_uppercase(), pixels));
    near.map(|w| (w, false))
}

fn is_type(names: &[&str]) -> bool {
    let text = names.join(" ");
    if WHOLE.iter().any(|whole| whole.eq_ignore_ascii_case(&text)) {
        return true;
    }
    let [first, .., last] = names else {
        return false;
    };
    let begins = BEGINS
        .iter()
        .any(|(word, small)| word == first && names.len() > 2 && small.contains(&names[1]));
    // `Request for Premium Processing Service` is a form.
    let asks = *first != "Request" || names.iter().any(|n| ASKED.contains(n));
    let of_action = text.eq_ignore_ascii_case("notice of action");
    let ends = ENDS.contains(last)
        && *first != "Notice"
        && !names.iter().any(|n| SMALL.contains(n) || WEAK.contains(n));
    (begins && asks || ends) && !of_action
}

fn capitalized(names: &[&str]) -> String {
    let mut words: Vec<String> = names.iter().map(|w| (*w).to_owned()).collect();
    if let Some(first) = words.first_mut()
        && let Some(letter) = first.get_mut(..1)
    {
        letter.make_ascii_uppercase();
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str, pixels: bool) -> Option<String> {
        let words: Vec<&str> = text.split(' ').collect();
        notice_type(&words, pixels).map(|t| t.name)
    }

    #[test]
    fn types_are_formed_of_their_words() {
        for (text, meant) in [
            ("Receipt Notice", "Receipt Notice"),
            (
                "REQUEST FOR APPLICANT TO APPEAR FOR INITIAL INTERVIEW",
                "Request for Applicant to Appear for Initial Interview",
            ),
            ("NOTICE OF INTENT TO DENY", "Notice of Intent to Deny"),
            ("ASC APPT NOTICE", "ASC Appt Notice"),
            ("Family Receipt Notice", "Family Receipt Notice"),
            ("RECEIPT", "Receipt"),
        ] {
            assert_eq!(name(text, false).as_deref(), Some(meant));
        }
    }

    #[test]
    fn other_titles_are_none() {
        for text in [
            "Notice of Action",
            "Receipt Number",
            "Case Type",
            "Notice Date",
            "Additional Information",
            "Application for Naturalization",
            "Received Date",
            "Notice ASC Appointment Notice",
        ] {
            assert_eq!(name(text, true), None, "{text}");
        }
    }

    #[test]
    fn letters_are_put_right_in_print_read_from_pixels_only() {
        assert_eq!(
            name("Recelpt Notlce", true).as_deref(),
            Some("Receipt Notice")
        );
        assert_eq!(name("Recelpt Notlce", false), None);
    }
}
