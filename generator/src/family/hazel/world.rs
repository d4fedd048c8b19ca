//! The world behind the notices: offices, dates, sums, look-alike numbers, and the truth's helpers.
use crate::case::{self, Case, Date, Person};
use crate::notice::{AccountCell, NoticeTruth};
use crate::rng::Rng;

/// How the filer's own account number stands on a notice.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Own {
    Printed,
    Blank,
    Missing,
}

/// Draws how the account number stands: chances in percent.
pub(super) fn own(rng: &mut Rng, printed: i64, blank: i64) -> Own {
    match rng.between(1, 100) {
        roll if roll <= printed => Own::Printed,
        roll if roll <= printed + blank => Own::Blank,
        _ => Own::Missing,
    }
}

/// The account number as printed, noted in the truth; empty where nothing stands.
pub(super) fn own_number(rng: &mut Rng, own: Own, case: &Case, truth: &mut NoticeTruth) -> String {
    match own {
        Own::Printed => {
            truth.prints_account(&case.account);
            case::printed_account(rng, &case.account)
        }
        Own::Blank => {
            truth.account_cell = AccountCell::Blank;
            String::new()
        }
        Own::Missing => String::new(),
    }
}

/// A fresh truth for a form.
pub(super) fn truth_of(form: &str) -> NoticeTruth {
    NoticeTruth {
        form: form.into(),
        ..Default::default()
    }
}

/// An A-Number as printed, noted in the truth.
pub(super) fn alien(rng: &mut Rng, person: &Person, truth: &mut NoticeTruth) -> String {
    truth.prints_a_number(&person.a_number);
    case::printed_a_number(rng, &person.a_number)
}

/// The receipt number as printed, noted in the truth.
pub(super) fn receipt(rng: &mut Rng, canonical: &str, truth: &mut NoticeTruth) -> String {
    truth.prints_receipt(canonical);
    case::printed_receipt(rng, canonical)
}

/// What the filer of a form is called.
pub(super) fn role(title: &str) -> &'static str {
    match title.contains("PETITION") && !title.starts_with("APPLICATION") {
        true => "Petitioner",
        false => "Applicant",
    }
}

/// Notes the filer's printed name under the role.
pub(super) fn note_filer(truth: &mut NoticeTruth, role: &str, name: &str) {
    match role.eq_ignore_ascii_case("petitioner") {
        true => truth.fields.petitioner = Some(name.into()),
        false => truth.fields.applicant = Some(name.into()),
    }
}

