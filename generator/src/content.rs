//! Text for training lines: the three numbers in all printed forms, similar numbers, labels, dates,
//! names and sentences; all invented.

use fastrand::Rng;

/// What a line is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A receipt number, or one of the same shape.
    Receipt,
    /// An A-Number.
    ANumber,
    /// A USCIS online account number.
    Account,
    /// Anything else.
    Other,
    /// No text.
    Blank,
}

const PREFIXES: &[&str] = &[
    "IOE", "IOE", "IOE", "EAC", "VSC", "WAC", "CSC", "LIN", "NSC", "SRC", "TSC", "MSC", "NBC",
    "YSC", "ZAR", "ZBO", "ZCH", "ZHN", "ZLA", "ZMI", "ZNK", "ZNO", "ZNY", "ZSF",
];
const LABELS: &[&str] = &[
    "USCIS Online Account Number",
    "USCIS Account Number",
    "ACCOUNT NUMBER",
    "USCIS ELIS Account Number",
    "USCIS ELIS Number",
    "Online Account Number",
    "Online Account No.",
    "OAN",
    "Account Number",
    "Account #",
    "Online Access Code",
    "Attorney Account Number",
    "USCIS A#",
    "A#",
    "A Number",
    "A-Number",
    "USCIS ALIEN NUMBER",
    "Alien Number",
    "Alien Registration Number",
    "Alien Registration No.",
    "USCIS#",
    "Applicant",
    "Petitioner",
    "Beneficiary",
    "Receipt Number",
    "RECEIPT NUMBER",
    "Case Type",
    "CASE TYPE",
    "Received Date",
    "RECEIVED DATE",
    "Priority Date",
    "Notice Date",
    "NOTICE DATE",
    "Page",
    "PAGE",
    "Notice Type",
    "NOTICE TYPE",
    "Amount received",
    "Section",
    "Class",
    "Valid from",
    "DATE OF BIRTH",
    "PAYMENT INFORMATION",
    "APPLICATION NUMBER",
    "SOCIAL SECURITY NUMBER",
    "CODE",
    "APPLICATION SUPPORT CENTER",
    "DATE AND TIME OF APPOINTMENT",
    "Form I-797C, Notice of Action",
    "Receipt Notice",
    "Approval Notice",
    "Transfer Notice",
    "Department of Homeland Security",
    "U.S. Citizenship and Immigration Services",
    "I-94 Number",
    "Date of Birth",
    "Country of Citizenship",
    "Application Number",
    "Receipt #",
    "Receipt No.",
    "Case Number",
    "Fingerprint Notice",
];
const WORDS: &str = "THIS NOTICE DOES NOT GRANT ANY IMMIGRATION STATUS OR BENEFIT. Please see the \
additional information on the back. You will be notified separately about any other cases you \
filed. We have received the above application or petition (\"case\") and it is in process. If any \
of the above information is incorrect, please call the USCIS Contact Center at 800-375-5283 \
immediately. The above petition has been approved. Please save this notice for your records. \
Please enclose a copy if you have to write us about this case, or if you file another application \
based on this decision. Biometrics appointment bring this letter and photo identification such as \
a passport, driver's license or State ID. Nebraska Service Center P.O. Box 82521 Lincoln, NE \
68501-2521 California Texas Vermont National Benefits Center Potomac Application to Register \
Permanent Residence or Adjust Status I-485 I-130 I-765 I-131 I-129 I-140 N-400 I-90 I-539 I-589 \
I-751 Petition for Alien Relative Nonimmigrant Worker Employment Authorization Travel Document fee \
waived amount received: $ U.S. DHS Form I-797 I-797A I-797B I-797E Section 203(b)(2) INA 8 CFR \
214.2(h) Consulate Notification sent to the beneficiary's employer H1B L1A F1 valid until further \
notice your case was transferred customer service web site www.uscis.gov/casestatus failure to \
appear within 87 days from the date of this letter may result in denial";
const NAMES: &[&str] = &[
    "SMITH",
    "Garcia",
    "NGUYEN",
    "Okafor",
    "PATEL",
    "Kowalski",
    "MARIA",
    "Juan",
    "WEI",
    "Fatima",
    "ALVAREZ",
    "Johnson",
    "SINGH",
    "Hassan",
    "IVANOVA",
    "Chen",
    "DE LA CRUZ",
    "O'Brien",
    "MOHAMMED",
    "Olga",
    "JOSE",
    "Anh",
    "ROSSI",
    "Dubois",
    "KIM",
    "Silva",
    "LOPEZ",
    "Priya",
    "Zhang",
    "YUSUF",
];

