//! What the pages say: owners of numbers, printed forms, dates, offices, prose.
use crate::case::{self, Case, Date, MONTHS, Person};
use crate::notice::{AccountCell, NoticeTruth};
use crate::rng::Rng;

/// How the filer's own account number stands on a page.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Own {
    /// Label and number.
    Printed,
    /// Label with an empty place.
    Blank,
    /// Neither.
    Nothing,
}

impl Own {
    /// Draws by chances in hundredths.
    pub(super) fn draw(rng: &mut Rng, printed: i64, blank: i64) -> Own {
        let lot = rng.between(1, 100);
        match lot {
            _ if lot <= printed => Own::Printed,
            _ if lot <= printed + blank => Own::Blank,
            _ => Own::Nothing,
        }
    }

    /// Notes the truth; gives the text for the place beside the label, if there is a label.
    pub(super) fn text(
        self,
        rng: &mut Rng,
        case: &Case,
        truth: &mut NoticeTruth,
    ) -> Option<String> {
        match self {
            Own::Printed => {
                truth.prints_account(&case.account);
                Some(account_form(rng, &case.account))
            }
            Own::Blank => {
                truth.account_cell = AccountCell::Blank;
                Some(String::new())
            }
            Own::Nothing => None,
        }
    }
}

/// A printed form of an account number: mostly unsplit.
pub(super) fn account_form(rng: &mut Rng, digits: &str) -> String {
    match rng.below(8) {
        0 => grouped(digits, 4, " "),
        1 => grouped(digits, 4, "-"),
        2 => grouped(digits, 3, " "),
        _ => digits.to_string(),
    }
}

/// The characters in groups of `size` with `gap` between.
pub(super) fn grouped(text: &str, size: usize, gap: &str) -> String {
    let all: Vec<char> = text.chars().collect();
    let parts: Vec<String> = all.chunks(size).map(|part| part.iter().collect()).collect();
    parts.join(gap)
}

/// A printed form of a receipt number: plain, or in its usual groups.
pub(super) fn receipt_form(rng: &mut Rng, receipt: &str) -> String {
    if rng.chance(0.65) {
        receipt.to_string()
    } else {
        case::printed_receipt(rng, receipt)
    }
}

/// A printed form of an A-Number with its letter.
pub(super) fn alien_form(rng: &mut Rng, digits: &str) -> String {
    let padded = format!("{digits:0>9}");
    match rng.below(5) {
        0 => format!("A{}", grouped(&padded, 3, " ")),
        1 => format!("A{}", grouped(&padded, 3, "-")),
        2 => format!("A-{padded}"),
        3 => format!("A {}", grouped(&padded, 3, " ")),
        _ => format!("A{padded}"),
    }
}

/// A date in one of five printed manners.
pub(super) fn when(manner: usize, date: &Date) -> String {
    let month = MONTHS[(date.month as usize - 1) % 12];
    match manner {
        0 => date.numeric(),
        1 => date.long(),
        2 => format!("{} {} {}", date.day, &month[..3], date.year),
        3 => date.long().to_uppercase(),
        _ => format!(
            "{:02} {} {}",
            date.day,
            month[..3].to_uppercase(),
            date.year
        ),
    }
}

/// "Petitioner" or "Applicant".
pub(super) fn role(case: &Case) -> &'static str {
    if case.is_petition {
        "Petitioner"
    } else {
        "Applicant"
    }
}

/// Notes the filer's name as printed, under the right role.
pub(super) fn notes_filer(truth: &mut NoticeTruth, case: &Case, name: &str) {
    if case.is_petition {
        truth.fields.petitioner = Some(name.to_string());
    } else {
        truth.fields.applicant = Some(name.to_string());
    }
}

/// A person's name in a manner: listed, or given name first.
pub(super) fn named(manner: usize, person: &Person) -> String {
    if manner == 0 {
        person.listed()
    } else {
        person.name()
    }
}

/// The code without its hyphen in some systems.
pub(super) fn code_and_title(rng: &mut Rng, case: &Case) -> String {
    match rng.below(4) {
        0 => format!("{} - {}", case.form_code.replacen('-', "", 1), case.title),
        1 => format!("{}, {}", case.form_code, case.title),
        2 => format!("FORM {}, {}", case.form_code, case.title),
        _ => format!("{} {}", case.form_code, case.title),
    }
}

/// An office of the agency.
#[derive(Clone, Copy)]
pub(super) struct Office {
    /// Its name.
    pub(super) name: &'static str,
    /// Street or box.
    pub(super) street: &'static str,
    /// City, state and ZIP+4.
    pub(super) place: &'static str,
}

const CENTERS: [Office; 6] = [
    Office {
        name: "Nebraska Service Center",
        street: "P.O. Box 82521",
        place: "Lincoln NE 68501-2521",
    },
    Office {
        name: "Vermont Service Center",
        street: "38 River Road",
        place: "Essex Junction VT 05479-0001",
    },
    Office {
        name: "California Service Center",
        street: "P.O. Box 30111",
        place: "Laguna Niguel CA 92607-0111",
    },
    Office {
        name: "Texas Service Center",
        street: "6046 N Belt Line Rd.",
        place: "Irving TX 75038-0001",
    },
    Office {
        name: "Potomac Service Center",
        street: "131 M Street NE, Mailstop 2200",
        place: "Arlington VA 20598-2200",
    },
    Office {
        name: "National Benefits Center",
        street: "P.O. Box 25920",
        place: "Overland Park KS 66225-5920",
    },
];

