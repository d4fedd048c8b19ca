//! Parts that the designs share: the state of the account number, offices, prose and small marks.
use crate::barcode::{self, Symbology};
use crate::case::{self, Case, Date};
use crate::layout::sheet::Sheet;
use crate::notice::{AccountCell, NoticeTruth};
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// How the filer's own account number stands on a page.
pub(super) enum Own {
    /// The number is printed: as shown, and its digits.
    Printed(String, String),
    /// The label stands there, its place is empty.
    Blank,
    /// Neither label nor number.
    Without,
}

impl Own {
    /// Draws a state; `printed` and `blank` are percentages, `turn` keeps designs from going alike.
    pub(super) fn draw(rng: &mut Rng, case: &Case, [printed, blank, turn]: [usize; 3]) -> Own {
        let roll = (rng.below(100) + turn) % 100;
        if roll < printed {
            let grouped = rng.chance(0.4);
            let shown = match grouped {
                true => case::printed_account(rng, &case.account),
                false => case.account.clone(),
            };
            Own::Printed(shown, case.account.clone())
        } else if roll < printed + blank {
            Own::Blank
        } else {
            Own::Without
        }
    }

    /// The text of the field: empty where it is blank, nothing where there is no field.
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Own::Printed(shown, _) => Some(shown),
            Own::Blank => Some(""),
            Own::Without => None,
        }
    }

    /// The number as shown, if it is printed.
    pub(super) fn number(&self) -> Option<&str> {
        self.text().filter(|text| !text.is_empty())
    }

    /// Notes the state in the truth.
    pub(super) fn note(&self, truth: &mut NoticeTruth) {
        match self {
            Own::Printed(_, digits) => truth.prints_account(digits),
            Own::Blank => truth.account_cell = AccountCell::Blank,
            Own::Without => {}
        }
    }
}

/// The three cuts of one family.
pub(super) struct Cuts {
    pub(super) regular: Face,
    pub(super) bold: Face,
    pub(super) italic: Face,
}

/// The cuts of a family.
pub(super) fn cuts(family: Family) -> Cuts {
    Cuts {
        regular: Face::regular(family),
        bold: Face::bold(family),
        italic: Face::italic(family),
    }
}

/// An office with its street or box and its town.
pub(super) struct Office {
    pub(super) name: &'static str,
    pub(super) street: &'static str,
    pub(super) town: &'static str,
}

const CENTERS: &[(&str, &str, &str)] = &[
    (
        "Nebraska Service Center",
        "P.O. Box 82521",
        "Lincoln NE 68501-2521",
    ),
    (
        "California Service Center",
        "P.O. Box 30111",
        "Laguna Niguel CA 92607-0111",
    ),
    (
        "Vermont Service Center",
        "38 River Road",
        "Essex Junction VT 05479-0001",
    ),
    (
        "Texas Service Center",
        "6046 N Belt Line Rd. Suite 172",
        "Irving TX 75038-0015",
    ),
    (
        "National Benefits Center",
        "P.O. Box 648004",
        "Lee's Summit MO 64002-8004",
    ),
    (
        "Potomac Service Center",
        "2200 Potomac Center Drive MS 2425",
        "Arlington VA 20598-2425",
    ),
];

const FIELD_OFFICES: &[(&str, &str, &str)] = &[
    (
        "Philadelphia Field Office",
        "30 North 41st Street, Room 200",
        "Philadelphia PA 19104-2278",
    ),
    (
        "Atlanta Field Office",
        "2150 Parklake Drive NE",
        "Atlanta GA 30345-2812",
    ),
    (
        "Des Moines Field Office",
        "210 Walnut Street, Room 369",
        "Des Moines IA 50309-2105",
    ),
    (
        "New Orleans Field Office",
        "1250 Poydras Street, Suite 1850",
        "New Orleans LA 70113-1803",
    ),
    (
        "Santa Ana Field Office",
        "34 Civic Center Plaza",
        "Santa Ana CA 92701-4025",
    ),
    (
        "Norfolk Field Office",
        "5678 East Virginia Beach Blvd",
        "Norfolk VA 23502-2440",
    ),
    (
        "Hartford Field Office",
        "450 Main Street, 1st Floor",
        "Hartford CT 06103-3060",
    ),
];

/// One of the service centers.
pub(super) fn center(rng: &mut Rng) -> Office {
    let (name, street, town) = rng.pick(CENTERS);
    Office { name, street, town }
}

/// One of the field offices.
pub(super) fn field_office(rng: &mut Rng) -> Office {
    let (name, street, town) = rng.pick(FIELD_OFFICES);
    Office { name, street, town }
}

/// A field of the truth.
pub(super) fn noted(text: &str) -> Option<String> {
    Some(text.to_string())
}

/// Notes the persons of the case under their roles, as they are printed.
pub(super) fn note_roles(truth: &mut NoticeTruth, case: &Case, filer: &str, other: Option<&str>) {
    if case.is_petition {
        truth.fields.petitioner = noted(filer);
        truth.fields.beneficiary = other.map(String::from);
    } else {
        truth.fields.applicant = noted(filer);
    }
}

/// The role of the one who filed.
pub(super) fn role(case: &Case) -> &'static str {
    if case.is_petition {
        "Petitioner"
    } else {
        "Applicant"
    }
}

