//! The closed list of words that notice types are made of.
//!
//! A list of whole types would miss the next one; a list of words does not, and a misread word is
//! still known by its neighbours in it.

use super::type_words::WORDS;
use super::words::{fold, is_word};

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
    "Biometric Services Appointment",
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
    ("Request", &["for", "to"]),
    ("Acknowledgment", &["of"]),
    ("Acknowledgement", &["of"]),
    ("Ack", &["of"]),
    ("Confirmation", &["of"]),
];
/// Words that say which issue of a notice it is, before a type or behind it: they are part of the
/// type as it is printed.
const ISSUES: &[&str] = &[
    "Amended",
    "Corrected",
    "Duplicate",
    "Reissued",
    "Replacement",
    "Revised",
];
/// What types about something end with; without them such words head a section, as in
/// `Change of Address`.
const ANSWERS: &[&str] = &[
    "Acknowledgment",
    "Acknowledgement",
    "Confirmation",
    "Notice",
    "Receipt",
];
/// A type of several lines goes on behind these words.
const UNFINISHED: &[&str] = &[
    "Additional",
    "Advance",
    "Biometric",
    "Bona",
    "Case",
    "Facie",
    "Family",
    "Final",
    "Initial",
    "Intent",
    "Missing",
    "Naturalization",
    "Online",
    "Premium",
    "Prima",
    "Service",
    "Supplemental",
    "Written",
];

/// Words that a type may begin with where it is the title of its page, with their small word: in
/// running print they head sections as well, as in `Approval of a petition`.
const LOOSE: &[(&str, &[&str])] = &[
    ("Acceptance", &["of"]),
    ("Approval", &["of"]),
    ("Denial", &["of"]),
    ("Dismissal", &["of"]),
    ("Receipt", &["of", "for"]),
    ("Rejection", &["of"]),
    ("Return", &["of"]),
    ("Revocation", &["of"]),
    ("Statement", &["of"]),
    ("Termination", &["of"]),
    ("Transfer", &["of"]),
    ("Transmittal", &["of", "to"]),
];
/// What requests ask for.
const ASKED: &[&str] = &["Evidence", "Appear", "Information", "Documents", "Response"];
/// Words that make no type of the one they stand before: `Case Receipt` is a label.
const WEAK: &[&str] = &["Application", "Petition", "Applicant", "Petitioner", "Your"];

/// Titles of forms that are formed like types.
const FORMS: &[&str] = &[
    "Notice of Appeal",
    "Notice of Appeal or Motion",
    "Notice of Appeal to the",
];

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
    // `Interviews` and `Scheduled` are other words, not misread ones.
    let inflected = |w: &str| {
        let meant = w.to_ascii_uppercase();
        ["S", "D", "ED"]
            .iter()
            .any(|tail| folded == format!("{meant}{tail}"))
    };
    let near = all().find(|w| is_word(&folded, &w.to_ascii_uppercase(), pixels) && !inflected(w));
    near.map(|w| (w, false))
}

/// Whether words are but those that say which issue of a notice it is.
pub(super) fn is_issue(words: &[&str], pixels: bool) -> bool {
    let issue = |word: &&str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        bare.is_empty() || spelled(bare, pixels).is_some_and(|(w, _)| ISSUES.contains(&w))
    };
    let lettered = |word: &&str| word.contains(char::is_alphabetic);
    words.iter().any(lettered) && words.iter().all(issue)
}

/// Whether a word is one of the list, as it is spelled or nearly so.
pub(super) fn is_listed(word: &str, pixels: bool) -> bool {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    bare.is_empty() || spelled(bare, pixels).is_some()
}

/// Whether words begin as a type does, so that they do not go on with one.
pub(super) fn begins(first: &str) -> bool {
    BEGINS
        .iter()
        .any(|(word, _)| word.eq_ignore_ascii_case(first))
}

/// Whether words are formed like a type, whatever the rest of them may be: `Docket Notice`.
pub(super) fn is_formed(words: &[&str]) -> bool {
    let is = |word: &str, list: &[&str]| list.iter().any(|l| l.eq_ignore_ascii_case(word));
    let (Some(first), Some(last)) = (words.first(), words.last()) else {
        return false;
    };
    let action = words.iter().any(|word| is(word, &["Action", "Action:"]));
    let about = is(first, &["Notice"]) && words.get(1).is_some_and(|w| is(w, &["of"]));
    let form = is(&words.join(" "), FORMS);
    words.len() > 1 && !action && !form && (is(last, ENDS) || about)
}

/// Whether a type has a word that makes it one wherever it stands. `Decision`, `Reopen` and
/// `Withdrawal` head sections as well.
pub(super) fn is_telling(name: &str) -> bool {
    let words: Vec<&str> = name.split(' ').collect();
    let whole = WHOLE.iter().any(|whole| whole.eq_ignore_ascii_case(name));
    words.len() > 1 && !whole && !starts(&words, LOOSE)
}

/// Whether words begin with one of a list and its small word, and go on.
fn starts(names: &[&str], list: &[(&str, &[&str])]) -> bool {
    names.len() > 2
        && list
            .iter()
            .any(|(word, small)| *word == names[0] && small.contains(&names[1]))
}

fn is_type(names: &[&str]) -> bool {
    let issue = |name: &&&str| ISSUES.contains(*name);
    let behind = names.iter().rev().take_while(issue).count();
    let names = &names[..names.len() - behind];
    let text = names.join(" ");
    if WHOLE.iter().any(|whole| whole.eq_ignore_ascii_case(&text)) {
        return true;
    }
    let [first, .., last] = names else {
        return false;
    };
    if SMALL.contains(last) {
        return false;
    }
    let about = |name: &&str| SMALL.contains(name) || WEAK.contains(name);
    // `Transfer of Your Case` is whole, `Notice of Case` is not.
    let whole = !UNFINISHED.contains(last) || *last == "Case" && starts(names, LOOSE);
    let told = names.len() > 2 && !names[2..].iter().all(about) && whole;
    let form = FORMS.iter().any(|form| form.eq_ignore_ascii_case(&text));
    let begins = told && (starts(names, BEGINS) || starts(names, LOOSE)) && !form;
    let answers = matches!(*first, "Change" | "Withdrawal") && ANSWERS.contains(last);
    // `Request for Premium Processing Service` is a form.
    let asks = *first != "Request" || names.iter().any(|n| ASKED.contains(n));
    let of_action = text.eq_ignore_ascii_case("notice of action");
    // `Case Receipt` heads the number of one, and `Action` a type.
    let label = *last == "Receipt" && *first == "Case" || *first == "Action" || *last == "Action";
    let ends = ENDS.contains(last)
        && *first != "Notice"
        && !label
        && !names.iter().any(|n| SMALL.contains(n) || WEAK.contains(n));
    (begins && asks || ends || answers) && !of_action
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
#[path = "list_tests.rs"]
mod tests;