/// `n` random digits.
pub fn digits(rng: &mut Rng, n: usize) -> String {
    (0..n).map(|_| char::from(b'0' + rng.u8(0..10))).collect()
}

fn letters(rng: &mut Rng, n: usize) -> String {
    (0..n).map(|_| rng.uppercase()).collect()
}

fn one<'a>(rng: &mut Rng, list: &[&'a str]) -> &'a str {
    list[rng.usize(0..list.len())]
}

/// Groups of `digits` by lengths, joined.
fn grouped(digits: &str, lengths: &[usize], joint: &str) -> String {
    let mut at = 0;
    let parts: Vec<&str> = lengths
        .iter()
        .map(|&n| {
            let part = &digits[at..at + n];
            at += n;
            part
        })
        .collect();
    parts.join(joint)
}

/// A receipt number in one of its printed forms. One in eight has an unknown prefix, so that the
/// network reads letters instead of guessing them.
pub fn receipt(rng: &mut Rng) -> String {
    let prefix = if rng.u8(0..8) == 0 {
        letters(rng, 3)
    } else {
        one(rng, PREFIXES).to_owned()
    };
    let d = digits(rng, 10);
    match rng.u8(0..20) {
        0..=10 => format!("{prefix}{d}"),
        11..=14 => format!("{prefix}-{}", grouped(&d, &[2, 3, 5], "-")),
        15 | 16 => format!("{prefix} {}", grouped(&d, &[2, 3, 5], " ")),
        17 => format!("{prefix} {d}"),
        18 => format!("{prefix}-{d}"),
        _ => format!("{prefix}*{}", digits(rng, 9)),
    }
}

/// An A-Number of seven to nine digits in one of its printed forms.
pub fn a_number(rng: &mut Rng) -> String {
    let n = [9, 9, 9, 9, 8, 7][rng.usize(0..6)];
    let mut d = digits(rng, n);
    if n == 9 {
        d.replace_range(0..1, one(rng, &["0", "0", "1", "2", "2", "3"]));
    }
    let lengths: &[usize] = match n {
        9 => &[3, 3, 3],
        8 => &[2, 3, 3],
        _ => &[1, 3, 3],
    };
    let spaced = grouped(&d, lengths, " ");
    let dashed = grouped(&d, lengths, "-");
    match rng.u8(0..16) {
        0..=4 => format!("A{spaced}"),
        5 | 6 => format!("A {spaced}"),
        7..=9 => format!("A{d}"),
        10 => format!("A-{d}"),
        11 => format!("A{dashed}"),
        12 => format!("A# {spaced}"),
        13 => format!("A#{d}"),
        14 => spaced,
        _ => d,
    }
}

/// An online account number in one of its printed forms.
pub fn account(rng: &mut Rng) -> String {
    let mut d = digits(rng, 12);
    if rng.u8(0..3) == 0 {
        d.replace_range(0..1, "0");
    }
    match rng.u8(0..12) {
        0..=7 => d,
        8 | 9 => grouped(&d, &[4, 4, 4], " "),
        10 => grouped(&d, &[4, 4, 4], "-"),
        _ => grouped(&d, &[3, 3, 3, 3], " "),
    }
}

/// A label of a notice, sometimes in capitals or with a colon.
pub fn label(rng: &mut Rng) -> String {
    let mut text = one(rng, LABELS).to_owned();
    if rng.u8(0..5) == 0 {
        text = text.to_uppercase();
    }
    if rng.u8(0..4) == 0 {
        text.push(':');
    }
    text
}

/// A date in one of the formats of notices.
pub fn date(rng: &mut Rng) -> String {
    let month = rng.u32(1..13);
    let day = rng.u32(1..29);
    let year = rng.u32(1960..2027);
    let name = one(rng, &crate::case::MONTHS);
    match rng.u8(0..4) {
        0 | 1 => format!("{month:02}/{day:02}/{year}"),
        2 => format!("{name} {day}, {year}"),
        _ => format!("{month:02}/{day:02}/{:02}", year % 100),
    }
}

/// A person's name.
pub fn name(rng: &mut Rng) -> String {
    let a = one(rng, NAMES);
    let b = one(rng, NAMES);
    let text = if rng.bool() {
        format!("{a}, {b}")
    } else {
        format!("{a} {b}")
    };
    if rng.bool() {
        text.to_uppercase()
    } else {
        text
    }
}

