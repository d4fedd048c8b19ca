//! What the templates share: the account number, households, offices, small drawing helps.
use crate::barcode::{self, Symbology};
use crate::case::{self, Case, Person};
use crate::layout::sheet::Sheet;
use crate::notice::{AccountCell, NoticeTruth};
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Draws whether the filer's account number is printed, its place empty, or no label there.
pub(super) fn own(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Option<String> {
    match rng.below(20) {
        0..9 => {
            truth.prints_account(&case.account);
            Some(case::printed_account(rng, &case.account))
        }
        9..12 => {
            truth.account_cell = AccountCell::Blank;
            Some(String::new())
        }
        _ => None,
    }
}

/// A fresh truth for a page that names this I-797 form (empty for a letter).
pub(super) fn truth(form: &str) -> NoticeTruth {
    NoticeTruth {
        form: form.into(),
        ..Default::default()
    }
}

/// Whether a trap should be laid: more often where the page prints no account number.
pub(super) fn trap(rng: &mut Rng, own: &Option<String>) -> bool {
    rng.chance(if own.is_some() { 0.4 } else { 0.75 })
}

/// A text in a place of limited width: the type shrinks until it fits.
pub(super) fn fit(
    s: &mut Sheet,
    face: Face,
    size: f32,
    x: f32,
    y: f32,
    room: f32,
    text: &str,
) -> f32 {
    let wide = face.width(text, size);
    let size = if wide > room {
        size * room / wide
    } else {
        size
    };
    s.write(face, size, x, y, text)
}

/// The text broken at spaces into lines no wider than the measure.
pub(super) fn lines(face: Face, size: f32, measure: f32, text: &str) -> Vec<String> {
    let mut out: Vec<String> = vec![];
    for word in text.split_whitespace() {
        match out.last_mut() {
            Some(line) if face.width(&format!("{line} {word}"), size) <= measure => {
                line.push(' ');
                line.push_str(word);
            }
            _ => out.push(word.to_string()),
        }
    }
    out
}

/// Several lines one under another; gives the baseline after the last.
pub(super) fn stack(s: &mut Sheet, face: Face, size: f32, x: f32, y: f32, text: &[String]) -> f32 {
    let mut y = y;
    for line in text {
        s.write(face, size, x, y, line);
        y += size * 1.2;
    }
    y
}

/// A label, dots up to the stop, and nothing more.
pub(super) fn dotted(s: &mut Sheet, face: Face, size: f32, x: f32, y: f32, stop: f32, label: &str) {
    let end = s.write(face, size, x, y, label) + size * 0.3;
    let dot = face.width(".", size);
    let count = ((stop - end - size * 0.4) / dot).max(0.0) as usize;
    let dots = ".".repeat(count);
    s.flush_right(face, size, stop - size * 0.4, y, &dots);
}

/// A row of small boxes, one for a character; gives the right edge of the last.
pub(super) fn comb(
    s: &mut Sheet,
    face: Face,
    x: f32,
    y: f32,
    box_size: f32,
    cells: usize,
    text: &str,
) -> f32 {
    let top = y - box_size * 0.78;
    let bottom = y + box_size * 0.28;
    let text: Vec<char> = text.chars().collect();
    for cell in 0..cells {
        let left = x + cell as f32 * box_size;
        s.frame([left, top, left + box_size, bottom], 0.5);
        if let Some(mark) = text.get(cell) {
            let mark = mark.to_string();
            s.centred(face, box_size * 0.78, left + box_size / 2.0, y, &mark);
        }
    }
    x + cells as f32 * box_size
}

/// The barcode of a receipt number.
pub(super) fn barcode(s: &mut Sheet, rng: &mut Rng, x: f32, y: f32, high: f32, receipt: &str) {
    let kind = rng.pick(&[Symbology::Code39, Symbology::Code128]);
    if let Some(modules) = barcode::modules(kind, receipt) {
        let module = if modules.len() > 220 { 0.72 } else { 0.95 };
        s.bars(x, y, module, high, &modules);
    }
}

/// A small square to tick, ticked or not.
pub(super) fn tick(s: &mut Sheet, x: f32, y: f32, size: f32, on: bool) {
    s.frame([x, y - size * 0.8, x + size, y + size * 0.2], 0.6);
    if on {
        let face = Face::bold(Family::Helvetica);
        s.centred(face, size * 0.95, x + size / 2.0, y + size * 0.03, "X");
    }
}

/// The members of a household beside the filer.
pub(super) fn household(rng: &mut Rng, case: &Case, least: usize, most: usize) -> Vec<Person> {
    let count = rng.between(least as i64, most as i64);
    (0..count).map(|_| case.filer.relative(rng)).collect()
}

/// A person's A-Number in one of a page's ways of print, noted in the truth.
pub(super) fn alien(rng: &mut Rng, who: &Person, truth: &mut NoticeTruth) -> String {
    truth.prints_a_number(&who.a_number);
    case::printed_a_number(rng, &who.a_number)
}

/// The A-Number with nine digits and an `A` in front, noted in the truth.
pub(super) fn alien_plain(who: &Person, truth: &mut NoticeTruth) -> String {
    truth.prints_a_number(&who.a_number);
    format!("A{:0>9}", who.a_number)
}

/// The receipt number as printed, noted in the truth.
pub(super) fn receipt(rng: &mut Rng, number: &str, truth: &mut NoticeTruth) -> String {
    truth.prints_receipt(number);
    case::printed_receipt(rng, number)
}

/// An office: name, street line, city line.
pub(super) type Office = (&'static str, &'static str, &'static str);

/// Service centers, several in states that end in A.
pub(super) const CENTERS: &[Office] = &[
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
        "Texas Service Center",
        "6046 N Belt Line Rd Suite 172",
        "Irving TX 75038-0022",
    ),
    (
        "Vermont Service Center",
        "38 River Road",
        "Essex Junction VT 05479-0001",
    ),
    (
        "National Benefits Center",
        "P.O. Box 648004",
        "Lee's Summit MO 64002-8004",
    ),
    (
        "Potomac Service Center",
        "2200 Potomac Center Drive",
        "Arlington VA 20598-2425",
    ),
];

/// Field offices.
pub(super) const FIELD: &[Office] = &[
    (
        "Des Moines Field Office",
        "210 Walnut Street, Room 215",
        "Des Moines IA 50309-2119",
    ),
    (
        "Atlanta Field Office",
        "2150 Parklake Drive NE",
        "Atlanta GA 30345-2164",
    ),
    (
        "Sacramento Field Office",
        "650 Capitol Mall",
        "Sacramento CA 95814-4708",
    ),
    (
        "Norfolk Field Office",
        "5678 East Virginia Beach Blvd",
        "Norfolk VA 23502-2428",
    ),
    (
        "Buffalo Field Office",
        "306 Delaware Avenue",
        "Buffalo NY 14202-1805",
    ),
    ("Omaha Field Office", "1717 Avenue H", "Omaha NE 68110-2752"),
    (
        "Philadelphia Field Office",
        "30 North 41st Street",
        "Philadelphia PA 19104-2413",
    ),
];

/// How a member of a household is related to the filer, as the years of birth allow.
pub(super) fn tie(filer: &Person, person: &Person, spouse: &mut bool) -> &'static str {
    match person.born.year - filer.born.year {
        17.. => "Child",
        -16..=16 if !*spouse => {
            *spouse = true;
            "Spouse"
        }
        -16..=16 => "Sibling",
        _ => "Parent",
    }
}

/// A time of day within office hours.
pub(super) fn hour(rng: &mut Rng) -> String {
    let hour = rng.pick(&["8", "9", "10", "11", "1", "2"]);
    let minute = rng.pick(&["00", "10", "15", "30", "45"]);
    let half = if hour.len() == 1 && (hour == "1" || hour == "2") {
        "PM"
    } else {
        "AM"
    };
    format!("{hour}:{minute} {half}")
}

/// An I-94 number: nine digits, a letter or digit, a digit.
pub(super) fn i94(rng: &mut Rng) -> String {
    let tail = rng.pick(&["01", "02", "30", "A1", "K2", "33"]);
    format!("{}{}", rng.digits(9), tail)
}

/// Adds the foot line of a page: form and edition left, page right.
pub(super) fn foot(s: &mut Sheet, face: Face, size: f32, left: &str, right: &str) {
    s.write(face, size, 40.0, 768.0, left);
    s.flush_right(face, size, 572.0, 768.0, right);
}
