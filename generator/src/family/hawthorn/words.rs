//! Words and numbers that the designs share: offices, printed forms of numbers, traps.
use crate::case::{self, Case, Date, Person};
use crate::notice::{AccountCell, NoticeTruth};
use crate::rng::Rng;

/// Offices: name, street, city with a nine-digit postal code.
pub(super) const OFFICES: &[[&str; 3]] = &[
    [
        "Nebraska Service Center",
        "P.O. Box 82521",
        "Lincoln NE 68501-2521",
    ],
    [
        "California Service Center",
        "P.O. Box 30111",
        "Laguna Niguel CA 92607-0111",
    ],
    [
        "Texas Service Center",
        "6046 N Belt Line Road, Suite 172",
        "Irving TX 75038-0001",
    ],
    [
        "Des Moines Field Office",
        "210 Walnut Street, Room 215",
        "Des Moines IA 50309-2106",
    ],
    [
        "Philadelphia Field Office",
        "30 North 41st Street",
        "Philadelphia PA 19104-2274",
    ],
    [
        "Potomac Service Center",
        "2200 Potomac Center Drive",
        "Arlington VA 20598-1002",
    ],
    [
        "New Orleans Field Office",
        "1250 Poydras Street, Suite 1800",
        "New Orleans LA 70113-1804",
    ],
    [
        "Atlanta Field Office",
        "2150 Parklake Drive NE",
        "Atlanta GA 30345-2806",
    ],
];

/// The own account number as a page shows it.
pub(super) enum Own {
    /// Printed, in this form.
    Number(String),
    /// A label with nothing in its place.
    Blank,
    /// No label.
    Absent,
}

impl Own {
    /// Draws one of the three and notes it in the truth.
    pub(super) fn draw(
        rng: &mut Rng,
        case: &Case,
        truth: &mut NoticeTruth,
        filled: f32,
        blank: f32,
    ) -> Own {
        let lot = rng.uniform(0.0, 1.0);
        if lot < filled {
            truth.prints_account(&case.account);
            Own::Number(account(rng, &case.account))
        } else if lot < filled + blank {
            truth.account_cell = AccountCell::Blank;
            Own::Blank
        } else {
            Own::Absent
        }
    }

    /// The text of the labelled cell, if there is such a cell.
    pub(super) fn cell(&self) -> Option<&str> {
        match self {
            Own::Number(text) => Some(text),
            Own::Blank => Some(""),
            Own::Absent => None,
        }
    }

    /// Takes the number out of the cells at times, to stand elsewhere on the page.
    pub(super) fn split(self, rng: &mut Rng, share: f32) -> (Own, Option<String>) {
        let lot = rng.uniform(0.0, 1.0);
        match self {
            Own::Number(text) if lot < share => (Own::Absent, Some(text)),
            own => (own, None),
        }
    }

    /// The number, if printed.
    pub(super) fn number(&self) -> Option<&str> {
        self.cell().filter(|text| !text.is_empty())
    }
}

/// Digits in groups of the given sizes.
pub(super) fn grouped(digits: &str, size: usize, mark: &str) -> String {
    let parts: Vec<&str> = (0..digits.len())
        .step_by(size)
        .map(|start| &digits[start..(start + size).min(digits.len())])
        .collect();
    parts.join(mark)
}

/// An account number in one of its printed forms.
pub(super) fn account(rng: &mut Rng, digits: &str) -> String {
    match rng.below(9) {
        0 | 1 => grouped(digits, 4, " "),
        2 => grouped(digits, 4, "-"),
        3 => grouped(digits, 3, " "),
        _ => digits.to_string(),
    }
}

/// An A-Number in one of its printed forms.
pub(super) fn alien(rng: &mut Rng, digits: &str) -> String {
    let padded = format!("{digits:0>9}");
    match rng.below(6) {
        0 => format!("A{padded}"),
        1 => format!("A{}", grouped(&padded, 3, " ")),
        2 => format!("A{}", grouped(&padded, 3, "-")),
        3 => format!("A {}", grouped(&padded, 3, " ")),
        4 => format!("A-{padded}"),
        _ => case::printed_a_number(rng, digits),
    }
}

/// A receipt number with or without dashes.
pub(super) fn receipt(rng: &mut Rng, canonical: &str) -> String {
    if rng.chance(0.35) {
        dashed(canonical)
    } else {
        canonical.to_string()
    }
}

/// A receipt number in the dashed form of the service centers.
pub(super) fn dashed(canonical: &str) -> String {
    let (head, tail) = canonical.split_at(3);
    if tail.len() != 10 {
        return canonical.to_string();
    }
    format!("{head}-{}-{}-{}", &tail[..2], &tail[2..5], &tail[5..])
}

/// A date as the typing pool wrote it: 01 APR 2021.
pub(super) fn typed(date: &Date) -> String {
    let long = date.long();
    let month = long[..3].to_uppercase();
    format!("{:02} {month} {}", date.day, date.year)
}

/// A telephone number.
pub(super) fn phone(rng: &mut Rng) -> String {
    let area = rng.between(201, 989);
    format!("({area}) 555-{}", rng.digits(4))
}

