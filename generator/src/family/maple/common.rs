//! What all the designs share: fates of the account number, wordings, offices, traps, fitting.
use crate::barcode::{self, Symbology};
use crate::case::{self, Case, Date, Person};
use crate::layout::sheet::Sheet;
use crate::notice::{AccountCell, NoticeTruth};
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// What becomes of the filer's own account number on a notice.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Fate {
    /// Label and number are printed.
    Shown,
    /// The label is printed, its place is empty.
    Blank,
    /// Neither is printed.
    Absent,
}

/// Draws a fate: `shown` and `blank` are parts of 100. No account can exist before May 2012.
pub(super) fn fate(rng: &mut Rng, case: &Case, shown: i64, blank: i64) -> Fate {
    let draw = rng.between(1, 100);
    if !accounts_exist(case) {
        Fate::Absent
    } else if draw <= shown {
        Fate::Shown
    } else if draw <= shown + blank {
        Fate::Blank
    } else {
        Fate::Absent
    }
}

/// Whether online accounts existed on the day of the notice.
pub(super) fn accounts_exist(case: &Case) -> bool {
    case.noticed.year > 2012 || (case.noticed.year == 2012 && case.noticed.month >= 5)
}

/// Notes the fate in the truth and gives the text to print in the account's place.
pub(super) fn account_text(
    rng: &mut Rng,
    case: &Case,
    truth: &mut NoticeTruth,
    fate: Fate,
) -> String {
    match fate {
        Fate::Shown => {
            truth.prints_account(&case.account);
            spaced(rng, &case.account)
        }
        Fate::Blank => {
            truth.account_cell = AccountCell::Blank;
            String::new()
        }
        Fate::Absent => String::new(),
    }
}

/// Twelve digits in one of the ways that offices print them.
pub(super) fn spaced(rng: &mut Rng, number: &str) -> String {
    let groups = |size: usize, mark: &str| {
        let chars: Vec<char> = number.chars().collect();
        let parts: Vec<String> = chars
            .chunks(size)
            .map(|part| part.iter().collect())
            .collect();
        parts.join(mark)
    };
    match rng.below(9) {
        0 => groups(4, " "),
        1 => groups(4, "-"),
        2 => groups(3, " "),
        _ => number.to_string(),
    }
}

/// A receipt number, mostly plain, now and then with hyphens; noted in the truth.
pub(super) fn receipt_text(rng: &mut Rng, truth: &mut NoticeTruth, receipt: &str) -> String {
    truth.prints_receipt(receipt);
    match rng.below(4) {
        0 => format!(
            "{}-{}-{}-{}",
            &receipt[..3],
            &receipt[3..5],
            &receipt[5..8],
            &receipt[8..]
        ),
        _ => receipt.to_string(),
    }
}

/// An A-Number with its letter; noted in the truth.
pub(super) fn alien_text(rng: &mut Rng, truth: &mut NoticeTruth, person: &Person) -> String {
    truth.prints_a_number(&person.a_number);
    let padded = format!("{:0>9}", person.a_number);
    let a = &padded[..3];
    let b = &padded[3..6];
    let c = &padded[6..];
    match rng.below(4) {
        0 => format!("A{a} {b} {c}"),
        1 => format!("A{a}-{b}-{c}"),
        2 => format!("A{padded}"),
        _ => format!("A {a} {b} {c}"),
    }
}

/// A date as this notice prints dates: `way` 0 numeric, 1 long, 2 day first.
pub(super) fn day(way: usize, date: &Date) -> String {
    const SHORT: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    match way {
        0 => date.numeric(),
        1 => date.long(),
        _ => format!(
            "{} {} {}",
            date.day,
            SHORT[(date.month - 1) as usize],
            date.year
        ),
    }
}

/// An invented employer.
pub(super) fn company(rng: &mut Rng) -> String {
    let first = rng.pick(&[
        "BRIGHTWATER",
        "KESTREL HILL",
        "OAK LANTERN",
        "NORTHFORD",
        "TALLGRASS",
        "PINE RIVER",
        "QUILLON",
        "SABLE POINT",
        "HARROWGATE",
        "VELLUM",
        "COPPERLINE",
        "MERIDIAN PARK",
    ]);
    let second = rng.pick(&[
        "SYSTEMS",
        "ANALYTICS",
        "BIOLOGICS",
        "ENGINEERING",
        "HEALTH PARTNERS",
        "SOFTWARE",
        "UNIVERSITY HOSPITAL",
        "CONSULTING",
        "FOODS",
        "ROBOTICS",
    ]);
    let last = rng.pick(&["INC", "LLC", "CORP", "LP", "INC.", "CO"]);
    format!("{first} {second} {last}")
}

/// An office: name, two lines of address (some states end in A), telephone.
#[derive(Clone, Copy)]
pub(super) struct Office {
    /// The name as it is printed at the foot.
    pub name: &'static str,
    /// Street or box.
    pub street: &'static str,
    /// City, state and ZIP+4, no comma.
    pub city: &'static str,
}

