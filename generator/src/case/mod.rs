//! Invented cases: people, numbers and dates, and how offices print them.

mod lists;

use crate::notice::AccountCell;

use crate::rng::Rng;
pub use lists::ASYLUM_OFFICES;
use lists::{CASES, CENTERS, CITIES, FAMILY, GIVEN, STREETS};

/// The months by their English names.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day in the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// The year.
    pub year: i64,
    /// 1 to 12.
    pub month: i64,
    /// 1 to 28, so that it exists in every month.
    pub day: i64,
}

impl Date {
    /// Picks a random day in these years.
    pub fn draw(rng: &mut Rng, first: i64, last: i64) -> Self {
        Self {
            year: rng.between(first, last),
            month: rng.between(1, 12),
            day: rng.between(1, 28),
        }
    }

    /// The day about this many months and days later.
    pub fn later(self, months: i64, days: i64) -> Self {
        let day = self.day + days;
        let months = self.year * 12 + self.month - 1 + months + (day - 1) / 28;
        Self {
            year: months / 12,
            month: months % 12 + 1,
            day: (day - 1) % 28 + 1,
        }
    }

    /// `04/01/2021`.
    pub fn numeric(self) -> String {
        format!("{:02}/{:02}/{}", self.month, self.day, self.year)
    }

    /// `April 1, 2021`.
    pub fn long(self) -> String {
        format!(
            "{} {}, {}",
            MONTHS[(self.month - 1).rem_euclid(12) as usize],
            self.day,
            self.year
        )
    }
}

/// An invented person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Given names in capitals.
    pub given: String,
    /// Family names in capitals.
    pub family: String,
    /// Digits of the A-Number, 7 to 9 of them.
    pub a_number: String,
    /// Date of birth.
    pub born: Date,
}

impl Person {
    /// Draws a person. The A-Number mostly has nine digits.
    pub fn draw(rng: &mut Rng) -> Self {
        let digits = match rng.below(20) {
            0 | 1 => format!("{}{}", rng.between(2, 9), rng.digits(7)),
            2 => format!("{}{}", rng.between(3, 9), rng.digits(6)),
            3..=8 => format!("0{}{}", rng.between(2, 9), rng.digits(7)),
            9..=11 => format!("1{}", rng.digits(8)),
            _ => format!("2{}", rng.digits(8)),
        };
        Self {
            given: rng.pick(&GIVEN).to_owned(),
            family: rng.pick(&FAMILY).to_owned(),
            a_number: digits,
            born: Date::draw(rng, 1948, 2006),
        }
    }

    /// A person with the same family name.
    pub fn relative(&self, rng: &mut Rng) -> Self {
        Self {
            family: self.family.clone(),
            ..Self::draw(rng)
        }
    }

    /// `GIVEN FAMILY`.
    pub fn name(&self) -> String {
        format!("{} {}", self.given, self.family)
    }

    /// `FAMILY, GIVEN`.
    pub fn listed(&self) -> String {
        format!("{}, {}", self.family, self.given)
    }
}

/// Requested properties of a case and its notice.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wish {
    /// The form of the notice, `I-797C`; random among those of the layout if `None`.
    pub form: Option<&'static str>,
    /// The notice type of a grid, `Approval Notice`; random if `None`.
    pub kind: Option<&'static str>,
    /// The account number field; random if `None`. Notices that predate accounts never have one.
    pub account: Option<AccountCell>,
    /// Whether to print the attorney's account number, in layouts that have a field for it; random
    /// if `None`.
    pub attorney: Option<bool>,
    /// Number of pages; random if `None`.
    pub pages: Option<usize>,
    /// Whether to keep to the official grid.
    pub plain: bool,
    /// Prefix of the receipt number; random if `None`.
    pub prefix: Option<&'static str>,
    /// First and last year of the notice; 2013 to 2025 when `None`.
    pub years: Option<(i64, i64)>,
}

/// One invented case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// Receipt number, 13 characters (12 for some old asylum cases).
    pub receipt: String,
    /// Online account number of the filer.
    pub account: String,
    /// Code of the form filed, `I-485`.
    pub form_code: &'static str,
    /// Title of the form filed, in capitals.
    pub title: &'static str,
    /// Whether it is a petition for someone else.
    pub is_petition: bool,
    /// The filer.
    pub filer: Person,
    /// The beneficiary; the filer if it is not a petition.
    pub beneficiary: Person,
    /// An attorney's name and firm.
    pub attorney: (String, String),
    /// Street, and city with state and ZIP.
    pub address: [String; 2],
    /// The day the case was received.
    pub received: Date,
    /// The priority date.
    pub priority: Date,
    /// The day of the notice.
    pub noticed: Date,
}

