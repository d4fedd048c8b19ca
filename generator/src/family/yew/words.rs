//! Words and invented numbers, shared by the designs of this family.

use crate::case::{Case, Date, MONTHS, Person, account, printed_account, receipt};
use crate::notice::{AccountCell, NoticeTruth};
use crate::rng::Rng;

/// Asylum offices: prefix of their receipt numbers, city, street, place.
pub(super) const OFFICES: [(&str, &str, &str, &str); 8] = [
    (
        "ZNY",
        "New York",
        "1065 Stewart Annex, 2nd Floor",
        "Bethpage, NY 11714",
    ),
    (
        "ZLA",
        "Los Angeles",
        "14101 Myford Court, Suite 40",
        "Tustin, CA 92780",
    ),
    (
        "ZCH",
        "Chicago",
        "181 W Madisonia St, Suite 3000",
        "Chicago, IL 60602",
    ),
    (
        "ZMI",
        "Miami",
        "1000 SW 6th Court, Room 110",
        "Miami, FL 33144",
    ),
    (
        "ZHN",
        "Houston",
        "16630 Imperial Park Dr, Suite 200",
        "Houston, TX 77060",
    ),
    (
        "ZBO",
        "Boston",
        "5 Harbor Post Plaza, 9th Floor",
        "Boston, MA 02203",
    ),
    (
        "ZAR",
        "Arlington",
        "1525 Wilsonia Blvd, Suite 300",
        "Arlington, VA 22209",
    ),
    (
        "ZNK",
        "Newark",
        "1200 Wall Terrace West, 4th Floor",
        "Lyndhurst, NJ 07071",
    ),
];

/// How an office may write the label of the client's account number.
pub(super) const LABELS: [&str; 11] = [
    "USCIS Online Account Number",
    "Online Account Number",
    "USCIS Account Number",
    "USCIS Online Account No.",
    "Online Acct. No.",
    "Applicant's USCIS Online Account Number",
    "Online Account Number (if any)",
    "USCIS Online Account # (principal)",
    "USCIS Account No.",
    "Account Number with USCIS",
    "Number of Applicant's USCIS Online Account",
];

/// How an office may write the label of an A-Number.
pub(super) const A_LABELS: [&str; 8] = [
    "A-Number",
    "Alien Registration Number",
    "A-File",
    "Alien File Number",
    "A#",
    "Alien Number",
    "A-File No.",
    "Alien Registration No.",
];

/// How an office may write the label of a receipt number.
pub(super) const R_LABELS: [&str; 6] = [
    "Receipt Number",
    "Receipt No.",
    "Receipt #",
    "USCIS Receipt Number",
    "Receipt",
    "Receipt Number of this case",
];

/// Countries in tables of families.
pub(super) const COUNTRIES: [&str; 8] = [
    "Venezuela",
    "Honduras",
    "Ethiopia",
    "Afghanistan",
    "Cuba",
    "Nepal",
    "Cameroon",
    "Ukraine",
];

/// The client's account number on this notice: printed, empty where the cell is blank, or none.
pub(super) fn own_account(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Option<String> {
    match rng.below(4) {
        0 | 1 => {
            truth.prints_account(&case.account);
            Some(printed_account(rng, &case.account))
        }
        2 => {
            truth.account_cell = AccountCell::Blank;
            Some(String::new())
        }
        _ => None,
    }
}

/// What stands in a blank cell.
pub(super) fn or_blank(rng: &mut Rng, value: &str) -> String {
    if value.is_empty() {
        rng.pick(&[
            "",
            "",
            "____________________",
            "none on file",
            "N/A",
            "(not provided)",
        ])
        .to_owned()
    } else {
        value.to_owned()
    }
}

/// An account number of a representative, noted in the truth.
pub(super) fn representative(rng: &mut Rng, truth: &mut NoticeTruth) -> String {
    let digits = account(rng);
    truth.prints_representative_account(&digits);
    printed_account(rng, &digits)
}

/// A day in one of four styles.
pub(super) fn day(style: usize, date: Date) -> String {
    let month = MONTHS[(date.month - 1).rem_euclid(12) as usize];
    match style % 4 {
        0 => date.numeric(),
        1 => date.long(),
        2 => format!("{} {} {}", date.day, &month[..3], date.year),
        _ => format!("{} {}, {}", month.to_uppercase(), date.day, date.year),
    }
}

/// A time of day during office hours.
pub(super) fn hour(rng: &mut Rng) -> String {
    let (at, minute) = (rng.between(7, 11), rng.pick(&["00", "15", "30", "45"]));
    match rng.below(3) {
        0 => format!("{at}:{minute} AM"),
        1 => format!("{at:02}:{minute} A.M."),
        _ => format!("{at}:{minute} a.m."),
    }
}

/// A receipt number that suits an asylum office, or the case's own.
pub(super) fn asylum_receipt(rng: &mut Rng, case: &Case, prefix: &str) -> String {
    if rng.chance(0.5) {
        receipt(rng, prefix, case.received.year)
    } else {
        case.receipt.clone()
    }
}

/// A code of a routing block.
pub(super) fn route(rng: &mut Rng) -> String {
    match rng.below(3) {
        0 => format!(
            "RAIO/{}-{}/{}",
            rng.letters(2),
            rng.digits(2),
            rng.digits(4)
        ),
        1 => format!(
            "HQ 70/{}.{}-{}",
            rng.digits(2),
            rng.digits(1),
            rng.letters(1)
        ),
        _ => format!("{}-{}-{}", rng.letters(3), rng.digits(3), rng.letters(2)),
    }
}

/// `Amara Boukhari`.
pub(super) fn gently(name: &str) -> String {
    let mut start = true;
    name.chars()
        .map(|c| {
            let out = if start { c } else { c.to_ascii_lowercase() };
            start = !c.is_alphabetic();
            out
        })
        .collect::<String>()
        .replace("Llp", "LLP")
}

/// Draws one to three relatives.
pub(super) fn relatives(rng: &mut Rng, head: &Person) -> Vec<(&'static str, Person)> {
    let count = 1 + rng.below(3);
    (0..count)
        .map(|n| {
            let kin = if n == 0 {
                "Spouse"
            } else {
                rng.pick(&["Son", "Daughter", "Child"])
            };
            (kin, head.relative(rng))
        })
        .collect()
}

/// Puts a list in random order.
pub(super) fn shuffle<T>(rng: &mut Rng, list: &mut [T]) {
    for n in (1..list.len()).rev() {
        list.swap(n, rng.below(n + 1));
    }
}