/// The offices whose notices these are.
pub(super) const OFFICES: [Office; 6] = [
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
        name: "Vermont Service Center",
        street: "38 River Road",
        city: "Essex Junction VT 05479-0001",
    },
    Office {
        name: "Texas Service Center",
        street: "6046 N Belt Line Rd Suite 172",
        city: "Irving TX 75038-0015",
    },
    Office {
        name: "Potomac Service Center",
        street: "2200 Potomac Center Drive Stop 2425",
        city: "Arlington VA 20598-2425",
    },
    Office {
        name: "National Benefits Center",
        street: "P.O. Box 648004",
        city: "Lee's Summit MO 64002-8004",
    },
];

/// The largest size, at most `size`, at which the text fits into the width.
pub(super) fn fit(face: Face, size: f32, text: &str, width: f32) -> f32 {
    let wide = face.width(text, size);
    if wide <= width {
        size
    } else {
        size * width / wide
    }
}

/// Writes a text shrunk to a width where it must be.
pub(super) fn fitted(
    sheet: &mut Sheet,
    face: Face,
    size: f32,
    at: (f32, f32),
    width: f32,
    text: &str,
) {
    sheet.write(face, fit(face, size, text, width), at.0, at.1, text);
}

/// Lines one below the other; gives the baseline after the last.
pub(super) fn lines(
    sheet: &mut Sheet,
    face: Face,
    size: f32,
    at: (f32, f32),
    texts: &[&str],
) -> f32 {
    let mut y = at.1;
    for text in texts {
        sheet.write(face, size, at.0, y, text);
        y += size * 1.2;
    }
    y
}

/// Paragraphs with half a line between them; gives the next free baseline.
pub(super) fn prose(
    sheet: &mut Sheet,
    face: Face,
    size: f32,
    at: (f32, f32),
    measure: f32,
    texts: &[String],
) -> f32 {
    let mut y = at.1;
    for text in texts {
        y = sheet.paragraph(face, size, at.0, y, measure, text) + size * 0.55;
    }
    y
}

/// The barcode of a receipt number, Code 39 with its stars or Code 128.
pub(super) fn bar(sheet: &mut Sheet, rng: &mut Rng, at: (f32, f32), height: f32, receipt: &str) {
    let kind = if rng.chance(0.5) {
        Symbology::Code39
    } else {
        Symbology::Code128
    };
    if let Some(modules) = barcode::modules(kind, receipt) {
        let room = 195.0 / modules.len() as f32;
        sheet.bars(at.0, at.1, room.min(0.9), height, &modules);
    }
}

/// Name and firm of the attorney, then the address: the addressee of most petition notices.
pub(super) fn addressee(case: &Case, attorney: bool, party: &str) -> Vec<String> {
    let mut block = Vec::new();
    if attorney {
        block.push(case.attorney.0.to_uppercase());
        block.push(case.attorney.1.to_uppercase());
    } else {
        block.push(party.to_string());
    }
    block.push(case.address[0].to_uppercase());
    block.push(case.address[1].to_uppercase());
    block
}

/// A long number of a parcel service, a bank or the treasury: twelve digits, no account.
pub(super) fn twelve(rng: &mut Rng) -> String {
    case::account(rng)
}

/// Centred microprint rows, a faint line of tiny repeated words.
pub(super) fn microprint(sheet: &mut Sheet, family: Family, y: f32, words: &str) {
    let face = Face::regular(family);
    let mut line = String::new();
    while face.width(&format!("{line} {words}"), 2.6) < 540.0 {
        line.push_str(words);
        line.push(' ');
    }
    sheet.write_shaded(face, 2.6, 36.0, y, &line, 0.45);
}

/// The case's title as people write titles, not in capitals.
pub(super) fn titled(case: &Case) -> String {
    let small = [
        "OF", "BY", "FOR", "OR", "TO", "AND", "A", "AN", "THE", "IN", "ON",
    ];
    let words = case.title.split(' ').enumerate().map(|(place, word)| {
        let low = word.to_lowercase();
        if place > 0 && small.contains(&word) {
            return low;
        }
        let mut letters = low.chars();
        letters.next().map_or(String::new(), |first| {
            first.to_uppercase().collect::<String>() + letters.as_str()
        })
    });
    words.collect::<Vec<_>>().join(" ")
}

/// The role of the one who filed.
pub(super) fn filer_role(case: &Case) -> &'static str {
    if case.is_petition {
        "Petitioner"
    } else {
        "Applicant"
    }
}

/// Notes the filer under the right role, and the beneficiary of a petition, as printed.
pub(super) fn note_people(
    truth: &mut NoticeTruth,
    case: &Case,
    filer: &str,
    beneficiary: Option<&str>,
) {
    if case.is_petition {
        truth.fields.petitioner = Some(filer.to_string());
        truth.fields.beneficiary = beneficiary.map(str::to_string);
    } else {
        truth.fields.applicant = Some(filer.to_string());
    }
}