/// A title in capitals and small letters.
pub(super) fn gentle(title: &str) -> String {
    let small = ["OR", "OF", "AND", "FOR", "ON", "AN", "A", "TO", "BY"];
    let words = title.split(' ').enumerate().map(|(place, word)| {
        if place > 0 && small.contains(&word) {
            return word.to_lowercase();
        }
        let mut start = true;
        let mut out = String::new();
        for letter in word.chars() {
            let low = letter.to_ascii_lowercase();
            out.push(if start { letter } else { low });
            start = letter == '/' || letter == '-';
        }
        out
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Names of the months, short.
const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// A way to print dates, kept through one notice.
#[derive(Clone, Copy)]
pub(super) enum Dated {
    Numeric,
    Long,
    Capital,
    Military,
}

impl Dated {
    /// The date in this way.
    pub(super) fn print(self, date: &Date) -> String {
        match self {
            Dated::Numeric => date.numeric(),
            Dated::Long => date.long(),
            Dated::Capital => date.long().to_uppercase(),
            Dated::Military => {
                format!(
                    "{:02} {} {}",
                    date.day,
                    MONTHS[date.month as usize - 1],
                    date.year
                )
            }
        }
    }
}

/// The day of the week: 0 is Saturday.
pub(super) fn weekday(date: &Date) -> i64 {
    let (year, month) = if date.month < 3 {
        (date.year - 1, date.month + 12)
    } else {
        (date.year, date.month)
    };
    (date.day + 13 * (month + 1) / 5 + year + year / 4 - year / 100 + year / 400) % 7
}

/// The same day, or the Monday after a weekend.
pub(super) fn workday(date: Date) -> Date {
    match weekday(&date) {
        0 => date.later(0, 2),
        1 => date.later(0, 1),
        _ => date,
    }
}

/// The name of a day of the week.
pub(super) fn day_name(date: &Date) -> &'static str {
    let names = [
        "Saturday",
        "Sunday",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
    ];
    names[weekday(date) as usize]
}

/// A time within office hours.
pub(super) fn clock(rng: &mut Rng) -> String {
    let hour = rng.between(7, 14);
    let minute = rng.pick(&["00", "00", "15", "30", "45"]);
    let (hour, half) = match hour {
        12 => (12, "PM"),
        13.. => (hour - 12, "PM"),
        _ => (hour, "AM"),
    };
    format!("{hour}:{minute} {half}")
}

/// A fee in whole dollars.
pub(super) fn fee(rng: &mut Rng) -> i64 {
    rng.pick(&[
        85, 370, 410, 465, 535, 555, 640, 675, 715, 750, 1055, 1225, 1440, 2805,
    ])
}

/// Dollars with a comma and cents.
pub(super) fn dollars(whole: i64) -> String {
    match whole {
        1000.. => format!("${},{:03}.00", whole / 1000, whole % 1000),
        _ => format!("${whole}.00"),
    }
}

/// An office with its address.
pub(super) struct Office {
    pub name: &'static str,
    pub street: &'static str,
    pub city: &'static str,
}

/// The offices, in the order of their prefixes below.
const OFFICES: [Office; 6] = [
    Office {
        name: "Nebraska Service Center",
        street: "P.O. Box 82521",
        city: "Lincoln NE 68501-2521",
    },
    Office {
        name: "California Service Center",
        street: "P.O. Box 30111",
        city: "Laguna Niguel CA 92607-0111",
    },
    Office {
        name: "Texas Service Center",
        street: "6046 N Belt Line Rd. Suite 172",
        city: "Irving TX 75038-0015",
    },
    Office {
        name: "Vermont Service Center",
        street: "38 River Road",
        city: "Essex Junction VT 05479-0001",
    },
    Office {
        name: "National Benefits Center",
        street: "P.O. Box 648003",
        city: "Lee's Summit MO 64002-8003",
    },
    Office {
        name: "Potomac Service Center",
        street: "2200 Potomac Center Drive",
        city: "Arlington VA 20598-2425",
    },
];

/// The office that a receipt number names; any for the others.
pub(super) fn office(rng: &mut Rng, receipt: &str) -> &'static Office {
    let place = match &receipt[..3] {
        "LIN" => 0,
        "WAC" => 1,
        "SRC" => 2,
        "EAC" => 3,
        "MSC" | "NBC" => 4,
        "YSC" => 5,
        _ => rng.below(6),
    };
    &OFFICES[place]
}

/// A field office: its name, street and city.
pub(super) fn field_office(rng: &mut Rng) -> [&'static str; 3] {
    rng.pick(&[
        [
            "USCIS ST ALBANS FIELD OFFICE",
            "64 GRICEBROOK ROAD",
            "SAINT ALBANS VT 05478",
        ],
        [
            "USCIS PHILADELPHIA FIELD OFFICE",
            "30 N 41ST STREET",
            "PHILADELPHIA PA 19104-4281",
        ],
        [
            "USCIS NORFOLK FIELD OFFICE",
            "5678 E VIRGINIA BEACH BLVD",
            "NORFOLK VA 23502-2431",
        ],
        [
            "USCIS SACRAMENTO FIELD OFFICE",
            "650 CAPITOL MALL",
            "SACRAMENTO CA 95814-4708",
        ],
        [
            "USCIS DES MOINES FIELD OFFICE",
            "210 WALNUT STREET, ROOM 215",
            "DES MOINES IA 50309",
        ],
        [
            "USCIS ATLANTA FIELD OFFICE",
            "2150 PARKLAKE DRIVE NE",
            "ATLANTA GA 30345-2890",
        ],
    ])
}

/// An application support center: its name, street and city.
pub(super) fn support_center(rng: &mut Rng) -> [&'static str; 3] {
    rng.pick(&[
        [
            "USCIS ASC PITTSBURGH",
            "800 PENN AVENUE SUITE 101",
            "PITTSBURGH PA 15222-3610",
        ],
        [
            "USCIS METAIRIE ASC",
            "3535 SEVERN AVENUE STE 8",
            "METAIRIE LA 70002-3440",
        ],
        [
            "USCIS TACOMA SUPPORT CTR",
            "6406 S YAKIMA AVENUE",
            "TACOMA WA 98408-1234",
        ],
        [
            "USCIS ASC OMAHA",
            "9384 ROCKBROOK PLAZA",
            "OMAHA NE 68124-2870",
        ],
        [
            "USCIS BIOMETRICS - DENVER",
            "15037 E COLFAX AVE UNIT G",
            "AURORA CO 80011-5738",
        ],
    ])
}

/// A telephone number of an invented office.
pub(super) fn phone(rng: &mut Rng) -> String {
    format!("({}) 555-{}", rng.between(201, 989), rng.digits(4))
}

/// A case number of the visa center, which looks like a receipt number.
pub(super) fn visa_case(rng: &mut Rng, year: i64) -> String {
    let post = rng.pick(&["GUZ", "MNL", "BGT", "CDJ", "LND", "MTL"]);
    format!("{post}{}{}", year - rng.between(1, 4), rng.digits(6))
}

/// Section of law and class of a form, where notices print them.
pub(super) fn section(rng: &mut Rng, code: &str) -> Option<&'static str> {
    let choices: &[&'static str] = match code {
        "I-130" => &[
            "Husband or wife of U.S. citizen, 201(b) INA",
            "Married son or daughter of U.S. citizen, 203(a)(3) INA",
            "Child of permanent resident, 203(a)(2)(A) INA",
        ],
        "I-129F" => &["Fiance(e), 101(a)(15)(K)(i) INA"],
        "I-140" => &[
            "Skilled Worker or Professional, Sec. 203(b)(3)",
            "Mem of Profession w/Adv Deg, Sec. 203(b)(2)",
            "Outstanding Professor, 203(b)(1)(B) INA",
        ],
        "I-485" => &[
            "Adjustment as direct beneficiary",
            "Sec. 209(b) INA, asylee adjustment",
        ],
        "I-360" => &["Special Immigrant, 203(b)(4) INA"],
        "I-526" => &["Investor, 203(b)(5) INA"],
        "I-730" => &["Spouse or child, 208(b)(3) INA"],
        "I-129" => &[
            "New employment, 214(c) INA",
            "Extension of stay, 214(c) INA",
        ],
        _ => return None,
    };
    Some(rng.pick(choices))
}

