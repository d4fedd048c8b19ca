//! One invented case: its people, numbers and dates, and the ways in which offices print them.

use crate::dice::Dice;
use crate::notice::AccountCell;

/// Form code, title in capitals, and whether one person petitions for another.
type CaseKind = (&'static str, &'static str, bool);

const CASES: [CaseKind; 24] = [
    (
        "I-485",
        "APPLICATION TO REGISTER PERMANENT RESIDENCE OR ADJUST STATUS",
        false,
    ),
    ("I-765", "APPLICATION FOR EMPLOYMENT AUTHORIZATION", false),
    ("I-131", "APPLICATION FOR TRAVEL DOCUMENT", false),
    ("I-130", "PETITION FOR ALIEN RELATIVE", true),
    ("I-129", "PETITION FOR A NONIMMIGRANT WORKER", true),
    ("I-140", "IMMIGRANT PETITION FOR ALIEN WORKER", true),
    (
        "I-539",
        "APPLICATION TO EXTEND/CHANGE NONIMMIGRANT STATUS",
        false,
    ),
    ("I-751", "PETITION TO REMOVE CONDITIONS ON RESIDENCE", false),
    (
        "I-90",
        "APPLICATION TO REPLACE PERMANENT RESIDENT CARD",
        false,
    ),
    ("N-400", "APPLICATION FOR NATURALIZATION", false),
    ("N-600", "APPLICATION FOR CERTIFICATE OF CITIZENSHIP", false),
    (
        "I-589",
        "APPLICATION FOR ASYLUM AND FOR WITHHOLDING OF REMOVAL",
        false,
    ),
    (
        "I-601A",
        "APPLICATION FOR PROVISIONAL UNLAWFUL PRESENCE WAIVER",
        false,
    ),
    (
        "I-821D",
        "CONSIDERATION OF DEFERRED ACTION FOR CHILDHOOD ARRIVALS",
        false,
    ),
    ("I-821", "APPLICATION FOR TEMPORARY PROTECTED STATUS", false),
    ("I-129F", "PETITION FOR ALIEN FIANCE(E)", true),
    ("I-526", "IMMIGRANT PETITION BY ALIEN INVESTOR", false),
    (
        "I-360",
        "PETITION FOR AMERASIAN, WIDOW(ER), OR SPECIAL IMMIGRANT",
        false,
    ),
    ("I-730", "REFUGEE/ASYLEE RELATIVE PETITION", true),
    (
        "I-824",
        "APPLICATION FOR ACTION ON AN APPROVED APPLICATION OR PETITION",
        false,
    ),
    ("I-918", "PETITION FOR U NONIMMIGRANT STATUS", false),
    (
        "I-102",
        "APPLICATION FOR REPLACEMENT/INITIAL NONIMMIGRANT DOCUMENT",
        false,
    ),
    (
        "N-565",
        "APPLICATION FOR REPLACEMENT NATURALIZATION DOCUMENT",
        false,
    ),
    ("I-907", "REQUEST FOR PREMIUM PROCESSING SERVICE", true),
];

const GIVEN: [&str; 40] = [
    "AMARA",
    "BENJAMIN",
    "CARLA",
    "DARIUS",
    "ELENA",
    "FARID",
    "GRACE",
    "HIROSHI",
    "INES",
    "JOAQUIN",
    "KATARINA",
    "LUCIEN",
    "MIREILLE",
    "NIKOLAI",
    "OLUWASEUN",
    "PRIYA",
    "QUENTIN",
    "ROSALIND",
    "SANJAY",
    "TEODORA",
    "UMAR",
    "VALENTINA",
    "WEI",
    "XOCHITL",
    "YUSUF",
    "ZOFIA",
    "ABEBE",
    "BRIGITTE",
    "CHIDI",
    "DALIA",
    "EMRE",
    "FIORELLA",
    "GUSTAV",
    "HANA",
    "IBRAHIMA",
    "JUNG HO",
    "KEOLA",
    "LINH",
    "MARIA JOSE",
    "NAOMI",
];

const FAMILY: [&str; 40] = [
    "ABERNATHY",
    "BOUKHARI",
    "CASTELLANOS",
    "DUMITRESCU",
    "ESPINOZA",
    "FITZWILLIAM",
    "GOLDBERG",
    "HAILEMARIAM",
    "ISLAM",
    "JABLONSKI",
    "KOVALENKO",
    "LINDQVIST",
    "MWANGI",
    "NAKAMURA",
    "OKONKWO",
    "PELLEGRINI",
    "QURESHI",
    "RAJAGOPALAN",
    "SANTOS",
    "TRAORE",
    "UGARTE",
    "VASQUEZ LUNA",
    "WIJAYA",
    "XIONG",
    "YILDIRIM",
    "ZHELEV",
    "ADEYEMI",
    "BIANCHI",
    "CHAUDHRY",
    "DE LA CRUZ",
    "EL-AMIN",
    "FOROUZAN",
    "GARCIA",
    "HOANG",
    "IVANOV",
    "JOSEPH",
    "KIM",
    "LE",
    "MOREAU",
    "NGUYEN",
];

