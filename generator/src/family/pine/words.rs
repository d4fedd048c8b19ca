//! What the designs of this family share: the facts of a case as printed, and small wordings.

use crate::case::{self, Case, Date, MONTHS};
use crate::notice::{AccountCell, NoticeTruth};
use crate::rng::Rng;

/// How a document prints its dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dates {
    /// `04/01/2021`.
    Numeric,
    /// `April 1, 2021`.
    Long,
    /// `1 Apr 2021`.
    Short,
}

impl Dates {
    /// Picks a way.
    pub(super) fn draw(rng: &mut Rng) -> Self {
        rng.pick(&[Dates::Numeric, Dates::Long, Dates::Long, Dates::Short])
    }

    /// Prints a date.
    pub(super) fn print(self, date: Date) -> String {
        match self {
            Dates::Numeric => date.numeric(),
            Dates::Long => date.long(),
            Dates::Short => {
                let month = MONTHS[(date.month - 1).rem_euclid(12) as usize];
                format!("{} {} {}", date.day, &month[..3], date.year)
            }
        }
    }
}

/// The facts of a case as one document prints them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Facts {
    /// Receipt number.
    pub(super) receipt: String,
    /// Account number; empty unless the cell is filled.
    pub(super) account: String,
    /// What stands in place of an account number that is missing; mostly nothing.
    pub(super) mark: &'static str,
    /// The state of the account number field.
    pub(super) cell: AccountCell,
    /// The representative's account number, printed and bare, if the document has one.
    pub(super) agent: Option<(String, String)>,
    /// The way of dates.
    pub(super) dates: Dates,
    /// Whether names and titles stand in capitals.
    pub(super) capitals: bool,
    /// Whether names begin with the family name.
    pub(super) listed: bool,
}

impl Facts {
    /// Draws how a case is printed; `salt` sets the designs of one seed apart.
    pub(super) fn draw(rng: &mut Rng, case: &Case, salt: usize) -> Self {
        for _ in 0..salt {
            rng.next_u64();
        }
        let cell = match rng.below(4) {
            0 | 1 => AccountCell::Filled,
            2 => AccountCell::Blank,
            _ => AccountCell::Absent,
        };
        let share = if cell == AccountCell::Absent {
            0.5
        } else {
            0.3
        };
        let agent = rng.chance(share).then(|| {
            let digits = case::account(rng);
            (case::printed_account(rng, &digits), digits)
        });
        let account = if cell == AccountCell::Filled {
            case::printed_account(rng, &case.account)
        } else {
            String::new()
        };
        Self {
            receipt: case::printed_receipt(rng, &case.receipt),
            account,
            mark: rng.pick(&["", "", "", "N/A", "none on file", "see attached"]),
            cell,
            agent,
            dates: Dates::draw(rng),
            capitals: rng.chance(0.5),
            listed: rng.chance(0.4),
        }
    }

    /// Whether the label of the account number is printed.
    pub(super) fn has_label(&self) -> bool {
        self.cell != AccountCell::Absent
    }

    /// The account number, or what stands in its place.
    pub(super) fn shown(&self) -> &str {
        if self.account.is_empty() {
            self.mark
        } else {
            &self.account
        }
    }

    /// Prints a name.
    pub(super) fn name(&self, person: &case::Person) -> String {
        let name = if self.listed {
            person.listed()
        } else {
            person.name()
        };
        if self.capitals { name } else { title(&name) }
    }

    /// Records the account number field, as printed.
    pub(super) fn account_truth(&self, case: &Case, truth: &mut NoticeTruth) {
        truth.account_cell = self.cell;
        if self.cell == AccountCell::Filled {
            truth.prints_account(&case.account);
        }
    }

    /// Records the representative's account number where the document prints it.
    pub(super) fn agent_truth(&self, truth: &mut NoticeTruth) {
        if let Some((_, digits)) = &self.agent {
            truth.prints_representative_account(digits);
        }
    }
}

/// Words that stay small in titles.
const SMALL: [&str; 8] = ["to", "or", "for", "of", "and", "an", "a", "on"];

/// `MARIA JOSE EL-AMIN` as `Maria Jose El-Amin`; small words inside stay small.
pub(super) fn title(text: &str) -> String {
    let mut out = String::new();
    let mut word = String::new();
    for letter in text.chars().chain(std::iter::once(' ')) {
        if letter.is_alphabetic() {
            word.extend(letter.to_lowercase());
            continue;
        }
        let small = SMALL.contains(&word.as_str()) && !out.is_empty();
        if small || out.ends_with('(') {
            out.push_str(&word);
        } else {
            let mut letters = word.chars();
            out.extend(letters.next().map(|first| first.to_ascii_uppercase()));
            out.push_str(letters.as_str());
        }
        word.clear();
        out.push(letter);
    }
    out.trim_end().to_owned()
}