const FIELD: [Office; 6] = [
    Office {
        name: "Philadelphia Field Office",
        street: "30 North 41st Street",
        place: "Philadelphia PA 19104-4309",
    },
    Office {
        name: "Des Moines Field Office",
        street: "210 Walnut Street, Room 369",
        place: "Des Moines IA 50309-2103",
    },
    Office {
        name: "Atlanta Field Office",
        street: "2150 Parklake Drive NE",
        place: "Atlanta GA 30345-2817",
    },
    Office {
        name: "New Orleans Field Office",
        street: "1250 Poydras Street, Suite 1800",
        place: "New Orleans LA 70113-1804",
    },
    Office {
        name: "Boise Field Office",
        street: "1185 South Vinnell Way",
        place: "Boise ID 83709-1656",
    },
    Office {
        name: "Norfolk Field Office",
        street: "5678 East Virginia Beach Blvd",
        place: "Norfolk VA 23502-2440",
    },
];

/// A service center.
pub(super) fn center(rng: &mut Rng) -> Office {
    rng.pick(&CENTERS)
}

/// A field office.
pub(super) fn field_office(rng: &mut Rng) -> Office {
    rng.pick(&FIELD)
}

/// An invented telephone number.
pub(super) fn phone(rng: &mut Rng) -> String {
    format!(
        "({}) 555-{}",
        rng.pick(&["402", "802", "949", "215", "515", "404", "757"]),
        rng.digits(4)
    )
}

/// The addressee's block: name, perhaps care of the attorney, two lines of address.
pub(super) fn addressee(rng: &mut Rng, case: &Case) -> Vec<String> {
    let mut lines = vec![case.filer.name()];
    if rng.chance(0.35) {
        lines.push(format!("c/o {}", case.attorney.0));
        lines.push(case.attorney.1.clone());
    }
    lines.extend(case.address.iter().cloned());
    lines
}

/// A class, where the form has one.
pub(super) fn class(rng: &mut Rng, case: &Case) -> Option<String> {
    match case.form_code {
        "I-129" => Some(rng.pick(&["H1B", "L1A", "O1", "TN1"]).to_string()),
        "I-539" => Some(rng.pick(&["B2", "F1", "H4", "L2"]).to_string()),
        _ => None,
    }
}

/// A section of the law, where the form has one.
pub(super) fn section(rng: &mut Rng, case: &Case) -> Option<String> {
    match case.form_code {
        "I-130" => Some("Husband or wife of U.S. citizen, 201(b) INA".to_string()),
        "I-140" => Some(
            rng.pick(&["203(b)(2) INA", "203(b)(3)(A)(i) INA"])
                .to_string(),
        ),
        "I-485" => Some("Adjustment of status, 245(a) INA".to_string()),
        _ => None,
    }
}

/// A number of dollars.
pub(super) fn dollars(rng: &mut Rng) -> String {
    format!(
        "${}.00",
        rng.pick(&["460", "535", "640", "715", "725", "1,140", "1,225", "1,440"])
    )
}

/// An attorney's own account number, noted as the representative's.
pub(super) fn attorney_account(rng: &mut Rng, truth: &mut NoticeTruth) -> String {
    let digits = case::account(rng);
    truth.prints_representative_account(&digits);
    account_form(rng, &digits)
}

/// Paragraphs of which an office fills its letters.
const FILLER: [&str; 12] = [
    "Processing times differ from office to office. You can look up the present time for this \
     form at egov.uscis.gov/processing-times and follow the case under Case Status Online.",
    "If you move, you must tell us within ten days. Sign in to your online account or send Form \
     AR-11; a change reported to the post office alone does not reach us.",
    "We may ask for fingerprints, a photograph and a signature. If so, an Application Support \
     Center will write to you with a place and time.",
    "Anyone who asks you for money to speed up a case is not acting for USCIS. We never take \
     payment by telephone, gift card or private transfer.",
    "You may represent yourself or be represented by an attorney or an accredited \
     representative who files Form G-28 with this office.",
    "NOTICE: Although this case is with USCIS, information may be checked with other agencies \
     and through interviews under 8 CFR 103.2(b) before and after a decision.",
    "The Small Business Regulatory Enforcement and Fairness Act set up an Ombudsman for comments \
     on enforcement; call 1-888-734-3247 or see www.sba.gov/ombudsman.",
    "An online account is free. Its number is not your A-Number, not your receipt number and \
     not the number of a payment; we do not need it to find your case.",
    "Do not send original documents unless we ask for them. Copies are kept with the record \
     and are not returned.",
    "To speak with someone call the USCIS Contact Center at 800-375-5283, TTY 800-767-1833, \
     Monday to Friday, 8 a.m. to 8 p.m. Eastern time.",
    "If you have more than one case, each has its own receipt number. Please name only one \
     number in each letter that you send.",
    "Please read the reverse of this page. It tells you how to ask for a duplicate if the notice \
     was lost, and what to do if it names the wrong person.",
];

/// Draws some of the office's paragraphs, none twice.
pub(super) fn filler(rng: &mut Rng, count: usize) -> Vec<&'static str> {
    let start = rng.below(FILLER.len());
    let stride = rng.pick(&[1, 5, 7, 11]);
    (0..count.min(FILLER.len()))
        .map(|n| FILLER[(start + n * stride) % FILLER.len()])
        .collect()
}
