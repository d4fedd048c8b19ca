//! Wordings that several designs draw from.
use crate::case::{Case, Date};
use crate::rng::Rng;

/// An office that sends notices.
#[derive(Clone, Copy)]
pub(super) struct Office {
    pub(super) name: &'static str,
    pub(super) street: &'static str,
    pub(super) town: &'static str,
}

const OFFICES: &[(&str, Office)] = &[
    (
        "EAC",
        office(
            "Vermont Service Center",
            "38 River Road",
            "Essex Junction VT 05479-0001",
        ),
    ),
    (
        "WAC",
        office(
            "California Service Center",
            "P.O. Box 30111",
            "Laguna Niguel CA 92607-0111",
        ),
    ),
    (
        "LIN",
        office(
            "Nebraska Service Center",
            "P.O. Box 82521",
            "Lincoln NE 68501-2521",
        ),
    ),
    (
        "SRC",
        office(
            "Texas Service Center",
            "6046 N Belt Line Rd Suite 172",
            "Irving TX 75038-0015",
        ),
    ),
    (
        "MSC",
        office(
            "National Benefits Center",
            "P.O. Box 648003",
            "Lee's Summit MO 64002-8003",
        ),
    ),
    (
        "NBC",
        office(
            "National Benefits Center",
            "P.O. Box 648003",
            "Lee's Summit MO 64002-8003",
        ),
    ),
    (
        "YSC",
        office(
            "Potomac Service Center",
            "2200 Crystal Drive",
            "Arlington VA 22202-3704",
        ),
    ),
];

const fn office(name: &'static str, street: &'static str, town: &'static str) -> Office {
    Office { name, street, town }
}

/// The office that a receipt number names, or any where it names none.
pub(super) fn office_of(rng: &mut Rng, receipt: &str) -> Office {
    let any = OFFICES[rng.below(OFFICES.len())].1;
    OFFICES
        .iter()
        .find(|entry| receipt.starts_with(entry.0))
        .map_or(any, |entry| entry.1)
}

/// A place for interviews and fingerprints, in two to four lines.
pub(super) fn place(rng: &mut Rng) -> Vec<String> {
    const PLACES: &[&[&str]] = &[
        &[
            "USCIS ATLANTA",
            "2150 PARKLAKE DRIVE NE",
            "SUITE 101",
            "ATLANTA GA 30345-2816",
        ],
        &[
            "APPLICATION SUPPORT CENTER",
            "888 N EUCLID STREET",
            "ANAHEIM CA 92801",
        ],
        &[
            "USCIS PHILADELPHIA",
            "30 N 41ST STREET 3RD FLOOR",
            "PHILADELPHIA PA 19104-2378",
        ],
        &[
            "USCIS DES MOINES",
            "210 WALNUT STREET ROOM 215",
            "DES MOINES IA 50309-2115",
        ],
        &[
            "USCIS METAIRIE",
            "3924 VETERANS BLVD",
            "METAIRIE LA 70002-5630",
        ],
        &[
            "USCIS NORFOLK",
            "5678 E VIRGINIA BEACH BLVD",
            "NORFOLK VA 23502-2428",
        ],
        &[
            "ASC SAINT PAUL",
            "1360 UNIVERSITY AVE WEST",
            "SUITE 103",
            "SAINT PAUL MN 55104",
        ],
    ];
    PLACES[rng.below(PLACES.len())]
        .iter()
        .map(|line| line.to_string())
        .collect()
}

/// A company that files petitions.
pub(super) fn company(rng: &mut Rng) -> String {
    let first = rng.pick(&[
        "TALLGRASS",
        "NORTH HARBOR",
        "BLUE MESA",
        "QUARRY LANE",
        "OAK & IRON",
    ]);
    let second = rng.pick(&[
        "SOFTWARE",
        "LOGISTICS",
        "MEDICAL GROUP",
        "FOODS",
        "ENGINEERING",
    ]);
    let third = rng.pick(&["INC", "LLC", "CORP", "LP", "PLLC"]);
    format!("{first} {second} {third}")
}

