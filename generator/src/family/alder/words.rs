//! Labels, offices, forms and fees, in the family's own wording.
use super::desk::Desk;

/// Labels of an applicant's own account number.
const OWN: [&str; 12] = [
    "USCIS Online Account Number",
    "USCIS Online Account No.",
    "USCIS Online Acct. Number (if any)",
    "Applicant's USCIS Online Account No.",
    "Your USCIS Online Account Number",
    "USCIS Account Number",
    "Online Account Number",
    "USCIS ELIS Account Number",
    "USCIS Online Account ID",
    "USCIS Online Account #",
    "Applicant Online Acct #",
    "Online Account No. (myUSCIS)",
];

/// Labels of a petitioner's own account number.
const PETITIONER: [&str; 6] = [
    "USCIS Online Account Number",
    "Petitioner's USCIS Online Account No.",
    "Petitioner Online Account Number",
    "USCIS Online Acct. No. of Petitioner",
    "USCIS Account Number (petitioner)",
    "Online Account Number, if any",
];

/// A form: its code and title.
#[derive(Clone, Copy)]
pub(super) struct Paper {
    /// The code, with its hyphen.
    pub(super) code: &'static str,
    /// The title.
    pub(super) title: &'static str,
}

/// Applications that one person makes for oneself.
pub(super) const APPLICATIONS: [Paper; 7] = [
    paper(
        "I-485",
        "Application to Register Permanent Residence or Adjust Status",
    ),
    paper("I-765", "Application for Employment Authorization"),
    paper("I-131", "Application for Travel Document"),
    paper("I-90", "Application to Replace Permanent Resident Card"),
    paper("N-400", "Application for Naturalization"),
    paper("I-539", "Application to Extend/Change Nonimmigrant Status"),
    paper("N-600", "Application for Certificate of Citizenship"),
];

/// Petitions of relatives.
pub(super) const FAMILY: [Paper; 2] = [
    paper("I-130", "Petition for Alien Relative"),
    paper("I-129F", "Petition for Alien Fiance(e)"),
];

/// A form.
const fn paper(code: &'static str, title: &'static str) -> Paper {
    Paper { code, title }
}

impl Paper {
    /// The case type as grids print it: no hyphen, capitals.
    pub(super) fn grid(&self) -> String {
        format!(
            "{} - {}",
            self.code.replace('-', ""),
            self.title.to_uppercase()
        )
    }
    /// The case type as the newer system prints it.
    pub(super) fn comma(&self) -> String {
        format!("{}, {}", self.code, self.title)
    }
}

/// An office: name, street or box, place.
pub(super) type Office = [&'static str; 3];

/// Offices that send notices.
pub(super) const OFFICES: [Office; 7] = [
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
        "6046 N Belt Line Rd. Suite 172",
        "Irving TX 75038-0015",
    ],
    [
        "Vermont Service Center",
        "38 River Road",
        "Essex Junction VT 05479-0001",
    ],
    [
        "National Benefits Center",
        "P.O. Box 648004",
        "Lee's Summit MO 64002-8004",
    ],
    [
        "Potomac Service Center",
        "2200 Potomac Center Drive, Stop 2425",
        "Arlington VA 20598-2425",
    ],
    [
        "Field Support Center",
        "P.O. Box 4099",
        "Lafayette LA 70502-4099",
    ],
];

/// Places of appointments: name, street, place.
pub(super) const PLACES: [Office; 6] = [
    [
        "USCIS NORRISTOWN",
        "1480 WILLOW BEND ROAD SUITE 3",
        "NORRISTOWN PA 19401",
    ],
    [
        "USCIS HARBOR FIELD OFFICE",
        "27 CUSTOM HOUSE SQUARE, 4TH FLOOR",
        "BOSTON MA 02110",
    ],
    ["USCIS GRETNA", "905 LEVEE STREET", "GRETNA LA 70053"],
    [
        "USCIS MESA PLAZA",
        "2210 S COUNTRY CLUB DRIVE UNIT 118",
        "MESA AZ 85210",
    ],
    [
        "USCIS ALEXANDRIA",
        "5311 EISENHOWER LOOP",
        "ALEXANDRIA VA 22304",
    ],
    [
        "USCIS DES MOINES",
        "210 WALNUT COURT ROOM 369",
        "DES MOINES IA 50309",
    ],
];

/// The agency's names over a letter.
pub(super) const AGENCY: [&str; 2] = [
    "U.S. Department of Homeland Security",
    "U.S. Citizenship and Immigration Services",
];

/// A label of the filer's own account number.
pub(super) fn own(desk: &mut Desk, petition: bool) -> &'static str {
    if petition {
        desk.rng.pick(&PETITIONER)
    } else {
        desk.rng.pick(&OWN)
    }
}

/// A company that petitions.
pub(super) fn company(desk: &mut Desk) -> String {
    let first = desk.pick(&[
        "ALDER",
        "NORTHGATE",
        "BRIGHTWATER",
        "QUINCE",
        "SILVERTON",
        "OAKHEM",
    ]);
    let second = desk.pick(&[
        "SYSTEMS",
        "ANALYTICS",
        "BIOLOGICS",
        "FREIGHT",
        "ENGINEERING",
    ]);
    let tail = desk.pick(&["INC", "LLC", "CORP", "LP"]);
    format!("{first} {second} {tail}")
}

/// An amount of dollars.
pub(super) fn dollars(cents: i64) -> String {
    let whole = cents / 100;
    let rest = cents % 100;
    if whole >= 1000 {
        format!("${},{:03}.{rest:02}", whole / 1000, whole % 1000)
    } else {
        format!("${whole}.{rest:02}")
    }
}

/// A fee of a form, in cents.
pub(super) fn fee(desk: &mut Desk) -> i64 {
    desk.rng.pick(&[
        26000, 41000, 45500, 46500, 53500, 62500, 67500, 71500, 114000, 144000,
    ])
}

/// The edition of a form, at the foot.
pub(super) fn edition(desk: &mut Desk, form: &str) -> String {
    let date = desk.pick(&[
        "01/17/20", "04/01/19", "07/11/14", "08/31/16", "10/13/21", "02/05/24",
    ]);
    match desk.rng.below(3) {
        0 => format!("Form {form} {date}"),
        1 => format!("Form {form} (Rev. {date})"),
        _ => format!("{form} {date} Y"),
    }
}

/// An I-94 number, of the older or the newer form.
pub(super) fn admission(desk: &mut Desk) -> String {
    if desk.percent(50) {
        let digits = desk.rng.digits(9);
        format!("{digits} {:02}", desk.rng.between(1, 35))
    } else {
        let digits = desk.rng.digits(9);
        let sign = desk.pick(&["A", "B", "C", "D", "E"]);
        format!("{digits}{sign}{}", desk.rng.digits(1))
    }
}