const STREETS: [&str; 14] = [
    "MAPLE AVE",
    "W 3RD ST",
    "HARBOR VIEW DR",
    "COUNTY ROAD 12",
    "JEFFERSON BLVD",
    "LAUREL CT",
    "N PROSPECT ST",
    "OLD MILL LN",
    "PINE RIDGE RD",
    "SUNSET TER",
    "E 118TH ST",
    "VINEYARD WAY",
    "GRANT AVE",
    "CEDAR HOLLOW",
];

const CITIES: [(&str, &str, &str); 14] = [
    ("TUCSON", "AZ", "857"),
    ("FRESNO", "CA", "937"),
    ("HARTFORD", "CT", "061"),
    ("TAMPA", "FL", "336"),
    ("SAVANNAH", "GA", "314"),
    ("PEORIA", "IL", "616"),
    ("LOWELL", "MA", "018"),
    ("DULUTH", "MN", "558"),
    ("RALEIGH", "NC", "276"),
    ("OMAHA", "NE", "681"),
    ("BUFFALO", "NY", "142"),
    ("TULSA", "OK", "741"),
    ("EL PASO", "TX", "799"),
    ("SPOKANE", "WA", "992"),
];

/// Prefixes of receipt numbers that the service centers give out.
const CENTERS: [&str; 7] = ["EAC", "WAC", "LIN", "SRC", "MSC", "YSC", "NBC"];
/// Prefixes of asylum offices.
pub const ASYLUM_OFFICES: [&str; 10] = [
    "ZAR", "ZBO", "ZCH", "ZHN", "ZLA", "ZMI", "ZNK", "ZNO", "ZNY", "ZSF",
];

/// A day in the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// Year with its century.
    pub year: i64,
    /// 1 to 12.
    pub month: i64,
    /// 1 to 28: no case here is born on a day that a month may lack.
    pub day: i64,
}

impl Date {
    /// A day in one of these years.
    pub fn draw(dice: &mut Dice, first: i64, last: i64) -> Self {
        Self {
            year: dice.between(first, last),
            month: dice.between(1, 12),
            day: dice.between(1, 28),
        }
    }