/// One sentence that speaks of account numbers and gives none.
pub(super) fn mention(rng: &mut Rng) -> String {
    rng.pick(&[
        "If you have a USCIS online account number, write it on every paper form that you send us.",
        "Your USCIS online account number, where you have one, is not the same as your A-Number.",
        "You will find your USCIS online account number in your profile after you sign in.",
        "A separate Account Access Notice tells you the number of your USCIS online account.",
        "We do not print USCIS online account numbers on copies that go to other persons.",
        "Online accounts belong to one person each; a spouse or child needs an account number of \
         his or her own.",
        "Notices on paper do not always show the number of your online account. It makes no \
         difference to your case.",
        "Never give your online account number or your access code to anyone over the telephone.",
        "A USCIS online account number has 12 digits (for example, 000123456789 on our sample \
         form); the receipt number has 13 characters.",
    ])
    .to_string()
}

/// Paragraphs that fit nearly every notice.
pub(super) fn usual(rng: &mut Rng, many: usize) -> Vec<String> {
    const ALL: &[&str] = &[
        "Please read everything above with care. If a name, a date or a number is wrong, call us \
         at 1-800-375-5283 (TTY 1-800-767-1833) and have this notice in your hand.",
        "If you move, tell us within 10 days at uscis.gov/addresschange. A change of address that \
         you give to the Postal Service does not reach us.",
        "You can follow your case at egov.uscis.gov. Type the receipt number without dashes.",
        "Processing times differ from office to office. We do not answer questions about a case \
         that is within the usual time.",
        "We may ask you to come to a USCIS office for an interview or to give your fingerprints.",
        "Do not send original documents unless we ask for them. We do not return copies.",
        "This notice is not evidence that you may work or travel. It is not a visa and may not be \
         used in place of one.",
        "You will be notified separately about any other cases you filed.",
        "Please see the additional information on the back.",
        "Beware of persons who offer help with this case for money and are neither attorneys nor \
         accredited representatives. See uscis.gov/avoidscams.",
        "If you need an accommodation because of a disability, call 1-800-375-5283 and choose \
         option 2. Callers who are deaf may use TTY 1-800-767-1833.",
        "Forms are free and can be had at uscis.gov/forms or by telephone at 1-800-870-3676.",
        "If an attorney or accredited representative acts for you, a copy of this notice has been \
         sent to that person under Form G-28.",
        "Inquiries by mail must name the receipt number, the form and the date of this notice. We \
         answer most of them within 30 to 60 days.",
        "You may have paid more than one fee. Amounts paid in error are returned only where the \
         error was ours (8 CFR 103.2(a)(1)).",
        "Keep this notice for your records. A copy costs $30.00 and is asked for on Form G-1566.",
        "The paperwork number of this collection is OMB No. 1615-0023. The burden is estimated at \
         12 minutes per response.",
    ];
    let start = rng.below(ALL.len());
    let step = rng.pick(&[2, 3, 4, 5]);
    let many = many + rng.below(4);
    let chosen = (0..many.min(ALL.len())).map(|i| ALL[(start + i * step) % ALL.len()]);
    chosen.map(String::from).collect()
}

/// An amount of dollars, printed.
pub(super) fn dollars(rng: &mut Rng) -> (i64, String) {
    let amount = rng.pick(&[410, 460, 520, 535, 640, 715, 725, 1140, 1225, 1440, 2805]);
    (amount, money(amount))
}

/// A whole number of dollars with its thousands set off.
pub(super) fn money(amount: i64) -> String {
    if amount >= 1000 {
        format!("${},{:03}.00", amount / 1000, amount % 1000)
    } else {
        format!("${amount}.00")
    }
}

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// A date in one of five styles.
pub(super) fn dated(date: &Date, style: usize) -> String {
    let month = MONTHS[(date.month - 1) as usize];
    match style {
        0 => date.numeric(),
        1 => date.long(),
        2 => format!("{} {month} {}", date.day, date.year),
        3 => date.long().to_uppercase(),
        _ => format!("{month} {}, {}", date.day, date.year),
    }
}

/// A label template with `{O}` for the capitalised role of the one who filed.
pub(super) fn with_role(case: &Case, template: &str) -> String {
    let role = if case.is_petition {
        "Petitioner"
    } else {
        "Applicant"
    };
    template
        .replace("{O}", role)
        .replace("{o}", &role.to_lowercase())
}

/// A telephone number of an office.
pub(super) fn telephone(rng: &mut Rng) -> String {
    let area = rng.pick(&["202", "402", "802", "949", "816", "214"]);
    format!("({area}) 555-{}", rng.digits(4))
}