/// A value that must stay on one line, for [`super::flow`].
pub(super) fn tie(text: &str) -> String {
    text.replace(' ', "~")
}

/// Whether the filer is a petitioner.
pub(super) fn is_petitioner(case: &Case) -> bool {
    case.is_petition || (case.title.contains("PETITION") && !case.title.starts_with("APP"))
}

/// `Petitioner` or `Applicant`.
pub(super) fn role(case: &Case) -> &'static str {
    if is_petitioner(case) {
        "Petitioner"
    } else {
        "Applicant"
    }
}

/// What was filed, in a word.
pub(super) fn filing(case: &Case) -> &'static str {
    if case.title.starts_with("APP") {
        "application"
    } else if is_petitioner(case) && case.form_code != "I-907" {
        "petition"
    } else {
        "request"
    }
}

/// Records the filer's name, and nobody else.
pub(super) fn filer_truth(case: &Case, truth: &mut NoticeTruth, name: &str) {
    let field = if is_petitioner(case) {
        &mut truth.fields.petitioner
    } else {
        &mut truth.fields.applicant
    };
    *field = Some(name.to_owned());
}

/// An amount of dollars.
pub(super) fn dollars(rng: &mut Rng) -> String {
    rng.pick(&["$410.00", "$520.00", "$715.00", "$1,440.00", "$675.00"])
        .to_owned()
}

/// A telephone number that nobody has.
pub(super) fn phone(rng: &mut Rng) -> String {
    format!("{}-555-01{}", rng.between(201, 989), rng.digits(2))
}

/// Field offices: place, street line, and city with state and ZIP code.
const OFFICES: [(&str, &str, &str); 7] = [
    (
        "Harlan Falls",
        "210 Federal Plaza, Suite 300",
        "Tucson, AZ 85701",
    ),
    ("North Lowell", "44 Mill Canal Street", "Lowell, MA 01852"),
    ("Tampa Bay", "5524 W Cypress Court", "Tampa, FL 33607"),
    (
        "Lake Duluth",
        "515 W 1st Street, Room 208",
        "Duluth, MN 55802",
    ),
    (
        "Spokane Valley",
        "920 W Riverside Walk",
        "Spokane, WA 99201",
    ),
    ("Upper Omaha", "1717 Avenue H", "Omaha, NE 68110"),
    (
        "Hartford North",
        "450 Main Street, 1st Floor",
        "Hartford, CT 06103",
    ),
];

/// A field office.
pub(super) fn office(rng: &mut Rng) -> (&'static str, &'static str, &'static str) {
    rng.pick(&OFFICES)
}

/// An officer's signature block: name and rank.
pub(super) fn officer(rng: &mut Rng) -> (String, &'static str) {
    let person = case::Person::draw(rng);
    let initial = person.given.chars().next().unwrap_or('R');
    let rank = rng.pick(&[
        "Field Office Director",
        "Acting Director",
        "Supervisory Immigration Services Officer",
        "Section Chief",
    ]);
    (format!("{initial}. {}", title(&person.family)), rank)
}

/// A 12-digit number of something else.
pub(super) fn tracking(rng: &mut Rng) -> String {
    let digits = format!("{}{}", rng.between(2, 9), rng.digits(11));
    case::printed_account(rng, &digits)
}

/// Paragraphs that offices add to letters.
const BOILER: [&str; 9] = [
    "You may bring a relative or a friend to any office of ours. Children under 14 must not be \
     left alone in the waiting room.",
    "We never ask for money by telephone. If a caller asks for gift cards or for a transfer, hang \
     up and report the call to the Federal Trade Commission.",
    "To follow your case you can use the web page egov.uscis.gov. You need 13 characters for that: \
     three letters and ten digits, without dashes.",
    "If you have a disability and need help at an appointment, call 800-375-5283 at least five \
     days before. Deaf callers use TTY 800-767-1833.",
    "Please don't send us the same papers twice. Each envelope is opened, scanned and read by a \
     person, and copies slow down everyone.",
    "A form that you file on paper opens a new online account if you leave the box for the account \
     number empty. Cases in two accounts can't be joined.",
    "Use ink, not pencil. Do not use highlighters: they come out black when we scan the page.",
    "Send translations of all papers that are not in English. The translator must certify that \
     the translation is complete and that he or she knows both languages.",
    "If this notice has a mistake, tell us within 30 days. Say what is wrong and what is right, \
     and enclose a copy of the page.",
];

/// Some paragraphs of a letter, all different.
pub(super) fn boiler(rng: &mut Rng, most: usize) -> Vec<&'static str> {
    let start = rng.below(BOILER.len());
    let count = 1 + rng.below(most);
    (0..count)
        .map(|step| BOILER[(start + 2 * step) % BOILER.len()])
        .collect()
}