/// A date in one of four prints: 04/01/2021, April 1, 2021, 01 Apr 2021, APRIL 1, 2021.
pub(super) fn dated(date: &Date, print: usize) -> String {
    let long = date.long();
    match print {
        0 => date.numeric(),
        1 => long,
        2 => format!("{:02} {} {}", date.day, &long[..3], date.year),
        _ => long.to_uppercase(),
    }
}

/// Capitals turned into title case, small words kept small.
pub(super) fn titled(capitals: &str) -> String {
    const SMALL: &[&str] = &[
        "A", "AN", "AND", "FOR", "IN", "OF", "ON", "OR", "TO", "BY", "UNDER",
    ];
    let word = |(place, word): (usize, &str)| {
        if place > 0 && SMALL.contains(&word) {
            return word.to_lowercase();
        }
        let mut out = String::new();
        let mut up = true;
        for letter in word.chars() {
            out.push(if up {
                letter
            } else {
                letter.to_ascii_lowercase()
            });
            up = !letter.is_alphanumeric();
        }
        out
    };
    capitals
        .split(' ')
        .enumerate()
        .map(word)
        .collect::<Vec<_>>()
        .join(" ")
}

/// The size, at most `size`, at which a text keeps within the room.
pub(super) fn fit(face: Face, size: f32, text: &str, room: f32) -> f32 {
    let width = face.width(text, size);
    if width > room {
        size * room / width
    } else {
        size
    }
}

/// A text broken at spaces into lines that keep within the room.
pub(super) fn wrap(face: Face, size: f32, text: &str, room: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if face.width(&format!("{line} {word}"), size) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_string()),
        }
    }
    lines
}

/// Lines one under the other; returns the baseline after the last.
pub(super) fn stack(
    sheet: &mut Sheet,
    face: Face,
    size: f32,
    [x, y, pitch]: [f32; 3],
    lines: &[String],
) -> f32 {
    let mut y = y;
    for line in lines {
        sheet.write(face, size, x, y, line);
        y += pitch;
    }
    y
}

/// Paragraphs with a gap between them; returns the baseline after the last.
pub(super) fn prose(
    sheet: &mut Sheet,
    face: Face,
    size: f32,
    [x, y, measure]: [f32; 3],
    paragraphs: &[&str],
) -> f32 {
    let mut y = y;
    for text in paragraphs {
        y = sheet.paragraph(face, size, x, y, measure, text) + size * 0.55;
    }
    y
}

/// Bars of a receipt number; returns their right edge.
pub(super) fn receipt_bars(
    sheet: &mut Sheet,
    code: Symbology,
    [x, y, module, height]: [f32; 4],
    receipt: &str,
) -> f32 {
    match barcode::modules(code, receipt) {
        Some(modules) => {
            sheet.bars(x, y, module, height, &modules);
            x + module * modules.len() as f32
        }
        None => x,
    }
}

/// The short and tall bars that the post prints above an address.
pub(super) fn mail_bars(rng: &mut Rng, sheet: &mut Sheet, x: f32, y: f32) {
    for bar in 0..65 {
        let left = x + bar as f32 * 3.1;
        let (top, bottom) = rng.pick(&[(0.0, 8.0), (0.0, 5.4), (2.6, 8.0), (2.6, 5.4), (2.6, 5.4)]);
        sheet.fill([left, y + top, left + 1.2, y + bottom], 0.0);
    }
}

/// A small check box, crossed or not.
pub(super) fn check_box(sheet: &mut Sheet, face: Face, x: f32, baseline: f32, crossed: bool) {
    sheet.frame([x, baseline - 7.5, x + 8.0, baseline + 0.5], 0.7);
    if crossed {
        sheet.centred(face, 9.0, x + 4.0, baseline - 0.3, "X");
    }
}

/// A sum in dollars.
pub(super) fn money(rng: &mut Rng) -> String {
    rng.pick(&[
        "$85.00",
        "$410.00",
        "$465.00",
        "$535.00",
        "$700.00",
        "$725.00",
        "$1,225.00",
        "$1,440.00",
    ])
    .to_string()
}

const MENTIONS: &[&str] = &[
    "Write your USCIS online account number on each form that you mail to us, if you have one.",
    "If you create an online account, we assign you a 12-digit USCIS online account number.",
    "An online account number looks like this: 000123456789. It is not your A-Number.",
    "Your USCIS online account number is not the same as your A-Number or your receipt number.",
    "To find your online account number, sign in at my.uscis.gov and open your profile.",
    "Do not enter an attorney's USCIS online account number in the space for your own number.",
];

/// A sentence that speaks of account numbers and gives none (or an example).
pub(super) fn mention(rng: &mut Rng) -> &'static str {
    rng.pick(MENTIONS)
}

/// A framed cell: its label small at the top, its value under it, shrunk to the room.
pub(super) fn boxed(
    sheet: &mut Sheet,
    [label_face, value_face]: [Face; 2],
    [label_size, value_size]: [f32; 2],
    edges: [f32; 4],
    [label, value]: [&str; 2],
) {
    let [left, top, right, _] = edges;
    sheet.frame(edges, 0.6);
    let room = right - left - 6.0;
    let size = fit(label_face, label_size, label, room);
    sheet.write(label_face, size, left + 3.0, top + label_size + 1.5, label);
    if !value.is_empty() {
        let size = fit(value_face, value_size, value, room);
        let y = top + label_size + value_size + 4.5;
        sheet.write(value_face, size, left + 3.0, y, value);
    }
}
