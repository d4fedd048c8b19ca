//! Help topics on the three numbers, and the advice that findings give.
//!
//! `extract about` prints the topics, the review page shows them, and findings quote their advice,
//! so that all of them agree.

/// Where to find a missing account number.
pub const WHERE_TO_LOOK: &str = "sign in to the USCIS online account, where the profile shows the \
     number under Account Information; look for the separate Account Access Notice, which has it \
     at the top; or ask the USCIS Contact Center, 1-800-375-5283 (TTY 1-800-767-1833). Enter it on \
     the next paper form: without it, USCIS opens a second account, and cases in two accounts \
     cannot be merged. It is not the A-Number";
/// What to do about two accounts of one person.
pub const CONSOLIDATE: &str = "ask the USCIS Contact Center, 1-800-375-5283 (TTY 1-800-767-1833), \
     which account to use, and ask them to consolidate the accounts; do not guess";
/// What to do about one account number for several people.
pub const WHOSE: &str = "compare the pages, and use the number only for the account holder";
/// What to do about a number that needs review.
pub const COMPARE: &str = "compare it with the page before using it";
/// What to do if the account number could not be read.
pub const LOOK: &str = "check the page by hand, or scan it again at 300 dpi";
/// What to do about a notice that predates online accounts.
pub const TOO_EARLY: &str = "nothing to do for this notice; a later one may have a number";

/// A help topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Topic {
    /// The name used on the command line.
    pub name: &'static str,
    /// The heading.
    pub title: &'static str,
    /// The paragraphs of the text.
    pub paragraphs: &'static [&'static str],
}

/// All help topics.
pub const TOPICS: &[Topic] = &[
    Topic {
        name: "account-number",
        title: "The USCIS online account number",
        paragraphs: &[
            "Twelve digits, no letters, often with leading zeros: 0042 1700 3351. It identifies a \
             person's online account, not a case, so each person should have only one. Applicants, \
             petitioners and attorneys each have their own; an attorney's number on a notice is \
             not the client's.",
            "Where to find it: at the top of the Account Access Notice; in its own field on many \
             I-797 and I-797C notices (USCIS Online Account Number); in the ACCOUNT NUMBER field \
             of biometrics notices, where it is often blank. Older notices call it the USCIS ELIS \
             Account Number. Not every notice has it, and people who filed on paper may not have \
             one.",
            "Don't confuse it with the A-Number (A and up to nine digits), the receipt number \
             (three letters and ten digits, such as IOE…) or the Online Access Code on the Account \
             Access \
             Notice, which is valid for only 90 days.",
        ],
    },
    Topic {
        name: "a-number",
        title: "The A-Number",
        paragraphs: &[
            "A and seven to nine digits, printed as A245 667 789, A-245667789 or A# 045 667 789; \
             shorter numbers are padded with zeros on the left. Also called the Alien Registration \
             Number, and USCIS# on cards. It identifies a person's file and stays the same across \
             all cases.",
            "Where to find it: below A-Number, A#, USCIS A# or USCIS ALIEN NUMBER, or next to \
             Applicant, Petitioner or Beneficiary. One notice can list a whole family. Not \
             everyone has one.",
            "It is not the USCIS online account number, which has twelve digits and no letter.",
        ],
    },
    Topic {
        name: "receipt-number",
        title: "The receipt number",
        paragraphs: &[
            "Three letters and ten digits: IOE0900112233, or with separators EAC-21-900-11223. It \
             identifies one case; every form filed gets its own. The letters stand for the system \
             or service center: IOE for ELIS; EAC, WAC, LIN, SRC, MSC and YSC for centers.",
            "Where to find it: in the first field of the notice (Receipt Number, or APPLICATION \
             NUMBER on biometrics notices) and in the barcode. The case status page asks for it, \
             without dashes.",
            "A receipt number that starts with IOE means the case is handled in ELIS, so an online \
             account very likely exists. It is not the account number itself.",
        ],
    },
    Topic {
        name: "missing",
        title: "If the account number is missing",
        paragraphs: &[
            "Three cases look alike but differ: the notice has no account number; its field is \
             printed but blank; or the number is there but couldn't be read. The number is \
             reported as missing only if the whole page could be read.",
            WHERE_TO_LOOK,
            "An account number is expected if the receipt number starts with IOE. Otherwise its \
             absence is not unusual: if everything was filed by mail, there may be no account. \
             Notices from before May 2012 cannot have one, because that is when online accounts \
             started.",
        ],
    },
    Topic {
        name: "two-accounts",
        title: "If a person has two account numbers",
        paragraphs: &[
            "When a paper form lacks the account number, USCIS opens a new account for that case, \
             and cases in different accounts cannot be merged later. So two numbers for one person \
             may be real, not a misreading.",
            CONSOLIDATE,
            "One account number with several A-Numbers is usually a parent's or an attorney's \
             account, or a misreading:",
            WHOSE,
        ],
    },
    Topic {
        name: "exposed",
        title: "If a number was leaked",
        paragraphs: &[
            "Anyone who has both the account number and the Online Access Code can link the case \
             to their own account. If a notice was lost or sent to the wrong person, call the \
             USCIS \
             Contact Center immediately, 1-800-375-5283 (TTY 1-800-767-1833), change the account \
             password and turn on two-step verification.",
            "Reports contain full numbers. Share only reports made with --mask, which shows the \
             last four digits.",
        ],
    },
];

/// Turns advice into a sentence: a capital at the start, punctuation at the end.
pub fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    let first: String = chars
        .next()
        .map(char::to_uppercase)
        .into_iter()
        .flatten()
        .collect();
    let end = if text.ends_with(['.', ':', '!', '?']) {
        ""
    } else {
        "."
    };
    format!("{first}{}{end}", chars.as_str())
}

/// The topic with this name.
pub fn topic(name: &str) -> Option<&'static Topic> {
    TOPICS.iter().find(|t| t.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn topics_are_found_by_name_and_have_text() {
        for t in TOPICS {
            assert_eq!(topic(t.name), Some(t));
            assert!(
                t.paragraphs
                    .iter()
                    .all(|p| p.len() > 20 && !p.contains("  ")),
                "{}",
                t.name
            );
        }
        assert_eq!(topic("nothing"), None);
    }
}