impl Case {
    /// Draws a case.
    pub fn draw(rng: &mut Rng, wish: Wish) -> Self {
        let (first, last) = wish.years.unwrap_or((2013, 2025));
        let received = Date::draw(rng, first, last);
        let noticed = received.later(rng.between(0, 9), rng.between(0, 27));
        let priority = received.later(-rng.between(0, 30), rng.between(0, 20));
        let (form_code, title, is_petition) = rng.pick(&CASES);
        let filer = Person::draw(rng);
        let beneficiary = if is_petition {
            Person::draw(rng)
        } else {
            filer.clone()
        };
        let prefix = wish.prefix.unwrap_or_else(|| {
            if first >= 2012 && rng.chance(0.55) {
                "IOE"
            } else {
                rng.pick(&CENTERS)
            }
        });
        let lawyer = Person::draw(rng);
        let (city, state, zip) = rng.pick(&CITIES);
        let unit = if rng.chance(0.3) {
            format!(" APT {}", rng.between(1, 40))
        } else {
            String::new()
        };
        Self {
            receipt: receipt(rng, prefix, received.year),
            account: account(rng),
            form_code,
            title,
            is_petition,
            filer,
            beneficiary,
            attorney: (
                lawyer.name(),
                format!("{} & {} LLP", lawyer.family, rng.pick(&FAMILY)),
            ),
            address: [
                format!("{} {}{unit}", rng.between(11, 9899), rng.pick(&STREETS)),
                format!(
                    "{city} {state} {zip}{}{}",
                    rng.digits(2),
                    if rng.chance(0.25) {
                        format!("-{}", rng.digits(4))
                    } else {
                        String::new()
                    }
                ),
            ],
            received,
            priority,
            noticed,
        }
    }
}

/// A receipt number with this prefix, in the scheme of its system.
pub fn receipt(rng: &mut Rng, prefix: &str, year: i64) -> String {
    match prefix {
        "IOE" => format!(
            "IOE{}{}",
            rng.pick(&["08", "09", "07", "90", "89", "91"]),
            rng.digits(8)
        ),
        "MSC" | "NBC" | "YSC" => format!(
            "{prefix}{:02}{}{}",
            year.rem_euclid(100),
            rng.between(7, 9),
            rng.digits(7)
        ),
        _ => format!(
            "{prefix}{:02}{:03}{}",
            year.rem_euclid(100),
            rng.between(1, 262),
            rng.digits(5)
        ),
    }
}

/// An online account number: 12 digits, often with leading zeros.
pub fn account(rng: &mut Rng) -> String {
    match rng.below(5) {
        0 | 1 => format!("0{}", rng.digits(11)),
        2 => format!("00{}", rng.digits(10)),
        _ => format!("{}{}", rng.between(1, 9), rng.digits(11)),
    }
}

/// A receipt number as printed: plain, with dashes or with spaces.
pub fn printed_receipt(rng: &mut Rng, canonical: &str) -> String {
    if canonical.len() != 13 || canonical.starts_with("IOE") {
        return canonical.to_owned();
    }
    let parts = [
        &canonical[..3],
        &canonical[3..5],
        &canonical[5..8],
        &canonical[8..],
    ];
    match rng.below(10) {
        0..=6 => canonical.to_owned(),
        7 | 8 => parts.join("-"),
        _ => parts.join(" "),
    }
}

/// An A-Number as printed.
pub fn printed_a_number(rng: &mut Rng, digits: &str) -> String {
    let cut = digits.len().saturating_sub(6);
    let a = &digits[..cut];
    let b = &digits[cut..cut + 3];
    let c = &digits[cut + 3..];
    match rng.below(8) {
        0..=2 => format!("A{a} {b} {c}"),
        3 => format!("A {a} {b} {c}"),
        4 | 5 => format!("A{digits}"),
        6 => format!("A-{digits}"),
        _ => format!("A{a}-{b}-{c}"),
    }
}

/// An account number as printed: mostly without separators.
pub fn printed_account(rng: &mut Rng, digits: &str) -> String {
    match rng.below(12) {
        0 => format!("{} {} {}", &digits[..4], &digits[4..8], &digits[8..]),
        1 => format!("{}-{}-{}", &digits[..4], &digits[4..8], &digits[8..]),
        2 => format!(
            "{} {} {} {}",
            &digits[..3],
            &digits[3..6],
            &digits[6..9],
            &digits[9..]
        ),
        _ => digits.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_their_forms() {
        let mut rng = Rng::new(3);
        for _ in 0..300 {
            let case = Case::draw(&mut rng, Wish::default());
            assert_eq!(case.receipt.len(), 13);
            assert_eq!(case.account.len(), 12);
            assert!((7..=9).contains(&case.filer.a_number.len()));
            assert!(case.received <= case.noticed);
            let printed = printed_a_number(&mut rng, &case.filer.a_number);
            let digits: String = printed.chars().filter(char::is_ascii_digit).collect();
            assert_eq!(digits, case.filer.a_number);
        }
    }

    #[test]
    fn later_days_stay_in_the_calendar() {
        let date = Date {
            year: 2020,
            month: 12,
            day: 28,
        }
        .later(1, 3);
        assert_eq!(date.numeric(), "02/03/2021");
        assert_eq!(
            Date {
                year: 2020,
                month: 1,
                day: 2
            }
            .later(-2, 0)
            .long(),
            "November 2, 2019"
        );
    }
}