/// A few words in a row of the sentences of notices.
pub fn words(rng: &mut Rng, most: usize) -> String {
    let all: Vec<&str> = WORDS.split(' ').collect();
    let start = rng.usize(0..all.len());
    let mut text = String::new();
    for word in &all[start..] {
        if text.len() + word.len() >= most {
            break;
        }
        if !text.is_empty() {
            text.push(' ');
        }
        text.extend(word.chars().filter(|&c| c != '"'));
    }
    if rng.u8(0..4) == 0 {
        text.to_uppercase()
    } else {
        text
    }
}

/// A number that is not one of the three.
pub fn rival(rng: &mut Rng) -> String {
    match rng.u8(0..12) {
        0 => format!("{} {}", digits(rng, 9), digits(rng, 2)),
        1 => format!("{}{}{}", digits(rng, 9), rng.uppercase(), digits(rng, 1)),
        2 => format!("N{}", digits(rng, 10)),
        3 => format!("{}-{}-{}", digits(rng, 3), digits(rng, 3), digits(rng, 4)),
        4 => format!("({}) {}-{}", digits(rng, 3), digits(rng, 3), digits(rng, 4)),
        5 => format!("{}-{}-{}", digits(rng, 3), digits(rng, 2), digits(rng, 4)),
        6 => format!("${}.{}", rng.u32(1..3000), digits(rng, 2)),
        7 => format!("Page {} of {}", rng.u8(1..4), rng.u8(1..9)),
        8 => format!(
            "{}-{}-{}-{}",
            rng.uppercase(),
            digits(rng, 3),
            digits(rng, 5),
            digits(rng, 6)
        ),
        9 => format!(
            "{}, {} {}-{}",
            one(
                rng,
                &[
                    "Lincoln",
                    "Laguna Niguel",
                    "Lee's Summit",
                    "Irving",
                    "St. Albans"
                ]
            ),
            letters(rng, 2),
            digits(rng, 5),
            digits(rng, 4)
        ),
        10 => {
            let n = rng.usize(1..22);
            digits(rng, n)
        }
        _ => format!(
            "{} {} Street Apt. {}",
            rng.u16(1..9999),
            one(rng, NAMES),
            rng.u8(1..99)
        ),
    }
}

/// Random characters, so that the network doesn't learn a language model.
pub fn scramble(rng: &mut Rng) -> String {
    const MIX: &[u8] =
        b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#:-/.,$()*&'0OI1l5S8B2Z6G";
    let mut text = String::new();
    for _ in 0..rng.usize(1..4) {
        if !text.is_empty() {
            text.push(' ');
        }
        text.extend((0..rng.usize(1..9)).map(|_| char::from(MIX[rng.usize(0..MIX.len())])));
    }
    text
}

/// A line: its kind and its pieces from left to right, with gaps between them.
pub fn line(rng: &mut Rng) -> (Kind, Vec<String>) {
    let (kind, number) = match rng.u8(0..100) {
        0..=20 => (Kind::Receipt, receipt(rng)),
        21..=40 => (Kind::ANumber, a_number(rng)),
        41..=60 => (Kind::Account, account(rng)),
        61..=71 => return (Kind::Other, vec![label(rng)]),
        72..=76 => return (Kind::Other, vec![date(rng)]),
        77..=80 => return (Kind::Other, vec![name(rng)]),
        81..=90 => {
            let most = rng.usize(8..58);
            return (Kind::Other, vec![words(rng, most)]);
        }
        91..=94 => return (Kind::Other, vec![rival(rng)]),
        95 | 96 => return (Kind::Other, vec![scramble(rng)]),
        97 => (Kind::Other, rival(rng)),
        _ => return (Kind::Blank, Vec::new()),
    };
    let pieces = match rng.u8(0..20) {
        0..=12 => vec![number],
        13 | 14 => vec![label(rng), number],
        15 => vec![number, date(rng)],
        16 => vec![number, name(rng)],
        17 => vec![date(rng), number],
        18 => {
            let other = if rng.bool() {
                a_number(rng)
            } else {
                account(rng)
            };
            vec![number, other]
        }
        _ => {
            let most = rng.usize(5..20);
            vec![words(rng, most), number]
        }
    };
    (kind, pieces)
}