/// A class of admission that suits a form.
pub(super) fn class(rng: &mut Rng, code: &str) -> Option<&'static str> {
    let choices: &[&'static str] = match code {
        "I-129" => &["H1B", "L1A", "O1A", "TN1", "R1", "E3", "P1A"],
        "I-539" => &["H4", "F1", "B2", "L2", "J2", "R2"],
        "I-129F" => &["K1"],
        "I-485" => &["IR6", "E26", "F26", "AS6"],
        "I-751" => &["CR6", "CF1"],
        "I-918" => &["U1", "U2"],
        _ => return None,
    };
    Some(rng.pick(choices))
}

/// Spouse and children of a person, with birthdays that suit.
pub(super) fn kinsfolk(rng: &mut Rng, case: &Case, count: usize) -> Vec<(Person, &'static str)> {
    let mut people = Vec::new();
    for place in 0..count {
        let mut kin = case.filer.relative(rng);
        let (tie, gap) = match place {
            0 => ("Spouse", rng.between(-3, 3)),
            _ => ("Child", 19 + 2 * place as i64),
        };
        kin.born.year = (case.filer.born.year + gap).min(case.noticed.year - 2 * place as i64 - 1);
        kin.born.day = kin.born.day.min(28);
        people.push((kin, tie));
    }
    people
}
