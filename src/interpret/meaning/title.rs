//! The notice's type, by its label or by the title of a letter, as one of a list; its form and its
//! case's form.

use super::phrase::LabelKind;
use super::relation::Geometry;
use super::shape::ValueKind;
use super::{Labelled, Meaning};
use std::sync::LazyLock;

/// A title has at most this many words …
const TITLE_WORDS: usize = 9;
/// … and stands in this upper part of the page.
const TITLE_PART: f32 = 0.62;
/// What may follow a type in a title, in letters.
const MORE_LETTERS: usize = 14;

/// The types of DOMAIN.md, as printed; those that contain others come first.
const TYPES: [&str; 61] = [
    "Request for Applicant to Appear for Naturalization Initial Interview",
    "Request for Applicant to Appear for Initial Interview",
    "Request for Applicant to Appear for Interview",
    "Request for Applicant to Appear",
    "Notice of Interview",
    "Biometrics Appointment",
    "Notice of Naturalization Oath Ceremony",
    "Naturalization Oath Ceremony",
    "Oath Ceremony Notice",
    "Notice of Interview Cancellation",
    "Interview Cancellation Notice",
    "Request for Initial Evidence",
    "Request for Additional Evidence",
    "Request for Evidence",
    "Notice of Intent to Deny",
    "Notice of Intent to Revoke",
    "Intent to Deny",
    "Intent to Revoke",
    "USCIS Account Access Notice",
    "Online Account Access Notice",
    "Account Access Notice",
    "USCIS Account Access",
    "ASC Appointment Notice",
    "Biometrics Appointment Notice",
    "Biometric Appointment Notice",
    "Biometric Notification",
    "Biometrics Notification",
    "Fingerprint Notification",
    "Interview Appointment Notice",
    "Interview Notice",
    "Appointment Notice",
    "Premium Processing Receipt",
    "Acknowledgement of Receipt",
    "Acknowledgment of Receipt",
    "Acknowledgment of Withdrawal",
    "Change of Address Confirmation",
    "Bona Fide Determination",
    "Prima Facie Determination",
    "Deferred Action",
    "Notice of Continuance",
    "Notice of Transfer",
    "Notice of Rejection",
    "Notice of Approval",
    "Notice of Receipt",
    "Notice of Denial",
    "Notice of Decision",
    "Notice of Termination",
    "Deficiency Notice",
    "Courtesy Letter",
    "Approval Notice",
    "Receipt Notice",
    "Transfer Notice",
    "Rejection Notice",
    "Denial Notice",
    "Welcome Notice",
    "Reopen Notice",
    "Corrected Notice",
    "Reopen",
    "Decision",
    "Receipt",
    "Withdrawal",
];

fn fold(text: &str) -> String {
    text.chars()
        .filter(char::is_ascii_alphabetic)
        .map(|c| c.to_ascii_uppercase())
        .collect()
}

/// The types by their letters alone.
static FOLDED: LazyLock<Vec<(String, &str)>> =
    LazyLock::new(|| TYPES.iter().map(|t| (fold(t), *t)).collect());

/// The type that a text is; the longest that it begins with.
fn snap(text: &str, more: usize) -> Option<&'static str> {
    let folded = fold(text);
    let begins = |(kind, _): &&(String, &str)| {
        folded.starts_with(kind.as_str()) && folded.len() - kind.len() <= more
    };
    let found = FOLDED.iter().filter(begins).max_by_key(|(_, t)| t.len());
    found.map(|(_, t)| *t)
}

/// Fills in what the page says of its own kind.
pub(super) fn titles(page: &Geometry<'_>, meaning: &mut Meaning) {
    meaning.notice_type = labelled(&meaning.labels)
        .or_else(|| title(page))
        .map(str::to_owned);
    let forms = || {
        meaning
            .readings
            .iter()
            .filter(|r| r.shape == ValueKind::Form)
    };
    let plain = |text: &str| {
        text.replace(|c: char| !c.is_ascii_alphanumeric(), "")
            .to_uppercase()
    };
    let hyphened = |text: &str| {
        let plain = plain(text);
        format!("{}-{}", &plain[..1], &plain[1..])
    };
    let of_notice = |text: &str| plain(text).starts_with("I797");
    let own = forms()
        .filter(|r| of_notice(&r.printed))
        .max_by_key(|r| plain(&r.printed).len());
    let typed =
        |r: &&super::Reading| matches!(r.meaning, Some(LabelKind::CaseType | LabelKind::Form));
    let other = || forms().filter(|r| !of_notice(&r.printed));
    let case = other().find(typed).or_else(|| other().next());
    let form = own.map(|r| hyphened(&r.printed));
    let case_form = case.map(|r| hyphened(&r.printed));
    (meaning.form, meaning.case_form) = (form, case_form);
}

fn labelled(labels: &[Labelled]) -> Option<&'static str> {
    let of_type = labels
        .iter()
        .filter(|l| l.label.kind == LabelKind::NoticeType);
    // What follows "type" in the label itself is its value.
    let within = |l: &&Labelled| {
        let lower = l.label.text.to_lowercase();
        let at = lower.find("type").map_or(lower.len(), |i| i + 4);
        l.label
            .text
            .get(at..)
            .and_then(|rest| snap(rest.trim_start_matches([':', ' ']), MORE_LETTERS))
    };
    let behind = || {
        of_type
            .clone()
            .flat_map(|l| &l.words)
            .find_map(|(_, text)| snap(text, usize::MAX))
    };
    of_type.clone().find_map(|l| within(&l)).or_else(behind)
}

/// The largest short line in the upper part of the page that is a type, the uppermost of several.
fn title(page: &Geometry<'_>) -> Option<&'static str> {
    let sheet = page.sheet;
    let mut best: Option<(f32, f32, &'static str)> = None;
    for (index, run) in sheet.runs.iter().enumerate() {
        if run.tokens.len() > TITLE_WORDS || run.prose || run.rect.y0 > TITLE_PART * sheet.height {
            continue;
        }
        let text = sheet.run_text(index);
        let Some(kind) = text
            .split(['|', '•'])
            .find_map(|part| snap(part, MORE_LETTERS))
        else {
            continue;
        };
        // One word is a type only where it stands alone.
        if !kind.contains(' ') && run.tokens.len() > 1 {
            continue;
        }
        let better = best.is_none_or(|(size, top, _)| {
            run.size > size + 0.5 || run.size > size - 0.5 && run.rect.y0 < top
        });
        if better {
            best = Some((run.size, run.rect.y0, kind));
        }
    }
    best.map(|(_, _, kind)| kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_type_is_meant() {
        assert_eq!(
            snap("NOTICE OF INTENT TO DENY", 0),
            Some("Notice of Intent to Deny")
        );
        assert_eq!(snap("Receipt Notice", 0), Some("Receipt Notice"));
        assert_eq!(snap("Receipt", 0), Some("Receipt"));
        assert_eq!(snap("Receipt Number", 0), None);
    }
}