/// A twelve-digit reference that is no account number.
pub(super) fn reference(rng: &mut Rng) -> String {
    let text = rng.digits(12);
    match rng.below(3) {
        0 => grouped(&text, 4, " "),
        _ => text,
    }
}

/// The person whose A-Number the page gives: the beneficiary, or the filer.
pub(super) fn subject(case: &Case) -> &Person {
    if case.is_petition {
        &case.beneficiary
    } else {
        &case.filer
    }
}

/// "Petitioner" or "Applicant", the role of the filer.
pub(super) fn role(case: &Case) -> &'static str {
    if case.is_petition {
        "Petitioner"
    } else {
        "Applicant"
    }
}

/// Notes the names that a page prints, in the form FAMILY, GIVEN or GIVEN FAMILY.
pub(super) fn note_people(case: &Case, truth: &mut NoticeTruth, listed: bool) -> (String, String) {
    let print = |p: &Person| if listed { p.listed() } else { p.name() };
    let (filer, other) = (print(&case.filer), print(&case.beneficiary));
    if case.is_petition {
        truth.fields.petitioner = Some(filer.clone());
        truth.fields.beneficiary = Some(other.clone());
    } else {
        truth.fields.applicant = Some(filer.clone());
    }
    (filer, other)
}

/// One sentence with a number, or with the name of a number, that is a trap.
pub(super) fn trap(rng: &mut Rng) -> String {
    let kind = rng.below(TRAPS);
    trap_of(rng, kind)
}

/// How many kinds of trap there are.
const TRAPS: usize = 10;

/// Several such sentences, each of another kind.
pub(super) fn traps(rng: &mut Rng, count: usize) -> Vec<String> {
    let (start, stride) = (rng.below(TRAPS), rng.pick(&[1, 3, 7, 9]));
    (0..count)
        .map(|step| trap_of(rng, (start + step * stride) % TRAPS))
        .collect()
}

/// A trap of the given kind.
fn trap_of(rng: &mut Rng, kind: usize) -> String {
    let (long, nine) = (reference(rng), rng.digits(9));
    match kind {
        0 => format!(
            "The Pay.gov tracking number of your payment is {long}; quote it only to your bank."
        ),
        1 => "A USCIS online account number, where a person has one, is not the A-Number and \
            never the receipt number."
            .to_string(),
        2 => "An online account number runs to twelve digits, as in the specimen 0123 4567 8910. \
            The specimen is nobody's."
            .to_string(),
        3 => format!("Papers that you sent us by courier came in under waybill {long}."),
        4 => format!("We drew the fee from the bank account whose check was traced as {long}."),
        5 => {
            format!("On an I-94 the number is laid out like {nine} 01 (a pattern; it is nobody's).")
        }
        6 => "Where a form asks for your USCIS online account number, do not put down your Social \
            Security number."
            .to_string(),
        7 => format!(
            "The visa case at the National Visa Center goes by GUZ{}.",
            rng.digits(10)
        ),
        8 => format!(
            "For telephone banking with the Treasury's agent, key in {long} when the voice asks \
                for the customer account."
        ),
        _ => format!("Our fax stands at {}, ext. {}.", phone(rng), rng.digits(3)),
    }
}

/// Sentences that any office prints.
const GENERAL: &[&str] = &[
    "Should your address change, tell us within ten days on Form AR-11. Telling the Post Office \
        is not the same thing as telling us.",
    "We take cases in the order in which they came in. Writing to ask how long it will be does \
        not move a case up.",
    "Whoever needs a sign-language interpreter, a ramp or any other arrangement should say so at \
        least two weeks ahead.",
    "Forms cost nothing. A person who charges you for a blank one is selling what you can print \
        yourself.",
    "Anything else that you have filed with us has its own notice and its own number; this page \
        speaks only for the case named above.",
    "Keep the envelope as well as the notice. The postmark has settled more than one argument.",
    "A lawyer or an accredited representative may speak for you, at no cost to the Government. \
        Form G-28 must be on file before we will talk with anyone but you.",
    "Please print when you write, put the receipt number on every sheet, and never send cash.",
    "Copies will do unless we ask for originals, and originals that nobody asked for may be \
        destroyed.",
    "A false statement under oath is a crime, and a false paper is no better.",
];

/// Some of the sentences that any office prints, in their order.
pub(super) fn general(rng: &mut Rng, count: usize) -> Vec<String> {
    let start = rng.below(GENERAL.len());
    (0..count)
        .map(|step| GENERAL[(start + step) % GENERAL.len()].to_string())
        .collect()
}

/// An attorney's own account number: the printed form; noted in the truth.
pub(super) fn representative(rng: &mut Rng, truth: &mut NoticeTruth) -> String {
    let digits = case::account(rng);
    truth.prints_representative_account(&digits);
    account(rng, &digits)
}

/// A sum of money.
pub(super) fn money(rng: &mut Rng) -> String {
    rng.pick(&[
        "$470.00",
        "$1,225.00",
        "$640.00",
        "$410.00",
        "$1,440.00",
        "$85.00",
        "$535.00",
    ])
    .to_string()
}
