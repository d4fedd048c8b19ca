//! The short guide to the numbers: what each is, how it differs from the others, and what to do when it is missing, doubled
//! or exposed. `extract about` prints it, the review desk shows it, and the advice of findings is taken from it, so that
//! all of them say the same.

/// Where a missing account number can be found.
pub const WHERE_TO_LOOK: &str = "sign in to the USCIS online account: the number stands in the profile under Account Information; or look for the separate \
     Account Access Notice, which has it at the top; or ask the USCIS Contact Center, 1-800-375-5283 (TTY 1-800-767-1833). Put it on the next paper \
     form: without it USCIS opens a second account, and cases in two accounts cannot be merged. It is not the A-Number";
/// What to do about two accounts.
pub const CONSOLIDATE: &str = "ask the USCIS Contact Center, 1-800-375-5283 (TTY 1-800-767-1833), which account to use and to consolidate them; do not guess";
/// What to do about one account number beside several people.
pub const WHOSE: &str = "compare the pages; use the number only for the person whose account it is";
/// What to do about a value that is not sure.
pub const COMPARE: &str = "compare it with the page before using it";
/// What to do where the account number could not be read.
pub const LOOK: &str = "look at the page by hand, or scan it again at 300 dpi";
/// What to do about an account number on a notice older than the accounts.
pub const TOO_EARLY: &str = "nothing to do for this notice; a later notice may carry a number";

/// A subject that the guide has something to say on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Topic {
    /// As it is typed.
    pub name: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// What there is to say, a paragraph each.
    pub paragraphs: &'static [&'static str],
}

/// All topics.
pub const TOPICS: &[Topic] = &[
    Topic {
        name: "account-number",
        title: "The USCIS online account number",
        paragraphs: &[
            "Twelve digits, no letters, often with leading zeros: 0042 1700 3351. It names a person's online account, not a \
             case, so one person should have one. Applicants, petitioners and attorneys each have their own; an attorney's \
             number on a notice is not the client's.",
            "Where it stands: at the top of the Account Access Notice; in a cell of its own on many I-797 and I-797C \
             (USCIS Online Account Number); in the cell ACCOUNT NUMBER of biometrics notices, where it is often left blank. \
             Older notices call it USCIS ELIS Account Number. Not every notice carries it, and people who filed on paper may \
             have none.",
            "It is not the A-Number (A and up to nine digits), not the receipt number (three letters and ten digits, such as \
             IOE…), and not the Online Access Code on the Account Access Notice, which is valid for 90 days only.",
        ],
    },
    Topic {
        name: "a-number",
        title: "The A-Number",
        paragraphs: &[
            "A and seven to nine digits, printed as A245 667 789, A-245667789 or A# 045 667 789; shorter ones are filled up \
             with zeros on the left. Also called Alien Registration Number, and USCIS# on cards. It names a person's file and \
             stays the same for all cases.",
            "Where it stands: under A-Number, A#, USCIS A# or USCIS ALIEN NUMBER, or beside Applicant, Petitioner or \
             Beneficiary. One notice can list a whole family. Not every person has one.",
            "It is not the USCIS online account number, which has twelve digits and no letter.",
        ],
    },
    Topic {
        name: "receipt-number",
        title: "The receipt number",
        paragraphs: &[
            "Three letters and ten digits: IOE0900112233, or with separators EAC-21-900-11223. It names one case; each form \
             that is filed gets its own. The letters tell the system or center: IOE for ELIS, EAC, WAC, LIN, SRC, MSC, YSC \
             for centers.",
            "Where it stands: in the first cell of the notice (Receipt Number, or APPLICATION NUMBER on biometrics notices), \
             and in the bar code. It is what the case status page asks for, without dashes.",
            "A receipt number that begins with IOE means that the case is handled in ELIS, so an online account very likely \
             exists; it is not the account number itself.",
        ],
    },
    Topic {
        name: "missing",
        title: "When the account number is missing",
        paragraphs: &[
            "Three things look alike and are not the same: the notice has no such number; its cell is printed and left blank; \
             it is there and could not be read. Only of a page that was really read is the number said to be missing.",
            WHERE_TO_LOOK,
            "It is expected where the receipt number begins with IOE, and not unusual elsewhere: if everything was filed by \
             mail, there may be no account. Notices from before May 2012 cannot have a number, since the accounts began then.",
        ],
    },
    Topic {
        name: "two-accounts",
        title: "When two account numbers turn up",
        paragraphs: &[
            "A paper form without the account number makes USCIS open a new account for that case, and cases in different \
             accounts cannot be merged afterwards. So a person who should have one number may really have two; it need not be \
             a misreading.",
            CONSOLIDATE,
            "One account number beside several A-Numbers is most often a parent's or an attorney's account, or a misreading:",
            WHOSE,
        ],
    },
    Topic {
        name: "exposed",
        title: "When a number was exposed",
        paragraphs: &[
            "Whoever has the account number together with the Online Access Code can link the case to an account of their own. \
             If a notice was lost or sent to the wrong person, tell the USCIS Contact Center at once, 1-800-375-5283 (TTY \
             1-800-767-1833), change the password of the account and switch on its two-step verification.",
            "Reports of this program hold the numbers in full. Pass on only what was made with --mask, which shows the last four \
             digits.",
        ],
    },
];

/// A piece of advice as a sentence of its own.
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

/// The topic of a name.
pub fn topic(name: &str) -> Option<&'static Topic> {
    TOPICS.iter().find(|t| t.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn topics_are_found_by_name_and_say_something() {
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