    /// The day so many months and days later, roughly.
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
        const MONTHS: [&str; 12] = [
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
    /// A person with an A-Number as printed, mostly of nine digits.
    pub fn draw(dice: &mut Dice) -> Self {
        let digits = match dice.below(20) {
            0 | 1 => format!("{}{}", dice.between(2, 9), dice.digits(7)),
            2 => format!("{}{}", dice.between(3, 9), dice.digits(6)),
            3..=8 => format!("0{}{}", dice.between(2, 9), dice.digits(7)),
            9..=11 => format!("1{}", dice.digits(8)),
            _ => format!("2{}", dice.digits(8)),
        };
        Self {
            given: dice.pick(&GIVEN).to_owned(),
            family: dice.pick(&FAMILY).to_owned(),
            a_number: digits,
            born: Date::draw(dice, 1948, 2006),
        }
    }

    /// A person with the same family name.
    pub fn relative(&self, dice: &mut Dice) -> Self {
        Self {
            family: self.family.clone(),
            ..Self::draw(dice)
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

/// Which cases are wanted, and how they are to look on paper.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wish {
    /// The form of the notice, `I-797C`; drawn among those of the layout when `None`.
    pub form: Option<&'static str>,
    /// The notice type of a grid, `Approval Notice`; drawn when `None`.
    pub kind: Option<&'static str>,
    /// The cell of the account number; drawn when `None`. Years before the number's time have none in any case.
    pub account: Option<AccountCell>,
    /// Whether the attorney's own account number is printed, on layouts that have a place for it; drawn when `None`.
    pub attorney: Option<bool>,
    /// Number of pages; drawn when `None`.
    pub pages: Option<usize>,
    /// Keep to what the official grid looks like.
    pub plain: bool,
    /// Prefix of the receipt number; drawn when `None`.
    pub prefix: Option<&'static str>,
    /// First and last year of the notice; 2013 to 2025 when `None`.
    pub years: Option<(i64, i64)>,
}

/// One invented case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// Receipt number, 13 characters (12 for some old asylum cases).
    pub receipt: String,
    /// Online account number of the one who filed.
    pub account: String,
    /// Code of the form filed, `I-485`.
    pub form_code: &'static str,
    /// Title of the form filed, in capitals.
    pub title: &'static str,
    /// The petition is for somebody else.
    pub is_petition: bool,
    /// The one who filed.
    pub filer: Person,
    /// The one who benefits; the filer again where nobody petitions.
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
    pub fn draw(dice: &mut Dice, wish: Wish) -> Self {
        let (first, last) = wish.years.unwrap_or((2013, 2025));
        let received = Date::draw(dice, first, last);
        let noticed = received.later(dice.between(0, 9), dice.between(0, 27));
        let priority = received.later(-dice.between(0, 30), dice.between(0, 20));
        let (form_code, title, is_petition) = dice.pick(&CASES);
        let filer = Person::draw(dice);
        let beneficiary = if is_petition {
            Person::draw(dice)
        } else {
            filer.clone()
        };
        let prefix = wish.prefix.unwrap_or_else(|| {
            if first >= 2012 && dice.chance(0.55) {
                "IOE"
            } else {
                dice.pick(&CENTERS)
            }
        });
        let lawyer = Person::draw(dice);
        let (city, state, zip) = dice.pick(&CITIES);
        let unit = if dice.chance(0.3) {
            format!(" APT {}", dice.between(1, 40))
        } else {
            String::new()
        };
        Self {
            receipt: receipt(dice, prefix, received.year),
            account: account(dice),
            form_code,
            title,
            is_petition,
            filer,
            beneficiary,
            attorney: (
                lawyer.name(),
                format!("{} & {} LLP", lawyer.family, dice.pick(&FAMILY)),
            ),
            address: [
                format!("{} {}{unit}", dice.between(11, 9899), dice.pick(&STREETS)),
                format!(
                    "{city} {state} {zip}{}{}",
                    dice.digits(2),
                    if dice.chance(0.25) {
                        format!("-{}", dice.digits(4))
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

/// A receipt number of this prefix, as the systems number them.
pub fn receipt(dice: &mut Dice, prefix: &str, year: i64) -> String {
    match prefix {
        "IOE" => format!(
            "IOE{}{}",
            dice.pick(&["08", "09", "07", "90", "89", "91"]),
            dice.digits(8)
        ),
        "MSC" | "NBC" | "YSC" => format!(
            "{prefix}{:02}{}{}",
            year.rem_euclid(100),
            dice.between(7, 9),
            dice.digits(7)
        ),
        _ => format!(
            "{prefix}{:02}{:03}{}",
            year.rem_euclid(100),
            dice.between(1, 262),
            dice.digits(5)
        ),
    }
}

/// An online account number: 12 digits, often with leading zeros.
pub fn account(dice: &mut Dice) -> String {
    match dice.below(5) {
        0 | 1 => format!("0{}", dice.digits(11)),
        2 => format!("00{}", dice.digits(10)),
        _ => format!("{}{}", dice.between(1, 9), dice.digits(11)),
    }
}

/// A receipt number as one of the offices prints it: plain, with dashes, with spaces.
pub fn printed_receipt(dice: &mut Dice, canonical: &str) -> String {
    if canonical.len() != 13 || canonical.starts_with("IOE") {
        return canonical.to_owned();
    }
    let parts = [
        &canonical[..3],
        &canonical[3..5],
        &canonical[5..8],
        &canonical[8..],
    ];
    match dice.below(10) {
        0..=6 => canonical.to_owned(),
        7 | 8 => parts.join("-"),
        _ => parts.join(" "),
    }
}

/// An A-Number as one of the offices prints it.
pub fn printed_a_number(dice: &mut Dice, digits: &str) -> String {
    let cut = digits.len().saturating_sub(6);
    let (a, b, c) = (&digits[..cut], &digits[cut..cut + 3], &digits[cut + 3..]);
    match dice.below(8) {
        0..=2 => format!("A{a} {b} {c}"),
        3 => format!("A {a} {b} {c}"),
        4 | 5 => format!("A{digits}"),
        6 => format!("A-{digits}"),
        _ => format!("A{a}-{b}-{c}"),
    }
}

/// An account number as printed: mostly unsplit.
pub fn printed_account(dice: &mut Dice, digits: &str) -> String {
    match dice.below(12) {
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
        let mut dice = Dice::new(3);
        for _ in 0..300 {
            let case = Case::draw(&mut dice, Wish::default());
            assert_eq!(case.receipt.len(), 13);
            assert_eq!(case.account.len(), 12);
            assert!((7..=9).contains(&case.filer.a_number.len()));
            assert!(case.received <= case.noticed);
            let printed = printed_a_number(&mut dice, &case.filer.a_number);
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
